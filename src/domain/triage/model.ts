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
import { type Lesson, languageAt, learn, scoresOf, softmax, vectorOf, type Weights } from './linear.ts';
import { opinionName } from './loud.ts';
import { type NormalisedText, normalise } from './normalise.ts';
import { rulesJudge } from './rules/index.ts';
import { kindOf, kinds, labelOfKind, labels } from './topics.ts';
import type { TriageLabel } from './triage.ts';

/** A message and what it is. */
export interface Example {
  text: string;
  label: TriageLabel;
  /** Tells which of the label's kinds it is, where it is known. */
  sublabel?: string;
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

const WORDS = { penalty: 0.03, rounds: 5, seenIn: 2, settled: 3 };
const TRUST = { penalty: 0.3, rounds: 20, seenIn: 1 };
const CORRECTIONS = { penalty: 0.1, rounds: 30, seenIn: 1 };

/** Parts the examples are dealt into, to see what the words say of examples they were not learned from. */
const PARTS = 2;

/** The features no rule is needed for. */
const plainFeatures = (text: NormalisedText): Feature[] => [...wordFeatures(text), ...shapeFeatures(text)];

/** The features that need the rules. */
function ruledFeatures(text: NormalisedText, evidence = rulesJudge(text)): Feature[] {
  const language = languageOf(text);
  return [...ruleFeatures(language, evidence), { name: `${language} always`, value: 0.5 }];
}

/** What the words say, a feature per kind for the judge that weighs them against the rules. */
function opinion(text: NormalisedText, scores: readonly number[]): Feature[] {
  const mean = scores.reduce((a, b) => a + b) / scores.length;
  return scores.map((score, kind) => ({ name: opinionName(languageOf(text), kind), value: score - mean }));
}

/** The part of each example: a group stays together, or a writer's manner would pass for what customers say; so does a text that stands twice. */
function partsOf(examples: readonly Example[]): number[] {
  const groups = [...new Set(examples.map(({ group }) => group))];
  const first = new Map(examples.map(({ text }, i) => [text, i] as const).toReversed());
  return examples.map(({ group, text }) => (group === undefined ? first.get(text)! : groups.indexOf(group)) % PARTS);
}

/** For every lesson the scores of words learned without its part. */
function unseenScores(lessons: readonly Lesson[], parts: readonly number[]): number[][] {
  const scores: number[][] = [];
  for (let part = 0; part < PARTS; part++) {
    const others = lessons.filter((_, i) => parts[i] !== part);
    const weights = learn(others, WORDS);
    for (const [i, { vector }] of lessons.entries()) if (parts[i] === part) scores[i] = scoresOf(weights, vector);
  }
  return scores;
}

/** How far the words of a language are trusted: per kind they speak for, what it adds to each. */
function trustIn(language: Language, trust: Weights): number[][] {
  return kinds.map((_, kind) => scoresOf(trust, vectorOf([{ name: opinionName(language, kind), value: 1 }])));
}

/** Both judges are linear, so that the second can be written into the first: one table, one sum. */
function foldTogether(words: Weights, trust: Weights): Weights {
  const ways = kinds.length;
  const shares = { zh: trustIn('zh', trust), en: trustIn('en', trust) };
  const folded = trust.slice();
  for (const language of languages)
    for (let kind = 0; kind < ways; kind++) {
      const at = vectorOf([{ name: opinionName(language, kind), value: 1 }]).at[0]!;
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
  const lessons = examples.map(({ text, label, sublabel, weight }) => ({
    vector: read.get(text)!.words,
    kind: kindOf(label, sublabel),
    weight,
  }));
  const scores = unseenScores(lessons, partsOf(examples));
  const judged = lessons.flatMap((lesson, i) => {
    const { text, rulesKnowIt } = examples[i]!;
    const { normalised, ruled } = read.get(text)!;
    return rulesKnowIt ? [] : [{ ...lesson, vector: vectorOf([...opinion(normalised, scores[i]!), ...ruled]) }];
  });
  const words = learn(lessons, WORDS);
  return { weights: foldTogether(words, learn(judged, TRUST)) };
}

/** Everything the model reads in a message. */
export function featuresOf(text: NormalisedText, evidence: readonly Evidence[]): Feature[] {
  return [...plainFeatures(text), ...ruledFeatures(text, evidence)];
}

/** How likely a message is of each label, in the order of `labels` (that of its kinds together), and a complaint. */
export interface Chances {
  labels: readonly number[];
  complaint: number;
}

const COMPLAINT = kindOf('ticket', 'complaint');

export function chancesOf(model: Model, features: readonly Feature[]): Chances {
  const ofKinds = softmax(scoresOf(model.weights, vectorOf(features)));
  const chances = new Array<number>(labels.length).fill(0);
  for (const [kind, chance] of ofKinds.entries()) chances[labelOfKind[kind]!]! += chance;
  return { labels: chances, complaint: ofKinds[COMPLAINT]! };
}

/** The kind of a label with the most of `scores`: a correction says the label alone. */
function likeliestKind(label: TriageLabel, scores: readonly number[]): number {
  const own = [...kinds.keys()].filter((kind) => labelOfKind[kind] === labels.indexOf(label));
  return own.reduce((best, kind) => (scores[kind]! > scores[best]! ? kind : best));
}

/**
 * The model after the owner's corrections: it learns the words of the corrected messages, and only those, starting from
 * and pulled back to what it knew, so that no training set is needed at run time. How far rules are trusted stays.
 */
export function corrected(model: Model, corrections: readonly Example[]): Model {
  const lessons = corrections.map(({ text, label }) => {
    const read = normalise(text);
    const vector = vectorOf(wordFeatures(read));
    const known = scoresOf(model.weights, vectorOf([...ruledFeatures(read), ...shapeFeatures(read)]));
    const said = scoresOf(model.weights, vector).map((score, kind) => score + known[kind]!);
    return { vector, kind: likeliestKind(label, said), known };
  });
  return { weights: learn(lessons, { ...CORRECTIONS, from: model.weights }) };
}
