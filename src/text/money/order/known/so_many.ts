import { fold } from '../../../fold.ts';
import { narrow } from '../../../normalise.ts';
import { COUNTERS } from '../../money_context.ts';
import { numeralCharacters, readChineseNumber, readEnglishNumber } from '../../numerals.ts';

/** So many of an article, by its name and by what it is counted in. */
export interface SoMany {
  count: number;
  title: string;
  /** '' where it is counted in nothing. */
  unit: string;
}

const MOST = 9999;
const COUNT_EN =
  '(?:the |an? |(?<count>\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\\s?[x×]?\\s)';
const NAME_EN = "(?<title>(?=\\p{L})(?!\\p{Script=Han})[\\p{L}\\p{N} ’'-]{1,59}?)";
const COUNT_ZH = `(?<count>\\d{1,4}|[${numeralCharacters}]{1,3})`;
const NAME_ZH = '(?<title>(?=[\\p{L}])[\\p{L}\\p{N} ]{1,40}?)';
const COUNTED_ZH = `${COUNT_ZH}\\s?(?<unit>[${COUNTERS}])的?`;

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})[\\s.。!！]*$`, 'iu');

/** 1 mug, the mug, 两盒龙井, 龙井两盒. */
const SO_MANY = [`${COUNT_EN}${NAME_EN}`, `${COUNTED_ZH}${NAME_ZH}`, `${NAME_ZH}${COUNTED_ZH.slice(0, -2)}`].map(whole);

const MORE_EN = '(?:another|(?:an?|one|\\d{1,4}|two|three|four|five|six) more)';
/** add 5 mugs, 2 more mugs, another mug, 再来一盒龙井, 龙井再加两盒. */
const MORE = [
  `(?:please )?(?:also )?(?:add|plus|\\+) (?:an? |another |(?<count>\\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten) (?:more )?)${NAME_EN}(?:,? please)?`,
  `(?=${MORE_EN} )(?:another|an?|(?<count>\\d{1,4}|one|two|three|four|five|six)) (?:more )?${NAME_EN}(?:,? please)?`,
  `(?:再|又|另外?)?(?:加上?|要|来|买|拿|多加|多要|加购|追加)(?:了)?\\s?${COUNTED_ZH}${NAME_ZH}`,
  `${NAME_ZH}(?:再|又|多)(?:加上?|要|来|买|拿)?(?:了)?\\s?${COUNT_ZH}\\s?(?<unit>[${COUNTERS}])`,
].map(whole);
/** 龙井改成3盒, make it 3 mugs, mugs to 3: so many in all. */
const IN_ALL = [
  `(?:change (?:it )?to|make (?:it|that)) (?:(?<count>\\d{1,4}|one|two|three|four|five|six) )${NAME_EN}`,
  `(?:change |make )?(?:the )?${NAME_EN} (?:to|into) (?<count>\\d{1,4}|one|two|three|four|five|six)`,
  `(?:把)?${NAME_ZH}(?:改成|改为|变成|换成|改)\\s?${COUNT_ZH}\\s?(?<unit>[${COUNTERS}])`,
].map(whole);

function readBy(shapes: readonly RegExp[], words: string): SoMany | undefined {
  const plain = narrow(words).trim();
  for (const shape of shapes) {
    const { count = '1', title = '', unit = '' } = shape.exec(plain)?.groups ?? {};
    const number = /^\d+$/u.test(count) ? Number(count) : (readEnglishNumber(count) ?? readChineseNumber(count));
    if (title && number && Number.isInteger(number) && number <= MOST)
      return { count: number, title: title.trim(), unit };
  }
  return undefined;
}

export const soMany = (words: string): SoMany | undefined => readBy(SO_MANY, words);

/** So many more of an article, whose price is not said. */
export const soManyMore = (words: string): SoMany | undefined => readBy(MORE, words);

/** So many of an article in all, whose price is not said. */
export const soManyInAll = (words: string): SoMany | undefined => readBy(IN_ALL, words);

const single = (title: string): string =>
  fold(title)
    .trim()
    .replace(/(?<=x|ch|sh|ss)es$|(?<=[a-z]{2})(?<!s)s$/u, '');

/** Whether an article is called so, one of it or several. */
export const isCalled = ({ title, unit }: Omit<SoMany, 'count'>, known: { title: string; variant?: string }): boolean =>
  single(title) === single(known.title) && (unit === '' || !known.variant || unit === known.variant);
