import { loadContact } from '../contact.ts';
import type { Context } from '../context.ts';
import { loadConversation } from '../conversation.ts';
import { tellOwner } from '../desk.ts';
import type { MessageEdited } from '../event.ts';
import { editMessage } from '../message.ts';
import { findUser } from '../user.ts';

/** A customer changed what they wrote: both wordings are kept, and the owner sees the new one. */
export async function onMessageEdited(ctx: Context, event: MessageEdited): Promise<string | undefined> {
  if (await findUser(ctx.tx, event.channel, event.from.address)) return 'edited by a user';
  const place = { channel: event.channel, address: event.chat, externalId: event.externalId };
  const message = await editMessage(ctx.tx, place, event.text, ctx.now);
  if (!message) return 'edit of an unknown message';
  if (message.before === message.text) return 'nothing changed';
  const conversation = (await loadConversation(ctx.tx, message.conversationId))!;
  const contact = (await loadContact(ctx.tx, conversation.contactId))!;
  await tellOwner(
    ctx,
    `edit:${message.id}:${event.editedAt.getTime()}`,
    (t) => t.card.edited(contact.name, message.before, message.text),
    { conversationId: conversation.id },
  );
  return undefined;
}
