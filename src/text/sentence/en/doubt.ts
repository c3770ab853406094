/** A question, unless it asks us politely to do something. */
export const ASKED = /\?|^(?:should|shall) (?:i|we)\b/i;
export const POLITE = /\b(?:can|could|would|will) (?:you|u)\b/i;
/** Of a time or a name: that it is not so, or that somebody asks who or when. */
export const DENIED =
  /\b(?:not|no|nor|never|cannot|nobody|without|who|whom|what|which|why|how|(?:did|does|do|has|have|had|is|are|was|were|wo|ca|would|could|should)nt)\b|n['’]t\b/i;
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
/** A command's tail, all of it: what was typed is taken back. */
export const TAKEN_BACK =
  /^(?:(?:oh|ah|um+|hm+|no|ok|sorry|wait|actually|ops|oops|whoops)[\s,.!…]{1,3}){0,3}(?:(?:hold|hang) on|hold (?:it|off|that)|wait|stop|oops(?:ie)?|ops|whoops|sorry|(?:just |only |i(?:['’]?m| was) )*(?:kidding|joking)|jk|(?:on|upon) second thoughts?|(?:i(?:['’]ve)? )?changed my mind|(?:(?:that['’]?s |it['’]?s |this is )(?:the )?)?wrong (?:one|person|name|button|guy|customer|client|contact|chat)|misclick(?:ed)?|typo|i (?:actually )?mean(?:t)?\b[^\n]*|not (?:him|her|this one|that one|that guy)|(?:scratch|scrap|forget|ignore|disregard|undo|cancel) (?:it|that|this)|undo|abort|nvm|never ?mind(?: that)?|no[,\s]+no|nope|no|don['’]?t(?: do (?:it|that))?|as you were)(?:[\s,]{1,3}(?:please|pls|sorry|for now|first|now|wrong one|a (?:sec(?:ond)?|moment|minute)|one (?:sec|second|moment)))*[\s.!…)]*$/iu;
/** It is to be thought about first. */
export const PUT_OFF =
  /^(?:(?:well|hm+|or|but|actually)[\s,]{1,3}){0,2}(?:let me (?:think|check|see|ask|look)\b[^\n]{0,30}|i(?:['’]?m| am)? (?:not sure|undecided|have to (?:think|check)|need to (?:think|check)|must (?:think|check))\b[^\n]{0,30}|not sure|undecided|thinking about it|to be (?:decided|confirmed)|tbd|tbc)[\s.!…)]*$/iu;
/** What is to be done by now is not. */
export const UNFINISHED =
  /^(?:(?:it|he|she|they|that|this|we|i)?(?:['’](?:s|re|m)| is| are| am)? ?)(?:(?:nearly|almost|half|partly|mostly|not (?:quite|really|fully))(?: (?:done|there|ready|finished|fixed|solved|resolved|over|sorted))?|half ?way(?: (?:there|done|through))?|pending|(?:still )?in progress|(?:still )?working on (?:it|that|this)|on it|wip|ongoing|under ?way|under (?:review|repair)|on hold|unresolved|unsolved|unfinished|(?:still )?(?:waiting|awaiting)(?: (?:for|on)\b[^\n]{0,60})?|awaiting\b[^\n]{0,60}|to ?do|tbd|tbc|to be (?:done|continued|confirmed)|not (?:fixed|solved|resolved|done|finished|working|ready|arrived|there|over)\b[^\n]{0,60})[\s.!…)]*$|^(?:(?:but|and|he|she|it|they|customer|client|says?|said|writes?|wrote|complains?|thinks?|that|the \S+|is|are|s)[\s,'’]{1,2}){0,6}(?:still\b(?! (?:works?|fine|good|happy|ok(?:ay)?|friends?)\b)[^\n]{0,60}|(?:does|is|has|did|was|have|do)(?:n['’]?t| not) (?:yet |been |really )?(?:work|fix|arriv|resolv|solv|done|finish|ready|over)[^\n]{0,60}|keeps? (?!working)\w{2,20}ing\b[^\n]{0,40}|(?:leaks?|leaking|broken|breaks|fails?|failing|happens|happening|happened) again)[\s.!…)]*$/iu;
/** Right behind what an act names: when it is to be done. */
export const SOME_DAY =
  /^(?:(?:maybe|perhaps|please|but|only|by|on|next|this)[\s,]{1,3}){0,2}(?:soon|later(?: (?:on|today))?|tomorrow|tonight|tmrw|(?:(?:in|after) (?:an?|one|two|a few|some|\d{1,3}) (?:minutes?|hours?|days?|weeks?|months?|while|bit))|(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:next )?(?:week|month|year)|another (?:time|day)|some (?:day|time)|eventually)(?: (?:morning|afternoon|evening|night|maybe|perhaps|then|please|noon))?[\s.!…)]*$/iu;
/** Words that go on to what stands behind them: 'sent the' wrong one, 'asked to' stop. */
export const LEADS_ON =
  /(?:^|\s)(?:the|an?|to|was|were|is|are|got|had|has|by|his|her|my|our|of|with|for|from|in|at|as|and|not|please|said|says|or|(?:wo|do|does|did|would|could|ca)n['’]?t|will|would|did|does|only|in any)$/iu;
/** Why something did not come about, though it is supposed in words. */
export const WHY_NOT =
  /\b(?:would|could|might)\b|\b(?:maybe|perhaps|possibly) (?:next|later|in|some|another|this|too|again|after|by|one day)\b/iu;
/** Words for somebody that rather tell us what to say, ask us for it, or put it off; a day alone may well be the answer. */
export const ONLY_TELLS_US =
  /^(?:(?:ok(?:ay)?|so|hm+|um+|well|please|pls)[\s,.]{1,3}){0,2}(?:(?:what|how) (?:should|do|shall|can|could|would|must|might|to) (?:(?:i|we) )?(?:say|tell|answer|write|reply|respond|put|explain|phrase)\b(?!.*\byou)[^\n]{0,40}|(?:any )?(?:ideas?|suggestions?) (?:what|how)\b(?!.*\byou)[^\n]{0,40}|that (?:he|she|they|we|i|it|the|his|her|their|our|my|there)(?:['’]\w+)?\s(?!.*\b(?:you|your)\b)[^\n?]{1,80}|to (?:pay|call|come|wait|stop|hurry|write|contact|confirm|send|bring)\b(?!.*\b(?:you|your|please|click)\b)[^\n?]{0,40}|(?:something|sth) (?:nice|polite|friendly|kind|like)\b(?!.*\byou)[^\n]{0,40}|(?:politely|nicely)(?:[\s,][^\n]{0,30})?|(?:later(?: on| today)?|in (?:a bit|a while)|another time|some other time|pending|tbd|to be decided|to ?do|not sure yet)(?: (?:morning|afternoon|evening|maybe|please))?)[\s.?!…]*$/iu;
/** Names that are words as well, with what follows the word in a sentence. */
export const NAME_IS_WORD =
  /^(?:(?:may|will) (?:i|we|he|she|it|they|you|this|that|there|the|your|my|our)|(?:mark|bill|sue|chase|grant|pat|rob|jack|grace|rush|hope|drew|pierce|josh|dash) (?:it|him|her|them|us|me|this|that|the|my|your|our|his))(?=[\s?.!]|$)(?!['’ ]{1,2}(?:m|am|is|are|was|were|has|have|had|will|would|can|can['’]?t|cannot|could|should|must|don['’]?t|did|do|does)\b)(?!(?:\s+\S+){1,3}\s+(?:is|are|was|were|has|have|had|will|can)\b)/iu;
