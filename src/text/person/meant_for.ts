import { head } from '../cut.ts';
import { plainly } from '../plainly.ts';

/** Longer messages say something else as well, in UTF-16 units. */
const LONGEST = 80;

/** What is said before it: a cry, or that it went to somebody it was not for. */
export const WRONG =
  '(?:(?:oh|oops|whoops|ops|sorry|no|wait|shit|damn|ah|argh|actually|my (?:bad|mistake)|not (?:for )?(?:her|him|them|you|this (?:one|chat|customer|client|person))|(?:shit |oops |sorry )?wrong (?:person|chat|customer|client|window|one|thread|guy|conversation)|(?:i )?(?:sent|said|typed|wrote|put) (?:it |that |this )?(?:to |in |into )?the wrong (?:person|chat|one|customer|client|window|thread))[\\s,.!;:–—-]{1,4}){0,4}';
const IT = '(?:that|this|it)(?: (?:one|message|reply|answer))?';
export const GONE = `${IT}(?:['’]s| is| was)? (?:actually |really )?(?:meant |intended )?for|${IT} (?:was meant|was supposed|should|ought to|needs|was)(?:['’]ve| to| have)*(?: go| gone| be| been)?(?: to| for)|(?:i )?meant (?:(?:it|that|this) )?(?:to send (?:it |that |this )?to|for)`;
/** What is no person: a day, a thing, whoever reads it. */
const NOBODY =
  '(?:you|your|yours|me|my|us|our|him|her|his|them|their|the|an?|this|that|these|those|some|any|all|every|another|next|last|now|later|sale|sure|real|free|reference|info|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight|christmas|easter|january|february|march|april|may|june|july|august|september|october|november|december)';
const NAME = `(?<name>(?!${NOBODY}\\b)\\p{L}[\\p{L}'’-]{1,20}(?: (?!not\\b|please\\b)\\p{L}[\\p{L}'’-]{1,20}){0,2})`;
const ENGLISH = new RegExp(
  `^(?<wrong>${WRONG})(?:(?<gone>${GONE})|(?:is |was )?(?:meant |intended )?for) ${NAME}(?<wrong2>,? not (?:for )?(?:you|her|him|them|this one))?[.! ]*$`,
  'diu',
);

export const WRONG_ZH =
  '(?:(?:哎呀?|啊|哦|噢|糟了?|糟糕|完了|不好意思|抱歉|对不起|等等|不对|(?:搞|弄|发|回|打|写|说|贴|选)错(?:人|了|群|客户|窗口|地方|对象)*|(?:[这那]条?)?不是(?:要)?(?:发|回|说)?给?[她他你您]的?)[\\s,，。！!;；、~～]{0,3}){0,4}';
const CHINESE = new RegExp(
  `^(?<wrong>${WRONG_ZH})(?<gone>(?:(?:[这那]|刚才|刚刚|上一?|上面)(?:个|条|句|段)?(?:话|消息|回复)?)?(?:应该|本来|原本|其实|该)?(?:是)?(?:要|想)?)(?:发|回复?|说|写)?给(?<name>(?![您你我他她它咱])(?:\\p{Script=Han}{1,4}?|\\p{L}[\\p{L}'’ -]{1,30}?))(?:的|才对|看的)[。！!~～ ]*$`,
  'diu',
);

/** Whose words are said to be; `wrong`: with a cry, or a word that they are not the reader's. */
export interface MeantFor {
  name: string;
  wrong: boolean;
}

/** Of words that say that what was sent is somebody else's, whose: not her, this was for Olu; 发错了，这是给老梁的. */
export function meantFor(text: string): MeantFor | undefined {
  const typed = text.trim();
  if (typed.length > LONGEST) return undefined;
  const plain = plainly(head(typed, LONGEST));
  const found = ENGLISH.exec(plain) ?? CHINESE.exec(plain);
  const { name: at } = found?.indices?.groups ?? {};
  if (!found || !at) return undefined;
  const name = typed.slice(...at);
  const { wrong, wrong2, gone } = found.groups!;
  // wait for Anna: without a pause such a word is no cry
  const isCry = Boolean(gone) || /[,.!;:，。！；：~～–—-]\s*$|\bnot |wrong|[错不]/iu.test(wrong ?? '');
  const isWrong = Boolean((wrong && isCry) || wrong2);
  // this was for christmas cards: without a cry before it only a capital names somebody
  return isWrong || (gone && !/^\p{Ll}/u.test(name)) ? { name, wrong: isWrong } : undefined;
}
