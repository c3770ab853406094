/** What begins a sentence of its own: no number stands before it. */
const BEGINS_ANEW =
  /^(?:(?:i|we|you|he|she|it|they|this|that|these|those|the|an?|my|your|our|his|her|their|there|here|yes|no|not|ok(?:ay)?|sure|sorry|hi|hello|hey|dear|thanks?|please|pls|let|just|so|but|if|what|when|where|who|why|how)(?!\p{L})|good (?:morning|afternoon|evening|day)\b|(?:can|could|will|would|do|did|are|is|have) (?:you|we|i|they|she|he|it)\b)/iu;

/** What is said of somebody or something that stands in front of it. */
const SAID_OF =
  /^(?:(?:is|are|was|were|has|have|had|will|would|can|could|should|must|may|might|does|did)(?:n['’]?t)?(?!\p{L})|(?:can['’]?t|cannot|won['’]?t)(?!\p{L})|['’](?:s|ll|d)\b)/iu;

/**
 * Whether the end of a longer name may as well be the beginning of the words behind a shorter one: 5 of "Julia 5 mugs are ready", Ann of
 * "Julia Ann will call you". `behind`: as it was typed.
 */
export function mayBeginWords(end: string, behind: string): boolean {
  const words = behind.trimStart();
  if (!isNumber(end)) return /\p{L}/u.test(end) && SAID_OF.test(words);
  if (/^[,，、]/u.test(words)) return /^[,，、]\s*\p{N}/u.test(words);
  return /^\p{L}/u.test(words) && !BEGINS_ANEW.test(words);
}

/** Of a name: the 5 of "Julia 5". */
export const isNumber = (end: string): boolean => /^\s*\p{N}+\s*$/u.test(end);

/** Whether it is said of what stands in front, and of nobody else: the customer is right. */
export const saysOfFront = (behind: string): boolean => SAID_OF.test(behind.trimStart());
