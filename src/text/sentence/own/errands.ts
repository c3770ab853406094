import { plainPattern } from '../../plainly.ts';

/** When it is to be done, in front: tomorrow 9, fri pm, 明早. */
const WHEN =
  '(?:(?:(?:on|at|by|next|this|today|tonight|tomorrow|tmrw|first|then|later|also|mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|morning|afternoon|evening|noon|lunch|am|pm|week|\\d{1,2}(?:[:.]\\d{2})?(?:am|pm)?)[,:]? ){1,4})';
/** Where or when an errand is run, and nothing a customer is told with it. */
const TAIL =
  '(?: (?:on the way(?: (?:home|in|back))?|(?:from|at|for) (?:the |my )?[\\p{L}]{2,20}(?: (?:street|road|shop|store|order))?|before (?:closing|lunch|work|we close)|after (?:work|lunch)|today|tonight|tomorrow|tmrw|(?:on |by |next |this )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|next week|later|first|asap|again))?[\\s.!]*$';

/** What is no thing to be bought: how, where and when somebody orders, how it stands, and who is spoken to. */
const NO_THING =
  '(?:you|your|yours|u|me|us|our|it|this|that|these|those|them|one|ones|any\\w*|every\\w*|something|online|on ?line|now|today|tomorrow|tonight|early|soon|later|again|back|here|there|direct(?:ly)?|from|by|before|until|till|at|in|on|with|without|via|through|as|when\\w*|while|what\\w*|which|if|well|better|ready|free|off|lost|over|out|up|is|are|was|were|be|been|has|have|will|can|could|may|must|should|and|or|but|to|only|just|anytime|any time|straight|quick(?:ly)?|now|please|pls|sent|paid|left|gone|shut|points?|times?|dates?|numbers?|no|form|forms|status|total|details|confirmation|history|page|rest|sleep|help|touch|away|local|days?|hours?|weeks?|minutes?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?|(?:mon|tues?|wed|thu(?:rs)?|fri|sat|sun)|service|window|slots?|location|area|desk|\\p{L}+(?:ed|ing))';
const WORD = `(?!${NO_THING}(?![\\p{L}]))[\\p{L}\\d][\\p{L}\\d'’/.-]{0,20}`;
/** A thing in so few words, without an article: 2 rolls vinyl, more paper, stamps. */
const THING = `(?:(?:(?:an?|some|more|new|another|extra|the) )?${WORD}(?: (?:of )?${WORD}){0,3})`;

/** Whoever buys, fetches or makes it is the one who writes. */
const FETCH =
  '(?:re-?order|buy|grab|fetch|pick up|restock|re-?fill|top up|stock up on|re-?print|run out for|order|get|collect)';
/** Where a customer is offered something it goes on with what they get. */
const OFFERED = /\b(?:free|off|save|discount|deal|half price|and (?:get|save|pay)|for (?:[$€£]|only)|left)\b|[%?]/iu;

const PERSON = "(?!(?:Us|Me|You|Your|Our|The|My|It|This|That|Him|Her|Them)(?![\\p{L}]))\\p{Lu}[\\p{L}’'-]{1,20}";
const ABOUT =
  '(?: (?:about|if|whether|re|first|again|back|today|tonight|tomorrow|tmrw|later|asap|(?:on |by |next )?(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)(?! (?:you|your)\\b)[^?]{0,40})?[\\s.!]*$';
/** Somebody by name who is to be asked or waited for; a customer is given a number with it, or told where they are. */
const TURN_TO = new RegExp(
  `^(?:[Aa]sk|[Cc]all|[Rr]ing|[Pp]hone|[Tt]ext|[Cc]hase|[Nn]udge|[Pp]ing|[Rr]emind|[Cc]heck with|[Ww]ait for|[Ss]peak to|[Tt]alk to) ${PERSON}(?: ${PERSON})?${ABOUT}`,
  'u',
);
/** What may stand in front of that verb. */
const FRONT = new RegExp(`^(?:${WHEN}|(?:must|should|need to|have to|better|to) )`, 'iu');
const KIN =
  '(?:(?:the )?(?:boss|mum|mom|dad|wife|husband|missus|printers?|accountant|supplier|landlord|bank|plumber|electrician|framer|garage|dentist|doctor|school)|m(?:y|e) \\p{L}{2,15})';

const ENGLISH: readonly RegExp[] = [
  new RegExp(
    `^${WHEN}?(?:ask|call|ring|phone|text|email|chase|nudge|ping|pay|wait for|check with|speak to|talk to|visit) ${KIN}${TAIL}`,
    'iu',
  ),
  // a time in front makes an order to oneself of it: tomorrow 9 call mia
  new RegExp(
    `^${WHEN}(?:ask|call|ring|phone|text|email|chase|pay|invoice|visit) (?!${NO_THING}(?![\\p{L}]))(?!the\\b|my\\b)\\p{L}{2,20}(?: back)?[\\s.!]*$`,
    'iu',
  ),
  /^(?:send|e-?mail|post|print|issue|do|write|make|prepare|draft|chase|pay|re-?send) (?:out )?(?:invoices?|receipts?|quotes?|proofs?|samples?|bills?|contracts?|credit notes?|labels?|packing slips?|estimates?|mock-?ups?|vat|rent|tax(?:es)?)(?: (?:first|today|tonight|tomorrow|later|again|now|asap|mon|tues?|wed|thu|thurs|fri|sat|sun|monday|tuesday|wednesday|thursday|friday))?[\s.!]*$/iu,
  /^(?:print|re-?print|pack|wrap|frame|cut|finish|post|ship|weigh|label|invoice|quote|chase|re-?do|proof) (?:his|her) (?!own\b|(?:name|photo|picture|face)\b)[\p{L}-]{2,20}(?: [\p{L}-]{2,20})?(?: (?:first|today|tonight|tomorrow|later|now|asap))?[\s.!]*$/iu,
];

const COUNT_ZH = '(?:[\\d一二两三四五六七八九十百几半]{1,4}\\s?[箱盒斤件包袋瓶罐饼个卷张本套只条批桶米份打把支台提听])';
const MUST_ZH = '(?:记得|别忘了?|得|该|还得|还要|赶紧|抽空|有空|回头|先){1,2}去?';
const DAY_ZH = '(?:今天|今晚|明天|明早|后天|下?周[一二三四五六日末]|晚点|待会儿?|等下)?';
const SOON_ZH = `(?:${DAY_ZH}(?:${MUST_ZH})?|${MUST_ZH}${DAY_ZH})(?:再|去|要|顺便)?`;
/** What only we do, and no customer is told of; they are reminded of other things: 记得签收. */
const OURS_ZH =
  '(?:开(?:个|一?张|发)?票|开收据|打单|贴单|贴面单|称重|对账|记账|催款|催货|收尾款|收钱|回访|跟进|改价|关灯|锁门|浇花|交房租|交水电)';
/** The same that a customer may hear of, too: 明天发货. */
const HEARD_ZH =
  '(?:补货|进货|备货|订货|盘点|打包|报价|退款|退钱|收款|发货|寄样|寄货|出货|上架|下架|拍照|做图|排版|打样|印刷|包装|装箱)';
const NOT_THEM_ZH = '[^您你我咱吗呢？?哈哦啦～~]';
const KIN_ZH =
  '(?:[小老阿](?!板|师|家)\\p{Script=Han}{1,2}?|我?(?:老婆|老公|媳妇|妈妈?|爸爸?|弟弟?|妹妹?|哥哥?|姐姐?|同学|合伙人)|店长|经理|助理|店员)';
const CHINESE: readonly RegExp[] = [
  new RegExp(
    `^(?:${SOON_ZH}${OURS_ZH}|${DAY_ZH}(?:记得|别忘了?|还得)${DAY_ZH}去?${HEARD_ZH})(?:${COUNT_ZH}|\\s?[¥￥]?\\d{1,6}(?:元|块)?)?[吧!！。.\\s]*$`,
    'u',
  ),
  new RegExp(
    `^${SOON_ZH}(?:补货|进货|备货|订货|采购|加货|进)${COUNT_ZH}(?!.*(?:送|减|免|折|优惠|包邮))${NOT_THEM_ZH}{0,10}$`,
    'u',
  ),
  new RegExp(`^${SOON_ZH}(?:补|进|备|订|拿|囤)(?:点儿?|些|一?批)货[吧。!！]*$`, 'u'),
  new RegExp(
    `^${SOON_ZH}买(?:点儿?|些|${COUNT_ZH})(?!.*(?:送|减|免|折|优惠|包邮|就|可以|起))${NOT_THEM_ZH}{1,8}$`,
    'u',
  ),
  new RegExp(
    `^${SOON_ZH}(?:找|查|翻|对|核对)(?:一?下|[找查翻]|一[找查翻])(?:她的?|他的?)?(?:快递单|单号|运单号?|订单号?|单子|底单|面单|发票|聊天记录|记录|账|账单|价格?|付款|转账|流水|合同|图纸|样品|库存|存货|地址|电话|型号|尺寸|原图|文件)[。.!！]*$`,
    'u',
  ),
  new RegExp(
    `^${SOON_ZH}(?:问问|问一?下|问|催催|催一?下|催|等|通知一?下|叫)${KIN_ZH}(?:那边)?(?:(?:看看?|确认|核对|再说|有没有|要|拿|怎么|什么时候|几点|价|货)${NOT_THEM_ZH}{0,10})?[。.!！]*$`,
    'u',
  ),
].map(plainPattern);

/** What is to be kept from somebody; an answer to thanks is not. */
const UNMENTIONED: readonly RegExp[] = [
  /^(?:do not|don['’]?t|never) (?:mention|bring up) (?:the|that|his|her|any|price|costs?)(?![\p{L}])(?!.*\b(?:you|your|anyone|anybody|when|if)\b)[^?]{0,30}$/iu,
  /^(?:先|千万|可)?别提(?:这个?|我们?的?|起)?(?:涨价|价格|价钱|折扣|优惠|退款|成本|进价|钱|[他她])[^您你？?]{0,6}$/u,
].map(plainPattern);
export const isUnmentioned = (plain: string): boolean => UNMENTIONED.some((shape) => shape.test(plain));

/** In brackets more is said to oneself than a customer would hear. */
const IN_BRACKETS: readonly RegExp[] = [
  /^(?:double[- ]?)?check (?:this|that)(?: (?:first|again|before sending))?[.!]*$/iu,
];
export const isAside = (plain: string): boolean =>
  isErrand(plain) || isUnmentioned(plain) || IN_BRACKETS.some((shape) => shape.test(plain));

const FETCHED = new RegExp(`^(?:${WHEN}|(?:must|need to|to) )?${FETCH} ${THING}${TAIL}`, 'iu');

/** Whether words are an order in so few words that whoever writes gives to themselves: order 2 rolls vinyl, ask Ben, 补货两箱龙井. */
export function isErrand(plain: string): boolean {
  if (FETCHED.test(plain)) return !OFFERED.test(plain);
  return TURN_TO.test(plain.replace(FRONT, '')) || [...ENGLISH, ...CHINESE].some((shape) => shape.test(plain));
}
