import type { Sql } from '../db/sql.ts';

/** What we know about a message to a customer that has not arrived. */
export type NotDelivered = 'leaving' | 'failed' | 'unknown';

type Fragment = ReturnType<Sql['unsafe']>;

/**
 * The state of a message that has not arrived; null for one that has, and for one that we did not send. `id`: the
 * message's id.
 */
export const notDelivered = (sql: Sql, id: Fragment): Fragment => sql`(
  select case o.state when 'failed' then 'failed' when 'cancelled' then 'failed' when 'unknown' then 'unknown' else 'leaving' end
  from outbox o where o.message_id = ${id} and o.audience = 'customer' and o.state <> 'sent' limit 1
)`;

/**
 * Whether a message has certainly not arrived, so that it answers nobody. One that is still to leave counts as
 * arriving.
 */
export const missed = (sql: Sql, id: Fragment): Fragment => sql`exists (
  select from outbox o
  where o.message_id = ${id} and o.audience = 'customer' and o.state in ('failed', 'unknown', 'cancelled')
)`;
