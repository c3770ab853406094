import { daysInRow } from './days_in_row.ts';
import {
  between,
  type Days,
  daily,
  dated,
  datesIn,
  daysBut,
  monthly,
  type Reading,
  spread,
  weekly,
} from './repeat_days.ts';
import { WORKDAY } from './workday.ts';

const DAY = '(?:mon|tue|tues|wednes|wed|thurs|thu|thur|fri|satur|sat|sun)(?:day)?s?';
/** On each of them; tues, weds and thurs are one day, written short. */
const DAYS_EACH = '(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days|(?:mon|fri|sat|sun)s)';
export const DAYS = `(${DAY}(?:(?:\\s?[,&/+–-]\\s?|,? and | to | through | )${DAY})*)`;
const NTH = '(first|1st|second|2nd|third|3rd|fourth|4th|last)';
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const DATE = '(\\d{1,2})(?:st|nd|rd|th)?';
const DATED = '(\\d{1,2})(?:st|nd|rd|th)';
export const DATES = `((?:the )?${DATED}(?:(?:,| and| &) (?:the )?\\d{1,2}(?:st|nd|rd|th)?)*)`;
export const EACH = '(?:every|each)';
/** Bare numbers are dates only behind 'on'. */
const BARE_DATES = '(?:on )(\\d{1,2}(?:(?:,| and| &) \\d{1,2})*)(?![:.]?\\d|\\s?[ap]\\.?m|:)';
const STARTING = '(?:starting|beginning|from)(?: on)?';
export const STEP = '(?:(other|second|2nd|third|3rd|\\d{1,2}|two|three|four|six) )?';
const OF_MONTH = `(?: (?:of|in) (?:${EACH}|the|a) month)`;

const en = (pattern: string): RegExp => new RegExp(`(?<![\\p{L}\\p{N}])${pattern}(?![\\p{L}\\p{N}]|['’]s)`, 'iu');
/** 'monthly report' only says which report. */
const adverb = (pattern: string): RegExp =>
  new RegExp(
    `(?<![\\p{L}\\p{N}])${pattern}(?=\\s*(?:$|[,.:;]|at\\b|on\\b|in the\\b|before\\b|\\d{1,2}(?::\\d{2}|\\s?[ap]m)))`,
    'iu',
  );

const WORK = '(?:working|business|work)[ -]?day';
/** In 3 working days is once. */
const UNCOUNTED =
  '(?<!(?:\\d|\\b(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|few|some|several|couple of|next|last|past|many))[ -])';
const WORKDAYS = [0, 1, 2, 3, 4];
/** From one day to another is each week, where it is not said to be one week's and an hour stands beside it. */
const SPAN = `(?<!\\b(?:next|this|last|coming|past|till?|until) )(?:(?:on|from) )?(${DAY})\\s?(?:to|through|thru|-|–)\\s?(${DAY})`;
const EVERY_DAY = `(?:on )?(?:(?:${EACH} (?:single )?(?:day|(weekday|workday|working day|business day))|daily|everyday)|${EACH})`;

export const ENGLISH: readonly Reading[] = [
  [en(`${EVERY_DAY} except (?:${DAYS}|(weekends?)|(weekdays|${WORK}s))`), (m) => butFor(m[1], m[2], m[4])],
  [en(`(?:on )?(?:${EACH} )?(?:the )?${NTH} ${WORK}${OF_MONTH}`), (m) => nthWork(m[1]!)],
  [en(`(?:on )?${EACH} ${NTH} ${WORK}(?: (?:of|in) the month)?`), (m) => nthWork(m[1]!)],
  [en(`(?:${EACH} month|monthly),? on the ${NTH} ${WORK}`), (m) => nthWork(m[1]!)],
  [en(`(?:on )?(?:${EACH} )?(?:the )?${NTH} ${DAY}${OF_MONTH}`), (m) => nthOf(m[1]!, m[0])],
  [en(`(?:on )?${EACH} (?:first|1st|third|3rd|fourth|4th|last) ${DAY}`), (m) => nthOf(wordIn(m[0], NTH), m[0])],
  [en(`(?:${EACH} month|monthly),? on the ${NTH} ${DAY}`), (m) => nthOf(m[1]!, m[0])],
  [
    en(
      `(?:(?:on )?(?:${EACH} )?(?:the )?(?:last day|end) of (?:${EACH}|the) month(?! at\\b.{0,9}\\bof)|${EACH} month[- ]?end)`,
    ),
    (m) => (/^(?!(?:on )?(?:every|each)\b).*the month$/i.test(m[0]) ? undefined : monthly([-1])),
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
  [en(`(?:on )?(?:${EACH} )?non[- ]?${WORK}s`), () => weekly([5, 6])],
  [en(`(?:on )?${EACH} non[- ]?${WORK}`), () => weekly([5, 6])],
  [en(`(?:on )?${EACH} (?:weekday|${WORK})s?`), () => weekly(WORKDAYS)],
  [en(`on (?:weekdays|${WORK}s)`), () => weekly(WORKDAYS)],
  [adverb(`${UNCOUNTED}(?:weekdays|${WORK}s)`), () => weekly(WORKDAYS)],
  [
    en(`(?:on )?${EACH} (${DAY})\\s?(?:to|through|thru|till?|until|-|–)\\s?(${DAY})`),
    (m) => weekly(daysFrom(m[1]!, m[2]!)),
  ],
  [en(`${SPAN}(?=,? (?:(?:at|from) )?\\d)`), (m) => weekly(daysFrom(m[1]!, m[2]!))],
  [en(`(?<=(?:\\d|\\d\\s?[ap]m),? )${SPAN}`), (m) => weekly(daysFrom(m[1]!, m[2]!))],
  [en(`(?:on )?(?:${EACH} weekend|weekends)`), () => weekly([5, 6])],
  [
    en(`(?:on )?${EACH} ${STEP}(?:week|fortnight)s?,? (?:on |${STARTING} )?${DAYS}`),
    (m) => weekly(daysIn(m[2]!), stepOf(m[1]) * (/fortnight/i.test(m[0]) ? 2 : 1)),
  ],
  [en(`(weekly|biweekly|fortnightly),? (?:on )?${DAYS}`), (m) => weekly(daysIn(m[2]!), /^w/i.test(m[1]!) ? 1 : 2)],
  [en(`(?:on )?${EACH} ${STEP}${DAYS}`), (m) => weekly(daysIn(m[2]!), stepOf(m[1]))],
  [en(`(?:on )?alternate ${DAYS}`), (m) => weekly(daysIn(m[1]!), 2)],
  [en('(?:on )?alternate days'), () => daily(2)],
  [en('(?:in )?alternate weeks'), () => weekly([], 2)],
  [en(`on (${DAYS_EACH}(?:(?:,| and| &) ${DAY})*)`), (m) => weekly(daysIn(m[1]!))],
  [adverb(`(${DAYS_EACH}(?:(?:,| and| &) ${DAYS_EACH})*)`), (m) => weekly(daysIn(m[1]!))],
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
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const yearly = (month: string, date: string): Days | undefined =>
  dated(MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1, Number(date));

const STEPS: Readonly<Record<string, number>> = {
  other: 2, second: 2, '2nd': 2, two: 2, third: 3, '3rd': 3, three: 3, four: 4, six: 6,
}; // biome-ignore format: a table
const stepOf = (word: string | undefined): number =>
  word === undefined ? 1 : (STEPS[word.toLowerCase()] ?? Number(word));

const ORDER: Readonly<Record<string, number>> = { f: 1, '1': 1, s: 2, '2': 2, t: 3, '3': 3, '4': 4, l: -1 };
const whichOf = (word: string): number => (/^fo/i.test(word) ? 4 : ORDER[word[0]!.toLowerCase()]!);
const nthWork = (word: string): Days => ({
  ...{ unit: 'month', every: 1, on: [] },
  nth: { which: whichOf(word), weekday: WORKDAY },
});

/** Those of the week, or of its working days, without the days that are left out. */
const butFor = (workdays?: string, off?: string, work?: string): Days | undefined =>
  daysBut(workdays !== undefined, work ? WORKDAYS : off === undefined ? [5, 6] : daysIn(off));

function nthOf(word: string, whole: string): Days {
  const which = whichOf(word);
  const weekday = daysIn(wordIn(whole, `${NTH} (${DAY})`, 2))[0]!;
  return { unit: 'month', every: 1, on: [], nth: { which, weekday } };
}

const wordIn = (text: string, pattern: string, group = 1): string =>
  new RegExp(`\\b${pattern}\\b`, 'i').exec(text)?.[group] ?? '';

const daysFrom = (first: string, last: string): number[] => between(daysIn(first)[0]!, daysIn(last)[0]!);

const WEEKDAY_NAMES = ['mo', 'tu', 'we', 'th', 'fr', 'sa', 'su'];
const daysIn = (text: string): number[] =>
  daysInRow(text, DAY, (day) => WEEKDAY_NAMES.indexOf(day.slice(0, 2).toLowerCase()));
