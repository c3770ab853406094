import { countUpTo } from '../../db/count.ts';
import type { Sql } from '../../db/sql.ts';
import { type ActOutcome, UNDO_DAYS } from './journal.ts';

/** One thing a user did. */
export interface Act {
  id: string;
  userName: string;
  byOwner: boolean;
  /** The program did it automatically, and the owner can take it back. */
  byItself: boolean;
  /** The name of the key with which a program did it for them. */
  key: string | null;
  command: string;
  at: Date;
  /** null if it changed something. */
  outcome: ActOutcome | null;
  undoneAt: Date | null;
  /** It changed something, is not undone, and is recent enough. */
  undoable: boolean;
}

/** Which acts: those of a user, or those that changed a contact. */
export type About = { userId: string } | { contactId: string } | undefined;

/** Greater than every id. */
const NEWEST = String(2n ** 63n - 1n);

/**
 * Newest first, only acts before `before`: so whoever pages through misses none and sees none twice, whatever is done
 * meanwhile.
 */
export async function listActs(
  sql: Sql,
  about: About,
  now: Date,
  limit: number,
  before: string | undefined,
): Promise<Act[]> {
  return sql<Act>`
    select j.id, coalesce(u.name, '?') as "userName", coalesce(u.role = 'owner', false) as "byOwner", j.by_itself as "byItself", j.command, k.name as key,
      j.created_at as at, j.outcome, j.undone_at as "undoneAt",
      j.undone_at is null and j.outcome is null
        and j.created_at > ${now}::timestamptz - ${UNDO_DAYS} * interval '1 day' as undoable
    from journal j left join users u on u.id = j.user_id left join api_keys k on k.id = j.key_id
    where j.id < coalesce(${before ?? null}::bigint, ${NEWEST}) and ${concerns(sql, about)}
    order by j.id desc limit ${limit}`;
}

/** How many acts those are, counted up to `most`. */
export async function countActs(sql: Sql, about: About, most: number): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select ${countUpTo(sql, sql`from journal j where ${concerns(sql, about)}`, most)} as count`;
  return row!.count;
}

function concerns(sql: Sql, about: About) {
  if (!about) return sql`j.part_of is null`;
  if ('userId' in about) return sql`j.user_id = ${about.userId} and j.part_of is null`;
  return sql`j.id in (
    select coalesce(whole.part_of, whole.id) from journal whole where whole.id in (${touching(sql, about.contactId)})
  )`;
}

/** Acts that changed the contact, what belongs to them, or what was said with them. */
function touching(sql: Sql, contactId: string) {
  return sql`
    select journal_id from journal_changes where table_name = 'contacts' and key = ${contactId}
    union
    select journal_id from journal_changes where coalesce(after, before) ->> 'contact_id' = ${contactId}
    union
    select journal_id from journal_changes
    where coalesce(after, before) ->> 'conversation_id' = any(
      array(select id::text from conversations where contact_id = ${contactId}::bigint)
    )`;
}

/** Who did it; undefined if there is no such act. */
export async function doerOf(sql: Sql, journalId: string): Promise<string | undefined> {
  const [row] = await sql<{ userId: string | null }>`select user_id as "userId" from journal where id = ${journalId}`;
  return row?.userId ?? undefined;
}
