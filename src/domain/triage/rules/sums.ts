const MARK = '[$€£¥]|eur|usd|gbp|euros?|dollars?|pounds?|quid|bucks|块|元|rmb';
const sum = (name: string): string =>
  `(?:(?:${MARK}) ?)?(?<${name}>\\d[\\d,]*(?:\\.\\d{1,2})?)(?! ?(?:%|percent|off|times|x|minutes?|mins?|hours?|days?|weeks?|months?|am|pm|折|次|天|分钟|小时|个月|号|点)(?![a-z]))(?: ?(?:${MARK}))?(?![\\d,.]*\\d)`;
const TOOK =
  '(?:charged|charging|charges?|billed|billing|debited|deducted|withdrew|withdrawn|pulled|drew|collected|swiped|invoiced|took|taken|takes?|paid|(?:had|have|make me|made me|us) (?:to )?pay|asked(?: me)? for|want(?:s|ed)?|shows?|says?|statement)';
const SAID =
  '(?:instead of|rather than|not the|and not|(?:but |when |while |although |yet )?(?:it|you|(?:the|my|our|your) (?:\\w+ )?(?:price|total|bill|order|basket|quote|invoice|offer|ticket|menu|tag|label|receipt|website|site|shop|page)) (?:is|was|says?|said|shows?|showed|agreed|quoted|came to|cost|costs)|(?:it |that |this )?(?:should|was (?:meant|supposed) to|ought to) (?:have been|be|cost)|we (?:had )?agreed(?: on)?|you promised|for an? (?=[$€£¥]|\\d[\\d.,]* ?-?(?:eur|euros?|usd|gbp|dollars?|pounds?)))';

const EN: readonly RegExp[] = [
  new RegExp(
    `\\b${TOOK}\\b[^.!?\\n]{0,16}?${sum('took')}[^!?\\n]{0,34}?\\b${SAID}[^.!?\\n]{0,10}?${sum('said')}`,
    'gu',
  ),
  // the other way round: the invoice says 50 but my card shows 500
  new RegExp(
    `\\b(?:invoice|bill|quote|price|offer|receipt|order|total|ticket|menu|website|site|it|you|we)\\b[^.!?\\n]{0,8}\\b(?:says?|said|shows?|showed|was|is|quoted|agreed(?: on)?|promised)\\b[^.!?\\n]{0,8}?${sum('said')}[^.!?\\n]{0,20}\\b(?:but|and|yet|while)\\b[^.!?\\n]{0,20}\\b(?:card|bank|statement|account|paypal|charged|billed|debited|took|deducted|paid|pay)\\b[^.!?\\n]{0,16}?${sum('took')}`,
    'gu',
  ),
  new RegExp(
    `\\b(?:invoice|bill|quote|price|offer|order|total|ticket|it)\\b[^.!?\\n]{0,8}\\b(?:says?|said|is|was)\\b[^.!?\\n]{0,8}?${sum('said')}[^.!?\\n]{0,10}\\b(?:but|and|yet|while)\\b[^.!?\\n]{0,10}?${sum('took')} (?:has |have |just |was |is )*(?:went|gone|came|come|left|taken|debited|missing)\\b`,
    'gu',
  ),
];
const TOOK_ZH = '(?:扣|收|刷|划|付|要)(?:了|成了?|走了?|掉了?|我|给我)*';
const SAID_ZH = '(?:应该|明明|本来|标价|说好|说的|讲好|谈好|实际|原价|写的|报价|只要|不是|发票|账单|订单|价格)';
const ZH: readonly RegExp[] = [
  new RegExp(
    `${TOOK_ZH}[^,。!?\\n\\d]{0,4}${sum('took')}[^。!?\\n\\d]{0,8}?${SAID_ZH}[^。!?\\n\\d]{0,6}?${sum('said')}`,
    'gu',
  ),
  new RegExp(
    `(?:${SAID_ZH}|应该|是)[^。!?\\n\\d]{0,5}?${sum('said')}[^。!?\\n\\d]{0,10}?(?:扣|收|刷|划)(?:了|成了?|走了?|掉了?|我|给我)*[^,。!?\\n\\d]{0,4}${sum('took')}`,
    'gu',
  ),
  new RegExp(`${sum('said')}[^,。!?\\n\\d]{0,4}(?:扣|收|刷|划)成了?${sum('took')}`, 'gu'),
];
const ALL = [...EN, ...ZH];

const amountOf = (said: string): number => Number(said.replaceAll(',', ''));

interface TwoSums {
  took: number;
  said: number;
  words: string;
}

/** What was taken, and what was to be taken, wherever a text names both. */
function* twoSums(text: string): Generator<TwoSums> {
  for (const pattern of ALL)
    for (const { 0: words, groups } of text.matchAll(pattern)) {
      const { took, said } = groups as { took: string; said: string };
      yield { took: amountOf(took), said: amountOf(said), words };
    }
}

/** Whether more was taken than was to be: 500 instead of 50, 说好50扣了500. */
export const tookTooMuch = (text: string): boolean => [...twoSums(text)].some(({ took, said }) => took > said);

/** Blanks where less was taken: charged 80 instead of 100. */
export const withoutLess = (text: string): string =>
  [...twoSums(text)].reduce(
    (rest, { took, said, words }) => (took > said ? rest : rest.replace(words, '\u0001'.repeat(words.length))),
    text,
  );
