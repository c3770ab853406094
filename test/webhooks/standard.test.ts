import * as fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { describe, expect, it } from 'vitest';
import { FieldError } from '../../src/webhooks/shared/shapes.ts';
import { standard } from '../../src/webhooks/standard/index.ts';
import { standardBody, standardEvent, standardOrder } from '../support/shops/standard_event.ts';

const SECRET = 'whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=';
/** Computed apart from this code. */
const BODY = '{"type":"contact.created","timestamp":"2026-11-21T00:00:00Z","data":{"id":"c1"}}';
const SIGNATURE = 'v1,fnNau04yyQaOc7Q00QQ4HItNBMd7s4WukCoS8xaz4EE=';
const SECOND = 1_700_000_000;
const SIGNED = { 'webhook-id': 'msg_test_1', 'webhook-timestamp': String(SECOND), 'webhook-signature': SIGNATURE };
const verify = (body: string, headers: Record<string, string>, secrets = [SECRET], late = 0) =>
  standard.verify(Buffer.from(body), new Headers(headers), secrets, new Date((SECOND + late) * 1000));

describe('a Standard Webhooks signature', () => {
  it('fits the known answer, with others beside it, under the secret before, and by the older names of the headers', () => {
    expect(verify(BODY, SIGNED)).toBe(true);
    expect(verify(BODY, { ...SIGNED, 'webhook-signature': `v1a,AAAA v1,BBBB ${SIGNATURE}` })).toBe(true);
    expect(verify(BODY, SIGNED, [standard.newSecret!(), SECRET])).toBe(true);
    expect(
      verify(BODY, { 'svix-id': 'msg_test_1', 'svix-timestamp': String(SECOND), 'svix-signature': SIGNATURE }),
    ).toBe(true);
  });

  it('holds for five minutes, both ways', () => {
    const held = [-301, -300, 0, 300, 301].map((late) => verify(BODY, SIGNED, [SECRET], late));
    expect(held).toEqual([false, true, true, true, false]);
  });

  it.each([
    ['a changed byte', `${BODY} `, {}],
    ['a body written anew', JSON.stringify(JSON.parse(BODY), null, 1), {}],
    ['another id', BODY, { 'webhook-id': 'msg_test_2' }],
    ['another time', BODY, { 'webhook-timestamp': String(SECOND + 1) }],
    ['a time that is no number', BODY, { 'webhook-timestamp': 'now' }],
    ['no id', BODY, { 'webhook-id': '' }],
    ['no signature', BODY, { 'webhook-signature': '' }],
    ['a repeated header', BODY, { 'webhook-signature': `${SIGNATURE}, ${SIGNATURE}` }],
    ['another length', BODY, { 'webhook-signature': SIGNATURE.slice(0, 20) }],
    ['the other scheme alone', BODY, { 'webhook-signature': SIGNATURE.replace('v1', 'v1a') }],
    ['a character outside ASCII', BODY, { 'webhook-signature': SIGNATURE.replace('fn', 'é') }],
  ])('does not pass with %s', (_, body, change) => {
    expect(verify(body, { ...SIGNED, ...(change as Record<string, string>) })).toBe(false);
  });

  it('is never accepted from an empty secret, or from none', () => {
    expect([[''], ['whsec_'], []].map((secrets) => verify(BODY, SIGNED, secrets))).toEqual([false, false, false]);
  });

  it('is what the library of the specification makes and takes, with secrets that we make', () => {
    void fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.uuid(), (note, id) => {
        const secret = standard.newSecret!();
        expect(secret).toMatch(standard.secretLooks!);
        const body = JSON.stringify({ type: 'order.paid', data: { note: `你好 ${note}` } });
        const signature = new Webhook(secret).sign(id, new Date(SECOND * 1000), body);
        const headers = { 'webhook-id': id, 'webhook-timestamp': String(SECOND), 'webhook-signature': signature };
        expect(verify(body, headers, [secret])).toBe(true);
        expect(verify(`${body} `, headers, [secret])).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});

describe('an event of an own system', () => {
  const identify = (body: object) => standard.identify(Buffer.from(JSON.stringify(body)), new Headers(SIGNED));

  it('is known by its id, in line with others about its order', () => {
    expect(identify({ type: 'order.paid', data: standardOrder() })).toEqual({
      externalId: 'msg_test_1',
      lane: 'order:SO-88',
    });
    expect(identify({ type: 'shipment.updated', data: { orderId: 'SO-88' } })?.lane).toBe('order:SO-88');
    expect(identify({ type: 'Customer.Updated', data: { externalId: 7 } })?.lane).toBe('customer:7');
  });

  it('is a report about its order, as the documentation shows it', () => {
    const tracking = [{ carrier: 'SF', number: 'SF1000' }];
    expect(standardEvent('order.shipped', standardOrder({ tracking }), 3)).toEqual({
      kind: 'order.reported',
      provider: 'standard',
      connectionId: '1',
      names: ['SO-88'],
      says: {
        ...{ currency: 'CNY', totalMinor: '19900', fulfillment: 'fulfilled' },
        lines: [{ externalId: null, sku: 'A1', title: '龙井', quantity: 1, priceMinor: '19900' }],
        customer: {
          ...{ externalId: 'C-7', ownId: true, name: '李雷', email: 'x@example.cn', phone: '+8613800000000' },
          ...{ country: null, city: null, language: null, record: { name: null, city: null, updatedAt: new Date(0) } },
        },
        shipments: [
          {
            ...{
              externalId: 'SF1000',
              state: 'in_transit',
              carrier: 'SF',
              lines: [],
              shippedAt: null,
              deliveredAt: null,
            },
            tracking: [{ number: 'SF1000', url: null }],
          },
        ],
      },
      at: new Date('2026-11-20T02:03:00Z'),
      rank: 4,
    });
  });

  it.each([
    ['order.created', { total: '-5' }, 'total'],
    ['order.refunded', { refunded_total: '-1' }, 'refunded_total'],
    ['order.refunded', { refunded_total: '500' }, 'refunded_total'],
    ['order.refunded', { refunds: [{ id: 'r1', amount: '-3' }] }, 'amount'],
  ])('is refused where a sum of it cannot be: %s %j', (type, more, name) => {
    const read = () => standardEvent(type, standardOrder(more));
    expect(read).toThrow(FieldError);
    expect(read).toThrow(name);
    expect(() => standardEvent(type, standardOrder({ refunded_total: '199.00' }))).not.toThrow();
  });

  it('may be written in other ways: numbers for texts, humps for underscores, one thing for a list of it', () => {
    const plain = standardEvent('order.created', standardOrder({ created_at: '2026-11-20T02:00:00Z' }));
    const other = {
      ...{ orderId: 'SO-88', Currency: 'cny', totalAmount: 199, createdAt: 1_795_140_000 },
      customer: { externalId: 'C-7', firstName: '雷', lastName: '李', Email: 'x@example.cn', phone: 8613800000000 },
      lineItems: { sku: 'A1', name: '龙井', quantity: '1', unitPrice: 199.0 },
    };
    expect(standardBody({ event: 'orders/create', timestamp: '2026-11-20 02:00:00', data: { order: other } })).toEqual({
      ...plain,
      says: {
        ...('says' in plain && plain.says),
        customer: expect.objectContaining({ name: '李雷', phone: '8613800000000' }),
      },
    });
  });

  it.each([
    ['order.created', {}, {}],
    ['order.paid', {}, { payment: 'paid' }],
    [
      'order.updated',
      { payment_status: 'partially_paid', outstanding: '99' },
      { payment: 'partially_paid', outstandingMinor: '9900' },
    ],
    ['order.updated', { status: 'shipped' }, { fulfillment: 'fulfilled' }],
    ['order.updated', { status: 'in kiln' }, { fulfillment: 'other', strangeFulfillment: 'in_kiln' }],
    ['order.payment_failed', {}, { payment: 'failed' }],
    ['order.canceled', {}, { cancelledAt: new Date('2026-11-20T02:00:00Z') }],
    [
      'order.refunded',
      { refunds: [{ id: 'R1', amount: 50 }] },
      { refunds: [{ externalId: 'R1', minor: '5000', refundedAt: new Date('2026-11-20T02:00:00Z') }] },
    ],
    ['order.refunded', { refund_amount: '50.00' }, { returnedMinor: '5000' }],
    ['order.refunded', {}, { payment: 'refunded' }],
    ['order.partially_refunded', {}, { payment: 'partially_refunded' }],
    ['order.updated', { test: true }, { test: true }],
  ])('%s with %j says what has become of it', (type, more, says) => {
    const event = standardEvent(type, standardOrder(more));
    expect(event).toMatchObject({ kind: 'order.reported', says });
    if (type === 'order.created') expect('says' in event && event.says).not.toHaveProperty('payment');
  });

  it('is a customer, a product, a parcel, or a deletion', () => {
    expect(standardEvent('customer.updated', { id: 7, name: 'Anna', email: 'anna@example.com' })).toMatchObject({
      kind: 'customer.updated',
      customer: {
        externalId: '7',
        name: 'Anna',
        record: { name: 'Anna', updatedAt: new Date('2026-11-20T02:00:00Z') },
      },
    });
    expect(
      standardEvent('product.updated', {
        sku: 'A1',
        title: '龙井',
        price: 199,
        stock: 3,
        currency: 'CNY',
        category: '绿茶',
      }),
    ).toMatchObject({
      kind: 'product.updated',
      product: { externalId: 'A1', categories: ['绿茶'], variants: [{ sku: 'A1', price: '199', stock: 3 }] },
    });
    const parcel = { order_id: 'SO-88', tracking_number: 'SF1', carrier: '顺丰', status: 'delivered' };
    expect(standardEvent('shipment.updated', parcel)).toMatchObject({
      ...{ kind: 'shipment.updated', orderExternalId: 'SO-88' },
      shipment: { externalId: 'SF1', state: 'delivered', tracking: [{ number: 'SF1' }] },
    });
    expect(standardEvent('order.deleted', { order_id: 'SO-88' })).toMatchObject({ kind: 'order.deleted' });
    expect(standardEvent('product.deleted', { id: 'A1' })).toMatchObject({ kind: 'product.deleted' });
    expect(standardEvent('customer.deleted', { id: 7 })).toMatchObject({ kind: 'shop.asked', ask: 'deleted' });
    expect(standardEvent('invoice.sent', {})).toMatchObject({ kind: 'topic.unused', topic: 'invoice.sent' });
  });

  it.each([
    ['a number', { tracking_number: 'SF1', carrier: 'SF' }],
    ['a text', { tracking: 'SF1', carrier: 'SF' }],
    ['a list of texts', { tracking: ['SF1'], carrier: 'SF' }],
    ['an object', { tracking: { number: 'SF1', carrier: 'SF' } }],
    ['a list of objects', { tracking: [{ tracking_number: 'SF1', carrier: 'SF' }] }],
    ['a list of numbers', { tracking_numbers: ['SF1'], carrier: 'SF' }],
    ['parcels', { shipments: [{ tracking: 'SF1' }], carrier: 'SF' }],
  ])('reads the number of a parcel as %s, of an order and of the parcel', (_, parcel) => {
    const shipment = { externalId: 'SF1', carrier: 'SF', tracking: [{ number: 'SF1' }], state: 'in_transit' };
    expect(standardEvent('order.shipped', { order_id: 'SO-88', number: '88', ...parcel })).toMatchObject({
      says: { number: '88', shipments: [shipment] },
    });
    if ('shipments' in parcel) return;
    const { carrier: _of, ...alone } = shipment;
    expect(standardEvent('shipment.updated', { order_id: 'SO-88', ...parcel })).toMatchObject({ shipment: alone });
  });

  it('reads two numbers as two parcels', () => {
    const told = standardEvent('order.shipped', { order_id: 'SO-88', tracking: ['SF1', 'SF2'] });
    expect(told).toMatchObject({ says: { shipments: [{ externalId: 'SF1' }, { externalId: 'SF2' }] } });
  });

  it.each([
    ['order.paid', { total: '1', currency: 'CNY' }, 'order_id'],
    ['order.created', { order_id: 1, total: '1' }, 'currency'],
    ['order.created', { order_id: 1, currency: 'CNY' }, 'total'],
    ['order.updated', { order_id: 1, currency: 'secret', total: '1' }, 'currency'],
    ['order.updated', { order_id: 1, currency: 'CNY', total: 'secret' }, 'total'],
    ['order.updated', standardOrder({ items: [{ sku: 'a' }, { qty: 1, price: 'secret' }] }), 'items.1.title'],
    ['order.updated', standardOrder({ created_at: 'secret' }), 'created_at'],
    ['order.updated', standardOrder({ created_at: '0000-01-01T00:00:00Z' }), 'created_at'],
    ['order.refunded', standardOrder({ refunds: [{ id: 1 }] }), 'refunds.0.amount'],
    ['order.updated', standardOrder({ total: '1234.5678' }), 'total'],
    ['order.updated', standardOrder({ refunds: [{ id: 1, amount: '0.12345' }] }), 'refunds.0.amount'],
    ['customer.updated', { name: 'secret' }, 'external_id'],
    ['product.updated', { id: 1 }, 'title'],
    ['shipment.updated', { id: 1 }, 'order_id'],
    ['order.updated', 'secret', 'data'],
  ])('%s is refused with the name of what is missing or wrong: %#', (type, data, field) => {
    try {
      standardEvent(type, data);
      expect.fail('it was read');
    } catch (error) {
      expect(error).toBeInstanceOf(FieldError);
      expect((error as FieldError).fields).toEqual([field]);
      expect((error as FieldError).message).not.toContain('secret');
    }
  });

  it('is an event or says what is wrong, whatever is in it', () => {
    const keys = [
      'order_id',
      'currency',
      'total',
      'items',
      'customer',
      'refunds',
      'tracking',
      'status',
      'created_at',
      'shipping_address',
      '__proto__',
    ];
    const types = fc.constantFrom(
      'order.created',
      'order.paid',
      'customer.updated',
      'product.updated',
      'shipment.updated',
      'order.deleted',
    );
    void fc.assert(
      fc.property(types, fc.dictionary(fc.constantFrom(...keys), fc.jsonValue()), (type, change) => {
        try {
          expect(standardEvent(type, { ...standardOrder(), title: 'x', ...change }).kind).toMatch(/^[a-z]+\.[a-z]+$/);
        } catch (error) {
          expect(error).toBeInstanceOf(FieldError);
        }
      }),
    );
  });
});
