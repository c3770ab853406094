import type { PerhapsMoney } from './perhaps_money.ts';

/** $3 k, $25 M, 龙井 256 万, 3 k: a letter behind a blank may count in thousands, or be a size; k and w also where no currency is named. */
const APART =
  /(?<![\p{L}\p{N}.,])(?:(?<signed>[$¥€£]\s?\d[\d.,]{0,11}|\d[\d.,]{0,11}\s?[$€£])\s(?<unit>[kwm])|(?<bare>\d[\d.,]{0,11})\s(?<letter>[kw]))(?![\p{L}\p{N}/'’-])/iu;

/** An amount with such a letter: as it stands, and as so many thousands, ten thousands or millions. */
export function letterApart(text: string): PerhapsMoney | undefined {
  const found = APART.exec(text);
  const { signed, unit, bare, letter } = found?.groups ?? {};
  if (!found) return undefined;
  const figure = (signed ?? bare)!.trim();
  return { said: found[0], prices: [figure, `${figure}${(unit ?? letter)!.toLowerCase()}`] };
}
