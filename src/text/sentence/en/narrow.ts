import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

const ANY = '(?:(?:show|list|see|are there|do i have|what|which|any|my|all|the|me|open|unresolved) )*';

/** Lists that a word of the question narrows; before the wider lists, which fit more words. */
export const narrow: Rule[] = rulesOf(pieces, [
  [
    `(?:which|what|any|show(?: me)?) (?:of my )?(?:leads?|deals?) (?:have |has |are |that (?:have |are )?)?(?:gone |went |going )?(?:quiet|stale|cold)|${ANY}(?:stale|quiet|cold) (?:leads?|deals?)`,
    'pipeline',
    'stale',
  ],
  [`${ANY}won (?:leads?|deals?)|(?:which|what) (?:leads?|deals?) (?:did|have) (?:i|we) (?:win|won)`, 'pipeline', 'won'],
  [
    `${ANY}(?:urgent|most urgent) (?:tickets?|cases?)|(?:which|what) tickets? (?:is|are) (?:the )?(?:most )?urgent`,
    'tickets',
    'urgent',
  ],
  [`${ANY}urgent complaints?`, 'tickets', 'urgent complaint'],
  [`${ANY}complaints?`, 'tickets', 'complaint'],
  ['how (?:happy|satisfied) are (?:my |our |the )?$CLIENT', 'csat'],
  ['how much is in (?:my|the|our) pipeline|how much is (?:my|the|our) pipeline worth', 'pipeline'],
  ['(?:list|show|see|all)(?: me)?(?: all)?(?: my| the| our)? quotes', 'quotes'],
  ['(?:list|show|see|all)(?: me)?(?: all)?(?: my| the| our)? orders', 'orders'],
]);
