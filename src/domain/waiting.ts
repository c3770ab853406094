import type { Sql, Tx } from '../db/sql.ts';
import { type Conversation, markWaiting } from './conversation.ts';
import { missed } from './delivery.ts';
import type { Message } from './message.ts';
import { isCustomersWords, isShown } from './shown.ts';
import { awaitCustomer, awaitUs } from './ticket.ts';
import type { Triage } from './triage/triage.ts';

/** Kinds of "other" that wait for nobody. */
const NEEDS_NO_ANSWER = ['spam', 'autoreply', 'otp', 'thanks', 'unsubscribe'];

/** Whether whoever wrote this waits for an answer. Unsure means yes. */
export function wantsAnswer({ label, sublabel, accepted, by }: Triage): boolean {
  if (!accepted || label === 'lead' || label === 'ticket') return true;
  return label === 'other' && by !== 'owner' && !NEEDS_NO_ANSWER.includes(sublabel);
}

/** A conversation whose customer waits for us. */
export interface Waiting {
  id: string;
  contactId: string;
  name: string;
  channel: string;
  since: Date;
  /** The customer's last words; '' for a file. */
  words: string;
}

/** Who waits for an answer, longest first; snoozed ones come back at their time. */
export async function listWaiting(sql: Sql, now: Date, limit: number, offset = 0): Promise<Waiting[]> {
  return sql<Waiting>`
    select v.id, v.contact_id as "contactId", coalesce(nullif(c.name, ''), 'c' || c.id) as name, v.channel,
      v.waiting_since as since, coalesce((
        select coalesce(nullif(m.text, ''), m.subject) from messages m
        where m.conversation_id = v.id and ${isCustomersWords(sql, sql`m`)}
        order by m.occurred_at desc, m.id desc limit 1
      ), '') as words
    from conversations v join contacts c on c.id = v.contact_id
    where v.waiting_since is not null and (v.snoozed_until is null or v.snoozed_until <= ${now})
    order by v.waiting_since, v.id limit ${limit} offset ${offset}`;
}

/** The owner has said what the message is: only now its sender waits, or waits no more because of it. */
export async function rewait(tx: Tx, conversation: Conversation, message: Message, triage: Triage): Promise<void> {
  const since = await unanswered(tx, message);
  const [itself, ...later] = since;
  if (itself?.id !== message.id) return;
  if (wantsAnswer(triage)) return markWaiting(tx, conversation.id, message.occurredAt);
  if (conversation.waitingSince?.getTime() !== message.occurredAt.getTime()) return;
  const next = later.find((one) => one.triage && wantsAnswer(one.triage));
  await tx`update conversations set waiting_since = ${next?.occurredAt ?? null} where id = ${conversation.id}`;
}

/** After messages went to another conversation: its customer waits since the first that wants an answer and has none. */
export async function recountWaiting(tx: Tx, conversationId: string): Promise<void> {
  const open = await unanswered(tx, { id: '0', conversationId });
  const first = open.find((one) => one.triage && wantsAnswer(one.triage));
  await tx`update conversations set waiting_since = ${first?.occurredAt ?? null} where id = ${conversationId}`;
}

/** This message and the customer's next ones, as far as nobody has answered since: what the house says by itself answers nothing. */
async function unanswered(tx: Tx, { id, conversationId }: Pick<Message, 'id' | 'conversationId'>) {
  return tx<{ id: string; triage: Triage | null; occurredAt: Date }>`
    select id, triage, occurred_at as "occurredAt" from messages m
    where conversation_id = ${conversationId} and direction = 'in' and ${isShown(tx, tx`m`)} and id >= ${id} and not exists (
      select from messages answer
      where answer.conversation_id = m.conversation_id and answer.direction = 'out' and answer.id > m.id
        and answer.automatic is not true and not ${missed(tx, tx`answer.id`)}
    )
    order by id`;
}

type Content = Pick<Message, 'text' | 'subject' | 'attachments'>;

/** What the customer wrote since we last answered, oldest first. */
export async function unansweredMessages(sql: Sql, conversationId: string): Promise<Content[]> {
  const rows = await sql<Content>`
    select m.text, m.subject, m.attachments from messages m
    where m.conversation_id = ${conversationId} and ${isCustomersWords(sql, sql`m`)} and not exists (
      select from messages answer
      where answer.conversation_id = m.conversation_id and answer.direction = 'out' and answer.id > m.id
        and answer.automatic is not true and not ${missed(sql, sql`answer.id`)}
    )
    order by m.id desc limit 10`;
  return rows.reverse();
}

/**
 * An answer did not arrive for certain: the customer waits since it was written, if not since earlier, and their tickets wait for us;
 * for an automatic one nobody waits.
 */
export async function waitAgain(tx: Tx, outboxId: string): Promise<void> {
  const [row] = await tx<{ id: string }>`
    update conversations v
    set waiting_since = coalesce(waiting_since, date_trunc('milliseconds', o.created_at))
    from outbox o join messages m on m.id = o.message_id
    where o.id = ${outboxId} and m.automatic is not true and v.id = m.conversation_id
    returning v.id`;
  if (row) await awaitUs(tx, row.id);
}

/**
 * That answer has arrived after all, or the owner lets it be: what the customer wrote since still waits, and so does a later answer
 * that did not arrive.
 */
export async function waitNoMore(tx: Tx, outboxId: string): Promise<void> {
  const [row] = await tx<{ id: string; waits: boolean }>`
    update conversations v
    set waiting_since = least((
      select min(m.occurred_at) from messages m
      where m.conversation_id = v.id and ${isCustomersWords(tx, tx`m`)} and m.occurred_at > o.created_at
    ), (
      select date_trunc('milliseconds', min(other.created_at)) from outbox other
      where other.conversation_id = v.id and other.audience = 'customer' and other.id > o.id
        and other.state in ('failed', 'unknown')
        and not exists (select from messages m where m.id = other.message_id and m.automatic)
    ))
    from outbox o left join messages answer on answer.id = o.message_id
    where o.id = ${outboxId} and v.id = coalesce(answer.conversation_id, o.conversation_id)
      and v.waiting_since = date_trunc('milliseconds', o.created_at)
    returning v.id, v.waiting_since is not null as waits`;
  if (row && !row.waits) await awaitCustomer(tx, row.id);
}
