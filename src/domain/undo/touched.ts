import type { Sql } from '../../db/sql.ts';
import type { ActOutcome, JournalEntry } from '../owner/journal.ts';
import type { Thing } from '../reply.ts';
import { lastEntries } from './entry.ts';

/** So long what somebody types next may be about what they have just changed. */
const MOMENT_MS = 30 * 60_000;
const MOST_ENTRIES = 5;

const NOUNS: Readonly<Record<string, Thing['noun']>> = { leads: 'lead', tasks: 'task', tickets: 'ticket' };
const TABLES = Object.keys(NOUNS);

/** What the last acts of this user changed of leads, tasks and tickets, the latest first; null: an act of another kind. */
export async function lastTouched(sql: Sql, userId: string, now: Date): Promise<(Thing | null)[]> {
  const rows = await sql<{ table: string | null; id: string }>`
    select changed.table_name as "table", changed.key as id from (
      select id from journal
      where user_id = ${userId} and undone_at is null and outcome is null and not by_itself
        and created_at > ${new Date(now.getTime() - MOMENT_MS)}
      order by id desc limit ${MOST_ENTRIES}
    ) entry left join lateral (
      select table_name, key from journal_changes
      where journal_id = entry.id and table_name = any(${TABLES}) and after is not null order by id limit 1
    ) changed on true order by entry.id desc`;
  return rows.map(({ table, id }) => (table === null ? null : { noun: NOUNS[table]!, id }));
}

/** The acts of this user that may be meant by what they type next, the latest first. */
export async function lastActs(sql: Sql, userId: string, now: Date): Promise<JournalEntry[]> {
  const entries = await lastEntries(sql, userId, now, MOST_ENTRIES);
  return entries.filter(({ createdAt }) => createdAt.getTime() > now.getTime() - MOMENT_MS);
}

/** The last entry of this user that changed the thing and stands; `made`: it was made by it. */
export async function lastChangeOf(
  sql: Sql,
  userId: string,
  { noun, id }: Thing,
): Promise<{ entry: string; made: boolean } | undefined> {
  const [last] = await sql<{ entry: string; made: boolean }>`
    select j.id as entry, bool_or(change.before is null) as made
    from journal_changes change join journal j on j.id = change.journal_id
    where change.table_name = ${`${noun}s`} and change.key = ${id}
      and j.user_id = ${userId} and j.undone_at is null and j.outcome is null
    group by j.id order by j.id desc limit 1`;
  return last;
}

/** Those entries of the journal that have not been taken back, the last first. */
export async function standing(sql: Sql, ids: readonly string[]): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select id from journal where id = any(${[...ids]}) and undone_at is null and outcome is null order by id desc`;
  return rows.map(({ id }) => id);
}

/** Whether another act that still stands changed what these entries changed. */
export async function isTouchedSince(sql: Sql, ids: readonly string[]): Promise<boolean> {
  const [found] = await sql<{ touched: boolean }>`
    select exists (
      select from journal_changes change
      join journal_changes later on later.table_name = change.table_name and later.key = change.key and later.journal_id > change.journal_id
      join journal j on j.id = later.journal_id
      where change.journal_id = any(${[...ids]}) and j.id <> all(${[...ids]}) and j.undone_at is null and j.outcome is null
    ) as touched`;
  return found!.touched;
}

/** The entry by which this user ended a task or ticket, if it can be taken back. */
export async function endingOf(sql: Sql, userId: string, { noun, id }: Thing): Promise<string | undefined> {
  const [ended] = await sql<{ entry: string }>`
    select j.id as entry from journal_changes change join journal j on j.id = change.journal_id
    where change.table_name = ${`${noun}s`} and change.key = ${id} and change.before is not null
      and coalesce(change.after->>'resolved_at', change.after->>'done_at') is not null
      and j.user_id = ${userId} and j.undone_at is null and j.outcome is null
    order by j.id desc limit 1`;
  return ended?.entry;
}

/** Whether what this user did last was to call back an answer: an undo then is none of what they did before. */
export async function isRecallLast(sql: Sql, userId: string): Promise<boolean> {
  const [last] = await sql<{ outcome: string | null }>`
    select outcome from journal where user_id = ${userId} and not by_itself order by id desc limit 1`;
  return last?.outcome === RECALLED;
}

const RECALLED: ActOutcome = 'recalled';
/** They did something, and nothing takes it back. */
const FOR_GOOD: readonly ActOutcome[] = ['for_good', 'drafted', 'key_made', 'key_revoked', 'invited', 'resumed'];

/** What this user did last, where nothing takes it back: an undo then is none of what they did before. */
export async function lastForGood(
  sql: Sql,
  userId: string,
): Promise<{ command: string; outcome: ActOutcome } | undefined> {
  const [last] = await sql<{ command: string; outcome: ActOutcome | null }>`
    select command, outcome from journal
    where user_id = ${userId} and not by_itself and undone_at is null and outcome is distinct from 'refused'
    order by id desc limit 1`;
  if (!last?.outcome || !FOR_GOOD.includes(last.outcome)) return undefined;
  return { command: last.command, outcome: last.outcome };
}

/** What this user wrote last and called back, within the moment in which it may be meant; `reminds`: of which invoice it reminded. */
export async function lastRecalled(
  sql: Sql,
  userId: string,
  now: Date,
): Promise<{ conversationId: string; text: string; reminds: string | null } | undefined> {
  const [answer] = await sql<{ conversationId: string; text: string; reminds: string | null }>`
    select change.after->>'conversation_id' as "conversationId", change.after->>'text' as text, (
      select i.number from journal_changes reminder join invoices i on i.id = (reminder.after->>'invoice_id')::bigint
      where reminder.journal_id = entry.id and reminder.table_name = 'invoice_reminders' and reminder.before is null limit 1
    ) as reminds from (
      select id from journal
      where user_id = ${userId} and undone_at is not null and created_at > ${new Date(now.getTime() - MOMENT_MS)}
      order by id desc limit ${MOST_ENTRIES}
    ) entry join journal_changes change on change.journal_id = entry.id
    where change.table_name = 'messages' and change.before is null and change.after->>'direction' = 'out'
    order by entry.id desc limit 1`;
  return answer;
}
