import { narrow } from '../../normalise.ts';
import { findMoney } from '../find_money.ts';

/** A number behind what the goods cost that a word in front of it makes something else than one more price. */
interface NumberBehind {
  said: string;
  /** The goods without it. */
  front: string;
  /** The goods where it is what they come to; undefined: it is no sum. */
  instead?: string;
}

const NEAR = 80;
const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
/** PO 4512, zip 02139, net 30, May 2027, 尾号1234: nobody pays that. */
const NAMED_EN = `p\\.?o\\.?|job|che(?:ck|que)|invoice|inv|ref(?:erence)?|order|quote|ticket|case|project|acc(?:oun)?t|room|suite|apt|apartment|flat|floor|zip(?:\\s?code)?|post\\s?code|sku|model|size|tel|phone|ext|net|deadline|due|id|code|version|page|no|nr|number|(?:${MONTHS})[a-z]{0,6}`;
const NAMED_ZH =
  '(?:(?:微信|支付宝|银行卡|手机|卡)\\s?)?尾号|门牌号?|房间?号?|桌号?|积分|发票号?|合同号?|编号|工号|会员号?|(?:优惠|代金|现金)?券|邮编|电话|支票号?|尺码|型号';
const NAMED = new RegExp(
  `(?:(?<=[\\s,，;；])(?:${NAMED_EN})(?:\\s(?:no\\.?|number))?[\\s.:#]{0,3}|(?<=[\\s,，;；\\d元块])(?:${NAMED_ZH})[\\s:：是]{0,2})[A-Z]{0,4}-?\\d[\\d-]{0,15}\\s?号?$`,
  'iu',
);
/** for $450, 应付 120, 抹零120: what it comes to instead. */
const INSTEAD =
  /(?:(?<=[\s,，;；])(?:for|now|instead|only|(?:special|sale|member|final|discounted|net) price(?: is| of)?|discounted to|reduced to|down to)\s|(?<=[\s,，;；\d元块])(?:应付|实付|应收|实收|只收|就收|仅收|只要|就给|只给|给|收|优惠[到至成]|降价?[到至]|改价[到为成]?|便宜[到至]|打折[到后]|(?:会员|新客|新人|老客户?|熟客|秒杀|券后|拼团|团购|团长|直播间?|内部|批发|打包|友情|现)价?|优惠价|会员价|活动价|折后价?|到手价?|成交价?|特价|抹零后?|抹到)[\s:：是为]{0,2})(?<sum>[¥$€£]?\s?\d{1,7}(?:\.\d{1,3})?(?:\s?[A-Z]{3}|元|块钱?)?)$/iu;
const BARE_PRICE = /(?<=[\s\p{Script=Han}])\d{1,6}(?:\.\d{1,2})?$/u;

/** Reads such a number off the end of the goods. Undefined: there is none, or nothing in front of it says a price. */
export function numberBehind(goods: string, currency: string): NumberBehind | undefined {
  const plain = narrow(goods).trimEnd();
  const from = Math.max(0, plain.length - NEAR);
  const end = plain.slice(from);
  const found = NAMED.exec(end) ?? INSTEAD.exec(end);
  if (!found) return undefined;
  const front = goods.slice(0, from + found.index).replace(/[\s,，;；]+$/u, '');
  const price = priceAtEnd(front, currency);
  if (price === undefined) return undefined;
  const said = goods.slice(from + found.index).trim();
  const sum = found.groups?.sum?.trim();
  if (sum === undefined) return { said, front };
  const money = /^\d+(?:\.\d+)?$/u.test(sum) ? `${sum} ${currency}` : sum;
  return { said, front, instead: `${front.slice(0, price).trim()} ${money}` };
}

/** Where what the goods cost begins, at their end. */
function priceAtEnd(front: string, currency: string): number | undefined {
  const sum = findMoney(front, currency).find(({ end }) => end === front.length);
  return sum?.start ?? BARE_PRICE.exec(narrow(front))?.index;
}
