import { narrow } from '../../normalise.ts';
import { type Money, parseMoney } from '../money.ts';

/** plus $8 shipping, + $96 tax, and $5 for gift wrap: what is paid besides the goods, its sum first. */
const SUM_FIRST =
  /[\s,，]{1,3}(?:\+\s?|(?:plus|and|&|with)\s)(?<sum>[$€£¥]\s?\d[\d.,]{0,9}|\d[\d.,]{0,9}\s?(?:[A-Z]{3}|元))\s(?:for\s)?(?:the\s)?(?<fee>(?:shipping|postage|delivery|packaging|p&p|tip|gift\s?wrap(?:ping)?|(?:sales\s)?tax(?:es)?|vat|gst|hst)(?:\s(?:costs?|fee|charge))?)(?=$|[\s,，;；.\n])/giu;

/** The same with a bare figure, where nothing else is counted so: plus 5 shipping. */
const FIGURE_FIRST =
  /(?<=\d|each|apiece|total)[\s,，]{1,3}(?:\+\s?|(?:plus|and|&)\s)(?<sum>\d[\d.,]{0,9})\s(?:for\s)?(?:the\s)?(?<fee>(?:shipping|postage|delivery|packaging|p&p)(?:\s(?:costs?|fee|charge))?)(?=$|[\s,，;；.\n])/giu;

/** The same words with the name of a fee before its sum, as every other article has it. */
export function feesTurned(words: string): string {
  const plain = narrow(words);
  const named = (_: string, sum: string, fee: string) => `, ${fee} ${sum}`;
  const turned = plain.replace(SUM_FIRST, named).replace(FIGURE_FIRST, named);
  return turned === plain ? words : turned;
}

/** What is no article, and yet paid for. */
const FEE =
  /^(?:shipping|postage|delivery|p&p|packaging|gift wrap(?:ping)?|tip|运费|邮费|快递费?|包装费?|手工费|加急费?|礼盒)$/iu;
const FEE_COSTS =
  /^(\p{L}[\p{L}& ]{0,16}?)\s?[:：]?\s?((?:[¥￥$€£]|[A-Z]{2,3}\s?)\d[\d.,]{0,9}|\d[\d.,]{0,9}\s?(?:元|块钱?|[A-Z]{3}))$/u;

/** Whether a name is that of a fee. */
export const isFee = (title: string): boolean => FEE.test(title);

/** shipping $8: its name says nothing of what else the sum may be. */
export function feeIn(text: string, currency: string): { title: string; money: Money } | undefined {
  const [, title = '', sum = ''] = FEE_COSTS.exec(narrow(text)) ?? [];
  const money = FEE.test(title) ? parseMoney(sum, currency) : undefined;
  return money && { title, money };
}
