import { headWords } from '../../text/cut.ts';
import { simplify } from './simplify.ts';

/** Beyond this many UTF-16 units a message is not read: what it wants is said before, and the cost stays bounded. */
const READ_AT_MOST = 2_000;

/** So much of a piece stands in the next one as well, so that nothing is torn apart. */
const OVERLAP = 200;

/** Words of any length in pieces that are read whole, each from the beginning of a word. */
export function inPieces(text: string): string[] {
  const step = READ_AT_MOST - OVERLAP;
  const count = Math.max(1, Math.ceil((text.length - OVERLAP) / step));
  return Array.from({ length: count }, (_, nth) => {
    const piece = text.slice(nth * step, nth * step + READ_AT_MOST);
    return nth === 0 ? piece : piece.replace(/^\S{1,50}/, '');
  });
}

/** What the rules read, with the way back to the words as they were written. */
export interface NormalisedText {
  /** NFKC, lower case, simplified characters, plain quotes, single spaces. */
  text: string;
  /** The cleaned original (well-formed, no control characters), and for each unit of `text` its place there. */
  source: string;
  offsets: readonly number[];
}

const PLAIN: Record<string, string> = {
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
  '\u2014': '-',
  '\u2013': '-',
};

/** Lone surrogates and control characters cannot be stored as text in Postgres (NUL) or sent on; they say nothing either. */
function clean(raw: string): string {
  return headWords(raw, READ_AT_MOST)
    .toWellFormed()
    .replace(/\p{Cc}/gu, (c) => (c === '\n' ? c : ' '));
}

/** Signs nobody sees: a soft hyphen, blanks of no width. A word stays whole around them. */
const UNSEEN = /[\u00ad\u200b\u2060\ufeff]/;

/** An address, behind its beginning: its words are a shop's, a map's or a program's, not those of whoever sends it. */
const LINK = /\b(https?:\/\/|www\.)\S+/gi;
const withoutLinks = (text: string): string =>
  text.replace(LINK, (link, begins: string) => begins + link.slice(begins.length).replace(/[a-z\d]/gi, '-'));

/** NFKC and lower case; a ligature that unfolds into a sentence (U+FDFA: 18 units) stays, or the cap would not hold. */
function folded(character: string): string {
  const unfolded = character.normalize('NFKC').toLowerCase();
  return unfolded.length > 4 ? character : unfolded;
}

function plain(character: string): string {
  if (UNSEEN.test(character)) return '';
  if (/\s/.test(character)) return character === '\n' ? '\n' : ' ';
  return simplify(PLAIN[character] ?? folded(character));
}

/** Character by character, so that every unit keeps its place in the original. Of links only their beginning is read. */
export function normalise(raw: string): NormalisedText {
  const source = clean(raw);
  const offsets: number[] = [];
  let text = '';
  let at = 0;
  for (const character of withoutLinks(source)) {
    const unit = plain(character);
    const repeated = unit === ' ' && /\s$/.test(text);
    if (!repeated) {
      text += unit;
      for (let i = 0; i < unit.length; i++) offsets.push(at);
    }
    at += character.length;
  }
  offsets.push(source.length);
  return { text, source, offsets };
}

/** The words of a span as they stand in the original, without the blanks around them. */
export function asWritten(of: NormalisedText, span: { start: number; end: number }): string {
  return of.source.slice(of.offsets[span.start], of.offsets[span.end]).trim();
}
