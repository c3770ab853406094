import { readChineseNumber } from './numerals.ts';
import { percentOf } from './percent.ts';

/**
 * What the words around an amount make of it. `plain`: what something costs; `about`: the same, roughly; `each`: the price of one;
 * `other`: an end of a range, a discount, a debt, a part, a limit, so surely not what the whole costs.
 */
export type MoneyMeaning = 'plain' | 'about' | 'each' | 'other';

export interface MoneyContext {
  meaning: MoneyMeaning;
  /** The amount with the words that change it. */
  start: number;
  end: number;
  /** What one of them is, where it is said: 斤 of 500元/斤. */
  unit?: string;
  /** How many, where it is said right behind it: ¥500 x 3. */
  quantity?: string;
  /** It may be one with the number beside it: 1 280元. */
  whole?: string;
}

/** Numerals that count things. */
const NUMERALS = '零〇一二两三四五六七八九十百';
/** How much is read on either side of an amount. */
const NEAR = 24;
const signs = '(?:[a-z]{0,3}[$¥]|[€£₩₹฿₫])';
/** The units that things are counted in. */
export const COUNTERS =
  '个份件张条只箱斤公人台套本瓶盒包米吨次天年月日号粒颗双册字里克名位户家块片罐两杯袋桶组桌期课节小时周股座间晚支枝盏层扇把幅款批样种辆艘根';
const worth = '\\d[\\d.,]{0,14}\\s?[万千k]?\\s?(?:元|块钱?|usd|rmb|dollars|[€£])';
const counter = `(?:小时|公斤|平米|平方米?|人次|[${COUNTERS}])`;

interface Shape {
  before?: RegExp;
  after?: RegExp;
  meaning: MoneyMeaning;
}

/** The first that fits decides; a group named `unit` or `quantity` holds what its name says. */
const SHAPES: readonly Shape[] = [
  { before: /\d[a-z万千百]?(?:元|块|usd|rmb)?[-–—~～至到]$/iu, meaning: 'other' },
  { before: new RegExp(`(?:${signs}\\s?[\\d.,]{1,15}[kw万千]?|${worth})\\s{0,2}(?:[-–—~～至到]|to)\\s{0,2}$`, 'iu'), meaning: 'other' },
  { before: /\d\s{0,2}(?:[~～至到]|\bto\b)\s{0,2}$/iu, meaning: 'other' },
  { before: /\b(?:between|from)\s{1,2}$/i, after: /^\s{0,2}(?:and|to)\s{1,2}[$£€¥]?\d/i, meaning: 'other' },
  { after: new RegExp(`^(?:[-–—~～至到]|\\s{0,2}[~～至到]\\s{0,2}|\\s{1,2}to\\s{1,2})${signs}?\\s?\\d(?!\\d{0,9}\\s?${counter})`, 'iu'), meaning: 'other' },
  { after: new RegExp(`^\\s{1,2}[-–—]\\s{1,2}${signs}\\s?\\d`, 'iu'), meaning: 'other' },
  { before: /(?:^\s*[-−–—]\s?|[-−–—])$/, meaning: 'other' },
  {
    before:
      /(?:优惠|减免?|满|便宜|折扣|打折|让利?|返现?|退[款还回]?|欠[款着]?|[少差]了?|亏了?|抹|扣除?|赔付?|补|找零?|抵扣?|省了?|降价?|立减|代金|已付|已收|付[了掉过]|收[了到过]|实付|预[付收]|[内包]?含|其中|另[付收加]|外加|赠送?|首笔|头款|手续费|服务费|加急费|税费|差价|定金|订金|首付款?|首款|预付款?|尾款|余款|押金|运费|邮费|成本|不超过|最多|最高|至少|最少|最低|低于|高于|超过|不到|原价|不是)(?:了|给|他|她|我|为|是|[:：])?\s{0,2}$/u,
    meaning: 'other',
  },
  {
    before:
      /\b(?:off|discount|discount of|refund(?:ed)?|refund of|owes?|owed|owing|minus|less|save[sd]?|under|below|over|above|up to|at least|at most|more than|less than|max(?:imum)?|min(?:imum)?|from|was|not|instead of|deposit|deposit of|down ?payment|balance|balance of|shipping|postage|costs? (?:me|us)|tip|paid|prepaid|received|incl(?:ud(?:ing|es?))?\.?|of which|plus|advance(?: of)?)(?:\s{1,2}(?:me|us|him|her|them))?\s{0,2}[:：]?\s{0,2}$/i,
    meaning: 'other',
  },
  {
    after:
      /^\s{0,2}(?:(?:off|discount|refund|less|cheaper|owed|owing|deposit|down|upfront|in advance|(?:already |was |is |been )*(?:paid|prepaid|received)|max|min|minimum|maximum|or (?:more|less|under|over)|and (?:up|over|under)|credit|voucher|coupon)\b|以[内下上]|[起封]|起步|封顶|打?[\d一二三四五六七八九]{1,2}折(?![叠页线])|优惠|折扣|定金|订金|押金|代金|\+(?!\s?\p{L})|(?:已[付收]|[付收]了)(?!\s?\d)|多(?:块钱?|元)?|来[块元]|几(?!个|件)|出头|不到)/iu,
    meaning: 'other',
  },
  { after: /^\s{0,2}[x×*]\s{0,2}(?<quantity>\d{1,6})(?![\w.,]|\s?%)/i, meaning: 'each' },
  { before: new RegExp(`(?:每一?)(?<unit>${counter})\\s{0,2}[:：]?\\s{0,2}$`, 'u'), meaning: 'each' },
  { before: new RegExp(`一(?<counted>${counter})\\s{0,2}[:：]?\\s{0,2}$`, 'u'), meaning: 'each' },
  { before: /(?:单价|均价|时薪|日薪|月薪|人均)\s{0,2}[:：]?\s{0,2}$/u, meaning: 'each' },
  { before: /\b(?:per|each)\s{1,2}(?<unit>[a-z]{1,12})\s{0,2}[:：]?\s{0,2}$/i, meaning: 'each' },
  { before: /\beach\s{0,2}[:：]?\s{0,2}$/i, meaning: 'each' },
  { before: /(?:\bat|@)\s{0,2}$/i, meaning: 'each' },
  {
    after: new RegExp(
      `^\\s{0,2}(?:[/／每一]\\s?(?:一)?(?<unit>${counter})|(?:/|p/)\\s?[a-z]{1,12}\\b|(?:a ?piece|each|ea|pp|ph)\\b|per\\s{1,2}[a-z]{1,12}\\b|an? (?:piece|hour|day|week|month|year|night|kilo|kg|box|pound|person|head|unit|item|bottle|bag|set|page|word|shot|session|pair|dozen|cup|plate|ticket|seat|ton|metre|meter|yard|sq)\\b)`,
      'iu',
    ),
    meaning: 'each',
  },
  { before: /(?<!\p{Script=Han})小$/u, meaning: 'about' },
  { before: /(?:(?<![合预节特条签违解])约|(?<![附最])近|大约|大概|差不多|估计|[~～≈])\s{0,2}$/u, meaning: 'about' },
  { before: /\b(?:about|around|approx(?:imately|\.)?|roughly|circa|ca\.?|nearly|almost|some|say|maybe)\s{0,2}$/i, meaning: 'about' },
  { after: /^\s{0,2}(?:左右|上下|前后|or so\b|-?ish\b|(?:approx|roughly|about)\b)/i, meaning: 'about' },
]; // biome-ignore format: a table

/** What stands around text[start, end) changes it? */
export function moneyContext(text: string, start: number, end: number): MoneyContext {
  const before = text.slice(Math.max(0, start - NEAR), start);
  const after = text.slice(end, end + NEAR);
  const apart =
    partedByBlank(text, start, end, before, after) ??
    partedBySign(text, start, end, before, after) ??
    lessPercent(text, start, end, after);
  if (apart) return apart;
  for (const shape of SHAPES) {
    const [left, right] = [shape.before?.exec(before), shape.after?.exec(after)];
    if ((shape.before && !left) || (shape.after && !right)) continue;
    const { counted, ...groups }: Record<string, string> = { ...left?.groups, ...right?.groups };
    if (counted && countOf(text, counted) === undefined) continue;
    const from = left ? start - before.length + left.index : start;
    const to = end + (right ? wholeFigure(after, right[0].length) : 0);
    return {
      meaning: shape.meaning,
      start: startOfFigure(text, from),
      end: to,
      ...(counted && { unit: counted }),
      ...groups,
    };
  }
  return { meaning: 'plain', start, end };
}

/** How many of a unit a text asks for: 10 of 共10斤. Undefined when none is said, or more than one number. */
export function countOf(text: string, unit: string | undefined): string | undefined {
  const plain = unit?.replace(/s$/i, '');
  const unitless = "(?![\\d.,'%])(?=\\s|$)";
  const counted = plain ? `\\s?${plain}` : unitless;
  const inWords =
    plain && /^\p{Script=Han}/u.test(plain) ? `|(?<![每第${NUMERALS}])(?!一${plain})[${NUMERALS}]{1,5}` : '';
  const found = [
    ...text.matchAll(new RegExp(`(?<![a-z\\d.,$¥€£/-])(\\d{1,6}(?:\\.\\d{1,3})?${inWords})${counted}`, 'gi')),
  ];
  const said = found.length === 1 ? found[0]![1]! : undefined;
  return said === undefined || /\d/.test(said) ? said : readChineseNumber(said)?.toString();
}

/** 1 280元 and ¥1 280: one number with a blank in it, or two. */
function partedByBlank(text: string, start: number, end: number, before: string, after: string) {
  const left = /(?<![\d.,\p{L}])\d{1,3}(?: \d{3})* $/u.exec(before);
  if (left && /^\d{3}(?!\d)/.test(text.slice(start))) return joined(text, start - before.length + left.index, end);
  const right = /^(?: \d{3})+(?![\w.,\p{Script=Han}])/u.exec(after);
  if (right && /(?<!\d)\d{1,3}$/.test(text.slice(start, end))) return joined(text, start, end + right[0].length);
  return undefined;
}

/** A piece of a number in front of an amount, with what may be its point: a sign, or a blank. */
const HEAD = new RegExp(
  `(?:(?<![a-z\\d.,/$¥€£₩₹#款号第版型代:-])(?<digits>\\d{1,9})|(?<!\\p{L})(?<numeral>[${NUMERALS}]{1,4}))(?:\\s?[。・•·、点]\\s?|[,;:]|(?<blank>\\s))$`,
  'iu',
);
const HEAD_SPOKEN = new RegExp(`(?<numeral>[${NUMERALS}]{1,4})[点。·、]$`, 'u');
/** What then are its decimals, or its last three figures. */
const REST_OF_NUMBER = /^(?:(?<figures>\d{1,3})(?![\d.,])|(?<numerals>[一二三四五六七八九])(?=\s?[百千万亿元块]))/;
/** ¥3、5 */
const POINT_BEHIND = /^\s?[、;:]\s?(\d{1,2})(?=\s*(?:$|[)。!?]))/;

/** 1、5万 and 1 5万: a number with a slip for its point, or the end of a list. */
function partedBySign(text: string, start: number, end: number, before: string, after: string) {
  const rest = REST_OF_NUMBER.exec(text.slice(start, end))?.groups;
  const head = rest && (HEAD.exec(before) ?? HEAD_SPOKEN.exec(before));
  if (head && !(head.groups!.blank && rest.figures?.length === 3))
    return headed(text, start - before.length, end, head);
  const behind = /\d$/.test(text.slice(start, end)) ? POINT_BEHIND.exec(after) : undefined;
  const length = behind?.[0].length ?? 0;
  return behind ? { ...other, start, end: end + length, whole: `${text.slice(start, end)}.${behind[1]}` } : undefined;
}

const other = { meaning: 'other' } as const;

const PERCENT =
  /^\s{0,2}(?:([-–−]|less\b|minus\b)|(?:\+|plus\b)|(?:with |at )?(?=[\d.]{1,4}\s?% (?:off|discount)\b))\s{0,2}(\d{1,2}(?:\.\d)?)\s?%(?: (off|discount)\b)?/i;
const PLAIN_FIGURE = /(?<![\d.,])\d{1,9}(?:\.\d{1,2})?(?![\d.,])/;

/** 500 USD - 10%, $500 + 8%: the price before, and what it comes to. */
function lessPercent(text: string, start: number, end: number, after: string): MoneyContext | undefined {
  const [said = '', less, percent, off] = PERCENT.exec(after) ?? [];
  if (percent === undefined) return undefined;
  const words = text.slice(start, end);
  const left = less || off ? 100 - Number(percent) : 100 + Number(percent);
  const whole = words.replace(PLAIN_FIGURE, (figure) => percentOf(figure, left));
  return { ...other, start, end: end + said.length, whole };
}

function headed(text: string, offset: number, end: number, head: RegExpExecArray): MoneyContext | undefined {
  const { digits, numeral = '' } = head.groups!;
  const whole = digits ?? readChineseNumber(numeral);
  const tail = text.slice(offset + head.index + head[0].length, end);
  const figure = tail.replace(/^[一二三四五六七八九]/, (one) => String(readChineseNumber(one)));
  const point = /^\d{3}/.test(figure) ? '' : '.';
  return whole === undefined
    ? undefined
    : { ...other, start: offset + head.index, end, whole: `${whole}${point}${figure}` };
}

function joined(text: string, start: number, end: number): MoneyContext {
  return { meaning: 'other', start, end, whole: text.slice(start, end).replace(/(\d) (?=\d)/g, '$1') };
}

/** The second number of a range whole: £500-7|00. */
function wholeFigure(after: string, length: number): number {
  return (
    length +
    (/\d$/.test(after.slice(0, length)) ? /^[\d.,]*(?:\s?[万千kw元块])?/i.exec(after.slice(length))![0].length : 0)
  );
}

/** The first number of a range whole: 50|0-800元. */
function startOfFigure(text: string, from: number): number {
  let start = from;
  while (start > 0 && from - start < NEAR && /[\d.,]/.test(text[start]!) && /[\d.,¥$€£]/.test(text[start - 1]!))
    start -= 1;
  return start;
}
