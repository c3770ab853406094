import type { Messages } from '../../text/messages.ts';
import type { Contact } from '../people/contact.ts';
import { looksLikeAddress, type Namesake } from '../people/name.ts';
import type { Field } from '../reply.ts';
import type { Conversation } from '../talk/conversation.ts';

/** Where it comes from, if their name looks like an address of somebody, or is or was somebody else's too. */
export function addressField(t: Messages, { name }: Contact, { address }: Conversation, namesake: Namesake): Field[] {
  const misleads = looksLikeAddress(name) && name.toLowerCase() !== address.toLowerCase();
  if (!misleads && !namesake) return [];
  return [{ label: t.card.address, value: namesake ? t.card.namesake(address, namesake) : address }];
}
