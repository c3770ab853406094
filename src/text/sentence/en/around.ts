/** Said around what is meant. */
export const BEFORE =
  /^(?:(?:hey|hi|hello|ok(?:ay)?|right|please|pls|plz|(?:can|could|would|will) (?:you|u)(?: please)?|i(?: woul)?['’]?d like (?:you )?to|i want (?:you )?to|let['’]?s|just|also|and|so|oh|oops|sorry|actually|btw|by the way|hmm|quick,|then)[\s,!:-]+)+/i;
export const BEHIND =
  /(?:[\s,]+(?:please|pls|plz|thanks|thank you|thx|ta|cheers|asap|for me|again|right now|now|then))*[\s.!?…]*$/i;
