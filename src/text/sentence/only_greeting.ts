import { plainly } from '../plainly.ts';

/** Longer words say something else as well, in UTF-16 units. */
const LONGEST = 40;
const WORD =
  '(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening|night|day)|morning|evening|thanks?|thank you|thx|cheers|many|bye|goodbye|there|everyone|all|so much|very much|a lot|again|你好|您好|大家好|嗨|哈喽|早上?好?|早安|上午好|中午好|下午好|晚上好|晚安|多谢|谢谢|感谢|辛苦|拜拜|再见|[你您啊呀哈啦了哦])';
const ONLY_GREETING = new RegExp(
  `^(?:${WORD}(?:[\\s,，。.!！~～…]+|$|(?<=\\p{Script=Han})(?=\\p{Script=Han})))+$`,
  'iu',
);

/** Whether words are nothing but a greeting or thanks: whom they are for they do not say, and they are said to us as well. */
export function isOnlyGreeting(text: string): boolean {
  const plain = plainly(text.trim());
  return plain.length <= LONGEST && ONLY_GREETING.test(plain);
}
