import type { Context } from '../context.ts';
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

/** Tells the owner on the card of the word itself what follows from it. */
export async function showOptOut(
  ctx: Context,
  conversation: Conversation,
  message: Message,
  contact: Contact,
  optedOut: OptedOut,
): Promise<string> {
  await takeIn(ctx, conversation, message, { arrival: { optedOut }, verdict: BY_WORD, contact, noAutoAnswer: true });
  return optedOut.is === 'stop' ? 'opted out' : 'opted in again';
}
