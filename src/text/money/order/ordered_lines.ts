import { headWords } from '../../cut.ts';
import { narrow } from '../../normalise.ts';
import { findMoney } from '../find_money.ts';
import type { Money } from '../money.ts';
import { countFirst } from '../quoted_lines.ts';
import { isOfUnits } from '../unit/other_unit.ts';
import { faceValue } from '../unsure/face_value.ts';
import { type Besides, besidesGoods } from './besides_goods.ts';
import { daysIn } from './day_amid.ts';
import { countsInFigures } from './known/spelled_count.ts';
import { looseGoods, withKuaiEach } from './loose_goods.ts';
import { isNotBought, notBought, totalInFront } from './not_bought.ts';
import { numberBehind } from './number_behind.ts';
import { countGlued, countIn, partedByCounts, partedByPrices } from './order_count.ts';
import { feesTurned } from './order_fee.ts';
import { orderNotes } from './order_notes.ts';
import { taxUnsaid } from './order_tax.ts';
import { asQuoted, isArticle, type LineRead, type OrderedLine, readLine } from './ordered_line.ts';
import { paidTurned } from './part_paid.ts';
import { unquoted } from './quoted_name.ts';
import { statedTotal, totalBehind, withoutBullets } from './stated_total.ts';
import { actDay } from './unsure/act_day.ts';
import { dayOfName, replaced, withNote } from './unsure/day_of_name.ts';

/** Words that are read in no one way, and all of the words with that in each way in which it can be (`instead`). */
export interface OrderUnclear {
  unclear: string;
  instead: string[];
  /** Behind what it costs stands more, which may be a part of its name or a note. */
  behind?: string;
  /** The article whose price the small figure behind it may be. */
  priced?: { title: string; figure: string };
}

/** What the words behind a buyer say: what was ordered, whether it is paid, and with which parcel it left. */
export interface OrderSaid extends Omit<Besides, 'text'> {
  lines: OrderedLine[];
  /** What the words themselves say that the lines come to. */
  total?: Money;
  /** What is none of its articles, as it was typed. */
  note?: string;
}

export type OrderRead = OrderSaid | OrderUnclear;

const MOST_LINES = 40;
/** Nobody reads more buttons. */
const MOST_WAYS = 6;
/** Nobody types a longer order. */
const LONGEST = 2000;
/** 256, 共256. */
const ONLY_FIGURE = /^\s*(?:合计|总计|总共|一共|共计|总价|共|total|in all)?\s?[:：是]?\s?\d{1,7}(?:\.\d{1,3})?\s*$/iu;
/** What parts one article from the next; a comma within a figure parts nothing. */
const BETWEEN =
  /\s{0,3}(?:[;；\n、，+＋]|,(?!\d{3}(?!\d))|\s(?:and|plus|&|和|还有|外加)\s(?=\d{1,6}\s?(?:[x×*]|\p{L}{2}))|(?<=\d(?:元|块钱?)?(?:\s(?:each|ea\.?|apiece)|[/／]\p{L}{1,6}|[一每]\p{Script=Han})?)\s?(?:and|plus|&|加上?|和|还有|外加|另加)\s?(?!a\shalf)(?=\p{L}|\d{1,3}\s?(?:[x×*]|\p{L})))\s{0,3}/iu;

/** mug $15, poster $20, and a card $5: a word that joins is no part of a name. */
const JOINED = /^\s*(?:(?:and|plus|&)\s+(?:an?\s)?|还有|外加|另加|再加)/u;
/** 龙井128一盒，要3盒: how many of it, and no further article. */
const WANTED_BEHIND =
  /(?<=\d(?:元|块)?(?:一\p{Script=Han}|[/／]\p{Script=Han}))[,，]\s?(?=(?:要|来|买)了?[\d一两二三四五六七八九十])/gu;
/** 两打杯子，每个8; a dozen cups, 8 each: what one of them costs, and no further article. */
const EACH_BEHIND =
  /(?<=\p{L})[,，]\s?(?=(?:(?:每|一(?=[个只支枚瓶件条双对盒]\s?\d))\s?\p{Script=Han}\s?|单价\s?|均价\s?)[¥￥]?\d|[$£€¥]?\d[\d.]*\s(?:each|apiece|a piece)\b)/giu;

const ASKED = /\d(?:元|块|\s?[A-Z]{3})?\s?[?？]+\s*$/u;

/** Reads what was ordered; where it is not clear, each of the ways in which it can be read is read back clearly (`instead`). */
export function readOrder(words: string, currency: string): OrderRead {
  const read = readOnce(countFirst(countsInFigures(words)), currency);
  if (!('unclear' in read)) return read;
  return { ...read, instead: sureWays(read.instead, currency) };
}

/** Each of the ways that is read in one way, and of one in which more is unclear the ways in which that is. */
function sureWays(ways: readonly string[], currency: string): string[] {
  const isRead = (one: string): boolean => isSure(readOnce(one, currency), currency);
  const sure = ways.flatMap((one) => {
    const read = readOnce(one, currency);
    return 'unclear' in read ? read.instead.filter(isRead) : isRead(one) ? [one] : [];
  });
  return [...new Set(sure)].slice(0, MOST_WAYS);
}

const withoutQuotes = (line: OrderedLine): OrderedLine => ({ ...line, title: unquoted(line.title) ?? line.title });

/** A price within a name is no name. */
const isSure = (read: OrderRead, currency: string): boolean =>
  !('unclear' in read) &&
  read.lines.every(({ title }) => findMoney(title, currency).length === 0 && partedByPrices(title).length < 2);

/** Reads what was ordered: 2x龙井 ¥256; 龙井x2 256元, 已付; website ¥3,000; 2x tea 128 each, 1x cup $12. */
function readOnce(typed: string, currency: string): OrderRead {
  const words = paidTurned(
    feesTurned(withKuaiEach(headWords(typed.trim(), LONGEST)).replace(EACH_BEHIND, ' ')),
    currency,
  );
  // logo $500?: nobody has ordered yet
  if (ASKED.test(words)) return { unclear: words, instead: [words.replace(/[?？\s]+$/u, '')] };
  const { text: front, later, tail: ofNote, ...note } = orderNotes(words, currency);
  const dated = actDay(front, currency);
  // only behind what it costs
  if (dated && saysSum(dated.front)) {
    const { ways, act, time, said } = dated;
    const again = (way: string) => replaced(words, front, `${dated.front}${way}`);
    return { unclear: said, instead: [...ways.map(again), withNote(again(` ${act}`), time, note.note)] };
  }
  const { text: goods, ...tail } = besidesGoods(front, currency);
  const taxed = tail.tax ? undefined : taxUnsaid(goods);
  if (taxed) return { unclear: taxed.said, instead: taxed.instead.map((one) => replaced(words, goods, one)) };
  const first = totalInFront(goods);
  if (first) return { unclear: first.said, instead: [replaced(words, goods, first.instead)] };
  const told = notBought(goods, currency);
  if (told) {
    const { said, front } = told;
    const noted = front === undefined ? [] : [withNote(replaced(words, goods, front), said, note.note)];
    return { unclear: said, instead: noted, ...(front !== undefined && { behind: said }) };
  }
  const number = numberBehind(goods, currency);
  if (number) {
    const { said, front, instead } = number;
    // a note takes all that stands behind it: what is behind the goods stays in front of it
    const noted = withNote(replaced(words, goods, front), said, note.note);
    return instead === undefined
      ? { unclear: said, instead: [noted], behind: said }
      : { unclear: said, instead: [replaced(words, goods, instead), noted] };
  }
  const { text, pieces, total } = withoutTotal(withoutBullets(goods).trim(), currency);
  const glued =
    pieces.length > 1 &&
    pieces.every((piece) => countIn(piece).quantity === undefined && countGlued(piece).quantity !== undefined);
  const several =
    pieces.length > 1 && pieces.length <= MOST_LINES ? pieces.map((one) => readLine(one, currency, glued)) : [];
  // a comma may stand within an article's name: then nothing in it is counted or priced
  const read = isOfUnits(text, currency)
    ? [readLine(text, currency)]
    : several.length > 0 && several.every(isArticle)
      ? several
      : [readBehind(text, several, pieces, currency) ?? readLine(text, currency)];
  const lines = total ? read.map((line) => ('unclear' in line && line.priced) || line) : read;
  const unclear = lines.find((line) => 'unclear' in line);
  const none = lines.find((line) => !('unclear' in line) && isNotBought(line));
  if (none && !('unclear' in none)) return { unclear: none.title, instead: [] };
  const day = dayOfName({ words, goods, note: note.note }, lines);
  if (day) return day;
  if (!unclear || !('unclear' in unclear)) {
    const paid = ofNote.paid ?? tail.paid ?? (later ? false : undefined);
    return {
      lines: (lines as OrderedLine[]).map(withoutQuotes),
      ...tail,
      ...ofNote,
      paid,
      ...note,
      ...(total && { total }),
    };
  }
  const { unclear: piece, perhaps, more } = unclear;
  const ofDay = more === undefined ? undefined : daysIn(more);
  // of several figures each is taken for a price, or none
  const each = several.every((line) => 'unclear' in line && line.perhaps.length === 1) ? several : [];
  const all = each.reduce(
    (said, line) => ('unclear' in line ? replaced(said, line.unclear, line.perhaps[0]!) : said),
    words,
  );
  const ways = unclear.alone && pieces.length > 1 ? [] : perhaps.map((one) => replaced(words, piece, one));
  const noted = [
    ...(ofDay ?? []).map((way) => replaced(words, goods, `${replaced(goods, piece, perhaps[0]!)}${way}`)),
    ...(more ? [withNote(ways[0]!, more, note.note)] : []),
  ];
  const instead = each.length > 1 ? [all] : more ? [...noted, ...ways.slice(1)] : ways;
  const { priced } = unclear;
  const figure = priced && lines.length === 1 && /\d{1,6}(?:\.\d{1,3})?$/u.exec(narrow(piece))?.[0];
  return {
    ...{ unclear: piece, instead, ...(more && { behind: more }) },
    ...(priced && figure && { priced: { title: priced.title, figure } }),
  };
}

const saysSum = (text: string): boolean =>
  /(?:^|[\s¥￥$€£\p{Script=Han}])\d{2,6}(?:\.\d{1,2})?\s?(?:元|块钱?|[A-Z]{3}|each|ea\.?|[/／一每]\p{L}{1,6})?$/u.test(
    narrow(text).trimEnd(),
  );

/** 2 mugs $15 each, for her birthday: words behind the last price, of which no part is an article. */
function readBehind(
  text: string,
  lines: readonly LineRead[],
  pieces: readonly string[],
  currency: string,
): LineRead | undefined {
  const last = lines.findLastIndex((line) => !('unclear' in line) && line.amount !== undefined);
  if (last < 0 || last === lines.length - 1 || !lines.slice(0, last + 1).every(isArticle)) return undefined;
  const at = text.lastIndexOf(pieces[last + 1]!);
  const [front, more] = [text.slice(0, at).replace(/[\s,，;；、+＋]+$/u, ''), text.slice(at).trim()];
  if (at <= 0 || !/\p{L}/u.test(more)) return undefined;
  const [sum, ...others] = last === 0 ? findMoney(front, currency) : [];
  const named =
    sum && others.length === 0 ? [`${front.slice(0, sum.start).trim()} ${more} ${front.slice(sum.start)}`] : [];
  return { unclear: text, perhaps: [front, ...named], more };
}

/** The pieces, without a last one that adds up the others: that is what they come to, and no article. */
function withoutTotal(text: string, currency: string): { text: string; pieces: string[]; total?: Money } {
  const pieces = text
    .replace(WANTED_BEHIND, ' ')
    .split(BETWEEN)
    .map((piece, nth) => (nth > 0 ? piece.replace(JOINED, '') : piece))
    .filter((piece) => piece.trim() !== '');
  const [others, last] = lastParted(pieces, currency);
  const said = last === undefined || others.length === 0 ? undefined : statedTotal(last, currency);
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

/** The articles, and the last piece: where a total stands right behind what has its own price, that is the last. */
function lastParted(pieces: string[], currency: string): [articles: string[], last: string | undefined] {
  const [before, last] = [pieces.slice(0, -1), pieces.at(-1)];
  const articles = before.flatMap((piece) => articlesIn(piece, currency));
  const behind = last === undefined ? undefined : totalBehind(last);
  const own = behind ? articlesIn(behind.front, currency) : [];
  return behind && own.every((piece) => isPriced(piece, currency))
    ? [[...articles, ...own], behind.total]
    : [articles, last];
}

/** Whether the others are priced themselves: all of them, or where the last is called a total, more than none. */
function isPricedBut(pieces: string[], named: boolean, currency: string): boolean {
  const priced = pieces.filter((piece) => isPriced(piece, currency));
  return named ? priced.length > 0 : pieces.length > 1 && priced.length === pieces.length;
}

function isPriced(piece: string, currency: string): boolean {
  const line = readLine(piece, currency);
  return 'unclear' in line ? line.priced !== undefined : line.amount !== undefined;
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
  if (asQuoted(piece.trim(), currency) || looseGoods(piece) || faceValue(piece, currency)) return [piece];
  const isParted = (parts: string[]) =>
    parts
      .map((part) => readLine(part, currency))
      .every((line) => !('unclear' in line) && line.counted && line.title !== '');
  const isEachPriced = (parts: string[]) => parts.every((part) => isPriced(part, currency));
  return partedByCounts(piece).find(isParted) ?? [partedByPrices(piece)].find(isEachPriced) ?? [piece];
}
