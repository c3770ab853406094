import { type Rule, rulesApart } from '../rule.ts';
import { pieces } from './pieces.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?: 20\\d\\d)?';
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
/** `pastSpan` reads all of it. */
export const DAYS = `(?:today|yesterday|(?:this|last|the last|past|the past) (?:week|month|quarter|year)|(?:the )?last weekend|the (?:week|month) before last|since (?:yesterday|${WEEKDAY})|last ${WEEKDAY}|${MONTH}|q[1-4](?: 20\\d\\d)?|20\\d\\d|(?:the )?(?:last|past) (?:\\d{1,3}|two|three|four|five|six|couple of) (?:days|weeks|months|years))`;
const parts = {
  ...pieces,
  /** Days that are over or go on, where any are said. */
  IN: `(?:,? (?:(?:in|during|for|from|of|over|on) )*(?<span>${DAYS}))?`,
  ON: `,? (?:(?:in|during|for|from|of|over|on) )*(?<span>${DAYS})`,
  ANY: "(?:(?:show|list|see|give|are there|is there|do i have|what(?:[’']s| is| are)?|which|any|my|all|our|the|me) )*",
  MONTH,
  LEADS: '(?:leads?|deals?|enquiries|inquiries|opportunities)',
  WE: '(?:i|we)',
  /** What is sold, and nothing else that is counted here. */
  GOODS:
    "(?:(?:of )?(?:the |my |our ))?(?<goods>(?!(?:money|new|leads?|deals?|orders?|quotes?|tickets?|cases?|messages?|mails?|emails?|people|persons?|customers?|clients?|contacts?|buyers?|complaints?|returns?|tasks?|times|days|hours|invoices?|contracts?|it|that|this|them|things?|we|i)\\b)[\\p{L}\\p{N}][\\p{L}\\p{N}’'-]{1,24}(?: (?!(?:vs|versus|compared|or)\\b)[\\p{L}\\p{N}’'-]{1,24}){0,3}?)",
  COMPANY: "\\p{L}[\\p{L}\\p{N}&'’.-]{1,30}(?: [\\p{L}\\p{N}&'’.-]{1,30}){0,4}?",
  MANY: '(?:which|what|how many)(?: of (?:my|our|the))?(?: new)?',
};

/** Questions about one's own business: each is answered as narrowly as it is asked. Before lists, which fit more words. */
export const asked: Rule[] = rulesApart(parts, [
  // those of one kind
  [
    "(?:(?:show|list|find|give)(?: me)? )?(?:everyone|everybody|all|anyone|people|who(?:['’]s| is| are)?|$CLIENT)(?: (?:$CLIENT|who|that|is|are|who['’]s))* (?:tagged|labell?ed)(?: (?:as|with))? $TAG",
    'find',
    '#$tag',
  ],
  [
    '(?:who|which $CLIENT) (?:likes?|loves?|prefers?|drinks?|eats?|hates?) (?:the |my |our )?(?<goods>(?!it\\b|that\\b|this\\b|us\\b|me\\b|what\\b|the\\b)[\\p{L}-]{3,30}(?: [\\p{L}-]{2,20})?)',
    'search',
    '$goods',
  ],
  [
    "(?:whose|who(?:['’]?s| has| have)|which $CLIENT) (?:(?:orders?|parcels?|package|goods|stuff|things?|\\p{L}{3,20}) )?(?:(?:is|are|has|have)(?:n['’]?t| not)|still (?:is|are|has|have)(?:n['’]?t| not)|not) (?:been |gone )?(?:shipped|sent(?: out)?|posted|mailed|out|left|dispatched)(?: (?:yet|so far))?",
    'orders',
    'unsent',
  ],
  // whether somebody has answered is seen where all of theirs stands
  [
    '(?:has|did|have) $WHO (?:already |ever |finally )?(?:replied|reply|answer(?:ed)?|respond(?:ed)?|(?:wr(?:ite|itten|ote)|got(?:ten)?|get|c[ao]me) back)(?: to (?:me|us|(?:my|our) (?:message|mail|e-?mail|quote|question)))?(?: yet| already| at all)?|(?:any|is there any|is there an?) (?:reply|answer|response|word)(?: yet)? from $WHO(?: yet)?',
    'timeline',
  ],
  [
    "(?![^\\n]{0,60}\\b(?:my|our|all|everything|it|pipeline|funnel|leads?|deals?|business|shop|stock|quotes?|orders?)\\b)(?:what(?:['’]?s| is| are)|how much (?:is|are)) $WHO worth(?: to (?:me|us))?",
    'contact',
  ],
  [
    'how (?:often|regularly|frequently) (?:does|did|do|has|have|is|will) $WHO (?:usually |normally )?(?:bu(?:y|ying)|bought|com(?:e|ing)|order(?:s|ed|ing)?|visit(?:s|ed|ing)?|purchased?|shop(?:ping)?)(?: (?:back|in|by|here|again|from (?:me|us)|with (?:me|us)|something|anything))*|when (?:does|do) $WHO (?:usually|normally|typically) (?:buy|order|come(?: back| in| by)?)',
    'orders',
  ],
  [
    "(?:(?:what(?:['’]?s| is| was| are)|which(?: one)?(?: is| are)?|who(?:['’]?s| is)|show(?: me)?) )?(?:my |our |the )?(?:biggest|largest|top|highest|most valuable|best) (?:open )?$LEADS",
    'leads',
  ],
  [
    "(?:(?:what(?:['’]?s| is| was)|show(?: me)?|give me) )?(?:my |our |the )?(?:grand )?total(?: (?:sales|takings|income|revenue|amount))?$ON|(?:(?:what(?:['’]?s| is| was)|show(?: me)?) )?(?<span>(?:this|last) (?:week|month|quarter|year)|today|yesterday)['’]?s total",
    'takings',
    '$span',
  ],
  [
    "(?:(?:what(?:['’]?s| is| was)|show(?: me)?) )?(?:my |our |the )?(?:avg\\.?|average|mean|typical) (?:order|basket|sale|purchase|ticket)(?: value| size| amount| total| worth)?$IN|how much is (?:an|the|my|our) average (?:order|sale|basket)$IN",
    'takings',
    '$span',
  ],
  // who it was that bought, or asked for, an article
  [
    "(?:who (?:was|is) (?:it )?(?:that |who )?|who['’]?s (?:it )?(?:that |who )?|what was the name of (?:the )?(?:\\p{L}+ )?(?:who|that) )(?:just |last )?(?:bought|ordered|purchased|took|got) (?:the |a |an |any |some |my |those |our )?(?<goods>[\\p{L}-]{3,30}(?: [\\p{L}-]{2,20})?)",
    'find',
    'bought:"$goods"',
  ],
  [
    "(?:who (?:was|is) (?:it )?(?:that |who )?|who['’]?s (?:it )?(?:that |who )?|who |which (?:customer|client|person) |what was the name of (?:the )?(?:\\p{L}+ )?(?:who|that) )(?:was asking (?:about|for)|asked (?:me |us )about|wanted|was after|enquired about|was interested in|is interested in|(?<=that |it )asked (?:about|for)) (?:the |a |an |any |some |my |those |our )?(?<goods>(?!me\\b|us\\b|to\\b|it\\b|more\\b|an? (?:refund|discount)|refund|discount|quote|call)[\\p{L}-]{3,30}?(?: [\\p{L}-]{2,20}?)?)(?:s|es)?",
    'search',
    '$goods',
  ],
  [
    '$ANY(?:won|closed) $LEADS$IN|(?:which|what|how many) $LEADS (?:did|have|had) $WE (?:win|won|close|closed)$IN',
    'leads',
    'won $span',
  ],
  [
    '(?:which|what|how many) $LEADS (?:were|was|have been|got|are) won$IN|(?:what|how (?:much|many)) (?:did|have) $WE (?:win|won)$IN',
    'leads',
    'won $span',
  ],
  [
    '$ANYlost $LEADS$IN|(?:which|what|how many) $LEADS (?:did|have|had) $WE (?:lose|lost)$IN|(?:which|what|how many) $LEADS (?:were|was|have been|got|are) lost$IN|what (?:did|have) $WE (?:lose|lost)$IN',
    'leads',
    'lost $span',
  ],
  [
    '$ANYnew $LEADS$IN|how many new $LEADS(?: (?:are there|did $WE get|do $WE have|were there))?$IN|$MANY $LEADS (?:did $WE get|(?:have )?(?:came|come|got) in|were there|arrived|are new)$IN',
    'leads',
    'new $span',
  ],
  ['(?:$MANY )?$LEADS$ON', 'leads', 'new $span'],
  [
    '(?:which|what|any|show(?: me)?) (?:of my )?$LEADS (?:have |has |are |that (?:have |are )?)?(?:gone |went |going )?(?:quiet|stale|cold)|$ANY(?:stale|quiet|cold) $LEADS',
    'leads',
    'stale',
  ],
  [
    "(?:what(?:['’]s| is)|which(?: one)?(?: is)?|show(?: me)?) (?:my |our |the )?most urgent (?:ticket|case|problem|issue|one)|which (?:ticket|case|problem) is (?:the )?most urgent",
    'tickets',
    'first',
  ],
  [
    '$ANY(?<kind>urgent|high|late|overdue|resolved|unresolved|new|support|return|complaint) (?:tickets?|cases?)$IN|how many (?<kind>urgent|late|overdue|resolved|unresolved|new|support|return|complaint) (?:tickets?|cases?)(?: (?:are there|did $WE get|do $WE have|were there|came in))?$IN',
    'tickets',
    '$kind $span',
  ],
  [
    '(?:how many|which|what|any|$ANY) ?(?<kind>complaints?|returns|refund requests|support requests)(?: (?:did $WE (?:get|have)|came in|come in|were there|are there|do $WE have))?$ON',
    'tickets',
    '$kind $span',
  ],
  [
    '(?:how many|which|what) (?:new )?(?:tickets?|cases)(?: (?:did $WE (?:get|have)|came in|come in|were there|are there|do $WE have))?$ON|$ANYtickets$ON',
    'tickets',
    'new $span',
  ],
  ['how many (?<kind>complaints|returns)(?: (?:are there|do $WE have|did $WE get))?', 'tickets', '$kind'],
  [
    "(?:why|what|how come) do (?:people|customers|clients|they|my customers|our customers) (?:complain|write|need help|open tickets|return things)(?: about)?(?: (?:the )?most(?: often)?)?|what (?:goes|went) wrong (?:most(?: often)?|the most)|(?:(?:what(?:['’]s| are| is)|show(?: me)?) )?(?:the )?(?:most (?:common|frequent) |main |top )?(?:causes|reasons) (?:of|for|behind) (?:my |our |the )?(?:tickets|complaints|returns|problems)",
    'causes',
  ],
  [
    "(?:how much|what) (?:money )?(?:did|have|do) $WE (?:sell|sold|make|made|earn|earned|take|taken|turn over|turned over|take in)$ON|how much (?:money )?(?:came in|come in|was made)$ON|(?:(?:what|how)(?:['’]s|['’]re| are| were| was| is) |show(?: me)? )?(?:my |the |our )?(?:sales|takings|revenue|turnover|income)$ON",
    'takings',
    '$span',
  ],
  [
    '(?:how (?:does|did|is|do)|compare) (?:(?:my |the )?(?:sales|takings|revenue) )?(?:of )?(?<span>this (?:week|month|quarter|year)|today) (?:compare[ds]?|look|doing|do|against|vs\\.?|versus|with|to|and)(?: (?:compared )?(?:to|with|against))? (?:last (?:week|month|quarter|year)|yesterday|the (?:one|week|month|year) before)|(?:is|was) (?<span>this (?:week|month|quarter|year)|today) (?:better|worse)(?: than (?:last (?:week|month|quarter|year)|yesterday|(?:the )?last(?: one)?))?|how (?:did|are|do|have) $WE (?:do|doing|done) (?<span>this (?:week|month|quarter|year)) compared? (?:to|with) last (?:week|month|quarter|year)|(?:is|was) (?<span>$MONTH) (?:better|worse|stronger|weaker)(?: than $MONTH)?|how (?:did|does) (?<span>$MONTH) compare (?:to|with|against) $MONTH|(?:compare |how (?:much|did) (?:money )?(?:did |have |do )?$WE (?:earn|earned|make|made|sell|sold|take|do)(?: in)? )?(?<span>$MONTH) (?:vs\\.?|versus|compared (?:to|with)|against|or)(?: in)? $MONTH|compare (?<span>$MONTH) (?:and|with|to|against) $MONTH',
    'takings',
    '$span',
  ],
  // how many of an article
  [
    'how (?:many|much) $GOODS (?:did|have|do|has) (?:$WE|the shop) (?:sell|sold)(?: (?:so far|in total|altogether|ever))?$IN|how much (?:have|has|did|do) $GOODS (?:made|make|bring in|brought in|earned?|taken?)(?: (?:me|us))?$IN|$GOODS sold$ON|how (?:many|much) $GOODS (?:were|was|have been|has been|got) sold(?: (?:so far|in total|altogether|ever))?$IN|how many $GOODS sold$IN|how (?:much|many|well) (?:money )?(?:did|have|do) $WE (?:sell|sold|make|made|earn|earned|take|taken) (?:in|of|with|from|on|off) $GOODS$IN|how (?:do|did|are|were|is|was) $GOODS sell(?:ing)?$IN|(?:the |my |our )?sales of $GOODS$IN',
    'takings',
    'products $goods $span',
  ],
  [
    "(?:what|which)(?:['’]s)?(?: (?:products?|items?|things?|goods|articles?))? (?:sells?|sold|selling|is selling|are selling) (?:the )?(?:best|most)$IN|(?:what|which) (?:products?|items?|designs?|things?|services?|one) (?:is|are|was|were) (?:my |our |the )?(?:most popular|best[- ]selling|selling best|doing best)$IN|(?:(?:what(?:['’]?s| is| are| were| was)|which are|show(?: me)?|list) )?(?:my |our |the )?(?:best[- ]?sellers?|(?:best|top)[- ]selling(?: (?:products?|items?|goods|articles?|things?|stuff|services?|designs?|pieces?|ones?))?|(?:top|best|most popular|most sold|number one|hottest) (?:products?|sellers?|items?|articles?|things?|services?|designs?))(?: (?:so far|right now|at the moment|currently))?$IN",
    'takings',
    'products $span',
  ],
  [
    "(?:(?:who|what)(?:['’]s| is| are| were) |show(?: me)? |list )?(?:my |our |the )?(?:best|top|biggest|most valuable) (?:customers?|clients?|buyers?)$IN|(?:who|which $CLIENT) (?:spent|spends|bought|buys|ordered) (?:the )?most$IN",
    'takings',
    'customers $span',
  ],
  [
    "(?:what|which|when)(?:['’]s| is| was| were| are)? (?:my |our |the )?(?:busiest|best) (?:days?|weekdays?)$IN|(?:my |our |the )?busiest days?$IN|(?:which|what) days? (?:is|was|are|were) (?:the )?(?:busiest|best)$IN|when (?:am i|are we|was i|were we) (?:the )?busiest$IN",
    'takings',
    'days $span',
  ],
  // whom we wrote down ourselves has perhaps not bought yet
  ...(
    [
      ['today', 'new:1d'],
      ['(?:this|the last|in the last) week', 'new:7d'],
      ['(?:this|the last|in the last) month', 'new:30d'],
    ] as const
  ).map(([span, words]): [string, 'find', string] => [
    `(?:who(?:m)?|(?:how many|which|what)(?: new)? $CLIENT) (?:(?:did|have) $WE (?:add|save|enter|put in|register)(?:e?d)?|$WE (?:added|saved|entered|put in|registered)|(?:was|were|have been|has been|got) added)(?: as (?:an? )?(?:new )?$CLIENT)? ${span}`,
    'find',
    words,
  ]),
  [
    '(?:(?:how many|which|what|who are (?:my|the)|show(?: me)?|list|any)(?: my| the)? )?new (?:customers?|clients?|contacts?|people)(?: (?:did $WE (?:get|have)|came(?: in)?|were there|do $WE have))?$ON|how many (?:customers|clients|people) (?:did|have) $WE (?:get|got|gain|gained|win|won)$ON',
    'takings',
    'newcomers $span',
  ],
  [
    "(?:(?:what(?:['’]s| is| was)|show(?: me)?|where(?:['’]s| is)) )?(?:my |the |our )?(?:latest|last|newest|most recent) order",
    'orders',
    'latest',
  ],
  [
    "(?:(?:what(?:['’]?s| is| was)|show(?: me)?) )?(?!my|our|the )$WHO$OF (?:latest|last|newest|most recent) (?:order|purchase)|what did $WHO (?:last )?(?:buy|order|get|purchase|take)(?: from (?:me|us))? (?:last|(?:the )?last time|most recently)|what did $WHO last (?:buy|order|get|purchase)(?: from (?:me|us))?|what did (?:i|we) (?:last )?sell (?:to )?$WHO(?: last| (?:the )?last time)?|(?:what(?:['’]?s| is| was) )?(?:the )?last (?:thing|order|purchase) (?:that )?$WHO (?:bought|ordered|got|made|placed)",
    'orders',
    'latest',
  ],
  [
    'what (?:has|did|have|does) $WHO (?:ever |already |usually |normally |always )?(?:buy|bought|order|ordered|purchased?)(?: (?:from (?:me|us)|before|already|so far|lately|recently|ever|until now))*$IN|(?:which|what) (?:things|items|articles|products) (?:has|did|have|does) $WHO (?:buy|bought|order|ordered)',
    'orders',
    '$span',
  ],
  [
    'how much (?:money )?(?:has|did|have) $WHO (?:spent?|paid?|bought for)(?: (?:in total|so far|altogether|overall|all together|with (?:me|us)|here|in all))*|$WHO$OF total spend(?:ing)?|what (?:has|did) $WHO spen[dt] (?:in total|so far|altogether|overall|with (?:me|us))',
    'contact',
  ],
  [
    'what(?: has| did| have|[\\u0027\\u2019]?s) $WHO (?:paid?|spen[dt]|bought)(?: (?:me|us))?(?: (?:in total|so far|altogether|overall|all together|with (?:me|us)|here|in all))+|how much (?:money )?(?:has|did|have) $WHO (?:paid?|spent?|given?)(?: (?:me|us))(?: (?:in total|so far|altogether|overall|in all))*|(?:the )?total (?:paid|spent) by $WHO',
    'contact',
  ],
  // the same of a company that is known
  [
    'how much (?:money )?(?:has|did|have) (?<firm>$COMPANY) (?:spent?|paid?|bought for)(?: (?:me|us|in total|so far|altogether|overall|all together|with (?:me|us)|here|in all))*|what (?:has|did|have) (?<firm>$COMPANY) (?:paid?|spen[dt])(?: (?:me|us|in total|so far|altogether|overall|in all|with (?:me|us)))*|(?:the )?total (?:paid|spent) by (?<firm>$COMPANY)|(?<firm>$COMPANY)$OF (?:total|spending|payments)(?: so far)?',
    'org',
    '$firm',
  ],
  [
    'how many orders(?: (?:did $WE (?:get|have)|came in|were there))?$ON|how many orders (?:are there|do $WE have)',
    'orders',
    '$span',
  ],
  [
    "(?:how many (?:new )?messages|how many people|who)(?: (?:did $WE (?:get|receive)|came in|came|were there|wrote(?: to (?:me|us))?|messaged(?: me| us)?|contacted me))?$ON|(?:new )?messages(?: received)?$ON|what(?:['’]s|s| has| have)?(?: all)? c[ao]me in$ON|(?:did|has|have) (?:any ?one|any ?body|any (?:customers?|clients?)|some ?one)(?: new)? (?:wr(?:ite|itten|ote)|messaged?|contact(?:ed)?|e-?mail(?:ed)?|got in touch|get in touch)(?: (?:to me|to us|me|us|in))?$ON",
    'inbox',
    '$span',
  ],
  [
    '$ANY(?<state>sent|open|accepted|expired|declined|revoked) quotes|(?:which|what|how many|any) quotes (?:are|were|have been|got)(?: still)? (?<state>sent|open|accepted|expired|declined)',
    'quotes',
    '$state',
  ],
  ['$ANY(?:overdue|late) (?:tasks?|to-?dos?|reminders?)|(?:which|what) tasks are (?:overdue|late)', 'tasks', 'overdue'],
  // whatever it is whose time is over
  [
    "(?:(?:is|are)(?: there)? |have i got |do (?:i|we) have )?(?:anything|something|any(?:thing)? else)(?: else)?(?: (?:that(?:['’]s| is)|which is|is))?(?: (?:already|now|running))? (?:overdue|late|past due)(?: (?:today|now|right now|at the moment))?|(?:(?:ok(?:ay)?|so),? )?what(?:['’]?s| is)(?: all| everything)?(?: (?:already|now|running))? (?:overdue|late|past due)(?: (?:today|now|right now|at the moment))?|(?:am i|are we)(?: (?:running|already))? (?:late|behind|overdue) (?:on|with|for) (?:anything|something)|(?:(?:show|list|give)(?: me)? )?(?:everything|all)(?: that(?:['’]s| is))? (?:overdue|late|past due)",
    'digest',
    'overdue',
  ],
  ['$ANY(?:unpaid )?invoices(?: please)?', 'unpaid'],
  ['$ANYcontracts', 'contracts'],
  [
    '$ANY(?:praise|compliments|kind words|testimonials|good reviews|positive feedback)|what do (?:people|customers|clients|my customers) like(?: about (?:me|us))?(?: most)?',
    'feedback',
    'praise',
  ],
  [
    "how (?:happy|satisfied) (?:are|were) (?:my |our |the )?$CLIENT$IN|(?:what(?:[’']s| is| was) )?(?:my |our |the )?(?:customer satisfaction|satisfaction|csat)(?: score)?$IN",
    'csat',
    '$span',
  ],
  ['(?:and|what about|how about|and what about)$ON', 'takings', 'again | $span'],
]);
