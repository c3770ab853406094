import type { Sql, Tx } from '../db/sql.ts';
import type { Payload } from '../outbox/message.ts';
import { waitNoMore } from './waiting.ts';

/** A message that did not go out for certain, or an event that could not be handled. */
export interface Unsent {
  kind: 'out' | 'in';
  id: string;
  state: 'failed' | 'unknown';
  /** Outgoing: the channel; incoming: the source. */
  channel: string;
  name: string;
  payload: Payload | null;
  error: string | null;
  at: Date;
}

/** What could not be delivered or handled, newest first. */
export async function listUnsent(sql: Sql, limit: number, offset = 0): Promise<Unsent[]> {
  return sql<Unsent>`
    select * from (
      select 'out' as kind, o.id, o.state, o.channel, coalesce(nullif(c.name, ''), o.address) as name, o.payload,
        o.last_error as error, o.created_at as at
      from outbox o
      left join conversations v on v.id = o.conversation_id
      left join contacts c on c.id = v.contact_id
      where o.state in ('failed', 'unknown')
      union all
      select 'in', i.id, 'failed', i.source, i.source, null, i.last_error, i.received_at
      from inbox i where i.failed_at is not null
    ) unsent
    order by at desc, id desc limit ${limit} offset ${offset}`;
}

export async function countUnsent(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select ((select count(*) from outbox where state in ('failed', 'unknown'))
      + (select count(*) from inbox where failed_at is not null))::int as count`;
  return row!.count;
}

/** Puts it back into its queue, with a full set of tries. False when it is not there (any more). */
export async function retryUnsent(tx: Tx, kind: Unsent['kind'], id: string): Promise<boolean> {
  const rows =
    kind === 'out'
      ? await tx`
          update outbox set state = 'queued', run_at = now(), attempts = 0, failed_at = null
          where id = ${id} and state in ('failed', 'unknown') returning id`
      : await tx`
          update inbox set failed_at = null, run_at = now(), attempts = 0, locked_until = null, overtaken = false
          where id = ${id} and (failed_at is not null or overtaken) and processed_at is null
            and (locked_until is null or locked_until < now())
          returning id`;
  return rows.length > 0;
}

/** The owner lets it be, or says of a doubt that it arrived: it stays on record and off the list, and nobody waits for it any more. */
export async function dropUnsent(tx: Tx, kind: Unsent['kind'], id: string, now: Date): Promise<boolean> {
  const rows =
    kind === 'out'
      ? await tx`
          update outbox set
            state = case state when 'unknown' then 'sent' else 'cancelled' end, locked_until = null,
            sent_at = case state when 'unknown' then ${now} else sent_at end
          where id = ${id} and state in ('failed', 'unknown') returning id`
      : await tx`
          update inbox set failed_at = null, processed_at = ${now}, outcome = 'dropped by the owner'
          where id = ${id} and failed_at is not null returning id`;
  if (kind === 'out' && rows.length > 0) await waitNoMore(tx, id);
  return rows.length > 0;
}
