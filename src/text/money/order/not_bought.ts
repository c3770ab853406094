import { narrow } from '../../normalise.ts';
import { findMoney } from '../find_money.ts';

/** Lowers what the goods in front of it cost. */
const LOWERS_EN =
  'disc(?:ount)?|rebate|promo(?:tion)?(?:\\scode)?|savings?|(?:store\\s)?credit|coupon|voucher|loyalty(?:\\spoints)?';
const LOWERS_ZH =
  '(?:优惠|代金|现金|抵用|抵扣|消费)券|(?:礼品|购物|储值|会员)卡|补偿|赔偿?|返现|返点|红包|抵扣|折扣|立减|满减';
/** Tells what they are worth, were to cost or cost elsewhere. */
const TELLS_EN =
  '(?:retail|regular|reg\\.?|list|original|orig\\.?|full|normal|usual|cost)(?:\\sprice)?|msrp|rrp|worth|valued?(?:\\sat)?|vs\\.?|usually|normally|quoted?|budget|costs?|compared?\\s(?:at|to)|instead\\sof|(?:stripe|paypal|bank|transaction|processing)\\sfees?|overpaid';
const TELLS_ZH =
  '利润|提成|佣金|代收|原来|原价|之前|上次|别家|对手|零头|市场?价|团购价|预算|成本价?|零售价|吊牌价|门市价|专柜价|官网价|平时价?|价值|进价|报价|余额';
const SUM = '[¥$€£]?\\s?\\d[\\d.,]{0,9}(?:\\s?[A-Z]{3}(?![A-Za-z])|元|块钱?)?';
const behindPrice = (en: string, zh: string): RegExp =>
  new RegExp(
    `(?:(?<=[\\d元块A-Z][\\s,，;；(]{1,3})(?:${en})|(?<=[\\d元块][\\s,，;；(]{0,3})(?:${zh}))(?:\\s(?:is|of))?[\\s:：是]{0,2}${SUM}\\)?(?=$|[\\s,，;；])`,
    'iu',
  );
const TELLS = behindPrice(TELLS_EN, TELLS_ZH);
const LOWERS = behindPrice(LOWERS_EN, LOWERS_ZH);
/** Nobody buys what is called so: how it was paid, what came in advance, what is left, what all of it comes to. */
const NO_GOODS =
  /^(?:(?:paid|unpaid|via)(?:\s.*)?|(?:sub|grand)\s?total|微信|支付宝|现金|银行卡|信用卡|刷卡|转账|转帐|对公|扫码|银联|花呗|(?:先|已|预|实|应)[付收].*|(?:合计|总计|总共|一共|共计|小计|抹零|余款|尾款|给了|打了|付了|收了|转了).*|退了?(?:\d|[一两二三]\p{Script=Han}).*|退了|换[成为].*|overpaid.*|exchanged?\sfor\s.*|swap(?:ped)?\s.*\sfor\s.*)$/iu;

const ROUNDED = new RegExp(`(?:^|(?<=[\\s,，;；\\d元块]))抹零[\\s:：]{0,2}(?<sum>${SUM})$`, 'u');
const LAST_FIGURE = /\d[\d.,]*(?=\D*$)/u;
const figureIn = (text: string): number => Number((LAST_FIGURE.exec(text)?.[0] ?? '').replace(/,/gu, ''));

/** 抹零40: what comes off is far below what stands in front of it, else it is what is left of that. */
export function isRoundedOff(front: string, words: string): boolean {
  const found = ROUNDED.exec(narrow(words).trim());
  const sum = found?.index === 0 ? found.groups?.sum : undefined;
  return sum !== undefined && 2 * figureIn(sum) < figureIn(narrow(front));
}

/** Included in what the others cost, or with it all there is to pay: incl. tax $44, tax total $544. */
const TAX = /^(?:(?:sales )?tax(?:es)?|vat|gst|税)$/iu;
const TAX_WITHIN = /^(?:incl(?:\.|uding|usive of|udes|uded)?|with|含|内含)\s?(?:(?:sales )?tax(?:es)?|vat|gst|税)$/iu;

/** Whether what costs so much is no article. */
export function isNotBought({ title, inAll }: { title: string; inAll: boolean }): boolean {
  const plain = narrow(title).trim();
  return plain.length <= 60 && (NO_GOODS.test(plain) || TAX_WITHIN.test(plain) || (inAll && TAX.test(plain)));
}

/** A sum that is none of the prices. */
export interface NotBought {
  said: string;
  /** The goods without it, where it only tells something; undefined: it lowers what they come to. */
  front?: string;
}

/** retail $600, 优惠券10元 behind a price. Undefined: nothing of the kind is said. */
export function notBought(goods: string, currency: string): NotBought | undefined {
  const plain = narrow(goods).trimEnd();
  const rounded = ROUNDED.exec(plain)?.index;
  if (rounded !== undefined && isRoundedOff(goods.slice(0, rounded), goods.slice(rounded)))
    return { said: goods.slice(rounded).trim() };
  for (const [shape, lowers] of [[LOWERS, true] as const, [TELLS, false] as const]) {
    const found = shape.exec(plain);
    const front = found ? goods.slice(0, found.index) : '';
    if (!found || !isPriced(front, currency)) continue;
    const said = goods.slice(found.index, found.index + found[0].length).replace(/\)$/u, '');
    if (lowers) return { said };
    const behind = goods.slice(found.index + found[0].length);
    return { said, front: `${front.replace(/[\s,，;；(]+$/u, '')}${behind}` };
  }
  return undefined;
}

const isPriced = (front: string, currency: string): boolean =>
  findMoney(front, currency).length > 0 ||
  /(?:^|[\s\p{Script=Han}])\d{2,6}(?:\.\d{1,2})?[\s,，;；(]*$/u.test(narrow(front));

const TOTAL_FIRST = new RegExp(
  `^(?<total>(?:(?:grand )?total|in all|合计|总计|总共|一共|共计|总价|总额)[\\s:：是]{0,2}${SUM})[\\s,，;；:：]{1,3}(?=\\p{L}|\\d{1,3}\\s?[x×\\p{Script=Han}])`,
  'iu',
);

/** 合计1280 龙井 680 茶具 600: what all of it comes to, put behind the goods. Undefined: it stands not in front. */
export function totalInFront(goods: string): { said: string; instead: string } | undefined {
  const found = TOTAL_FIRST.exec(narrow(goods));
  const said = found?.groups?.total;
  return found && said !== undefined
    ? { said: goods.slice(0, said.length), instead: `${goods.slice(found[0].length)} ${goods.slice(0, said.length)}` }
    : undefined;
}
