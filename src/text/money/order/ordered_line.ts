import { narrow } from '../../normalise.ts';
import { letterApart } from '../letter_apart.ts';
import { halfSaid, measureSigns, pieceSigns } from '../measures.ts';
import { type Money, parseMoney, plainDecimal } from '../money.ts';
import { readChineseNumber } from '../numerals.ts';
import { quotedLine } from '../quoted_lines.ts';
import { readAmount } from '../read_amount.ts';
import { waysInUnits } from '../unit/other_unit.ts';
import { faceValue } from '../unsure/face_value.ts';
import { byUnit, costingInAll, isPricedElse, namesUnit } from './by_unit.ts';
import {
  lettersOrTimes,
  looseGoods,
  severalAtOnePrice,
  withEachSaid,
  withoutJoint,
  withoutVerb,
} from './loose_goods.ts';
import { countBefore, countBehindPrice, countGlued, countIn, countInTitle, TOO_MANY } from './order_count.ts';
import { feeIn, isFee } from './order_fee.ts';
import { unquoted } from './quoted_name.ts';
import { IN_ALL, IN_ALL_BEFORE, totalBehind } from './stated_total.ts';
import { countOfEach, WORDED } from './unsure/count_of_each.ts';
import { depositOn } from './unsure/deposit_on.ts';
import { figureAsked } from './unsure/figure_left.ts';
import { waysInLots } from './unsure/lots.ts';
import { waysWithSomeFree } from './unsure/some_free.ts';
import { ASIDE, backInto, behindSum } from './words_behind.ts';

/** One article of an order as it was typed. */
export interface OrderedLine {
  title: string;
  /** What it is counted in: 盒; '' if nothing is said. */
  unit: string;
  quantity: number;
  /** undefined: nothing is said of money. */
  amount?: Money;
  /** The amount is what one of them costs, not all of them. */
  each: boolean;
  /** And that it is for all of them was said. */
  inAll: boolean;
  /** What it may be instead, at what it costs for each: 3 pages website $400. */
  perhaps?: Pick<OrderedLine, 'title' | 'unit' | 'quantity'>;
}

/** Says that the amount is what one costs. */
const EACH =
  /(?:(?:每|(?<=\s)一(?!共))\s?(?<front>\p{Script=Han})|每|各|单价|均价|each|apiece)\s?[:：是]?\s?(?=[¥￥$€£]?\d)|@\s?(?=[¥￥$€£]?\d)|(?<=\s)at\s(?=[¥￥$€£]\s?\d|\d[\d.,]*(?:\s?[A-Z]{3})?$)|(?<=[\d元块¥￥$€£a-z])\s?(?:each|(?<=\d\s?)ea\.?|apiece|a piece|per (?:piece|item|unit)|(?:per|a) (?<per>month|week|day|hour|year|page|night|session|person|head)|(?<=\d\s?)(?:per|a) (?<lot>pair|dozen|set)|(?<often>month|week|year)ly|(?!一共)[一每](?:个)?(?<unit>\p{Script=Han})|[/／]\s?(?<slash>\p{L}{1,6}))(?=$|[\s,，。.])/iu;
/** In so many words, and not as @ does: how many there are has to be said. */
const SAYS_EACH = /\b(?:each|ea|apiece|a piece|per (?:piece|item|unit))\b|单价|均价/iu;
/** mugs: more than one of it. */
const SEVERAL = /[a-z]{2}(?:[^s\W]s|people|men|women|children)$/iu;
/** Pieces, and none of what time and weight come in. */
const IN_PIECES = new RegExp(`^[${pieceSigns}]$`, 'u');
/** 16oz says how large one is, and not how many. */
const MEASURED = /^(?:oz|lbs?|g|kg|mg|ml|cl|l|mm|cm|in|inch(?:es)?|ft|gb|tb|毫升|厘米|毫米|[克寸升])$/iu;
/** A figure of at most six digits at the end, with a blank before it. */
const BARE_END = /^(.*(?:\p{L}[)）'’"”]?\s{1,3}|\p{Script=Han}|\p{L}\s?[:：=]\s?))(\d{1,6}(?:\.\d{1,3})?)$/su;
/** 龙井：128. */
const PRICE_NAMED = /\p{L}\s?[:：=]\s?\d{2,6}(?:\.\d{1,2})?$/u;
/** What time and pages are counted in. */
const TIMED =
  /^(?:h|hrs?|hours?|d|days?|nights?|weeks?|months?|pages?|sessions?|lessons?|visits?|小时|天|页|次|课时|节课?|场|晚)$/iu;
/** logo 500 cards 120: a bare price amid the name of what costs another. */
const PRICE_AMID =
  /^([^\d]*\p{L}\s{1,3}\d{3,6}|\d{1,4}\s[^\d]*\p{L}\s{1,3}\d{3,6})\s{1,3}((?:\d{1,4}\s)?\p{L}[^\d]*\s)(\d{2,6}(?:\.\d{1,2})?)$/su;
/** mug 15 pot 20: the figure may be what the first costs, or a part of the name. */
const SMALL_AMID = /^((?:\d{1,4}\s)?\p{L}[^\d;,]*?)\s(\d{2,6}(?:\.\d{1,2})?)\s((?:\d{1,4}\s)?\p{L}[^\d;,]*)$/u;
/** 0x tea, -2x tea: none, or less than none, of something is no article. */
const NONE_OF = new RegExp(
  String.raw`^(?:([-−－])\s?0*[1-9]\d{0,5}(?:\s?[x×*]\s?|\s{1,3})(?=\p{L})|(?:([-−－])\s?0*[1-9]\d{0,5}|[-−－]?\s?0{1,6})\s?[x×*]\s?(?=[^\d\s])|0{1,6}(?:\s(?=\p{L})|(?=[${measureSigns}])))`,
  'iu',
);

type Line = OrderedLine & { counted: boolean };
/** One piece of an order, or words that are read in no one way. */
export type LineRead =
  | Line
  | {
      unclear: string;
      perhaps: string[];
      /** What it is where the figure at its end is its price. */
      priced?: Line;
      /** What it would be called, with the figure in it that is asked about. */
      title?: string;
      more?: string;
      /** It may be so only where nothing else is ordered with it. */
      alone?: true;
    };

/** Whether it is certainly something that is bought. */
export const isArticle = (line: LineRead): boolean => 'unclear' in line || line.counted || line.amount !== undefined;

/**
 * Reads one piece of an order. `glued`: a figure right in front of it says how many. A figure is used for one thing: one that is left in
 * the name, where it may be money or how many, is asked about.
 */
export function readLine(text: string, currency: string, glued = false): LineRead {
  const read = readPlainly(text, currency, glued);
  return 'unclear' in read || read.amount === undefined ? read : (figureAsked(read, text.trim(), currency) ?? read);
}

function readPlainly(text: string, currency: string, glued: boolean): LineRead {
  const said = withEachSaid(withoutVerb(text.trim()));
  const piece = withoutEach(said).each ? said : halfSaid(said, readChineseNumber);
  const { plain: unpriced, each: isEach } = withoutEach(said);
  const someFree = waysWithSomeFree(unpriced, isEach, currency);
  if (someFree) return { unclear: piece, perhaps: someFree };
  const ofUnits = waysInUnits(said, currency) ?? faceValue(said, currency)?.orders;
  if (ofUnits) return { unclear: said, perhaps: ofUnits };
  const lots = inLots(said, currency);
  if (lots) return { unclear: piece, perhaps: lots };
  const none = NONE_OF.exec(narrow(piece));
  if (none) return { unclear: piece, perhaps: (none[1] ?? none[2]) ? [comingBack(piece)] : [], alone: true };
  if (TOO_MANY.test(narrow(piece))) return { unclear: piece, perhaps: [] };
  const deposit = depositOn(piece, currency);
  if (deposit) return { unclear: piece, perhaps: deposit, alone: true };
  const loose = looseGoods(piece) ?? lettersOrTimes(piece);
  if (loose) return { unclear: piece, perhaps: loose.ways };
  const quoted = asQuoted(piece, currency);
  if (quoted) return quoted;
  const amid = priceAmid(piece, currency);
  if (amid) return amid;
  const { quantity, unit, plain, each, mixed } = countOf(piece, glued);
  const counted = quantity !== undefined;
  const read = readAmount(plain, currency);
  const line = { unit, quantity: quantity ?? 1, counted, each, inAll: IN_ALL_BEFORE.test(plain) };
  const isOpen = read.is === 'several' || read.is === 'unsure';
  const mayGoOn = ASIDE.test(narrow(plain)) || letterApart(narrow(plain)) !== undefined;
  const more = isOpen && !mayGoOn ? undefined : behindSum(plain, currency, isOpen ? 'none' : read.is);
  if (more) return { unclear: piece, ...backInto(piece, plain, more) };
  if (read.is === 'none' && !PRICE_NAMED.test(plain)) return countedByTitle({ ...line, title: plain });
  const measured = read.is === 'amount' && each && !counted ? inUnits(line, piece, read, mixed) : undefined;
  if (measured) return measured;
  if (read.is === 'amount' && each && !counted) {
    const each = `${plainDecimal(read.money.minor, read.money.currency)} ${read.money.currency}`;
    const several = severalAtOnePrice(read.title, each);
    if (several) return { unclear: piece, perhaps: several };
    const price = `${plainDecimal(read.money.minor, read.money.currency)} ${read.money.currency}`;
    const isName = unquoted(read.title) !== undefined || !(unit === '' || IN_PIECES.test(unit));
    const many = isName ? undefined : countOfEach(read.title);
    if (many && 'title' in many) return { ...line, ...many, counted: true, amount: read.money };
    const before = countBefore(read.title);
    if (isPricedElse(before.unit, unit) || MEASURED.test(before.unit)) return { unclear: piece, perhaps: [] };
    // 2 of something at so much for each is no one of it
    const isSeveral = unit === '' && !isName && SEVERAL.test(read.title) && SAYS_EACH.test(narrow(piece));
    const isOne = (!before.counted || before.unit === 'dozen' || WORDED.test(read.title)) && (many || isSeveral);
    const ways = many?.ways ?? [{ title: read.title, quantity: 1 }];
    const costs = unit === '' ? `${price} each` : `${price}/${unit}`;
    if (isOne) return { unclear: piece, perhaps: ways.map((one) => `${one.quantity}x ${one.title} ${costs}`) };
    return { ...line, ...before, unit: before.unit || unit, amount: read.money };
  }
  if (read.is === 'amount') {
    const whole = countedByTitle({ ...line, ...unjoined(read.title, line.inAll), amount: read.money });
    return whole.counted || whole.inAll ? whole : { ...whole, ...perhapsCounted(whole.title) };
  }
  const bare = bareAtEnd(plain, currency) ?? feeIn(plain, currency);
  if (!bare) return { unclear: piece, perhaps: [] };
  const known = each && !counted ? inUnits(line, piece, bare, mixed) : undefined;
  if (known) return known;
  const whole = countedByTitle({ ...line, ...unjoined(bare.title, line.inAll), amount: bare.money });
  if (whole.counted || isFee(bare.title)) return whole;
  const price = `${plainDecimal(bare.money.minor, bare.money.currency)} ${currency}`;
  const one = each ? (unit ? `/${unit}` : ' each') : '';
  const [, name, figure, other] = SMALL_AMID.exec(bare.title) ?? [];
  // 定50: one character says what the sum is
  if (name && figure && /^\p{Script=Han}$/u.test(other ?? '')) {
    const sum = /\d[\d.,]*$/u.exec(narrow(piece))![0];
    return { unclear: piece, perhaps: [`${name} ${figure} ${currency}`], more: `${other}${sum}`, priced: whole };
  }
  const parted = name && other ? [`${name} ${figure} ${currency}; ${other} ${price}${one}`] : [];
  return { unclear: piece, perhaps: [...parted, `${bare.title} ${price}${one}`], priced: whole };
}

function unjoined(title: string, inAll: boolean): Pick<OrderedLine, 'title' | 'inAll'> {
  const read = withoutJoint(title.replace(IN_ALL, '').trim());
  return { title: read.title, inAll: inAll || IN_ALL.test(title) || read.inAll };
}

/** -1 mug $15: what is no sale may come back. */
function comingBack(piece: string): string {
  const goods = piece.replace(/^[-−－]\s?/u, '');
  return /\p{Script=Han}/u.test(goods) ? `退 ${goods}` : `return ${goods}`;
}

/** A dozen cups 8 each, 一套杯子每个20: the ways in which that may be meant; undefined: nothing of the kind. */
function inLots(piece: string, currency: string): string[] | undefined {
  const { plain, each, unit } = withoutEach(piece);
  if (!each) return undefined;
  const read = readAmount(plain, currency);
  const { title, money } = read.is === 'amount' ? read : (bareAtEnd(plain, currency) ?? {});
  const whole = narrow(piece);
  return money && waysInLots(title!, { money, unit, said: EACH.exec(whole)![0], isOfOne: SAYS_EACH.test(whole) });
}

/** 5 kg coffee $20/kg, design 2.5 hrs $80/h: so much of it at so much for each. */
function inUnits(
  line: Line | Omit<Line, 'title'>,
  piece: string,
  { title, money }: { title: string; money: Money },
  mixed = false,
): LineRead | undefined {
  const read = byUnit(title, line.unit, money);
  // a few hours at so much an hour
  if (!read) return mixed || namesUnit(title, line.unit) ? { unclear: piece, perhaps: [] } : undefined;
  if ('inAll' in read) return { unclear: piece, perhaps: [costingInAll(title, read.inAll)] };
  return { ...line, ...read, counted: true, amount: money };
}

/** Two articles with their prices, or one that is called so. */
function priceAmid(piece: string, currency: string): LineRead | undefined {
  if (piece.length > 200 || /\p{Script=Han}/u.test(piece)) return undefined;
  const { front, total = '' } = totalBehind(piece) ?? { front: piece };
  const [, first, name, price] = PRICE_AMID.exec(narrow(front).trim()) ?? [];
  if (!first) return undefined;
  const last = `${name}${price} ${currency} ${total}`.trim();
  return { unclear: piece, perhaps: [`${first} ${currency}, ${last}`, `${first} ${last}`] };
}

/** How many there are of it, in front, behind or behind its price, and the words without that. */
function countOf(
  piece: string,
  glued: boolean,
): { quantity?: number; unit: string; plain: string; each: boolean; mixed?: boolean } {
  const priced = withoutEach(piece);
  const behind = countBehindPrice(priced.plain, priced.each);
  if (behind) return { quantity: behind.quantity!, unit: behind.unit, plain: behind.rest, each: true };
  const counted = glued ? countGlued(piece) : countIn(piece);
  const { plain, each, unit } = withoutEach(counted.rest);
  // a dozen at so much for one of them
  if (/^[打对]$/u.test(counted.unit) && unit !== '' && unit !== counted.unit)
    return { unit, plain: priced.plain, each };
  if (isPricedElse(counted.unit, unit)) return { unit, plain: priced.plain, each, mixed: true };
  return {
    ...(counted.quantity !== undefined && { quantity: counted.quantity }),
    unit: counted.unit || unit,
    plain,
    each,
  };
}

/** website 3 pages ¥400: that this is for each of them is a tap away. */
function perhapsCounted(title: string): Pick<OrderedLine, 'perhaps'> {
  const { counted, ...perhaps } = countBefore(title);
  return counted && perhaps.quantity > 1 && TIMED.test(perhaps.unit) ? { perhaps } : {};
}

/** @ 40 each, at $80/h say it twice. `unit`: of what one costs so much: /month, 一盒. */
function withoutEach(text: string): { plain: string; each: boolean; unit: string } {
  const found = EACH.exec(narrow(text));
  if (!found) return { plain: text, each: false, unit: '' };
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim();
  const { front, per, often, unit, slash, lot } = found.groups ?? {};
  const again = /^(?:@|at\s)/iu.test(found[0]) ? withoutEach(rest) : undefined;
  return {
    plain: again?.plain ?? rest,
    each: true,
    unit: front ?? per ?? lot ?? often ?? unit ?? slash ?? again?.unit ?? '',
  };
}

/** 2x tea 30: in an order a figure behind an article is what it costs, however small. */
function bareAtEnd(text: string, currency: string): { title: string; money: Money } | undefined {
  const [, title = '', figure = ''] = BARE_END.exec(narrow(text)) ?? [];
  const money = figure ? parseMoney(figure, currency) : undefined;
  return money && { title: text.slice(0, title.length).replace(/[\s:：=]+$/u, ''), money };
}

/** 3 mugs, 2 boxes of tea: where nothing else says how many. */
function countedByTitle<Line extends OrderedLine & { counted: boolean }>(line: Line): Line {
  if (line.counted) return line;
  const { quantity, unit, rest } = countInTitle(line.title);
  return quantity === undefined ? line : { ...line, quantity, unit, title: rest, counted: true };
}

/** 2 320 is how many and what they cost, or 2320. */
const APART = /\d\s+\d/u;
/** mug x 3 @ 15: a mark in front of how many is no part of the name. */
const MARK_LAST = /\s[x×*]$/iu;

/** 2x300 behind its name: so many at so much. */
export function asQuoted(piece: string, currency: string): LineRead | undefined {
  const quoted = quotedLine(piece);
  if (quoted && APART.test(quoted.price)) return undefined;
  const amount = quoted && parseMoney(quoted.price, currency);
  if (!quoted || !amount || quoted.description === '' || !/^\d{1,6}$/.test(quoted.quantity)) return undefined;
  const { quantity, price } = quoted;
  if (Number(quantity) === 0) return { unclear: piece, perhaps: [], alone: true };
  const description = quoted.description.replace(MARK_LAST, '');
  // 128*3: nobody says which of the two is the price, and there are seldom more of it than one costs
  if (/^\d{1,6}$/.test(price) && Number(quantity) > Number(price)) {
    const ways = [`${price}x${quantity}`, `${quantity}x${price}`];
    return { unclear: piece, perhaps: ways.map((way) => `${description} ${way} ${currency}`) };
  }
  return { title: description, unit: '', quantity: Number(quantity), amount, each: true, inAll: false, counted: true };
}
