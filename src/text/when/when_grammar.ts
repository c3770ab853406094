import { hedgeLength, isBareHour } from './hedge.ts';
import { type NamedZone, zoneBefore, zoneBehind } from './named_zone.ts';
import { nthWorkday, WORKDAY } from './repeat/workday.ts';
import { addMonths, type Day, dateOf, dayOf, monthEnd } from './zone.ts';

/** A day somebody names. */
export interface Anchor {
  day: Day;
  /** Set for days that come back (Friday, 3 December): the first such day from `from` on. */
  again?: (from: Day) => Day;
  /** The day meant when no time of day is said, where it is another one. */
  bare?: Day;
  /** Year, month and day were all said: it may lie in the past. */
  absolute?: true;
  /** A date that was said without its year. */
  yearless?: true;
}

/** A time of day; hours from 24 on belong to the next day. */
export interface Clock {
  hour: number;
  minute: number;
  /** Neither morning nor evening was said, so 8 may be 20. */
  vague?: true;
}

/** What an expression says, before it is tied to now. `zones` says by which clocks the time of day may be meant; the owner's where it says nothing. */
export type Phrase = { minutes: number } | { anchor?: Anchor; clock?: Clock; zones?: readonly string[] };

/** The day on which something is said, and the order of day and month it is said in. */
export interface Said {
  day: Day;
  /** Of that day, by its clock. */
  minutes: number;
  /** 3/12 is 3 December. */
  dayFirst: boolean;
  /** ISO 3166 alpha-2, capitals. */
  country?: string | undefined;
}

/** A pattern anchored with ^ and what it means; the reading may still decline (a month 13). */
export type Rule<T> = readonly [RegExp, (match: RegExpExecArray, today: Day, said: Said) => T | undefined];

/** The expressions of one language. In each list the first rule that reads wins, so longer ones stand first. */
export interface Grammar {
  /** Days to add to the day said behind it: '2 weeks from', 'a week on'. */
  offsets: readonly Rule<number>[];
  /** Days to add to the day said before it: 'Tuesday week', 'Monday after next'. */
  shifts: readonly Rule<number>[];
  /** Words that may stand before an expression: on, at, 在. */
  filler: RegExp;
  /** Elapsed time from now, in minutes. */
  spans: readonly Rule<number>[];
  days: readonly Rule<Anchor>[];
  /** What may close a day: 前, 之前. */
  until: RegExp;
  /** Days that are too easily something else ("5号") to be looked for at the end of a text. */
  leadingDays: readonly Rule<Anchor>[];
  /** Festivals: at the end of a text only with a time of day (Christmas Day at noon). */
  feasts: readonly Rule<Anchor>[];
  /** The same where days are counted from them: 2 days before Christmas. */
  countedFrom: readonly Rule<Anchor>[];
  clocks: readonly Rule<Clock>[];
  /** Clocks understood only after a day: "明天早", "tonight 8". */
  clocksAfterDay: readonly Rule<Clock>[];
}

export interface Match<T> {
  value: T;
  length: number;
}

/** Reads one time expression at the very start of `text`, as much of it as makes sense. */
export function matchPhrase(
  text: string,
  grammar: Grammar,
  today: Said,
  edge: 'start' | 'end',
): Match<Phrase> | undefined {
  const skipped = grammar.filler.exec(text)?.[0].length ?? 0;
  const rest = text.slice(skipped);
  const span = first(grammar.spans, rest, today);
  if (span) return { value: { minutes: span.value }, length: skipped + span.length };
  const isBound = /^(?:by|before)\b/i.test(text);
  const leading = edge === 'start' ? [...(isBound ? [] : grammar.feasts), ...grammar.leadingDays] : [];
  const days = [...grammar.days, ...leading];
  const hedged = skipped > 0 && hedgeLength(text) > 0 ? timeAt(text, grammar, days, today) : undefined;
  if (hedged?.value.clock) return hedged;
  const found = timeAt(rest, grammar, days, today);
  if (found || edge === 'start') return found && { value: found.value, length: skipped + found.length };
  const feast = timeAt(rest, grammar, grammar.feasts, today);
  return feast?.value.anchor && feast.value.clock ? { value: feast.value, length: skipped + feast.length } : undefined;
}

const timeAt = (text: string, grammar: Grammar, days: readonly Rule<Anchor>[], today: Said): Match<Timed> | undefined =>
  byZone(text, (part) => dayThenClock(part, grammar, days, today) ?? clockThenDay(part, grammar, days, today));

interface Timed {
  anchor?: Anchor;
  clock?: Clock;
  zones?: readonly string[];
}

/** With the zone in front of the whole (北京时间明天9点), where there is one, or right behind it (9am tomorrow, London time). */
function byZone(text: string, read: (text: string) => Match<Timed> | undefined): Match<Timed> | undefined {
  const before = zoneBefore(text);
  const led = before && read(text.slice(before.length));
  if (led?.value.clock) return zoned(led, before!, before!.length + led.length);
  const found = read(text);
  const behind = found?.value.clock && !found.value.zones ? zoneBehind(text.slice(found.length)) : undefined;
  return found && behind ? zoned(found, behind, found.length + behind.length) : found;
}

const zoned = ({ value }: Match<Timed>, { zones }: NamedZone, length: number): Match<Timed> => ({
  value: { ...value, zones },
  length,
});

/** What is said behind a time of day without changing it. */
const CLOSED = /^(?:\s?-?ish|\s(?:sharp|on the dot|uhr|or so|or thereabouts|approx(?:imately)?))(?![\p{L}\p{N}])/iu;

/** A time of day, with the zone next to it, and what leaves it open: around 3pm. `withDay`: a bare number behind that is an hour. */
function clockAt(text: string, rules: readonly Rule<Clock>[], today: Said, withDay: boolean): Match<Timed> | undefined {
  const exact = exactClockAt(text, rules, today);
  const hedge = exact ? 0 : hedgeLength(text);
  if (hedge === 0) return exact;
  const behind = text.slice(hedge);
  const clock = exactClockAt(behind, rules, today);
  if (clock) return { ...clock, length: hedge + clock.length };
  const bare = withDay && isBareHour(behind) ? exactClockAt(`${AT}${behind}`, rules, today) : undefined;
  return bare && { ...bare, length: hedge + bare.length - AT.length };
}

const AT = 'at ';

function exactClockAt(text: string, rules: readonly Rule<Clock>[], today: Said): Match<Timed> | undefined {
  return byZone(text, (part) => {
    const clock = first(rules, part, today);
    if (!clock) return undefined;
    const closed = CLOSED.exec(part.slice(clock.length))?.[0].length ?? 0;
    return { value: { clock: clock.value }, length: clock.length + closed };
  });
}

function dayThenClock(
  text: string,
  grammar: Grammar,
  days: readonly Rule<Anchor>[],
  today: Said,
): Match<Timed> | undefined {
  const day = bracketed(text, (part) => dayAt(part, grammar, days, today));
  if (!day) return undefined;
  const anchor = day.value;
  const said = day.length + saidTwice(text.slice(day.length), anchor, (part) => dayAt(part, grammar, days, today));
  const gap = said + between(text.slice(said));
  const timed = bracketed(text.slice(gap), (part) =>
    clockAt(part, [...grammar.clocks, ...grammar.clocksAfterDay], today, true),
  );
  return timed
    ? { value: { anchor, ...timed.value }, length: gap + timed.length }
    : { value: { anchor }, length: said };
}

function clockThenDay(
  text: string,
  grammar: Grammar,
  days: readonly Rule<Anchor>[],
  today: Said,
): Match<Timed> | undefined {
  const bare = clockAt(text, grammar.clocks, today, false) === undefined;
  const timed = clockAt(text, grammar.clocks, today, true);
  if (!timed) return undefined;
  let gap = timed.length + between(text.slice(timed.length));
  gap += grammar.filler.exec(text.slice(gap))?.[0].length ?? 0;
  const opened = BRACKET.test(text.slice(gap));
  const day =
    gap > timed.length || opened ? bracketed(text.slice(gap), (part) => dayAt(part, grammar, days, today)) : undefined;
  if (day) return { value: { anchor: day.value, ...timed.value }, length: gap + day.length };
  return bare ? undefined : timed;
}

const BRACKET = /^[([【]\s?/;

/** In brackets or not: 9am (tomorrow), 9点（明天）. */
function bracketed<T>(text: string, read: (text: string) => Match<T> | undefined): Match<T> | undefined {
  const open = BRACKET.exec(text)?.[0] ?? '';
  if (open === '') return read(text);
  const inner = read(text.slice(open.length));
  const close = inner && /^\s?[)\]】]/.exec(text.slice(open.length + inner.length))?.[0];
  return inner && close ? { value: inner.value, length: open.length + inner.length + close.length } : undefined;
}

/** How long the same day takes once more in brackets: Dec 4 (Fri), 明天（周三）; 0 where it is none or another. */
function saidTwice(text: string, { day }: Anchor, read: (text: string) => Match<Anchor> | undefined): number {
  const gap = /^\s?/.exec(text)![0].length;
  const again = BRACKET.test(text.slice(gap)) ? bracketed(text.slice(gap), read) : undefined;
  const same = again && (again.value.again?.(day) ?? again.value.day) === day;
  return same ? gap + again.length : 0;
}

/** A day, perhaps counted from (two weeks from Monday) or with more behind it (Tuesday week, 周五前). */
function dayAt(text: string, grammar: Grammar, days: readonly Rule<Anchor>[], today: Said): Match<Anchor> | undefined {
  const offset = first(grammar.offsets, text, today);
  const counted = offset && first([...days, ...grammar.countedFrom], text.slice(offset.length), today);
  if (offset && counted) return { value: shifted(counted.value, offset.value), length: offset.length + counted.length };
  const day = first(days, text, today);
  if (!day) return undefined;
  const shift = first(grammar.shifts, text.slice(day.length), today);
  const value = shift ? shifted(day.value, shift.value) : day.value;
  const length = day.length + (shift?.length ?? 0);
  return { value, length: length + (grammar.until.exec(text.slice(length))?.[0].length ?? 0) };
}

function shifted({ day, bare }: Anchor, days: number): Anchor {
  return { day: (bare ?? day) + days };
}

function between(text: string): number {
  return /^(?:T(?=\d)|\s{0,3}[,的]?\s{0,3})/.exec(text)![0].length;
}

function first<T>(rules: readonly Rule<T>[], text: string, today: Said): Match<T> | undefined {
  for (const [pattern, read] of rules) {
    const match = pattern.exec(text);
    if (!match || splitsWord(text, match[0].length)) continue;
    const value = read(match, today.day, today);
    if (value !== undefined) return { value, length: match[0].length };
  }
  return undefined;
}

/** True when cutting `text` at `index` would part a Latin word or a number; the T of 2026-12-03T14:00Z parts two, the Z ends one. */
export function splitsWord(text: string, index: number): boolean {
  if (/^(?:T\d|Z$|Z[^\p{L}\p{N}])/u.test(text.slice(index, index + 2))) return false;
  return /^[a-z0-9]{2}$/i.test(text.slice(Math.max(0, index - 1), index + 1));
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

/** A weekday (Monday = 0) without a week: today counts only when a time of day still to come is said. */
export function weekly(today: Day, weekday: number): Anchor {
  const again = (from: Day) => from + ((weekday - dateOf(from).weekday + 7) % 7);
  return { day: again(today), bare: again(today + 1), again };
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
export function repeating(today: Day, is: (day: Day) => boolean): Anchor {
  const again = (from: Day) => {
    let day = from;
    while (!is(day)) day += 1; // at most 8 years, for 29 February
    return day;
  };
  return { day: again(today), again };
}
