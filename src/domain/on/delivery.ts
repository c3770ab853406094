import { enqueue } from '../../outbox/enqueue.ts';
import type { OutboxMessage, Outcome, Place } from '../../outbox/message.ts';
import { type Messages, messages } from '../../text/messages.ts';
import { loadContact } from '../contact.ts';
import type { Context } from '../context.ts';
import { loadConversation } from '../conversation.ts';
import { tellOwner } from '../desk.ts';
import type { Reply } from '../reply.ts';
import { findUser, ownerDesks } from '../user.ts';
import { waitAgain, waitNoMore } from '../waiting.ts';

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
  await (outcome.result === 'sent' ? waitNoMore(ctx.tx, sent.id) : waitAgain(ctx.tx, sent.id));
  await report(ctx, sent, outcome);
}

/** The terminal it was typed on may be closed long since: there only good news is told. */
async function report(ctx: Context, sent: OutboxMessage, outcome: Extract<Outcome, { result: Ending }>): Promise<void> {
  const place = sent.payload.kind === 'message' ? sent.payload.receiptTo : undefined;
  const name = await recipientName(ctx, sent);
  const words = (t: Messages) => receipt(t, sent, name, outcome);
  const arrived = outcome.result === 'sent';
  if (place && (arrived || place.channel !== 'console')) await giveReceipt(ctx, sent, place, outcome.result, words);
  if (arrived || (place && (await isDesk(ctx, place)))) return;
  await tellOwner(ctx, `ending:${sent.id}:${outcome.result}:${ctx.now.getTime()}`, words, {
    conversationId: sent.conversationId,
  });
}

async function isDesk(ctx: Context, place: Place): Promise<boolean> {
  const desks = await ownerDesks(ctx.tx);
  return desks.some(({ channel, address }) => {
    return channel === place.channel && [address, ctx.deskChats[channel]].includes(place.address);
  });
}

async function giveReceipt(
  ctx: Context,
  sent: OutboxMessage,
  place: Place,
  ending: Ending,
  words: (t: Messages) => Reply,
): Promise<void> {
  const user = await findUser(ctx.tx, place.channel, place.address);
  await enqueue(ctx.tx, ctx.random, {
    channel: place.channel,
    address: place.address,
    audience: 'owner',
    idempotencyKey: `receipt:${sent.id}:${ending}:${ctx.now.getTime()}`,
    payload: {
      kind: 'message',
      reply: words(messages(user?.locale ?? ctx.settings.locale)),
      ...(place.externalId && { replyTo: place.externalId }),
    },
    conversationId: sent.conversationId,
  });
}

function receipt(t: Messages, sent: OutboxMessage, name: string, outcome: Extract<Outcome, { result: Ending }>): Reply {
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
