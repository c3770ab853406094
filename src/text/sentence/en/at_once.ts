import { type Rule, rulesOf } from '../rule.ts';
import { MANY, PLAIN, TITLE } from './many.ts';
import { pieces } from './pieces.ts';

/** Not what is said of somebody's ticket, lead or message: mark everyone as answered. */
const NO_TAG =
  '(?!(?:done|read|unread|answered|won|lost|resolved|paid|unpaid|spam|closed|seen|sent|the|an?|my|our|it|this|that|new)(?!\\p{L}))';
const TAG = `["“]?#?(?<tag>${NO_TAG}[\\p{L}\\p{N}_-]{1,40})["”]?(?: tag)?`;
const HASH = '#(?<tag>[\\p{L}\\p{N}_-]{1,40})';
const ASKED = '(?:please )?(?:can you |could you )?';
/** Those who have a tag, said with the word for it or with its sign. */
const TAGGED =
  '(?:(?:every(?:one|body)|all(?: (?:my|our|the))? (?:customers|clients|contacts|people)|all|(?:customers|clients|contacts|people)) (?:(?:who (?:is|are) |that (?:is|are) )?tagged(?: as| with)?|with(?: the)? tag|(?:who|that) (?:has|have|carry)(?: the)? tag) ["“]?#?(?<label>[\\p{L}\\p{N}_-]{2,40})["”]?|(?:all |every |each )?(?:of )?(?:my |our |the )?#(?<tag>[\\p{L}\\p{N}_-]{1,40})(?: (?:people|customers|clients|contacts|ones))?)';
const NEWS = '(?:news(?:letters?)?|mailings?|marketing)';
const OFFERS = '(?:offers?|promotions?|promos?|deals|discounts?)';
const SAID =
  '(?:(?:all |both )?(?:have |has )?(?:agreed|consented|said (?:yes|ok)|signed up|opted in|subscribed)|(?:all )?(?:wants?|want to (?:get|have|receive)))';

const A_MAILING =
  '(?:(?:send|write) )?(?:(?:a|an|the|our|my) )?(?:new )?(?:newsletter|mailing|campaign|announcement|update)';
/** Those of a tag that stands in the sentence as a word: students. */
const WITH_TAG =
  '(?:all )?(?:of )?(?:my |our |the )?(?<label>(?!(?:every|all|any|no)(?:one|body)?\\b|(?:customer|client|contact|subscriber|regular|buyer|vip|fan|follower|people|me\\b|us\\b|him\\b|her\\b|them\\b))[\\p{L}\\p{N}_-]{2,30}?)s?';
const SOMEBODY =
  '(?:some(?:one|body)|any(?:one|body)|people|they|every(?:one|body)|(?:an? |new |the )*(?:customer|client|buyer|person)s?)';
const ONCE_SOMEBODY = `(?:when(?:ever)?|as soon as|once|after|each time|every time) ${SOMEBODY}`;
const BUYS = '(?:buys?|orders?|purchases?|books?|has bought|has ordered|have bought)';
const GOODS =
  '(?<goods>(?!(?:something|anything|for)\\b)[\\p{L}\\p{N}][\\p{L}\\p{N}-]{1,24}(?: [\\p{L}\\p{N}-]{1,24}){0,3}?)';
const SENDS =
  '(?:please )?(?:automatically )?(?:send|e-?mail|mail|text|message|write(?: to)?|give)\\b(?:(?! when )[^\\n“”"]){2,50}?';
/** What they get then is what the follow-up is called: its words are still to be written. */
const THEN = `,?(?: then)?(?: i want to| i['’]d like to| please)? (?<rest>${SENDS})`;

/** What is done to many of the house at once: a tag put on or taken off, and that they agreed. Each asks first, with how many. */
export const atOnce: Rule[] = rulesOf(pieces, [
  // tag everyone who bought the course #student; give all clients in Berlin the tag local
  [
    `${ASKED}(?:tag|label|mark|flag) ${MANY},? (?:as|with)(?: an?| the)?(?: tag)? ${TAG}`,
    'tagall',
    '#$tag where $people',
  ],
  [`${ASKED}(?:tag|label|mark|flag) ${MANY},? ${HASH}`, 'tagall', '#$tag where $people'],
  [`${ASKED}give ${MANY} the (?:tag|label) ${TAG}`, 'tagall', '#$tag where $people'],
  [`${ASKED}(?:put|add) (?:the |a )?(?:tag|label) ${TAG} (?:on|to|for) ${MANY}`, 'tagall', '#$tag where $people'],
  [`${ASKED}(?:put|add) ${HASH}(?: tag)? (?:on|to|for) ${MANY}`, 'tagall', '#$tag where $people'],
  [`${MANY} (?:gets?|should (?:get|have)) the (?:tag|label) ${TAG}`, 'tagall', '#$tag where $people'],
  [
    `${ASKED}(?:tag|label|mark|flag) (?:all )?(?:of )?(?:my |our |the )?(?:open )?leads (?:as |with )(?:an? |the )?(?:tag )?${TAG}`,
    'tagall',
    '#$tag where lead:open',
  ],
  // taken off: of everybody it is whoever has it
  ...[
    `(?:the |a )?(?:tag|label) ${TAG}`,
    `(?:the )?${HASH}(?: tag)?`,
    '(?:the )?(?<tag>[\\p{L}\\p{N}_-]{1,40}) tag',
  ].flatMap(
    (what) =>
      [
        [
          `${ASKED}(?:remove|delete|drop|take|clear)(?: off)? ${what} (?:from|off)(?: of)? ${PLAIN}`,
          'tagall',
          '-#$tag where #$tag',
        ],
        [
          `${ASKED}(?:remove|delete|drop|take|clear)(?: off)? ${what} (?:from|off)(?: of)? ${MANY}`,
          'tagall',
          '-#$tag where $people',
        ],
      ] as const,
  ),
  // whoever has a tag agreed
  ...(
    [
      [NEWS, 'news '],
      [OFFERS, 'offers '],
      [`${NEWS} (?:and|&) ${OFFERS}|${OFFERS} (?:and|&) ${NEWS}`, ''],
    ] as const
  ).flatMap(
    ([what, purpose]) =>
      [
        [
          `${TAGGED} (?<rest>${SAID}(?: (?:to|for|that they get))?(?: (?:get|getting|receive|receiving|have))?(?: (?:the|my|our|your|us))* (?:${what})(?! (?:and|&|or) )[^\\n?]{0,80})`,
          'consentall',
          `${purpose}$rest where #$label$tag`,
        ],
      ] as const,
  ),
  // newsletter to students: new lesson is up
  [
    `${ASKED}${A_MAILING} (?:to|for) ${PLAIN}\\s?:(?!\\d)\\s?${TITLE}`,
    'campaign',
    'new $title to $people\n$title$tail',
  ],
  [
    `${ASKED}(?:${A_MAILING} (?:to|for)|e-?mail|mail|message|write to) ${WITH_TAG}\\s?:(?!\\d)\\s?${TITLE}`,
    'campaign',
    'new $title to #$label\n$title$tail',
  ],
  [
    `${ASKED}(?:text|sms) ${WITH_TAG}\\s?:(?!\\d)\\s?${TITLE}`,
    'campaign',
    'new by:text $title to #$label\n$title$tail',
  ],
  // email everyone who bought mugs 20% off teapots until sunday
  [
    `${ASKED}(?:e-?mail|mail|(?<way>text|sms)|send|offer|give) ${MANY}(?<!\\b(?:offers?|discounts?|vouchers?|coupons?|deals?|promotions?)[,:–—-]?) (?<what>(?:an? )?\\d{1,2} ?(?:%|percent|per cent) (?:off|discount)[^\\n:]{0,50})`,
    'campaign',
    'new by:$way $what to $people\n$what',
  ],
  // when somebody buys the course, send them a welcome the next day
  [
    `${ASKED}${ONCE_SOMEBODY} ${BUYS} (?:(?:a|an|the|my|our|any|some) )?${GOODS}${THEN}`,
    'sequence',
    'new “$rest” when buys $goods',
  ],
  [
    `${ASKED}(?:after|once|when(?:ever)?|on) (?:an? |the |their |someone['’]?s |somebody['’]?s )?(?<nth>first|second|third) (?:order|purchase)(?: comes in| is placed)?${THEN}`,
    'sequence',
    'new “$rest” when $nth order',
  ],
  [
    `${ASKED}${ONCE_SOMEBODY} (?:${BUYS} (?:something|anything|for the (?<nth>first|second|third) time)|places (?:an|(?:their|a) (?<nth2>first|second|third)) order)${THEN}`,
    'sequence',
    'new “$rest” when $nth$nth2 order',
  ],
  [
    `(?<rest>${SENDS}) (?:when(?:ever)?|as soon as|once|after) ${SOMEBODY} ${BUYS} (?:(?:a|an|the|my|our|any|some) )?${GOODS}`,
    'sequence',
    'new “$rest” when buys $goods',
  ],
  [
    `${ASKED}(?:every|each|all|any) new (?:customer|client|contact|buyer)s? (?:should|must|has to|have to|will|is to|are to)? ?gets? (?<rest>[^\n“”"]{3,50})`,
    'sequence',
    'new “$rest”',
  ],
  [
    `${ASKED}(?<rest>${SENDS} (?:every|each|all|any) new (?:customer|client|contact|buyer)s? [^\n“”"]{3,40})`,
    'sequence',
    'new “$rest”',
  ],
  // one task for each who has a tag
  [
    `${ASKED}(?:add|make|create|set up|new) (?:an? )?(?:tasks?|reminders?|to-?dos?) (?:to |for )?(?<rest>[^\\n]{2,60}?) (?:every|each|all)(?: of)?(?: my| our| the)? #(?<tag>[\\p{L}\\p{N}_-]{1,40})(?: (?:clients?|customers?|contacts?|people))?(?<rest2> [^\\n]{2,40})?`,
    'taskall',
    '$rest $rest2 where #$tag',
  ],
]);
