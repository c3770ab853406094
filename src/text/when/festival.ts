import { type Anchor, type Rule, repeating, yearly } from './when_grammar.ts';
import type { Day } from './zone.ts';

/** What may stand behind a festival's name when the day is meant, and not its cakes, its cards or the holidays around it. */
const ZH_END = '(?:当天|那天)?(?=$|[\\s,，。.;；|前]|早[上晨]|上午|中午|下午|傍晚|晚上?|\\d{1,2}[点:])';
const EN_END = '(?=$|[,;|.]|\\s?(?:at\\s|\\d{1,2}(?::\\d\\d)?\\s?[ap]m\\b|morning|afternoon|evening|noon))';

const SOLAR: readonly [string, number, number][] = [
  ['元旦节?', 1, 1],
  ['情人节', 2, 14],
  ['妇女节', 3, 8],
  ['五一(?:劳动)?节?|劳动节', 5, 1],
  ['六一(?:儿童)?节?|儿童节', 6, 1],
  ['教师节', 9, 10],
  ['国庆节?', 10, 1],
  ['双(?:十一|11)', 11, 11],
  ['双(?:十二|12)', 12, 12],
  ['平安夜', 12, 24],
  ['圣诞节?', 12, 25],
];
const LUNAR: readonly [string, number, number][] = [
  ['春节|大年初一', 1, 1],
  ['元宵节?', 1, 15],
  ['端午节?', 5, 5],
  ['七夕节?', 7, 7],
  ['中秋节?', 8, 15],
  ['重阳节?', 9, 9],
  ['腊八节?', 12, 8],
];
const ENGLISH: readonly [string, number, number][] = [
  ["new year['’]?s(?: day)?|new year", 1, 1],
  ["valentine['’]?s(?: day)?", 2, 14],
  ['halloween', 10, 31],
  ['(?:christmas|xmas) eve', 12, 24],
  ['(?:christmas|xmas)(?: day)?', 12, 25],
  ['boxing day', 12, 26],
  ["new year['’]?s eve", 12, 31],
];

const calendar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });

/** The Chinese calendar's month and day; the month is not a number if it is a leap month ('6bis'). */
function lunarOf(day: Day): { month: number; date: number } {
  const parts = calendar.formatToParts(day * 86_400_000);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return { month: part('month'), date: part('day') };
}

function lunar(today: Day, month: number, date: number): Anchor | undefined {
  if (!(month >= 1 && month <= 12 && date >= 1 && date <= 30)) return undefined;
  return repeating(today, (day) => {
    const found = lunarOf(day);
    return found.month === month && found.date === date;
  });
}

/** The day before the first of the first month. */
const newYearsEve = (today: Day): Anchor =>
  repeating(today, (day) => {
    const next = lunarOf(day + 1);
    return next.month === 1 && next.date === 1;
  });

const ONES = '一二三四五六七八九十';
/** 初五, 十五, 廿三, 二十三. */
function lunarDay(text: string): number {
  const tens = /^(?:廿|二十)/.test(text) ? 20 : /^十./.test(text) ? 10 : /^三十/.test(text) ? 30 : 0;
  const last = ONES.indexOf(text.at(-1)!) + 1;
  return /^(?:二十|三十)$/.test(text) ? tens : tens + last;
}
const lunarMonth = (text: string): number =>
  ({ 正: 1, 腊: 12, 冬: 11, 十一: 11, 十二: 12 })[text] ?? ONES.indexOf(text) + 1;

const dayRule = (names: string, end: string, read: (today: Day) => Anchor | undefined): Rule<Anchor> => [
  new RegExp(`^(?:${names})${end}`, 'i'),
  (_, today) => read(today),
];
const LUNAR_DAY =
  '(初[一二三四五六七八九十]|十[一二三四五六七八九]|廿[一二三四五六七八九]|二十[一二三四五六七八九]?|三十)';

/** Days of the Chinese calendar: 正月初五, 腊月廿三, 农历八月十五. */
export const lunarDates: readonly Rule<Anchor>[] = [
  [
    new RegExp(`^(?:(?:农历|阴历|旧历)(十[一二]|[${ONES}正冬腊])|([正冬腊]))月${LUNAR_DAY}`),
    (m, today) => lunar(today, lunarMonth(m[1] ?? m[2]!), lunarDay(m[3]!)),
  ],
];

/** 中秋节, 除夕, 国庆前. */
export const chineseFestivals: readonly Rule<Anchor>[] = [
  ...SOLAR.map(([names, month, date]) => dayRule(names, ZH_END, (today) => yearly(today, month, date))),
  ...LUNAR.map(([names, month, date]) => dayRule(names, ZH_END, (today) => lunar(today, month, date))),
  dayRule('除夕夜?|大年三十|年三十', ZH_END, newYearsEve),
];

/** Christmas Eve, New Year's Day. */
export const englishFestivals: readonly Rule<Anchor>[] = ENGLISH.map(([names, month, date]) =>
  dayRule(`(?:${names})`, EN_END, (today) => yearly(today, month, date)),
);
