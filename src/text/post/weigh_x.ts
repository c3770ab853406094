const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Every link is shown by an address of X's own, which is so long. */
const LINK_WEIGHT = 23;
const LINK = /https?:\/\/[^\s，。；！？、（）“”]+/giu;
const EMOJI = /\p{Extended_Pictographic}|\p{RI}\p{RI}|\u20e3/u;

/** Letters of the West and their signs weigh one, all others two (twitter-text, configuration v3). */
const LIGHT: readonly (readonly [from: number, to: number])[] = [
  [0, 4351],
  [8192, 8205],
  [8208, 8223],
  [8242, 8247],
];

/** How much of its 280 a text takes on X: a link 23, a Chinese character or an emoji 2, a Latin letter 1. */
export function weighX(text: string): number {
  const plain = text.normalize('NFC');
  const links = plain.match(LINK)?.length ?? 0;
  let weight = links * LINK_WEIGHT;
  for (const { segment } of graphemes.segment(plain.replaceAll(LINK, ''))) weight += weightOf(segment);
  return weight;
}

function weightOf(grapheme: string): number {
  if (EMOJI.test(grapheme) && grapheme.length > 1) return 2;
  let weight = 0;
  for (const letter of grapheme) {
    const code = letter.codePointAt(0)!;
    weight += LIGHT.some(([from, to]) => code >= from && code <= to) ? 1 : 2;
  }
  return weight;
}
