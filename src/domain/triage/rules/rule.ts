import type { Urgency } from '../../card.ts';
import type { Topic } from '../topics.ts';
import type { TriageLabel } from '../triage.ts';

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

/** Why a message may not wait, as its words tell it. */
export type UrgentWords = Exclude<Urgency, 'vip'>;

/** A phrase that says something may not wait, over normalised text. */
export interface UrgentRule {
  why: UrgentWords;
  says: Pick<RegExp, 'test'>;
  /** Silent where this stands anywhere in the text. */
  unless?: RegExp;
  /**
   * In what messages it counts: 'any' but a pitch; 'unless thanks', when it is not clearly thanks or praise; 'unless wish', when it is
   * no clear purchase either (a cream against burns); 'problem', when it is taken for one.
   */
  counts: 'any' | 'unless thanks' | 'unless wish' | 'problem';
  /** Silent where it is told as put right, as what is wrong with money or an hour always is. */
  settles?: true;
  /** What is told of others counts too: 看到别人的订单. */
  toldToo?: true;
}
