import { readChineseNumber } from '../../money/numerals.ts';
import { plainly } from '../../plainly.ts';
import type { WhenContext } from '../format_when.ts';
import { type PastSpan, pastSpan } from '../past_span.ts';
import { addMonths, type Day, dateOf, dayOf, fromWallTime, wallTime } from '../zone.ts';

const monthOf = (day: Day): Day => day - dateOf(day).date + 1;
const yearOf = (day: Day): Day => dayOf(dateOf(day).year, 1, 1)!;
const quarterOf = (day: Day): Day => addMonths(monthOf(day), -((dateOf(day).month - 1) % 3));
const weekOf = (day: Day): Day => day - dateOf(day).weekday;

/** Whole stretches, those that go on as well: what is to come in them is asked for. */
const SPANS: readonly [RegExp, (today: Day) => [Day, Day]][] = [
  [/^(?:today|今天|今日)$/i, (today) => [today, today + 1]],
  [/^(?:tomorrow|明天|明日)$/i, (today) => [today + 1, today + 2]],
  [/^(?:(?:this |the )?week|(?:这个?|本)(?:周|星期|礼拜))$/i, (today) => [weekOf(today), weekOf(today) + 7]],
  [/^(?:(?:the )?next week|下个?(?:周|星期|礼拜))$/i, (today) => [weekOf(today) + 7, weekOf(today) + 14]],
  [/^(?:(?:this |the )?month|这个?月|本月|当月)$/i, (today) => [monthOf(today), addMonths(monthOf(today), 1)]],
  [/^(?:(?:the )?next month|下个?月)$/i, (today) => [addMonths(monthOf(today), 1), addMonths(monthOf(today), 2)]],
  [/^(?:(?:this |the )?quarter|这个?季度?|本季度?)$/i, (today) => [quarterOf(today), addMonths(quarterOf(today), 3)]],
  [
    /^(?:(?:the )?next quarter|下个?季度?)$/i,
    (today) => [addMonths(quarterOf(today), 3), addMonths(quarterOf(today), 6)],
  ],
  [/^(?:(?:this |the )?year|今年|本年)$/i, (today) => [yearOf(today), addMonths(yearOf(today), 12)]],
  [/^(?:(?:the )?next year|明年)$/i, (today) => [addMonths(yearOf(today), 12), addMonths(yearOf(today), 24)]],
];
/** in 30 days, within two weeks, the next 3 months, 30天内, 未来三个月. */
const AHEAD =
  /^(?:(?:in|within)(?: the)?(?: next)?|(?:the )?next|未来|接下来|今后)?\s?(\d{1,3}|two|three|four|five|six|[一二两三四五六七八九十]{1,3})\s?(?:(d|days?|天|日)|(weeks?|周|个?(?:星期|礼拜))|(months?|个月)|(years?|年))(?:之?内|以内)?$/i;
const WORDS = ['two', 'three', 'four', 'five', 'six'];
const NAMED = /^(?:in )?(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}(?: (20\d{2}))?$/i;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const HAN_MONTH = /^(?:(20\d{2})年)?(\d{1,2}|十[一二]?|[一二三四五六七八九])月份?$/;
const FIGURES = /^(20\d{2})[-/.](\d{1,2})$/;
const YEAR = /^(?:in )?(20\d{2})年?$/i;

/** Days on which something is to come, in which what is over may lie as well: next month, 下周, in 30 days, december. */
export function comingDays(text: string, context: WhenContext): PastSpan | undefined {
  const plain = plainly(text.trim());
  const { timezone } = context;
  const today = wallTime(context.now, timezone).day;
  const days = SPANS.find(([words]) => words.test(plain))?.[1](today) ?? aheadIn(plain, today) ?? monthIn(plain, today);
  if (!days) return pastSpan(text, context);
  const [from, until] = days.map((day) => fromWallTime({ day, minutes: 0 }, timezone)) as [Date, Date];
  return { from, until };
}

function aheadIn(plain: string, today: Day): [Day, Day] | undefined {
  const [, said, days, weeks, months] = AHEAD.exec(plain) ?? [];
  if (!said) return undefined;
  const count = WORDS.includes(said.toLowerCase())
    ? WORDS.indexOf(said.toLowerCase()) + 2
    : (readChineseNumber(said) ?? Number(said));
  if (!(count > 0)) return undefined;
  if (days ?? weeks) return [today, today + count * (weeks ? 7 : 1) + 1];
  return [today, addMonths(today, count * (months ? 1 : 12)) + 1];
}

/** A month that is not over, where no year is said: of this year, else of the next. */
function monthIn(plain: string, today: Day): [Day, Day] | undefined {
  const year = YEAR.exec(plain)?.[1];
  if (year) return [dayOf(Number(year), 1, 1)!, dayOf(Number(year) + 1, 1, 1)!];
  const [, word, behind] = NAMED.exec(plain) ?? [];
  const [, front, han] = HAN_MONTH.exec(plain) ?? FIGURES.exec(plain) ?? [];
  const month = word
    ? MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1
    : han && (readChineseNumber(han) ?? Number(han));
  if (!month) return undefined;
  const said = behind ?? front;
  const { year: now, month: current } = dateOf(today);
  const first = dayOf(said ? Number(said) : month < current ? now + 1 : now, month, 1);
  return first === undefined ? undefined : [first, addMonths(first, 1)];
}
