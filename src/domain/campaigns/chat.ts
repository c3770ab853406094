import { unhurried } from '../../lib/unhurried.ts';
import { enqueue } from '../../outbox/enqueue.ts';
import type { OutboxMessage, Outcome } from '../../outbox/message.ts';
import type { Context } from '../context.ts';
import { openConversation } from '../talk/conversation.ts';
import { insertMessage } from '../talk/message.ts';
import { personData } from '../templates/person_data.ts';
import { confirmUrls } from './asking/asks.ts';
import type { Campaign } from './campaign.ts';
import { type Claimed, claimDeliveries, lockClaims } from './claim.ts';
import { cameBack, deliveryKey, freeUnbegun } from './delivery.ts';
import { rulesOf } from './rules.ts';
import { pauseUnreadable } from './tend.ts';
import { preferencesUrl, withUrl, wordsOfEach } from './words.ts';

/** So many messages of campaigns wait in a chat channel's outbox at most: answers overtake them there, and a halt has as many left. */
const MOST_UNDER_WAY = 20;

/**
 * In a chat a campaign's words are messages like any other: they leave through the outbox at the channel's own pace, stand in their
 * conversation, and a doubt is looked up there. Gives whether there may be more at once.
 */
export async function sendInChat(ctx: Context, channel: string, instance: number): Promise<boolean> {
  // what is counted holds until this batch is under way
  await lockClaims(ctx.tx);
  const [row] = await ctx.tx<{ count: number }>`
    select count(*)::int as count from campaign_deliveries
    where state = 'sending' and outbox_id is not null and channel = ${channel}`;
  const most = MOST_UNDER_WAY - row!.count;
  if (most <= 0) return false;
  const { rows, campaign } = await claimDeliveries(ctx, { channel, instance, most, leaseSeconds: 60 });
  if (!campaign) return false;
  const compiled = await wordsOfEach(ctx, campaign, rows);
  if ([...compiled.values()].some((one) => !('render' in one))) {
    await freeUnbegun(ctx, { instance, channel, only: rows.map(deliveryKey) });
    await pauseUnreadable(ctx, campaign);
    return false;
  }
  const data = await personData(
    ctx.tx,
    rows.map(({ contactId }) => contactId),
    ctx.now,
    ctx.settings,
  );
  const pages = await confirmUrls(ctx, campaign, rows);
  for await (const delivery of unhurried(rows)) {
    const known = data.get(delivery.contactId);
    const url = preferencesUrl(ctx, { ...delivery, channel });
    const confirmUrl = pages.get(delivery.address);
    const one = compiled.get(delivery.version)!;
    const words =
      'render' in one
        ? known
          ? one.render(withUrl(campaign, known, { url, ...(confirmUrl && { confirmUrl }) }), delivery.locale)
          : { missing: 'name' }
        : { missing: one.where.name };
    if ('missing' in words) await fail(ctx, delivery, words.missing);
    else await say(ctx, campaign, delivery, words.text);
  }
  return true;
}

async function fail({ tx }: Context, { campaignId, contactId }: Claimed, missing: string): Promise<void> {
  await tx`
    update campaign_deliveries set state = 'skipped', reason = 'missing', detail = ${missing}, locked_until = null, sent_at = null
    where campaign_id = ${campaignId} and contact_id = ${contactId}`;
}

async function say(ctx: Context, { channel }: Campaign, delivery: Claimed, text: string): Promise<void> {
  const { campaignId, contactId, address, attempts } = delivery;
  const { hours } = rulesOf(ctx.settings);
  const { id: conversationId } = await openConversation(ctx.tx, { contactId, channel, address });
  const message = await insertMessage(ctx.tx, {
    ...{ conversationId, direction: 'out', text, automatic: true, occurredAt: ctx.now },
  });
  const outboxId = await enqueue(ctx.tx, ctx.random, {
    ...{ channel, address, audience: 'customer', conversationId, messageId: message!.id, yields: true },
    idempotencyKey: `${deliveryKey(delivery)}:${attempts}`,
    payload: { kind: 'message', reply: { text }, automatic: true, campaign: true, ...(hours && { hours }) },
  });
  await ctx.tx`
    update campaign_deliveries set outbox_id = ${outboxId}, claimed_by = null, locked_until = null
    where campaign_id = ${campaignId} and contact_id = ${contactId}`;
}

/** What became of one of them, as the channel said. */
export async function noteSaid(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { id }: Pick<OutboxMessage, 'id'>,
  outcome: Extract<Outcome, { result: 'sent' | 'failed' | 'unknown' }>,
): Promise<void> {
  const { result } = outcome;
  await tx`
    update campaign_deliveries set state = ${result},
      reason = ${result === 'failed' ? outcome.reason : null}, detail = ${result === 'sent' ? null : outcome.error},
      bounced_at = ${result === 'failed' && cameBack(outcome.reason) ? now : null}, sent_at = ${result === 'failed' ? null : now}
    where outbox_id = ${id} and state in ('sending', 'unknown')`;
}

/** What the carrier says of one of them later, as it raises what is known of it. */
export async function noteCarried(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  { id }: Pick<OutboxMessage, 'id'>,
  said: { is: 'delivered' } | { is: 'failed'; reason: string; detail: string },
): Promise<void> {
  if (said.is === 'delivered')
    await tx`
      update campaign_deliveries set state = 'sent', reason = null, detail = null, bounced_at = null, delivered_at = ${now}, sent_at = coalesce(sent_at, ${now})
      where outbox_id = ${id} and delivered_at is null`;
  else
    await tx`
      update campaign_deliveries set state = 'failed', reason = ${said.reason}, detail = ${said.detail},
        bounced_at = ${cameBack(said.reason) ? now : null}
      where outbox_id = ${id} and delivered_at is null and state in ('sent', 'unknown')`;
}
