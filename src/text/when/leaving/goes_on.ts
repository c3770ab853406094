import { headWords } from '../../cut.ts';
import { plainly, plainPattern } from '../../plainly.ts';
import { boundIn } from '../hedge.ts';
import { leftForCustomer } from '../time_like.ts';

/** So much of what stands behind a time is looked at, in UTF-16 units. */
const MOST = 60;

/** At its end a time leaves its hour open; three hours from now is a moment all the same. */
const OPEN = plainPattern(
  /(?:左右|前后|上下|许|多|起|开始|为止|(?<!小时|钟头?|分钟?|天|周|星期|月|年|会儿?|阵子?)(?:[之以]?后|[之以]?前))\s*$/u,
);
const OPEN_EN =
  /\b(?:around|about|approx\.?|approximately|roughly|maybe|perhaps|probably|before|after|by|until|till?|from|between)\s[^,:;]{1,20}$/iu;

/** What cannot begin a message: the sentence goes on from its time. */
const TAIL =
  /^(?:or|and|to|until|till?|instead|too|onwards?|not|isn['’]?t|is|are|was|were|will|won['’]?t|would|can|can['’]?t|could|should|might|may|works?|suits?|fits?|looks?|sounds?|seems?|sharp|latest|earliest)(?![\p{L}\p{N}'’])(?! (?:you|your|we|i|it|the)\b)|^(?:fine|good|ok(?:ay)?|best|great|perfect|possible|also|exactly|only)(?: (?:for|with|by) (?:me|us))?(?: too)?[\s.!]*$/iu;
const TAIL_ZH = plainPattern(
  /^(?:[到至前后以之左上和跟或与及、~～–—-]|还是|不|没|都|也|可以|能|行|[吗吧呢嘛]|的|合适|方便|比|更|最|太)/u,
);
/** What may begin one, and rather belongs to the time. */
const RATHER =
  /^(?:at|in|on|for|with|by|from|if|unless|but|because|since|than|as|please|pls|again|there|here|off|over)(?![\p{L}\p{N}'’])(?! (?:you|your|we|i|it|the)\b)/iu;
const RATHER_ZH = plainPattern(
  /^(?:可|好|来|去|过来?|有|见|起|开|关|才|再|就|会|要|得|在|给|送|取|拿|发|是|打|做|弄|接|领|交|吃|等|碰|约|聊|谈|试|看)/u,
);
/** Whoever is spoken to, or greeted: with it a message begins. */
const BEGINS = /^(?:[您你亲请]|好消息|好的|来信|再见|有货|没货|发货了|送到了)/u;

/** Whether words behind a time are only the end of a sentence: works for me, 不行, or 10am is fine. */
export function isTail(rest: string): boolean {
  const behind = plainly(headWords(rest, MOST)).trimStart();
  return !BEGINS.test(behind) && (TAIL.test(behind) || TAIL_ZH.test(behind));
}

/**
 * Whether a time in front (`said`) goes on in the words behind it: 三点|到五点有空, tomorrow 5pm|works. 'perhaps': nothing parts them, and
 * they may be said of it or be what is to be said then.
 */
export function timeGoesOn(said: string, rest: string): 'surely' | 'perhaps' | undefined {
  const [front, behind] = [plainly(said), plainly(headWords(rest, MOST)).trimStart()];
  if (/[:：|｜\n]\s*$/u.test(front)) return undefined;
  const time = front.replace(/[\s,，、]+$/u, '');
  if (boundIn(time) !== undefined || OPEN.test(time) || OPEN_EN.test(time)) return 'surely';
  const isGlued = /[\p{L}\p{N}]$/u.test(front);
  const isHan = /^\p{Script=Han}/u.test(behind);
  if (isHan && !isGlued) return undefined;
  if (BEGINS.test(behind)) return undefined;
  const isRather = RATHER.test(behind) || RATHER_ZH.test(behind) || leftForCustomer(rest, false) !== undefined;
  if (isTail(behind) || isRather) return 'surely';
  return isHan ? 'perhaps' : undefined;
}

/** Where the time in front ends, with what begins a span of hours there: tomorrow |9am-|5pm we are open; 明天|9点到|17点营业. */
const SPAN_BEGINS =
  /(?:(?:from|between|从)\s{0,3})?(?:\d{1,2}(?:[:.：]\d{2})?\s?(?:[ap]\.?m\.?)?|(?:[零一二两三四五六七八九十]{1,3}|\d{1,2})[点时](?:半|钟|整|\d{1,2}分?)?)\s{0,3}(?:[-‐‑‒–—−~～〜]{1,3}|(?:to|till?|until|and)\s|[到至])\s{0,3}$/iu;
const SPAN_ENDS = /^\s{0,3}(?:\d|[零一二两三四五六七八九十]{1,3}[点时]|noon|midnight|late\b|中午|下午|晚上|凌晨)/iu;

/** Of a time whose hours go on behind it the words with the whole span of hours, as they were typed. Undefined: it is one moment. */
export function withSpan(said: string, rest: string): string | undefined {
  const begins = SPAN_BEGINS.exec(plainly(said));
  return begins && SPAN_ENDS.test(plainly(headWords(rest, MOST)))
    ? `${said.slice(begins.index)}${rest}`.trim()
    : undefined;
}
