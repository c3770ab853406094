import type { Messages } from '../../text/messages.ts';
import { truncate } from '../../text/truncate.ts';
import { keepAutomatic } from '../automatic_mail.ts';
import { reasonOf, returnedMail } from '../bounce.ts';
import type { Context } from '../context.ts';
import { tellOwner } from '../desk.ts';
import type { MessageReceived } from '../event.ts';
import { markBounced, markComplained } from '../objection.ts';
import { waitAgain } from '../waiting.ts';
import { signCameBack } from './delivery.ts';

const QUOTE_GRAPHEMES = 1200;

/** A mail of ours came back: the owner must know, for the customer is still waiting. */
export async function onBounce(ctx: Context, event: MessageReceived): Promise<string> {
  const sent = await returnedMail(ctx.tx, event);
  if (!sent) return onUnknownBounce(ctx, event);
  const reason = reasonOf(event, sent.address);
  const mine = await ctx.tx`
    update outbox set state = 'failed', failed_at = ${ctx.now}, last_error = ${`bounced: ${reason}`}
    where id = ${sent.outboxId} and state in ('sent', 'unknown') returning id`;
  if (mine.length === 0) return 'bounce: known already';
  if (reason === 'no_such_address') await markBounced(ctx.tx, { channel: 'email', ...sent }, reason, ctx.now);
  await waitAgain(ctx.tx, sent.outboxId);
  const words = (t: Messages) => t.mail.cameBack(sent.name, sent.address, reason, sent.outboxId);
  await signCameBack(ctx, sent.outboxId, words);
  await tellOwner(ctx, `bounce:${sent.outboxId}:${event.externalId}`, words, { conversationId: sent.conversationId });
  return 'bounce';
}

/**
 * It is about no mail of ours, or does not say so in a way we read: the owner writes from other programs, too. It goes on the list;
 * one that names nobody is shown as well, for it may be about anything.
 */
async function onUnknownBounce(ctx: Context, event: MessageReceived): Promise<string> {
  const kept = await keepAutomatic(ctx.tx, event, ctx.now);
  if (!kept) return 'already stored';
  const { subject = '', externalId, text } = event;
  if ((event.returned ?? []).length === 0)
    await tellOwner(ctx, `unknown bounce:${externalId}`, (t) =>
      t.mail.unknownBounce(subject, truncate(text, QUOTE_GRAPHEMES)),
    );
  return 'bounce of an unknown mail';
}

/** A reader has reported a mail of ours as spam: nothing automatic goes there again. */
export async function onComplaint(ctx: Context, event: MessageReceived): Promise<string> {
  const sent = await returnedMail(ctx.tx, event);
  const addresses = new Set([...(sent ? [sent.address] : []), ...(event.returned ?? []).map(({ address }) => address)]);
  if (addresses.size === 0 || event.trust === 'suspicious') {
    await keepAutomatic(ctx.tx, event, ctx.now);
    return 'complaint about an unknown mail';
  }
  for (const address of addresses) await markComplained(ctx.tx, { channel: 'email', address }, ctx.now);
  const [address] = addresses;
  await tellOwner(ctx, `complaint:${event.externalId}`, (t) => t.mail.complained(sent?.name ?? '', address!), {
    conversationId: sent?.conversationId ?? null,
  });
  return 'complaint';
}
