import { type Day, dateOf, dayOf, monthEnd } from '../zone.ts';

/** Stands for Monday to Friday where a day of the week is kept (Monday = 0); public holidays are not known. */
export const WORKDAY = 7;

const isWorkday = (day: Day): boolean => dateOf(day).weekday < 5;

/** The nth Monday to Friday of a month, both from 1; -1: the last. Undefined: it has not so many. */
export function nthWorkday(year: number, month: number, which: number): Day | undefined {
  const first = dayOf(year, month, 1);
  if (first === undefined) return undefined;
  const days = Array.from({ length: monthEnd(first) - first + 1 }, (_, ahead) => first + ahead).filter(isWorkday);
  return days.at(which < 0 ? which : which - 1);
}

/** So many working days behind a day lie within three years. */
const MOST_AHEAD = 750;

/** The nth Monday to Friday after a day, from 1. Undefined: it is no whole number, or too far ahead. */
export function workdayAfter(day: Day, nth: number): Day | undefined {
  if (!Number.isInteger(nth) || nth < 1 || nth > MOST_AHEAD) return undefined;
  let found = day;
  for (let left = nth; left > 0; left -= isWorkday(found) ? 1 : 0) found += 1;
  return found;
}

/** The nth Monday to Friday of the week that is `weeks` after this one, from 1; -1: the last. */
export function workdayOfWeek(today: Day, weeks: number, which: number): Day | undefined {
  const monday = today - dateOf(today).weekday + 7 * weeks;
  const nth = which < 0 ? 6 + which : which;
  return nth >= 1 && nth <= 5 ? monday + nth - 1 : undefined;
}

/** Whether the day is the nth Monday to Friday of its month. */
export function isNthWorkday(day: Day, which: number): boolean {
  const { year, month } = dateOf(day);
  return nthWorkday(year, month, which) === day;
}
