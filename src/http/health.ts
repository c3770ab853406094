import type { Sql } from '../db/sql.ts';

/** How the queues stand. Ages are in whole seconds, null when nothing waits. */
export interface Health {
  /** How long ago the oldest event that is still not handled was received. */
  inboxAgeSeconds: number | null;
  /** How long the oldest event that could be handled now has been waiting. */
  inboxDueSeconds: number | null;
  /** How long the oldest message has been due. */
  outboxAgeSeconds: number | null;
  inboxFailed: number;
  outboxFailed: number;
  outboxUnknown: number;
}

/** Thousands of events may wait behind one event of their lane. */
const DUE_LOOKED_AT = 100;

/** Reads the queues; every part has an index of its own. Rejects when the database is away. */
export async function readHealth(sql: Sql): Promise<Health> {
  const [health] = await sql<Health>`
    select
      (select extract(epoch from now() - min(received_at))::int from inbox where processed_at is null and failed_at is null)
        as "inboxAgeSeconds",
      (
        select extract(epoch from now() - min(run_at))::int
        from (
          select id, lane, run_at from inbox
          where processed_at is null and failed_at is null and run_at <= now()
            and (locked_until is null or locked_until < now())
          order by run_at limit ${DUE_LOOKED_AT}
        ) due
        where not exists (
          select from inbox earlier
          where earlier.lane = due.lane and earlier.id < due.id
            and earlier.processed_at is null and earlier.failed_at is null
        )
      ) as "inboxDueSeconds",
      (select extract(epoch from now() - min(run_at))::int from outbox where state = 'queued' and run_at <= now() and audience <> 'machine')
        as "outboxAgeSeconds",
      (select count(*)::int from inbox where failed_at is not null) as "inboxFailed",
      (select count(*)::int from outbox where state = 'failed' and audience <> 'machine') as "outboxFailed",
      (select count(*)::int from outbox where state = 'unknown' and audience <> 'machine') as "outboxUnknown"`;
  return health!;
}
