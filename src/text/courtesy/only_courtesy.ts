import { headWords } from '../cut.ts';
import { plainly } from '../plainly.ts';
import { chinese } from './chinese.ts';
import * as english from './english.ts';
import { foreign } from './foreign.ts';

/** Longer words say something, in UTF-16 units. */
const LONGEST = 600;

const sticky = (source: string): RegExp => new RegExp(plainly(source), 'iuy');
/** In letters a word ends where it ends; Chinese has no blanks. */
const inLetters = (source: string): RegExp => sticky(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}]|'\\p{L})`);

const SAID: readonly RegExp[] = [
  ...[
    ...english.thanks,
    ...english.nods,
    ...english.praise,
    ...english.came,
    ...english.wishes,
    ...english.between,
    ...foreign,
  ].map(inLetters),
  ...chinese.map(sticky),
];
/** Blanks, marks and signs that say nothing more: a question mark, a sum, a colour and an angry face do. */
const SIGNS =
  /(?:[\s.,;:!~…"'()（）\p{Pd}*_。，！；：、·^“”‘’]|&(?=\s)|\p{Emoji_Modifier}|[\ufe0f\u200d]|(?![❓❔🔴🟠🟡🟢🔵🟣🟤⚫⚪⬛⬜🟥🟧🟨🟩🟦🟪🟫📍🏠🏢🎁😠😡🤬😞😟☹🙁😩😫😤💔👎❌🚫⚠🆘🕐-🕧🤒🤕🤢🤮])\p{Extended_Pictographic})+/uy;
/** A name with a capital, with or without a title, where nothing goes on behind it. */
const NAME =
  /(?:(?:Mr|Mrs|Ms|Miss|Dr|Mx)\.? )?\p{Lu}[\p{Ll}'’]+(?:[ -]\p{Lu}[\p{L}'’]*\.?){0,2}(?=\s*(?:$|[.,!;:\n)]|x+\b|\p{Extended_Pictographic}))/uy;
const THANKS = new RegExp(
  plainly(`${inLetters([...english.thanks, ...foreign].join('|')).source}|谢|感恩|感激|辛苦`),
  'iu',
);

/**
 * Whether words are thanks, a nod, praise, a greeting and nothing else, so that nobody could act on them. Whatever is left of them when
 * these are taken away says more.
 */
export function isOnlyCourtesy(written: string): boolean {
  const text = plainly(headWords(written, LONGEST + 1))
    .replaceAll('’', "'")
    .replace(/[ \t]+/g, ' ');
  if (text.length > LONGEST) return false;
  let at = 0;
  while (at < text.length) {
    const end = Math.max(endOf(SIGNS, text, at), ...SAID.map((said) => endOf(said, text, at)), nameEnd(text, at));
    if (end <= at) return false;
    at = end;
  }
  return true;
}

/** Whether somebody thanks, among whatever else they say. */
export const thanksIn = (written: string): boolean => THANKS.test(plainly(headWords(written, LONGEST)));

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}

/** `Thanks, Julia`: a name, where one may stand. */
function nameEnd(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 30), at).replace(/[\s,.!]+$/u, '');
  if (!english.NAMED_BEHIND.test(before)) return at;
  const end = endOf(NAME, text, at);
  const words = text.slice(at, end).split(/[ -]/);
  return words.some((word) => english.NO_NAME.test(word.replace('.', ''))) ? at : end;
}
