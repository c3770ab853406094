import { narrow } from '../../normalise.ts';
import { plainly, plainPattern } from '../../plainly.ts';
import { readPerson } from '../person.ts';

/** Longer words say more than how somebody is reached. */
const LONGEST = 160;

const PHONE = '(?<value>[+(]?\\d[\\d ()+-]{5,20})';
const MAIL = '(?<value>[^\\s@]{1,64}@[^\\s@]{3,100})';
const KEPT = '(?:(?:please|pls|just) )?(?:(?:add|save|put|store|keep|note|set|update|change|write|take)(?: down)? )?';
const IS = "(?: is| to| as| now|[:=,]|[’']s){0,3}\\s?";
const KEPT_ZH = '(?:请|帮我|麻烦)?(?:把)?(?:给)?(?:(?:添?加|存|记|录|补|改)(?:一下|上|下)?)?';
const ADDED_ZH = '(?:(?:添?加|存|记|录|补)(?:一?个|上|一下|下)?)?(?:家)?(?:里)?(?:的)?(?:新)?(?:的)?';
const IS_ZH = '(?:改成|换成|改为|是|为|[:：，,\\s]){0,3}';

/** Each with the label that stands before what it finds. */
const OF_PRONOUN: readonly [string, RegExp][] = (
  [
    [
      'phone',
      `^${KEPT}(?:her|his|their) (?:new )?(?:(?:phone|mobile|cell|tel|telephone|contact|whatsapp)(?: number| no\\.?)?|number)${IS}${PHONE}$`,
    ],
    ['email', `^${KEPT}(?:her|his|their) (?:new )?(?:e-?mail|mail)(?: address)?${IS}${MAIL}$`],
    [
      'address:',
      `^${KEPT}(?:her|his|their) (?:new )?(?:(?:home|shipping|delivery|postal|work) )?address${IS}(?<value>(?=[^\\n]*\\d)[^\\n@]{8,110})$`,
    ],
    [
      '电话',
      `^${KEPT_ZH}[他她](?:们)?${ADDED_ZH}(?:联系)?(?:电话号码|手机号码|手机号|电话|手机|号码|座机)${IS_ZH}${PHONE}(?:了|吧)?$`,
    ],
    ['邮箱', `^${KEPT_ZH}[他她](?:们)?${ADDED_ZH}(?:电子)?(?:邮箱|邮件)(?:地址)?${IS_ZH}${MAIL}(?:了|吧)?$`],
    [
      '地址:',
      `^${KEPT_ZH}[他她](?:们)?${ADDED_ZH}(?:收货|家庭|公司)?地址${IS_ZH}(?<value>(?=[^\\n]*[路街道巷弄号栋幢室楼村镇])[^\\n@]{5,80})$`,
    ],
  ] as const
).map(([label, pattern]) => [label, plainPattern(new RegExp(pattern, 'iu'))]);

/** add her phone 07400 123459, 加他手机 139…, 她家地址 …: what is to be changed of somebody who stands there as a pronoun only. */
export function detailOfPronoun(text: string): string | undefined {
  const typed = plainly(narrow(text)).trim();
  if (typed.length > LONGEST || typed.includes('\n')) return undefined;
  for (const [label, pattern] of OF_PRONOUN) {
    const value = pattern.exec(typed)?.groups?.value;
    if (value !== undefined) return `${label} ${value.trim()}`;
  }
  return undefined;
}

/** Somebody who is only pointed at, or a remark on a number: what stands in front is nobody's name. */
const NO_NAME = plainPattern(
  /^(?:(?:please |pls |just )?(?:add|save|put|note|store|set|update|change) )?(?:her|his|him|she|he|their|them|they)(?![\p{L}'’-])|^(?:that(?:['’]s| is|['’]?s)? |it(?:['’]s| is|['’]?s)? )?(?:the |an? )?wrong (?:phone|number|mobile|e-?mail|mail|address|details)\b|^(?:请|帮我|麻烦)?(?:把)?(?:给)?(?:(?:添?加|存|记|录|补|改)(?:一下|上|下)?)?[他她它](?!\p{Script=Han}?[:：])|^(?:电话|手机号?|号码|邮箱|地址)(?:号码)?(?:[打写记输留填]?错|不对)/iu,
);

/** Whether words begin with a pronoun, or with what is wrong about a number, where somebody's name would stand. */
export const isNobodysDetail = (text: string): boolean => NO_NAME.test(plainly(narrow(text)).trim());

/** A name and nothing but how they are reached: ivy moss 07400 123461 ivy@x.example. Undefined: more is said, or nobody is named. */
export function nameAndDetails(text: string, country: string): { name: string; details: string } | undefined {
  const typed = narrow(text).trim();
  if (typed.length > LONGEST || /[\n?？#]/u.test(typed)) return undefined;
  const { phones, emails } = readPerson(typed, country);
  const places = [...phones, ...emails].map((written) => typed.indexOf(written));
  if (places.length === 0 || places.some((at) => at < 1)) return undefined;
  const first = Math.min(...places);
  const name = typed.slice(0, first).replace(/[\s,，:：;；、–-]+$/u, '');
  const details = typed.slice(first);
  const left = [...phones, ...emails].reduce((rest, written) => rest.replace(written, ''), details);
  // a letter between two of them says what one is, or something else
  return /^\p{L}/u.test(name) && !/[\p{L}\d]/u.test(left) ? { name, details } : undefined;
}

/** A mail address and no other word. */
export const isOnlyMail = (text: string): boolean =>
  /^[\w.%+-]{1,64}@[\w.-]{1,100}\.[a-z]{2,24}$/iu.test(narrow(text).trim());
