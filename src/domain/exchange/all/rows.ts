import type { Sql } from '../../../db/sql.ts';
import { keyOf, type Noun } from './noun.ts';

/** A column of a table. */
export interface TableColumn {
  name: string;
  /** As PostgreSQL calls it: 'timestamp with time zone', 'text[]'. */
  type: string;
}

/** So many rows are in memory at once. */
const BATCH = 1000;

/** The table's columns that are exported, in the order in which they were made. */
export async function columnsOf(sql: Sql, { table, without = {} }: Noun): Promise<TableColumn[]> {
  const rows = await sql<TableColumn>`
    select attname as name, format_type(atttypid, null) as type from pg_attribute
    where attrelid = ${table}::regclass and attnum > 0 and not attisdropped order by attnum`;
  return rows.filter(({ name }) => !Object.hasOwn(without, name));
}

/**
 * Its rows by their ids, a batch at a time, as JSON in one line each, as the database writes it: numbers of a column as text, so that no
 * reader rounds them.
 */
export async function* rowsOf(sql: Sql, noun: Noun): AsyncGenerator<string[]> {
  const { table, without = {}, only, json = {} } = noun;
  const key = sql`t.${sql(keyOf(noun))}`;
  const left = Object.keys(without);
  const kept = Object.keys(json);
  for (let after = noun.key ? '' : '-9'; ; ) {
    const rows = await sql<{ id: string; row: string }>`
      select ${key} as id, (
        select jsonb_object_agg(key, case when jsonb_typeof(value) = 'number' and key <> all(${kept}::text[]) then to_jsonb(value #>> '{}') else value end)
        from jsonb_each(to_jsonb(t)) where key <> all(${left}::text[])
      )::text as row
      from ${sql(table)} t where ${key} > ${after} and ${only?.(sql) ?? sql`true`} order by ${key} limit ${BATCH}`;
    if (rows.length > 0) yield rows.map(({ row }) => row);
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}
