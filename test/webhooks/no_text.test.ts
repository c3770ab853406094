import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/http/json.ts';
import type { InboxRow } from '../../src/inbox/event.ts';
import { providers } from '../../src/webhooks/providers.ts';
import { FieldError } from '../../src/webhooks/shared/shapes.ts';

/** A value that is JSON and that `String` throws at. */
const NO_TEXT = { toString: '' };
const FIELDS =
  'id type status event event_type topic object msg client_id version order_id admin_graphql_api_id line_items currency billing email data customer orders_requested created updated_at total financial_status shipment_trackings meta_data';
/** Bodies that each provider takes for something, so that its further fields are looked at. */
const KNOWN: JsonObject[] = [
  {},
  { id: 1, line_items: [], status: 'paid', currency: 'EUR' },
  { object: 'event', id: 'evt_1', data: { object: {} } },
  { type: 'order.updated', data: {} },
  { type: 'trade_TradePaid', id: 'E1', msg: '{}' },
  { admin_graphql_api_customer_kept_id: 'gid://shopify/Customer/1', shop_id: 1 },
  { order_id: 1, id: 2 },
];

const BODIES = FIELDS.split(' ').flatMap((field) => KNOWN.map((known) => ({ ...known, [field]: NO_TEXT })));
const headers = new Headers({ 'x-wc-webhook-topic': 'order.updated', 'x-shopify-topic': 'orders/updated' });

const rowOf = (provider: string, body: string): InboxRow =>
  ({
    ...{ id: '1', source: `${provider}:1`, externalId: '1', lane: '1', attempts: 1 },
    ...{ headers: Object.fromEntries(headers), body: Buffer.from(body), receivedAt: new Date() },
  }) as unknown as InboxRow;

describe.each(providers.map((provider) => [provider.name, provider] as const))('%s', (name, provider) => {
  it('takes a field that is no text for none: what comes in is never answered with an error of ours', async () => {
    for (const body of BODIES.map((one) => JSON.stringify(one))) {
      expect(() => provider.identify(Buffer.from(body), headers), body).not.toThrow();
      const parsed = await Promise.resolve()
        .then(() => provider.parse(rowOf(name, body)))
        .catch((error: Error) => error);
      expect(parsed instanceof Error ? [Error, FieldError] : [Object], `${body} ${String(parsed)}`).toContain(
        parsed.constructor,
      );
    }
  });
});
