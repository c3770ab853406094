/** What stands for $NAME in the patterns of this language. */
export const pieces = {
  WHO: "(?:the )?(?<who>\\p{L}[\\p{L}'’.-]{0,30}?(?: \\p{L}[\\p{L}'’.-]{0,30}?){0,3}?)",
  OF: "(?:['’]s?|s(?=\\s))",
  REST: '(?<rest>[\\s\\S]+?)',
  /** What is said to somebody, whole: marks of a quotation are none of it only where they stand around all of it. */
  SAID: '(?:["“](?<quoted>[^"“”]+)["”]|(?<rest>[\\s\\S]+))',
  /** It only joins what is said where somebody or something follows it: that we are closed, but that is fine. */
  THAT: "(?:that (?=(?:i|we|you|he|she|it|they|there|the|our|my|your|his|her|their|an?|all|everything|nobody|no|if|when|unfortunately)(?:['’]\\w+)?\\s))",
  SEP: '(?:\\s*[,:;–—-]+\\s*|\\s+)',
  /** A reason is parted from what happened: Tom said no sugar, we lost Tom’s parcel. */
  WHY: '(?:\\s*[,:;–—-]+\\s*(?:because |since |as )?|\\s+(?:because|since|as) )',
  PHONE: '(?:(?:phone|mobile|cell|telephone|contact)(?: number)?|number|tel)',
  MAIL: '(?:e-?mail(?: address)?)',
  IS: "(?:\\s+(?:is|are|to|=|has changed to|changed to|has become|should be|is now|now)(?: now)?(?: called)?\\s*:?\\s*|\\s*[:=]\\s*|['’]s(?: now)?\\s+)",
  MONEY: '(?<money>[£$€¥]?\\s?\\d[\\d.,]*\\s?(?:k|[£$€]|pounds?|quid|euros?|dollars?|bucks|gbp|eur|usd)?)',
  ASKS: "(?:what|which|who|any|are there(?: any)?|is there(?: any)?|do i have(?: any)?|have i got(?: any)?|show|list|see|view|give|get|how many|my|all|open|tell me)(?:['’]s|['’]re)?\\b",
  CLIENT: '(?:customers?|clients?|contacts?|people|person|buyers?|everyone|everybody|those)',
  ADD: '(?:ad{1,4}|save|create|store|register|enter|make|put in|new|set up)',
  MAKE: '(?:add|create|open|log|make|new|start|record|raise|file|put in|set up|register)',
  TAG: '#?(?<tag>[\\p{L}\\p{N}_-]{1,40}?)',
  AND: '(?:\\s*,\\s*(?:and )?| and | & )',
  LABEL: '(?<label>[\\p{L}\\p{N}_-]{2,40})',
  /** A day or a stretch of days of which the tasks are asked for. */
  SPAN: '(?<when>today|tonight|tomorrow|the weekend|(?:this|next) (?:week(?:end)?|month|(?:mon|tues|wednes|thurs|fri|satur|sun)day)|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tues?|wed|thurs?|fri|sat|sun)',
  /** What somebody has asked for, as one speaks of it: lucia menu won. */
  DEAL: '(?: [\\p{L}-]{2,20}){0,3}?',
  THING: "(?:the |my )?(?<thing>[\\p{L}\\p{N} '’-]{2,60}?)",
  ONCE: '(?:this time|this week|this month|today|tonight|tomorrow|once|next time)',
  SOLVED: '(?:solved|resolved|fixed|sorted(?: out)?|done|closed|dealt with|taken care of|finished)',
  UNSEEN:
    "(?:(?:i |we )?have(?:n['’]?t| not) (?:(?:i|we) )?(?:heard (?:from|of)|seen|spoken (?:to|with)|talked (?:to|with)|contacted|e?-?mailed|written to|called|phoned|met(?: with)?|been in touch with|reached out to|caught up with)|(?:did(?:n['’]?t| not) (?:i|we)|(?:i|we) did(?:n['’]?t| not)) (?:hear from|see|speak (?:to|with)|talk to|meet|contact|call)|not been (?:here|seen|in touch)|(?:has|have)(?:n['’]?t| not) (?:been (?:here|seen|in touch|back|around)|written|come(?: back| by| in)?|replied|shown up|got in touch|(?:bought|ordered)(?: anything)?)|did(?:n['’]?t| not) (?:buy|order|write|come(?: back)?|get in touch)(?: anything)?|not (?:bought|ordered)(?: anything)?|gone quiet|silent|quiet|inactive)(?: for| in| since| within)?(?: the)?(?: last| past)?",
  /** Whoever has not bought may have written all the same. */
  UNBOUGHT:
    "(?:(?:has|have)(?:n['’]?t| not) (?:(?:bought|ordered|purchased|spent)|(?:made|placed|had) (?:an?|any|another) (?:orders?|purchases?))(?: anything| a thing| again| from (?:me|us))*|did(?:n['’]?t| not) (?:buy|order|purchase|spend|place an order)(?: anything| a thing| again| from (?:me|us))*|not (?:bought|ordered)(?: anything)?|(?:bought|ordered|purchased) nothing|(?:with |has |have |had |having )no (?:orders?|purchases?)|never (?:bought|ordered)(?: anything)? again|stopped (?:buying|ordering)|(?:(?:has|have)(?:n['’]?t| not)|without) (?:an |any )?orders?)(?: for| in| since| within)?(?: the)?(?: last| past)?",
  CITY: "(?<city>(?!(?:an?|the|my|last|this|next|need|debt|touch|stock|total|here|there|time|trouble|contact|today|yesterday|all|which|what)\\b)\\p{L}[\\p{L}'’ .-]{1,30})",
  WHEN: '(?<when>(?:tomorrow|tonight|today|later|this |on |next |in |at |mon|tue|wed|thu|fri|sat|sun|\\d)(?:(?!\\bremind\\b|\\bto\\b).){0,40}?)',
  /** Before what is to be kept in mind. */
  RECALL:
    "(?:remember|(?:please )?note(?: down)?|make a note|keep in mind|bear in mind|don['’]?t forget|do not forget|don['’]?t let me forget|fyi|for the record|reminder)",
  /** How somebody is, or always does; what they need is something to be done. */
  HABIT:
    "(?:is|isn['’]?t|was|has|hasn['’]?t|can['’]?t|cannot|doesn['’]?t|won['’]?t|only|always|never|usually|often|likes?|loves?|hates?|prefers?|pays|lives|works|speaks|drinks|eats|hails|moved|got|got married|married|has got|comes|buys|haggles|complains|wears|uses|owns|runs|dislikes?|avoids?)",
  DAYS: '(?<days>\\d{1,3})',
};
