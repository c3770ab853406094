import type { Tx } from '../../../db/sql.ts';
import type { OrderState } from '../../sell/order.ts';
import type { Written } from '../../sell/order_write.ts';
import { countDisputes } from '../../sell/payment/dispute.ts';
import { disputesOfOrders, notePaidBefore, reportedPayments } from '../../sell/payment/paid_by.ts';
import { type SaidBefore, tieToPayment } from '../../sell/payment/payment_back.ts';
import type { OrderUpdated } from '../../shop_event.ts';

/** A version as it was written; `newer` undefined: what is stored is newer. */
interface Stored {
  event: OrderUpdated;
  before: OrderState | undefined;
  newer: Written | undefined;
}

/** What is asked of the orders that are there only now. */
export type DisputesSaid = Awaited<ReturnType<typeof disputesOfOrders>>;

/** What the shops that they are of had said of disputes before they came; by the order's id. It only reads. */
export const disputesSaid = (tx: Tx, all: readonly Stored[]): Promise<DisputesSaid> =>
  disputesOfOrders(tx, madeIn(all));

/** Ties orders to what was said of their money before they came, or before they named their payment: what of it is news, by the order's id. */
export async function tieToSaid(
  tx: Tx,
  all: readonly Stored[],
  disputes: DisputesSaid,
): Promise<ReadonlyMap<string, SaidBefore | undefined>> {
  return new Map<string, SaidBefore | undefined>([
    ...(await tieToDisputes(tx, all, disputes)),
    ...(await tieToPayments(tx, all)),
  ]);
}

/** What was said before of payments that their orders name only now, or that they named before as only now is heard; by the order's id. */
async function tieToPayments(tx: Tx, all: readonly Stored[]): Promise<ReadonlyMap<string, SaidBefore | undefined>> {
  const named = all.flatMap(({ newer, before, event: { connectionId, order: told } }) => {
    const order = newer ?? before?.order;
    const { paidBy } = told;
    if (!order || !paidBy || order.test || paidBy === before?.order.paidBy) return [];
    const isKnown = before !== undefined && before.order.paidBy !== null;
    return [{ order, paidBy, former: newer ? before?.order.paidBy : paidBy, isKnown, connectionId }];
  });
  const tied = new Map<string, SaidBefore | undefined>();
  if (named.length === 0) return tied;
  for (const { order, former = null } of named) await notePaidBefore(tx, order.id, [former]);
  const reported = await reportedPayments(
    tx,
    named.map(({ paidBy }) => paidBy),
  );
  for (const { order, connectionId } of named.filter(({ paidBy, isKnown }) => isKnown || reported.has(paidBy)))
    tied.set(order.id, await tieToPayment(tx, order, connectionId));
  return tied;
}

const madeIn = (all: readonly Stored[]) =>
  all.flatMap(({ newer, event: { connectionId, provider, order } }) =>
    newer?.made && !newer.test ? [{ ...newer, provider, connectionId, externalId: order.externalId }] : [],
  );

async function tieToDisputes(
  tx: Tx,
  all: readonly Stored[],
  said: DisputesSaid,
): Promise<ReadonlyMap<string, SaidBefore>> {
  const tied = new Map<string, SaidBefore>();
  for (const order of madeIn(all)) {
    const disputed = await countDisputes(tx, order, said.get(order.id) ?? []);
    if (disputed) tied.set(order.id, { provider: order.provider, backMinor: '0', disputed });
  }
  return tied;
}
