import { head } from '../../cut.ts';
import { readChineseNumber } from '../../money/numerals.ts';
import { plainly } from '../../plainly.ts';
import type { WhenContext } from '../format_when.ts';
import { parseWhen, parseWhenFirst, type When } from '../parse_when.ts';
import { dayOf, isoDay, wallTime } from '../zone.ts';
import { daysInRow, unique } from './days_in_row.ts';
import { firstDay, nextTime, type Repeat } from './repeat.ts';
import { leftOfRepeat } from './repeat_left.ts';

/** What comes back, when it does so first, and the words around it. */
export interface Repeating {
  repeat: Repeat;
  /** The first time that is still to come. */
  at: Date;
  rest: string;
  /** What of it was not understood, right behind what was. */
  left?: string;
}

/** The days alone: how far they are apart is all that words before the time of day say. */
type Days = Omit<Repeat, 'from' | 'minutes'> & { month?: number };
type Reading = readonly [RegExp, (match: RegExpExecArray) => Days | undefined];

/** Nothing is looked for further from the beginning. */
const LONGEST = 300;

const DAY = '(?:mon|tue|tues|wednes|wed|thurs|thu|thur|fri|satur|sat|sun)(?:day)?s?';
const DAYS = `(${DAY}(?:(?:\\s?[,&/+–-]\\s?|,? and | to | through | )${DAY})*)`;
const NTH = '(first|1st|second|2nd|third|3rd|fourth|4th|last)';
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE = '(\\d{1,2})(?:st|nd|rd|th)?';
const DATED = '(\\d{1,2})(?:st|nd|rd|th)';
const DATES = `((?:the )?${DATED}(?:(?:,| and| &) (?:the )?\\d{1,2}(?:st|nd|rd|th)?)*)`;
const EACH = '(?:every|each)';
/** Bare numbers are dates only behind 'on'. */
const BARE_DATES = '(?:on )(\\d{1,2}(?:(?:,| and| &) \\d{1,2})*)(?![:.]?\\d|\\s?[ap]\\.?m|:)';
const STARTING = '(?:starting|beginning|from)(?: on)?';
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
  [
    en(`${EACH} ${STEP}(months?|quarters?),? (?:on )?(?:the )?(?:(last)|first|1st) day`),
    (m) => spread(m[3] ? [-1] : [1], stepOf(m[1]), m[2]!),
  ],
  [
    en(`${EACH} ${STEP}(months?|quarters?),? (?:on )?${DATES}(?! ${DAY}\\b)`),
    (m) => spread(datesIn(m[3]!), stepOf(m[1]), m[2]!),
  ],
  [en(`${EACH} ${STEP}(months?|quarters?),? ${BARE_DATES}`), (m) => spread(datesIn(m[3]!), stepOf(m[1]), m[2]!)],
  [en(`${EACH} half[- ]year|half[- ]yearly|every six months`), () => monthly([], 6)],
  [en(`${EACH} ${DATE}(?: of)? ${MONTH}`), (m) => yearly(m[2]!, m[1]!)],
  [en(`${EACH} ${MONTH} ${DATE}`), (m) => yearly(m[1]!, m[2]!)],
  [en(`(?:${EACH} year|yearly|annually),? (?:on )?(?:the )?${DATE}(?: of)? ${MONTH}`), (m) => yearly(m[2]!, m[1]!)],
  [en(`(?:${EACH} year|yearly|annually),? (?:on )?${MONTH} ${DATE}`), (m) => yearly(m[1]!, m[2]!)],
  [en(`${DATE}(?: of)? ${MONTH} ${EACH} year`), (m) => yearly(m[2]!, m[1]!)],
  [en(`${EACH} ${DATES}(?! (?:day|week|month|quarter|year|${DAY})\\b)`), (m) => monthly(datesIn(m[1]!))],
  [en(`(?:on )?${EACH} (?:weekday|workday|working day|business day)s?`), () => weekly([0, 1, 2, 3, 4])],
  [en('on (?:weekdays|workdays)'), () => weekly([0, 1, 2, 3, 4])],
  [adverb('(?:weekdays|workdays)'), () => weekly([0, 1, 2, 3, 4])],
  [
    en(`(?:on )?${EACH} (${DAY})\\s?(?:to|through|thru|till|until|-|–)\\s?(${DAY})`),
    (m) => weekly(daysFrom(m[1]!, m[2]!)),
  ],
  [en(`(?:on )?(?:${EACH} weekend|weekends)`), () => weekly([5])],
  [
    en(`(?:on )?${EACH} ${STEP}(?:week|fortnight)s?,? (?:on |${STARTING} )?${DAYS}`),
    (m) => weekly(daysIn(m[2]!), stepOf(m[1]) * (/fortnight/i.test(m[0]) ? 2 : 1)),
  ],
  [en(`(weekly|biweekly|fortnightly),? (?:on )?${DAYS}`), (m) => weekly(daysIn(m[2]!), /^w/i.test(m[1]!) ? 1 : 2)],
  [en(`(?:on )?${EACH} ${STEP}${DAYS}`), (m) => weekly(daysIn(m[2]!), stepOf(m[1]))],
  [en(`(?:on )?alternate ${DAYS}`), (m) => weekly(daysIn(m[1]!), 2)],
  [en('(?:on )?alternate days'), () => daily(2)],
  [en('(?:in )?alternate weeks'), () => weekly([], 2)],
  [en(`on (${DAY.replace('s?', 's')}(?:(?:,| and| &) ${DAY})*)`), (m) => weekly(daysIn(m[1]!))],
  [adverb(`(${DAY.replace('s?', 's')}(?:(?:,| and| &) ${DAY.replace('s?', 's')})*)`), (m) => weekly(daysIn(m[1]!))],
  [/(?<![\p{L}\p{N}])(?:every|each) (?=(?:morning|afternoon|evening|night)\b)/iu, () => daily(1)],
  [en(`${EACH} ${STEP}days?`), (m) => daily(stepOf(m[1]))],
  [en(`${EACH} ${STEP}weeks?`), (m) => weekly([], stepOf(m[1]))],
  [en(`${EACH} fortnight`), () => weekly([], 2)],
  [en(`${EACH} ${STEP}(months?|quarters?)`), (m) => monthly([], stepOf(m[1]) * (/^q/i.test(m[2]!) ? 3 : 1))],
  [en(`${EACH} ${STEP}years?`), (m) => ({ unit: 'year', every: stepOf(m[1]), on: [] })],
  [adverb('(?:daily|everyday)'), () => daily(1)],
  [adverb('(?:biweekly|fortnightly)'), () => weekly([], 2)],
  [adverb('weekly'), () => weekly([])],
  [adverb('monthly'), () => monthly([])],
  [adverb('quarterly'), () => monthly([], 3)],
  [adverb('(?:yearly|annually)'), () => ({ unit: 'year', every: 1, on: [] })],
];

/** What may part how often from which day. */
const APART = '[\\s,:的]{0,3}';
const COUNT = '(\\d{1,2}|[一二两三四五六七八九十]{1,2})';
const WEEK = '(?:周|星期|礼拜)';
const WEEKDAY = '[一二三四五六日天]';
const WEEKDAYS = `(${WEEKDAY}(?:\\s?(?:[、,，和跟及到至~-]\\s?)?${WEEK}?${WEEKDAY}(?![点點号日月天个小分刻]))*)(?![次遍回])`;
const DATES_ZH =
  '((?:\\d{1,2}|[一二三]?十?[一二三四五六七八九十])(?:[号日])?(?:[、,，和跟及](?:\\d{1,2})[号日]?)*[号日])';

const CHINESE: readonly Reading[] = [
  [
    new RegExp(`每(?:个)?月${APART}(?:第?([一二三四1-4])个?|(最后)一?个?)${WEEK}(${WEEKDAY})`),
    (m) => ({ unit: 'month', every: 1, on: [], nth: { which: m[2] ? -1 : numberIn(m[1]!), weekday: dayIn(m[3]!) } }),
  ],
  [
    new RegExp(`每(隔)?(?:${COUNT}个|个)?(月|季度?)${APART}(?:最后一天|月?底|[月季]?末)`),
    (m) => spread([-1], stepIn(m[1], m[2]), m[3]!),
  ],
  [
    new RegExp(`每(隔)?(?:${COUNT}个|个)?(月|季度?)${APART}(?:的?第一天|初一?(?![一二三四五六七八九十]))`),
    (m) => spread([1], stepIn(m[1], m[2]), m[3]!),
  ],
  [
    new RegExp(`每(隔)?(?:${COUNT}个|个)?(月|季度?)${APART}${DATES_ZH}`),
    (m) => spread(datesIn(m[4]!), stepIn(m[1], m[2]), m[3]!),
  ],
  [/每半年/, () => monthly([], 6)],
  [
    new RegExp(`每年${APART}${COUNT.replace('1,2', '1,3')}月${COUNT.replace('{1,2}]', '{1,3}]')}[号日]?`),
    (m) => dated(numberIn(m[1]!), numberIn(m[2]!)),
  ],
  [
    new RegExp(`${COUNT.replace('1,2', '1,3')}月${COUNT.replace('{1,2}]', '{1,3}]')}[号日]?[,，]?每年(?:都|的)?`),
    (m) => dated(numberIn(m[1]!), numberIn(m[2]!)),
  ],
  [
    new RegExp(`(?:每逢?|逢)个?${WEEK}(${WEEKDAY})(?:到|至|[-–~～])${WEEK}?(${WEEKDAY})`),
    (m) => weekly(between(dayIn(m[1]!), dayIn(m[2]!))),
  ],
  [new RegExp(`每?逢${DATES_ZH}`), (m) => monthly(datesIn(m[1]!))],
  [/每个?(?:工作日|上班日)|工作日每?天?(?=早|上午|中午|下午|晚|\d)/, () => weekly([0, 1, 2, 3, 4])],
  [/每个?周末/, () => weekly([5])],
  [
    new RegExp(`[每逢](?:(隔)?${COUNT}个?${WEEK}${APART})${WEEK}${WEEKDAYS}`),
    (m) => weekly(daysOf(m[3]!), stepIn(m[1], m[2])),
  ],
  [new RegExp(`隔${WEEK}${APART}${WEEK}?${WEEKDAYS}`), (m) => weekly(daysOf(m[1]!), 2)],
  [new RegExp(`${WEEK}${WEEKDAYS}[,的]?每[天周]`), (m) => weekly(daysOf(m[1]!))],
  [new RegExp(`(?:每逢?|逢)个?${WEEK}(?:${APART}${WEEK})?${WEEKDAYS}`), (m) => weekly(daysOf(m[1]!))],
  [new RegExp(`每(隔)?${COUNT}个?(天|日|${WEEK}|月|季度?|年)`), (m) => spaced(stepIn(m[1], m[2]), m[3]!)],
  [/隔[天日]/, () => daily(2)],
  [new RegExp(`隔${WEEK}`), () => weekly([], 2)],
  [/每(?=[早晚])/, () => daily(1)],
  [/每[天日](?:都要?)?/, () => daily(1)],
  [new RegExp(`每个?(${WEEK}|月|季(?!度)|季度|年)(?!刊|报(?:$|[\\s,，]))`), (m) => spaced(1, m[1]!)],
];

const DIGIT_ZH = '\\d一二两三四五六七八九十几';
/** Said twice it is each: 天天 as 每天. Not where one of the two belongs to another word (今天|天气), or somebody is called so. As long as what it stands for. */
const REDOUBLED = new RegExp(
  [
    `(?<![${DIGIT_ZH}多今明后昨前当每聊白整半给跟和对叫找问向替与约陪送])(?:天天(?![气亮黑冷热晴阴数空色]|快递|特价|向上|基金)|日日(?![程期记报常用本历志子]))`,
    `(?<![${DIGIT_ZH}每个上下本当这那今明去前后整半满正])(?:月月(?=[${DIGIT_ZH}初底末最])|年年(?=[${DIGIT_ZH}])|周周(?=${WEEKDAY}|末))`,
  ].join('|'),
  'gu',
);

/** Reads what comes back, wherever it stands, with the time of day next to it: every first Monday at 9, 每月15号上午10点. */
export function parseRepeat(text: string, context: WhenContext): Repeating | undefined {
  return inOrder(clockLast(text), context);
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
  const match = CLOCK_FIRST.map((pattern) => pattern.exec(text.slice(0, LONGEST))).find(Boolean);
  if (!match) return text;
  const { often, hour, day } = match.groups!;
  return `${text.slice(0, match.index)}${often} ${day} ${hour}${text.slice(match.index + match[0].length)}`;
}

function inOrder(text: string, context: WhenContext): Repeating | undefined {
  const plain = plainly(head(text, LONGEST)).replace(REDOUBLED, (both) => `每${both[0]}`);
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
  const from = month === undefined ? today : dayOf(2000, month, days.unit === 'year' ? days.on[0]! : 1);
  if (from === undefined) return undefined;
  const every = days.unit === 'month' && month !== undefined ? days.every : 1;
  const any = { ...days, every, on: days.unit === 'year' ? [] : days.on, from, minutes: 0 };
  const read = clockNextTo(isoDay(firstDay(any, today)), before, after, context);
  if (!read || read.when.others) return undefined;
  const minutes = read.when.dateOnly ? USUAL : wallTime(read.when.at, context.timezone).minutes;
  const at = nextTime({ ...any, minutes }, context.now, context.timezone);
  const first = wallTime(at, context.timezone).day;
  const left = leftOfRepeat(read.behind, read.rest, !read.when.dateOnly);
  return {
    repeat: { ...any, every: days.every, from: first, minutes },
    at,
    rest: read.rest,
    ...(left !== undefined && { left }),
  };
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
  if (behind && !behind.dateOnly) return { when: behind, rest: joined(before, behind.rest), behind: behind.rest };
  if (front) return { when: front, rest: joined(front.rest, after), behind: after };
  const end = after.trim() === '' ? undefined : parseWhen(`${day} ${after.trim()}`, context);
  if (end && !end.rest.includes(day)) return { when: end, rest: joined(before, end.rest), behind: end.rest };
  return behind && { when: behind, rest: joined(before, behind.rest), behind: behind.rest };
}

const joined = (one: string, other: string): string =>
  [one, other]
    .map((part) => part.replace(/^[\s,，、。:：]+|[\s,，、:：]+$/gu, ''))
    .filter(Boolean)
    .join(/\p{Script=Han}$/u.test(one.trim()) && /^\p{Script=Han}/u.test(other.trim()) ? '' : ' ');

const daily = (every: number): Days => ({ unit: 'day', every, on: [] });
const weekly = (on: number[], every = 1): Days => ({ unit: 'week', every, on: unique(on) });
const dated = (month: number, date: number): Days | undefined =>
  dayOf(2000, month, date) === undefined ? undefined : { unit: 'year', every: 1, on: [date], month };

function monthly(on: number[], every = 1): Days | undefined {
  return on.every((date) => date === -1 || (date >= 1 && date <= 31)) ? { unit: 'month', every, on } : undefined;
}

/** Dates of each such month; those of a quarter are of its first month, its last day of its last. */
function spread(on: number[], every: number, unit: string): Days | undefined {
  const days = monthly(on, every * (/^(?:q|季)/i.test(unit) ? 3 : 1));
  return days && /^(?:q|季)/i.test(unit) ? { ...days, month: on[0] === -1 ? 3 : 1 } : days;
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

/** From one day of the week to another, both counted. */
function between(first: number, last: number): number[] {
  return Array.from({ length: ((last - first + 7) % 7) + 1 }, (_, ahead) => (first + ahead) % 7);
}

const daysFrom = (first: string, last: string): number[] => between(daysIn(first)[0]!, daysIn(last)[0]!);

const WEEKDAY_NAMES = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const daysIn = (text: string): number[] =>
  daysInRow(text, DAY, (day) => WEEKDAY_NAMES.indexOf(day.slice(0, 2).toLowerCase()));

const datesIn = (text: string): number[] =>
  unique(
    [...text.matchAll(/\d{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]/g)].map(([one]) => numberIn(one)),
  );

const numberIn = (text: string): number => (/^\d/.test(text) ? Number(text) : (readChineseNumber(text) ?? Number.NaN));
const dayIn = (text: string): number => '一二三四五六日'.indexOf(text.replace('天', '日'));
const daysOf = (text: string): number[] => daysInRow(text, `${WEEK}?${WEEKDAY}`, (day) => dayIn(day.at(-1)!));
/** 隔一周 is each second week, 隔两天 each third day. */
const stepIn = (apart: string | undefined, count: string | undefined): number =>
  (count === undefined ? 1 : numberIn(count)) + (apart === undefined ? 0 : 1);

function spaced(every: number, unit: string): Days | undefined {
  if (/^[天日]/.test(unit)) return daily(every);
  if (/^[周星礼]/.test(unit)) return weekly([], every);
  if (/^季/.test(unit)) return monthly([], every * 3);
  return unit === '月' ? monthly([], every) : { unit: 'year', every, on: [] };
}
