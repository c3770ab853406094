import { type Money, minorDigits, parseMoney } from './money.ts';
import { narrow } from './normalise.ts';
import { numeralCharacters } from './numerals.ts';

/** An amount amid other words, and where it stands. */
export interface FoundMoney {
  money: Money;
  start: number;
  end: number;
}

/** So many of a text are looked through: what is worth how much is said before. */
const LONGEST = 1000;

const figure = "\\d{1,15}(?:[.,']\\d{1,6}){0,5}";
const chinese = `[${numeralCharacters}]{1,12}`;
const times = '(?:\\s?(?:百万|千万|[百千万亿](?:\\d(?!\\d))?|[kwm](?![a-z])))?';
const sign = '(?:(?:us|hk|nt|cn|jp|au|ca|[acs])?[$¥]|[€£₩₹฿₫])';
const unit =
  '(?:块钱|人民币|元|圆|块|美元|美金|刀|欧元|欧|英镑|镑|日元|日圆|港币|港元|台币|新台币|韩元|新加坡元|新币|澳元|加元|卢比|泰铢|越南盾|[€£₩₹฿₫]|(?:rmb|yuan|dollars?|bucks|euros?|pounds?|quid|yen|won|rupees|baht|dong|[a-z]{3})(?![a-z]))';

/** What surely speaks of money: a sign before, a currency behind, or 万 and k where no thing is counted. */
const AMOUNT = new RegExp(
  [
    `${sign}\\s?${figure}${times}`,
    `(?<![\\d.,])(?:${figure}|${chinese})\\s?[块元](?:\\d{1,2}(?!\\d)|[一二三四五六七八九])(?:毛|角)?`,
    `(?<![\\w.,])(?:${figure}${times}|${chinese})\\s?${unit}`,
    `(?<![\\w.,])(?:${figure}\\s?(?:[万亿千](?:\\d(?!\\d))?|[kw](?![a-z0-9]))|${chinese}[万千百](?:[一二三四五六七八九])?)(?![${numeralCharacters}个份件张条只箱斤公人台套本瓶盒包米吨次天年月粒颗双册字里克名位户家字块])`,
  ].join('|'),
  'giu',
);
/** `120x4`, `300份*180`, `40 @ £2.50`: so many at so much. */
const TIMES = new RegExp(
  `(?<![\\w.,])(\\d{1,9}(?:\\.\\d{1,3})?)\\s?(\\p{Script=Han}{0,2})\\s{0,2}([x×*@])\\s{0,2}((?:${sign}\\s?)?${figure}(?:\\s?${unit})?)(?![\\w.])`,
  'iu',
);

/** So many of something at so much each. */
export interface Multiplied {
  quantity: string;
  price: string;
  start: number;
  end: number;
  /** Said so that it can be nothing else (a size, a model): with a currency, 份 or @. */
  sure: boolean;
}

/** Every amount with a sign or a unit, wherever it stands. */
export function findMoney(text: string, currency: string): FoundMoney[] {
  const plain = narrow(text.slice(0, LONGEST)).replace(/￥/g, '¥');
  return [...plain.matchAll(AMOUNT)].flatMap(({ 0: words, index }) => {
    const money = parseMoney(words, currency);
    return money ? [{ money, start: index, end: index + words.length }] : [];
  });
}

/** The first multiplication in a text. */
export function findMultiplied(text: string): Multiplied | undefined {
  const match = TIMES.exec(narrow(text.slice(0, LONGEST)).replace(/￥/g, '¥'));
  if (!match) return undefined;
  const [whole, quantity = '', counted = '', by = '', price = ''] = match;
  const sure = counted !== '' || by === '@' || /[^\d.,' ]/.test(price);
  return { quantity, price, start: match.index, end: match.index + whole.length, sure };
}

/** Said right before a number: it names something, it costs nothing. */
const NAMES_A_NUMBER =
  /(?:#|\b(?:no|nr|order|invoice|ticket|room|model|size|type|version|series|phone|tel|call|for|to|of|in|since|by)\.?|编号|订单号?|单号|发票号?|型号|电话|手机|房|第|号|版本|(?<![a-z])[a-z])\s{0,2}$/i;

/**
 * A number without any currency at the end of a text, as people write a price, or not: below 100, a year, seven digits or more and what
 * its words call a number (order 1204, 型号 3500) may as well be something else. `sure` tells which.
 */
export function bareAmountAtEnd(text: string, currency: string): (FoundMoney & { sure: boolean }) | undefined {
  const plain = narrow(text.trimEnd());
  const found = /(?:^|[\s,，:：])([\d.,']{1,20})$/.exec(plain.slice(-40));
  const words = found?.[1];
  const money = words && parseMoney(words, currency);
  if (!money || !words) return undefined;
  const start = plain.length - words.length;
  return { money, start, end: plain.length, sure: isPrice(words, money, plain.slice(0, start)) };
}

function isPrice(words: string, { minor, currency }: Money, before: string): boolean {
  const whole = BigInt(minor) / 10n ** BigInt(minorDigits(currency));
  const plain = /^\d+$/.test(words);
  const isYear = plain && whole >= 1900n && whole <= 2100n;
  return !isYear && (!plain || (whole >= 100n && words.length < 7)) && !NAMES_A_NUMBER.test(before.slice(-12));
}

/** With a currency, yet of no certain worth: 1.000 USD may be one or a thousand. */
const UNCLEAR = new RegExp(`(?:${sign}\\s?${figure}|(?<![\\w.,])${figure}\\s?${unit})`, 'giu');

/** The first words that speak of money and cannot be read as an amount. */
export function unclearAmount(text: string): { start: number; end: number } | undefined {
  const plain = narrow(text.slice(0, LONGEST)).replace(/￥/g, '¥');
  const match = [...plain.matchAll(UNCLEAR)].find(({ 0: words }) => namesCurrency(words));
  return match && { start: match.index, end: match.index + match[0].length };
}

/** 'ten cm' ends in letters too: asked with a figure that can be read. */
function namesCurrency(words: string): boolean {
  return parseMoney(words.replace(/\d[\d.,']*/, '1'), 'USD') !== undefined;
}

/** The text without that part, its joints tidied. */
export function without(text: string, { start, end }: { start: number; end: number }): string {
  const [before, after] = [text.slice(0, start).trimEnd(), text.slice(end).trimStart()];
  const joint = before.replace(/[,，:：;；=-]$/, '').trimEnd();
  return `${joint} ${after.replace(/^[,，:：;；]\s?/, '')}`.trim();
}
