import type { Sql } from '../../db/sql.ts';

/** The open task of what was promised in a message. */
export async function taskOfPromise(sql: Sql, messageId: string): Promise<string | undefined> {
  const [row] = await sql<{ id: string }>`
    select id from tasks where promised_in = ${messageId} and done_at is null order by id limit 1`;
  return row?.id;
}

/** What was promised and is not done: in which words, to whom and when. */
export interface OpenPromise {
  id: string;
  title: string;
  dueAt: Date | null;
  contactId: string | null;
  promisedAt: Date;
}

const open = (sql: Sql) => sql`
  from tasks k join messages m on m.id = k.promised_in where k.promised_in is not null and k.done_at is null`;

/** The soonest first. */
export async function openPromises(sql: Sql, limit: number, offset: number): Promise<OpenPromise[]> {
  return sql<OpenPromise>`
    select k.id, k.title, k.due_at as "dueAt", k.contact_id as "contactId", m.occurred_at as "promisedAt"
    ${open(sql)} order by k.due_at, k.id limit ${limit} offset ${offset}`;
}

/** How many `openPromises` lists, counted up to `most`. */
export async function countPromises(sql: Sql, most: number): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from (select ${open(sql)} limit ${most}) counted`;
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
