import { narrow } from '../../normalise.ts';
import { findMoney } from '../find_money.ts';
import { readChineseNumber } from '../numerals.ts';
import { dayBehind } from './order_day.ts';
import { MEANS_EN, MEANS_SURE, MEANS_ZH } from './payment_means.ts';

/** How much of an order was said to have come: a share of it, or a sum as it was typed; `left`: all but so much. */
export type Part = { percent: number } | { sum: string } | { left: string };

/** A part that is said behind the goods. `come`: it is said to have come; undefined `part`: how much is not said. */
export interface PartSaid {
  /** The words as typed. */
  said: string;
  part?: Part;
  come: boolean;
}

/** So much of the end is looked at. */
const NEAR = 80;
const SHARE_EN =
  '(?<share>half|an? (?:third|quarter)|one[ -](?:third|quarter)|(?<percent>(?<![\\d.,])\\d{1,2}(?:\\.\\d)?)\\s?(?:%|percent))(?: of it| of (?:the|that) (?:total|sum|price))?';
const SHARE_ZH =
  '(?<share>一半|半款|百分之(?<parts>\\d{1,2}|[一二三四五六七八九十]{1,3})|(?<percent>(?<![\\d.,])\\d{1,2}(?:\\.\\d)?)\\s?%|(?<tenths>[一二三四五六七八九1-9])成)';
const SUM =
  '(?<sum>(?<![\\d.,])[¥￥$€£]?\\s?\\d[\\d.,]{0,12}(?:\\s?(?:元|块钱?|(?!now|via|for|and)[A-Za-z]{3}(?![A-Za-z])))?)';
const FRONT_EN = '(?:an? |the )?(?:deposit|dep\\.?|dp|down ?payment|advance|retainer|first instal?ment)';
const BEHIND_EN =
  '(?: (?:as )?(?:an? )?(?:deposit|down ?payment|down|up ?front|in advance|advance|now|already|so far))';
const HAS = '(?: (?:is|was|has been|have been|already|just|now))?';
const BY = `(?: (?:by|via|with|in|through) ${MEANS_EN}| ${MEANS_EN})?`;
const FRONT_ZH = '(?:定金|订金|首款|首付款?|预付款?|预付|押金)';
const PAID_ZH = `(?<![没未不周天月再先会实应])(?:已经?|刚刚?|都|只|才|仅|就)*(?:用?${MEANS_ZH})?(?:(?:付|交|转|预付)(?:款)?(?:了|过|到|清)?|(?:收|给)(?:款)?(?:了|过|到|清)|(?<=已|已经)(?:收|给)|收(?=\\s?[¥￥]?\\d[\\d.,]*(?:元|块)?的?(?:定金|订金|首付|预付|押金))|[打汇]了)`;
const DONE_ZH = '(?:已经?|都)?(?:付|收|交|转|到)(?:款|清|账|帐)?(?:了|过)?';

const ONE_SUM = SUM.replace('<sum>', ':');
/** 微信500, $300 by paypal. */
const BY_MEANS = `(?:${MEANS_SURE}(?:付|转|收)?了?\\s?[:：]?\\s?${ONE_SUM}|${ONE_SUM} (?:in |by |via |with )?${MEANS_SURE})`;

/** Those that say that it has come, and how much. */
const COME = [
  `(?:paid |received |已?[付收]了?)?(?<sums>${BY_MEANS}(?:[\\s,，、;；+]*(?:and |plus |和|加|另)?${BY_MEANS}){1,3})(?: (?:paid|received)|已?[付收]了?)?`,
  `${MEANS_SURE}\\s?[:：]?\\s?${SUM}`,
  `${SHARE_EN}${BEHIND_EN}?${HAS} (?:paid|received)${BEHIND_EN}?${BY}`,
  `(?:paid|received) (?:an? )?${SHARE_EN}${BEHIND_EN}?${BY}`,
  `${FRONT_EN}(?: of)?:? ${SUM}${HAS} (?:paid|received)${BY}`,
  `${FRONT_EN}${HAS} (?:paid|received):? ${SUM}`,
  `${SUM}${BEHIND_EN}?${HAS} (?:paid|received)${BEHIND_EN}?${BY}`,
  `(?:paid|received) (?:${FRONT_EN}(?: of)? )?${SUM}${BEHIND_EN}?${BY}`,
  `${PAID_ZH}${FRONT_ZH}?的?${SHARE_ZH}(?:的?(?:定金|订金|货款|钱|款))?了?`,
  `${SHARE_ZH}的?(?:定金|订金|货款|钱|款|预付款)?${DONE_ZH}`,
  `${FRONT_ZH}[ ,，]?${DONE_ZH}[:： ]?${SUM}`,
  `${PAID_ZH}${FRONT_ZH}?了?[:： ]?${SUM}(?:的?${FRONT_ZH})?了?`,
  `${FRONT_ZH}[:： ]?${SUM}[ ,，]?${DONE_ZH}`,
  `${SUM}的?${FRONT_ZH}[ ,，]?${DONE_ZH}`,
].map(atEnd);
const FIGURE = /\d[\d,]{0,9}(?:\.\d{1,2})?/gu;
const LEFT_SUM = SUM.replace('<sum>', '<left>');
const LEFT_EN = '(?:balance|bal\\.?|rest|remainder|remaining|outstanding|amount due|left to pay)';
/** Those that say how much has not: balance $400, 还欠28. */
const LEFT = [
  `(?:and |with |the |an? |still |he |she |they |has |have )*(?:${LEFT_EN}(?: of| is|:| due| to pay| open)*|owes?|owed|owing) ${LEFT_SUM}(?: (?:is |still )?(?:open|due|left|to pay|outstanding|unpaid|owed|owing|remaining))?`,
  `(?:and |with )?${LEFT_SUM} (?:is |still )*(?:open|owed|owing|outstanding|remaining|left to pay|still due|left|short)`,
  `(?:还|尚|仍)?(?:欠款?|差|剩(?:余|下)?(?:的)?|未[付收]|没[付收]|余款|尾款)(?:还有|是|为)?[:： ]?${LEFT_SUM}(?:未[付收]|没[付收]|待[付收])?`,
].map(atEnd);
/** Those that leave open whether it has come, or how much. */
const OPEN = [
  `${SHARE_EN}${BEHIND_EN}`,
  `${FRONT_EN}(?: of)?:? (?:${SHARE_EN}|${SUM})`,
  `${SUM}${BEHIND_EN}`,
  `(?:an? )?${FRONT_EN}${HAS} (?:paid|received)${BY}`,
  `(?:paid|received) (?:an? )?${FRONT_EN}${BY}`,
  `(?:part(?:ly|ially)?|some)${HAS} paid`,
  `paid (?:a )?(?:part(?:ly|ially)?|some)(?: of it)?`,
  `(?:先|预)(?:付|收|交)?了?${FRONT_ZH}?(?:${SHARE_ZH}|${SUM})(?:的?(?:定金|订金|款))?`,
  `${FRONT_ZH}[:： ]?(?:${SUM}|${SHARE_ZH})`,
  `(?:${SHARE_ZH}|${SUM})的?${FRONT_ZH}`,
  `${FRONT_ZH}${DONE_ZH}`,
  `${PAID_ZH}(?:${FRONT_ZH}|一?部分(?:货?款|钱)?)了?`,
  `一?部分(?:货?款|钱)?${DONE_ZH}`,
].map(atEnd);

function atEnd(pattern: string): RegExp {
  return new RegExp(`(?<=^|[\\s,，;；(（。元块\\d\\p{Script=Han}])(?:${pattern})[\\s)）.。!！]*$`, 'iu');
}

/** Takes what is said of a part of the money off the end. Undefined: nothing is. */
export function partSaid(words: string, currency: string): { text: string; part: PartSaid } | undefined {
  const from = Math.max(0, words.length - NEAR);
  const plain = narrow(words).slice(from);
  if (
    !/[付收交转给打汇到款金欠差剩]|paid|received|dep|dp|bal|down|up ?front|advance|retainer|instal|now|far|balance|rest|remain|outstanding|ow(?:e|ing)|due|open|left|short|微信|现金|[卡刷扫]|银联|花呗|对公|cash|p[ae]y|venmo|zelle|stripe|wechat|revolut/iu.test(
      plain,
    )
  )
    return undefined;
  for (const [shapes, come] of [[LEFT, false] as const, [COME, true] as const, [OPEN, false] as const]) {
    for (const shape of shapes) {
      const found = shape.exec(plain);
      if (!found || from + found.index === 0) continue;
      const text = words.slice(0, from + found.index).replace(/[\s,，;；(（]+$/u, '');
      const part = partOf(found.groups ?? {});
      // the only sum is what all of it costs
      const sum = part && ('sum' in part ? part.sum : 'left' in part ? part.left : undefined);
      // behind a mark it is none of the last article's: mug 21, $7 deposit paid
      const isRight = sum !== undefined && found[0].startsWith(sum) && !/^\s*[,，;；]/u.test(words.slice(text.length));
      if (text === '' || (sum !== undefined && !saysPrice(text, currency, isRight))) continue;
      return { text, part: { said: words.slice(from + found.index), come, ...(part && { part }) } };
    }
  }
  return undefined;
}

/** 微信500 支付宝780: what they come to, as each is typed. */
function inAll(sums: string): string {
  const typed = [...sums.matchAll(FIGURE)];
  const cents = typed.reduce((all, [figure]) => all + Math.round(Number(figure.replace(/,/gu, '')) * 100), 0);
  const [sign = '', code = ''] = [/[¥￥$€£]/u.exec(sums)?.[0], /元|块|[A-Z]{3}(?![A-Za-z])/u.exec(sums)?.[0]];
  return `${sign}${cents / 100}${code && ` ${code}`}`;
}

function partOf({
  share,
  sums,
  sum,
  left,
  percent,
  parts,
  tenths,
}: Record<string, string | undefined>): Part | undefined {
  if (left) return { left: left.trim() };
  if (sums) return { sum: inAll(sums) };
  if (sum) return { sum: sum.trim() };
  if (!share) return undefined;
  if (percent) return { percent: Number(percent) };
  if (parts) return { percent: readChineseNumber(parts) ?? Number(parts) };
  if (tenths) return { percent: 10 * (readChineseNumber(tenths) ?? Number(tenths)) };
  if (/third/iu.test(share)) return { percent: 100 / 3 };
  return { percent: /quarter/iu.test(share) ? 25 : 50 };
}

const EACH = /\s?(?:each|apiece|ea\.?|[/／]\s?\p{L}{1,6}|per \p{L}{1,8}|[一每]\p{Script=Han})$/iu;

/** Whether what all of it costs stands in front; `right`: right in front, else the sum is what the last article costs. */
function saysPrice(words: string, currency: string, right: boolean): boolean {
  const text = (dayBehind(words)?.text ?? words).replace(EACH, '');
  const found = findMoney(text, currency);
  if (right)
    return (
      found.some(({ end }) => end === text.length) ||
      /(?:^|[\s\p{Script=Han}])(?:\d{3,6}|\d{1,6}\.\d{1,2})$/u.test(narrow(text))
    );
  return found.length > 0 || /(?:^|[\s\p{Script=Han}])\d{2,6}(?:\.\d{1,2})?$/u.test(narrow(text));
}

const ALL_SUM =
  '(?<sum>(?<![\\d.,])[¥￥$€£]?\\s?\\d[\\d.,]{0,12}(?:\\s?(?:元|块钱?|(?:USD|CNY|RMB|EUR|GBP)(?![A-Za-z])))?)';
const ALL_ZH = `(?<![没未不周天月再先会实应只才仅预待要])(?:刚刚?|都|全)*(?:用?${MEANS_ZH})?(?:已经?(?:付|收|交|转)(?:款)?(?:了|过|清)?|(?:付|交|转|打|汇|收)(?:款|到|清)?(?:了|过|清)|收到)(?:的?(?:现金|微信|支付宝))?`;
/** Before a sum they say that it has come so; a card's or a cheque's figure may be its number. */
const FUNDS_EN =
  '(?:cash|bank transfer|paypal|venmo|zelle|wechat|alipay|apple pay|google pay|revolut|card(?=[:： ]{0,2}[$£€¥]))';
/** 现金256, cash 40: how it came is all that is said of it. */
const FUNDS =
  '(?<=[\\s,，;；(（])(?<funds>(?:微信|支付宝|现金|转账|扫码|刷卡|银联|花呗)(?:转账?|收款?|付款?)?|(?:cash|paypal|venmo|zelle|alipay|revolut)(?![a-z]))';
const ALL_EN = `(?<!\\b(?:not|be|been|get|got|half|part|partly|only|just|un|to)\\s)(?<![\\p{L}-])(?:and |& )?(?:(?:he|she|they) )?(?:has |have |already |all )*paid(?: me| us)?(?: (?:in |by |via |with )?${FUNDS_EN})?`;
/** 已付950 and paid 40, in front of the sum that all of it costs. */
const ALL_BEHIND = new RegExp(
  `(?<=[\\s,，;；(（\\p{L}\\d])[\\s,，;；(（]*(?:${ALL_ZH}|${FUNDS}|(?<=[\\s,，;；(（])${ALL_EN})[:： ]{0,2}${ALL_SUM}(?:了)?(?=[\\s)）.。!！]*$|[\\s,，;；)）.。]+(?!\\d))`,
  'iu',
);
const ALL_IN_FRONT = new RegExp(
  `^(?:${ALL_ZH}|${ALL_EN})[:： ]{0,2}${ALL_SUM}[\\s,，;；]+(?:for |的是?)?(?=\\S)`,
  'iu',
);
/** Another part of it is spoken of. */
const NOT_ALL =
  /[欠剩余差]|[定订押]金|首[付款]|预付|尾款|deposit|down|up ?front|advance|\b(?:of|towards?|first|so far|rest|balance|ow(?:e|es|ing)|left|half|as|more|tip)\b/iu;

/** Has not come, or not yet: around a bare 现金256. */
const NOT_COME_FRONT =
  /(?:[明后]天|[下月周]\S{0,3}|月底|到时候?|改天|回头|晚点|[没未待要先再会欠收找返补送抵]|\b(?:pays?|paying|to|will|no|not|petty|for|the|an?|tomorrow|later))[\s,，;；(（]*$/iu;
const NOT_COME_BEHIND = /[没未待]|[明后]天|\b(?:un|not|later|tomorrow|soon|back|off|when|on)/iu;

/** The same words with the sum in front of the word for paid, where it is all that is said of money: 2斤龙井 已付950, paid 40 for 2 mugs. */
export function paidTurned(words: string, currency: string): string {
  const plain = narrow(words);
  const found = ALL_BEHIND.exec(plain);
  const first = found ? undefined : ALL_IN_FRONT.exec(plain);
  const hit = found ?? first;
  if (!hit) return words;
  const end = hit.index + hit[0].length;
  const [front, behind] = [words.slice(0, hit.index), words.slice(end)];
  const goods = first ? behind : front;
  if (goods.trim() === '' || NOT_ALL.test(narrow(behind)) || holdsPrice(goods, currency)) return words;
  if (hit.groups!.funds && (NOT_COME_FRONT.test(narrow(front)) || NOT_COME_BEHIND.test(narrow(behind)))) return words;
  const paid = /\p{Script=Han}/u.test(hit[0]) ? '已付' : 'paid';
  return first
    ? `${behind} ${hit.groups!.sum!.trim()} ${paid}`
    : `${front} ${hit.groups!.sum!.trim()} ${paid}${behind}`;
}

const holdsPrice = (goods: string, currency: string): boolean =>
  saysPrice(goods, currency, false) || /[x×*＊@]\s?[$¥￥€£]?\d|每\p{Script=Han}\s?\d|单价/iu.test(narrow(goods));

/** 龙井 先付了, 龙井 已付定金: whether money has come is no part of a name. */
export const endsWithPaid = (title: string): boolean =>
  /[\s,，](?:已|先|还没|没有?|未|才|只|预)?(?:[付交]了?|付过|付款)(?:[定订押]金)?$|[\s,，](?:not |un)?paid$/iu.test(
    title,
  );

const OF_DEPOSIT = /deposit|down ?payment|advance|retainer|up ?front|instal?ment|[定订押]金|首[付款]|预付/iu;
const TAILS = /[\s,，;；]+|(?<=\p{Script=Han})(?=[付交定订首预已先收押])/gu;
/** Longer ones say what they cost. */
const LONGEST_GOODS = 300;
const PRICED = 'x 1 USD';

/** A deposit where nobody says what all of it costs: 2 mugs, paid 40 deposit. `sum`: as it was typed. */
export function depositAlone(words: string): { goods: string; said: string; sum: string; come: boolean } | undefined {
  const text = words.trim();
  const plain = narrow(text);
  if (text.length > LONGEST_GOODS || !OF_DEPOSIT.test(plain)) return undefined;
  for (const { index, 0: gap } of [...plain.matchAll(TAILS)].slice(-12)) {
    const [goods, said] = [text.slice(0, index), text.slice(index + gap.length)];
    const read = OF_DEPOSIT.test(said) ? partSaid(`${PRICED} ${said}`, 'USD') : undefined;
    const part = read?.text === PRICED ? read.part : undefined;
    if (!part?.part || !('sum' in part.part) || goods.trim() === '') continue;
    return holdsPrice(goods, 'USD') ? undefined : { goods, said, sum: part.part.sum, come: part.come };
  }
  return undefined;
}
