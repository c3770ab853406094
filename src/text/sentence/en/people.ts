import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const parts = {
  ...pieces,
  BIRTHDAY: `(?:the )?(?:${MONTH}\\.? \\d{1,2}(?:st|nd|rd|th)?|\\d{1,2}(?:st|nd|rd|th)?(?: of)? ${MONTH}\\.?|\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[/.]\\d{1,2})(?:,? \\d{4})?`,
};

/** Somebody: looked at, and changed. */
export const people: Rule[] = rulesOf(parts, [
  // about somebody
  ["where(?:['’]s| is) $WHO(?: (?:now|at|from|based))?", 'contact'],
  ['where (?:does|do|did) (?!(?:i|we|one|you)\\b)$WHO (?:live|come from|work)(?: now| again)?', 'contact'],
  [
    "(?:did|has|have) $WHO (?:already )?(?:pay|paid)(?: (?:me|us|yet|already|for (?:it|this|that)|(?:the|her|his|their) (?:bill|invoice|deposit|order|balance)))*|(?:is|was|are) (?<who2>\\p{L}[\\p{L}'’. -]{1,40}?)$OF (?:order|invoice|bill|deposit) (?:already )?paid(?: (?:yet|already))*",
    'contact',
  ],
  [
    "(?:what|where|when|how)(?:['’]?s| is| are| was| can i| do i| old is)? (?:reach |contact |find |call )?$WHO$OF (?:$PHONE|$MAIL|add?ress?|details|contact details|contact|info|birthday|city|number)(?: again)?",
    'contact',
  ],
  [
    "(?:(?:show|open|find|look up|pull up|bring up|get|give|see|view|check)(?: me)?|who(?: is|['’]s)|how do i reach|how can i reach|tell me about) $WHO(?:$OF (?:card|details|profile|contact|info|record|$PHONE|$MAIL))?",
    'contact',
  ],
  [
    '(?:do (?:i|we) have|have (?:i|we) got) (?:an? )?(?:$PHONE|$MAIL|address|details|contact) (?:for|of) $WHO',
    'contact',
  ],
  ['$WHO$OF? (?:$PHONE|$MAIL|address|contact details|details|card)', 'contact'],
  [
    "when (?:did|have|was|were) (?:i|we) (?:last |ever )?(?:talk(?:ed)?|speak|spoken|spoke|wr[io]te|written|chat(?:ted)?|hear|heard|in touch|in contact|email(?:ed)?|see|seen)(?: last)?(?: (?:to|with|from))? $WHO(?: last)?|(?:when was (?:my |our |the )?)?last (?:contact|message|chat|talk|e-?mail|conversation|call) (?:with|from|to) (?<who2>\\p{L}[\\p{L}'’. -]{1,40}?)",
    'timeline',
  ],
  ['(?:the )?(?:$PHONE|$MAIL|address|contact details|details|contact) (?:of|for) $WHO', 'contact'],
  [
    "(?:(?:use|write|answer|speak) )?(?<lang>english|chinese) (?:for|with|to) $WHO|(?<who2>\\p{L}[\\p{L}'’. -]{1,40}?) (?:speaks|prefers|wants|writes in|reads|gets|in) (?<lang2>english|chinese)",
    'language',
    '$lang$lang2',
  ],
  [
    '(?:what|when|did|has|where) (?:did |has |have |was |is )?(?:i |we )?(?:last )?$WHO (?:last )?(?:say|said|write|written|wrote|want|wanted|ask|asked|tell me|told me|order|ordered|buy|bought|reply|answer)(?: (?:me|for|about|last time|last|to me|in touch|today|yesterday|yet|recently|this week))*',
    'timeline',
  ],
  [
    "(?:show|open|see|view)(?: me)? (?:the )?(?:history|conversation|chat|messages|timeline|emails?) (?:with|of|from|for) $WHO|(?:(?:show|open|see|view)(?: me)? )?(?<who2>\\p{L}[\\p{L}'’. -]{1,40}?)$OF (?:history|conversation|chat|messages|timeline)",
    'timeline',
  ],
  [
    "where (?:are we|do we stand|am i|do i stand|did we leave (?:it|off|things)) with $WHO|(?:what(?:['’]?s| is) (?:the (?:latest|news|status|story|state)|new|going on|happening|up)|how(?:['’]?s| is) (?:it|everything)(?: going)?|how (?:are|do) (?:things|we) (?:going|looking|stand)) (?:with|on|from|about) (?<who2>\\p{L}[\\p{L}'’. -]{1,40}?)",
    'timeline',
  ],
  // somebody's details
  [
    '(?:(?:change|set|update|correct|fix|edit) )?$WHO$OF (?:new )?$PHONE(?: number)?$IS(?<phone>[+(]?\\d[\\d ()+-]{5,20})',
    'edit',
    'change phone to $phone',
  ],
  [
    '(?:(?:change|set|update|correct|fix|edit) )?$WHO$OF (?:new )?$MAIL$IS(?<mail>\\S+@\\S+)',
    'edit',
    'change email to $mail',
  ],
  // the number that is kept is wrong
  [
    "(?:that(?:['’]s| is|s) (?:the )?|the )?wrong (?:$PHONE) (?:for|of|on) $WHO[,.;:–— -]+(?:(?:it['’]?s|it is|should be|it should be|the right one is|correct is|now)(?: actually)? )?(?<phone>[+(]?\\d[\\d ()+-]{5,20})|(?<who2>\\p{L}[\\p{L}'’. -]{1,40}?)$OF $PHONE(?: number)? is (?:wrong|not right|incorrect|old|out of date|outdated)[,.;:–— -]+(?:(?:it['’]?s|it is|should be|it should be|the (?:right|new) one is|new one is|now)(?: actually)? )?(?<phone2>[+(]?\\d[\\d ()+-]{5,20})",
    'edit',
    'change phone to $phone$phone2',
  ],
  ['$WHO$OF new $PHONE(?: number)?$SEP(?<phone>[+(]?\\d[\\d ()+-]{5,20})', 'edit', 'change phone to $phone'],
  ['$WHO$OF new $MAIL$SEP(?<mail>\\S+@\\S+)', 'edit', 'change email to $mail'],
  ['$WHO$OF? $PHONE(?: number)?$SEP(?<phone>[+(]?\\d[\\d ()+-]{5,20})', 'edit', 'phone $phone'],
  ['$WHO$OF? $MAIL$SEP(?<mail>\\S+@\\S+)', 'edit', 'email $mail'],
  [
    '(?:new|a new) $PHONE (?:for|of) $WHO$SEP(?:is )?(?<phone>[+(]?\\d[\\d ()+-]{5,20})',
    'edit',
    'change phone to $phone',
  ],
  ['(?:new|a new) $MAIL (?:for|of) $WHO$SEP(?:is )?(?<mail>\\S+@\\S+)', 'edit', 'change email to $mail'],
  [
    "$WHO (?:has|got|have)(?: got)? (?:an? )?new (?:$PHONE)$SEP(?:it['’]?s |is )?(?<phone>[+(]?\\d[\\d ()+-]{5,20})",
    'edit',
    'change phone to $phone',
  ],
  [
    "$WHO (?:has|got|have)(?: got)? (?:an? )?new (?:$MAIL)$SEP(?:it['’]?s |is )?(?<mail>\\S+@\\S+)",
    'edit',
    'change email to $mail',
  ],
  [
    "$WHO(?: has| have)? (?:changed|switched)(?: (?:his|her|their|the))? (?:$PHONE|phone|number)$SEP?(?:to|it['’]?s now|now|it['’]?s)?\\s*:?\\s*(?<phone>[+(]?\\d[\\d ()+-]{5,20})",
    'edit',
    'change phone to $phone',
  ],
  [
    "$WHO(?: has| have)? (?:changed|switched)(?: (?:his|her|their|the))? $MAIL$SEP?(?:to|it['’]?s now|now|it['’]?s)?\\s*:?\\s*(?<mail>\\S+@\\S+)",
    'edit',
    'change email to $mail',
  ],
  [
    '(?:change|set|update|correct)? ?$PHONE (?:of|for) $WHO (?:to|is|is now) (?<phone>[+(]?\\d[\\d ()+-]{5,20})',
    'edit',
    'change phone to $phone',
  ],
  [
    '(?:add|put|save) (?:the )?(?:number |phone |mobile )?(?<phone>[+(]?\\d[\\d ()+-]{5,20}?)(?: as (?:the )?(?:number|phone))? (?:to|for|under) $WHO',
    'edit',
    'phone $phone',
  ],
  [
    '(?:add|put|save) (?:the )?(?:email |mail |address )?(?<mail>\\S+@\\S+) (?:to|for|under) $WHO',
    'edit',
    'email $mail',
  ],
  // where else they are found: kept as it is said
  [
    '$WHO$OF (?<rest>(?:instagram|insta|ig|tiktok|twitter|x|linkedin|facebook|wechat|weixin)(?: (?:handle|account|id|name|profile))?(?: is|:| =) ?@?[\\p{L}\\p{N}._/-]{2,40})',
    'note',
    '$rest',
  ],
  // by the moon, as it is written for the field
  [
    '(?:(?:set|change|note|save) )?$WHO$OF (?:birthday|b-?day)(?: is| to| on|:|,| falls)* (?:on )?(?:the )?lunar (?<value>\\d{1,2}[-/.]\\d{1,2})',
    'edit',
    'birthday: lunar $value',
  ],
  [
    '$WHO$OF (?:birthday|b-?day)(?: is| to| on|:|,| falls)* (?:on )?(?<value>\\d{1,2}[-/.]\\d{1,2}),? (?:in the |by the )?lunar(?: calendar)?',
    'edit',
    'birthday: lunar $value',
  ],
  [
    "(?:(?:set|change|note|save) )?$WHO$OF (?:birthday|b-?day|date of birth)(?: is| to| on|:|,| =)* (?:on )?(?<value>$BIRTHDAY)|(?:(?:set|change|note|save) )?(?:the )?(?:birthday|b-?day|date of birth) (?:of|for) (?<who2>\\p{L}[\\p{L}'’. -]{1,40}?)(?: is| to| on|:|,)* (?<value2>$BIRTHDAY)|(?<who3>\\p{L}[\\p{L}'’. -]{1,40}?) (?:was born|has (?:his|her|their) birthday) on (?<value3>$BIRTHDAY)",
    'edit',
    'birthday: $value$value2$value3',
  ],
  ["(?:rename) $WHO (?:to|as|into) (?<name>\\p{L}[\\p{L}'’. -]{1,60})", 'rename', '$name'],
  [
    "$WHO (?:is|goes by|should be|is really|is actually)(?: now)?(?: called| named| known as)(?: now)? (?<name>\\p{L}[\\p{L}'’. -]{1,60})",
    'rename',
    '$name',
  ],
  // they keep a part of their name: James Carter is now James Carter-Hill
  [
    "(?<who>(?<given>[\\p{Lu}\\p{Ll}][\\p{L}'’-]{1,30}) [\\p{Lu}\\p{Ll}][\\p{L}'’.-]{1,30}) is now (?<name>\\k<given> [\\p{Lu}\\p{Ll}][\\p{L}'’. -]{1,60})",
    'rename',
    '$name',
  ],
  // by what befell them, or by a part that stays: lucy got married, now Lucy Grant
  [
    "$WHO (?:just |has |recently )?(?:got |been |is )?(?:re)?married(?:,|;| and| so| -)* (?:(?:she|he)(?:['’]s| is| goes by)(?: now)?|(?:it['’]?s |it is |is )?now)(?: called| named)? (?<name>(?!(?:on|in|at|off|away|back|with|living|working|moving|an?|the)\\b)[\\p{Lu}\\p{Ll}][\\p{L}'’-]{1,30}(?: [\\p{Lu}\\p{Ll}][\\p{L}'’-]{1,30}){1,2})(?: now)?|(?<who2>\\p{L}[\\p{L}'’. -]{1,40}?) (?:has )?changed (?:his|her|their) (?:name|surname|last name) to (?<name2>[\\p{Lu}\\p{Ll}][\\p{L}'’-]{1,30}(?: [\\p{Lu}\\p{Ll}][\\p{L}'’-]{1,30}){1,2})(?: now)?",
    'rename',
    '$name$name2',
  ],
  [
    "(?<who>(?<given>\\p{L}[\\p{L}'’-]{1,30})) is now (?<name>\\k<given> [\\p{Lu}\\p{Ll}][\\p{L}'’. -]{1,60})",
    'rename',
    '$name',
  ],
  [
    "(?:change|correct|fix|set|update) $WHO$OF name (?:to|into) (?<name>\\p{L}[\\p{L}'’. -]{1,60})|(?<who2>\\p{L}[\\p{L}'’. -]{1,40}?)$OF (?:real |new |full )?name is (?:now )?(?<name2>\\p{L}[\\p{L}'’. -]{1,60})",
    'rename',
    '$name$name2',
  ],
  [
    "(?:move|set) $WHO to (?!(?:next|this|the|later|tomorrow|tonight|today|won|lost|my|our|\\d|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\\b)(?<city>\\p{L}[\\p{L}'’. -]{1,40})|(?<who2>\\p{L}[\\p{L}'’. -]{1,40}?) (?:has |have |just )*(?:moved|relocated) to (?<city2>\\p{L}[\\p{L}'’. -]{1,40})|(?<who3>\\p{L}[\\p{L}'’. -]{1,40}?) (?:now )?(?:lives|is (?:now )?based|is living|is from) ?(?:in)? (?<city3>[\\p{Lu}\\p{Ll}][\\p{L}'’. -]{1,40})",
    'city',
    '$city$city2$city3',
  ],
  // where somebody works, and who is there
  [
    "who (?:works (?:at|for)|do (?:i|we) know at|do (?:i|we) have at|is there at|are our (?:people|contacts) at) (?<org>\\p{L}[\\p{L}\\p{N}&.'’ -]{1,50}?)|who(?: is|['’]s) at (?<orgb>(?!home\\b|the\\b|my\\b|our\\b|work\\b|lunch\\b|\\d)\\p{L}[\\p{L}\\p{N}&.'’ -]{1,50}?)",
    'org',
    '"$org$orgb"',
  ],
  [
    "$WHO(?: has|['’]s)?(?: now| still| just)? (?:(?:works|is working|is employed|started(?: working)?|got a (?:new )?job|moved jobs?) (?:at|for|with|to)|joined) (?<org>(?!home\\b|night\\b|the (?:moment|weekend|(?:news|mailing|list|club|call|meeting|team)\\p{L}*)\\b|us\\b|me\\b|my\\b|our\\b|\\d)\\p{L}[\\p{L}\\p{N}&.'’ -]{1,50}?)(?: now| these days| nowadays| since \\p{L}+)?(?:(?: (?:as|in)|,(?: as)?) (?:an? |the |charge of )?(?<role>\\p{L}[\\p{L} &-]{1,40}))?",
    'org',
    '@"$org" $role',
  ],
  [
    "$WHO(?: is|['’]s) (?:now |currently |still |based |working )+(?:at|with) (?<org>(?!home\\b|night\\b|lunch\\b|the\\b|us\\b|me\\b|them\\b|him\\b|you\\b|my\\b|our\\b|his\\b|her\\b|work\\b|\\d)[\\p{Lu}\\p{Ll}][\\p{L}\\p{N}&.'’ -]{1,50}?)(?: now| these days)?(?:,? (?:as|in) (?:an? |the |charge of )?(?<role>\\p{L}[\\p{L} &-]{1,40}))?",
    'org',
    '@"$org" $role',
  ],
  [
    "$WHO is (?:now |currently |still )?(?:an? |the )?(?<role>(?!(?:now|currently|still|here|away|out|off|back|busy|not|never|always|often|only|also|just|already|working|based|waiting|staying|sitting)\\b)(?:head of )?\\p{L}[\\p{L}-]{2,20}(?: \\p{L}{3,20})?) at (?<org>(?!home\\b|night\\b|lunch\\b|the\\b|\\d)\\p{L}[\\p{L}\\p{N}&.'’ -]{1,50}?)",
    'org',
    '@"$org" $role',
  ],
  [
    "$WHO is (?:an? |the |one of the )?(?<role>(?:(?:co|head|sales|general|marketing|shop|store|office)[ -])?(?:owner|founder|manager|director|boss|head|ceo|cfo|cto|coo|president|buyer|chef|partner|editor|accountant|secretary|assistant|designer|principal)) (?:of|from) (?<org>(?!the\\b|my\\b|our\\b|his\\b|her\\b|an?\\b|\\d)\\p{L}[\\p{L}\\p{N}&.'’ -]{1,50}?)|(?<who2>\\p{L}[\\p{L}'’. -]{1,40}?) (?:owns|runs|founded) (?<org2>(?!the\\b|my\\b|our\\b|his\\b|her\\b|an?\\b|late\\b|out\\b|\\d)[\\p{Lu}\\p{Ll}][\\p{L}\\p{N}&.'’ -]{1,50}?)",
    'org',
    '@"$org$org2" $role',
  ],
  ['(?:show(?: me)?|list|see)?(?: ?(?:all |my |our |the ))*companies(?: (?:i|we) know)?', 'org'],
]);
