import { readFileSync } from 'node:fs';
import { ROOT } from '../root.ts';

/** Which of our fonts sets words: the bold one has fewer letters. */
export type Weight = 'regular' | 'bold';

type Ranges = readonly (readonly [from: number, to: number])[];

let known: Record<Weight, Ranges> | undefined;

/** What joins, parts or colours other characters and has no shape of its own. */
const SHAPELESS = /\p{Default_Ignorable_Code_Point}/gu;

/** Whether this font has every letter of these words. */
export const canSet = (weight: Weight, words: string): boolean =>
  [...words].every((letter) => letter === '\n' || has(weight, letter));

/**
 * Words that the regular font can set: what it does not have is named by its number, never left blank, and noted in `lacking`; what has
 * no shape is left out.
 */
export function settable(words: string, lacking: Set<string>): string {
  const shaped = words.normalize('NFC').replace(SHAPELESS, '').replaceAll('\t', ' ').replaceAll('\r', '');
  return [...shaped]
    .map((letter) => {
      if (letter === '\n' || has('regular', letter)) return letter;
      lacking.add(letter);
      return `[U+${letter.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
    })
    .join('');
}

function has(weight: Weight, letter: string): boolean {
  known ??= JSON.parse(readFileSync(new URL('assets/fonts/letters.json', ROOT), 'utf8')) as Record<Weight, Ranges>;
  const point = letter.codePointAt(0)!;
  const ranges = known[weight];
  let [low, high] = [0, ranges.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const [from, to] = ranges[middle]!;
    if (point < from) high = middle - 1;
    else if (point > to) low = middle + 1;
    else return true;
  }
  return false;
}
