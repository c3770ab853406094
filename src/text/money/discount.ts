import { narrow } from '../normalise.ts';
import { tenths } from './spoken_money.ts';

/** What comes off a sum: so many percent of it, or so much money as it was typed. */
export type Discount = { percent: number } | { less: string };

const SUM = '([¥$€£]?\\s?\\d[\\d.,]*\\s?(?:元|块钱?|[A-Z]{3})?)';
const PERCENT =
  /^(?:(?:a\s)?discount(?:\sof)?|优惠|减|打|-)?[\s:：]*(\d{1,2}(?:\.\d)?)\s?(?:%|percent)(?:\s?(?:off|discount))?$/iu;
const LESS = new RegExp(
  `^(?:(?:a\\s)?disc(?:ount)?(?:\\sof)?|less|minus|-|rebate|promo(?:tion)?(?:\\scode)?|savings?|(?:store\\s)?credit|coupon|voucher|loyalty(?:\\spoints)?|(?:优惠|代金|现金|抵用|抵扣)券|优惠|红包|抵扣|折扣|满减|减免?|便宜|少收|立减|抹掉|让利?)[\\s:：]*${SUM}$`,
  'iu',
);
const OFF = new RegExp(`^${SUM}\\s(?:off|discount)$`, 'iu');
const TENTHS = /^打?\s?(\d(?:\.?\d)?|[一二三四五六七八九]{1,2})\s?折$/u;

/** Words that are nothing but a discount: discount 10%, $5 off, 打9折, 优惠20. */
export function discountIn(text: string): Discount | undefined {
  const plain = narrow(text).trim();
  const percent = PERCENT.exec(plain)?.[1];
  if (percent) return { percent: Number(percent) };
  const left = TENTHS.exec(plain)?.[1];
  if (left) return { percent: 100 - tenths(left) };
  const less = (LESS.exec(plain) ?? OFF.exec(plain))?.[1];
  return less === undefined ? undefined : { less: less.trim() };
}

/** Whether words say what is off, or given along: 满200减30, 买2送1. */
export const saysPriceOff = (words: string): boolean => /\d/u.test(words) && /[满减折元块送免赠]/u.test(words);
