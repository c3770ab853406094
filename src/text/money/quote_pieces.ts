import { narrow } from '../normalise.ts';
import { saidLine } from './quoted_said.ts';

/** So many of a product, without a price: 2×旗舰版, 旗舰版×2, 2 x Gold plan. */
export interface Piece {
  name: string;
  quantity: string;
}

const COUNT_FIRST = /^(\d{1,9}(?:\.\d{1,3})?)\s?\p{Script=Han}?\s?[x×*＊]\s?(?=\D)([^;；\n]{1,200})$/iu;
const COUNT_LAST = /^(?=\D)([^;；\n]{0,200}[^\d\s;；\n.])\s?[x×*＊]\s?(\d{1,9})$/iu;
/** 300份*180 is so many at a price, while 250克×2 is two of that size. */
const PRICED =
  /\d\s?[x×*＊@]\s?[$¥￥€£]?\d|(?:^|\s)\d[\d.]*\s?[个件份只瓶罐袋套条张本把双箱盒包支台枚组串束杯碗片]\s{0,3}[x×*＊@]\s{0,3}[$¥￥€£]?\d|[x×*＊@]\s?\d[\d.,]*\s?(?:元|块|[A-Z]{3})|[¥￥$€£]/u;
const BETWEEN = /[;；\n、，]|,(?!\d)|\s(?:and|plus|&|\+|和|还有|外加|加上?|另加|再加上?)\s/iu;
const MOST_PIECES = 40;
/** Between lines of which some have a price: nothing weaker parts those. */
const BETWEEN_LINES = /[;；\n]/u;

/** What of products the words name, and nothing else; []: they say something else, or prices. */
export function piecesOf(words: string): Piece[] {
  if (words === '' || PRICED.test(narrow(words))) return [];
  const said = words
    .split(BETWEEN)
    .map((one) => one.trim())
    .filter(Boolean);
  // 3 prints x 400, 礼盒100份x198: how many stands in front, so that what is behind is the price
  if (said.some((one) => saidLine(one))) return [];
  const pieces = said.flatMap((one) => pieceIn(one) ?? []);
  return pieces.length === said.length && pieces.length <= MOST_PIECES ? pieces : [];
}

/** Pieces, and between them lines that have their price already, as they stand: 2×旗舰版；茶具 1x300. []: there is no piece among them. */
export function piecesAmong(words: string): (Piece | string)[] {
  const said = words
    .split(BETWEEN_LINES)
    .map((one) => one.trim())
    .filter(Boolean);
  const isPriced = (one: string): boolean =>
    PRICED.test(narrow(one)) || one.split(BETWEEN).some((part) => saidLine(part.trim()) !== undefined);
  const parts = said.map((one) => (isPriced(one) ? one : pieceIn(one)));
  const [all, pieces] = [parts.filter((one) => one !== undefined), parts.filter((one) => typeof one === 'object')];
  return all.length === said.length && pieces.length > 0 && all.length <= MOST_PIECES ? all : [];
}

function pieceIn(one: string): Piece | undefined {
  const first = COUNT_FIRST.exec(one);
  if (first) return { quantity: first[1]!, name: first[2]!.trim() };
  const last = COUNT_LAST.exec(one);
  return last ? { quantity: last[2]!, name: last[1]!.trim() } : undefined;
}
