import { headWords } from '../../text/cut.ts';
import { everyLanguage } from '../../text/texts.ts';

/** Longer words are not looked through. */
const LONGEST = 4000;

const MOST_PROPOSED = 4;

/** Tags that words seem to be about and that are not on them: those there are already, then what feedback is often about. */
export function tagsProposed(text: string, known: readonly string[], has: readonly string[]): string[] {
  const words = headWords(text, LONGEST).toLowerCase();
  const themes = everyLanguage.flatMap(({ typed }): string[][] => Object.values(typed.feedback.themes));
  const found = [
    ...known.filter((tag) => isIn(words, tag)),
    ...themes.flatMap(([tag = '', ...about]) => (about.some((word) => isIn(words, word)) ? [tag] : [])),
  ];
  return [...new Set(found)].filter((tag) => !has.includes(tag)).slice(0, MOST_PROPOSED);
}

const LETTER = /[\p{Script=Latin}\p{N}]/u;

/** Whether a word stands in the text, in Latin letters as a whole. */
function isIn(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const [before = '', after = ''] = [text[at - 1], text[at + word.length]];
    const glued = (inner: string, outer: string) => LETTER.test(inner) && LETTER.test(outer);
    if (!glued(word[0] ?? '', before) && !glued(word.at(-1) ?? '', after)) return true;
  }
  return false;
}
