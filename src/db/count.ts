import type { Fragment, Sql } from './sql.ts';

/**
 * Counts the rows of `from …` up to `most`: a number that is only shown must not cost a scan of the whole table. Null:
 * no limit.
 */
export const countUpTo = (sql: Sql, from: Fragment, most: number | null): Fragment =>
  sql`(select count(*)::int from (select ${from} limit ${most}) counted)`;

/** The server's last estimate of how many rows a table has; less than 0 if it has none yet. */
export const aboutHowMany = (sql: Sql, table: string): Fragment =>
  sql`(select reltuples::bigint::int from pg_class where oid = ${table}::regclass)`;
