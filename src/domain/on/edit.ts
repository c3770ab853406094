import { carriesSecret } from '../commands/run.ts';
import { loadContact } from '../contact.ts';
import type { Context } from '../context.ts';
import { loadConversation } from '../conversation.ts';
import { tellOwner } from '../desk.ts';
import type { MessageEdited } from '../event.ts';
import { editMessage } from '../message.ts';
import { findUser } from '../user.ts';
import { FORGET } from './desk.ts';
import { onCustomerMessage } from './message.ts';

/** A customer changed what they wrote: both wordings are kept, and the owner sees the new one. */
export async function onMessageEdited(ctx: Context, event: MessageEdited): Promise<string | undefined> {
  if (await findUser(ctx.tx, event.channel, event.from.address)) {
    return carriesSecret(event.text) ? FORGET : 'edited by a user';
  }
  const place = { channel: event.channel, address: event.chat, externalId: event.externalId };
  const message = await editMessage(ctx.tx, place, event.text, ctx.now);
  if (!message) return onUnknown(ctx, event);
  if (message.before === message.text) return 'nothing changed';
  const conversation = (await loadConversation(ctx.tx, message.conversationId))!;
  const contact = (await loadContact(ctx.tx, conversation.contactId))!;
  await tellOwner(
    ctx,
    `edit:${message.id}:${event.editedAt.getTime()}`,
    (t) => t.card.edited(contact.name || conversation.address, message.before, message.text),
    { conversationId: conversation.id },
  );
  return undefined;
}

/** Deliveries overtake each other: the edit is then the message, and its original finds it stored already. */
async function onUnknown(ctx: Context, event: MessageEdited): Promise<string | undefined> {
  // in a private chat the chat is the person; a group is none of our business
  if (event.chat !== event.from.address) return 'edit of an unknown message';
  const { channel, chat, from, externalId, text, editedAt: sentAt } = event;
  const words = { channel, chat, from, externalId, text, sentAt, attachments: [], answers: [] };
  return onCustomerMessage(ctx, { kind: 'message.received', private: true, ...words });
}
