import { narrow } from '../../normalise.ts';
import { type Money, plainDecimal } from '../money.ts';
import { readChineseNumber } from '../numerals.ts';

/** How much there is of something that costs so much a unit: 2.5 hrs at $80/h, 龙井两斤 680/斤. */
export type ByUnit =
  | { title: string; unit: string; quantity: number }
  /** No whole number of them: what all of it costs. */
  | { inAll: Money };

const HALF_EN =
  '(?<half>half|(?<figure>(?:\\d{1,3}\\s)?[1-9]\\/[2-9]|\\d{0,3}[½¼¾]|\\d{1,5}(?:\\.\\d{1,3})?|an?|one|two|three|four|five|six)(?<andHalf>\\sand\\sa\\shalf)?)';
const AMOUNT = new RegExp(
  `(?<![\\d.,\\p{L}])${HALF_EN}\\s?(?:an?\\s)?(?<latin>[a-z]{1,10})(?![a-z\\d])(?<more>\\sand\\sa\\shalf)?|(?<![\\d.,])(?:(?<han>\\d{1,5}(?:\\.\\d{1,3})?|[一两二三四五六七八九十]{1,3})(?<halfZh>半)?|(?<alone>半))\\s?个?(?<behind>半)?(?<unit>小时|分钟|公斤|千克|平米|平方米?|课时|\\p{Script=Han})(?<last>半(?![\\p{L}]))?`,
  'giu',
);
/** What is measured in either, in the smaller of the two. */
export const MEASURED: Readonly<Record<string, readonly [of: string, parts: number]>> = {
  ...{ h: ['time', 60], min: ['time', 1], 小时: ['time', 60], 分钟: ['time', 1] },
  ...{
    kg: ['mass', 1000],
    g: ['mass', 1],
    公斤: ['mass', 1000],
    千克: ['mass', 1000],
    斤: ['mass', 500],
    克: ['mass', 1],
    两: ['mass', 50],
    钱: ['mass', 5],
  },
  ...{ lb: ['pounds', 16], oz: ['pounds', 1] },
  ...{ 米: ['length', 300], 尺: ['length', 100], 寸: ['length', 10], 厘米: ['length', 3], 毫米: ['length', 0.3] },
  ...{ m: ['metres', 100], cm: ['metres', 1], yd: ['feet', 36], ft: ['feet', 12], inch: ['feet', 1] },
  ...{ l: ['litres', 1000], ml: ['litres', 1], 升: ['volume', 1000], 毫升: ['volume', 1] },
  ...{ year: ['months', 12], quarter: ['months', 3], month: ['months', 1] },
  ...{ 年: ['months', 12], 季: ['months', 3], 季度: ['months', 3], 月: ['months', 1] },
};
const ENGLISH = ['', 'one', 'two', 'three', 'four', 'five', 'six'];
/** The same unit, however it is written. */
const ALIKE: Readonly<Record<string, string>> = {
  ...{ hr: 'h', hour: 'h', minute: 'min', day: 'd', pound: 'lb', ounce: 'oz', kilo: 'kg', gram: 'g' },
  ...{ metre: 'm', meter: 'm', yard: 'yd', foot: 'ft', feet: 'ft', litre: 'l', liter: 'l', yr: 'year', mo: 'month' },
  ...{
    people: 'person',
    guest: 'person',
    head: 'person',
    pax: 'person',
    adult: 'person',
    cover: 'person',
    pp: 'person',
  },
};

export const unitOf = (word: string): string => {
  const one = word.toLowerCase().replace(/(?<=x|ch|sh|ss)es$|(?<=[a-z]{2})(?<!s)s$/u, '');
  return ALIKE[one] ?? one;
};

/** How much of the one unit one of the other is; undefined: they measure nothing alike, or not always the same: a day of a week. */
export function partsOf(typed: string, unit: string): number | undefined {
  if (unitOf(typed) === unitOf(unit)) return 1;
  const [one, other] = [MEASURED[unitOf(typed)], MEASURED[unitOf(unit)]];
  return one && other && one[0] === other[0] ? one[1] / other[1] : undefined;
}

/** Of these each is one of whatever there is. */
const ANY = /^(?:个|件|份|只|each|pcs?|piece|item|unit)$/iu;

/** Whether something is counted in one unit and priced in another: 500克 at 680/斤. */
export const isPricedElse = (counted: string, priced: string): boolean =>
  counted !== '' && priced !== '' && !ANY.test(priced) && unitOf(counted) !== unitOf(priced);

const FRACTIONS: Readonly<Record<string, number>> = { '½': 0.5, '¼': 0.25, '¾': 0.75 };

function numberIn(word: string | undefined): number {
  if (word === undefined) return 0;
  const one = word.toLowerCase();
  if (/^an?$/u.test(one)) return 1;
  const sign = FRACTIONS[one.slice(-1)];
  if (sign !== undefined) return Number(one.slice(0, -1)) + sign;
  const [, whole = '0', top, below] = /^(?:(\d{1,3})\s)?(\d)\/(\d)$/u.exec(one) ?? [];
  if (top && below) return Number(whole) + Number(top) / Number(below);
  return ENGLISH.indexOf(one) > 0 ? ENGLISH.indexOf(one) : (readChineseNumber(word) ?? Number(word));
}

const SOME = /\b(?:few|several|some|many|couple(?: of)?|half|quarter|\d\S*)\s(?:an?\s|of\s)?([a-z]{1,10})\b/giu;

/** Whether the name says somehow how much there is in the unit in which the price is: a few hours, 几斤, 1h30. */
export const namesUnit = (title: string, unit: string): boolean =>
  unit !== '' &&
  (/\p{Script=Han}/u.test(unit)
    ? new RegExp(`[半几多数来些]\\s?个?${unit}`, 'u').test(title)
    : /\d[hd]\d/iu.test(title) || [...narrow(title).matchAll(SOME)].some(([, word]) => unitOf(word!) === unitOf(unit)));

/** Undefined: the name says nothing in the unit in which the price is. */
export function byUnit(title: string, unit: string, price: Money): ByUnit | undefined {
  if (unit === '' || title.length > 200) return undefined;
  for (const { index, 0: whole, groups } of narrow(title).matchAll(AMOUNT)) {
    const said: Record<string, string | undefined> = groups ?? {};
    const typed = (said.latin ?? said.unit)!;
    const parts = partsOf(typed, unit);
    if (parts === undefined) continue;
    const isHalf = [said.andHalf, said.more, said.halfZh, said.behind, said.last].some((one) => one !== undefined);
    const half = isHalf || said.half?.toLowerCase() === 'half' || said.alone !== undefined ? 0.5 : 0;
    const thousandths = Math.round((numberIn(said.figure ?? said.han) + half) * parts * 1000);
    if (!(thousandths > 0)) return undefined;
    const rest = `${title.slice(0, index)} ${title.slice(index + whole.length)}`
      .replace(/\s+/gu, ' ')
      .replace(/^\s?(?:of\s)?|\s?(?:at|@)?\s?$/giu, '');
    if (parts === 1 && thousandths % 1000 === 0)
      return { title: rest || typed, unit: rest ? typed : '', quantity: thousandths / 1000 };
    const minor = (BigInt(price.minor) * BigInt(thousandths) + 500n) / 1000n;
    return { inAll: { ...price, minor: String(minor) } };
  }
  return undefined;
}

/** 'design 2.5 hrs 200.00 USD': the name with what all of it costs. */
export const costingInAll = (title: string, { minor, currency }: Money): string =>
  `${title.trim().replace(/\s(?:at|@)$/iu, '')} ${plainDecimal(minor, currency)} ${currency}`;
