import { plainly, plainPattern } from '../../plainly.ts';

/** A line that says a wish and another one behind it. */
export interface Wishes {
  first: string;
  /** As it would be said alone. */
  second: string;
  /** What is to be noted of whoever the first names. */
  noted?: string;
}

/** Longer lines are no two wishes; in UTF-16 units. */
const LONGEST = 240;

const JOINT = '(?:\\s*[,;.]\\s*|\\s+)(?:(?:and|then|also|plus|oh|btw)\\s+|[&+]\\s*){0,3}(?:please\\s+|pls\\s+)?';
const NOBODY = '(?:him|her|them|it|me|us|you|myself|everyone|everybody|all|the|my|our|a|an|about|that|what)';
const JOINED = `(?:(?<=[,;.&+]\\s{0,3})|(?<=\\b(?:and|then|also|plus)\\s(?:please |pls )?))`;
/** Somebody by name is to be told something, or something is to be kept: tell Mark it's ready; note she moved. */
const SECOND = new RegExp(
  `${JOINT}${JOINED}(?<second>(?:(?:tell|text|message|msg|inform|email|mail|write to|reply to|answer) (?!${NOBODY}\\b)\\p{L}[\\p{L}'’-]*|let (?!${NOBODY}\\b)\\p{L}[\\p{L}'’ -]{0,30} know)\\s.+|remind me (?:to|about|abt|that|at|on|in)\\b.+|(?:(?:make|add|take|put|leave|write)(?: me)? (?:an? )?note|note(?: down)?|jot(?: down)?)(?: (?:that|on (?:him|her|them)))?[,:]? (?<noted>(?:she|he|they|her|his|their)(?:['’]\\w+)?\\s.+))$`,
  'iu',
);

const JOINT_ZH =
  '(?:[,，、;；。\\s]\\s*(?:再|顺便|然后|另外|还有|同时|并且?|也|接着|对了|帮我|请){0,3}|(?:再|顺便|然后|另外|同时|并且?|接着)(?:帮我|请)?)';
const SECOND_ZH = plainPattern(
  new RegExp(
    `${JOINT_ZH}(?<second>(?:(?:跟|和|对)(?![他她它我您你])[\\p{Script=Han}\\p{L}]{1,12}?(?:说|讲)|(?:告诉|通知|转告|回复)(?:一?下)?(?![他她它我您你])[\\p{Script=Han}\\p{L}]{2}|给(?![他她它我您你])[\\p{Script=Han}\\p{L}]{1,12}?(?:发|回)(?:个|条)?(?:消息|信息|微信|短信)).+|[^\\s,，、;；。]{0,8}提醒(?:一下)?我.+|(?:备注|记)(?:一?下|一笔|个|上)?[：:，,\\s]{0,2}(?<noted>[他她](?!们).+))$`,
    'u',
  ),
);

const DAY =
  '(?:(?:(?:on|next|this) )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|satu?r?|sun)(?:day)?|today|tomorrow|tonight)';
const CLOCK = `(?:(?:(?:${DAY}|on|at|this) ){0,3}\\d{1,2}(?:[:.]\\d{2})?(?: ?[ap]m)?|${DAY})`;
/** Another hour or day with what is to be done then: remind me at 5 to lock up and at 6 to get the kids. */
const NEXT = new RegExp(
  `^remind me ${CLOCK} to [^,;]+?(?:,| and)(?: then| and| also)* (?<more>(?=(?:at|on|next|this|today|tomorrow|tonight) )${CLOCK} to .+)$`,
  'iu',
);
const DAY_ZH =
  '(?:今天|今晚|明天|明早|明晚|大?后天|早上|上午|中午|下午|傍晚|晚上|下?周[一二三四五六日末]|\\d{1,2}[号日])';
const CLOCK_ZH = `(?:${DAY_ZH}{0,2}(?:\\d{1,2}|[一二两三四五六七八九十]{1,3})(?:点(?:半|[一三]刻|\\d{1,2}分?)?|[:：]\\d{2})|${DAY_ZH}{1,2})`;
const ASKED_ZH = '(?:提醒|叫|喊|通知)(?:一下)?我';
/** Somebody, or how it is then: nothing to do. */
const NOT_TO_DO = '(?![他她它我你您咱]|大家|就|才|也|再说|是|不|没|有|要)';
const NEXT_ZH = plainPattern(
  new RegExp(
    `^(?:(?:请|记得)?${CLOCK_ZH}(?:请|记得)?${ASKED_ZH}|${ASKED_ZH}${CLOCK_ZH})[^，,、;；到的]{1,20}[，,、;；\\s]{1,2}(?:再|然后|还有)?(?<more>${CLOCK_ZH}${NOT_TO_DO}[^，,、;；到的]{2,20})$`,
    'u',
  ),
);

/** A line that asks to be reminded, or to keep something, and goes on with another wish: remind me to call Jo and tell Mark it's ready. Undefined: it is one. */
export function secondWishIn(text: string): Wishes | undefined {
  const typed = text.trim();
  const plain = plainly(typed);
  if (typed.length > LONGEST || typed.includes('\n')) return undefined;
  const next = [NEXT, NEXT_ZH].map((form) => form.exec(plain)).find((one) => one !== null)?.groups?.more;
  if (next !== undefined) return remindedTwice(typed, next.length);
  const found = [SECOND, SECOND_ZH].map((form) => form.exec(plain)).find((one) => one !== null && one.index > 0);
  const second = found?.groups?.second;
  if (!found || second === undefined) return undefined;
  const noted = found.groups?.noted;
  const end = (words: string): string => typed.slice(plain.length - words.length);
  const wishes = { first: typed.slice(0, found.index), second: end(second) };
  return noted === undefined ? wishes : { ...wishes, noted: end(noted) };
}

const BORDER = /(?:[\s,，、;；]|\band|\bthen|\balso|再|然后|还有)+$/iu;

/** The second reminder, `length` long, is asked for as the first is. */
function remindedTwice(typed: string, length: number): Wishes {
  const more = typed.slice(-length);
  const first = typed.slice(0, -length).replace(BORDER, '');
  return { first, second: /^\p{Script=Latin}/u.test(first) ? `remind me ${more}` : `提醒我${more}` };
}
