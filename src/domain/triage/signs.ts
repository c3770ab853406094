import { order, softmax } from './linear.ts';

/** What stands in some words, as rows of a table of weights. */
export interface Signs {
  at: Int32Array;
  value: Float32Array;
}

/** Per row of the table one weight for each way, in log-odds. */
export type Weights = Float32Array;

export interface Lesson {
  signs: Signs;
  /** Which of the table's ways it is. */
  way: number;
  /** It counts as so many lessons. */
  weight: number;
}

export interface Table {
  rows: number;
  ways: number;
}

export interface Schooling {
  rounds: number;
  /** Ridge penalty against the loss of one lesson. */
  penalty: number;
  /** The length of a weight's first step. */
  step: number;
  /** What stands in fewer lessons is noise. */
  seenIn: number;
}

/** The chance of each way. */
export function chancesOf(weights: ArrayLike<number>, ways: number, { at, value }: Signs): number[] {
  const scores = new Array<number>(ways).fill(0);
  for (let i = 0; i < at.length; i++)
    for (let way = 0; way < ways; way++) scores[way]! += value[i]! * weights[at[i]! * ways + way]!;
  return softmax(scores);
}

function frequent(lessons: readonly Lesson[], rows: number, seenIn: number): Lesson[] {
  const counts = new Uint32Array(rows);
  for (const { signs } of lessons) for (const row of signs.at) counts[row]!++;
  return lessons.map((lesson) => {
    const kept = [...lesson.signs.at.keys()].filter((i) => counts[lesson.signs.at[i]!]! >= seenIn);
    const at = Int32Array.from(kept, (i) => lesson.signs.at[i]!);
    return { ...lesson, signs: { at, value: Float32Array.from(kept, (i) => lesson.signs.value[i]!) } };
  });
}

/**
 * Multinomial logistic regression as in `linear.ts`, over a table of any size and with a step per weight: a sign may say much of one way and
 * nothing of another. Deterministic: same lessons, same weights.
 */
export function learnSigns(
  all: readonly Lesson[],
  { rows, ways }: Table,
  { rounds, penalty, step, seenIn }: Schooling,
): Weights {
  const lessons = frequent(all, rows, seenIn);
  const weights = new Float32Array(rows * ways);
  const steepness = new Float32Array(rows * ways);
  for (let round = 0; round < rounds; round++)
    for (const nth of order(lessons.length, round)) {
      const { signs, way: right, weight } = lessons[nth]!;
      const error = chancesOf(weights, ways, signs);
      error[right]! -= 1;
      for (let i = 0; i < signs.at.length; i++)
        for (let way = 0; way < ways; way++) {
          const place = signs.at[i]! * ways + way;
          const slope = weight * signs.value[i]! * error[way]! + penalty * weights[place]!;
          steepness[place]! += slope * slope;
          weights[place]! -= (step * slope) / Math.sqrt(steepness[place]! + 1e-6);
        }
    }
  return weights;
}
