import type { Sql, Tx } from '../../db/sql.ts';
import type {
  ContactDetails,
  Delivery,
  Fulfilment,
  OrderDeleted,
  OrderLine,
  OrderUpdated,
  OrderWords,
  Payment,
} from '../shop_event.ts';
import { addLines, dropLines, takeUnlisted } from './order_lines.ts';
import { listedIn } from './order_refund.ts';
import { isNewer, versionOf } from './order_version.ts';

export interface Order {
  id: string;
  contactId: string | null;
  number: string;
  payment: Payment;
  fulfillment: Fulfilment | null;
  /** The shop's own words for what we store as 'other'. */
  strangePayment: string | null;
  strangeFulfillment: string | null;
  currency: string;
  /** As placed; `currentMinor` is what it comes to now, null if the shop does not say. */
  totalMinor: string;
  currentMinor: string | null;
  refundedMinor: string;
  outstandingMinor: string | null;
  /** null if the shop does not say. */
  discountMinor: string | null;
  taxMinor: string | null;
  shippingMinor: string | null;
  /** Its page in the shop; null if the shop does not say. */
  url: string | null;
  test: boolean;
  placedAt: Date;
  cancelledAt: Date | null;
  /** When the shop deleted it. */
  deletedAt: Date | null;
  /** The person on the bill of an order without an account. */
  billedTo: string | null;
  /** What was written with it; null if it was stored before we read that. */
  words: OrderWords[] | null;
  /** All of that as it is shown, one line for each text; '' if there is nothing. */
  written: string;
  /** Where it goes; null if it was stored before we read that. */
  delivery: Delivery | null;
  /** null if the shop does not say. */
  contactDetails: ContactDetails | null;
  /** The ids of the refunds that its newest version lists; null if it does not say. */
  listedRefunds: string[] | null;
}

type Standing = Pick<Order, 'payment' | 'cancelledAt' | 'test' | 'deletedAt'>;

const counts = (order: Standing): boolean => order.cancelledAt === null && order.deletedAt === null && !order.test;

/** What each of these means for the money. The view `purchases` does the sums. */
const MONEY: Record<Payment, 'none' | 'arrived' | 'reserved' | 'not come' | 'gone back'> = {
  pending: 'none',
  unpaid: 'none',
  other: 'none',
  authorized: 'reserved',
  paid: 'arrived',
  partially_paid: 'arrived',
  partially_refunded: 'arrived',
  refunded: 'gone back',
  failed: 'not come',
  declined: 'not come',
  voided: 'not come',
  expired: 'not come',
};

/** Whether money has arrived. */
export function isPaid(order: Standing): boolean {
  return MONEY[order.payment] === 'arrived' && counts(order);
}

/** Whether the bank holds the buyer's money for us: it comes when the owner captures it, or never. */
export function isReserved(order: Standing): boolean {
  return MONEY[order.payment] === 'reserved' && counts(order);
}

/** Whether the buyer's money failed to come. A cancelled order's payment is no failure. */
export function isPaymentFailed(order: Standing): boolean {
  return MONEY[order.payment] === 'not come' && counts(order);
}

/** What we do not understand in the shop's statements about it, in the shop's own words. */
export const strangeWords = (order: Pick<Order, 'strangePayment' | 'strangeFulfillment'>): string[] =>
  [order.strangePayment, order.strangeFulfillment].filter((word) => word !== null);

/** What it comes to now, in minor units. */
export const worthOf = (order: Pick<Order, 'currentMinor' | 'totalMinor'>): string =>
  order.currentMinor ?? order.totalMinor;

export const columns = (sql: Sql) => sql`
  id, contact_id as "contactId", number, payment, fulfillment, currency, total_minor as "totalMinor",
  current_minor as "currentMinor", refunded_minor as "refundedMinor", outstanding_minor as "outstandingMinor", test,
  placed_at as "placedAt", cancelled_at as "cancelledAt", deleted_at as "deletedAt", billed_to as "billedTo",
  strange_payment as "strangePayment", strange_fulfillment as "strangeFulfillment", words, order_text(words) as written, delivery,
  discount_minor as "discountMinor", tax_minor as "taxMinor", shipping_minor as "shippingMinor", url, contact_details as "contactDetails", listed_refunds as "listedRefunds"`;

export async function findOrder(sql: Sql, connectionId: string, externalId: string): Promise<Order | undefined> {
  const [order] = await sql<Order>`
    select ${columns(sql)} from orders where connection_id = ${connectionId} and external_id = ${externalId}`;
  return order;
}

export async function loadOrders(sql: Sql, ids: readonly string[]): Promise<Order[]> {
  return sql<Order>`select ${columns(sql)} from orders where id = any(${[...ids]}::bigint[])`;
}

/** For an order that is collected, or not sent at all. */
const NOWHERE: Delivery = { recipient: '', address: '', phone: '', method: '' };

/**
 * Writes the order as the shop says it stands, lines included. Shops deliver late, twice and out of order: what is no newer than
 * the stored version changes nothing and gives undefined. Of two versions that nothing tells apart the later arrival is taken, unless it
 * is one that came before. `buyer`: whom this version names, kept with an order that was not there yet.
 */
export async function upsertOrder(tx: Tx, event: OrderUpdated, buyer: Buyer | undefined): Promise<Written | undefined> {
  const { order } = event;
  const version = versionOf(event);
  const said = buyer && version;
  const [row] = await tx<Written>`
    insert into orders (
      connection_id, external_id, number, payment, fulfillment, currency, total_minor, current_minor, outstanding_minor, test,
      placed_at, cancelled_at, billed_to, strange_payment, strange_fulfillment, words, delivery, discount_minor, contact_details, listed_refunds,
      tax_minor, shipping_minor, url, version_at, version_triggered_at, version_tie, version_bodies, contact_id, buyer, buyer_at, buyer_triggered_at, buyer_tie,
      deleted_at
    ) values (
      ${event.connectionId}, ${order.externalId}, ${order.number}, ${order.payment},
      ${order.fulfillment}, ${order.currency}, ${order.totalMinor}, ${order.currentMinor ?? null},
      ${order.outstandingMinor ?? null}, ${order.test}, ${order.placedAt}, ${order.cancelledAt}, ${order.billedTo ?? null},
      ${order.strangePayment ?? null}, ${order.strangeFulfillment ?? null}, ${tx.json(order.words ?? [])}, ${tx.json(order.delivery ?? NOWHERE)},
      ${order.discountMinor ?? null}, ${order.contactDetails ? tx.json(order.contactDetails) : null}, ${listedIn(order)}::text[],
      ${order.taxMinor ?? null}, ${order.shippingMinor ?? null}, ${order.url ?? null}, ${version.at}, ${version.triggeredAt}, ${version.tie}, ${[version.body]}::text[],
      ${buyer?.contactId ?? null}, ${buyer?.address ?? null}, ${said?.at ?? null}, ${said?.triggeredAt ?? null}, ${said?.tie ?? null},
      (select at from deleted_orders where connection_id = ${event.connectionId} and external_id = ${order.externalId})
    )
    on conflict (connection_id, external_id) do update set
      number = excluded.number, payment = excluded.payment, fulfillment = excluded.fulfillment,
      currency = excluded.currency, total_minor = excluded.total_minor, current_minor = excluded.current_minor,
      outstanding_minor = excluded.outstanding_minor, test = excluded.test, placed_at = excluded.placed_at,
      cancelled_at = excluded.cancelled_at, billed_to = excluded.billed_to,
      strange_payment = excluded.strange_payment,
      strange_fulfillment = excluded.strange_fulfillment, words = excluded.words, delivery = excluded.delivery,
      discount_minor = excluded.discount_minor, contact_details = excluded.contact_details, listed_refunds = excluded.listed_refunds,
      tax_minor = excluded.tax_minor, shipping_minor = excluded.shipping_minor, url = excluded.url,
      version_at = excluded.version_at,
      version_triggered_at = excluded.version_triggered_at, version_tie = excluded.version_tie,
      version_bodies = excluded.version_bodies || case when orders.version_at = excluded.version_at then orders.version_bodies else '{}' end
    where ${isNewer(tx, 'version', version, tx`${version.body} <> all(orders.version_bodies)`)}
    returning ${columns(tx)}, xmax = 0 as made`;
  if (!row) return undefined;
  if (row.made) await addLines(tx, row.id, order.lines);
  else await followLines(tx, row, order.lines);
  return row;
}

/** An order whose version was written. */
export interface Written extends Order {
  /** It was not there before: nothing else is known of it, and the buyer this version names is its buyer. */
  made: boolean;
}

async function followLines(tx: Tx, { id, listedRefunds }: Order, lines: readonly OrderLine[]): Promise<void> {
  await dropLines(tx, id);
  await addLines(tx, id, lines);
  await takeUnlisted(tx, id, listedRefunds);
}

/** Whom a version of an order names: the address of an identity, and whose that is. */
export interface Buyer {
  address: string;
  contactId: string;
}

/**
 * An order belongs to the buyer in the newest version that names one; late deliveries of other versions change nothing.
 * While the buyer stays the same, so does the contact to whom the owner gave it; an order without a contact goes to the
 * buyer. `newest`: no version of the order is newer.
 */
export async function followBuyer(
  tx: Tx,
  orderId: string,
  event: OrderUpdated,
  { address, contactId }: Buyer,
  newest: boolean,
): Promise<void> {
  const version = versionOf(event);
  const names = tx`(${newest} or buyer_at is null or ${isNewer(tx, 'buyer', version, tx`false`)})`;
  await tx`
    update orders o set
      contact_id = case when o.contact_id is null or was.names and o.buyer <> ${address} then ${contactId}::bigint else o.contact_id end,
      buyer = case when was.names then ${address} else o.buyer end,
      buyer_at = case when was.names then ${version.at} else o.buyer_at end,
      buyer_triggered_at = case when was.names then ${version.triggeredAt} else o.buyer_triggered_at end,
      buyer_tie = case when was.names then ${version.tie} else o.buyer_tie end
    from (select id, ${names} as names from orders where id = ${orderId} for update) was
    where o.id = was.id and (was.names or o.contact_id is null and o.buyer = ${address})`;
}

/**
 * The shop has deleted it, perhaps one that we were never told about. Undefined if we knew that already, or do not know
 * the order.
 */
export async function deleteOrder(
  tx: Tx,
  { connectionId, orderExternalId }: Pick<OrderDeleted, 'connectionId' | 'orderExternalId'>,
  now: Date,
): Promise<Order | undefined> {
  await tx`
    insert into deleted_orders (connection_id, external_id, at) values (${connectionId}, ${orderExternalId}, ${now})
    on conflict do nothing`;
  const [order] = await tx<Order>`
    update orders set deleted_at = ${now}
    where connection_id = ${connectionId} and external_id = ${orderExternalId} and deleted_at is null
    returning ${columns(tx)}`;
  return order;
}

/** The shop has it again. */
export async function restoreOrder(tx: Tx, connectionId: string, externalId: string): Promise<void> {
  await tx`delete from deleted_orders where connection_id = ${connectionId} and external_id = ${externalId}`;
  await tx`
    update orders set deleted_at = null
    where connection_id = ${connectionId} and external_id = ${externalId} and deleted_at is not null`;
}

export async function ordersOf(sql: Sql, contactId: string, limit: number): Promise<Order[]> {
  return sql<Order>`
    select ${columns(sql)} from orders where contact_id = ${contactId} and not test
    order by placed_at desc, id desc limit ${limit}`;
}
