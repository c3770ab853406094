import type { Sql, Tx } from '../../db/sql.ts';
import type { Shipment } from '../goods_event.ts';
import { recordedIn } from '../owner/journal.ts';
import type { Fulfilment, GoneArticle, OrderLine, OrderUpdated, OrderWords, Payment, Refund } from '../shop_event.ts';
import { OWN } from './connection.ts';
import { keyOf } from './order.ts';
import { notePayments } from './order_money.ts';
import { dropRefunds, noteListed } from './order_refund.ts';
import { versionOf } from './order_version.ts';
import { upsertOrders } from './order_write.ts';
import { withoutUnsent } from './own_unsent.ts';
import { shipmentsOf, upsertShipments } from './shipment.ts';

/** An order as its owner has written it down: all that a version of it says. */
export interface OwnOrder {
  /** null: it is a new one. */
  id: string | null;
  connectionId: string;
  number: string;
  contactId: string | null;
  payment: Payment;
  fulfillment: Fulfilment;
  currency: string;
  /** What it comes to now. */
  totalMinor: string;
  /** What has come so far. */
  paidMinor: string;
  refunds: Refund[];
  lines: OrderLine[];
  /** What was written with it. */
  words: OrderWords[];
  /** What has left of articles that are in it no more. */
  gone: GoneArticle[];
  /** That it is paid when it is delivered, in the owner's words; null: it is not. */
  onDelivery: string | null;
  placedAt: Date;
  cancelledAt: Date | null;
  /** When it was last written. */
  versionAt: Date | null;
}

/** The connection of the owner's own orders. It is nothing that a user makes, so no undo takes it back. */
export async function ownConnection(tx: Tx): Promise<string> {
  const [known] = await tx<{ id: string }>`select id from connections where provider = ${OWN} order by id limit 1`;
  if (known) return known.id;
  return recordedIn(tx, '', async () => {
    const [made] = await tx<{ id: string }>`
      insert into connections (provider, token) values (${OWN}, ${OWN})
      on conflict (token) do update set provider = excluded.provider returning id`;
    return made!.id;
  });
}

/** Those of these orders that were written down by hand. */
export async function ownAmong(sql: Sql, ids: readonly string[]): Promise<string[]> {
  const rows = await sql<{ id: string }>`
    select o.id from orders o join connections n on n.id = o.connection_id
    where o.id = any(${[...ids]}::bigint[]) and n.provider = ${OWN}`;
  return rows.map(({ id }) => id);
}

/** The next number: M-1, M-2. Nobody else takes it until `tx` ends. */
export async function nextOwnNumber(tx: Tx, connectionId: string): Promise<string> {
  await tx`select pg_advisory_xact_lock(hashtextextended(${`own order:${connectionId}`}, 0))`;
  const [row] = await tx<{ next: string }>`
    select (coalesce(max(substr(external_id, 3)::bigint), 0) + 1)::text as next from orders where connection_id = ${connectionId}`;
  return `M-${row!.next}`;
}

/** One of the owner's own orders, kept from others until `tx` ends; undefined: it is a shop's. */
export async function loadOwn(tx: Tx, id: string): Promise<OwnOrder | undefined> {
  // a statement that waits for a lock reads other tables as they were before it waited, so what has come is read by the next one
  await tx`select from orders where id = ${id} for update`;
  const [order] = await tx<Omit<OwnOrder, 'refunds' | 'lines'>>`
    select o.id, o.connection_id as "connectionId", o.number, o.contact_id as "contactId", o.payment, o.fulfillment, o.currency,
      coalesce(o.current_minor, o.total_minor) as "totalMinor", o.placed_at as "placedAt", o.cancelled_at as "cancelledAt", o.version_at as "versionAt",
      coalesce(o.words, '[]') as words, o.on_delivery as "onDelivery", coalesce(o.gone, '[]') as gone,
      coalesce((select max(received_minor) from order_payments where order_id = o.id), 0)::text as "paidMinor"
    from orders o join connections n on n.id = o.connection_id
    where o.id = ${id} and n.provider = ${OWN}`;
  if (!order) return undefined;
  const refunds = await tx<Refund>`
    select external_id as "externalId", minor, at as "refundedAt" from order_refunds where order_id = ${id} order by id`;
  const lines = await tx<OrderLine & { unsent: number | null }>`
    select sku, title, variant, quantity, unsent, price_minor as "priceMinor" from order_lines where order_id = ${id} order by position`;
  return {
    ...order,
    refunds,
    lines: lines.map(({ variant, unsent, ...one }) => ({
      ...one,
      ...(variant && { variant }),
      ...(unsent && { unsent }),
    })),
  };
}

/** What is here of its money, in minor units: what went back is not. */
export const keptOf = ({ paidMinor, refunds }: Pick<OwnOrder, 'paidMinor' | 'refunds'>): bigint =>
  BigInt(paidMinor) - sumOf(refunds);

/** How an order's money stands by what has come and what went back. A part that came and went back has paid nothing of it. */
function paymentOf({ paidMinor, totalMinor, refunds, cancelledAt }: OwnOrder): Payment {
  const [paid, total] = [BigInt(paidMinor), BigInt(totalMinor)];
  const back = sumOf(refunds);
  if (back > 0n && back >= paid && (paid >= total || cancelledAt !== null)) return 'refunded';
  if (paid <= back && total > 0n) return 'unpaid';
  if (paid < total) return 'partially_paid';
  return paid - back < total ? 'partially_refunded' : 'paid';
}

/**
 * What is still to come of it, in minor units: what it comes to without what is here. Of one that was paid in full, what went back is
 * not asked for again.
 */
export const dueOf = (own: OwnOrder): bigint =>
  own.cancelledAt === null && BigInt(own.paidMinor) < BigInt(own.totalMinor)
    ? BigInt(own.totalMinor) - keptOf(own)
    : 0n;

/** What its buyer still owes, in minor units; where money went back, nothing that could be asked for unasked. */
export const owedOf = (own: OwnOrder): bigint => (own.refunds.length === 0 ? dueOf(own) : 0n);

const sumOf = (refunds: readonly Refund[]): bigint => refunds.reduce((sum, { minor }) => sum + BigInt(minor), 0n);

/** Writes it down as a shop's next version would be: what counts orders counts it too. Returns its id. */
export async function writeOwn(tx: Tx, own: OwnOrder, now: Date): Promise<string> {
  const { connectionId, contactId, versionAt } = own;
  const updatedAt = versionAt && versionAt >= now ? new Date(versionAt.getTime() + 1) : now;
  const order = asTold(own);
  const event: OrderUpdated = { kind: 'order.updated', provider: OWN, connectionId, order, customer: null, updatedAt };
  if (own.id !== null) await moveFirstMoney(tx, own.id, own.placedAt);
  const buyer = contactId === null || own.id !== null ? undefined : { address: `${OWN}:${contactId}`, contactId };
  const written = (await upsertOrders(tx, [{ event, version: versionOf(event), buyer, billedTo: null }])).get(
    keyOf({ connectionId, externalId: own.number }),
  )!;
  const money = { received: BigInt(own.paidMinor), returned: 0n };
  // of one that is written down later its money came when it was ordered
  const at = written.made && own.placedAt < updatedAt ? own.placedAt : updatedAt;
  if (written.made || (await isNews(tx, written.id, at, money.received)))
    await notePayments(tx, [{ orderId: written.id, at, money }]);
  await noteListed(tx, written.id, order, own.refunds.length > 0, true);
  return written.id;
}

/** Its versions come in their order: one that says of its money what the last one said keeps no time, which would hold its first day. */
async function isNews(tx: Tx, orderId: string, at: Date, received: bigint): Promise<boolean> {
  const [last] = await tx<{ received: string }>`
    select received_minor::text as received from order_payments where order_id = ${orderId} and at <= ${at} order by at desc limit 1`;
  return last?.received !== String(received);
}

/**
 * What was known of its money when it was placed stays with the day on which it was, and ahead of what came later: money that came
 * long after its order, with nothing known before, would be history.
 */
async function moveFirstMoney(tx: Tx, orderId: string, placedAt: Date): Promise<void> {
  await tx`
    update order_payments p set at = least(${placedAt}::timestamptz, (
      select min(later.at) - interval '1 millisecond' from order_payments later where later.order_id = p.order_id and later.at > p.at
    ))
    from orders o where o.id = ${orderId} and p.order_id = o.id and p.at <= o.placed_at and o.placed_at <> ${placedAt}
      and p.at = (select min(at) from order_payments where order_id = ${orderId})`;
}

/** Where more has come than it comes to now, a refund is of that (`sumRefunds`): it takes nothing more off what was bought. Until then it shows what it came to before. */
function asTold(own: OwnOrder): OrderUpdated['order'] {
  const payment = paymentOf(own);
  const { number, fulfillment, currency, totalMinor, placedAt, cancelledAt, lines, refunds, words, onDelivery } = own;
  return {
    ...{ externalId: number, number, payment, fulfillment, currency, totalMinor, placedAt, cancelledAt, lines },
    ...(BigInt(own.paidMinor) > BigInt(totalMinor) &&
      refunds.length === 0 && { totalMinor: own.paidMinor, currentMinor: totalMinor }),
    ...(payment === 'partially_paid' && { outstandingMinor: String(BigInt(totalMinor) - keptOf(own)) }),
    ...(refunds.length > 0 && { refunds }),
    ...(words.length > 0 && { words }),
    // it is kept when money was noted, which may have been a mistake
    ...(onDelivery !== null && { onDelivery, ...(payment === 'unpaid' && { strangePayment: onDelivery }) }),
    ...(own.gone.length > 0 && { gone: own.gone }),
    test: false,
  };
}

/** A parcel of which only the day is known on which it left: its number may be said later. */
const SENT = 'sent';
const isUnnumbered = ({ externalId, tracking, state }: Pick<Shipment, 'externalId' | 'tracking' | 'state'>): boolean =>
  externalId === SENT && tracking.length === 0 && state !== 'cancelled';

/** Notes money that has come, on an earlier day where `at` says so: what is known of later days has it too. Minor units. */
export async function payOwn(
  tx: Tx,
  own: OwnOrder,
  { came, at }: { came: bigint; at: Date | undefined },
  now: Date,
): Promise<void> {
  if (at) {
    await tx`update order_payments set received_minor = received_minor + ${String(came)}::bigint where order_id = ${own.id} and at > ${at}`;
    await tx`
      insert into order_payments (order_id, at, received_minor, returned_minor)
      select ${own.id}, ${at}, ${String(came)}::bigint + coalesce(max(received_minor), 0), coalesce(max(returned_minor), 0)
      from order_payments where order_id = ${own.id} and at <= ${at}
      on conflict (order_id, at) do update set received_minor = excluded.received_minor`;
  }
  await writeOwn(tx, { ...own, paidMinor: String(BigInt(own.paidMinor) + came) }, now);
}

/** Notes that money did not go back: what was noted of it was a mistake. */
export async function unrefundOwn(tx: Tx, own: OwnOrder, ids: readonly string[], now: Date): Promise<void> {
  await writeOwn(tx, { ...own, refunds: own.refunds.filter(({ externalId }) => !ids.includes(externalId)) }, now);
  await dropRefunds(tx, own.id!, ids);
}

/** Notes that it has left, with the parcel's number where there is one, and the day where it was an earlier one. */
export async function sendOwn(
  tx: Tx,
  own: OwnOrder,
  { parcel, at }: { parcel: { carrier: string | null; number: string } | undefined; at: Date | undefined },
  now: Date,
): Promise<void> {
  await writeOwn(tx, { ...own, lines: withoutUnsent(own.lines), fulfillment: 'fulfilled' }, now);
  if (!parcel && !at) return;
  const { connectionId, number: orderExternalId } = own;
  const dated = own.id === null ? undefined : (await shipmentsOf(tx, own.id)).find(isUnnumbered);
  const { carrier = null, number } = parcel ?? {};
  const sent = { externalId: dated?.externalId ?? number ?? SENT, state: 'in_transit' as const, carrier };
  const tracking = number === undefined ? [] : [{ number, url: null }];
  const shippedAt = at ?? dated?.shippedAt ?? now;
  const shipments = [{ ...sent, tracking, lines: [], shippedAt, deliveredAt: null }];
  await upsertShipments(tx, [{ connectionId, orderExternalId, shipments, at: now }]);
}

/** Notes that it has not left: its parcels were none. */
export async function unsendOwn(tx: Tx, own: OwnOrder, now: Date): Promise<void> {
  await writeOwn(tx, { ...own, lines: withoutUnsent(own.lines), gone: [], fulfillment: 'unfulfilled' }, now);
  const { connectionId, number: orderExternalId } = own;
  const shipments = (await shipmentsOf(tx, own.id!)).map(({ id: _, strangeState: _strange, ...parcel }) => ({
    ...parcel,
    state: 'cancelled' as const,
  }));
  if (shipments.length > 0) await upsertShipments(tx, [{ connectionId, orderExternalId, shipments, at: now }]);
}

/** Notes that none of its money has come: what was noted of it was a mistake, on whichever day. */
export async function unpayOwn(tx: Tx, own: OwnOrder, now: Date): Promise<void> {
  await tx`delete from order_payments where order_id = ${own.id} and received_minor > 0`;
  await writeOwn(tx, { ...own, paidMinor: '0' }, now);
}
