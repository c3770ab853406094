import type { Money } from '../../money/money.ts';
import { readChineseNumber } from '../../money/numerals.ts';
import { narrow } from '../../normalise.ts';
import { type Sale, saleIn } from './sale.ts';

/** What stands behind it and says nothing of what it costs: by friday, 年前要. */
const BEHIND = /[,，;；]\s*[^\d,，;；]{1,24}$/u;

/** What all of it comes to, where so many are wanted at so much each, or for so much in all: 2饼寿眉 一饼150, 500 flyers for 180. */
export function sumForAll(words: string, currency: string): Money | undefined {
  const sale = saleWithin(words, currency);
  // of how much has come nothing may be said, and 20 mugs at 5 may be 5 for each
  const isForAll = sale !== undefined && sale.behind === '' && sale.priced('') !== '';
  return isForAll ? sale.sum : undefined;
}

const saleWithin = (words: string, currency: string): Sale | undefined =>
  saleIn(words, currency) ?? saleIn(words.replace(BEHIND, ''), currency);

const COUNTED = /^\s*(\d{1,6}|[一二两三四五六七八九十百]{1,4})\s?(?:\p{Script=Han}|x?\s)/iu;

/** How many there are of what a title says, with its price or without: 50 of 50盒 每盒68. */
export function countSaid(title: string, currency: string): bigint | undefined {
  const goods = narrow(saleWithin(title, currency)?.goods ?? title);
  const said = COUNTED.exec(goods)?.[1];
  const number = said === undefined ? undefined : (readChineseNumber(said) ?? Number(said));
  return number !== undefined && Number.isInteger(number) && number > 0 ? BigInt(number) : undefined;
}
