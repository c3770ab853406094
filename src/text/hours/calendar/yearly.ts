import { type Day, dateOf, dayOf } from '../../when/zone.ts';

/** How an event comes again. 'else': in a way that is not read. */
export type Repeat = { every: number; count: number; until: Day | undefined; nth: Nth | undefined } | 'else';

/** The fourth Thursday of November; from the end: -1. Monday is 0. */
interface Nth {
  nth: number;
  weekday: number;
  month: number;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const KNOWN = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYMONTH', 'BYMONTHDAY', 'BYDAY', 'WKST']);
const WEEK = 7;

/** 'FREQ=YEARLY;BYMONTH=11;BYDAY=4TH' of an event that first begins on a day. */
export function repeatIn(rule: string, first: Day): Repeat {
  const parts = new Map(
    rule
      .toUpperCase()
      .split(';')
      .map((part) => part.split('=', 2) as [string, string]),
  );
  const { month, date } = dateOf(first);
  if (parts.get('FREQ') !== 'YEARLY' || [...parts.keys()].some((key) => !KNOWN.has(key))) return 'else';
  const byMonth = Number(parts.get('BYMONTH') ?? month);
  const byDate = Number(parts.get('BYMONTHDAY') ?? date);
  const byDay = parts.get('BYDAY');
  const nth = byDay === undefined ? undefined : nthIn(byDay, byMonth);
  const every = Number(parts.get('INTERVAL') ?? 1);
  const count = Number(parts.get('COUNT') ?? Number.POSITIVE_INFINITY);
  const isOtherDay = byMonth !== month || (byDay === undefined ? byDate !== date : parts.has('BYMONTHDAY'));
  if (isOtherDay || (byDay !== undefined && !nth) || !(every >= 1) || !(count >= 1)) return 'else';
  const [, year, inMonth, day] = /^(\d{4})(\d{2})(\d{2})/u.exec(parts.get('UNTIL') ?? '') ?? [];
  return { every, count, until: year ? dayOf(Number(year), Number(inMonth), Number(day)) : undefined, nth };
}

function nthIn(word: string, month: number): Nth | undefined {
  const [, nth, name] = /^([+-]?[1-5])([A-Z]{2})$/u.exec(word) ?? [];
  const weekday = WEEKDAYS.indexOf(name ?? '');
  return nth && weekday >= 0 ? { nth: Number(nth), weekday, month } : undefined;
}

/** The days on which it begins, from one to another. */
export function begins(first: Day, repeat: Exclude<Repeat, 'else'> | undefined, from: Day, to: Day): Day[] {
  if (!repeat) return [first];
  const { year: began, month, date } = dateOf(first);
  const days: Day[] = [];
  // 29 February is not there each year; which of them it is counts from the first
  let nth = 0;
  for (let year = began; year <= dateOf(to).year && nth < repeat.count; year += repeat.every) {
    const day = repeat.nth ? dayOfNth(year, repeat.nth) : dayOf(year, month, date);
    if (day === undefined) continue;
    if (repeat.until !== undefined && day > repeat.until) break;
    nth++;
    if (day >= from && day <= to) days.push(day);
  }
  return days;
}

function dayOfNth(year: number, { nth, weekday, month }: Nth): Day | undefined {
  const first = dayOf(year, month, 1);
  if (first === undefined) return undefined;
  const next = month === 12 ? dayOf(year + 1, 1, 1)! : dayOf(year, month + 1, 1)!;
  if (nth > 0) {
    const day = first + ((weekday - dateOf(first).weekday + WEEK) % WEEK) + (nth - 1) * WEEK;
    return day < next ? day : undefined;
  }
  const last = next - 1;
  const day = last - ((dateOf(last).weekday - weekday + WEEK) % WEEK) + (nth + 1) * WEEK;
  return day >= first ? day : undefined;
}
