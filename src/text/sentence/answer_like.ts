import { headWords } from '../cut.ts';
import { plainly, plainPattern } from '../plainly.ts';
import { isToThem } from './ours.ts';

/** What is looked at, in UTF-16 units. */
const MOST = 300;

/** How an answer begins, or speaks of what the house has and does. */
const ENGLISH =
  /^(?:hi|hiya|hello|hey|dear|good (?:morning|afternoon|evening|day)|yes|yep|yeah|no(?:pe)?|ok(?:ay)?|sure|of course|certainly|absolutely|great|perfect|lovely|sorry|apologies|thanks?|thank|many thanks|cheers|welcome|no (?:problem|worries)|not at all|my pleasure|congratulations|happy to|glad)(?![\p{L}\p{N}])|\b(?:i['’](?:ll|ve|m)|we['’](?:ll|ve|re)|i|we|our|ours|us|let['’]s)\b|\b(?:in stock|out of stock|sold out|available|(?:has|have|is|are|was|been|just|it) (?:shipped|posted|dispatched|sent|delivered|packed|ready|here|done|booked|confirmed|paid|refunded|arriv\w+)|on (?:its|the|their) way|ready|shipped|ships|arrives?|posted|dispatched|free (?:shipping|delivery)|postage|tracking)\b|^(?:it|they|that|this|those|these)(?:['’](?:s|re|ll)| (?:is|are|will|can|costs?|takes?|comes?|fits?|works?|ships?))\b|[$€£¥]\s?\d|\b\d+(?:[.,]\d+)?\s?(?:eur|usd|gbp|pounds?|euros?|dollars?)\b/iu;
const CHINESE =
  /^(?:您好|你好|哈[喽啰]|嗨|早上?好?[,，!！。 ]|上午好|中午好|下午好|晚上好|在的|在呢|好的?(?![多几些])|嗯|可以|没问题|有的|有货|没有了|没货|不好意思|抱歉|对不起|谢谢|多谢|感谢|收到|稍等|已经?|不客气|不用客气|欢迎|是的|对的|不是的|恭喜|祝|放心|当然|马上)|我们?(?!的?(?:任务|待办|日程))|咱|本店|小店|这边|包邮|现货|有货|没货|缺货|到货|发货|已发|寄出|发出|发了|顺丰|快递|运费|邮费|优惠|[\d一二三四五六七八九十百千万半]+\s?(?:元|块|¥)|[¥￥]\s?\d|(?:请|哦|哈|呢|啦|哟|噢|～|~)[。！!]?\s*$/u;

/** A sum and hardly a word around it: about 400, 大概400元. */
const SUM =
  /^(?:about|around|roughly|approx\.?|from|only|just|each|大概|大约|约|一共|共|总共)?\s?[$€£¥]?\d[\d.,]{0,12}\s?[\p{L}/ ]{0,10}[.。]?$/iu;

/** Asked without a word to whoever reads it, it is asked of us. */
const ASKED_OF_US =
  /^(?:who|whom|whose|what|which|when|where|why|how (?:much|many|long|often)|did|has|have|is|are|do|does)(?![\p{L}\p{N}])|(?:多少|谁|哪[些个几位里]|什.时候|怎.|几[个单位])/iu;

/** A deed with somebody who is named is told of them, and to nobody who waits: sold a poster to Sofia for £45. */
const DEED =
  /^(?:(?:just|also|today|i|we|and|ok|yesterday)[ ,]+){0,3}(?:sold (?!out\b)|(?:took|received|got|had|banked|collected|charged|paid|refunded|gave|sent|posted|shipped|lent)\b.{1,60}\b(?:to|from|for|by|with) (?!(?:You|Your|Us|The|This|That|Our|My|It|Mon|Tue|Wed|Thu|Fri|Sat|Sun|January|February|March|April|June|July|August|September|October|November|December|Royal|UPS|DHL|DPD|FedEx|Evri|PayPal|Visa)\p{L}*\b)\p{Lu}\p{L}+)/u;
const DEED_ZH =
  /^(?:刚才?|今天|刚刚|店里|我|昨天){0,3}(?:卖(?:给|了|掉|出去?)|收(?:了|到)(?![^，,]{0,6}您)[^，,您你]{1,12}(?:元|块|款|钱|现金))|^[\p{Script=Han}]{1,4}是(?:我们?|咱们?|店里|本店)的?\p{Script=Han}{2}/u;
/** Begun with a small letter all the same: Sold, sold. */
const isDeed = (plain: string): boolean =>
  DEED.test(plain.replace(/^\p{Lu}/u, (sign) => sign.toLowerCase())) || DEED_ZH.test(plain);

/** What is to come to pass and when: the brochure goes to print tomorrow; 龙井明天发. */
const NEWS =
  /\p{L} (?:goes|comes|leaves|ships|starts|prints|arrives|lands)\b.{0,60}\b(?:today|tonight|tomorrow|tmrw|(?:mon|tue|tues|wed|wednes|thu|thurs|fri|sat|satur|sun)(?:day)?|next week|\d{1,2}(?:st|nd|rd|th))\b/iu;
const NEWS_ZH =
  /(?:今天|明天|后天|今晚|明早|下?(?:周|星期|礼拜)[一二三四五六日天末]|\d{1,2}[号日]|月底|下午|上午|晚上|马上)(?:就|能|会|可以|再)?(?:发(?!票)|到(?!店|期|这|那)|寄|送|出货|做好|有货|好(?!的))/u;

/** Whether words behind somebody's name are news for them. */
export const isNewsLike = (text: string): boolean => {
  const plain = plainly(headWords(text.trim(), MOST));
  return !ASKED_OF_US.test(plain) && (isAnswerLike(text) || NEWS.test(plain) || NEWS_ZH.test(plain));
};

/** Whether words may be said to a customer: they address whoever reads them, or have the form of an answer. */
export function isAnswerLike(text: string): boolean {
  const plain = plainly(headWords(text.trim(), MOST));
  if (isToThem(plain)) return true;
  return !ASKED_OF_US.test(plain) && !isDeed(plain) && (SUM.test(plain) || ENGLISH.test(plain) || CHINESE.test(plain));
}

/** Behind a command this is no more than a doubt; to somebody who has asked it is all there is to say: not yet, later, 还没. */
const BRIEF =
  /^(?:(?:no|sorry|hi|hmm?|well|oh)[\s,.!]{1,2})?(?:not (?:yet|now|today|quite|sure yet)|later(?: on| today)?|(?:maybe|perhaps)(?: (?:later|tomorrow|next week))?|in a (?:bit|while)|(?:another|some other) time)[\s.!…)]*$/iu;
const BRIEF_ZH = plainPattern(
  /^(?:不好意思|抱歉|嗯|哦|没)?[,，\s]?(?:还没有?|暂时(?:还)?没有?|还不行|晚点儿?|晚些(?:时候)?|稍后|等[会下]儿?|过会儿?|可能吧?|也许吧?|不一定|改天吧?)(?:呢|哦|哈|啊|了)?[\s。.!！~～]*$/u,
);
export const isBriefAnswer = (text: string): boolean => {
  const plain = plainly(headWords(text.trim(), MOST));
  return BRIEF.test(plain) || BRIEF_ZH.test(plain);
};
