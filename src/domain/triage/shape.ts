import type { Evidence, Judge } from './judge.ts';
import { chineseShape, englishShape, type ShapeWeight } from './shape.weights.ts';
import { labels } from './topics.ts';

const MARKS: readonly (readonly [feature: string, occurs: RegExp])[] = [
  ['?', /\?/],
  ['?$', /\?\s*$/],
  ['!', /!/],
  ['0', /\d/],
  ['.$', /[。.]\s*$/],
  ['"', /"/],
  ['☺', /\p{Extended_Pictographic}/u],
  ['¶', /\n/],
];

const CHINESE_LENGTHS = [4, 8, 14, 24, 40, 80];
const ENGLISH_LENGTHS = [12, 24, 45, 75, 130, 260];

function features(text: string, words: Iterable<string>, lengths: readonly number[]): Set<string> {
  const marks = MARKS.filter(([, occurs]) => occurs.test(text)).map(([feature]) => feature);
  const bounds = lengths.filter((bound) => text.length <= bound).map((bound) => `≤${bound}`);
  return new Set(['*', ...marks, ...bounds, ...words]);
}

/** `don't` is read as `don't` and `n't`: the contraction is what tells, not the verb. */
function englishWords(text: string): string[] {
  const words = text.match(/[a-z]+|'[a-z]+/g) ?? [];
  return /n't\b/.test(text) ? [...words, "n't"] : words;
}

function weigh(found: ReadonlySet<string>, table: readonly ShapeWeight[]): Evidence[] {
  return table
    .filter(([feature]) => found.has(feature))
    .flatMap(([, ...weights]) => labels.map((to, i) => ({ to, weight: weights[i] ?? 0 })));
}

/**
 * How a language asks, regrets and judges, whatever it is about: a question with 吗 sells, a sentence with 了 and 没 needs help.
 * Speaks softly about every message, so that it decides only where no phrase does. Gives no reasons: no one phrase shows it.
 */
export const shapeJudge: Judge = ({ text }) =>
  /\p{Script=Han}/u.test(text)
    ? weigh(features(text, text, CHINESE_LENGTHS), chineseShape)
    : weigh(features(text, englishWords(text), ENGLISH_LENGTHS), englishShape);
