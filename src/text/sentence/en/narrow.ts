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
  [
    'how (?:happy|satisfied) are (?:my |our |the )?$CLIENT(?: with (?:us|me|it all|everything|(?:(?:my|our|the) )?(?:support|service|help|answers)))?',
    'csat',
  ],
  ['how much is in (?:my|the|our) pipeline|how much is (?:my|the|our) pipeline worth', 'pipeline'],
  ['(?:list|show|see|all)(?: me)?(?: all)?(?: my| the| our)? quotes', 'quotes'],
  ['(?:list|show|see|all)(?: me)?(?: all)?(?: my| the| our)? orders', 'orders'],
  // by what is known of somebody, or is not
  [
    "(?:(?:find|show|list|see|get)(?: me)? )?(?:everybody|everyone|anyone|anybody|(?:all |all the |the )?(?:people|customers|clients|contacts)|who(?: is|['’]s)?)(?: (?:who is|who are|i know|that is))? (?:called|named|by the name of|whose (?:last |first )?name is|with the (?:last |first )?name) (?<name>(?!(?:yesterday|today|tonight|tomorrow|back|in|again|me|us|about|for|named|called|this|last|at|on|and|to|because|off|from|earlier|just|so|it|that|the|an?)\\b)\\p{L}[\\p{L}'’-]{1,30}(?: \\p{L}[\\p{L}'’-]{1,30})?)",
    'find',
    '$name',
  ],
  ...(['phone', 'email'] as const).map(
    (channel) =>
      [
        `(?:(?:find|show|list|see|get)(?: me)? )?(?:everybody|everyone|anyone|(?:all |all the |the |which |what )?(?:people|customers|clients|contacts)|who)(?: (?:who|that))? (?:without|with no|(?:has|have)(?: got)? no|(?:is|are)? ?missing|(?:doesn|don|hasn|haven)['’]?t (?:have|got)|does not have|do not have)(?: an?| any| their| the)? ${channel === 'phone' ? '(?:(?:phone|mobile|cell)(?: numbers?)?|numbers?)' : 'e-?mails?(?: address(?:es)?)?'}(?: on file)?`,
        'find',
        `-channel:${channel}`,
      ] as const,
  ),
  [
    "(?:(?:show|list|see|any|what|which|whose|upcoming|all)(?: are)?(?: me)?(?: the)? )?(?:birthdays?|bdays?)(?: (?:is|are|comes? up|coming up|due))? (?:in )?(?<span>today|tomorrow|(?:this|next) (?:week|month)|january|february|march|april|may|june|july|august|september|october|november|december)|(?:who|which $CLIENT|anyone|anybody)(?: has| have|['’]s got| is having|['’]s having)?(?: an?| their)? (?:birthdays?|bdays?) (?:in )?(?<spanb>today|tomorrow|(?:this|next) (?:week|month)|january|february|march|april|may|june|july|august|september|october|november|december)",
    'find',
    'birthday:"$span$spanb"',
  ],
]);
