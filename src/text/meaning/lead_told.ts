import { plainly, plainPattern } from '../plainly.ts';

/** What somebody may buy, as people call it. */
const LEAD = plainPattern(
  /\b(?:leads?|deals?|enquiry|enquiries|inquiry|opportunity|prospect)\b|意向|线索|那[个笔]?单|单子|商机|生意/iu,
);
const HOW = plainPattern(
  /\bhow(?:['’]?s| is| are| did)?\b|\bwhere(?:['’]?s| is| are)\b|\b(?:status|state|progress|update) (?:of|on)\b|怎么?样|咋样|如何|到哪|哪一?步|(?:什么|哪个|啥)(?:阶段|程度|情况)|\b(?:stage|state|status)\b|进展|情况|有(?:消息|结果|动静)/iu,
);
const WORTH = plainPattern(
  /\b(?:worth|amount|value|price|went up|goes? up|came down|is now|now|up to|down to|more like|closer to|should be)\b|值|现在|变成|改成|改为|涨|降|金额|估计|大概/iu,
);
/** Not decided yet. */
const THINKS = plainPattern(
  /\b(?:think(?:s|ing) (?:it |this |that )?(?:over|about|through)|sleep(?:s|ing)? on|mull(?:s|ing)? (?:it )?over|consider(?:s|ing)|undecided|not (?:yet )?(?:sure|decided)|on the fence|needs? (?:some |more )?time|has(?:n['’]?t| not) (?:decided|made up))\b|再?(?:考虑|想想|琢磨|斟酌|犹豫|商量)(?:一?下|考虑|几天|看看)?|还没(?:想好|决定|定下?来?)|拿不定主意/iu,
);

/** Whether whoever is told of has not made up their mind. */
export const stillThinks = (typed: string): boolean => THINKS.test(plainly(typed));
const ASKS = plainPattern(/[?？]\s*$|多少|吗$|\b(?:what|how much)\b/iu);

/** How far somebody is, whoever it is: 谈到哪一步了, 跟进得怎么样了, 这个客户怎么样. */
const OF_WHOM = plainPattern(
  /(?:谈|聊|跟|跟进|推进|进行|进展)[得的到]?(?:怎么?样|咋样|如何|哪|什么(?:阶段|程度|情况|地步))|(?:这|那)(?:个|位)?(?:客户|顾客|客人|单子?|生意)(?:现在|最近|跟进|谈)*[得的]?(?:怎么?样|咋样|如何|什么情况)|\b(?:stage|status|state) (?:of|is|with|for)\b|\bhow far (?:along )?(?:am i|are we|is)\b|\bwhere (?:am i|are we|do (?:i|we) stand)\b.{0,20}\bwith\b/iu,
);
/** What they mean to spend is another sum by now: 涨到1万了, are now 400. */
const GREW = plainPattern(
  /(?:涨|升|加|提高?|降|减|改|谈|砍|压|讲)(?:到|成|为)(?:了)?\s?[¥￥]?[\d一二三四五六七八九十两]|\b(?:is|are|['’]s|s) (?:now|up to|down to)\b.{0,12}\d|\bwent (?:up|down) to\b|\b(?:grew|rose|dropped|increased) to\b/iu,
);

/** Whether what is said of a lead asks how it stands, or says what it is worth now. */
export function toldOfLead(typed: string): 'how' | 'worth' | undefined {
  const text = plainly(typed);
  if (stillThinks(text)) return 'how';
  if (OF_WHOM.test(text)) return 'how';
  if (GREW.test(text) && !ASKS.test(text)) return 'worth';
  if (!LEAD.test(text)) return undefined;
  if (HOW.test(text)) return 'how';
  return WORTH.test(text) && !ASKS.test(text) ? 'worth' : undefined;
}
