import { narrow } from '../normalise.ts';
import { findMoney } from './find_money.ts';
import { type Money, parseMoney, plainDecimal } from './money.ts';
import { countIn, countInTitle } from './order_count.ts';
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
/** Says that an amount is for all of it. */
const IN_ALL = /[\s,，;；]*(?:合计|总计|总共|一共|共计|总价|共|in all|altogether|total)\s?[:：是]?\s*$/iu;
const IN_ALL_BEFORE =
  /(?:合计|总计|总共|一共|共计|总价|共|\bin all|\baltogether|\btotal)\s?[:：是]?\s?(?=[¥￥$€£]?\s?\d)/iu;
/** 0x tea, -2x tea: none, or less than none, of something is no article. */
const NONE_OF = /^(?:([-−－])\s?0*[1-9]\d{0,5}|[-−－]?\s?0{1,6})\s?[x×*]\s?(?=[^\d\s])/iu;

type Line = OrderedLine & { counted: boolean };
/** One piece of an order, or words that are read in no one way. */
export type LineRead =
  | Line
  | {
      unclear: string;
      perhaps: string[];
      /** What it is where the figure at its end is its price. */
      priced?: Line;
      more?: string;
    };

/** Whether it is certainly something that is bought. */
export const isArticle = (line: LineRead): boolean => 'unclear' in line || line.counted || line.amount !== undefined;

/** Reads one piece of an order. */
export function readLine(text: string, currency: string): LineRead {
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
/** 2x300 behind its name: so many at so much. */
export function asQuoted(piece: string, currency: string): LineRead | undefined {
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
