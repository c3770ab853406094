import type { Sql } from '../db/sql.ts';

/** Whether at least `many` rows of a source wait to be handled. */
export async function isBacklog(sql: Sql, source: string, many: number): Promise<boolean> {
  const rows = await sql`select from inbox where open and source = ${source} limit ${many}`;
  return rows.length === many;
}
