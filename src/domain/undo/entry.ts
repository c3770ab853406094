import type { Sql } from '../../db/sql.ts';
import { type JournalEntry, UNDO_DAYS } from '../owner/journal.ts';

/** The user's last act; what the program did automatically is taken back by its own button or its number. */
export async function lastEntry(sql: Sql, userId: string, now: Date): Promise<JournalEntry | undefined> {
  const [entry] = await sql<JournalEntry>`
    select id, user_id as "userId", command, created_at as "createdAt", button_id is not null as "byButton" from journal
    where user_id = ${userId} and undone_at is null and outcome is null and not by_itself
      and created_at > ${now}::timestamptz - ${UNDO_DAYS} * interval '1 day'
    order by id desc limit 1`;
  return entry;
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
