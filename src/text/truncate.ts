const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The longest emoji in use (a kiss with two skin tones) is 15 UTF-16 units; more is somebody stacking marks. */
const unitsPerGrapheme = 16;

/**
 * At most `limit` graphemes (user-perceived characters), the last one `…` when something was cut. Never cuts inside a
 * surrogate pair or an emoji. Stacked marks count too: the result has at most 16 × `limit` UTF-16 units.
 */
export function truncate(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const budget = limit * unitsPerGrapheme;
  let fitting = 0; // end of the first limit - 1 graphemes: what stays when `…` is added
  let count = 0;
  // A cut after budget units cannot change what is kept: everything kept lies before it.
  for (const { index, segment } of graphemes.segment(text.slice(0, budget + unitsPerGrapheme))) {
    const end = index + segment.length;
    count += 1;
    if (count > limit || end > budget) return `${text.slice(0, fitting)}…`;
    if (count < limit) fitting = end;
  }
  return text;
}
