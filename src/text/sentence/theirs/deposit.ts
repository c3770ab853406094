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

/** What stands for goods in the language of what is said of their money. */
export const anyGoods = (said: string): string => (/\p{Script=Han}/u.test(said) ? '一份货' : 'a thing');
