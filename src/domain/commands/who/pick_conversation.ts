import type { Contact } from '../../people/contact.ts';
import type { Reply } from '../../reply.ts';
import { type Conversation, conversationAtAddress, conversationOf } from '../../talk/conversation.ts';
import { asOnCard, type CommandContext } from '../command.ts';
import { nowhereToAnswer } from '../words/nowhere.ts';
import { pickNamed } from './pick.ts';

/** The conversation that was named, that of the card if it is with this contact, else the one likely meant. */
export async function conversationWith(
  ctx: CommandContext,
  contactId: string,
  named?: Conversation,
): Promise<Conversation | undefined> {
  if (named) return asOnCard(ctx, named);
  const ofCard = ctx.about?.contact.id === contactId ? ctx.about.conversation : undefined;
  return ofCard ?? conversationOf(ctx.tx, contactId);
}

/** The conversation meant: `v12`, the card's when nobody is named, or the one likely meant of whoever is named. */
export async function pickConversation(
  ctx: CommandContext,
  words: string,
  again: (contactRef: string) => string,
): Promise<{ contact: Contact; conversation: Conversation } | { ask: Reply; unwritten?: Contact }> {
  const picked = await pickNamed(ctx, words, again);
  if ('ask' in picked) return picked;
  const there = picked.at && (await conversationAtAddress(ctx.tx, picked.contact.id, picked.at));
  const conversation = await conversationWith(ctx, picked.contact.id, there || picked.conversation);
  return conversation
    ? { ...picked, conversation }
    : { ask: await nowhereToAnswer(ctx, picked.contact), unwritten: picked.contact };
}
