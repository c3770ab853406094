/** Scripts that part no words by blanks. */
export const UNPARTED = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー`;
/** A letter or digit that is more of the word of a script with blanks. */
const MORE = String.raw`(?![${UNPARTED}])[\p{L}\p{M}\p{N}]`;

/** What stands in front of a name in such a script: no more of its word, though Chinese may be glued to it. */
export const NAME_BEGINS = `(?<!${MORE})`;
/** Behind a digit Chinese goes on: Anna3点来. */
const GOES_ON = String.raw`\p{N}{0,9}[${UNPARTED}]`;
/** What stands behind one. */
export const NAME_ENDS = `(?:(?=${GOES_ON})|(?!${MORE}))`;

const GLUED = new RegExp(`^${GOES_ON}`, 'u');

/** Whether Chinese goes on right behind a name in other letters: the words behind Anna in Anna还欠我500. */
export const isGlued = (left: string): boolean => GLUED.test(left);

const WORD = new RegExp(String.raw`(?:(?![${UNPARTED}])[\p{L}\p{M}\p{N}'’.-])+`, 'gu');
const LETTERS = /^(?:\p{L}\p{M}*)+(?=\p{N}+$)/u;
const OTHER = new RegExp(`[${UNPARTED}]`, 'u');
const KANA = /(?:[\p{Script=Hiragana}\p{Script=Katakana}]|ー)+/gu;

/**
 * The words in other letters that stand glued to Chinese ones, each run of them: anna smith of 'anna smith不靠谱', anna of 'anna500块'.
 */
export function gluedWords(text: string): string[][] {
  const runs = text.split(OTHER).map((run) => run.match(WORD) ?? []);
  const kana = (text.match(KANA) ?? []).map((word) => [word]);
  if (runs.length === 1) return kana;
  return [...runs.map((words) => words.map((word) => LETTERS.exec(word)?.[0] ?? word)), ...kana];
}
