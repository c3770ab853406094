import { narrow } from '../normalise.ts';

/** Words with which something is offered cheaper or for free, in the languages that campaigns are often written in. */
const CHINESE =
  /(?:\d(?:\.\d)?|(?<!一波)[一二三四五六七八九半])折(?!叠|腾|断|扇)|打折|折扣|特价|优惠|促销|大促|秒杀|满\d{1,5}[减送]|立减|[领用送发]券|优惠券|红包|买[一二三\d]送[一二三\d]|包邮|免邮|清仓|限时抢/u;
const OTHERS =
  /\b(?:\d{1,2} ?(?:%|percent) (?:off|discount|rabatt|de réduction|de descuento|di sconto)|discounts?|half[- ]price|(?:on|in|summer|winter|spring|flash|clearance) sale|sale (?:ends|starts|is on)|special offers?|vouchers?|coupons?|promo(?: ?codes?|tions?)?|free shipping|buy one,? get one|bogo|rabatt(?:code)?|gutschein(?:code)?|sonderangebot|code promo|soldes|rebajas|descuentos?|sconti?)\b|[−-]\d{1,2} ?%/iu;

/** The words in a text that make it read like an offer rather than news; undefined: it has none. */
export function offerWordsIn(text: string): string | undefined {
  const plain = narrow(text);
  return (CHINESE.exec(plain) ?? OTHERS.exec(plain))?.[0];
}

const NAMED = /\b(?:offers?|discounts?|sales?|deals?|vouchers?|coupons?|promos?|promotions?)\b/iu;

/** Whether what the owner calls it says that it is an offer: 优惠, spring sale. */
export const namesOffer = (name: string): boolean => offerWordsIn(name) !== undefined || NAMED.test(narrow(name));
