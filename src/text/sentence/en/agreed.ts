import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** What was agreed, and what is owed for it. */
export const agreed: Rule[] = rulesOf(pieces, [
  // contracts
  [
    "(?:when|until when|how long|till when)(?: does| is| will)? $WHO$OF contract(?:s)? (?:end|run(?: out| for| until)?|expire|renew|up|over|run)(?: for)?|(?<who2>\\p{L}[\\p{L}'’. -]{1,40}?)$OF contracts?|(?:show|open|see)(?: me)? (?:the )?contracts? (?:with|of|for) (?<who3>\\p{L}[\\p{L}'’. -]{1,40}?)",
    'contracts',
  ],
  [
    '(?:show|list|see|what|which|my|all|the|our|do|i|we|have|are|there|me| )*contracts?(?: (?:do i have|are there|are running|run|end soon|end next|are due|are due next|run out(?: soon)?|expire(?: soon)?|expiring|i have))*',
    'contracts',
  ],
]);
