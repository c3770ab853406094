import { INSTANCES } from '../db/listen.ts';
import type { Database } from '../db/open.ts';
import { type Loop, startLoop } from '../lib/loop.ts';

export interface InstancesOptions {
  db: Database;
  /** The number of this process: it claims rows under it and holds its lock (`Database.present`). */
  self: number;
  /** Frees the rows that these instances held. */
  free: (gone: number[]) => Promise<void>;
  onError: (error: unknown) => void;
  /**
   * An instance that is not seen for this long counts as gone. Default 3000 ms: a living one whose session broke is
   * back sooner.
   */
  goneMs?: number;
  /** Default 1000 ms. */
  lookMs?: number;
}

/**
 * Lets several processes share the work. Each holds a lock in its session for as long as it lives. The server drops the
 * lock with the process, so what a killed process had claimed is free within seconds and not only when its lease has
 * run out.
 */
export function watchInstances({ db, self, free, onError, goneMs = 3000, lookMs = 1000 }: InstancesOptions): Loop {
  const missingSince = new Map<number, number>();
  return startLoop(async () => {
    await noteMissing(db, self, missingSince);
    const now = performance.now();
    const gone = [...missingSince.keys()].filter((holder) => now - missingSince.get(holder)! >= goneMs);
    if (gone.length > 0) await free(gone);
    return lookMs;
  }, onError);
}

/** Keeps in `missingSince` since when each instance that holds rows has been missing (by `performance.now()`). */
async function noteMissing(db: Database, self: number, missingSince: Map<number, number>): Promise<void> {
  const holders = (await holdersOf(db)).filter((holder) => holder !== self);
  const present = holders.length > 0 ? await presentIn(db) : [];
  // behind a pooler our sessions are not our own: then we do not even see ourselves, and cannot say who is missing
  const missing = present.includes(self) ? holders.filter((holder) => !present.includes(holder)) : [];
  for (const holder of missingSince.keys()) if (!missing.includes(holder)) missingSince.delete(holder);
  for (const holder of missing) if (!missingSince.has(holder)) missingSince.set(holder, performance.now());
}

/** The instances that hold claimed rows. */
async function holdersOf({ sql }: Database): Promise<number[]> {
  const rows = await sql<{ holder: number }>`
    select claimed_by as holder from inbox where locked_until is not null and claimed_by is not null
    union
    select claimed_by from outbox where state = 'sending' and claimed_by is not null
    union
    select claimed_by from campaign_deliveries where state = 'sending' and claimed_by is not null`;
  return rows.map(({ holder }) => holder);
}

async function presentIn({ sql }: Database): Promise<number[]> {
  const rows = await sql<{ holder: number }>`
    select distinct objid::bigint::int as holder from pg_locks
    where locktype = 'advisory' and classid = ${INSTANCES} and objsubid = 2 and granted
      and database = (select oid from pg_database where datname = current_database())`;
  return rows.map(({ holder }) => holder);
}
