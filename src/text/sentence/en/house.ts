import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

const parts = {
  ...pieces,
  STAFF: '(?:assistant|helper|employee|colleague|partner|staff|intern|wife|husband|son|daughter|sister|brother)',
  HELPER: "(?<name>\\p{L}[\\p{L}'’-]{1,20}(?: \\p{L}[\\p{L}'’-]{1,20})?)",
  LOOKS:
    '(?:(?: to)?(?: only| just)? (?:look|see|watch|view|read)(?: (?:only|at (?:it|things|everything|messages)|things|everything|along|in))*)',
  NOTHING:
    "(?:,? (?:but|and)(?: they| she| he)? (?:(?:can['’]?t|cannot|not)(?: be able to)?|without) (?:change|changing|edit|editing|touch|touching|write|answer|answering)(?: anything| things| it)?)",
};

/** Taking back, settings, help. */
export const house: Rule[] = rulesOf(parts, [
  // taking back
  [
    "(?:undo|revert|reverse|take back|cancel)(?: (?:that|this|it|the last (?:one|thing|change|step|action|bit)|last(?: one| change| thing)?|what i (?:just )?did|my last (?:change|step|thing)|the change))?(?: back)?|(?:take|put|bring|change) (?:that|this|it) back|(?:that|this|it) was (?:wrong|a mistake|my mistake|not right|an accident|the wrong (?:one|button|person))|(?:my )?(?:mistake|bad)|wrong (?:button|one|person)|i (?:made a mistake|didn['’]?t mean (?:to|that|it)|pressed the wrong (?:button|one))|go back|step back|(?:oops|whoops|oopsie)(?:[\\s,!.]+(?:wrong(?: one)?|sorry))?|(?:scratch|strike) (?:that|it|this)|(?:(?:oops|whoops|no|sorry|wait)[\\s,!.]+)+not (?:that|that one|this|this one|it|what i meant)|(?:that|this|it|the last one)(?: one)? (?:doesn['’]?t|does not) count|(?:oops|whoops|sorry|no)[\\s,!.]+(?:unblock|unban|restore|put (?:it|him|her|them) back|bring (?:it|him|her|them) back)(?: (?:him|her|them|it|that))?",
    'undo',
  ],
  [
    "(?:(?:no|wait|oh|actually|hang on|hold on|stop|nooo*|oops|whoops|argh)[\\s,!.]+){1,4}(?:(?:do not|don['’]?t) (?:delete|remove|add|block|cancel|change|merge|do)(?: (?:it|that|him|her|them|this))?|undo(?: (?:it|that))?|(?:bring|put|get) (?:it|that|him|her|them) back)",
    'undo',
  ],
  [
    '(?:delete|remove|cancel|scrap|bin|drop|void) (?:that|the (?:last|latest|previous)|this) (?:order|sale)',
    'orders',
    'latest',
  ],
  [
    "(?:stop|wait|no|cancel)?[\\s,!.]*(?:don['’]?t|do not) send(?: (?:it|that|this|the (?:message|answer|reply|last one)))?(?: yet)?|(?:stop|cancel|recall|unsend|hold)(?: (?:sending|the|that|my|last|it))* (?:message|answer|reply|send|sending|one|it|that)",
    'cancel',
  ],
  // settings
  [
    '(?:(?:send|give|show)(?: me)?|i want|move|set|change|make|put|have)?(?: the| my)?(?: daily)? ?(?:digest|summary|report)(?: (?:every day|each day|daily|time|comes?|sent|should come))* (?:to|at|for|by)? ?(?<value>(?:\\d|noon|half|quarter|eight|nine|seven|six|ten).{0,20})',
    'settings',
    'digest $value',
  ],
  [
    "(?:no|stop|turn off|switch off|don['’]?t send(?: me)?)(?: the| my| any)?(?: more)?(?: daily)? (?:digests?|summar(?:y|ies)|reports?)",
    'settings',
    'digest off',
  ],
  [
    "(?:(?:don['’]?t|do not|never) (?:disturb|bother|ping|wake|notify|message|ring|alert|text)(?: me)?|no (?:notifications?|messages|pings|alerts|noise)|(?:keep |be )?quiet|silence|mute(?: me| everything)?|quiet (?:hours|time)(?: are| is)?|leave me (?:alone|in peace))[,:]? (?:between |from )?(?<from>\\d{1,2}(?:[:.]\\d{2})?\\s?(?:[ap]m)?)\\s?(?:and|to|till?|until|-|–)\\s?(?<to>\\d{1,2}(?:[:.]\\d{2})?\\s?(?:[ap]m)?)",
    'settings',
    'quiet $from-$to',
  ],
  [
    "(?:no (?:notifications?|messages|pings|alerts|noise)|(?:don['’]?t|do not|never) (?:disturb|bother|ping|wake|notify|message|alert|text) me)(?: please| any ?more)? (?:after|past) (?<from>\\d{1,2}(?:[:.]\\d{2})?\\s?pm|2[0-3](?::\\d{2})?)(?: at night)?",
    'settings',
    'quiet $from-7:00',
  ],
  [
    "(?:no|mute|stop|turn off|silence)(?: my| the| any| all)? (?:notifications?|messages|pings|alerts|noise|sounds?)(?: at| during the)? ?(?:night|overnight)|(?:don['’]?t|do not) (?:disturb|bother|ping|wake|notify|message)(?: me)? (?:at|during the) night",
    'settings',
    'quiet 22:00-7:00',
  ],
  [
    "(?:(?:my|our|the) (?:business|shop|store|company|studio)(?: name)?(?: is| should be)?(?: now)?(?: called| named)?|call (?:my|our|the) (?:business|shop|store|company|studio)|(?:change|set|rename|update|make) (?:my|our|the) (?:business|shop|store|company|studio)(?:['’]?s)?(?: name)? (?:to|as|into)|we(?:['’]re| are)(?: now)? called) (?<value>\\S.{0,60})",
    'settings',
    'name $value',
  ],
  // what stands on documents
  [
    "(?:(?:my|our) )?(?:tax|vat) (?:id|no\\.?|number)(?: is|['’]s)?:? (?<value>(?=[^\\s]*\\d)[A-Z0-9][A-Z0-9 .-]{4,24})",
    'business',
    'taxid $value',
  ],
  ['(?:my|our) (?<value>iban (?:is |: ?)?[a-z]{2}\\d{2}[a-z0-9 ]{8,34})', 'business', 'bank $value'],
  [
    "(?:(?:please )?(?:change|update|set) )?(?:my|our|the (?:shop|office|studio|business|company)(?:['’]s)?)(?: (?:new|business|shop|office|studio|company|postal))* address(?: (?:is|to|has changed to|changed to|will be))?(?: now)?:? (?<value>(?=[^\\n]*\\d)\\S[^\\n]{5,100})",
    'business',
    'address $value',
  ],
  [
    "(?:we(?:['’]?ve| have)?|the (?:shop|studio|office|business)(?:['’]s| has)?)(?: just| now)? moved(?: (?:house|shop|premises|offices?|studio))?[,.;:–—-]*(?: (?:and )?(?:our |the )?new address(?: is)?:?| to| (?:we(?:['’]?re| are)|it['’]?s)(?: now)? (?:at|in))? (?<value>(?=[^\\n]*\\d)[\\p{L}\\d][^\\n]{5,100})",
    'business',
    'address $value',
  ],
  [
    "(?:my|our|the (?:shop|business|company)(?:['’]s)?)(?: (?:new|business|company))* (?:bank (?:details|account(?: number)?)|account (?:number|details)|sort code)(?: (?:is|are|has changed to|have changed to|changed to))?(?: now)?:? (?<value>(?=(?:[^\\n]*\\d){6})\\S[^\\n]{5,100})",
    'business',
    'bank $value',
  ],
  [
    '(?:(?:my |our |the |set |change )*(?:currency)(?: to| is| should be)?|(?:we |i )?(?:use|charge in|sell in|switch to|prices (?:are )?in)) (?<value>euros?|dollars?|us dollars?|pounds?|yuan|rmb|gbp|usd|eur|cny|francs?|chf|yen)',
    'settings',
    'currency $value',
  ],
  [
    "(?:(?:my |our |the |set |change )*time ?zone(?: to| is| should be)?|i(?:['’]m| am)(?: now)?(?: (?:living|based))? in) (?<value>(?!(?:an?|the|my|our|love|trouble|need|town|bed)\\b)[\\p{L}/_ ]{2,40}?)(?: time)?(?: now)?|use (?<value2>[\\p{L}/_ ]{2,40}?) time(?: now)?",
    'settings',
    'timezone $value$value2',
  ],
  [
    "(?:i['’]?m|i am|we['’]?re|we are|it['’]?s|my (?:clock|time) is)(?: now)? (?:in|on) (?:the )?(?<value>pacific|eastern|central|mountain|central european|eastern european)(?: standard| daylight)?(?: time(?: ?zone)?| tz)(?: now)?",
    'settings',
    'timezone $value',
  ],
  [
    '(?:(?:speak|talk|use|(?:(?:switch|go|change|turn)(?: it)? )?back (?:in)?to|switch(?: it)? to|in|change to|(?:(?:change|set|switch|put) )?(?:(?:the|my|your) )?(?:language|interface)(?: to| is| into)?)(?: to)?) (?<value>english|chinese|mandarin)(?: (?:to|with) me)?',
    'settings',
    'language $value',
  ],
  [
    '(?:save|keep|add|store|new|make|create)(?: an?)?(?: new)? (?:canned |quick |saved |standard |stock )?(?:reply|answer|response|template|snippet)\\s*[:,–—-]?\\s*(?<name>[^\\s:=,]{1,30})\\s*(?:[=:–—]|\\s)\\s*$REST',
    'c',
    'save $name en $rest',
  ],
  [
    '(?:export|download|back ?up)(?: (?:absolutely|really|just|it))* (?:everything|all|(?:all|every bit of) (?:of )?(?:it|(?:my|the|our) (?:data|stuff|information|business data)))(?: (?:there is|(?:that )?(?:i|we|you) have|in here))?',
    'export',
    'all',
  ],
  ['(?:export|download)(?: (?:all|my|the|of|every))* (?:$CLIENT )?(?:from|in) $CITY', 'export', 'city:"$city"'],
  ['(?:export|download)(?: (?:all|my|the|of|every))* $LABEL(?: $CLIENT| list)?', 'export', '#$label'],
  [
    '(?:export|download)(?: (?:all|my|the|of|every))* (?<label>[\\p{L}\\p{N}_-]{2,40})s(?: $CLIENT| list)?',
    'export',
    '#$label',
  ],
  [
    '(?:export|download|back ?up|save)(?: (?:all|my|the|a|list|of|every|me))*(?: (?:contacts?|customers?|clients?|people|addresses|data|everything))(?: (?:as|to|into|in) .*)?',
    'export',
  ],
  // who helps: only looks, or acts too; of a name alone it may be a customer who is to see something
  ...['$STAFF $HELPER$LOOKS(?:$NOTHING)?', '$HELPER$LOOKS$NOTHING', '$HELPER(?: can| may)? (?:only|just)$LOOKS'].map(
    (who) => [`(?:let|allow|have) (?:my |our )?${who}`, 'helper', 'add $name viewer'] as const,
  ),
  [
    "(?:give|grant)(?: my| our)?(?: (?:assistant|helper|employee|colleague|partner|staff|intern))? (?<name>\\p{L}[\\p{L}'’-]{1,20}(?: \\p{L}[\\p{L}'’-]{1,20})?) (?:read|view|viewing|look)[ -]?only(?: access| rights)?|(?:add|invite)(?: an?| my| our)? (?:helper|assistant|viewer|employee|colleague)(?:,| called| named)? (?<name2>\\p{L}[\\p{L}'’-]{1,20})(?: (?:who|that|and) (?:can|may|should)(?: only| just)? (?:look|read|see|view)(?: only)?|,? (?:read|view)[ -]?only|,? as (?:an? )?viewer)",
    'helper',
    'add $name$name2 viewer',
  ],
  [
    "(?:add|invite)(?: an?| my| our)? (?:new )?(?:helper|assistant|employee|colleague)(?:,| called| named)? (?<name>\\p{L}[\\p{L}'’-]{1,20})|let(?: my| our)?(?: (?:assistant|helper|employee|colleague|partner|staff|intern|wife|husband))? (?<name2>\\p{L}[\\p{L}'’-]{1,20}) (?:help(?: me)?(?: out)?(?: with)?|answer|reply)(?: (?:messages?|customers|here|me|the messages|the inbox))*",
    'helper',
    'add $name$name2',
  ],
  // with an address it is still no customer: my helper is Jess, jess@…
  [
    "(?:my|our)(?: new)? (?:assistant|helper|employee)(?:['’]s name)?(?: is|['’]s)(?: called| named)? (?<name>\\p{L}[\\p{L}'’-]{1,20})(?:[\\s,;:–—-]+\\S*[@\\d][^\\n]{0,60})?|(?<name2>\\p{L}[\\p{L}'’-]{1,20})(?: is|['’]s) (?:my|our)(?: new)? (?:assistant|helper|employee)(?:[\\s,;:–—-]+\\S*[@\\d][^\\n]{0,60})?",
    'helper',
    'add $name$name2',
  ],
  // somebody new: Jo is helping out now, give her an account
  [
    "(?:(?:my |our |the )?(?:new )?$STAFF )?(?<name>\\p{L}[\\p{L}'’-]{1,20})(?: is|['’]s)?(?: now| just)? (?:helping(?: me| us)?(?: out)?|start(?:s|ed|ing)|join(?:s|ed|ing)|working (?:here|for me|with me|with us))(?: (?:here|now|today|tomorrow|next week|(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day|us|me|the team|in the shop|with orders))*(?:\\s*[,;.–—-]+\\s*|\\s+)(?:so |and |please |can you )*(?:(?:give|get|make|set up|create) (?:her|him|them) (?:up )?(?:with )?(?:an? )?(?:account|access|login)|(?:add|invite) (?:her|him|them)(?: as an? (?:helper|assistant))?)",
    'helper',
    'add $name',
  ],
  [
    "(?:please )?(?:(?:set up|create|make|open|add) (?:an? )?(?:helper )?(?:account|login|access) for|give access to|invite|add|make)(?: (?:my|our|the))?(?: new)?(?: $STAFF)? (?<name>\\p{L}[\\p{L}'’-]{1,20})(?: as an? (?:helper|assistant))|(?:please )?(?:set up|create|make|open|add) (?:an? )?(?:helper )?(?:account|login|access) for(?: (?:my|our|the))?(?: new)?(?: $STAFF)? (?<name2>\\p{L}[\\p{L}'’-]{1,20})",
    'helper',
    'add $name$name2',
  ],
  [
    '(?:who (?:helps|are my helpers|can see this)|my helpers|my team|show (?:me )?(?:my |the )?(?:helpers|team))',
    'helper',
  ],
  // how something is done
  [
    "(?![^\\n]{0,60}\\b(?:whats ?app|wechat|weixin|instagram|messenger|facebook)\\b)(?:how(?! (?:many|much|long|often|old|far|soon|big|happy|satisfied|good|bad|fast|quickly|is|are|was|were|does (?!this|it|one)|did|has|have|come)\\b)|where(?! (?:does|did) (?!this|it|one)))(?: do| can| to| does| would| should| could)?(?: i| one| you| we)?(?: to)? $REST|what(?:['’]s| is)(?: the)? (?:command|way)(?: to| for) (?<rest2>.+)|(?:i )?(?:don['’]?t know|need help|explain|show me) how to (?<rest3>.+)",
    'help',
    '$rest$rest2$rest3',
  ],
  [
    "(?:help(?: me)?|what can (?:you|i|this(?: bot)?) (?:do|say|type|ask)(?: here)?|what(?: all)? do you do|how does (?:this|it) work|what now|menu|commands?|\\?+|i(?:['’]m| am) (?:lost|stuck|new here)|what is this(?: for)?)",
    'help',
  ],
]);
