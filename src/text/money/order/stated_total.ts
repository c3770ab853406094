import { narrow } from '../../normalise.ts';
import { measureSigns } from '../measures.ts';
import { type Money, parseMoney } from '../money.ts';

/** Nobody says a sum in more. */
const LONGEST = 80;
/** A mark in front of each line of a list. */
const BULLET = /^[ \t]*(?:[-–—*+][ \t]+|[•·▪●○◦][ \t]*|[-–—*](?=\p{L}))/u;
const NUMBERED = /^[ \t]*\d{1,2}(?:[.)、．）][ \t]*(?=[^\d\s])|[.)][ \t]+)/u;
/** A line that adds up the others: total 620, 合计：268元. */
const TOTAL =
  /^(?:(?:the )?(?:grand |sub ?)?(?:total|sum)|(?:all )?in (?:all|total)|altogether|together|=|合计|总计|总共|一共|共计|总价|总额|总|共)(?: price| amount| due| is| comes to|金额|价)?\s?[:：=是]?\s*(?=[^\p{L}]*\d)/iu;
const FIGURE_FIRST = /^(\S*\d\S*(?:\s(?:[A-Z]{3}|元))?)\s(?:in (?:all|total)|altogether|total)$/iu;
const SUM_ONLY = /^[¥￥$€£]?\s?\d[\d.,]*\s?(?:元|块钱?|[A-Za-z]{3})?$/u;

/** Says that an amount is for all of it. */
export const IN_ALL =
  /[\s,，;；]*(?:合计|总计|总共|一共|共计|总价|共|in (?:all|total)|all together|altogether|total)\s?[:：是]?\s*$/iu;
/** And that the one behind it is. */
export const IN_ALL_BEFORE =
  /(?:合计|总计|总共|一共|共计|总价|共|\bin (?:all|total)|\ball together|\baltogether|\btotal)\s?[:：是]?\s?(?=[¥￥$€£]?\s?\d)/iu;

/** The words without the marks that stand in front of the lines of a list. */
export function withoutBullets(text: string): string {
  const lines = text.split('\n');
  const isNumbered = lines.length > 1 && lines.filter((line) => NUMBERED.test(line)).length > 1;
  return lines.map((line) => (isNumbered ? line.replace(NUMBERED, '') : line).replace(BULLET, '')).join('\n');
}

const BEHIND_PRICE =
  /^(.*[\d元块钱A-Z](?<!\b(?:grand|sub|tax)))\s{1,3}((?:the )?(?:grand |sub ?)?(?:total|in (?:all|total)|altogether|合计|总计|总共|一共|共计|总价|总额|总|共)(?: price| amount| is|金额|价)?\s?[:：=是]?\s?[¥￥$€£]?\s?\d[\d.,]*\s?(?:元|块钱?|[A-Za-z]{3})?[.。!！]?)$/isu;

/** 5元一只共45: behind what one of them costs nothing need part them. */
const BEHIND_EACH = new RegExp(
  `^(.*\\d\\s?(?:元|块钱?)?\\s?[一每/]\\s?[${measureSigns}])\\s{0,3}((?:合计|总计|总共|一共|共计|总价|总|共)\\s?[:=是]?\\s?¥?\\s?\\d[\\d.,]*\\s?(?:元|块钱?)?[.。!！]?)$`,
  'su',
);

/** 128*3=384, $15 + $20 = $35. */
const EQUALS =
  /^(.*\d(?:元|块钱?|\s?[A-Z]{3})?)\s{0,3}(=\s?[¥￥$€£]?\s?\d[\d.,]*\s?(?:元|块钱?|[A-Za-z]{3})?[.。!！]?)$/isu;

/** cards $120 total $620: a total with nothing but a blank before it. Undefined: there is none. */
export function totalBehind(piece: string): { front: string; total: string } | undefined {
  const plain = narrow(piece).trimEnd();
  const found = BEHIND_PRICE.exec(plain) ?? BEHIND_EACH.exec(plain) ?? EQUALS.exec(plain);
  const at = found?.[1]?.length;
  return at === undefined ? undefined : { front: piece.slice(0, at), total: piece.slice(at).trim() };
}

/** What a piece of an order says that the others come to. `named`: by a word for it. Undefined: it is something else. */
export function statedTotal(piece: string, currency: string): { sum: Money; named: boolean } | undefined {
  if (piece.length > LONGEST) return undefined;
  const plain = narrow(piece)
    .trim()
    .replace(/[.。!！]+$/u, '');
  const named = TOTAL.exec(plain);
  const said = named ? plain.slice(named[0].length).trim() : (FIGURE_FIRST.exec(plain)?.[1] ?? plain);
  const sum = SUM_ONLY.test(said) ? parseMoney(said, currency) : undefined;
  return sum && { sum, named: said !== plain };
}
