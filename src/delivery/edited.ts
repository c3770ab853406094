import type { Sql } from '../db/sql.ts';
import type { Edited, OutboxMessage } from '../outbox/message.ts';

/**
 * An edit with what its message shows now, a removal with what there is to be removed. Read after the claim: whoever rewrites the message later finds that this
 * edit no longer waits, and sends another.
 */
export async function asItIsNow(sql: Sql, message: OutboxMessage): Promise<OutboxMessage> {
  const { payload } = message;
  if (payload.kind === 'removal') return { ...message, payload: { ...payload, ids: await idsOf(sql, payload.of) } };
  if (payload.kind !== 'edit') return message;
  const [now] = await sql<Edited>`
    select payload -> 'reply' as reply, external_id as "externalId", audience = 'public' as "isPublic",
      1 + (select count(*) from sent_parts where outbox_id = outbox.id)::int as parts,
      not payload ? 'topic' and exists (
        select from conversations v join topics t on t.contact_id = v.contact_id
        where v.id = outbox.conversation_id and t.channel = outbox.channel and t.address = outbox.address
      ) as "inTopic"
    from outbox where id = ${payload.of}`;
  return now ? { ...message, payload: { ...payload, now } } : message;
}

/** The messages in which a row left. */
async function idsOf(sql: Sql, of: string): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select external_id as id from outbox where id = ${of} and external_id is not null
    union all select external_id from sent_parts where outbox_id = ${of}`;
  return rows.map(({ id }) => id);
}
