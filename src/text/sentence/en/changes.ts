import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

const own = {
  ...pieces,
  WHOTWO: "(?<who2>\\p{L}[\\p{L}'’.-]{0,30}?(?: \\p{L}[\\p{L}'’.-]{0,30}?){0,2}?)",
  LEAD: '(?:lead|deal|enquiry|opportunity|project|job)',
  TICKET: '(?:ticket|complaint|problem|issue|case)',
  QUOTE: '(?:quote|offer|estimate|proposal)',
  DAY: '(?<when>(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|tonight|next|this|the|in|on|mid|end|early|late|mon|tue|wed|thu|fri|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|\\d)[^\\n]{0,30}?)',
};

/** Changes to what there is: what a lead is worth and when it may be won, what a quote says, why a ticket came, until when it may wait. */
export const changes: Rule[] = rulesOf(own, [
  [
    '(?:(?:change|set|update|make|raise|lower|increase|reduce|put|bring) )?$WHO$OF $LEAD(?: (?:amount|value|worth|price))?(?: (?:up|down))?(?: to| is(?: now)?| at| =|:|,)*(?: now)? $MONEY(?: now| instead)?(?<!\\d{7,})',
    'lead',
    'amount $money',
  ],
  [
    '$WHO$OF $LEAD (?:will |should |might |may |is (?:likely |going )?to )+(?:close|be (?:won|signed|decided)|come in|sign)(?: on| by| in| around| about)? $DAY',
    'lead',
    'expected $when',
  ],
  [
    '$WHO (?:will|wants to|is going to|should|promised to) (?:decide|sign|confirm|make (?:a decision|up (?:his|her|their) mind))(?: on| by| in| around)? $DAY',
    'lead',
    'expected $when',
    'loose',
  ],
  // what it is worth, as it is put right: priya's site is more like 5k now, set anna to 800, make it 950 for anna
  [
    "$WHO(?:$OF [\\p{L}-]{2,20}(?: [\\p{L}-]{2,20})?)?(?: is| are| will be|['’]s)? ?(?:now )?(?:more like|closer to|nearer to|rather) $MONEY(?: now| instead| after all)?(?<!\\d{7,})",
    'lead',
    'amount $money',
  ],
  [
    '$WHO(?: has| have|,)* (?:upped|raised|increased|bumped|doubled|lifted|cut|lowered|dropped|reduced|trimmed|brought|put)(?: up| down)?(?: (?:it|the|her|his|their|my))*(?: (?:budget|price|amount|offer|spend|lead))?(?: up| down)* to $MONEY(?: now)?(?<!\\d{7,})',
    'lead',
    'amount $money',
  ],
  [
    '$WHO(?:$OF)?(?: lead| budget)? (?:went |goes |gone |is |are |came )?(?:up|down) to $MONEY(?: now)?(?<!\\d{7,})',
    'lead',
    'amount $money',
  ],
  ['(?:actually,? |please )?set $WHO to (?=[£$€¥]?\\s?\\d{3}|\\d[\\d.]*k)$MONEY(?<!\\d{7,})', 'lead', 'amount $money'],
  [
    '(?:actually,? |please |no,? |ok,? )?make (?:it|that) (?=[£$€¥]?\\s?\\d{2}|\\d[\\d.]*k)$MONEY (?:instead )?for $WHO(?: instead)?',
    'lead',
    'amount $money',
  ],
  // beside the lines of a quote
  [
    '(?:add|put) (?<rest>\\d{1,2}(?:\\.\\d{1,3})? ?% (?:sales )?(?:tax|vat|gst)|(?:sales tax|tax|vat|gst)(?: of)? \\d{1,2}(?:\\.\\d{1,3})? ?%) (?:to|on(?:to)?) (?:the )?(?:$WHO$OF $QUOTE|$QUOTE (?:for|of) $WHOTWO)',
    'quote',
    'terms plus $rest',
  ],
  [
    '(?:$WHO (?:wants?|gets?|asks? for|asked for|would like)|(?:give|offer) $WHOTWO) (?:an? )?(?<rest>\\d{1,2}(?:\\.\\d)?) ?(?:%|percent|per cent|pct) (?:off|discount)(?: (?:on|off|from))?(?: (?:(?:the|his|her|their) $QUOTE))?',
    'quote',
    'terms $rest% off',
  ],
  [
    "(?:(?:make|change|set|put) )?(?:(?:the )?$QUOTE (?:for|to|of) $WHO|$WHOTWO(?:['’]s?|s(?=\\s)) $QUOTE)(?: (?:is|should be|to be|to|runs|has|comes with|at))*(?::|,)? (?:now )?(?<rest>(?:without|with no|no|with|plus|incl(?:uding|\\.)?|excl(?:uding|\\.)?|ex|before|valid|good|open|tax|vat|\\d{1,2}(?:\\.\\d)? ?%)\\b ?[^\\n]{0,40})",
    'quote',
    'terms $rest',
  ],
  [
    "(?:no|without) (?<rest>tax|vat) (?:on|for) (?:the $QUOTE (?:for|to|of) $WHO|$WHOTWO(?:['’]s?|s(?=\\s)) $QUOTE)",
    'quote',
    'terms no $rest',
  ],
  [
    '(?:the )?(?<rest>tax|vat) (?:on|of|for) $WHO$OF $QUOTE(?: is| should be|:)? (?:now )?(?<rest2>\\d{1,2}(?:\\.\\d)? ?%)',
    'quote',
    'terms $rest $rest2',
  ],
  ['$WHO$OF $QUOTE(?: is| to|:)?(?: now)? $MONEY(?<!\\d{7,})', 'quote', 'worth $money'],
  // its lines stand behind a mark: emma quote: homepage 900, blog 300; price for dev: 500 flyers £160
  [
    '(?:$WHO(?:$OF)? $QUOTE|(?:an? |new |the )?(?:price|$QUOTE)s? for $WHOTWO)\\s?[:–—-]\\s?(?=[^\\n]*\\d)(?<rest>[^\\n]+)',
    'quote',
    '$rest',
  ],
  // a quote that was sent is asked about
  [
    "(?:please )?(?:nudge|chase(?: up)?|remind|prod|poke|follow up with|check in with) $WHO (?:about|on|of|regarding|for) (?:the |my |our |his |her |their |that )?$QUOTE|(?:please )?(?:nudge|chase(?: up)?|follow up (?:on|about)|ask about|remind(?: \\p{L}+)? (?:of|about)) $WHOTWO(?:['’]s?|s(?=\\s)) $QUOTE",
    'quote',
    'nudge',
  ],
  // why somebody's ticket came about, until when it waits, and that it is back
  [
    '(?:the )?(?:cause|reason) (?:of|for|behind) (?:the )?ticket (?:no\\.? ?|number )?#?(?<no>\\d{1,9}) (?:is|was)[:,]? (?:an? |the )?(?<rest>[^\\n?]{2,60})|ticket #?(?<no2>\\d{1,9}) (?:is|was|came) (?:because of|due to|caused by) (?:an? |the )?(?<rest2>[^\\n?]{2,60})',
    'ticket',
    '$no$no2 cause $rest$rest2',
  ],
  [
    '$WHO$OF (?:problem|issue|trouble|ticket)(?: with [^\\n]{2,30}?)? (?:was|turned out to be|came from)(?: simply| only| just| really)? (?=an? |the )(?:an? |the )(?<rest>(?!(?:problem|issue|big|huge|real|same|first|last|second)\\b)[^\\n?]{2,60})',
    'ticket',
    'cause $rest',
  ],
  [
    "(?:the )?(?:cause|reason) (?:of|for|behind) $WHO$OF $TICKET (?:is|was)[:,]? (?:an? |the )?(?<rest>[^\\n]{2,60})|$WHOTWO(?:['’]s?|s(?=\\s)) $TICKET (?:is|was|came) (?:because of|due to|caused by|from) (?:an? |the )?(?<rest2>[^\\n]{2,60})",
    'ticket',
    'cause $rest$rest2',
  ],
  [
    "(?:put off|postpone|snooze|move|push|delay|defer)(?: back)? $WHO$OF $TICKET(?: back)? (?:to|until|till?|for|by) $DAY|$WHOTWO(?:['’]s?|s(?=\\s)) $TICKET (?:can|may|must|has to) wait (?:to|until|till?|for) (?<when2>[^\\n]{2,30})",
    'ticket',
    'snooze $when$when2',
  ],
  [
    '(?:please )?(?:re-?open|open) $WHO$OF $TICKET(?: again)?|$WHOTWO$OF [^\\n]{2,40}(?:again|back|still)[^\\n]{0,40}[,;.]? (?:please )?re-?open(?: it| that)?',
    'reopen',
    'ticket',
  ],
  [
    '$WHO$OF $TICKET is (?:very |really |super )?(?:urgent|important)|(?:this is )?urgent[!:,–—-]* $TICKET (?:for|from|of) $WHOTWO(?:[.!])?',
    'ticket',
    'urgent',
  ],
  [
    '(?:(?:an? |new )*urgent $TICKET (?:for|from|of|by)|urgent[!:,–—-]+) $WHO(?:\\s*[:,;–—-]+\\s*|\\s+)(?<rest>[^\\n]{3,})',
    'ticket',
    '$rest, urgent',
  ],
  // what was quoted or ordered, the thing first
  ['$WHO$OF (?:$QUOTE)(?: for)?\\s*[:,–—-]?\\s+(?<rest>\\p{L}[^\\n]*\\d[^\\n]*)', 'quote', '$rest'],
  ['refund $WHO$OF (?:order|payment|money)(?: $MONEY)?', 'order', 'refund $money'],
  [
    '$WHO(?: has| have| just)* (?:placed|made|put in) an order(?: for|\\s*[,:–—-])? (?<rest>[^\\n]*\\d[^\\n]*)',
    'order',
    '$rest',
  ],
  [
    '$WHO(?: has| have| just)* (?:bought|ordered|purchased|took) (?<rest>(?:an?|one|two|three|\\d)\\b[^\\n]*[\\s,;(]+(?:already |all )?paid(?: in full| in cash| (?:by|with|via|through) \\p{L}+(?: \\p{L}+)?)?)',
    'order',
    '$rest',
  ],
  [
    "$WHO(?: has| have|['’]s)?(?: just| now)? (?:moved|relocated) to [^,;.\\d\\n]{2,30}[,.;:–— -]+(?:and )?(?:(?:his|her|their|the|its) )?(?:new )?address(?: is)?:? (?<value>(?=[^\\n]*\\p{L})[^\\n]{5,110})",
    'edit',
    'address: $value',
  ],
  // they live elsewhere now: a number stands before the street, or their new address is said to be one
  [
    "$WHO(?: has| have|['’]s)?(?: just| now)? (?:moved|relocated)(?: (?:house|home|flat|office))?(?:[,.;:–—-]*(?: and)?(?: (?:his|her|their|the|its))? new address(?: is)?:?|[,.;:–—-]+(?: now)?(?: at)?| to(?: the)?:?) (?<value>(?=[^\\n]*\\p{L})(?:\\d{1,5}[a-z]?,? |(?:flat|unit|apartment|apt|suite) \\d)[^\\n]{5,110})",
    'edit',
    'address: $value',
  ],
  [
    '$WHO(?:[,:–—-]+| has(?: got)? a)? new address(?: is)?:? (?<value>(?=[^\\n]*\\d)[^\\n]{8,120})',
    'edit',
    'address: $value',
  ],
  [
    '(?:new|changed?|updated?) address (?:for|of) $WHO(?: is|:|,| to)* (?<value>(?=[^\\n]*\\d)[^\\n]{8,120})',
    'edit',
    'address: $value',
  ],
  [
    '$WHO$OF? (?:(?:home|shipping|delivery|postal) )?address[,:–—-]? (?<value>(?:flat |unit |no\\.? ?)?\\d{1,5}[a-z]? \\p{L}[^\\n]{5,110})',
    'edit',
    'address: $value',
  ],
  [
    '$WHO$OF (?:new )?(?:(?:home|shipping|delivery|postal) )?address\\s?(?:is|:|=)(?: now)? (?<value>(?=[^\\n]*\\d)[^\\n]{8,120})',
    'edit',
    'address: $value',
  ],
  [
    "$WHO\\s*[,:\\n]\\s*(?<value>\\d{1,5}[a-z]? (?:[\\p{L}'’.]+ ){1,4}(?:st|street|rd|road|ave|avenue|ln|lane|dr|drive|blvd|boulevard|way|ct|court|pl|place|sq|square|terrace|close|crescent|hwy|highway)\\b[^\\n]{0,80})",
    'edit',
    'address: $value',
  ],
]);
