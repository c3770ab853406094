import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../src/domain/event.ts';
import type { InboxRow } from '../../src/inbox/event.ts';
import { shopify } from '../../src/webhooks/shopify.ts';

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
    };
    expect(parse(fixture('order_paid'), 'orders/paid')).toEqual({
      kind: 'order.updated',
      provider: 'shopify',
      connectionId: '7',
      order: {
        externalId: '5600000000001',
        number: '#1042',
        payment: 'paid',
        fulfillment: null,
        currency: 'USD',
        totalMinor: '5000',
        test: false,
        placedAt: new Date('2026-11-20T01:15:00Z'),
        cancelledAt: null,
        lines: [{ sku: 'TEA-OOL-100', title: 'Oolong 100 g', quantity: 2, priceMinor: '2400' }],
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
    const { customer: _, ...guest } = order();
    expect(parse(guest)).toMatchObject({ kind: 'order.updated', customer: null });
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
      },
      updatedAt: new Date('2026-11-20T11:30:00Z'),
    } satisfies DomainEvent);
  });

  it.each([
    ['customer_delete', 'customers/delete'],
    ['customer_redact', 'customers/redact'],
    ['fulfillment_create', 'fulfillments/create'],
  ])('is nothing for now: %s', (name, topic) => {
    expect(parse(fixture(name), topic)).toEqual({ kind: 'ignored', reason: expect.stringContaining(topic) });
  });

  it('never follows the topic, which nobody signed', () => {
    expect(parse(fixture('order_paid'), 'customers/redact').kind).toBe('order.updated');
    expect(parse(fixture('customer_delete'), 'orders/paid').kind).toBe('ignored');
    expect(parse({}, 'x'.repeat(999))).toEqual({
      kind: 'ignored',
      reason: 'nothing follows from Shopify’s unknown topic',
    });
  });

  it.each([
    ['currency', { currency: 'usd!' }],
    ['total_price', { total_price: '1e3' }],
    ['line_items.0.quantity', { line_items: [{ title: 'secret', quantity: -1, price: '1' }] }],
    ['updated_at', { updated_at: 'secret' }],
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
          /^(order\.updated|customer\.updated|ignored|Error)$/,
        );
      }),
    );
  });

  it('takes deep and long bodies in its stride', () => {
    const deep = `${'['.repeat(200_000)}${']'.repeat(200_000)}`;
    const digits = `{"a":"${'\\"1234567890123456'.repeat(30_000)}","id":12345678901234567890}`;
    expect(parse(Buffer.from(`{"x":${deep}}`)).kind).toBe('ignored');
    expect(parse(Buffer.from(digits)).kind).toBe('ignored');
  });
});

function outcome(act: () => DomainEvent): string {
  try {
    return act().kind;
  } catch (error) {
    return error instanceof Error && error.constructor === Error ? 'Error' : String(error);
  }
}
