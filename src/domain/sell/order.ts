import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import { cleanText, narrow } from '../../text/normalise.ts';
import type { OrderDeleted, OrderUpdated } from '../shop_event.ts';
import { versionTie } from './order_money.ts';

export interface Order {
  id: string;
  contactId: string | null;
  number: string;
  payment: string;
  fulfillment: string | null;
  currency: string;
  /** As it was placed; what it comes to now is `currentMinor`, null when the shop does not say. */
  totalMinor: string;
  currentMinor: string | null;
  refundedMinor: string;
  outstandingMinor: string | null;
  test: boolean;
  placedAt: Date;
  cancelledAt: Date | null;
  /** Since when the shop has it no more. */
  deletedAt: Date | null;
  /** Whom the bill of an order without an account names. */
  billedTo: string | null;
  /** What was written with it; null: it was stored before that was read. */
  words: string | null;
}

type Standing = Pick<Order, 'payment' | 'cancelledAt' | 'test' | 'deletedAt'>;

const counts = (order: Standing): boolean => order.cancelledAt === null && order.deletedAt === null && !order.test;

/** Money has arrived: the words shops use for it. What it adds up to is for the view `purchases` to say. */
const PAID = ['paid', 'partially_refunded', 'partially_paid'];

export function isPaid(order: Standing): boolean {
  return PAID.includes(order.payment) && counts(order);
}

/** The bank holds the buyer's money for us: it comes when the owner captures it, or never. */
export function isReserved(order: Standing): boolean {
  return order.payment === 'authorized' && counts(order);
}

/** The buyer's money did not come: the words shops use for it. A cancelled order's payment is no failure. */
const NOT_PAID = ['failed', 'declined', 'voided', 'expired'];

export function isPaymentFailed(order: Standing): boolean {
  return NOT_PAID.includes(order.payment) && counts(order);
}

/** The words for an order's money and goods of which we know what they mean; a shop may come to have others. */
const KNOWN_PAYMENTS = [...PAID, ...NOT_PAID, 'authorized', 'pending', 'refunded', 'unpaid'];
const KNOWN_FULFILMENTS = ['fulfilled', 'partial', 'restocked', 'unfulfilled'];

/** What the shop says of it that we do not understand, in the shop's own words; '' for nothing. */
export function strangeStatus({ payment, fulfillment }: Pick<Order, 'payment' | 'fulfillment'>): string {
  const words = [
    ...(KNOWN_PAYMENTS.includes(payment) ? [] : [payment]),
    ...(fulfillment === null || KNOWN_FULFILMENTS.includes(fulfillment) ? [] : [fulfillment]),
  ];
  return words.join(', ');
}

/** What it comes to now, in minor units. */
export const worthOf = (order: Pick<Order, 'currentMinor' | 'totalMinor'>): string =>
  order.currentMinor ?? order.totalMinor;

const columns = (sql: Sql) => sql`
  id, contact_id as "contactId", number, payment, fulfillment, currency, total_minor as "totalMinor",
  current_minor as "currentMinor", refunded_minor as "refundedMinor", outstanding_minor as "outstandingMinor", test,
  placed_at as "placedAt", cancelled_at as "cancelledAt", deleted_at as "deletedAt", billed_to as "billedTo", words`;

export async function findOrder(sql: Sql, connectionId: string, externalId: string): Promise<Order | undefined> {
  const [order] = await sql<Order>`
    select ${columns(sql)} from orders where connection_id = ${connectionId} and external_id = ${externalId}`;
  return order;
}

export async function loadOrders(sql: Sql, ids: readonly string[]): Promise<Order[]> {
  return sql<Order>`select ${columns(sql)} from orders where id = any(${[...ids]}::bigint[])`;
}

/**
 * Writes the order as the shop says it stands, lines included. Shops deliver late, twice and out of order: what is no newer than
 * the stored version changes nothing and gives undefined. Of two versions of one time the one further on is the newer.
 */
export async function upsertOrder(tx: Tx, event: OrderUpdated): Promise<Order | undefined> {
  const { order } = event;
  const [row] = await tx<Order>`
    insert into orders (
      connection_id, external_id, number, payment, fulfillment, currency, total_minor, current_minor, outstanding_minor, test,
      placed_at, cancelled_at, billed_to, words, version_at, version_tie, deleted_at
    ) values (
      ${event.connectionId}, ${order.externalId}, ${order.number}, ${order.payment},
      ${order.fulfillment}, ${order.currency}, ${order.totalMinor}, ${order.currentMinor ?? null},
      ${order.outstandingMinor ?? null}, ${order.test}, ${order.placedAt}, ${order.cancelledAt}, ${order.billedTo ?? null},
      ${order.words ?? ''},
      ${event.updatedAt}, ${versionTie(order)},
      (select at from deleted_orders where connection_id = ${event.connectionId} and external_id = ${order.externalId})
    )
    on conflict (connection_id, external_id) do update set
      number = excluded.number, payment = excluded.payment, fulfillment = excluded.fulfillment,
      currency = excluded.currency, total_minor = excluded.total_minor, current_minor = excluded.current_minor,
      outstanding_minor = excluded.outstanding_minor, test = excluded.test, placed_at = excluded.placed_at,
      cancelled_at = excluded.cancelled_at, billed_to = excluded.billed_to,
      words = excluded.words, version_at = excluded.version_at,
      version_tie = excluded.version_tie
    where (orders.version_at, orders.version_tie) < (excluded.version_at, excluded.version_tie)
    returning ${columns(tx)}`;
  if (row) await replaceLines(tx, row.id, order.lines);
  return row;
}

/** Whom a version of an order names: the address of an identity, and whose that is. */
export interface Buyer {
  address: string;
  contactId: string;
}

/**
 * Whose an order is follows the newest version that names a buyer, late ones of other versions change nothing. While the same buyer is
 * named it stays with whom the owner gave it to; one that is nobody's goes to whoever is named.
 */
export async function followBuyer(tx: Tx, orderId: string, event: OrderUpdated, buyer: Buyer): Promise<void> {
  const { address, contactId } = buyer;
  const tie = versionTie(event.order) + address;
  await tx`
    update orders set
      contact_id = case when contact_id is null or buyer <> ${address} then ${contactId}::bigint else contact_id end,
      buyer = ${address}, buyer_at = ${event.updatedAt}, buyer_tie = ${tie}
    where id = ${orderId} and (buyer_at is null or (buyer_at, buyer_tie) < (${event.updatedAt}, ${tie}))`;
  await tx`
    update orders set contact_id = ${contactId} where id = ${orderId} and contact_id is null and buyer = ${address}`;
}

/** The shop has it no more; said of one that was never told of too. Undefined: known already, or not told of. */
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

async function replaceLines(tx: Tx, orderId: string, lines: OrderUpdated['order']['lines']): Promise<void> {
  await tx`delete from order_lines where order_id = ${orderId}`;
  if (lines.length === 0) return;
  const rows = lines.map(lineRow);
  const columnsOfLine = Object.keys(rows[0]!);
  // one parameter: an order of thousands of lines has more values than a statement may have
  await tx`
    insert into order_lines (${tx(columnsOfLine)}, order_id)
    select ${tx(columnsOfLine)}, ${orderId} from jsonb_populate_recordset(null::order_lines, ${tx.json(rows)})`;
}

/** A line as its columns: whatever stands here is stored. */
const lineRow = (line: OrderUpdated['order']['lines'][number], position: number) => ({
  position,
  external_id: line.externalId ?? null,
  sku: line.sku,
  title: line.title,
  variant: line.variant ?? null,
  quantity: line.quantity,
  current_quantity: line.currentQuantity ?? null,
  price_minor: line.priceMinor,
});

/** Pieces of a line that were given back; told with an order's next version too. */
export async function takeFromLines(
  tx: Tx,
  orderId: string,
  returned: readonly { line: string; quantity: number }[],
): Promise<void> {
  for (const { line, quantity } of returned) {
    await tx`
      update order_lines set current_quantity = greatest(0, coalesce(current_quantity, quantity) - ${quantity}::int)
      where order_id = ${orderId} and external_id = ${line}`;
  }
}

export async function ordersOf(sql: Sql, contactId: string, limit: number): Promise<Order[]> {
  return sql<Order>`
    select ${columns(sql)} from orders where contact_id = ${contactId} and not test
    order by placed_at desc, id desc limit ${limit}`;
}

export interface OrderedArticle {
  title: string;
  /** Which kind of it. */
  variant: string | null;
  quantity: number;
}

/** What is left in it after edits and returns. */
export async function linesOf(sql: Sql, orderId: string, limit: number): Promise<OrderedArticle[]> {
  return sql<OrderedArticle>`
    select title, variant, coalesce(current_quantity, quantity) as quantity from order_lines
    where order_id = ${orderId} and coalesce(current_quantity, quantity) > 0 order by position limit ${limit}`;
}

const LONGEST_NUMBER = 40;
/** Fewer digits are any number. */
const FEWEST_DIGITS = 3;

/**
 * The orders a number means, newest first: as the shop writes it, with or without its #, else grouped otherwise (RA-12 is RA12), else by
 * its digits (1001 is EN-1001-B).
 * The word for an order may stand before it: 'order 1001', '订单1001'. Nothing is looked for when it reads as no number.
 */
export async function ordersNumbered(sql: Sql, typed: string, limit: number): Promise<Order[]> {
  const numbers = numbersIn(typed);
  if (numbers.length === 0) return [];
  const exact = await sql<Order>`
    select ${columns(sql)} from orders where lower(number) = any(${numbers.flatMap((number) => [number, `#${number}`])})
    order by placed_at desc, id desc limit ${limit}`;
  if (exact.length > 0) return exact;
  const joined = numbers.map(joinedNumber).filter((number) => number.length >= FEWEST_DIGITS);
  const grouped = await sql<Order>`
    select ${columns(sql)} from orders where joined_number(number) = any(${written(sql, joined)})
    order by placed_at desc, id desc limit ${limit}`;
  const digits = joined.find((number) => /^\d+$/.test(number));
  if (grouped.length > 0 || !digits) return grouped;
  return sql<Order>`
    select ${columns(sql)} from orders where regexp_replace(number, '\\D', '', 'g') = ${digits}
    order by placed_at desc, id desc limit ${limit}`;
}

/** As an index has them. */
const written = (sql: Sql, numbers: string[]) =>
  sql`array(select joined_number(number) from unnest(${numbers}::text[]) number)`;

/** Whether an order's number is one of these, however they are grouped; asked of an index. */
export const isNumbered = (sql: Sql, number: Fragment, words: string[]) =>
  sql`joined_number(${number}) = any(${written(sql, words)})`;

/** Without what groups it. */
function joinedNumber(number: string): string {
  return number.replace(/[-#./_\s\u2010-\u2015]/gu, '').toLowerCase();
}

/** What is typed, and what is left of it without # and the word for order; in lower case and half width. Each has a digit. */
function numbersIn(typed: string): string[] {
  const text = narrow(cleanText(typed.slice(0, 2 * LONGEST_NUMBER)))
    .trim()
    .toLowerCase();
  const bare = text.replace(/^(?:order|订单编号|订单号?|訂單號?)?\s*:?\s*(?:no\.)?\s*#?\s*/u, '');
  return [...new Set([text, bare])].filter((number) => number.length <= LONGEST_NUMBER && /\d/.test(number));
}

const wordsLikeNumbers = (text: string): string[] => text.toLowerCase().match(/#?[a-z0-9][a-z0-9-]{2,30}/g) ?? [];

/** An order's number of this contact that stands in the text, or null: "#1042", "1042" or as the shop writes it. */
export function orderNamedIn(sql: Sql, contactId: string, text: string): Fragment {
  const words = wordsLikeNumbers(text);
  if (words.length === 0) return sql`null`;
  return sql`(
    select number from orders
    where contact_id = ${contactId} and ${isNumbered(sql, sql`number`, words)} limit 1
  )`;
}

/** All of this contact's orders whose numbers stand in the text, newest first. */
export async function ordersNamedIn(sql: Sql, contactId: string, text: string): Promise<Order[]> {
  const words = wordsLikeNumbers(narrow(text));
  if (words.length === 0) return [];
  return sql<Order>`
    select ${columns(sql)} from orders
    where contact_id = ${contactId} and not test and ${isNumbered(sql, sql`number`, words)} order by placed_at desc, id desc`;
}
