import { headWords } from '../cut.ts';
import { isCurrency, type Money, minorDigits, nation, parseMoney, scaleWord } from './money.ts';
import { COUNTERS, moneyContext } from './money_context.ts';
import { englishNumber, mixedNumber, numeralCharacters } from './numerals.ts';
import { plainFigures } from './plain_figures.ts';

/** An amount amid other words, and where it stands. */
export interface FoundMoney {
  money: Money;
  start: number;
  end: number;
}

/** How many in a text are looked through: what something is worth is said earlier. */
const LONGEST = 1000;

const figure = "(?:\\d{1,15}(?:[.,']\\d{1,6}){0,5}|\\.\\d{1,4})";
const chinese = `[${numeralCharacters}]{1,12}`;
/** A letter counts in thousands only where it is glued to its figure, and is no word of its own: $25 M is a size, 256w/礼袋 with a bag. */
const letter = '(?:[km]|w(?!\\/\\s?(?![年月天日人个次件套单台季周])))(?!\\p{Script=Latin}|-(?!ish\\b)\\p{L})';
/** 256 万达: behind a blank it is a word that begins so. */
const han = '(?:百万|千万|[百千万亿](?:\\d(?!\\d|\\.?\\d?\\s?[折成]))?)';
const times = `(?:${letter}|${han}|\\s(?:${han}(?!(?![元块美欧英日港台人的左上整])\\p{Script=Han})|${scaleWord})|${scaleWord})?`;
/** Codes of currencies in any case; others count in capitals, before a figure. */
const code =
  '(?:rmb|cny|usd|eur|gbp|jpy|hkd|twd|krw|sgd|aud|cad|nzd|inr|thb|vnd|chf|myr|aed|php|idr|mxn|brl|zar|sek|nok|dkk|pln|czk|huf|yuan|dollars?|bucks|euros?|pounds?|quid|yen|won|rupees|baht|dong)';
const dollar = '(?:us|hk|nt|cn|jp|au|ca|nz|mx|sg|(?<![a-z])[acs])?[$¥]';
const sign = `(?:${dollar}|€(?:uros?)?|[£₩₹฿₫]|(?<![a-z])(?:rmb|cny|usd|eur|gbp|jpy|hkd|twd|krw|sgd|aud|cad|nzd|inr|thb|vnd|chf|myr|aed|人民币|美元|美金|欧元|英镑|日元|港币|港元|台币))`;
/** What currencies are called in Chinese. */
export const called =
  '(?:块钱|人民币|元|圆(?!通)|块|美元|美金|美刀|刀|欧元|欧|英镑|镑|日元|日圆|円|港币|港元|港纸|台币|新台币|韩元|韩币|新加坡元|新币|澳元|澳币|加元|加币|纽币|瑞郎|马币|林吉特|卢布|卢比|泰铢|泰币|越南盾)';
/** Behind a figure a sign may have the name behind it as well: 500$ CAD. Before a figure it is that one's: 3 €500. */
const signBehind = `(?:${code}?${dollar}|€(?:uros?)?|[£₩₹฿₫])(?!\\s?\\d)(?:\\s?${code}(?![a-z]))?`;
const unit = `(?:${called}|${signBehind}|(?:rmb|yuan|dollars?|bucks|euros?|pounds?|quid|yen|won|rupees|baht|dong|[a-z]{3})(?![a-z]))`;

/** A thing counted, not an amount: 5万份, 3元 of 12元3斤. */
const things = `[${COUNTERS}]`;

/** What surely speaks of money: a sign before, a currency behind, or 万 and k where no thing is counted. */
const AMOUNT = new RegExp(
  [
    `(?:(?<![a-z])${code}\\s?(?=(?:[a-z]{2})?[$¥€£]))?${sign}\\s?(?:${mixedNumber}|${figure}${times})(?:\\s?(?:(?:${code}|${nation}(?: dollars?)?)(?![a-z])|${called}|[$¥€£](?!\\s?\\d)))?`,
    `(?<![\\w.,])\\d{1,9}[$€£]\\d\\d(?![\\w.,])`,
    `(?<![\\d.,块元${numeralCharacters}])[\\d一二两三四五六七八九]\\s?[毛角](?:[\\d一二三四五六七八九]分?)?(?:钱|(?![\\p{Script=Han}\\d])|(?=[一每左上]))`,
    `(?<![\\d.,])(?:${figure}|${chinese})\\s?[块元](?![\\d一二三四五六七八九][.\\d一二三四五六七八九]{0,2}\\s?[折成])(?:\\d{1,2}(?!\\d)|[一二三四五六七八九])(?:[毛角](?:[\\d一二三四五六七八九]分)?)?(?!\\s?${things}|[.,]\\d)`,
    `(?<![\\w.]|\\d,)(?:${mixedNumber}|${figure}${times}|${chinese}|${englishNumber})\\s?(?:${nation} dollars?(?![a-z])|dollars? ${nation}(?![a-z])|${unit})`,
    `(?<![\\w.]|\\d,)(?:${mixedNumber}|${figure}(?:\\s?[万亿千](?:\\d(?!\\d|\\.?\\d?\\s?[折成]))?|\\s?${scaleWord}|(?=[kw])${letter}(?!\\d))|(?=[${numeralCharacters}]{0,12}[百千万])[${numeralCharacters}]{2,14})(?![${numeralCharacters}](?!.?[折成])|\\s?${things})`,
  ].join('|'),
  'giu',
);
/** `120x4`, `300份*180`, `40 @ £2.50`: so many at so much each. */
const TIMES = new RegExp(
  `(?<![\\w.,])(\\d{1,9}(?:\\.\\d{1,3})?)\\s?(\\p{Script=Han}{0,2})\\s{0,2}([x×*@])\\s{0,2}((?:${sign}\\s?)?${figure}(?:\\s?${unit})?)(?![\\w.]|\\s?%)`,
  'iu',
);

/** So many of something at so much each. */
export interface Multiplied {
  quantity: string;
  price: string;
  start: number;
  end: number;
  /** Said so that it can be nothing else, such as a size or a model: with a currency, 份 or @. */
  sure: boolean;
}

/** The text as amounts are read in it; every index stays the same. */
export function moneyText(text: string): string {
  return plainFigures(headWords(text, LONGEST));
}

/** Every amount with a sign or a unit, wherever it stands. */
export function findMoney(text: string, currency: string): FoundMoney[] {
  const plain = moneyText(text);
  const found = [...plain.matchAll(AMOUNT)].flatMap(({ 0: words, index }) => {
    const amount = withoutWord(words);
    const money = amount && parseMoney(amount, currency);
    if (!money) return [];
    const end = index + amount.length;
    return [{ money, start: index, end: end + CLOSED.exec(plain.slice(end, end + 4))![0].length }];
  });
  const coded = codesBefore(plain).flatMap(({ words, start, end }) => {
    const money = parseMoney(words, currency);
    return money && !found.some((one) => one.start < end && start < one.end) ? [{ money, start, end }] : [];
  });
  return [...found, ...coded].sort((a, b) => a.start - b.start);
}

/** What people write at the end of an amount: 500.-, 三万元整. */
const CLOSED = /^(?:[.,][-–—]{1,2}|[整正](?!\p{L}))?/u;

/** In capitals before a figure any currency's code counts as one: PLN 500, CHF 2.500. */
const CODED = new RegExp(`(?<![A-Za-z\\d])([A-Z]{3})\\s?${figure}${times}(?![\\w.,])`, 'gu');
/** Codes that are also words. */
const WORDS = /^(?:ALL|TOP|CUP|PEN|MOP|GEL|BAM|LAK)$/;

function codesBefore(plain: string): { words: string; start: number; end: number }[] {
  return [...plain.matchAll(CODED)]
    .filter(({ 1: code = '' }) => !WORDS.test(code) && isCurrency(code))
    .map(({ 0: words, index }) => ({ words, start: index, end: index + words.length }));
}

/** Figures with joints between them, and what money they may mean by themselves and together. */
const SEVERAL = new RegExp(
  `(?<![\\w.,/:@#+-])(?:${sign}\\s?)?${figure}${times}(?:(?:\\s?[+&、，]\\s?|\\s\\/\\s|,\\s|\\s(?:and|plus|or)\\s|\\s?[和加或及]\\s?)(?:${sign}\\s?)?${figure}${times}){1,5}(?:\\s?${unit})?(?![\\w=×*%]|\\s?[=×*%]|\\s?${things}|[./:-]\\d)`,
  'iu',
);
const ONE = new RegExp(`(${sign})?\\s?(${figure}${times})(?:\\s?(${unit}))?`, 'giu');

/** Several amounts in a row of which only one, or none, names a currency: 300 and 400 EUR, 300+400. Small ones count things. */
export function amountsInARow(text: string, currency: string): FoundMoney[] | undefined {
  const plain = moneyText(text);
  const row = SEVERAL.exec(plain);
  if (!row || NAMES_A_NUMBER.test(plain.slice(Math.max(0, row.index - 12), row.index))) return undefined;
  const parts = [...row[0].matchAll(ONE)];
  const named = parts.flatMap(([, before, , after]) =>
    [before, after].filter((word) => word && namesCurrency(`1 ${word}`)),
  );
  const ended = /^[\s.。!！?？)）]{0,9}$/.test(plain.slice(row.index + row[0].length));
  if (named.length > 1 || (named.length === 0 && !ended)) return undefined;
  const [word = ''] = named;
  const found = parts.flatMap(({ 2: number = '', index }) => {
    const money = parseMoney(word ? `${number} ${word}` : number, currency);
    return money ? [{ money, start: row.index + index, end: row.index + index + number.length }] : [];
  });
  const isPrice = found.every(({ money }) => BigInt(money.minor) >= 10n * 10n ** BigInt(minorDigits(money.currency)));
  return found.length === parts.length && isPrice ? found : undefined;
}

/** '500 all', '10 cup', '8 top' are codes of currencies too, for whoever writes them large; 1.2k web keeps its 1.2k. */
function withoutWord(words: string): string | undefined {
  const [, before = ''] = /^(.*?)\s?[a-z]{3}$/.exec(words) ?? [];
  if (before === '' || new RegExp(`(?:${code}|${nation}|${scaleWord})$`, 'i').test(words)) return words;
  return /[kw万亿千百]$|^[^\d]/i.test(before) ? before : undefined;
}

/** The first multiplication in a text. */
export function findMultiplied(text: string): Multiplied | undefined {
  const match = TIMES.exec(moneyText(text));
  if (!match) return undefined;
  const [whole, quantity = '', counted = '', by = '', price = ''] = match;
  const sure = counted !== '' || by === '@' || /[^\d.,' ]/.test(price);
  const place = { start: match.index, end: match.index + whole.length, sure };
  const turned = !sure && isTurned(quantity, price, moneyText(text).slice(place.end));
  return turned ? { quantity: price, price: quantity, ...place } : { quantity, price, ...place };
}

/** The count stands last: 35*100盒, 800x3. */
function isTurned(first: string, second: string, after: string): boolean {
  if (!/^\d+$/.test(second)) return false;
  return new RegExp(`^\\s?${things}`, 'u').test(after) || Number(second) < Number(first);
}

/** Said right before a number, these tell that it names something and is not what it costs. */
const NAMES_A_NUMBER =
  /(?:#|\b(?:no|nr|order|invoice|ticket|room|model|size|type|version|series|pantone|pms|ral|iphone|ipad|galaxy|pixel|windows|style|shade|colou?r|code|suite|flat|apt|unit|floor|table|seat|row|gate|page|chapter|level|lot|phone|tel|mobile|fax|zip|postcode|postal code|plz|ext|extension|ref|sku|box|call|for|to|of|in|since|by)\.?|编号|订单号?|单号|发票号?|型号|电话|手机|传真|邮编|分机|尾号|卡号|[账帐]号|运单号?|微信号?|房|第|号|版本|色号|潘通|尺码|码数|货号|款号|(?<![a-z])[a-z])\s{0,2}$/i;

/** The same with a mark in between: 房间号，301; room number, 301. */
const NAMES_A_NUMBER_APART =
  /(?:\b(?:room|apt|apartment|flat|unit|suite|table|seat|model|ref|sku|zip|ext|(?:room|order|invoice|ticket|model|table|seat|phone|part|item|serial) (?:no|number|nr))\.?|房间|门牌|房号|桌号|座位|(?<![\d几])号(?:码)?|邮编|分机)\s?[,，:：]\s{0,2}$/i;

const AT_END = /(?<![\d.']|\d,)(\d[\d.,']{0,18}|\.\d{1,4})\s?(?:左右|上下|or so|-?ish)?[\s.。…!！?？,，;；)）]{0,9}$/i;

/** An amount without any currency. */
export interface BareMoney extends FoundMoney {
  /** It is large enough for a price, and nothing calls it something else. */
  price: boolean;
  /** And nothing is glued to it. */
  sure: boolean;
}

/**
 * A number without any currency at the end of a text, as people write a price, or not: below 100, a year, seven digits or more, what
 * its words call a number (order 1204, 型号 3500) and what is glued to a word may as well be something else. `sure` tells which.
 */
export function bareAmountAtEnd(text: string, currency: string): BareMoney | undefined {
  const plain = plainFigures(text);
  const near = plain.slice(-60);
  const found = AT_END.exec(near);
  const words = found?.[1]?.replace(/[.,']+$/, '');
  const money = words && parseMoney(words, currency);
  if (!money || !words) return undefined;
  const start = plain.length - near.length + found!.index;
  const before = plain.slice(0, start);
  const tail = /^[.,']{1,3}/.exec(plain.slice(start + words.length))?.[0].length ?? 0;
  if (/[a-z\d#/:_@+]$/i.test(before) || isDateOrPhone(before) || callsSomebody(before + words)) return undefined;
  const apart = /(?:^|[\s,:])$/.test(before);
  const price = isPrice(words, money, before);
  return { money, start, end: start + words.length + tail, price, sure: apart && price };
}

const ASIDE = /\d(?=\s?(?:[(（【[]|[,，;；]\s?\D))/g;
/** So many asides are looked before. */
const MOST_ASIDES = 8;

/** A price without any currency before what is said aside: logo 1280 (incl. 20 shipping), 1280，已付定金. */
export function bareAmountBeforeAside(text: string, currency: string): BareMoney | undefined {
  const ends = [...plainFigures(text).matchAll(ASIDE)].slice(0, MOST_ASIDES).map(({ index }) => index + 1);
  return ends.map((end) => bareAmountAtEnd(text.slice(0, end), currency)).find((found) => found?.price);
}

const OTHER_PRICES = /(?<![\w.,'/:#@+-])\d{3,7}(?:[.,]\d{1,2})?(?![\w'/:%-]|[.,]\d)/g;

/** The other numbers in a text that may be prices: 1280 of 1280已付500. */
export function otherPrices(text: string, { start, end }: { start: number; end: number }, currency: string): string[] {
  const plain = moneyText(text);
  return [...plain.matchAll(OTHER_PRICES)].slice(0, MOST_ASIDES).flatMap(({ 0: words, index }) => {
    const money = index >= start && index < end ? undefined : parseMoney(words, currency);
    const last = index + words.length;
    const isPart = moneyContext(plain.slice(0, last), index, last).meaning === 'other';
    const counted = new RegExp(`^\\s?${things}`, 'u').test(plain.slice(last));
    return money && !isPart && !counted && isPrice(words, money, plain.slice(0, index)) ? [words] : [];
  });
}

/** 2026-12-05, 021-500, 3-4. */
function isDateOrPhone(before: string): boolean {
  return /(?:^|[^\d.])(?:\d{1,2}|0\d{2,3}|\d{1,4}-\d{1,4})[-–—~～]$/.test(before.slice(-20));
}

const DIALLED = /[+(]?\d(?:[\d\s().'-]{0,28}\d)?$/;
const CALLS =
  /\b(?:tel|tele?phone|phone|ph|mobile|mob|cell|fax|call|ring|text|whats ?app|signal|viber)\b[.:：]?\s{0,2}$|(?:电话|手机号?|座机|传真|热线|致电|拨打)(?:是|为)?[:：]?\s{0,2}$/i;

/** +1 202 555 0147, 020 7946 0018, Tel 555 0147: dialled, never paid, however it is parted. */
export function callsSomebody(text: string): boolean {
  const near = text.slice(-60);
  const found = DIALLED.exec(near);
  if (!found || found[0].replace(/\D/g, '').length < 6) return false;
  return /^(?:[+(]|0\d)/.test(found[0]) || CALLS.test(near.slice(0, found.index));
}

/** Large enough for a price, no year, and nothing before it names it as something else. */
export function isPrice(words: string, { minor, currency }: Money, before: string): boolean {
  const whole = BigInt(minor) / 10n ** BigInt(minorDigits(currency));
  const plain = /^\d+$/.test(words);
  const isYear = plain && whole >= 1900n && whole <= 2100n;
  return !isYear && (!plain || (whole >= 100n && words.length < 7)) && !namesIt(before);
}

const namesIt = (before: string): boolean =>
  NAMES_A_NUMBER.test(before.slice(-12)) || NAMES_A_NUMBER_APART.test(before.slice(-24));

/** With a currency, and yet nobody can say how much: 1.000 USD may be one or a thousand, 几百元 anything; or the price of one, without a currency. */
const UNCLEAR = new RegExp(
  `(?:${sign}\\s?${figure}|(?<![\\w.,])${figure}\\s?${unit}|(?<![\\d.,])(?:${figure}|[几数好上${numeralCharacters}]{1,6})\\s?[百千万]?[多来几余]?[百千万]?(?:块钱?|元|美元|美金|欧元|英镑|日元)|\\b(?:few|several|couple(?: of)?) (?:hundred|thousand|grand)\\b|(?<![\\w.,])(?:\\d[\\d.]{0,9}e\\d{1,3}|\\d{16,40})\\s?${unit}|${sign}\\s?(?:\\d[\\d.]{0,9}e\\d{1,3}|\\d{16,40})|(?<![\\w.,])${figure}\\s?(?:一|每一?|[/／])\\s?${things}|(?<![${numeralCharacters}])(?=[${numeralCharacters}]{0,6}[百千万])[${numeralCharacters}]{2,8}?\\s?(?:(?<!十)一|每一?|[/／])\\s?${things}|每一?${things}\\s?${figure}(?:\\s?${unit})?|(?<![${numeralCharacters}])(?:[一二两三四五六七八九]{2}|上|几|数)[百千万](?![${numeralCharacters}]|\\p{Script=Han})|(?<![\\w.,])${figure}\\s?(?:a ?piece|each|per (?:hour|day|week|month|year|person|head|night))\\b)`,
  'giu',
);
/** Where no currency need be named: that it is money is said otherwise. */
const SURELY =
  /[几数好上多来余百千万](?:块|元)|[\d每]\s?(?:一|每一?|[/／]|\p{Script=Han})\s?(?:\p{Script=Han}|\d)|[一二两三四五六七八九上几数][百千万]$|[十百千万一二三四五六七八九]{2}\s?(?:一|每一?|[/／])\s?\p{Script=Han}$|\b(?:few|several|couple|piece|apiece|each|per)\b/iu;

/** The first words that speak of money and cannot be read as an amount. */
export function unclearAmount(text: string): { start: number; end: number } | undefined {
  const plain = moneyText(text);
  const coded = codesBefore(plain).find(({ words }) => parseMoney(words, 'USD') === undefined);
  if (coded) return coded;
  const match = [...plain.matchAll(UNCLEAR)].find(
    ({ 0: words }) => SURELY.test(words) || (withoutWord(words) !== undefined && namesCurrency(words)),
  );
  return match && { start: match.index, end: match.index + match[0].length };
}

/** 'ten cm' ends in letters too: asked with a figure that can be read. */
function namesCurrency(words: string): boolean {
  return parseMoney(words.replace(/\d[\d.,']*(?:e\d+)?/i, '1'), 'USD') !== undefined;
}

/** The text without that part, its joints tidied. */
export function without(text: string, { start, end }: { start: number; end: number }): string {
  const [before, after] = [text.slice(0, start).trimEnd(), text.slice(end).trimStart()];
  const joint = before.replace(/[,，:：;；=-]$/, '').trimEnd();
  // of 两万块的企业礼盒 only what it is stays
  const behind = after.replace(joint === '' ? /^(?:[,，:：;；]\s?|的(?=\p{Script=Han}))/u : /^[,，:：;；]\s?/, '');
  const rest = `${joint} ${behind}`.replace(/[(（]\s?[)）]/, '').trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest.replace(/\s[.。!！]$/, '') : '';
}
