import type { DomainEvent } from '../../../src/domain/event.ts';
import { stripe } from '../../../src/webhooks/stripe/index.ts';

let count = 0;

/** An event as Stripe posts it. `second`: when it was made, after 2026-11-21 02:00 UTC. */
export const stripeBody = (type: string, object: object, second = 0, more: object = {}): object => ({
  ...{ id: `evt_${++count}`, object: 'event', api_version: '2026-10-28.endive', livemode: true, type },
  ...{ created: 1_795_226_400 + second, pending_webhooks: 1, request: { id: null, idempotency_key: null } },
  data: { object },
  ...more,
});

/** What an event of the first connection means, as read by the edge. */
export const stripeEvent = (type: string, object: object, second = 0, more: object = {}): DomainEvent =>
  stripe.parse({
    ...{ id: '1', source: 'stripe:1', externalId: 'e', lane: 'l', attempts: 1, receivedAt: new Date(0), headers: null },
    body: Buffer.from(JSON.stringify(stripeBody(type, object, second, more))),
  });

const bo = { email: 'bo@example.com', name: 'Bo Li', phone: null, address: { city: 'Lyon', country: 'FR' } };

/** A checkout of Bo's over 50.00. */
export const stripeSession = (more: object = {}): object => ({
  ...{ id: 'cs_live_1', object: 'checkout.session', mode: 'payment', status: 'complete', payment_status: 'paid' },
  ...{ amount_subtotal: 4800, amount_total: 5000, currency: 'usd', customer: 'cus_9', customer_details: bo },
  ...{ payment_intent: 'pi_1', invoice: null, created: 1_795_226_300, metadata: { source: 'tg' } },
  ...more,
});

/** Their invoice over the same. */
export const stripeInvoice = (more: object = {}): object => ({
  ...{ id: 'in_1', object: 'invoice', number: 'A1B2-0001', customer: 'cus_9', customer_email: 'bo@example.com' },
  ...{ customer_name: 'Bo Li', currency: 'usd', total: 5000, amount_due: 5000, amount_paid: 5000, status: 'paid' },
  ...{ billing_reason: 'subscription_create', created: 1_795_226_310 },
  lines: { data: [{ id: 'il_1', description: '1 × Tea of the month', amount: 5000, quantity: 1 }] },
  ...more,
});

export const stripeRefund = (id: string, amount: number, more: object = {}): object => ({
  ...{ id, object: 'refund', amount, currency: 'usd', charge: 'ch_1', payment_intent: 'pi_1' },
  ...{ status: 'succeeded', created: 1_795_226_900 },
  ...more,
});
