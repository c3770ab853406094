import { plainly } from '../plainly.ts';
import type { WhenContext } from './format_when.ts';
import { fromNow } from './from_now.ts';
import { endOfDay, startOfDay } from './parse_range.ts';
import { parseWhenFirst, type When } from './parse_when.ts';
import { fromWallTime, wallTime } from './zone.ts';

/** From a moment on; with `until` if it says for how long, or that one day is meant. */
export interface Beginning {
  from: Date;
  until?: Date;
  /** A date without its year that is far off. */
  farOff?: true;
  /** No time of day was said. */
  dateOnly: boolean;
  /** The text behind it. */
  rest: string;
}

const count = '(?:\\d{1,3}|an?|one|two|three|four|five|six|seven|ten|[一二两三四五六七八九十]{1,3})';
const unit =
  '(?:(?:days?|weeks?|hours?|months?|d|w|h)(?![a-z])|个?(?:天|日|周|星期|礼拜|小时|钟头|月)(?!后|之后|以后))';
const LENGTH = new RegExp(
  `^(?:for\\s{1,3}|(?:一共|总共|共|为期|连续|连休|休息|休|外出)\\s{0,3})?(${count}\\s?${unit})`,
  'i',
);
const ON = /^on\s{1,3}/i;
const LEAD = /^(?:(?:from|(?:starting|beginning)(?:\s(?:from|on))?|as (?:of|from))\s{1,3}|(?:从|自从?)\s{0,3})/i;
const BEHIND = /^(?:开始|起|以后|之后|onwards?(?![a-z])|(?:and )?on(?=\s*(?:$|[|,;]|for\b)))[\s,，]*/i;
const BETWEEN = /^[\s,，]+/;

/** A beginning at the start of a text: `from Friday for 3 days`, 周五起3天, `3 days from Friday`, `on Friday`. Undefined: it does not name one. */
export function parseFrom(text: string, context: WhenContext): Beginning | undefined {
  const length = LENGTH.exec(plainly(text))?.[0];
  const led = length === undefined ? '' : text.slice(length.length).trimStart();
  if (length !== undefined && LEAD.test(plainly(led))) return begun(led, context, lengthIn(length));
  return begun(text, context);
}

/** What is left of a time, where customers would read it: for 3 days, 3天, 起. Undefined: the text begins with words. */
export function lengthFirst(text: string): string | undefined {
  const plain = plainly(text).trimStart();
  return (LENGTH.exec(plain) ?? BEHIND.exec(plain))?.[0].trim();
}

/** A length at the very beginning, 3 days or 七天, and where it ends. */
export function lengthAt(text: string): { length: string; end: number } | undefined {
  const [whole, length] = LENGTH.exec(plainly(text)) ?? [];
  return whole === undefined || length === undefined ? undefined : { length, end: whole.length };
}

/** The last moment of whole days that begin on that day. */
export const lasting = (from: Date, length: string, context: WhenContext): Date =>
  after(from, length, { dateOnly: true }, context);

const lengthIn = (text: string): string | undefined => LENGTH.exec(plainly(text))?.[1];

function begun(text: string, context: WhenContext, length?: string): Beginning | undefined {
  const plain = plainly(text);
  const lead = (LEAD.exec(plain) ?? ON.exec(plain))?.[0] ?? '';
  const first = parseWhenFirst(text.slice(lead.length), context);
  if (!first || first.others) return undefined;
  const mark = BEHIND.exec(plainly(first.rest))?.[0] ?? '';
  if (lead === '' && mark === '') return undefined;
  const from = first.dateOnly ? startOfDay(first.at, context) : first.at;
  const behind = first.rest.slice(mark.length).replace(BETWEEN, '');
  const said = length ?? lengthIn(behind);
  const { dateOnly } = first;
  const farOff = first.farOff && { farOff: true as const };
  if (said !== undefined) {
    const rest = length === undefined ? behind.slice(LENGTH.exec(plainly(behind))![0].length) : behind;
    return { from, until: after(from, said, first, context), dateOnly, rest: rest.replace(BETWEEN, ''), ...farOff };
  }
  const isOneDay = ON.test(lead) && dateOnly && mark === '';
  return { from, dateOnly, rest: behind, ...farOff, ...(isOneDay && { until: endOfDay(first.at, context) }) };
}

/** Three days from Friday are Friday, Saturday and Sunday; from Friday 15:00 they end on Monday at that hour. */
function after(from: Date, length: string, { dateOnly }: Pick<When, 'dateOnly'>, context: WhenContext): Date {
  const end = parseWhenFirst(fromNow(length), { ...context, now: from });
  if (!end) return endOfDay(from, context);
  if (!end.dateOnly) return end.at;
  const { day } = wallTime(end.at, context.timezone);
  const { minutes } = wallTime(from, context.timezone);
  return dateOnly
    ? endOfDay(fromWallTime({ day: day - 1, minutes: 720 }, context.timezone), context)
    : fromWallTime({ day, minutes }, context.timezone);
}
