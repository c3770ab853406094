import { findMoney } from '../../money/find_money.ts';
import { type Money, parseMoney, toMinor } from '../../money/money.ts';
import { readChineseNumber } from '../../money/numerals.ts';
import { countsSpoken } from '../../money/order/known/counts_spoken.ts';
import { paidLaterIn } from '../../money/order/order_notes.ts';
import { isByLot, isUnsaid, lotsOf } from '../../money/order/unsure/lots.ts';
import { otherUnit } from '../../money/unit/other_unit.ts';
import { faceValue } from '../../money/unsure/face_value.ts';
import { narrow } from '../../normalise.ts';
import { SALE_EN } from './en.ts';
import type { SaleWords, SaysOfSale } from './words.ts';
import { SALE_ZH } from './zh.ts';

/** A sale as it is said in one breath, read whole. */
export interface Sale {
  goods: string;
  sum: Money;
  /** Behind the sum, as the command for orders reads it: the day, whether it is paid, when it will be. */
  behind: string;
  /** What it is, without how many. */
  title: string;
  /** Whose it is where nobody is named. */
  nobody: string;
  /** The sum as it is typed where it was said that it is for all of several. */
  priced: (price: string) => string;
  /** How it stands where whoever bought it took it with them, and paid unless it is said that they did not. */
  taken: string;
  isPaid: boolean;
  isOpen: boolean;
  /** What has come, where that is only a part of it. */
  part: Money | undefined;
}

/** Nobody says a sale in more. */
const LONGEST = 160;
const MOST_PIECES = 8;

/** 两盒龙井 付了现金256; two prints, 80 in total, paid cash. Undefined: something in it is not read, or it has no sum or two. */
export function saleIn(words: string, currency: string): Sale | undefined {
  if (words.length > LONGEST || words.includes('\n') || faceValue(words, currency)) return undefined;
  const language = /\p{Script=Han}/u.test(words) ? SALE_ZH : SALE_EN;
  const said = piecesOf(countsSpoken(narrow(words).trim()), language, currency);
  return said && summedUp(said, language, currency);
}

interface Said {
  goods: string;
  sums: Partial<Record<SaysOfSale, Money>>;
  has: Set<SaysOfSale>;
  means: string;
  day: string;
  later: string;
  /** For so much: of all of them. */
  isWhole: boolean;
  /** What said that the price is for each. */
  each: string;
}

/** Takes off one piece after the other from the end. */
function piecesOf(text: string, language: SaleWords, currency: string): Said | undefined {
  const said: Said = { goods: '', sums: {}, has: new Set(), means: '', day: '', later: '', isWhole: false, each: '' };
  let left = text.replace(END, '');
  for (let nth = 0; nth < MOST_PIECES; nth += 1) {
    const hit = firstAtEnd(left, language);
    if (!hit) break;
    const [says, found] = hit;
    const { sum, means, means2, day, later } = found.groups ?? {};
    const money = sum === undefined ? undefined : moneyIn(sum, currency);
    if (sum !== undefined && !money) return undefined;
    if (says !== 'none') {
      if (said.has.has(says) || (money && says === 'sum' && said.has.has('total'))) return undefined;
      said.has.add(says);
      if (money) said.sums[says] = money;
    }
    if (says === 'each') said.each = found[0];
    said.isWhole ||= says === 'sum' && /^for\s/iu.test(found[0]);
    said.means ||= (means ?? means2)?.trim() ?? '';
    said.day ||= day?.trim() ?? '';
    said.later ||= later?.trim() ?? '';
    left = left.slice(0, found.index).replace(END, '');
  }
  const goods = language.one(left.replace(language.before, '').replace(language.after, '').trim());
  const isGoods = goods !== '' && goods.length <= 60 && language.goods.test(goods) && !language.noGoods.test(goods);
  return isGoods ? byThePiece({ ...said, goods }, currency) : undefined;
}

/** A dozen cups at 8 each are 12x cups; undefined: 3 pairs at 8 each, a set at 8 each: nobody says whether one of them costs that, or a pair. */
function byThePiece(said: Said, currency: string): Said | undefined {
  if (said.each !== '' && isUnsaid(said.goods, said.each, true)) return undefined;
  // 30 eggs at £3 a dozen: neither thirty times that nor once
  if (said.each !== '' && otherUnit(`${said.goods} ${said.each}`, currency)?.plain === false) return undefined;
  const size = said.each === '' ? undefined : SIZED.exec(said.goods)?.[1];
  if (size !== undefined && !said.each.includes(size)) return undefined;
  const lots = said.each === '' ? undefined : lotsOf(said.goods);
  if (!lots || isByLot(lots, said.each)) return said;
  const { many, per, lot, name } = lots;
  const isSure = per !== undefined && (many === 1 || /打|dozen/u.test(lot) || OF_ONE.test(said.each));
  return isSure ? { ...said, goods: `${many * per}x ${name}` } : undefined;
}

/** 500克茶叶 一包20: how large one is. */
const SIZED = /^\d{1,5}\s?(克|毫升|厘米|毫米|寸|g|ml|cl|oz|mm|cm)(?![a-z])/iu;
/** 每只, 一个: not of what they are counted in. */
const OF_ONE = /[每一]\s?\p{Script=Han}/u;

const END = /[\s,;.。、!！)(]+$/u;

function firstAtEnd(text: string, { pieces }: SaleWords): [SaysOfSale, RegExpExecArray] | undefined {
  for (const [says, shape] of pieces) {
    const found = shape.exec(text);
    if (found && found.index > 0) return [says, found];
  }
  return undefined;
}

function moneyIn(sum: string, currency: string): Money | undefined {
  const plain = sum
    .trim()
    .replace(/(?<=\d)\s?(?:bucks?|dollars?)$/iu, '')
    .replace(/(?<=\d)块(?:钱)?$/u, '元');
  const whole = readChineseNumber(plain.replace(/(?:元|块钱?)$/u, ''));
  if (whole !== undefined && /^\p{Script=Han}/u.test(plain))
    return { minor: toMinor(String(whole), currency), currency };
  return parseMoney(plain, currency) ?? findMoney(plain, currency)[0]?.money;
}

/** One sum, whatever says it, and how it stands. */
function summedUp(said: Said, language: SaleWords, currency: string): Sale | undefined {
  const { has, sums, goods, day, later } = said;
  const of = (sums.total ?? sums.sum ?? sums.each ?? sums.paid)?.currency ?? currency;
  if (Object.values(sums).some((one) => one.currency !== of)) return undefined;
  const came = sums.paid && BigInt(sums.paid.minor) - BigInt(sums.back?.minor ?? 0);
  const all = sumOf(said, language, came);
  if (all === undefined || all <= 0n) return undefined;
  const part = partOf(said, all, came);
  if ((came !== undefined && came > all) || (part !== undefined && (part <= 0n || part >= all))) return undefined;
  const state = stateOf(said, language, part === undefined ? undefined : decimalOf(part, of));
  if (state === undefined) return undefined;
  // what the command reads as such needs no other word
  const isRead = later !== '' && paidLaterIn(later) !== undefined;
  const note = later === '' ? '' : isRead ? `, ${later}` : language.note(later);
  return {
    goods,
    sum: { minor: String(all), currency: of },
    behind: [day, isRead && part === undefined ? '' : state].filter(Boolean).join(' ') + note,
    title: language.title(goods),
    priced: isForAll(said, language) ? language.inAll : (price) => price,
    taken: [day, state || language.paid(''), language.sent].filter(Boolean).join(' '),
    nobody: language.walkIn,
    isPaid: has.has('paid') && part === undefined,
    isOpen: isOpen(said),
    part: part === undefined ? undefined : { minor: String(part), currency: of },
  };
}

/** Of several: a sum for all, so many times one, or what came for them. */
const isForAll = ({ has, sums, goods, isWhole }: Said, language: SaleWords): boolean =>
  (language.count(goods) ?? 1) > 1 && (isWhole || has.has('total') || sums.each !== undefined || !sums.sum);

const isOpen = ({ has }: Said): boolean => has.has('unpaid') || has.has('later');

/** The one for all, so many times the one for each, or what came less what went back. Undefined: none, or two that differ. */
function sumOf({ has, sums, goods }: Said, language: SaleWords, came: bigint | undefined): bigint | undefined {
  const count = language.count(goods);
  const times = sums.each && (count === undefined ? undefined : BigInt(sums.each.minor) * BigInt(count));
  if ((sums.each && times === undefined) || (has.has('back') && came === undefined)) return undefined;
  const stated = sums.total ?? sums.sum;
  if (stated && times !== undefined && BigInt(stated.minor) !== times) return undefined;
  return stated ? BigInt(stated.minor) : (times ?? came);
}

/** What of it has been paid, where that is not all. */
function partOf({ has, sums }: Said, all: bigint, came: bigint | undefined): bigint | undefined {
  if (sums.part) return BigInt(sums.part.minor);
  if (has.has('half')) return all / 2n;
  return came !== undefined && came < all ? came : undefined;
}

/** In the command's words; '' says nothing of it. Undefined: two things are said that cannot both be. */
function stateOf(said: Said, language: SaleWords, part: string | undefined): string | undefined {
  const { has, means } = said;
  const isPaid = has.has('paid');
  if (isPaid && (has.has('unpaid') || (has.has('later') && part === undefined))) return undefined;
  if (part !== undefined) return language.part(part);
  if (has.has('part') || has.has('half')) return undefined;
  return isPaid ? language.paid(means) : isOpen(said) ? language.unpaid : '';
}

/** Without a fraction that is none. */
function decimalOf(minor: bigint, currency: string): string {
  const digits = toMinor('1', currency).length - 1;
  const text = String(minor).padStart(digits + 1, '0');
  const [whole, rest] = [text.slice(0, text.length - digits), text.slice(text.length - digits)];
  return /[1-9]/.test(rest) ? `${whole}.${rest}` : whole;
}
