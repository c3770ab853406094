/** Said only to be denied, or told of others: blanked before the rules read. "not complaining", "your refund policy". */
export const quietEnglish: readonly RegExp[] = [
  /\b(?:can'?t|cannot|nothing to|never|hardly|couldn'?t|no reason to) complain(?:ed)?\b/g,
  /\b(?:not|n't|isn't|no)(?: here| trying| meant| meaning)?(?: to| a)? ?(?:be )?(?:complain\w*|moan\w*|chas\w+|nag\w*|difficult|angry|upset|mad|urgent|blocking|rush\w*|complaints?)/g,
  /\b(?:no|zero|without|not a single|without a single) (?:problems?|issues?|worries|rush|hurry|faults?|offen[cs]e|trouble|hassle|quer(?:y|ies)|errors?|complaints?)/g,
  // the writer's own slips
  /(?:\b(?:i|we)(?: have| 've|'ve| just| accidentally| must have)*|\boops,?|\bsorry,?|^) (?:sent|gave|texted|mailed|emailed|forwarded|typed|wrote|told)(?: you| u)?(?: the| an?)? wrong (?!address|delivery)\w+/g,
  /^(?:(?:oops|sorry|whoops|ah|hi),? )?(?:sent|gave|texted|mailed|emailed|forwarded|told) (?:you|u)(?: the| an?)? wrong (?!address|delivery)\w+/g,
  /\btypos?\b[^,.;:!?\n]{0,6}\b(?:in|from) my\b[^,.;!?\n]{0,20}|^\s*(?:sorry,? |ah,? )?(?:typo|oops|whoops)\b|(?<!\b(?:not|isn't|wasn't|never|no) )\bmy (?:own )?(?:mistake|bad|fault|error)\b/g,
  /\b(?:refund|return|cancellation|cancelation|privacy) (?:policy|policies|terms|conditions)/g,
  /\b(?:saw|read|seen|heard)(?: \w+){0,3} (?:reviews?|people|others|comments?)[^,.;:!?]{0,60}/g,
  /\b(?:my|our|the|their) (?:previous|last|old|former|ex|other|current)[- ](?:consultant|designer|guy|developer|dev|photographer|plumber|accountant|agency|supplier|vendor|provider|tutor|contractor|builder|crm|web ?guy|freelancer|translator|decorator|printer|caterer|cleaner|barber|hairdresser|baker|florist|gardener|mechanic|firm|salon)[^.!?]{0,80}/g,
];
