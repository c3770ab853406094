import type { Locale } from '../../locale.ts';
import { numeralCharacters, readChineseNumber } from '../../money/numerals.ts';
import { plainly } from '../../plainly.ts';
import { addMonths, type Day, dateOf, dayOf, monthEnd } from '../zone.ts';
import { birthdayKeys } from './birthday.ts';

/** When in the year somebody's birthday is: from so many days ahead to so many, this week or month or the next, or in a month (1–12). */
export type BirthdaySpan =
  | { of: 'days'; from: number; to: number }
  | { of: 'week'; ahead: 0 | 1 }
  | { of: 'month'; ahead: 0 | 1 }
  | { of: 'named'; month: number };

const MONTHS = [
  ...(['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august'] as const),
  ...(['september', 'october', 'november', 'december'] as const),
];
/** Longest: what is further off comes back before. */
const MOST_DAYS = 366;

const COUNTED_EN = /^(?:in |within )?(?:the )?(?:next )?(\d{1,3}) ?(days?|d|weeks?|w|months?|m)$/iu;
const COUNTED_ZH = new RegExp(
  `^(?:未来|接下来|今后|最近)?(\\d{1,3}|[${numeralCharacters}]{1,4})(?:个)?(天|日|周|星期|月)(?:之?内|以内)?$`,
  'u',
);
const MONTH_ZH = new RegExp(`^(\\d{1,2}|[${numeralCharacters}]{1,2})月(?:份|里)?$`, 'u');
const NAMED: readonly [RegExp, BirthdaySpan][] = [
  [/^(?:today|今天|今日)$/iu, { of: 'days', from: 0, to: 0 }],
  [/^(?:tomorrow|明天|明日)$/iu, { of: 'days', from: 1, to: 1 }],
  [/^(?:this[ -]week|本周|这周|这个?星期)$/iu, { of: 'week', ahead: 0 }],
  [/^(?:next[ -]week|下周|下个?星期)$/iu, { of: 'week', ahead: 1 }],
  [/^(?:this[ -]month|本月|这个?月|当月)$/iu, { of: 'month', ahead: 0 }],
  [/^(?:next[ -]month|下个?月)$/iu, { of: 'month', ahead: 1 }],
];

/** 'this month', 'next 30 days', 30d, May; 本月, 未来30天, 五月. */
export function readBirthdaySpan(text: string): BirthdaySpan | undefined {
  const plain = plainly(text)
    .trim()
    .replace(/^in (?=\p{L}+$|(?:this|next) )/iu, '');
  const named = NAMED.find(([words]) => words.test(plain))?.[1];
  if (named) return named;
  const month = MONTHS.findIndex((name) => plain.length > 2 && name.startsWith(plain.toLowerCase()));
  const [, monthZh] = MONTH_ZH.exec(plain) ?? [];
  const nth = monthZh === undefined ? month + 1 : numberIn(monthZh);
  if (nth >= 1 && nth <= 12) return { of: 'named', month: nth };
  const [, count, unit] = COUNTED_EN.exec(plain) ?? COUNTED_ZH.exec(plain) ?? [];
  const days = count === undefined ? 0 : numberIn(count) * unitDays(unit!);
  return days >= 1 && days <= MOST_DAYS ? { of: 'days', from: 0, to: days } : undefined;
}

const numberIn = (text: string): number => (/^\d+$/.test(text) ? Number(text) : (readChineseNumber(text) ?? 0));
const unitDays = (unit: string): number => (/^(?:w|周|星期)/iu.test(unit) ? 7 : /^(?:m|月)/iu.test(unit) ? 30 : 1);

/** As it would be typed. */
export function printBirthdaySpan(span: BirthdaySpan, locale: Locale): string {
  const zh = locale === 'zh-CN';
  if (span.of === 'named') return zh ? `${span.month}月` : MONTHS[span.month - 1]!;
  if (span.of === 'days' && span.to > 1) return zh ? `${span.to}天` : `${span.to}d`;
  if (span.of === 'days') return (zh ? ['今天', '明天'] : ['today', 'tomorrow'])[span.from]!;
  const words = { week: zh ? '周' : ' week', month: zh ? '月' : ' month' }[span.of];
  return `${zh ? '本下'[span.ahead] : ['this', 'next'][span.ahead]}${words}`;
}

/** The keys of the birthdays that are kept then. */
export function keysInSpan(span: BirthdaySpan, today: Day): string[] {
  if (span.of === 'days') return birthdayKeys(today + span.from, today + span.to);
  const { year, month, weekday } = dateOf(today);
  if (span.of === 'week') {
    const monday = today - weekday + 7 * span.ahead;
    return birthdayKeys(monday, monday + 6);
  }
  const within = span.of === 'month' ? addMonths(dayOf(year, month, 1)!, span.ahead) : dayOf(year, span.month, 1)!;
  return birthdayKeys(within, monthEnd(within));
}

const SPAN_EN =
  'today|tomorrow|(?:(?:in|within)\\s)?(?:the\\s)?next\\s\\d{1,3}\\s(?:days?|weeks?|months?)|(?:in\\s)?(?:this|next)\\s(?:week|month)|(?:in|within)\\s\\d{1,3}\\s(?:days?|weeks?|months?)|in\\s(?:january|february|march|april|may|june|july|august|september|october|november|december)';
const SPAN_ZH = `今天|明天|(?:本|这|下|这个|下个)(?:周|月|星期)|(?:未来|接下来|今后)?(?:\\d{1,3}|[${numeralCharacters}]{1,4})个?(?:天|周|星期|月)之?内|(?:未来|接下来|今后)(?:\\d{1,3}|[${numeralCharacters}]{1,4})个?(?:天|周|星期|月)|(?:\\d{1,2}|[一二三四五六七八九十]{1,2})月份?`;
const SAID_EN = new RegExp(`(?<!\\S)([-－]?)birthdays?\\s(?:is\\s)?(${SPAN_EN})(?!\\S)`, 'giu');
const SAID_ZH = new RegExp(`(?<!\\S)([-－]?)(${SPAN_ZH})(?:过|的)?生日的?(?!\\S)`, 'gu');

/** 'birthday in next 30 days' and 本月生日 written as the key and value of a filter, wherever they stand in one. */
export function withBirthdayKeys(text: string): string {
  return text.replace(SAID_EN, '$1birthday:"$2"').replace(SAID_ZH, '$1生日:"$2"');
}
