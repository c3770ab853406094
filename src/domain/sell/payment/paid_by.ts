import type { Sql, Tx } from '../../../db/sql.ts';
import type { ShopCustomer } from '../../shop_event.ts';
import { columns, type Order } from '../order.ts';
import { type KeptReport, type Report, withDates } from '../order_report.ts';

/**
 * What Stripe and PayPal call a payment: no two of theirs are called the same, while a "1", a "cash" or a bill's number may stand in the
 * orders of many people. https://docs.stripe.com/api/payment_intents, https://developer.paypal.com/docs/api/payments/v2/
 */
const STRIPES = ['pi_', 'ch_', 'py_', 'cs_', 'in_'];
const BY_PAYPAL = /^(?=[A-Z0-9]*[0-9])(?=[A-Z0-9]*[A-Z])[A-Z0-9]{17}$/;

export const isOfStripe = (payment: string): boolean =>
  /^\w+$/.test(payment) && STRIPES.some((mark) => payment.length > mark.length && payment.startsWith(mark));

export const isProvidersName = (payment: string): boolean => isOfStripe(payment) || BY_PAYPAL.test(payment);

/** So many orders of one payment are named where it is told that there are several. */
const MOST_NAMED = 10;

/** Nobody else ties an order to these payments until `tx` ends: its shop and whoever took the money may tell of it at once. */
export async function lockPayments(tx: Tx, names: readonly string[]): Promise<void> {
  if (names.length === 0) return;
  const keys = [...new Set(names)].map((name) => `payment:${name}`).sort();
  await tx`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest((select ${keys}::text[])) with ordinality k (key, nth) order by nth`;
}

/**
 * The orders whose payment goes by one of these names at whoever took the money, of whichever other shop: a WooCommerce order that was
 * paid through Stripe, whose connection is `takenBy`. Several where one payment was for more than one.
 */
export async function ordersPaidBy(sql: Sql, takenBy: string, names: readonly string[]): Promise<Order[]> {
  if (names.length === 0) return [];
  return sql<Order>`
    select ${columns(sql)} from orders
    where id in (
      select id from orders where paid_by = any(${[...names]}::text[]) and paid_by is not null
      union select id from orders where former_numbers && ${names.filter(isProvidersName)}::text[]
    ) and connection_id <> ${takenBy} and deleted_at is null and not test
    order by id limit ${MOST_NAMED}`;
}

/** Its shop called its payment so once: it may have been paid twice, or go by several names. Other names than a provider's say nothing. */
export async function notePaidBefore(tx: Tx, orderId: string, names: readonly (string | null)[]): Promise<void> {
  const those = names.filter((name) => name !== null && isProvidersName(name));
  if (those.length === 0) return;
  await tx`
    update orders set former_numbers = coalesce(former_numbers, '{}') || array(
      select n from unnest((select ${those}::text[])) n where n <> all(coalesce(former_numbers, '{}'))
    ) where id = ${orderId} and not coalesce(former_numbers, '{}') @> ${those}::text[]`;
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
    select name from unnest((select ${[...new Set(paidBy)]}::text[])) p (name)
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
  /** Whose it is, as connections call it. */
  provider: string;
}

/** How an order's payments are called: by its shop, by then or before, and by what is noted with it already. */
interface PaymentNames {
  given: string[];
  tied: string[];
}

export async function namesOfPayments(
  sql: Sql,
  { connectionId, id, paidBy }: Pick<PaymentNamed, 'connectionId' | 'id' | 'paidBy'>,
): Promise<PaymentNames> {
  if (id === undefined) return { given: [paidBy], tied: [] };
  const rows = await sql<{ name: string; isTied: boolean }>`
    select distinct name, true as "isTied" from order_reports r, jsonb_array_elements_text(says -> 'payments') name
    where order_id = ${id} and says ? 'payments' and connection_id <> ${connectionId}
    union all
    select name, false from orders o, unnest(array[o.paid_by] || o.former_numbers) name where o.id = ${id} and name is not null`;
  const given = rows.flatMap(({ name, isTied }) => (isTied || !isProvidersName(name) ? [] : name));
  return {
    given: [...new Set([paidBy, ...given])],
    tied: rows.flatMap(({ name, isTied }) => (isTied ? name : [])),
  };
}

/** All that whoever took the money reports of payments, under whichever of these names. */
export const byTakers = (sql: Sql, connectionId: string, { given, tied }: PaymentNames): Promise<PaymentReport[]> =>
  underNames(sql, connectionId, [...new Set([...given, ...tied])]);

async function underNames(sql: Sql, connectionId: string, payments: readonly string[]): Promise<PaymentReport[]> {
  if (payments.length === 0) return [];
  for (let known = [...payments]; ; ) {
    const rows = await sql<PaymentReport>`
      select ${reportColumns(sql)} from order_reports r
      where names && ${known}::text[] and says ? 'payments' and connection_id <> ${connectionId} order by at, rank, body`;
    const names = [...new Set([...known, ...rows.flatMap((row) => row.names)])];
    if (names.length === known.length) return rows.map((row) => ({ ...row, says: withDates(row.says) }));
    known = names;
  }
}

export const reportColumns = (sql: Sql) =>
  sql`r.id, r.connection_id as "connectionId", (select provider from connections where id = r.connection_id) as provider, r.names, r.body, r.at, r.rank, r.says, r.order_id as "orderId"`;

/** Reports of one system, those of each of its orders or payments together. */
export function eachOf(reports: readonly PaymentReport[]): PaymentReport[][] {
  let all: PaymentReport[][] = [];
  for (const one of reports) {
    const isOf = (other: PaymentReport[]) => other.some(({ names }) => names.some((name) => one.names.includes(name)));
    all = [...all.filter((other) => !isOf(other)), [...all.filter(isOf).flat(), one]];
  }
  return all;
}

/** The same reports, those of each who tells of them together. */
export function tellersOf(reports: readonly PaymentReport[]): PaymentReport[][] {
  const by = new Map<string, PaymentReport[]>();
  for (const one of reports) by.set(one.connectionId, [...(by.get(one.connectionId) ?? []), one]);
  return [...by.values()];
}
