import type { Sql } from '../../db/sql.ts';
import type { Thing } from '../reply.ts';

/** So long what somebody types next may be about what they have just changed. */
const MOMENT_MS = 30 * 60_000;
const MOST_ENTRIES = 5;

const NOUNS: Readonly<Record<string, Thing['noun']>> = { leads: 'lead', tasks: 'task', tickets: 'ticket' };
const TABLES = Object.keys(NOUNS);

/** The leads, tasks and tickets that this user changed last, the latest first. */
export async function lastTouched(sql: Sql, userId: string, now: Date): Promise<Thing[]> {
  const rows = await sql<{ table: string; id: string }>`
    select changed.table_name as "table", changed.key as id from (
      select id from journal
      where user_id = ${userId} and undone_at is null and outcome is null and not by_itself
        and created_at > ${new Date(now.getTime() - MOMENT_MS)}
      order by id desc limit ${MOST_ENTRIES}
    ) entry cross join lateral (
      select table_name, key from journal_changes
      where journal_id = entry.id and table_name = any(${TABLES}) and after is not null order by id limit 1
    ) changed order by entry.id desc`;
  return rows.map(({ table, id }) => ({ noun: NOUNS[table]!, id }));
}

/** The entry by which a thing was made and which can be taken back; `only`: nothing was done with it since. */
export async function makingOf(
  sql: Sql,
  userId: string,
  { noun, id }: Thing,
): Promise<{ entry: string; only: boolean } | undefined> {
  const [made] = await sql<{ entry: string; only: boolean }>`
    select j.id as entry, not exists (
      select from journal_changes later where later.table_name = ${`${noun}s`} and later.key = ${id} and later.journal_id > j.id
    ) as only
    from journal_changes change join journal j on j.id = change.journal_id
    where change.table_name = ${`${noun}s`} and change.key = ${id} and change.before is null
      and j.user_id = ${userId} and j.undone_at is null and j.outcome is null
    order by j.id desc limit 1`;
  return made;
}

/** Those entries of the journal that have not been taken back, the last first. */
export async function standing(sql: Sql, ids: readonly string[]): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select id from journal where id = any(${[...ids]}) and undone_at is null and outcome is null order by id desc`;
  return rows.map(({ id }) => id);
}

/** Whether another act that still stands changed what these entries changed. */
export async function isTouchedSince(sql: Sql, ids: readonly string[]): Promise<boolean> {
  const [found] = await sql<{ touched: boolean }>`
    select exists (
      select from journal_changes change
      join journal_changes later on later.table_name = change.table_name and later.key = change.key and later.journal_id > change.journal_id
      join journal j on j.id = later.journal_id
      where change.journal_id = any(${[...ids]}) and j.id <> all(${[...ids]}) and j.undone_at is null and j.outcome is null
    ) as touched`;
  return found!.touched;
}
