import type { Fulfilment, OrderUpdated, Payment } from '../../domain/shop_event.ts';
import { own } from '../../text/own.ts';

/** What Shopify's words for an order's money mean. */
const PAYMENTS: Record<string, Payment> = {
  pending: 'pending',
  unpaid: 'unpaid',
  authorized: 'authorized',
  partially_paid: 'partially_paid',
  paid: 'paid',
  partially_refunded: 'partially_refunded',
  refunded: 'refunded',
  voided: 'voided',
  expired: 'expired',
  failed: 'failed',
  declined: 'declined',
};

/** What Shopify's words for the goods mean. */
const FULFILMENTS: Record<string, Fulfilment> = {
  unfulfilled: 'unfulfilled',
  partial: 'partial',
  partially_fulfilled: 'partial',
  fulfilled: 'fulfilled',
  restocked: 'restocked',
};

type Status = Pick<OrderUpdated['order'], 'payment' | 'fulfillment' | 'strangePayment' | 'strangeFulfillment'>;

/** The status of an order. A free one has no payment: Shopify says null, or 'paid'. */
export function statusOf(financial: string | null | undefined, fulfillment: string | null | undefined): Status {
  const [money, goods] = [wordOf(financial) || 'pending', wordOf(fulfillment)];
  const payment = own(PAYMENTS, money) ?? 'other';
  const sent = goods === '' ? null : (own(FULFILMENTS, goods) ?? 'other');
  return {
    payment,
    fulfillment: sent,
    ...(payment === 'other' && { strangePayment: money }),
    ...(sent === 'other' && { strangeFulfillment: goods }),
  };
}

/** A word as its webhooks or its API write it. */
const wordOf = (word: string | null | undefined): string => word?.trim().toLowerCase() ?? '';
