import { plainly, plainPattern } from '../plainly.ts';

const HAN_WEEK = plainPattern(/^(下+)个?(周|星期|礼拜)(?:再|初|的时候)?$/u);
const WEEK = /^next week$/iu;
const MONTH = plainPattern(/^(?:next month|下个?月(?:再|初)?)$/iu);

/** Of a week or a month to come, the day it begins with, as it is typed: next week is next monday. */
export function firstDayOf(said: string): string | undefined {
  const plain = plainly(said).trim();
  const [, next, week] = HAN_WEEK.exec(plain) ?? [];
  if (next) return `${next}${week}一`;
  if (MONTH.test(plain)) return /\p{Script=Han}/u.test(plain) ? '下个月1号' : '1st of next month';
  return WEEK.test(plain) ? 'next monday' : undefined;
}

const WITHIN = plainPattern(
  /\bnext (?:week|month)\b|下+个?(?:周|星期|礼拜)(?![一二三四五六日天末])|下个?月(?![\d一二三四五六七八九十底末中])/iu,
);

/** A week or a month to come that stands anywhere in the words. */
export const weekIn = (text: string): string | undefined => {
  const found = WITHIN.exec(plainly(text));
  return found ? text.slice(found.index, found.index + found[0].length) : undefined;
};

const STREET = plainPattern(/[路街道巷弄坊里村镇区院苑楼栋幢座室]\s*$/u);

/** Whether what stands behind these words is rather a number of a house: 平江路 10号. */
export const isOfAddress = (before: string): boolean => STREET.test(plainly(before));
