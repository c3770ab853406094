import { createHmac } from 'node:crypto';

export const SECRET = 'shpss_0123456789abcdef0123456789abcdef';

/** A webhook, and what the CRM must know once it has acknowledged it. */
export interface ShopEvent {
  readonly id: string;
  readonly topic: string;
  readonly body: string;
  readonly customer: number;
  readonly order?: OrderVersion;
}

export interface OrderVersion {
  readonly id: string;
  readonly version: number;
  readonly payment: string;
  readonly totalMinor: number;
  readonly lines: number;
  readonly updatedAt: string;
}

const FIRST_ORDER = 5_600_000_000_000;
const FIRST_CUSTOMER = 7_000_000_000_000;
/** Yesterday: an order that was paid long ago would be no news to the owner. */
const OPENED = Date.now() - 86_400_000;
const VERSION_MS = 1_000;
/** The versions of one order: placed, paid, then changed again. */
const VERSIONS = 4;
const OUT_OF_ORDER = 0.1;

interface OpenOrder {
  readonly number: number;
  readonly customer: number;
  version: number;
}

/**
 * An endless series of a shop's webhooks: orders that progress, customers that change; a tenth of the versions overtake
 * the one before.
 */
export function* shopEvents(random: () => number): Generator<ShopEvent, never> {
  const open: OpenOrder[] = [];
  let events = 0;
  let orders = 0;
  let customers = 1;
  const somebody = () => (random() < 0.5 ? ++customers : 1 + Math.floor(random() * customers));
  for (;;) {
    if (random() < 0.3) yield customerEvent(++events, somebody());
    if (open.length === 0 || random() < 0.4) open.push({ number: ++orders, customer: somebody(), version: 0 });
    const order = open.splice(Math.floor(random() * open.length), 1)[0]!;
    const overtaken = order.version > 0 && order.version < VERSIONS - 1 && random() < OUT_OF_ORDER;
    for (const step of overtaken ? [2, 1] : [1]) yield orderEvent(++events, order, order.version + step);
    order.version += overtaken ? 2 : 1;
    if (order.version < VERSIONS) open.push(order);
  }
}

function customerEvent(count: number, customer: number): ShopEvent {
  const body = { ...customerBody(customer), updated_at: new Date(OPENED + count * VERSION_MS).toISOString() };
  return { id: `webhook-${count}`, topic: 'customers/update', body: JSON.stringify(body), customer };
}

function orderEvent(count: number, { number, customer }: OpenOrder, version: number): ShopEvent {
  const lines = 1 + (version % 3);
  const totalMinor = number * 100 + version;
  const updatedAt = new Date(OPENED + version * VERSION_MS).toISOString();
  const payment = version > 1 ? 'paid' : 'pending';
  const body = {
    id: FIRST_ORDER + number,
    name: `#${number}`,
    financial_status: payment,
    fulfillment_status: version > 2 ? 'fulfilled' : null,
    currency: 'CNY',
    total_price: (totalMinor / 100).toFixed(2),
    created_at: new Date(OPENED).toISOString(),
    updated_at: updatedAt,
    line_items: Array.from({ length: lines }, (_, line) => ({ title: `Tea ${line}`, quantity: 1, price: '1.00' })),
    customer: customerBody(customer),
  };
  const order = { id: String(FIRST_ORDER + number), version, payment, totalMinor, lines, updatedAt };
  return { id: `webhook-${count}`, topic: 'orders/updated', body: JSON.stringify(body), customer, order };
}

function customerBody(customer: number) {
  return {
    id: FIRST_CUSTOMER + customer,
    email: emailOf(customer),
    first_name: 'Buyer',
    last_name: String(customer),
    updated_at: new Date(OPENED).toISOString(),
  };
}

export const emailOf = (customer: number): string => `buyer${customer}@example.com`;

/** Protocol: shopify.dev/docs/apps/build/webhooks, "Verify deliveries": base64 HMAC-SHA256 of the raw body. */
export function headersOf({ id, topic, body }: ShopEvent): Record<string, string> {
  return {
    'content-type': 'application/json',
    'x-shopify-topic': topic,
    'x-shopify-webhook-id': id,
    'x-shopify-hmac-sha256': createHmac('sha256', SECRET).update(body).digest('base64'),
  };
}
