import { headWords } from '../cut.ts';
import { narrow } from '../normalise.ts';
import { findMoney } from './find_money.ts';
import { type Money, parseMoney, plainDecimal } from './money.ts';
import { countIn, countInTitle, partedByCounts } from './order_count.ts';
import { orderNotes } from './order_notes.ts';
import { orderTail, type ParcelSaid } from './order_tail.ts';
import type { PartSaid } from './part_paid.ts';
import { quotedLine } from './quoted_lines.ts';
import { readAmount } from './read_amount.ts';
import { statedTotal, withoutBullets } from './stated_total.ts';

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
}

/** Words that are read in no one way, and all of the words with that in each way in which it can be (`instead`). */
export interface OrderUnclear {
  unclear: string;
  instead: string[];
  /** Behind what it costs stands more, which may be a part of its name or a note. */
  behind?: string;
}

/** What the words behind a buyer say: what was ordered, whether it is paid, and with which parcel it left. */
export interface OrderSaid {
  lines: OrderedLine[];
  paid: boolean | undefined;
  /** A part of the money, said to have come or perhaps. */
  part?: PartSaid;
  /** What the words themselves say that the lines come to. */
  total?: Money;
  parcel?: ParcelSaid;
  /** That it is paid when it is delivered, as it was typed. */
  onDelivery?: string;
  /** What is none of its articles, as it was typed. */
  note?: string;
}

export type OrderRead = OrderSaid | OrderUnclear;

const MOST_LINES = 40;
/** Nobody types a longer order. */
const LONGEST = 2000;
/** Says that the amount is what one costs. */
const EACH =
  /(?:每\s?\p{Script=Han}|每|各|单价|均价|each|apiece)\s?[:：是]?\s?(?=[¥￥$€£]?\d)|@\s?(?=[¥￥$€£]?\d)|(?<=[\d元块¥￥$€£a-z])\s?(?:each|apiece|a piece|per (?:piece|item|unit)|一\p{Script=Han}|[/／]\s?\p{L}{1,6})(?=$|[\s,，。.])/iu;
/** A figure of at most six digits at the end, with a blank before it. */
const BARE_END = /^(.*(?:\p{L}[)）'’"”]?\s{1,3}|\p{Script=Han}))(\d{1,6}(?:\.\d{1,3})?)$/su;
/** What is no article, and yet paid for. */
const FEE =
  /^(?:shipping|postage|delivery|p&p|packaging|gift wrap(?:ping)?|tip|运费|邮费|快递费?|包装费?|手工费|加急费?|礼盒)$/iu;
const FEE_COSTS =
  /^(\p{L}[\p{L}& ]{0,16}?)\s?[:：]?\s?((?:[¥￥$€£]|[A-Z]{2,3}\s?)\d[\d.,]{0,9}|\d[\d.,]{0,9}\s?(?:元|块钱?|[A-Z]{3}))$/u;
/** website 3 pages, 咨询2小时. */
const COUNT_BEHIND =
  /^(.*[^\d\s.,])\s?(?:(?<=\s)([1-9]\d{0,3})\s?([a-z]{1,12})|([1-9]\d{0,3})\s?(\p{Script=Han}{1,2}))$/iu;
/** 2h consulting, 3 days workshop. */
const TIME_FRONT = /^([1-9]\d{0,3})\s?(h|hrs?|hours?|d|days?|nights?|weeks?|months?|小时|天|页|次|课时)\s?(\S.*)$/iu;
/** 256, 共256. */
const ONLY_FIGURE = /^\s*(?:合计|总计|总共|一共|共计|总价|共|total|in all)?\s?[:：是]?\s?\d{1,7}(?:\.\d{1,3})?\s*$/iu;
/** Says that an amount is for all of it. */
const IN_ALL = /[\s,，;；]*(?:合计|总计|总共|一共|共计|总价|共|in all|altogether|total)\s?[:：是]?\s*$/iu;
const IN_ALL_BEFORE =
  /(?:合计|总计|总共|一共|共计|总价|共|\bin all|\baltogether|\btotal)\s?[:：是]?\s?(?=[¥￥$€£]?\s?\d)/iu;
/** What parts one article from the next; a comma within a figure parts nothing. */
const BETWEEN =
  /\s{0,3}(?:[;；\n、，+＋]|,(?!\d{3}(?!\d))|\s(?:and|plus|&|和|还有|外加)\s(?=\d{1,6}\s?(?:[x×*]|\p{L}{2}))|(?<=\d(?:元|块钱?)?)\s?(?:and|plus|&|加上?|和|还有|外加|另加)\s?(?=\p{L}|\d{1,3}\s?(?:[x×*]|\p{L})))\s{0,3}/iu;

/** Reads what was ordered: 2x龙井 ¥256; 龙井x2 256元, 已付; website ¥3,000; 2x tea 128 each, 1x cup $12. */
export function readOrder(words: string, currency: string): OrderRead {
  const { text: behind, later, ...noted } = orderNotes(headWords(words.trim(), LONGEST), currency);
  const { text: typed, ...tail } = orderTail(behind, currency);
  const { text, pieces, total } = withoutTotal(withoutBullets(typed).trim(), currency);
  const several = pieces.length > 1 && pieces.length <= MOST_LINES ? pieces.map((one) => readLine(one, currency)) : [];
  // a comma may stand within an article's name: then nothing in it is counted or priced
  const read = several.length > 0 && several.every(isArticle) ? several : [readLine(text, currency)];
  const lines = total ? read.map((line) => ('unclear' in line ? (line.priced ?? line) : line)) : read;
  const unclear = lines.find((line) => 'unclear' in line);
  if (!unclear || !('unclear' in unclear)) {
    const paid = tail.paid ?? (later ? false : undefined);
    return { lines: lines as OrderedLine[], ...tail, paid, ...noted, ...(total && { total }) };
  }
  const { unclear: piece, perhaps, more } = unclear;
  // of several figures each is taken for a price, or none
  const each = several.every((line) => 'unclear' in line && line.perhaps.length === 1) ? several : [];
  const all = each.reduce(
    (said, line) => ('unclear' in line ? replaced(said, line.unclear, line.perhaps[0]!) : said),
    words,
  );
  const ways = perhaps.map((one) => replaced(words, piece, one));
  const instead = each.length > 1 ? [all] : more ? [`${ways[0]}, note: ${more}`, ...ways.slice(1)] : ways;
  return { unclear: piece, instead, ...(more && { behind: more }) };
}

// a function: a sign in the price is none of the pattern
const replaced = (words: string, piece: string, other: string): string => words.replace(piece, () => other);

/** The pieces, without a last one that adds up the others: that is what they come to, and no article. */
function withoutTotal(text: string, currency: string): { text: string; pieces: string[]; total?: Money } {
  const pieces = text.split(BETWEEN).filter((piece) => piece.trim() !== '');
  const last = pieces.at(-1);
  const said = last === undefined || pieces.length < 2 ? undefined : statedTotal(last, currency);
  const others = pieces.slice(0, -1).flatMap((piece) => articlesIn(piece, currency));
  if (said && isPricedBut(others, said.named, currency)) {
    const front = text.slice(0, text.lastIndexOf(last!)).replace(/[\s,，;；、+＋]+$/u, '');
    return { text: front, pieces: others, total: said.sum };
  }
  return {
    text,
    pieces: withSum(
      pieces.flatMap((piece) => articlesIn(piece, currency)),
      currency,
    ),
  };
}

/** Whether the others are priced themselves: all of them, or where the last is called a total, more than none. */
function isPricedBut(pieces: string[], named: boolean, currency: string): boolean {
  const priced = pieces.filter((piece) => {
    const line = readLine(piece, currency);
    return 'unclear' in line ? line.priced !== undefined : line.amount !== undefined;
  });
  return named ? priced.length > 0 : pieces.length > 1 && priced.length === pieces.length;
}

/** 2x龙井，¥256: a sum behind a comma is no article of its own. */
function withSum(pieces: string[], currency: string): string[] {
  const [before, last] = pieces.slice(-2);
  if (before === undefined || last === undefined) return pieces;
  const sum = readLine(last, currency);
  const isSum = 'unclear' in sum ? ONLY_FIGURE.test(narrow(last)) : sum.title === '' && sum.amount !== undefined;
  return isSum ? [...pieces.slice(0, -2), `${before} ${last.trim()}`] : pieces;
}

/** A piece that is several articles without marks between them. */
function articlesIn(piece: string, currency: string): string[] {
  const parts = partedByCounts(piece);
  if (parts.length < 2 || asQuoted(piece.trim(), currency)) return [piece];
  const lines = parts.map((part) => readLine(part, currency));
  return lines.every((line) => !('unclear' in line) && line.counted && line.title !== '') ? parts : [piece];
}

/** 0x tea, -2x tea: none, or less than none, of something is no article. */
const NONE_OF = /^(?:([-−－])\s?0*[1-9]\d{0,5}|[-−－]?\s?0{1,6})\s?[x×*]\s?(?=[^\d\s])/iu;

type Line = OrderedLine & { counted: boolean };
type LineRead =
  | Line
  | {
      unclear: string;
      perhaps: string[];
      /** What it is where the figure at its end is its price. */
      priced?: Line;
      more?: string;
    };

const isArticle = (line: LineRead): boolean => 'unclear' in line || line.counted || line.amount !== undefined;

function readLine(text: string, currency: string): LineRead {
  const piece = text.trim();
  const none = NONE_OF.exec(narrow(piece));
  if (none) return { unclear: piece, perhaps: none[1] ? [piece.replace(/^[-−－]\s?/u, '')] : [] };
  const quoted = asQuoted(piece, currency);
  if (quoted) return quoted;
  const { quantity, unit, rest } = countIn(piece);
  const counted = quantity !== undefined;
  const { plain, each } = withoutEach(rest);
  const read = readAmount(plain, currency);
  const line = { unit, quantity: quantity ?? 1, counted, each, inAll: IN_ALL_BEFORE.test(plain) };
  if (read.is === 'none') return countedByTitle({ ...line, title: plain });
  const more = read.is === 'amount' ? behindSum(plain, currency) : undefined;
  if (more) return { unclear: piece, ...more };
  if (read.is === 'amount' && each && !counted) return { ...line, ...countBefore(read.title), amount: read.money };
  if (read.is === 'amount')
    return countedByTitle({ ...line, title: read.title.replace(IN_ALL, '').trim(), amount: read.money });
  const bare = bareAtEnd(plain, currency) ?? feeIn(plain, currency);
  if (!bare) return { unclear: piece, perhaps: [] };
  const whole = countedByTitle({ ...line, title: bare.title, amount: bare.money });
  if (whole.counted || FEE.test(bare.title)) return whole;
  const price = `${plainDecimal(bare.money.minor, bare.money.currency)} ${currency}`;
  return { unclear: piece, perhaps: [`${bare.title} ${price}`], priced: whole };
}

/** mug $15 yesterday: words on either side of a sum are a name and perhaps something else. */
function behindSum(text: string, currency: string): { perhaps: string[]; more: string } | undefined {
  const [sum, ...others] = findMoney(text, currency);
  if (!sum || others.length > 0) return undefined;
  const [before, said, more] = [
    text.slice(0, sum.start).trim(),
    text.slice(sum.start, sum.end),
    text.slice(sum.end).trim(),
  ];
  if (!/\p{L}/u.test(before) || !/^[\p{L}\d(（]/u.test(more) || !/\p{L}/u.test(more)) return undefined;
  if (IN_ALL.exec(more)?.index === 0 || IN_ALL_BEFORE.test(text)) return undefined;
  return { perhaps: [`${before} ${said}`, `${before} ${more} ${said}`], more };
}

/** website 3 pages @ 400, 2h consulting @ $90: the number at either end of the name says how many. */
function countBefore(title: string): Pick<Line, 'title' | 'unit' | 'quantity' | 'counted'> {
  const inTitle = countInTitle(title);
  const behind = COUNT_BEHIND.exec(title);
  const front = TIME_FRONT.exec(title);
  if (inTitle.quantity !== undefined)
    return { title: inTitle.rest, unit: inTitle.unit, quantity: inTitle.quantity, counted: true };
  if (behind)
    return {
      title: behind[1]!.trim(),
      quantity: Number(behind[2] ?? behind[4]),
      unit: (behind[3] ?? behind[5])!,
      counted: true,
    };
  if (front) return { title: front[3]!, quantity: Number(front[1]), unit: front[2]!, counted: true };
  return { title, unit: '', quantity: 1, counted: false };
}

/** @ 40 each says it twice. */
function withoutEach(text: string): { plain: string; each: boolean } {
  const found = EACH.exec(narrow(text));
  if (!found) return { plain: text, each: false };
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim();
  return { plain: found[0].startsWith('@') ? withoutEach(rest).plain : rest, each: true };
}

/** 2x tea 30: in an order a figure behind an article is what it costs, however small. */
function bareAtEnd(text: string, currency: string): { title: string; money: Money } | undefined {
  const [, title = '', figure = ''] = BARE_END.exec(narrow(text)) ?? [];
  const money = figure ? parseMoney(figure, currency) : undefined;
  return money && { title: text.slice(0, title.length).trim(), money };
}

/** shipping $8: its name says nothing of what else the sum may be. */
function feeIn(text: string, currency: string): { title: string; money: Money } | undefined {
  const [, title = '', sum = ''] = FEE_COSTS.exec(narrow(text)) ?? [];
  const money = FEE.test(title) ? parseMoney(sum, currency) : undefined;
  return money && { title, money };
}

/** 3 mugs, 2 boxes of tea: where nothing else says how many. */
function countedByTitle<Line extends OrderedLine & { counted: boolean }>(line: Line): Line {
  if (line.counted) return line;
  const { quantity, unit, rest } = countInTitle(line.title);
  return quantity === undefined ? line : { ...line, quantity, unit, title: rest, counted: true };
}

/** 龙井 2x128: so many at so much each. */
function asQuoted(piece: string, currency: string): LineRead | undefined {
  const quoted = quotedLine(piece);
  const amount = quoted && parseMoney(quoted.price, currency);
  if (!quoted || !amount || quoted.description === '' || !/^\d{1,6}$/.test(quoted.quantity)) return undefined;
  return {
    title: quoted.description,
    unit: '',
    quantity: Number(quoted.quantity),
    amount,
    each: true,
    inAll: false,
    counted: true,
  };
}
