import type { Tx } from '../../db/sql.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import type { OutboxMessage, Payload } from '../../outbox/message.ts';
import type { Context } from '../context.ts';

/**
 * The channel could not do it (open a form, change a message): the words replace it, if there are any, and nothing
 * counts as unsent.
 */
export async function sayInstead(
  ctx: Context,
  { id, channel, address, conversationId, idempotencyKey }: OutboxMessage,
  payload: Extract<Payload, { kind: 'form' | 'edit' }>,
): Promise<void> {
  await ctx.tx`update outbox set state = 'cancelled' where id = ${id}`;
  if (!payload.instead) return;
  if (payload.kind === 'edit' && (await isOutdated(ctx.tx, payload.of, idempotencyKey))) return;
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

/** Whether the message was rewritten after this edit: its words are old news by now, and whoever rewrote it has told the owner. */
async function isOutdated(tx: Tx, of: string, key: string): Promise<boolean> {
  const rows = await tx`
    select from outbox where id = ${of} and payload ->> 'kind' = 'message' and payload ->> 'editedBy' <> ${key}`;
  return rows.length > 0;
}
