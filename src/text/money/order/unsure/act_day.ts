import type { Locale } from '../../../locale.ts';
import { narrow } from '../../../normalise.ts';
import { parseMoney, plainDecimal } from '../../money.ts';
import { daysIn } from '../day_amid.ts';
import { dayAlone } from '../order_day.ts';

/** What was done with an order at a time of which nobody can say which day it is, or whether it is one; with each way to say so. */
export interface ActDay {
  said: string;
  /** The words in front of it. */
  front: string;
  /** What stands behind those instead. */
  ways: string[];
  /** What it is without the time, and the time as a note. */
  act: string;
  time: string;
}

const NEAR = 80;
const ACT_EN =
  '(?<act>(?:(?:already|now|was|were|all|fully|just|and|&) )*(?:paid|received|sent|shipped|posted|delivered|dispatched)(?: in full)?(?: (?:by|via|with|in|through) [a-z]{2,12})?)';
const TIME_EN =
  '(?<time>(?:on |at |the |in |during |over |last |this |past |some |a |an |few |couple of |other )*(?:\\d{1,4}[./-]\\d{1,2}(?:[./-]\\d{2,4})?|\\d{1,2}(?:st|nd|rd|th)?|(?:mon|tues|wednes|thurs|fri|satur|sun)day|morning|afternoon|weekend|week|month|year|day|days ago|weeks ago|while ago|time ago|recently|earlier))';
const EN = new RegExp(`[\\s,;(]+${ACT_EN} ${TIME_EN}[\\s).!]*$`, 'iu');
const TIME_ZH =
  '(?<time>\\d{1,2}\\.\\d{1,2}|\\d{1,2}月\\d{1,2}[日号]?|[1-3]?\\d[号日]|(?:上上?|本|这)个?(?:月|周|星期|礼拜)|前几天|前阵子|月初)';
const ACT_ZH =
  '(?<act>(?:用?(?:微信|支付宝|现金|银行卡|转账|对公|刷卡))?(?:已经?)?(?:付款|付清|付|收款|收到|到账|到帐|转账|转|发货|寄出|发|寄|签收)(?:了|的|过)?)';
const ZH = new RegExp(`[\\s,，;；(（]*${TIME_ZH}\\s?${ACT_ZH}[\\s)）。.!！]*$`, 'u');
const ZH_BEHIND =
  /[\s,，;；(（]*(?<act>(?:已经?|微信|支付宝|现金)*(?:付了?|收了?|收到|到账))\s?(?<time>\d{1,2}\.\d{1,2})[\s)）。.!！]*$/u;
const POINTED = /^(1[0-2]|0?[1-9])\.(3[01]|[12]\d|0?[1-9])$/u;

const isDone = (act: string): boolean => /[发寄签]|sent|shipped|posted|delivered|dispatched/iu.test(act);
/** paid 11.18, paid friday, 11.18付款, 上个月付的. Undefined: nothing is said so, or its day is sure. */
export function actDay(words: string, currency: string): ActDay | undefined {
  const from = Math.max(0, words.length - NEAR);
  const end = narrow(words).slice(from);
  const found = EN.exec(end) ?? ZH.exec(end) ?? ZH_BEHIND.exec(end);
  const { act = '', time = '' } = found?.groups ?? {};
  if (!found || from + found.index === 0) return undefined;
  const front = words.slice(0, from + found.index);
  const isHan = /\p{Script=Han}/u.test(words);
  const month = POINTED.exec(time);
  const sum = /^\d+(?:\.\d+)?$/u.test(time) ? parseMoney(time, currency) : undefined;
  // paid 40: a sum
  if (/^\d+(?:\.\d+)?$/u.test(time) && !month) return undefined;
  // 11月30日付: it is to be paid then
  if (dayAlone(time.replace(/^on /iu, ''))) return undefined;
  const done = isDone(act);
  const paid = isHan
    ? `${/微信|支付宝|现金|银行卡|转账|对公|刷卡/u.exec(act)?.[0] ?? ''}${done ? '已发' : '已付'}`
    : act.trim();
  const days = month ? (daysIn(time.replace('.', '/')) ?? []) : (daysIn(time) ?? []);
  const named = isHan && month ? [` ${month[1]}月${month[2]}日`] : days;
  const onDay = named.map((day) => (isHan ? `${day}${paid}` : ` ${paid}${day}`));
  const inMoney =
    sum && month && !done ? [` ${isHan ? '已付' : 'paid'} ${plainDecimal(sum.minor, sum.currency)} ${currency}`] : [];
  return {
    said: words.slice(from + found.index).trim(),
    front,
    ways: [...onDay, ...inMoney],
    act: isHan ? paid : act.trim(),
    time,
  };
}

/** 11.18: the day on which an order may have been made, as it is typed; none where it is no day. */
export function orderedWays(words: string, locale: Locale): string[] {
  const [whole, month, date] = POINTED.exec(words.trim()) ?? [];
  if (whole === undefined) return [];
  if (locale === 'zh-CN') return [`${month}月${date}日下单`];
  return (daysIn(whole.replace('.', '/')) ?? []).map((day) => `ordered${day}`);
}
