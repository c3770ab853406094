import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

/** Leads, tickets, notes and tags. */
export const work: Rule[] = rulesOf(pieces, [
  // what was said by phone, or in the shop: it is over, so nothing is to be done yet
  [
    "(?:i(?:['’]?ve)? |we(?:['’]?ve)? )?just (?:called|phoned|rang|spoke (?:to|with)|talked (?:to|with)|had a call with|got off the phone with) $WHO(?: on the phone)?\\s?[,:;.–—-]+ ?$REST",
    'call',
    '$rest',
    'sure',
  ],
  ['$WHO just (?:called|phoned|rang)(?: me| us)?\\s?[,:;.–—-]+ ?$REST', 'call', '$rest', 'sure'],
  [
    '$WHO just (?:came|dropped|stopped|popped|walked) (?:in|by)(?:to the shop| the shop)?\\s?[,:;.–—-]+ ?$REST',
    'visit',
    '$rest',
    'sure',
  ],
  // won and lost
  [
    '(?:mark|set|count|book) $WHO(?:$OF)?(?: (?:lead|deal|order|quote|job))? (?:as |to )?won(?:(?:\\s*[,:–—-]\\s*|\\s+(?:at|for|with)?\\s*)$MONEY)?',
    'won',
    '$money',
  ],
  [
    "$WHO$OF (?:deal|lead|order|quote|job|project)(?: is| was| has been|['’]s)? (?:now )?(?:won|closed|signed|accepted|agreed|in the bag|confirmed|paid)(?:(?:\\s*[,:–—-]\\s*|\\s+(?:at|for|with)?\\s*)$MONEY)?",
    'won',
    '$money',
  ],
  [
    '(?:we |i )?(?:won|closed|got|sold to|landed) $WHO(?:$OF lead)?(?:(?:\\s*[,:–—-]\\s*|\\s+(?:at|for|with)?\\s*)$MONEY)?',
    'won',
    '$money',
  ],
  [
    '$WHO(?: has| have)? (?:bought|booked|ordered|accepted|agreed|signed|confirmed|paid|said yes|went ahead|goes ahead|took it|takes it|is in)(?: (?:it|the quote|the offer|the deposit))?(?:(?:\\s*[,:–—-]\\s*|\\s+(?:at|for|with|to)?\\s*)$MONEY)?',
    'won',
    '$money',
  ],
  // what they were offered is on: emmas website is a go
  [
    '$WHO(?:$OF (?:lead|deal))? (?:is|are|looks?)(?: now)? (?:a (?:go(?: ahead)?|yes|done deal)|green[- ]?lit|happening|on)(?:(?:[\\s,;:–—-]+(?:at |for )?)$MONEY)?',
    'won',
    '$money',
  ],
  [
    "$WHO$OF [\\p{L} -]{2,30}? (?:is|looks)(?: now)? (?:a (?:go(?: ahead)?|yes|deal)|on|green[- ]?lit|happening|approved)|(?:the )?[\\p{L} -]{2,30}? (?:for|with) (?<who2>\\p{L}[\\p{L}'’. -]{1,40}?) (?:is|looks)(?: now)? (?:a (?:go(?: ahead)?|yes|deal)|green[- ]?lit|happening|approved)",
    'won',
  ],
  // the name first: wren won 40, lucia menu won but for 650 not 600
  ...['', '$DEAL'].map(
    (deal) =>
      [
        `$WHO${deal},? (?:is |was |has |['’]s )?won(?:\\s*[,:–—-]*\\s*(?:but |only )?(?:at |for |with )?$MONEY(?:,? not [^\\n]{1,15})?)?`,
        'won',
        '$money',
      ] as const,
  ),
  ...['', '$DEAL'].map(
    (deal) =>
      [
        `$WHO${deal} (?:is |was )?(?:lost|no deal|closed lost)(?:$WHY$REST|$SEP(?<rest2>.+))?`,
        'lost',
        '$rest$rest2',
      ] as const,
  ),
  [
    "$WHO (?:fell through|has fallen through|did(?:n['’]?t| not) (?:work out|come off|happen)|came to nothing|is (?:dead|off the table))(?:$WHY$REST)?",
    'lost',
    '$rest',
  ],
  ['(?:mark|set) $WHO(?:$OF)?(?: (?:lead|deal|quote))? (?:as )?lost(?:$SEP(?:because )?$REST)?', 'lost', '$rest'],
  [
    "$WHO$OF (?:deal|lead|quote)(?: is| was|['’]s)? (?:lost|dead|off|gone|(?<!['’]s |is |was )(?:fell|fallen) through)(?:$SEP(?:because )?$REST)?|(?:we )?lost (?<who2>\\p{L}[\\p{L}'’. -]{1,40}?)(?:$OF lead)?(?:$WHY(?<rest2>[\\s\\S]+?))?",
    'lost',
    '$rest$rest2',
  ],
  // of whoever had said no
  ["$WHO(?: has|['’]s)? (?:just )?changed (?:his|her|their) mind", 'reopen', undefined, 'loose'],
  [
    "$WHO (?:is(?:n['’]?t| not) (?:buying|interested|going ahead)(?: any ?more| after all)?|won['’]?t (?:buy|go ahead)|doesn['’]?t want (?:it|to buy)(?: any ?more)?|said no|declined|went elsewhere|changed (?:his|her|their) mind(?!.*\\b(?:wants|is in|back|in after all|yes|(?:he|she|they)['’]?s? (?:is |are )?in)\\b)|dropped out|backed out|pulled out)(?:$WHY$REST)?",
    'lost',
    '$rest',
  ],
  // it is all that is said of why
  [
    "$WHO(?: has| have)? (?<rest>(?:went|gone|going|goes) with (?:someone|somebody|another|an?other|a different|the competition)\\b[^\\n]{0,40}|(?:chose|chosen|picked|found|hired|took|booked) (?:someone|somebody|another|a different|a cheaper|the competition)\\b[^\\n]{0,40}|(?:can['’]?t|cannot|can not|couldn['’]?t) afford (?:it|us|me|that)[^\\n]{0,20})",
    'lost',
    '$rest',
  ],
  [
    "$WHO(?: has| have)? (?:found|finds|thinks|thought|said|says) (?:it|we|that|i|it['’]s|it is|it was|we['’]re|i['’]m)(?: is| was| are| am| were)? (?<rest>too (?:expensive|pricey|dear|costly|much|slow|late))",
    'lost',
    '$rest',
  ],
  [
    "$WHO(?: (?:now|still))? (?:wants?|takes?|needs?) (?:it|the \\p{L}+(?: \\p{L}+)?) after all|(?<who2>\\p{L}[\\p{L}'’. -]{1,40}?) (?:has )?changed (?:his|her|their) mind,? (?:and )?(?:now )?(?:wants?|takes?) it(?: (?:now|after all))?|(?<who5>\\p{L}[\\p{L}'’. -]{1,40}?) (?:has )?changed (?:his|her|their) mind(?:\\s*[,;.–—-]\\s*|\\s+)(?:and )?(?:(?:he|she|they)(?:['’]?s|['’]?re| is| are) )?(?:now )?back (?:in|on)(?: again| now)?|(?<who3>\\p{L}[\\p{L}'’. -]{1,40}?)(?:['’]s| is) back (?:on|in|on board|in the game)|re-?open (?<who4>\\p{L}[\\p{L}'’. -]{1,40}?)(?:$OF (?:lead|deal|project|quote|job))?",
    'reopen',
  ],
  [
    '(?:we |i )?(?:won|closed|got|landed|have got) the $WHO (?:project|job|deal|contract|order|gig|account|work)(?:(?:\\s*[,:–—-]\\s*|\\s+(?:at|for|with)?\\s*)$MONEY)?',
    'won',
    '$money',
  ],
  // what a lead is worth now
  [
    '(?:(?:change|set|update|make|raise|lower) )?$WHO$OF (?:website|logo|lead|deal|project|quote|job|order|offer|price|amount|budget|[\\p{L}-]{2,20})(?: to| is(?: now)?| at| =|:)+(?: now)? $MONEY(?: now)?(?<!\\d{5,})',
    'quote',
    'worth $money',
  ],
  // what would leave is shown, and how it stands
  [
    "(?:please )?(?:send|mail|email|text)(?: over| out| off)? (?:the |my |our |his |her |their |that |this )?quote(?: over)? to $WHO|(?:please )?send (?<who2>\\p{L}[\\p{L}'’. -]{1,40}?) (?:the|my|our|his|her|their|that|this) quote",
    'quote',
    'send',
  ],
  [
    "(?:has|did|have) $WHO (?:open(?:ed)?|seen?|looked at|look at|read|view(?:ed)?|received?|got|get|accept(?:ed)?|answer(?:ed)?) (?:the |my |our |his |her |their |that |this )?quote(?: yet)?\\??|(?:has|was|is) (?<who2>\\p{L}[\\p{L}'’. -]{1,40}?)(?:['’]s?|s(?=\\s)) quote (?:been )?(?:sent|opened|seen|read|accepted|out)(?: yet)?\\??",
    'quotes',
  ],
  ['(?:make|send|write|give) $WHO an? quote(?: for|:)? $REST', 'quote', '$rest'],
  ['(?:(?:a |new )?quote for|quote|offer) $WHO\\s?[:,–—-]\\s?$REST', 'quote', '$rest'],
  ['quote(?: for)? $WHO (?=(?!-?\\d{1,2}(?:\\.\\d)? ?%).*\\d)$REST', 'quote', '$rest'],
  // leads, tickets, notes
  [
    '$MAKE (?:an? )?(?:new )?(?:lead|deal|enquiry|opportunity)(?: (?:for|from|with|about|on))?(?:\\s*[,:–—-]\\s*|\\s+)$WHO$SEP(?:for |about |wants )?$REST',
    'lead',
    '$rest',
    'sure',
  ],
  ['lead(?: for)?(?:\\s*[,:–—-]\\s*|\\s+)$WHO[\\s,:–—-]+(?=.*\\d)$REST', 'lead', '$rest'],
  // one thing for so much: none of a table for 120
  [
    "$WHO (?:wants?|needs?|would like|['’]d like|is after|is looking for) (?:to (?:buy|order|have) )?(?<rest>(?:an? |the )(?:new )?(?!(?:\\p{L}+ )?(?:tables?|rooms?|halls?|venues?|part(?:y|ies)|dinner|lunch|breakfast|event|class|workshop|seats?|space|house|tent|buffet|group|bus|boat|tour|trip|meal|catering)\\b)[^\\d\\n,;]{2,40}?) (?:for|at) (?<sum>[1-9]\\d{2,5})",
    'lead',
    '$rest, $sum',
  ],
  [
    "$WHO (?:wants?|needs?|would like|['’]d like|is after|asked (?:for|about)|is asking (?:for|about)|is interested in|enquired about|is looking for|may want|might want|wishes) (?!to (?:sleep|think|mull|wait|decide|talk|discuss|chat|check|compare)\\b)(?:to (?:buy|order|have|book) )?(?!(?:everything|all (?:of )?(?:it|them|his|her|their|the)|it|them|us|me)\\b)(?=.*(?:\\d|[£$€¥]|\\bquote\\b|\\bprice\\b))(?!(?:an? )?\\d{1,2}(?:\\.\\d)? ?% (?:off|discount))$REST",
    'lead',
    '$rest',
  ],
  [
    '$MAKE (?:an? )?(?:new )?(?:ticket|complaint|case|issue|problem)(?: (?:for|from|with|about|on))?(?:\\s*[,:–—-]\\s*|\\s+)$WHO$SEP$REST',
    'ticket',
    '$rest',
    'sure',
  ],
  ['$WHO (?:complains?|complained|has complained|is complaining) about $REST', 'ticket', 'complaint about $rest'],
  [
    "$WHO$OF (?<rest>[\\p{L} ]{2,40} (?:is|was|arrived|came|are) (?:broken|damaged|late|missing|wrong|faulty|defective|smashed|leaking|not working)\\b.*)|(?<who2>\\p{L}[\\p{L}'’. -]{1,40}?) (?:complains?|complained|is complaining|is unhappy|is angry|reports?|reported)(?: (?:that|about|of))? (?<rest2>.+)",
    'ticket',
    '$rest$rest2',
  ],
  // what they have is named behind it: sven rail crooked again ticket
  [
    '$WHO[\\s,:–—-]+$REST[\\s,:–—-]+(?<!\\b(?:an?|the|his|her|my|their|your|this|that|one|another|no|of)[\\s,:–—-]+)(?:ticket|complaint)',
    'ticket',
    '$rest',
  ],
  [
    '$WHO[\\s,:–—-]+$REST[\\s,:–—-]+(?<!\\b(?:an?|the|his|her|my|their|your|this|that|one|another|no|of)[\\s,:–—-]+)(?:lead|enquiry)',
    'lead',
    '$rest',
  ],
  // what is over
  [
    "(?:resolve|close|solve|fix|finish|mark) $WHO$OF (?:ticket|problem|issue|complaint|case)(?: as $SOLVED)?|(?<who2>\\p{L}[\\p{L}'’. -]{1,40}?)$OF (?:ticket|problem|issue|complaint|case|cup|order|parcel|delivery|thing)(?: is| has been| was|['’]s)?(?: now| all)? $SOLVED|(?:the )?(?:ticket|problem|issue|complaint|case) (?:of|from|with) (?<who3>\\p{L}[\\p{L}'’. -]{1,40}?)(?: is| has been| was)?(?: now| all)? $SOLVED",
    'resolve',
  ],
  [
    "$WHO(?:$OF (?:thing|problem|issue))? (?:is |was |has been |['’]s )?(?:now |all |been )*(?:resolved|solved|fixed|sorted(?: out)?|dealt with|taken care of)",
    'resolve',
  ],
  ['(?:resolve|solve|close|fix) $WHO', 'resolve'],
  [
    "$WHO(?:['’]s)? [^\\n]{2,40}?(?:,|;| and| is| are| was)(?: now| all)? (?:resolved|solved|fixed|sorted(?: out)?|closed)",
    'resolve',
  ],
  // what was said to them in another way
  [
    "(?:i(?:['’]ve| have)? )?(?:already |just )?(?:sent|gave|given|told|emailed|e-mailed|mailed|texted|messaged|whatsapped|answered|replied to|called|phoned|rang|wrote to|written to|spoke to) $WHO(?: [^\\n]{1,60})? already",
    'answered',
  ],
  [
    "(?:i(?:['’]ve| have)? )?already (?:sent|gave|given|told|emailed|e-mailed|mailed|texted|messaged|whatsapped|wrote to|written to) $WHO(?: [^\\n]{1,60})?",
    'answered',
  ],
  [
    '$WHO (?:is |was |has been )?(?:already (?:been )?(?:answered|replied to|called)|(?:answered|called) already)',
    'answered',
  ],
  [
    "(?:i(?:['’]ve| have)? )?(?:already )?(?:answered|replied to|called|phoned|rang|spoke to|talked to|dealt with) $WHO(?: already| elsewhere| by phone| on the phone| in person)*",
    'answered',
  ],
  [
    '(?:snooze|remind me (?:again )?(?:of|about)) $WHO (?:until |till? |to |for )?(?<when>(?:tomorrow|next|on|in|mon|tue|wed|thu|fri|sat|sun|monday|\\d).*)',
    'snooze',
    '$when',
  ],
  [
    '(?:tag|label) $WHO (?:as |with )?$TAG$AND#?(?<tag2>[\\p{L}\\p{N}_-]{1,40}?)(?:$AND#?(?<tag3>[\\p{L}\\p{N}_-]{1,40}?))?',
    'tag',
    '#$tag #$tag2 #$tag3',
  ],
  [
    '(?:put|add) $WHO (?:on|to|onto|in|into) (?:the |my |our )?#?(?<label>[\\p{L}\\p{N}_-]{2,30}) (?:list|group|tag)',
    'tag',
    '#$label',
  ],
  // a name with tags and nothing else
  [
    '$WHO\\s*#(?<tag>[\\p{L}\\p{N}_-]{1,40})(?:[\\s,]*#(?<tag2>[\\p{L}\\p{N}_-]{1,40}))?(?:[\\s,]*#(?<tag3>[\\p{L}\\p{N}_-]{1,40}))?',
    'tag',
    '#$tag #$tag2 #$tag3',
  ],
  ['#(?<tag>[\\p{L}\\p{N}_-]{1,40}) $WHO', 'tag', '#$tag'],
  [
    "(?:i(?:['’]ll| will) )?(?:deal with|answer|reply to|get back to|come back to|handle|see to) $WHO (?<when>(?:tomorrow|next|on|in|later|mon|tue|wed|thu|fri|sat|sun)\\b.*)|(?<who2>\\p{L}[\\p{L}'’. -]{1,40}?) can wait (?:until|till?|for) (?<when2>.+)|(?<who3>\\p{L}[\\p{L}'’. -]{1,40}?),? (?:again )?(?<when3>tomorrow|next week|on monday|monday) (?:again|then)",
    'snooze',
    '$when$when2$when3',
  ],
  [
    "$WHO(?: is|['’]s|s) (?:an? |one of our |now (?:an? )?)?(?<tag>wholesale|retail|trade|press|vip)(?: customer| client)?",
    'tag',
    '#$tag',
  ],
  ['$WHO is (?:an? |one of our )$TAG (?:customer|client|buyer)', 'tag', '#$tag'],
  [
    "(?:(?:tag|label)|add (?:the )?tag to) $WHO (?:as |with |= ?|: ?)?#?(?<tag>[\\p{L}\\p{N}_-]{1,40})|(?:mark|flag) (?<who2>\\p{L}[\\p{L}'’. -]{1,40}?) (?:as |with )(?:an? )?#?(?<tag2>(?!won\\b|lost\\b|done\\b|resolved\\b|spam\\b|answered\\b)[\\p{L}\\p{N}_-]{1,40})|(?<who3>\\p{L}[\\p{L}'’. -]{1,40}?) is an? (?<tag3>vip|regular|wholesaler?|friend)(?: customer)?|(?:add|put) (?:the )?(?:tag )?#?(?<tag4>[\\p{L}\\p{N}_-]{1,40}?)(?: tag)? (?:to|on) (?<who4>\\p{L}[\\p{L}'’. -]{1,40}?)",
    'tag',
    '#$tag$tag2$tag3$tag4',
  ],
  [
    "(?:remove|take off|drop|delete) (?:the )?(?:tag )?#?(?<tag>[\\p{L}\\p{N}_-]{1,40}?)(?: tag)? (?:from|off|of) $WHO|(?<who2>\\p{L}[\\p{L}'’. -]{1,40}?) is no(?:t an?| longer an?) #?(?<tag2>[\\p{L}\\p{N}_-]{1,40})(?: any ?more)?|untag (?<who3>\\p{L}[\\p{L}'’. -]{1,40}?) #?(?<tag3>[\\p{L}\\p{N}_-]{1,40})",
    'tag',
    '-#$tag$tag2$tag3',
  ],
  [
    '(?:delete|erase|remove|get rid of|forget) (?:the )?(?:contact |customer |client )?$WHO(?: (?:completely|from (?:my|the) (?:contacts|list|crm)|as a contact))?',
    'delete',
  ],
  [
    "(?:block|ban|mute|silence|stop messages from|i don['’]?t want to hear from) (?:the )?(?:contact |customer |client )?$WHO",
    'block',
  ],
  ['(?:block|ban|mute) $WHO\\s*[,;:–—-]+\\s*$REST', 'block', '$rest'],
  [
    "(?:please )?(?:block|ban|mute) $WHO (?<rest>(?:(?:he|she|they|it)(?:['’]?s|['’]?re)?|who|because|cause|cos|since|for (?:spam|\\p{L}{2,15}ing))\\s[^\\n]{2,80})",
    'block',
    '$rest',
  ],
  ['(?:mark|flag|report) $WHO as (?:spam|junk|a scam(?:mer)?|a spammer)', 'block'],
  [
    "$WHO(?: is|['’]s)?(?: just)?(?: an?)? ?(?:spam(?:mer)?|scam(?:mer)?|bot|junk|rude|a pest)?\\s*[,;:–—-]+\\s*(?:please )?block(?: (?:him|her|them|it))?",
    'block',
  ],
  [
    "(?:unblock|unban|unmute) $WHO|(?<who2>\\p{L}[\\p{L}'’. -]{1,40}?) (?:is(?: not|n['’]?t)|is no longer|should(?: not|n['’]?t) be) (?:blocked|banned|muted)(?: any ?more)?|(?:do not|don['’]?t) (?:block|ban|mute) (?<who3>\\p{L}[\\p{L}'’. -]{1,40}?) any ?more",
    'unblock',
  ],
  [
    "(?:merge|join|combine) $WHO (?:and|with|into|to) (?<other>\\p{L}[\\p{L}'’. -]{1,40})|(?<who2>\\p{L}[\\p{L}'’. -]{1,40}?) and (?<other2>\\p{L}[\\p{L}'’. -]{1,40}?) are (?:the same|one)(?: person| customer)?",
    'merge',
    '$other$other2',
  ],
]);
