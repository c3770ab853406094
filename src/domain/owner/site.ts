import type { Sql, Tx } from '../../db/sql.ts';

/** The facts about where a process and its data are, by name. Unknown facts are left out. */
export type Facts = Readonly<Record<string, string>>;

/** The start of a process that works on this database. */
export interface Start {
  /** The id of its data directory. */
  id: string;
  /** How often it has started before, as the data directory counts; 0 if it is new. */
  starts: number;
  facts: Facts;
}

/** Why nothing may be sent or fetched from here before the owner says go. */
export type Doubt = 'elsewhere' | 'restored';

interface Site extends Start {
  doubt: Doubt | null;
}

/**
 * Notes a start and says why it has to rest, if it has to. A copy is the same data at another site, or at an earlier
 * time: whatever waits in it may already have left from the original.
 */
export async function noteStart(
  tx: Tx,
  start: Start,
  now: Date,
): Promise<{ starts: number; doubt: Doubt | undefined }> {
  await tx`lock table sites in share row exclusive mode`;
  const known = await tx<Site>`select id, starts, facts, doubt from sites`;
  const mine = known.find(({ id }) => id === start.id);
  // if a directory has started before and the database knows of no start, the database was made, or restored to a
  // state, before that start
  const doubt = known.length > 0 || start.starts > 0 ? doubtOf(start, mine, known) : undefined;
  const starts = Math.max(start.starts, mine?.starts ?? 0) + 1;
  const facts = doubt ? (mine?.facts ?? {}) : start.facts;
  await tx`
    insert into sites (id, facts, starts, doubt, waiting, waiting_since)
    values (
      ${start.id}, ${tx.json(facts)}, ${starts}, ${doubt ?? null}, ${doubt ? tx.json(start.facts) : null},
      ${doubt ? now : null}
    )
    on conflict (id) do update set
      facts = excluded.facts, starts = excluded.starts, doubt = excluded.doubt, waiting = excluded.waiting,
      waiting_since = case when excluded.doubt is null then null else coalesce(sites.waiting_since, excluded.waiting_since) end`;
  return { starts, doubt };
}

/**
 * A doubt about the time stays until the owner has spoken; one about the site ends when the site is the right one
 * again.
 */
function doubtOf(start: Start, mine: Site | undefined, known: readonly Site[]): Doubt | undefined {
  if (mine?.doubt === 'restored' || start.starts > (mine?.starts ?? 0)) return 'restored';
  return known.some(({ facts }) => isSame(facts, start.facts)) ? undefined : 'elsewhere';
}

/** At least one fact is known of both, and no fact that is known of both differs. */
function isSame(one: Facts, other: Facts): boolean {
  const common = Object.keys(one).filter((name) => name in other);
  return common.length > 0 && common.every((name) => one[name] === other[name]);
}

/** The owner says go: from now on, the sites that rest are right. Returns how many rested. */
export async function resumeSites(tx: Tx): Promise<number> {
  const rows = await tx`
    update sites set facts = waiting, doubt = null, waiting = null, waiting_since = null
    where waiting is not null returning id`;
  if (rows.length > 0) await tx`select pg_notify('sites', '')`;
  return rows.length;
}

/** Why something rests, for /status and the like; undefined if nothing does. */
export async function restingSite(sql: Sql): Promise<{ doubt: Doubt; since: Date } | undefined> {
  const [row] = await sql<{ doubt: Doubt; since: Date }>`
    select doubt, waiting_since as since from sites where waiting is not null order by waiting_since limit 1`;
  return row;
}

/** Whether the site with this id still rests. */
export async function isResting(sql: Sql, id: string): Promise<boolean> {
  const rows = await sql`select from sites where id = ${id} and waiting is not null`;
  return rows.length > 0;
}

/** How many messages wait to leave for customers, and for everybody to read. */
export async function countQueued(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from outbox where state = 'queued' and audience in ('customer', 'public')`;
  return row!.count;
}

/** Cancels what waits to leave for customers or for everybody, and what other systems were to be told; returns the ids of the messages to customers. */
export async function dropQueued(tx: Tx): Promise<string[]> {
  await tx`delete from hook_events`;
  await tx`update outbox set state = 'cancelled' where state = 'queued' and audience in ('machine', 'public')`;
  const rows = await tx<{ id: string }>`
    update outbox set state = 'cancelled' where state = 'queued' and audience = 'customer' returning id`;
  return rows.map(({ id }) => id);
}
