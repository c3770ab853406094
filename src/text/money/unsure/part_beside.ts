import { moneyText } from '../find_money.ts';
import { type Money, parseMoney, plainDecimal } from '../money.ts';

/** What a part beside a price does to it: comes off, comes on top, or is in it. */
type Does = 'less' | 'more' | 'within';

const SIGNED = '[£$€¥￥]?\\s?\\d{1,6}(?:\\.\\d{1,2})?';
const PRICE = `(?<![\\d.,£$€¥￥/:-])(?<price>[£$€¥￥]\\s?\\d{1,6}(?:\\.\\d{1,2})?|\\d{2,6}(?:\\.\\d{1,2})?)(?![\\d%]|[.,]\\d)`;
const PART = `(?<part>${SIGNED})(?![\\d%折]|[.,]\\d)(?:元|块钱?)?`;
const END = '[\\s.。!！]{0,3}$';
const SHAPES: readonly (readonly [Does, RegExp])[] = (
  [
    ['less', `(?<=\\p{L}\\s{0,2})${PRICE}(?:元|块钱?)?[\\s,，]{0,2}(?<said>(?:减|优惠|便宜|让|抹|立减|减免|少收|退)了?\\s?${PART})`],
    ['more', `(?<=\\p{L}\\s{0,2})${PRICE}(?:元|块钱?)?[\\s,，]{0,2}(?<said>(?:另?加|外加|另收)?(?:邮费|运费|快递费?|送货费?|包装费?|手续费|安装费?)\\s?${PART})`],
    ['within', `(?<=\\p{L}\\s{0,2})${PRICE}(?:元|块钱?)?[\\s,，]{0,2}(?=[内已]?含|包|邮|运|快递|[定订押税]|已[付收]|[付收]了|预付)(?:[内已]?含|包括?)?(?<said>(?:(?:邮费|运费|快递费?|定金|订金|押金|税)?|已付|已收|付了|收了|定金|订金|押金|预付)\\s?${PART})`],
    ['less', `(?<=[a-z]\\s)${PRICE},?\\s(?<said>(?:less|minus|with|after)\\s(?:an?\\s)?${PART}(?:\\s(?:off|discount))?|${PART.replace('<part>', '<other>')}\\s(?:off|discount))`],
    ['more', `(?<=[a-z]\\s)${PRICE},?\\s?(?<said>(?:\\+|plus|and|with)?\\s?(?:(?:shipping|postage|delivery|p&p)(?: of)?\\s${PART}|${PART.replace('<part>', '<other>')}\\s(?:shipping|postage|delivery|p&p)))`],
    ['within', `(?<=[a-z]\\s)${PRICE},?\\s(?<said>(?:incl(?:ud(?:ing|es?))?\\.?|of which|with|deposit|deposit of|paid|prepaid)\\s(?:an?\\s)?${PART}(?:\\s(?:deposit|shipping|postage|delivery|vat|tax|paid|down|upfront)){0,2}|${PART.replace('<part>', '<other>')}\\s(?:deposit|down|upfront|in advance|paid)(?:\\s(?:paid|already|received)){0,2})`],
  ] as const
).map(([does, shape]) => [does, new RegExp(`${shape}${END}`, 'iu')] as const); // biome-ignore format: a table

/** 蛋糕80 减10, cake £80 incl. £20 deposit: the price, and what it comes to with a discount or with postage. Undefined: no part stands behind a price. */
export function partBeside(text: string, currency: string): { said: string; prices: string[] } | undefined {
  const plain = moneyText(text);
  if (plain.length > 200) return undefined;
  for (const [does, shape] of SHAPES) {
    const { price = '', part, other, said = '' } = shape.exec(plain)?.groups ?? {};
    const [whole, less] = [parseMoney(price, currency), parseMoney(part ?? other ?? '', currency)];
    if (!whole || !less || whole.currency !== less.currency || BigInt(less.minor) >= BigInt(whole.minor)) continue;
    const own = price.trim();
    if (does === 'within') return { said: said.trim(), prices: [own, (part ?? other)!.trim()] };
    const sum = BigInt(whole.minor) + BigInt(less.minor) * (does === 'more' ? 1n : -1n);
    const comesTo = inWords(whole, sum, own);
    return { said: said.trim(), prices: does === 'less' ? [comesTo, own] : [own, comesTo] };
  }
  return undefined;
}

const inWords = ({ currency }: Money, minor: bigint, own: string): string => {
  const sum = plainDecimal(String(minor), currency).replace(/\.0+$/u, '');
  return /^\d/u.test(own) ? sum : `${sum} ${currency}`;
};
