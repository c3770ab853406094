import type { Sql, Tx } from '../../db/sql.ts';
import { dropCards } from '../../outbox/change.ts';
import { lockContacts } from './belongings.ts';

/** What a deletion removes along with a contact. */
export interface Belonging {
  messages: number;
  leads: number;
  tickets: number;
  tasks: number;
  /** Scheduled answers. */
  later: number;
  /** These stay, without a contact. */
  orders: number;
}

export async function belongingsOf(sql: Sql, contactId: string): Promise<Belonging> {
  const [row] = await sql<Belonging>`
    select
      (select count(*)::int from messages m join conversations v on v.id = m.conversation_id
        where v.contact_id = ${contactId}) as messages,
      (select count(*)::int from leads where contact_id = ${contactId}) as leads,
      (select count(*)::int from tickets where contact_id = ${contactId}) as tickets,
      (select count(*)::int from tasks where contact_id = ${contactId}) as tasks,
      (select count(*)::int from scheduled_answers s join conversations v on v.id = s.conversation_id
        where v.contact_id = ${contactId} and s.sent_at is null and s.cancelled_at is null) as later,
      (select count(*)::int from orders where contact_id = ${contactId}) as orders`;
  return row!;
}

/** Answers to them in the outbox that are on their way, oldest first. */
async function leavingTo(sql: Sql, contactId: string): Promise<Leaving[]> {
  return sql<Leaving>`
    select o.id, o.state = 'queued' as waits from conversations v join outbox o on o.conversation_id = v.id
    where v.contact_id = ${contactId} and o.audience = 'customer' and o.state in ('queued', 'sending') order by o.id`;
}

/** An answer that has not left: while it waits, it can be called back. */
export interface Leaving {
  id: string;
  waits: boolean;
}

/**
 * Deletes the contact with everything that is theirs: the foreign keys cascade, and the journal keeps every row. Orders
 * belong to the shop and stay. Does nothing if the contact is gone already, or while answers to them are on their way.
 */
export async function deleteContact(tx: Tx, contactId: string): Promise<'deleted' | 'gone' | Leaving[]> {
  if (!(await lockContacts(tx, [contactId]))) return 'gone';
  const leaving = await leavingTo(tx, contactId);
  if (leaving.length > 0) return leaving;
  await letGo(tx, contactId);
  await dropCards(tx, contactId);
  await tx`delete from contacts where id = ${contactId}`;
  return 'deleted';
}

/** First detaches what only points to something of theirs: undo restores rows in reverse order, and needs both ends. */
async function letGo(tx: Tx, contactId: string): Promise<void> {
  const conversations = tx`(select id from conversations where contact_id = ${contactId})`;
  await tx`
    update order_reports set says = says - '{customer,words,delivery,contactDetails,billedTo}'::text[]
    where order_id in (select id from orders where contact_id = ${contactId})`;
  await tx`update orders set contact_id = null, words = null, delivery = null, contact_details = null
    where contact_id = ${contactId}`;
  await tx`
    update scheduled_answers set contact_id = null
    where contact_id = ${contactId} and conversation_id not in ${conversations}`;
  await tx`
    update triage_corrections set message_id = null
    where message_id in (select id from messages where conversation_id in ${conversations})`;
  await tx`
    update conversations set joined_to = null where joined_to in ${conversations} and contact_id <> ${contactId}`;
  for (const table of ['leads', 'tickets', 'feedback']) {
    await tx`
      update ${tx(table)} set message_id = null
      where message_id in (select id from messages where conversation_id in ${conversations}) and contact_id <> ${contactId}`;
  }
  for (const table of ['leads', 'tickets']) {
    await tx`
      update ${tx(table)} set conversation_id = null
      where conversation_id in ${conversations} and contact_id <> ${contactId}`;
  }
}

/** The journal entry that deleted this conversation's contact: undoing it brings them back. */
export async function deletedBy(sql: Sql, conversationId: string): Promise<string | undefined> {
  const [entry] = await sql<{ id: string }>`
    select j.id from journal_changes c join journal j on j.id = c.journal_id
    where c.table_name = 'conversations' and c.key = ${conversationId} and c.after is null and j.undone_at is null
    order by c.id desc limit 1`;
  return entry?.id;
}
