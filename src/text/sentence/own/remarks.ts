import { plainPattern } from '../../plainly.ts';

/** A face that nobody makes at a customer. */
const FACE = /(?:🙄|🤬|😒|😤|🤮|🤢|🖕|💩|🤡)\uFE0F?[\s.!]*$/u;
const CRY = "(?:(?:ugh|argh|oh|omg|god|not|no|wow|and|guess who|it['’]?s)[\\s,.!:…-]{1,3}){0,2}";
/** Said of whoever is on the card as they write once more. */
const AGAIN = new RegExp(
  `^${CRY}(?:him|her|she|he|this (?:one|guy|woman|lady|man|client|customer)|that (?:one|guy|woman|lady|man|client|customer))(?: and (?:his|her) [\\p{L} ]{2,30})?(?: again| once more| as always| as usual| of course| of all people| lol)[\\s.!…]*$|^${CRY}(?:him|her) and (?:his|her) [\\p{L} ]{2,30}[\\s.!…]*$`,
  'iu',
);
/** What somebody is to us, and how they are to be treated: regular - give 10%. */
const KNOWN =
  '(?:(?:an? |my |our )?(?:good |old |new |very |loyal |long[- ]?time |returning )?(?:regular|vip|wholesaler?|trade|returning|client|customer|friend of \\p{L}+|family|neighbou?r|mate))';
const TREATED =
  "(?:so )?(?:give|offer|charge|knock|do|take|let|no|be|go|treat|send|throw in|round|always|free|trade price|mates['’]? rates|\\d{1,2} ?%)";
const HOW = new RegExp(
  `^${KNOWN}\\s?[-–—,:;.]{1,2}\\s?${TREATED}(?![\\p{L}])(?!.*\\b(?:you|your|our|we|us)\\b)[^?]{0,40}$`,
  'iu',
);

const AGAIN_ZH =
  /^(?:唉|哎|怎么|[他她])?(?:又|还在|老是?|一直|天天|总是?|成天)(?:又|来|在|跑来|开始)?(?:催|催货|催单|砍价|讲价|还价|压价|问东问西|烦|找事|找茬|吵|闹|赖账|改主意|变卦|反悔|退货|要退|投诉|差评|来)(?:我|个不停|个没完|一遍)?(?:了|啊|呢|吧)*[\s。.!！…～~]*$|^(?:真能|就知道)(?:催|砍价?|磨|烦|作)(?:了|啊)?[\s。.!！…]*$|^催什幺?么?催[\s。.!！]*$|^(?:唉|哎|怎么|哦)?又是[他她](?:了|啊|呀)?[\s。.!！…]*$/u;
const KNOWN_ZH =
  '(?:[他她]?(?:是|算)?(?:老客户?|老顾客|熟客|熟人|回头客|大客户|新客户?|会员|批发(?:商|客户)?|同行|朋友介绍的?|邻居))';
/** A treatment that names nobody it is given to: 给个九折, 送个小样. */
const TREATED_ZH =
  '(?:就|都|要|先|可以)?(?:给|打|送|便宜|优惠|少收|少算|多送|免|抹|按|收|算)(?:个|他|她|点儿?|些)?[^您你我咱吗呢？?哈哦啦～~，,]{1,10}';
const HOW_ZH = new RegExp(
  `^${KNOWN_ZH}[\\s,，:：.。-]{1,2}${TREATED_ZH}[。.!！]*$|^${KNOWN_ZH}给[个他她点][^您你我咱吗呢？?哈哦啦～~，,]{1,8}[。.!！]*$|^(?:就)?给个[一二三四五六七八九\\d点.]{1,3}折[。.!！]*$`,
  'u',
);

/** Whoever it is said of goes without saying: owes me 20, hasn't paid. */
const OWES =
  /^(?:still |also )?(?:owes (?:me|us)|(?:hasn['’]?t|has not|didn['’]?t|did not) (?:paid|pay)(?! (?:off|you|your)(?![\p{L}]))|allergic to)(?![\p{L}])(?!.*\b(?:you|your)\b)[^?]{0,40}$/iu;
const OWES_ZH = /^还?欠(?:我|咱)们?的?\s?[¥￥]?[\d一二两三四五六七八九十百千几](?!.*[您你])[^？?]{0,12}$/u;

const SHAPES = [FACE, AGAIN, HOW, OWES, ...[AGAIN_ZH, HOW_ZH, OWES_ZH].map(plainPattern)];

/** Whether words remark upon whoever is on a card, or say how they are to be treated: her again, regular - give 10%, 又来催了. */
export const isRemark = (plain: string): boolean => SHAPES.some((shape) => shape.test(plain));

const CONTACT = '(?:\\+?\\d[\\d ()./-]{5,20}\\d|[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,30}){1,3})';
/** Where somebody is reached, beside their name and with nothing else. */
const REACHED = new RegExp(
  `^(?:she|her|[他她])(?:[\\s,，:：;-]{1,3}\\p{Lu}[\\p{L}'’-]{1,20})?(?:[\\s,，:：;-]{0,3}${CONTACT}){1,3}[\\s.。]*$|^${CONTACT}[\\s,，:：;-]{0,3}(?:her|[他她])[\\s.。]*$`,
  'u',
);

/** As `isRemark`, where a pronoun stands for the customer's name: she 07911 555444. */
export const isReached = (plain: string): boolean => REACHED.test(plain);

/** Whoever was named before wants it: 850, wants it before xmas; 年前要. */
const WANTS =
  /(?:^|[,;.–—-] ?)(?:still |also |really |just )?(?:wants|needs|is after|asks for|asked for)\b(?! (?:to know|you|your))|[，,\s](?:年前|年底前?|月底前?|\S{1,4}[之以]?前|下?周[一二三四五六日末]前?|急着?|尽快)就?要[。.!！]*$/iu;
const SAYS_YOU = /\b(?:you|your|yours|u|ur)\b|[您你?？吗]/iu;

/** Whether words behind somebody's name and a colon say what they want. */
export const isWanted = (plain: string): boolean => WANTS.test(plain) && !SAYS_YOU.test(plain);
/** What belongs to them may be told them: her order is ready. */
const OF_THEIRS = /^(?:his|her|their)\b|^[他她](?:们)?的/iu;
export const mayBeTold = (plain: string): boolean => OF_THEIRS.test(plain) || SAYS_YOU.test(plain);
