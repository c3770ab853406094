const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/**
 * How much of a text goes into a first piece of at most `limit` UTF-16 units (2 or more): up to a line or a word where one ends
 * in the second half, else between graphemes. Never 0 for a text that is not empty.
 */
export function cutLength(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  const window = text.slice(0, limit);
  for (const cut of [window.lastIndexOf('\n') + 1, window.lastIndexOf(' ') + 1]) {
    if (cut > limit / 2 && graphemeStart(text, cut) === cut) return cut;
  }
  return graphemeStart(text, limit) || insidePair(text, limit);
}

/** Where the grapheme that holds this position begins. Looks at a window around it: no emoji is longer. */
function graphemeStart(text: string, position: number): number {
  return graphemes.segment(text.slice(0, position + 64)).containing(position)?.index ?? position;
}

/** The first `limit` UTF-16 units of a text, one fewer where half a surrogate pair would be left (Postgres does not store those). */
export function head(text: string, limit: number): string {
  return text.length <= limit ? text : text.slice(0, insidePair(text, limit));
}

/** A single grapheme longer than a whole message (stacked marks): only a surrogate pair must stay together. */
function insidePair(text: string, position: number): number {
  const unit = text.charCodeAt(position);
  return unit >= 0xdc00 && unit <= 0xdfff ? position - 1 : position;
}

const WIDE = /[\p{Script=Han}\p{Emoji_Presentation}\u3000-\u303f\uff00-\uffef]/u;

/** How wide a text is shown, in Latin letters; a Chinese character is two wide. */
export const widthOf = (text: string): number => [...text].reduce((sum, sign) => sum + (WIDE.test(sign) ? 2 : 1), 0);
