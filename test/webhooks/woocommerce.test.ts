import { createHmac } from 'node:crypto';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../src/domain/event.ts';
import { FieldError } from '../../src/webhooks/shared/shapes.ts';
import { woocommerce } from '../../src/webhooks/woocommerce/index.ts';
import { wooBody, wooEvent, wooOrder } from '../support/shops/woo_event.ts';

const SECRET = 'woo-test-secret';
/** Computed apart from this code. */
const KNOWN = { body: '{"id":77,"status":"processing"}', signature: 'uq2BMdHuQ+LzNxh7VUmq6xEXqwFak4MtoH0QHee+D/0=' };
const SIGNED = { 'X-WC-Webhook-Signature': KNOWN.signature };
const verify = (body: string, headers: Record<string, string>, secrets = [SECRET]) =>
  woocommerce.verify(Buffer.from(body), new Headers(headers), secrets, new Date(0));
const sign = (body: string, secret: string) => createHmac('sha256', secret).update(body).digest('base64');

describe('a WooCommerce signature', () => {
  it('fits the known answer, under this secret or the one before', () => {
    expect(verify(KNOWN.body, SIGNED)).toBe(true);
    expect(verify(KNOWN.body, SIGNED, ['new', SECRET])).toBe(true);
    expect(verify('{"note":"你好"}', { 'x-wc-webhook-signature': sign('{"note":"你好"}', SECRET) })).toBe(true);
  });

  it('may be made with what a secret means as HTML', () => {
    for (const typed of ['a&amp;b', 'a&#038;b', 'a&#x26;b', 'a&b'])
      expect(verify(KNOWN.body, { 'x-wc-webhook-signature': sign(KNOWN.body, 'a&b') }, [typed])).toBe(true);
    expect(verify(KNOWN.body, { 'x-wc-webhook-signature': sign(KNOWN.body, `<"'>`) }, ['&lt;&quot;&#039;&gt;'])).toBe(
      true,
    );
    expect(verify(KNOWN.body, { 'x-wc-webhook-signature': sign(KNOWN.body, 'a&amp;b') }, ['a&amp;b'])).toBe(true);
  });

  it.each([
    ['a missing header', KNOWN.body, {}],
    ['an empty header', KNOWN.body, { 'x-wc-webhook-signature': '' }],
    ['a changed byte', KNOWN.body.replace('77', '78'), SIGNED],
    ['a body written anew', '{"id": 77, "status": "processing"}', SIGNED],
    ['another length', KNOWN.body, { 'x-wc-webhook-signature': KNOWN.signature.slice(0, 20) }],
    ['base64 without its padding', KNOWN.body, { 'x-wc-webhook-signature': KNOWN.signature.slice(0, -1) }],
    ['a character outside ASCII', KNOWN.body, { 'x-wc-webhook-signature': `é${KNOWN.signature.slice(1)}` }],
    ['a repeated header', KNOWN.body, { 'x-wc-webhook-signature': `${KNOWN.signature}, ${KNOWN.signature}` }],
  ])('does not pass with %s', (_, body, headers) => {
    expect(verify(body, headers as Record<string, string>)).toBe(false);
  });

  it('is never accepted from an empty secret, or from none', () => {
    expect(verify(KNOWN.body, { 'x-wc-webhook-signature': 'ovqIGk8qPvdAIS1SLysnwXNhTg9axFKQLz6EIHkCbq0=' }, [''])).toBe(
      false,
    );
    expect(verify(KNOWN.body, SIGNED, [])).toBe(false);
  });
});

describe('a WooCommerce delivery', () => {
  const identify = (body: object | string, headers: Record<string, string> = {}) =>
    woocommerce.identify(Buffer.from(typeof body === 'string' ? body : JSON.stringify(body)), new Headers(headers));

  it('is only a question if anybody is there when it is nothing but the number of a hook', () => {
    const isPing = (body: string) => woocommerce.isPing?.(Buffer.from(body), new Headers());
    expect(['webhook_id=12', 'webhook_id=0'].map(isPing)).toEqual([true, true]);
    const others = [
      'webhook_id=',
      'webhook_id=1&a=2',
      'webhook_id=1\n',
      ' webhook_id=1',
      'webhook_id=1x',
      '{"id":1}',
      '',
    ];
    expect(others.map(isPing)).toEqual(others.map(() => false));
  });

  it('is another one with another body, though it has the id of its second', () => {
    const headers = { 'x-wc-webhook-delivery-id': 'd1' };
    const [first, again, other] = [{ id: 1 }, { id: 1 }, { id: 2 }].map((body) => identify(body, headers)?.externalId);
    expect([first === again, first === other]).toEqual([true, false]);
  });

  it('is in line behind its order, customer or product; a bare id by its topic', () => {
    expect(identify(wooOrder())?.lane).toBe('order:311');
    expect(identify(wooBody('customer_updated'))?.lane).toBe('customer:25');
    expect(identify(wooBody('product_updated'))?.lane).toBe('product:44');
    expect(identify({ id: 311 }, { 'x-wc-webhook-topic': 'order.deleted' })?.lane).toBe('order:311');
    expect(identify({ action: 'x', arg: 1 }, { 'x-wc-webhook-topic': 'action.x' })?.lane).toBe('other:');
  });

  it.each(['', '{', 'null', '[]', 'webhook_id=1'])('is malformed as %j', (body) => {
    expect(identify(body)).toBeUndefined();
  });
});

describe('what a WooCommerce delivery means', () => {
  it('is an order with its lines, its parcel and its buyer', () => {
    expect(wooEvent(wooOrder())).toEqual({
      kind: 'order.updated',
      provider: 'woocommerce',
      connectionId: '1',
      order: {
        ...{ externalId: '311', paidBy: 'pi_x', pageKey: 'wc_order_x', number: '#311', payment: 'paid' },
        ...{ fulfillment: null, cancelledAt: null },
        ...{ currency: 'EUR', totalMinor: '3100', discountMinor: '300', refunds: [], billedTo: 'Ana Ruiz' },
        ...{ taxMinor: '517', shippingMinor: '400' },
        words: [
          { of: '', text: 'Please ring twice' },
          { of: 'Notebook', text: 'Engraving: A.R.' },
        ],
        delivery: {
          ...{ recipient: 'Ana Ruiz', address: 'Calle Mayor 1, 2 izq, Madrid, M, 28013, ES' },
          ...{ phone: '+34600000000', method: 'Flat rate' },
        },
        contactDetails: { email: 'ana@example.org', phone: '+34600000000' },
        shipments: [
          {
            ...{ externalId: 'aa11', state: 'in_transit', carrier: 'correos', lines: [], deliveredAt: null },
            tracking: [{ number: 'PX1', url: 'https://t.example/PX1' }],
            shippedAt: new Date(1_795_132_800_000),
          },
        ],
        test: false,
        placedAt: new Date('2026-11-19T07:00:00Z'),
        lines: [{ externalId: '5', sku: 'NB-1', title: 'Notebook', quantity: 3, priceMinor: '1000' }],
      },
      customer: {
        ...{ externalId: null, name: 'Ana Ruiz', email: 'ana@example.org', phone: '+34600000000', phoneFrom: 'order' },
        ...{ country: 'ES', city: 'Madrid', language: null },
      },
      updatedAt: new Date('2026-11-20T08:00:05Z'),
    } satisfies DomainEvent);
  });

  const paid = '2026-11-19T07:01:00';
  it.each([
    ['pending', null, { payment: 'pending', fulfillment: null }],
    ['on-hold', null, { payment: 'pending' }],
    ['processing', paid, { payment: 'paid', fulfillment: null }],
    ['processing', null, { payment: 'pending' }],
    ['completed', paid, { payment: 'paid', fulfillment: 'fulfilled' }],
    ['completed', null, { payment: 'pending', fulfillment: 'fulfilled' }],
    ['failed', null, { payment: 'failed' }],
    ['cancelled', null, { payment: 'pending', cancelledAt: new Date('2026-11-20T08:00:05Z') }],
    ['refunded', paid, { payment: 'refunded' }],
    ['awaiting-parts', paid, { payment: 'paid', fulfillment: 'other', strangeFulfillment: 'awaiting-parts' }],
    ['wc-awaiting-parts', null, { payment: 'other', strangePayment: 'awaiting-parts' }],
  ])('%s, paid at %s, says how money and goods stand', (status, date_paid_gmt, order) => {
    expect(wooEvent(wooOrder({ status, date_paid_gmt }))).toMatchObject({ order });
  });

  it('says what its HTML means, read once: articles, names, notes, answers, shipping, products', () => {
    const meta_data = [
      { key: 'Card', value: 'Mum &amp; Dad', display_key: 'Gift &amp; card', display_value: 'Mum &amp; Dad' },
    ];
    const event = wooEvent(
      wooOrder({
        ...{ customer_note: 'I&#039;m home &amp;lt;3', shipping_lines: [{ method_title: 'DHL &amp; Co' }] },
        line_items: [
          { id: 1, name: 'Tom &amp; Jerry&#8217;s Tea &#8238;x AT&T', quantity: 1, total: '31.00', meta_data },
        ],
        billing: { first_name: 'O&#039;Brien', last_name: 'D&#8217;Angelo', email: 'ob@example.com' },
      }),
    );
    expect(event).toMatchObject({
      customer: { name: "O'Brien D’Angelo" },
      order: {
        lines: [{ title: 'Tom & Jerry’s Tea x AT&T' }],
        words: [{ text: "I'm home &lt;3" }, { text: 'Gift & card: Mum & Dad' }],
        delivery: { method: 'DHL & Co' },
      },
    });
    const product = {
      ...wooBody('product_updated'),
      name: 'Salt &amp; Pepper',
      categories: [{ name: 'Tea &#8211; green' }],
    };
    expect(wooEvent(product, 'product.updated')).toMatchObject({
      product: { title: 'Salt & Pepper', categories: ['Tea – green'] },
    });
  });

  it('is an order with what has gone back of it', () => {
    const refunds = [
      { id: 312, reason: 'damaged', total: '-6.00' },
      { id: 313, reason: '', total: '-4.00' },
    ];
    expect(wooEvent(wooOrder({ refunds }))).toMatchObject({
      order: {
        payment: 'partially_refunded',
        refunds: [
          { externalId: '312', minor: '600' },
          { externalId: '313', minor: '400' },
        ],
      },
    });
    expect(wooEvent(wooOrder({ refunds: [{ id: 312, total: '-31.00' }] }))).toMatchObject({
      order: { payment: 'refunded' },
    });
  });

  it.each([
    ['JPY', '3000', { totalMinor: '3000', lines: [{ priceMinor: '500' }] }, { subtotal: '1500', subtotal_tax: '0' }],
    ['KWD', '3.125', { totalMinor: '3125', lines: [{ priceMinor: '1042' }] }, { subtotal: '3.125', subtotal_tax: '0' }],
    ['EUR', 31, { totalMinor: '3100', lines: [{ priceMinor: '333' }] }, { subtotal: '10.00', subtotal_tax: 0 }],
  ])('is in %s to its last digit', (currency, total, order, line) => {
    const line_items = [{ id: 5, name: 'Notebook', quantity: 3, ...line }];
    expect(wooEvent(wooOrder({ currency, total, line_items }))).toMatchObject({ order });
  });

  it('is of an account when the buyer has one: the address typed at the checkout is not the account’s', () => {
    expect(wooEvent(wooOrder({ customer_id: 25 }))).toMatchObject({
      customer: { externalId: '25', email: 'ana@example.org', emailFrom: 'order' },
    });
  });

  it('is a customer, a product and one of its variations', () => {
    expect(wooEvent(wooBody('customer_updated'), 'customer.updated')).toMatchObject({
      kind: 'customer.updated',
      customer: { externalId: '25', name: 'Bea Gil', email: 'bea@example.org', city: 'Sevilla', phoneFrom: 'address' },
      updatedAt: new Date('2026-11-20T09:00:00Z'),
    });
    expect(wooEvent(wooBody('product_updated'), 'product.updated')).toMatchObject({
      kind: 'product.updated',
      product: { externalId: '44', published: true, variants: [{ sku: 'NB-1', price: '10', stock: 7 }] },
    });
    const sorted = {
      ...wooBody('product_updated'),
      categories: [{ id: 9, name: 'Notebooks' }, { id: 10, name: '' }, 'x'],
    };
    expect(wooEvent(sorted, 'product.updated')).not.toMatchObject({ product: { categories: expect.anything() } });
    sorted.categories.pop();
    expect(wooEvent(sorted, 'product.updated')).toMatchObject({ product: { categories: ['Notebooks'] } });
    const variation = {
      ...wooBody('product_updated'),
      id: 45,
      parent_id: 44,
      type: 'variation',
      manage_stock: 'parent',
    };
    expect(wooEvent(variation, 'product.updated')).toMatchObject({ product: { externalId: '45', variantOf: '44' } });
  });

  it.each([
    [{ id: 311 }, 'order.deleted', 'order.deleted'],
    [{ id: 44 }, 'product.deleted', 'product.deleted'],
    [{ id: 25 }, 'customer.deleted', 'shop.asked'],
    [{ id: 9 }, 'coupon.deleted', 'topic.unused'],
    [{ id: 9, code: 'x', amount: '1' }, 'coupon.updated', 'topic.unused'],
    [{ action: 'woocommerce_add_to_cart', arg: 'x' }, 'action.woocommerce_add_to_cart', 'topic.unused'],
    [wooOrder({ status: 'checkout-draft' }), 'order.updated', 'topic.unused'],
    [wooOrder({ status: 'trash' }), 'order.updated', 'order.deleted'],
    [wooOrder(), 'product.deleted', 'order.updated'],
  ])('%#: of %s is what its shape says', (body, topic, kind) => {
    expect(wooEvent(body, topic).kind).toBe(kind);
  });

  it.each([
    ['currency', { currency: 'secret' }],
    ['total', { total: 'secret' }],
    ['date_modified_gmt', { date_modified_gmt: 'secret' }],
    ['date_modified_gmt', { date_modified_gmt: '0000-01-01T00:00:00' }],
    ['id', { id: 'secret' }],
  ])('waits for a person when the %s cannot be read, and does not tell the log what it was', (field, change) => {
    const act = () => wooEvent(wooOrder(change));
    expect(act).toThrow(field);
    expect(act).not.toThrow('secret');
  });

  it('is an event or an Error, whatever is in it', () => {
    const keys = ['id', 'status', 'line_items', 'billing', 'refunds', 'meta_data', 'total', 'customer_id', '__proto__'];
    void fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()), fc.string(), (change, topic) => {
        try {
          expect(wooEvent({ ...wooOrder(), ...change }, topic).kind).toMatch(/^[a-z]+\.[a-z]+$/);
        } catch (error) {
          expect([Error, FieldError]).toContain((error as Error).constructor);
        }
      }),
    );
  });
});
