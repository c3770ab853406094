import { createHash } from 'node:crypto';
import type { Sql, Tx } from '../../db/sql.ts';
import type { Shipment } from '../goods_event.ts';
import type { OrderReported, OrderSays, OrderUpdated, Payment, Refund, ShopCustomer } from '../shop_event.ts';
import { dropInto } from './payment/one_order.ts';
import { spokenNumber } from './spoken_number.ts';

type ShopOrder = OrderUpdated['order'];

/** A report as it is kept. */
export interface KeptReport {
  id: string;
  names: string[];
  body: string;
  at: Date;
  rank: number;
  says: OrderSays;
  orderId: string | null;
}

/** One of those that are looked at because another has come. */
export interface Report extends KeptReport {
  /** It has come just now. */
  isNew: boolean;
}

/** The same for reports that say the same. */
const bodyOf = ({ names, at, rank, says }: OrderReported): string =>
  createHash('sha256')
    .update(JSON.stringify([names, at, rank ?? 0, says]))
    .digest('base64url');

/**
 * Keeps a report and returns all reports about the same order: those that share a name with it, or with one that does.
 * No other act adds to them until `tx` ends. Undefined if it was known already.
 */
export async function keepReport(tx: Tx, event: OrderReported): Promise<Report[] | undefined> {
  const { connectionId, names, at, rank = 0, says } = event;
  await lockNames(tx, connectionId, names);
  const [kept] = await tx<{ id: string }>`
    insert into order_reports (connection_id, names, body, at, rank, says)
    values (${connectionId}, ${names}::text[], ${bodyOf(event)}, ${at}, ${rank}, ${tx.json(says)}) on conflict do nothing returning id`;
  if (!kept) return undefined;
  const all = await reportsNamed(tx, connectionId, names);
  return all.map((one) => ({ ...one, isNew: one.id === kept.id }));
}

/** Grows the names until no report knows another one; each is locked before it is believed that nobody adds to it. */
async function reportsNamed(tx: Tx, connectionId: string, known: readonly string[]): Promise<KeptReport[]> {
  const rows = await tx<KeptReport>`
    select id, names, body, at, rank, says, order_id as "orderId" from order_reports
    where connection_id = ${connectionId} and names && ${known}::text[] order by at, rank, body`;
  const more = [...new Set(rows.flatMap(({ names }) => names))].filter((name) => !known.includes(name));
  if (more.length === 0) return rows.map((row) => ({ ...row, says: withDates(row.says) }));
  await lockNames(tx, connectionId, more);
  return reportsNamed(tx, connectionId, [...known, ...more]);
}

async function lockNames(tx: Tx, connectionId: string, names: readonly string[]): Promise<void> {
  const keys = names.map((name) => `order:${connectionId}:${name}`).sort();
  await tx`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest((select ${keys}::text[])) with ordinality k (key, nth) order by nth`;
}

/** JSON has no dates; all of ours are called something with At. */
export const withDates = (says: OrderSays): OrderSays =>
  JSON.parse(JSON.stringify(says), (key, value) =>
    key.endsWith('At') && typeof value === 'string' ? new Date(value) : value,
  );

/** What has gone back, in minor units, and the refunds that are listed. */
export interface GoneBack {
  sum: bigint;
  listed: Refund[];
  /** Those that did not go through. */
  failed: Refund[];
}

/** What reports say of money that went back, also where none says what the order comes to. A sum from before a refund failed says nothing. */
export function goneBack(reports: readonly Pick<Report, 'says'>[]): GoneBack {
  const { refunds = [], returnedMinor = '0' } = reports.map(({ says }) => says).reduce(together, {});
  const listed = refunds.reduce((all, { minor }) => all + BigInt(minor), 0n);
  const failed = refunds.filter(({ failedMinor }) => failedMinor !== undefined);
  return { sum: failed.length > 0 ? listed : greater(listed, BigInt(returnedMinor)), listed: refunds, failed };
}

const greater = (a: bigint, b: bigint): bigint => (a > b ? a : b);

/** An order as its reports say together, and who has bought. */
export interface Told {
  order: ShopOrder;
  customer: ShopCustomer | null;
  updatedAt: Date;
}

type Whole = OrderSays & Required<Pick<OrderSays, 'currency' | 'totalMinor'>>;

/** Without a currency and a sum it is no order yet. */
const isWhole = (says: OrderSays): says is Whole => says.currency !== undefined && says.totalMinor !== undefined;

/** What the reports, in their own order, say together; undefined as long as none says what the order comes to. */
export function orderOf(reports: readonly KeptReport[]): Told | undefined {
  const says = reports.map(dated(inItsMoney(reports))).reduce(together, {} as OrderSays);
  const name = nameOf(reports);
  return isWhole(says) && name ? told(name, says, reports[0]!.at, reports.at(-1)!.at) : undefined;
}

/** What was known when each of the reports was made, in their order: the sum and its currency may have been said later. */
export function orderSinceEach(reports: readonly Report[]): Told[] {
  const name = nameOf(reports);
  const each = reports.map(inItsMoney(reports));
  const end = each.reduce(together, {} as OrderSays);
  if (!name || !isWhole(end)) return [];
  const { currency, totalMinor } = end;
  let says: OrderSays = {};
  return reports.map((report, nth) => {
    says = together(says, each[nth]!);
    return told(name, { currency, totalMinor, ...says }, reports[0]!.at, report.at);
  });
}

/** The name that the order goes by: of the reports that say what it comes to, the one with the last word of its time gives it. */
function nameOf(reports: readonly KeptReport[]): string | undefined {
  const [first] = reports.filter(({ says }) => isWhole(says)).toSorted((a, b) => b.rank - a.rank);
  return first?.names[0];
}

/** What reports say in money. */
const SUMS = [
  ...(['totalMinor', 'currentMinor', 'outstandingMinor', 'discountMinor', 'taxMinor', 'shippingMinor'] as const),
  ...(['refunds', 'returnedMinor', 'refundUnderWay', 'lines'] as const),
];

/** An order is in the currency in which it was last said what it comes to: nothing else gives its sums another. */
const currencyOf = (reports: readonly Pick<Report, 'says'>[]): string | undefined =>
  reports.findLast(({ says }) => isWhole(says))?.says.currency;

/** What a report says of an order, without its sums where they are in other money: nobody knows what those come to. */
function inItsMoney(reports: readonly KeptReport[]): (report: KeptReport) => OrderSays {
  const currency = currencyOf(reports);
  return ({ says }) => {
    if (currency === undefined || says.currency === undefined || says.currency === currency) return says;
    const left = Object.entries(says).filter(([name]) => name !== 'currency' && !SUMS.some((sum) => sum === name));
    return Object.fromEntries(left) as OrderSays;
  };
}

/** With its parcels as of its own time: what is said later of the order says nothing of them. */
const dated =
  (saysOf: (report: KeptReport) => OrderSays) =>
  (report: KeptReport): OrderSays => {
    const says = saysOf(report);
    const shipments = says.shipments?.map((one) => ({ ...one, saidAt: report.at }));
    return { ...says, ...(shipments && { shipments }) };
  };

/** Those whose sums do not count because they are in other money than what the order comes to. */
export const inOtherMoney = (reports: readonly Report[], currency: string): Report[] =>
  reports.filter(
    ({ says }) =>
      says.currency !== undefined &&
      says.currency !== currency &&
      says.totalMinor === undefined &&
      SUMS.some((sum) => says[sum] !== undefined),
  );

/** The refunds that are said in other money alone. */
export function refundsInOtherMoney(reports: readonly Report[], { currency, refunds = [] }: ShopOrder): string[] {
  const other = reports.filter(({ says }) => says.currency !== undefined && says.currency !== currency);
  const ids = other.flatMap(({ says }) => (says.refunds ?? []).map(({ externalId }) => externalId));
  return ids.filter((id) => !refunds.some(({ externalId }) => externalId === id));
}

/** What one says and what another says after it: the later counts, and nothing that it leaves out is lost. */
function together(before: OrderSays, after: OrderSays): OrderSays {
  const refunds = byId<Refund>(before.refunds, after.refunds);
  const shipments = byId<Shipment>(before.shipments, after.shipments);
  const customer = before.customer && after.customer ? buyer(before.customer, after.customer) : undefined;
  const isUnpaid = after.paidAsUsual && before.paidLater === 'on_delivery' && before.payment !== undefined;
  return {
    ...before,
    ...after,
    ...(isUnpaid && { payment: before.payment }),
    ...(refunds && { refunds }),
    ...(shipments && { shipments }),
    ...(customer && { customer }),
  };
}

function byId<T extends { externalId: string }>(before: T[] | undefined, after: T[] | undefined): T[] | undefined {
  if (!before || !after) return before ?? after;
  return [...new Map([...before, ...after].map((one) => [one.externalId, one])).values()];
}

const buyer = (before: ShopCustomer, after: ShopCustomer): ShopCustomer => ({
  ...before,
  ...(Object.fromEntries(Object.entries(after).filter(([, value]) => value !== null)) as Partial<ShopCustomer>),
});

function told(
  externalId: string,
  {
    customer,
    paidNow: _,
    retryAt: __,
    payments: ___,
    disputes: ____,
    paidAsUsual: _____,
    reference: ______,
    ...says
  }: Whole,
  first: Date,
  updatedAt: Date,
): Told {
  const { refunds, ...order } = says;
  const listed = refunds?.filter(({ minor }) => minor !== '0');
  const empty = refunds?.filter(({ minor }) => minor === '0') ?? [];
  const sum = (listed ?? []).reduce((all, { minor }) => all + BigInt(minor), 0n);
  const back = greater(sum, BigInt(says.returnedMinor ?? '0'));
  return {
    order: {
      number: spokenNumber(externalId),
      fulfillment: null,
      placedAt: first,
      cancelledAt: null,
      test: false,
      lines: [],
      ...order,
      externalId,
      payment: afterRefunds(says.payment ?? 'pending', back, BigInt(says.totalMinor)),
      ...(listed && { refunds: listed }),
      ...(empty.length > 0 && { emptyRefunds: empty }),
      ...(empty.some(({ failedMinor }) => failedMinor === undefined) && { refundUnderWay: true }),
    },
    customer: customer ?? null,
    updatedAt,
  };
}

const RECEIVED: readonly Payment[] = ['paid', 'partially_refunded', 'refunded'];

/** Where refunds are reported apart from the payment, the payment says no more than that it had come. */
function afterRefunds(payment: Payment, back: bigint, total: bigint): Payment {
  if (back === 0n || !RECEIVED.includes(payment)) return payment;
  return back >= total ? 'refunded' : 'partially_refunded';
}

/**
 * The order that reports had made before may have gone by another name, or there may have been two before something
 * tied them together: the first stays, under the name that it goes by now.
 */
export async function settleName(
  tx: Tx,
  connectionId: string,
  externalId: string,
  reports: readonly Report[],
): Promise<void> {
  const ids = [...new Set(reports.flatMap(({ orderId }) => orderId ?? []))];
  if (ids.length === 0) return;
  // what was reported of the payment of another shop's order is noted with that one
  const made = await tx<{ id: string }>`
    select id from orders where id = any(${ids}::bigint[]) and connection_id = ${connectionId} order by id`;
  const [kept, ...others] = made.map(({ id }) => id);
  if (!kept) return;
  await dropInto(tx, kept, others);
  await tx`
    with renamed as (
      update orders o set external_id = ${externalId} from orders was
      where o.id = ${kept} and was.id = o.id and o.external_id <> ${externalId} returning o.connection_id, was.external_id as former
    )
    update shipments s set order_external_id = ${externalId} from renamed r
    where s.connection_id = r.connection_id and s.order_external_id = r.former`;
}

/** Notes which order was made of them. */
export async function noteOrder(tx: Tx, orderId: string, reports: readonly Report[]): Promise<void> {
  const ids = reports.filter((one) => one.orderId !== orderId).map(({ id }) => id);
  if (ids.length > 0) await tx`update order_reports set order_id = ${orderId} where id = any(${ids}::bigint[])`;
}

/** The order that goes by one of these names, whichever. */
export async function orderCalled(sql: Sql, connectionId: string, name: string): Promise<string | undefined> {
  const [found] = await sql<{ id: string }>`
    select order_id as id from order_reports
    where connection_id = ${connectionId} and names && ${[name]}::text[] and order_id is not null limit 1`;
  return found?.id;
}
