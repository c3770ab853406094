import { CLEAR, type Evidence } from './judge.ts';
import { asWritten, type NormalisedText } from './normalise.ts';
import type { Triage, TriageInput, TriageLabel } from './triage.ts';

/** Reasons that are facts, not phrases of the text: codes for the card to put into the owner's language. */
export const signalReasons = ['auto_reply', 'bounce', 'list', 'open_ticket', 'open_lead'] as const;
export type SignalReason = (typeof signalReasons)[number];

/** What the words said, for a signal to agree or disagree with. */
export interface Reading {
  text: NormalisedText;
  evidence: readonly Evidence[];
  words: Triage;
}

function sure(label: TriageLabel, sublabel: string, confidence: number, reasons: string[]): Triage {
  return { label, sublabel, confidence, accepted: true, reasons, by: 'signal' };
}

/** Whoever has a problem and says thanks may go on to say that it is still there: there the words must be surer. */
const THANKS_AMID_TROUBLE = 0.95;

/** Thanks in the middle of a sale or a ticket are thanks: nobody waits for an answer to them. */
const wantsNothing = ({ label, sublabel, accepted, confidence }: Triage, atLeast = 0): boolean =>
  accepted && label === 'other' && sublabel === 'thanks' && confidence >= atLeast;

/** Keeps the finer reading and its phrases where the words agree with the signal. */
function confirmed(label: TriageLabel, reason: SignalReason, words: Triage): Triage {
  const agree = words.label === label;
  return sure(
    label,
    // the kind of a further message is not known because the first one's was
    agree ? words.sublabel : '',
    0.95,
    [reason, ...(agree ? words.reasons : [])].slice(0, 2),
  );
}

/** How people name an order; what a phrase says beyond that may be a problem. */
const ORDER_WORDS = /订单(?:编?号)?|訂單(?:編?號)?|order|number|no\.?|[#:：\s]/gi;

/** The loudest problem phrase beside the order number: naming the order alone ("order 1001 again") is no problem. */
function problemBeside(orderNumber: string, { text, evidence }: Reading): { topic: string; phrase: string } | null {
  const problems = evidence.flatMap(({ to, weight, span }) => {
    const [label, topic] = to.split('/');
    if (label !== 'ticket' || topic === undefined || weight < CLEAR || span === undefined) return [];
    return [{ topic, weight, phrase: asWritten(text, span) }];
  });
  const beyond = problems.filter(({ phrase }) => phrase.replace(orderNumber, '').replace(ORDER_WORDS, '') !== '');
  return beyond.toSorted((a, b) => b.weight - a.weight)[0] ?? null;
}

function byOrder(orderNumber: string, reading: Reading): Triage | null {
  const problem = problemBeside(orderNumber, reading);
  if (problem === null) return null;
  const named = reading.text.source.includes(orderNumber) ? [orderNumber] : [];
  return sure('ticket', problem.topic, 0.95, [...named, problem.phrase]);
}

/**
 * Facts outrank wording: a machine's mail is never a person's wish, an open ticket keeps its conversation unless the
 * words are thanks alone, an order of theirs beside a problem is a ticket, an open lead stays a lead unless the words clearly name a problem
 * or are thanks alone.
 */
export function bySignal(signals: TriageInput['signals'], reading: Reading): Triage {
  const { words } = reading;
  if (signals.automatic) return sure('other', 'autoreply', 1, [signals.automatic]);
  if (signals.openTicket && wantsNothing(words, THANKS_AMID_TROUBLE)) return words;
  if (signals.openTicket) return confirmed('ticket', 'open_ticket', words);
  const ordered = signals.orderNumber ? byOrder(signals.orderNumber, reading) : null;
  if (ordered) return ordered;
  const ownKind = (words.label === 'ticket' && words.accepted) || wantsNothing(words);
  return signals.openLead && !ownKind ? confirmed('lead', 'open_lead', words) : words;
}
