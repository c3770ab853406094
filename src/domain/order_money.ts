import { createHash } from 'node:crypto';
import type { Sql, Tx } from '../db/sql.ts';
import type { OrderUpdated, Refund } from './shop_event.ts';

type ShopOrder = OrderUpdated['order'];

/** How far an order has come to be paid; the words shops use. Of two versions of one time the one further on is the newer. */
const PROGRESS = [
  ['pending'],
  ['failed', 'declined', 'expired'],
  ['authorized'],
  ['voided'],
  ['partially_paid'],
  ['paid'],
  ['partially_refunded'],
  ['refunded'],
];
/** Those whose money is here, or was. */
const RECEIVED = ['paid', 'partially_refunded', 'refunded'];

/** How far this version has come, as text that sorts so; equal for equal versions only. */
export function versionTie(order: ShopOrder): string {
  const payment = PROGRESS.findIndex((words) => words.includes(order.payment));
  const sent = [null, 'partial', 'fulfilled'].indexOf(order.fulfillment);
  const refunded = String(sumOf(order.refunds ?? [])).padStart(20, '0');
  return `${Math.max(payment, 0)}${order.cancelledAt ? 1 : 0}${Math.max(sent, 0)}${refunded}${digest(order)}`;
}

/** Two versions that have come equally far have an order too, the same wherever and whenever they are compared. */
function digest(order: ShopOrder): string {
  return createHash('sha256').update(JSON.stringify(order)).digest('base64url');
}

/** All that had been received by this version, what was given back since included; minor units. */
export function receivedBy(order: ShopOrder): bigint {
  const total = BigInt(order.totalMinor);
  const worth = BigInt(order.currentMinor ?? order.totalMinor);
  const most = worth > total ? worth : total;
  const open = order.outstandingMinor == null ? undefined : BigInt(order.outstandingMinor);
  if (order.payment === 'partially_paid') return between(0n, worth - (open ?? 0n), most);
  if (!RECEIVED.includes(order.payment)) return 0n;
  const refunded = sumOf(order.refunds ?? []);
  if (open !== undefined) return between(0n, worth - open + refunded, most);
  if (order.cancelledAt || order.payment === 'refunded') return most;
  return between(0n, worth + refunded, most);
}

function between(least: bigint, value: bigint, most: bigint): bigint {
  if (value < least) return least;
  return value > most ? most : value;
}

function sumOf(refunds: readonly Refund[]): bigint {
  return refunds.reduce((sum, { minor }) => sum + BigInt(minor), 0n);
}

/**
 * Any version of an order, a late one too, says what had been received by its time. Kept are the times at which that became
 * another sum, so it does not matter in which order versions come.
 */
export async function notePayment(tx: Tx, orderId: string, at: Date, received: bigint): Promise<void> {
  await tx`
    insert into order_payments (order_id, at, received_minor) values (${orderId}, ${at}, ${String(received)})
    on conflict (order_id, at) do update
    set received_minor = greatest(order_payments.received_minor, excluded.received_minor)`;
  await tx`
    delete from order_payments p where order_id = ${orderId} and received_minor = (
      select b.received_minor from order_payments b where b.order_id = p.order_id and b.at < p.at
      order by b.at desc limit 1
    )`;
}

/**
 * A refund is told by itself and again with each version of its order; gives those not known before. One whose money has not left
 * yet is 0, and news once more when it has.
 */
export async function noteRefunds(tx: Tx, orderId: string, refunds: readonly Refund[]): Promise<Refund[]> {
  if (refunds.length === 0) return [];
  const known = await tx<{ id: string; minor: string }>`
    select external_id as id, minor from order_refunds where order_id = ${orderId}`;
  for (const { externalId, minor, refundedAt } of refunds) {
    await tx`
      insert into order_refunds (order_id, external_id, minor, at) values (${orderId}, ${externalId}, ${minor}, ${refundedAt})
      on conflict (order_id, external_id) do update
      set minor = greatest(order_refunds.minor, excluded.minor), at = least(order_refunds.at, excluded.at)`;
  }
  await tx`
    update orders set refunded_minor = (select sum(minor) from order_refunds where order_id = ${orderId})
    where id = ${orderId}`;
  const isKnown = ({ externalId, minor }: Refund) =>
    known.some((one) => one.id === externalId && (one.minor !== '0' || minor === '0'));
  return refunds.filter((refund) => !isKnown(refund));
}

/** Money of one currency. */
export interface Bought {
  currency: string;
  orders: number;
  totalMinor: string;
}

/** What this contact has bought so far, a line a currency. */
export async function boughtBy(sql: Sql, contactId: string): Promise<Bought[]> {
  return sql<Bought>`
    select currency, count(*)::int as orders, sum(spent_minor)::text as "totalMinor"
    from purchases where contact_id = ${contactId}
    group by currency order by sum(spent_minor) desc`;
}

/** Money that came, and what went back. */
export interface Takings extends Bought {
  refundedMinor: string;
}

/** An order paid longer than this after it was placed, of which nothing was known while it was not paid, is history. */
export const HISTORY_DAYS = 7;

/** What came in and went back in [from, to), whenever the orders were placed: a line a currency. */
export async function takings(sql: Sql, from: Date, to: Date): Promise<Takings[]> {
  return sql<Takings>`
    with moved as (
      select o.id, o.currency, p.received_minor - coalesce(b.received_minor, 0) as received, 0 as refunded
      from order_payments p join orders o on o.id = p.order_id
      left join lateral (
        select received_minor from order_payments b where b.order_id = p.order_id and b.at < p.at
        order by b.at desc limit 1
      ) b on true
      where p.at >= ${from} and p.at < ${to} and not o.test
        and (b.received_minor is not null or p.at < o.placed_at + ${HISTORY_DAYS} * interval '1 day')
      union all
      select o.id, o.currency, 0, r.minor from order_refunds r join orders o on o.id = r.order_id
      where r.at >= ${from} and r.at < ${to} and not o.test
    )
    select currency, (count(distinct id) filter (where received > 0))::int as orders,
      sum(received)::text as "totalMinor", sum(refunded)::text as "refundedMinor"
    from moved where received <> 0 or refunded <> 0
    group by currency order by sum(received - refunded) desc, currency`;
}
