import type { Context } from '../context.ts';
import { tellNotSent } from '../desk/receipt_card.ts';
import type { Contact } from '../people/contact.ts';
import type { Conversation } from '../talk/conversation.ts';
import type { Message } from '../talk/message.ts';
import type { OptedOut } from '../talk/phone/opt_out.ts';
import type { Triage } from '../triage/triage.ts';
import { takeIn } from './take_in.ts';

/** A word by which somebody leaves, or comes back, is no question: nobody waits, and nothing is filed. */
const BY_WORD: Triage = {
  label: 'other',
  sublabel: 'unsubscribe',
  confidence: 1,
  accepted: true,
  reasons: [],
  by: 'signal',
};

/** Tells the owner on the card of the word itself what follows from it, and where an answer was to leave that it does not. */
export async function showOptOut(
  ctx: Context,
  conversation: Conversation,
  message: Message,
  contact: Contact,
  { is, answers }: OptedOut,
): Promise<string> {
  await tellNotSent(ctx, answers);
  const arrival = { optedOut: { is, answers: answers.length } };
  await takeIn(ctx, conversation, message, { arrival, verdict: BY_WORD, contact, noAutoAnswer: true });
  return is === 'stop' ? 'opted out' : 'opted in again';
}
