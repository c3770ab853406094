import type { Database } from '../db/open.ts';
import { HELD_TRIES } from './failure.ts';

/** How many seconds a row waits that was being handled when the process died, by its tries so far. */
const DEATH_SECONDS = [0, 0, 1, 5, 30, 120, 600, 600];
/** From the second death on they come back one behind the other, so many seconds apart: as long as a start takes, and not for ever. */
const APART_SECONDS = 5;
const MOST_APART = 8;

/** Frees the rows this process holds and is not at work on. They cost no try. */
export async function freeUnknown(db: Database, instance: number | undefined, known: readonly string[]): Promise<void> {
  await db.autocommit`
    update inbox set locked_until = null, attempts = attempts - 1
    where locked_until is not null and claimed_by = ${instance ?? null} and processed_at is null
      and id <> all(${[...known]}::bigint[])`;
}

/**
 * Frees rows that dead processes held (these instances, or all: safe only where no other process can be at work). Nobody knows
 * whether a row ended the process or was only there when it ended. So it waits longer after each death: then the same few do not
 * use up their tries in a series of quick deaths, and the others are handled in between. Nor do they come back together again and
 * again: what ends the process is soon there without them.
 */
export async function releaseInbox(db: Database, instances?: number[]): Promise<void> {
  await db.autocommit`
    with held as (
      select id, row_number() over (partition by attempts order by id) - 1 as nth from inbox
      where locked_until is not null and processed_at is null
        ${instances ? db.sql`and claimed_by = any(${instances}::int[])` : db.sql``}
    )
    update inbox set
      locked_until = null,
      overtaken = overtaken or attempts >= ${HELD_TRIES},
      run_at = now() + interval '1 s' * ((${DEATH_SECONDS}::int[])[least(attempts, ${DEATH_SECONDS.length})]
        + case when attempts > 1 then ${APART_SECONDS}::int * least(nth, ${MOST_APART}) else 0 end)
    from held where inbox.id = held.id and locked_until is not null and processed_at is null`;
}
