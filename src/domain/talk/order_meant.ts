import type { Sql } from '../../db/sql.ts';
import { type Order, ordersOf } from '../sell/order.ts';
import { ordersNamedIn } from '../sell/order_number.ts';
import { isShown } from '../shown.ts';
import { isAnswered } from './waiting.ts';

/** The orders that are offered when nobody knows which is meant. */
const MOST_OFFERED = 6;
/** A conversation names what it is about in its last words. */
const LAST_WORDS = 20;

/** Which of somebody's orders is spoken of; where that is not clear, those it may be; none: they have no order. */
export type OrderMeant = { order: Order } | { among: Order[] };

/**
 * The order that the customer's words name; where they name none, the newest, if it is paid and stands. One that was named before a newer
 * one was placed, or a number that is not theirs, leaves it open.
 */
export async function orderMeant(sql: Sql, contactId: string, conversationId: string | undefined): Promise<OrderMeant> {
  const orders = await ordersOf(sql, contactId, MOST_OFFERED);
  const words = conversationId ? await lastWordsOf(sql, conversationId) : [];
  const asked = words.filter(({ answered }) => !answered);
  const named = await namedBy(sql, contactId, asked);
  if (named.length > 0) return one(named);
  if (asked.some(({ text }) => NAMES_AN_ORDER.test(text))) return { among: orders };
  const speaksOfOne = (await namedBy(sql, contactId, words)).length > 0;
  for (const said of speaksOfOne ? words : []) {
    const before = await namedBy(sql, contactId, [said]);
    if (before.length > 0) return orders[0]!.placedAt > said.at ? { among: orders } : one(before);
  }
  const [newest] = orders;
  return newest && stands(newest) ? { order: newest } : { among: orders };
}

/** What the words themselves name, else their subjects. */
async function namedBy(sql: Sql, contactId: string, words: readonly Words[]): Promise<Order[]> {
  const inText = await ordersNamedIn(sql, contactId, words.map(({ text }) => text).join('\n'));
  if (inText.length > 0) return inText;
  return ordersNamedIn(sql, contactId, words.map(({ subject }) => subject ?? '').join('\n'));
}

const one = (orders: Order[]): OrderMeant => (orders.length === 1 ? { order: orders[0]! } : { among: orders });

/** Paid, and all of it stands. */
const stands = ({ payment, cancelledAt, deletedAt, refundedMinor }: Order): boolean =>
  payment === 'paid' && cancelledAt === null && deletedAt === null && refundedMinor === '0';

/** A number that is said to be an order's. */
const NAMES_AN_ORDER =
  /#\s?\d{3,}|\border\s{0,3}(?:number|no\.?|nr\.?|id)?\s{0,3}[:#]?\s{0,3}[a-z-]{0,6}\d{3,}|[订訂][单單][编編]?[号號]?\s{0,3}[:：#是]?\s{0,3}[a-z-]{0,6}\d{3,}/iu;

interface Words {
  text: string;
  subject: string | null;
  at: Date;
  /** Ours, or answered by us. */
  answered: boolean;
}

/** A conversation's last words, newest first. */
async function lastWordsOf(sql: Sql, conversationId: string): Promise<Words[]> {
  return sql<Words>`
    select m.text, m.subject, m.occurred_at as at,
      m.direction = 'out' or ${isAnswered(sql, sql`${conversationId}::bigint`)} as answered
    from messages m
    where m.conversation_id = ${conversationId} and m.direction <> 'note' and ${isShown(sql, sql`m`)}
    order by m.occurred_at desc, m.id desc limit ${LAST_WORDS}`;
}
