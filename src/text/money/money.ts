import type { Locale } from '../locale.ts';
import {
  englishNumber,
  mixedNumber,
  numeralCharacters,
  readChineseNumber,
  readEnglishNumber,
  readMixedNumber,
} from './numerals.ts';
import { plainFigures } from './plain_figures.ts';

/** An amount in the currency's minor unit (cents, fen) and its ISO 4217 code. */
export interface Money {
  minor: string;
  currency: string;
}

/** ISO 4217 minor units where they are not 2. Intl is not asked: its CLDR figures differ (IQD 0, UGX 0 v HUF 2 …). */
const exponents: Record<string, number> = {
  ...Object.fromEntries(
    'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((c) => [c, 0]),
  ),
  ...Object.fromEntries('BHD IQD JOD KWD LYD OMR TND'.split(' ').map((c) => [c, 3])),
  CLF: 4,
  UYW: 4,
};

/** How many digits after the point a currency has: 2 unless ISO 4217 says otherwise. */
export function minorDigits(currency: string): number {
  return exponents[currency] ?? 2;
}

/**
 * A decimal string of a shop (`'1280.50'`, `'-3'`) in minor units, exactly; more digits than the currency has are rounded half
 * away from zero. Throws a RangeError when it is no plain decimal or longer than 15 whole digits.
 */
export function toMinor(decimal: string, currency: string): string {
  const parts = /^([+-]?)(\d{1,15})(?:\.(\d{0,30}))?$/.exec(decimal.trim());
  if (!parts) throw new RangeError('not a decimal amount');
  const places = minorDigits(currency);
  const fraction = (parts[3] ?? '').padEnd(places + 1, '0');
  const whole = BigInt(parts[2]! + fraction.slice(0, places)) + (fraction[places]! >= '5' ? 1n : 0n);
  return String(parts[1] === '-' ? -whole : whole);
}

/** What programs that reckon in binary fractions write too much: 199.00000000000003. */
const NOISE_DIGITS = 6;

/** Whether a decimal says more than whole minor units: 0.00012345 BTC, 1234.5678. Noise far behind the point does not count. */
export function hasSmallerParts(decimal: string, currency: string): boolean {
  const places = minorDigits(currency);
  const behind = /\.(\d*)/.exec(decimal)?.[1] ?? '';
  const seen = Number(`0.${behind.slice(places).slice(0, NOISE_DIGITS) || '0'}`);
  const isNoise =
    /^(?:0+|9+)$/.test(behind.slice(places, places + NOISE_DIGITS)) && behind.length >= places + NOISE_DIGITS;
  return seen > 0 && !isNoise;
}

/** Minor units as people read them: `¥1,280.50`, `$50.00`. Throws a RangeError when `minor` is not an integer or `currency` not three letters. */
export function formatMoney(minor: string, currency: string, locale: Locale): string {
  return formatIn(currency, locale).format(toDecimal(minor, minorDigits(currency)));
}

/** As `formatMoney`, without a fraction that is none: `¥1,280`. */
export function formatBriefly(minor: string, currency: string, locale: Locale): string {
  return formatIn(currency, locale, 'stripIfInteger').format(toDecimal(minor, minorDigits(currency)));
}

/** Made once: making one costs a hundred times what it does. */
const formats = new Map<string, Intl.NumberFormat>();

function formatIn(
  currency: string,
  locale: Locale,
  trailingZeroDisplay: 'auto' | 'stripIfInteger' = 'auto',
): Intl.NumberFormat {
  const key = `${locale} ${currency} ${trailingZeroDisplay}`;
  const known = formats.get(key);
  if (known) return known;
  const digits = minorDigits(currency);
  const made = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    trailingZeroDisplay,
  });
  formats.set(key, made);
  return made;
}

/** Minor units as a plain decimal, for files and what is read again: 128050 CNY is `1280.50`. Throws as formatMoney does. */
export function plainDecimal(minor: string, currency: string): string {
  const places = minorDigits(currency);
  const decimal = toDecimal(minor, places);
  return places === 0 ? decimal.replace(/\..*$/, '') : decimal.slice(0, -1);
}

/** Shifts the point by text, so that no float ever sees the amount. */
function toDecimal(minor: string, places: number): Intl.StringNumericLiteral {
  const parts = /^(-?)(\d+)$/.exec(minor);
  if (!parts) throw new RangeError('not an amount in minor units');
  const digits = parts[2]!.padStart(places + 1, '0');
  const point = digits.length - places;
  return `${parts[1]}${digits.slice(0, point)}.${digits.slice(point)}0` as Intl.StringNumericLiteral;
}

const names: Record<string, string> = {
  ...byName('CNY', '元 圆 块 块钱 人民币 rmb yuan cn¥'),
  ...byName('USD', '美元 美金 美刀 刀 us$ dollar dollars bucks'),
  ...byName('EUR', '€ €uro €uros 欧元 欧 euro euros'),
  ...byName('GBP', '£ 英镑 镑 pound pounds quid'),
  ...byName('JPY', '日元 日圆 円 yen jp¥'),
  ...byName('HKD', '港币 港元 港纸 hk$'),
  ...byName('TWD', '台币 新台币 nt$'),
  ...byName('KRW', '₩ 韩元 韩币 won'),
  ...byName('SGD', '新加坡元 新币 s$ sg$'),
  ...byName('AUD', '澳元 澳币 a$ au$'),
  ...byName('CAD', '加元 加币 c$ ca$'),
  ...byName('NZD', '纽币 nz$'),
  ...byName('MXN', 'mx$'),
  ...byName('INR', '₹ 卢比 rupees'),
  ...byName('THB', '฿ 泰铢 泰币 baht'),
  ...byName('CHF', '瑞郎'),
  ...byName('MYR', '马币 林吉特'),
  ...byName('RUB', '卢布'),
  ...byName('VND', '₫ 越南盾 dong'),
};
const dollars = new Set(['USD', 'HKD', 'TWD', 'SGD', 'AUD', 'CAD', 'NZD', 'MXN']);
/** The currencies that share a sign: one named next to it says which is meant. */
const shared: Record<string, ReadonlySet<string>> = { $: dollars, '¥': new Set(['CNY', 'JPY']) };

function byName(currency: string, words: string): Record<string, string> {
  return Object.fromEntries(words.split(' ').map((word) => [word, currency]));
}

/** Where a point groups thousands and a comma is decimal (Unicode CLDR, the currencies' home languages): 1.000 EUR is a thousand. */
const pointGroups = new Set(
  'EUR DKK NOK ISK HUF PLN RON BGN CZK RSD TRY BRL ARS CLP COP UYU IDR VND RUB UAH'.split(' '),
);

/** How many zeros a multiplier adds: 1.2万 is 12000, 5k is 5000. */
const multipliers: Record<string, number> = {
  百: 2,
  千: 3,
  k: 3,
  万: 4,
  w: 4,
  百万: 6,
  m: 6,
  千万: 7,
  亿: 8,
  ...scales(),
};

/** Words for multipliers: $2 million, €1,5 Mio. */
export const scaleWord =
  '(?:millions?|mio\\.?|mln|billions?|bn|mrd|thousand|grand(?!\\s?total)(?!\\s(?!(?:for|and|or|to|in|on|by|from|a|per|plus|is|was|now|today|budget|deposit|max|paid|off|with|incl|dollars?|bucks)\\b)[a-z])|hundred|lakhs?|lacs?|crores?)(?![a-z])';

function scales(): Record<string, number> {
  const zeros = { hundred: 2, thousand: 3, grand: 3, million: 6, mio: 6, mln: 6, billion: 9, bn: 9, mrd: 9 };
  const indian = { lakh: 5, lakhs: 5, lac: 5, lacs: 5, crore: 7, crores: 7 };
  return { ...zeros, ...indian, millions: 6, billions: 9, 'mio.': 6 };
}

const shape = new RegExp(
  `^([^\\d\\s.,+\\-${numeralCharacters}]*)\\s*(\\d[\\d.,' ]*|\\.\\d{1,4}|[${numeralCharacters}]+)\\s*(百万|千万|[百千万亿]|${scaleWord}|(?<!\\s)[kwm](?![a-z]))?\\s*(\\D*)$`,
);
/** What countries' dollars are called, and their codes. */
const NATIONS: Readonly<Record<string, string>> = {
  ...{ canadian: 'cad', australian: 'aud', american: 'usd', singapore: 'sgd', 'hong kong': 'hkd' },
  ...{ 'new zealand': 'nzd', taiwan: 'twd', us: 'usd' },
};
export const nation = `(?:${Object.keys(NATIONS).join('|')})`;
const NATION = new RegExp(`(?<=[$\\d ])(?:(${nation})(?: dollars?)?|dollars? (${nation}))$`);
/** The code of a currency in front of its sign: CAD $500. */
const CODE_FIRST = /^([a-z]{3})\s?((?:[a-z]{2})?[$¥€£])\s?(?=\d)(.*)$/;

/**
 * What a person means by an amount that is the whole text: `¥1,280.50`, `1280`, `1.2万`, `三百元`, `$50`, `50 USD`, `３００元`.
 * ¥ is yen only where `defaultCurrency` is JPY; $ is the default's dollar, else USD. A point is decimal; a comma before exactly
 * three digits groups, before one or two last digits it is decimal too (`1.280,50`, `12,5`). One point before three digits groups where the
 * currency is written so (1.000 EUR), else nobody can tell (1.000 USD). 12块5, 3万5 and 三万五 mean what they mean when said. Undefined for anything else: negative amounts, two
 * currencies, more decimals than the currency has, over 15 whole digits.
 */
export function parseMoney(text: string, defaultCurrency: string): Money | undefined {
  if (text.length > 60) return undefined;
  const match = shape.exec(
    spoken(
      plainFigures(text)
        .trim()
        .toLowerCase()
        .replace(/(?<=\d)[.。]$/, '')
        .replace(CODE_FIRST, '$2$3 $1')
        .replace(NATION, (_, before: string, behind: string) => NATIONS[before ?? behind]!),
    ),
  );
  if (!match) return undefined;
  const [, before = '', number = '', multiplier = '', after = ''] = match;
  const currency = readCurrency(before.trim(), after.trim(), defaultCurrency);
  const decimal = currency === undefined ? undefined : readDecimal(number.trim(), currency);
  if (currency === undefined || decimal === undefined) return undefined;
  const minor = shift(decimal, (multipliers[multiplier] ?? 0) + minorDigits(currency));
  return minor === undefined ? undefined : { minor, currency };
}

/** 12块5 is 12.5元, 十二块五 too, 8毛 is 0.8元, 12€50 is 12.50 €, and 3万5 is 三万五. */
function spoken(text: string): string {
  const coins = COINS.exec(text);
  if (coins) return `0.${wholeNumber(coins[1]!)}${coins[2] ? wholeNumber(coins[2]) : ''}元`;
  const change = CHANGE.exec(text);
  const whole = change && wholeNumber(change[1]!);
  if (change && whole !== undefined)
    return `${whole}.${wholeNumber(change[2]!)}${change[3] ? wholeNumber(change[3]) : ''}元`;
  return text
    .replace(/^(\d{1,9})([$€£])(\d\d)$/, '$1.$3 $2')
    .replace(ENGLISH, (words) => String(readEnglishNumber(words) ?? words))
    .replace(MIXED, (said) => String(readMixedNumber(said) ?? said));
}

const MIXED = new RegExp(`(?<![\\d.,])${mixedNumber}(?![.,]\\d|[万亿])`);

/** 12块5, 五元五角六分. */
const CHANGE = new RegExp(
  `^(\\d{1,9}|[${numeralCharacters}]+)\\s?[块元](\\d{1,2}|[一二三四五六七八九])(?:[毛角](?:(?<!\\d\\d[毛角])([\\d一二三四五六七八九])分)?)?$`,
);
/** 8毛, 五角钱, 1毛5. */
const COINS = /^([\d一二两三四五六七八九])\s?[毛角](?:([\d一二三四五六七八九])分?)?钱?$/;
const ENGLISH = new RegExp(`^${englishNumber}(?=\\s?[a-z])`, 'i');

function wholeNumber(text: string): string | undefined {
  if (/^\d+$/.test(text)) return text;
  const read = readChineseNumber(text);
  return read === undefined ? undefined : String(read);
}

/** A sign that several currencies share gives way to whatever says which of them is meant: $500 CAD, CAD $500, 500 $ CAD. */
function readCurrency(before: string, after: string, fallback: string): string | undefined {
  const words = [...namesIn(before), ...namesIn(after)];
  if (words.length === 0) return fallback;
  const clear = words.filter((word) => shared[word] === undefined);
  const read = clear.length > 0 ? currencyOf(clear[0]!, fallback) : currencyOf(words[0]!, fallback);
  const agrees = (word: string) => currencyOf(word, fallback) === read || shared[word]?.has(read!);
  return read !== undefined && words.every(agrees) ? read : undefined;
}

/** US$ is one name, 'cad$' and '$ cad' are two. */
function namesIn(text: string): string[] {
  if (text === '' || names[text] !== undefined) return text === '' ? [] : [text];
  const [, left = '', sign = '', right = ''] =
    /^(\D*?)\s?((?:us|hk|nt|cn|jp|au|ca|nz|mx|sg|\b[acs])?[$¥]|[€£])\s?(\D*)$/.exec(text) ?? [];
  return sign === '' ? [text] : [left, sign, right].filter((part) => part !== '');
}

/** Whether these three letters, in capitals, are the code of a currency (ISO 4217). */
export const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code);

function currencyOf(word: string, fallback: string): string | undefined {
  if (word === '¥') return fallback === 'JPY' ? 'JPY' : 'CNY';
  if (word === '$') return dollars.has(fallback) ? fallback : 'USD';
  const code = word.toUpperCase();
  return names[word] ?? (isCurrency(code) ? code : undefined);
}

/** Whole digits and decimals, the separators understood. */
function readDecimal(number: string, currency: string): { whole: string; fraction: string } | undefined {
  const chinese = readChineseNumber(number);
  if (chinese !== undefined) return { whole: String(chinese), fraction: '' };
  if (/^\d{1,3}\.\d{3}$/.test(number) && minorDigits(currency) !== 3) {
    const groups = pointGroups.has(currency) || minorDigits(currency) === 0;
    return groups ? { whole: number.replace('.', ''), fraction: '' } : undefined;
  }
  if (/^\.\d+$/.test(number)) return { whole: '0', fraction: number.slice(1) };
  const plain =
    /^(\d{1,2}(?:,\d\d)+,\d{3})(?:\.(\d+))?$/.exec(number) ?? // 1,50,000: lakhs
    /^(\d{1,3}(?:[, ']\d{3})+|\d+)(?:\.(\d+))?$/.exec(number) ?? // 1,280.50
    /^(\d{1,3}(?:[.' ]\d{3})+|\d+),(\d\d?)$/.exec(number) ?? // 1.280,50, 1 280,50 and 12,5
    /^(\d{1,3}(?:\.\d{3}){2,})$/.exec(number); // 1.280.000
  return plain ? { whole: plain[1]!.replace(/\D/g, ''), fraction: plain[2] ?? '' } : undefined;
}

/**
 * What an amount may be whose one point before three digits groups for one half of the world and is decimal for the other: 1280 and
 * 1.28. Empty: there is no such point in it.
 */
export function eitherPoint(amount: string): string[] {
  const [whole, before = '', one, three = '', after = ''] = ONE_POINT.exec(amount) ?? [];
  if (whole === undefined) return [];
  const decimals = three.replace(/0+$/, '');
  return [`${before}${one}${three}${after}`, `${before}${one}${decimals && '.'}${decimals}${after}`];
}

const ONE_POINT = /^([^\d]*)([1-9]\d{0,2})\.(\d{3})(?![\d.,])([^\d]*)$/;

/** Moves the point `places` to the right; undefined when digits other than 0 would be left behind it. */
function shift({ whole, fraction }: { whole: string; fraction: string }, places: number): string | undefined {
  const kept = fraction.replace(/0+$/, '');
  const digits = (whole + kept.padEnd(places, '0')).replace(/^0+(?=\d)/, '');
  return kept.length > places || digits.length > 18 ? undefined : digits;
}
