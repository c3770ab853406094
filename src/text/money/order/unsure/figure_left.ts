import { narrow } from '../../../normalise.ts';
import { measureSigns } from '../../measures.ts';
import { endsWithPaid } from '../part_paid.ts';
import { unquoted } from '../quoted_name.ts';

/** A figure within a name that may be what something costs, or how many there are. */
interface FigureLeft {
  /** The words up to it, it, and those behind it. */
  front: string;
  figure: string;
  behind: string;
}

/** What something weighs or measures is a part of its name. */
const MEASURE =
  '(?:mm|cm|m|km|in|inch(?:es)?|ft|foot|feet|yd|oz|lbs?|g|kg|mg|ml|cl|l|gb|tb|mb|w|v|k|px|dpi|gsm|pt|rd|th|st|nd|克|千克|公斤|毫升|升|寸|吋|尺|米|厘米|毫米|年|号|级|度|味|周|岁|期|泡|克装|片装|只装)';
/** 120.00 of lamp 120.00 shade: two decimals are money's. */
const CENTS = new RegExp(
  `(?<![\\p{L}\\d.,:/-])\\d{1,6}[.,]\\d{2}(?![\\d:/-]|[.,]\\d|\\s?${MEASURE}(?!\\p{L})|\\p{L})`,
  'u',
);
/** 256 of 龙井 256 定: it stands for itself, and is no year. */
const apartZh = (year: string): RegExp =>
  new RegExp(
    `(?<=\\p{Script=Han}|[\\p{Script=Han}\\d]\\s{1,3})${year}\\d{2,6}(?:\\.\\d{1,2})?(?=\\s+(?!克|千克|公斤|毫升|寸|年)[\\p{Script=Han}\\d]|$)`,
    'u',
  );
const APART_ZH = apartZh('(?!(?:19[5-9]\\d|20[0-3]\\d)(?:\\s|$))');
/** Where it was said how many there are, it is the price: 龙井6盒 1950. */
const ANY_ZH = apartZh('');
/** 317, yesterday, credit: behind a comma a name does not go on. */
const BEFORE_COMMA = /(?<=\s)\d{2,6}(?=[,，]\s)/u;
/** = 45. */
const EQUALS = /=\s?\d[\d.,]*/u;

/** Undefined: each figure of the name is a part of it: iPhone 15, 七子饼 357克, 24x36. `counted`: how many there are was said besides. */
function figureLeft(name: string, counted: boolean): FigureLeft | undefined {
  const plain = narrow(name);
  if (plain.length > 200) return undefined;
  const apart = counted ? ANY_ZH : APART_ZH;
  const found =
    CENTS.exec(plain) ??
    EQUALS.exec(plain) ??
    BEFORE_COMMA.exec(plain) ??
    (/\p{Script=Han}/u.test(plain) ? apart.exec(plain) : null);
  if (!found) return undefined;
  const end = found.index + found[0].length;
  return { front: name.slice(0, found.index), figure: name.slice(found.index, end), behind: name.slice(end) };
}

/** 2饼 of 600杯 白茶 2饼: what is counted in two ways. */
const COUNTED = new RegExp(String.raw`\d\s?[${measureSigns}](?![\p{Script=Han}\d])`, 'u');
/** x6 within a name that is counted otherwise; 24x36 is a size. */
const TIMES = /(?<=[\s\p{Script=Han}])[x×*]\s?\d{1,4}(?![\p{L}\d])/iu;
const isCountedToo = (name: string, unit: string): boolean =>
  TIMES.test(narrow(name)) || (unit !== '' && COUNTED.test(narrow(name)));

/** A piece with such a figure, and the ways in which it can be read; `more`: what stands behind it, which may be a note. */
interface FigureAsked {
  unclear: string;
  perhaps: string[];
  more?: string;
  title?: string;
}

/** 龙井两盒 256 定50, logo $1 200.50: what may be the price stands in the name. */
export function figureAsked(
  { title, unit, counted }: { title: string; unit: string; counted: boolean },
  piece: string,
  currency: string,
): FigureAsked | undefined {
  if (unquoted(title) !== undefined) return undefined;
  if (endsWithPaid(title)) return { unclear: piece, perhaps: [] };
  const left = figureLeft(title, counted);
  if (!left) return counted && isCountedToo(title, unit) ? { unclear: piece, perhaps: [], title } : undefined;
  const at = piece.lastIndexOf(left.figure);
  const [front, behind] = [piece.slice(0, at + left.figure.length), piece.slice(at + left.figure.length).trim()];
  const whole = piece.replace(/([$¥€£]\s?\d{1,3})\s(?=\d{3}(?:\.\d{1,2})?$)/u, '$1');
  if (whole !== piece) return { unclear: piece, perhaps: [whole], title };
  if (at < 0 || left.figure.startsWith('=') || !/\d/.test(behind)) return { unclear: piece, perhaps: [], title };
  const priced = `${front} ${currency}`;
  // 定50 says in one character what the sum is
  const parted = /^\p{L}{2}/u.test(behind) ? [`${priced}; ${behind}`] : [];
  return { unclear: piece, perhaps: [priced, ...parted], more: behind, title };
}
