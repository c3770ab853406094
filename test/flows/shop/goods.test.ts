import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../src/domain/event.ts';
import type { ProductUpdated, ShipmentState, ShipmentUpdated } from '../../../src/domain/goods_event.ts';
import type { CheckoutUpdated, OrderUpdated } from '../../../src/domain/shop_event.ts';
import { telegramMessage, testHouse } from '../../support/house.ts';
import { connectShop, expectAnyOrder, shopState } from '../../support/shops/any_order.ts';

const house = await testHouse({ locale: 'en' });
beforeEach(house.startingWith(() => connectShop(house, 'shopify')));

const FROM = { provider: 'shopify', connectionId: '1' };
const later = (minutes: number) => new Date(house.now.getTime() + minutes * 60_000);
const bea = {
  ...{ externalId: '900', name: 'Bea Stone', email: 'bea@x.example', phone: null, country: 'CN', city: null },
  language: 'en',
};

const shipment = (state: ShipmentState, more: object = {}): ShipmentUpdated['shipment'] => ({
  ...{ externalId: 's1', state, carrier: '顺丰', tracking: [{ number: 'SF123', url: 'https://sf.example/SF123' }] },
  ...{ lines: [], shippedAt: later(0), deliveredAt: state === 'delivered' ? later(9) : null },
  ...more,
});

const parcel = (minutes: number, state: ShipmentState, more: object = {}): ShipmentUpdated => ({
  ...{ kind: 'shipment.updated', ...FROM, orderExternalId: '5', shipment: shipment(state, more) },
  updatedAt: later(minutes),
});

const order = (minutes: number, more: Partial<OrderUpdated['order']> = {}): OrderUpdated => ({
  kind: 'order.updated',
  ...FROM,
  order: {
    ...{ externalId: '5', number: '#1042', payment: 'paid', fulfillment: 'fulfilled', currency: 'CNY' },
    ...{ totalMinor: '25600', test: false, placedAt: later(0), cancelledAt: null, lines: [], ...more },
  },
  customer: bea,
  updatedAt: later(minutes),
});

const product = (minutes: number, more: Partial<ProductUpdated['product']> = {}): ProductUpdated => ({
  kind: 'product.updated',
  ...FROM,
  product: {
    ...{ externalId: 'p1', title: '龙井', currency: null, url: null, published: true },
    variants: [{ externalId: 'v1', sku: 'LJ', title: '50g', price: '128.00', stock: 3 }],
    ...more,
  },
  updatedAt: later(minutes),
});

const checkout = (minutes: number, more: Partial<CheckoutUpdated['checkout']> = {}): CheckoutUpdated => ({
  kind: 'checkout.updated',
  ...FROM,
  checkout: {
    ...{ externalId: 'k1', currency: 'JPY', totalMinor: '3000', lines: [], url: 'https://shop.example/k1' },
    ...{ startedAt: later(0), completedAt: null, test: false, ...more },
  },
  customer: bea,
  updatedAt: later(minutes),
});

const titles = async () => (await house.cards()).map(({ title }) => title);

describe('an order that is cancelled', () => {
  it.each([
    ['delivered', 'It has arrived already.'],
    ['in_transit', 'It has been sent already.'],
    ['cancelled', undefined],
  ] as const)('says what has become of its parcel, which only the parcel says: %s', async (state, hint) => {
    await house.happen(order(0, { fulfillment: null }), parcel(5, state));
    await house.happen(order(20, { fulfillment: null, cancelledAt: later(20) }));
    const card = (await house.cards()).findLast(({ title }) => title?.startsWith('🚫'));
    expect(card?.hint).toBe([hint, 'It was paid, and nothing has been refunded yet.'].filter(Boolean).join(' '));
  });
});

describe('what shops tell of goods', () => {
  it('comes to the same in whatever order and however often it is told', async () => {
    const history: DomainEvent[] = [
      order(1, { fulfillment: null }),
      parcel(2, 'ready'),
      order(3, { shipments: [shipment('in_transit')] }),
      parcel(4, 'in_transit', { carrier: 'SF' }),
      parcel(4, 'delivered'),
      order(5, { shipments: [shipment('delivered'), shipment('pending', { externalId: 's2' })] }),
      product(1),
      product(2, { title: '龙井茶' }),
      product(2, { title: '龙井绿茶', variants: [] }),
      product(3, { variants: [{ externalId: 'v1', sku: 'LJ', title: '', price: '99', stock: null }] }),
      product(-1, { externalId: 'v7', variantOf: 'p7' }),
      { kind: 'product.deleted', ...FROM, productExternalId: 'v7' },
      checkout(1),
      checkout(2, { totalMinor: '4500' }),
      checkout(2, { completedAt: later(2) }),
    ];
    expect(await expectAnyOrder(house, 'shopify', history, 8)).toMatchObject({
      shipments: [
        { external_id: 's1', state: 'delivered' },
        { external_id: 's2', state: 'pending' },
      ],
      products: [{ product_external_id: 'p1', product: '龙井', price: '99' }],
      checkouts: [{ completed_at: later(2), whose: 'Bea Stone' }],
    });
  });

  it('tells the owner once that a parcel has arrived, however often it is said', async () => {
    await house.happen(order(1), parcel(2, 'in_transit'));
    const before = await titles();
    await house.happen(
      parcel(3, 'delivered'),
      parcel(4, 'delivered'),
      order(5, { shipments: [shipment('delivered')] }),
    );
    const cards = await house.cards();
    expect(cards).toHaveLength(before.length + 1);
    expect(cards.at(-1)).toMatchObject({
      title: '📦 Order #1042: the parcel has arrived',
      text: 'Bea Stone',
      fields: [{ label: 'Parcel', value: '顺丰 · SF123 (https://sf.example/SF123) · delivered' }],
    });
  });

  it('tells what went wrong with it, and what came back', async () => {
    await house.happen(order(1), parcel(2, 'attempted'), parcel(3, 'failed'), parcel(4, 'returned'));
    expect((await titles()).slice(-3)).toEqual([
      '📦 Order #1042: nobody was there to take the parcel',
      '⚠️ Order #1042: the parcel could not be delivered',
      '↩️ Order #1042: the parcel came back',
    ]);
  });

  it('keeps a parcel until its order is known', async () => {
    await house.happen(parcel(2, 'delivered'));
    expect(await shopState(house)).toMatchObject({ orders: [], shipments: [{ order: '5', state: 'delivered' }] });
    await house.happen(order(1));
    expect((await titles()).filter((title) => title?.includes('📦'))).toEqual([]);
  });

  it('says nothing of what has long been delivered when it first hears of it', async () => {
    const old = parcel(2, 'delivered', { deliveredAt: later(-30 * 24 * 60) });
    await house.happen(order(1), old);
    expect((await titles()).filter((title) => title?.includes('📦'))).toEqual([]);
  });

  it('has a deleted product again only when the shop describes it later', async () => {
    await house.happen(product(-9), { kind: 'product.deleted', ...FROM, productExternalId: 'p1' }, product(-9));
    expect(await shopState(house)).toMatchObject({ products: [] });
    await house.happen(product(9));
    expect(await shopState(house)).toMatchObject({ products: [{ product: '龙井' }] });
  });

  it('stands on the card of whoever names the order, and in their timeline', async () => {
    await house.happen(order(1), parcel(2, 'delivered'));
    await house.say('/add c1 bea-telegram@x.example');
    await house.db
      .autocommit`insert into contact_identities (contact_id, channel, address) values (1, 'telegram', '77')`;
    await house.happen(telegramMessage('Where is order 1042?', { chat: '77', from: { address: '77', name: 'Bea' } }));
    expect((await house.cards()).at(-1)!.fields).toContainEqual({
      label: 'Order #1042',
      value: expect.stringContaining('paid · sent · 顺丰 · SF123'),
    });
    const timeline = JSON.stringify(await house.say('/timeline c1'));
    expect(timeline).toContain('📦 Order #1042 sent');
    expect(timeline).toContain('📦 Order #1042 delivered');
  });

  it('names the open ticket that is about the order', async () => {
    await house.happen(order(1));
    await house.say('/ticket c1 where is 1042');
    await house.happen(parcel(2, 'returned'));
    expect((await house.cards()).at(-1)!.fields).toContainEqual({ label: 'Ticket', value: '#1 · where is 1042' });
  });

  it('shows what of the sum are taxes and shipping, and its page in the shop', async () => {
    await house.happen(order(1, { taxMinor: '1300', shippingMinor: '1000', url: 'https://shop.example/1042' }));
    const { fields } = await house.say('/order 1042');
    expect(fields).toEqual(
      expect.arrayContaining([
        { label: 'Shipping costs', value: 'CN¥10.00' },
        { label: 'Taxes', value: 'CN¥13.00' },
        { label: 'In the shop', value: 'https://shop.example/1042' },
      ]),
    );
    expect(await house.say('/order 1042 paid')).toMatchObject({ failed: true });
    expect(await house.say('/order 1042 cancel')).toMatchObject({ failed: true });
  });

  it('lists carts that were left, tells of each once in the digest, and writes to nobody', async () => {
    await house.happen(
      checkout(-120),
      checkout(-120, { externalId: 'k2', completedAt: later(-110) }),
      checkout(-5, { externalId: 'k3' }),
      checkout(-3 * 24 * 60, { externalId: 'k4', totalMinor: '700' }),
      checkout(-120, { externalId: 'k5', test: true }),
    );
    const listed = await house.say('/orders abandoned');
    expect(listed.lists![0]!.items.map(({ text }) => text)).toEqual(['Bea Stone · ¥3,000', 'Bea Stone · ¥700']);
    expect(JSON.stringify(await house.say('/digest'))).toContain('1 cart was left without paying');
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toEqual([]);
    await house.happen(order(1));
    expect((await house.say('/orders abandoned')).lists).toBeUndefined();
  });
});
