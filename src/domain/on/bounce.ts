import type { Context } from '../context.ts';
import { tellOwner } from '../desk.ts';
import type { MessageReceived } from '../event.ts';
import { waitAgain } from '../waiting.ts';

/** A mail of ours came back: the owner must know, for the customer is still waiting. */
export async function onBounce(ctx: Context, event: MessageReceived): Promise<string> {
  const [sent] = await ctx.tx<{ id: string; conversationId: string | null; name: string | null }>`
    select o.id, o.conversation_id as "conversationId", c.name
    from outbox o
    left join conversations v on v.id = o.conversation_id
    left join contacts c on c.id = v.contact_id
    where o.channel = 'email' and o.external_id = any(${event.answers})
    order by o.id desc limit 1`;
  if (!sent) return 'bounce of an unknown mail';
  await ctx.tx`
    update outbox set state = 'failed', failed_at = ${ctx.now}, last_error = 'bounced' where id = ${sent.id}`;
  await waitAgain(ctx.tx, sent.id);
  await tellOwner(ctx, `bounce:${sent.id}`, (t) => t.receipt.bounced(sent.name ?? ''), {
    conversationId: sent.conversationId,
  });
  return 'bounce';
}
