import type { Evidence } from './judge.ts';
import { labelOf, labels, type Topic, topics } from './topics.ts';
import type { TriageLabel } from './triage.ts';

/** What the evidence adds up to. */
export interface Verdict {
  label: TriageLabel;
  topic: Topic;
  /** 0..1, of the label. */
  probability: number;
  /** Sure enough to file without asking. */
  accepted: boolean;
}

/** Softmax sharpness: rules overlap, so their log-odds are not independent and must be damped. */
const SHARPNESS = 0.55;

/** Below this the owner is asked. Nine in ten of what is above were right on the held-out half (0.92; `npm run report:triage`). */
const BAR = 0.82;

function sum(evidence: readonly Evidence[], counts: (e: Evidence) => boolean): number {
  return evidence.reduce((total, e) => (counts(e) ? total + e.weight : total), 0);
}

function bestTopic(label: TriageLabel, evidence: readonly Evidence[]): Topic {
  const named = topics[label].map((name) => `${label}/${name}` as Topic);
  const scored = named.map((topic) => ({ topic, score: sum(evidence, (e) => e.to === topic) }));
  return scored.reduce((best, next) => (next.score > best.score ? next : best)).topic;
}

/** The one place where judges meet: all evidence is added per label, and the label with the most wins. */
export function combine(evidence: readonly Evidence[]): Verdict {
  const scores = labels.map((label) => sum(evidence, (e) => labelOf(e.to) === label));
  const powers = scores.map((score) => Math.exp(SHARPNESS * (score - Math.max(...scores))));
  const best = powers.indexOf(Math.max(...powers));
  const label = labels[best] ?? 'ticket';
  const probability = (powers[best] ?? 0) / powers.reduce((a, b) => a + b);
  return { label, topic: bestTopic(label, evidence), probability, accepted: probability >= BAR };
}
