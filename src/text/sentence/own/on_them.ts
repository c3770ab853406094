import { plainPattern } from '../../plainly.ts';

/** What whoever answers is told to do with a customer: thank her for the order, she can come at 5, 替我道歉. No customer reads that. */

const FRONT =
  "(?:(?:please|pls|just|ok|and|also|then|now|first|maybe|perhaps|later|tomorrow|let['’]?s|better|must|should|remember to|need to|have to|we (?:should|could|must)|i['’]d|i would|i['’]ll|i will|i should)[ ,]{1,2}){0,2}";
const HER = '(?:her|him)(?![\\p{L}])';
const TELLS =
  '(?:thank|inform|assure|reassure|congratulate|wish|remind|notify|update|advise|warn|console|comfort|calm|greet|encourage|convince|persuade|invite|tell|ask|let|offer|promise|send|give|show|charge|refund|quote|answer|(?:apologi[sz]e|explain|say (?:sorry|thanks|thank you|hello|hi|yes|no)|write|reply|respond|propose|suggest)(?: (?:it|this|that))? to|confirm (?:[\\p{L}]+ ){0,4}(?:with|to)|agree (?:[\\p{L}]+ ){0,3}with)';
const FINDS =
  '(?:ask for|get|find out|check|look up|note(?: down)?|take(?: down)?|chase|confirm|need|request|want|save|update|correct|fix|send|print|pack|post|ship)';
const DETAIL =
  '(?:(?:full |new |correct |home |shipping |delivery |mail |e-?mail |phone |mobile |shoe |ring |exact )?(?:address|phone|number|name|e-?mail|mail|size|details?|birthday|order number|invoice number|account|measurements|postcode|zip|contact details?|signature|approval|ok|permission|opinion|feedback|consent|bank details))';
const GOES =
  '(?:ships?|leaves?|arrives?|goes(?: out)?|comes|left|shipped|arrived|gets?|needs?|costs?|(?:will|should|must|can) (?:ship|leave|arrive|go|come|be|wait|get))';
const MAY =
  '(?:can|may|could|should|must|needs? to|has to|is allowed to|gets? to)(?: also| just| still| then)? (?:come|have|get|keep|pick|collect|pay|bring|send|return|take|wait|drop|swap|exchange|choose|order|book|cancel|use|try|call|visit|stay)';
const ORDERS: readonly RegExp[] = [
  new RegExp(`^${FRONT}${TELLS} ${HER}(?! (?:own|self))(?! our (?:love|best|regards))`, 'iu'),
  new RegExp(
    `^${FRONT}${FINDS} (?:her|his) ${DETAIL}(?: (?:first|again|please|today|now|for the \\p{L}+))?[\\s.!]*$`,
    'iu',
  ),
  /^(?:do not|don['’]?t|never) (?:[\p{L}'’]+ ){1,4}(?:if|until|till?|unless|before|when|because|as long as) (?:he|she)(?![\p{L}])/iu,
  /^(?:do not|don['’]?t|never) (?:offer|discount|admit|reveal|disclose|negotiate|haggle|give in|budge)(?! (?:if|when|on|by|it to)(?![\p{L}]))[^?]{0,30}$|^(?:do not|don['’]?t|never) refund(?: (?:it|this|anything|the \p{L}+))?[\s.!]*$/iu,
];

/** What they may do, and what becomes of a thing of theirs. */
const STATES: readonly RegExp[] = [
  new RegExp(`^(?:her|his) (?:[\\p{L}-]{2,20} ){1,3}${GOES}(?![\\p{L}])[^?]{0,40}$`, 'iu'),
  new RegExp(`^(?:ok |and |so )?(?:she|he) ${MAY}(?![\\p{L}])[^?]{0,50}$`, 'iu'),
];

const HOW =
  '(?: (?:politely|nicely|kindly|briefly|please|pls|first|now|again|today|(?:from|for) (?:me|us)|for (?:the|this|her|his) [\\p{L} -]{2,30}))*';
const TREATS =
  '(?:apologi[sz]e|say (?:sorry|thanks|thank you|no thanks)|send (?:(?:my|my best|best|some|an?) )?(?:apologies|apology|condolences|regards|congratulations|congrats|wishes)|offer (?:an? |an? (?:small|full|partial) |some |the )?(?:refund|discount|voucher|replacement|apology|exchange|credit|\\d{1,2} ?%(?: off)?)|refuse(?: the (?:refund|return|offer|discount))?|(?:accept|approve|agree to|decline|reject) (?:the |an? )?(?:refund|return|exchange|discount|cancellation))';
const ALONE_ENGLISH: readonly RegExp[] = [
  new RegExp(`^${FRONT}${TREATS}${HOW}(?:(?:,| and| then){1,2} ${TREATS}${HOW})?[\\s.!]*$`, 'iu'),
  new RegExp(
    `^${FRONT}(?:use|send|take|(?:answer|reply|respond) with) (?:(?:the|our|my) )?(?:[\\p{L}-]{2,20} ){0,3}(?:templates?|canned (?:reply|answer)|macro|snippet|boilerplate|ready answer)(?! (?:attached|below|above|here|we|i))(?: [\\p{L}-]{2,20}){0,2}[\\s.!]*$`,
    'iu',
  ),
  /^(?:answer|reply|respond|send|write back|get back)(?: (?:it|this|that))? (?:later|tonight|tomorrow|next week|another time|on (?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: (?:morning|evening|please|pls))?[\s.!]*$|^nothing (?:to (?:do|answer)|more to do)(?: (?:here|for us))?[\s.!]*$/iu,
  new RegExp(
    `^${FRONT}(?:check|look up|count)(?: the| our)? (?:stock|inventory)(?: (?:for|of|on) (?!(?:our|the) (?:website|shop|site)|line)(?:the )?[\\p{L}-]{2,20}(?: [\\p{L}-]{2,20}){0,2})?(?: first)?[\\s.!]*$`,
    'iu',
  ),
  /^(?:probably |likely |total |a )?(?:scammer|fraud(?:ster)?|liar|thief|time[- ]?waster|spammer|crook)\s?[,:;–-]/iu,
  new RegExp(`^${FRONT}(?:tell|inform|notify|remind|thank) them (?!apart)[^?]{2,60}$`, 'iu'),
  /^(?:our cost|my cost|cost price|margin|mark-?up)(?: is| was|:)? [€$£]?\d/iu,
];

const FRONT_ZH = '(?:请|就|先|再|帮我|替我|代我|也|顺便|记得|麻烦|直接|最好|[,，\\s]){0,4}';
const HER_ZH = '[他她](?![们家人乡日])';
const ORDERS_ZH = plainPattern(
  new RegExp(
    `^${FRONT_ZH}(?:谢谢|感谢|多谢|恭喜|祝贺|祝|问候|安慰|安抚|拒绝|答应|同意|婉拒|回绝|提醒|通知|告知|转告|告诉|催|邀请|鼓励|劝|哄|请|要|收|欢迎)(?:一下|一声)?${HER_ZH}[^吗？?]{0,30}$`,
    'u',
  ),
);
const STATES_ZH = plainPattern(/^[他她](?:可以|能|得|必须|应该)(?!不能|是|说)[^吗？?呢]{1,16}$/u);
const ALONE_CHINESE: readonly RegExp[] = [
  '^(?:替|代|帮)(?:我|我们|咱们?|店里)(?:向|跟|给)?[他她]?(?:谢谢[他她]|感谢[他她]|道(?:个|声)?歉|致歉|解释|赔(?:个|声)?不是|拒绝|回绝|婉拒|答复|回复?)(?:一?下|一声)?[^吗？?]{0,12}$',
  '^(?:就|先|直接|可以)?(?:同意|答应|拒绝|批准|接受|不同意|婉拒|回绝)(?:给?[他她])?(?:全额|部分)?(?:退款|退货|换货|退钱|退换|降价|打折|优惠|掉)(?:吧|了|申请)?[。.!！]*$|^(?:就|直接)?(?:拒绝|拒了|婉拒|回绝)(?:吧)?[。.!！]*$',
  '^(?:就|直接|先)?回(?:复|他|她){0,2}(?:可以|好的?|行|不行|没问题|没货|有货|谢谢|收到|不用了?|不要|要|不可以)(?:了|吧)?[。.!！]*$',
  '^说(?:[\\d零一二三四五六七八九十]{1,3}[点号]|有货|没货|今天|后天|周[一二三四五六日]|下周|已经|没有|还没)[^吗？?]{0,14}$',
  '^(?:估计是?|肯定是?|这是)?(?:骗子|诈骗|老赖|无赖|职业打假)[,，。!！:：]',
  '^(?:先|千万|可|请)?(?:别|不要)(?:主动)?(?:提|透露|承诺|让步|松口|降价|打折|退款|退钱|说漏)(?:起|到|出)?[^吗？?。]{0,8}$',
  '^(?:请|就|直接|先)?(?:用|按|套用?|走|照)(?:一下)?\\p{Script=Han}{0,6}?(?:模板|话术|范本|套话)(?:来)?(?:回复?|答复?|说|退款|拒绝|发|处理|解释)?(?:[他她]|一下)?(?:吧)?[。.!！]*$',
  '^(?:成本|进价|进货价|拿货价|底价|毛利|利润)(?:价)?(?:是|才|就|只|大概)?\\s?[¥￥]?\\d',
].map((source) => plainPattern(new RegExp(source, 'u')));

/** A colleague is asked to take it, in the words in which one asks a colleague only. */
const HANDED: readonly RegExp[] = [
  /^[@＠]\p{L}{2,15}[,:]? (?:can|could|will|would) (?:you|u) (?:please )?[^?]{3,30}\??$/iu,
  /^\p{Lu}\p{L}{1,14}, (?:can|could|will|would) (?:you|u) (?:please )?(?:take (?:this|it)(?: one| over)?|handle (?:this|it|her|him)(?: one)?|deal with (?:this|it|her|him)|(?:answer|reply to|respond to) (?:this(?: one)?|her|him)|take over)(?: please| pls| for me)?\s?\??$/u,
  plainPattern(
    /^(?:[@＠]\p{L}{2,10}|[小老阿]\p{Script=Han}{1,2})[,，:：\s]{0,2}(?:你|帮我|帮忙|请|去|来){0,3}(?:回复?|处理|跟进|接手?|负责|答复|看|盯)(?:一?下|一个)?(?:这[个条单]|[她他])?(?:吧|哈|呗)?[。.!！]*$/u,
  ),
];

/** The customer is her or him, whatever stands before. */
export const isOnThem = (plain: string): boolean => says([...ORDERS, ORDERS_ZH], plain);

/** Behind an answer these may be said of somebody whom it speaks of: she can come at 5; and what names nobody may be a part of it. */
export const isTreatment = (plain: string): boolean =>
  says([...STATES, STATES_ZH, ...ALONE_ENGLISH, ...ALONE_CHINESE], plain);

const says = (shapes: readonly RegExp[], plain: string): boolean =>
  shapes.some((shape) => shape.test(plain)) && !SAYS_YOU.test(plain);

export const isHanded = (plain: string): boolean => HANDED.some((shape) => shape.test(plain));

const SAYS_YOU = /\b(?:you|your|yours|u)\b|[您你]/iu;
