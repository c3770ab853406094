import { enqueue } from '../../outbox/enqueue.ts';
import type { OutboxMessage, Payload } from '../../outbox/message.ts';
import type { Context } from '../context.ts';

/**
 * The channel could not do it (open a form, change a message): the words replace it, if there are any, and nothing
 * counts as unsent.
 */
export async function sayInstead(
  ctx: Context,
  { id, channel, address, conversationId }: OutboxMessage,
  payload: Extract<Payload, { kind: 'form' | 'edit' }>,
): Promise<void> {
  await ctx.tx`update outbox set state = 'cancelled' where id = ${id}`;
  if (!payload.instead) return;
  await enqueue(ctx.tx, ctx.random, {
    channel,
    address,
    audience: 'owner',
    idempotencyKey: `instead:${id}`,
    payload: {
      kind: 'message',
      reply: payload.instead,
      ...(payload.replyTo && { replyTo: payload.replyTo }),
      ...('topic' in payload && payload.topic !== undefined && { topic: payload.topic }),
    },
    conversationId,
  });
}
