/** For how long nobody has seen them. */
const SPANS = [
  ['$DAYS days?', 'quiet:$daysd'],
  ['$DAYS weeks?', 'quiet:$daysw'],
  ['$DAYS months?', 'quiet:$daysm'],
  ['$DAYS years?', 'quiet:$daysy'],
  ['(?:(?:a|one) )?week', 'quiet:7d'],
  ['(?:(?:two weeks|a couple of weeks|fortnight|a fortnight))', 'quiet:14d'],
  ['(?:(?:a|one) )?month', 'quiet:30d'],
  ['(?:two months|a couple of months|(?:a )?few months)', 'quiet:60d'],
  ['(?:three months|quarter|a quarter)', 'quiet:90d'],
  ['(?:six months|half a year)', 'quiet:180d'],
  ['(?:(?:a|one) )?year', 'quiet:365d'],
  // since when: of what is over its end, of what goes on its beginning
  ['(?:since|after) (?:the )?(?<since>[\\p{L}\\d][\\p{L}\\d ]{2,24}?)', 'quiet:"since $since"'],
  ['(?<since>this (?:week|month|quarter|year))(?: so far| yet| at all)?', 'quiet:"$since"'],
] as const;
/** For how long, where nobody counts. */
const A_WHILE = [
  ['(?:lately|recently|of late)', 'quiet:30d'],
  [
    '(?:(?:quite )?(?:a|some) (?:very |really |good )?(?:long |good |little )?(?:while|time|bit)|ages|long|so long|forever|yonks|months|weeks)',
    'quiet:60d',
  ],
] as const;
const ASKED =
  '(?:(?:show|list|find|give|tell|any|all|the|my|of|me|are|there|which|what|people|is) ){0,4}(?:who|which $CLIENT|anyone|anybody|somebody|$CLIENT who|$CLIENT)';

/** The same of the last order. */
const lastOf = (words: string): string => words.replace(/^quiet:("?)/u, 'last:$1>');

/** Who has not bought, or has not been seen, for so long: whoever has not bought may have written all the same. */
export const UNSEEN_FOR = [
  [
    `${ASKED}\\b(?: (?:that|who|has|have|did|only|just|ever))* (?:bought|ordered|purchased|came)(?: from (?:me|us))?(?: only| just)? once(?: only)?(?:,? (?:and|but|then)(?: then)?(?: have| has)?(?: never| not| n['’]?t|n['’]?t)? ?(?:again|came?|bought|ordered|returned|been)?(?: back| again| since)*)?`,
    'find',
    'orders:1',
  ],
  ...[...SPANS, A_WHILE[0]].map(
    ([span, words]) => [`${ASKED}\\b.*\\b$UNBOUGHT ${span}`, 'find', lastOf(words)] as const,
  ),
  ...SPANS.map(([span, words]) => [`${ASKED}\\b.*\\b$UNSEEN ${span}`, 'find', words] as const),
] as const;

/** Behind whoever has stayed away for longer than is their habit, which says more. */
export const UNSEEN_A_WHILE = A_WHILE.map(
  ([span, words]) => [`${ASKED}\\b.*\\b$UNSEEN ${span}`, 'find', words] as const,
);

/** Whoever is to be written to or called since nothing was heard of them: they are shown first. */
export const FOLLOW_UNSEEN = [...SPANS, ...A_WHILE].map(
  ([span, words]) =>
    [
      `(?:(?:please|i (?:need|want|have|should)(?: to)?|to) )?(?:follow(?:ing)? up|check(?:ing)? in|catch(?:ing)? up|touch base|get (?:back )?in touch|reconnect|reach out|call|ring|e-?mail|message|text|write|chase|contact|nudge)(?: (?:with|to|on|up|all|of|my|the|everyone|everybody|anyone|those|people|whoever|$CLIENT|who|whom|that))* $UNSEEN ${span}`,
      'find',
      words,
    ] as const,
);
