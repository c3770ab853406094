import { readChineseNumber } from '../../money/numerals.ts';
import { dayOf } from '../zone.ts';
import { unique } from './days_in_row.ts';
import type { Repeat } from './repeat.ts';

/** The days alone: how far they are apart is all that words before the time of day say. */
export type Days = Omit<Repeat, 'from' | 'minutes'> & { month?: number };
export type Reading = readonly [RegExp, (match: RegExpExecArray) => Days | undefined];

export const daily = (every: number): Days => ({ unit: 'day', every, on: [] });
export const weekly = (on: number[], every = 1): Days => ({ unit: 'week', every, on: unique(on) });
export const dated = (month: number, date: number): Days | undefined =>
  dayOf(2000, month, date) === undefined ? undefined : { unit: 'year', every: 1, on: [date], month };

export function monthly(on: number[], every = 1): Days | undefined {
  return on.every((date) => date === -1 || (date >= 1 && date <= 31)) ? { unit: 'month', every, on } : undefined;
}

/** Dates of each such month; those of a quarter are of its first month, its last day of its last. */
export function spread(on: number[], every: number, unit: string): Days | undefined {
  const days = monthly(on, every * (/^(?:q|季)/i.test(unit) ? 3 : 1));
  return days && /^(?:q|季)/i.test(unit) ? { ...days, month: on[0] === -1 ? 3 : 1 } : days;
}

/** From one day of the week to another, both counted. */
export function between(first: number, last: number): number[] {
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, ahead) => (first + ahead) % 7);
}

/** Those of the week, or of Monday to Friday, that are not `off`; undefined: none is left. */
export function daysBut(workdays: boolean, off: readonly number[]): Days | undefined {
  const left = (workdays ? [0, 1, 2, 3, 4] : [0, 1, 2, 3, 4, 5, 6]).filter((day) => !off.includes(day));
  return left.length > 0 ? weekly(left) : undefined;
}

/** A number in figures or in Chinese; NaN: none. */
export const numberIn = (text: string): number =>
  /^\d/.test(text) ? Number(text) : (readChineseNumber(text) ?? Number.NaN);

/** The days of the month that are named. */
export const datesIn = (text: string): number[] =>
  unique(
    [...text.matchAll(/\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]/g)].map(([one]) => numberIn(one)),
  );
