import { combine, type Verdict } from './combine.ts';
import type { Evidence, Judge } from './judge.ts';
import { asWritten, type NormalisedText, normalise } from './normalise.ts';
import { rulesJudge } from './rules.ts';
import { shapeJudge } from './shape.ts';
import { bySignal, type Reading } from './signals.ts';
import { labelOf } from './topics.ts';
import type { Triage, TriageInput } from './triage.ts';

/** Everyone who reads a message; a learned model joins here. */
const judges: readonly Judge[] = [rulesJudge, shapeJudge];

const MOST_REASONS = 3;

/** Without bare punctuation and phrases that repeat, hold or lie within an earlier one. */
function distinct(phrases: readonly string[]): string[] {
  const kept: string[] = [];
  for (const phrase of phrases) {
    const told = kept.some((earlier) => earlier.includes(phrase) || phrase.includes(earlier));
    if (/[\p{L}\p{N}\p{Extended_Pictographic}]/u.test(phrase) && !told) kept.push(phrase);
  }
  return kept;
}

/** The phrases that spoke loudest for the verdict, as they stand in the text: its own topic first. */
function reasonsFor(verdict: Verdict, evidence: readonly Evidence[], text: NormalisedText): string[] {
  const own = (e: Evidence) => (e.to === verdict.topic ? 10 : 0) + e.weight;
  const spoke = evidence.filter((e) => e.weight > 0 && labelOf(e.to) === verdict.label);
  const loudest = spoke.toSorted((a, b) => own(b) - own(a));
  const phrases = loudest.flatMap((e) => (e.span ? [asWritten(text, e.span)] : []));
  return distinct(phrases).slice(0, MOST_REASONS);
}

/** What the words alone say. */
function read(text: NormalisedText): Reading {
  const evidence = judges.flatMap((judge) => judge(text));
  const verdict = combine(evidence);
  const { label, topic, probability, accepted } = verdict;
  const reasons = reasonsFor(verdict, evidence, text);
  const sublabel = topic.slice(label.length + 1);
  return { text, evidence, words: { label, sublabel, confidence: probability, accepted, reasons, by: 'rules' } };
}

/**
 * Decides what a customer's message is: first by facts (a machine wrote it, a ticket is open, an order of theirs is
 * named), then by its words. Below the bar `accepted` is false and the owner decides. Pure; takes any string, of which
 * the first 2,000 units count. Reasons are phrases of the subject and text (control characters shown as blanks), or
 * one of `signalReasons`.
 */
export function triage(input: TriageInput): Triage {
  const text = normalise(input.subject ? `${input.subject}\n${input.text}` : input.text);
  return bySignal(input.signals, read(text));
}
