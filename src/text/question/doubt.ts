import { asksReader } from '../asks.ts';
import { fold } from '../fold.ts';
import { plainPattern } from '../plainly.ts';

/** Longer words say more than one thing. */
const LONGEST = 120;

/** Somebody is not content, or speaks of what has gone wrong. */
const UPSET =
  /\b(still|yet|already|again|never|finally|late|later than|delay\w*|broken|damaged|wrong|missing|lost|complain\w*|refund\w*|return\w*|cancel\w*|unacceptable|ridiculous|terrible|awful|worst|scam\w*|fraud\w*|lawyer|angry|disappoint\w*|hell|wtf|damn|bloody|fuck\w*|shit\w*|crap\w*|waiting|waited|promised|supposed|seriously|urgent\w*|asap)\b/;
const UPSET_ZH = plainPattern(
  /还没|还不|还要|怎么还|怎么又|为什么|为啥|为何|凭什么|到底|究竟|一直|已经|都.{0,6}了|又|再不|迟迟|催|慢死|太慢|急|投诉|退款|退货|退钱|退了|取消|坏了?|碎|破|漏|少发|错|丢|骗|差评|垃圾|气死|生气|无语|失望|举报|消协|12315|不满|答应|说好|承诺|过分|他妈|妈的|尼玛|操|滚/,
);
/** They say that something is not so, or is not to be. */
const DENIES =
  /\b(no|not|none|nothing|without|don't|doesn't|didn't|isn't|aren't|won't|can't|cannot|couldn't|wouldn't|hasn't|haven't|stop)\b/;
const DENIES_ZH = plainPattern(/不是|不要|不用|不想|不了|不发|不送|不包|不买|没有|没|别|无法|未|勿/);
/** They may be asked about and denied in one breath: whether or not. */
const EITHER_ZH = plainPattern(/(.)[不没]\1|有没有|是不是|能不能|可不可以/gu);
/** It is about something of their own, of which the answer for all says nothing. */
const OWN_CASE =
  /\b(my|mine|ours?|did you|have you|has it|has my|it hasn't|last (?:week|time|month|order)|yesterday|today|tonight|tomorrow|this (?:week|morning|afternoon)|i (?:ordered|bought|paid|sent|got|received|have|placed)|we (?:ordered|bought|paid))\b/;
const OWN_CASE_ZH = plainPattern(
  /我的|我们的|我那|我这|我买|我下|我订|我拍|我付|我昨|我上|昨天|前天|今天|明天|后天|上次|上周|刚才|刚刚|刚下|了吗|了没|了么|发了|到了|这单|那单|这个订单/,
);
/** One thing, and then another. */
const MORE =
  /\b(and also|also|another|besides|by the way|btw|plus|as well|one more|second(?:ly)?|p\.?s\.?)\b|;|\band (?:how|what|when|where|do|does|can|is|are|which)\b/;
const MORE_ZH = plainPattern(/另外|还有|顺便|而且|以及|并且|同时|再问|第二|其次|；/);
/** Somebody else's words. */
const QUOTES = /["“”«»「」『』]|^\s*>|(?<![\p{L}\p{N}])'[^']{4,}'(?!\p{L})/mu;
const ASKS_EN =
  /\?|^(?:\W*(?:hi|hello|hey|dear all|good morning|please)\W+)?(?:how|what|when|where|which|who|do|does|can|could|is|are|will|would|may)\b/;
const ASKS_ZH = plainPattern(
  /[?？]|什么|啥|咋|多久|多少|几[天时个点块元]|哪|怎么|如何|吗|呢|么$|有没有|能不能|可不可以|是不是|会不会|包不包|能否|何时|多长/,
);

/** Whether words ask something of whoever reads them. */
export const isQuestion = (words: string): boolean => {
  const plain = fold(words).trim();
  return ASKS_EN.test(plain) || ASKS_ZH.test(plain) || asksReader(words);
};

/** Whether something of what they say calls for a person: more than one question, displeasure, a denial, a case of their own, others' words. */
export function callsForPerson(words: string): boolean {
  const plain = fold(words).replaceAll('’', "'").trim();
  if (plain.length > LONGEST || plain.split('\n').filter((line) => line.trim() !== '').length > 2) return true;
  const marks = words.match(/[?？]/g)?.length ?? 0;
  const shouts = /[!！]{2,}|[?？][!！]|[!！][?？]/.test(words) || isShouted(words);
  const denied = DENIES.test(plain) || DENIES_ZH.test(plain.replaceAll(EITHER_ZH, ''));
  const quotes = QUOTES.test(words);
  return marks > 1 || shouts || denied || quotes || [UPSET, UPSET_ZH, MORE, MORE_ZH].some((shape) => shape.test(plain));
}

/** Whether it is about something of their own: an order, a date, a sum, a number. */
export const isOwnCase = (words: string): boolean => {
  const plain = fold(words).replaceAll('’', "'");
  return (
    OWN_CASE.test(plain) || OWN_CASE_ZH.test(plain) || /\d{3,}|#\s?\w/.test(plain) || /https?:|www\.|@/.test(plain)
  );
};

function isShouted(words: string): boolean {
  const letters = words.replaceAll(/[^A-Za-z]/g, '');
  return letters.length >= 8 && letters === letters.toUpperCase();
}
