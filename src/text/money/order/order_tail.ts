import { narrow } from '../../normalise.ts';
import { type PartSaid, partSaid } from './part_paid.ts';
import { MEANS_EN, MEANS_ZH, NOT_PAID_EN, NOT_PAID_ZH } from './payment_means.ts';

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
  /** A part of it alone. */
  part?: PartSaid;
  /** That it has left. */
  sent?: true;
  parcel?: ParcelSaid;
  /** That it is paid when it is delivered, as it was typed. */
  onDelivery?: string;
}

/** Behind all of it: whether the money has come. */
const PAID = new RegExp(
  `[\\s,，;；(（]*(?:and |& )?(?:(?:already |now )?paid(?: in full| already)?(?: (?:by|via|with|in|through|on) ${MEANS_EN}| ${MEANS_EN})?|${MEANS_EN} paid|(?:已经?)?用?${MEANS_ZH}(?:已经?)?(?:付款?|支付|转|收款?|收)(?:清|过|了|好|完)?[的了]?|(?:已经?|全|刚刚?|刚才)?(?:付清|付款|付了款?|收款|收到款?|收了钱?|付过|付的)了?|刚刚?付|已付|已收|款已?付?[清讫]|付讫|(?:款|钱|账)?已?结清)[\\s)）.。!！]*$`,
  'iu',
);
const UNPAID = new RegExp(
  `[\\s,，;；(（]*(?:(?<![a-z])(?:(?:but|and) )?(?:(?:he|she|they) )?${NOT_PAID_EN}|${NOT_PAID_ZH}|赊账)[\\s)）.。!！]*$`,
  'iu',
);
/** It is paid when it is delivered: it is sent before. */
const ON_DELIVERY =
  /(?:[\s,，;；(（]+|(?<=[\d元块]))((?:cash|pay(?:s|ment|able)?|paid) (?:up)?on (?:delivery|arrival|receipt)|(?<=[\d元块)][\s,;(]{0,3})c\.?o\.?d\.?|货到(?:后|了)?(?:再)?(?:付款?|给钱|收款)|到货付款|收货(?:后|时)?(?:再)?付款)[\s)）.。!！]*$/iu;

/** It has left, with whom nobody says. */
const SENT =
  /(?<!\b(?:invoice|quote|estimate|offer|bill|receipt|contract|link|mail|email|proof|draft|sample)s?|发票|报价|报价单|账单|合同|链接|样品|收据)(?:[\s,，;；(（]+(?:(?:and |& )?(?:already |now )?(?:shipped|sent|posted|delivered|handed over)(?: out)?|发货了|寄出了|发了|寄了)|[\s,，;；(（]*(?:都|也)?已经?(?:发货|寄出|发出|送达|签收|自提|发|寄)了?|(?<=付|款|清|了)发货了?)[\s)）.。!！]*$/iu;
const UNSENT =
  /[\s,，;；(（]+(?:(?:and |but )?(?:not (?:yet )?(?:sent|shipped)|unsent|unshipped)(?: yet)?|(?:还没|没|没有|未|待|尚未)(?:有)?(?:发货?|寄出?))[\s)）.。!！]*$/iu;

/** Who brings parcels, by what they are called in Chinese. */
export const CARRIER_ZH =
  '顺丰(?:速运|快递)?|圆通(?:快递|速递)?|中通(?:快递)?|申通(?:快递)?|韵达(?:快递)?|极兔(?:速递)?|京东(?:快递|物流)?|邮政|德邦(?:快递)?|菜鸟|百世';
const CARRIER = `${CARRIER_ZH}|SF\\sExpress|(?:SF|EMS|YTO|ZTO|STO)(?![A-Z\\d])|UPS|USPS|FedEx|DHL|DPD|GLS|TNT|Hermes|Evri|Royal\\sMail|Parcelforce|Australia\\sPost|Canada\\sPost|Deutsche\\sPost|La\\sPoste|PostNL|Aramex|J&T`;
/** SF1234567890123, YT1234567890123, LX123456789CN: the letters of a carrier begin its numbers, and belong to them. */
const LETTERED =
  '(?:(?:SF|YTO?|ZTO?|STO|EMS|JT|JDV?[A-Z]{0,2}|DPK)\\d{8,20}|1Z[A-Z\\d]{16}|9[2-5]\\d{20}|[A-Z]{2}\\d{9}[A-Z]{2})';
/** A carrier by its name, and a number of eight characters or more with digits in it; or 快递单号 and such a number. */
const PARCEL = new RegExp(
  `[\\s,，;；(（]{1,4}(?:(?:already\\s)?(?:shipped|sent|posted)(?:\\s(?:by|with|via))?|已?(?:发货|寄出|发出|发|寄)了?)?[\\s,，:：]{0,4}(?:(${CARRIER})|快递单?号?|运单号?|物流单?号?|单号|tracking(?:\\snumber)?|(?=${LETTERED}(?![A-Z\\d])))[\\s:：#]*([A-Za-z]{0,5}(?=[A-Za-z\\d-]*\\d{4})[A-Za-z\\d-]{8,36})[\\s)）.。!！]*$`,
  'iu',
);
/** Behind the word for it alone a shorter one is a number too: 单号 SF999, tracking 12345. */
const NUMBERED =
  /[\s,，;；(（]*(?:快递单?号?|运单号?|物流单?号?|单号|tracking(?:\snumber)?)[\s:：#]*((?=[A-Za-z-]*\d{3})[A-Za-z\d-]{3,36})[\s)）.。!！]*$/iu;

/** Takes all of it off the end, in whatever order it stands there. */
export function orderTail(words: string, currency: string): OrderTail {
  const { text, paid, ...last } = lastSaid(words, currency);
  if (text === words) return { text, paid };
  const before = orderTail(text, currency);
  // of two parcels none is left out unasked
  if (before.parcel && last.parcel) return { text, paid, ...last };
  return { ...before, ...last, paid: paid ?? before.paid };
}

/** Takes the last of it off the end. */
export const lastSaid = (words: string, currency: string): OrderTail =>
  withoutParcel(words) ?? withoutSent(words, currency);

function withoutParcel(words: string): OrderTail | undefined {
  const { at = 0, ...parcel } = parcelAtEnd(narrow(words)) ?? {};
  return at > 0 && 'number' in parcel ? { text: words.slice(0, at), paid: undefined, parcel } : undefined;
}

function withoutSent(text: string, currency: string): OrderTail {
  const unsent = UNSENT.exec(text);
  if (unsent && unsent.index > 0) return { text: text.slice(0, unsent.index), paid: undefined };
  const sent = SENT.exec(text);
  return sent && sent.index > 0
    ? { text: text.slice(0, sent.index), paid: undefined, sent: true }
    : withoutPaid(text, currency);
}

function parcelAtEnd(plain: string): (ParcelSaid & { at: number }) | undefined {
  const named = PARCEL.exec(plain);
  if (named) return { at: named.index, carrier: named[1] ?? '', number: named[2]! };
  const numbered = NUMBERED.exec(plain);
  return numbered ? { at: numbered.index, carrier: '', number: numbered[1]! } : undefined;
}

function withoutPaid(text: string, currency: string): OrderTail {
  const unpaid = UNPAID.exec(text);
  if (unpaid && unpaid.index > 0) return { text: text.slice(0, unpaid.index), paid: false };
  const cod = ON_DELIVERY.exec(text);
  if (cod && cod.index > 0) return { text: text.slice(0, cod.index), paid: false, onDelivery: cod[1]! };
  const said = partSaid(text, currency);
  if (said) return { ...said, paid: said.part.come };
  const paid = PAID.exec(text);
  return paid && paid.index > 0 ? { text: text.slice(0, paid.index), paid: true } : { text, paid: undefined };
}
