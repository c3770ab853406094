import type { Fragment, Sql } from '../../db/sql.ts';
import type { Filter } from './filter/filter.ts';
import { matches, onlyAmong } from './filter/filter_sql.ts';
import type { FoundContact } from './search.ts';

/** Who matches a filter: how many they are, and some of them, the most recently seen first. */
export interface Matching {
  total: number;
  people: FoundContact[];
}

/**
 * One page. The whole set is collected first: if the planner saw a `limit`, it would walk all contacts by last_seen_at
 * for a filter that few of them match.
 */
export async function findMatching(sql: Sql, filter: Filter, now: Date, limit: number, offset = 0): Promise<Matching> {
  const rows = await sql<FoundContact & { total: number }>`
    with found as materialized (
      select c.id, c.last_seen_at from contacts c where ${matches(sql, filter, now)}
    ), page as (
      select id, last_seen_at from found order by last_seen_at desc nulls last, id desc limit ${limit} offset ${offset}
    )
    select c.id, c.name, c.tags, c.last_seen_at as "lastSeenAt", (select count(*)::int from found) as total
    from page join contacts c on c.id = page.id order by page.last_seen_at desc nulls last, page.id desc`;
  return { total: rows[0]?.total ?? 0, people: rows.map(({ total: _, ...person }) => person) };
}

export async function countMatching(sql: Sql, filter: Filter, now: Date): Promise<number> {
  const [row] = await sql<{ count: number }>`${counted(sql, filter, now)}`;
  return row!.count;
}

/** Nobody is named who is no contact. Whom others name is counted where they do: joining a million contacts with them costs a multiple. */
function counted(sql: Sql, filter: Filter, now: Date): Fragment {
  const among = onlyAmong(sql, filter, now);
  if (!among) return sql`select count(*)::int as count from contacts c where ${matches(sql, filter, now)}`;
  const named = sql`(select count(distinct contact_id) from (${among.ids}) those (contact_id))`;
  return among.not
    ? sql`select ((select count(*) from contacts) - ${named})::int as count`
    : sql`select ${named}::int as count`;
}

/** All of them, the most recently seen first; at most `limit`. */
export async function idsMatching(sql: Sql, filter: Filter, now: Date, limit: number): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    with found as materialized (
      select c.id, c.last_seen_at from contacts c where ${matches(sql, filter, now)}
    )
    select id from found order by last_seen_at desc nulls last, id desc limit ${limit}`;
  return rows.map(({ id }) => id);
}
