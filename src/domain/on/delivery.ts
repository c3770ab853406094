import { type Draft, enqueue } from '../../outbox/enqueue.ts';
import type { FailReason, OutboxMessage, Outcome, Payload, Place } from '../../outbox/message.ts';
import { receiptsOf } from '../../outbox/rewrite.ts';
import { type Texts, texts } from '../../text/texts.ts';
import { noteSaid } from '../campaigns/chat.ts';
import { hasLetters, isLocal } from '../channel.ts';
import { type Context, localeOf } from '../context.ts';
import { tellNotice } from '../desk/notice_flood.ts';
import { failedReceipt, tellReceipts, unknownReceipt } from '../desk/receipt_card.ts';
import { tellOwner } from '../desk/tell.ts';
import { noticesLeaveAt } from '../owner/away.ts';
import type { Notice } from '../owner/notice.ts';
import { ownerDesks } from '../owner/user.ts';
import { onPublicEnded } from '../posts/tend.ts';
import type { Reply } from '../reply.ts';
import { nameOfReader } from '../talk/destination.ts';
import { markBounced } from '../talk/mail/objection.ts';
import { channelOf, ownWay } from '../talk/own_account.ts';
import { closeTo } from '../talk/phone/opt_out.ts';
import { waitAgain, waitNoMore } from '../talk/waiting.ts';
import { userAt } from '../user.ts';
import { sayInstead } from './instead.ts';

/** For this long the owner still looks at what they typed. */
const JUST_TYPED_MS = 10 * 60_000;

/** How a message to a customer ended. */
export type Ending = Extract<Outcome['result'], 'sent' | 'failed' | 'unknown'>;

/**
 * A message to a customer has ended: the message gets the channel's id, and whoever wrote it gets a receipt in the same
 * place. Failures and doubts always reach the owner, once, with what can be done.
 */
export async function onDeliveryEnded(
  ctx: Context,
  sent: OutboxMessage,
  outcome: Extract<Outcome, { result: Ending }>,
): Promise<void> {
  const { payload } = sent;
  if (sent.audience === 'public') return onPublicEnded(ctx, sent, outcome);
  if ((payload.kind === 'form' || payload.kind === 'edit') && outcome.result === 'failed')
    return sayInstead(ctx, sent, payload);
  if (sent.audience !== 'customer' || sent.payload.kind !== 'message') return;
  if (outcome.result === 'sent' && outcome.externalId && sent.messageId) {
    await ctx.tx`
      update messages set external_id = ${outcome.externalId} where id = ${sent.messageId} and external_id is null`;
  }
  if (outcome.result === 'failed') await markAddress(ctx, sent, outcome.reason);
  await (outcome.result === 'sent' ? waitNoMore(ctx.tx, sent.id, ctx.now) : waitAgain(ctx.tx, sent.id));
  if (payload.kind === 'message' && payload.campaign) return noteSaid(ctx, sent, outcome);
  await report(ctx, sent, outcome);
}

/** Reports the end. The terminal where the message was typed may long be closed, so it gets only good news. */
async function report(ctx: Context, sent: OutboxMessage, outcome: Extract<Outcome, { result: Ending }>): Promise<void> {
  const place = sent.payload.kind === 'message' ? sent.payload.receiptTo : undefined;
  const [name, url, lines] = await Promise.all([
    nameOfReader(ctx.tx, sent.conversationId, sent.address),
    ownWay(ctx.tx, sent.channel, sent.address),
    receiptsOf(ctx.tx, sent.id),
  ]);
  const words = (t: Texts) => receipt(t, sent, name, outcome, url);
  const arrived = outcome.result === 'sent';
  await tellReceipts(ctx, lines, words, `ended:${sent.id}:${ctx.now.getTime()}`, arrived);
  // a changed message notifies nobody, so a failure is told in a new one
  const isTold =
    arrived && lines.some(({ channel, address }) => channel === place?.channel && address === place.address);
  if (place && !isTold && (arrived || !isLocal(place.channel)))
    await giveReceipt(ctx, sent, place, outcome.result, words);
  const refused = arrived && (outcome.refusedCopies ?? []).length > 0;
  if ((arrived && !refused) || (place && !refused && (await isDesk(ctx, place)))) return;
  await tellOwner(ctx, `ending:${sent.id}:${outcome.result}:${ctx.now.getTime()}`, words, {
    notice: noticeOf(sent, outcome.result),
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
  words: (t: Texts) => Reply,
): Promise<void> {
  const user = userAt(ctx, place.channel, place.address);
  const locale = localeOf(ctx, user);
  const payload = receiptIn(place, words(texts(locale)));
  const draft: Omit<Draft, 'payload'> = {
    channel: place.channel,
    address: place.address,
    audience: 'owner',
    idempotencyKey: `receipt:${sent.id}:${ending}:${ctx.now.getTime()}`,
    conversationId: sent.conversationId,
    ...(isLateNews(ctx, sent) && quietly(ctx)),
  };
  if (ending === 'sent') await enqueue(ctx.tx, ctx.random, { ...draft, payload });
  else await tellNotice(ctx, locale, { ...draft, payload }, noticeOf(sent, ending));
}

/** If a channel is down, everything on it fails alike, whomever it was for. */
const noticeOf = ({ channel }: OutboxMessage, ending: Ending): Notice =>
  ending === 'sent' ? { kind: 'copy' } : { kind: 'undelivered', of: channel };

/**
 * News about an answer that was just typed is part of the conversation; hours later it is news like any other, and
 * nobody is woken for it.
 */
const isLateNews = (ctx: Context, sent: OutboxMessage) => ctx.now.getTime() - sent.createdAt.getTime() > JUST_TYPED_MS;

function quietly(ctx: Context): { quietUntil?: Date } {
  const leaveAt = noticesLeaveAt(ctx);
  return leaveAt > ctx.now ? { quietUntil: leaveAt } : {};
}

const receiptIn = (
  { externalId: replyTo, topic = '' }: Place,
  reply: Reply,
): Extract<Payload, { kind: 'message' }> => ({
  ...{ kind: 'message', reply, topic },
  ...(replyTo && { replyTo }),
});

function receipt(
  t: Texts,
  sent: OutboxMessage,
  name: string,
  outcome: Extract<Outcome, { result: Ending }>,
  url: string | undefined,
): Reply {
  const channel = t.channel(channelOf(sent));
  if (outcome.result === 'sent') {
    return { receiptOf: sent.id, ...sentReceipt(t, sent, t.receipt.sent(name, channel), outcome.refusedCopies) };
  }
  const sending = { name, channel, outboxId: sent.id };
  return outcome.result === 'failed' ? failedReceipt(t, sending, outcome.reason, url) : unknownReceipt(t, sending);
}

/** Says who got a copy, and who did not. */
function sentReceipt(t: Texts, { payload }: OutboxMessage, text: string, refused: string[] = []): Reply {
  const copies = (payload.kind === 'message' && payload.copies) || [];
  const got = copies.filter((one) => !refused.includes(one));
  const also = [
    ...(got.length > 0 ? [t.mail.copyTo(got)] : []),
    ...(refused.length > 0 ? [t.mail.noCopy(refused)] : []),
  ];
  return { text: [text, ...also].join('\n') };
}

/** Remembers what concerns the address and not the message; a server that refuses us says nothing about the address. */
export async function markAddress(
  ctx: Pick<Context, 'tx' | 'now'>,
  sent: Pick<OutboxMessage, 'channel' | 'address'>,
  reason: FailReason,
): Promise<void> {
  if (reason === 'blocked' || reason === 'opted_out') return closeTo(ctx.tx, sent, ctx.now);
  if (reason === 'no_such_address' && hasLetters(sent.channel)) await markBounced(ctx.tx, sent, reason, ctx.now);
}
