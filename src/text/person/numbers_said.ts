import { headWords } from '../cut.ts';
import { narrow } from '../normalise.ts';
import { readPerson } from './person.ts';
import { type ReadPhone, readPhone } from './phone.ts';

/** No more of a text is read. */
const LONGEST = 1000;
const MOST = 2;

/** With fewer digits in a row there is no phone to look for. */
const MAY_BE = /\d(?:[ ().·•–—‐-]{0,3}\d){6}/;
/** What is said right before a number that is somebody's, or something's, but no phone. */
const NO_PHONE =
  /(?:#|\b(?:order|invoice|tracking|parcel|account|iban|acct|card|ref|reference|code|sku|id|vat|no|nr)\b\.?(?:\s?(?:number|no\.?|nr\.?|id))?|[订運运账帐卡]单?号码?|编号|单号|快递|身份证号?|税号|qq号?|尾号)\s{0,2}(?:is|是|为)?\s{0,2}[:：#]?\s{0,2}$/iu;

/** The phones that stand in what somebody wrote and are one person's own: none with an extension, and no service's. */
export function phonesSaid(text: string, country: string): ReadPhone[] {
  const plain = narrow(headWords(text, LONGEST));
  if (!MAY_BE.test(plain)) return [];
  const phones = readPerson(plain, country).phones.flatMap((written) => {
    const at = plain.indexOf(written);
    const phone =
      at >= 0 && NO_PHONE.test(plain.slice(Math.max(0, at - 24), at)) ? undefined : readPhone(written, country);
    return phone && !phone.service && phone.extension === undefined ? [phone] : [];
  });
  return phones.filter(({ number }, nth) => phones.findIndex((one) => one.number === number) === nth).slice(0, MOST);
}

const ID = '[a-z][a-z0-9_-]{5,19}(?![\\w@.-])';
/** WeChat accounts: letters, digits and _ -, six to twenty. Behind an English label without a colon words are words. */
const WECHAT = new RegExp(
  [
    `(?:微信|薇信|威信)(?:号码?|ID)?\\s?(?:是|为)?\\s?[:：=]?\\s?(${ID})`,
    `(?<![a-z])(?:wechat|weixin|vx|wx)(?:\\s?id)?\\s?[:：=]\\s?(${ID})`,
    `(?<![a-z])(?:wechat|weixin|vx|wx)(?:\\s?id)?(?:\\s?is)?\\s(?=[a-z_-]{0,19}[\\d_-])(${ID})`,
  ].join('|'),
  'giu',
);

/** The WeChat accounts that somebody names, as written. */
export function wechatsSaid(text: string): string[] {
  const found = [...narrow(headWords(text, LONGEST)).matchAll(WECHAT)].map((match) => match.slice(1).find(Boolean)!);
  return [...new Set(found.filter((id) => !/^(?:wechat|weixin)$/i.test(id)))].slice(0, MOST);
}
