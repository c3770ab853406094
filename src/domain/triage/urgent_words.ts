import { memoize } from '../../text/sentence/memoize.ts';
import { inPieces, normalise } from './normalise.ts';
import { pressing } from './pressing/index.ts';
import { NOT_TWICE, toldOfIllness, withoutCalm } from './rules/calm.ts';
import { withoutDenied } from './rules/denied.ts';
import { blanked, rulesJudge, withoutHearsay } from './rules/index.ts';
import type { UrgentRule, UrgentWords } from './rules/rule.ts';
import { isSettled } from './rules/settled.ts';
import { notUrgent, pitches, urgentRules } from './rules/urgent.ts';
import type { Triage } from './triage.ts';

/** Wrote by a machine, or by somebody who wants nothing to be mended. */
const MAY_WAIT = ['autoreply', 'otp', 'unsubscribe', 'jobseeker'];

/** From here on a guess is taken for what a message is. */
const KNOWN = 0.7;

type Kind = Pick<Triage, 'label' | 'sublabel' | 'accepted'> & Partial<Pick<Triage, 'confidence'>>;

const surelyMayWait = ({ label, sublabel, accepted }: Kind): boolean =>
  label === 'other' && accepted && (sublabel === 'spam' || MAY_WAIT.includes(sublabel));

/** A pitch may wait however likely it is one; what else may wait, where that is sure. */
const mayWait = (kind: Kind): boolean => surelyMayWait(kind) || (kind.label === 'other' && kind.sublabel === 'spam');

/** That nothing can be made of it is no filing, but it is known. */
const isKnown = ({ label, sublabel, accepted, confidence = 0 }: Kind): boolean =>
  accepted || (label === 'other' && sublabel === 'unclear' && confidence >= KNOWN);

const isThanks = ({ sublabel, accepted }: Kind): boolean => accepted && ['praise', 'thanks'].includes(sublabel);

const isWish = (kind: Kind): boolean => isThanks(kind) || (kind.accepted && kind.label === 'lead');

const isProblem = ({ label, accepted }: Kind): boolean => label === 'ticket' || (label === 'feedback' && !accepted);

function countsIn(kind: Kind, { counts }: UrgentRule): boolean {
  // two words ("urgent, call me") are like a pitch and like anything
  if (counts === 'unless thanks') return !isThanks(kind) && !surelyMayWait(kind);
  if (mayWait(kind)) return false;
  if (counts === 'any') return true;
  return counts === 'problem' ? isProblem(kind) : !isWish(kind);
}

/** What of the words may name a near hour: nothing of a pitch, and nothing that is denied. */
function hastyWords(heard: string, kind: Kind): string {
  const isPitch = !(kind.label === 'ticket' && kind.accepted) && pitches.some((pitch) => pitch.test(heard));
  return isPitch ? '' : blanked(heard, notUrgent);
}

/** A piece of the words as the rules read it; what no rule hears is read once more, to be weighed. */
const heardIn = memoize((piece) => {
  const told = withoutDenied(normalise(piece).text);
  const heard = withoutCalm(withoutHearsay(told));
  return { told, heard, settled: isSettled(heard) };
});

/**
 * Why a customer's words may not wait, as the rules hear it: a judgement of its own beside what the message is, so that harm told without an
 * angry word is heard, wherever it stands in long words. Undefined: no rule speaks.
 */
export function urgentWords(text: string, kind: Kind): UrgentWords | undefined {
  const pieces = inPieces(text).map((piece) => {
    const read = heardIn(piece);
    return { ...read, hasty: hastyWords(read.heard, kind) };
  });
  const speaks = (rule: UrgentRule): boolean =>
    pieces.some(({ told, heard, hasty, settled }) => {
      if (settled && (rule.why === 'payment' || rule.why === 'deadline' || rule.settles)) return false;
      const words = rule.toldToo ? told : rule.why === 'deadline' ? hasty : heard;
      return rule.says.test(words) && !rule.unless?.test(words) && countsIn(kind, rule);
    });
  return urgentRules.find(speaks)?.why;
}

/** What of the words is weighed where no rule speaks: nothing of a pitch, nor what is denied, cured or put right. */
export function wordsToWeigh(text: string, kind: Kind): string[] {
  return inPieces(text).flatMap((piece) => {
    const { heard, settled } = heardIn(piece);
    const hasty = hastyWords(heard, kind);
    return settled || hasty === '' || toldOfIllness(hasty) ? [] : [blanked(hasty, NOT_TWICE).replaceAll('\u0001', ' ')];
  });
}

/** Why they may not wait where no rule knows it, by what stands in them together (`pressing/`). Undefined: they may. */
export function weighedUrgency(text: string, kind: Kind): UrgentWords | undefined {
  if (mayWait(kind) || isThanks(kind)) return undefined;
  for (const words of wordsToWeigh(text, kind)) {
    const why = pressing(words, isKnown(kind) ? kind.label : undefined);
    if (why !== undefined) return why;
  }
  return undefined;
}

/** Whether a text sounds like a complaint only by what is put right, cured or blamed on nobody, or threatens nobody. */
export function soundsLikeHarmOnly(words: string): boolean {
  const read = normalise(words);
  const text = withoutCalm(read.text);
  if (isSettled(text)) return true;
  return (
    (text !== read.text || toldOfIllness(text)) &&
    !rulesJudge({ ...read, text }).some(({ to, weight }) => to === 'ticket/complaint' && weight > 0)
  );
}
