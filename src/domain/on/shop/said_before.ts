import type { Tx } from '../../../db/sql.ts';
import type { OrderState } from '../../sell/order.ts';
import type { Written } from '../../sell/order_write.ts';
import { isOfStripe } from '../../sell/payment/mirror.ts';
import { disputesOfOrders, reportedPayments } from '../../sell/payment/paid_by.ts';
import { countDisputes, leavePayment, type SaidBefore, tieToPayment } from '../../sell/payment/payment_back.ts';
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

/** Ties orders to what was said of their money before they came, or before they named their payment; by the order's id. */
export async function tieToSaid(
  tx: Tx,
  all: readonly Stored[],
  disputes: DisputesSaid,
): Promise<ReadonlyMap<string, SaidBefore>> {
  return new Map([...(await tieToDisputes(tx, all, disputes)), ...(await tieToPayments(tx, all))]);
}

/** What was said before of payments that their orders name only now; by the order's id. */
async function tieToPayments(tx: Tx, all: readonly Stored[]): Promise<ReadonlyMap<string, SaidBefore>> {
  const named = all.flatMap(({ newer, before, event: { connectionId } }) => {
    const isNew = newer?.paidBy && !newer.test && newer.paidBy !== before?.order.paidBy;
    return isNew ? [{ order: newer, paidBy: newer.paidBy!, before: before?.order.paidBy, connectionId }] : [];
  });
  const tied = new Map<string, SaidBefore>();
  if (named.length === 0) return tied;
  const reported = await reportedPayments(
    tx,
    named.map(({ paidBy }) => paidBy),
  );
  for (const { order, paidBy, before } of named)
    if (before && !reported.has(paidBy) && isOtherWay(before, paidBy)) await leavePayment(tx, order);
  for (const { order, connectionId } of named.filter(({ paidBy }) => reported.has(paidBy))) {
    const said = await tieToPayment(tx, order, connectionId);
    if (said) tied.set(order.id, said);
  }
  return tied;
}

/** Whether these are names of different payments: Stripe has several for one. */
const isOtherWay = (one: string, other: string): boolean => !(isOfStripe(one) && isOfStripe(other));

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
