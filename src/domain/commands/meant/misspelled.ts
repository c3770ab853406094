import { realWords } from '../../../text/common_words.ts';
import { typedWords } from '../../../text/typed.ts';
import type { AnyCommand } from '../command.ts';
import { namesOf } from '../names.ts';
import { slipsBetween } from '../similar.ts';
import { SYNONYMS, slashedFor } from '../words/synonyms.ts';
import { splitFirst } from '../words/words.ts';

/** What is done to somebody who is named behind it. */
const DEEDS: readonly AnyCommand['name'][] = [
  ...([
    'block',
    'unblock',
    'delete',
    'tag',
    'rename',
    'merge',
    'snooze',
    'invoice',
    'quote',
    'ticket',
    'note',
  ] as const),
];
const OF_ORDERS = [...typedWords(({ orderAct }) => orderAct.refund), ...typedWords(({ orderAct }) => orderAct.cancel)];
/** Shorter words are one letter from too many. */
const FEWEST = 4;
/** Of such a verb they are no slip: it is told, and not to be done. */
const FORMS = ['s', 'd', 'ed', 'r', 'er', 'ing', 'n'];

/** In lower case, without blanks: each is one word in front of a name. */
const verbs = (): string[] => [
  ...new Set(
    [
      ...OF_ORDERS,
      ...DEEDS.flatMap((name) => [
        ...namesOf(name),
        ...slashedFor(name),
        ...[...SYNONYMS].filter(([, meant]) => meant === name).map(([word]) => word),
      ]),
    ].filter((word) => word.length >= FEWEST && /^[a-z]+$/u.test(word)),
  ),
];

/** The same words with the verb put right that one slip of the finger made another word: delet greg, bolck tom. Empty: there is none. */
export function withoutSlip(text: string): string[] {
  const [first, rest] = splitFirst(text.trim());
  const word = first.toLowerCase();
  if (rest === '' || word.length < FEWEST || !/^[a-z]+$/u.test(word)) return [];
  const all = verbs();
  if (realWords.has(word) || all.includes(word) || all.some((verb) => FORMS.some((end) => word === verb + end)))
    return [];
  return all.filter((verb) => slipsBetween(word, verb) === 1).map((verb) => `${verb} ${rest}`);
}
