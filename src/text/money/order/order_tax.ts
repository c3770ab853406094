import { narrow } from '../../normalise.ts';

/** What is said of a tax behind the goods. */
export interface TaxSaid {
  /** The words in front of it. */
  text: string;
  /** As it was typed. */
  said: string;
  /** In hundredths of the sum in front; undefined: how much it is was not said. */
  percent: number | undefined;
}

/** So much of the end is looked at. */
const NEAR = 60;
const NAMES = '(?:vat|mwst\\.?|ust\\.?|gst|hst|sales tax|tax(?:es)?|iva|tva|增值税|税(?:点|费|金)?)';
const RATE = '(?<NAME>\\d{1,2}(?:[.,]\\d{1,3})?)\\s?%{1,2}';
/** Says that it comes on top: + VAT 19%, plus 19% VAT, excl. VAT, 加税13%, 另加6%税, 不含税. */
const ON_TOP = new RegExp(
  `[\\s,，;；(（]*(?:(?:\\+|plus\\s|and\\s|加上?|另加|外加|另收)\\s?(?:${RATE.replace('NAME', 'before')}\\s?(?:的)?${NAMES}|${NAMES}(?:\\s?(?:of|at|@|[:：]))?(?:\\s?${RATE.replace('NAME', 'after')})?)|(?:excl(?:uding|\\.|usive of)?|before|without|不含|未含|不包)\\s?(?:${RATE.replace('NAME', 'more')}\\s?)?${NAMES}(?:\\s?${RATE.replace('NAME', 'last')})?)[\\s)）.。!！]*$`,
  'iu',
);

/** tax 8%, 税6%, 13%的增值税: whether it comes on top is not said. */
const BARE = new RegExp(
  `[\\s,，;；(（]{1,3}(?:${RATE.replace('NAME', 'before')}\\s?(?:的)?(?<first>${NAMES})|(?<last>${NAMES})(?:\\s?(?:of|at|@|[:：]))?\\s?${RATE.replace('NAME', 'after')})[\\s)）.。!！]*$`,
  'iu',
);

/** A tax behind the goods of which it is not said whether it comes on top; each way to say so. Undefined: there is none. */
export function taxUnsaid(words: string): { said: string; instead: string[] } | undefined {
  const from = Math.max(0, words.length - NEAR);
  const found = BARE.exec(narrow(words).slice(from));
  if (!found || from + found.index === 0) return undefined;
  const { before, after, first, last } = found.groups ?? {};
  const [rate, name] = [(before ?? after)!, (first ?? last)!];
  const front = words.slice(0, from + found.index);
  const said = words.slice(from + found.index).replace(/^[\s,，;；(（]+|[\s)）.。!！]+$/gu, '');
  const within = /\p{Script=Han}/u.test(name) ? `含${name}${rate}%` : `incl. ${rate}% ${name}`;
  return { said, instead: [`${front} + ${name} ${rate}%`, `${front}, ${within}`] };
}

/** Takes a tax that comes on top off the end; undefined: nothing is said of one. */
export function taxSaid(words: string): TaxSaid | undefined {
  const from = Math.max(0, words.length - NEAR);
  const found = ON_TOP.exec(narrow(words).slice(from));
  if (!found || from + found.index === 0) return undefined;
  const { before, after, more, last } = found.groups ?? {};
  const rate = before ?? after ?? more ?? last;
  return {
    text: words.slice(0, from + found.index),
    said: words
      .slice(from + found.index)
      .replace(/^[\s,，;；(（]+|[\s)）.。!！]+$/gu, '')
      .trim(),
    percent: rate === undefined ? undefined : Number(rate.replace(',', '.')),
  };
}

const JOINING = /^(?:\+|plus\s|and\s|加上?|另加|外加|另收)\s*/iu;

/** How a tax is named on an order: without what joins it. */
export const taxName = (said: string): string => said.replace(JOINING, '');
