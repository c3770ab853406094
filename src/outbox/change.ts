import type { Fragment, Sql, Tx } from '../db/sql.ts';
import type { Attachment } from '../domain/attachment.ts';
import type { Shown } from '../domain/card.ts';
import { LETTERS } from '../domain/channel.ts';
import type { Field } from '../domain/reply.ts';
import { type Draft, keeping, withButtonIds } from './enqueue.ts';

/** What of a card an answer to it needs: it stays when its words are thrown away. */
export const FOR_ANSWERS: readonly string[] = ['person', 'goesTo', 'shownUpTo'];

/** The words of a card are still there. */
export const hasWords = (sql: Sql): Fragment => sql`(payload -> 'reply') - ${[...FOR_ANSWERS]}::text[] <> '{}'`;

/** How long a card waits for whatever arrives together with what it shows. */
export const MOMENT_SECONDS = 1.5;

/** What a card that waits is to show from now on. */
export interface CardChange extends Pick<Draft, 'payload' | 'conversationId'> {
  /** The messages on it, where it is a card of messages. */
  shows?: Shown[];
  count: number;
  /** It no longer has to wait for the morning. */
  atOnce: boolean;
  /** It waits so many seconds for more. */
  delaySeconds: number;
}

/**
 * Writes the first of these cards anew; the others are shown by it. It keeps its place in the chat, and its hour: the earliest of
 * theirs, unless it waits a moment for more. All of them are locked, and none has begun to leave.
 */
export async function rewriteCard(tx: Tx, random: () => string, ids: string[], change: CardChange): Promise<void> {
  const [id, ...others] = ids;
  const { payload, added } = withButtonIds(random, change);
  const conversationId = change.conversationId ?? null;
  await tx`
    with card as (select ${id!}::bigint as id)
    ${keeping(tx, added, { conversationId, on: tx`card.id from card` })}
    update outbox set
      state = 'queued', payload = ${tx.json(payload)}, conversation_id = ${conversationId},
      shows = ${change.shows ? tx.json(change.shows) : null},
      -- a card of one person's messages is no longer one of many notices
      shows_kind = case when ${change.shows !== undefined} then null else shows_kind end,
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
  await tx`update outbox set state = 'cancelled', shown_by = ${id!} where id = any((select ${others}::bigint[])::bigint[])`;
}

/** A card that has not begun to leave. */
export interface WaitingCard {
  id: string;
  channel: string;
  address: string;
  shows: Shown[];
  count: number;
}

/** What waits to be shown to the owner, or was dropped. */
interface OwnersCard extends Omit<WaitingCard, 'shows'> {
  shows: Shown[] | null;
  author: string | null;
}

/** The waiting cards that have any of these messages on them, locked; looked for among those of the contact, or all of them. */
export async function waitingCards(tx: Tx, messageIds: readonly string[], contactId?: string): Promise<WaitingCard[]> {
  return tx<WaitingCard>`
    select id, channel, address, shows, shows_count as count from outbox
    where waits and shows_contact is not null and attempts = 0 and payload ->> 'kind' = 'message'
      and exists (select from jsonb_array_elements(shows) one where one ->> 'messageId' = any(${messageIds}))
      ${contactId ? tx`and shows_contact = ${contactId}` : tx``}
    order by shows_contact, id + 0 for update`;
}

/** Cards that wait say one thing more. */
export async function addField(tx: Tx, ids: readonly string[], field: Field): Promise<void> {
  await tx`
    update outbox set payload = jsonb_set(payload, '{reply,fields}', coalesce(payload #> '{reply,fields}', '[]') || ${tx.json([{ ...field }])}::jsonb)
    where id = any(${[...ids]}::bigint[]) and waits`;
}

/** A card on which there is nothing to see is not shown. */
export async function dropCard(tx: Tx, id: string): Promise<void> {
  await tx`update outbox set state = 'cancelled' where id = ${id} and waits`;
}

/** What waits to be shown of a contact who is deleted, and of those merged into them, is not shown. */
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

/**
 * What waits to be shown of these conversations, locked; what was dropped of them too, if asked for. `author`: on a notice, whose
 * words it shows, as a contact; a card has `shows`.
 */
export async function cardsOf(tx: Tx, conversationIds: readonly string[], dropped: boolean): Promise<OwnersCard[]> {
  const ids = [...conversationIds];
  const cards = await tx<{ id: string }>`
    select o.id from outbox o
    where o.id in (
      select id from outbox where conversation_id = any(${ids}::bigint[]) and shows_contact is not null
      union
      select id from outbox
      where shows_contact in (select contact_id from conversations where id = any(${ids}::bigint[])) and shows_contact is not null
    ) and payload ->> 'kind' = 'message' and (waits or ${dropped} and state = 'cancelled' and shown_by is null and ${hasWords(tx)})
    order by shows_contact, o.id + 0 for update`;
  // whose words they are is read once nobody is waited for
  return tx<OwnersCard>`
    select o.id, channel, o.address, shows, shows_count as count, coalesce(
      (select c.id from contacts c where c.id = shows_contact),
      (select v.contact_id from conversations v where v.id = o.conversation_id)
    ) as author
    from outbox o where o.id = any(${cards.map(({ id }) => id)}::bigint[]) order by shows_contact, o.id + 0`;
}

/** A notice that shows somebody's words waits, or is dropped. */
export async function keepNotice(tx: Tx, id: string, waits: boolean): Promise<void> {
  await tx`update outbox set state = ${waits ? 'queued' : 'cancelled'} where id = ${id}`;
}

/** The cards that wait to show words of these conversations are found by whom those are with now: after a merge or a split. */
export async function cardsFollow(tx: Tx, conversationIds: readonly string[]): Promise<void> {
  await tx`
    update outbox set shows_contact = moved.contact_id
    from (
      select o.id, v.contact_id from outbox o
      join messages m on m.id = (o.shows -> -1 ->> 'messageId')::bigint
      join conversations v on v.id = m.conversation_id
      where o.waits and o.shows_contact is not null and o.shows is not null
        and v.id = any(${[...conversationIds]}::bigint[]) and o.shows_contact <> v.contact_id
      order by o.shows_contact, o.id + 0 for update of o
    ) moved
    where outbox.id = moved.id`;
}

/** Whether the answer has not begun to leave; it cannot begin before the transaction ends. */
export async function isQueued(tx: Tx, messageId: string): Promise<boolean> {
  const rows = await tx`
    select from outbox where message_id = ${messageId} and audience = 'customer' and state = 'queued' for update`;
  return rows.length > 0;
}

/** Gives an answer that has not begun to leave the words and files its message has now, and lets it wait so many seconds for more. */
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

/** Those of these conversations that have an answer by mail which has not begun to leave, and where the last one goes. */
export async function heldThreads(tx: Tx, among: readonly string[]): Promise<{ id: string; address: string }[]> {
  return tx<{ id: string; address: string }>`
    select distinct on (conversation_id) conversation_id as id, address from outbox
    where state = 'queued' and audience = 'customer' and channel = any(${LETTERS})
      and payload -> 'automatic' is null and conversation_id = any(${[...among]}::bigint[])
    order by conversation_id, outbox.id desc`;
}

/** Where those answers of this thread go that have not begun to leave, and who gets copies. */
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

interface Copies {
  id: string;
  address: string;
  copies: string[];
  /** Who was to get a copy and was taken off. */
  lost: string[];
}

/** The answers by mail in these conversations that have not begun to leave and have, or had, copies; locked. */
export async function queuedCopies(tx: Tx, among: readonly string[]): Promise<Copies[]> {
  return tx<Copies>`
    select id, address, coalesce(payload -> 'copies', '[]') as copies, coalesce(payload -> 'lostCopies', '[]') as lost from outbox
    where state = 'queued' and audience = 'customer' and channel = any(${LETTERS}) and payload ?| array['copies', 'lostCopies']
      and conversation_id = any(${[...among]}::bigint[])
    order by id for update`;
}

/** Who gets a copy of an answer that has not left, and who lost theirs. */
export async function setCopies(tx: Tx, { id, copies, lost }: Pick<Copies, 'id' | 'copies' | 'lost'>): Promise<void> {
  const kept = { ...(copies.length > 0 && { copies }), ...(lost.length > 0 && { lostCopies: lost }) };
  await tx`
    update outbox set payload = (payload - 'copies' - 'lostCopies') || ${tx.json(kept)}::jsonb
    where id = ${id} and state = 'queued'`;
}

/** A mail that was not sent goes to these when it is sent again. */
export async function redirectUnsent(
  tx: Tx,
  id: string,
  { address, copies }: { address: string; copies: string[] },
): Promise<void> {
  await tx`
    update outbox set address = ${address},
      payload = (payload - 'copies' - 'lostCopies') || ${tx.json(copies.length > 0 ? { copies } : {})}::jsonb
    where id = ${id} and channel = any(${LETTERS}) and state in ('failed', 'unknown')`;
}
