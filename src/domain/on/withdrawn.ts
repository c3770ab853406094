import type { Context } from '../context.ts';
import { wordsOf } from '../desk/card_words.ts';
import { tellOwner } from '../desk/tell.ts';
import type { MessagesWithdrawn } from '../event.ts';
import { loadContact } from '../people/contact.ts';
import { messageWithPart } from '../talk/album.ts';
import { isWithheld } from '../talk/block.ts';
import { loadConversation } from '../talk/conversation.ts';
import { lockMessageAt, type Message, markWithdrawn } from '../talk/message.ts';
import { userAt } from '../user.ts';
import { onUserWithdrew } from './user_edit.ts';

/** Somebody took back what they had written. It stays here, and the owner hears that they did. */
export async function onMessagesWithdrawn(ctx: Context, event: MessagesWithdrawn): Promise<string | undefined> {
  const user = event.from && userAt(ctx, event.channel, event.from.address);
  if (user) return onUserWithdrew(ctx, user, event);
  const messages: Message[] = [];
  for (const externalId of event.externalIds) {
    const message = await messageAt(ctx, event, externalId);
    if (message && (await markWithdrawn(ctx.tx, message, ctx.now)) && message.direction === 'in')
      messages.push(message);
  }
  return tellOf(ctx, event, messages);
}

/** In an album each part has an id of its own. */
async function messageAt(ctx: Context, event: MessagesWithdrawn, externalId: string): Promise<Message | undefined> {
  const { channel, chat } = event;
  const album = await messageWithPart(ctx.tx, { channel, chat, externalId });
  return lockMessageAt(ctx.tx, { channel, address: chat, externalId: album?.externalId ?? externalId });
}

async function tellOf(ctx: Context, event: MessagesWithdrawn, messages: Message[]): Promise<string | undefined> {
  const last = messages.at(-1);
  if (!last) return 'nothing known was deleted';
  const conversation = (await loadConversation(ctx.tx, last.conversationId))!;
  const contact = (await loadContact(ctx.tx, conversation.contactId))!;
  if (contact.blockedAt || (await isWithheld(ctx.tx, last.id))) return 'blocked';
  const name = contact.name || conversation.address;
  const count = messages.length;
  await tellOwner(
    ctx,
    `withdrawn:${last.id}`,
    (t) => ({
      title: event.from ? t.card.withdrawn(name, count) : t.card.deleted(name, count),
      quote: messages.map((message) => wordsOf(t, message, count)).join('\n'),
      text: t.card.withdrawnStays,
    }),
    {
      notice: { kind: 'withdrawn', contactId: contact.id },
      conversationId: conversation.id,
      collect: { messageId: last.id },
      showsContact: contact.id,
    },
  );
  return undefined;
}
