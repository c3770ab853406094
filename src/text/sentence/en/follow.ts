import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';
import { FOLLOW_UNSEEN } from './unseen.ts';

/** What is next of leads, and what was promised; before lists of leads, which fit more words. */
export const follow: Rule[] = rulesOf(pieces, [
  ...FOLLOW_UNSEEN,
  // whose name has slipped the mind
  [
    "(?:(?:so|hey|ok|sorry),? )?(?:who(?: was it(?: again)?| was(?: that)?| is it|['’]?s)?|(?:what(?: was|['’]?s| is) the name of|remind me who) (?:the |that )?(?:woman|man|lady|guy|girl|bloke|person|customer|client|one)?)(?: that| who)? (?:(?:was|were) )?(?:ask(?:ed|ing)|enquir(?:ed|ing)|want(?:ed|ing)|after|interested in|looking for|mention(?:ed|ing))(?: (?:about|for|after))?(?: (?:the|an?|some|our|my))? (?<goods>(?!(?:to|it|this|that|me|us)\\b)[\\p{L}\\p{N}][\\p{L}\\p{N} -]{1,30}?)(?:(?<=x|s|ch|sh)es|s)?(?:,? (?:again|last (?:week|month|time)|the other day|lately|recently|yesterday))*[?？]?",
    'search',
    '$goods',
  ],
  [
    "(?:(?:so|hey|ok|sorry),? )?(?:who was (?:it(?: again)?|that(?: (?:woman|man|lady|guy|girl|person|customer|client))?)|(?:what(?: was|['’]?s| is) the name of|remind me who) (?:the |that )?(?:woman|man|lady|guy|girl|bloke|person|customer|client|one)?)(?: that| who)? (?:bought|ordered|got|took|had|purchased)(?: (?:the|an?|some|our|my))? (?<goods>(?!(?:to|it|this|that|me|us)\\b)[\\p{L}\\p{N}][\\p{L}\\p{N} -]{1,30}?)(?:,? (?:again|last (?:week|month|time)|the other day|lately|recently|yesterday))*[?？]?",
    'find',
    'bought:"$goods"',
  ],
  [
    '(?:(?:did|has|have) (?:anyone|anybody|somebody|people|customers)|how many(?: (?:people|customers|of them))?|who(?: all)?)(?: has| have)? (?:repl(?:y|ied)|answer(?:ed)?|respond(?:ed)?|wr[oi]te back|click(?:ed)?)(?: to| on)? (?:the |my |our |that )?(?:last |latest |recent |most recent )?(?:campaign|newsletter|mailing|mail ?out|e-?mail blast|blast|mass e-?mail)[?？]?',
    'campaign',
    'last',
  ],
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
