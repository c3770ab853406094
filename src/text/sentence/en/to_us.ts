import { type Rule, rulesOf } from '../rule.ts';

/** What stands for $NAME in these patterns. */
const pieces = {
  IT: '(?:it|this|that|him|her|them|this one|this message|the message)',
  LEAD: '(?:lead|deal|opportunity|prospect)s?',
  TICKET: '(?:ticket|support ticket|support case|case|complaint)s?',
  AS: '(?:as |into |to |in )?(?:an? |my |the )?(?:new )?',
  FILE: '(?:file|log|record|mark|treat|count|save|add|turn|make|move|convert|change|re-?file|classify)',
  MAKE: '(?:open|create|make|start|log|raise|file|add|new)(?: an?)?(?: new)?',
  REST: '(?<rest>[\\s\\S]+?)',
  WHEN: '(?:(?:on|at|in|by|for) )?(?<when>(?:tomorrow|tonight|today|later|this |next |in |mon|tue|wed|thu|fri|sat|sun|\\d).{0,30}?)',
};

/** Asked of us wherever it stands, in the middle of an answer too. */
export const orders: Rule[] = rulesOf(pieces, [
  [
    "$FILE $IT $AS$LEAD|(?:this|it|that)(?: is|['’]s) an? (?:new )?lead|add (?:$IT )?to (?:my |the )?(?:leads|pipeline)|$MAKE lead (?:for|from|of|out of) $IT",
    'file',
    'lead',
  ],
  ['$FILE $IT $AS$TICKET|$MAKE $TICKET (?:for|from|of|out of) $IT', 'file', 'ticket'],
  ['$FILE $IT $AS(?:feedback|suggestion)', 'file', 'feedback'],
  ['(?:mark|set|flag) (?:(?:$IT|as|to) )*(?:answered|replied|replied to|handled|read)', 'answered'],
  ['(?:mark|set|flag) (?:(?:$IT|as|to) )*(?:resolved|solved|closed|fixed|sorted)', 'resolve'],
  ['$MAKE $TICKET', 'file', 'ticket'],
  ['$MAKE lead', 'file', 'lead'],
  [
    '(?:count|call|mark|log|record|put|take) $IT (?:down )?(?:as )?(?:an? )?(?:won|win|sale|sold|done deal|closed[- ]won)',
    'won',
  ],
  ['(?:count|call|mark|log|record|put|write) $IT (?:off |down )?(?:as )?(?:an? )?(?:lost|loss|dead|no sale)', 'lost'],
  ['set (?:me )?(?:up )?an? (?:reminder|alarm|task|follow[- ]?up)(?: (?:for|on|at|to|about))? $REST', 'task', '$rest'],
  [
    '(?:make|take|keep|add|leave|write|put)(?: me)? (?:an? )?note(?: (?:that|about|saying)|\\s?:) $REST|note (?:down|to self)[:,]? (?<rest2>[\\s\\S]+?)',
    'note',
    '$rest$rest2',
  ],
  ['follow[- ]?up with (?:him|her|them)(?: $WHEN)?', 'task', '$when follow up'],
  ['save (?:his|her|their) (?:phone|mobile|number|phone number|e-?mail|mail|address|contact|details)', 'edit'],
  ['(?<all>assign (?:$IT )?to (?:me|us))', 'note', '$all'],
]);

/** Asked of us where nothing else is said: with more around it a customer may be told so. */
export const alone: Rule[] = rulesOf(pieces, [
  [
    "(?:no|not?) (?:reply|answer|response) (?:is )?(?:needed|necessary|required)|no need to (?:reply|answer|respond) to $IT|does(?:n['’]?t| not) need an? (?:reply|answer|response)|(?:just )?ignore(?: $IT)?",
    'answered',
  ],
  [
    '(?:(?:just )?leave $IT(?: (?:for now|for later))?|park $IT|(?:do|handle|answer|deal with) $IT later|not now)',
    'snooze',
    'tomorrow',
  ],
  ['(?:do|handle|answer|deal with|look at) $IT $WHEN', 'snooze', '$when'],
  [
    "(?:this|that|it)(?: one)?(?: is|['’]s) (?:won|in the bag|a (?:sale|win|done deal)|sold)|(?:we |i )?won (?:it|this|that|this one|the deal)|deal(?:['’]s| is)? (?:done|closed|won)",
    'won',
  ],
  [
    "(?:this|that|it)(?: one)?(?: is|['’]s) (?:lost|dead|a dead lead|a no)|(?:we |i )?lost (?:it|this|that|this one|the deal)|deal(?:['’]s| is)? (?:off|lost|dead)",
    'lost',
  ],
  [
    "close (?:this|the) (?:one|case|ticket|issue)(?: out)?|case closed|(?:this|the) (?:ticket|case|issue)(?: is|['’]s) (?:done|closed|solved|resolved)",
    'resolve',
  ],
  ['(?:hold|park|leave) $IT (?:until|till?) (?<when>.{2,30}?)', 'snooze', '$when'],
  [
    '(?:search|look up|find|pull up|open)(?: for)? (?<rest>(?:the |his |her |an? )?(?:invoices?|orders?|parcel|tracking|receipt|ticket|quote)(?: (?:no\\.? ?|number )?#?\\d{1,18})?|#?\\d{3,18})',
    'search',
    '$rest',
  ],
  ['merge (?:(?:$IT|contact) )?(?:with|into) $REST', 'merge', '$rest'],
  [
    '(?<all>refund (?:half|some|part|the rest|the difference|everything|all|in full)(?: of it)?|cancel (?:the )?order (?:no\\.? ?)?#?(?:[a-z]{1,3}-)?\\d{1,9}|(?:mark|flag|report|treat|file|classify) (?:$IT )?(?:as |for )?(?:spam|junk|a scam|an ad)|print (?:out )?(?:(?:his|her|a|an) )?(?:shipping |return |address )?(?:labels?|invoice|packing slip|receipt|docket)(?: for .{1,20})?|print the (?:packing slip|docket|(?:label|invoice|receipt) for .{1,20}))',
    'note',
    '$all',
  ],
  ['(?:(?:please |need to |must |to )?follow[- ]?up)(?: $WHEN)?', 'task', '$when follow up'],
  ['(?:ping|nudge|poke|alert|wake) me $WHEN', 'task', '$when'],
  ['$MAKE (?:task|reminder|to-?do)(?: (?:for|about|of) $IT)?', 'task'],
  ['(?:note|write|jot|put) (?:$IT )?down', 'note'],
  ['save (?:the |this )?(?:phone|mobile|number|phone number|e-?mail|address|contact|details)', 'edit'],
  ["(?:it['’]?s |this is )?(?:an? )?(?:new )?complaint", 'file', 'ticket'],
  ['#?(?<tag>vip|regular|wholesaler?)', 'tag', '#$tag'],
  [
    "(?<all>(?:hold off|(?:don['’]?t|do not) (?:reply|answer|respond)(?: to (?:him|her|them|this))?)\\b.{0,60}|(?:this is |it['’]?s |is )?(?:not )?spam|for me|mine)",
    'note',
    '$all',
  ],
]);

/** Where an answer turns to us: 'yes we do, and remind me friday'. */
export const TURNS =
  /(?<!\b(?:and|then|also|plus|but)|[&+])(?:,\s|\s)(?=(?:(?:and|then|also|plus|but|&|\+)\s(?:and\s|then\s|also\s|please\s|pls\s|can you\s|could you\s){0,2})(?:(?:remind|ping|nudge|wake|alert) me|set (?:me )?an?|(?:make|take|keep|add|create|open|log|file|write|put|leave) (?:me )?(?:an?|it|this|him|her|them)\b|note\b|don['’]?t let me forget|(?:tag|block|unblock|mark|snooze|resolve|reopen|mute|save|file|log|tell|assign) |let \p{L}+ know|follow up))|,\s(?=(?:please |pls )?(?:remind me|set (?:me )?an? (?:reminder|alarm|task)|make a note|note to self|follow up with (?:him|her|them)|(?:tag|block|snooze|mute) (?:him|her|them)))/giu;
