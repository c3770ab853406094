import { plainly, plainPattern } from '../plainly.ts';

/** What somebody may buy, as people call it. */
const LEAD = plainPattern(
  /\b(?:leads?|deals?|enquiry|enquiries|inquiry|opportunity|prospect)\b|意向|线索|那[个笔]?单|单子|商机|生意/iu,
);
const HOW = plainPattern(
  /\bhow(?:['’]?s| is| are| did)?\b|\bwhere(?:['’]?s| is| are)\b|\b(?:status|state|progress|update) (?:of|on)\b|怎么?样|咋样|如何|到哪|哪一?步|进展|情况|有(?:消息|结果|动静)/iu,
);
const WORTH = plainPattern(
  /\b(?:worth|amount|value|price|went up|goes? up|came down|is now|now|up to|down to|more like|closer to|should be)\b|值|现在|变成|改成|改为|涨|降|金额|估计|大概/iu,
);
const ASKS = plainPattern(/[?？]\s*$|多少|吗$|\b(?:what|how much)\b/iu);

/** Whether what is said of a lead asks how it stands, or says what it is worth now. */
export function toldOfLead(typed: string): 'how' | 'worth' | undefined {
  const text = plainly(typed);
  if (!LEAD.test(text)) return undefined;
  if (HOW.test(text)) return 'how';
  return WORTH.test(text) && !ASKS.test(text) ? 'worth' : undefined;
}
