import type { Sql, Tx } from '../db/sql.ts';
import type { Itself } from './message.ts';

/** Whether a card has reached the owner that told the message as one that may not wait. */
export async function isToldAtOnce(sql: Sql, message: { id: string; conversationId: string }): Promise<boolean> {
  const rows = await sql`
    select from outbox o
    where o.conversation_id = ${message.conversationId} and o.audience = 'owner' and o.state = 'sent' and exists (
      select from jsonb_array_elements(o.shows) one where one ->> 'messageId' = ${message.id} and one ->> 'urgent' is not null
    ) limit 1`;
  return rows.length > 0;
}

/** What answers messages by itself and has not begun to leave does not, to anybody or to this person. Gives how many there were. */
export async function stopItself(tx: Tx, kinds: readonly Itself[], contactId?: string): Promise<number> {
  const { count } = await tx`
    update outbox set state = 'cancelled'
    where waits and audience = 'customer' and payload ->> 'itself' = any((select ${[...kinds]}::text[])::text[])
      ${contactId === undefined ? tx`` : tx`and conversation_id in (select id from conversations where contact_id = ${contactId})`}`;
  return count;
}
