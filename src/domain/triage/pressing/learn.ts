import { type Lesson, learnSigns, type Weights } from '../signs.ts';
import { ROWS, WAYS } from './table.ts';

const SCHOOLING = { rounds: 6, penalty: 0.0005, step: 0.3, seenIn: 3 };

/** The way of a lesson is its place in `whys`. */
export const learnPressing = (lessons: readonly Lesson[]): Weights =>
  learnSigns(lessons, { rows: ROWS, ways: WAYS }, SCHOOLING);
