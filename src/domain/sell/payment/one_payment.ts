import type { Tx } from '../../../db/sql.ts';
import { findOrder, keyOf } from '../order.ts';
import { lockPayments, type PaymentNamed, reportedPayments, reportsOfPayment } from './paid_by.ts';

/** An order as its shop names it, with the name of its payment. */
export interface PaidOrder extends PaymentNamed {
  externalId: string;
}

/**
 * Orders that shops are about to write whose payment has made an order of whoever took it become one with that: the row stays where the
 * shop's order was not known yet, as cards lead to it. Returns by which number it was known, by `keyOf`.
 */
export async function joinPayments(tx: Tx, orders: readonly PaidOrder[]): Promise<ReadonlyMap<string, string>> {
  const joined = new Map<string, string>();
  if (orders.length === 0) return joined;
  const names = orders.map(({ paidBy }) => paidBy);
  await lockPayments(tx, names);
  const reported = await reportedPayments(tx, names);
  for (const order of orders.filter(({ paidBy }) => reported.has(paidBy))) {
    const number = await joinPayment(tx, order);
    if (number !== undefined) joined.set(keyOf(order), number);
  }
  return joined;
}

async function joinPayment(tx: Tx, { connectionId, externalId, paidBy }: PaidOrder): Promise<string | undefined> {
  const reports = await reportsOfPayment(tx, { connectionId, paidBy });
  const ids = reports.flatMap(({ orderId }) => orderId ?? []);
  const made = await tx<{ id: string; number: string }>`
    select id, number from orders where id = any(${ids}::bigint[]) and connection_id = any(${reports.map((one) => one.connectionId)}::bigint[])
    order by id`;
  const [first] = made;
  if (!first) return undefined;
  const others = (await findOrder(tx, connectionId, externalId)) ? made : made.slice(1);
  await dropOrders(
    tx,
    others.map(({ id }) => id),
  );
  if (others.length < made.length) await takeOver(tx, first.id, { connectionId, externalId });
  return first.number;
}

/** It is another shop's from now on, which says anew how it stands. What is known of its refunds comes of the reports again. */
async function takeOver(
  tx: Tx,
  orderId: string,
  { connectionId, externalId }: Omit<PaidOrder, 'paidBy'>,
): Promise<void> {
  await tx`
    update orders set connection_id = ${connectionId}, external_id = ${externalId}, listed_refunds = null,
      version_at = to_timestamp(0), version_triggered_at = null, version_tie = '', version_bodies = '{}',
      buyer_at = to_timestamp(0), buyer_triggered_at = null, buyer_tie = ''
    where id = ${orderId}`;
  await tx`delete from order_payments where order_id = ${orderId}`;
  await tx`delete from order_refunds where order_id = ${orderId} and not taken`;
}

/** Orders that are another shop's after all. */
export async function dropOrders(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0) await tx`delete from orders where id = any(${[...ids]}::bigint[])`;
}
