import type { UrgentRule } from './rule.ts';

const BAD_END =
  "(?:(?:was|were|is|has|did|does|could)(?:n't| not) (?:\\w+ )?(?:successful|completed|complete|processed|accepted|go(?:ne)? through|work)|unsuccessful|failed|declined|rejected|refused)";
const MONEY_GONE =
  "(?:(?:money|amount|sum|cash|payment)\\b(?:(?!n't|\\bnot\\b)[^.!?\\n]){0,24}\\b(?:gone|left|off|taken|deducted|debited|charged|missing|went|out)\\b|(?:bank|card|paypal|account|you)\\b(?:(?!n't|\\bnot\\b)[^.!?\\n]){0,20}\\b(?:took|taken|sent|paid|charged|debited|deducted)\\b|i (?:have )?(?:paid\\b(?! (?:by|with|the|another|again|in|it|for))|was charged))";

/** Money went though the payment failed, more than once, or for what was called off. */
export const takenWronglyRules: readonly UrgentRule[] = [
  {
    why: 'payment',
    counts: 'unless wish',
    says: new RegExp(
      `\\b${BAD_END}\\b[^.!?\\n]{0,20}\\b(?:but|yet|although|though|however|and|while)\\b[^.!?\\n]{0,24}\\b${MONEY_GONE}|\\b(?:i|we)(?:'ve| have)?(?: already)? paid\\b[^.!?\\n]{0,20}\\b(?:but|yet|and|though)\\b[^.!?\\n]{0,40}\\b${BAD_END}\\b`,
      'u',
    ),
  },
  {
    why: 'payment',
    counts: 'unless wish',
    says: /\b(?:you|they|it|bank|shop|store|site|paypal|stripe|money|payment|amount)\b(?:'ve| has| have| was| were)? ?(?:\w+ )?(?:took|taken|withdrew|withdrawn|debited|deducted|pulled|left|gone|went|collected)\b[^.!?\n]{0,50}\b(?:twice|(?:two|three|four|2|3|4) times|2x)\b|\b(?:bank|card|statement|account|app)\b[^.!?\n]{0,12}\bshows?\b[^.!?\n]{0,24}\b(?:twice|(?:two|three|2|3) times|2x|double)\b|(?:两|2|三|3)(?:次|回|遍|笔)[都全]?[^,。!?\n]{0,8}(?:扣|刷|划)(?:了)?(?:钱|款|我|走)/u,
    unless: /\b(?:course|class|lesson|pills?|medicine|photos?|pictures?|exam|test)\b|分(?:两|2|三|3)(?:次|期|笔)/u,
  },
  {
    // taken for what was called off, or never came
    why: 'payment',
    counts: 'unless wish',
    says: /\b(?:billed|charged|debited|charging|billing|paying)\b[^.!?\n]{0,24}\b(?:after|since|although|though) (?:i|we)(?:'d|'ve| had| have)?(?: already)? (?:ended|terminated|cancell?ed|unsubscribed)\b|\b(?:billed|charged|invoiced|debited|charging|billing|paying|paid|invoices?|bill|charge)\b[^.!?\n]{0,16}\bfor (?:something|stuff|things?|what|(?:an?|the|my) \w+(?: \w+)?) (?:that |which )?(?:i|we)(?:'d|'ve| had| have)?(?: already| long ago| never)* (?:cancell?ed|returned|sent back|stopped|quit|ordered|bought|wanted)\b(?<!\bi (?:ordered|bought|wanted))(?<!\bwe (?:ordered|bought|wanted))(?<!(?:have|had|'ve|'d|already) (?:ordered|bought|wanted))/u,
  },
];
