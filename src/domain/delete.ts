import type { Sql, Tx } from '../db/sql.ts';
import { dropCards } from '../outbox/change.ts';
import { lockContacts } from './move.ts';

/** What goes with a contact. */
export interface Belonging {
  messages: number;
  leads: number;
  tickets: number;
  tasks: number;
  /** These stay, as nobody's. */
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
      (select count(*)::int from orders where contact_id = ${contactId}) as orders`;
  return row!;
}

/** Whether an answer to them is on its way. */
export async function isBeingAnswered(sql: Sql, contactId: string): Promise<boolean> {
  const rows = await sql`
    select from conversations v join outbox o on o.conversation_id = v.id
    where v.contact_id = ${contactId} and o.audience = 'customer' and o.state in ('queued', 'sending') limit 1`;
  return rows.length > 0;
}

/**
 * The contact and all that is theirs go; the foreign keys take it along, and the journal keeps every row. Orders are the shop's and
 * stay. False when they are gone already.
 */
export async function deleteContact(tx: Tx, contactId: string): Promise<boolean> {
  if (!(await lockContacts(tx, [contactId]))) return false;
  await letGo(tx, contactId);
  await dropCards(tx, contactId);
  await tx`delete from contacts where id = ${contactId}`;
  return true;
}

/** What only points to something of theirs is freed first: undo puts rows back in the reverse order, and needs both ends. */
async function letGo(tx: Tx, contactId: string): Promise<void> {
  const conversations = tx`(select id from conversations where contact_id = ${contactId})`;
  await tx`update orders set contact_id = null where contact_id = ${contactId}`;
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
