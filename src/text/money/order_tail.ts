import { narrow } from '../normalise.ts';

/** A parcel as people write it behind what is in it: 顺丰SF1234567890, shipped by UPS 1Z999AA10123456784. */
export interface ParcelSaid {
  carrier: string;
  number: string;
}

/** What stands behind the articles: whether the money has come, and with which parcel they left. */
export interface OrderTail {
  /** The words in front of all that. */
  text: string;
  paid: boolean | undefined;
  parcel?: ParcelSaid;
}

/** By what somebody pays. */
const MEANS_ZH = '(?:微信|支付宝|现金|银行卡|信用卡|刷卡|转账|转帐|对公|扫码|银联|花呗)';
const MEANS_EN =
  '(?:cash|card|credit card|debit card|bank|bank transfer|transfer|wire|paypal|venmo|zelle|stripe|wechat|alipay|apple pay|google pay|revolut|wise|cheque|check|invoice)';
/** Behind all of it: whether the money has come. */
const PAID = new RegExp(
  `[\\s,，;；(（]*(?:(?:already |now )?paid(?: in full| already)?(?: (?:by|via|with|in|through|on) ${MEANS_EN}| ${MEANS_EN})?|${MEANS_EN} paid|(?:已经?)?用?${MEANS_ZH}(?:已经?)?(?:付款?|支付|转|收款?|收)(?:清|过|了|好|完)?[的了]?|(?:已经?|全)?(?:付清|付款|付了款?|收款|收到款?|收了钱?|付过)了?|已付|已收)[\\s)）.。!！]*$`,
  'iu',
);
const UNPAID =
  /[\s,，;；(（]*(?:unpaid|not (?:yet )?paid(?: yet)?|to be paid|pay later|(?:还没|没|没有|未|待|尚未)(?:有)?(?:付款?|收款?|给钱|付钱)|赊账|货到付款)[\s)）.。!！]*$/iu;

const CARRIER =
  '顺丰(?:速运|快递)?|圆通(?:快递)?|中通(?:快递)?|申通(?:快递)?|韵达(?:快递)?|极兔(?:速递)?|京东(?:快递|物流)?|邮政|德邦(?:快递)?|菜鸟|百世|SF(?:\\sExpress)?|EMS|UPS|USPS|FedEx|DHL|DPD|GLS|TNT|Hermes|Evri|Royal\\sMail|Parcelforce|Australia\\sPost|Canada\\sPost|Deutsche\\sPost|La\\sPoste|PostNL|Aramex|YTO|ZTO|STO|J&T';
/** A carrier by its name, and a number of eight characters or more with digits in it; or 快递单号 and such a number. */
const PARCEL = new RegExp(
  `[\\s,，;；(（]+(?:(?:already\\s)?(?:shipped|sent|posted)(?:\\s(?:by|with|via))?|已?(?:发货|寄出|发出|发|寄)了?)?[\\s,，:：]*(?:(${CARRIER})|快递单?号?|运单号?|物流单?号?|单号|tracking(?:\\snumber)?)[\\s:：#]*([A-Za-z]{0,4}(?=[A-Za-z\\d-]*\\d{4})[A-Za-z\\d-]{8,36})[\\s)）.。!！]*$`,
  'iu',
);
/** Behind the word for it alone a shorter one is a number too: 单号 SF999, tracking 12345. */
const NUMBERED =
  /[\s,，;；(（]*(?:快递单?号?|运单号?|物流单?号?|单号|tracking(?:\snumber)?)[\s:：#]*((?=[A-Za-z-]*\d{3})[A-Za-z\d-]{3,36})[\s)）.。!！]*$/iu;

/** Takes both off the end, in whatever order they stand there. */
export function orderTail(words: string): OrderTail {
  const parcel = parcelAtEnd(narrow(words));
  const text = parcel && parcel.at > 0 ? words.slice(0, parcel.at) : words;
  const money = withoutPaid(text);
  if (parcel && text !== words) return { ...money, parcel: { carrier: parcel.carrier, number: parcel.number } };
  return money.paid === undefined ? money : { ...orderTail(money.text), paid: money.paid };
}

function parcelAtEnd(plain: string): (ParcelSaid & { at: number }) | undefined {
  const named = PARCEL.exec(plain);
  if (named) return { at: named.index, carrier: named[1] ?? '', number: named[2]! };
  const numbered = NUMBERED.exec(plain);
  return numbered ? { at: numbered.index, carrier: '', number: numbered[1]! } : undefined;
}

function withoutPaid(text: string): OrderTail {
  const unpaid = UNPAID.exec(text);
  if (unpaid && unpaid.index > 0) return { text: text.slice(0, unpaid.index), paid: false };
  const paid = PAID.exec(text);
  return paid && paid.index > 0 ? { text: text.slice(0, paid.index), paid: true } : { text, paid: undefined };
}
