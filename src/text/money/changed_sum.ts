import { findMoney, isPrice, moneyText } from './find_money.ts';
import { type Money, parseMoney, plainDecimal } from './money.ts';
import { COUNTERS } from './money_context.ts';
import { readChineseNumber } from './numerals.ts';
import type { PerhapsMoney } from './perhaps_money.ts';
import { tenths } from './spoken_money.ts';

/** What becomes of a sum: so many parts of it, less another. */
type Change = { part: number } | { less: string };

interface Shape {
  before?: RegExp;
  after?: RegExp;
  change: (said: Record<string, string>) => Change;
}

interface Sum {
  money: Money;
  start: number;
  end: number;
}

/** How much is read on either side of a sum, and how many sums are looked at. */
const NEAR = 48;
const MOST = 8;

const percent = '(?<percent>\\d{1,3}(?:\\.\\d{1,2})?)\\s?(?:%|percent\\b|per cent\\b)';
const its = '(?:(?:the|my|our|your|their|an?|that|this|total|price|full|whole|original|quoted|usual|of)\\s{1,2}){0,3}';
const fraction =
  '(?<fraction>half|(?:an?|one)[ -](?:third|quarter|fifth|tenth)|two[ -](?:thirds|fifths)|three[ -](?:quarters|fifths)|[1-9]/(?:[2-9]|10)|[½⅓⅔¼¾])';
const numeral = '[\\d一二两三四五六七八九十]';
const deposit = '(?:定金|订金|首付款?|预付款?|押金|尾款|提成|佣金|税)';
const money = '(?:[$£€¥]\\s?)?\\d[\\d.,]{0,12}\\s?[万千百k]?';

const PARTS: Readonly<Record<string, number>> = {
  ...{ half: 1 / 2, third: 1 / 3, quarter: 1 / 4, fifth: 1 / 5, tenth: 1 / 10, thirds: 2 / 3, quarters: 3 / 4 },
  ...{ '½': 1 / 2, '⅓': 1 / 3, '⅔': 2 / 3, '¼': 1 / 4, '¾': 3 / 4 },
};
const MULTIPLES: Readonly<Record<string, number>> = { twice: 2, double: 2, doubled: 2, triple: 3, tripled: 3, thrice: 3, two: 2, three: 3, four: 4, halved: 1 / 2 }; // biome-ignore format: a table

function partOf(said: string): number {
  const [, above, below] = /^(\d)\/(\d{1,2})$/.exec(said) ?? [];
  if (above) return Number(above) / Number(below);
  const word = said.toLowerCase().split(/[ -]/).at(-1)!;
  if (word === 'fifths') return /^two/i.test(said) ? 2 / 5 : 3 / 5;
  return PARTS[word] ?? Number.NaN;
}

const numberOf = (said: string): number => (/^\d/.test(said) ? Number(said) : (readChineseNumber(said) ?? Number.NaN));
const hundredth = ({ percent }: Record<string, string>): Change => ({ part: Number(percent) / 100 });
const reduced = ({ percent }: Record<string, string>): Change => ({ part: 1 - Number(percent) / 100 });
const raised = ({ percent }: Record<string, string>): Change => ({ part: 1 + Number(percent) / 100 });
const discounted = ({ left }: Record<string, string>): Change => ({ part: tenths(left!) / 100 });
const inTenths = ({ tenths }: Record<string, string>): Change => ({ part: numberOf(tenths!) / 10 });
const halved = (): Change => ({ part: 1 / 2 });
const multiple = ({ times }: Record<string, string>): Change => ({
  part: MULTIPLES[times!.toLowerCase()] ?? numberOf(times!),
});

/** The first that fits decides. */
const SHAPES: readonly Shape[] = [
  { before: rule(`${percent}\\s{1,2}(?:off|discount|reduction)\\s{1,2}(?:(?:on|from|of)\\s{1,2})?${its}$`), change: reduced },
  { before: rule(`${percent}\\s{1,2}(?:\\p{L}{2,12}\\s{1,2}){0,2}(?:of|on|from)\\s{1,2}${its}$`), change: hundredth },
  { before: rule(`(?<![\\p{L}\\d/])${fraction}\\s{1,2}off\\s{1,2}${its}$`), change: ({ fraction }) => ({ part: 1 - partOf(fraction!) }) },
  {
    before: rule(`(?<![\\p{L}\\d/])${fraction}\\s{1,2}(?:(?:deposit|payment|upfront|price)\\s{1,2})?(?:of|on|from)\\s{1,2}${its}$`),
    change: ({ fraction }) => ({ part: partOf(fraction!) }),
  },
  { before: rule(`(?<![\\p{L}-])half(?:[ -]price)?\\s{1,2}${its}$`), change: halved },
  { before: rule(`(?<![\\p{L}-])(?<times>twice|thrice|double|triple)\\s{1,2}${its}$`), change: multiple },
  { before: rule(`(?<![\\p{L}\\d-])(?<times>two|three|four|[2-9])\\s{1,2}times\\s{1,2}${its}$`), change: multiple },
  { before: rule(`(?<left>\\d(?:\\.?\\d)?|[一二三四五六七八九]{1,2})折(?:优惠)?[\\s:：,，]{0,2}$`), change: discounted },
  { before: rule(`(?<tenths>[一二两三四五六七八九1-9])成(?:的)?${deposit}?[\\s:：,，是]{0,2}$`), change: inTenths },
  { before: rule(`(?<percent>\\d{1,3}(?:\\.\\d)?)\\s?%的?${deposit}?[\\s:：,，是]{0,2}$`), change: hundredth },
  { before: rule(`(?:半价|一半|对折)的?${deposit}?[\\s:：,，是]{0,2}$`), change: halved },

  { after: rule(`^\\s{0,2}(?:[x×*]|乘以?|times)\\s{0,2}${percent}`), change: hundredth },
  { after: rule('^\\s{0,2}(?:[x×*]|乘以?)\\s{0,2}(?<factor>0?\\.\\d{1,3}|[1-9]\\.\\d{1,3})(?![\\w.,%])'), change: ({ factor }) => ({ part: Number(factor) }) },
  {
    after: rule(`^\\s{0,2}(?:[/÷／]|divided by|除以)\\s{0,2}(?<divisor>[2-9]|[1-9]\\d)(?![\\w.,/:%-]|\\s?[${COUNTERS}])`),
    change: ({ divisor }) => ({ part: 1 / Number(divisor) }),
  },
  { after: rule(`^[\\s,，]{1,3}(?:after|(?:with|at|less|minus|take) an?|discounted by|reduced by)\\s{1,2}(?:an?\\s{1,2})?${percent}`), change: reduced },
  { after: rule(`^(?:,\\s?|\\s?[(（]\\s?)${percent}\\s(?:off|discount)(?![\\p{L}])`), change: reduced },
  { after: rule(`^[\\s,，]{1,3}(?:increased|raised|up) by\\s{1,2}${percent}`), change: raised },
  {
    after: rule(`^(?:\\s{1,2}(?:minus|less|take away)\\s{1,2}(?:an?\\s|the\\s)?|\\s?(?:减去?|扣除?|少算|优惠)\\s?)(?<less>${money})(?![\\d%]|\\s?(?:%|percent|折|成))`),
    change: ({ less }) => ({ less: less! }),
  },
  { after: rule('^\\s{1,2}(?<times>halved|doubled|tripled)(?!\\p{L})'), change: multiple },
  { after: rule('^\\s?(?:的一半|的?半价|减半|对半|打?对折|[,，]\\s?(?:打对折|减半|半价))'), change: halved },
  { after: rule('^[\\s,，]{0,2}(?:打\\s?)?(?<left>\\d(?:\\.?\\d)?|[一二三四五六七八九]{1,2})折(?![叠页线])'), change: discounted },
  { after: rule(`^的?[\\s,，]{0,2}(?:先?[付收])?(?<tenths>[一二两三四五六七八九1-9])成(?![新熟人品套交])`), change: inTenths },
  { after: rule('^的\\s?(?<percent>\\d{1,3}(?:\\.\\d{1,2})?)\\s?%'), change: hundredth },
  { after: rule(`^[\\s,，]{0,2}(?:先?[付收])?(?<percent>\\d{1,3}(?:\\.\\d)?)\\s?%的?${deposit}`), change: hundredth },
  { after: rule('^的?\\s?百分之(?<parts>[\\d一二两三四五六七八九十]{1,3})'), change: ({ parts }) => ({ part: numberOf(parts!) / 100 }) },
  { after: rule(`^的?\\s?(?<below>${numeral}{1,2})分之(?<above>${numeral})`), change: ({ below, above }) => ({ part: numberOf(above!) / numberOf(below!) }) },
  { after: rule('^\\s?(?:翻倍|加倍|翻番|翻一番|的?双倍)'), change: () => ({ part: 2 }) },
  { after: rule(`^\\s?(?:的\\s?|乘以?)(?<times>${numeral}{1,2})(?:倍|(?![\\d一二三四五六七八九十.]))`), change: multiple },
]; // biome-ignore format: a table

function rule(pattern: string): RegExp {
  return new RegExp(pattern, 'iu');
}

/** A figure without any currency that may be a sum, where what stands around it makes something of it. */
const FIGURE = /(?<![\w.,'/:#@+%-])\d{3,7}(?:[.,]\d{1,2})?(?![\w':-]|[.,]\d|\s?%)/g;
/** Behind a figure without any currency: things are counted, not paid. */
const COUNTED = new RegExp(
  `^\\s?[${COUNTERS}]|^\\s(?!(?:for|by|and|plus|minus|less|after|with|at|in|on|to|x|divided|halved|doubled|tripled)\\b)\\p{L}`,
  'u',
);

function sumsIn(text: string, currency: string): Sum[] {
  const named = findMoney(text, currency);
  const bare = [...text.matchAll(FIGURE)].flatMap(({ 0: words, index }): Sum[] => {
    const [money, end] = [parseMoney(words, currency), index + words.length];
    const isNamed = named.some((one) => one.start < end && index < one.end);
    const counted = COUNTED.test(text.slice(end, end + NEAR));
    if (!money || isNamed || counted || !isPrice(words, money, '')) return [];
    return [{ money, start: index, end }];
  });
  return [...named, ...bare].slice(0, MOST);
}

/** A sum that is only the beginning of a calculation: half of £800, 1000元九折, £800 x 50%. First what it comes to, then the sum itself. */
export function changedSum(
  text: string,
  currency: string,
): (PerhapsMoney & { start: number; end: number }) | undefined {
  const plain = moneyText(text);
  for (const sum of sumsIn(plain, currency)) {
    const before = plain.slice(Math.max(0, sum.start - NEAR), sum.start);
    const after = plain.slice(sum.end, sum.end + NEAR);
    for (const shape of SHAPES) {
      const found = (shape.before ?? shape.after)!.exec(shape.before ? before : after);
      if (!found || (/满\s?$/.test(before) && shape.after)) continue;
      const [start, end] = shape.before
        ? [sum.start - found[0].length, sum.end]
        : [sum.start, sum.end + found[0].length];
      const own = plain.slice(sum.start, sum.end);
      const worth = changed(sum.money, shape.change(found.groups ?? {}));
      const code = /^[\d.,]+$/.test(own) ? '' : ` ${sum.money.currency}`;
      return { said: plain.slice(start, end).trim(), prices: [...(worth ? [worth + code] : []), own], start, end };
    }
  }
  return undefined;
}

/** A plain decimal, to the minor unit; undefined where nothing is left. */
function changed({ minor, currency }: Money, change: Change): string | undefined {
  const other = 'less' in change ? parseMoney(change.less.replace(/[$£€¥]\s?/, ''), currency)?.minor : undefined;
  const left = 'less' in change ? Number(minor) - Number(other) : Math.round(Number(minor) * change.part);
  if (!Number.isSafeInteger(left) || left <= 0) return undefined;
  return plainDecimal(String(left), currency).replace(/\.0+$/, '');
}
