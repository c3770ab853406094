import { type Rule, rulesOf } from '../rule.ts';
import { MANY, PLAIN } from './many.ts';
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
  // one task for each who has a tag
  [
    `${ASKED}(?:add|make|create|set up|new) (?:an? )?(?:tasks?|reminders?|to-?dos?) (?:to |for )?(?<rest>[^\\n]{2,60}?) (?:every|each|all)(?: of)?(?: my| our| the)? #(?<tag>[\\p{L}\\p{N}_-]{1,40})(?: (?:clients?|customers?|contacts?|people))?(?<rest2> [^\\n]{2,40})?`,
    'taskall',
    '$rest $rest2 where #$tag',
  ],
]);
