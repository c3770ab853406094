import { headWords } from '../cut.ts';
import { narrow } from '../normalise.ts';
import { readPerson } from './person.ts';
import { type ReadPhone, readPhone } from './phone.ts';
import { isSomebodyElses } from './whose.ts';

/** No more of a text is read. */
const LONGEST = 1000;
const MOST = 2;

/** With fewer digits in a row there is no phone to look for. */
const MAY_BE = /\d(?:[ ().·•–—‐-]{0,3}\d){6}/;
/** What is said right before a number that is somebody's, or something's, but no phone. */
const NO_PHONE =
  /(?:#|\b(?:order|invoice|tracking|parcel|account|iban|acct|card|ref|reference|code|sku|id|vat|no|nr)\b\.?(?:\s?(?:number|no\.?|nr\.?|id))?|[订運运账帐卡]单?号码?|编号|单号|快递|身份证号?|税号|qq号?|尾号)\s{0,2}(?:is|是|为)?\s{0,2}[:：#]?\s{0,2}$/iu;

/** 一三八 of a number that is written in words, 幺 for its ones. */
const IN_WORDS = /[零〇一幺二两三四五六七八九](?:[ -]?[零〇一幺二两三四五六七八九]){6,14}/gu;
const figureOf = (word: string): string => String(Math.max(0, '〇一二三四五六七八九'.indexOf(word)));
/** Each figure in place of its word, so that every place stays. */
const inFigures = (text: string): string =>
  text.replace(IN_WORDS, (said) =>
    said
      .replace(/幺/g, '一')
      .replace(/两/g, '二')
      .replace(/[零〇一二三四五六七八九]/g, figureOf),
  );
/** Right behind a number: who is behind the switchboard. */
const EXTENSION = /^\s?[,，]?\s?(?:转|轉|分机|x|ext\.?|extension)\s?[:：]?\s?\d{1,6}(?!\d)/iu;

/** The phones that stand in what somebody wrote and are one person's own: no service's, and none that is said to be somebody else's. `writer`: their name. */
export function phonesSaid(text: string, country: string, writer = ''): ReadPhone[] {
  const plain = inFigures(narrow(headWords(text, LONGEST)));
  if (!MAY_BE.test(plain)) return [];
  const phones = readPerson(plain, country).phones.flatMap((written) => {
    const at = plain.indexOf(written);
    const end = at + written.length;
    if (at >= 0 && NO_PHONE.test(plain.slice(Math.max(0, at - 24), at))) return [];
    if (at >= 0 && isSomebodyElses(plain, at, end, writer)) return [];
    const behind = at >= 0 ? (EXTENSION.exec(plain.slice(end, end + 16))?.[0] ?? '') : '';
    const phone = readPhone(written + behind, country);
    return phone && !phone.service ? [phone] : [];
  });
  return phones.filter(({ number }, nth) => phones.findIndex((one) => one.number === number) === nth).slice(0, MOST);
}

const ID = '[a-z][a-z0-9_-]{5,19}(?![\\w@-]|\\.\\w)';
/** WeChat accounts: letters, digits and _ -, six to twenty. Behind an English label without a colon words are words. */
const WECHAT = new RegExp(
  [
    `(?:(?:微|薇|威|(?<![a-z])v)信|[加＋+]个?v(?![a-z]))(?:号码?|ID)?\\s?(?:是|为|吧|哈|呗)?\\s?[:：=]?\\s?(${ID})`,
    `(?<![a-z])(?:wechat|weixin|vx|wx)(?:\\s?id)?\\s?[:：=]\\s?(${ID})`,
    `(?<![a-z])(?:wechat|weixin|vx|wx)(?:\\s?id)?(?:\\s?is)?\\s(?=[a-z_-]{0,19}[\\d_-])(${ID})`,
  ].join('|'),
  'giu',
);

/** The WeChat accounts that somebody names as theirs, as written. */
export function wechatsSaid(text: string, writer = ''): string[] {
  const plain = narrow(headWords(text, LONGEST));
  const found = [...plain.matchAll(WECHAT)].flatMap((match) => {
    const id = match.slice(1).find(Boolean)!;
    const end = match.index + match[0].length;
    return isSomebodyElses(plain, end - id.length, end, writer) ? [] : [id];
  });
  return [...new Set(found.filter((id) => !/^(?:wechat|weixin)$/i.test(id)))].slice(0, MOST);
}

const EMAIL = /(?<![\w.%+@-])[a-z\d][\w.%+-]{0,63}@[a-z\d][a-z\d.-]{0,99}\.[a-z]{2,24}(?![\w@-]|\.\w)/giu;

/** A field's value that is no address, though its end looks like one: 'Email: kim berg@x.example'. */
const IN_PIECES = /[:：][ \t]*[^\s:：]+[ \t]+$/u;
const LONGEST_LABEL = 80;

/** The mail addresses that somebody names as theirs, in lower case. */
export function emailsSaid(text: string, writer = ''): string[] {
  const plain = narrow(headWords(text, LONGEST));
  const found = [...plain.matchAll(EMAIL)]
    .filter(({ 0: email, index }) => !isSomebodyElses(plain, index, index + email.length, writer))
    .filter(({ index }) => !IN_PIECES.test(plain.slice(Math.max(0, index - LONGEST_LABEL), index)))
    .map(([email]) => email.toLowerCase());
  return [...new Set(found)].slice(0, MOST);
}
