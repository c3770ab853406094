import { plainly, plainPattern } from '../../plainly.ts';

/** Longer words are a letter. */
const LONGEST = 120;
const DEPOSIT = plainPattern(
  /[定订]金|押金|先[付给打转交收]|首付|预付|一半|\b(?:deposit|down ?payment|up ?front|in advance|put (?:down|[£$€]?\d[\d.,]* down)|half)\b/iu,
);
/** It has not come, or is asked. */
const NOT_YET = plainPattern(
  /[?？]\s*$|[吗呢]\s*$|没[付给打转交]|还没|未付|[要会想]先?[付给打转交]|\b(?:will|['’]ll|going to|wants? to|would|should|needs? to|hasn['’]?t|has not|didn['’]?t|did not|not|if|when|asked?|refund\w*|back)\b|退|如果|要是|明天|下周|后天/iu,
);
const BEFORE =
  /^(?:[\s,，:：]|今天|昨天|刚刚?|刚才|说|的|那边)+|^(?:\s|has|have|just|already|today|yesterday|,)+(?=\s)/iu;
const FROM = /\s(?:from|off|by)\s*$/iu;
const FOR_IT = /\s(?:for|on|towards?|of)(?:\s(?:the|her|his|their|a|an))*\s*$/iu;

/** Whether a text may tell that a part of a price has come before all else. */
export const mayTellOfDeposit = (typed: string): boolean => {
  const text = plainly(typed);
  return (
    typed.length <= LONGEST &&
    !typed.includes('\n') &&
    /\d|half|一半/iu.test(text) &&
    DEPOSIT.test(text) &&
    !NOT_YET.test(text)
  );
};

/** What is told as an order, without the word for it: order maja 1200 deposit paid. */
export const withoutOrder = (text: string): string =>
  text.replace(/^(?:new )?order(?: (?:for|from|by))?\s+(?=\p{L})/iu, '');

/** Whether money is spoken of that has not come, or goes back. */
export const isYetToCome = (typed: string): boolean => typed.length <= LONGEST && NOT_YET.test(plainly(typed));

/** What is said of the money: the text without whose it is, and without the words of what they want. */
export function withoutWordsOf(text: string, name: string, title: { start: number; end: number } | undefined): string {
  const bare = title
    ? `${text
        .slice(0, title.start)
        .replace(FOR_IT, ' ')
        .replace(/(?:的|那[个单笔])+$/u, '')}${text.slice(title.end).replace(/^的/u, '')}`
    : text;
  return bare.replace(name, '').trim().replace(BEFORE, '').replace(FROM, '').trim();
}

const FIGURE = '[£$€¥￥]?\\s?\\d[\\d.,]*(?<![.,])\\s?(?:元|块钱?|pounds?|quid|euros?|dollars?)?';
/** A part that came and one that is to come, and when. */
const TWO_PARTS = new RegExp(
  `^(?:(?:paid|gave|sent|put down|transferred)(?: me| us)?\\s)?(?:an? )?(?<came>${FIGURE})(?: (?:as )?(?:an? |the )?(?:deposit|down(?: ?payment)?|up ?front|in advance|now|first))[\\s,;]+(?:and |then |plus )*(?<rest>(?:another |the (?:other|rest|remaining)(?: of)? )?(?<due>${FIGURE})\\s(?:on|upon|at|after|when|by|in|before|within|later|due)\\b[^\\d,;]{0,40})$|^(?:已经?|先)*(?:付|给|转|打|交)(?:了)?(?:我)?(?<came2>${FIGURE})(?:的?[定订]金)?(?:了)?[\\s,，;；]+(?<rest2>(?=[^\\d]{0,12}(?:付|给|结|补|尾款|余款|剩))[^\\d]{0,12}(?<due2>${FIGURE})[^\\d,，]{0,10})$`,
  'iu',
);

/** 725 upfront, 725 on delivery: what came, what is to come, and how that is said behind an order. Undefined: one of them is not said. */
export function twoParts(words: string): { came: string; due: string; behind: string } | undefined {
  const { came, rest, due, came2, rest2, due2 } = TWO_PARTS.exec(plainly(words).trim())?.groups ?? {};
  if (came && rest && due) return { came, due, behind: rest };
  return came2 && rest2 && due2 ? { came: came2, due: due2, behind: `备注 ${rest2}` } : undefined;
}

/** What stands for goods in the language of what is said of their money. */
export const anyGoods = (said: string): string => (/\p{Script=Han}/u.test(said) ? '一份货' : 'a thing');
