import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';
import { UNSEEN_A_WHILE, UNSEEN_FOR } from './unseen.ts';

/** Days that are over or go on. */
const DAYS = 'today|yesterday|this week|last week|this month|last month|this year|last year';

/** What is asked for and only shown: what waits, what is to be done, who has bought. */
export const lists: Rule[] = rulesOf(pieces, [
  ...UNSEEN_FOR,
  // longer than is their habit
  [
    "(?:who|which $CLIENT)(?: has| have|['’]s|['’]ve)? (?:stopped|quit) (?:buying|ordering|coming)(?: from (?:me|us))?|(?:who|which $CLIENT) (?:am i|are we) losing|(?:who|which $CLIENT) (?:is |are )?(?:slips?|slipping|stays?|staying|drifts?|drifting) away|(?:who|which $CLIENT) (?:comes?|buys?) no more|(?:who|which $CLIENT) (?:has|have)(?:n['’]?t| not) (?:bought|ordered)(?: anything)? (?:for|in) (?:a (?:long )?(?:while|time)|ages|long)",
    'churn',
  ],
  ...UNSEEN_A_WHILE,
  // who greets us begins their day
  ['(?:hi|hello|hey|good (?:morning|afternoon|evening)|morning|howdy)(?: (?:there|again|bot|all))?', 'digest'],
  // of a day that has begun all is meant: who waits, and what is to be done
  [
    "(?:is there |do i have |have i got )?(?:what|anything|what else|anything else)(?:['’]?s| is)?(?: (?:there|still|else))*(?: (?:left|outstanding|pending|remaining|open|to do))+(?: (?:to do|to be done))?(?: for| on)? (?:today|tonight)|(?:(?:good )?morning[,!]? |hi[,!]? |hey[,!]? )?(?:what|anything)(?:['’]?s| is)?(?: there)?(?: (?:on|up|to do|happening|going on|for me|to be done))+(?: for| on)? today|what (?:should|must|can) i (?:do|start with|tackle)(?: first)? today|what(?:['’]?s| is) (?:my day|today) (?:like|looking like)",
    'digest',
  ],
  // who still has to pay, what still has to leave
  [
    "(?:who|which $CLIENT|anyone|anybody|does any(?:one|body)|what do $CLIENT)(?: all| else| still)*(?: (?:owes?|owing)(?: (?:me|us))?(?: (?:any |some )?(?:money|anything|cash))?| (?:has|have|did)(?:n['’]?t| not) (?:paid|pay)| (?:has|have) (?:still )?(?:yet )?to pay)(?: (?:yet|me|us|up|for (?:it|(?:his|her|their) orders?)|still))*|(?:(?:what|which|who|any|show|list)(?:['’]?s| is| are| me| (?:orders?|invoices?|bills?|payments?))* )?(?:(?:still|the|my|all) )*(?:(?:unpaid|outstanding|not paid(?: yet)?)(?: (?:invoices?|bills?|payments?|orders?))?|overdue (?:invoices?|bills?|payments?|orders?)|(?<=(?:orders?|invoices?|bills?|payments?) (?:(?:is|are|still|all) )*)overdue)",
    'orders',
    'unpaid',
  ],
  [
    "(?:what|which|which orders|which parcels|who)(?: orders| parcels)?(?: do i| do we| must i| have i| are| is| still| have| has|['’]s)*(?: still)?(?: (?:have to|need to|to|got to) (?:ship|send(?: out)?|post|pack)| (?:to be|need(?:s)? to be|needs?) (?:shipped|sent|posted|shipping|sending)| (?:not|n['’]?t) (?:been )?(?:shipped|sent|posted)(?: yet)?| (?:needs? to|must) go out)(?: today| now| yet| out)*|(?:what|which orders)(?: orders)? (?:has|have|is|are)n['’]?t (?:been |gone )?(?:shipped|sent|posted|out)(?: out| yet)*",
    'orders',
    'unsent',
  ],
  [
    `what (?:did|have|do) (?:i|we|the shop) (?:sell|sold|make|made|earn|earned|take|taken|turn over|turned over)(?: in)? (?<span>${DAYS})`,
    'takings',
    '$span',
  ],
  // in whose words it stands
  [
    '(?:who|(?:did|has|have) (?:anyone|anybody|any (?:of my )?$CLIENT)|which $CLIENT)(?: has| have| all)? (?:ask(?:ed)?|enquired?|inquired?|talk(?:ed)?|mention(?:ed)?|wr[io]te|written|sa(?:id|y)|complain(?:ed)?)(?: anything)?(?: (?:about|for|of))?(?: (?:the|an?|my|our))? (?<goods>(?!(?:about|for|of|me|us|to|in|today|yesterday|lately|it|this|that|yet|while|when|since)\\b)[\\p{L}\\p{N}][\\p{L}\\p{N} -]{1,30}?)(?:(?<=x|s|ch|sh)es|s)?(?: (?:lately|recently|this week|today|yesterday))?',
    'search',
    '$goods',
  ],
  // what is to be done on a day
  [
    "(?:what|anything)(?:['’]?s| is| do i have| have i got| do we have| am i doing| needs doing| to do|['’]?s happening| is happening|['’]?s going on)?(?: to do| due| planned| coming up| there)?(?: (?:for|on|due|planned))* $SPAN",
    'tasks',
    '$when',
  ],
  [
    'what (?:do i have to|do i need to|must i|should i|have i got to|am i)(?: do(?:ing)?)?(?: on| for)? $SPAN|what (?:are|is) (?:my |the )?(?:tasks?|to-?dos?|plans?|agenda|reminders?)(?: for| on)? (?<when2>today|tomorrow|tonight|this week|next week|(?:mon|tues|wednes|thurs|fri|satur|sun)day)',
    'tasks',
    '$when$when2',
  ],
  [
    "(?:show |list |see |view |open )?(?:me )?(?:my |the )?(?:tasks?|to-?dos?|agenda|schedule|plans?|diary|reminders?|calendar)(?: (?:due|for|on|of))* $SPAN|(?:(?:show|list|see|view|give) )?(?:me )?(?:my )?(?<when2>today|tomorrow|this week|next week|week|day|(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:['’]s)? (?:tasks?|to-?dos?|agenda|schedule|plans?|reminders?)",
    'tasks',
    '$when$when2',
  ],
  ['my week', 'tasks', 'this week'],
  ['my day', 'tasks', 'today'],
  [
    '(?:show |list |see |any |my |all |which |open )*(?:leads?|deals?|quotes?|enquiries|opportunities) (?:are |that are )?(?:worth )?(?:over|above|more than|at least|bigger than) $MONEY',
    'leads',
    '>=$money',
  ],
  [
    '(?:show |list |see |any |my |all |which |open )*(?:leads?|deals?|quotes?|enquiries|opportunities) (?:are |that are )?(?:worth )?(?:under|below|less than|up to|at most|smaller than) $MONEY',
    'leads',
    '<=$money',
  ],
  [
    `how much (?:money )?(?:did|have|do|has) (?:i|we|the shop) (?:sell|sold|make|made|earn|earned|take|taken|turn over|turned over)(?: in)? (?<span>${DAYS})|(?:(?:what|how) (?:are|were|was|is) )?(?:my |the |our )?(?:sales|takings|revenue|turnover|income)(?: for| of| in)? (?<span2>${DAYS})`,
    'takings',
    '$span$span2',
  ],
  [
    '(?:show|list|which|what|any|see|how many)?(?: me)?(?: the| my| all| are)* ?(?<state>unpaid|unsent|unshipped|unfulfilled|abandoned|open) orders(?: (?:are there|do (?:i|we) have))?',
    'orders',
    '$state',
  ],
  [
    `(?:show|list|which|what|any|see|how many)?(?: me)?(?: the| my| all| new)* ?orders (?:(?:came in|are there|do (?:i|we) have|from|of|for|since) )*(?<span>${DAYS})`,
    'orders',
    '$span',
  ],
  // what came in
  [
    "(?!how many (?:new )?messages)(?!(?:how much|what)\\b.*\\b(?:will|can|might|should|(?:going|likely|expected) to) (?:be )?com(?:e|ing) in)(?:what|who|anything|anyone|anybody|has|did|have|is|are|any|show|how many|which)(?!.*\\b(?:bought|sold|orders?|tasks?|tickets?|leads?)\\b)(?!.*n['’]?t (?:been|written|contacted|messaged|replied).*\\b(?:\\d+|an?|one|two|three|six|the last|months|weeks) ?(?:days?|weeks?|months?|years?|quarter)?\\b).*\\b(?:c[ao]me in|coming in|new messages?|messages? (?:today|are|did|have|came)|unanswered|not answered|un-?replied|haven['’]?t (?:i )?(?:answered|replied)|waiting|waits|wants an? (?:answer|reply)|(?:need|needs|want|expects?) (?:an? )?(?:answer|reply|answering|replying)|wrote (?:to me|in|today)|written (?:to me|today|in)|contacted|got in touch|happened today|new today|is new|['’]s new|i miss(?:ed)?|(?:need|have|got) to (?:answer|reply)|should i (?:answer|reply)).*",
    'inbox',
  ],
  [
    "(?:any|show(?: me)?(?: the)?|my|open|check(?: my)?|new) ?(?:new )?(?:messages?|inbox|mail|emails?|unread|enquiries|news)(?: today)?|(?:did|has|have) (?:anyone|anybody|any (?:customers?|clients?)|someone) (?:write|call|message|contact|ask|written|called|asked|messaged|contacted)(?: (?:me|us|in|to me))?(?: (?:today|this morning|yet|tonight|(?:while|when|since) (?:i|we)(?:['’]?ve| was| were| have)?(?: been)? (?:out|away|gone|off|asleep|closed|busy)))?|what['’]?s (?:new|up)|anything new",
    'inbox',
  ],
  [
    "what(?:['’]?s| is) (?:on|due|planned|coming up)(?: my plate| (?:the|my) (?:agenda|list|schedule|calendar))?(?: for| on)?(?: (?:today|tomorrow|tonight|this week|next week|(?:mon|tues|wednes|thurs|fri|satur|sun)day))?",
    'tasks',
  ],
  // an order by its number
  [
    "(?:where|who|what|which|how)(?:['’]?s| is| are| was| has)? (?:bought |ordered |placed |made )?(?:the )?(?:order )?(?:no\\.? ?|number )?#?(?<order>\\d{3,12})(?: (?:from|for|about|now|shipped|sent|paid|doing))?",
    'find',
    '$order',
  ],
  [
    '(?:(?:refund|ship|track|find|show|open|look up|check)(?: the)? )(?:order )?(?:no\\.? ?|number )?#?(?<order>\\d{3,12})',
    'find',
    '$order',
  ],
  [
    '(?:has|have|did|was|is) (?:the )?(?:order )?#?(?<order>\\d{3,12}) (?:been |already )*(?:shipped|sent|paid|refunded|ship|arrive|arrived|delivered)(?: yet)?',
    'find',
    '$order',
  ],
  // one of them by its number, and what it is
  [
    '(?:(?:show|see|view|pull up|open)(?: me)? )?(?:the )?ticket (?:no\\.? ?|number )?#?(?<no>\\d{1,9})',
    'ticket',
    '$no',
  ],
  [
    '(?:(?:mark|make|set) )?(?:the )?ticket #?(?<no>\\d{1,9}) (?:is |as |to )?(?:an? )?(?<what>urgent|high|low|normal|complaint|inquiry|return)',
    'ticket',
    '$no $what',
    'sure',
  ],
  [
    '(?:show |any |which |what )?(?:late|overdue) tickets|(?:which |what )?tickets (?:that )?are (?:late|overdue)',
    'tickets',
    'late',
  ],
  ['(?:show |what are )?(?:my |our |the )?(?:opening|business|working) hours', 'hours'],
  [
    '(?:how much|what)(?: money| revenue)? (?:will|can|might|should|is (?:going|likely|expected) to) (?:(?:i|we) (?:earn|make|bring in|take in|expect)|come in|be coming in)(?: (?:this|next) (?:month|quarter)| in the (?:next|coming) months?| by (?:the )?month.?end)?|(?:(?:sales|revenue) )?forecast(?: for)?(?: the)?(?: (?:this|next|coming) months?)?',
    'forecast',
  ],
  [
    '(?:are|were) we (?:still )?(?:open|closed)(?: (?:now|today|tomorrow|tonight|right now|(?:on )?\\p{L}{3,6}days?))?|(?:when|what time|till? when|how long) (?:do|are) we (?:open|close|opening|closing)(?: (?:now|today|tomorrow|tonight|(?:on )?\\p{L}{3,6}days?))?',
    'hours',
  ],
  ['(?:resolve|close|solve) (?:all(?: of them| (?:the |my )?tickets)?|everything|them all)', 'tickets'],
  // what is to be done
  [
    "$ASKS.*\\b(?:to-?dos?|to do|have to do|need to do|should i do|reminders?|tasks?|is due|['’]s due|on my (?:plate|list|agenda)|my (?:day|agenda|schedule)|agenda|planned|scheduled for)\\b.*(?<!add|new|make|create|set)",
    'tasks',
  ],
  [
    '(?!.*\\b(?:urgent|complaints?|(?:this|last|past) (?:week|month|year|quarter)|yesterday|resolved|closed)\\b)(?:show|list|see|any|open(?! an?\\b| new\\b)|my|what|which|how many|all|are)\\b.*\\b(?:tickets?|complaints?|support cases|open (?:issues|problems)|unresolved|broken)\\b.*',
    'tickets',
  ],
  // the board: all of it, why leads were lost, how many messages became something
  [
    '(?:(?:show|see|open|list)(?: me)? )?(?:(?:my|the|our|sales|whole) )*(?:pipeline|sales board|sales funnel)',
    'pipeline',
  ],
  [
    "(?:(?:what(?:['’]s| is)|show(?: me)?) )?(?:(?:my|the|our) )?(?:lead )?conversion(?: rate)?(?: of (?:leads|messages))?",
    'pipeline',
    'conversion',
  ],
  [
    '(?:why (?:do|did|are|have) (?:we|i) (?:lose|losing|lost) (?:(?:our|my|so many) )?(?:leads?|deals?)|why (?:are|were) (?:(?:our|my) )?(?:leads?|deals?) lost|(?:show(?: me)? )?(?:(?:my|the|our) )?(?:lost reasons|reasons for losing))',
    'pipeline',
    'lost',
  ],
  [
    '(?!.*\\b(?:won|win|lost|lose|closed|quiet|stale|cold|(?:this|last|past) (?:week|month|year|quarter)|yesterday)\\b)(?:show|list|see|any|open(?! an?\\b| new\\b)|my|what|which|how many|all|are|who)\\b.*\\b(?:leads?|deals?|pipeline|prospects?|opportunit(?:y|ies)|enquiries|inquiries|might buy|quotes? open|open quotes?)\\b.*',
    'leads',
  ],
  [
    "(?:(?:give|show|send|tell)(?: me)? )?(?:an? |the |my |today['’]?s )?(?:digest|summary|overview|daily report|briefing|report)(?: (?:for|of) today)?|how (?:is|was|are|did) (?:my |the )?(?:day|things|business|we|today)(?: (?:going|doing|look|looking|go|do))?(?: today)?|how much (?!.*\\b(?:week|weeks|month|months|year|quarter|yesterday|since|last|january|february|march|april|may|june|july|august|september|october|november|december)\\b)(?:did|have|do) (?:i|we) (?:sell|sold|make|made|earn|earned|take|taken|turn over)\\b.*|(?:what|how) (?!.*\\b(?:week|weeks|month|months|year|quarter|yesterday|since|last)\\b)(?:are|were|was|did) (?:my |the |our )?(?:sales|takings|revenue|turnover)\\b.*",
    'digest',
  ],
  [
    '(?:cancel|stop|delete|drop|remove)(?: the| that| my| this)* (?:scheduled|timed|planned) (?:answers?|messages?|reply|replies|texts?|e-?mails?|one)',
    'scheduled',
  ],
  ['(?:show |what |which |any |list )?.*\\b(?:scheduled|planned) (?:answers?|replies|messages)\\b.*', 'scheduled'],
  [
    '(?:any |show |find |are there )?(?:any )?(?:duplicates?|doubles?)(?: contacts?| customers?)?|(?:who|which).* (?:is|are) (?:in )?(?:here |there |listed )?(?:twice|double|duplicated?)(?: in.*)?',
    'duplicates',
  ],
  [
    "(?:who|what|which|anything|did|show).*\\b(?:not (?:been )?delivered|undelivered|bounced|failed to send|not sent|unsent|didn['’]?t (?:arrive|go out|send))\\b.*",
    'unsent',
  ],
  ['(?:who|whom).*\\b(?:i |have i |did i |is |are )?(?:blocked|banned)\\b.*', 'blocked'],
  [
    "(?:is everything|are we|are you|everything|what is|what['’]s)(?: the)? ?(?:ok(?:ay)?|working|running|connected|up|alive|status)(?: fine| well)?|status",
    'status',
  ],
  ['(?:show|see|what are|change|open)(?: me)?(?: the| my)? settings|settings', 'settings'],
  // people: how many, and by what they did
  [
    'how many $CLIENT(?: (?:do|have) (?:i|we)(?: have| got)?| are there| (?:is|are) (?:that|those))?(?: in (?:total|all)| altogether| all together| by now)?',
    'find',
    'blocked:no',
  ],
  [
    '(?:(?:show|list|find|get|give)(?: me)?|who|which|all|any|what|how many|my)?(?: (?:are|is|of|all|my|the|me))* ?#?(?<tag>vip|wholesale|retail|regular|press)s?(?: $CLIENT)?(?: (?:who|that))?(?: (?:are|is|live|lives|do i have|based))* (?:in|from|near) $CITY',
    'find',
    '#$tag city:"$city"',
  ],
  [
    '(?:who|which $CLIENT|$CLIENT who|show.*who|list.*who|find.*who)\\b.*\\b(?:bought|ordered|purchased|buys|has bought|have bought)\\b.*\\b(?:twice|two times|again|more than once|repeatedly|at least twice|two or more(?: times)?)\\b.*|(?:my |all |show |list |who are )?.*\\b(?:repeat|returning|regular) (?:customers?|buyers?|clients?)\\b.*',
    'find',
    'orders:2+',
  ],
  [
    '(?:who|which $CLIENT|$CLIENT who|show.*who|list.*who|find.*who)\\b.*\\b(?:bought|ordered|purchased)\\b.*\\b(?:at least |more than )?(?:three|3) (?:times|or more)\\b.*',
    'find',
    'orders:3+',
  ],
  [
    "(?:who|which $CLIENT|$CLIENT who)\\b.*\\b(?:never bought|(?:has|have)(?:n['’]?t| not) (?:ever )?(?:bought|ordered)(?: anything)?|(?:didn['’]?t|did not) (?:buy|order))(?: yet| anything)*",
    'find',
    'orders:0',
  ],
  [
    '(?:who|which $CLIENT|$CLIENT who|show.*who|list.*who|find.*who)\\b(?: has| have)? (?:bought|ordered|purchased) (?:the |a |an |any |some )?(?<goods>[\\p{L}-]{3,30}(?: [\\p{L}-]{2,20})?)',
    'find',
    'bought:"$goods"',
  ],
  ['(?:who|which $CLIENT|$CLIENT who)\\b.*\\bspent (?:more than|over|at least) $MONEY', 'find', 'spent:>="$money"'],
  [
    "(?:who|which $CLIENT|$CLIENT who|$CLIENT)\\b.*\\b(?:gone quiet|(?:has|have)(?:n['’]?t| not) (?:been (?:here|seen|in touch)|written|come)(?: for| in)? (?:ages|a while|long|a long time|months)|inactive)",
    'find',
    'quiet:90d',
  ],
  [
    '(?:show|list|find|who|which|all|how many|any)\\b.*\\bnew (?:$CLIENT)?\\b.*\\btoday|(?:who|$CLIENT).*\\bnew today',
    'find',
    'new:1d',
  ],
  [
    '(?:show|list|find|who|which|all|how many|any|my)?\\b.*\\bnew $CLIENT(?: (?:this|in the last|last|of the|for the) (?:week|7 days))?',
    'find',
    'new:7d',
  ],
  [
    '(?:show|list|find|who|which|all|how many|any|my)?\\b.*\\bnew $CLIENT (?:this|in the last|last|of the) (?:month|30 days)',
    'find',
    'new:30d',
  ],
  [
    '(?:(?:show|list|find|get|give|search)(?: me)?|who|which|all|any|what|how many|my)(?: (?:are|is|of|all|my|an?|the|full|list|do i have|live|lives|me))*(?: $CLIENT)?(?: (?:who|that))?(?: (?:are|is|live|lives|do i have|come|comes|based))* (?:in|from|near) $CITY',
    'find',
    'city:"$city"',
  ],
  [
    '(?:(?:show|list|find|get|give)(?: me)?|who|which|all|any|what|how many|my)(?: (?:are|is|of|all|my|the|do i have|me))*(?: $CLIENT)?(?: (?:who|that))?(?: (?:are|is|have|has|with|tagged|the tag|as|an?))* #?(?<tag>vip|wholesale|retail|regular|press)s?(?: $CLIENT| tag)?',
    'find',
    '#$tag',
  ],
  [
    '(?:(?:show|list|find|get)(?: me)?|who|which|all|any)(?: (?:are|is|of|all|my|the))*(?: $CLIENT)?(?: (?:who|that|are|is|have|has|with|tagged|the tag|as))* (?:#|tagged |tag )(?<tag>[\\p{L}\\p{N}_-]+)',
    'find',
    '#$tag',
  ],
  ['(?:who|which $CLIENT|$CLIENT who|show.*who)\\b.*\\bspeaks? (?<lang>english|chinese)', 'find', 'lang:$lang'],
  ['$CLIENT (?:who |that )?(?:are |live |lives |come |based )*(?:in|from|near) $CITY', 'find', 'city:"$city"'],
  [
    '$CLIENT (?:who|that)? ?(?:have |has )?spent (?:more than|over|at least) $MONEY|(?:spent|paid) (?:more than|over|at least) (?<money2>[£$€¥]?\\d[\\d.,]*k?)',
    'find',
    'spent:>="$money$money2"',
  ],
  [
    '$CLIENT (?:who |that )?(?:are |live |lives |come |based )*(?:in|from|near) $CITY (?:who|that|and) (?:have |has )?(?:spent|paid|bought for) (?:more than|over|at least) $MONEY',
    'find',
    'city:"$city" spent:>="$money"',
  ],
  ['(?<tag>vip|wholesale|retail|regular|press|trade)s? $CLIENT', 'find', '#$tag'],
  [
    '(?:(?:all|every|everyone|everybody|list|show|find|the|my|me|of|tagged|who is|who are|people|customers) )+(?:an? )?$LABEL',
    'find',
    '#$label',
  ],
  ['(?:(?:all|every|list|show|find|the|my|me|of) )*$LABEL (?:$CLIENT|list)', 'find', '#$label'],
  [
    '(?:(?:all|every|list|show|find|the|my|me|of) )*(?<label>[\\p{L}\\p{N}_-]{2,40})s(?: $CLIENT| list)?',
    'find',
    '#$label',
  ],
]);
