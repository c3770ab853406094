import { plainly } from '../plainly.ts';
import type { WhenContext } from './format_when.ts';
import { endOfDay, startOfDay } from './parse_range.ts';
import { parseWhenFirst } from './parse_when.ts';
import { fromWallTime, wallTime } from './zone.ts';

/** A stretch of time that a name stands for: Friday, tomorrow afternoon. */
export interface Stretch {
  from: Date;
  until: Date;
  /** It is a whole day. */
  isDay: boolean;
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

/** The day, or the part of one, that stands alone at the start of a text. Undefined: an hour, a length, or no time. */
export function stretchNamed(text: string, context: WhenContext): Stretch | undefined {
  const when = parseWhenFirst(text, context);
  if (!when || when.others || COUNTED.test(plainly(text.trim()))) return undefined;
  if (when.dateOnly) return { from: startOfDay(when.at, context), until: endOfDay(when.at, context), isDay: true };
  const named = plainly(text.slice(0, text.length - when.rest.length)).replace(/[\s,，:：;；|-]+$/, '');
  const part = /\d/.test(named) ? undefined : PARTS.find(([name]) => name.test(named));
  if (!part) return undefined;
  const { day } = wallTime(when.at, context.timezone);
  const [from, until] = part
    .slice(1)
    .map((minutes) => fromWallTime({ day, minutes: Number(minutes) }, context.timezone));
  return { from: from! < context.now ? context.now : from!, until: until!, isDay: false };
}
