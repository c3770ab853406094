import { readEnglishNumber, UP_TO_TWELVE } from '../numerals.ts';
import { MEASURED, unitOf } from '../order/by_unit.ts';
import { KEPT_EN, PER_EN } from '../order/unsure/lots.ts';
import type { Counted, PricePer, UnitWords } from './priced.ts';

const PRICE =
  '(?<![\\w.,$£€¥-])(?<price>[$£€¥]\\s?\\d[\\d.,]{0,12}(?<![.,])|\\d[\\d.,]{0,12}(?<![.,])(?:[cp]|\\s?(?:¢|cents?|pence|usd|gbp|eur|dollars?|pounds?|quid|euros?|bucks|[$£€]))?)';
/** Words behind 'a' that are no unit: £16 a gift, £5 a week ago. */
const NO_UNIT =
  '(?:gift|present|steal|bargain|deal|deposit|discount|must|few|lot|bit|total|little|great|good|nice|special|new|small|big|large)';
const PER = new RegExp(
  `${PRICE}\\s?(?:(?<by>per|/|for (?:every|each))\\s?(?!(?:cent|piece|item|unit|each)(?![a-z]))(?:(?<many>\\d{1,4})(?!\\d|[.,/]\\d)\\s?)?(?<unit>[a-z]{1,14})?|an?\\s(?!${NO_UNIT}(?![a-z]))(?<one>[a-z]{1,14})|(?<two>pppn))(?<also>\\s?(?:per|a|/)\\s?(?:night|day|hour|week|month|session))?(?![a-z]|\\s(?:ago|later|before|after|early|late|in advance|from)(?![a-z]))|(?<![a-z])(?:per|each|every)\\s(?<front>[a-z]{1,14})\\s?[:：]?\\s?${PRICE.replace('<price>', '<sum>')}(?![\\w%]|[.,]\\d)`,
  'iu',
);
const NONE = /^(?:piece|each|item|unit|pop|copy)$/iu;
const TIMES = new Set(['h', 'min', 'd', 'week', 'month', 'quarter', 'year', 'night', 'weekend', 'wk']);
const KEPT = new RegExp(`^(?:${KEPT_EN}|bottle|can|barrel|keg|sack|sleeve|pot|tube|sheet|slice)$`, 'u');
/** Score cards and couple portraits are no twenty and no two of them: that takes an 'of'. */
const OF_ONLY = new Set(['score', 'gross', 'trio', 'couple']);
/** Always of two, whatever is said. */
const PAIRS = new Set(['jean', 'trouser', 'pant', 'short', 'legging', 'tight', 'sunglass', 'scissor', 'plier', 'tweezer', 'pyjama', 'pajama']); // biome-ignore format: a list
const SIZES = new Set([
  'g',
  'mg',
  'ml',
  'cl',
  'oz',
  'mm',
  'cm',
  'inch',
  'in',
  'ft',
  'gb',
  'tb',
  'gsm',
  'dpi',
  'k',
  'x',
]);

const MONTH =
  '(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)';
const NAME = "(?!(?:of|and|with|for|at|plus|or|x)(?![a-z]))[a-z][a-z'’-]*";
const QUANTITY = new RegExp(
  `(?<![\\w.,:/#$£€¥-])(?<front>(?:of|at|by|on|until|size|model|room|no\\.?|version|level|type|iphone|${MONTH})\\s)?(?<n>(?:\\d{1,3}(?:,\\d{3}){1,2}|\\d{1,6}(?:\\.\\d{1,3})?)(?![\\d%:/-]|[.,]\\d|st|nd|rd|th)|half an?|an?|${UP_TO_TWELVE.join('|')})(?![\\p{N}])(?:\\s?[x×*](?=[\\s\\d]|$))?(?<words>\\s?${NAME}(?:\\s${NAME}){0,4})?`,
  'giu',
);
/** 5 May, 3 pm: when, and not how many. */
const WHEN = new RegExp(
  `^(?:a\\.?m|p\\.?m|o'?clock|${MONTH}|(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?|sat|wed)$`,
  'iu',
);

function pricePer(text: string): PricePer | undefined {
  for (const found of text.matchAll(new RegExp(PER, 'giu'))) {
    const { price, by, many, unit, one, front, sum, two, also } = found.groups ?? {};
    const said = two ? 'person' : (unit ?? one ?? front ?? '');
    const other = two ? 'night' : also && unitOf(also.replace(/^\s?(?:per|a|\/)\s?/iu, ''));
    if (NONE.test(said) || (said === '' && !many)) continue;
    const isBare = /^\d+$/u.test(price ?? sum!);
    // 30 pills 2 a day
    if (isBare && !by && !front && TIMES.has(unitOf(said)) && Number(price) < 20) continue;
    const typed = price ?? sum!;
    return {
      price: inFigures(typed),
      typed,
      per: Number(many ?? 1),
      unit: said === '' ? '' : unitOf(said),
      ...(other && { also: other }),
      start: found.index,
      end: found.index + found[0].length,
    };
  }
  return undefined;
}

/** 50p and 50 cents are 0.50. */
const inFigures = (price: string): string => {
  const [, coins] = /^(\d{1,4})\s?(?:[cp¢]|cents?|pence)$/iu.exec(price) ?? [];
  return coins === undefined ? price : (Number(coins) / 100).toFixed(2);
};

function counted(rest: string, priced: PricePer): Counted[] {
  const found: Counted[] = [];
  for (const { groups, index, 0: whole } of rest.matchAll(QUANTITY)) {
    const { front = '', n = '', words = '' } = groups ?? {};
    const isOf = /^of\s/iu.test(front);
    const names = words.trim().toLowerCase().split(/\s+/u).filter(Boolean).map(unitOf);
    const unit = (OF_ONLY.has(names[0] ?? '') ? names[1] : undefined) ?? names[0] ?? '';
    const behind = rest.slice(index + whole.length);
    const isWord = !/\d/u.test(n);
    if ((front !== '' && !isOf) || WHEN.test(unit) || (isOf && found.length === 0)) continue;
    // a logo: an article and no number
    if (/^an?$/iu.test(n) && !KEPT.test(unit) && PER_EN[unit] === undefined && unit !== priced.unit) continue;
    if (names.length === 0 && (isWord || !/^\s*(?:$|[,;.)|])/u.test(behind)) && !isOf) continue;
    const count = /^half/iu.test(n)
      ? 0.5
      : /^an?$/iu.test(n)
        ? 1
        : isWord
          ? (readEnglishNumber(n) ?? 0)
          : Number(n.replaceAll(',', ''));
    found.push({ count, unit, names, inEach: isOf || names.includes('each') });
  }
  return found.filter(({ count }) => count > 0);
}

const isPieces = ({ unit }: Counted): boolean =>
  !TIMES.has(unit) &&
  !KEPT.test(unit) &&
  unit !== 'person' &&
  PER_EN[unit] === undefined &&
  MEASURED[unit] === undefined;

export const UNITS_EN: UnitWords = {
  pricePer,
  counted,
  lot: (unit) => PER_EN[unit],
  isLotOf: () => false,
  isSize: (unit) => SIZES.has(unit),
  isPieces,
  isSame: ({ names }, unit) => names.includes(unit),
  isPairByItself: ({ names }) => names.some((one) => PAIRS.has(one)),
};
