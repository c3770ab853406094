import { type Rule, rulesOf } from '../rule.ts';
import { pieces } from './pieces.ts';

const own = {
  ...pieces,
  FRONT:
    '(?:(?:(?<day>yesterday)|today|tonight|just now|this (?:morning|afternoon|evening)|earlier(?: today)?)[\\s,:–-]+)?',
  HAS: "(?: has| have| just| already| also| today| finally|,|['’]s){0,3}",
  CAME: '(?:(?:,? (?:just |has |also )?(?:came|come|stopped|dropped|popped|swung|walked|was) (?:by|in|over|round|around|into|past|back)(?: (?:the|my|our))?(?: shop| store| studio| stall| place| today| yesterday| earlier| this morning| this afternoon){0,3})(?:,| and| to)? ?)?',
  BUY: '(?:\\s?(?:just |also )?(?:bought|ordered|got|took|taken|picked up|picked out|picks up|buys|grabbed|purchased|snapped up|walked out with|left with|went home with|booked))(?: himself| herself| themselves| from me| off me| another round of)?,?',
  COUNTED:
    '(?=\\d|(?:an?|another|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|half) )',
  PART: ' (?:an? )?(?:(?:deposit|down ?payment|advance)(?: of)? )?$MONEY(?: (?:as )?(?:an? )?(?:deposit|down|down ?payment|up ?front|in advance))?(?: (?:now|already|today))*',
  IT: '(?:it(?: all)?|them(?: all)?|everything|both|all of (?:it|them)|the lot|the (?:goods|stuff|things))',
  LATELY:
    '(?: (?:safely|today|yesterday|now|just now|already|earlier|this (?:morning|afternoon|evening)|last night|in person|fine|ok(?:ay)?|thanks?))*',
  SOLD: "(?:(?:i|we)(?:['’]ve| have)? )?(?:just |also |already )?sold",
  BY: '(?<by>cash|card|contactless|transfer)',
  MONEYTWO: pieces.MONEY.replace('<money>', '<moneytwo>'),
  GOODS: '(?<rest>(?!(?:out|well|off)\\b)\\p{L}[\\p{L} -]{1,40}?)',
  FIGURE: '[£$€¥]?\\d[\\d.,]*(?![\\d:]|\\s?[ap]m\\b)',
  ATSUM: '$GOODS ?@ ?(?<sum>$FIGURE)',
  // 'the customer' is one who is known
  SOMEBODY:
    '(?:an? |some |one )?(?:(?:new |random |elderly |young |nice |unknown )?(?:walk[- ]?in|passer-?by|tourist|stranger|someone|somebody|customer|lady|guy|man|woman|couple|person|visitor))(?: (?:customer|guy|lady|client|person))?(?: (?:off|from) the street)?',
};

/** What somebody bought and how it stands with its money, all in one breath; `sold` in front: it is read whole, or not at all. */
export const sales: Rule[] = rulesOf(own, [
  ['$FRONT$WHO$HAS$CAME$BUY (?<rest>$COUNTED[^\\n]{4,120})', 'order', 'sold $rest $day'],
  // wanted, and how it stands with its money: it is ordered
  [
    "$FRONT$WHO (?:wants|needs|wanted|would like|ordered|orders)(?: another)? (?<rest>$COUNTED(?=[^\\n]*\\b(?:(?:not|un|nothing|hasn['’]?t|has not|already|has|fully|half) ?(?:yet )?paid|paid|owes|on (?:credit|account|tick)|deposit))[^\\n]{4,120})",
    'order',
    'sold $rest $day',
  ],
  [
    '$FRONT(?:please )?(?:(?:an?|new|another|add|make|put in|note) )*order (?:for|from|by) $WHO[\\s,:–—-]+(?<rest>$COUNTED[^\\n]{4,120})',
    'order',
    'sold $rest $day',
  ],
  ['$FRONT$SOLD $WHO (?<rest>$COUNTED[^\\n]{4,120})', 'order', 'sold $rest $day'],
  [
    '$FRONT$SOLD (?<rest>$COUNTED[^\\n]{2,80}?) to $WHO(?<behind>(?:[\\s,:;(–—-]+|(?: for| at) )(?=[^\\n]*\\d)[^\\n]+)',
    'order',
    'sold $rest $behind $day',
  ],
  [
    '$FRONT$SOLD (?<rest>$COUNTED[^\\n]{2,80}?\\d[^\\n]{0,60}?) to $WHO(?<behind>,[^\\n]+)?',
    'order',
    'sold $rest $behind $day',
  ],
  [
    '$WHO[\\s,:–—-]+(?<rest>$COUNTED[^\\n]*\\b(?:paid|cash|venmo|paypal|zelle|card|unpaid|pays?|owes)\\b[^\\n]*)',
    'order',
    'sold $rest',
  ],
  // at so much, and nobody says how many
  [
    '$FRONT$SOLD $GOODS to $WHO ?@ ?(?<sum>$FIGURE)(?<behind> [^\\n\\d]{2,30})?',
    'order',
    'sold 1x $rest @ $sum $behind $day',
  ],
  ['$FRONT$SOLD $WHO $ATSUM(?<behind> [^\\n\\d]{2,30})?', 'order', 'sold 1x $rest @ $sum $behind $day'],
  ['$FRONT$SOLD $ATSUM(?<behind> [^\\n\\d]{2,30})?', 'order', 'sold 1x $rest @ $sum $behind $day'],
  // so many for so much now
  [
    '(?:please )?(?:change|make|update|amend) $WHO$OF(?: (?:order|one|it))?(?: to| into)? (?<rest>$COUNTED[^\\n]*\\d[^\\n]{0,30})',
    'order',
    'amended $rest',
  ],
  [
    '$WHO$OF (?:order|one) (?:is now|becomes|changed to|should be) (?<rest>$COUNTED[^\\n]*\\d[^\\n]{0,30})',
    'order',
    'amended $rest',
  ],
  // what was sent is there
  [
    '$WHO$OF (?:parcel|package|delivery|shipment|order|box|goods)$HAS(?: now)? (?:(?:been |was |is |got )?(?:delivered|here)|arrived|landed|got there|reached (?:her|him|them))(?: safely| today| now| yesterday| this morning| fine| ok(?:ay)?)*',
    'order',
    'arrived',
  ],
  [
    '$WHO(?: says| said| confirmed| tells me| wrote)?(?: that)?(?: (?:she|he|they))?$HAS (?:got|received|signed for|has|picked up) (?:the|her|his|their) (?:parcel|package|delivery|order|box|shipment)(?: safely| today| now| yesterday| this morning| fine| ok(?:ay)?)*',
    'order',
    'arrived',
  ],
  [
    '$WHO (?:says|said|confirmed|tells me|wrote)(?: that)? (?:the|her|his|their) (?:parcel|package|delivery|order|box|shipment)(?: has| was| is| just| finally| been| got)* (?:delivered|arrived|here|there)(?: safely| today| now| yesterday| this morning| fine| ok(?:ay)?)*',
    'order',
    'arrived',
  ],
  // it is in their hands: got it with nothing of money is never a payment, and picked it up no loss
  [
    '$WHO(?: says| said| confirmed| tells me| wrote)?(?: that)?(?: (?:she|he|they))?$HAS (?:got|gotten|received|signed for) $IT$LATELY',
    'order',
    'arrived',
  ],
  [
    '$WHO(?: says| said)?(?: (?:she|he|they))?$HAS(?: came(?: (?:in|by|over|round))? and|$CAME) ?(?:(?:collected|picked up|fetched) $IT|(?:picked|collected) $IT up|collected|took $IT (?:home|away|with (?:her|him|them)))$LATELY',
    'order',
    'handed',
  ],
  // whom nobody knows: a walk-in
  ['$FRONT$SOMEBODY$HAS$CAME$BUY (?<rest>$COUNTED[^\\n]{4,120})', 'order', 'sold $rest $day'],
  // of what nobody says
  ['$SOMEBODY[\\s,:–—-]+(?:(?:paid|by|in|with) )*$BY[\\s,]+(?:paid )?$MONEY', 'order', 'sold 1x purchase $money $by'],
  ['$SOMEBODY[\\s,:–—-]+(?:paid )?$MONEY[\\s,]+(?:(?:paid|by|in|with) )*$BY', 'order', 'sold 1x purchase $money $by'],
  ['$SOMEBODY[\\s,:–—-]+(?:paid $MONEY|$MONEYTWO[\\s,]+paid)', 'order', 'sold 1x purchase $money$moneytwo paid'],
  ['$FRONT$SOLD $SOMEBODY (?<rest>$COUNTED[^\\n]{4,80})', 'order', 'sold $rest $day'],
  [
    '$FRONT$SOLD (?<rest>$COUNTED[^\\n]{2,80}?) to $SOMEBODY(?<behind>(?:[\\s,:;(–—-]+|(?: for| at) )(?=[^\\n]*\\d)[^\\n]+)',
    'order',
    'sold $rest $behind $day',
  ],
  ['(?:sale|$SOMEBODY(?: sale)?)[\\s,:–—-]+(?<rest>$COUNTED[^\\n]{4,80})', 'order', 'sold $rest'],
  [
    '$FRONT(?:(?:cash|market|walk-?in|shop|card|counter) sale)[\\s,:–—-]+(?<rest>$COUNTED[^\\n]{4,80})',
    'order',
    'sold $rest $day',
  ],
  ['$FRONT$SOLD (?<rest>$COUNTED(?![^\\n]* to )[^\\n]{4,80})', 'order', 'sold $rest $day'],
  [
    '$FRONT(?:(?:(?:i|we) )?(?:just )?(?:took|made|got)) $MONEY(?<means>(?: (?:in )?cash| by card)?) for (?<rest>$COUNTED(?![^\\n]* (?:from|off|to) )[^\\n\\d]{3,40})',
    'order',
    'sold $rest $money paid $means $day',
  ],
  // for what they have ordered, or just bought
  [
    '$FRONT$WHO$HAS (?:gave|handed|sent|transferred|wired|venmoed)(?: me| us)? $MONEY(?: (?:in )?cash| by card)? for (?:the|his|her|their|that) (?<rest>(?!(?:order|invoice|bill|deposit|rest|balance)s?\\b)\\p{L}[\\p{L} -]{1,40}?)(?: today| just now)?',
    'order',
    'came $money for $rest',
  ],
  [
    '(?:(?:i|we) )?(?:just )?(?:got|received|took) $MONEY(?: (?:in )?cash| by card)? (?:from|off) $WHO for (?:the |his |her |their )?(?<rest>(?!(?:order|invoice|bill|deposit|rest|balance)s?\\b)\\p{L}[\\p{L} -]{1,40}?)(?: today| just now)?',
    'order',
    'came $money for $rest',
  ],
  // money came, and nobody says whose
  [
    "(?:(?:she|he|they)(?:['’]s|['’]ve| has| have)? )?(?:just |already |only )*(?:paid|gave|sent|transferred|put down)(?: me| us)? half(?: of (?:it|that|the order))?(?: (?:up ?front|in advance|now|already|down))*",
    'order',
    'unnamed paid half',
    'loose',
  ],
  // what i or we have paid is our spending, and what they took is theirs
  [
    "(?:(?:i|we)(?:['’]ve| have)? )?(?:just |already |only )*(?:got|received|took|collected)$PART",
    'order',
    'unnamed paid $money',
    'loose',
  ],
  [
    "(?:(?:she|he|they)(?:['’]s|['’]ve| has| have)? )?(?:just |already |only )*(?:paid|put down|left|gave)(?: me| us)?$PART",
    'order',
    'unnamed paid $money',
    'loose',
  ],
]);
