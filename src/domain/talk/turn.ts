import type { Sql } from '../../db/sql.ts';
import { missed } from '../delivery.ts';
import { isHeardOrOwn } from '../shown.ts';

/** Who owes whom an answer: `us` when the contact waits for us, `them` when we wait for the contact. */
export interface Turn {
  of: 'us' | 'them';
  since: Date;
}

/**
 * Undefined when nobody owes one; what we say automatically, or what did not arrive, asks nothing. They wait for us as long as one of their conversations says so; else we wait for them since
 * the first thing we said after their last words, wherever either was said.
 */
export async function whoseTurn(sql: Sql, contactId: string): Promise<Turn | undefined> {
  const [row] = await sql<{ waiting: Date | null; asked: Date | null }>`
    with spoken as materialized (
      select id, contact_id, channel, waiting_since from conversations where contact_id = ${contactId}
    ), last_in as materialized (
      select said.occurred_at, said.id from spoken v cross join lateral (
        select m.occurred_at, m.id from messages m where m.conversation_id = v.id and ${isHeardOrOwn(sql)}
        order by m.occurred_at desc, m.id desc limit 1
      ) said
      order by said.occurred_at desc, said.id desc limit 1
    )
    select (select min(waiting_since) from spoken) as waiting, (
      select min(m.occurred_at) from spoken v cross join lateral (
        select occurred_at from messages said
        where conversation_id = v.id and direction = 'out' and automatic is not true and not ${missed(sql, sql`said.id`)}
          and (occurred_at, id) > (
          coalesce((select occurred_at from last_in), '-infinity'), coalesce((select id from last_in), 0)
        )
        order by occurred_at, id limit 1
      ) m
    ) as asked`;
  if (row?.waiting) return { of: 'us', since: row.waiting };
  return row?.asked ? { of: 'them', since: row.asked } : undefined;
}
