import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

const MONTHNAME = '(?:january|february|march|april|may|june|july|august|september|october|november|december)';

/** What was agreed, and what is owed for it. */
export const agreed: Rule[] = rulesOf({ ...pieces, MONTHNAME }, [
  // who owes, and what was invoiced
  [
    "(?:who|which $CLIENT|anyone|anybody|does any(?:one|body)|what do $CLIENT)(?: all| else| still)*(?: (?:owes?|owing)(?: (?:me|us))?(?: (?:any |some )?(?:money|anything|cash))?| (?:has|have|did)(?:n['’]?t| not) (?:paid|pay)| (?:has|have) (?:still )?(?:yet )?to pay)(?: (?:yet|me|us|up|for (?:it|(?:his|her|their) orders?)|still))*|(?:(?:what|which|who|any|show|list)(?:['’]?s| is| are| me| (?:invoices?|bills?))* )?(?:(?:still|the|my|all) )*(?:unpaid|outstanding|overdue|not paid(?: yet)?) (?:invoices?|bills?)",
    'unpaid',
  ],
  [
    '(?:please |can you |could you )?(?:gently |kindly |politely )?(?:remind|nudge|chase|prod|ping) $WHO (?:to (?:pay|settle)|(?:of|about|for|over|on) (?:(?:the|his|her|their|that|an?) )?(?:(?:unpaid|open|overdue|outstanding|last) )?(?:invoice|bill|payments?|money|balance|debt)|that (?:he|she|they) (?:still )?owes? (?:me|us))(?: (?:me|us|it|up|now|please|nicely|politely|gently|kindly|again|today))*',
    'unpaid',
  ],
  [
    "(?:please )?(?:send|give|write) $WHO (?:an? |the )?(?:friendly |gentle |polite |another |second |last )*(?:(?:payment|invoice|bill) reminder|reminder (?:to pay|(?:about|of|for) (?:the|his|her|their) (?:unpaid |open |overdue )?(?:invoice|bill|payment|balance)))|(?:chase|dun|nudge) (?<who2>\\p{L}[\\p{L}'’. -]{1,40}?) (?:for (?:(?:the|his|her|their) )?(?:payment|money|balance)|to pay|about (?:the|his|her|their) (?:unpaid |open |overdue )?(?:invoice|bill|payment|balance))|(?:please )?send (?:an? |the )?(?:friendly |gentle |polite |another |second |last )*payment reminder to (?<who3>\\p{L}[\\p{L}'’. -]{1,40}?)",
    'unpaid',
  ],
  [
    '(?:mark |note )?(?:order )?(?<rest>M-\\d{1,9})(?: is| was| has been)?(?: as)? (?:invoiced|billed)',
    'invoice',
    '$rest',
  ],
  [
    '(?:mark |note )?(?:invoice )?(?<rest>[A-Z]{1,4}-\\d{4}-\\d{1,6})(?: is| was| has been)?(?: as)?(?: now)? (?:paid|settled)',
    'invoice',
    '$rest paid',
  ],
  // contracts
  [
    "(?:has|does) (?!(?:an?|any|the|we|i|you|anybody|anyone|somebody) )$WHO (?:(?:still )?(?:got|have) )?(?:an?|any) (?:running |open )?contract|(?:do (?:we|i) have|is there) (?:an?|any) contract with (?<who2>\\p{L}[\\p{L}'’. -]{1,40}?)",
    'contracts',
  ],
  [
    "(?:when|until when|how long|till? when)(?: does| is| will)? (?:the |our )?contract with (?<who4>\\p{L}[\\p{L}'’. -]{1,40}?) (?:end|run(?: out| for| until)?|expire|renew|up|over)|(?<who5>\\p{L}[\\p{L}'’. -]{1,40}?)$OF contract (?:ends|expires|runs out|is up) (?:when|on what day)|(?:when|until when|how long|till? when)(?: does| is| will)? $WHO$OF contract(?:s)? (?:end|run(?: out| for| until)?|expire|renew|up|over|run)(?: for)?|(?<who2>\\p{L}[\\p{L}'’. -]{1,40}?)$OF contracts?|(?:show|open|see)(?: me)? (?:the )?contracts? (?:with|of|for) (?<who3>\\p{L}[\\p{L}'’. -]{1,40}?)",
    'contracts',
  ],
  [
    '(?:show|list|see|what|which|my|all|the|our|do|i|we|have|are|there|me| )*contracts?(?: (?:do i have|are there|are running|run|end soon|end next|are due|are due next|run out(?: soon)?|expire(?: soon)?|expiring|i have))*',
    'contracts',
  ],
  [
    '(?:(?:which|what|any|show|list)(?: (?:my|of (?:my|our)))? )?contracts?(?: (?:that|which))?(?: (?:are|will|do|have to be))? (?:end(?:ing)?|expir(?:e|ing)|due|run(?:ning)? out|up|renew(?:ed|ing)?|up for renewal)(?: (?:in|on|by|for))? (?<rest>(?:this|next) (?:week|month|quarter|year)|the next \\d{1,3} (?:days|weeks|months)|\\d{1,3} (?:days|weeks|months)|$MONTHNAME(?: 20\\d\\d)?|20\\d\\d)',
    'contracts',
    'due $rest',
  ],
  [
    '(?:(?:which|what|any|show|list)(?: me)? )?(?:(?:still |the |my )*(?:unpaid|outstanding|open) (?:invoices?|bills?)|(?:invoices?|bills?) (?:(?:that )?(?:are|is) )?(?:still )?(?:unpaid|not paid|outstanding|open))(?: (?:from|of|in))? (?<rest>(?:this|last) (?:week|month|quarter|year)|$MONTHNAME(?: 20\\d\\d)?)',
    'unpaid',
    '$rest',
  ],
  // the sum alone says what they took: emma went with 2500 for the website
  [
    '$WHO(?: has| have)? (?:went|gone|going|goes|settled|agreed)(?: ahead)? (?:with|for|on|at) $MONEY(?: (?:in the end|after all|for (?:it|the|his|her|their)\\b[^\\n]{0,40}))?(?<!\\d{7,})',
    'won',
    '$money',
  ],
]);
