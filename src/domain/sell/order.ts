import type { Sql, Tx } from '../../db/sql.ts';
import type { ContactDetails, Delivery, Fulfilment, OrderDeleted, OrderWords, Payment } from '../shop_event.ts';
import type { OrderedArticle } from './order_lines.ts';

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
  /** What went back in any way; `takenMinor` of it the bank took by disputes that were lost, and nobody has refunded. */
  refundedMinor: string;
  takenMinor: string;
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
  /** By which name whoever took the money knows its payment; null if its shop does not say. */
  paidBy: string | null;
  /** That it is paid when it is delivered: in the owner's words, or `on_delivery` of a shop's; null if not. */
  onDelivery: string | null;
  /** What whoever took its money says came in, in minor units; null: nothing, or its shop took it itself. */
  cameMinor: string | null;
  /** In which money. */
  cameCurrency: string | null;
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

/** Whether nothing has been paid of it so far, and nothing has failed. */
export const isUnpaid = (order: Standing): boolean =>
  (order.payment === 'pending' || order.payment === 'unpaid') && counts(order);

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

/** What was refunded, in minor units: what the bank took is none of it. */
export const refundedOf = ({ refundedMinor, takenMinor }: Pick<Order, 'refundedMinor' | 'takenMinor'>): string =>
  String(BigInt(refundedMinor) - BigInt(takenMinor));

export const columns = (sql: Sql) => sql`
  id, contact_id as "contactId", number, payment, fulfillment, currency, total_minor as "totalMinor",
  current_minor as "currentMinor", refunded_minor as "refundedMinor", taken_minor as "takenMinor", outstanding_minor as "outstandingMinor", test,
  placed_at as "placedAt", cancelled_at as "cancelledAt", deleted_at as "deletedAt", billed_to as "billedTo",
  strange_payment as "strangePayment", strange_fulfillment as "strangeFulfillment", words, order_text(words) as written, delivery,
  discount_minor as "discountMinor", tax_minor as "taxMinor", shipping_minor as "shippingMinor", url, contact_details as "contactDetails", listed_refunds as "listedRefunds", paid_by as "paidBy", on_delivery as "onDelivery", came_minor as "cameMinor", came_currency as "cameCurrency"`;

export async function findOrder(sql: Sql, connectionId: string, externalId: string): Promise<Order | undefined> {
  const [order] = await sql<Order>`
    select ${columns(sql)} from orders where connection_id = ${connectionId} and external_id = ${externalId}`;
  return order;
}

/** An order in the words of its shop. */
export interface OrderKey {
  connectionId: string;
  externalId: string;
}

/** How these orders are called by their shops, by their ids. */
export async function orderKeys(sql: Sql, ids: readonly string[]): Promise<Map<string, OrderKey>> {
  const found = await sql<{ id: string } & OrderKey>`
    select id, connection_id as "connectionId", external_id as "externalId" from orders where id = any(${[...ids]}::bigint[])`;
  return new Map(found.map(({ id, ...key }) => [id, key]));
}

/** An order with what is left in it after edits and returns. */
export interface OrderState {
  order: Order;
  articles: readonly OrderedArticle[];
}

export const keyOf = ({ connectionId, externalId }: OrderKey): string => `${connectionId}/${externalId}`;

/** Those of these orders that there are, by `keyOf`. */
export async function orderStates(sql: Sql, keys: readonly OrderKey[]): Promise<Map<string, OrderState>> {
  const found = await sql<Order & OrderKey & { articles: OrderedArticle[] }>`
    select ${columns(sql)}, o.connection_id as "connectionId", o.external_id as "externalId", array(
      select jsonb_build_object('title', l.title, 'variant', l.variant, 'quantity', coalesce(l.current_quantity, l.quantity))
      from order_lines l where l.order_id = o.id and coalesce(l.current_quantity, l.quantity) > 0 order by l.position
    ) as articles
    from unnest((select ${keys.map((key) => key.connectionId)}::bigint[]), (select ${keys.map((key) => key.externalId)}::text[]))
      a (connection, external)
    cross join lateral (select * from orders where connection_id = a.connection and external_id = a.external limit 1) o`;
  return new Map(
    found.map(({ connectionId, externalId, articles, ...order }) => [
      keyOf({ connectionId, externalId }),
      { order, articles },
    ]),
  );
}

export const orderState = async (sql: Sql, key: OrderKey): Promise<OrderState | undefined> =>
  (await orderStates(sql, [key])).get(keyOf(key));

export async function loadOrders(sql: Sql, ids: readonly string[]): Promise<Order[]> {
  return sql<Order>`select ${columns(sql)} from orders where id = any(${[...ids]}::bigint[])`;
}

/** The order that this id leads to, also where it was of a row that turned out to be another's. */
export async function ordersLedTo(sql: Sql, id: string): Promise<Order[]> {
  const found = await loadOrders(sql, [id]);
  if (found.length > 0) return found;
  return sql<Order>`select ${columns(sql)} from orders where former_ids @> array[${id}::bigint]`;
}

/** The rows that it was before it turned out to be one with them. */
export async function formerIds(sql: Sql, id: string): Promise<string[]> {
  const [row] = await sql<{ ids: string[] | null }>`select former_ids::text[] as ids from orders where id = ${id}`;
  return row?.ids ?? [];
}

/**
 * The shop has deleted it, perhaps one that we were never told about. Undefined if we knew that already, do not know
 * the order, or know of a version that the shop made after it had deleted it.
 */
export async function deleteOrder(
  tx: Tx,
  { connectionId, orderExternalId, at }: Pick<OrderDeleted, 'connectionId' | 'orderExternalId' | 'at'>,
  now: Date,
): Promise<Order | undefined> {
  await tx`
    insert into deleted_orders (connection_id, external_id, at) values (${connectionId}, ${orderExternalId}, ${at ?? now})
    on conflict (connection_id, external_id) do update set at = greatest(deleted_orders.at, excluded.at)`;
  const [order] = await tx<Order>`
    update orders set deleted_at = ${at ?? now}
    where connection_id = ${connectionId} and external_id = ${orderExternalId} and deleted_at is null
      and (${at ?? null}::timestamptz is null or version_at <= ${at ?? null}::timestamptz)
    returning ${columns(tx)}`;
  return order;
}

/** Whether the shop has a product or a customer of that number. */
export async function isSomethingElse(
  sql: Sql,
  { provider, connectionId, orderExternalId: id }: Pick<OrderDeleted, 'provider' | 'connectionId' | 'orderExternalId'>,
): Promise<boolean> {
  const [found] = await sql<{ is: boolean }>`
    select exists (select from products where connection_id = ${connectionId} and external_id = ${id})
      or exists (select from contact_identities where channel = ${provider} and address = ${`${connectionId}/${id}`}) as is`;
  return found!.is;
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
