import type { Sql, Tx } from '../../../db/sql.ts';
import type { ShopCustomer } from '../../shop_event.ts';
import { columns, type Order } from '../order.ts';
import { type KeptReport, type Report, withDates } from '../order_report.ts';

/** So many orders of one payment are named where it is told that there are several. */
const MOST_NAMED = 10;

/** Nobody else ties an order to these payments until `tx` ends: its shop and whoever took the money may tell of it at once. */
export async function lockPayments(tx: Tx, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const keys = [...new Set(names)].map((name) => `payment:${name}`).sort();
  await tx`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest(${keys}::text[]) with ordinality k (key, nth) order by nth`;
}

/**
 * The orders whose payment goes by one of these names at whoever took the money, of whichever other shop: a WooCommerce order that was
 * paid through Stripe, whose connection is `takenBy`. Several where one payment was for more than one.
 */
export async function ordersPaidBy(sql: Sql, takenBy: string, names: readonly string[]): Promise<Order[]> {
  if (names.length === 0) return [];
  return sql<Order>`
    select ${columns(sql)} from orders
    where paid_by = any(${[...names]}::text[]) and paid_by is not null and connection_id <> ${takenBy} and deleted_at is null and not test
    order by id limit ${MOST_NAMED}`;
}

/** Everything by which reports call the payment of their order. */
export const paymentsIn = (reports: readonly Pick<Report, 'says'>[]): string[] => [
  ...new Set(reports.flatMap(({ says }) => says.payments ?? [])),
];

/** By which payment reports say that their order was paid, as a shop that has others take its money names it. */
export const paidByIn = (reports: readonly Pick<Report, 'says'>[]): string | undefined =>
  reports.findLast(({ says }) => says.paidBy)?.says.paidBy;

/** An order's payment, in the words of its shop, and what the order comes to. */
export interface PaymentNamed {
  connectionId: string;
  paidBy: string;
  currency: string;
  /** In minor units. */
  totalMinor: string;
  /** Its row, where there is one. */
  id?: string | undefined;
  externalId?: string | undefined;
  /** Whom its shop names as the buyer just now; its row says whom it named before. */
  customer?: ShopCustomer | null | undefined;
}

/** Those of these payments of which whoever took the money, or a system with an order of its own, has reported something. */
export async function reportedPayments(sql: Sql, paidBy: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await sql<{ name: string }>`
    select name from unnest(${[...new Set(paidBy)]}::text[]) p (name)
    where exists (select from order_reports r where r.names && array[p.name] and r.says->'payments' ? p.name)
      or exists (select from order_reports r where r.says ? 'paidBy' and r.says->>'paidBy' = p.name)`;
  return new Set(found.map(({ name }) => name));
}

/** What an order's own shop had said of disputes before the order came, by the order's id; where a payment has a name of its own, it is under that. */
export async function disputesOfOrders(
  sql: Sql,
  orders: readonly { id: string; connectionId: string; externalId: string }[],
): Promise<ReadonlyMap<string, Pick<Report, 'says'>[]>> {
  if (orders.length === 0) return new Map();
  const [ids, connections, names] = [
    orders.map(({ id }) => id),
    orders.map(({ connectionId }) => connectionId),
    orders.map(({ externalId }) => externalId),
  ];
  const rows = await sql<{ orderId: string } & Pick<Report, 'says'>>`
    select o.id as "orderId", r.says from unnest(
      (select ${ids}::bigint[]), (select ${connections}::bigint[]), (select ${names}::text[])
    ) o (id, connection_id, name)
    join order_reports r on r.names && array[o.name] and r.connection_id = o.connection_id
    where r.says ? 'disputes' and not r.says ? 'payments' order by r.at, r.rank, r.body`;
  const found = new Map<string, Pick<Report, 'says'>[]>();
  for (const { orderId, says } of rows) found.set(orderId, [...(found.get(orderId) ?? []), { says: withDates(says) }]);
  return found;
}

/** A report of a payment, with whose it is. */
export interface PaymentReport extends KeptReport {
  connectionId: string;
}

/** All that whoever took the money reports of an order's payment, under whichever of its names. */
export async function byTakers(sql: Sql, named: PaymentNamed): Promise<PaymentReport[]> {
  const { connectionId, id } = named;
  const so = await underNames(sql, connectionId, [named.paidBy]);
  if (so.length > 0 || id === undefined) return so;
  // its shop may call the payment otherwise by now, as nobody else does
  const rows = await sql<{ name: string }>`
    select distinct name from order_reports r, jsonb_array_elements_text(says -> 'payments') name
    where order_id = ${id} and says ? 'payments' and connection_id <> ${connectionId}`;
  return underNames(
    sql,
    connectionId,
    rows.map(({ name }) => name),
  );
}

async function underNames(sql: Sql, connectionId: string, payments: readonly string[]): Promise<PaymentReport[]> {
  if (payments.length === 0) return [];
  for (let known = [...payments]; ; ) {
    const rows = await sql<PaymentReport>`
      select ${reportColumns(sql)} from order_reports r
      where names && ${known}::text[] and says ? 'payments' and connection_id <> ${connectionId} order by at, rank, body`;
    if (!rows.some(({ says }) => says.payments?.some((name) => payments.includes(name)))) return [];
    const names = [...new Set([...known, ...rows.flatMap((row) => row.names)])];
    if (names.length === known.length) return rows.map((row) => ({ ...row, says: withDates(row.says) }));
    known = names;
  }
}

export const reportColumns = (sql: Sql) =>
  sql`r.id, r.connection_id as "connectionId", r.names, r.body, r.at, r.rank, r.says, r.order_id as "orderId"`;

/** The same reports, those of each who tells of them together. */
export function tellersOf(reports: readonly PaymentReport[]): PaymentReport[][] {
  const by = new Map<string, PaymentReport[]>();
  for (const one of reports) by.set(one.connectionId, [...(by.get(one.connectionId) ?? []), one]);
  return [...by.values()];
}
