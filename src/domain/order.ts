import type { Sql, Tx } from '../db/sql.ts';
import type { OrderUpdated } from './event.ts';

export interface Order {
  id: string;
  contactId: string | null;
  number: string;
  payment: string;
  fulfillment: string | null;
  currency: string;
  totalMinor: string;
  test: boolean;
  placedAt: Date;
  cancelledAt: Date | null;
}

/** Money has arrived (or is certain to): the words shops use for it. */
const PAID = ['paid', 'partially_refunded', 'authorized', 'partially_paid'];

export function isPaid(order: Pick<Order, 'payment' | 'cancelledAt' | 'test'>): boolean {
  return PAID.includes(order.payment) && order.cancelledAt === null && !order.test;
}

/** The same of an order `o`, as a condition for `where`. */
export const paid = (sql: Sql) => sql`o.payment = any(${PAID}) and o.cancelled_at is null and not o.test`;

/** The buyer's money did not come: the words shops use for it. A cancelled order's payment is no failure. */
const NOT_PAID = ['failed', 'declined', 'voided', 'expired'];

export function isPaymentFailed(order: Pick<Order, 'payment' | 'cancelledAt' | 'test'>): boolean {
  return NOT_PAID.includes(order.payment) && order.cancelledAt === null && !order.test;
}

const columns = (sql: Sql) => sql`
  id, contact_id as "contactId", number, payment, fulfillment, currency, total_minor as "totalMinor", test,
  placed_at as "placedAt", cancelled_at as "cancelledAt"`;

export async function findOrder(sql: Sql, connectionId: string, externalId: string): Promise<Order | undefined> {
  const [order] = await sql<Order>`
    select ${columns(sql)} from orders where connection_id = ${connectionId} and external_id = ${externalId}`;
  return order;
}

/**
 * Writes the order as the shop says it stands, lines included. Shops deliver late and out of order: an older version than
 * the stored one changes nothing and gives undefined.
 */
export async function upsertOrder(tx: Tx, event: OrderUpdated, contactId: string | null): Promise<Order | undefined> {
  const { order } = event;
  const [row] = await tx<Order>`
    insert into orders (
      connection_id, external_id, contact_id, number, payment, fulfillment, currency, total_minor, test, placed_at,
      cancelled_at, version_at
    ) values (
      ${event.connectionId}, ${order.externalId}, ${contactId}, ${order.number}, ${order.payment},
      ${order.fulfillment}, ${order.currency}, ${order.totalMinor}, ${order.test}, ${order.placedAt},
      ${order.cancelledAt}, ${event.updatedAt}
    )
    on conflict (connection_id, external_id) do update set
      contact_id = coalesce(orders.contact_id, excluded.contact_id), number = excluded.number,
      payment = excluded.payment, fulfillment = excluded.fulfillment, currency = excluded.currency,
      total_minor = excluded.total_minor, test = excluded.test, placed_at = excluded.placed_at,
      cancelled_at = excluded.cancelled_at, version_at = excluded.version_at
    where orders.version_at <= excluded.version_at
    returning ${columns(tx)}`;
  if (row) await replaceLines(tx, row.id, order.lines);
  return row;
}

async function replaceLines(tx: Tx, orderId: string, lines: OrderUpdated['order']['lines']): Promise<void> {
  await tx`delete from order_lines where order_id = ${orderId}`;
  if (lines.length === 0) return;
  const rows = lines.map((line, position) => ({
    order_id: orderId,
    position,
    sku: line.sku,
    title: line.title,
    quantity: line.quantity,
    price_minor: line.priceMinor,
  }));
  await tx`insert into order_lines ${tx(rows)}`;
}

export async function ordersOf(sql: Sql, contactId: string, limit: number): Promise<Order[]> {
  return sql<Order>`
    select ${columns(sql)} from orders where contact_id = ${contactId} and not test
    order by placed_at desc, id desc limit ${limit}`;
}

/** An order of this contact whose number stands in the text: "#1042", "1042" or the number as the shop writes it. */
export async function orderNamedIn(sql: Sql, contactId: string, text: string): Promise<string | undefined> {
  const words = text.toLowerCase().match(/#?[a-z0-9][a-z0-9-]{2,30}/g) ?? [];
  if (words.length === 0) return undefined;
  const numbers = words.flatMap((word) => [word, word.replace(/^#/, ''), `#${word.replace(/^#/, '')}`]);
  const [order] = await sql<{ number: string }>`
    select number from orders where contact_id = ${contactId} and lower(number) = any(${numbers}) limit 1`;
  return order?.number;
}

export interface Takings {
  currency: string;
  orders: number;
  totalMinor: string;
}

/** Paid orders placed in [from, to), a line a currency. */
export async function takings(sql: Sql, from: Date, to: Date): Promise<Takings[]> {
  return sql<Takings>`
    select currency, count(*)::int as orders, sum(total_minor)::text as "totalMinor"
    from orders
    where placed_at >= ${from} and placed_at < ${to} and payment = any(${PAID}) and cancelled_at is null and not test
    group by currency order by sum(total_minor) desc`;
}

/** What this contact has bought so far, a line a currency. */
export async function boughtBy(sql: Sql, contactId: string): Promise<Takings[]> {
  return sql<Takings>`
    select currency, count(*)::int as orders, sum(total_minor)::text as "totalMinor"
    from orders
    where contact_id = ${contactId} and payment = any(${PAID}) and cancelled_at is null and not test
    group by currency order by sum(total_minor) desc`;
}
