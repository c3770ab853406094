import type { Sql } from '../../db/sql.ts';

/** Whether any contact has this tag. */
export async function isTagInUse(sql: Sql, tag: string): Promise<boolean> {
  const rows = await sql`select from contacts where tags @> ${[tag.toLowerCase()]}::text[] limit 1`;
  return rows.length > 0;
}

/** The tags that contacts have. */
export async function tagsInUse(sql: Sql): Promise<string[]> {
  const rows = await sql<{ tag: string }>`select distinct unnest(tags) as tag from contacts order by tag`;
  return rows.map(({ tag }) => tag);
}
