import type { Topic } from './topics.ts';
import type { TriageLabel } from './triage.ts';

/** A phrase that speaks for a topic, over normalised text. Patterns use bounded gaps only, so each is linear in the text. */
export interface Rule {
  to: Topic | TriageLabel;
  /** Log-odds: 1 a hint, 2 fair, 3 strong, 4 nearly sure; below zero against. */
  weight: number;
  says: RegExp;
  /** The rule is silent where this stands anywhere in the text. */
  unless?: RegExp;
  /** The rule speaks only where nothing but these words (a global pattern) stands in the text. */
  alone?: RegExp;
}
