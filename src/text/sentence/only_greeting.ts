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

const THANKS =
  /^(?:(?:(?:ok|okay|great|perfect|ah|oh|super|好的?|嗯)[\s,，!！.。]{1,3})?(?:(?:many |big )?thanks?(?: you)?|thx|ty|cheers|ta|much appreciated|appreciate it|you['’]?re (?:a star|the best|great)|well done|good (?:job|work|bot)|nice (?:work|one|job)|(?:谢谢|多谢|感谢|谢啦|谢了|辛苦)(?:[你您]|啦|了|哈|啊)*|干得(?:好|漂亮)|真?(?:厉害|能干))(?: (?:so much|very much|a lot|a bunch|again|all|mate|everyone|for (?:that|this|your help)))?[\s.!！。~～]*|[🙏❤💪👏]\uFE0F?\p{Emoji_Modifier}?)(?:[\s]*\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?){0,3}[\s.!！。]*$/iu;
const ALL_RIGHT =
  /^(?:(?:ok(?:ay)?|k|kk|okie|alright|all right|got it|understood|noted|will do|great|perfect|cool|nice|lovely|super|awesome|brilliant|good|fine|sounds good|ok(?:ay)? (?:great|good|cool|then|got it)|好(?:的|嘞|滴|吧|啦|呀|哒)?|行(?:吧)?|嗯+|哦+|知道了|明白了?|了解|收到|可以|不错|真?棒|太好了|ok了)[\s.!！。~～]*|[👍👌✅😊🙂😀😄🎉]\uFE0F?\p{Emoji_Modifier}?)(?:[\s]*\p{Extended_Pictographic}\uFE0F?\p{Emoji_Modifier}?){0,3}[\s.!！。]*$/iu;

/** What needs no answer but a kind one: thanks, or that something is all right. Undefined: words that say more. */
export function courtesyIn(text: string): 'thanks' | 'all right' | undefined {
  const plain = plainly(text.trim());
  if (plain.length > LONGEST) return undefined;
  return THANKS.test(plain) ? 'thanks' : ALL_RIGHT.test(plain) ? 'all right' : undefined;
}
