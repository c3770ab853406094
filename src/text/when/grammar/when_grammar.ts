import { hedgeLength, isBareHour } from '../hedge.ts';
import { type NamedZone, zoneBefore, zoneBehind } from '../named_zone.ts';
import type { Day } from '../zone.ts';
import type { Anchor, Said } from './anchor.ts';

/** A time of day; hours from 24 on belong to the next day. */
export interface Clock {
  hour: number;
  minute: number;
  /** Neither morning nor evening was said, so 8 may be 20. */
  vague?: true;
}

/** What an expression says, before it is tied to now. `zones` says by which clocks the time of day may be meant; the owner's where it says nothing. */
export type Phrase = { minutes: number } | { anchor?: Anchor; clock?: Clock; zones?: readonly string[] };

/** A pattern anchored with ^ and what it means; the reading may still decline (a month 13). */
export type Rule<T> = readonly [RegExp, (match: RegExpExecArray, today: Day, said: Said) => T | undefined];

/** The expressions of one language. In each list the first rule that reads wins, so longer ones stand first. */
export interface Grammar {
  /** Days to add to the day said behind it: '2 weeks from', 'a week on'. */
  offsets: readonly Rule<number>[];
  /** Days to add to the day said before it: 'Tuesday week', 'Monday after next'. */
  shifts: readonly Rule<number>[];
  /** Minutes to add to the time of day said behind it: '3 hours from', 'half an hour before'. */
  hourOffsets: readonly Rule<number>[];
  /** Minutes to add to the time of day said before it: 后三小时. */
  hourShifts: readonly Rule<number>[];
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
  byZone(
    text,
    (part) =>
      countedFromDay(part, grammar, days, today) ??
      dayThenClock(part, grammar, days, today) ??
      clockThenDay(part, grammar, days, today),
  );

/** So long before or after a time of day on a day: 2 hours before Friday 5pm. */
function countedFromDay(
  text: string,
  grammar: Grammar,
  days: readonly Rule<Anchor>[],
  today: Said,
): Match<Timed> | undefined {
  const offset = first(grammar.hourOffsets, text, today);
  if (!offset) return undefined;
  const timed = dayThenClock(text.slice(offset.length), grammar, days, today);
  if (!timed?.value.clock) return undefined;
  const clock = countedFrom(timed.value.clock, offset.value);
  return { value: { ...timed.value, clock }, length: offset.length + timed.length };
}

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
function clockAt(text: string, rules: Clocks, today: Said, withDay: boolean): Match<Timed> | undefined {
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

function exactClockAt(text: string, rules: Clocks, today: Said): Match<Timed> | undefined {
  return byZone(text, (part) => {
    const clock = countedClock(part, rules, today) ?? first(rules.clocks, part, today);
    if (!clock) return undefined;
    const closed = CLOSED.exec(part.slice(clock.length))?.[0].length ?? 0;
    return { value: { clock: clock.value }, length: clock.length + closed };
  });
}

/** A time of day so many minutes on; before midnight its hour is of the day before. */
function countedFrom({ hour, minute, ...rest }: Clock, minutes: number): Clock {
  const all = hour * 60 + minute + minutes;
  return { ...rest, hour: Math.floor(all / 60), minute: ((all % 60) + 60) % 60 };
}

type Clocks = Pick<Grammar, 'clocks' | 'hourOffsets' | 'hourShifts'>;

/** The 前 of 6点前半小时 belongs to what is counted. */
const BOUND = /(?:之|以)?前$/;

/** So long before or after a time of day: 3 hours from noon, 中午后三小时. */
function countedClock(
  text: string,
  { clocks, hourOffsets, hourShifts }: Clocks,
  today: Said,
): Match<Clock> | undefined {
  const offset = first(hourOffsets, text, today);
  const behind = offset && first(clocks, text.slice(offset.length), today);
  if (behind) return { value: countedFrom(behind.value, offset.value), length: offset.length + behind.length };
  const clock = hourShifts.length > 0 ? first(clocks, text, today) : undefined;
  if (!clock) return undefined;
  const end = clock.length - (BOUND.exec(text.slice(0, clock.length))?.[0].length ?? 0);
  const shift = first(hourShifts, text.slice(end), today);
  return shift && { value: countedFrom(clock.value, shift.value), length: end + shift.length };
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
    clockAt(part, { ...grammar, clocks: [...grammar.clocks, ...grammar.clocksAfterDay] }, today, true),
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
  const bare = clockAt(text, grammar, today, false) === undefined;
  const timed = clockAt(text, grammar, today, true);
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
