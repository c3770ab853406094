import { narrow } from '../../normalise.ts';

/** plus $8 shipping, + $96 tax, and $5 for gift wrap: what is paid besides the goods, its sum first. */
const SUM_FIRST =
  /[\s,，]{1,3}(?:\+\s?|(?:plus|and|&|with)\s)(?<sum>[$€£¥]\s?\d[\d.,]{0,9}|\d[\d.,]{0,9}\s?(?:[A-Z]{3}|元))\s(?:for\s)?(?:the\s)?(?<fee>(?:shipping|postage|delivery|packaging|p&p|tip|gift\s?wrap(?:ping)?|(?:sales\s)?tax(?:es)?|vat|gst|hst)(?:\s(?:costs?|fee|charge))?)(?=$|[\s,，;；.\n])/giu;

/** The same words with the name of a fee before its sum, as every other article has it. */
export function feesTurned(words: string): string {
  const plain = narrow(words);
  return plain.replace(SUM_FIRST, (_, sum: string, fee: string) => `, ${fee} ${sum}`) === plain
    ? words
    : plain.replace(SUM_FIRST, (_, sum: string, fee: string) => `, ${fee} ${sum}`);
}
