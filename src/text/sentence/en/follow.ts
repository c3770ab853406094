import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** What is next of leads, and what was promised; before lists of leads, which fit more words. */
export const follow: Rule[] = rulesOf(pieces, [
  [
    "(?:(?:which|what|any|show(?: me)?|list)(?: of)?(?: my| the| open)* )?(?:leads?|deals?)(?: are there| that| which)?(?: (?:have|has|with|are)(?:n['’]t)?)? ?(?:without|with no|no|missing)(?: an?| any)? next steps?",
    'next',
    'none',
  ],
  [
    "(?:what(?:['’]?s| is)|show(?: me)?) next(?: (?:for|with|on|of) (?:my |the |our )?(?:open )?(?:leads?|deals?))|(?:show(?: me)? |list )?(?:my |the )?(?:next steps|follow-?ups due)|(?:who|which (?:leads?|deals?)) (?:do i have to |should i |must i |to )?follow up(?: with)?(?: today| now| next)?",
    'next',
  ],
  ['(?:the )?next step (?:for|with|of) $WHO(?: is(?: to)?|:)? (?<rest>.{2,120})', 'next', '$rest'],
  [
    '(?:what|which things) (?:have|did|had) i promised?(?: (?:to )?(?:my |the )?(?:customers?|people|anyone|anybody))?(?: so far)?|(?:(?:show|list)(?: me)? )?(?:my|the)? ?(?:open )?promises(?: to (?:my |the )?customers?)?',
    'promise',
  ],
  [
    "(?:what|which things) (?:(?:have|did|had) (?:i|we) promised?|(?:i|we) promised) $WHO(?: so far)?|(?:(?:show|list)(?: me)? )?(?:my |the |our )?(?:open )?promises (?:to|for) (?<who2>(?!(?:my|the|our) |customers?|everyone|people)\\p{L}[\\p{L}'’. -]{1,40}?)",
    'promise',
  ],
]);
