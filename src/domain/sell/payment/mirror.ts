import type { Fragment, Sql, Tx } from '../../../db/sql.ts';
import { columns, type Order } from '../order.ts';
import { type KeptReport, orderOf, withDates } from '../order_report.ts';
import {
  byTakers,
  eachOf,
  isProvidersName,
  namesOfPayments,
  ordersPaidBy,
  type PaymentNamed,
  type PaymentReport,
  paidByIn,
  reportColumns,
  tellersOf,
} from './paid_by.ts';
import { isBuyer } from './same_buyer.ts';

/** A system's order of its own that may mirror a shop's. */
interface MayMirror extends Pick<PaymentNamed, 'connectionId' | 'paidBy'> {
  reports: readonly KeptReport[];
}

/**
 * The order of another shop that a system's order is: the one that it is tied to already, else the only one of the same payment, over a
 * sum that it had, where that payment is certainly one and neither of them says another buyer. Undefined: it is an order of its own.
 */
export async function mirroredOrder(sql: Sql, told: MayMirror): Promise<Order | undefined> {
  const { connectionId, paidBy, reports } = told;
  const tied = await tiedOrder(sql, connectionId, reports);
  if (tied || !isProvidersName(paidBy)) return tied;
  const [order, ...others] = await ordersPaidBy(sql, connectionId, [paidBy]);
  if (!order || others.length > 0 || !isOfSum(reports, order)) return undefined;
  const ids = reports.map(({ id }) => id);
  const [another] = await sql`
    select id from order_reports
    where says ? 'paidBy' and says->>'paidBy' = ${paidBy} and connection_id = ${connectionId}
      and id <> all(${ids}::bigint[]) limit 1`;
  if (another) return undefined;
  return (await isBuyer(sql, order, orderOf(reports)?.customer)) ? order : undefined;
}

/**
 * An order of another system that names the same payment, which can have paid only one of them: they say other buyers, else they were one.
 * Undefined where none does, or several do.
 */
export async function otherOfPayment(
  sql: Sql,
  { id, paidBy, currency, totalMinor }: Order,
): Promise<Order | undefined> {
  if (paidBy === null || !isProvidersName(paidBy)) return undefined;
  const [other, ...more] = await sql<Order>`
    select ${columns(sql)} from orders
    where paid_by = ${paidBy} and currency = ${currency} and total_minor = ${totalMinor} and id <> ${id} and deleted_at is null and not test
      and connection_id <> (select connection_id from orders where id = ${id})
    order by id limit 2`;
  return more.length > 0 ? undefined : other;
}

/** The order of another shop that reports are noted with already, whatever they or it say by now. */
export async function tiedOrder(
  sql: Sql,
  connectionId: string,
  reports: readonly Pick<KeptReport, 'orderId'>[],
): Promise<Order | undefined> {
  const ids = reports.flatMap(({ orderId }) => orderId ?? []);
  if (ids.length === 0) return undefined;
  const [order] = await sql<Order>`
    select ${columns(sql)} from orders
    where id = any(${ids}::bigint[]) and connection_id <> ${connectionId} and not test order by id limit 1`;
  return order;
}

/**
 * What others than its own shop have reported of an order's payment, under whichever of its names, in their own order: whoever took the
 * money, and a system that mirrors the shop.
 */
export async function reportsOfPayment(sql: Sql, named: PaymentNamed): Promise<PaymentReport[]> {
  const names = await namesOfPayments(sql, named);
  return [...(await byTakers(sql, named.connectionId, names)), ...(await byMirrors(sql, named, names.given))];
}

/** All that systems report of their own orders that are this one: those that are tied to it, and the one of each that certainly is. */
async function byMirrors(sql: Sql, named: PaymentNamed, given: readonly string[]): Promise<PaymentReport[]> {
  const { connectionId, id } = named;
  const sure = given.filter(isProvidersName);
  const rows = await sql<PaymentReport>`
    with m as (
      select connection_id, names from order_reports where says ? 'paidBy' and says->>'paidBy' = any(${[...given]}::text[])
      union
      select connection_id, names from order_reports where order_id = ${id ?? null} and not says ? 'payments'
    )
    select distinct on (r.at, r.rank, r.body, r.id) ${reportColumns(sql)}
    from m join order_reports r on r.connection_id = m.connection_id and r.names && m.names
    where m.connection_id <> ${connectionId} and not r.says ? 'payments' order by r.at, r.rank, r.body, r.id`;
  const mirrors: PaymentReport[] = [];
  let isOnly: boolean | undefined;
  for (const told of tellersOf(rows.map((row) => ({ ...row, says: withDates(row.says) })))) {
    const orders = eachOf(told);
    const tied = orders.filter((reports) => reports.some(({ orderId }) => orderId !== null && orderId === id));
    mirrors.push(...tied.flat());
    const [one, ...others] = orders;
    if (tied.length > 0 || others.length > 0 || !sure.includes(paidByIn(one!) ?? '')) continue;
    isOnly ??= await isOnlyOrder(sql, named, sure, rows);
    if (isOnly && isOfSum(one!, named) && (await isBuyer(sql, named, orderOf(one!)?.customer))) mirrors.push(...one!);
  }
  return mirrors;
}

/** How far the goods of an order have left: what its shop or its mirror has sent is sent. */
export const sentByAny = (sql: Sql, shop: Fragment, mirror: Fragment): Fragment => sql`case
  when ${mirror} = 'fulfilled' and ${shop} in ('unfulfilled', 'partial') or ${mirror} = 'partial' and ${shop} = 'unfulfilled' then ${mirror}
  else coalesce(${shop}, ${mirror}) end`;

/** That more had left before does not matter: it has, unless all of it is taken back. */
const SENT = ['fulfilled', 'partial'] as const;

/** Notes how far the goods have left by the word of systems that mirror the shop. A parcel is enough where nothing else is said. */
export async function noteSent(tx: Tx, { id }: Pick<Order, 'id'>, reports: readonly PaymentReport[]): Promise<void> {
  const mirrors = reports.filter(({ says }) => !says.payments);
  const said = mirrors.flatMap(({ says }) => says.fulfillment ?? []);
  const parcels = mirrors.some(({ says }) => says.shipments?.length) ? 'fulfilled' : null;
  const last = said.at(-1);
  const isSent = SENT.some((one) => one === last);
  const sent = (isSent ? SENT.find((one) => said.includes(one)) : last) ?? parcels;
  await tx`
    update orders set mirror_fulfillment = ${sent}, fulfillment = case
      when not ${isSent || last === undefined} and fulfillment is not distinct from mirror_fulfillment then ${sent}
      else ${sentByAny(tx, tx`fulfillment`, tx`${sent}::text`)} end
    where id = ${id} and mirror_fulfillment is distinct from ${sent}`;
}

/** The system that mirrors an order, as connections call it, which says that it is cancelled. */
export async function cancelledBy(sql: Sql, orderId: string): Promise<string | undefined> {
  const [by] = await sql<{ provider: string }>`
    select c.provider from order_reports r join orders o on o.id = r.order_id join connections c on c.id = r.connection_id
    where r.order_id = ${orderId} and r.connection_id <> o.connection_id and r.says ? 'cancelledAt' and not r.says ? 'payments'
    order by r.at desc limit 1`;
  return by?.provider;
}

/** Whether no other shop has an order of this payment: systems that report theirs, which may be this one, aside. */
async function isOnlyOrder(
  sql: Sql,
  { connectionId, externalId, id }: PaymentNamed,
  names: readonly string[],
  rows: readonly PaymentReport[],
): Promise<boolean> {
  const mirrors = [...new Set(rows.map((row) => row.connectionId))];
  const [other] = await sql`
    select id from orders
    where paid_by = any(${[...names]}::text[]) and id is distinct from ${id ?? null} and connection_id <> all(${mirrors}::bigint[])
      and (connection_id <> ${connectionId} or external_id is distinct from ${externalId ?? null}) and deleted_at is null and not test limit 1`;
  return other === undefined;
}

/** Whether one of the reports says that sum: what is changed by then was one before. */
const isOfSum = (reports: readonly KeptReport[], { currency, totalMinor }: { currency: string; totalMinor: string }) =>
  reports.some(({ says }) => says.currency === currency && says.totalMinor === totalMinor);
