import { plainly, plainPattern } from '../plainly.ts';
import type { Does } from './rule.ts';

/** A line that is said to us as it stands, though it begins with no slash; `whose`: it is about whoever the card is of. */
export interface CommandLine {
  does: Does;
  words: string;
  whose?: true;
}

/** Longer lines are no command's. */
const LONGEST = 160;

/** Who says this speaks to a reader, or tells of something: order is on its way, invoice attached. */
const TOLD =
  /[?？]|\b(?:is|are|was|were|will|can|could|would|should|must|has|have|had|ends|runs|please|pls|you|your|i|we|our|me|us|it|thanks?|thank|attached|enclosed|below|here|sent|signed|ready|coming|follows?|received)\b|['’](?:s|ll|re|ve|m)\b/iu;

const MONTH = '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}';
const PERIOD = `(?:(?:in|for|from|since|during) )?(?:(?:this|last|next) (?:week|month|quarter|year)|today|yesterday|${MONTH}(?: 20\\d\\d)?|20\\d\\d(?:-\\d\\d){0,2}|(?:the )?(?:last|past) \\d{1,3} (?:days|weeks|months))`;
const REF = '(?:[a-z]{1,3}-\\d[\\d-]{0,12}|#?\\d{1,9}|o\\d{1,9})';
const SUM = '[£$€¥]?\\s?\\d[\\d.,]{0,15}\\s?(?:[a-z]{3}|[£$€])?';

/** A list, of what kind, and of which days: leads won last month. */
const listed = (word: string, kinds: string): RegExp =>
  new RegExp(`^${word}\\s+((?:(?:${kinds}) ){0,2}${PERIOD}|(?:${kinds})(?: (?:${kinds}))?)$`, 'iu');

/** Each begins with a command's word; what stands in brackets are its words. */
const ENGLISH: readonly [Does, RegExp][] = [
  ['leads', listed('leads', 'won|lost|open|new|all|due')],
  ['takings', listed('takings', 'products?|newcomers|customers|tax|all')],
  ['tickets', listed('tickets', 'complaints?|questions?|ideas?|open|new|closed|resolved|all|urgent')],
  ['orders', listed('orders', 'unpaid|paid|open|new|shipped|unshipped|cancelled|all')],
  ['quotes', listed('quotes', 'accepted|declined|open|sent|expired|all')],
  ['contracts', listed('contracts', 'ended|active|running|due|all')],
  ['autoreply', /^auto-?\s?reply\s+((?:on|off)(?: .{1,60})?)$/iu],
  ['contract', /^contract\s+((?:.{1,60}\s)?(?:until|till?|from|since|for)\s.{0,30}(?:\d|year|month).{0,60})$/iu],
  ['contract', /^contract\s+(#?\d{1,9}(?: (?:notice|renew|resume|end|file|remind)(?: .{1,30})?)?)$/iu],
  ['invoice', new RegExp(`^invoice\\s+(${REF}(?: .{1,60})?)$`, 'iu')],
  [
    'invoice',
    /^invoice\s+((?:\S{1,30} ){0,2}(?:paid|settled|remind|drop|net \d{1,3}|due .{1,30})(?: [\d.,]{1,12})?)$/iu,
  ],
  [
    'quote',
    new RegExp(
      `^quote\\s+((?:(?!(?:on|in|at|for|by|until|valid|from|to|of|the|number|no|nr|ref)\\s)\\p{L}[\\p{L}'’-]{0,30} ){1,6}${SUM}(?:\\s?(?:plus|and|,|;|\\+).{1,80})?)$`,
      'iu',
    ),
  ],
  ['order', /^order\s+((?:\S{1,30} ){0,3}\d{1,6}\s?[x×*]\s?\S.{0,80})$/iu],
  ['order', new RegExp(`^order\\s+(${REF} paid(?: ${SUM})?)$`, 'iu')],
];

/** Without a command of their own: said of whoever the card is of. */
const ENGLISH_ACTS: readonly [Does, RegExp][] = [
  ['order', new RegExp(`^(paid\\s?${SUM})$`, 'iu')],
  ['contracts', /^contract (?:notice|renew|resume|end)()$/iu],
  ['unpaid', /^remind(?:er)?(?: (?:her|him|them))?(?: (?:kindly|friendly|firm(?:er)?|last))?()$/iu],
];

const CHINESE_PERIOD =
  '(?:[上这本下去今前]个?(?:月|周|星期|季度?|年)|今天|昨天|(?:20\\d\\d年)?\\d{1,2}月|最近\\d{1,3}天)';
const CHINESE: readonly [Does, RegExp][] = [
  ['takings', plainPattern(new RegExp(`^收入\\s?((?:产品|商品|新客户?|客户)?\\s?(?:${CHINESE_PERIOD})?)$`, 'u'))],
  ['order', plainPattern(/^(?:订单|下单)\s+(\S{1,20}\s.{0,60}\d\s?[x×*]\s?\S.{0,40})$/u)],
];
const CHINESE_ACTS: readonly [Does, RegExp][] = [
  ['order', plainPattern(/^((?:付了|已付)\s?[¥￥]?\d[\d.,]{0,12}\s?[元块]?)$/u)],
  ['unpaid', plainPattern(/^(?:催款|催一下|催一催|催一下款|催付款|提醒付款)()$/u)],
];

const POLITE = '(?: (?:please|pls|now|today|back|asap))*';
/** Of the order of whoever the card is of; the words behind it where they are not those that were said. */
const OF_ORDER: readonly [RegExp, string?][] = [
  [new RegExp(`^(?:please |pls )?(refund (?:the )?${SUM})${POLITE}$`, 'iu')],
  [
    new RegExp(
      `^(?:please |pls )?refund (?:the|this|that)(?: (?:whole|full|entire|last))? (?:order|payment|amount|money)${POLITE}$`,
      'iu',
    ),
    'refund',
  ],
  [new RegExp(`^(?:please |pls )?cancel (?:the|this|that)(?: (?:last|whole|entire))? order${POLITE}$`, 'iu'), 'cancel'],
  [
    /^(?:please |pls )?(?:mark|set|flag|log|record)(?: (?:it|this|that|(?:the|this|that) order))? (?:as )?(paid|sent|shipped|delivered|refunded|cancel(?:l?ed)?)(?: (?:please|pls|now|today))*$/iu,
  ],
  [
    new RegExp(
      `^(?:(?:add |make )?(?:an? |new )*)?order\\s+(\\d{1,4} (?:\\p{L}[\\p{L}'’-]{0,30} ){1,4}(?:for |at )?${SUM})$`,
      'iu',
    ),
  ],
  [plainPattern(/^(?:请|麻烦|帮我|给我)?退(?:款|钱|还)?\s?[¥￥]?(\d[\d.,]{0,12})\s?[元块]?(?:钱)?$/u), '退款 $1'],
  [
    plainPattern(
      /^(?:请|麻烦|帮我)?(?:取消(?:这个?|那个?|整个|上一个)?(?:订单|单)|把?(?:这个?|那个?|整个)?(?:订单|单)(?:给)?取消)(?:了|掉|吧)?$/u,
    ),
    '取消',
  ],
  [
    plainPattern(
      /^(?:把)?(?:这单|订单|它)?(?:标|标记|设|记|改)(?:为|成|上)?(?:已经?)?(付款|发货|送达|退款|取消)(?:了|的)?$/u,
    ),
  ],
  [plainPattern(/^(?:把)?(?:这单|订单|它)?(?:标|标记|设|记|改)(?:为|成|上)?已经?付(?:了|清)?$/u), '付款'],
  [
    plainPattern(
      /^(?:订单|下单)\s?((?:\d{1,4}|[一二两三四五六七八九十]{1,3})[个只套盒斤两件包饼把张条份]\p{Script=Han}{1,8}\s?[¥￥]?\d[\d.,]{0,12}\s?[元块]?)$/u,
    ),
  ],
];

function ofOrder(line: string): CommandLine | undefined {
  for (const [pattern, said] of OF_ORDER) {
    const found = pattern.exec(line);
    if (found) return { does: 'order', words: (said ?? '$1').replace('$1', found[1] ?? '').trim(), whose: true };
  }
  return undefined;
}

/** What is said to us beneath an answer or a list, and is no command by itself. */
const BESIDE =
  /^(?:send(?: (?:it|this|that))?(?: (?:now|anyway))?|(?:and|what about|how about) (?:the )?last (?:week|month|quarter|year)\s?\?*)$/iu;
const CHINESE_BESIDE = plainPattern(
  /^(?:(?:立即|马上|确认)?发送|(?:那)?(?:上个?(?:月|周|星期|季度)|去年|前年)呢?\s?[?？]?)$/u,
);

/** What a line under a card says to us as a whole; 'beside': to us, but no command. Undefined: it is an answer, or nothing of this. */
export function commandLineIn(text: string): CommandLine | 'beside' | undefined {
  const line = plainly(text)
    .trim()
    .replace(/[\s.。!！]+$/u, '');
  if (line.length > LONGEST || line.includes('\n')) return undefined;
  if (BESIDE.test(line) || CHINESE_BESIDE.test(line)) return 'beside';
  const order = ofOrder(line);
  if (order) return order;
  if (TOLD.test(line)) return undefined;
  return firstOf([...ENGLISH, ...CHINESE], line) ?? firstOf([...ENGLISH_ACTS, ...CHINESE_ACTS], line, true);
}

function firstOf(lines: readonly [Does, RegExp][], line: string, whose?: true): CommandLine | undefined {
  for (const [does, pattern] of lines) {
    const words = pattern.exec(line)?.[1];
    if (words !== undefined) return { does, words: words.trim(), ...(whose && { whose }) };
  }
  return undefined;
}
