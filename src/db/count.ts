import type { Fragment, Sql } from './sql.ts';

/** Counts the rows of `from …` and stops at `most`: a number that is only shown need not cost a whole table. Null: all of them. */
export const countUpTo = (sql: Sql, from: Fragment, most: number | null): Fragment =>
  sql`(select count(*)::int from (select ${from} limit ${most}) counted)`;

/** About how many rows a table has, as the server last looked; less than 0 when it never has. */
export const aboutHowMany = (sql: Sql, table: string): Fragment =>
  sql`(select reltuples::bigint::int from pg_class where oid = ${table}::regclass)`;
