import { narrow } from '../../normalise.ts';
import { measureSigns } from '../measures.ts';
import { readChineseNumber } from '../numerals.ts';

const QUANTITY = new RegExp(
  String.raw`^(?:(?<counted>(?:qty|quantity|count|数量)(?: (?:is|to)|是|改成|改为)?\s?[:：]?\s?|set the quantity to\s)|(?:change|set)(?: it| that| the quantity)? to\s|make (?:it|that)\s|(?:数量)?(?:改成|改为|换成|一共要|共要|要)\s?)(?<figure>[1-9]\d{0,3}|[一二两三四五六七八九十]{1,3})\s?(?<unit>x|pcs?|pieces?|of (?:it|them)|(?:[${measureSigns}]))?[.。!！]*$`,
  'iu',
);

/** Up to so many a bare figure may be how many; beyond it is a sum. */
const MOST_BARE = 20;

const COUNT_ALONE = new RegExp(
  String.raw`^(?<figure>[1-9]\d{0,3}|[一两二三四五六七八九十]{1,3})\s?(?:x|pcs?|pieces?|[${measureSigns}])[.。!！]*$`,
  'iu',
);

/** qty 3, 数量3, 改成3盒, change to 3, 2盒: how many of what is in an order there are to be; undefined: the words say something else. */
export function quantitySaid(words: string): number | undefined {
  const plain = narrow(words).trim();
  const alone = COUNT_ALONE.exec(plain)?.groups?.figure;
  if (alone !== undefined) return readChineseNumber(alone) ?? Number(alone);
  const { figure, counted, unit } = QUANTITY.exec(plain)?.groups ?? {};
  if (figure === undefined) return undefined;
  const quantity = /^\d/.test(figure) ? Number(figure) : readChineseNumber(figure);
  return counted || unit || (quantity !== undefined && quantity <= MOST_BARE) ? quantity : undefined;
}

const ANOTHER =
  /^(?:another|a further|再|再来|又|还)\s?(?<sum>[¥￥$€£]?\s?\d[\d.,]{0,9}\s?(?:元|块钱?|[A-Z]{3})?)(?: more)?[.。!！]*$/iu;

/** another 200, 再200: a sum that may have come, or be more to pay. */
export const anotherSum = (words: string): string | undefined =>
  ANOTHER.exec(narrow(words).trim())?.groups?.sum?.trim();

const BUYER =
  /^(?:(?:it |this |that )?(?:is |was |'s )?(?:for|of)|(?:it |this |that )?(?:belongs|goes) to|(?:give|move|assign)(?: it)? to)\s(?<en>\p{L}[\p{L}'’ .-]{0,60})$|^(?:(?:这单)?(?:是)?(?:给|归)|改(?:成|为|给)|换给|转给)\s?(?<given>\p{Script=Han}{2,12}|\p{L}[\p{L} ]{1,40})(?:的)?$|^(?:这单)?是\s?(?<own>\p{Script=Han}{2,12}|\p{L}[\p{L} ]{1,40}?)\s?(?:的|买的|订的|要的)$/iu;

/** is for Anna, 给李明, 是李明的: whom an order is said to be of. */
export function otherBuyer(words: string): string | undefined {
  const { en, given, own } = BUYER.exec(words.trim())?.groups ?? {};
  return (en ?? given ?? own)?.trim();
}

const SAME =
  /^(?:the )?same (?:again|as (?:last time|before|usual))(?:,? please)?[.!]*$|^(?:再来|再要|再下|再订|照旧来?|照上次(?:来|的)?|跟上次一样|和上次一样|老样子)(?:一单|一份|同样的?(?:一单)?|一样的)?[.。!！]*$/iu;

/** same again, 再来一单: what they ordered last, once more. */
export const isSameAgain = (words: string): boolean => SAME.test(words.trim());

const GIVEN = /^(?:送|赠送?|附送|free\s|gift\s)/iu;

/** 送茶杯1个, free mug: what is given along has no price. */
export const isGivenAlong = (words: string): boolean => GIVEN.test(words.trim());
