import { narrow } from '../normalise.ts';
import { typedWords } from '../typed.ts';
import type { WhenContext } from '../when/when.ts';
import { dateOf } from '../when/zone.ts';
import { type SpansSaid, spansInFront, type Way, withDigits } from './clock_times.ts';
import { type Days, GROUPS, readDays } from './said_days.ts';
import { joined, type Span } from './spans.ts';

/** Which days are meant, and when somebody is there on them; 'usual': as on any other day of the week. */
export interface DaysSaid {
  days: Days;
  spans: readonly Span[] | 'usual';
  /** In these spans nobody is there, whenever else they are: a lunch break. */
  isBreak?: true;
  /** What the days are called; '': nothing. */
  name: string;
  /** No day was named. */
  assumed?: true;
}

const CLOSED_WORDS = [...typedWords(({ hours }) => hours.closed)];
const USUAL_WORDS = [...typedWords(({ hours }) => hours.usual)];
const LONGEST = 300;
const MOST_GROUPS = 12;
/** So far in there may stand hours behind their days. */
const NEAR = 60;

/** A word of letters ends where a word ends. */
const anyOf = (words: readonly string[]): string =>
  [...words]
    .sort((one, other) => other.length - one.length)
    .map((word) => (/\p{Script=Han}$/u.test(word) ? word : `${word}(?![\\p{L}\\p{N}])`))
    .join('|');
const CLOSED = new RegExp(`^(?:都|全天)?(?:${anyOf(CLOSED_WORDS)})(?:\\sall day)?`, 'iu');
const USUAL = new RegExp(`^(?:${anyOf(USUAL_WORDS)})`, 'iu');
const GAP = /^[\s,，、;；。.|]+/u;
const FILLED =
  /^(?:(?:we(?:['’]re| are)?|i(?:['’]m| am)|it['’]s|is|are|and|but|then|the|shop|hours|opening hours|business hours|open(?:ing)?)(?![\p{L}\p{N}])[\s:：]*|(?:我们|本店|营业时间|营业|上班|开门)(?:是|为)?[\s:：]*)+/iu;
const BREAK =
  /^(?:(?:(?:closed|shut) )?(?:for |during )?lunch(?: ?break| ?time)?|break|午休|午餐|午间休息|中午休息|中午(?=\d{1,2}[点:：]?\d{0,2}\s?[-–—~到至]))(?![\p{Script=Latin}])[\s:：]*(?:from |is )?/iu;
const FOR_LUNCH =
  /^\s*(?:(?:closed |is |off )?(?:for |as )?(?:a )?(?:lunch|break)(?: ?break)?(?![\p{L}])|午休|吃饭|是?午餐)/iu;
const LUNCH_OFF = /^\s*(?:休息|关门)/u;
const CLOCK_SAID = /[点:：]|[ap]\.?m\b|noon/iu;

interface Group extends DaysSaid {
  rest: string;
  unsure: boolean;
}

/**
 * Reads 'mon-fri 9-12 13-18', '9am to 5:30pm', '周六 休息', 'Mon-Fri 9-17:30, Sat 10-14', '10-01 closed National Day', 'Dec 24 - Jan 2 closed',
 * '24/7', 'lunch 12-1', '9-18' (no day is named: Monday to Friday). A date without a year is the next one. Gives each way to read it, the
 * likeliest first, where that is not sure, and none where it is not understood, or more than a year of days.
 */
export function readHours(typed: string, context: WhenContext): DaysSaid[][] {
  const words = withDigits(narrow(typed).trim());
  if (words === '' || words.length > LONGEST) return [];
  const ways = ([0, 1] as const).flatMap((way) =>
    [false, true].map((isDated) => allGroups(words, context, way, isDated)),
  );
  const read = ways.filter((one) => one !== undefined);
  const distinct = new Map(read.map((one) => [JSON.stringify(one), one]));
  return [...distinct.values()];
}

/** @param isDated numbers in front are rather a date and its hours than hours: 9-12 13-18. */
function allGroups(words: string, context: WhenContext, way: Way, isDated: boolean): DaysSaid[] | undefined {
  const groups: DaysSaid[] = [];
  for (let rest = words.replace(GAP, ''); rest !== ''; ) {
    const group = groups.length < MOST_GROUPS ? groupIn(rest, groups.at(-1), context, way, isDated) : undefined;
    const last = groups.at(-1);
    if (!group || (group.assumed && last)) {
      if (!last || !isName(rest, last, context)) return undefined;
      groups[groups.length - 1] = { ...last, name: rest };
      return groups;
    }
    const { rest: left, unsure: _, ...said } = group;
    groups.push(said);
    rest = left.replace(GAP, '');
  }
  return groups.length > 0 ? groups : undefined;
}

/** What stands behind a date and its hours is what the day is called, if it says nothing of hours and of no other weekday. */
function isName(rest: string, { days, name, spans }: DaysSaid, context: WhenContext): boolean {
  if (!('dates' in days) || name !== '' || spans === 'usual') return false;
  if (rest.length > 60 || !/^\p{L}/u.test(rest) || /\d/u.test(rest)) return false;
  const said = weekdaysSaid(rest, context);
  return !said || days.dates.every((day) => said.includes(dateOf(day).weekday));
}

function weekdaysSaid(words: string, context: WhenContext): readonly number[] | undefined {
  const said = readDays(words, context, 0)?.days;
  return said && 'weekdays' in said ? said.weekdays : undefined;
}

function groupIn(
  words: string,
  before: DaysSaid | undefined,
  context: WhenContext,
  way: Way,
  isDated: boolean,
): Group | undefined {
  const rest = words.replace(FILLED, '');
  const lunch = BREAK.exec(rest);
  if (lunch) {
    const spans = spansInFront(rest.slice(lunch[0].length), way);
    if (spans) return breakOf(spans, before?.days, LUNCH_OFF);
  }
  return closedFirst(rest, context, way) ?? daysFirst(rest, context, way, isDated) ?? withoutDays(rest, before, way);
}

function breakOf({ spans, rest, unsure }: SpansSaid, days: Days | undefined, behind: RegExp): Group {
  const left = rest.replace(behind, '').replace(FOR_LUNCH, '');
  return {
    days: days ?? { weekdays: GROUPS.daily! },
    spans: joined(spans),
    isBreak: true,
    name: '',
    rest: left,
    unsure,
  };
}

/** 'closed sundays', 休息：周日 */
function closedFirst(words: string, context: WhenContext, way: Way): Group | undefined {
  const closed = CLOSED.exec(words);
  if (!closed) return undefined;
  const behind = words.slice(closed[0].length).replace(/^[\s:：]*(?:on\s|for\s|from\s|over\s|日[:：是]?)?/iu, '');
  const spans = spansInFront(behind, way);
  if (spans && (FOR_LUNCH.test(spans.rest) || CLOCK_SAID.test(behind.slice(0, behind.length - spans.rest.length))))
    return breakOf(spans, undefined, LUNCH_OFF);
  for (const end of ends(behind)) {
    const said = readDays(behind.slice(0, end), context, way);
    if (said) return { days: said.days, spans: [], name: said.name, rest: behind.slice(end), unsure: said.unsure };
  }
  return undefined;
}

/** Where days may end: at the end, or in front of a comma; the furthest first. */
const ends = (text: string): number[] => {
  const near = text.slice(0, NEAR);
  const marks = [...near.matchAll(/[,，;；。]/gu)].map(({ index }) => index);
  return [...(text.length <= NEAR ? [text.length] : []), ...marks.reverse()].slice(0, 6);
};

function daysFirst(words: string, context: WhenContext, way: Way, isDated: boolean): Group | undefined {
  let tried = 0;
  for (let at = 1; at < Math.min(words.length, NEAR + 1) && tried < 8; at++) {
    if (!begins(words, at)) continue;
    const behind = words.slice(at);
    const hours = hoursAt(behind, way);
    if (!hours) continue;
    tried++;
    const front = words.slice(0, at);
    const said = readDays(front, context, way);
    if (!said) continue;
    // 9-12 13-18 is a date only where that is tried
    if (!isDated && 'dates' in said.days && /^\d{1,2}-\d{1,2}[\s,;]*$/u.test(front) && areHours(words, context, way))
      continue;
    if ('weekdays' in said.days && hours.spans === 'usual') return undefined;
    return { ...said, ...hours, unsure: said.unsure || hours.unsure };
  }
  return undefined;
}

/** Hours and no more, or with the weekdays behind them on which it is closed: 9-17 closed wed. */
function areHours(words: string, context: WhenContext, way: Way): boolean {
  const rest = spansInFront(words, way)?.rest.replace(GAP, '').replace(FILLED, '');
  const closed = rest && closedFirst(rest, context, way);
  return rest === '' || (closed !== undefined && closed !== '' && 'weekdays' in closed.days);
}

/** Hours begin where a word does; between Chinese letters anywhere. */
function begins(words: string, at: number): boolean {
  const [before, here] = [words[at - 1]!, words[at]!];
  if (/\s/u.test(here) || /[.:/]/u.test(before)) return false;
  return !/[\p{L}\p{N}-]/u.test(before) || /\p{Script=Han}/u.test(before) || /\p{Script=Han}/u.test(here);
}

type Hours = Pick<DaysSaid, 'spans' | 'isBreak'> & { rest: string; unsure: boolean };

function hoursAt(words: string, way: Way): Hours | undefined {
  const open = words.replace(/^(?:open|营业|上班|开门)[\s:：]*(?=[\d早上下中晚])/iu, '');
  const closed = CLOSED.exec(open);
  if (closed) {
    const rest = open.slice(closed[0].length);
    return FOR_LUNCH.test(rest) ? undefined : { spans: [], rest, unsure: false };
  }
  const usual = USUAL.exec(open);
  if (usual) return { spans: 'usual', rest: open.slice(usual[0].length), unsure: false };
  const spans = spansInFront(open, way);
  if (!spans) return undefined;
  const { rest, unsure } = spans;
  const isBreak = FOR_LUNCH.test(rest) || LUNCH_OFF.test(rest);
  const left = rest.replace(FOR_LUNCH, '').replace(isBreak ? LUNCH_OFF : /^(?:营业|上班|开门)/u, '');
  return { spans: joined(spans.spans), rest: left, unsure, ...(isBreak && { isBreak: true as const }) };
}

/** Hours alone: on the days before them, if those were a break's, else from Monday to Friday; 24/7 is every day. */
function withoutDays(words: string, before: DaysSaid | undefined, way: Way): Group | undefined {
  const hours = hoursAt(words, way);
  if (!hours || hours.spans === 'usual' || hours.spans.length === 0) return undefined;
  if (hours.isBreak) return { ...hours, days: before?.days ?? { weekdays: GROUPS.daily! }, name: '' };
  const isAlways = spansInFront(words, way)?.allDay;
  if (isAlways) return { ...hours, days: { weekdays: GROUPS.daily! }, name: '' };
  return { ...hours, days: { weekdays: GROUPS.weekdays! }, name: '', assumed: true };
}
