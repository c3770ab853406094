import { everyLanguage, type Texts } from '../../text/texts.ts';

/** What a line can go on as, by Tab: the whole words, and what they stand for. */
export type Complete = (line: string) => [words: string[], stands: string];

/** Command words, those of this language first; a space follows the only one. */
export function commandCompleter(t: Texts): Complete {
  return (line) => {
    const begun = line.replace(/^／/, '/').toLowerCase();
    if (!/^\/\S*$/.test(begun)) return [[], line];
    const among = [t, ...everyLanguage].map((one) => wordsOf(one).filter((word) => word.startsWith(begun)));
    const found = among.find((words) => words.length > 0) ?? [];
    return [found.length === 1 ? [`${found[0]} `] : found, line];
  };
}

const wordsOf = ({ commands }: Texts): string[] => Object.values(commands).map(({ word }) => `/${word}`);
