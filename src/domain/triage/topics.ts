import type { TriageLabel } from './triage.ts';

/** What a message can be about, per label. The first topic is the one to assume when only the label is known; 'unclear' is shown as its label alone. */
export const topics = {
  lead: ['availability', 'price', 'quote', 'booking', 'demo', 'partnership', 'reorder'],
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

/**
 * What the model tells apart: messages of one label are unlike (a complaint, a question how), so each kind is learned by
 * itself, and a label is as likely as its kinds together. A kind that names a label holds what no other kind of it names.
 */
export const kinds: readonly (readonly (Topic | TriageLabel)[])[] = [
  ['lead'],
  ['ticket/complaint'],
  ['ticket'],
  ['feedback/praise'],
  ['feedback'],
  ['other/spam'],
  ['other/autoreply', 'other/otp', 'other/unsubscribe'],
  ['other'],
];

/** The label of each kind, as an index into `labels`. */
export const labelOfKind: readonly number[] = kinds.map(([first]) => labels.indexOf(labelOf(first ?? 'other')));

/** The index into `kinds`; what is known by its label alone is of the kind that names the label. */
export function kindOf(label: TriageLabel, sublabel = ''): number {
  const named = (name: string) => kinds.findIndex((kind) => kind.some((held) => held === name));
  const own = named(`${label}/${sublabel}`);
  return own === -1 ? named(label) : own;
}
