import { enqueue } from '../../outbox/enqueue.ts';
import type { OutboxMessage, Outcome } from '../../outbox/message.ts';
import { messages } from '../../text/messages.ts';
import { loadContact } from '../contact.ts';
import type { Context } from '../context.ts';
import { loadConversation } from '../conversation.ts';
import { tellOwner } from '../desk.ts';
import type { Reply } from '../reply.ts';
import { ownerDesks } from '../user.ts';

/** How a message to a customer ended. */
export type Ending = Extract<Outcome['result'], 'sent' | 'failed' | 'unknown'>;

/**
 * A message to a customer has ended: the message remembers the channel's id, and whoever wrote it gets a receipt where
 * they wrote it. Failures and doubts reach the owner in any case, once, with what can be done.
 */
export async function onDeliveryEnded(
  ctx: Context,
  sent: OutboxMessage,
  outcome: Extract<Outcome, { result: Ending }>,
): Promise<void> {
  if (sent.audience !== 'customer' || sent.payload.kind !== 'message') return;
  if (outcome.result === 'sent' && outcome.externalId && sent.messageId) {
    await ctx.tx`
      update messages set external_id = ${outcome.externalId} where id = ${sent.messageId} and external_id is null`;
  }
  if (outcome.result === 'failed' && outcome.reason === 'blocked') await markBlocked(ctx, sent);
  if (outcome.result !== 'sent') await markStillWaiting(ctx, sent);
  await giveReceipt(ctx, sent, outcome);
}

async function giveReceipt(
  ctx: Context,
  sent: OutboxMessage,
  outcome: Extract<Outcome, { result: Ending }>,
): Promise<void> {
  const place = sent.payload.kind === 'message' ? sent.payload.receiptTo : undefined;
  const name = await recipientName(ctx, sent);
  if (!place) {
    if (outcome.result !== 'sent') {
      await tellOwner(ctx, `ending:${sent.id}:${outcome.result}`, (t) => receipt(t, sent, name, outcome), {
        conversationId: sent.conversationId,
      });
    }
    return;
  }
  const desk = (await ownerDesks(ctx.tx)).find((d) => d.channel === place.channel && d.address === place.address);
  const t = messages(desk?.user.locale ?? ctx.settings.locale);
  await enqueue(ctx.tx, ctx.random, {
    channel: place.channel,
    address: place.address,
    audience: 'owner',
    idempotencyKey: `receipt:${sent.id}:${outcome.result}`,
    payload: {
      kind: 'message',
      reply: receipt(t, sent, name, outcome),
      ...(place.externalId && { replyTo: place.externalId }),
    },
    conversationId: sent.conversationId,
  });
}

function receipt(
  t: ReturnType<typeof messages>,
  sent: OutboxMessage,
  name: string,
  outcome: Extract<Outcome, { result: Ending }>,
): Reply {
  const channel = t.channel(sent.channel);
  if (outcome.result === 'sent') return t.receipt.sent(name, channel);
  if (outcome.result === 'failed') return t.receipt.failed(name, channel, outcome.reason, sent.id);
  return t.receipt.unknown(name, channel, sent.id);
}

async function recipientName(ctx: Context, sent: OutboxMessage): Promise<string> {
  const conversation = sent.conversationId ? await loadConversation(ctx.tx, sent.conversationId) : undefined;
  const contact = conversation ? await loadContact(ctx.tx, conversation.contactId) : undefined;
  return contact?.name || sent.address;
}

async function markBlocked(ctx: Context, sent: OutboxMessage): Promise<void> {
  await ctx.tx`
    update contact_identities set blocked_at = coalesce(blocked_at, ${ctx.now})
    where channel = ${sent.channel} and address = ${sent.address}`;
}

/** The answer did not arrive for certain: the customer still waits, since we thought we had answered. */
async function markStillWaiting(ctx: Context, sent: OutboxMessage): Promise<void> {
  await ctx.tx`
    update conversations set waiting_since = coalesce(waiting_since, ${sent.createdAt}) where id = ${sent.conversationId}`;
}
