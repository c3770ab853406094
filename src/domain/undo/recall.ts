import type { Sql, Tx } from '../../db/sql.ts';
import type { Context } from '../context.ts';
import { readerName } from '../talk/destination.ts';
import type { Message } from '../talk/message.ts';
import { type AnswerSince, answerSince, recountWaiting } from '../talk/waiting.ts';
import { dropPromises } from '../tasks/promise.ts';
import { undo } from './undo.ts';

export type Recalled =
  | { result: 'recalled'; name: string; text: string; hasFiles: boolean; conversationId: string }
  /** It has left, or is leaving at this moment: it cannot be called back. */
  | { result: 'left'; name: string; text: string }
  /** It had been cancelled, or could not be sent. */
  | { result: 'not_sent' }
  | { result: 'none' };

interface Held {
  id: string;
  state: string;
  messageId: string | null;
  conversationId: string;
  name: string;
  text: string;
  hasFiles: boolean;
  userId: string | null;
  occurredAt: Date;
}

/** The user's most recent answer that still waits to leave. */
export const lastHeld = async (sql: Sql, userId: string): Promise<Waiting | undefined> =>
  (await heldOf(sql, userId, 1))[0];

/** An answer that still waits to leave. */
export interface Waiting {
  id: string;
  name: string;
  text: string;
  hasFiles: boolean;
}

/** This user's waiting answers, the latest first. */
export async function heldOf(sql: Sql, userId: string, limit: number): Promise<Waiting[]> {
  return sql<Waiting>`
    select o.id, coalesce(nullif(c.name, ''), o.address) as name, coalesce(m.text, '') as text,
      coalesce(jsonb_array_length(m.attachments), 0) > 0 as "hasFiles"
    from outbox o join messages m on m.id = o.message_id
    left join conversations v on v.id = o.conversation_id left join contacts c on c.id = v.contact_id
    where o.state = 'queued' and o.audience = 'customer' and m.user_id = ${userId}
    order by o.id desc limit ${limit}`;
}

/** How long an answer waits while we ask its user whether it is to come back. */
const WAITS = '1 minute';

/** Keeps an answer that has not begun to leave until its user has said what they mean. False if it has. */
export async function holdLonger(tx: Tx, outboxId: string): Promise<boolean> {
  const rows = await tx`
    update outbox set run_at = greatest(run_at, now() + ${WAITS}::interval)
    where id = ${outboxId} and state = 'queued' returning id`;
  return rows.length > 0;
}

/** An answer that a customer had when they changed or took back what they had written; `held`: it has not left. */
export type AnswerMet = AnswerSince & { held: boolean };

/** The answer this message has. One that has not begun to leave waits, so that its user can keep it back. */
export async function answerMet(tx: Tx, message: Message): Promise<AnswerMet | undefined> {
  const answered = await answerSince(tx, message);
  if (!answered) return undefined;
  return { ...answered, held: answered.queued && (await holdLonger(tx, answered.outboxId)) };
}

/**
 * Calls an answer back while it is held. The row's lock decides between this and the worker that claims it: the second
 * sees what the first has done. What the answer changed is undone; if that has been changed again since, only the
 * answer goes.
 */
export async function recall(ctx: Context, outboxId: string): Promise<Recalled> {
  const { tx } = ctx;
  // a statement that waits for a lock reads other tables as they were before it waited
  await tx`select from outbox where id = ${outboxId} for update`;
  const [held] = await tx<Held>`
    select o.id, o.state, o.message_id as "messageId", o.conversation_id as "conversationId",
      coalesce(${readerName(tx, tx`o.address`)}, o.address) as name, coalesce(m.text, '') as text, m.user_id as "userId",
      coalesce(jsonb_array_length(m.attachments), 0) > 0 as "hasFiles", m.occurred_at as "occurredAt"
    from outbox o
    left join messages m on m.id = o.message_id
    left join conversations v on v.id = o.conversation_id
    left join contacts c on c.id = v.contact_id
    where o.id = ${outboxId} and o.audience = 'customer'`;
  if (!held) return { result: 'none' };
  if (held.state === 'cancelled' || held.state === 'failed') return { result: 'not_sent' };
  if (held.state !== 'queued') return { result: 'left', name: held.name, text: held.text };
  if (held.messageId) await dropPromises(tx, [held.messageId], ctx.now);
  if (!(await undoAnswer(ctx, held))) await withdraw(tx, held);
  const { name, text, hasFiles, conversationId } = held;
  return { result: 'recalled', name, text, hasFiles, conversationId };
}

/** Calls back the answer that this message is. False if it has left, or is leaving. */
export async function recallMessage(ctx: Context, messageId: string): Promise<boolean> {
  const rows = await ctx.tx<{
    id: string;
  }>`select id from outbox where message_id = ${messageId} and audience = 'customer'`;
  for (const { id } of rows) if ((await recall(ctx, id)).result === 'left') return false;
  return true;
}

/** Undoes the journal entry that wrote the message, found by its time and author. */
async function undoAnswer(ctx: Context, { messageId, userId, occurredAt }: Held): Promise<boolean> {
  const [entry] = await ctx.tx<{ id: string }>`
    select j.id from journal j join journal_changes c on c.journal_id = j.id
    where j.user_id = ${userId} and j.created_at = ${occurredAt} and j.undone_at is null
      and c.table_name = 'messages' and c.key = ${messageId} and c.before is null
    limit 1`;
  if (!entry || !userId) return false;
  return (await undo(ctx.tx, userId, entry.id, ctx.now)).result === 'undone';
}

/** Removes only the answer: its customer has been waiting since what they wrote after our last one. */
async function withdraw(tx: Tx, { id, messageId, conversationId }: Held): Promise<void> {
  await tx`update outbox set state = 'cancelled' where id = ${id}`;
  await tx`delete from messages where id = ${messageId}`;
  await recountWaiting(tx, [conversationId]);
}
