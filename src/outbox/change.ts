import type { Tx } from '../db/sql.ts';
import type { Attachment } from '../domain/attachment.ts';

/**
 * Takes back what was enqueued for the owner under a key (on every desk) while none of it has begun to leave, so that it can be
 * enqueued anew. False, and nothing taken back, when one has.
 */
export async function takeBackCard(tx: Tx, conversationId: string, key: string): Promise<boolean> {
  const cards = await tx<{ state: string }>`
    select state from outbox
    where conversation_id = ${conversationId} and audience = 'owner' and starts_with(idempotency_key, ${`${key}:`})
    for update`;
  if (cards.some(({ state }) => state !== 'queued')) return false;
  await tx`
    delete from outbox
    where conversation_id = ${conversationId} and audience = 'owner' and starts_with(idempotency_key, ${`${key}:`})`;
  return true;
}

/** Whether the answer has not begun to leave; it cannot begin before the transaction ends. */
export async function isQueued(tx: Tx, messageId: string): Promise<boolean> {
  const rows = await tx`
    select from outbox where message_id = ${messageId} and audience = 'customer' and state = 'queued' for update`;
  return rows.length > 0;
}

/** Gives an answer that has not begun to leave the words and files its message has now, and so many seconds for more. */
export async function changeQueued(
  tx: Tx,
  { id, text, attachments }: { id: string; text: string; attachments: Attachment[] },
  seconds: number,
): Promise<void> {
  await tx`
    update outbox set
      payload = jsonb_set(payload, '{reply}', (payload -> 'reply') || ${tx.json({ text, attachments })}::jsonb),
      run_at = greatest(run_at, now() + ${seconds} * interval '1 s')
    where message_id = ${id} and audience = 'customer' and state = 'queued'`;
}

/** Of these conversations those with an answer by mail that has not begun to leave, and where the last one goes. */
export async function heldThreads(tx: Tx, among: readonly string[]): Promise<{ id: string; address: string }[]> {
  return tx<{ id: string; address: string }>`
    select distinct on (conversation_id) conversation_id as id, address from outbox
    where state = 'queued' and audience = 'customer' and channel = 'email'
      and payload -> 'automatic' is null and conversation_id = any(${[...among]}::bigint[])
    order by conversation_id, outbox.id desc`;
}

/** Where the answers of this thread go that have not begun to leave, and with whom in copy. */
export async function redirectQueued(
  tx: Tx,
  conversationId: string,
  { address, copies }: { address: string; copies: string[] },
): Promise<void> {
  await tx`
    update outbox set address = ${address},
      payload = (payload - 'copies') || ${tx.json(copies.length > 0 ? { copies } : {})}::jsonb
    where conversation_id = ${conversationId} and audience = 'customer' and state = 'queued' and payload -> 'automatic' is null`;
}
