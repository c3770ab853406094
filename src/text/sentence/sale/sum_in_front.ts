import { narrow } from '../../normalise.ts';

/** A sum, what it is for, and nothing else that costs anything. */
const FRONT =
  /^(?:(?:for|at|about|around|报价?)\s)?(?<sum>[£$€¥]\s?\d[\d.,]*(?<![.,])k?|\d[\d.,]*(?<![.,])\s?(?:k|元|块钱?|pounds?|quid|euros?|dollars?|bucks)?)\s+(?<for>(?:for|on)\s+)?(?:(?:the|an?|his|her|their|my|our)\s+)?(?<what>\p{L}[^\n]{2,80})$/iu;
const SIGNED = /^[£$€¥]|(?:k|元|块钱?|pounds?|quid|euros?|dollars?|bucks)$/iu;
/** More than one figure of money, or so many at so much each: which is the price is asked. */
const PRICED = /\d\s?[x×*@]|[£$€¥%]|\d{3}|\b(?:each|apiece|per|off|tax|vat)\b|[每一]\p{Script=Han}\s?\d|[,，;；]/iu;

/** 2400 for moodboards, £1450 brochure: what is said before what it is for. A bare figure before several is how many there are. Undefined: it is said in another way. */
export function sumInFront(words: string): { sum: string; what: string } | undefined {
  const found = FRONT.exec(narrow(words).trim());
  const { sum = '', for: joined, what = '' } = found?.groups ?? {};
  if (!found || PRICED.test(what)) return undefined;
  const isSum = SIGNED.test(sum) || joined !== undefined || (/\d{3}/u.test(sum) && !/s$/iu.test(what));
  return isSum ? { sum: sum.trim(), what: what.trim() } : undefined;
}
