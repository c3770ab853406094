import { countUpTo } from '../../db/count.ts';
import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import type { Place } from '../../outbox/message.ts';
import type { Recipients } from '../reply.ts';
import { loadOrders, type Order } from '../sell/order.ts';
import { type Fate, fate, isHeardWords } from '../shown.ts';
import { readerName } from './destination.ts';

/** An answer that leaves at a time; until then it is nothing but this row. It goes to whom it was shown to go. */
export interface Scheduled extends Recipients {
  id: string;
  conversationId: string;
  /** For whom it was written; null if they have been deleted. */
  contactId: string | null;
  channel: string;
  name: string;
  text: string;
  dueAt: Date;
  receiptTo: Place;
  userId: string | null;
}

const columns = (sql: Sql) => sql`
  s.id, s.conversation_id as "conversationId", s.contact_id as "contactId", v.channel,
  coalesce(${readerName(sql, sql`s.address`)}, s.address, v.address) as name, coalesce(s.address, v.address) as address,
  coalesce(s.copies, '[]') as copies, s.text, s.due_at as "dueAt", s.receipt_to as "receiptTo", s.user_id as "userId"`;

const from = (sql: Sql) => sql`
  scheduled_answers s join conversations v on v.id = s.conversation_id left join contacts c on c.id = s.contact_id`;

export async function schedule(
  tx: Tx,
  draft: Pick<Scheduled, 'conversationId' | 'contactId' | 'address' | 'copies' | 'text' | 'dueAt' | 'receiptTo'> & {
    userId: string;
  },
): Promise<Scheduled> {
  const [row] = await tx<{ id: string }>`
    insert into scheduled_answers (conversation_id, contact_id, address, copies, text, due_at, receipt_to, user_id)
    values (
      ${draft.conversationId}, ${draft.contactId}, ${draft.address}, ${tx.json(draft.copies)}, ${draft.text}, ${draft.dueAt},
      ${tx.json(draft.receiptTo)}, ${draft.userId}
    )
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

/** How many `listScheduled` lists, counted up to `most`. */
export async function countScheduled(sql: Sql, most: number): Promise<number> {
  const toCome = sql`from scheduled_answers s join conversations v on v.id = s.conversation_id
    where s.sent_at is null and s.cancelled_at is null`;
  const [row] = await sql<{ count: number }>`select ${countUpTo(sql, toCome, most)} as count`;
  return row!.count;
}

/** An answer that is still to come, as a card of its customer names it. */
export interface StillToCome {
  id: string;
  text: string;
  /** ISO 8601. */
  dueAt: string;
}

/** How many of them a card names. */
export const MOST_ON_CARD = 3;

/** What is still to come in any conversation of a contact, soonest first, as one JSON array of `StillToCome`: one more than a card names. */
export const stillToCome = (sql: Sql, contactId: string | null | Fragment) => sql`(
  select coalesce(jsonb_agg(jsonb_build_object('id', s.id::text, 'text', s.text, 'dueAt', s.due_at) order by s.due_at, s.id), '[]')
  from (
    select s.id, s.text, s.due_at from scheduled_answers s join conversations v on v.id = s.conversation_id
    where v.contact_id = ${contactId} and s.sent_at is null and s.cancelled_at is null
    order by s.due_at, s.id limit ${MOST_ON_CARD + 1}
  ) s
)`;

/** The same by itself. */
export async function listStillToCome(sql: Sql, contactId: string | null): Promise<StillToCome[]> {
  const [row] = await sql<{ later: StillToCome[] }>`select ${stillToCome(sql, contactId)} as later`;
  return row!.later;
}

/** What a customer said, and what has become of it. */
export interface SaidSince {
  text: string;
  fate: Fate | null;
}

/**
 * The last words that came from this customer, or were changed, after the answer was made: in any of their conversations, from whoever
 * is heard there. Undefined: nothing came.
 */
export async function saidSince(sql: Sql, { id }: Pick<Scheduled, 'id'>): Promise<SaidSince | undefined> {
  const [said] = await sql<SaidSince>`
    select m.text, ${fate(sql, sql`m.edits`)} as fate from scheduled_answers s join conversations own on own.id = s.conversation_id
    join conversations v on v.contact_id = own.contact_id
    cross join lateral (
      -- the newest of all that is heard, and what was ever changed, however far back it lies
      (select m.* from messages m where m.conversation_id = v.id and ${isHeardWords(sql)} order by m.occurred_at desc, m.id desc limit 1)
      union all
      (select m.* from messages m where m.conversation_id = v.id and m.edits <> '[]' and ${isHeardWords(sql)})
    ) m
    where s.id = ${id}
      and greatest(m.created_at, m.changed_at) > s.created_at
    order by m.id desc limit 1`;
  return said;
}

/** Something is told of orders of theirs: what is still to come to them may not fit any more. Gives that, by the order's id. */
export async function noteOrdersTold(
  tx: Tx,
  orders: readonly Pick<Order, 'id' | 'contactId'>[],
): Promise<Map<string, StillToCome[]>> {
  if (orders.length === 0) return new Map();
  const [ids, contacts] = [orders.map(({ id }) => id), orders.map(({ contactId }) => contactId)];
  const rows = await tx<{ id: string; later: StillToCome[] }>`
    with told as (update orders set told_at = now() where id = any(${ids}::bigint[]))
    select a.id, ${stillToCome(tx, tx`a.contact_id`)} as later
    from unnest((select ${ids}::bigint[]), (select ${contacts}::bigint[])) a (id, contact_id)`;
  return new Map(rows.map(({ id, later }) => [id, later]));
}

export const noteOrderTold = async (tx: Tx, order: Pick<Order, 'id' | 'contactId'>): Promise<StillToCome[]> =>
  (await noteOrdersTold(tx, [order])).get(order.id)!;

/** The same of several orders, where nobody asks what is still to come. */
export async function noteTold(tx: Tx, orderIds: readonly string[]): Promise<void> {
  if (orderIds.length > 0) await tx`update orders set told_at = now() where id = any(${[...orderIds]}::bigint[])`;
}

/** Their orders of which something was told after the answer was made, the last first; of many only some. */
export async function ordersToldSince(sql: Sql, { id }: Pick<Scheduled, 'id'>): Promise<Order[]> {
  const rows = await sql<{ id: string }>`
    select o.id from scheduled_answers s join conversations v on v.id = s.conversation_id
    join orders o on o.contact_id = v.contact_id
    where s.id = ${id} and o.told_at > s.created_at order by o.told_at desc, o.id desc limit ${MOST_ON_CARD}`;
  return loadOrders(
    sql,
    rows.map((row) => row.id),
  );
}

/** Undefined if it has left, was cancelled before, or never existed. */
export async function cancelScheduled(tx: Tx, id: string, now: Date): Promise<Scheduled | undefined> {
  const cancelled = await tx`
    update scheduled_answers set cancelled_at = ${now}
    where id = ${id} and sent_at is null and cancelled_at is null returning id`;
  if (cancelled.length === 0) return undefined;
  const [row] = await tx<Scheduled>`select ${columns(tx)} from ${from(tx)} where s.id = ${id}`;
  return row;
}

/** A user has said where the answers of this conversation go from now on. Gives how many of those that are still to come follow. */
export async function scheduledFollow(tx: Tx, conversationId: string, to: Recipients): Promise<number> {
  const { count } = await tx`
    update scheduled_answers set address = ${to.address}, copies = ${tx.json(to.copies)}
    where conversation_id = ${conversationId} and sent_at is null and cancelled_at is null`;
  return count;
}

/** How many answers still to come were written for one contact and are in conversations that are another's by now. */
export async function countScheduledFor(sql: Sql, contactId: string, nowOf: string): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from scheduled_answers s join conversations v on v.id = s.conversation_id
    where s.contact_id = ${contactId} and v.contact_id = ${nowOf} and s.sent_at is null and s.cancelled_at is null`;
  return row!.count;
}

/** Those whose time has come, marked as sent: each is returned once, whoever asks. */
export async function takeDueAnswers(tx: Tx, now: Date): Promise<Scheduled[]> {
  const due = await tx<{ id: string }>`
    update scheduled_answers set sent_at = ${now}
    where sent_at is null and cancelled_at is null and due_at <= ${now} returning id`;
  if (due.length === 0) return [];
  return tx<Scheduled>`
    select ${columns(tx)} from ${from(tx)} where s.id = any(${due.map((row) => row.id)}) order by s.due_at, s.id`;
}
