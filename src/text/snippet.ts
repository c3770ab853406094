import { withoutUnseen } from './normalise.ts';
import { truncate } from './truncate.ts';

/** Room before the word, in UTF-16 units: enough to see what it is about. */
const BEFORE = 16;

/**
 * The part of a text around the first word of the query that stands in it, on one line, at most `limit` graphemes; `…` where it
 * was cut. The beginning of the text when no word stands there as typed.
 */
export function snippet(text: string, query: string, limit: number): string {
  const words = withoutUnseen(query)
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
  const written = text.replace(/\s+/g, ' ').trim();
  // a word may stand there with signs in it that nobody sees
  const line = placesOf(words, written).length > 0 ? written : withoutUnseen(written);
  const places = placesOf(words, line);
  const start = wholeCharacter(line, Math.max(0, Math.min(...places, line.length) - BEFORE));
  if (places.length === 0 || start === 0) return truncate(line, limit);
  return truncate(`…${line.slice(start)}`, limit);
}

function placesOf(words: readonly string[], line: string): number[] {
  const lower = line.toLowerCase();
  return words.map((word) => lower.indexOf(word)).filter((place) => place >= 0);
}

/** Moves a place out from between the halves of a surrogate pair. */
function wholeCharacter(text: string, at: number): number {
  return /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at;
}
