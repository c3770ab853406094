import { enqueue } from '../../outbox/enqueue.ts';
import { runCommand } from '../commands/run.ts';
import { resolveContact } from '../contact.ts';
import type { Context } from '../context.ts';
import { type Conversation, openConversation } from '../conversation.ts';
import type { MessagePicked } from '../event.ts';
import { findUser } from '../user.ts';
import { cardAnswered } from './desk.ts';

/**
 * A user makes a lead or a ticket of a message: of a card's customer, else of whoever wrote it. It is the command typed in answer
 * to that customer, so it is authorised, journaled and undone as any other.
 */
export async function onMessagePicked(ctx: Context, event: MessagePicked): Promise<string | undefined> {
  const user = await findUser(ctx.tx, event.channel, event.from.address);
  if (!user) return 'picked by a stranger';
  const card = await cardAnswered(ctx, event);
  const conversation = card ?? (await conversationWithAuthor(ctx, event));
  if (!conversation) return 'not written by a customer';
  const place = { channel: event.channel, address: card ? event.chat : event.from.address };
  const reply = await runCommand(ctx, user, `/${event.make} ${event.text}`.trim(), place, conversation);
  await enqueue(ctx.tx, ctx.random, {
    ...place,
    audience: 'owner',
    idempotencyKey: `picked:${event.channel}:${event.externalId}`,
    payload: { kind: 'message', reply },
    conversationId: conversation.id,
  });
  return undefined;
}

/** Users write to each other too: of their own words nothing is made. */
async function conversationWithAuthor(ctx: Context, event: MessagePicked): Promise<Conversation | undefined> {
  const { author, channel } = event;
  if (!author || (await findUser(ctx.tx, channel, author.address))) return undefined;
  const identity = { channel, address: author.address };
  const contact = await resolveContact(ctx.tx, [identity], { name: author.name, locale: null }, ctx.now);
  return openConversation(ctx.tx, { contactId: contact.id, ...identity });
}
