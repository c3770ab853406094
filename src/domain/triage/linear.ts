import type { Feature } from './features.ts';
import { loudNames } from './loud.ts';
import { kinds } from './topics.ts';

const WAYS = kinds.length;

/** Most features are told apart by a hash of their name: no list of words need be kept, and the table has a fixed size. */
const BUCKETS = 98_304;

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

/** The first places of each half. */
const LOUD = new Map([
  ...loudNames.zh.map((name, place) => [name, place] as const),
  ...loudNames.en.map((name, place) => [name, HALF + place] as const),
]);
const FREE = Math.max(loudNames.zh.length, loudNames.en.length);

/** One of `places` for a name: FNV-1a over UTF-16 units. */
export function hashed(name: string, places: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < name.length; i++) hash = Math.imul(hash ^ name.charCodeAt(i), 0x01000193);
  return (((hash >>> 16) ^ hash) >>> 0) % places;
}

/** In the half of its language, behind what has a place of its own. */
function bucketOf(name: string): number {
  const own = LOUD.get(name);
  if (own !== undefined) return own;
  const place = FREE + hashed(name, HALF - FREE);
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

const emptyWeights = (): Weights => new Float32Array(BUCKETS * WAYS);

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
  for (const lesson of lessons) {
    const { at } = lesson.vector;
    const share = worth(lesson);
    for (let i = 0; i < at.length; i++) counts[at[i]! / WAYS]! += share;
  }
  return counts;
}

const weightOf = ({ weight = 1 }: Lesson): number => weight;

export interface Schooling {
  /** Where to begin, and what the penalty pulls back to; absent: nothing is known. */
  from?: Weights;
  /** Ridge penalty against the summed loss: higher keeps closer to `from`. */
  penalty: number;
  rounds: number;
  /** A feature must stand in so many lessons to be learned: what stands in one only is noise. */
  seenIn: number;
  /** From this round on the weights are the mean of the rounds, so that the lessons that came last weigh no more than others; absent: of the last one. */
  settled?: number;
}

/** The order in which round after round goes through the lessons: mixed, yet the same every time. */
export function order(length: number, round: number): Float64Array {
  // the key and the place in one number: numbers alone are sorted many times faster than with a comparison
  const keyed = Float64Array.from(
    { length },
    (_, i) => (Math.imul(i + 1 + round * 7919, 0x9e3779b1) >>> 0) * length + i,
  );
  return keyed.sort().map((key) => key % length);
}

/** Below this error a lesson is known and passed over: half of the steps would be spent on such, and nothing is gained by them. */
const KNOWN = 0.02;

/** Turns the scores of one lesson (in place) into the slope of its loss in each. */
function asError(scores: Float64Array, kind: number): void {
  let most = scores[0]!;
  for (let way = 1; way < WAYS; way++) if (scores[way]! > most) most = scores[way]!;
  let all = 0;
  for (let way = 0; way < WAYS; way++) all += scores[way] = Math.exp(scores[way]! - most);
  for (let way = 0; way < WAYS; way++) scores[way]! /= all;
  scores[kind]! -= 1;
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

/** What a step works with, made once for all of them. */
interface Steps {
  /** What is learned beyond where it began; the penalty pulls it to nothing. */
  gained: Weights;
  used: Float32Array;
  pulls: Float32Array;
  scores: Float64Array;
  slopes: Float64Array;
}

function score({ gained, scores }: Steps, { vector: { at, value }, known }: Lesson): void {
  for (let way = 0; way < WAYS; way++) scores[way] = known === undefined ? 0 : known[way]!;
  for (let j = 0; j < at.length; j++) {
    const first = at[j]!;
    const said = value[j]!;
    for (let way = 0; way < WAYS; way++) scores[way]! += said * gained[first + way]!;
  }
}

/** One step down the slope of the loss, for every bucket a lesson touches, unless it is known; its kinds share one length of step. */
function step(steps: Steps, lesson: Lesson): void {
  const { gained, used, pulls, scores: error, slopes } = steps;
  const { at, value } = lesson.vector;
  const worth = weightOf(lesson);
  score(steps, lesson);
  asError(error, lesson.kind);
  if (error[lesson.kind]! > -KNOWN) return;
  for (let j = 0; j < at.length; j++) {
    const first = at[j]!;
    const bucket = first / WAYS;
    const said = worth * value[j]!;
    const pull = worth * pulls[bucket]!;
    let steepness = 0;
    for (let way = 0; way < WAYS; way++) {
      const slope = said * error[way]! + pull * gained[first + way]!;
      slopes[way] = slope;
      steepness += slope * slope;
    }
    const sum = used[bucket]! + steepness / 2;
    used[bucket] = sum;
    const length = 0.5 / Math.sqrt(sum + 1e-8);
    for (let way = 0; way < WAYS; way++) gained[first + way]! -= length * slopes[way]!;
  }
}

/** With the scores that stand already: those known, and those of where it begins. */
function fromThere(lesson: Lesson, from: Weights): Lesson {
  const began = scoresOf(from, lesson.vector);
  const { known } = lesson;
  return { ...lesson, known: known === undefined ? began : began.map((score, way) => score + known[way]!) };
}

/**
 * Multinomial logistic regression with a ridge penalty, by stochastic gradient with a step per bucket that shrinks as
 * the bucket is used (AdaGrad: Duchi, Hazan, Singer, JMLR 12, 2011). Deterministic: same lessons, same weights.
 */
export function learn(all: readonly Lesson[], schooling: Schooling): Weights {
  const { from, penalty, rounds, seenIn, settled = rounds } = schooling;
  const counts = countsOf(all, () => 1);
  const lessons = frequent(all, counts, seenIn).map((lesson) =>
    from === undefined ? lesson : fromThere(lesson, from),
  );
  const steps: Steps = {
    gained: emptyWeights(),
    used: new Float32Array(BUCKETS),
    pulls: countsOf(lessons, weightOf).map((count) => penalty / Math.max(1, count)),
    scores: new Float64Array(WAYS),
    slopes: new Float64Array(WAYS),
  };
  const mean = emptyWeights();
  for (let round = 1; round <= rounds; round++) {
    for (const i of order(lessons.length, round - 1)) step(steps, lessons[i]!);
    if (round >= settled) for (let i = 0; i < mean.length; i++) mean[i]! += steps.gained[i]! / (rounds - settled + 1);
  }
  return from === undefined ? mean : mean.map((gain, i) => from[i]! + gain);
}
