import { everyLanguage, type Texts } from '../../text/texts.ts';

/** How Tab can continue a line: the possible whole words, and the part of the line that they replace. */
export type Complete = (line: string) => [words: string[], stands: string];

/** Completes command words, those of this language first; if only one fits, a space follows. */
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
