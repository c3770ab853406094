import type { Sql, Tx } from '../../db/sql.ts';
import { channelOfHook } from './hook.ts';

/** What a hook did not take and is not sent to it again by itself. */
export interface UnsentEvents {
  hookId: string;
  url: string;
  count: number;
  /** Of the newest. */
  at: Date;
}

const failedOf = (sql: Sql) => sql`
  o.channel = 'hook:' || h.id and o.audience = 'machine' and o.state = 'failed' and not o.payload ? 'triedFrom'`;

/** The hooks that have not taken everything, and how much. */
export async function listUnsentEvents(sql: Sql): Promise<UnsentEvents[]> {
  return sql<UnsentEvents>`
    select h.id as "hookId", h.url, events.count, events.at
    from hooks h cross join lateral (
      select count(*)::int as count, max(o.created_at) as at from outbox o where ${failedOf(sql)}
    ) events
    where events.count > 0 order by events.at desc`;
}

/** How many hooks have not taken everything. */
export async function countUnsentEvents(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from hooks h where exists (select from outbox o where ${failedOf(sql)})`;
  return row!.count;
}

/** Sends them again under the same ids, with a full set of tries. Returns how many. */
export async function resendEvents(tx: Tx, hookId: string): Promise<number> {
  const rows = await tx`
    update outbox set state = 'queued', run_at = now(), attempts = 0, failed_at = null
    where channel = ${channelOfHook(hookId)} and audience = 'machine' and state = 'failed' and not payload ? 'triedFrom'
    returning id`;
  return rows.length;
}

/** The owner lets them be. Returns how many. */
export async function dropEvents(tx: Tx, hookId: string): Promise<number> {
  const rows = await tx`
    update outbox set state = 'cancelled'
    where channel = ${channelOfHook(hookId)} and audience = 'machine' and state = 'failed' returning id`;
  return rows.length;
}
