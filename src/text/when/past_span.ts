import { readChineseNumber } from '../money/numerals.ts';
import { pastDays } from '../money/order/past_day.ts';
import { plainly } from '../plainly.ts';
import type { WhenContext } from './format_when.ts';
import { timesInFull } from './past/abbreviated.ts';
import { addMonths, type Day, dateOf, dayOf, fromWallTime, wallTime } from './zone.ts';

/** Whole local days: [from, until). */
export interface PastSpan {
  from: Date;
  until: Date;
}

const monthOf = (day: Day): Day => day - dateOf(day).date + 1;
const yearOf = (day: Day): Day => dayOf(dateOf(day).year, 1, 1)!;
const quarterOf = (day: Day): Day => addMonths(monthOf(day), -((dateOf(day).month - 1) % 3));
const weekOf = (day: Day): Day => day - dateOf(day).weekday;

/** What each word means, counted from today. */
const SPANS: readonly [RegExp, (today: Day) => [Day, Day]][] = [
  [/^(?:today|今天|今日|当天)$/i, (today) => [today, today + 1]],
  [/^(?:yesterday|昨天|昨日)$/i, (today) => [today - 1, today]],
  [/^(?:前天)$/, (today) => [today - 2, today - 1]],
  [/^(?:(?:this |the )?week|(?:这个?|本)(?:周|星期|礼拜))$/i, (today) => [weekOf(today), today + 1]],
  [/^(?:(?:the )?last week|上个?(?:周|星期|礼拜))$/i, (today) => [weekOf(today) - 7, weekOf(today)]],
  [/^(?:the week before last|上上个?(?:周|星期|礼拜))$/i, (today) => [weekOf(today) - 14, weekOf(today) - 7]],
  [/^(?:(?:the )?last weekend|上个?周末)$/i, (today) => [weekOf(today) - 2, weekOf(today)]],
  [/^(?:(?:this |the )?month|这个?月|本月|当月)$/i, (today) => [monthOf(today), today + 1]],
  [/^(?:(?:the )?last month|上个?月)$/i, (today) => [addMonths(monthOf(today), -1), monthOf(today)]],
  [/^(?:the month before last|上上个?月)$/i, (today) => [addMonths(monthOf(today), -2), addMonths(monthOf(today), -1)]],
  [/^(?:(?:this |the )?year|今年|本年)$/i, (today) => [yearOf(today), today + 1]],
  [/^(?:(?:the )?last year|去年)$/i, (today) => [yearOf(yearOf(today) - 1), yearOf(today)]],
  [/^(?:(?:this |the )?quarter|这个?季度?|本季度?)$/i, (today) => [quarterOf(today), today + 1]],
  [/^(?:(?:the )?last quarter|上个?季度?)$/i, (today) => [addMonths(quarterOf(today), -3), quarterOf(today)]],
  [/^(?:(?:the )?past week|(?:最近|近|过去)?(?:一周|一个?星期|七天))$/i, (today) => [today - 6, today + 1]],
  [/^(?:(?:the )?past month|(?:最近|近|过去)一个?月)$/i, (today) => [today - 29, today + 1]],
  [/^(?:(?:the )?past quarter|(?:最近|近|过去)一个季度?)$/i, (today) => [addMonths(today, -3) + 1, today + 1]],
  [/^(?:最近|近|过去)半个月$/, (today) => [today - 14, today + 1]],
  [/^(?:最近|近|过去)半年$/, (today) => [addMonths(today, -6) + 1, today + 1]],
  [/^since yesterday$/i, (today) => [today - 1, today + 1]],
  [/^(?:(?:the )?past year|(?:最近|近|过去)一年)$/i, (today) => [addMonths(today, -12) + 1, today + 1]],
];
/** 30d, 30 days. */
const SO_MANY_DAYS = /^(\d{1,4})\s?(?:d|days?|天|日)$/i;
/** the last 30 days, last two weeks, 最近三个月: until today. */
const LAST =
  /^(?:the )?(?:last|past|最近|过去|近)\s?(\d{1,4}|[a-z]{3,6}(?: of)?|[一二两三四五六七八九十]{1,3})\s?(?:(d|days?|天|日)|(weeks?|周|个?(?:星期|礼拜))|(months?|个月)|years?|年)$/i;
const NUMBERS = [
  'couple of',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
];
/** Of more months nobody keeps books. */
const MOST_MONTHS = 600;
/** since monday, 周一以来. */
const SINCE =
  /^(?:since (mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}|(?:从|自)?(?:这个?|本)?(?:周|星期|礼拜)([一二三四五六日天])(?:以来|至今|到现在))$/i;
/** last friday, 上周五: of the week before this one. */
const LAST_WEEKDAY =
  /^(?:last (mon|tue|wed|thu|fri|sat|sun)(?:day|sday|nesday|rsday|urday)|上个?(?:周|星期|礼拜)([一二三四五六日天]))$/i;
/** 2026-11. */
const MONTH = /^(\d{4})[-/.年](\d{1,2})月?$/;

/** november, nov 2026, 11月, 2026年11月; 2026; q3, 第三季度. */
const NAMED_MONTH = /^(?:in )?(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?,?(?: (\d{4}))?$/i;
const HAN_MONTH = /^(?:(\d{4})年)?(\d{1,2}|十[一二]?|[一二三四五六七八九])月份?$/;
const YEAR = /^(20\d{2})年?$/;
const QUARTER = /^(?:(20\d{2})[\s年-]?)?(?:q([1-4])|第?([一二三四1-4])季度?)(?:[\s-](20\d{2}))?$/i;
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A month of the year that is said, else the last one that has begun; a year or a quarter likewise. */
function namedSpan(plain: string, today: Day): [Day, Day] | undefined {
  const named = NAMED_MONTH.exec(plain);
  if (named) return monthsFrom(MONTHS.indexOf(named[1]!.slice(0, 3).toLowerCase()) + 1, named[2], 1, today);
  const inHan = HAN_MONTH.exec(plain);
  if (inHan) return monthsFrom(readChineseNumber(inHan[2]!) ?? Number(inHan[2]), inHan[1], 1, today);
  const year = YEAR.exec(plain)?.[1];
  if (year) return monthsFrom(1, year, 12, today);
  const quarter = QUARTER.exec(plain);
  if (!quarter) return undefined;
  const nth = Number(quarter[2] ?? ('一二三四'.indexOf(quarter[3]!) + 1 || quarter[3]));
  return monthsFrom(nth * 3 - 2, quarter[1] ?? quarter[4], 3, today);
}

function monthsFrom(month: number, year: string | undefined, count: number, today: Day): [Day, Day] | undefined {
  const thisYear = dateOf(today).year;
  const first = dayOf(Number(year ?? thisYear), month, 1);
  if (first === undefined) return undefined;
  const from = year === undefined && first > today ? dayOf(thisYear - 1, month, 1)! : first;
  return [from, addMonths(from, count)];
}

/** A day, a week, a month or a year that is over or goes on, or two dates; undefined: the text is none. */
export function pastSpan(text: string, context: WhenContext): PastSpan | undefined {
  const plain = timesInFull(plainly(text.trim()));
  const { timezone } = context;
  const today = wallTime(context.now, timezone).day;
  const days = daysOf(plain, today);
  if (days) {
    const [from, until] = days.map((day) => fromWallTime({ day, minutes: 0 }, timezone)) as [Date, Date];
    return { from, until };
  }
  const span = pastDays(text, context);
  return (
    span && {
      from: fromWallTime({ day: span.first, minutes: 0 }, timezone),
      until: fromWallTime({ day: span.last + 1, minutes: 0 }, timezone),
    }
  );
}

function daysOf(plain: string, today: Day): [Day, Day] | undefined {
  const known = SPANS.find(([words]) => words.test(plain));
  if (known) return known[1](today);
  const last = lastOf(plain, today) ?? sinceDay(plain, today);
  if (last !== undefined) return [last, today + 1];
  const inLastWeek = LAST_WEEKDAY.exec(plain);
  if (inLastWeek) {
    const day = weekOf(today) - 7 + weekdayOf(inLastWeek[1], inLastWeek[2]);
    return [day, day + 1];
  }
  const [, year, month] = MONTH.exec(plain) ?? [];
  const first = year === undefined ? undefined : dayOf(Number(year), Number(month), 1);
  return first === undefined ? namedSpan(plain, today) : [first, addMonths(first, 1)];
}

/** The first of so many days, weeks, months or years until today. */
function lastOf(plain: string, today: Day): Day | undefined {
  const [, said, days, weeks, months] = LAST.exec(plain) ?? [];
  const count = Number(SO_MANY_DAYS.exec(plain)?.[1] ?? countOf(said));
  if (!(count > 0)) return undefined;
  if (said === undefined || days !== undefined) return today - count + 1;
  if (weeks !== undefined) return today - 7 * count + 1;
  const inMonths = months === undefined ? 12 * count : count;
  return inMonths > MOST_MONTHS ? undefined : addMonths(today, -inMonths) + 1;
}

function countOf(said = ''): number {
  const nth = NUMBERS.indexOf(said.toLowerCase());
  return nth >= 0 ? Math.max(nth + 1, 2) : (readChineseNumber(said) ?? Number(said));
}

/** The last such day of a week; today is one, too. */
function sinceDay(plain: string, today: Day): Day | undefined {
  const [, named, inHan] = SINCE.exec(plain) ?? [];
  if (named === undefined && inHan === undefined) return undefined;
  return today - ((dateOf(today).weekday - weekdayOf(named, inHan) + 7) % 7);
}

const weekdayOf = (named: string | undefined, inHan = ''): number =>
  named ? WEEKDAYS.indexOf(named.toLowerCase()) : '一二三四五六日'.indexOf(inHan.replace('天', '日'));

/**
 * The stretch before that is as long, as far as this one has gone: of the first 28 days of a month those of the month before, of a week the
 * same days of the last one.
 */
export function spanBefore({ from, until }: PastSpan, timezone: string): PastSpan {
  const [first, end] = [wallTime(from, timezone).day, wallTime(until, timezone).day];
  const months = monthsOf(first, end);
  const days = first === weekOf(first) && end - first < 7 ? 7 : end - first;
  const isWhole = months > 0 && dateOf(end).date === 1;
  const [start, stop] =
    months > 0 ? [addMonths(first, -months), addMonths(end - 1, -months) + 1] : [first - days, end - days];
  return {
    from: fromWallTime({ day: start, minutes: 0 }, timezone),
    until: fromWallTime({ day: isWhole ? first : Math.min(stop, first), minutes: 0 }, timezone),
  };
}

/** How many months a stretch from the first of one is, or would be when it is over: one, a quarter or a year. 0: it is none. */
function monthsOf(first: Day, end: Day): number {
  if (first !== monthOf(first)) return 0;
  const length = Array.from({ length: 12 }, (_, nth) => nth + 1).find((count) => addMonths(first, count) >= end) ?? 12;
  if (end === addMonths(first, length)) return length;
  if (length === 1) return end - first <= 1 ? 0 : 1;
  return dateOf(first).month === 1 ? 12 : length <= 3 ? 3 : length;
}
