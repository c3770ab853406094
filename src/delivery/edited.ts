import type { Sql } from '../db/sql.ts';
import type { Edited, OutboxMessage } from '../outbox/message.ts';

/**
 * An edit with what its message shows now. Read after the claim: whoever rewrites the message later finds that this
 * edit no longer waits, and sends another.
 */
export async function asItIsNow(sql: Sql, message: OutboxMessage): Promise<OutboxMessage> {
  const { payload } = message;
  if (payload.kind !== 'edit') return message;
  const [now] = await sql<Edited>`
    select payload -> 'reply' as reply, external_id as "externalId",
      1 + (select count(*) from sent_parts where outbox_id = outbox.id)::int as parts,
      not payload ? 'topic' and exists (
        select from conversations v join topics t on t.contact_id = v.contact_id
        where v.id = outbox.conversation_id and t.channel = outbox.channel and t.address = outbox.address
      ) as "inTopic"
    from outbox where id = ${payload.of}`;
  return now ? { ...message, payload: { ...payload, now } } : message;
}
