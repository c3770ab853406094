import { type Rule, rulesApart, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** Days come each by itself, and nobody is called so. */
const NO_DAY =
  '(?!(?:single |other |second |third |\\d+ )?(?:day|night|morning|afternoon|evening|noon|week|weekday|weekend|month|quarter|year|hour|minute|(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|time|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)s?\\b)';
const EACH_MADE =
  `(?:make|create|add|set up|new|open) (?:an? |the )?(?:new )?(?:tasks?|reminders?|to-?dos?) for (?:each(?: of)?|every|all)(?: (?:my|our|the))? ${NO_DAY}`.trimEnd();

/** Places in the list that was shown: the first one, 2 and 3. */
const PLACE =
  '(?:the |no\\. ?|#|number )?(?:first|second|third|fourth|fifth|last|\\d{1,2}(?:st|nd|rd|th)?)(?: (?:one|task|reminder))?s?';
const PLACES = `${PLACE}(?:(?:,| and| &|, and) ${PLACE}){0,5}`;

/** Tasks, of these days or all of them. */
const TASKS =
  "(?:(?:my|the|our|open|of|that) ){0,3}(?:(?<when>today|tomorrow|this week|overdue)(?:['’]?s)? )?(?:open )?(?:tasks|to-?dos?|reminders|(?:to-?do|task) list|list of tasks)(?: (?:for |due )?(?<when2>today|tomorrow|this week))?";

/** All of them at once: asked first. */
const allAtOnce: Rule[] = rulesApart(pieces, [
  [
    `(?:clear|delete|remove|scrap|drop|cancel|wipe|bin|empty|end|get rid of|clear out|clean up|throw out|take)(?: off| out| away)? (?:all |every one of )?${TASKS}(?: off| out| away)?`,
    'end',
    'all $when $when2',
  ],
  [
    `(?:mark|tick off|check off|finish|complete|set)(?: off)? (?:all|every one of) ${TASKS}(?: (?:as |to )?(?:done|finished|complete|completed))?|(?:(?:i|we)(?:['’]ve| have)? )?(?:did|done|finished|completed|mark(?:ed)?) all ${TASKS}(?: (?:as )?done)?|all ${TASKS} (?:are |is |have been )?(?:all )?(?:done|finished|completed)`,
    'done',
    'all $when $when2',
  ],
]);

/** Somebody new, and what is to be done. */
export const tasks: Rule[] = [
  ...allAtOnce,
  ...rulesOf(pieces, [
    // one for each of many: asked first
    [
      `${EACH_MADE}(?:client|customer|contact|person|one)s?(?: of (?:my|our) (?:clients|customers|contacts))?,?:? (?:to |called )?$REST|(?:every(?:one|body)|all (?:clients|customers|contacts)|(?:each|every) (?:client|customer|contact)):? a task:? (?:to )?(?<rest2>[\\s\\S]+?)`,
      'taskall',
      '$rest$rest2 where blocked:no',
    ],
    [
      `${EACH_MADE}#(?<tag>[\\p{L}\\p{N}_-]{1,40})(?: (?:client|customer|contact)s?)?,?:? (?:to |called )?$REST`,
      'taskall',
      '$rest where #$tag',
    ],
    [
      `${EACH_MADE}$LABEL(?: (?:client|customer|contact)s?)?,?:? (?:to |called )?$REST`,
      'taskall',
      '$rest where #$label',
    ],
    [
      `(?:for )?(?:every|each|all) #(?<tag>[\\p{L}\\p{N}_-]{1,40}?)(?: client| customer)?s?\\s?[:,] ?(?:to )?$REST`,
      'taskall',
      '$rest where #$tag',
    ],
    // somebody new
    [
      "(?:there(?:['’]s| is) )?(?:i(?:['’]ve| have)(?: got)? )?(?:an? )?new (?:customer|client|contact|buyer)\\b(?:\\s*[:,–—-]\\s*|\\s+)(?:is |called |named )?$REST",
      'add',
      '$rest',
      'sure',
    ],
    [
      '$ADD (?:an? |another |one more |the |this |following )?(?:new )?(?:customer|client|contact|buyer|person)(?:\\s*[:,–—-]\\s*|\\s+)(?:called |named )?$REST',
      'add',
      '$rest',
      'sure',
    ],
    [
      '(?:add|save|store|create|register|enter) $REST(?:[\\s,]+(?:as |to |in |into )+(?:an? |the |my )?(?:new )?(?:customers?|clients?|contacts?|address book|crm|(?:customer|client|contact|mailing|address|e-?mail) list))',
      'add',
      '$rest',
      'sure',
    ],
    [
      '(?:ad{2,4}|save|store|register) (?!(?:me|my|our|us|this|that|it|the)\\b|[+(\\d])(?=[\\s\\S]*(?:@|\\d{6}|\\d[\\d ()./-]{7}))$REST',
      'add',
      '$rest',
    ],
    // how they came, and what they want: of somebody who is known a lead
    [
      "(?:(?:i |we )?(?:just )?(?:got|had|received) )?(?:an? )?(?:new )?(?:enquiry|inquiry|query|request|lead) (?:in )?from (?<who>\\p{L}[\\p{L}'’. -]{1,40}?)(?:[,:;.]+ ?| (?=(?:who|wants?|needs?|about|asking|looking|for)\\b))(?:(?:who |he |she |they )?(?:wants?|needs?|is looking for|looking for|asks? for|asking (?:for|about)|about|for) )?$REST",
      'lead',
      '$rest',
    ],
    [
      '(?![\\s\\S]*(?:@|\\d{5} ?\\d{3}))(?<rest>(?:(?:i |we )?(?:just )?(?:got|had|received) )?(?:an? )?(?:new |web |phone |email )?(?:enquiry|inquiry|query|request|lead)(?: (?:in )?from|\\s?[:–—-]) \\p{L}.{1,160})',
      'add',
      '$rest',
    ],
    [
      '(?![\\s\\S]*(?:@|\\d{5} ?\\d{3}))(?<rest>(?:(?:i |we )?(?:just )?(?:had|got|met) )?(?:some|an?|another) (?:new |nice |local )?(?:guy|man|bloke|chap|gentleman|lady|woman|girl|person|customer|client|couple)(?: called| named| by the name of) (?!(?:about|to|from|in|the|me|us|my|our|back|earlier|yesterday|today|again|and|with|asking|wanting|for|on|at|up|off|who|because|as|when|if|here|just|this|an?)\\b)\\p{L}[^?]{1,160})',
      'add',
      '$rest',
    ],
    // to be done
    [
      '(?:remind me|set (?:me )?a reminder|set (?:me )?an alarm|give me a (?:nudge|shout)|ping me|alert me|wake me)\\b[,:]?(?: to| about| that| of| for)? $REST',
      'task',
      '$rest',
      'sure',
    ],
    // a note that says itself that it is one
    [
      '(?:(?:(?:make|take|add|put|leave|write) )?(?:an? )?(?:quick )?note|nb|memo|jot(?: down)?|(?:write|note|take) down)(?: (?:on|for|about|of|that|to))*(?:\\s*[:,–—-]+\\s*|\\s+)(?!(?:my)?self\\b|down\\b)$WHO(?:$OF|\\s*[:,–—-]+)? (?![^\\n]*(?:\\b(?:today|tonight|tomorrow|tmrw|remind|next (?:week|month|mon|tue|wed|thu|fri|sat|sun)|(?:on|by|this) (?:mon|tue|wed|thu|fri|sat|sun)|at \\d)|[?？]\\s*$))(?:that )?$REST',
      'note',
      '$rest',
      'sure',
    ],
    // what somebody is like is a note on them, and nothing to be done
    [
      "$RECALL(?: that)?[,:]? (?!.*\\b(?:today|tonight|tomorrow|next|on (?:mon|tue|wed|thu|fri|sat|sun)|by (?:mon|tue|wed|thu|fri|sat|sun)|at \\d))(?<rest>$WHO(?:(?:['’]s)? $HABIT .+|['’]s (?:an? |very |not |allergic|vegan|vegetarian|always|never|\\p{L}+ (?:is|are|was) ).+))",
      'note',
      '$rest',
    ],
    ['$RECALL that[,:]? (?!i\\b)$REST', 'task', '$rest'],
    [
      "(?:don['’]?t let me forget|don['’]?t forget|do not forget|remember|make sure i|i mustn['’]?t forget)(?! that (?!i\\b))(?: that i)?(?: (?:to|about))?[,:]? $REST",
      'task',
      '$rest',
      'sure',
    ],
    // what comes back, left out once or for good
    [
      "(?:stop|no more|quit|don['’]?t|do not)(?: to)? (?:remind(?:ing|ers?)?|nag(?:ging)?|alert(?:ing|s)?|ping(?:ing|s)?)(?: me)?(?: any ?more)?(?: (?:about|of|to|for|with))? (?!(?:me )?(?:after|before|past|between|at|on|until|till?|during|in) )$THING(?: any ?more| again| ever)?",
      'end',
    ],
    [
      '(?:stop|end|cancel|delete|remove|turn off|no more|quit|drop) (?!(?:payment|appointment) )$THING (?:reminders?|tasks?|alerts?)',
      'end',
    ],
    [
      "(?:i |we )?(?:do not|don['’]?t|no longer) (?:need|want)(?: any)?(?: more)? (?!(?:payment|appointment) )$THING (?:reminders?|tasks?|alerts?)(?: any ?more| again)?",
      'end',
    ],
    ['skip $THING(?: $ONCE)?', 'skip'],
    ["skip (?:this|today|tomorrow|next)(?:['’]s)?(?: (?:week|month|time)(?:['’]?s)?)? $THING", 'skip'],
    ["(?:no|not|won['’]?t be|no need for) $THING,? $ONCE", 'skip'],
    ["$ONCE,?(?: there['’]?s| there is)? no $THING", 'skip'],
    [
      `$MAKE (?:an? )?(?:new )?(?:task|reminder|to-?do)s?(?! for (?:each|every|all) (?:my |our |of |the )*${NO_DAY})(?: (?:to|for|about))?[,:]? $REST`,
      'task',
      '$rest',
      'sure',
    ],
    ['(?:task|to-?do|tasks)\\s*[:：]\\s*(?:to )?$REST', 'task', '$rest', 'sure'],
    [
      "(?:i|we)(?:['’]ve| have)?(?: just)? promised (?<name>(?!to\\b)\\p{L}[\\p{L}'’.-]{1,30}?(?: \\p{L}[\\p{L}'’.-]{1,20}?)?) (?:to |that (?:i|we)(?:['’]?d|['’]?ll| would| will) )(?:(?:him|her|them) )?$REST",
      'task',
      '$name: $rest',
    ],
    ['(?:note|memo) to (?:self|myself)\\s*[:,–—-]?\\s*$WHO (?<rest>$HABIT [^\\n]+)', 'note', '$rest'],
    ['(?:note to self|memo to self|memo|to-?do|reminder)\\s*[:,–—-]?\\s*(?:to )?$REST', 'task', '$rest'],
    [
      "(?:i (?:need|have|ought|must|should|want|gotta|['’]ve got)(?: to)?|need to|must|gotta|have to|i['’]ll have to|i['’]ve got to|got to|i must|i should) $REST",
      'task',
      '$rest',
    ],
    // by the number a list shows
    [
      '(?:move|postpone|push|shift|put off|reschedule|delay)(?: back)?(?: task)? #?(?<number>\\d{1,6})(?: back)? (?:(?:to|until|till?|by|for) )?(?<when>.+)',
      'postpone',
      '$number $when',
    ],
    ['(?:done|finish|finished|complete|completed)(?: with)?(?: task)? #?(?<number>\\d{1,6})', 'done', '$number'],
    [
      "(?:move|postpone|push|shift|put off|reschedule|delay|put|change|bring)(?: back)? (?:the |my )?(?<thing>[\\p{L}\\p{N} :'’-]{2,60}?)(?: task| reminder| thing| one)? (?:back )?(?:to|until|till?) (?:the )?(?<when>.+)",
      'postpone',
      '$when',
    ],
    [
      "(?:move|bring|make|push|pull) (?:forward )?(?:the |my )?(?<thing>[\\p{L}\\p{N} '’-]{2,60}?)(?: forward)?(?: by)? (?<when>(?:\\d{1,2}|an?|one|two|three|half an) (?:minutes?|mins?|hours?|days?|weeks?))(?<=forward.*)",
      'postpone',
      '$when earlier',
    ],
    [
      "(?:move|postpone|push|shift|put off|reschedule|delay|bring|make)?(?: back)? ?(?:the |my )?(?<thing>[\\p{L}\\p{N} '’-]{2,60}?)(?: back)?(?: by)? (?<when>(?:\\d{1,2}|an?|one|two|three|half an) (?:minutes?|mins?|hours?|days?|weeks?)(?: (?:earlier|later|sooner))?)",
      'postpone',
      '$when',
    ],
    [
      '$THING to (?<when>(?=.*(?:\\d|noon|midnight|today|tomorrow|tonight|next|mon|tue|wed|thu|fri|sat|sun)).{1,30})',
      'postpone',
      '$when',
    ],
    ['(?:postpone|move|push|delay)(?: it| that| this)?(?: back)? (?:to|until|till?) (?<when>.+)', 'postpone', '$when'],
    [
      "$THING (?:isn['’]?t|is not|aren['’]?t|are not|not) (?:due|needed|to be paid|payable)(?: (?:again|now))? (?:until|till?|['’]til|before) (?:the )?(?<when>.+)|(?:the |my )?(?<thing2>[\\p{L}\\p{N} '’-]{2,60}?) (?:is|are)(?: only)? due (?<when2>(?:on |next |this |the )?(?=.*(?:\\d|mon|tue|wed|thu|fri|sat|sun)).{2,30}),? (?:instead|not .{2,30})",
      'postpone',
      '$when$when2',
    ],
    [
      "(?:the |my )?(?<thing>[\\p{L}\\p{N} '’-]{2,60}?)(?: is| has been| was)? (?:moved|postponed|put off|pushed)(?: back)? (?:to|until|till?) (?<when>.+)",
      'postpone',
      '$when',
    ],
    [
      `(?<thing>${PLACES})(?: (?:is|are|was|were|got|has been|have been))?(?: now| all| also| both)? (?:done|finished|complete|completed|sorted|ticked off)(?: too| as well| already| now)?|(?:done|finished|completed|tick(?:ed)? off|check off|did)(?: with)? (?<thing2>(?=[^\\d\\n]|\\d{1,2}(?:st|nd|rd|th|,| and))${PLACES})(?: too| as well| already)?`,
      'done',
    ],
    [`(?:skip|leave out) (?:out )?(?<thing>${PLACE})(?: ${'$ONCE'})?`, 'skip'],
    [`(?:cancel|drop|scrap|forget(?: about)?|delete|remove|bin|call off|get rid of) (?<thing>${PLACE})`, 'end'],
    [
      "(?:i(?:['’]ve| have|['’]m| am)? )?(?:done|finished|did|completed|ticked off|done with|finished with)(?: with)? (?:the |my )?(?<thing>[\\p{L}\\p{N} '’-]{2,60}?)(?: task)?|(?:the |my )?(?<thing2>[\\p{L}\\p{N} '’-]{2,60}?)(?: is| has been|['’]s)?(?: now| all)? (?:done|finished|complete|completed|collected|picked up|sent(?: out)?|paid|delivered|ordered|bought|fetched|posted|sorted|over)",
      'done',
    ],
    // what was to be done is told as done: sent priya her files
    [
      "(?:(?:i|we)(?:['’]ve| have)? )?(?:just |already |finally )?(?<thing>(?:sent|gave|given|called|phoned|emailed|mailed|bought|paid|wrote|made|took|brought|told|rang|met|ordered|booked|posted|shipped|printed|fixed|cleaned|checked|updated|designed|delivered|packed|picked|uploaded|prepared|signed|returned|cancelled|renewed|invoiced|asked|finished|collected|dropped|built|drew|cut) [\\p{L}\\p{N} '’-]{3,60}?)(?:[,.]? (?:done|already|today|just now|this morning|yesterday))?",
      'done',
    ],
    // what is not done after all
    [
      "(?:cancel|drop|scrap|forget(?: about)?|delete|remove|bin|call off|get rid of|kill|ditch) $THING(?: (?:one|thing|task|reminder))?|(?:the |my )?(?<thing2>[\\p{L}\\p{N} '’-]{2,60}?)(?: is| has been| was)? (?:cancelled|canceled|called off|off)",
      'end',
    ],
  ]),
];
