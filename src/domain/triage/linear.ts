import type { Feature } from './features.ts';
import { kinds } from './topics.ts';

const WAYS = kinds.length;

/** Features are told apart by a hash of their name: no list of words need be kept, and the table has a fixed size. */
const BUCKETS = 49_152;

/** What is told of Chinese messages lies in the first half of the table, the rest in the second. */
const HALF = BUCKETS / 2;
const isChinese = (name: string) => name.startsWith('zh ');

/** The language whose features a place in the table belongs to. */
export const languageAt = (at: number): 'zh' | 'en' => (at < HALF * WAYS ? 'zh' : 'en');

/** For each bucket one weight per kind, in log-odds. */
export type Weights = Float32Array;

/** Features as the table sees them. */
export interface Vector {
  at: Int32Array;
  value: Float32Array;
}

export interface Lesson {
  vector: Vector;
  /** Index into `kinds`. */
  kind: number;
  /** It counts as so many lessons; 1 where absent. */
  weight?: number | undefined;
  /** Scores that stand already and are not to be learned. */
  known?: readonly number[];
}

/** FNV-1a over UTF-16 units, into the half of the language. */
function bucketOf(name: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  const place = (((hash >>> 16) ^ hash) >>> 0) % HALF;
  return isChinese(name) ? place : HALF + place;
}

export function vectorOf(features: readonly Feature[]): Vector {
  const at = new Int32Array(features.length);
  const value = new Float32Array(features.length);
  for (let i = 0; i < features.length; i++) {
    at[i] = bucketOf(features[i]!.name) * WAYS;
    value[i] = features[i]!.value;
  }
  return { at, value };
}

export const emptyWeights = (): Weights => new Float32Array(BUCKETS * WAYS);

/** The sum of the weights per kind, in log-odds. */
export function scoresOf(weights: Weights, { at, value }: Vector): number[] {
  const scores = new Array<number>(WAYS).fill(0);
  for (let i = 0; i < at.length; i++)
    for (let way = 0; way < WAYS; way++) scores[way]! += value[i]! * weights[at[i]! + way]!;
  return scores;
}

/** Scores as probabilities that add up to 1. */
export function softmax(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - most));
  const all = powers.reduce((a, b) => a + b);
  return powers.map((power) => power / all);
}

/** How many of the lessons hold each bucket. */
function countsOf(lessons: readonly Lesson[], worth: (lesson: Lesson) => number): Float32Array {
  const counts = new Float32Array(BUCKETS);
  for (const lesson of lessons) for (const at of lesson.vector.at) counts[at / WAYS]! += worth(lesson);
  return counts;
}

const weightOf = ({ weight = 1 }: Lesson): number => weight;

export interface Schooling {
  /** Where to begin, and what the penalty pulls back to. */
  from: Weights;
  /** Ridge penalty against the summed loss: higher keeps closer to `from`. */
  penalty: number;
  rounds: number;
  /** A feature must stand in so many lessons to be learned: what stands in one only is noise. */
  seenIn: number;
}

/** The order in which round after round goes through the lessons: mixed, yet the same every time. */
function order(length: number, round: number): number[] {
  const keys = Array.from({ length }, (_, i) => Math.imul(i + 1 + round * 7919, 0x9e3779b1) >>> 0);
  return Array.from(keys.keys()).sort((a, b) => keys[a]! - keys[b]! || a - b);
}

/** The slope of the loss, per kind, in the score of one lesson. */
function errorOf(weights: Weights, { vector, kind, known }: Lesson): number[] {
  const scores = scoresOf(weights, vector);
  const errors = softmax(known ? scores.map((score, way) => score + known[way]!) : scores);
  errors[kind]! -= 1;
  return errors;
}

/** Without the features that stand in fewer than `seenIn` lessons. */
function frequent(lessons: readonly Lesson[], counts: Float32Array, seenIn: number): Lesson[] {
  return lessons.map(({ vector: { at, value }, ...lesson }) => {
    const kept: Vector = { at: new Int32Array(at.length), value: new Float32Array(at.length) };
    let length = 0;
    for (let i = 0; i < at.length; i++) {
      if (counts[at[i]! / WAYS]! < seenIn) continue;
      kept.at[length] = at[i]!;
      kept.value[length++] = value[i]!;
    }
    return { ...lesson, vector: { at: kept.at.subarray(0, length), value: kept.value.subarray(0, length) } };
  });
}

/** One step down the slope of the loss, for every bucket a lesson touches; its kinds share one length of step. */
function step(weights: Weights, used: Float32Array, from: Weights, lesson: Lesson, pulls: Float32Array): void {
  const { at, value } = lesson.vector;
  const error = errorOf(weights, lesson);
  const worth = weightOf(lesson);
  const slopes = new Float64Array(WAYS);
  for (let j = 0; j < at.length; j++) {
    const first = at[j]!;
    const bucket = first / WAYS;
    const pull = pulls[bucket]!;
    let steepness = 0;
    for (let way = 0; way < WAYS; way++) {
      const slope = worth * (error[way]! * value[j]! + pull * (weights[first + way]! - from[first + way]!));
      slopes[way] = slope;
      steepness += slope * slope;
    }
    used[bucket]! += steepness / 2;
    const length = 0.5 / Math.sqrt(used[bucket]! + 1e-8);
    for (let way = 0; way < WAYS; way++) weights[first + way]! -= length * slopes[way]!;
  }
}

/**
 * Multinomial logistic regression with a ridge penalty, by stochastic gradient with a step per bucket that shrinks as
 * the bucket is used (AdaGrad: Duchi, Hazan, Singer, JMLR 12, 2011). Deterministic: same lessons, same weights.
 */
export function learn(all: readonly Lesson[], { from, penalty, rounds, seenIn }: Schooling): Weights {
  const lessons = frequent(
    all,
    countsOf(all, () => 1),
    seenIn,
  );
  const pulls = countsOf(lessons, weightOf).map((count) => penalty / Math.max(1, count));
  const weights = from.slice();
  const used = new Float32Array(BUCKETS);
  for (let round = 0; round < rounds; round++)
    for (const i of order(lessons.length, round)) step(weights, used, from, lessons[i]!, pulls);
  return weights;
}
