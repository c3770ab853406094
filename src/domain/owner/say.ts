import { enqueue } from '../../outbox/enqueue.ts';
import type { Place } from '../../outbox/message.ts';
import type { Context } from '../context.ts';
import type { Reply } from '../reply.ts';

/** The key of our reply to a line. */
export const saidKey = ({ channel, address, externalId }: Pick<Place, 'channel' | 'address' | 'externalId'>): string =>
  `said:${channel}:${address}:${externalId}`;

/**
 * Says something where a user wrote or pressed something, under their message if it is known; once for each `key`.
 * `about`: the conversation that an answer to it answers.
 */
export async function sayAt(
  ctx: Context,
  { channel, address, externalId, topic }: Place,
  { key, reply, about = reply.about ?? null }: { key: string; reply: Reply; about?: string | null },
): Promise<void> {
  await enqueue(ctx.tx, ctx.random, {
    ...{ channel, address, audience: 'owner', idempotencyKey: key },
    payload: {
      ...{ kind: 'message', reply },
      ...(externalId && { replyTo: externalId }),
      ...(topic !== undefined && { topic }),
    },
    conversationId: about,
  });
}
