import { plainly } from '../plainly.ts';
import type { WhenContext } from './format_when.ts';
import { endOfDay, startOfDay } from './parse_range.ts';
import { parseWhenFirst } from './parse_when.ts';
import { type Day, dateOf, fromWallTime, wallTime } from './zone.ts';

/** A stretch of time that a name stands for: Friday, tomorrow afternoon. */
export interface Stretch {
  from: Date;
  until: Date;
  /** It is a whole day. */
  isDay?: true;
}

/** The hours of a part of the day, in minutes. */
const PARTS: readonly [RegExp, number, number][] = [
  [/(?:morning|上午|早上|早)$/i, 0, 12 * 60],
  [/(?:afternoon|下午)$/i, 12 * 60, 18 * 60],
  [/(?:evening|night|tonight|晚上|今晚|明晚)$/i, 18 * 60, 24 * 60 - 1],
];
/** A length, or how long it is until then, does not name a day. */
const COUNTED =
  /^(?:in\b|到|至|\d{1,3}\s?(?!月|[日号]|st\b|nd\b|rd\b|th\b)[a-z天周个小]|[一二两三四五六七八九十]{1,3}个?(?:天|周|星期|礼拜|小时|月))/i;

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*';
/** The figures of a date. */
const DATED = new RegExp(
  `(?:\\d{4}年)?(?:\\d{1,2}月)?\\d{1,2}[日号]|\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?\\b|\\b\\d{1,2}(?:st|nd|rd|th)? (?:of )?${MONTH}\\b`,
  'giu',
);

/** The day, or the part of one, that stands alone at the start of a text. Undefined: an hour, a length, or no time. */
export function stretchNamed(text: string, context: WhenContext): Stretch | undefined {
  const when = parseWhenFirst(text, context);
  if (!when || when.others || COUNTED.test(plainly(text.trim()))) return undefined;
  if (when.dateOnly) return { from: startOfDay(when.at, context), until: endOfDay(when.at, context), isDay: true };
  const named = plainly(text.slice(0, text.length - when.rest.length)).replace(/[\s,，:：;；|-]+$/, '');
  // 12月24号下午, Dec 24 afternoon: a date is no hour
  const part = /\d/.test(named.replace(DATED, '')) ? undefined : PARTS.find(([name]) => name.test(named));
  if (!part) return undefined;
  const { day } = wallTime(when.at, context.timezone);
  const [from, until] = part
    .slice(1)
    .map((minutes) => fromWallTime({ day, minutes: Number(minutes) }, context.timezone));
  return { from: from! < context.now ? context.now : from!, until: until! };
}

/** Days that follow one another, and the text behind them. */
export type ListedDays = Pick<Stretch, 'from' | 'until'> & { rest: string };

const ON = /^on\s{1,3}(?=\S)/i;
/** Between two days; in Chinese perhaps nothing. */
const JOINT =
  /^\s{0,3}(?:(?:,\s{0,3})?and\b|[,&+、，和与及跟]|以及|还有)\s{0,3}(?:(?:on|the)\s{1,3})?|^(?=[\p{Script=Han}\d])/iu;
/** Two days in one word, as they would be said apart. */
const TWO_IN_ONE: readonly [RegExp, string][] = [
  [/^今明(?:两|二|2)?天/u, '今天明天'],
  [/^明后(?:两|二|2)?天/u, '明天后天'],
  [/^((?:这个?|下个?|本)?)(周|星期|礼拜)六([日天])/u, '$1$2六$2$3'],
];
/** The second of Dec 24 and 25, 12月3、4号. */
const DATE = /^(\d{1,2})(?:st|nd|rd|th|[日号])?(?![\d:/.点时]|\s?[ap]\.?m\b)/i;
/** Words of their own elsewhere, and with another day beside them its days. */
const SHORT: readonly [RegExp, string][] = [
  [/^sat(?=\s?(?:&|,|and\b))/i, 'Saturday'],
  [/^sun(?=\s?(?:&|,|and\b))/i, 'Sunday'],
  [/^(\p{L}{3,9})\s?(?:&|,|and\b)\s?sat\b/iu, '$1 and Saturday'],
  [/^(\p{L}{3,9})\s?(?:&|,|and\b)\s?sun\b/iu, '$1 and Sunday'],
];
/** Nobody lists more. */
const MOST_DAYS = 7;

/**
 * Two days or more in a row, named one by one at the start of a text: Thursday and Friday, 周四周五, 3号4号, 明后天. Undefined: fewer,
 * or there is a day between them.
 */
export function listedDays(text: string, context: WhenContext): ListedDays | undefined {
  const typed = SHORT.reduce((words, [day, whole]) => words.replace(day, whole), text.trim().replace(ON, ''));
  const said = TWO_IN_ONE.reduce((words, [word, apart]) => words.replace(word, apart), typed);
  const first = dayAt(said, context);
  let last = first;
  for (let days = 1; last && days < MOST_DAYS; days += 1) {
    const next = dayAfter(last, context);
    if (!next) break;
    last = next;
  }
  if (!first || !last || last === first) return undefined;
  const noon = (day: Day) => fromWallTime({ day, minutes: 12 * 60 }, context.timezone);
  return { from: startOfDay(noon(first.day), context), until: endOfDay(noon(last.day), context), rest: last.rest };
}

interface DayAt {
  day: Day;
  rest: string;
}

function dayAt(text: string, context: WhenContext): DayAt | undefined {
  const when = parseWhenFirst(text, context);
  return when?.dateOnly && !when.others ? { day: wallTime(when.at, context.timezone).day, rest: when.rest } : undefined;
}

/** The day right after this one, where it is named next; as it is said today, or counted from the day before it. */
function dayAfter({ day, rest }: DayAt, context: WhenContext): DayAt | undefined {
  const joint = JOINT.exec(plainly(rest))?.[0];
  if (joint === undefined) return undefined;
  const words = rest.slice(joint.length);
  const then = { ...context, now: fromWallTime({ day, minutes: 12 * 60 }, context.timezone) };
  const named = [context, then].map((moment) => dayAt(words, moment)).find((next) => next?.day === day + 1);
  if (named) return named;
  const [date, number] = DATE.exec(plainly(words)) ?? [];
  return date !== undefined && Number(number) === dateOf(day + 1).date
    ? { day: day + 1, rest: words.slice(date.length).trimStart() }
    : undefined;
}

/** Whether another day is named behind a day: 和周四, and Thursday. */
export function namesNextDay(rest: string, context: WhenContext): boolean {
  const joint = JOINT.exec(plainly(rest))?.[0];
  return joint !== undefined && dayAt(rest.slice(joint.length), context) !== undefined;
}
