import type { Meaning } from '../../../text/meaning/meaning.ts';
import { tellsOtherwise } from '../../../text/meaning/tells_otherwise.ts';
import { isDoubted } from '../../../text/sentence/doubt.ts';

/** Said as something that has come about, or is to: who denies it means something else. */
const HAPPENED: readonly Meaning[] = [
  ...(['won', 'reopen', 'leadStage', 'orderNew', 'orderPaid', 'partPaid', 'orderSent', 'orderRefund'] as const),
  ...(['invoicePaid', 'contractNew', 'ticketResolve', 'ticketUrgent', 'taskDone', 'consent', 'merge'] as const),
  ...(['quoteSend', 'unblock', 'away', 'hoursClosed', 'back', 'autoreplyOn'] as const),
];
/** They are denials themselves: let him write no more. */
const ENDS: readonly Meaning[] = [
  ...(['block', 'deletePerson', 'unsubscribe', 'gone', 'lost', 'orderCancel', 'answered', 'taskEnd'] as const),
  ...(['taskPostpone', 'helperRemove', 'ratingsOff', 'autoreplyOff'] as const),
];

/** What nobody wants a tap away from where they meant something else: only what is likeliest of all, and likely by itself. */
const DRASTIC: readonly Meaning[] = [
  ...([
    'gone',
    'block',
    'deletePerson',
    'merge',
    'unsubscribe',
    'stopAll',
    'lost',
    'orderSent',
    'orderCancel',
  ] as const),
  ...(['taskEnd', 'away', 'back', 'hoursClosed', 'helperRemove', 'timezone', 'currency'] as const),
];

/** Whether it is too much to be offered as one of several. */
export const isDrastic = (meaning: Meaning): boolean => DRASTIC.includes(meaning);

/** Whether it is rather asked, supposed or denied than said. */
export function isDoubtful(meaning: Meaning, text: string): boolean {
  if (tellsOtherwise(meaning, text)) return true;
  const said = HAPPENED.includes(meaning) ? { said: text } : ENDS.includes(meaning) ? {} : undefined;
  return said !== undefined && isDoubted({ does: 'block', words: '' }, text, said);
}
