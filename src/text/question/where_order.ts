import { headWords } from '../cut.ts';
import { fold } from '../fold.ts';
import { plainPattern } from '../plainly.ts';

const THING = '(?:order|package|parcel|delivery|shipment|stuff|things?|goods|tea|items?|purchase)';
/** Where what they bought is, or when it comes. */
const WHERE: readonly RegExp[] = [
  `\\bwhere(?:'s| is| are|s)\\s(?:my|our|the)?\\s?(?:\\w+\\s)?${THING}`,
  `\\bwhere(?:'s| is)\\s(?:order|no\\.?|#)\\s?#?\\w`,
  `\\b(?:track|tracking|status|update|news|progress|eta)\\b.{0,30}\\b(?:order|package|parcel|delivery|shipment|it)\\b`,
  `\\b(?:order|package|parcel|delivery|shipment)\\b.{0,20}\\b(?:status|tracking|update|progress|eta)\\b`,
  `\\btracking (?:number|no|link|code|info)`,
  `\\b(?:has|have|did|is|was)\\b.{0,12}\\b(?:my|our|order|package|parcel|it)\\b.{0,24}\\b(?:ship(?:ped)?|sent|dispatched|left|go out|gone out|on (?:its|the) way|arrived?)\\b`,
  `\\b(?:when|how (?:long|soon))\\b.{0,20}\\b(?:my|our|order|package|parcel|#?\\d{3,})\\b.{0,24}\\b(?:ship|shipped|sent|arrive|arriving|come|coming|get here|delivered|be here|leave)\\b`,
].map((shape) => new RegExp(shape));
const THING_ZH = '(?:订单|快递|包裹|单子?|货物?|东西|茶叶?|宝贝)';
const WHERE_ZH: readonly RegExp[] = [
  new RegExp(
    `${THING_ZH}.{0,12}(?:到哪|在哪|哪里了|哪儿了|到没|到了吗|发了吗|发了没|发货了|寄了吗|寄出|发出|走到|送到哪|什么情况|啥情况|什么状态|状态|进度|物流)`,
  ),
  /(?:查|看|问|跟踪|追踪)(?:询|一下|下)?.{0,8}(?:物流|快递|订单|单号|包裹|进度)/,
  /物流(?:信息|单号|到哪|进度|状态|情况)|快递(?:单号|到哪|信息)|运单号/,
  new RegExp(`${THING_ZH}.{0,14}(?:什么时候|啥时候|何时|几时|多久|几天).{0,6}(?:发|寄|到|送|收)`),
  /^[^，,。]{0,8}(?:什么时候|啥时候|何时|几时|多久|几天)(?:能|可以|会|才)?(?:发货|发出|寄出|到货|到|送到|收到|送达)/,
  /(?:发货了|发了|寄了|寄出了|发出了)(?:吗|没|么|没有)/,
].map(plainPattern);

/** It is about how things go in general, or about how long they wait already: of one order it tells nothing, or a person is to answer. */
const GENERAL: readonly RegExp[] = [
  /\b(?:how often|usually|normally|generally|in general|typically|do you (?:ship|deliver|post|send))\b/,
  /\b(?:\d+|an?|one|two|three|four|five|six|few|several|many|some) (?:days?|weeks?|months?)\b|\bfor (?:days|weeks|months|ages)\b|\b(?:ago|since)\b|\blast (?:week|month)\b/,
  /多久.{0,6}一次|一般|通常|平时|每[天周月次]|朋友圈|(?:发货?|寄|送|快递)到(?![哪没了货吗]|底)/,
  /[\d一二三四五六七八九十两几好多半]+(?:天|周|个?星期|个?礼拜|个?月)(?:前|了|以前|之前)|等了|上(?:周|个?星期|个?礼拜|个?月)/,
].map(plainPattern);

/** Of a longer text nothing is looked at. */
const LONGEST = 500;

/** Whether somebody asks where what they ordered is, or when it leaves or comes. */
export function asksWhereOrder(words: string): boolean {
  const plain = fold(headWords(words, LONGEST)).replaceAll('’', "'");
  return [...WHERE, ...WHERE_ZH].some((shape) => shape.test(plain));
}

/** Whether it asks how things go in general, or says how long they wait already: no answer about one order leaves by itself then. */
export function isGeneral(words: string): boolean {
  const plain = fold(headWords(words, LONGEST)).replaceAll('’', "'");
  return GENERAL.some((shape) => shape.test(plain));
}
