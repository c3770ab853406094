import type { Sql, Tx } from '../../db/sql.ts';
import { recordedIn } from '../owner/journal.ts';

/** The open task of what was promised in a message, the first thing or a further one. */
export async function taskOfPromise(sql: Sql, messageId: string, nth: number): Promise<string | undefined> {
  const [row] = await sql<{ id: string }>`
    select id from tasks where promised_in = ${messageId} and promise_nth = ${nth} and done_at is null order by id limit 1`;
  return row?.id;
}

/** An open task of what was promised in an answer, and where in it. */
export interface OtherPromise {
  id: string;
  title: string;
  text: string;
  at: Date;
  nth: number;
}

/** Nobody wants to be reminded of what was promised in this message after all. How many reminders went. */
export async function forgetPromises(tx: Tx, messageId: string): Promise<number> {
  const gone = await tx`delete from tasks where promised_in = ${messageId} and done_at is null returning id`;
  return gone.length;
}

/** What else is open that was promised to somebody in other answers, the latest first. */
export async function otherPromises(sql: Sql, contactId: string, messageId: string): Promise<OtherPromise[]> {
  return sql<OtherPromise>`
    select k.id, k.title, m.text, m.occurred_at as at, k.promise_nth as nth from tasks k join messages m on m.id = k.promised_in
    where k.contact_id = ${contactId} and k.promised_in <> ${messageId} and k.done_at is null
    order by k.id desc limit ${MOST_OTHERS}`;
}

const MOST_OTHERS = 50;

/** These answers are called back before they left: nothing was promised in them, so nobody is reminded of it. */
export async function dropPromises(tx: Tx, messageIds: readonly string[], now: Date): Promise<void> {
  if (messageIds.length === 0) return;
  await recordedIn(
    tx,
    '',
    () => tx`
      with gone as (
        delete from tasks where promised_in = any((select ${[...messageIds]}::bigint[])::bigint[]) and done_at is null returning id::text
      )
      update journal set undone_at = ${now} where undone_at is null and id in (
        select journal_id from journal_changes where table_name = 'tasks' and key in (select id from gone)
      ) and not exists (
        select from journal_changes other
        where other.journal_id = journal.id and not (other.table_name = 'tasks' and other.key in (select id from gone))
      )`,
  );
}

/** What was promised and is not done: in which words, to whom and when. */
export interface OpenPromise {
  id: string;
  title: string;
  dueAt: Date | null;
  contactId: string | null;
  promisedAt: Date;
  /** The answer that promises it has not reached its reader. */
  lost: boolean;
}

const open = (sql: Sql, contactId: string | undefined) => sql`
  from tasks k join messages m on m.id = k.promised_in where k.promised_in is not null and k.done_at is null
    ${contactId === undefined ? sql`` : sql`and k.contact_id = ${contactId}`}`;

const notReached = (sql: Sql) => sql`
  select from outbox o where o.message_id = k.promised_in and o.audience = 'customer' and o.state in ('failed', 'cancelled')`;

/** The soonest first; of one person alone, where one is given. */
export async function openPromises(
  sql: Sql,
  contactId: string | undefined,
  limit: number,
  offset: number,
): Promise<OpenPromise[]> {
  return sql<OpenPromise>`
    select k.id, k.title, k.due_at as "dueAt", k.contact_id as "contactId", m.occurred_at as "promisedAt",
      exists (${notReached(sql)}) as lost
    ${open(sql, contactId)} order by k.due_at, k.id limit ${limit} offset ${offset}`;
}

/** How many `openPromises` lists, counted up to `most`. */
export async function countPromises(sql: Sql, contactId: string | undefined, most: number): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from (select ${open(sql, contactId)} limit ${most}) counted`;
  return row!.count;
}

/** What a user has written to the same customer since something was promised there, if anything: the promise may be kept by now. */
export async function writtenSince(sql: Sql, taskId: string): Promise<{ text: string; at: Date } | undefined> {
  const [row] = await sql<{ text: string; at: Date }>`
    select m.text, m.occurred_at as at
    from tasks k join messages p on p.id = k.promised_in join conversations v on v.contact_id = k.contact_id
      join messages m on m.conversation_id = v.id
    where k.id = ${taskId} and m.direction = 'out' and m.user_id is not null and m.id <> p.id and m.occurred_at > p.occurred_at
    order by m.occurred_at desc, m.id desc limit 1`;
  return row;
}

/** Whether the answer in which something was promised never reached its reader. */
export async function neverArrived(sql: Sql, taskId: string): Promise<boolean> {
  const rows = await sql`select from tasks k where k.id = ${taskId} and exists (${notReached(sql)})`;
  return rows.length > 0;
}
