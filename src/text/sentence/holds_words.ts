import { fold } from '../fold.ts';

/** A sign that is a word of its own; those of numbers go on in each other. */
const OWN_WORD = /(?![零〇一二两三四五六七八九十百千万亿])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}?？]/gu;

/** Whether these words stand in the text, one behind the other, each whole: `order 12` is not in `order 123`. */
export function holdsWords(text: string, words: string): boolean {
  const said = spaced(words);
  return said.trim() === '' || spaced(text).includes(said);
}

/** Letters, figures and question marks, normalized, with a blank on each side of every word. */
const spaced = (text: string): string =>
  ` ${fold(text)
    .replace(/['’]/g, '')
    .replace(OWN_WORD, ' $& ')
    .replace(/[^\p{L}\p{N}?？]+/gu, ' ')
    .trim()} `;
