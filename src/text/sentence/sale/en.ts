import { MEANS_EN, NOT_PAID_EN } from '../../money/order/payment_means.ts';
import { numberSaid, type SaleWords } from './words.ts';

const SUM =
  '(?<sum>[£$€¥]\\s?\\d[\\d.,]*(?<![.,])|(?<![\\d.£$€¥-])\\d[\\d.,]*(?<![.,])(?:\\s?(?:dollars?|bucks?|usd|pounds?|quid|gbp|euros?|eur|[£$€¥]))?)';
const START = '(?<![\\p{L}\\d])';
const SHE = "(?:(?:and|but|then|so|which) ){0,5}(?:(?:she|he|they|it|all|both|that)(?:['’]s|['’]ve|['’]ll)? )?";
const MEANS = `(?<means>${MEANS_EN}|(?:a )?(?:cheque|check)|square|cash ?app|her card|his card|contactless|bacs|klarna)`;
const HOW = `(?: (?:(?:by|via|with|in|through|on|using|over)(?: an?| the| her| his)? )?${MEANS})?`;
const HOW2 = HOW.replaceAll('<means>', '<means2>');
const SOON =
  '(?: (?:already|so far|right away|right then|in full|on the spot|up ?front|straight away|immediately|there and then|today|now|in person|at the till|at the door|everything|it all|all of it)){0,5}';
const WHEN =
  '(?:(?:(?:on|by|at|in|next|this|the|end|of|start|until|till|after|before|within|a|an?|few|couple|two|three|\\d{1,2}(?:st|nd|rd|th)?|first|last) ?){0,5}(?:months?|weeks?|days?|weekend|payday|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|tomorrow|tmrw|tonight|later|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?(?: \\d{1,2}(?:st|nd|rd|th)?)?|delivery|pick ?-?up|completion|1st|\\d{1,2}(?:st|nd|rd|th)|month[- ]end|soon|net \\d{1,2}))';

const PIECES: SaleWords['pieces'] = (
  [
    [
      'back',
      `${SHE}(?:i )?(?:gave|handed|got)(?: (?:her|him|them))?(?: back)? ${SUM}(?: (?:in|as))? (?:back|change)(?: in change)?`,
    ],
    [
      'later',
      `${SHE}(?<later>(?:says? |said |promised |is going |wants |has |going |gonna ){0,5}(?:(?:she|he|they|i)(?:['’]?ll)? )?(?:to |will |would |['’]?ll )?(?:pay(?:s|ing)?|settles?|transfers?)(?: me| us| up| it| the rest| the balance| the other half){0,5}(?: the money)? ${WHEN}|pays? later|(?:the )?(?:rest|balance|remainder|other half)(?: (?:is|will be|due|to pay|to be paid|comes|paid)){0,5} ${WHEN}|(?:payment )?(?:is )?(?:due|payable) ${WHEN}|(?:will |to )pay ${WHEN})`,
    ],
    [
      'unpaid',
      `${SHE}(?:${NOT_PAID_EN}|pay(?:ment)? (?:is )?(?:pending|outstanding|open)|on (?:credit|account|tick|the tab|a tab|her tab|his tab|the house account)|outstanding|money (?:is )?still to come)`,
    ],
    [
      'part',
      `${SHE}(?:(?:has|already|just|with|paid|put|down|left|gave|took|got|received) ){0,5}(?:an? |me ){0,5}${SUM} (?:(?:in )?cash |by card |by transfer )?(?:as )?(?:an? )?(?:deposit|down(?: payment)?|up ?front|in advance|advance)(?: (?:already )?paid)?(?: now| already| today)?`,
    ],
    [
      'part',
      `${SHE}(?:with |paid |an? |put |left |gave |took |got |received |me ){0,5}(?:deposit|down payment|down)(?: of)? ${SUM}(?: (?:already )?paid)?(?: now| already| today)?`,
    ],
    [
      'half',
      `${SHE}(?:(?:has|already|just) ){0,5}(?:paid half|half(?: of it)?(?: is| was)?(?: already)? paid|half(?: of it)? (?:up ?front|now|down))(?: (?:now|already|today|of it|up ?front)){0,5}`,
    ],
    [
      'paid',
      `${SHE}(?:(?:has|have|already|just|all|fully|is|was) ){0,5}(?:paid|gave|handed|sent|transferred|wired|venmoed|zelled)(?: me| us)?(?: the)?(?: full)? ${SUM}${HOW}${SOON}${HOW2}`,
    ],
    ['paid', `${SHE}(?:(?:i|we) )?(?:got|received|took) ${SUM}${HOW}(?: for (?:it|them|that))?${SOON}`],
    [
      'paid',
      `${SHE}(?:(?:has|have|already|just|all|fully|is|was|been|now) ){0,5}(?:paid|settled)(?: me| us)?(?: for)?${SOON}${HOW}${SOON}`,
    ],
    ['paid', `(?:(?:and|all|with|by|via|in|through|on|using) ){0,5}${MEANS}(?: (?:payment|paid|already)){0,5}`],
    ['each', `@ ?${SUM}`],
    [
      'each',
      `(?:for |at |@ ?|,)?\\s?${SUM}(?: (?:each|apiece|a piece|per \\p{L}+|a pop|an? (?:piece|copy|unit|pack|box|bottle|hour|bag|set|pair|dozen))| ?/ ?(?:each|ea|pc|piece|unit|h|hr|hour)| ea)`,
    ],
    [
      'total',
      `(?:(?:for|at|,|comes to|came to|makes|that['’]s) ?){0,5}${SUM}(?: in)? (?:total|altogether|all together|in all|all in|for (?:the lot|all(?: of (?:it|them))?|everything|both|the (?:set|pair)))`,
    ],
    [
      'total',
      `(?:(?:for|at|comes to|came to|makes|a|the|in|grand|that['’]s) ){0,5}(?:total|altogether|all in all|in all|sum)(?: of| is| was| comes to| came to|:)?\\s?${SUM}`,
    ],
    ['sum', `(?:for |at |@ ?|costs? |costing |worth |price |[:=–-] ?)?(?<![\\p{L}\\d])${SUM}`],
    [
      'none',
      `(?:(?:to|by|from|for) )?(?:some ?(?:one|body)|an? (?:random |complete |total )?(?:stranger|tourist|walk[- ]?in|passer-?by|guy|lady|man|woman|customer))(?: (?:who )?(?:i|we) (?:don['’]?t|do not|didn['’]?t) know)?|(?:(?:i|we) )?(?:don['’]?t|do not|didn['’]?t|did not|no idea) (?:know|catch|get|ask|have|who)(?: (?:him|her|them|who(?: (?:it|he|she) (?:was|is))?|(?:(?:his|her|their|the|a|any) )?(?:names?|number|details)|it was|(?:he|she) (?:was|is)))?|no name(?: given| left)?|(?:a )?stranger|walk[- ]?in|unknown|anonymous`,
    ],
    ['day', '(?:on )?(?<day>yesterday)(?: (?:morning|afternoon|evening))?'],
    [
      'none',
      '(?:today|tonight|just now|this (?:morning|afternoon|evening)|earlier|in (?:the )?(?:shop|store|studio)|(?:at|on) (?:the |today.?s |my |our )?(?:\\p{L}+ )?(?:shop|store|market|fair|counter|till|stall|stand|pop-?up|festival|bazaar)|in person|from me|from us)',
    ],
  ] as const
).map(([says, shape]) => [says, new RegExp(`${START}(?:${shape})$`, 'iu')] as const);

const NUMBER =
  '(?:an?|another|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|fifty|a hundred|(?:half )?a dozen|\\d{1,5}x?)';
const COUNTED = new RegExp(`^(?:another )?(?<n>${NUMBER})\\s`, 'iu');

export const SALE_EN: SaleWords = {
  pieces: PIECES,
  before: /^(?:some more of |off me |from me )/iu,
  after: /(?:\s(?:from me|off me|home|away|along|for|at|and|with|of|which|,|-)|[\s,:–-])+$/iu,
  noGoods:
    /\b(?:refunds?|discounts?|quotes?|quotations?|estimates?|invoices?|bills?|calls?|e-?mails?|messages?|reminders?|loans?|letters?|looks?|breaks?|days? off|raise|questions?|complaints?|for|that|which|who|but|if|when|because|paid|pays?|owes?|says?|said|will|was|were|is|are|has|have|had|not|maybe|about|quote|reply|replies|leads?|likes?|followers?|results?|kids?|children|dogs?|cats?|cold|flu|haircut appointment|job|divorce)\b/iu,
  goods: new RegExp(
    `^(?:another )?${NUMBER} ?(?:x )?(?=\\p{L})[\\p{L}\\p{M}'’&() .-]{2,60}(?:\\s?[x×*]\\s?\\d{1,4})?$`,
    'iu',
  ),
  one: (goods) => goods,
  count: (goods) => {
    const said = COUNTED.exec(goods)?.groups?.n?.toLowerCase().replace(/x$/, '');
    return said === 'a dozen' ? 12 : said === 'a hundred' ? 100 : said === undefined ? undefined : numberSaid(said);
  },
  // another is not the one that is there
  title: (goods) => (/^another /iu.test(goods) ? '' : goods.replace(COUNTED, '').trim()),
  paid: (means) =>
    `paid${means === '' ? '' : ` ${/^(?:card|credit card|debit card|cheque|check|bank|transfer|bank transfer|wire)$/iu.test(means) ? 'by ' : ''}${means.replace(/^(?:her|his) /iu, '')}`}`,
  part: (sum) => `paid ${sum}`,
  inAll: (sum) => `${sum} total`,
  unpaid: 'not paid',
  sent: 'sent',
  walkIn: 'walk-in',
  note: (words) => `, note: ${words}`,
};
