import { headWords } from '../cut.ts';
import { narrow } from '../normalise.ts';
import { type Money, parseMoney, plainDecimal } from './money.ts';
import { countIn, countInTitle, partedByCounts } from './order_count.ts';
import { orderTail, type ParcelSaid } from './order_tail.ts';
import { quotedLine } from './quoted_lines.ts';
import { readAmount } from './read_amount.ts';

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

/**
 * What the words behind a buyer say: what was ordered, whether it is paid, and with which parcel it left; or what of it cannot be read
 * in one way, and the words with that in each way in which it can be (`instead`).
 */
export type OrderRead =
  | { lines: OrderedLine[]; paid: boolean | undefined; parcel?: ParcelSaid }
  | { unclear: string; instead: string[] };

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
  const { text, ...tail } = orderTail(headWords(words.trim(), LONGEST));
  const pieces = withSum(
    text.split(BETWEEN).flatMap((piece) => (piece.trim() === '' ? [] : articlesIn(piece, currency))),
    currency,
  );
  const several = pieces.length > 1 && pieces.length <= MOST_LINES ? pieces.map((one) => readLine(one, currency)) : [];
  // a comma may stand within an article's name: then nothing in it is counted or priced
  const lines = several.length > 0 && several.every(isArticle) ? several : [readLine(text, currency)];
  const unclear = lines.find((line) => 'unclear' in line);
  if (!unclear || !('unclear' in unclear)) return { lines: lines as OrderedLine[], ...tail };
  const { unclear: piece, perhaps } = unclear;
  // a function: a sign in the price is none of the pattern
  return { unclear: piece, instead: perhaps.map((one) => words.replace(piece, () => one)) };
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

type LineRead = (OrderedLine & { counted: boolean }) | { unclear: string; perhaps: string[] };

const isArticle = (line: LineRead): boolean => 'unclear' in line || line.counted || line.amount !== undefined;

function readLine(text: string, currency: string): LineRead {
  const piece = text.trim();
  const quoted = asQuoted(piece, currency);
  if (quoted) return quoted;
  const { quantity, unit, rest } = countIn(piece);
  const counted = quantity !== undefined;
  const { plain, each } = withoutEach(rest);
  const read = readAmount(plain, currency);
  const line = { unit, quantity: quantity ?? 1, counted, each, inAll: IN_ALL_BEFORE.test(plain) };
  if (read.is === 'none') return countedByTitle({ ...line, title: plain });
  if (read.is === 'amount')
    return countedByTitle({ ...line, title: read.title.replace(IN_ALL, '').trim(), amount: read.money });
  const bare = bareAtEnd(plain, currency);
  if (!bare) return { unclear: piece, perhaps: [] };
  const whole = countedByTitle({ ...line, title: bare.title, amount: bare.money });
  if (whole.counted || FEE.test(bare.title)) return whole;
  return {
    unclear: piece,
    perhaps: [`${bare.title} ${plainDecimal(bare.money.minor, bare.money.currency)} ${currency}`],
  };
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
