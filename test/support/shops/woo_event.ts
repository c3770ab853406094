import { readFileSync } from 'node:fs';
import type { DomainEvent } from '../../../src/domain/event.ts';
import { woocommerce } from '../../../src/webhooks/woocommerce/index.ts';

/** What a shop posts, as read from a file. */
export const wooBody = (name: 'order_updated' | 'customer_updated' | 'product_updated'): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../fixtures/woocommerce/${name}.json`, import.meta.url), 'utf8'));

/** A guest's order over 31.00 EUR. */
export const wooOrder = (more: object = {}): Record<string, unknown> => ({ ...wooBody('order_updated'), ...more });

/** What a delivery of the first connection means, as read by the edge. */
export const wooEvent = (body: object, topic = 'order.updated'): DomainEvent =>
  woocommerce.parse({
    ...{ id: '1', source: 'woocommerce:1', externalId: 'w', lane: 'l', attempts: 1, receivedAt: new Date(0) },
    headers: { 'x-wc-webhook-topic': topic },
    body: Buffer.from(JSON.stringify(body)),
  });
