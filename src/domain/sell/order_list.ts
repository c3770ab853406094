import type { Fragment, Sql } from '../../db/sql.ts';
import { OWN } from './connection.ts';
import { columns, type Order } from './order.ts';

/** Which orders by how they stand. */
export type OrderState = 'open' | 'unpaid' | 'paid' | 'partly' | 'delivery' | 'unsent' | 'refunded' | 'cancelled';

/** Which orders are meant: all that is given holds. */
export interface OrderFilter {
  state?: OrderState;
  /** The owner's own, of which something is still to come. */
  payable?: true;
  /** Placed in [from, until). */
  from?: Date;
  until?: Date;
  /** What it comes to, in minor units. */
  sum?: { is: '>=' | '<='; minor: string; currency: string };
  /** Of one of these buyers. */
  buyers?: readonly string[];
  /** An article, its sku, one of these buyers, or one of these orders. */
  words?: { text: string; contactIds: readonly string[]; ids: readonly string[] };
}

const STANDS = (sql: Sql) => sql`cancelled_at is null and deleted_at is null and not test`;

/** The bank has taken all that was left of it, or whoever took the money has given it back: nothing is sent for that. */
const TAKEN = (sql: Sql) => sql`(taken_minor > 0 and refunded_minor >= coalesce(current_minor, total_minor)
  or refunded_minor >= total_minor and id in (select order_id from order_refunds where by_payment and minor > 0 and not withdrawn))`;

/** By hand it is unpaid, in shops it is pending: none of it has come. */
const ON_DELIVERY = (sql: Sql) => sql`on_delivery is not null and payment in ('pending', 'unpaid')`;

/** The first two as the indexes have them, word for word. */
const STATES: Record<OrderState, (sql: Sql) => Fragment> = {
  unpaid: (sql) =>
    sql`payment in ('pending', 'unpaid', 'failed', 'declined', 'expired', 'authorized', 'partially_paid') and ${STANDS(sql)}`,
  // what is paid when it is delivered is sent before
  unsent: (sql) =>
    sql`((fulfillment is null or fulfillment in ('unfulfilled', 'partial')) and payment in ('paid', 'partially_paid', 'partially_refunded') and ${STANDS(sql)}
      or ${STATES.unpaid(sql)} and ${ON_DELIVERY(sql)} and (fulfillment is null or fulfillment in ('unfulfilled', 'partial')))`,
  open: (sql) => sql`(${STATES.unpaid(sql)} or ${STATES.unsent(sql)})`,
  paid: (sql) => sql`payment in ('paid', 'partially_refunded') and ${STANDS(sql)}`,
  partly: (sql) => sql`payment = 'partially_paid' and ${STANDS(sql)}`,
  delivery: (sql) => sql`${ON_DELIVERY(sql)} and ${STANDS(sql)}`,
  refunded: (sql) => sql`(refunded_minor > taken_minor or payment in ('refunded', 'partially_refunded'))`,
  cancelled: (sql) => sql`cancelled_at is not null`,
};

const matching = (sql: Sql, { state, payable, from, until, sum, buyers, words }: OrderFilter): Fragment => sql`
  not test and deleted_at is null
  and ${state ? STATES[state](sql) : sql`true`}
  and ${state === 'unsent' ? sql`not (${TAKEN(sql)})` : sql`true`}
  and ${payable ? sql`connection_id in (select id from connections where provider = ${OWN}) and coalesce(outstanding_minor, current_minor, total_minor) > 0` : sql`true`}
  and ${from ? sql`placed_at >= ${from}` : sql`true`} and ${until ? sql`placed_at < ${until}` : sql`true`}
  and ${sum ? costing(sql, sum) : sql`true`}
  and ${buyers ? sql`contact_id = any((select ${[...buyers]}::bigint[])::bigint[])` : sql`true`}
  and ${words ? named(sql, words) : sql`true`}`;

const costing = (sql: Sql, { is, minor, currency }: NonNullable<OrderFilter['sum']>): Fragment =>
  sql`currency = ${currency} and ${is === '>=' ? sql`total_minor >= ${minor}` : sql`total_minor <= ${minor}`}`;

/** By an index each: their numbers are few. */
const named = (sql: Sql, { text, contactIds, ids }: NonNullable<OrderFilter['words']>): Fragment => sql`
  id in (
    select id from orders where contact_id = any(${[...contactIds]}::bigint[])
    union select unnest(${[...ids]}::bigint[])
    union select order_id from order_lines where lower(sku) = lower(${text})
    union select order_id from order_lines where word_keys(title) @> word_keys(${text}) and word_keys(${text}) <> '{}'
  )`;

/** The newest first. Those that words name are found first: for a few the planner would rather walk all orders by time. */
export async function listOrders(sql: Sql, filter: OrderFilter, limit: number, offset: number): Promise<Order[]> {
  const rows = filter.words ? sql`meant` : sql`orders`;
  return sql<Order>`
    ${filter.words ? sql`with meant as materialized (select * from orders where ${matching(sql, filter)})` : sql``}
    select ${columns(sql)} from ${rows} where ${filter.words ? sql`true` : matching(sql, filter)}
    order by placed_at desc, id desc limit ${limit} offset ${offset}`;
}

/** Counted up to `most`. */
export async function countOrders(sql: Sql, filter: OrderFilter, most: number): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from (select from orders where ${matching(sql, filter)} limit ${most}) few`;
  return row!.count;
}

/** How many `listOrders` lists in all and what they come to, a row for each currency; what was cancelled or paid back whole comes to nothing. */
export async function sumOrders(
  sql: Sql,
  filter: OrderFilter,
): Promise<{ currency: string; count: number; minor: string }[]> {
  // of those that were paid back it is what they came to
  const back = filter.state === 'refunded' ? sql`` : sql`and payment <> 'refunded'`;
  return sql<{ currency: string; count: number; minor: string }>`
    select currency, count(*)::int as count,
      coalesce(sum(coalesce(current_minor, total_minor)) filter (where cancelled_at is null ${back}), 0)::text as minor
    from orders where ${matching(sql, filter)} group by currency order by sum(total_minor) desc, currency`;
}
