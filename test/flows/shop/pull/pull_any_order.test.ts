import * as fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { providers } from '../../../../src/webhooks/providers.ts';
import { type House, testHouse } from '../../../support/house.ts';
import { shopState } from '../../../support/shops/any_order.ts';
import type { FakeShop, Json } from '../../../support/shops/api/fake_shop.ts';
import { fakeShopify } from '../../../support/shops/api/fake_shopify.ts';
import { type FakeStripe, fakeStripe } from '../../../support/shops/api/fake_stripe.ts';
import { fakeWoo } from '../../../support/shops/api/fake_woo.ts';
import { later, pullAndHandle, readShops, shopConnected } from '../../../support/shops/api/pulling.ts';
import { shopifyOrder, shopifyRefund } from '../../../support/shops/shopify_order.ts';
import { stripeBody, stripeInvoice, stripeRefund, stripeSession } from '../../../support/shops/stripe_event.ts';
import { wooOrder } from '../../../support/shops/woo_event.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
  readShops(house);
});
beforeEach(() => house.reset());

/** One version after the other as the shop has it, and what its webhook of that says. */
interface Step {
  has: (shop: FakeShop) => void;
  hook: { body: object; headers: Record<string, string> };
}

let deliveries = 0;
/** A webhook as the edge stores it. */
async function deliver(provider: string, { body, headers }: Step['hook']): Promise<void> {
  const raw = Buffer.from(JSON.stringify(body));
  const { externalId, lane } = providers.find(({ name }) => name === provider)!.identify(raw, new Headers(headers))!;
  const source = `${provider}:1`;
  await house.store({
    source,
    externalId: `${externalId}:${++deliveries}`,
    lane: `${source}:${lane}`,
    headers,
    body: raw,
  });
  await house.handleAll();
}

/** Lets the shop change step by step and be asked in between; its webhooks come whenever and in any order, or not at all. */
async function expectSame(provider: string, make: () => Promise<FakeShop>, steps: readonly Step[]): Promise<object> {
  const begin = async () => {
    await house.reset();
    await shopConnected(house, provider, 20);
    const shop = await make();
    await house.say(`/connect key 1 ${shop.typed}`);
    return shop;
  };
  await begin();
  for (const { hook } of steps) await deliver(provider, hook);
  const expected = await shopState(house);
  const plans = fc.record({
    asked: fc.array(fc.boolean(), { minLength: steps.length, maxLength: steps.length }),
    hooks: fc.shuffledSubarray([...steps.keys()]),
    first: fc.nat({ max: steps.length }),
  });
  await fc.assert(
    fc.asyncProperty(plans, async ({ asked, hooks, first }) => {
      const shop = await begin();
      const early = hooks.slice(0, first);
      for (const nth of early) await deliver(provider, steps[nth]!.hook);
      for (const [nth, step] of steps.entries()) {
        step.has(shop);
        later(house, 61);
        if (asked[nth]) await pullAndHandle(house, shop, { historyDays: 0 });
      }
      for (const nth of hooks.slice(first)) await deliver(provider, steps[nth]!.hook);
      later(house, 61);
      await pullAndHandle(house, shop, { historyDays: 0 });
      const known = hooks.length === steps.length || provider === 'stripe' ? [] : ['payments'];
      expect(without(known, await shopState(house))).toEqual(without(known, expected));
    }),
    { numRuns: 5 },
  );
  return expected;
}

/** When the money came of versions that nobody heard of is known to nobody; only Stripe lists its events. */
const without = (names: readonly string[], state: object): object =>
  Object.fromEntries(Object.entries(state).filter(([name]) => !names.includes(name)));

const put = (list: Json[], item: Json) => {
  const at = list.findIndex(({ id }) => id === item.id);
  if (at < 0) list.push(item);
  else list[at] = item;
};

describe('webhooks and what the shop is asked for come to the same, in whatever order and whichever are lost', () => {
  it('for Shopify', async () => {
    const version = (second: number, more: object = {}): Step => {
      const order = shopifyOrder({ updated_at: `2026-11-21T02:00:${second}Z`, ...more });
      return {
        has: (shop) => put(shop.orders, order),
        hook: { body: order, headers: { 'x-shopify-topic': 'orders/updated', 'x-shopify-shop-domain': '127.0.0.1' } },
      };
    };
    const refund = shopifyRefund(7, '20.00', '2026-11-21T02:00:40Z', [{ line_item_id: 2, quantity: 1 }]);
    const state = await expectSame('shopify', () => fakeShopify(), [
      version(10, { financial_status: 'pending' }),
      version(20),
      version(40, { financial_status: 'partially_refunded', refunds: [refund] }),
      version(50, { financial_status: 'partially_refunded', refunds: [refund], fulfillment_status: 'fulfilled' }),
    ]);
    expect(state).toMatchObject({
      orders: [{ number: '#3001', payment: 'partially_refunded', refunded_minor: '2000' }],
    });
  });

  it('for WooCommerce', async () => {
    const version = (minute: number, more: object): Step => {
      // within the day that each look reads, however often the shop is asked in between
      const order = wooOrder({ date_modified_gmt: `2026-11-21T02:${minute}:00`, ...more });
      return {
        has: (shop) => put(shop.orders, order),
        hook: { body: order, headers: { 'x-wc-webhook-topic': 'order.updated' } },
      };
    };
    const state = await expectSame('woocommerce', fakeWoo, [
      version(10, { status: 'pending', date_paid_gmt: null }),
      version(11, { status: 'processing' }),
      version(12, { status: 'completed' }),
      version(13, { status: 'completed', refunds: [{ id: 312, total: '-6.00' }] }),
    ]);
    expect(state).toMatchObject({ orders: [{ number: '#311', refunded_minor: '600' }] });
  });

  it('for Stripe', async () => {
    const event = (type: string, object: object, second: number): Step => {
      const body = stripeBody(type, object, second) as Json;
      return { has: (shop) => put((shop as FakeStripe).events, body), hook: { body, headers: {} } };
    };
    const of = { invoice: 'in_1', mode: 'subscription' };
    const state = await expectSame('stripe', fakeStripe, [
      event('checkout.session.completed', stripeSession(of), 10),
      event('invoice.paid', stripeInvoice({ payments: { data: [{ payment: { payment_intent: 'pi_1' } }] } }), 12),
      event('refund.created', stripeRefund('re_1', 500), 30),
      event('refund.updated', stripeRefund('re_2', 700), 40),
    ]);
    expect(state).toMatchObject({
      orders: [{ number: 'A1B2-0001', payment: 'partially_refunded', refunded_minor: '1200' }],
    });
  });
});
