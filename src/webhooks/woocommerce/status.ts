import type { OrderUpdated, PaidLater, Payment } from '../../domain/shop_event.ts';
import { own } from '../../text/own.ts';

type Status = Pick<
  OrderUpdated['order'],
  'payment' | 'fulfillment' | 'strangePayment' | 'strangeFulfillment' | 'cancelledAt' | 'paidLater'
>;

interface Standing {
  status: string;
  /** null: not paid; undefined: the shop does not say. */
  paidAt: Date | null | undefined;
  updatedAt: Date;
  /** The id of the way in which it is paid: cod, bacs, cheque, or a plugin's. */
  method: string | null | undefined;
  /** Whether something of it was refunded, and whether all of it. */
  refunded: 'nothing' | 'a part' | 'all';
}

/** The words that WooCommerce has itself; a shop's plugins add others. */
const KNOWN = ['pending', 'on-hold', 'processing', 'completed', 'cancelled', 'refunded', 'failed'];
/** So it is once it was placed for good; `pending` is whoever is still at the checkout. */
const PLACED = ['on-hold', 'processing'];
/** WooCommerce's own ways to pay later. */
const LATER: Record<string, PaidLater> = { cod: 'on_delivery', bacs: 'by_transfer' };
/** So it is in a shop that does not say when it was paid. */
const PAID = ['processing', 'completed', 'refunded'];

/**
 * How money and goods stand. One word stands for both; whether it was paid, only the date says: what is paid on delivery
 * is processed before. A word that a plugin has made up says something of the goods if the order is paid.
 */
export function statusOf(standing: Standing): Status {
  const { updatedAt, paidAt } = standing;
  const status = standing.status.trim().toLowerCase().replace(/^wc-/, '');
  const paid = paidAt === undefined ? PAID.includes(status) : paidAt !== null;
  const strange = !KNOWN.includes(status);
  const sent = status === 'completed' ? 'fulfilled' : null;
  return {
    payment: strange && !paid ? 'other' : paymentOf(status, paid, standing.refunded),
    ...(strange && !paid && { strangePayment: status }),
    fulfillment: strange && paid ? 'other' : sent,
    ...(strange && paid && { strangeFulfillment: status }),
    cancelledAt: status === 'cancelled' ? updatedAt : null,
    ...(!paid && PLACED.includes(status) && { paidLater: own(LATER, standing.method ?? '') ?? 'some_way' }),
  };
}

function paymentOf(status: string, paid: boolean, refunded: Standing['refunded']): Payment {
  if (status === 'refunded' || refunded === 'all') return 'refunded';
  if (refunded === 'a part') return 'partially_refunded';
  if (paid) return 'paid';
  return status === 'failed' ? 'failed' : 'pending';
}
