import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../src/domain/event.ts';
import type { InboxRow } from '../../src/inbox/event.ts';
import { FieldError } from '../../src/webhooks/shared/shapes.ts';
import { shopify } from '../../src/webhooks/shopify/index.ts';

const SECRET = 'shpss_test_0001';
const now = new Date('2026-11-21T00:00:00Z');
const receivedAt = new Date('2026-11-20T13:00:00Z');
/** Computed apart from this code. */
const KNOWN = { body: '{"id":1001,"name":"#1001"}', signature: 'v87kzDpVWISWeakzJR5/hC9cbM8CLHC2rrRMZK2qfTM=' };

const fixture = (name: string) => readFileSync(new URL(`../fixtures/shopify/${name}.json`, import.meta.url));
const row = (body: Uint8Array, topic?: string): InboxRow => ({
  id: '1',
  source: 'shopify:7',
  externalId: 'w1',
  lane: 'shopify:7:order:1',
  headers: topic ? { 'x-shopify-topic': topic } : null,
  body: Buffer.from(body),
  attempts: 1,
  receivedAt,
});
const parse = (body: object | Buffer, topic?: string) =>
  shopify.parse(row(Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body)), topic));
const order = () => JSON.parse(fixture('order_paid').toString()) as Record<string, unknown>;

describe('a Shopify signature', () => {
  const verify = (body: string, headers: Record<string, string>, secrets = [SECRET]) =>
    shopify.verify(Buffer.from(body), new Headers(headers), secrets, now);

  it('fits the known answer, under either header name', () => {
    expect(verify(KNOWN.body, { 'X-Shopify-Hmac-Sha256': KNOWN.signature })).toBe(true);
    expect(verify(KNOWN.body, { 'Shopify-Hmac-Sha256': KNOWN.signature })).toBe(true);
  });

  it('may be made with the secret before the current one', () => {
    expect(verify(KNOWN.body, { 'x-shopify-hmac-sha256': KNOWN.signature }, ['new', SECRET])).toBe(true);
    expect(verify(KNOWN.body, { 'x-shopify-hmac-sha256': KNOWN.signature }, ['new', 'older'])).toBe(false);
  });

  it.each([
    ['a missing header', KNOWN.body, {}],
    ['an empty header', KNOWN.body, { 'x-shopify-hmac-sha256': '' }],
    ['a changed byte', KNOWN.body.replace('#1001', '#1002'), { 'x-shopify-hmac-sha256': KNOWN.signature }],
    ['a body written anew', '{"id": 1001, "name": "#1001"}', { 'x-shopify-hmac-sha256': KNOWN.signature }],
    ['another length', KNOWN.body, { 'x-shopify-hmac-sha256': KNOWN.signature.slice(0, 20) }],
    ['base64 without its padding', KNOWN.body, { 'x-shopify-hmac-sha256': KNOWN.signature.slice(0, -1) }],
    ['a character outside ASCII', KNOWN.body, { 'x-shopify-hmac-sha256': `é${KNOWN.signature.slice(1)}` }],
    ['a repeated header', KNOWN.body, { 'x-shopify-hmac-sha256': `${KNOWN.signature}, ${KNOWN.signature}` }],
  ])('does not pass with %s', (_, body, headers) => {
    expect(verify(body, headers as Record<string, string>)).toBe(false);
  });

  it('is never accepted from an empty secret', () => {
    const signedWithNothing = 'ovqIGk8qPvdAIS1SLysnwXNhTg9axFKQLz6EIHkCbq0=';
    expect(verify(KNOWN.body, { 'x-shopify-hmac-sha256': signedWithNothing }, [''])).toBe(false);
    expect(verify(KNOWN.body, { 'x-shopify-hmac-sha256': KNOWN.signature }, [])).toBe(false);
  });
});

describe('a Shopify event', () => {
  const identify = (body: string | Buffer, headers: Record<string, string> = { 'x-shopify-webhook-id': 'w-1' }) =>
    shopify.identify(Buffer.from(body), new Headers(headers));

  it('is known by its webhook id, and in line behind the same order or customer', () => {
    expect(identify(fixture('order_paid'))).toEqual({ externalId: 'w-1', lane: 'order:5600000000001' });
    expect(identify(fixture('order_test_send'))?.lane).toBe('order:820982911946154508');
    expect(identify('{"id":5,"line_items":[],"financial_status":null}')?.lane).toBe('order:5');
    expect(identify(fixture('customer_update'))?.lane).toMatch(/^customer:7064055069303/);
    expect(identify(KNOWN.body, { 'shopify-webhook-id': 'e-9' })).toEqual({ externalId: 'e-9', lane: 'other:1001' });
  });

  it('without an id is known by its bytes', () => {
    const first = identify('{"a":1}', {});
    expect(first).toEqual(identify('{"a":1}', {}));
    expect(first?.externalId).not.toBe(identify('{"a":2}', {})?.externalId);
  });

  it.each(['', '{', 'null', '[1]', '"x"', '\0', 'a=b&c=d'])('is malformed when it is no JSON object: %j', (body) => {
    expect(identify(body)).toBeUndefined();
  });
});

describe('what a Shopify event means', () => {
  it('is an order with its lines and its buyer', () => {
    const customer = {
      externalId: '8800000000002',
      name: 'Mei Lin',
      email: 'mei@example.net',
      phone: null,
      country: 'FR',
      city: 'Lyon',
      language: null,
      record: { name: 'Mei Lin', city: null, updatedAt: new Date('2026-11-20T01:16:10Z') },
    };
    expect(parse(fixture('order_paid'), 'orders/paid')).toEqual({
      kind: 'order.updated',
      provider: 'shopify',
      connectionId: '7',
      order: {
        externalId: '5600000000001',
        number: '#1042',
        payment: 'paid',
        paidLater: 'some_way',
        fulfillment: null,
        currency: 'USD',
        totalMinor: '5000',
        currentMinor: null,
        outstandingMinor: null,
        discountMinor: '300',
        shippingMinor: '500',
        taxMinor: '0',
        refunds: [],
        contactDetails: { email: 'mei@example.net' },
        delivery: { recipient: 'Mei Lin', address: 'Lyon, 69001, FR', phone: '', method: '' },
        test: false,
        placedAt: new Date('2026-11-20T01:15:00Z'),
        cancelledAt: null,
        lines: [
          {
            ...{ externalId: '71', sku: 'TEA-OOL-100', title: 'Oolong 100 g' },
            ...{ quantity: 2, currentQuantity: 2, priceMinor: '2400' },
          },
        ],
      },
      customer,
      updatedAt: new Date('2026-11-20T01:16:10Z'),
    } satisfies DomainEvent);
  });

  it('keeps 18-digit ids exact and a test order a test', () => {
    const event = parse(fixture('order_test_send'));
    expect(event).toMatchObject({
      order: { externalId: '820982911946154508', test: true, totalMinor: '5500', currency: 'JPY' },
      customer: { externalId: '115310627314723954', name: 'Jon Smith', phone: '+81300000000', language: 'zh-CN' },
    });
    expect(event).toMatchObject({ order: { lines: [{}, { sku: null, title: 'Custom engraving', quantity: 3 }] } });
    const { admin_graphql_api_id: _, ...plain } = JSON.parse(fixture('order_test_send').toString());
    const raw = JSON.stringify(plain).replace(/"id":820982911946154\d+/, '"id":820982911946154509');
    expect(parse(Buffer.from(raw))).toMatchObject({ order: { externalId: '820982911946154509' } });
  });

  it('does without what the shop hides', () => {
    expect(parse(fixture('order_private'))).toMatchObject({
      order: { payment: 'pending', totalMinor: '1235', lines: [] },
      customer: { externalId: '8800000000004', name: null, email: null, phone: null, country: null },
    });
    const nobody = { ...order(), customer: null, email: null, contact_email: '' };
    expect(parse(nobody)).toMatchObject({ kind: 'order.updated', customer: null });
  });

  it.each([[null], [undefined]])(
    'knows a guest (customer %s) by the mail address of the order, with the phone it names',
    (customer) => {
      const billing_address = { name: 'Gina Guest', city: 'Kyoto', country_code: 'JP', phone: '+81300000001' };
      const guest = { ...order(), customer, phone: '+81300000002', billing_address };
      expect(parse(guest)).toMatchObject({
        customer: {
          externalId: null,
          email: 'mei@example.net',
          name: 'Gina Guest',
          phone: '+81300000002',
          phoneFrom: 'order',
          city: 'Kyoto',
        },
      });
    },
  );

  it('is in the shop’s money, whatever the buyer saw', () => {
    const sets = (shop: string, shown: string) => ({
      shop_money: { amount: shop, currency_code: 'USD' },
      presentment_money: { amount: shown, currency_code: 'EUR' },
    });
    const refund = {
      id: 9,
      created_at: '2026-11-22T10:00:00Z',
      transactions: [{ id: 1, kind: 'refund', status: 'success', amount: '36.00', currency: 'EUR' }],
    };
    const event = parse({
      ...order(),
      total_price_set: sets('50.00', '45.00'),
      current_total_price: '9.00',
      current_total_price_set: sets('10.00', '9.00'),
      financial_status: 'partially_refunded',
      refunds: [refund],
    });
    expect(event).toMatchObject({
      order: {
        currency: 'USD',
        totalMinor: '5000',
        currentMinor: '1000',
        refunds: [{ externalId: '9', minor: '4000', refundedAt: new Date('2026-11-22T10:00:00Z') }],
      },
    });
  });

  it('shows a number and titles that rewrite no line around them', () => {
    const turned = '\u202e#1\u2066\u200b';
    expect(
      parse({ ...order(), name: turned, line_items: [{ id: 1, quantity: 1, price: '1.00', title: `Pot${turned}` }] }),
    ).toMatchObject({
      order: { number: '#1', lines: [{ title: 'Pot#1' }] },
    });
    expect(parse({ ...order(), name: null, order_number: turned })).toMatchObject({ order: { number: '##1' } });
  });

  it('counts only the refunds that went through', () => {
    const transaction = (more: object) => ({
      kind: 'refund',
      status: 'success',
      amount: '5.00',
      currency: 'USD',
      ...more,
    });
    const refunds = [
      { id: 1, transactions: [transaction({}), transaction({ amount: '2.50' })] },
      { id: 2, transactions: [transaction({ status: 'failure' }), transaction({ status: 'pending' })] },
      { id: 3, transactions: [transaction({ kind: 'void' })] },
      { id: 4, transactions: [], refund_line_items: [{ line_item_id: 71, quantity: 1 }] },
    ];
    expect(parse({ ...order(), refunds })).toMatchObject({
      order: { refunds: [{ externalId: '1', minor: '750' }], lines: [{ quantity: 2, currentQuantity: 1 }] },
    });
  });

  it('reads an order whose address has a longitude of many digits', () => {
    const shipping_address = { name: 'Mei', latitude: 51.5073509, longitude: -0.12775829999998223 };
    expect(parse({ ...order(), shipping_address })).toMatchObject({ kind: 'order.updated' });
  });

  it('is a customer, their name cleaned and a number in their note left alone', () => {
    expect(parse(fixture('customer_update'), 'customers/update')).toEqual({
      kind: 'customer.updated',
      provider: 'shopify',
      connectionId: '7',
      customer: {
        externalId: '706405506930370084',
        name: 'Bob Norman',
        email: 'bob@example.com',
        phone: '+16135550142',
        country: 'CA',
        city: null,
        language: 'en-CA',
        record: { name: 'Bob Norman', city: null, updatedAt: new Date('2026-11-20T11:30:00Z') },
      },
      since: new Date('2026-11-01T10:00:00Z'),
      updatedAt: new Date('2026-11-20T11:30:00Z'),
    } satisfies DomainEvent);
  });

  it('is a customer who has said whether they want its news, and when', () => {
    const marketing = (state: string | null, more = {}) => {
      const email_marketing_consent = {
        state,
        opt_in_level: 'single_opt_in',
        consent_updated_at: '2026-11-02T10:00:00+08:00',
        ...more,
      };
      const body = {
        ...(JSON.parse(String(fixture('customer_update')).replace('706405506930370084', '7')) as object),
        email_marketing_consent,
      };
      return (parse(body, 'customers/update') as { marketing?: unknown }).marketing;
    };
    const at = new Date('2026-11-02T02:00:00Z');
    expect(marketing('subscribed')).toEqual({ email: 'bob@example.com', wanted: true, confirmed: false, at });
    expect(marketing('SUBSCRIBED', { opt_in_level: 'CONFIRMED_OPT_IN' })).toMatchObject({ confirmed: true });
    expect(marketing('unsubscribed', { consent_updated_at: null })).toMatchObject({
      wanted: false,
      at: null,
    });
    expect(marketing('subscribed', { consent_updated_at: '2099-01-01T00:00:00Z' })).toMatchObject({ at: null });
    for (const state of ['not_subscribed', 'pending', 'invalid', null]) expect(marketing(state)).toBeUndefined();
    expect(marketing('subscribed', { consent_updated_at: 'soon' })).toMatchObject({ wanted: true });
  });

  it('is counted when nothing follows from it', () => {
    expect(parse({ id: 5, invoice_url: 'https://x.example' }, 'draft_orders/create')).toEqual({
      kind: 'topic.unused',
      connectionId: '7',
      topic: 'draft_orders/create',
    });
  });

  it('is a parcel with its numbers, in line behind its order', () => {
    expect(parse(fixture('fulfillment_create'), 'fulfillments/create')).toEqual({
      kind: 'shipment.updated',
      provider: 'shopify',
      connectionId: '7',
      orderExternalId: '820982911946154508',
      shipment: {
        ...{ externalId: '123456', state: 'in_transit', carrier: 'UPS' },
        tracking: [{ number: '1Z1', url: null }],
        lines: [{ line: '866550311766439020', sku: 'IPOD2008PINK', title: 'IPod Nano - 8GB', quantity: 1 }],
        ...{ shippedAt: new Date('2026-11-20T05:00:00Z'), deliveredAt: null },
      },
      updatedAt: new Date('2026-11-20T05:00:00Z'),
    } satisfies DomainEvent);
    expect(shopify.identify(fixture('fulfillment_create'), new Headers())?.lane).toMatch(/^order:82098291194615/);
  });

  it.each([
    [{ shipment_status: 'out_for_delivery' }, { state: 'out_for_delivery' }],
    [{ shipment_status: 'delivered' }, { state: 'delivered', deliveredAt: new Date('2026-11-20T05:00:00Z') }],
    [{ shipment_status: 'delivered', status: 'cancelled' }, { state: 'cancelled' }],
    [{ shipment_status: 'at_customs' }, { state: 'other', strangeState: 'at_customs' }],
    [
      { tracking_numbers: ['A', 'B'], tracking_urls: ['https://t.example/A', 'javascript:alert(1)'] },
      {
        tracking: [
          { number: 'A', url: 'https://t.example/A' },
          { number: 'B', url: null },
        ],
      },
    ],
  ])('is a parcel as far as it has come: %j', (change, shipment) => {
    expect(parse({ ...JSON.parse(fixture('fulfillment_create').toString()), ...change })).toMatchObject({ shipment });
  });

  it('is an order with the parcels that it names', () => {
    const { line_items: _, ...fulfilment } = JSON.parse(fixture('fulfillment_create').toString());
    expect(parse({ ...order(), fulfillments: [fulfilment] })).toMatchObject({
      order: { shipments: [{ externalId: '123456', tracking: [{ number: '1Z1' }], lines: [] }] },
    });
  });

  it('is a product with what is left of it', () => {
    expect(parse(fixture('product_update'), 'products/update')).toEqual({
      kind: 'product.updated',
      provider: 'shopify',
      connectionId: '7',
      product: {
        ...{
          externalId: '788032119674292922',
          title: 'Oolong',
          categories: ['Tea'],
          currency: null,
          url: null,
          published: true,
        },
        variants: [
          { externalId: '642667041472713922', sku: 'TEA-OOL-100', title: '100 g', price: '24.00', stock: 75 },
          { externalId: '757650484644203962', sku: null, title: '250 g', price: '49.00', stock: null },
        ],
      },
      updatedAt: new Date('2026-11-20T04:00:00Z'),
    } satisfies DomainEvent);
    expect(shopify.identify(fixture('product_update'), new Headers())?.lane).toMatch(/^product:78803211967429/);
  });

  it('is a checkout that was begun, with the way back to it', () => {
    expect(parse(fixture('checkout_update'), 'checkouts/update')).toMatchObject({
      kind: 'checkout.updated',
      checkout: {
        ...{ externalId: '981820079255243537', currency: 'USD', totalMinor: '4800', completedAt: null, test: false },
        url: 'https://tea.example/548380009/checkouts/123123123/recover?key=abc',
        lines: [{ title: 'Oolong', quantity: 2, priceMinor: '2400' }],
      },
      customer: { externalId: '603851970716743426', email: 'mei@example.net' },
      updatedAt: new Date('2026-11-20T04:30:00Z'),
    });
  });

  it.each([
    [fixture('customer_delete'), { ask: 'deleted', customer: { externalId: '706405506930370084' } }],
    [
      fixture('customer_redact'),
      { ask: 'erase', externalId: '191167', customer: { externalId: '191167', email: 'john@example.com' } },
    ],
    [
      { shop_id: 1, orders_requested: [2], customer: { id: 3, email: 'a@example.com' }, data_request: { id: 4 } },
      { ask: 'data', customer: { externalId: '3', email: 'a@example.com' } },
    ],
    [
      { admin_graphql_api_customer_kept_id: 'gid://shopify/Customer/5', admin_graphql_api_customer_deleted_id: 'x' },
      { ask: 'merged', customer: { externalId: '5' } },
    ],
    [
      { shop_id: 1, shop_domain: 'tea.myshopify.com' },
      { ask: 'erase_shop', externalId: 'w1', customer: { externalId: null, email: null } },
    ],
    [
      { id: 6, order_id: 7, type: 'chargeback', amount: '11.50', currency: 'USD', evidence_due_by: null },
      { ask: 'disputed', externalId: '6', orderExternalId: '7' },
    ],
  ])('is for a person to look at: %#', (body, asked) => {
    expect(parse(body)).toMatchObject({ kind: 'shop.asked', connectionId: '7', ...asked });
  });

  it('is a refund by its own body, in line behind its order', () => {
    const body = {
      ...{ id: 90, order_id: 5600000000001, created_at: '2026-11-21T10:00:00Z' },
      refund_line_items: [{ line_item_id: 71, quantity: 1 }],
      transactions: [{ kind: 'refund', status: 'success', amount: '24.00', currency: 'USD' }],
    };
    expect(parse(body, 'refunds/create')).toEqual({
      kind: 'order.refunded',
      provider: 'shopify',
      connectionId: '7',
      orderExternalId: '5600000000001',
      refund: { externalId: '90', minor: '2400', refundedAt: new Date('2026-11-21T10:00:00Z') },
      currency: 'USD',
      returned: [{ line: '71', quantity: 1 }],
    } satisfies DomainEvent);
    expect(shopify.identify(Buffer.from(JSON.stringify(body)), new Headers())?.lane).toBe('order:5600000000001');
  });

  it.each([
    [{ id: 5 }, 'orders/delete', 'order.deleted'],
    [{ id: 5, admin_graphql_api_id: 'gid://shopify/Order/5' }, 'x/y', 'order.deleted'],
    [{ id: 5 }, 'products/delete', 'product.deleted'],
    [{ id: 5 }, 'checkouts/delete', 'topic.unused'],
    [{ id: 5, admin_graphql_api_id: 'gid://shopify/Product/5' }, 'orders/delete', 'product.deleted'],
    [{ id: 5, name: 'x' }, 'orders/delete', 'topic.unused'],
  ])('is a deletion when the bare id says so: %j of %s', (body, topic, kind) => {
    expect(parse(body, topic).kind).toBe(kind);
    const lane = shopify.identify(Buffer.from(JSON.stringify(body)), new Headers({ 'x-shopify-topic': topic }))?.lane;
    const [what] = kind.split('.');
    expect(lane).toBe(what === 'topic' ? 'other:5' : `${what}:5`);
  });

  it('never follows the topic, which nobody signed', () => {
    expect(parse(fixture('order_paid'), 'customers/redact').kind).toBe('order.updated');
    expect(parse(fixture('customer_delete'), 'orders/paid').kind).toBe('shop.asked');
    expect(parse({}, 'x'.repeat(999))).toEqual({ kind: 'topic.unused', connectionId: '7', topic: 'unknown topic' });
  });

  it.each([
    ['currency', { currency: 'usd!' }],
    ['total_price', { total_price: '1e3' }],
    ['line_items.0.quantity', { line_items: [{ title: 'secret', quantity: -1, price: '1' }] }],
    ['updated_at', { updated_at: 'secret' }],
    ['updated_at', { updated_at: '0000-01-01T00:00:00Z' }],
    ['id', { id: 'secret', admin_graphql_api_id: null }],
    ['customer', { customer: { id: {}, first_name: 'secret' } }],
  ])('waits for a person when an order’s %s cannot be read, and does not tell the log what it was', (field, change) => {
    const act = () => parse({ ...order(), ...change });
    expect(act).toThrow(field);
    expect(act).not.toThrow('secret');
  });

  it('is an event or an Error, whatever the bytes are', () => {
    const json = fc.oneof(
      fc.json(),
      fc.uint8Array().map((bytes) => Buffer.from(bytes).toString('latin1')),
    );
    const keys = [
      'id',
      'line_items',
      'financial_status',
      'customer',
      'total_price',
      'currency',
      'email',
      'updated_at',
      '__proto__',
    ];
    const mutated = fc
      .dictionary(fc.constantFrom(...keys), fc.jsonValue())
      .map((change) => JSON.stringify({ ...order(), ...change }));
    void fc.assert(
      fc.property(fc.oneof(json, mutated), fc.option(fc.string(), { nil: undefined }), (body, topic) => {
        expect(outcome(() => parse(Buffer.from(body), topic))).toMatch(
          /^((order|customer|product|checkout|shipment)\.(updated|refunded|deleted)|shop\.asked|topic\.unused|Error)$/,
        );
      }),
    );
  });

  it('takes deep and long bodies in its stride', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const digits = `{"a":"${'\\"1234567890123456'.repeat(30_000)}","id":12345678901234567890}`;
    expect(parse(Buffer.from(`{"x":${deep}}`)).kind).toBe('topic.unused');
    expect(parse(Buffer.from(digits)).kind).toBe('topic.unused');
  });
});

function outcome(act: () => DomainEvent): string {
  try {
    return act().kind;
  } catch (error) {
    return error instanceof FieldError || (error as Error).constructor === Error ? 'Error' : String(error);
  }
}
