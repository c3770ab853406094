import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

const ANY = '(?:(?:show|list|see|are there|do i have|what|which|any|my|all|the|me|open|unresolved) )*';

const SOMEBODY =
  '(?:guy|girl|lady|woman|man|person|people|client|customer|contact|chap|bloke|dude|gentleman|couple|family|lot|fella|kid|boy|one)';

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
    "(?:(?:who|whose|which $CLIENT|find|show|search)(?: me| is| has|['’]s)? )?(?:(?:the |a )?(?:one|person|client|customer|contact|somebody|someone|guy|woman|lady|man) )?(?:(?:whose|with|has|having|who has) )?(?:(?:the|a|an) )?(?:(?:phone|mobile|cell|tel)(?: number)?|number)?(?: that)? ?(?:end(?:s|ing)?(?: in| with| on)?|last (?:(?:3|4|5|three|four|five) )?digits(?: are)?:?) (?<end>\\d{3,11})",
    'find',
    '$end',
  ],
  [
    "(?:who|which $CLIENT|anyone|anybody)(?: is|['’]s)? (?:turn(?:s|ing)?|get(?:s|ting)?) (?:a year |one year )?older (?<span>today|tomorrow|(?:this|next) (?:week|month))|whose birthday is (?:it )?(?:in )?(?<spanb>today|tomorrow|(?:this|next) (?:week|month))",
    'find',
    'birthday:"$span$spanb"',
  ],
  // find the patel guy, who was that brown woman, who's the guy from the bakery
  [
    `(?:find|show|open|get|look up|search(?: for)?|bring up|pull up|who(?: is|['’]?s| was))(?: me)? (?:the|that|this) (?<name>(?!(?:new|newest|last|latest|first|same|other|old|oldest|young|best|next|right|wrong|nice|angry|rude|tall|little|big|only|top|most|right)\\b)\\p{L}[\\p{L}'’-]{1,30}(?: \\p{L}[\\p{L}'’-]{1,30})?) ${SOMEBODY}`,
    'find',
    '$name',
  ],
  [
    `(?:(?:find|show|open|get|look up|search(?: for)?|who(?: is|['’]?s| was))(?: me)? )?(?:the|that|this) ${SOMEBODY} (?:from|at|of|with|who works (?:at|for)) (?:the |that )?(?<name>(?!(?:me|us|him|her|them|it|my|our|yesterday|today|last|this|earlier|the|a)\\b)\\p{L}[\\p{L}'’&-]{1,30}(?: \\p{L}[\\p{L}'’&-]{1,30}){0,2})`,
    'find',
    '$name',
  ],
  // whether two are one
  [
    "(?:is|are|could|might) (?:the )?(?:two )?[\\p{L}'’. -]{2,40} (?:(?:be )?the same (?:person|customer|client|contact)(?: as [\\p{L}'’. -]{2,40})?|(?:be )?one(?: and the same)? person)",
    'duplicates',
  ],
  // what the team does, and who may
  [
    "what (?:did|has|does|is) (?:my (?:helper|assistant|colleague) )?(?<mate>\\p{L}[\\p{L}'’-]{1,20}(?: \\p{L}[\\p{L}'’-]{1,20})?) (?:do|done|doing|been doing|change|changed|been up to)(?: here)?(?: (?:today|yesterday|lately|recently|this (?:week|month)|last (?:week|month)|so far))?",
    'audit',
    '$mate',
  ],
  [
    '(?:can|could|may|is) (?:my |our )(?:va|assistant|helper|colleague|employee|wife|husband|partner|staff|team|intern)(?: also| too)? (?:able to |allowed to )?(?:answer|reply|write|help|read|see|use|look)[^\\n]{0,40}',
    'helper',
  ],
  // where words stand
  [
    '(?:find|show|list|search|see)(?: me)?(?: all| any)?(?: the| my)? (?:messages?|notes?|mails?|e-?mails?|conversations?|chats?|places)(?: (?:that|which|where (?:some(?:one|body)|any(?:one|body)|people|customers|i|we)))? (?:mention(?:s|ed|ing)?|contain(?:s|ing)?|say(?:s|ing)?|talk(?:s|ed|ing)? about|about|with the words?|with) (?:the )?(?:word )?["“]?(?<words>[^\\n"“”?]{2,40}?)["”]?',
    'search',
    '$words',
  ],
  [
    '(?:look|search)(?: for| up)? ["“]?(?<words>[^\\n"“”?]{2,40}?)["”]? (?:in|through|within) (?:all )?(?:the |my |our )?(?:messages|notes|mails?|e-?mails|conversations|chats?|history|inbox|records)',
    'search',
    '$words',
  ],
  [
    "(?:(?:show|list|see|any|what|which|whose|upcoming|all)(?: are)?(?: me)?(?: the)? )?(?:birthdays?|bdays?)(?: (?:is|are|comes? up|coming up|due))? (?:in )?(?<span>today|tomorrow|(?:this|next) (?:week|month)|january|february|march|april|may|june|july|august|september|october|november|december)|(?:who|which $CLIENT|anyone|anybody)(?: has| have|['’]s got| is having|['’]s having)?(?: an?| their)? (?:birthdays?|bdays?) (?:in )?(?<spanb>today|tomorrow|(?:this|next) (?:week|month)|january|february|march|april|may|june|july|august|september|october|november|december)",
    'find',
    'birthday:"$span$spanb"',
  ],
  // by what stands in their address
  [
    "(?:(?:can you )?(?:find|show|get|look up|who(?:['’]?s| is))(?: me)?(?: for)? )?(?:the |that )?(?:one|person|customer|client|contact|guy|lady|woman|man|somebody|someone) (?:with|who has|that has) (?<part>(?!(?:an?|no|the|most|more)\\b)[\\p{L}\\d.@-]{3,30}) in (?:the|their|his|her) (?:e-?mail|mail)(?: address)?",
    'find',
    '$part',
  ],
  [
    '(?:(?:can you )?(?:find|show|get|look up|search)(?: me)?(?: for)? )?(?:the |that )(?:one|person|customer|client|contact|guy|lady|number|phone number)(?: (?:with|whose|that|who|which))?(?: (?:the |a )?(?:number|phone|mobile|cell)(?: number)?)?(?: (?:has|have|ends?(?: in| with)?|ending(?: in| with)?|contains|containing|is|starting with|starts with))* (?<end>\\d[\\d ]{2,11})(?: in it| at the end| in (?:the|their|his|her) number)?',
    'find',
    '$end',
  ],
]);
