import type { Sql } from '../../../db/sql.ts';

/** What is exported: a table, under its name in the zip, and the columns that say nothing to anybody outside. */
export interface Noun {
  file: string;
  table: string;
  without?: readonly string[];
}

export const NOUNS: readonly Noun[] = [
  { file: 'identities', table: 'contact_identities' },
  { file: 'signs', table: 'contact_signs' },
  { file: 'conversations', table: 'conversations' },
  { file: 'messages', table: 'messages', without: ['triage'] },
  { file: 'fields', table: 'fields' },
  { file: 'orders', table: 'orders' },
  { file: 'order_lines', table: 'order_lines' },
  { file: 'payments', table: 'order_payments' },
  { file: 'refunds', table: 'order_refunds' },
  { file: 'tickets', table: 'tickets' },
  { file: 'leads', table: 'leads' },
  { file: 'quotes', table: 'quote_lines' },
  { file: 'tasks', table: 'tasks' },
  { file: 'feedback', table: 'feedback' },
];

/** So many rows are in memory at once. */
const BATCH = 1000;

/** The table's columns, in the order in which they were made. */
export async function columnsOf(sql: Sql, { table, without = [] }: Noun): Promise<string[]> {
  const rows = await sql<{ name: string }>`
    select column_name as name from information_schema.columns
    where table_schema = 'public' and table_name = ${table} order by ordinal_position`;
  return rows.map(({ name }) => name).filter((name) => !without.includes(name));
}

/** Its rows by their ids, a batch at a time; each value as text, null where there is none. */
export async function* rowsOf(sql: Sql, { table }: Noun): AsyncGenerator<Record<string, unknown>[]> {
  for (let after = '0'; ; ) {
    const rows = await sql<{ id: string; row: Record<string, unknown> }>`
      select id, (
        select jsonb_object_agg(key, case when jsonb_typeof(value) = 'number' then to_jsonb(value #>> '{}') else value end)
        from jsonb_each(to_jsonb(t))
      ) as row
      from ${sql(table)} t where id > ${after} order by id limit ${BATCH}`;
    if (rows.length > 0) yield rows.map(({ row }) => row);
    if (rows.length < BATCH) return;
    after = rows.at(-1)!.id;
  }
}
