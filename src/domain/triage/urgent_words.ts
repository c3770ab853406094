import { normalise } from './normalise.ts';
import { withoutHearsay } from './rules.ts';
import { type UrgentRule, type UrgentWords, urgentRules } from './rules.urgent.ts';
import type { Triage } from './triage.ts';

/** Wrote by a machine, or by somebody who wants nothing to be mended. */
const MAY_WAIT = ['autoreply', 'otp', 'unsubscribe', 'jobseeker'];

type Kind = Pick<Triage, 'label' | 'sublabel' | 'accepted'>;

/** A pitch may wait however likely it is one; what else may wait, where that is sure. */
const mayWait = ({ label, sublabel, accepted }: Kind): boolean =>
  label === 'other' && (sublabel === 'spam' || (accepted && MAY_WAIT.includes(sublabel)));

const isWish = ({ label, sublabel, accepted }: Kind): boolean =>
  accepted && (label === 'lead' || sublabel === 'praise' || sublabel === 'thanks');

const isProblem = ({ label, accepted }: Kind): boolean => label === 'ticket' || (label === 'feedback' && !accepted);

function countsIn(kind: Kind, { counts }: UrgentRule): boolean {
  if (counts === 'any') return true;
  return counts === 'problem' ? isProblem(kind) : !isWish(kind);
}

/**
 * Why a customer's words may not wait: a judgement of its own beside what the message is, so that harm told without an angry word is
 * heard. Undefined: they may.
 */
export function urgentWords(text: string, kind: Kind): UrgentWords | undefined {
  if (mayWait(kind)) return undefined;
  const heard = withoutHearsay(normalise(text).text);
  return urgentRules.find((rule) => rule.says.test(heard) && !rule.unless?.test(heard) && countsIn(kind, rule))?.why;
}
