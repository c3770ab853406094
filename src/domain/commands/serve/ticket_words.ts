import type { Sql } from '../../../db/sql.ts';
import { partsOf } from '../../serve/merged.ts';
import type { Ticket } from '../../serve/ticket.ts';
import { isShown } from '../../shown.ts';
import { loadMessages, type Message } from '../../talk/message.ts';

/** What was said about a ticket, the latest last: in its conversation since it was made, and in those of the tickets that were merged into it. */
export async function wordsOfTicket(sql: Sql, { id, messageId }: Ticket, limit: number): Promise<Message[]> {
  const rows = await sql<{ id: string }>`
    ${partsOf(sql, id)}, said as materialized (
      select m.id, m.occurred_at
      from (select conversation_id, min(created_at) as since from parts where conversation_id is not null group by 1) of
      cross join lateral (
        select m.id, m.occurred_at from messages m
        where m.conversation_id = of.conversation_id and m.occurred_at >= of.since and m.direction <> 'note' and ${isShown(sql, sql`m`)}
        order by m.occurred_at desc, m.id desc limit ${limit}
      ) m
    )
    select id from (
      select id, occurred_at from said
      union select id, occurred_at from messages where id = ${messageId}
      union select m.id, m.occurred_at from ticket_messages k join messages m on m.id = k.message_id where k.ticket_id = ${id}
    ) heard order by occurred_at desc, id desc limit ${limit}`;
  return loadMessages(
    sql,
    rows.map((row) => row.id),
  );
}
