import { narrow } from '../normalise.ts';
import { readChineseNumber } from './numerals.ts';

/** How many of something, and the words without that. */
export interface Counted {
  /** undefined: nothing is counted. */
  quantity?: number;
  /** What it is counted in: 盒; '' if nothing is said. */
  unit: string;
  rest: string;
}

/** What things are counted in, where it stands right behind the number. */
const UNIT = '(?:盒|个|件|份|只|瓶|罐|袋|套|条|张|本|把|双|箱|包|斤|公斤|克|支|台|部|枚|组|串|束|杯|碗|片)';
/** Of these a number in characters says how many: 三只松鼠 and 六个核桃 are names. */
const PACKED = '(?:盒|罐|瓶|袋|包|箱|份|斤|公斤|杯|件|套|本|张)';
/** 件套 and 盒装 are no articles: 三件套 is a set. */
const THING = '(?![套装])(?=\\p{L})';
/** 2x龙井, 2 × tea, 2盒龙井, 2 龙井. */
const FRONT = new RegExp(
  `^(\\d{1,6})\\s?(?:[x×*＊]\\s?(?=[^\\d\\s])|(${UNIT})\\s?的?${THING}|\\s(?=\\p{Script=Han}))(\\S.*)$`,
  'iu',
);
/** 两盒大红袍, 三斤龙井. */
const SPOKEN_FRONT = new RegExp(
  `^(?:(两)(${UNIT})|([二三四五六七八九十百]{1,3})(${PACKED}))的?${THING}(\\S{2}.*)$`,
  'u',
);
/** 龙井x2, tea × 2, 龙井2盒, 龙井两盒: the number is none of a figure's. */
const BACK = new RegExp(
  `^(.*[^\\d\\s.,])\\s?(?:[x×*＊]\\s?(\\d{1,6})|(?<=[^\\d.,])(\\d{1,6}|(?<![一二三四五六七八九十百])[两二三四五六七八九十]{1,3})\\s?(${UNIT}))(?=$|[\\s,，¥￥$€£]|\\d{1,6}(?:\\.\\d{1,2})?(?:元|块钱?)?$|共|一共|合计|每|各|单价)(.*)$`,
  'iu',
);
/** 3 mugs, 12 red roses: the last word says that there are several. */
const PLURAL = /^(\d{1,4})\s((?:[\p{L}'’-]{1,30}\s){0,4}[a-z'’-]{2,30}[^s\W\d]s)$/iu;
/** 2 boxes of tea: they are counted in boxes. */
const PACK =
  /^(\d{1,4})\s(box(?:es)?|bags?|tins?|packs?|packets?|bottles?|jars?|sets?|pairs?|cases?|cups?|rolls?|pieces?|pcs|bunch(?:es)?|dozen|cans?)\s(?:of\s)?(\p{L}.*)$/iu;
/** 1 cup: no plural says it, and 1 hour and 1 on 1 count nothing. */
const SINGLE =
  /^1\s(?!(?:minute|hour|day|night|week|month|year|lesson|session|hr|min|on|to|of|by|st|more)\b)([a-z][\p{L}\s'’-]{1,60})$/iu;
/** 3 days, 6 months: how long, not how many. */
const TIME = /\b(?:minutes|hours|days|nights|weeks|months|years|lessons?|sessions|hrs|mins)$/iu;

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
  const rest = `${piece.slice(0, back[1]!.length)} ${piece.slice(piece.length - back[5]!.length)}`;
  return { quantity: number, unit: back[4] ?? '', rest: back[5] === '' ? piece.slice(0, back[1]!.length) : rest };
}

/** The same of a title in English, which says how many only where its amount has been taken off: 3 wooden mugs. */
export function countInTitle(title: string): Counted {
  const pack = PACK.exec(title);
  if (pack && Number(pack[1]) > 0) return { quantity: Number(pack[1]), unit: pack[2]!.toLowerCase(), rest: pack[3]! };
  const single = SINGLE.exec(title);
  if (single) return { quantity: 1, unit: '', rest: single[1]! };
  const plural = PLURAL.exec(title);
  if (!plural || TIME.test(title) || Number(plural[1]) === 0) return { unit: '', rest: title };
  return { quantity: Number(plural[1]), unit: '', rest: plural[2]! };
}

/** An amount that belongs to the article before it. */
const SUM = '(?:\\s+(?:[¥￥$€£]\\s?\\d[\\d.,]*|\\d[\\d.,]*\\s?(?:元|块钱?|[A-Z]{3}(?![A-Za-z]))))?';
const BEFORE_FRONT = new RegExp(`\\s+(?=\\d{1,6}\\s?(?:[x×*＊]\\s?(?=[^\\d\\s])|${UNIT}\\s?的?${THING}))`, 'iu');
const BEHIND_BACK = new RegExp(
  `(?<=[^\\d\\s.,])\\s?(?:[x×*＊]\\s?\\d{1,6}|\\d{1,6}\\s?${UNIT})${SUM}(?=\\s+\\p{L})`,
  'giu',
);

/** Several articles with blanks alone between them: 龙井*3 碧螺春*1, 2x tea 1x cup. One piece if their counts do not part them. */
export function partedByCounts(text: string): string[] {
  const plain = narrow(text);
  const fronts = text.split(BEFORE_FRONT);
  if (fronts.length > 1) return fronts;
  const ends = [...plain.matchAll(BEHIND_BACK)].map(({ index, 0: whole }) => index + whole.length);
  return [0, ...ends].map((from, nth) => text.slice(from, ends[nth]).trim());
}
