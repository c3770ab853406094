import type { Messages } from '../../text/messages.ts';
import { reasonOf, returnedMail } from '../bounce.ts';
import type { Context } from '../context.ts';
import { tellOwner } from '../desk.ts';
import type { MessageReceived } from '../event.ts';
import { markBounced, markComplained } from '../objection.ts';
import { waitAgain } from '../waiting.ts';
import { signCameBack } from './delivery.ts';

/** A mail of ours came back: the owner must know, for the customer is still waiting. */
export async function onBounce(ctx: Context, event: MessageReceived): Promise<string> {
  const sent = await returnedMail(ctx.tx, event);
  if (!sent) return 'bounce of an unknown mail';
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

/** A reader has reported a mail of ours as spam: nothing automatic goes there again. */
export async function onComplaint(ctx: Context, event: MessageReceived): Promise<string> {
  const sent = await returnedMail(ctx.tx, event);
  const addresses = new Set([...(sent ? [sent.address] : []), ...(event.returned ?? []).map(({ address }) => address)]);
  if (addresses.size === 0 || event.trust === 'suspicious') return 'complaint about an unknown mail';
  for (const address of addresses) await markComplained(ctx.tx, { channel: 'email', address }, ctx.now);
  const [address] = addresses;
  await tellOwner(ctx, `complaint:${event.externalId}`, (t) => t.mail.complained(sent?.name ?? '', address!), {
    conversationId: sent?.conversationId ?? null,
  });
  return 'complaint';
}
