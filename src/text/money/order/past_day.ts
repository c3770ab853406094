import { plainly } from '../../plainly.ts';
import type { WhenContext } from '../../when/format_when.ts';
import { saidIn } from '../../when/parse_when.ts';
import { type Day, dateOf, dayOf, wallTime } from '../../when/zone.ts';
import { daysIn } from './day_amid.ts';
import { dayAlone, type OrderDay, orderedOn } from './order_day.ts';

/** The days that words may mean, as the country writes them: the first is the likelier. */
function waysOf(words: string, clock: WhenContext): OrderDay[] {
  const said = /^\d{1,2}\.\d{1,2}$/u.test(words) ? words.replace('.', '-') : words;
  const ways = dayAlone(said) ? [said] : (daysIn(said) ?? []);
  const ordered = /^\d/.test(said) && saidIn(clock).dayFirst ? ways.toReversed() : ways;
  return ordered.flatMap((way) => dayAlone(way.trim()) ?? []);
}

/** monday and 3号 are the last such day, and 11-03 is read as the country writes days. */
export function pastDay(words: string, clock: WhenContext): Day | undefined {
  const today = wallTime(clock.now, clock.timezone).day;
  for (const day of waysOf(words, clock)) {
    const on = orderedOn(day, today);
    if (on !== undefined) return on;
  }
  return undefined;
}

/** Days; nobody asks for more without naming the years. */
const LONGEST = 340;
const AND = /^between\s(.{1,30}?)\sand\s(.{1,30})$/iu;
/** What the month of the one says for the other: nov 1-10, 1-10 nov, 11月1-10日. */
const SAME_MONTH: readonly [RegExp, string, string][] = [
  [/^(\d{1,2}月)(\d{1,2})[日号]?\s?[-–—~～到至]\s?(\d{1,2})[日号]?$/u, '$1$2日', '$1$3日'],
  [
    /^([a-z]{3,9}\.? )(\d{1,2})(?:st|nd|rd|th)?\s?(?:[-–—~～]|to|until|till?|through)\s?(?:the )?(\d{1,2})(?:st|nd|rd|th)?$/iu,
    '$1$2',
    '$1$3',
  ],
  [
    /^(\d{1,2})(?:st|nd|rd|th)?\s?(?:[-–—~～]|to|until|till?|through)\s?(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([a-z]{3,9})$/iu,
    '$3 $1',
    '$3 $2',
  ],
];

/** The first and the last of several days that are over, or go on until today: nov 1 - nov 10, 9月1日到10月31日. Undefined: they are none. */
export function pastDays(text: string, clock: WhenContext): { first: Day; last: Day } | undefined {
  const plain = plainly(text.trim());
  if (plain.length > 80) return undefined;
  const inOne = SAME_MONTH.find(([shape]) => shape.test(plain));
  const ends = inOne
    ? ([plain.replace(inOne[0], inOne[1]), plain.replace(inOne[0], inOne[2])] as const)
    : (splitAt(AND, plain) ?? splitDays(plain));
  if (!ends) return undefined;
  const today = wallTime(clock.now, clock.timezone).day;
  const first = pastDay(ends[0], clock);
  if (first === undefined) return undefined;
  const last = /^(?:now|today|今天|现在|今日)$/iu.test(ends[1]) ? today : lastFrom(first, ends[1], clock);
  // nov 10 - nov 1 is turned round, and no year
  return last === undefined || last < first || last - first > LONGEST ? undefined : { first, last };
}

function splitAt(shape: RegExp, plain: string): readonly [string, string] | undefined {
  const [, one, other] = shape.exec(plain) ?? [];
  return one && other ? [one.trim(), other.trim()] : undefined;
}

/** 11-1 - 11-10: of the marks that may join them the one with a day on either side. */
function splitDays(plain: string): readonly [string, string] | undefined {
  const bare = plain.replace(/^(?:from\s|从)/iu, '');
  for (const { index, 0: mark } of bare.matchAll(
    /\s?(?:[-–—~～]{1,2}|\b(?:to|until|till?|through|thru)\b|至|到)\s?/giu,
  )) {
    const [one, other] = [bare.slice(0, index).trim(), bare.slice(index + mark.length).trim()];
    if (isDay(one) && (isDay(other) || /^(?:now|现在)$/iu.test(other))) return [one, other];
  }
  return undefined;
}

const isDay = (words: string): boolean =>
  words !== '' &&
  (dayAlone(words) !== undefined ||
    (daysIn(/^\d{1,2}\.\d{1,2}$/u.test(words) ? words.replace('.', '-') : words) ?? []).length > 0);

/** The first such day that is not before the other; one that is to come ends the span all the same. */
function lastFrom(first: Day, words: string, clock: WhenContext): Day | undefined {
  const today = wallTime(clock.now, clock.timezone).day;
  for (const day of waysOf(words, clock)) {
    if (day.is !== 'date' || day.year !== undefined) {
      const on = orderedOn(day, today);
      if (on !== undefined && on >= first) return on;
      continue;
    }
    const { year } = dateOf(first);
    const on = [year, year + 1]
      .map((one) => dayOf(one, day.month, day.date))
      .find((one) => one !== undefined && one >= first);
    if (on !== undefined) return on;
  }
  return undefined;
}
