import { plainly } from '../plainly.ts';
import type { WhenContext } from './format_when.ts';
import { parseRange } from './parse_range.ts';
import { addMonths, type Day, dateOf, dayOf, fromWallTime, wallTime } from './zone.ts';

/** Whole local days: [from, until). */
export interface PastSpan {
  from: Date;
  until: Date;
}

const monthOf = (day: Day): Day => day - dateOf(day).date + 1;
const yearOf = (day: Day): Day => dayOf(dateOf(day).year, 1, 1)!;
const weekOf = (day: Day): Day => day - dateOf(day).weekday;

/** What each word means, counted from today. */
const SPANS: readonly [RegExp, (today: Day) => [Day, Day]][] = [
  [/^(?:today|今天|今日|当天)$/i, (today) => [today, today + 1]],
  [/^(?:yesterday|昨天|昨日)$/i, (today) => [today - 1, today]],
  [/^(?:前天)$/, (today) => [today - 2, today - 1]],
  [/^(?:(?:this |the )?week|这个?(?:周|星期|礼拜)|本周)$/i, (today) => [weekOf(today), today + 1]],
  [/^(?:last week|上个?(?:周|星期|礼拜))$/i, (today) => [weekOf(today) - 7, weekOf(today)]],
  [/^(?:(?:this |the )?month|这个?月|本月|当月)$/i, (today) => [monthOf(today), today + 1]],
  [/^(?:last month|上个?月)$/i, (today) => [addMonths(monthOf(today), -1), monthOf(today)]],
  [/^(?:(?:this |the )?year|今年|本年)$/i, (today) => [yearOf(today), today + 1]],
  [/^(?:last year|去年)$/i, (today) => [yearOf(yearOf(today) - 1), yearOf(today)]],
];
/** 30d, the last 30 days, 最近30天. */
const LAST = /^(?:the )?(?:last|past|最近|过去|近)?\s?(\d{1,4})\s?(?:d|days?|天|日)$/i;
/** 2026-11. */
const MONTH = /^(\d{4})[-/.年](\d{1,2})月?$/;

/** A day, a week, a month or a year that is over or goes on, or two dates; undefined: the text is none. */
export function pastSpan(text: string, context: WhenContext): PastSpan | undefined {
  const plain = plainly(text.trim());
  const { timezone } = context;
  const today = wallTime(context.now, timezone).day;
  const days = daysOf(plain, today);
  if (days) {
    const [from, until] = days.map((day) => fromWallTime({ day, minutes: 0 }, timezone)) as [Date, Date];
    return { from, until };
  }
  const range = parseRange(text, context);
  if (range?.rest !== '') return undefined;
  const last = wallTime(range.until, timezone).day;
  return {
    from: fromWallTime({ day: wallTime(range.from, timezone).day, minutes: 0 }, timezone),
    until: fromWallTime({ day: last + 1, minutes: 0 }, timezone),
  };
}

function daysOf(plain: string, today: Day): [Day, Day] | undefined {
  const known = SPANS.find(([words]) => words.test(plain));
  if (known) return known[1](today);
  const last = Number(LAST.exec(plain)?.[1] ?? 0);
  if (last > 0) return [today - last + 1, today + 1];
  const [, year, month] = MONTH.exec(plain) ?? [];
  const first = year === undefined ? undefined : dayOf(Number(year), Number(month), 1);
  return first === undefined ? undefined : [first, addMonths(first, 1)];
}
