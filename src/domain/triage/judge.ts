import type { NormalisedText } from './normalise.ts';
import type { Topic } from './topics.ts';
import type { TriageLabel } from './triage.ts';

/** From this weight on a phrase says something by itself; rules below are about the sentence, not about its matter. */
export const CLEAR = 2;

/** One observation for (or, below zero, against) a topic or a whole label. */
export interface Evidence {
  to: Topic | TriageLabel;
  /** In log-odds, so that the evidence of several judges adds up. */
  weight: number;
  /** Where in the normalised text it stands; absent for what no single phrase shows (a prior, the length). */
  span?: { start: number; end: number };
}

/** Reads a message and gives evidence. */
export type Judge = (text: NormalisedText) => readonly Evidence[];
