import { narrow } from '../../normalise.ts';
import { type Money, parseMoney, plainDecimal } from '../money.ts';
import { moneyContext } from '../money_context.ts';
import { costingInAll, partsOf } from '../order/by_unit.ts';
import { isSoMany } from '../order/known/counts_spoken.ts';
import { UNITS_EN } from './en.ts';
import type { Counted, PricePer, UnitWords } from './priced.ts';
import { UNITS_ZH } from './zh.ts';

/** A price of one unit beside a count of another: 30 eggs at £3 a dozen, 茶叶三两 200一斤. */
export interface OtherUnit {
  /** The words of the price. */
  said: string;
  /** The words without them. */
  goods: string;
  /** The words with what all of it comes to in their place, where there is one way. */
  inAll: string | undefined;
  /** How often the price is meant, in the ways in which that may be; none: only the owner knows how many of the one are in the other. */
  ways: { quantity: string; price: string }[];
  /** There is one way, and nothing else it may mean. */
  sure: boolean;
  /** It is for each of what is counted. */
  plain: boolean;
  /** One in the other: so many people with so many drinks each. */
  inEach: boolean;
}

const LONGEST = 200;
/** What all of it comes to is said besides. */
const IN_ALL = /合计|总计|总共|一共|共计|总价|总额|共|\btotal\b|\bin all\b|\baltogether\b|=/iu;
/** 1 1/2 hours, two and a half hours: read where what is measured is. */
const FRACTION = /\d\/\d|[½¼¾]|\band an? half\b/iu;
/** Of 2 drinks each: of no sum. */
const EACH = /\seach(?![a-z])/giu;
/** A week is seven days, or five at work. */
const DAYS: Readonly<Record<string, readonly number[]>> = { week: [7, 5], 周: [7, 5] };
const isDay = (unit: string): boolean => unit === 'd' || unit === '天';

/** Undefined: what is counted is what is priced, or nothing is counted; then the price is read as it always is. */
export function otherUnit(text: string, currency: string): OtherUnit | undefined {
  if (text.length > LONGEST || IN_ALL.test(text) || FRACTION.test(text)) return undefined;
  const plain = narrow(text);
  const words = /\p{Script=Han}/u.test(plain) ? UNITS_ZH : UNITS_EN;
  const priced = words.pricePer(plain);
  const one = priced && parseMoney(priced.price, currency);
  if (!priced || !one) return undefined;
  const [before, behind] = [plain.slice(0, priced.start), plain.slice(priced.end)];
  const counted = words
    .counted(`${before} | ${behind}`, priced)
    .filter((each) => words.isSame(each, priced.unit) || isRelated(each, priced) || !words.isSize(each.unit));
  if (counted.some(({ unit }) => words.isLotOf(unit, priced.unit))) return undefined;
  const times = timesOf(counted, priced, words);
  if (isSoMany(plain))
    return {
      said: saidOf(plain, priced),
      goods: plain,
      inAll: undefined,
      ways: [],
      sure: false,
      plain: false,
      inEach: false,
    };
  if (times === undefined || (times.plain && isReadSo(plain, priced))) return undefined;
  const front = before.replace(/[\s,，@]+(?:at)?\s*$|\sat\s*$/iu, '');
  const ways = times.many.map((many) => timesOr(many, priced.price, one, currency));
  const isExact = ways.every(({ exact }) => exact);
  const [way] = ways;
  return {
    said: saidOf(plain, priced),
    goods: `${front}${behind}`.trim(),
    inAll: way && ways.length === 1 ? `${front.replace(EACH, '')} ${way.typed}${behind}`.trim() : undefined,
    ways: ways.map(({ quantity, price }) => ({ quantity, price })),
    sure: times.sure && isExact,
    plain: times.plain === true,
    inEach: counted.slice(1).some(({ inEach }) => inEach),
  };
}

/** Whether a comma parts nothing: 4 people, 2 drinks each, £5 a drink; 2 trays of eggs, £0.30 an egg. */
export function isOfUnits(text: string, currency: string): boolean {
  const other = otherUnit(text, currency);
  return other?.inEach === true || (other?.plain === false && text.trim().endsWith(`, ${other.said}`));
}

/** The same as an order is typed, with what all of it comes to. */
export function waysInUnits(piece: string, currency: string): string[] | undefined {
  const other = otherUnit(piece, currency);
  // an order has no words for one in the other
  if (other?.inEach) return [];
  // what orders say of it themselves
  if (other?.plain && /\p{Script=Han}/u.test(piece)) return undefined;
  return other?.ways.flatMap(({ quantity, price }) => {
    const one = parseMoney(price, currency);
    const minor = one && String(Math.round(Number(one.minor) * Number(quantity)));
    return one && minor ? [costingInAll(other.goods, { ...one, minor })] : [];
  });
}

const isRelated = ({ unit }: Counted, priced: PricePer): boolean =>
  unit !== '' && priced.unit !== '' && partsOf(unit, priced.unit) !== undefined;

/** So many times the price; where that has too many decimals, what it comes to. */
function timesOr(many: number, price: string, one: Money, currency: string) {
  const minor = Math.round(Number(one.minor) * many);
  const exact = Math.abs(Number(one.minor) * many - minor) < 1e-6;
  const quantity = String(Number(many.toFixed(3)));
  const sum = plainDecimal(String(minor), one.currency);
  const named = `${sum} ${one.currency}`;
  const [sign] = /^[$£€¥]/u.exec(price) ?? [];
  const typed = sign ? `${sign}${sum}` : one.currency === 'CNY' ? `${sum}元` : named;
  if (Math.abs(Number(quantity) - many) < 1e-9) return { quantity, price, exact, typed };
  return { quantity: '1', price: one.currency === currency ? sum : named, exact, typed };
}

const saidOf = (plain: string, { start, end }: PricePer): string => plain.slice(start, end).trim();

interface Times {
  many: number[];
  sure: boolean;
  /** So many of what is priced, and no more to it. */
  plain?: boolean;
}

/** Whether the price is known to be for one: an egg and a drink are told so by what is counted alone, and pence are read here only. */
function isReadSo(plain: string, { price, typed, start }: PricePer): boolean {
  const at = plain.indexOf(typed, start);
  return typed === price && moneyContext(plain, at, at + typed.length).meaning !== 'plain';
}

function timesOf(counted: readonly Counted[], priced: PricePer, words: UnitWords): Times | undefined {
  const [first, ...others] = counted;
  if (!first) return undefined;
  if (priced.also) return ofBoth(counted, priced, priced.also, words);
  if (others.some(({ inEach }) => inEach)) return inChain(counted, priced, words);
  const hits = counted.flatMap((one) => timesOne(one, priced, words) ?? []);
  // 2 nights and 3 nights at £80 a night
  if (hits.length > 1) return undefined;
  const [hit] = hits;
  // 三只松鼠 30元一包: called so, or three of them
  if (!hit) return { many: counted.every(({ mayBeName }) => mayBeName) ? [1] : [], sure: false };
  return hit.plain ? { ...hit, sure: false } : hit;
}

/** 4 people 2 nights £50 a person a night. */
function ofBoth(counted: readonly Counted[], priced: PricePer, also: string, words: UnitWords): Times {
  const times = [priced, { ...priced, unit: also }].map((each) =>
    counted.flatMap((one) => timesOne(one, each, words)?.many ?? []),
  );
  const isClear = times.every(({ length }) => length === 1);
  return { many: isClear ? [times[0]![0]! * times[1]![0]!] : [], sure: false };
}

/** 3 people with 2 drinks each at £5 a drink, 两箱 每箱12瓶 每瓶5元: one in the other. */
function inChain(counted: readonly Counted[], priced: PricePer, words: UnitWords): Times | undefined {
  const last = counted.at(-1)!;
  const isChain = counted.slice(1).every(({ inEach }) => inEach);
  const hit = last.unit === '' ? { many: [last.count / priced.per], sure: false } : timesOne(last, priced, words);
  // 2 boxes of 24 cups at £10 a box
  if (!hit && counted.some((one) => timesOne(one, priced, words)?.plain)) return undefined;
  if (!isChain || !hit) return { many: [], sure: false };
  const outer = counted.slice(0, -1).reduce((all, { count }) => all * count, 1);
  return { many: hit.many.map((many) => many * outer), sure: hit.sure };
}

function timesOne(one: Counted, priced: PricePer, words: UnitWords): Times | undefined {
  const { count, unit } = one;
  const [held, lot] = [words.lot(unit), words.lot(priced.unit)];
  if (unit === '' && priced.unit !== '')
    return { many: [lot === undefined ? count : count / lot / priced.per], sure: false };
  if (unit === priced.unit) return same(count, priced);
  const parts = partsOf(unit, priced.unit);
  if (parts !== undefined && priced.unit !== '') return { many: [(count * parts) / priced.per], sure: true };
  // 3 dozen eggs at £0.30 an egg
  if (held !== undefined && words.isSame(one, priced.unit)) return { many: [(count * held) / priced.per], sure: true };
  if (words.isSame(one, priced.unit)) return same(count, priced);
  if (lot !== undefined && held !== undefined) return { many: [(count * held) / lot / priced.per], sure: true };
  if (lot === 2 && words.isPairByItself(one)) return { many: [count], sure: true };
  if (lot !== undefined && words.isPieces(one)) return inLots(count, lot * priced.per);
  if (priced.unit === '' && words.isPieces(one)) return inLots(count, priced.per);
  const days = isDay(priced.unit) ? DAYS[unit] : undefined;
  return days && { many: days.map((each) => each * count), sure: false };
}

const same = (count: number, { per }: PricePer): Times =>
  per === 1 && Number.isInteger(count)
    ? { many: [count], sure: true, plain: true }
    : { many: [count / per], sure: true };

/** Half a dozen is sold, and no half of a pair: what is left over is asked about. */
const inLots = (count: number, per: number): Times => ({
  many: [count / per],
  sure: count % Math.max(2, per / 2) === 0,
});
