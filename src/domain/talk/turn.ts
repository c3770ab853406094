import type { Sql } from '../../db/sql.ts';
import { missed } from '../delivery.ts';
import { isHeardOrOwn } from '../shown.ts';
import { type Conversation, loadConversation } from './conversation.ts';

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

/** For this long, what somebody types next may continue their answer. */
const MOMENT_MS = 5 * 60_000;
/** How many of the last messages are looked at. */
const MOST_LOOKED_AT = 50;

/** Where this user has just answered somebody. */
export async function justAnswered(
  sql: Sql,
  userId: string,
  now: Date,
): Promise<{ conversation: Conversation; name: string } | undefined> {
  const [row] = await sql<{ id: string; name: string }>`
    select v.id, coalesce(nullif(c.name, ''), v.address) as name
    from (
      select id, conversation_id, direction, user_id, automatic, occurred_at from messages order by id desc limit ${MOST_LOOKED_AT}
    ) m
    join conversations v on v.id = m.conversation_id join contacts c on c.id = v.contact_id
    where m.direction = 'out' and m.user_id = ${userId} and m.automatic is not true
      and m.occurred_at > ${new Date(now.getTime() - MOMENT_MS)} and c.blocked_at is null
    order by m.id desc limit 1`;
  const conversation = row && (await loadConversation(sql, row.id));
  return conversation && { conversation, name: row.name };
}
