import type { Does } from '../rule.ts';

/** Said around what is meant. */
export const BEFORE =
  /^(?:(?:hey|hi|hello|(?:good )?(?:morning|afternoon|evening)(?=,)|ok(?:ay)?|right|please|pls|plz|(?:can|could|would|will) (?:you|u)(?: please)?|i(?: woul)?['’]?d like (?:you )?to|i want (?:you )?to|let['’]?s|just|also|and|so|oh|oops|sorry|actually|btw|by the way|hmm|quick,|then|nvm|never ?mind)[\s,!:-]+)+/i;
/** Said to us behind what is meant; none of it is asked for where the sentence holds somebody's words. */
export const BEHIND =
  /(?:[\s,]+(?:please|pls|plz|thanks|thank you|thx|ta|cheers|asap|for me|again|right now|now|then))*[\s.!?…]*$/i;
/** Behind what is kept, that it is to be: it is no part of it. */
export const TO_BE_KEPT: Partial<Record<Does, RegExp>> = {
  ticket:
    /(?:\s*[,.;–—-]+\s*|\s+(?:so |and )?)(?:please )?(?:open|make|create|log|raise|file|start) (?:an? |the )?(?:new )?(?:ticket|case|complaint)(?: (?:for|about|on) (?:it|this|that|him|her|them))?[\s.!]*$/i,
  feedback: /(?:\s*[,.;–—-]+\s*|\s+(?:and )?)(?:please )?(?:note|log|write|keep) (?:it|that|this)(?: down)?[\s.!]*$/i,
};
/** Behind words that are kept: courtesy alone. What is to be tried again or done now is in them. */
export const COURTESY = /(?:[\s,]+(?:please|pls|plz|thanks|thank you|thx|ta|cheers))*[\s.!?…]*$/i;
