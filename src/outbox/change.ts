import type { Tx } from '../db/sql.ts';
import { ALBUM_SECONDS as MOMENT_SECONDS } from '../domain/album.ts';
import type { Attachment } from '../domain/attachment.ts';
import type { Shown } from '../domain/gather.ts';
import { type Draft, withButtonIds } from './enqueue.ts';

/** What a card that waits is to show from now on. */
export interface CardChange extends Pick<Draft, 'payload' | 'conversationId'> {
  /** The messages on it, where it is a card of messages. */
  shows?: Shown[];
  count: number;
  /** It need not wait for the morning any more. */
  atOnce: boolean;
  /** So many seconds for more. */
  delaySeconds: number;
}

/**
 * Writes the first of these cards anew; the others are shown by it. It keeps its place in the chat, and its hour: the earliest of
 * theirs, but for one that waits a moment for more. All of them are locked, and none has begun to leave.
 */
export async function rewriteCard(tx: Tx, random: () => string, ids: string[], change: CardChange): Promise<void> {
  const [id, ...others] = ids;
  const payload = await withButtonIds(tx, random, change);
  await tx`
    update outbox set
      payload = ${tx.json(payload)}, conversation_id = ${change.conversationId ?? null}, shows = ${change.shows ? tx.json(change.shows) : null},
      shows_count = ${change.count}, quiet = all_of.quiet and not ${change.atOnce}, priority = all_of.priority,
      run_at = greatest(all_of.first, all_of.more, now() + nullif(${change.delaySeconds}::float8, 0) * interval '1 s')
    from (
      select bool_and(quiet) as quiet, min(case when quiet and ${change.atOnce} then 2 else priority end) as priority,
        min(at) as first, max(at) filter (where at <= now() + ${MOMENT_SECONDS} * interval '1 s') as more
      from outbox cross join lateral (select case when quiet and ${change.atOnce} then now() else run_at end as at) hour
      where id = any(${ids})
    ) all_of
    where outbox.id = ${id!}`;
  if (others.length === 0) return;
  await tx`update outbox set state = 'cancelled', shown_by = ${id!} where id = any(${others})`;
}

/** A card that has not begun to leave. */
export interface WaitingCard {
  id: string;
  channel: string;
  address: string;
  shows: Shown[];
  count: number;
}

/** The cards that wait with any of these messages on them, locked; looked for among those of the contact, or of all. */
export async function waitingCards(tx: Tx, messageIds: readonly string[], contactId?: string): Promise<WaitingCard[]> {
  return tx<WaitingCard>`
    select id, channel, address, shows, shows_count as count from outbox
    where waits and shows_contact is not null and attempts = 0
      and exists (select from jsonb_array_elements(shows) one where one ->> 'messageId' = any(${messageIds}))
      ${contactId ? tx`and shows_contact = ${contactId}` : tx``}
    order by shows_contact, id + 0 for update`;
}

/** A card of which nothing is left is not shown, and never again. */
export async function dropCard(tx: Tx, id: string): Promise<void> {
  await tx`update outbox set state = 'cancelled', shows_contact = null where id = ${id} and waits`;
}

/** What waits to be shown of the contact, and of whom was merged into them, is not shown. */
export async function dropCards(tx: Tx, contactId: string): Promise<void> {
  const place = tx`(select contact_id from conversations v where v.id = o.conversation_id)`;
  await tx`
    update outbox set state = 'cancelled', shows_contact = ${contactId}
    where id in (
      select o.id from outbox o
      where o.waits and o.shows_contact is not null and coalesce(${place}, o.shows_contact) = ${contactId}
      order by o.shows_contact, o.id + 0 for update
    )`;
}

/** What was dropped of the contact waits again. Gives the messages that are on it. */
export async function restoreCards(tx: Tx, contactId: string): Promise<string[]> {
  const rows = await tx<{ shows: Shown[] | null }>`
    update outbox set state = 'queued'
    where shows_contact = ${contactId} and state = 'cancelled' and shown_by is null and payload -> 'reply' <> '{}'
    returning shows`;
  return rows.flatMap(({ shows }) => (shows ?? []).map(({ messageId }) => messageId));
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
