/** Words by which a writer of English gives their word, and what speaks against it. All without the sentence's times. */

const ALSO =
  '(?:(?:just|also|then|now|definitely|certainly|surely|gladly|happily|personally|of course|for sure|always|still|both|all|try to|try and|make sure to|be sure to|be able to|go ahead and|go and|quickly|send and) ){0,3}';
/** What a shopkeeper does for a customer. */
const DOES =
  '(?:send|re-?send|get back|get (?:it|that|this|them|those|the|your|you|on it|in touch)|reply|answer|respond|call|ring|phone|e-?mail|mail|write|text|message|dm|let you know|tell you|update|inform|notify|pop|speak|talk|see what|double-? ?check|ship|post|dispatch|deliver|bring|drop|prepare|finish|make (?:it|one|them|you|the|that|sure)|fix|repair|check|look into|look at|take (?:a look|care)|have (?:it|them|that|this|these|those|the|your|an?|everything|all|news|one)(?! (?:day off|break|holiday))|come (?:back|by|over|round|around|and)|be (?:in touch|back (?:to you|with you|in touch)|there|with you|ready|done|finished|sending|calling|shipping|posting|delivering|able to (?:send|ship|call|give|tell|deliver|reply|answer))|reach out|follow up|confirm|quote|forward|share|give you|provide|book|order|refund|transfer|issue|sort|pack|put|pick|upload|invoice|schedule|arrange|print|process|credit|return|replace|submit|hand|collect|fetch|cancel|set (?:it|that|this|up)|work (?:on|out)|start on|complete|do (?:it|that|this|them|so|the|your)|offer you|show you|add (?:it|them|that)|change (?:it|that|the)|exchange|measure|draw|design|cut|bake|sew|wrap)\\b';
const SELF = '(?:i|we)';
const WILL =
  "(?:['’]ll| will| shall|['’]m going to| am going to|['’]re going to| are going to|['’]m gonna|['’]re gonna)";
const DOING =
  '(?:sending|calling|shipping|posting|bringing|delivering|getting back|dropping|mailing|e-?mailing|coming (?:by|over|round)|dispatching|refunding)';
/** What the customer gets, which is ours to bring about. */
const YOU_GET =
  "you(?:['’]ll| will| shall) (?:have|get|receive|hear(?: back)?|be (?:sent|contacted|refunded|called|notified|credited)|find it)\\b(?! to\\b| back\\b(?! from)| (?:time|until|till?)\\b)";
/** What of theirs is done by us. */
const IT_IS =
  "(?:it|they|this|that|everything|(?:the|your|our) (?:[\\p{L}-]{2,20} ){0,3}[\\p{L}-]{2,20})(?:['’]ll| will| shall) (?:all )?(?:be (?:ready|done|finished|sent|shipped|posted|dispatched|delivered|with you|on its way|on their way|in the post|in your (?:inbox|mailbox|hands)|refunded|repaired|fixed|booked|ordered|there)|ship|go out|leave)\\b|(?:it|they|your (?:order|parcel|package)) (?:ships?|goes? out|leaves?)\\b";

export const PROMISES = [
  `(?<![\\p{L}\\p{N}])${SELF}${WILL} ${ALSO}${DOES}`,
  `(?<![\\p{L}\\p{N}])${SELF}(?:['’]m| am|['’]re| are) ${ALSO}${DOING}\\b`,
  // without its subject, where a sentence begins
  `^(?:(?:ok(?:ay)?|alright|all right|right|sure|yes|yep|great|thanks|thank you|no problem|perfect|got it|of course|and|so|then|hi|hello)[\\s,.!–—-]+){0,3}(?:(?:i['’]?ll|will|gonna) ${ALSO}${DOES}|${DOING}\\b)`,
  '^(?:(?:ok(?:ay)?|sure|yes|thanks|thank you|no problem|great|perfect|of course)[\\s,.!–—-]+){0,2}will do(?! (?:if|when|my|our|what)\\b)\\b',
  `(?<![\\p{L}\\p{N}])${SELF} (?:promise|guarantee)\\b`,
  `(?<![\\p{L}\\p{N}])let me ${ALSO}(?:get back|send|check|call|ring|look|come back|confirm|find out)\\b`,
  `(?<![\\p{L}\\p{N}])(?:${YOU_GET}|${IT_IS})`,
  '(?<![\\p{L}\\p{N}])expect (?:it|them|(?:my|our|an?|the) (?:reply|answer|call|quote|offer|e-?mail|message|news|update))\\b',
];

/** In the breath of an earlier promise, behind its time: and call you. */
export const FURTHER =
  "^(?:(?:and|then|also|&|\\s){1,6})?(?:(?:i|we)(?:['’]ll| will) )?(?:call|ring|phone|text|e-?mail|mail|write|message|send|give|bring|update|tell|show|answer|refund|get back to|write to|reply to) you(?![\\p{L}'’])(?: back| again)?\\s?";

/** The sentence says no, asks, leaves it open, tells what was said, or is a condition. */
export const AGAINST =
  "\\?\\s*$|(?<![\\p{L}])(?:won['’]?t|will not|shall not|shan['’]t|can['’]?t|cannot|can not|not going to|not be|ll not|never|unable|unlikely|if|unless|in case|provided|providing|assuming|as soon as|once|depending|depends|otherwise|whether|should (?:it|you|they|we|i)|would|could|might|may|maybe|not sure|(?:i|we) (?:hope|doubt|don['’]?t (?:think|know|believe)|do not (?:think|know|believe))|perhaps|possibly|probably|hopefully|ideally|shall (?:i|we)|should i|do you want|would you|i said|we said|i told|you (?:said|wrote|asked|told|mentioned|promised|agreed)|(?:he|she|they) (?:said|wrote|told|promised)|no need|instead of|rather than|i wish)(?![\\p{L}])";

/** Behind it something else is spoken of: its time is another's. */
export const BORDER =
  '[;:]|,\\s*(?=(?:i|you|we|he|she|they|it|but|because|which|who|please|thanks|since)\\b)|(?<![\\p{L}])(?:but|because|since|so (?:that )?you|that you|which|who|you (?:ordered|bought|asked|sent|wrote|wanted|requested|paid|chose|need|saw|can|may|could|should)|from last|of last|from (?=(?:mon|tues|wednes|thurs|fri|satur|sun)day)|of (?=(?:mon|tues|wednes|thurs|fri|satur|sun)day)|for (?:your|the|our) (?:meeting|party|event|wedding|appointment)|when|after|and (?=you\\b|then you\\b|please\\b))(?![\\p{L}])';

/** It has to be done before that time, not at it. */
export const BY = '(?:by|before|until|till?|with(?:in)?|no later than|latest|at the latest)';

/** In front of a promise, between it and its time. */
export const JOINT = '^(?:[\\s,–—-]|then\\b|so\\b|and\\b|latest\\b|at the latest\\b)*$';
/** In front of the time that a sentence begins with. */
export const OPENING =
  '^(?:[\\s,.!–—-]|ok(?:ay)?\\b|sure\\b|yes\\b|great\\b|thanks\\b|thank you\\b|and\\b|so\\b|then\\b|but\\b|on\\b|by\\b|before\\b|until\\b|hi\\b|hello\\b|perfect\\b)*$';

/** What a note of what was said calls a promise. */
export const NOTED =
  "\\b(?:promised?|agreed|will|i['’]?ll|we['’]?ll|call(?:ing)? (?:back|him|her|them)|get back|by|before|until|until then|due|send (?:it|him|her|them)|deliver)\\b";
