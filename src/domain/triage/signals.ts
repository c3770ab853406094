import type { NormalisedText } from './normalise.ts';
import type { Triage, TriageInput } from './triage.ts';
export function bySignal(_s: TriageInput['signals'], _t: NormalisedText, words: Triage): Triage {
  return words;
}
