/*
 * What only a person says below what a program might have written: they take it, agree, want so many, let it be sent. A program accepts
 * nothing and orders nothing, however much it says of itself, of whom to turn to and of when.
 */

import { plainPattern } from '../plainly.ts';

const COUNT = '(?:\\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|a dozen|another|both)';
const OFFER =
  '(?:(?:the|your|this|that|his|her) )?(?:\\w+ )?(?:offer|quote|price|proposal|terms|date|appointment|deal|estimate|conditions|suggestion)\\b';
const OF_GOODS = `(?:${COUNT}\\b(?! (?:business |working )?(?:days?|hours?|weeks?|minutes?|months?)\\b)|(?:it|them)\\b(?! (?:very|serious|from|upon|as))|the (?:\\w+ ones?|offer|deal|quote|first|second|third|last|lot|larger|smaller|bigger)\\b)`;

const ENGLISH: readonly string[] = [
  // I'll take two; we accept the offer; I want the blue one
  `\\b(?:i|we)(?:'ll| will|'d| would|'m going to)?(?: (?:gladly|happily|still|also|just|hereby|then|both|like to|love to))* (?:(?:take|order|buy|want|have|pick|choose|go (?:for|with)) ${OF_GOODS}|(?:accept|agree (?:to|with)|approve) ${OFFER}|(?:accept|agree)\\W*$|(?:accept|agree)[.,;!]|need ${COUNT} (?!more|business|working|days?|hours?|weeks?|minutes?)[a-z])`,
  `\\b(?:and|but|so) (?:hereby |gladly |happily )?(?:(?:accept|agree to|agree with|approve|take) ${OFFER}|(?:take|order|want) ${OF_GOODS})`,
  "\\bgo ahead\\b(?! and (?:read|visit|check|click|browse|log))|\\b(?:count me in|i'm in|it's a deal|deal|agreed)\\s*(?:$|[.!,])",
  // but yes; no thanks
  '(?:^|[.,;:!?\\n–-]\\s{0,2}|\\b(?:but|so|and) )(?:(?:yes|yeah|yep|sure|ok(?:ay)?)(?=\\s{0,2}(?:$|[.,;!]|(?:please|pls|to|the|that|i|we|it|thanks|for|with|go|\\d+)\\b))|(?:no|nope)(?=,|!|\\s{0,2}$| (?:thanks|thank you|please)\\b))',
  // two mugs please; please send it
  `\\b${COUNT}(?: (?!days?|hours?|weeks?|minutes?|business|working)[\\p{L}-]+){1,4},? (?:please|pls)\\b(?! (?:contact|call|write|visit|note|see|e-?mail|use|ask|reach))`,
  '\\b(?:please|pls|kindly) (?:send|ship|deliver|post|reserve|cancel|refund|exchange|wrap|engrave|pack|bring) (?:me|it|them|one|two|three|both|\\d{1,2}|the (?:parcel|package|goods|mugs?|order(?! (?:number|id|ref))|(?:\\w+ )ones?))\\b(?! (?:an?|your|the) (?:e-?mail|message)| (?:directly )?(?:to|via) (?:\\S{0,60}@|our|the|us|this|my (?:colleague|deputy|assistant|boss|manager))|@)',
  // the price is fine; Monday suits me
  "\\b(?:price|quote|offer|date|time|option|one|size|colou?r|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?: at \\w+)?(?: is|'s| looks| sounds| would be)(?: all| quite| very| just)? (?:fine|ok|okay|good|great|perfect|accepted|acceptable|agreed|alright|all right)\\b|\\b(?:works|suits|fine|ok|okay|good|great) (?:for|with|by) (?:me|us)\\b|\\bsuits me\\b",
];
const CHINESE: readonly string[] = [
  // 我同意报价；我们要两个
  '我们?(?:方|司|公司|这边|也|都|完全|基本|就|先|想|还|可以|愿意){0,3}(?:同意|认可|接受(?=[^,。;!]{0,6}(?:报价|价格|方案|条件|提议|安排|时间)|这|[,。;!]|$)|确认(?=[^,。;!]{0,4}(?:报价|价格|订单|方案))|要(?=[\\d一二两三四五六七八九十这那红蓝白黑大小第])|(?:订|拿|买)(?=[\\d一二两三四五六七八九十这那])|下单)(?![^,。;!]{0,8}请(?:按|回复))',
  '(?:要|来|订|拿|买|寄|发|送)[\\d一二两三四五六七八九十]{1,3}[个只件份盒套箱斤瓶条张包袋把]',
  // 价格可以接受；周五没问题
  '(?:价格?|报价|方案|时间|日期|(?:周|星期)[一二三四五六日天]|\\d[点号]|条件|款式|颜色|数量|[这那]个|第[一二三]个|合同|金额)[^,。;!?\\s]{0,6}?(?:没问题|没意见|同意|(?:可以)?接受(?!预)|合适|(?:可以|行|ok)(?:的|了)?(?=[,。;!~\\s]|$))',
  // 可以，发吧；就按这个
  '(?:^|[,。;:!\\s])(?:(?:可以|同意|成交|没问题|不(?:要|用|需要)了|算了)(?=[,。;!~\\s]|$)|(?:但是?|不过|那)(?:我)?(?:可以|好的?|行|同意|没问题|要|不要|不用)(?!联系|致电|拨打|查|通过|登))',
  '(?:请|麻烦)[您你]?(?:直接|先|尽快|就|帮我){0,2}(?:发货|寄(?:给我|[一两]|出|过来)|送(?:货|[一两]|过来)|退款(?!申请)|换货|下单|开票|开发票)(?!请|前|须|流程)|就(?:按|照|要|订|定)(?:这|那|您|你|报价)|(?:发|寄|送|订|做|下单)吧(?=[,。;!~\\s]|$)',
];
const SIGNS = [new RegExp(ENGLISH.join('|'), 'iu'), plainPattern(new RegExp(CHINESE.join('|'), 'iu'))];

/** Whether words answer as a person does, whatever a program says around them. Takes plain text with straight quotes. */
export const answersInPerson = (plain: string): boolean => SIGNS.some((sign) => sign.test(plain));
