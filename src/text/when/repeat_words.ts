import { head } from '../cut.ts';
import { readChineseNumber } from '../money/numerals.ts';
import { plainly } from '../plainly.ts';
import type { WhenContext } from './format_when.ts';
import { parseWhen, parseWhenFirst, type When } from './parse_when.ts';
import { firstDay, nextTime, type Repeat } from './repeat.ts';
import { dayOf, isoDay, wallTime } from './zone.ts';

/** What comes back, when it does so first, and the words around it. */
export interface Repeating {
  repeat: Repeat;
  /** The first time that is still to come. */
  at: Date;
  rest: string;
}

/** The days alone: how far they are apart is all that words before the time of day say. */
type Days = Omit<Repeat, 'from' | 'minutes'> & { month?: number };
type Reading = readonly [RegExp, (match: RegExpExecArray) => Days | undefined];

/** Nothing is looked for further from the beginning. */
const LONGEST = 300;

const DAY = '(?:mon|tue|tues|wednes|wed|thurs|thu|thur|fri|satur|sat|sun)(?:day)?s?';
const DAYS = `(${DAY}(?:(?:\\s?[,&/+]\\s?|,? and | )${DAY})*)`;
const NTH = '(first|1st|second|2nd|third|3rd|fourth|4th|last)';
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE = '(\\d{1,2})(?:st|nd|rd|th)?';
const DATED = '(\\d{1,2})(?:st|nd|rd|th)';
const DATES = `((?:the )?${DATED}(?:(?:,| and| &) (?:the )?\\d{1,2}(?:st|nd|rd|th)?)*)`;
const EACH = '(?:every|each)';
const STEP = '(?:(other|second|2nd|third|3rd|\\d{1,2}|two|three|four|six) )?';
const OF_MONTH = `(?: (?:of|in) (?:${EACH}|the|a) month)`;

const en = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}]|['’]s)`, 'iu');
/** 'monthly report' only says which report. */
const adverb = (pattern: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${pattern}(?=\\s*(?:$|[,.:;]|at\\b|on\\b|in the\\b|before\\b|\\d{1,2}(?::\\d{2}|\\s?[ap]m)))`,
    'iu',
  );

const ENGLISH: readonly Reading[] = [
  [en(`(?:on )?(?:${EACH} )?(?:the )?${NTH} ${DAY}${OF_MONTH}`), (m) => nthOf(m[1]!, m[0])],
  [en(`(?:on )?${EACH} (?:first|1st|third|3rd|fourth|4th|last) ${DAY}`), (m) => nthOf(wordIn(m[0], NTH), m[0])],
  [en(`(?:${EACH} month|monthly),? on the ${NTH} ${DAY}`), (m) => nthOf(m[1]!, m[0])],
  [
    en(`(?:(?:on )?(?:the )?(?:last day|end) of (?:${EACH}|the) month(?! at\\b.{0,9}\\bof)|${EACH} month[- ]?end)`),
    (m) => (/the month$/i.test(m[0]) ? undefined : monthly([-1])),
  ],
  [en(`(?:on )?${DATES}(?: day)? of ${EACH} month`), (m) => monthly(datesIn(m[1]!))],
  [en(`(?:${EACH} month|monthly),? (?:on )?${DATES}`), (m) => monthly(datesIn(m[1]!))],
  [en(`${EACH} ${DATE}(?: of)? ${MONTH}`), (m) => yearly(m[2]!, m[1]!)],
  [en(`${EACH} ${MONTH} ${DATE}`), (m) => yearly(m[1]!, m[2]!)],
  [en(`(?:${EACH} year|yearly|annually),? (?:on )?(?:the )?${DATE}(?: of)? ${MONTH}`), (m) => yearly(m[2]!, m[1]!)],
  [en(`(?:${EACH} year|yearly|annually),? (?:on )?${MONTH} ${DATE}`), (m) => yearly(m[1]!, m[2]!)],
  [en(`${DATE}(?: of)? ${MONTH} ${EACH} year`), (m) => yearly(m[2]!, m[1]!)],
  [en(`${EACH} ${DATES}(?! (?:day|week|month|quarter|year|${DAY})\\b)`), (m) => monthly(datesIn(m[1]!))],
  [en(`(?:on )?${EACH} (?:weekday|workday|working day|business day)s?`), () => weekly([0, 1, 2, 3, 4])],
  [en('on (?:weekdays|workdays)'), () => weekly([0, 1, 2, 3, 4])],
  [en(`(?:on )?(?:${EACH} weekend|weekends)`), () => weekly([5])],
  [
    en(`(?:on )?${EACH} ${STEP}(?:week|fortnight)s?,? (?:on )?${DAYS}`),
    (m) => weekly(daysIn(m[2]!), stepOf(m[1]) * (/fortnight/i.test(m[0]) ? 2 : 1)),
  ],
  [en(`(weekly|biweekly|fortnightly),? (?:on )?${DAYS}`), (m) => weekly(daysIn(m[2]!), /^w/i.test(m[1]!) ? 1 : 2)],
  [en(`(?:on )?${EACH} ${STEP}${DAYS}`), (m) => weekly(daysIn(m[2]!), stepOf(m[1]))],
  [en(`on (${DAY.replace('s?', 's')}(?:(?:,| and| &) ${DAY})*)`), (m) => weekly(daysIn(m[1]!))],
  [/(?<![\p{L}\p{N}])(?:every|each) (?=(?:morning|afternoon|evening|night)\b)/iu, () => daily(1)],
  [en(`${EACH} ${STEP}days?`), (m) => daily(stepOf(m[1]))],
  [en(`${EACH} ${STEP}weeks?`), (m) => weekly([], stepOf(m[1]))],
  [en(`${EACH} fortnight`), () => weekly([], 2)],
  [en(`${EACH} ${STEP}(months?|quarters?)`), (m) => monthly([], stepOf(m[1]) * (/^q/i.test(m[2]!) ? 3 : 1))],
  [en(`${EACH} ${STEP}years?`), (m) => ({ unit: 'year', every: stepOf(m[1]), on: [] })],
  [adverb('daily'), () => daily(1)],
  [adverb('(?:biweekly|fortnightly)'), () => weekly([], 2)],
  [adverb('weekly'), () => weekly([])],
  [adverb('monthly'), () => monthly([])],
  [adverb('quarterly'), () => monthly([], 3)],
  [adverb('(?:yearly|annually)'), () => ({ unit: 'year', every: 1, on: [] })],
];

const COUNT = '(\\d{1,2}|[一二两三四五六七八九十]{1,2})';
const WEEK = '(?:周|星期|礼拜)';
const WEEKDAY = '[一二三四五六日天]';
const WEEKDAYS = `(${WEEKDAY}(?:[、,，和跟及]?${WEEK}?${WEEKDAY}(?![点點号日月天个小分刻]))*)`;
const DATES_ZH =
  '((?:\\d{1,2}|[一二三]?十?[一二三四五六七八九十])(?:[号日])?(?:[、,，和跟及](?:\\d{1,2})[号日]?)*[号日])';

const CHINESE: readonly Reading[] = [
  [
    new RegExp(`每(?:个)?月的?(?:第?([一二三四1-4])个?|(最后)一?个?)${WEEK}(${WEEKDAY})`),
    (m) => ({ unit: 'month', every: 1, on: [], nth: { which: m[2] ? -1 : numberIn(m[1]!), weekday: dayIn(m[3]!) } }),
  ],
  [/每个?月的?(?:最后一天|月?底|月末)/, () => monthly([-1])],
  [new RegExp(`每(隔)?(?:${COUNT}个|个)?月的?${DATES_ZH}`), (m) => monthly(datesIn(m[3]!), stepIn(m[1], m[2]))],
  [
    new RegExp(`每年的?${COUNT.replace('1,2', '1,3')}月${COUNT.replace('{1,2}]', '{1,3}]')}[号日]?`),
    (m) => dated(numberIn(m[1]!), numberIn(m[2]!)),
  ],
  [
    new RegExp(`${COUNT.replace('1,2', '1,3')}月${COUNT.replace('{1,2}]', '{1,3}]')}[号日]?[,，]?每年(?:都|的)?`),
    (m) => dated(numberIn(m[1]!), numberIn(m[2]!)),
  ],
  [/每个?(?:工作日|上班日)|工作日每?天?(?=早|上午|中午|下午|晚|\d)/, () => weekly([0, 1, 2, 3, 4])],
  [/每个?周末/, () => weekly([5])],
  [
    new RegExp(`[每逢](?:(隔)?${COUNT}个?${WEEK}的?)${WEEK}${WEEKDAYS}`),
    (m) => weekly(daysOf(m[3]!), stepIn(m[1], m[2])),
  ],
  [new RegExp(`隔${WEEK}的?${WEEK}?${WEEKDAYS}`), (m) => weekly(daysOf(m[1]!), 2)],
  [new RegExp(`[每逢]个?${WEEK}${WEEKDAYS}`), (m) => weekly(daysOf(m[1]!))],
  [new RegExp(`每(隔)?${COUNT}个?(天|日|${WEEK}|月|季度?|年)`), (m) => spaced(stepIn(m[1], m[2]), m[3]!)],
  [/隔[天日]/, () => daily(2)],
  [new RegExp(`隔${WEEK}`), () => weekly([], 2)],
  [/每(?=[早晚])/, () => daily(1)],
  [/[每天][天日](?<=每[天日])/, () => daily(1)],
  [new RegExp(`每个?(${WEEK}|月|季(?!度)|季度|年)(?!刊|报(?:$|[\\s,，]))`), (m) => spaced(1, m[1]!)],
];

/** Reads what comes back, wherever it stands, with the time of day next to it: every first Monday at 9, 每月15号上午10点. */
export function parseRepeat(text: string, context: WhenContext): Repeating | undefined {
  const plain = plainly(head(text, LONGEST));
  for (const [pattern, read] of [...ENGLISH, ...CHINESE]) {
    const match = pattern.exec(plain);
    const days = match ? read(match) : undefined;
    if (!match || !days || !(days.every >= 1 && days.every <= 60)) continue;
    return withClock(days, text.slice(0, match.index), text.slice(match.index + match[0].length), context);
  }
  return undefined;
}

/** The words of the days give way to the first such day, and the time of day next to it is read as ever. */
function withClock(
  { month, ...days }: Days,
  before: string,
  after: string,
  context: WhenContext,
): Repeating | undefined {
  const today = wallTime(context.now, context.timezone).day;
  const from = month === undefined ? today : dayOf(2000, month, days.on[0]!);
  if (from === undefined) return undefined;
  const any = { ...days, every: 1, on: days.unit === 'year' ? [] : days.on, from, minutes: 0 };
  const read = clockNextTo(isoDay(firstDay(any, today)), before, after, context);
  if (!read || read.when.others) return undefined;
  const minutes = read.when.dateOnly ? USUAL : wallTime(read.when.at, context.timezone).minutes;
  const at = nextTime({ ...any, minutes }, context.now, context.timezone);
  const first = wallTime(at, context.timezone).day;
  return { repeat: { ...any, every: days.every, from: first, minutes }, at, rest: read.rest };
}

/** Without a time of day: nine in the morning. */
const USUAL = 9 * 60;

function clockNextTo(
  day: string,
  before: string,
  after: string,
  context: WhenContext,
): { when: When; rest: string } | undefined {
  const behind = parseWhenFirst(`${day} ${after.replace(/^[\s,，的]+/, '')}`, context);
  const near = before.trim() === '' ? undefined : parseWhen(`${before.trim()} ${day}`, context);
  const front = near && !near.dateOnly && !near.rest.includes(day) ? near : undefined;
  // a day of its own in front contradicts those that come back
  const lead = parseWhenFirst(before, context);
  if (lead && (!front || lead.dateOnly)) return undefined;
  if (before.trim() !== '' && parseWhen(before.trim(), context)?.dateOnly) return undefined;
  if (behind && !behind.dateOnly) return { when: behind, rest: joined(before, behind.rest) };
  if (front) return { when: front, rest: joined(front.rest, after) };
  const end = after.trim() === '' ? undefined : parseWhen(`${day} ${after.trim()}`, context);
  if (end && !end.rest.includes(day)) return { when: end, rest: joined(before, end.rest) };
  return behind && { when: behind, rest: joined(before, behind.rest) };
}

const joined = (one: string, other: string): string =>
  [one, other]
    .map((part) => part.replace(/^[\s,，、。:：]+|[\s,，、:：]+$/gu, ''))
    .filter(Boolean)
    .join(/\p{Script=Han}$/u.test(one.trim()) && /^\p{Script=Han}/u.test(other.trim()) ? '' : ' ');

const daily = (every: number): Days => ({ unit: 'day', every, on: [] });
const weekly = (on: number[], every = 1): Days => ({ unit: 'week', every, on });
const dated = (month: number, date: number): Days | undefined =>
  dayOf(2000, month, date) === undefined ? undefined : { unit: 'year', every: 1, on: [date], month };

function monthly(on: number[], every = 1): Days | undefined {
  return on.every((date) => date === -1 || (date >= 1 && date <= 31)) ? { unit: 'month', every, on } : undefined;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const yearly = (month: string, date: string): Days | undefined =>
  dated(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1, Number(date));

const STEPS: Readonly<Record<string, number>> = {
  other: 2, second: 2, '2nd': 2, two: 2, third: 3, '3rd': 3, three: 3, four: 4, six: 6,
}; // biome-ignore format: a table
const stepOf = (word: string | undefined): number =>
  word === undefined ? 1 : (STEPS[word.toLowerCase()] ?? Number(word));

const ORDER: Readonly<Record<string, number>> = { f: 1, '1': 1, s: 2, '2': 2, t: 3, '3': 3, '4': 4, l: -1 };
function nthOf(word: string, whole: string): Days {
  const which = /^fo/i.test(word) ? 4 : ORDER[word[0]!.toLowerCase()]!;
  const weekday = daysIn(wordIn(whole, `${NTH} (${DAY})`, 2))[0]!;
  return { unit: 'month', every: 1, on: [], nth: { which, weekday } };
}

const wordIn = (text: string, pattern: string, group = 1): string =>
  new RegExp(`\\b${pattern}\\b`, 'i').exec(text)?.[group] ?? '';

const WEEKDAY_NAMES = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const daysIn = (text: string): number[] =>
  unique(
    [...text.matchAll(new RegExp(DAY, 'gi'))].map(([day]) => WEEKDAY_NAMES.indexOf(day.slice(0, 2).toLowerCase())),
  );

const datesIn = (text: string): number[] =>
  unique(
    [...text.matchAll(/\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]/g)].map(([one]) => numberIn(one)),
  );

const numberIn = (text: string): number => (/^\d/.test(text) ? Number(text) : (readChineseNumber(text) ?? Number.NaN));
const dayIn = (text: string): number => '一二三四五六日'.indexOf(text.replace('天', '日'));
const daysOf = (text: string): number[] => unique([...text.matchAll(/[一二三四五六日天]/g)].map(([day]) => dayIn(day)));
/** 隔一周 is each second week, 隔两天 each third day. */
const stepIn = (apart: string | undefined, count: string | undefined): number =>
  (count === undefined ? 1 : numberIn(count)) + (apart === undefined ? 0 : 1);

function spaced(every: number, unit: string): Days | undefined {
  if (/^[天日]/.test(unit)) return daily(every);
  if (/^[周星礼]/.test(unit)) return weekly([], every);
  if (/^季/.test(unit)) return monthly([], every * 3);
  return unit === '月' ? monthly([], every) : { unit: 'year', every, on: [] };
}

const unique = (numbers: number[]): number[] => [...new Set(numbers)].sort((a, b) => a - b);
