import type { TriageLabel } from './triage.ts';

/** What a message can be about, per label. The first topic is the one to assume when only the label is known; 'unclear' is shown as its label alone. */
export const topics = {
  lead: ['price', 'quote', 'availability', 'booking', 'demo', 'partnership', 'reorder'],
  ticket: ['support', 'complaint', 'shipping', 'refund', 'billing', 'account'],
  feedback: ['praise', 'suggestion', 'criticism'],
  other: ['unclear', 'greeting', 'thanks', 'spam', 'autoreply', 'otp', 'unsubscribe', 'jobseeker', 'personal'],
} as const satisfies Record<TriageLabel, readonly string[]>;

type TopicsOf<L extends TriageLabel> = `${L}/${(typeof topics)[L][number]}`;

/** 'lead/price', 'ticket/complaint', ... */
export type Topic = { [L in TriageLabel]: TopicsOf<L> }[TriageLabel];

export const labels = ['lead', 'ticket', 'feedback', 'other'] as const satisfies readonly TriageLabel[];

/** `ticket/refund` -> `ticket`; a label stands for itself. */
export function labelOf(target: Topic | TriageLabel): TriageLabel {
  return target.split('/', 1)[0] as TriageLabel;
}
