import type { OutboxMessage } from '../../outbox/message.ts';
import { noteArrived } from '../campaigns/delivery.ts';
import type { Context } from '../context.ts';
import type { CopyReceived } from '../event.ts';
import { onDeliveryEnded } from './delivery.ts';

/** A copy of what we sent arrived in our own mailbox, so it has left. */
export async function onCopyReceived(ctx: Context, { channel, externalId }: CopyReceived): Promise<string> {
  await confirmArrival(ctx, channel, [externalId]);
  await noteArrived(ctx.tx, externalId);
  return 'a copy of a message sent by this service';
}

/** An incoming event names messages of ours: those of them that were in doubt have left. */
export async function confirmArrival(ctx: Context, channel: string, externalIds: string[]): Promise<void> {
  if (externalIds.length === 0) return;
  const rows = await ctx.tx<OutboxMessage & { externalId: string }>`
    update outbox set state = 'sent', locked_until = null, sent_at = ${ctx.now}
    where channel = ${channel} and external_id = any(${externalIds}) and state = 'unknown'
    returning id, channel, address, audience, idempotency_key as "idempotencyKey", payload, external_id as "externalId",
      conversation_id as "conversationId", message_id as "messageId", attempts, created_at as "createdAt"`;
  for (const row of rows) await onDeliveryEnded(ctx, row, { result: 'sent', externalId: row.externalId });
}
