import type { Fragment, Sql } from '../../db/sql.ts';

/**
 * The ids of what the tickets of a conversation go on as, where they were merged: an array. What is written there is of those. (An array, so that an
 * index finds them: `id = any(…)`.)
 */
export const goOnAs = (sql: Sql, conversationId: Fragment | string): Fragment => sql`array(
  with recursive later as (
    select merged_into_id as id from tickets where conversation_id = ${conversationId} and merged_into_id is not null
    union select t.merged_into_id from later join tickets t on t.id = later.id where t.merged_into_id is not null
  ) select id from later
)`;

/** A ticket and all that were merged into it, with where and since when each was spoken of. */
export const partsOf = (sql: Sql, ticketId: string): Fragment => sql`
  with recursive parts as (
    select id, conversation_id, created_at from tickets where id = ${ticketId}
    union select t.id, t.conversation_id, t.created_at from parts join tickets t on t.merged_into_id = parts.id
  )`;

/** The conversations of a ticket and of all that were merged into it. */
export async function conversationsOf(sql: Sql, ticketId: string): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    ${partsOf(sql, ticketId)}
    select distinct conversation_id as id from parts where conversation_id is not null order by 1`;
  return rows.map(({ id }) => id);
}

/** The id of the one that it goes on as, however often that was merged on; its own where it was not. */
export async function lastOf(sql: Sql, ticketId: string): Promise<string> {
  const [row] = await sql<{ id: string }>`
    with recursive later as (
      select id, merged_into_id from tickets where id = ${ticketId}
      union select t.id, t.merged_into_id from later join tickets t on t.id = later.merged_into_id
    )
    select id from later where merged_into_id is null`;
  return row?.id ?? ticketId;
}
