import type { Sql, Tx } from '../../db/sql.ts';
import { type JournalEntry, UNDO_DAYS } from '../owner/journal.ts';
import { issuedWith } from './issued.ts';

/** The user's last act; what the program did automatically is taken back by its own button or its number. */
export async function lastEntry(sql: Sql, userId: string, now: Date): Promise<JournalEntry | undefined> {
  const [entry] = await sql<JournalEntry>`
    select id, user_id as "userId", command, created_at as "createdAt", button_id is not null as "byButton" from journal
    where user_id = ${userId} and undone_at is null and outcome is null and not by_itself
      and created_at > ${now}::timestamptz - ${UNDO_DAYS} * interval '1 day'
    order by id desc limit 1`;
  return entry;
}

/** The newest acts of a user that /undo could take back, at most so many. */
export async function lastEntries(sql: Sql, userId: string, now: Date, most: number): Promise<JournalEntry[]> {
  return sql<JournalEntry>`
    select id, user_id as "userId", command, created_at as "createdAt", button_id is not null as "byButton" from journal
    where user_id = ${userId} and undone_at is null and outcome is null and not by_itself
      and created_at > ${now}::timestamptz - ${UNDO_DAYS} * interval '1 day'
    order by id desc limit ${most}`;
}

/** The entries that hold what this one changed, the last first: its parts, or itself. It stays locked, so that no part is added. */
export async function partsOf(tx: Tx, { id }: Pick<JournalEntry, 'id'>): Promise<string[]> {
  // who was adding one meanwhile has done so: only a statement that begins then sees it
  await tx`select from journal where id = ${id} for update`;
  const rows = await tx<{ part: string }>`select id as part from journal where part_of = ${id} order by id desc`;
  return rows.length > 0 ? rows.map(({ part }) => part) : [id];
}

/** This user's entry before that one. */
export async function entryBefore(
  sql: Sql,
  { id, userId }: Pick<JournalEntry, 'id' | 'userId'>,
  now: Date,
): Promise<JournalEntry | undefined> {
  const [entry] = await sql<JournalEntry>`
    select id, user_id as "userId", command, created_at as "createdAt", button_id is not null as "byButton" from journal
    where user_id = ${userId} and id < ${id} and undone_at is null and outcome is null and not by_itself
      and created_at > ${now}::timestamptz - ${UNDO_DAYS} * interval '1 day'
    order by id desc limit 1`;
  return entry;
}

/** Whether it has already been taken back. */
export async function wasUndone(sql: Sql, userId: string, id: string): Promise<boolean> {
  const rows = await sql`select from journal where id = ${id} and user_id = ${userId} and undone_at is not null`;
  return rows.length > 0;
}

/** This user's entry, if it can be taken back. */
export async function loadEntry(sql: Sql, userId: string, id: string, now: Date): Promise<JournalEntry | undefined> {
  const [entry] = await sql<JournalEntry>`
    select id, user_id as "userId", command, created_at as "createdAt", button_id is not null as "byButton" from journal
    where id = ${id} and user_id = ${userId} and undone_at is null and outcome is null
      and created_at > ${now}::timestamptz - ${UNDO_DAYS} * interval '1 day'`;
  return entry;
}

/** An answer to a customer that an entry wrote. */
export interface EntryAnswer {
  name: string;
  text: string;
  /** It has left, or is leaving: it cannot be called back. */
  left: boolean;
}

/** The answer that an entry wrote; of several one that has left. */
export async function answerOf(sql: Sql, entryId: string): Promise<EntryAnswer | undefined> {
  const [answer] = await sql<EntryAnswer>`
    select coalesce(nullif(c.name, ''), o.address) as name, coalesce(m.text, '') as text,
      o.state in ('sending', 'sent', 'unknown') or o.sent_at is not null as left
    from journal_changes j
    join messages m on m.id = case when j.table_name = 'messages' then j.key::bigint end
    join outbox o on o.message_id = m.id and o.audience = 'customer'
    left join conversations v on v.id = m.conversation_id
    left join contacts c on c.id = v.contact_id
    where j.journal_id = ${entryId} and j.before is null
    order by 3 desc limit 1`;
  return answer;
}

/** So many answers that have left are passed over. */
const MOST_LEFT = 8;

/** This entry of the user, or the next one before it that wrote no answer that has left and nothing of an issued quote: what cannot be taken back is not offered. */
export async function undoable(
  sql: Sql,
  entry: JournalEntry | undefined,
  now: Date,
): Promise<JournalEntry | undefined> {
  let one = entry;
  for (let passed = 0; one && passed < MOST_LEFT; passed += 1) {
    if (!(await answerOf(sql, one.id))?.left && !(await issuedWith(sql, one.id))) return one;
    one = await entryBefore(sql, one, now);
  }
  return undefined;
}
