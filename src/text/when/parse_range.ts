import { head } from '../cut.ts';
import { plainly } from '../plainly.ts';
import { dateRange } from './date_range.ts';
import type { WhenContext } from './format_when.ts';
import { zoneBehind, zoneEnding } from './named_zone.ts';
import { parseWhenFirst, type When } from './parse_when.ts';
import { fromWallTime, wallTime } from './zone.ts';

/** From the first moment to the last; a last day without a time of day is meant whole. */
export interface Range {
  from: Date;
  until: Date;
  /** The first of the two times, as it is read by itself. */
  first: When;
  /** The text behind it. */
  rest: string;
  /** Both are dates without a year that were just over: perhaps those are meant. */
  farOff?: true;
}

const JOINT =
  /^\s{0,3}(?:[-‐‑‒–—−~～〜]{1,3}|[→>]|bis\b|to\b|until\b|['’]?till?\b|through\b|thru\b|至|到|直到)\s{0,3}/i;
const FROM = /^(?:from\s{1,3}|从\s{0,3})/i;
/** The second of 12月24-28日, Dec 24-28 and 24-28 Dec. */
const SAME_MONTH: readonly [RegExp, string, string][] = [
  [/^(\d{1,2}月)(\d{1,2})[日号]?\s?[-–—~～到至]\s?(\d{1,2})[日号]/, '$1$2日', '$1$3日'],
  [
    /^((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.? )(\d{1,2})(?:st|nd|rd|th)?\s?(?:[-‐‑‒–—−~]|to\b|until\b|till?\b)\s?(?:the )?(\d{1,2})(?:st|nd|rd|th)?(?![\d/:])(?!\s?[ap]m)/i,
    '$1$2',
    '$1$3',
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th|\.)?\s?(?:[-‐‑‒–—−~]|to|until|till?|bis)\s?(?:the )?(\d{1,2})(?:st|nd|rd|th|\.)?(?: of)?( ?[a-z]{3,9})\b/i,
    '$1$3',
    '$2$3',
  ],
];

/** Two times with a joint between them at the start of a text: `12/24-1/2`, `Dec 24 to Jan 2`, 12月24日到1月2日, 周一到周五. */
export function parseRange(text: string, context: WhenContext): Range | undefined {
  const plain = plainly(text.trim()).replace(FROM, '');
  const body = text.trim().slice(text.trim().length - plain.length);
  for (const order of [context, { ...context, country: otherOrder(context) }]) {
    const range =
      dated(plain, body, order) ??
      inOneMonth(plain, body, order) ??
      inOneDay(plain, body, order) ??
      joined(body, order);
    if (range) return range;
  }
  return undefined;
}

/** A country that writes day and month in the other order. */
function otherOrder({ country }: WhenContext): string {
  return country === undefined || ['US', 'CN', 'JP'].includes(country) ? 'GB' : 'US';
}

/** Two dates of numbers alone, read as such where nothing else can be meant: 24.12.-2.1., 24-27号. */
function dated(plain: string, body: string, context: WhenContext): Range | undefined {
  const dates = dateRange(plain, context);
  const from = dates && parseWhenFirst(dates.first, context);
  return from && spanning(from, `${dates.second} ${body.slice(dates.length).trimStart()}`, context);
}

function joined(body: string, context: WhenContext): Range | undefined {
  for (const at of joints(body)) {
    const [first, second] = [body.slice(0, at), body.slice(at).replace(JOINT, '')];
    const from = byTheSameClock(first, second, context) ?? parseWhenFirst(first, context);
    if (from?.rest !== '' || from.others || !inOrder(first, context)) continue;
    const range = spanning(from, second, context);
    if (range && inOrder(second, context)) return range;
  }
  return undefined;
}

/** A zone behind the second time is the first one's too: 9am-11am EST. */
function byTheSameClock(first: string, second: string, context: WhenContext): When | undefined {
  const rest = parseWhenFirst(second, context)?.rest;
  const zone = rest === undefined ? '' : zoneEnding(plainly(second.slice(0, second.length - rest.length)).trim());
  const from = zone === '' ? undefined : parseWhenFirst(`${first} ${zone}`, context);
  return from?.rest === '' ? from : undefined;
}

/** `12/24` in this order: with a month 24 it would be read the other way round, and the two ends must be read alike. */
function inOrder(text: string, { country }: WhenContext): boolean {
  const [, one, two] = /^\s*(\d{1,2})\/(\d{1,2})(?!\d)/.exec(text) ?? [];
  if (one === undefined) return true;
  const month = otherOrder({ country } as WhenContext) === 'GB' ? one : two;
  return Number(month) <= 12;
}

/** Where a joint begins, within the length that two times may have. */
function joints(body: string): number[] {
  const near = plainly(head(body, 60));
  return [...near].flatMap((_, at) => (at > 0 && JOINT.test(near.slice(at)) ? [at] : []));
}

function inOneMonth(plain: string, body: string, context: WhenContext): Range | undefined {
  for (const [pattern, first, second] of SAME_MONTH) {
    const match = pattern.exec(plain);
    if (!match) continue;
    const from = parseWhenFirst(match[0].replace(pattern, first), context);
    if (from) return spanning(from, match[0].replace(pattern, second) + body.slice(match[0].length), context);
  }
  return undefined;
}

/** tomorrow 10-12, 明天3-5点, Fri 9:30 to 11am. */
const HOURS =
  /^(\D.{0,23}?)?(\d{1,2}(?::\d{2})?)\s?(点|[ap]\.?m\.?)?\s?(?:[-–—~～到至]|to\b)\s?(\d{1,2}(?::\d{2})?)\s?(点半?|[ap]\.?m\b)?(?![\d/:.%号日月]|st\b|nd\b|rd\b|th\b)/i;

/** Without a day two numbers are no hours unless one of them says so: 9:30-10, 9-10am, not 10-12. */
const saysHours = (said: string): boolean => /[:点]|[ap]\.?m/i.test(said);

/** Both are on the day that is said before them. */
function inOneDay(plain: string, body: string, context: WhenContext): Range | undefined {
  const [hours, day = '', one = '', mark, two = '', lastMark = ''] = HOURS.exec(plain) ?? [];
  if (
    hours === undefined ||
    !(day === '' ? saysHours(`${one}${mark ?? ''}${two}${lastMark}`) : parseWhenFirst(day, context)?.rest === '')
  )
    return undefined;
  const zone = plain.slice(hours.length, hours.length + (zoneBehind(plain.slice(hours.length))?.length ?? 0));
  const first = parseWhenFirst(`${day}${one}${mark ?? lastMark.replace('半', '')}${zone}`, context);
  const even = one.includes(':') && !two.includes(':') && !lastMark && !mark ? ':00' : '';
  const last = parseWhenFirst(`${day}${two}${even}${lastMark || (mark ?? '')}${zone}`, context);
  if (
    !first ||
    !last ||
    first.dateOnly ||
    last.dateOnly ||
    first.rest ||
    last.rest ||
    last.at <= first.at ||
    first.others
  )
    return undefined;
  return { first, from: first.at, until: last.at, rest: body.slice(hours.length + zone.length).trim() };
}

/** Counted from today, whatever the first was: next Monday to next Wednesday are of one week. */
const RELATIVE = /^\s*(?:[下本这明后今大]|next\b|this\b|tom|tmr|today|tonight|the day after|in\b)/i;

const NEXT = /^\s*(?:下|next\b)/i;

/** Nobody plans for so long; in milliseconds. */
const TEN_YEARS = 10 * 365 * 24 * 60 * 60_000;

/** The second is the next such day after the first: Dec 24 – Jan 2 ends in the new year. */
function spanning(from: When, second: string, context: WhenContext): Range | undefined {
  const start = from.dateOnly ? startOfDay(from.at, context) : from.at;
  const running = from.farOff && parseWhenFirst(second, context);
  if (running && !running.farOff && running.at < from.at)
    return {
      first: running,
      from: context.now,
      until: running.dateOnly ? endOfDay(running.at, context) : running.at,
      rest: running.rest,
    };
  const counted = RELATIVE.test(plainly(second));
  const behind = () => parseWhenFirst(second, { ...context, now: from.at });
  const read = counted ? parseWhenFirst(second, context) : behind();
  // 周五到下周三, said on a Saturday: next week is the one after that Friday's
  const to = read && read.at < from.at && NEXT.test(plainly(second)) ? behind() : read;
  if (!to || to.others || to.at < from.at) return undefined;
  const until = to.dateOnly ? endOfDay(to.at, context) : to.at;
  const farOff = from.farOff || to.at.getTime() - from.at.getTime() > TEN_YEARS;
  return { first: from, from: start, until, rest: to.rest, ...(farOff && { farOff: true as const }) };
}

/** Midnight of that day by the local clock, or now if that is over. */
export function startOfDay(at: Date, { timezone, now }: WhenContext): Date {
  const start = fromWallTime({ day: wallTime(at, timezone).day, minutes: 0 }, timezone);
  return start < now ? now : start;
}

/** The last minute of that day by the local clock. */
export function endOfDay(at: Date, { timezone }: WhenContext): Date {
  return fromWallTime({ day: wallTime(at, timezone).day, minutes: 24 * 60 - 1 }, timezone);
}
