import type { Tx } from '../../../db/sql.ts';
import { findOrder, type Order, orderKeys } from '../order.ts';
import { moveParcels } from '../shipment.ts';
import { recountDisputes } from './dispute.ts';
import { reportsOfPayment } from './mirror.ts';
import { dropInto, goOnIn } from './one_order.ts';
import { lockPayments, notePaidBefore, type PaymentNamed, reportedPayments } from './paid_by.ts';
import { noteReported } from './payment_back.ts';

/** An order as its shop names it, with the name of its payment. */
export interface PaidOrder extends PaymentNamed {
  externalId: string;
  /** Of when the version is that names the payment so; absent: as it is stored. */
  updatedAt?: Date;
}

/** Those of these payments of which somebody else than the shop has told; what is told of any of them waits until `tx` ends. */
export async function reportedOf(tx: Tx, names: readonly string[]): Promise<ReadonlySet<string>> {
  if (names.length === 0) return new Set();
  await lockPayments(tx, names);
  return reportedPayments(tx, names);
}

/**
 * An order that its shop is about to write becomes one with the order that its payment has made of whoever took it, in the row that the
 * owner has heard of as paid, as cards lead to it. Returns by which number that was known.
 */
export async function joinPayment(tx: Tx, named: PaidOrder): Promise<string | undefined> {
  const { connectionId, externalId, paidBy } = named;
  const own = await findOrder(tx, connectionId, externalId);
  const isLate = own !== undefined && (await isOlder(tx, own, named));
  const reports = await reportsOfPayment(tx, { ...named, id: own?.id });
  const ids = reports.flatMap(({ orderId }) => orderId ?? []);
  const made = await tx<{ id: string; number: string }>`
    select id, number from orders
    where id = any(${ids}::bigint[]) and connection_id = any(${reports.map((one) => one.connectionId)}::bigint[]) order by id`;
  const [first, ...others] = made;
  if (!first) return undefined;
  await dropInto(
    tx,
    first.id,
    others.map(({ id }) => id),
  );
  if (own) await goOnIn(tx, first.id, own.id);
  else await takeOver(tx, first, named);
  const called = isLate ? own.paidBy : paidBy;
  await tx`update orders set paid_by = ${called} where id = ${first.id}`;
  await notePaidBefore(
    tx,
    first.id,
    [own?.paidBy ?? null, paidBy].filter((name) => name !== called),
  );
  const { currency, totalMinor } = own ?? named;
  const order = { id: first.id, currency, totalMinor, paidBy: called };
  const { counted } = await noteReported(tx, order, reports);
  await recountDisputes(tx, order, counted);
  return first.number;
}

/** Whether a version that comes late calls the payment as it is called no more. */
async function isOlder(tx: Tx, { id, paidBy }: Order, named: PaidOrder): Promise<boolean> {
  if (paidBy === null || paidBy === named.paidBy || !named.updatedAt) return false;
  const [newer] = await tx`select id from orders where id = ${id} and version_at > ${named.updatedAt}`;
  return newer !== undefined;
}

/** It is another shop's from now on, which says anew how it stands. */
async function takeOver(
  tx: Tx,
  { id, number }: { id: string; number: string },
  { connectionId, externalId, currency, totalMinor }: PaidOrder,
): Promise<void> {
  // a system that mirrors the shop may have sent some of it
  await moveParcels(tx, (await orderKeys(tx, [id])).get(id)!, { connectionId, externalId });
  await tx`
    update orders set connection_id = ${connectionId}, external_id = ${externalId}, listed_refunds = null,
      currency = ${currency}, total_minor = ${totalMinor},
      version_at = to_timestamp(0), version_triggered_at = null, version_tie = '', version_bodies = '{}',
      buyer_at = to_timestamp(0), buyer_triggered_at = null, buyer_tie = '',
      former_numbers = coalesce(former_numbers, '{}') || ${[number.toLowerCase()]}::text[]
    where id = ${id}`;
  await tx`delete from order_payments where order_id = ${id}`;
  await tx`delete from order_refunds where order_id = ${id} and not taken`;
}
