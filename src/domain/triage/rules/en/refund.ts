import { en } from '../pattern.ts';
import type { Rule } from '../rule.ts';

/** Money back, and what is to be undone. */
export const refund: readonly Rule[] = [
  {
    to: 'ticket/refund',
    weight: 4,
    says: en`
      refund|money back\b|reimburs|chargeback|repaid\b|reverse the (?:charge|payment)|(?:full|partial|store) credit\b|get (?:my|our) (?:\w+ )?(?:money|deposit|cash)
      (?:give|send|put|pay|get|return|want|have|need|transfer)\b[^.!?]{0,30}\b(?:deposit|money|payment|advance|fee|it|cash|[£$€]\d+)\b[^.!?]{0,12}\bback\b
      (?:give|put|send|pay) (?:it|my|the|me|us)[^.!?]{0,16}\bback\b|return (?:the |my |our )?(?:\d+% )?(?:deposit|advance|payment|money|fee)
      (?:want|need|like|wish|going|trying) to (?:return|exchange|send (?:it|this|them) back|cancel)\b
      (?:i|we)(?:'ve| have)? (?:just )?(?:ordered|bought) [^!?]{0,80}\b(?:could|can|may) (?:i|we) (?:have|get|take)\b[^!?]{0,40}\b(?:instead|in (?:its|their) place)
    `,
  },
  {
    // nothing but the wish
    to: 'ticket/refund',
    weight: 4,
    says: /^(?:(?:hi|hello|hey|please|pls|can|could|would|you|i|we|need|want|wish|like|to|'d|kindly|just|there)[ ,]*){0,8}cancel (?:my|the|this|that|our)? ?(?:\w+ )?orders?(?: #?\w*\d\w*)?(?:[ ,]*(?:please|pls|now|thanks?|thank you|asap|right away|for me))*[.!? ]*$/u,
  },
  {
    to: 'ticket/refund',
    weight: 3,
    says: en`
      (?:return|returning|returned|exchange|exchanging|swap) (?:it|this|these|them|the|my|a|an|for)\b|return label\b|how (?:do|can) i (?:return|cancel)|bought[^.!?]{0,24}by (?:mistake|accident)|accidentally|by mistake\b|wrong plan\b|changed my mind\b
      cancel(?:,? (?:it|that|this|pls|please|plz|then|everything|now|thanks?|thx)){0,3}[.! ]*$|(?:never ?mind|nvm|forget it|ok|okay|please|pls|just|actually),? cancel\b
      cancel (?:n|and|my|the|this|our|it|order|the order|that order)\b|cancell?ed (?:the|my|our|it|within)\b[^.!?]{0,30}\b(?:still|but|yet|and)|owe(?:s|d)? (?:me|us)\b|no longer (?:want|need|require)|don'?t (?:want|need) (?:it|this|them)\b|(?:can'?t|cannot|unable to) (?:make it|attend|come) (?:any ?more|now|after all)|(?:too (?:small|big|narrow|tight|large|wide)|doesn'?t fit|didn'?t fit)|unused\b|out of pocket
    `,
    unless: /can (?:we|i) (?:come|move|reschedule)|instead\?|quote/,
  },
];
