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

/** So far back from its end a text is looked at for where to cut it: no number, name or time is longer. */
const BACK = 80;
/** Behind it something new is said, which changes nothing of what was said before. */
const CLAUSE_END = /[\n！？；!?;]|[。，](?!\d)|[.,](?=\s+[^\s\d])/gu;
/** What may go on in the words behind it: 12 of `12 thousand`, +49 30 of `+49 30 123456`. */
const GOES_ON = /[^\p{L}\s]|^\p{L}\s/u;

/**
 * The beginning of a text that is read, at most `limit` UTF-16 units: it ends before a word or a number that would be cut, so that
 * none is taken for a shorter one. What is only kept or shown is cut by `head`.
 */
export function headWords(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const from = limit - Math.min(BACK, Math.floor(limit / 2));
  const clauses = [...text.slice(from, limit + 8).matchAll(CLAUSE_END)].map(({ index }) => from + index + 1);
  const clause = clauses.findLast((end) => end <= limit);
  return head(text, clause ?? from + wholeWords(text.slice(from, limit)));
}

/** How much of these words stays without the last one, and without those before it that go on in it. */
function wholeWords(near: string): number {
  const words = near.match(/\S+\s*/g) ?? [];
  const last = words.slice(0, -1).findLastIndex((word) => !GOES_ON.test(word));
  return words.slice(0, last + 1).join('').length;
}
