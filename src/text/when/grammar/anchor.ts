import { nthWorkday, WORKDAY } from '../repeat/workday.ts';
import { addMonths, type Day, dateOf, dayOf, monthEnd } from '../zone.ts';

/** A day somebody names. */
export interface Anchor {
  day: Day;
  /** Set for days that come back (Friday, 3 December): the first such day from `from` on. */
  again?: (from: Day) => Day;
  /** The day meant when no time of day is said, where it is another one. */
  bare?: Day;
  /** Year, month and day were all said: it may lie in the past. */
  absolute?: true;
  /** As programs write it, 2040-12-05: with an hour it can be meant for nothing else. */
  numeric?: true;
  /** A date that was said without its year. */
  yearless?: true;
}

/** The day on which something is said, and the order of day and month it is said in. */
export interface Said {
  day: Day;
  /** Of that day, by its clock. */
  minutes: number;
  /** 3/12 is 3 December. */
  dayFirst: boolean;
  /** ISO 3166 alpha-2, capitals. */
  country?: string | undefined;
  /** Behind a date stands its year, and no hour. */
  years?: true | undefined;
}

/** A day that happens once. */
export function once(day: Day | undefined): Anchor | undefined {
  return day === undefined ? undefined : { day };
}

/** A full date: believed even when it is past. */
export function absolute(year: number, month: number, date: number): Anchor | undefined {
  const day = dayOf(year, month, date);
  return day === undefined ? undefined : { day, absolute: true };
}

/** The same where year, month and day are figures with such a mark between. */
export function numeric(year: string, mark: string, month: string, date: string): Anchor | undefined {
  const read = absolute(Number(year), Number(month), Number(date));
  return read && (mark === '-' ? { ...read, numeric: true } : read);
}

/** A weekday (Monday = 0) without a week: today counts only when a time of day still to come is said. */
export function weekly(today: Day, weekday: number): Anchor {
  const again = (from: Day) => from + ((weekday - dateOf(from).weekday + 7) % 7);
  return { day: again(today), bare: again(today + 1), again };
}

/** The days without work that come next: on Saturday and Sunday they have begun. */
export function weekend(today: Day): Anchor {
  const again = (from: Day) => from + Math.max(0, 5 - dateOf(from).weekday);
  return { day: again(today), again };
}

/** A weekday (Monday = 0) of the week that is `weeks` after this one; weeks start on Monday (ISO 8601). */
export function weekdayOf(today: Day, weeks: number, weekday: number): Anchor {
  return { day: today - dateOf(today).weekday + 7 * weeks + weekday };
}

/** A month and date without a year: the next there is, 29 February included. */
export function yearly(today: Day, month: number, date: number): Anchor | undefined {
  if (dayOf(2000, month, date) === undefined) return undefined;
  const next = repeating(today, (day) => {
    const now = dateOf(day);
    return now.month === month && now.date === date;
  });
  return { ...next, yearless: true };
}

/** The nth such weekday (Monday = 0) of a month; the last one where `nth` is 0. Undefined: it has none. */
export function nthWeekday(year: number, month: number, weekday: number, nth: number): Day | undefined {
  const start = dayOf(year, month, 1);
  if (start === undefined) return undefined;
  const from = start + ((weekday - dateOf(start).weekday + 7) % 7);
  const day = nth === 0 ? from + 7 * Math.floor((monthEnd(start) - from) / 7) : from + 7 * (nth - 1);
  return day <= monthEnd(start) ? day : undefined;
}

/** The same in the next such month there is, or so many months from now. */
export function weekdayInMonth(
  today: Day,
  { month, ahead }: { month?: number; ahead?: number },
  weekday: number,
  nth: number,
): Anchor | undefined {
  const { year, month: thisMonth } = dateOf(today);
  if (ahead !== undefined) {
    const then = dateOf(addMonths(today - dateOf(today).date + 1, ahead));
    return once(nthDay(then.year, then.month, weekday, nth));
  }
  const day = nthDay(year, month ?? thisMonth, weekday, nth);
  return once(day !== undefined && day >= today ? day : nthDay(year + 1, month ?? thisMonth, weekday, nth));
}

const nthDay = (year: number, month: number, weekday: number, nth: number): Day | undefined =>
  weekday === WORKDAY ? nthWorkday(year, month, nth === 0 ? -1 : nth) : nthWeekday(year, month, weekday, nth);

/** A day that each year has of its own: the next there is. */
export function movable(today: Day, dayIn: (year: number) => Day): Anchor {
  const again = (from: Day) => {
    const { year } = dateOf(from);
    return dayIn(year) >= from ? dayIn(year) : dayIn(year + 1);
  };
  return { day: again(today), again };
}

/** Behind a slash between small numbers it is a part of something: 1/2 hour, 3/4小时; and 24/7 is no date. */
export const NO_DATE =
  '(?!24/7(?!/|\\d)|[1-7]/[2-8]\\s?(?:of\\b|(?:an? )?(?:hours?|hrs?|h|minutes?|mins?|days?|weeks?|months?|years?|price|off|cups?|kg|kilos?|pounds?)\\b|个?(?:小时|钟头|半天|天|斤|公斤|杯|价|月(?!底|初|[一二三四五六七八九十\\d]))|周(?![一二三四五六日天末])))';

/** `12/3` in the order of the country, or in the only one that makes a date; `year` when it was said. */
export function slashed(one: string, two: string, said: Said, year?: string): Anchor | undefined {
  const [a, b] = [Number(one), Number(two)];
  const read = (month: number, date: number) =>
    year === undefined ? yearly(said.day, month, date) : absolute(fullYear(year), month, date);
  return said.dayFirst ? (read(b, a) ?? read(a, b)) : (read(a, b) ?? read(b, a));
}

function fullYear(year: string): number {
  return Number(year) + (year.length === 2 ? 2000 : 0);
}

/** A date without a month: the next month that has one. */
export function monthly(today: Day, date: number): Anchor | undefined {
  if (!(date >= 1 && date <= 31)) return undefined;
  return repeating(today, (day) => dateOf(day).date === date);
}

/** The date in the month that is `months` after this one. */
export function dateInMonth(today: Day, months: number, date: number): Anchor | undefined {
  const { year, month } = dateOf(addMonths(today, months));
  return once(dayOf(year, month, date));
}

/** The last day of the month that is `months` after this one. */
export function endOfMonth(today: Day, months: number): Anchor {
  return { day: monthEnd(today, months) };
}

/** A day that comes back wherever `is` holds; it must hold within a few years. */
function repeating(today: Day, is: (day: Day) => boolean): Anchor {
  const again = (from: Day) => {
    let day = from;
    while (!is(day)) day += 1; // at most 8 years, for 29 February
    return day;
  };
  return { day: again(today), again };
}
