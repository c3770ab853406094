import { type Meaning, meanings } from '../../../../text/meaning/meaning.ts';
import { withMarks } from '../../../../text/meaning/slots.ts';
import { learnSigns, type Weights } from '../../../triage/signs.ts';
import { ROWS, signsOf, type Tongue, WAYS } from './signs.ts';

const SCHOOLING = { rounds: 12, penalty: 0.0005, step: 0.1, seenIn: 1 };

/** A sentence with {who}, {when}, {money}, {n}, {order} for what may be any of its kind, and {goods}, {words} for anything. */
export interface MeaningExample {
  text: string;
  meaning: Meaning;
}

/** Some ten seconds for five thousand sentences. */
export function learnMeanings(examples: readonly MeaningExample[], tongue: Tongue): Weights {
  const lessons = examples.map(({ text, meaning }) => ({
    signs: signsOf(withMarks(text), tongue),
    way: meanings.indexOf(meaning),
    weight: 1,
  }));
  return learnSigns(lessons, { rows: ROWS, ways: WAYS }, SCHOOLING);
}
