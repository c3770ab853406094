import { normalise } from './normalise.ts';
import { withoutHearsay } from './rules.ts';
import { type UrgentRule, type UrgentWords, urgentRules } from './rules.urgent.ts';
import type { Triage } from './triage.ts';

/** Wrote by a machine, or by somebody who wants nothing to be mended. */
const MAY_WAIT = ['autoreply', 'otp', 'unsubscribe', 'jobseeker'];

type Kind = Pick<Triage, 'label' | 'sublabel' | 'accepted'>;

const surelyMayWait = ({ label, sublabel, accepted }: Kind): boolean =>
  label === 'other' && accepted && (sublabel === 'spam' || MAY_WAIT.includes(sublabel));

/** A pitch may wait however likely it is one; what else may wait, where that is sure. */
const mayWait = (kind: Kind): boolean => surelyMayWait(kind) || (kind.label === 'other' && kind.sublabel === 'spam');

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

/**
 * Why a customer's words may not wait: a judgement of its own beside what the message is, so that harm told without an angry word is
 * heard. Undefined: they may.
 */
export function urgentWords(text: string, kind: Kind): UrgentWords | undefined {
  const heard = withoutHearsay(normalise(text).text);
  return urgentRules.find((rule) => rule.says.test(heard) && !rule.unless?.test(heard) && countsIn(kind, rule))?.why;
}
