import { en } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** Parcels: where they are, what arrived. */
export const shipping: readonly Rule[] = [
  {
    to: 'ticket/shipping',
    weight: 4,
    says: en`
      where(?:'?s| is| are|s)? (?:my|our|the (?:parcel|package|order|delivery|rest|other))|where (?:is|are) (?:it|they|she)\b
      (?:has ?n'?o?t|have ?n'?o?t|did ?n'?o?t|never|not yet|still not|not|hasnt|havent|didnt|yet to|no sign) (?:yet |even )?(?:been )?(?:arriv|come\b|came\b|shown|turned up|received?\b|recieved|showed|shipped|deliver|got (?:my|it|the|a)|dispatched|here\b|reached|moved|sent\b|of (?:it|my|the)\b)
      says (?:it'?s |it was |it has been )?(?:delivered|shipped)|out for delivery|marked (?:as )?delivered|missing (?:the |a |an |one |two |\d |some )?(?:\w+ )?(?:items?|pieces?|parts?|screws|from)|wrong (?:address|item|size|one|order|product|parcel|thing)
      (?:chang|updat|correct|amend)\w* (?:the |my |our )?(?:delivery |shipping )?address|arrived? (?:\w+ )?(?:broken|damaged|smashed|crushed|open|empty|wet|in pieces|cracked|shattered|bent|melted|dead)|lost in (?:the )?(?:post|mail|transit)|when (?:will|does|is|are|can)[^.!?]{0,30}\b(?:arrive|ship\b|come\b|get here|be delivered|delivered|be sent|dispatched|expect)|how long (?:until|till|before|for) (?:it|my|the)|tracking (?:number|link|code|says|info|hasn|has|shows|page|doesn|not)
    `,
    unless: /how long[^?]{0,30}(?:to make|turnaround)/,
  },
  {
    to: 'ticket/shipping',
    weight: 2.5,
    says: en`
      parcel|(?:the|my|a|this|that) package\b|packages\b|courier|customs\b|shipment|tracking|dispatch|shipped|delivery (?:driver|date|man|guy|status|company)|import (?:fee|duty|tax)|royal mail|dhl\b|ups\b|fedex|usps|hermes|evri\b|post ?office|my delivery|hasn'?t (?:moved|updated)|left (?:it |the |my )?[^.!?]{0,16}(?:outside|in the rain|at the door|with a neighbou?r|on the step)|only (?:got|received|one of|half|came)|received only|(?:my|the) (?:order|delivery)\b[^.!?]{0,20}\b(?:late|delayed|stuck|missing|lost|incomplete|wrong)|(?<!same as |like |as )order (?:number |no\.? ?|#)?#?\d{3,}|(?:box|packaging) (?:was|is|came|arrived)|signed for|neighbou?r\b|returned to sender|redeliver|pick ?up point
    `,
    unless:
      /\b(?:thank|found it|arrived safely|shipping agent|how much|quote|ignore|locker)\b|package deal|what packages/,
  },
];
