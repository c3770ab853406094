import { type Meaning, meanings } from '../../../../text/meaning/meaning.ts';
import { withMarks } from '../../../../text/meaning/slots.ts';
import { learnSigns, type Weights } from '../../../triage/signs.ts';
import { ROWS, signsOf, type Tongue, WAYS } from './signs.ts';

const SCHOOLING = { rounds: 24, penalty: 0.0005, step: 0.1, seenIn: 1 };

/** A sentence with {who}, {when}, {money}, {n}, {order} for what may be any of its kind, and {goods}, {words} for anything. */
export interface MeaningExample {
  text: string;
  meaning: Meaning;
}

/** What stands where anything may: each example is taught with some of them, so that what is sold says nothing. */
export interface Anything {
  goods: readonly string[];
  words: readonly string[];
}

/** So often each sentence is taught in which anything may stand, every time with something else. */
const VARIED = 3;

/** The nth time a sentence is taught; each takes what comes next, so that it is the same every time. */
function filled(text: string, { goods, words }: Anything, nth: number): string {
  const one = (of: readonly string[]) => of[nth % of.length]!;
  return text.replaceAll('{goods}', () => one(goods)).replaceAll('{words}', () => one(words));
}

/** Half a minute for five thousand sentences. */
export function learnMeanings(examples: readonly MeaningExample[], tongue: Tongue, anything: Anything): Weights {
  const lessons = examples.flatMap(({ text, meaning }, nth) => {
    const times = /\{(?:goods|words)\}/u.test(text) ? VARIED : 1;
    return Array.from({ length: times }, (_, time) => ({
      signs: signsOf(withMarks(filled(text, anything, nth * VARIED + time)), tongue),
      way: meanings.indexOf(meaning),
      weight: 1 / times,
    }));
  });
  return learnSigns(lessons, { rows: ROWS, ways: WAYS }, SCHOOLING);
}
