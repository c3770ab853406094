import { chineseAnchor, chineseNewYearsEve } from './chinese_calendar.ts';
import { type Anchor, movable, nthWeekday, type Said, yearly } from './grammar/anchor.ts';
import type { Rule } from './grammar/when_grammar.ts';
import { type Day, dayOf } from './zone.ts';

/** A day that comes every year, and how many days around it people usually have off with it. */
export interface Festival {
  /** As part of a regular expression. */
  names: string;
  day: (today: Day, said: Said) => Anchor | undefined;
  before: number;
  after: number;
}

/** So many days before or after it: 圣诞前两天. */
const COUNTED = '(?:第?(?:\\d{1,3}|[一两二三四五六七八九十]|十[一二三四五六七八九]))\\s?个?(?:天|日|周|星期|礼拜)';
/** What may stand behind a festival's name when the day is meant, and not its cakes, its cards or the holidays around it. */
const ZH_END = `(?:当天|那天)?(?=$|[\\s,，。.;；|]|(?:之|以)?[前后]${COUNTED}|早[上晨]|上午|中午|下午|傍晚|晚上?|\\d{1,2}[点:]|开始(?!\\p{L})|起(?!\\p{L}))`;
const EN_END =
  '(?=$|[,;|.]|\\s?(?:at\\s|\\d{1,2}(?::\\d\\d)?\\s?[ap]m\\b|morning|afternoon|evening|noon|(?:and )?on(?:wards?)?(?=$|[\\s,|;])))';

const FIRST_OF_LUNAR: readonly [month: number, date: number] = [1, 1];

const festival = (names: string, day: Festival['day'], before = 0, after = 0): Festival => ({
  names,
  day,
  before,
  after,
});
/** On the same date every year. */
const solar = (names: string, month: number, date: number, before = 0, after = 0) =>
  festival(names, (today) => unflagged(yearly(today, month, date)), before, after);
/** Nobody means a festival that is over. */
const unflagged = (anchor: Anchor | undefined): Anchor | undefined => {
  if (!anchor) return undefined;
  const { yearless, ...day } = anchor;
  return day;
};
/** On a date of the Chinese calendar. */
const lunarly = (names: string, [month, date]: readonly [number, number], before = 0, after = 0) =>
  festival(names, (today) => lunar(today, month, date), before, after);
/** On a day that each year has of its own. */
const moving = (names: string, dayIn: (year: number, country: string) => Day, before = 0, after = 0) =>
  festival(names, (today, { country = '' }) => movable(today, (year) => dayIn(year, country)), before, after);

/** Easter Sunday by the Gregorian calendar (Meeus, Jones and Butcher). */
export function easter(year: number): Day {
  const [century, inCentury] = [Math.floor(year / 100), year % 100];
  const skipped = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const moon = (19 * (year % 19) + century - Math.floor(century / 4) - skipped + 15) % 30;
  const week = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - moon - (inCentury % 4)) % 7;
  const late = Math.floor(((year % 19) + 11 * moon + 22 * week) / 451);
  const sum = moon + week - 7 * late + 114;
  return dayOf(year, Math.floor(sum / 31), (sum % 31) + 1)!;
}

/** A day that the sun's course sets (節氣): 清明, 冬至; right from 2027 to 2081. */
const solarTerm = (month: number, offset: number) => (year: number) => {
  const leapDays = Math.floor(((year % 100) - (month < 3 ? 1 : 0)) / 4);
  return dayOf(year, month, Math.floor((year % 100) * 0.2422 + offset) - leapDays)!;
};
/** Those that no festival is; 雨水, 小雪 and 大雪 are the weather. */
const SOLAR_TERMS: readonly [names: string, month: number, offset: number][] = [
  ['小寒', 1, 5.4055], ['大寒', 1, 20.12], ['立春', 2, 3.87], ['惊蛰', 3, 5.63], ['春分', 3, 20.646], ['谷雨', 4, 20.1],
  ['立夏', 5, 5.52], ['小满', 5, 21.04], ['芒种', 6, 5.678], ['夏至', 6, 21.37], ['小暑', 7, 7.108], ['大暑', 7, 22.83],
  ['立秋', 8, 7.5], ['处暑', 8, 23.13], ['白露', 9, 7.646], ['秋分', 9, 23.042], ['寒露', 10, 8.318], ['霜降', 10, 23.438],
  ['立冬', 11, 7.438],
]; // biome-ignore format: a table

const american = (year: number) => nthWeekday(year, 11, 3, 4)!;
const thanksgiving = (year: number, country: string) =>
  country === 'CA' ? nthWeekday(year, 10, 0, 2)! : american(year);
const mothersDay = (year: number, country: string) =>
  ['GB', 'IE'].includes(country) ? easter(year) - 21 : nthWeekday(year, 5, 6, 2)!;
const fathersDay = (year: number, country: string) =>
  ['AU', 'NZ'].includes(country) ? nthWeekday(year, 9, 6, 1)! : nthWeekday(year, 6, 6, 3)!;
const labourDay = (year: number, country: string) =>
  ['US', 'CA'].includes(country) ? nthWeekday(year, 9, 0, 1)! : dayOf(year, 5, 1)!;

export const CHINESE: readonly Festival[] = [
  solar('元旦节?', 1, 1),
  solar('情人节', 2, 14),
  solar('(?:三八)?妇女节', 3, 8),
  solar('五一(?:劳动)?节?|劳动节', 5, 1, 0, 4),
  solar('六一(?:儿童)?节?|儿童节', 6, 1),
  solar('教师节', 9, 10),
  solar('(?:十一)?国庆节?', 10, 1, 0, 6),
  solar('万圣节', 10, 31),
  solar('双(?:十一|11)', 11, 11),
  solar('双(?:十二|12)', 12, 12),
  solar('平安夜', 12, 24, 0, 2),
  solar('圣诞节?', 12, 25, 1, 1),
  lunarly('春节|大年初一|过年', FIRST_OF_LUNAR, 1, 6),
  lunarly('元宵节?', [1, 15]),
  lunarly('端午节?', [5, 5]),
  lunarly('七夕节?', [7, 7]),
  lunarly('中秋节?', [8, 15]),
  lunarly('重阳节?', [9, 9]),
  lunarly('腊八节?', [12, 8]),
  festival('除夕夜?|大年三十|年三十|大年夜|大?年卅', chineseNewYearsEve, 0, 7),
  moving('清明节?', solarTerm(4, 4.81)),
  moving('冬至节?', solarTerm(12, 21.94)),
  ...SOLAR_TERMS.map(([names, month, offset]) => moving(names, solarTerm(month, offset))),
  moving('复活节', easter, 2, 1),
  moving('感恩节', thanksgiving, 0, 1),
  moving('黑色星期五|黑五', (year) => american(year) + 1),
  moving('母亲节', mothersDay),
  moving('父亲节', fathersDay),
];
export const ENGLISH: readonly Festival[] = [
  solar("new year['’]?s(?: day)?|new years?", 1, 1, 1),
  solar("(?:st\\.? )?valentine['’]?s?(?: day)?", 2, 14),
  solar("(?:st\\.?|saint) patrick['’]?s(?: day)?", 3, 17),
  solar('may day', 5, 1),
  solar('halloween', 10, 31),
  solar('(?:christmas|xmas|x-mas) eve', 12, 24, 0, 2),
  solar('(?:christmas|xmas|x-mas)(?: day)?', 12, 25, 1, 1),
  solar('boxing day', 12, 26),
  solar("new year['’]?s eve|nye", 12, 31, 0, 1),
  lunarly('(?:chinese|lunar) new year|spring festival|cny', FIRST_OF_LUNAR, 1, 6),
  festival("(?:chinese|lunar) new year['’]?s? eve|cny eve", chineseNewYearsEve, 0, 7),
  lunarly('lantern festival', [1, 15]),
  lunarly('dragon boat(?: festival)?', [5, 5]),
  lunarly('mid-?autumn(?: festival)?', [8, 15]),
  moving('qing ?ming(?: festival)?|tomb[- ]sweeping day', solarTerm(4, 4.81)),
  moving('good friday', (year) => easter(year) - 2, 0, 3),
  moving('easter(?: sunday)?', easter, 2, 1),
  moving('easter monday', (year) => easter(year) + 1),
  moving('ascension day', (year) => easter(year) + 39),
  moving('pentecost|whit sunday', (year) => easter(year) + 49, 0, 1),
  moving('whit monday', (year) => easter(year) + 50),
  moving('thanksgiving(?: day)?', thanksgiving, 0, 1),
  moving('black friday', (year) => american(year) + 1),
  moving('cyber monday', (year) => american(year) + 4),
  moving("mother['’]?s['’]? day", mothersDay),
  moving("father['’]?s['’]? day", fathersDay),
  moving('labou?r day', labourDay),
];
/** All names of one language. */
export const namesIn = (festivals: readonly Festival[]): string =>
  `(?:${festivals.map(({ names }) => names).join('|')})`;

/** 腊月三十 is what people call the last day of the year, whether or not its last month has so many. */
function lunar(today: Day, month: number, date: number): Anchor | undefined {
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= 30)) return undefined;
  return month === 12 && date === 30 ? chineseNewYearsEve(today) : chineseAnchor(today, month, date);
}

const ONES = '一二三四五六七八九十';
/** 初五, 十五, 廿三, 二十三. */
function lunarDay(text: string): number {
  const tens = /^(?:廿|二十)/.test(text) ? 20 : /^十./.test(text) ? 10 : /^三十/.test(text) ? 30 : 0;
  const last = ONES.indexOf(text.at(-1)!) + 1;
  return /^(?:二十|三十)$/.test(text) ? tens : tens + last;
}
const lunarMonth = (text: string): number =>
  ({ 正: 1, 腊: 12, 冬: 11, 十一: 11, 十二: 12 })[text] ?? ONES.indexOf(text) + 1;

const rulesFor = (festivals: readonly Festival[], end: string): Rule<Anchor>[] =>
  festivals.map(({ names, day }) => [new RegExp(`^(?:${names})${end}`, 'iu'), (_, today, said) => day(today, said)]);
const LUNAR_DAY =
  '(初[一二三四五六七八九十](?![一二三四五六七八九十](?![点點时]))|十[一二三四五六七八九]|廿[一二三四五六七八九]|二十[一二三四五六七八九]?|三十(?![一二三四五六七八九](?![点點时])))';

/** Days of the Chinese calendar: 正月初五, 大年初二, 腊月廿三, 农历八月十五. */
export const lunarDates: readonly Rule<Anchor>[] = [
  [
    new RegExp(
      `^(?:(?:农历|阴历|旧历)(十[一二]|[${ONES}正冬腊])|([正冬腊]))月${LUNAR_DAY}|^大年(初[${ONES}](?![${ONES}](?![点點时])))`,
    ),
    (m, today) => lunar(today, lunarMonth(m[1] ?? m[2] ?? '正'), lunarDay(m[3] ?? m[4]!)),
  ],
];

/** 中秋节, 除夕. */
export const chineseFestivals: readonly Rule<Anchor>[] = rulesFor(CHINESE, ZH_END);

/** Christmas Eve, New Year's Day, Easter Monday. */
export const englishFestivals: readonly Rule<Anchor>[] = rulesFor(ENGLISH, EN_END);

/** Christmas where days are counted from it: not a Christmas party. */
export const englishCounted: readonly Rule<Anchor>[] = rulesFor(
  ENGLISH,
  '(?![\\p{L}\\p{N}])(?! (?:party|dinner|lunch|market|fair|sale|do|drinks|concert|tree|show|event)\\b)',
);
