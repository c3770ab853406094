import { combine, type Verdict } from './combine.ts';
import type { Evidence, Judge } from './judge.ts';
import { asWritten, type NormalisedText, normalise } from './normalise.ts';
import { rulesJudge } from './rules.ts';
import { shapeJudge } from './shape.ts';
import { bySignal } from './signals.ts';
import { labelOf } from './topics.ts';
import type { Triage, TriageInput } from './triage.ts';

/** Everyone who reads a message; a learned model joins here. */
const judges: readonly Judge[] = [rulesJudge, shapeJudge];

const MOST_REASONS = 3;

/** The phrases that spoke loudest for the verdict, as they stand in the text: its own topic first. */
function reasonsFor(verdict: Verdict, evidence: readonly Evidence[], text: NormalisedText): string[] {
  const own = (e: Evidence) => (e.to === verdict.topic ? 10 : 0) + e.weight;
  const spoke = evidence.filter((e) => e.span && e.weight > 0 && labelOf(e.to) === verdict.label);
  const loudest = spoke.toSorted((a, b) => own(b) - own(a));
  const phrases = loudest.flatMap((e) => (e.span ? [asWritten(text, e.span)] : [])).filter((phrase) => phrase !== '');
  return [...new Set(phrases)].slice(0, MOST_REASONS);
}

/** What the words alone say. */
export function readText(text: NormalisedText): Triage {
  const evidence = judges.flatMap((judge) => judge(text));
  const verdict = combine(evidence);
  return {
    label: verdict.label,
    sublabel: verdict.topic.slice(verdict.label.length + 1),
    confidence: verdict.probability,
    accepted: verdict.accepted,
    reasons: reasonsFor(verdict, evidence, text),
    by: 'rules',
  };
}

/**
 * Decides what a customer's message is: first by facts (a machine wrote it, a ticket is open, an order of theirs is
 * named), then by its words. Pure; never throws. Below the bar `accepted` is false and the owner decides.
 */
export function triage(input: TriageInput): Triage {
  const text = normalise(input.subject ? `${input.subject}\n${input.text}` : input.text);
  return bySignal(input.signals, text, readText(text));
}
