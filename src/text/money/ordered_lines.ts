import { headWords } from '../cut.ts';
import { narrow } from '../normalise.ts';
import { type Money, parseMoney } from './money.ts';
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
}

/** What the words behind a buyer say: what was ordered and whether it is paid; or what of it cannot be read in one way. */
export type OrderRead = { lines: OrderedLine[]; paid: boolean | undefined } | { unclear: string };

const MOST_LINES = 40;
/** Nobody types a longer order. */
const LONGEST = 2000;
/** What things are counted in, where it stands right behind the number. */
const UNIT = '(?:盒|个|件|份|只|瓶|罐|袋|套|条|张|本|把|双|箱|包|斤|公斤|克|支|台|部|枚|组|串|束|杯|碗|片)';
/** 2x龙井, 2 × tea, 2盒龙井, 2 龙井. */
const FRONT = new RegExp(
  `^(\\d{1,6})\\s?(?:[x×*＊]\\s?(?=[^\\d\\s])|(${UNIT})\\s?的?(?=\\p{L})|\\s(?=\\p{Script=Han}))(\\S.*)$`,
  'iu',
);
/** 龙井x2, tea × 2, 龙井2盒: the number is none of a figure's. */
const BACK = new RegExp(
  `^(.*[^\\d\\s.,])\\s?(?:[x×*＊]\\s?(\\d{1,6})|(?<=[^\\d.,])(\\d{1,6})\\s?(${UNIT}))(?=$|[\\s,，¥￥$€£]|共|一共|合计|每|各|单价)(.*)$`,
  'iu',
);
/** Says that the amount is what one costs. */
const EACH =
  /(?:每\s?\p{Script=Han}|每|各|单价|均价|each|apiece)\s?[:：是]?\s?(?=[¥￥$€£]?\d)|(?<=[\d元块¥￥$€£a-z])\s?(?:each|apiece|a piece|per (?:piece|item|unit)|一\p{Script=Han}|[/／]\s?\p{L}{1,6})(?=$|[\s,，。.])/iu;
/** Behind all of it: whether the money has come. */
const PAID =
  /[\s,，;；(（]*(?:(already |now )?(?:paid)(?: in full| in cash| already)?|(?:已经?|全)?(?:付清|付款|付了款?|收款|收到款?|收了钱?|付过)了?|已付|已收)[\s)）.。!！]*$/iu;
const UNPAID =
  /[\s,，;；(（]*(?:unpaid|not (?:yet )?paid(?: yet)?|to be paid|pay later|(?:还没|没|没有|未|待|尚未)(?:有)?(?:付款?|收款?|给钱|付钱)|赊账|货到付款)[\s)）.。!！]*$/iu;
/** Says that an amount is for all of it. */
const IN_ALL = /[\s,，;；]*(?:合计|总计|总共|一共|共计|总价|共|in all|altogether|total)\s?[:：是]?\s*$/iu;
/** What parts one article from the next; a comma within a figure parts nothing. */
const BETWEEN =
  /\s{0,3}(?:[;；\n、，+＋]|,(?!\d{3}(?!\d))|\s(?:and|plus|&|和|还有|外加)\s(?=\d{1,6}\s?[x×*]))\s{0,3}/iu;

/** Reads what was ordered: 2x龙井 ¥256; 龙井x2 256元, 已付; website ¥3,000; 2x tea 128 each, 1x cup $12. */
export function readOrder(words: string, currency: string): OrderRead {
  const { text, paid } = withoutPaid(headWords(words.trim(), LONGEST));
  const pieces = text.split(BETWEEN).filter((piece) => piece.trim() !== '');
  const several = pieces.length > 1 && pieces.length <= MOST_LINES ? pieces.map((one) => readLine(one, currency)) : [];
  // a comma may stand within an article's name: then nothing in it is counted or priced
  const lines = several.length > 0 && several.every(isArticle) ? several : [readLine(text, currency)];
  const unclear = lines.find((line) => 'unclear' in line);
  if (unclear && 'unclear' in unclear) return unclear;
  return { lines: lines as OrderedLine[], paid };
}

function withoutPaid(text: string): { text: string; paid: boolean | undefined } {
  const unpaid = UNPAID.exec(text);
  if (unpaid && unpaid.index > 0) return { text: text.slice(0, unpaid.index), paid: false };
  const paid = PAID.exec(text);
  return paid && paid.index > 0 ? { text: text.slice(0, paid.index), paid: true } : { text, paid: undefined };
}

type LineRead = (OrderedLine & { counted: boolean }) | { unclear: string };

const isArticle = (line: LineRead): boolean => 'unclear' in line || line.counted || line.amount !== undefined;

function readLine(text: string, currency: string): LineRead {
  const piece = text.trim();
  const quoted = asQuoted(piece, currency);
  if (quoted) return quoted;
  const { quantity, unit, rest } = countIn(piece);
  const counted = quantity !== undefined;
  const each = EACH.exec(narrow(rest));
  const plain = each ? `${rest.slice(0, each.index)} ${rest.slice(each.index + each[0].length)}`.trim() : rest;
  const read = readAmount(plain, currency);
  const line = { unit, quantity: quantity ?? 1, counted, each: each !== null };
  if (read.is === 'none') return { ...line, title: plain };
  if (read.is === 'amount') return { ...line, title: read.title.replace(IN_ALL, '').trim(), amount: read.money };
  return { unclear: piece };
}

/** 龙井 2x128: so many at so much each. */
function asQuoted(piece: string, currency: string): LineRead | undefined {
  const quoted = quotedLine(piece);
  const amount = quoted && parseMoney(quoted.price, currency);
  if (!quoted || !amount || quoted.description === '' || !/^\d{1,6}$/.test(quoted.quantity)) return undefined;
  return { title: quoted.description, unit: '', quantity: Number(quoted.quantity), amount, each: true, counted: true };
}

/** How many of it, and the words without that. */
function countIn(piece: string): { quantity?: number; unit: string; rest: string } {
  const plain = narrow(piece);
  const front = FRONT.exec(plain);
  if (front && Number(front[1]) > 0)
    return { quantity: Number(front[1]), unit: front[2] ?? '', rest: piece.slice(piece.length - front[3]!.length) };
  const back = BACK.exec(plain);
  const number = back && Number(back[2] ?? back[3]);
  if (!back || !number) return { unit: '', rest: piece };
  const rest = `${piece.slice(0, back[1]!.length)} ${piece.slice(piece.length - back[5]!.length)}`;
  return { quantity: number, unit: back[4] ?? '', rest: back[5] === '' ? piece.slice(0, back[1]!.length) : rest };
}
