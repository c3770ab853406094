import { normalise } from '../normalise.ts';
import { type Lesson, learnSigns, type Weights } from '../signs.ts';
import { ROWS, signsOf, WAYS, type Whose, whose } from './features.ts';

const SCHOOLING = { rounds: 16, penalty: 0.002, step: 0.04, seenIn: 2 };

/** What an owner typed under a card, and for whom. */
export interface AddresseeExample {
  text: string;
  whose: Whose;
}

const lessonOf = (example: AddresseeExample): Lesson => ({
  signs: signsOf(normalise(example.text).text),
  way: whose.indexOf(example.whose),
  weight: 1,
});

export const learnAddressee = (examples: readonly AddresseeExample[]): Weights =>
  learnSigns(examples.map(lessonOf), { rows: ROWS, ways: WAYS }, SCHOOLING);
