import { type LunarMonth, SolarDay } from 'tyme4ts';
import type { Locale } from '../../locale.ts';
import { numeralCharacters, readChineseNumber } from '../../money/numerals.ts';
import { plainly } from '../../plainly.ts';
import { chineseDate } from '../chinese_calendar.ts';
import { type Day, dateOf, dayOf } from '../zone.ts';
import { inNamedMonth } from './named_month.ts';

/** A date as somebody wrote it: of our calendar or the Chinese one, with its year or without. */
export interface WrittenDate {
  lunar: boolean;
  /** Of the same calendar; absent where nobody said it. */
  year?: number;
  /** From 1. A leap month of the Chinese calendar is its month: in other years the day is kept there. */
  month: number;
  date: number;
}

const NUMERAL = `[${numeralCharacters}]{1,3}`;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_EN =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const LUNAR = '(农历|阴历|旧历|lunar)?\\s{0,2}';
const YEAR = '(?:(\\d{4})\\s?年\\s?)?';

const HAN = new RegExp(
  `^${LUNAR}${YEAR}(闰)?(正|冬|腊|\\d{1,2}|${NUMERAL})月(初)?(\\d{1,2}|${NUMERAL})(日|号|生日?)?$`,
  'iu',
);
const FIGURES = new RegExp(`^${LUNAR}(?:(\\d{4})[-/.])?(\\d{1,2})([-/.])(\\d{1,2})(?:(?<=\\.\\d{1,2})\\.)?$`, 'iu');
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/u;
const MONTH_FIRST = new RegExp(`^${MONTH_EN}\\s?(\\d{1,2})(?:st|nd|rd|th)?(?:,?\\s(\\d{4}))?$`, 'iu');
const DATE_FIRST = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?(?:\\s(?:of\\s)?|-)${MONTH_EN}(?:(?:,?\\s|-)(\\d{4})|-(\\d{2}))?$`,
  'iu',
);

const KOREAN = /^(?:(\d{4})년\s?)?(\d{1,2})월\s?(\d{1,2})일$/u;
const VIETNAMESE = /^(?:ngày\s)?(\d{1,2})\stháng\s(\d{1,2})(?:,?\s(?:năm\s)?(\d{4}))?$/iu;

/** Where a date in figures begins with its month. */
const MONTH_FIRST_IN = ['US', 'CN', 'TW', 'JP', 'KR', 'PH'];
const LONGEST = 60;

/** What stands first in the dates of one writer; `unclear`: they write both. */
export type DateOrder = 'date first' | 'month first' | 'unclear';

/**
 * The dates that a text may be: none, one, or several where only who wrote it knows (八月十五 may be of either calendar).
 * `country` (ISO 3166) says in which order 3/4 stands, unless the writer's own `order` is known; `today` to which century '90 belongs.
 */
export function readDates(text: string, country: string, today: Day, order?: DateOrder): WrittenDate[] {
  const plain = asFilesWrite(plainly(text).trim());
  if (plain.length > LONGEST) return [];
  const inFewWords = [
    ...inHan(plain),
    ...inFigures(plain, country, order),
    ...yearLast(plain, country, today, order),
    ...inEnglish(plain, today),
  ];
  return (inFewWords.length > 0 ? inFewWords : inWords(plain)).filter(isDate);
}

/** By a month's name in another language, and as the Koreans and Vietnamese number theirs. */
function inWords(text: string): WrittenDate[] {
  const [, koreanYear, koreanMonth, koreanDate] = KOREAN.exec(text) ?? [];
  const [, date = koreanDate, month = koreanMonth, year = koreanYear] = VIETNAMESE.exec(text) ?? [];
  if (date === undefined) return inNamedMonth(text).map((named) => ({ lunar: false, ...named }));
  return [{ lunar: false, month: Number(month), date: Number(date), ...(year && { year: Number(year) }) }];
}

/**
 * In which order somebody writes dates, as far as those that can be read in one way only tell; undefined: none does. Slashes tell before
 * dots do: 31.12.2026 beside 12/31/2026 is no contradiction, but dots that begin with the month are unusual.
 */
export function dateOrderIn(texts: readonly string[]): DateOrder | undefined {
  const orders: Partial<Record<'dots' | 'others', DateOrder>> = {};
  for (const text of texts) {
    const shown = orderShown(text);
    if (!shown) continue;
    const before = orders[shown.by];
    orders[shown.by] = before && before !== shown.order ? 'unclear' : shown.order;
  }
  const { dots, others = dots } = orders;
  return dots === 'unclear' || dots === 'month first' ? 'unclear' : others;
}

/** Few of a file's cells are dates. */
const DATE_LIKE = /^\s{0,3}[\d０-９]{1,2}[-/.－／．]/u;

function orderShown(text: string): { order: DateOrder; by: 'dots' | 'others' } | undefined {
  if (!DATE_LIKE.test(text)) return undefined;
  const plain = asFilesWrite(plainly(text).trim());
  if (plain.length > LONGEST) return undefined;
  const last = YEAR_LAST.exec(plain);
  const [, , year, first, sign, second] = FIGURES.exec(plain) ?? [];
  const [one, other] = last ? [last[1], last[3]] : [first, second];
  if (one === undefined || year !== undefined || Number(one) > 12 === Number(other) > 12) return undefined;
  return {
    order: Number(one) > 12 ? 'date first' : 'month first',
    by: (last ? last[2] : sign) === '.' ? 'dots' : 'others',
  };
}

/** --05-12 and --0512 of a card, 19900512, 1990-05-12T00:00:00Z. */
const asFilesWrite = (text: string): string =>
  text
    .replace(/^--(\d\d)-?(\d\d)$/, '$1-$2')
    .replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3')
    .replace(
      /^(\d{4}([-/.])\d{1,2}\2\d{1,2}|\d{1,2}([-/.])\d{1,2}\3\d{4})[T ](?:上午|下午)?[\d:.]{4,15}(?: ?[ap]\.?m\.?)?(?:Z|[+-]\d\d:?\d\d)?$/i,
      '$1',
    );

const numberIn = (text: string): number => (/^\d+$/.test(text) ? Number(text) : (readChineseNumber(text) ?? 0));

function inHan(text: string): WrittenDate[] {
  const [whole, lunar, year, leap, named = '', first, figure = '', end] = HAN.exec(text) ?? [];
  if (whole === undefined) return [];
  const month = { 正: 1, 冬: 11, 腊: 12 }[named] ?? numberIn(named);
  const said = { month, date: numberIn(figure), ...(year && { year: Number(year) }) };
  const isLunar = Boolean(lunar || leap || first) || /[正冬腊]/u.test(named) || /廿/u.test(figure);
  if (isLunar || end === '日' || end === '号' || /\d/.test(named + figure)) return [{ ...said, lunar: isLunar }];
  return [
    { ...said, lunar: true },
    { ...said, lunar: false },
  ];
}

function inFigures(text: string, country: string, order: DateOrder | undefined): WrittenDate[] {
  const [whole, lunar, year, one = '', sign, other = ''] = FIGURES.exec(text) ?? [];
  if (whole === undefined) return [];
  const said = { lunar: Boolean(lunar), ...(year && { year: Number(year) }) };
  // behind a year and in the Chinese calendar nobody writes the month last
  if (year || lunar) return [{ ...said, month: Number(one), date: Number(other) }];
  // 05-12 is how we write a day without its year
  const monthFirst = sign === '-' || (sign === '/' && MONTH_FIRST_IN.includes(country));
  return inOrder(Number(one), Number(other), orderAt(sign, order, monthFirst)).map((day) => ({ ...said, ...day }));
}

const orderOf = (monthFirst: boolean): DateOrder => (monthFirst ? 'month first' : 'date first');

/** Dots are written where the date comes first: slashes beside them say nothing of them. */
const orderAt = (sign: string | undefined, order: DateOrder | undefined, monthFirst: boolean): DateOrder =>
  sign === '.' && order === 'month first' ? 'date first' : (order ?? orderOf(monthFirst));

function yearLast(text: string, country: string, today: Day, order: DateOrder | undefined): WrittenDate[] {
  const [whole, one, sign, other, figures = ''] = YEAR_LAST.exec(text) ?? [];
  if (whole === undefined) return [];
  const monthFirst = sign !== '.' && MONTH_FIRST_IN.includes(country);
  const said = { lunar: false, year: fullYear(figures, today) };
  return inOrder(Number(one), Number(other), orderAt(sign, order, monthFirst)).map((day) => ({ ...said, ...day }));
}

/** 90 is 1990, and 24 is 2024. */
function fullYear(figures: string, today: Day): number {
  const year = Number(figures);
  if (figures.length === 4) return year;
  const now = dateOf(today).year;
  const here = now - (now % 100) + year;
  return here > now ? here - 100 : here;
}

/** What can be no month is the date, whatever the order. */
function inOrder(one: number, other: number, order: DateOrder): Pick<WrittenDate, 'month' | 'date'>[] {
  const [asMonth, asDate] = [
    { month: one, date: other },
    { month: other, date: one },
  ];
  if (order === 'unclear' && one <= 12 && other <= 12 && one !== other) return [asMonth, asDate];
  const turned = order === 'month first' ? one > 12 : other <= 12;
  return [turned ? asDate : asMonth];
}

function inEnglish(text: string, today: Day): WrittenDate[] {
  const [, month, date, year] = MONTH_FIRST.exec(text) ?? [];
  const [, firstDate, laterMonth, laterYear, figures] = DATE_FIRST.exec(text) ?? [];
  const named = month ?? laterMonth;
  if (named === undefined) return [];
  const at = year ?? laterYear ?? (figures && fullYear(figures, today));
  return [
    {
      lunar: false,
      ...(at && { year: Number(at) }),
      month: MONTHS.indexOf(named.slice(0, 3).toLowerCase()) + 1,
      date: Number(date ?? firstDate),
    },
  ];
}

function isDate({ lunar, year, month, date }: WrittenDate): boolean {
  if (year !== undefined && (year < 1850 || year > 2150)) return false;
  if (lunar) return month >= 1 && month <= 12 && date >= 1 && date <= 30;
  // without its year the 29 February is a date
  return dayOf(year ?? 2000, month, date) !== undefined;
}

/** The day itself, where the year is known. */
export function dayWritten({ lunar, year, month, date }: WrittenDate): Day | undefined {
  if (year === undefined) return undefined;
  return lunar ? chineseDate(year, month, date) : dayOf(year, month, date);
}

/**
 * The birthday of whoever is so many years old on this day and not a day more, as it is kept, by either calendar: whoever was born later is younger.
 */
export function birthYears(today: Day, years: number): { solar: string; lunar: string } {
  const { year, month, date } = dateOf(today);
  const day = SolarDay.fromYmd(year, month, date).getLunarDay();
  const leap = month === 2 && date === 29 ? 28 : date;
  return {
    solar: birthdayValue({ lunar: false, year: year - years, month, date: leap }),
    lunar: birthdayValue({
      lunar: true,
      year: day.getLunarMonth().getYear() - years,
      month: day.getLunarMonth().getMonth(),
      date: day.getDay(),
    }),
  };
}

const two = (figure: number): string => String(figure).padStart(2, '0');

/** How a birthday is kept: 1990-05-12, --05-12, l1990-08-15, l--08-15. */
export function birthdayValue({ lunar, year, month, date }: WrittenDate): string {
  return `${lunar ? 'l' : ''}${year ?? '-'}-${two(month)}-${two(date)}`;
}

/** By which a birthday is found in any year: 05-12, l08-15. */
export const birthdayKey = ({ lunar, month, date }: WrittenDate): string =>
  `${lunar ? 'l' : ''}${two(month)}-${two(date)}`;

const KEPT = /^(l)?(\d{4}|-)-(\d\d)-(\d\d)$/;

/** A birthday as `birthdayValue` writes it. */
export function birthdayOf(value: string): WrittenDate | undefined {
  const [, lunar, year, month, date] = KEPT.exec(value) ?? [];
  if (year === undefined) return undefined;
  const known = year === '-' ? {} : { year: Number(year) };
  return { lunar: lunar === 'l', ...known, month: Number(month), date: Number(date) };
}

/** The keys of those whose birthday is kept on one of the days from `from` to `to`, both included; a year at most. */
export function birthdayKeys(from: Day, to: Day): string[] {
  const last = Math.min(to, from + 366);
  const keys = new Set<string>();
  for (let day = from; day <= last; day += 1) for (const key of keysOn(day)) keys.add(key);
  return [...keys];
}

function keysOn(day: Day): string[] {
  const { year, month, date } = dateOf(day);
  // whoever was born on 29 February, or on the 30th of a month that is short this year, has their day the evening before
  const shortFebruary = month === 2 && date === 28 && dayOf(year, 2, 29) === undefined;
  const solar = [{ lunar: false, month, date }, ...(shortFebruary ? [{ lunar: false, month: 2, date: 29 }] : [])];
  return [...solar, ...lunarOn(year, month, date)].map(birthdayKey);
}

function lunarOn(year: number, month: number, date: number): WrittenDate[] {
  const day = SolarDay.fromYmd(year, month, date).getLunarDay();
  const of: LunarMonth = day.getLunarMonth();
  if (of.isLeap()) return [];
  const said = { lunar: true, month: of.getMonth(), date: day.getDay() };
  return day.getDay() === 29 && of.getDayCount() === 29 ? [said, { ...said, date: 30 }] : [said];
}

/** The next day on which it is kept, today included. */
export function nextBirthday(birthday: WrittenDate, today: Day): Day {
  const key = birthdayKey(birthday);
  for (let day = today; day < today + 400; day += 1) if (keysOn(day).includes(key)) return day;
  return today;
}

const ONES = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
const LUNAR_MONTHS = ['正', ...ONES.slice(1), '冬', '腊'];
function lunarDate(date: number): string {
  if (date <= 10) return `初${ONES[date - 1]}`;
  if (date === 20 || date === 30) return date === 20 ? '二十' : '三十';
  return `${date < 20 ? '十' : '廿'}${ONES[(date % 10) - 1]}`;
}

/** As people read it: May 12, 1990; 农历八月十五. */
export function formatWrittenDate({ lunar, year, month, date }: WrittenDate, locale: Locale): string {
  if (lunar && locale === 'zh-CN')
    return `农历${year ? ` ${year} 年` : ''}${LUNAR_MONTHS[month - 1]}月${lunarDate(date)}`;
  if (lunar) return `lunar ${year ? `${year}-` : ''}${two(month)}-${two(date)}`;
  const at = new Date(Date.UTC(year ?? 2000, month - 1, date));
  return formatOf(locale, year !== undefined).format(at);
}

const formats = new Map<string, Intl.DateTimeFormat>();
function formatOf(locale: Locale, withYear: boolean): Intl.DateTimeFormat {
  const key = `${locale} ${withYear}`;
  const known = formats.get(key);
  if (known) return known;
  const year = withYear ? ({ year: 'numeric' } as const) : {};
  const made = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...year, month: 'long', day: 'numeric' });
  formats.set(key, made);
  return made;
}
