import { headWords } from '../../cut.ts';
import { plainly } from '../../plainly.ts';
import type { WhenContext } from '../format_when.ts';
import { parseWhen, parseWhenFirst, type When } from '../parse_when.ts';
import { withJoint } from '../time_like.ts';
import { type Day, dateOf, dayOf, isoDay, wallTime } from '../zone.ts';
import { exceptFirst } from './except_days.ts';
import { firstDay, nextTime, type Repeat } from './repeat.ts';
import type { Days } from './repeat_days.ts';
import { DATES, DAYS, EACH, ENGLISH, STEP } from './repeat_en.ts';
import { leftInFront, leftOfDay, leftOfRepeat } from './repeat_left.ts';
import { CHINESE, COUNT, DATES_ZH, REDOUBLED, WEEK, WEEKDAYS } from './repeat_zh.ts';

/** What comes back, when it does so first, and the words around it. */
export interface Repeating {
  repeat: Repeat;
  /** The first time that is still to come. */
  at: Date;
  rest: string;
  /** What of it was not understood, right behind what was. */
  left?: string;
}

/** Nothing is looked for further from the beginning. */
const LONGEST = 300;

/** Reads what comes back, wherever it stands, with the time of day next to it: every first Monday at 9, 每月15号上午10点. */
export function parseRepeat(text: string, context: WhenContext): Repeating | undefined {
  return inOrder(clockLast(exceptFirst(text)), context);
}

const HOUR = '(?:at )?(?:\\d{1,2}:\\d{2}(?: ?[ap]\\.?m\\b)?|\\d{1,2} ?[ap]\\.?m\\b)|at \\d{1,2}(?![\\d:])';
const HOUR_ZH = '(?:早上|上午|中午|下午|晚上|凌晨)?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})(?:点半?|:\\d{2})';
/** every week 9am monday: which day stands behind the hour. */
const CLOCK_FIRST = [
  `(?<often>${EACH} ${STEP}(?:week|month|quarter|year)s?),? (?<hour>${HOUR}),? (?<day>(?:on )?(?:the )?(?:${DAYS}|${DATES}))(?![\\p{L}\\p{N}])`,
  `(?<often>每隔?(?:${COUNT}个?)?个?(?:${WEEK}|月|季度?|年))\\s?(?<hour>${HOUR_ZH})[\\s,，]?(?<day>${WEEK}${WEEKDAYS}|${DATES_ZH})`,
].map((pattern) => new RegExp(pattern, 'iu'));

/** The same words with the hour behind the day. */
function clockLast(text: string): string {
  const match = CLOCK_FIRST.map((pattern) => pattern.exec(headWords(text, LONGEST))).find(Boolean);
  if (!match) return text;
  const { often, hour, day } = match.groups!;
  return `${text.slice(0, match.index)}${often} ${day} ${hour}${text.slice(match.index + match[0].length)}`;
}

function inOrder(text: string, context: WhenContext): Repeating | undefined {
  const plain = plainly(headWords(text, LONGEST)).replace(REDOUBLED, (both) => `每${both[0]}`);
  for (const [pattern, read] of [...ENGLISH, ...CHINESE]) {
    const match = pattern.exec(plain);
    const days = match ? read(match) : undefined;
    if (!match || !days || !(days.every >= 1 && days.every <= 60)) continue;
    const end = match.index + match[0].length;
    const around = { before: text.slice(0, match.index), often: text.slice(match.index, end), after: text.slice(end) };
    return withClock(days, around, context);
  }
  return undefined;
}

/** The words around how often something comes back. */
interface Around {
  before: string;
  often: string;
  after: string;
}

/** The words of the days give way to the first such day, and the time of day next to it is read as ever. */
function withClock(
  { month, ...days }: Days,
  { before, often, after }: Around,
  context: WhenContext,
): Repeating | undefined {
  const today = wallTime(context.now, context.timezone).day;
  const from = month === undefined ? today : dayOf(2000, month, days.unit === 'year' ? days.on[0]! : 1);
  if (from === undefined) return undefined;
  const every = days.unit === 'month' && month !== undefined ? days.every : 1;
  const any = { ...days, every, on: days.unit === 'year' ? [] : days.on, from, minutes: 0 };
  const day = firstDay(any, today);
  const read = clockNextTo(isoDay(day), before, after, context);
  if (!read || read.when.others) return undefined;
  const minutes = read.when.dateOnly ? USUAL : minutesFrom(day, read.when.at, any, context);
  const at = nextTime({ ...any, minutes }, context.now, context.timezone);
  const first = wallTime(at, context.timezone).day - Math.floor(minutes / DAY);
  const left =
    leftOfDay(any, read.behind) ??
    leftInFront(any, before, often) ??
    leftOfRepeat(read.behind, read.rest, !read.when.dateOnly);
  return {
    repeat: { ...any, ...lasting(any, today, first), every: days.every, minutes },
    at,
    rest: read.rest,
    ...(left !== undefined && { left }),
  };
}

const DAY = 24 * 60;

/** Sunday at midnight ends Sunday; what comes each day has no day that it could end. */
function minutesFrom(day: Day, at: Date, { unit, every }: Omit<Repeat, 'minutes'>, { timezone }: WhenContext): number {
  const wall = wallTime(at, timezone);
  return unit === 'day' && every === 1 ? wall.minutes : (wall.day - day) * DAY + wall.minutes;
}

/** The 29th of February and the 31st stay what they are where the first year or month has none. */
function lasting(any: Omit<Repeat, 'minutes'>, today: Day, first: Day): Pick<Repeat, 'from' | 'on'> {
  const { unit, every, on, nth } = any;
  if (unit === 'year' && every === 1) return { from: any.from, on };
  const { date } = dateOf(today);
  const clipped = unit === 'month' && on.length === 0 && !nth && dateOf(first).date !== date;
  return { from: first, on: clipped ? [date] : on };
}

/** Without a time of day: nine in the morning. */
const USUAL = 9 * 60;

function clockNextTo(
  day: string,
  before: string,
  after: string,
  context: WhenContext,
): { when: When; rest: string; behind: string } | undefined {
  const behind = parseWhenFirst(`${day} ${after.replace(/^[\s,，的]+/, '')}`, context);
  const near = before.trim() === '' ? undefined : parseWhen(`${before.trim()} ${day}`, context);
  const front = near && !near.dateOnly && !near.rest.includes(day) ? near : undefined;
  // a day of its own in front contradicts those that come back
  const lead = parseWhenFirst(before, context);
  if (lead && (!front || lead.dateOnly)) return undefined;
  if (before.trim() !== '' && parseWhen(before.trim(), context)?.dateOnly) return undefined;
  if (behind && !behind.dateOnly)
    return { when: behind, rest: joined(before, behind.rest), behind: withJoint(after, behind.rest) };
  if (front) return { when: front, rest: joined(front.rest, after), behind: after };
  const end = after.trim() === '' ? undefined : parseWhen(`${day} ${after.trim()}`, context);
  if (end && !end.rest.includes(day))
    return { when: end, rest: joined(before, end.rest), behind: withJoint(after, end.rest) };
  return behind && { when: behind, rest: joined(before, behind.rest), behind: withJoint(after, behind.rest) };
}

const joined = (one: string, other: string): string =>
  [one, other]
    .map((part) => part.replace(/^[\s,，、。:：]+|[\s,，、:：]+$/gu, ''))
    .filter(Boolean)
    .join(/\p{Script=Han}$/u.test(one.trim()) && /^\p{Script=Han}/u.test(other.trim()) ? '' : ' ');
