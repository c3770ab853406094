import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

const own = {
  ...pieces,
  ORDER: '(?:order|parcel|package|delivery|invoice|bill)s?',
  NUMBERED: '(?:(?:the )?(?:order|invoice) )?(?:no\\.? ?|number )?#?(?<numbered>(?:\\p{L}{1,6}-)?\\d{1,12})',
  HAS: "(?: is| are| was| were| has| have| been| got| went| just| already| now| finally|['’]s)*",
  I: "(?:(?:i|we)(?:['’]ve| have)? )?(?:just |already |finally )?",
  GAVE: '(?:paid|gave|given|left|put down|sent|transferred)',
  SENT: '(?:shipped|sent|posted|dispatched|mailed)(?: out| off)?',
  LATELY:
    '(?: today| now| this morning| already| in full| cash| in cash| by card| by transfer| up)*(?: (?<day>yesterday|last (?:mon|tues|wednes|thurs|fri|satur|sun)day))?(?: in full| in cash| by card| by transfer)?',
  GOODS:
    '(?:the |his |her |their |an? |some )?(?<rest>(?![^\\n]*\\b(?:about|quotes?|invoices?|bills?|reminders?|e-?mails?|messages?|links?|proposals?|contracts?|drafts?|broke(?:n)?|smashed|cracked|damaged|leak(?:s|ed|ing)?|dropped|spil(?:t|led)|lost|stolen|missing|returned)\\b)(?!orders?\\b|parcels?\\b|packages?\\b|deliver)\\p{L}[\\p{L}\\d -]{1,40}?)',
  /** What may be of an order, by a name of few words. */
  ARTICLE:
    '(?<rest>(?!(?:e-?mails?|messages?|mails?|quotes?|invoices?|bills?|reminders?|links?|proposals?|contracts?|drafts?|letters?|news|wrong|wet|broken)\\b)\\p{L}[\\p{L}\\d-]{1,20}(?: [\\p{L}\\d-]{1,20}){0,2}?)',
  NOWADAYS: '(?: (?:today|yesterday|now|just now|this morning|this afternoon|already|by post|by mail|by courier))*',
  COUNTED: '(?=\\d|an? |one |two |three |four |five |six )',
  SOME: '(?=\\d|(?:an?|another|half|one|two|three|four|five|six|seven|eight|nine|ten|twelve|some|the) )',
  PLAIN:
    '\\d[\\d.,]*(?: each| apiece| in all| altogether| in total| total)?(?:[\\s,;(]+(?:already |all |not |un)?paid(?: yet| in full| in cash| by card| cash)?)?(?:[\\s,;(]+(?:yesterday|today))?',
  PARCEL:
    '(?:[\\s,:–—-]+(?:with |via |by |tracking )*(?<parcel>(?:\\p{L}[\\p{L} ]{0,30}? )?[a-z]{0,6}\\d[\\w-]{4,39}))?',
};

/** What has become of an order: its money came or went back, it left, it is off; and one that is to be written down. */
export const orders: Rule[] = rulesOf(own, [
  // its money
  ['$WHO$OF $ORDER$HAS paid$LATELY', 'order', 'paid $day'],
  [
    '$WHO$HAS paid(?: (?:me|us))?(?: back)?(?: (?:for (?:it|this|that|everything)|(?:for )?(?:the|her|his|their|an?|my) $ORDER))?(?: $MONEY)?$LATELY',
    'order',
    'paid $money $day',
  ],
  // a part of it, before all else
  [
    '$WHO$HAS $GAVE(?: me| us)? (?:an? |the |her |his |their )?(?:deposit|down ?payment|advance)(?: of)? $MONEY$LATELY',
    'order',
    'paid $money $day',
  ],
  [
    '$WHO$HAS $GAVE(?: me| us)? (?:an? |the |her |his |their )?$MONEY(?: as)?(?: an?| the| her| his| their)? ?(?:deposit|down ?payment|down|up ?front|in advance|advance)$LATELY',
    'order',
    'paid $money $day',
  ],
  ['$I(?:got|received)(?: the| a)? (?:money|payment)(?: of $MONEY)? from $WHO$LATELY', 'order', 'paid $money $day'],
  ['$I(?:got|received) $MONEY from $WHO$LATELY', 'order', 'paid $money $day'],
  [
    '(?:the )?(?:money|payment) (?:from|by|of) $WHO$HAS (?:came|come|arrived|received|in|here)(?: in| through)?$LATELY',
    'order',
    'paid $day',
  ],
  [
    '$WHO$OF (?=[£$€¥]|\\d{2})$MONEY$HAS (?:come in|came in|come through|came through|arrived|landed|cleared|in|here)$LATELY',
    'order',
    'paid $money $day',
  ],
  ['$NUMBERED$HAS paid$LATELY', 'order', 'paid $day'],
  ['paid$LATELY:? $NUMBERED', 'order', 'paid $day'],
  ['(?:mark|set|note|count) $NUMBERED (?:as |to )?paid', 'order', 'paid'],
  [
    '$WHO$HAS (?:sent|transferred|wired)(?: me| us)? (?=[£$€¥]|\\d[\\d.,]* ?(?:[a-z]{3,7}|[£$€])\\b)$MONEY$LATELY',
    'order',
    'paid $money $day',
  ],
  ['$I(?:paid|received|got) $MONEY(?: for| on| of)? $NUMBERED$LATELY', 'order', 'paid $money $day'],
  ['paid(?: for)? $NUMBERED[\\s:]+$MONEY$LATELY', 'order', 'paid $money $day'],
  [
    '$WHO$HAS (?:gave|given|handed|paid|sent|transferred|wired|slipped|passed) (?:me|us) (?:another |a further |the other )?(?=[£$€¥]|\\d{2})$MONEY$LATELY',
    'order',
    'paid $money $day',
  ],
  ['$WHO$HAS (?:transferred|wired) (?=\\d{3})$MONEY$LATELY', 'order', 'paid $money $day'],
  // it has left
  ['$I$SENT $WHO$OF $ORDER$LATELY$PARCEL', 'order', 'sent $parcel $day'],
  [
    '$WHO$OF $ORDER$HAS (?:$SENT|out|off|gone(?: out)?|on (?:its|the|their) way)$LATELY$PARCEL',
    'order',
    'sent $parcel $day',
  ],
  ['$I$SENT $NUMBERED$LATELY$PARCEL', 'order', 'sent $parcel $day'],
  ['$NUMBERED$HAS (?:$SENT|out|on (?:its|the) way)$LATELY$PARCEL', 'order', 'sent $parcel $day'],
  [
    '$NUMBERED[\\s,:–—-]+(?<parcel>(?:\\p{L}[\\p{L} ]{0,30}? )?(?:[a-z]{2,6}\\d[\\w-]{6,39}|1Z[\\w-]{8,39}))',
    'order',
    'sent $parcel',
  ],
  ['(?:mark|set|note) $NUMBERED (?:as |to )?(?:shipped|sent|fulfilled)', 'order', 'sent'],
  // named by what is in it: mailed Sarah her workbook, the poster went out to Ben
  [
    '$I(?:shipped|posted|dispatched|mailed|sent(?: out| off)?) $WHO(?:$OF)? $GOODS$NOWADAYS',
    'order',
    'left $rest',
    'loose',
  ],
  ['$I(?:shipped|posted|dispatched|mailed|sent(?: out| off)?) $GOODS to $WHO$NOWADAYS', 'order', 'left $rest', 'loose'],
  [
    '$GOODS$HAS (?:$SENT|went out|gone out|out|off|on (?:its|the|their) way) to $WHO$NOWADAYS',
    'order',
    'left $rest',
    'loose',
  ],
  [
    '$WHO$OF $GOODS$HAS (?:$SENT|went out|gone(?: out)?|out|off|on (?:its|the|their) way)$NOWADAYS',
    'order',
    'left $rest',
    'loose',
  ],
  // they have got it
  ['$WHO$OF $ARTICLE$HAS (?:delivered|handed over|picked up|collected)$NOWADAYS', 'order', 'handed $rest', 'loose'],
  [
    '$WHO$HAS (?:got|received|picked up|collected) (?:the|his|her|their) $ARTICLE$NOWADAYS',
    'order',
    'handed $rest',
    'loose',
  ],
  ['$WHO (?:now )?has (?:the|his|her|their) $ARTICLE(?: now| already| in hand)', 'order', 'handed $rest', 'loose'],
  ['$I(?:handed|gave|delivered) $WHO (?:the|his|her|their) $ARTICLE$NOWADAYS', 'order', 'handed $rest', 'loose'],
  [
    '$I(?:dropped|left) (?:the |his |her |their )$ARTICLE (?:off )?(?:at|with|for) $WHO$OF?$NOWADAYS',
    'order',
    'handed $rest',
    'loose',
  ],
  ['$I(?:delivered|handed over|dropped off) $WHO$OF $ARTICLE$NOWADAYS', 'order', 'handed $rest', 'loose'],
  [
    '$I(?:delivered|handed over|dropped off) (?:the |an? |his |her |their )?$ARTICLE to $WHO$NOWADAYS',
    'order',
    'handed $rest',
    'loose',
  ],
  ['$WHO$OF $ARTICLE$HAS (?:arrived|here|come in|in)$NOWADAYS', 'order', 'arrived $rest', 'loose'],
  // its money goes back
  ['$I(?:refund|refunded) $WHO(?: (?:with )?$MONEY)?', 'order', 'refund $money'],
  ['$I(?:refund|refunded|paid back|pay back|give back|gave back) $MONEY (?:to|for) $WHO', 'order', 'refund $money'],
  [
    '$I(?:give|gave|send|sent|pay|paid) $WHO (?:(?:(?:the|her|his|their) )?$MONEY|(?:the|her|his|their) money) back',
    'order',
    'refund $money',
  ],
  ['$I(?:give|gave) $WHO (?:an? |the )?refund(?: (?:of|for) $MONEY)?', 'order', 'refund $money'],
  ['$WHO$HAS (?:gets?|got|received) $MONEY back', 'order', 'refund $money'],
  [
    '$WHO$HAS (?:gets?|got|received|had) (?:(?:an?|the|her|his|their|partial|part) )*refund (?:of|for) $MONEY',
    'order',
    'refund $money',
  ],
  // all of it: what was bought came back, and so did the money
  [
    '$I(?:refund|refunded) $WHO(?:$OF order)?(?: in full| fully| everything| all of it| completely)',
    'order',
    'refund all',
  ],
  [
    '$WHO$OF order$HAS (?:came back|come back|back|returned|sent back|brought back|refunded)(?:(?:[\\s,;–—-]+|,? and )(?:(?:i|we|so) )?(?:have |has |already |just )*(?:(?:gave|given|sent|paid|handed) (?:her|him|them)?(?: all)? ?(?:the|her|his|their) money(?: back)?|(?:gave|given) (?:her|him|them) a (?:full )?refund|refunded(?: (?:her|him|them|it|in full|all(?: of it)?|everything))*|money (?:is )?(?:back|returned)))?',
    'order',
    'refund all',
  ],
  // and so much of it: anna returned the logo, refunded 500
  [
    '$WHO$HAS (?:returned|sent back|brought back|(?:sent|brought|gave) (?:the|his|her|their|an?|it|them)\\b[^\\n,]{0,40}? back)[^\\n,]{0,40}?(?:\\s*[,;–—-]+\\s*|,? and )(?:so )?(?:(?:i|we) )?(?:have |already |just )*(?:refunded|gave|paid|sent|gave back|paid back)(?: (?:her|him|them))?(?: (?:the|a refund of))? $MONEY(?: (?:back|to (?:her|him|them)))*',
    'order',
    'refund $money',
  ],
  ['$I(?:refund|refunded) $NUMBERED(?: (?:with )?$MONEY)?', 'order', 'refund $money'],
  ['$I(?:refund|refunded) $MONEY (?:on|for|of) $NUMBERED', 'order', 'refund $money'],
  ['$NUMBERED$HAS not (?:been )?(?:refunded|paid back)', 'order', 'not refunded'],
  ['(?:not refunded|undo (?:the )?refund(?: (?:of|for|on))?):? $NUMBERED', 'order', 'not refunded'],
  // it is off
  ['(?:cancel|cancelled|canceled|call off|void) $NUMBERED', 'order', 'cancel'],
  ['$NUMBERED$HAS (?:cancelled|canceled|off)', 'order', 'cancel'],
  ['(?:cancel|call off|void) $WHO$OF (?:order|invoice)', 'order', 'cancel'],
  ['$WHO$HAS (?:cancelled|canceled) (?:the |her |his |their )?(?:order|it)', 'order', 'cancel'],
  // with why: cancel dev's order he changed his mind
  [
    "(?:please )?(?:cancel|call off|void|cancelled|canceled) $WHO(?:$OF order)?(?:[\\s,;:.–—-]+)(?<why>(?:(?:because|since|as) )?(?:(?:he|she|they|it)(?:['’]s)?|out of stock|sold out|too (?:late|expensive|slow)|changed|no longer|duplicate|ordered twice|wrong|by mistake)\\b[^\\n?]{0,60})",
    'order',
    'cancel: $why',
  ],
  ['$WHO$OF order$HAS (?:cancelled|canceled|off)', 'order', 'cancel'],
  // one that is to be written down
  [
    '$WHO$HAS (?:bought|ordered|took|taken|purchased) (?<rest>(?=\\S*\\d|an? |one |two |three )[^\\n]*\\d[^\\n]*?[\\s,;(]+(?:already |all )?paid(?: in full| in cash| by card)?)',
    'order',
    '$rest',
  ],
  [
    '$WHO$HAS (?:bought|ordered|purchased) (?<rest>$COUNTED[^\\n]*?(?:for |at |: ?|, ?)?[£$€¥]\\s?\\d[^\\n]*)',
    'order',
    '$rest',
  ],
  [
    '(?:please )?(?:(?:add|make|create|write down|note|record|take) (?:an? )?(?:new )?|new )order (?:for |from |by )?$WHO[\\s,:]+(?<rest>(?=[^\\n]*\\p{L})[^\\n]*\\d[^\\n]*)',
    'order',
    '$rest',
  ],
  // named by what it is: anna paid 900 for the logo
  [
    '$WHO$HAS paid(?: me| us)? $MONEY for (?:the|his|her|their|an?) (?<rest>(?![^\\n]*\\b(?:order|invoice|bill|deposit|rest|balance|remainder|first|second|last|half|shipping|delivery|postage|week|month|year)s?\\b)\\p{L}[\\p{L} -]{1,40})',
    'order',
    'came $money for $rest',
  ],
  // what was paid stands behind it: anna bought 2 mugs, paid 40
  [
    '$WHO$HAS (?:bought|ordered|took|taken|purchased) (?<rest>$COUNTED[^\\n]{1,80}?[\\s,;(]+(?:and )?(?:(?:he|she|they) )?(?:has |already )?paid(?: me| us)? [£$€¥]?\\d[\\d.,]*(?: (?:in cash|by card|cash|already|dollars?|usd))?)',
    'order',
    '$rest',
  ],
  // a bare figure behind for is what all of it costs where nothing else follows: none of for 30 people, for 2 days
  [
    '$WHO$HAS (?:bought|ordered|purchased|took|taken) (?<rest>$COUNTED[^\\n]{1,80}? (?:for|at) $PLAIN)',
    'order',
    '$rest',
  ],
  ['$I(?:sold) $WHO (?<rest>$COUNTED[^\\n]{1,80}? (?:for|at) $PLAIN)', 'order', '$rest'],
  [
    '(?:(?:an?|new|another) )*order (?:for|from|by) $WHO\\s*[:,–—-]\\s*(?<rest>$COUNTED[^\\n]*\\d[^\\n]*)',
    'order',
    '$rest',
  ],
  ['new order\\s*[:,–—-]\\s*(?:for |from |by )?$WHO[\\s,:–—-]+(?<rest>$COUNTED[^\\n]*\\d[^\\n]*)', 'order', '$rest'],
  ['$WHO$HAS paid(?: me| us)? $MONEY for (?<rest>$COUNTED\\S+ [^\\n\\d]{2,60})', 'order', 'bought $money for $rest'],
  ['$I(?:sold) $WHO (?<rest>(?=\\d|an? |one |two |three )[^\\n]*(?:for|at|:|,) ?[£$€¥]?\\d[^\\n]*)', 'order', '$rest'],
  // what is told of it beside the goods is asked about there, and is no word of another order
  ['$I(?:sold) $WHO (?<rest>$SOME[^\\n]{3,120})', 'order', '$rest'],
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
