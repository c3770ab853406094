import type { Sql, Tx } from '../db/sql.ts';
import type { Place } from '../outbox/message.ts';

/** An answer that leaves at a time; until then it is nothing but this row. */
export interface Scheduled {
  id: string;
  conversationId: string;
  contactId: string;
  name: string;
  text: string;
  dueAt: Date;
  receiptTo: Place;
  userId: string | null;
}

const columns = (sql: Sql) => sql`
  s.id, s.conversation_id as "conversationId", v.contact_id as "contactId",
  coalesce(nullif(c.name, ''), v.address) as name, s.text, s.due_at as "dueAt", s.receipt_to as "receiptTo",
  s.user_id as "userId"`;

const from = (sql: Sql) => sql`
  scheduled_answers s join conversations v on v.id = s.conversation_id join contacts c on c.id = v.contact_id`;

export async function schedule(
  tx: Tx,
  draft: Pick<Scheduled, 'conversationId' | 'text' | 'dueAt' | 'receiptTo'> & { userId: string },
): Promise<Scheduled> {
  const [row] = await tx<{ id: string }>`
    insert into scheduled_answers (conversation_id, text, due_at, receipt_to, user_id)
    values (${draft.conversationId}, ${draft.text}, ${draft.dueAt}, ${tx.json(draft.receiptTo)}, ${draft.userId})
    returning id`;
  const [made] = await tx<Scheduled>`select ${columns(tx)} from ${from(tx)} where s.id = ${row!.id}`;
  return made!;
}

/** What is still to come, soonest first. */
export async function listScheduled(sql: Sql, limit: number, offset = 0): Promise<Scheduled[]> {
  return sql<Scheduled>`
    select ${columns(sql)} from ${from(sql)} where s.sent_at is null and s.cancelled_at is null
    order by s.due_at, s.id limit ${limit} offset ${offset}`;
}

/** Undefined when it has left, was cancelled before, or never was. */
export async function cancelScheduled(tx: Tx, id: string, now: Date): Promise<Scheduled | undefined> {
  const cancelled = await tx`
    update scheduled_answers set cancelled_at = ${now}
    where id = ${id} and sent_at is null and cancelled_at is null returning id`;
  if (cancelled.length === 0) return undefined;
  const [row] = await tx<Scheduled>`select ${columns(tx)} from ${from(tx)} where s.id = ${id}`;
  return row;
}

/** Those whose time has come, marked as sent: each is handed out once, whoever asks. */
export async function takeDueAnswers(tx: Tx, now: Date): Promise<Scheduled[]> {
  const due = await tx<{ id: string }>`
    update scheduled_answers set sent_at = ${now}
    where sent_at is null and cancelled_at is null and due_at <= ${now} returning id`;
  if (due.length === 0) return [];
  return tx<Scheduled>`
    select ${columns(tx)} from ${from(tx)} where s.id = any(${due.map((row) => row.id)}) order by s.due_at, s.id`;
}
