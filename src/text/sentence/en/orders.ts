import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

const own = {
  ...pieces,
  ORDER: '(?:order|parcel|package|delivery|invoice|bill)s?',
  NUMBERED: '(?:(?:the )?(?:order|invoice) )?(?:no\\.? ?|number )?#?(?<numbered>(?:\\p{L}{1,6}-)?\\d{1,12})',
  HAS: "(?: is| are| was| were| has| have| been| got| went| just| already| now| finally|['’]s)*",
  I: "(?:(?:i|we)(?:['’]ve| have)? )?(?:just |already |finally )?",
  SENT: '(?:shipped|sent|posted|dispatched|mailed)(?: out| off)?',
  LATELY: '(?: today| now| yesterday| this morning| already| in full| in cash| by card| by transfer| up)*',
  PARCEL:
    '(?:[\\s,:–—-]+(?:with |via |by |tracking )*(?<parcel>(?:\\p{L}[\\p{L} ]{0,30}? )?[a-z]{0,6}\\d[\\w-]{4,39}))?',
};

/** What has become of an order: its money came or went back, it left, it is off; and one that is to be written down. */
export const orders: Rule[] = rulesOf(own, [
  // its money
  ['$WHO$OF $ORDER$HAS paid$LATELY', 'order', 'paid'],
  [
    '$WHO$HAS paid(?: me| us)?(?: (?:for (?:it|this|that|everything)|(?:for )?(?:the|her|his|their|an?|my) $ORDER))?(?: $MONEY)?$LATELY',
    'order',
    'paid $money',
  ],
  ['$I(?:got|received)(?: the| a)? (?:money|payment)(?: of $MONEY)? from $WHO$LATELY', 'order', 'paid $money'],
  ['$I(?:got|received) $MONEY from $WHO$LATELY', 'order', 'paid $money'],
  [
    '(?:the )?(?:money|payment) (?:from|by|of) $WHO$HAS (?:came|come|arrived|received|in|here)(?: in| through)?$LATELY',
    'order',
    'paid',
  ],
  ['$NUMBERED$HAS paid$LATELY', 'order', 'paid'],
  ['paid$LATELY:? $NUMBERED', 'order', 'paid'],
  ['(?:mark|set|note|count) $NUMBERED (?:as |to )?paid', 'order', 'paid'],
  // it has left
  ['$I$SENT $WHO$OF $ORDER$LATELY$PARCEL', 'order', 'sent $parcel'],
  [
    '$WHO$OF $ORDER$HAS (?:$SENT|out|off|gone(?: out)?|on (?:its|the|their) way)$LATELY$PARCEL',
    'order',
    'sent $parcel',
  ],
  ['$I$SENT $NUMBERED$LATELY$PARCEL', 'order', 'sent $parcel'],
  ['$NUMBERED$HAS (?:$SENT|out|on (?:its|the) way)$LATELY$PARCEL', 'order', 'sent $parcel'],
  ['(?:mark|set|note) $NUMBERED (?:as |to )?(?:shipped|sent|fulfilled)', 'order', 'sent'],
  // its money goes back
  ['$I(?:refund|refunded) $WHO(?: (?:with )?$MONEY)?', 'order', 'refund $money'],
  ['$I(?:refund|refunded|paid back|pay back|give back|gave back) $MONEY (?:to|for) $WHO', 'order', 'refund $money'],
  ['$I(?:give|gave|send|sent|pay|paid) $WHO (?:$MONEY|(?:the|her|his|their) money) back', 'order', 'refund $money'],
  ['$I(?:give|gave) $WHO (?:an? |the )?refund(?: (?:of|for) $MONEY)?', 'order', 'refund $money'],
  ['$WHO gets $MONEY back', 'order', 'refund $money'],
  ['$I(?:refund|refunded) $NUMBERED(?: (?:with )?$MONEY)?', 'order', 'refund $money'],
  ['$I(?:refund|refunded) $MONEY (?:on|for|of) $NUMBERED', 'order', 'refund $money'],
  // it is off
  ['(?:cancel|cancelled|canceled|call off|void) $NUMBERED', 'order', 'cancel'],
  ['$NUMBERED$HAS (?:cancelled|canceled|off)', 'order', 'cancel'],
  ['(?:cancel|call off|void) $WHO$OF (?:order|invoice)', 'order', 'cancel'],
  ['$WHO$HAS (?:cancelled|canceled) (?:the|her|his|their) order', 'order', 'cancel'],
  ['$WHO$OF order$HAS (?:cancelled|canceled|off)', 'order', 'cancel'],
  // one that is to be written down
  [
    '$WHO$HAS (?:bought|ordered|took|taken|purchased) (?<rest>(?=\\S*\\d|an? |one |two |three )[^\\n]*\\d[^\\n]*?[\\s,;(]+(?:already |all )?paid(?: in full| in cash| by card)?)',
    'order',
    '$rest',
  ],
  ['$I(?:sold) $WHO (?<rest>(?=\\d|an? |one |two |three )[^\\n]*(?:for|at|:|,) ?[£$€¥]?\\d[^\\n]*)', 'order', '$rest'],
  [
    '$I(?:sold) (?<rest>(?=\\d|an? |one |two |three )[^\\n]{1,60}?) to $WHO (?:for|at) $MONEY(?<paid>[\\s,]+paid)?',
    'order',
    '$rest $money $paid',
  ],
  [
    '$WHO[\\s,:]+(?<rest>[^\\n]*[£$€¥]\\s?\\d[^\\n]*?[\\s,;(]+(?:already |all )?paid(?: in full| in cash| by card)?)',
    'order',
    '$rest',
  ],
]);
