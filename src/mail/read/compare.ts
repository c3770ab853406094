import { STRIKE } from '../../text/struck.ts';
import { withoutMarks } from '../fetch/marks.ts';

/** Words that one version may lack without saying something else: the name of a picture, a label of a program. */
const FEW = 3;
/** What stands for a picture in the plain text of mail programs. */
const PICTURE = /\[(?:image|cid|inline image|图片|圖片|bild|imagen)\s?[:：]?[^[\]\n]{0,200}\]/gi;
const TARGET = /https?:\/\/[^\s<>()]{1,2000}/gi;
/** In scripts without blanks each sign is one. */
const ALONE = String.raw`[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Hangul}]`;
const WORD = new RegExp(String.raw`${ALONE}|\p{Extended_Pictographic}|(?:(?!${ALONE})[\p{L}\p{M}\p{N}]){1,200}`, 'gu');
/** What is left of letters that a charset did not have. */
const LOST = /\p{L}[?\ufffd]+\p{L}|(?<=\s)[?\ufffd]\p{L}|\ufffd/gu;

/**
 * Whether the HTML of a mail tells its reader something that the plain text beside it does not: words, words struck out, figures set
 * high or low, the target of a link, letters that the plain text lost. `own` is what of the HTML is no history.
 */
export function saysMore(html: { all: string; own: string }, plain: string): boolean {
  if (missing(wordsOf(html.own), wordsOf(plain)) > 0 || lost(plain) > lost(html.all)) return true;
  if (html.own.includes(STRIKE.open) || setOff(html.own) > setOff(plain)) return true;
  const shown = new Set(targetsIn(plain));
  return targetsIn(html.own).some((target) => !shown.has(target));
}

/** Whether the plain text says something, more than a few words, that the HTML does not. */
export function saysElse(plain: string, html: string): boolean {
  if (lost(plain) > lost(html)) return false;
  const words = wordsOf(plain.replace(PICTURE, ' '));
  const gone = missing(words, wordsOf(html));
  return gone >= FEW && gone * 4 > words.length;
}

/** Without targets of links; letters of every form and width alike. */
function wordsOf(text: string): string[] {
  const plain = withoutMarks(text).replace(TARGET, ' ').normalize('NFKC').toLowerCase();
  return plain.match(WORD) ?? [];
}

/** How many of the words the others lack, each counted as often as it stands there. */
function missing(words: readonly string[], others: readonly string[]): number {
  const left = new Map<string, number>();
  for (const word of others) left.set(word, (left.get(word) ?? 0) + 1);
  return words.filter((word) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count <= 0;
  }).length;
}

const lost = (text: string) => text.replace(TARGET, ' ').match(LOST)?.length ?? 0;

const setOff = (text: string) => text.match(/[⁰¹²³⁴-ⁿ₀-₎]/gu)?.length ?? 0;

const targetsIn = (text: string) =>
  (text.match(TARGET) ?? []).map((target) => target.toLowerCase().replace(/[/.,;:!?]+$/, ''));
