import { plainly } from '../plainly.ts';
import { numeralCharacters } from './numerals.ts';

/** From how much on, or up to how much, and the amount as it was typed. */
export interface Bound {
  is: '>=' | '<=';
  amount: string;
}

/** Over there is no amount. */
const FIGURE = new RegExp(`[\\d${numeralCharacters}]`, 'u');

const BOUNDS: readonly [RegExp, Bound['is']][] = [
  [/^(?:>=?|≥|over |above |more than |at least |超过|大于|高于|多于|不低于)\s?(\S.*)$/i, '>='],
  [/^(?:<=?|≤|under |below |less than |up to |at most |不到|小于|低于|少于|不超过)\s?(\S.*)$/i, '<='],
  [/^(\S.*?)\s?(?:\+|以上|or more|and (?:over|up|more))$/i, '>='],
  [/^(\S.*?)\s?(?:以下|以内|or less)$/i, '<='],
];

/** 'over 500', '>=500', '五百以上', 'under £200'. Undefined: no bound. */
export function boundIn(text: string): Bound | undefined {
  const plain = plainly(text.trim());
  for (const [pattern, is] of BOUNDS) {
    const amount = pattern.exec(plain)?.[1];
    if (amount !== undefined && FIGURE.test(amount)) return { is, amount };
  }
  return undefined;
}

const TWO_ENDS = /\d[\d.,]{0,15}\s?[km万千]?\s?(?:\p{L}{2,4}|[-–~～到至])\s?[^\p{L}\d\s]?\d[\d.,]{0,15}\s?[km万千]?$/iu;

/** 'between 100 and 5000', 500到1000: from one amount to another. */
export const hasTwoEnds = (text: string): boolean => TWO_ENDS.test(text);
