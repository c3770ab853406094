import type { OutboxMessage } from '../../../outbox/message.ts';
import { receiptsOf } from '../../../outbox/rewrite.ts';
import type { Texts } from '../../../text/texts.ts';
import { noteCarried } from '../../campaigns/chat.ts';
import type { Context } from '../../context.ts';
import type { DeliveryReported } from '../../delivery.ts';
import { failedReceipt, tellReceipts } from '../../desk/receipt_card.ts';
import { tellOwner } from '../../desk/tell.ts';
import { NotYet } from '../../not_yet.ts';
import type { Reply } from '../../reply.ts';
import { nameOfReader } from '../../talk/destination.ts';
import { waitAgain, waitNoMore } from '../../talk/waiting.ts';
import { markAddress, onDeliveryEnded } from '../delivery.ts';

/** A message of ours and how it stands. */
type Reported = OutboxMessage & {
  state: 'queued' | 'sending' | 'sent' | 'failed' | 'unknown' | 'cancelled';
  externalId: string | null;
  deliveredAt: Date | null;
};

/**
 * A channel says what became of a message of ours. Reports come late, twice and in any order, so a message only rises:
 * from a doubt to sent, from sent to not delivered, and from each of them to delivered, where it stays. A report that
 * raises nothing changes nothing.
 */
export async function onDeliveryReported(ctx: Context, report: DeliveryReported): Promise<string> {
  const sent = await loadReported(ctx, report);
  if (!sent) return 'of no message of ours';
  if (sent.state === 'sending') throw new NotYet('the message is still being sent');
  if (!isOf(report, sent)) return 'of an earlier try';
  if (sent.state === 'unknown') await endDoubt(ctx, sent, report);
  if (report.is === 'delivered') return (await deliver(ctx, sent, report)) ? 'delivered' : 'known already';
  if (report.is === 'failed') return (await fail(ctx, sent, report)) ? 'not delivered' : 'known already';
  return 'under way';
}

async function loadReported({ tx }: Context, { channel, key }: DeliveryReported): Promise<Reported | undefined> {
  const [row] = await tx<Reported>`
    select id, channel, address, audience, idempotency_key as "idempotencyKey", payload, state,
      conversation_id as "conversationId", message_id as "messageId", attempts, created_at as "createdAt",
      external_id as "externalId", delivered_at as "deliveredAt"
    from outbox where idempotency_key = ${key} and channel = ${channel} and audience = 'customer' for update`;
  return row;
}

/**
 * Of a message that was sent again, what is said of an earlier try says nothing of this one. One in doubt has the id of
 * an earlier try, or none; one of which the owner has said that it arrived has none.
 */
function isOf({ externalId }: DeliveryReported, sent: Reported): boolean {
  if (sent.state === 'queued') return false;
  if (sent.state === 'unknown') return sent.externalId !== externalId;
  return sent.externalId === externalId || (sent.externalId === null && sent.state === 'sent');
}

/** It has left: the channel knows it. */
async function endDoubt(ctx: Context, sent: Reported, { externalId }: DeliveryReported): Promise<void> {
  await ctx.tx`
    update outbox set state = 'sent', sent_at = ${ctx.now}, locked_until = null, external_id = ${externalId}
    where id = ${sent.id}`;
  sent.state = 'sent';
  await onDeliveryEnded(ctx, sent, { result: 'sent', externalId });
}

async function deliver(ctx: Context, sent: Reported, { externalId }: DeliveryReported): Promise<boolean> {
  const [before] = await ctx.tx`
    update outbox set delivered_at = ${ctx.now}, failed_at = null,
      state = case state when 'failed' then 'sent' else state end,
      sent_at = coalesce(sent_at, ${ctx.now}), external_id = ${externalId}
    where id = ${sent.id} and delivered_at is null returning id`;
  if (!before) return false;
  if (ofCampaign(sent)) {
    await noteCarried(ctx, sent, { is: 'delivered' });
    return true;
  }
  const name = await nameOfReader(ctx.tx, sent.conversationId, sent.address);
  const words = (t: Texts): Reply => ({ text: t.sms.delivered(name, t.channel(sent.channel)) });
  await tellReceipts(ctx, await receiptsOf(ctx.tx, sent.id), words, `delivered:${externalId}`);
  if (sent.state !== 'failed') return true;
  // it was told that it had not arrived, and somebody may have sent it by another way
  await waitNoMore(ctx.tx, sent.id, ctx.now);
  await tell(ctx, sent, `delivered:${externalId}`, (t) => ({ text: t.sms.afterAll(name, t.channel(sent.channel)) }));
  return true;
}

async function fail(ctx: Context, sent: Reported, { externalId, fault }: DeliveryReported): Promise<boolean> {
  const { reason = 'not_carried', code = '' } = fault ?? {};
  const [failed] = await ctx.tx`
    update outbox set state = 'failed', failed_at = ${ctx.now}, last_error = ${`reported: ${reason} ${code}`.trim()},
      external_id = ${externalId}
    where id = ${sent.id} and state = 'sent' and delivered_at is null returning id`;
  if (!failed) return false;
  await markAddress(ctx, sent, reason);
  if (ofCampaign(sent)) {
    await noteCarried(ctx, sent, { is: 'failed', reason, detail: code });
    return true;
  }
  await waitAgain(ctx.tx, sent.id);
  const name = await nameOfReader(ctx.tx, sent.conversationId, sent.address);
  const words = (t: Texts): Reply => {
    const sending = { name, channel: t.channel(sent.channel), outboxId: sent.id };
    const receipt = failedReceipt(t, sending, reason, undefined);
    const text = code ? `${receipt.text}\n${t.sms.code(code)}` : receipt.text;
    return { ...receipt, title: t.sms.notDelivered(name, sending.channel), ...(text && { text }) };
  };
  await tellReceipts(ctx, await receiptsOf(ctx.tx, sent.id), words, `not delivered:${externalId}`);
  await tell(ctx, sent, `not delivered:${externalId}`, words);
  return true;
}

/** Its report tells what became of it, and nobody is told of it alone. */
const ofCampaign = ({ payload }: Reported): boolean => payload.kind === 'message' && payload.campaign === true;

const tell = (ctx: Context, sent: Reported, key: string, words: (t: Texts) => Reply): Promise<void> =>
  tellOwner(ctx, key, words, {
    notice: { kind: 'undelivered', of: sent.channel },
    conversationId: sent.conversationId,
  });
