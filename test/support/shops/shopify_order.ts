import type { DomainEvent } from '../../../src/domain/event.ts';
import { shopify } from '../../../src/webhooks/shopify/index.ts';

/** The event that a webhook of the shop's first connection means, as read by the edge. */
export function shopifyEvent(body: object, topic = 'orders/updated', triggeredAt?: string): DomainEvent {
  return shopify.parse({
    ...{ id: '1', source: 'shopify:1', externalId: 'w', lane: 'l', attempts: 1, receivedAt: new Date(0) },
    headers: { 'x-shopify-topic': topic, ...(triggeredAt && { 'x-shopify-triggered-at': triggeredAt }) },
    body: Buffer.from(JSON.stringify(body)),
  });
}

/** An order of Anna's for 100.00: two pots at 40 and a cup at 20. */
export function shopifyOrder(more: object = {}): Record<string, unknown> {
  return {
    ...{ id: 3001, name: '#3001', currency: 'CNY', total_price: '100.00', financial_status: 'paid' },
    ...{ created_at: '2026-11-21T02:00:00Z', updated_at: '2026-11-21T02:00:10Z', email: 'anna@example.com' },
    line_items: [
      { id: 1, title: 'Pot', sku: 'POT', quantity: 2, price: '40.00' },
      { id: 2, title: 'Cup', sku: 'CUP', quantity: 1, price: '20.00' },
    ],
    customer: {
      id: 21,
      email: 'anna@example.com',
      first_name: 'Anna',
      last_name: 'Smith',
      updated_at: '2026-11-01T00:00:00Z',
    },
    ...more,
  };
}

/** A successful refund of this amount. */
export function shopifyRefund(id: number, amount: string, at: string, lines: object[] = []): object {
  return {
    ...{ id, order_id: 3001, created_at: at, refund_line_items: lines },
    transactions: [{ id: id * 10, kind: 'refund', status: 'success', amount, currency: 'CNY', created_at: at }],
  };
}
