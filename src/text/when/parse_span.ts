import { head } from '../cut.ts';
import { plainly } from '../plainly.ts';
import type { WhenContext } from './format_when.ts';
import { endOfDay, parseRange, startOfDay } from './parse_range.ts';
import { parseWhen, parseWhenFirst } from './parse_when.ts';
import { addMonths, type Day, dateOf, fromWallTime, monthEnd, wallTime } from './zone.ts';

/** Whole days, from the first moment to the last, and the text behind them. */
export interface Span {
  from: Date;
  until: Date;
  rest: string;
}

const weekday = '(?:mon|tue|wed|thu|fri|sat|sun)';
const WHOLE: readonly [RegExp, (today: Day, said: string) => [Day, Day]][] = [
  [/^(下+)个?(?:周|星期|礼拜)(?!末|[一二三四五六日天1-7])/, (today, said) => weekOf(today, said.match(/下/g)!.length)],
  [new RegExp(`^next week\\b(?!end)(?!,? (?:on )?${weekday})`, 'i'), (today) => weekOf(today, 1)],
  [/^(?:本|这个?)(?:周|星期|礼拜)(?!末|[一二三四五六日天1-7])/, (today) => weekOf(today, 0)],
  [/^this week\b(?!end)/i, (today) => weekOf(today, 0)],
  [/^下个?(?:周|星期|礼拜)末/, (today) => weekendOf(today, 1)],
  [/^next weekend\b/i, (today) => weekendOf(today, 1)],
  [/^(?:本|这个?)?周末/, (today) => weekendOf(today, 0)],
  [/^(?:(?:this|the) )?weekend\b/i, (today) => weekendOf(today, 0)],
  [
    /^(?:下个?月|次月)(?!\s?[\d一二三四五六七八九十底末初])/,
    (today) => [addMonths(today, 1) - dateOf(addMonths(today, 1)).date + 1, monthEnd(today, 1)],
  ],
  [/^(?:这个?|本)月(?!\s?[\d一二三四五六七八九十底末初])/, (today) => [today, monthEnd(today, 0)]],
  [/^this month\b/i, (today) => [today, monthEnd(today, 0)]],
  [/^next month\b/i, (today) => [addMonths(today, 1) - dateOf(addMonths(today, 1)).date + 1, monthEnd(today, 1)]],
];
/** 明天一天, Friday all day. */
const ALL_DAY = /^\s{0,2}(?:[一整]{1,2}天|全天|当天|all day\b|the whole day\b)/i;

/** A week, a weekend, a month or a day that is meant as a whole, at the start of a text: next week is Monday to Sunday. */
export function parseSpan(text: string, context: WhenContext): Span | undefined {
  const body = text.trim();
  const plain = plainly(head(body, 60));
  const today = wallTime(context.now, context.timezone).day;
  for (const [pattern, days] of WHOLE) {
    const said = pattern.exec(plain)?.[0];
    if (said !== undefined) return spanOf(days(today, said), body.slice(said.length), context);
  }
  const day = parseWhenFirst(body, context);
  const behind = day?.dateOnly ? body.slice(body.lastIndexOf(day.rest)) : '';
  const all = ALL_DAY.exec(behind)?.[0];
  if (!day || all === undefined) return undefined;
  const meant = wallTime(day.at, context.timezone).day;
  return spanOf([meant, meant], behind.slice(all.length), context);
}

/** Whose tasks are asked about: a span, from one time to another, or the day of a time. From now on where they have begun. Undefined: there is more in the text. */
export function daysIn(text: string, context: WhenContext): { from: Date; until: Date } | undefined {
  const said = text.trim().replace(/^(?:for|on|due) /i, '');
  for (const read of [parseSpan, parseRange]) {
    const days = read(said, context);
    if (days?.rest === '') return { from: days.from, until: days.until };
  }
  const when = isToday(said, context) ? { at: context.now, rest: '' } : parseWhen(said, context);
  return when?.rest === '' ? { from: startOfDay(when.at, context), until: endOfDay(when.at, context) } : undefined;
}

/** A day of the week that is today means today, however late it is. */
const isToday = (said: string, { now, timezone }: WhenContext): boolean => {
  const { weekday } = dateOf(wallTime(now, timezone).day);
  const [names, chinese] = [['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'], '一二三四五六日'];
  return new RegExp(
    `^(?:today|今[天日]|${names[weekday]}[a-z]{0,6}|(?:周|星期|礼拜)${weekday === 6 ? '[日天]' : chinese[weekday]})$`,
    'i',
  ).test(said);
};

function weekOf(today: Day, weeks: number): [Day, Day] {
  const monday = today - dateOf(today).weekday + 7 * weeks;
  return [monday, monday + 6];
}

function weekendOf(today: Day, weeks: number): [Day, Day] {
  const [monday, sunday] = weekOf(today, weeks);
  return [monday + 5, sunday];
}

function spanOf([first, last]: [Day, Day], rest: string, { now, timezone }: WhenContext): Span {
  const start = fromWallTime({ day: first, minutes: 0 }, timezone);
  return {
    from: start < now ? now : start,
    until: fromWallTime({ day: last, minutes: 24 * 60 - 1 }, timezone),
    rest: rest.replace(/^[\s,，、。.:：;；]+/, ''),
  };
}
