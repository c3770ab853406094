import { withoutMarks } from '../fetch/marks.ts';

const TARGET = /https?:\/\/[^\s<>()]{1,2000}/gi;
const ADDRESS_LINK = /<(?:mailto|tel):[^<>\s]{1,300}>/gi;
/** Seen by nobody. */
const UNSEEN = /\u00ad|[\u200b-\u200d]|\u2060|\ufe0e|\ufe0f|\ufeff/g;
/** In scripts without blanks each sign is one. */
const ALONE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Hangul}]`;
const TOKEN = new RegExp(
  [
    // a sign before a figure: -5, <5
    String.raw`(?<![\p{L}\p{M}\p{N}~])(?:[-+<>≤≥±≈]|~(?!~))(?=\p{Sc}?\p{N})|(?<=[\p{L}\p{N}] )[<>](?= \p{N})`,
    // a figure with its marks: 10:30, 1.5
    String.raw`\p{N}{1,200}(?:[.,:/]\p{N}{1,200}){0,20}`,
    String.raw`${ALONE}|(?:(?!${ALONE})[\p{L}\p{M}]){1,200}`,
    // what says something by itself: € % ≠ ✓ ❌, and a question
    String.raw`\p{Extended_Pictographic}|\p{Sc}|[%‰≠≤≥±≈≡\u2190-\u21ff]|(?![\u2500-\u25ff])\p{So}|(?<!=)=(?!=)|\?(?!\?)`,
  ].join('|'),
  'gu',
);
/** How many words another telling may have within a line, beside a quarter of the line's own. */
const BETWEEN = 3;
/** How often a line is looked for where its first word stands. */
const MOST_TRIES = 30;

/**
 * The numbers of those lines that another telling of the same does not tell: their words and signs, in their order and near each other,
 * line after line. Links and layout count for nothing, letters of every form and width are alike.
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

/** Of places in order the first few that are not before one. */
function startsAfter(from: number, places: readonly number[]): number[] {
  let [low, high] = [0, places.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < from) low = middle + 1;
    else high = middle;
  }
  return places.slice(low, low + MOST_TRIES);
}

/** Where the words end in the telling; undefined where they do not stand near each other from one of the places on. */
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
