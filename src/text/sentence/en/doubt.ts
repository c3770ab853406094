/** A question, unless it asks us politely to do something. */
export const ASKED = /\?/;
export const POLITE = /\b(?:can|could|would|will) (?:you|u)\b/i;
/** Of a time or a name: that it is not so, or that somebody asks who or when. */
export const DENIED = /\b(?:not|no|nor|never|cannot|nobody|without|who|whom|what|which|why|how)\b|n['’]t\b/i;
export const CONDITION =
  /\b(?:if|unless|whether|in case|provided|as long as|only when|depend(?:s|ing)|maybe|perhaps|might)\b/i;
/** More than one thing is said: a mark with words behind it, or a word that joins. Titles and clocks have marks, too. */
export const GOES_ON =
  /(?<!\b(?:dr|mr|mrs|ms|st|prof|no))[,;:.!?][\s"“(]+[\p{L}\p{N}#@/]|\s[-–—]+\s|\n|\b(?:and|then|but|so|because|also|plus|while|he|she|they)\b/iu;
const ORDERS =
  '(?:tell|inform|remind|resolve|tag|block|unblock|delete|undo|rename|snooze|export|let \\S+(?: \\S+)? know|reply to|write to|answer \\p{L}+|(?:mark|set|send|text|email|message|call) \\p{L}+|(?:add|open|create|make|save|log|record|put)(?: an?| the)? (?:new )?(?:lead|ticket|customer|client|contact|note|task|reminder|tag)|(?:an? )?new (?:lead|ticket|customer|client|contact|task|note))\\b';
/** An order of its own behind all else. */
export const ORDER = new RegExp(`[,;:.!?–—\\n-]\\s*(?:(?:and|then|also|please|pls|so)[\\s,]+)*${ORDERS}`, 'iu');
/** An order somewhere behind the first word of what only asks. */
export const ORDER_WITHIN = new RegExp(`\\S\\s+(?!tell me\\b)${ORDERS}(?<!\\bto \\S+)\\s+\\S`, 'iu');
/** Somebody new and somebody else. */
export const SECOND_NEW =
  /(?:\b(?:and|plus|also|then)\b|[,;.&+])\s*(?:an? |another |the |add |save |also )*(?:new )?(?:customer|client|contact|buyer)\b/i;

/** Who says so wants to be told something, and not to be reminded of doing it. */
export const RECALLS =
  /^(?:(?:please|pls|hey|ok(?:ay)?|so|and|just|(?:can|could|would|will) (?:you|u)(?: please)?)[\s,]+)*(?:remind me|don['’]?t let me forget|remember|do (?:you|u|i) remember)\b[,:]?(?: of| about)? (?:what|who|whom|whose|which|where|when|why|how|whether|if)\b|^(?:do (?:you|u|i) )?remember\b[^\n]*\?[\s?!.]*$|^remind me\b(?:(?! to\b)[^\n])*\?[\s?!.]*$/iu;
/** Behind a command, and nothing else: words that ask, doubt or suppose, and are for nobody to read. */
export const ONLY_DOUBT =
  /^[\s\-–—,;(]*(?:\?+|or (?:not|what|wait|later|no)|(?:maybe |perhaps )?not (?:yet|now|today|sure)|yet|(?:is (?:that|it|this) |that['’]s )?(?:ok|okay|right|alright|possible|fine|a good idea)\s*\?+|maybe|perhaps|(?:already|again|now|please|how|what|really)\s*\?+|yes or no|i (?:think|guess|suppose)|(?:did|has|have|does|is|was|will|should|can) (?:he|she)\b(?!.*\byou)[^\n]{0,60}\?+|(?:did|have|should|can|shall) (?:i|we)\b[^\n]{0,40}\b(?:him|her)\b[^\n]{0,20}\?+|(?:but |and )*(?:only )?(?:if|once|unless|before|after|until|when) (?:he|she|they)\b(?!.*\byou)[^\n]{0,60}|(?:but |and )*(?:only )?(?:if|unless|provided)\b(?!.*\b(?:you|your|urgent|please|call|write|text|contact|e-?mail|need|let)\b)[^\n,.]{0,40})[\s.!?…)]*$/iu;
/** Behind what an act names: from here on it is asked, denied or supposed. */
export const DOUBT_BEHIND =
  /(?<=\S\s{1,3})[-–—,;(]*(?:(?:or (?:not|what|wait|no|should|shall)|not (?:yet|now|today|sure|really|any ?more)|maybe|perhaps|possibly|(?:only |but |and |even )*(?:if|unless|in case|provided|as soon as|once|(?:after|before|until|when) (?:he|she|they|i|we|the|his|her|it))) ?.*|yet|i (?:think|guess|suppose)|no|nope|wait|never ?mind|forget it|don['’]?t|cancel|(?:is (?:that|it) )?(?:ok|okay|right|alright)\s*\?.*|(?:do|does|did|has|have|is|are|was|were|should|shall|can|could|will|would|what|why|who|how|when|where|which|whether)\b[^?\n]*\?.*)[\s.!?…)]*$|\s*\?[\s?!.…)]*$/iu;
/** At the end of what somebody wants: it asks how that stands. */
export const ENDS_ASKED = /\?[\s?!.…)]*$/;
