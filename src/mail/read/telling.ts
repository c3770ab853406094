import { withoutMarks } from '../fetch/marks.ts';

const TARGET = /https?:\/\/[^\s<>()]{1,2000}/gi;
const ADDRESS_LINK = /<(?:mailto|tel):[^<>\s]{1,300}>/gi;
/** Characters that nobody sees. */
const UNSEEN = /\u00ad|[\u200b-\u200d]|\u2060|\ufe0e|\ufe0f|\ufeff/g;
/** In scripts without blanks each character is a word. */
const ALONE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Hangul}]`;
const TOKEN = new RegExp(
  [
    // a sign before a figure: -5, <5
    String.raw`(?<![\p{L}\p{M}\p{N}~])(?:[-+<>≤≥±≈]|~(?!~))(?=\p{Sc}?\p{N})|(?<=[\p{L}\p{N}] )[<>](?= \p{N})`,
    // a figure with its separators: 10:30, 1.5
    String.raw`\p{N}{1,200}(?:[.,:/]\p{N}{1,200}){0,20}`,
    String.raw`${ALONE}|(?:(?!${ALONE})[\p{L}\p{M}]){1,200}`,
    // signs that mean something by themselves: € % ≠ ✓ ❌, and a question mark
    String.raw`\p{Extended_Pictographic}|\p{Sc}|[%‰≠≤≥±≈≡\u2190-\u21ff]|(?![\u2500-\u25ff])\p{So}|(?<!=)=(?!=)|\?(?!\?)`,
  ].join('|'),
  'gu',
);
/** How many extra words the other text may have within a line, besides a quarter of the line's own. */
const BETWEEN = 3;
/** How many places with a line's first word we try. */
const MOST_TRIES = 30;

/**
 * The numbers of the lines that another version of the same text does not contain: their words and signs, in order and
 * near each other, line after line. Links and layout do not count, and neither do the form and width of letters.
 */
export function untold(lines: readonly string[], telling: string): number[] {
  const all = tokensOf(telling);
  const places = placesIn(all);
  let from = 0;
  return lines.flatMap((line, index) => {
    const tokens = tokensOf(line);
    if (tokens.length === 0) return [];
    const end = endOf(tokens, all, startsAfter(from, places.get(tokens[0]!) ?? []));
    from = end ?? from;
    return end === undefined ? [index] : [];
  });
}

function tokensOf(text: string): string[] {
  const bare = withoutMarks(text).replace(TARGET, ' ').replace(ADDRESS_LINK, ' ').replace(UNSEEN, '');
  const plain = bare.normalize('NFKC').toLowerCase().replace(/[−–]/g, '-').replaceAll('⁄', '/');
  return plain.match(TOKEN) ?? [];
}

function placesIn(tokens: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  tokens.forEach((token, at) => {
    const known = places.get(token);
    if (known) known.push(at);
    else places.set(token, [at]);
  });
  return places;
}

/** The first few of these sorted places that are not before `from`. */
function startsAfter(from: number, places: readonly number[]): number[] {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return places.slice(low, low + MOST_TRIES);
}

/**
 * Where the words end in the other text; undefined if they do not stand near each other from any of these places on.
 */
function endOf(tokens: readonly string[], all: readonly string[], starts: readonly number[]): number | undefined {
  for (const start of starts) {
    let [at, told, spare] = [start, 0, BETWEEN + tokens.length / 4];
    for (; told < tokens.length && at < all.length && spare >= 0; at++) {
      if (all[at] === tokens[told]) told++;
      else spare--;
    }
    if (told === tokens.length) return at;
  }
  return undefined;
}
