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
      1 + (select count(*) from sent_parts where outbox_id = outbox.id)::int as parts
    from outbox where id = ${payload.of}`;
  return now ? { ...message, payload: { ...payload, now } } : message;
}
