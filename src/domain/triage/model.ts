import {
  type Feature,
  type Language,
  languageOf,
  languages,
  ruleFeatures,
  shapeFeatures,
  wordFeatures,
} from './features.ts';
import type { Evidence } from './judge.ts';
import { emptyWeights, type Lesson, languageAt, learn, scoresOf, softmax, vectorOf, type Weights } from './linear.ts';
import { type NormalisedText, normalise } from './normalise.ts';
import { rulesJudge } from './rules.ts';
import { labels } from './topics.ts';
import type { TriageLabel } from './triage.ts';

/** A message and what it is. */
export interface Example {
  text: string;
  label: TriageLabel;
  /** The rules were written looking at it: they look better on it than they are, so it teaches nothing about trusting them. */
  rulesKnowIt?: boolean;
  /** Who wrote it, or about what trade: what the words say of it is judged by words learned from the others. */
  group?: string;
  /** It counts as so many messages; 1 where absent. */
  weight?: number;
}

/** Weights of the words, of the sentence's shape and of the rules' evidence in one table. */
export interface Model {
  weights: Weights;
}

const WORDS = { penalty: 0.02, rounds: 6, seenIn: 2 };
const TRUST = { penalty: 0.3, rounds: 20, seenIn: 1 };
const CORRECTIONS = { penalty: 0.2, rounds: 30, seenIn: 1 };

/** Parts the examples are dealt into, to see what the words say of examples they were not learned from. */
const PARTS = 5;

/** The features no rule is needed for. */
const plainFeatures = (text: NormalisedText): Feature[] => [...wordFeatures(text), ...shapeFeatures(text)];

const opinionName = (language: Language, label: number): string => `${language} says ${label}`;

/** The features that need the rules. */
function ruledFeatures(text: NormalisedText, evidence = rulesJudge(text)): Feature[] {
  const language = languageOf(text);
  return [...ruleFeatures(language, evidence), { name: `${language} always`, value: 0.5 }];
}

/** What the words say, as four features for the judge that weighs them against the rules. */
function opinion(text: NormalisedText, scores: readonly number[]): Feature[] {
  const mean = scores.reduce((a, b) => a + b) / scores.length;
  return scores.map((score, label) => ({ name: opinionName(languageOf(text), label), value: score - mean }));
}

/** The part of each example: a group stays together, or a writer's manner would pass for what customers say. */
function partsOf(examples: readonly Example[]): number[] {
  const groups = [...new Set(examples.map(({ group }) => group))];
  return examples.map(({ group }, i) => (group === undefined ? i : groups.indexOf(group)) % PARTS);
}

/** For every lesson the scores of words learned without its part. */
function unseenScores(lessons: readonly Lesson[], parts: readonly number[]): number[][] {
  const scores: number[][] = [];
  for (let part = 0; part < PARTS; part++) {
    const others = lessons.filter((_, i) => parts[i] !== part);
    const weights = learn(others, { ...WORDS, from: emptyWeights() });
    for (const [i, { vector }] of lessons.entries()) if (parts[i] === part) scores[i] = scoresOf(weights, vector);
  }
  return scores;
}

/** How far the words of a language are trusted: per label they speak for, what it adds to each. */
function trustIn(language: Language, trust: Weights): number[][] {
  return labels.map((_, label) => scoresOf(trust, vectorOf([{ name: opinionName(language, label), value: 1 }])));
}

/** Both judges are linear, so that the second can be written into the first: one table, one sum. */
function foldTogether(words: Weights, trust: Weights): Weights {
  const ways = labels.length;
  const shares = { zh: trustIn('zh', trust), en: trustIn('en', trust) };
  const folded = trust.slice();
  for (const language of languages)
    for (let label = 0; label < ways; label++) {
      const at = vectorOf([{ name: opinionName(language, label), value: 1 }]).at[0]!;
      folded.fill(0, at, at + ways);
    }
  for (let row = 0; row < words.length; row += ways) {
    const share = shares[languageAt(row)];
    const mean = words.subarray(row, row + ways).reduce((a, b) => a + b) / ways;
    for (let from = 0; from < ways; from++)
      for (let to = 0; to < ways; to++) folded[row + to]! += (words[row + from]! - mean) * share[from]![to]!;
  }
  return folded;
}

/** What training reads in a text; once, however often it is taught. */
function readingOf(text: string) {
  const normalised = normalise(text);
  return { normalised, words: vectorOf(plainFeatures(normalised)), ruled: ruledFeatures(normalised) };
}

/**
 * Learns in two steps (stacking): first what the words say, then how far to trust the words and how far the rules, by
 * what the words say of messages they were not learned from. Deterministic; seconds for a thousand messages.
 */
export function train(examples: readonly Example[]): Model {
  const read = new Map(examples.map(({ text }) => [text, readingOf(text)]));
  const lessons = examples.map(({ text, label, weight }) => ({
    vector: read.get(text)!.words,
    label: labels.indexOf(label),
    weight,
  }));
  const scores = unseenScores(lessons, partsOf(examples));
  const judged = lessons.flatMap((lesson, i) => {
    const { text, rulesKnowIt } = examples[i]!;
    const { normalised, ruled } = read.get(text)!;
    return rulesKnowIt ? [] : [{ ...lesson, vector: vectorOf([...opinion(normalised, scores[i]!), ...ruled]) }];
  });
  const words = learn(lessons, { ...WORDS, from: emptyWeights() });
  return { weights: foldTogether(words, learn(judged, { ...TRUST, from: emptyWeights() })) };
}

/** Everything the model reads in a message. */
export function featuresOf(text: NormalisedText, evidence: readonly Evidence[]): Feature[] {
  return [...plainFeatures(text), ...ruledFeatures(text, evidence)];
}

/** Per label, in the order of `labels`. */
export function probabilities(model: Model, features: readonly Feature[]): number[] {
  return softmax(scoresOf(model.weights, vectorOf(features)));
}

/**
 * The model after the owner's corrections: it learns the words of the corrected messages, and only those, starting from
 * and pulled back to what it knew, so that no training set is needed at run time. How far rules are trusted stays.
 */
export function corrected(model: Model, corrections: readonly Example[]): Model {
  const lessons = corrections.map(({ text, label }) => {
    const read = normalise(text);
    const known = scoresOf(model.weights, vectorOf([...ruledFeatures(read), ...shapeFeatures(read)]));
    return { vector: vectorOf(wordFeatures(read)), label: labels.indexOf(label), known };
  });
  return { weights: learn(lessons, { ...CORRECTIONS, from: model.weights }) };
}
