import { narrow } from '../../normalise.ts';
import { type Money, plainDecimal } from '../money.ts';
import { readChineseNumber } from '../numerals.ts';

/** How much there is of something that costs so much a unit: 2.5 hrs at $80/h, 龙井两斤 680/斤. */
export type ByUnit =
  | { title: string; unit: string; quantity: number }
  /** No whole number of them: what all of it costs. */
  | { inAll: Money };

const AMOUNT =
  /(?<![\d.,\p{L}])(\d{1,5}(?:\.\d{1,3})?)\s?([a-z]{1,10})(?![a-z])|(?<![\d.,])(\d{1,5}(?:\.\d{1,3})?|[一两二三四五六七八九十]{1,3})(半)?\s?个?(半)?(小时|公斤|千克|平米|平方米?|课时|\p{Script=Han})/giu;
/** The same unit, however it is written. */
const ALIKE: Readonly<Record<string, string>> = { hr: 'h', hour: 'h', day: 'd', pound: 'lb', kilo: 'kg', gram: 'g' };

const unitOf = (word: string): string => {
  const one = word.toLowerCase().replace(/(?<=[a-z]{2})s$/u, '');
  return ALIKE[one] ?? one;
};

/** Undefined: the name says nothing in the unit in which the price is. */
export function byUnit(title: string, unit: string, price: Money): ByUnit | undefined {
  if (unit === '' || title.length > 200) return undefined;
  for (const { index, 0: whole, 1: figure, 2: latin, 3: spoken, 4: half, 5: halfBehind, 6: han } of narrow(
    title,
  ).matchAll(AMOUNT)) {
    const typed = (latin ?? han)!;
    if (unitOf(typed) !== unitOf(unit)) continue;
    const isHalf = half !== undefined || halfBehind !== undefined;
    const number = readChineseNumber(spoken ?? '') ?? Number(figure ?? spoken);
    const thousandths = Math.round(number * 1000) + (isHalf ? 500 : 0);
    if (!(thousandths > 0)) return undefined;
    const rest = `${title.slice(0, index)} ${title.slice(index + whole.length)}`
      .replace(/\s+/gu, ' ')
      .replace(/^\s?(?:of\s)?|\s?(?:at|@)?\s?$/giu, '');
    if (thousandths % 1000 === 0)
      return { title: rest || typed, unit: rest ? typed : '', quantity: thousandths / 1000 };
    const minor = (BigInt(price.minor) * BigInt(thousandths) + 500n) / 1000n;
    return { inAll: { ...price, minor: String(minor) } };
  }
  return undefined;
}

/** 'design 2.5 hrs 200.00 USD': the name with what all of it costs. */
export const costingInAll = (title: string, { minor, currency }: Money): string =>
  `${title.trim().replace(/\s(?:at|@)$/iu, '')} ${plainDecimal(minor, currency)} ${currency}`;
