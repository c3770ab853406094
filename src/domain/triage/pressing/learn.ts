import { order, softmax } from '../linear.ts';
import type { Signs } from './features.ts';
import { ROWS, WAYS } from './table.ts';

/** Per row of the table one weight for each way, in log-odds. */
export type Weights = Float32Array;

export interface Lesson {
  signs: Signs;
  /** Index into `whys`. */
  way: number;
  /** It counts as so many lessons. */
  weight: number;
}

const ROUNDS = 6;
const PENALTY = 0.0005;
const STEP = 0.3;
/** What stands in fewer lessons is noise. */
const SEEN_IN = 3;

/** The chance of each way. */
export function chancesOf(weights: Weights, { at, value }: Signs): number[] {
  const scores = new Array<number>(WAYS).fill(0);
  for (let i = 0; i < at.length; i++)
    for (let way = 0; way < WAYS; way++) scores[way]! += value[i]! * weights[at[i]! * WAYS + way]!;
  return softmax(scores);
}

function frequent(lessons: readonly Lesson[]): Lesson[] {
  const counts = new Uint32Array(ROWS);
  for (const { signs } of lessons) for (const row of signs.at) counts[row]!++;
  return lessons.map((lesson) => {
    const kept = [...lesson.signs.at.keys()].filter((i) => counts[lesson.signs.at[i]!]! >= SEEN_IN);
    const at = Int32Array.from(kept, (i) => lesson.signs.at[i]!);
    return { ...lesson, signs: { at, value: Float32Array.from(kept, (i) => lesson.signs.value[i]!) } };
  });
}

/**
 * Multinomial logistic regression as in `linear.ts`, over a table with other ways and places, and with a step per weight: here a cue says
 * much of one way and nothing of another. Deterministic: same lessons, same weights.
 */
export function learnPressing(all: readonly Lesson[]): Weights {
  const lessons = frequent(all);
  const weights = new Float32Array(ROWS * WAYS);
  const steepness = new Float32Array(ROWS * WAYS);
  for (let round = 0; round < ROUNDS; round++)
    for (const nth of order(lessons.length, round)) {
      const { signs, way: right, weight } = lessons[nth]!;
      const error = chancesOf(weights, signs);
      error[right]! -= 1;
      for (let i = 0; i < signs.at.length; i++)
        for (let way = 0; way < WAYS; way++) {
          const place = signs.at[i]! * WAYS + way;
          const slope = weight * signs.value[i]! * error[way]! + PENALTY * weights[place]!;
          steepness[place]! += slope * slope;
          weights[place]! -= (STEP * slope) / Math.sqrt(steepness[place]! + 1e-6);
        }
    }
  return weights;
}
