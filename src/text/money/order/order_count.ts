import { narrow } from '../../normalise.ts';
import { measureSigns, PACKED, MEASURE as UNIT } from '../measures.ts';
import { readChineseNumber } from '../numerals.ts';
import { withFigure } from './loose_goods.ts';

/** How many of something, and the words without that. */
export interface Counted {
  /** undefined: nothing is counted. */
  quantity?: number;
  /** What it is counted in: 盒; '' if nothing is said. */
  unit: string;
  rest: string;
}

/** Says that a number behind it is how many: at the end of a word an x is a letter of it (tax, box), but of no word in gx3. */
const BY = '(?:[×*＊]|(?<![a-z])x|(?<=[b-df-hj-mp-tvwz])x(?=\\d))';
/** 2 x 250g coffee: how much is in each is a part of its name; 2x4 timber and 10x15 cm are how large it is. */
const WEIGHED =
  '\\d{1,4}(?:\\.\\d{1,2})?\\s?(?:kg|g|mg|ml|cl|l|oz|lbs?|千克|公斤|毫升|克|升)(?![a-z])的?\\s?(?=\\p{L})';
/** The same behind a number: 12 xmas cards and 3XL hoodies are called so. */
const TIMES_OF = `(?:[×*＊]\\s?|x\\s|x(?![a-z])|(?<=\\d)x(?!(?:s|x{0,3}l|mas|ray|men)(?![a-z])))(?=[^\\d\\s]|${WEIGHED})`;
/** No part of a figure stands behind. */
const WHOLE = '(?!\\d|[.,]\\d)';
/** 件套 and 盒装 are no articles: 三件套 is a set. */
const THING = '(?![套装])(?=\\p{L})';
/** 2x龙井, 2 × tea, 2盒龙井, 2 龙井. */
const FRONT = new RegExp(
  `^(\\d{1,6})\\s?(?:${TIMES_OF}|(${UNIT})\\s?的?${THING}|\\s(?=\\p{Script=Han}))(\\S.*)$`,
  'iu',
);
/** 两盒大红袍, 三斤龙井, 三个杯子, 两盒茶: 六个核桃 is a drink, 三个月 are how long; of one character only 茶 and 酒 are sold so. */
const SPOKEN_FRONT = new RegExp(
  `^(?!六个核桃)(?:(两)(${UNIT})|([一二三四五六七八九十百]{1,3})(${PACKED}|个(?![月人小半钟百]|工作日|星期|礼拜|季度|学期)))的?${THING}(\\S{2}.*|[茶酒米油鱼肉面花书](?:\\s.*)?)$`,
  'u',
);
/** 龙井x2, tea × 2, 龙井2盒, 龙井两盒: the number is none of a figure's. */
const BACK = new RegExp(
  `^(.*[^\\d\\s.,第])\\s?(?:${BY}\\s?(\\d{1,6})${WHOLE}|(?<=[^\\d.,])(\\d{1,6}|(?<![一二三四五六七八九十百])[两二三四五六七八九十]{1,3})\\s?(${UNIT}))(?=$|[\\s,，¥￥$€£]|(?<!\\d)\\d{1,6}(?:\\.\\d{1,2})?(?:元|块钱?)?$|共|一共|合计|每|各|单价)(.*)$`,
  'iu',
);
/** 3 mugs, 12 red roses: the last word says that there are several. */
const PLURAL = /^(\d{1,6})\s(?!hundred|thousand|million)((?:[\p{L}'’-]{1,30}\s){0,4}[a-z'’-]{2,30}[^s\W\d]s)$/iu;
/** 2 boxes of tea: they are counted in boxes. */
const PACK =
  /^(\d{1,4})\s(box(?:es)?|bags?|tins?|packs?|packets?|bottles?|jars?|sets?|pairs?|cases?|cups?|rolls?|pieces?|pcs|bunch(?:es)?|dozen|cans?)\s(?:of\s(?=\d{1,4}\s)(\d{1,4}\s\p{L}.*)|(?:of\s)?(\p{L}.*))$/iu;
/** 1 cup: no plural says it, and 1 hour and 1 on 1 count nothing. */
const SINGLE =
  /^1\s(?!(?:minute|hour|day|night|week|month|year|lesson|session|hr|min|on|to|of|by|st|more)\b)([a-z][\p{L}\s'’-]{1,60})$/iu;
/** 3 days, 6 months: how long, not how many. */
const TIME = /\b(?:minutes|hours|days|nights|weeks|months|years|lessons?|sessions|hrs|mins)$/iu;

/** 4g×20罐: how many parts a name is of. */
const MARK_LAST = /\s?(?:[×*＊]|(?<![a-z])x)$/iu;

/** Reads how many there are of what a piece names. */
export function countIn(piece: string): Counted {
  const plain = narrow(piece);
  const front = FRONT.exec(plain);
  if (front && Number(front[1]) > 0)
    return { quantity: Number(front[1]), unit: front[2] ?? '', rest: piece.slice(piece.length - front[3]!.length) };
  const spoken = SPOKEN_FRONT.exec(plain);
  const many = spoken && readChineseNumber(spoken[1] ?? spoken[3]!);
  if (spoken && many)
    return { quantity: many, unit: spoken[2] ?? spoken[4]!, rest: piece.slice(piece.length - spoken[5]!.length) };
  const back = BACK.exec(plain);
  const number = back && (readChineseNumber(back[3] ?? '') ?? Number(back[2] ?? back[3]));
  if (!back || !number) return { unit: '', rest: piece };
  const name = piece.slice(0, back[1]!.length).replace(MARK_LAST, '');
  const rest = `${name} ${piece.slice(piece.length - back[5]!.length)}`;
  return { quantity: number, unit: back[4] ?? '', rest: back[5] === '' ? name : rest };
}

/** The same of a title in English, which says how many only where its amount has been taken off: 3 wooden mugs. */
export function countInTitle(typed: string): Counted {
  const title = withFigure(typed);
  const pack = PACK.exec(title);
  if (pack && Number(pack[1]) > 0)
    return { quantity: Number(pack[1]), unit: pack[2]!.toLowerCase(), rest: (pack[3] ?? pack[4])! };
  const single = SINGLE.exec(title);
  if (single) return { quantity: 1, unit: '', rest: single[1]! };
  const plural = PLURAL.exec(title);
  if (!plural || TIME.test(title) || Number(plural[1]) === 0) return { unit: '', rest: typed };
  return { quantity: Number(plural[1]), unit: '', rest: plural[2]! };
}

/** An amount that belongs to the article before it. */
const SUM = '(?:\\s+(?:[¥￥$€£]\\s?\\d[\\d.,]*|\\d[\\d.,]*\\s?(?:元|块钱?|[A-Z]{3}(?![A-Za-z]))))?';
const BEFORE_FRONT = new RegExp(`\\s+(?=\\d{1,6}\\s?(?:${TIMES_OF}|${UNIT}\\s?的?${THING}))`, 'iu');
const BEHIND_BACK = new RegExp(
  `(?<=[^\\d\\s.,])\\s?(?:${BY}\\s?\\d{1,6}${WHOLE}|\\d{1,6}\\s?${UNIT})${SUM}(?=\\s+(?!共|一共|总|合计)\\p{L})`,
  'giu',
);

/** 两盒龙井一盒白茶: nothing at all is between them. */
const GLUED = new RegExp(
  `(?<=\\p{Script=Han})(?<![一二三四五六七八九十百])(?=(?:[一两二三四五六七八九十]{1,2}|\\d{1,3})${PACKED}的?${THING}\\p{Script=Han})`,
  'u',
);

/** 龙井3盒白茶2盒: how many stands behind each. */
const GLUED_BACK = new RegExp(
  `(?<=\\p{Script=Han}(?:\\d{1,4}|[两二三四五六七八九十]{1,2})\\s?${PACKED})(?=(?![共总各每合单一装套])\\p{Script=Han}{2,12}\\s?(?:\\d{1,4}|[一两二三四五六七八九十]{1,2})\\s?${PACKED})`,
  'u',
);

/** The ways in which several articles without marks between them may be parted by how many there are: 龙井*3 碧螺春*1, 2x tea 1x cup, 两盒龙井一盒白茶. */
export function partedByCounts(text: string): string[][] {
  const plain = narrow(text);
  const ends = [...plain.matchAll(BEHIND_BACK)].map(({ index, 0: whole }) => index + whole.length);
  const backs = [0, ...ends].map((from, nth) => text.slice(from, ends[nth]).trim());
  return [text.split(BEFORE_FRONT), backs, text.split(GLUED), text.split(GLUED_BACK)].filter(
    ({ length }) => length > 1,
  );
}

/** Behind a price: a sum with its currency or its cents, or in Chinese a figure that is no year; the next name follows a blank. */
const BEHIND_PRICE =
  /(?<=[¥$€£]\s?\d[\d.,]{0,9}|\d(?:元|块钱?|\s?[A-Z]{3})|\p{L}[)）'’"”]?\s{1,3}\d{1,6}[.,]\d{2})\s+(?!each|ea\b|apiece|a piece|per |(?:grand |sub ?)?total|in all|altogether|[A-Z]{3}(?![A-Za-z]))(?=\p{L}{2}|\d{1,3}\s?(?:[x×]\s?)?\p{L}{2})|(?<=(?:\p{Script=Han}\s?)(?!(?:19[1-9]\d|20(?:0[1-9]|[12]\d))\s)\d{2,6}(?:\.\d{1,2})?)\s+(?=\p{Script=Han}{2})/u;

/** Several articles, each with its price behind it, without marks between them: 龙井128 白茶98, logo $500 cards $120. */
export const partedByPrices = (text: string): string[] => {
  const plain = narrow(text);
  const ends = [...plain.matchAll(new RegExp(BEHIND_PRICE, 'gu'))].map(({ index, 0: gap }) => index + gap.length);
  return [0, ...ends].map((from, nth) => text.slice(from, ends[nth]).trim());
};

/** 2龙井+1白茶: in a list of such a figure says how many. */
const FIGURE_FRONT = /^(\d{1,3})\s?(?=\p{Script=Han}{2})/u;

/** How many, where nothing stands between the figure and what is counted. */
export function countGlued(piece: string): Counted {
  const found = FIGURE_FRONT.exec(narrow(piece));
  return found && Number(found[1]) > 0
    ? { quantity: Number(found[1]), unit: '', rest: piece.slice(found[0].length) }
    : { unit: '', rest: piece };
}

/** More than anybody orders of one thing. */
export const TOO_MANY = /^\d{7,}\s?[x×*＊]\s?(?=[^\d\s])/u;

/** $15 x 2, 15元*2盒: how many there are behind what one costs. */
const TIMES = new RegExp(
  String.raw`^(.*(?:[¥$€£]\s?\d[\d.,]{0,9}|\d[\d.,]{0,9}\s?(?:元|块钱?|[A-Z]{3})))\s?(?:[×*]|(?<![a-z])x)\s?([1-9]\d{0,3})\s?([${measureSigns}])?$`,
  'iu',
);
/** 龙井 128×2盒: with what it is counted in, the figure in front is what one costs. */
const TIMES_BARE = new RegExp(
  String.raw`^(.*(?:\s|\p{Script=Han})\d{2,6}(?:\.\d{1,2})?)\s?[×*x]\s?([1-9]\d{0,3})\s?([${measureSigns}])$`,
  'iu',
);
/** 128 要3盒: behind what one of them costs. */
const WANTED = new RegExp(
  `^(.*\\d(?:元|块钱?)?)[\\s,，]*(?:要了?|来|买了?|共|一共)?\\s?(\\d{1,4}|[一两二三四五六七八九十]{1,2})\\s?(${UNIT})$`,
  'u',
);

/** How many of something stand behind its price; undefined: nothing of the kind. `each`: that the price is for one was said. */
export function countBehindPrice(piece: string, each: boolean): Counted | undefined {
  const plain = narrow(piece).trim();
  const times = TIMES.exec(plain) ?? TIMES_BARE.exec(plain);
  if (times) return { quantity: Number(times[2]), unit: times[3] ?? '', rest: piece.trim().slice(0, times[1]!.length) };
  const wanted = each ? WANTED.exec(plain) : null;
  if (!wanted) return undefined;
  const quantity = readChineseNumber(wanted[2]!) ?? Number(wanted[2]);
  return quantity > 0 ? { quantity, unit: wanted[3]!, rest: piece.trim().slice(0, wanted[1]!.length) } : undefined;
}

/** website 3 pages, 咨询2小时. */
const COUNT_BEHIND =
  /^(.*[^\d\s.,])\s?(?:(?<=\s)([1-9]\d{0,3})\s?([a-z]{1,12})|([1-9]\d{0,3})\s?(\p{Script=Han}{1,2}))$/iu;
/** 2h consulting, 3 days workshop. */
const TIME_FRONT =
  /^([1-9]\d{0,3})\s?(h|hrs?|hours?|d|days?|nights?|weeks?|months?|pages?|sessions?|lessons?|visits?|小时|天|页|次|课时)(?![a-z\d])\s?(\S.*)$/iu;
/** 3 hours: nothing but the time. */
const TIME_ONLY =
  /^([1-9]\d{0,3})\s?(h|hrs?|hours?|d|days?|nights?|weeks?|months?|pages?|sessions?|lessons?|visits?|小时|天|页|次|课时)$/iu;

/** A title without the count at one of its ends. */
interface CountedTitle {
  title: string;
  unit: string;
  quantity: number;
  /** A number says how many. */
  counted: boolean;
}

/** website 3 pages @ 400, 2h consulting @ $90: the number at either end of the name says how many. */
export function countBefore(title: string): CountedTitle {
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
  const time = TIME_ONLY.exec(title);
  if (time) return { title: time[2]!, quantity: Number(time[1]), unit: '', counted: true };
  if (front) return { title: front[3]!, quantity: Number(front[1]), unit: front[2]!, counted: true };
  return { title, unit: '', quantity: 1, counted: false };
}
