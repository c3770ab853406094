import type { Database } from '../../src/db/open.ts';

/**
 * How many rows and index entries of these tables the statements of `work` looked at: the real cost of a plan, whatever
 * it is called. The database must have one connection of each kind (poolSize 1), because we watch those.
 */
export async function lookedAt(db: Database, tables: readonly string[], work: () => Promise<unknown>): Promise<number> {
  const before = await read(db, tables);
  await work();
  return (await read(db, tables)) - before;
}

async function read({ sql: reader, autocommit: sql }: Database, tables: readonly string[]): Promise<number> {
  await reader`select pg_stat_force_next_flush()`;
  await sql`select pg_stat_force_next_flush()`;
  await sql`select pg_stat_clear_snapshot()`;
  const [row] = await sql<{ rows: number }>`
    select (
      (select sum(seq_tup_read) from pg_stat_user_tables where relname = any(${tables}))
      + (select coalesce(sum(idx_tup_read), 0) from pg_stat_user_indexes where relname = any(${tables}))
    )::int as rows`;
  return row!.rows;
}
