import { englishNumber, readEnglishNumber } from '../money/numerals.ts';
import { plainly } from '../plainly.ts';
import { LONGEST } from './slots.ts';

/** How much a sentence says, as the command for an order reads it. */
export type SumSaid = { share: string } | { sum: string };

const SHARE =
  /\bhalf\b(?! past| an? | hour)|\ban? (?:third|quarter)\b|(?<![\d.,])\d{1,2}(?:\.\d)?\s?(?:%|percent\b)|一半|百分之(?:\d{1,2}|[一二三四五六七八九十]{1,3})|[一二三四五六七八九1-9]成(?=[了,，。]|$|付|已|的?(?:定金|订金|货款|钱|款)|先)/iu;
const SUM = '[£$€¥￥]?\\s?\\d[\\d,]*(?:\\.\\d{1,2})?(?:\\s?(?:元|块))?';
/** 50 of 120. */
const OF = new RegExp(`(${SUM})\\s(?:out )?of (?:the |his |her |their |a total of )*[£$€¥]?\\d`, 'iu');
const LEFT = '(?:left|open|outstanding|remaining|due|owed|owing|to (?:go|come|pay)|still)';
const IS_LEFT = '(?:owes?|owing|left|rest|remaining|balance|还剩|剩下?|还欠|欠|还差|差|尾款)';
/** 50 paid, 70 left; 付了50还剩70. */
const AND_LEFT = new RegExp(
  `^[^\\d]*?(${SUM})[^\\d]*?(?:\\b${IS_LEFT}[^\\d]{0,8}\\d|${IS_LEFT.replace('owes?|owing|left|rest|remaining|balance|', '')}[^\\d]{0,4}\\d|\\d[\\d.,]* (?:is |are |still )*${LEFT}\\b)`,
  'iu',
);
const CURRENCY = '(?:dollars?|bucks|pounds?|quid|euros?|yuan|rmb|kuai)';
/** paid fifty, gave me a hundred and twenty quid. */
const WORDED = new RegExp(
  `\\b(?:paid|gave|sent|transferred|wired|received|got)(?: (?:me|us|already|only|just|about))*(?: an?(?! (?:hundred|thousand)))? (${englishNumber})\\s?(${CURRENCY}\\b)?(?=\\s(?:of|for|on|in|by|towards?|from|so|up|now|today|yesterday|already|cash)\\b|\\s*$|\\s*[,.;!])`,
  'iu',
);
/** So few in words are rather pieces. */
const LEAST_WORDED = 10;
const MONEY_BEHIND = /\d(?:\s?(?:元|块))?\s*(?:$|[.!,，。]|back\b|to\b|by\b|in\b|给|过去|了)/iu;

/** What of a figure in words is a sum; '' where it is none. */
function worded(text: string): string {
  const [, said = '', currency] = WORDED.exec(text) ?? [];
  const sum = said === '' ? undefined : readEnglishNumber(said.trim());
  return sum !== undefined && (currency || sum >= LEAST_WORDED) ? String(sum) : '';
}

/** `money`, `n`: the one sum of it, or the one other figure; `several`: there are more. */
export function sumSaid(
  typed: string,
  { money, n, several }: { money: string; n: string; several: boolean },
): SumSaid | undefined {
  if (typed.length > LONGEST) return undefined;
  const text = plainly(typed);
  const share = SHARE.exec(text)?.[0];
  const rest = share === undefined ? '' : text.replace(share, '');
  if (share !== undefined) return /\d{2}/u.test(rest.replace(/[a-z]-[\d-]+/giu, '')) ? undefined : { share };
  const part = (OF.exec(text) ?? AND_LEFT.exec(text))?.[1]?.trim();
  if (part) return { sum: part };
  const spoken = /\d/u.test(money || n) || several ? '' : worded(text);
  const sum = spoken || money || n;
  return sum === '' || several ? undefined : { sum };
}

/** Whether only a part is said to have come. */
export function saysPart(typed: string): boolean {
  if (typed.length > LONGEST) return false;
  const text = plainly(typed);
  return SHARE.test(text) || OF.test(text) || AND_LEFT.test(text) || worded(text) !== '';
}

/** Whether a bare figure is so much money, and none of so many things. */
export const isBareSum = (typed: string): boolean => MONEY_BEHIND.test(plainly(typed));

/** That so much of it was paid, as people say it: paid half, 付了三成. */
export const sharePaid = (share: string): string => (/\p{Script=Han}/u.test(share) ? `付了${share}` : `paid ${share}`);
