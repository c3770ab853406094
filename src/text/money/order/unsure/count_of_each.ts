import { narrow } from '../../../normalise.ts';
import { measureSigns } from '../../measures.ts';
import { readChineseNumber } from '../../numerals.ts';

/** How many there are of what costs so much for each: surely, or in each of the ways in which it may be. */
export type CountOfEach = { title: string; quantity: number } | { ways: { title: string; quantity: number }[] };

const SIZE =
  '\\d{1,4}(?:\\s?[x×*]\\s?\\d{1,4})+[a-z"”]{0,4}|\\d{1,4}(?:\\.\\d{1,2})?\\s?(?:mm|cm|inch(?:es)?|in|ft|oz|lbs?|kg|mg|ml|cl|gb|tb|dpi|gsm|g|l)\\b';
const SIZES = new RegExp(SIZE, 'giu');
/** 2 posters 24x36, 3 t-shirts (L): a word among the first says that there are several. */
const FRONT = /^(\d{1,4})\s+((?:[\p{L}'’-]{1,30}\s){0,3}[\p{L}'’-]*[\p{L}]{2}s(?=$|[\s(（,]).*)$/isu;
const QTY = /^(.*\S)\s?(?:[,(]\s?)?(?:qty|quantity|count|pcs|数量)\s?[:：.]?\s?(\d{1,4})\)?$/isu;
const FIGURE_FRONT = /^(\d{1,4})\s+(\p{L}.*)$/su;
const FIGURE_BACK = /^(.*\p{L}[)）]?)\s?(?<![a-z])(\d{1,4})$/isu;
const WORDS: Readonly<Record<string, number>> = {
  ...{
    both: 2,
    pair: 2,
    'pair of': 2,
    couple: 2,
    'couple of': 2,
    dozen: 12,
    'dozen of': 12,
    'half a dozen': 6,
    'half dozen': 6,
  },
  ...{ thirteen: 13, fourteen: 14, fifteen: 15, sixteen: 16, seventeen: 17, eighteen: 18, nineteen: 19, twenty: 20 },
  ...{ thirty: 30, forty: 40, fifty: 50, sixty: 60, hundred: 100, 'two dozen': 24, 'three dozen': 36 },
};
/** a dozen mugs, couple of mugs. */
export const WORDED = new RegExp(
  `^(?:an?\\s|one\\s)?(${Object.keys(WORDS)
    .sort((one, other) => other.length - one.length)
    .join('|')})\\s(\\p{L}.*)$`,
  'isu',
);
/** 一打杯子, 半打, 一对, 十二个: at so much for one of them. */
const WORDED_ZH =
  /^(?:(?<many>半|[一两二三四五六七八九十]{1,3}|\d{1,3})(?<by>打|对|双)|(?<count>[二两三四五六七八九十]{1,3})(?:个|只|枚|支))的?(?<title>\p{Script=Han}.*)$/u;
const OF: Readonly<Record<string, number>> = { 打: 12, 对: 2, 双: 2 };
/** How long it takes is counted otherwise. */
const TIMED =
  /^\d[\d.]{0,4}\s?(?:h|hrs?|hours?|d|days?|nights?|weeks?|months?|pages?|sessions?|lessons?|visits?|mins?|minutes?)(?![a-z])/iu;
const ANY = new RegExp(
  String.raw`\d|\b(?:few|several|some|many|all|various)\b|[几数多]|两|[一二三四五六七八九十](?=[${measureSigns}])`,
  'iu',
);

/** Undefined: the name says nothing of how many, or nothing but what one is called. */
export function countOfEach(name: string): CountOfEach | undefined {
  const plain = narrow(name).trim();
  if (plain.length > 200 || TIMED.test(plain)) return undefined;
  const rest = (title: string, quantity: number) => ({ title: title.trim(), quantity });
  const qty = QTY.exec(plain);
  if (qty && Number(qty[2]) > 0) return rest(qty[1]!, Number(qty[2]));
  const others = plain.replace(/^\d{1,4}\s/u, '').replace(SIZES, '');
  const front = FRONT.exec(plain);
  const dozens = /^(\d{1,2})\s(?:dozen|dz)\s(?:of\s)?(\p{L}.*)$/iu.exec(plain);
  // 2 dozen mugs $12 each: each of them, or each dozen
  if (dozens && Number(dozens[1]) > 0)
    return { ways: [rest(dozens[2]!, Number(dozens[1]) * 12), rest(`dozen ${dozens[2]}`, Number(dozens[1]))] };
  if (front && Number(front[1]) > 0 && !/\d/.test(others)) return rest(front[2]!, Number(front[1]));
  const worded = WORDED.exec(plain);
  if (worded) return { ways: [rest(worded[2]!, WORDS[worded[1]!.toLowerCase()]!)] };
  const zh = WORDED_ZH.exec(plain)?.groups;
  const many = zh && manyOf(zh);
  if (zh && many) return { ways: [rest(zh.title!, many)] };
  const [, count, title] = FIGURE_FRONT.exec(plain) ?? [];
  if (count && Number(count) > 0 && !/\d/.test(others)) return { ways: [rest(title!, Number(count))] };
  const [, named, last] = FIGURE_BACK.exec(plain) ?? [];
  if (named && Number(last) > 0 && !/\d/.test(named.replace(SIZES, ''))) return { ways: [rest(named, Number(last))] };
  return ANY.test(plain.replace(SIZES, '')) ? { ways: [] } : undefined;
}

function manyOf({ many, by, count }: Record<string, string | undefined>): number | undefined {
  if (count !== undefined) return readChineseNumber(count);
  if (many === '半') return by === '打' ? 6 : undefined;
  const times = readChineseNumber(many ?? '') ?? Number(many);
  return times * (OF[by ?? ''] ?? 1);
}
