import { head } from '../../text/cut.ts';
import { foldText } from '../../text/fold.ts';
import type { AnyCommand } from './command.ts';
import { namesOf } from './names.ts';
import { withoutSlash } from './slash.ts';
import { slashedFor } from './words/synonyms.ts';

/** So many slips of the finger still leave a word recognisable: one in short words, two from five letters on. */
const slipsIn = (word: string): number => (word.length < 5 ? 1 : 2);

const MAX_SIMILAR = 3;
/** Beyond every command and its slips: a longer word is no more like one. */
const LONGEST = 40;

/** The commands probably meant by a word that is none, the likeliest first. */
export const similarTo = (typed: string, commands: readonly AnyCommand[]): AnyCommand[] =>
  ranked(typed, commands).map(({ command }) => command);

/** Of those the likeliest: several, if they are equally so. */
export function likeliestOf(typed: string, commands: readonly AnyCommand[]): AnyCommand[] {
  const all = ranked(typed, commands);
  return all.filter(({ far }) => far === all[0]!.far).map(({ command }) => command);
}

function ranked(typed: string, commands: readonly AnyCommand[]): { command: AnyCommand; far: number }[] {
  const word = head(withoutSlash(typed), LONGEST).toLowerCase();
  if (word === '') return [];
  return commands
    .filter((command) => !command.hidden)
    .map((command) => ({ command, far: Math.min(...wordsFor(command).map((name) => farness(word, name))) }))
    .filter(({ far }) => far <= slipsIn(word))
    .sort((a, b) => a.far - b.far)
    .slice(0, MAX_SIMILAR);
}

/** What it is called, and what people call it who do not know that. */
const wordsFor = ({ name }: AnyCommand): string[] => [...namesOf(name), ...slashedFor(name)];

/** A command of fewer letters begins too many words: /call is no /c. */
const FEWEST_BEGIN = 3;

/** A beginning is as near as one slip; a Chinese word that shares a character is as near as two. */
function farness(word: string, name: string): number {
  const begins = name.length >= FEWEST_BEGIN || /\p{Script=Han}/u.test(name);
  if (word.length > 1 && (name.startsWith(word) || (begins && word.startsWith(name)))) return 1;
  const shares = /\p{Script=Han}/u.test(name) && [...word].some((character) => name.includes(character));
  return Math.min(slipsBetween(word, name), shares ? slipsIn(word) : Number.POSITIVE_INFINITY);
}

/** Of these words the one probably meant, where no other is as near. */
export function nearest(typed: string, words: readonly string[]): string | undefined {
  const word = head(typed, LONGEST).toLowerCase();
  const ranked = words
    .map((one) => ({ one, far: slipsBetween(word, one.toLowerCase()) }))
    .filter(({ far }) => far <= slipsIn(word))
    .sort((a, b) => a.far - b.far);
  const [first, second] = ranked;
  return first && first.far !== second?.far ? first.one : undefined;
}

/** Letters to change, add, drop or swap with their neighbour (Damerau, CACM 7, 1964; optimal string alignment). */
export function slipsBetween(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(
        Math.min(
          rows[i - 1]![j]! + 1,
          row[j - 1]! + 1,
          rows[i - 1]![j - 1]! + Number(a[i - 1] !== b[j - 1]),
          swapped ? rows[i - 2]![j - 2]! + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    rows.push(row);
  }
  return rows[a.length]![b.length]!;
}

/** Whether something that there is may be meant by a word: one holds the other, or they differ by a letter or two. */
export function isNear(word: string, name: string): boolean {
  const [typed, one] = [word, name].map((each) => foldText(each).trim()) as [string, string];
  const holds = one.length >= 2 && typed.length >= 2 && (one.includes(typed) || typed.includes(one));
  return holds || nearest(typed, [one]) !== undefined;
}
