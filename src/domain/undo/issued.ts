import type { Fragment, Sql } from '../../db/sql.ts';

/** The acts of an entry: itself, and its parts. */
const actsOf = (sql: Sql, entryId: string): Fragment => sql`
  select id from journal where (id = ${entryId} or part_of = ${entryId}) and undone_at is null`;

/** The quote that holds what an entry wrote, issued by a later act which stands: taken back, it would be another than its customer has. */
export async function issuedWith(sql: Sql, entryId: string): Promise<string | undefined> {
  const [found] = await sql<{ id: string }>`
    select q.id from (${actsOf(sql, entryId)}) j join journal_changes w on w.journal_id = j.id
    cross join lateral (
      select id from quotes
      where id = case when w.table_name = 'quotes' and w.after ->> 'state' = 'draft' then w.key::bigint end and state <> 'draft'
      union all
      select id from quotes
      where lead_id = case when w.table_name = 'quote_lines' then (coalesce(w.after, w.before) ->> 'lead_id')::bigint end
        and state in ('sent', 'accepted')
    ) q
    where w.table_name in ('quotes', 'quote_lines') and exists (
      select from journal_changes i join journal later on later.id = i.journal_id
      where i.table_name = 'quotes' and i.key = q.id::text and i.after ->> 'state' = 'sent' and i.journal_id > j.id
        and later.undone_at is null and later.id <> ${entryId} and later.part_of is distinct from ${entryId}::bigint
    )
    order by q.id desc limit 1`;
  return found?.id;
}

/** The quote that an entry issued. */
export async function issuedBy(sql: Sql, entryId: string): Promise<string | undefined> {
  const [found] = await sql<{ id: string }>`
    select w.key as id from (${actsOf(sql, entryId)}) j join journal_changes w on w.journal_id = j.id
    where w.table_name = 'quotes' and w.after ->> 'state' = 'sent' order by w.id desc limit 1`;
  return found?.id;
}

/** What its customer decided about a quote, as this user's entry that takes that back. */
export async function decisionOn(
  sql: Sql,
  userId: string,
  quoteId: string,
): Promise<{ entry: string; state: 'accepted' | 'declined' } | undefined> {
  const [found] = await sql<{ entry: string; state: 'accepted' | 'declined' }>`
    select j.id as entry, w.after ->> 'state' as state from journal_changes w join journal j on j.id = w.journal_id
    where w.table_name = 'quotes' and w.key = ${quoteId} and w.after ->> 'state' in ('accepted', 'declined')
      and j.user_id = ${userId} and j.by_itself and j.undone_at is null
    order by w.id desc limit 1`;
  return found;
}
