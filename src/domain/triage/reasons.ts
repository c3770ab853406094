import type { Feature } from './features.ts';
import type { Evidence } from './judge.ts';
import { scoresOf, vectorOf } from './linear.ts';
import type { Model } from './model.ts';
import { asWritten, type NormalisedText } from './normalise.ts';
import { signalReasons } from './signals.ts';
import { labelOf, labels } from './topics.ts';
import type { Verdict } from './verdict.ts';

/** A place in the normalised text. */
export interface Span {
  start: number;
  end: number;
}

const MOST_REASONS = 3;

/** Log-odds below which an n-gram explains nothing. */
const SPEAKS = 0.12;

const FUNCTION_WORDS =
  /^(?:(?:a|an|the|and|or|of|to|in|on|at|for|with|is|are|was|be|it|this|that|i|you|we|they|my|your|our|me|us)(?:\s+|$))+$/i;

/** Whole words of a language with blanks, no marks at either end. */
function wholeWords(text: string, { start, end }: Span): Span {
  const letter = (at: number) => /[a-z0-9]/.test(text.charAt(at));
  const mark = (at: number) => !/[\p{L}\p{N}\p{Extended_Pictographic}\p{Cs}]/u.test(text.charAt(at));
  while (start < end && mark(start)) start += 1;
  while (end > start && mark(end - 1)) end -= 1;
  while (start < end && letter(start) && letter(start - 1)) start -= 1;
  while (start < end && letter(end - 1) && letter(end)) end += 1;
  return { start, end };
}

/** "吗", "the" or "?" alone tell nobody anything; an emoji does. Nobody wrote what begins in one line and ends in another. What reads like the code of a signal would mislead. */
function readable(phrase: string): boolean {
  if (signalReasons.some((code) => code === phrase) || /\n/.test(phrase) || FUNCTION_WORDS.test(phrase)) return false;
  return (phrase.match(/[\p{L}\p{N}]/gu) ?? []).length >= 2 || /\p{Extended_Pictographic}/u.test(phrase);
}

/** The places rules spoke up for the verdict, its own topic first, then the loudest. */
function spokenByRules({ label, topic }: Verdict, evidence: readonly Evidence[]): Span[] {
  const own = (e: Evidence) => (e.to === topic ? 10 : 0) + e.weight;
  const spoke = evidence.filter((e) => e.weight > 0 && labelOf(e.to) === label);
  return spoke.toSorted((a, b) => own(b) - own(a)).flatMap(({ span }) => (span ? [span] : []));
}

/** The places whose words the model took for the verdict, the strongest first. */
function spokenByWords({ label }: Verdict, model: Model, features: readonly Feature[]): Span[] {
  const way = labels.indexOf(label);
  const spoke = features.flatMap((feature) => {
    if (feature.span === undefined) return [];
    const scores = scoresOf(model.weights, vectorOf([feature]));
    const weight = scores[way]! - scores.reduce((a, b) => a + b) / scores.length;
    return weight >= SPEAKS ? [{ span: feature.span, weight }] : [];
  });
  return spoke.toSorted((a, b) => b.weight - a.weight).map(({ span }) => span);
}

/** The places in the text that spoke for the verdict: those of the rules first. */
export function placesFor(
  verdict: Verdict,
  evidence: readonly Evidence[],
  model: Model,
  features: readonly Feature[],
): Span[] {
  const byRules = spokenByRules(verdict, evidence);
  return byRules.length > MOST_REASONS ? byRules : [...byRules, ...spokenByWords(verdict, model, features)];
}

/** At most three of the places as phrases, as they stand in the text: none a part of another. */
export function reasonsAt(places: readonly Span[], text: NormalisedText): string[] {
  const kept: string[] = [];
  for (const place of places) {
    const phrase = asWritten(text, wholeWords(text.text, place));
    const told = kept.some((earlier) => earlier.includes(phrase) || phrase.includes(earlier));
    if (readable(phrase) && !told) kept.push(phrase);
    if (kept.length === MOST_REASONS) break;
  }
  return kept;
}
