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

/** Whether the day is the nth Monday to Friday of its month. */
export function isNthWorkday(day: Day, which: number): boolean {
  const { year, month } = dateOf(day);
  return nthWorkday(year, month, which) === day;
}
