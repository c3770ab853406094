import { beforeEach, describe, expect, it } from 'vitest';
import { makeApiKey } from '../../../../src/domain/owner/api_key.ts';
import { apiOf } from '../../../support/api.ts';
import { testHouse } from '../../../support/house.ts';
import { connectShop } from '../../../support/shops/any_order.ts';
import { shopifyEvent, shopifyOrder } from '../../../support/shops/shopify_order.ts';
import { standardEvent, standardOrder } from '../../../support/shops/standard_event.ts';
import { stripeEvent, stripeInvoice } from '../../../support/shops/stripe_event.ts';
import { wooEvent, wooOrder } from '../../../support/shops/woo_event.ts';
import { youzanEvent, youzanTrade } from '../../../support/shops/youzan_event.ts';

const house = await testHouse({ locale: 'en', country: 'GB' });
beforeEach(house.startingWith(async () => {}));

/** A line over 60.00 of one article. */
const events = {
  woocommerce: (quantity: number) =>
    wooEvent(
      wooOrder({
        prices_include_tax: false,
        line_items: [{ id: 5, name: 'Tea', quantity, subtotal: '60.00', total: '60.00' }],
      }),
    ),
  standard: (qty: number | string) =>
    standardEvent('order.paid', standardOrder({ items: [{ title: 'Tea', qty, price: '40.00' }] })),
  shopify: (quantity: number) =>
    shopifyEvent(shopifyOrder({ line_items: [{ id: 1, title: 'Tea', quantity, price: '40.00' }] })),
  stripe: (quantity: number) =>
    stripeEvent(
      'invoice.paid',
      stripeInvoice({ lines: { data: [{ id: 'il_1', description: 'Tea', amount: 6000, quantity }] } }),
    ),
  youzan: (num: number) => {
    const trade = youzanTrade('WAIT_SELLER_SEND_GOODS', 1) as { full_order_info: object };
    const orders = [{ oid: '1', title: 'Tea', num, price: '40.00' }];
    return youzanEvent('trade_TradePaid', { full_order_info: { ...trade.full_order_info, orders } });
  },
};
const line = async () => (await house.db.sql`select quantity, price_minor::int as each from order_lines`)[0];

describe('an article that is sold by weight', () => {
  it.each([
    ['woocommerce', 1.5, 4000],
    ['woocommerce', 0.25, 24_000],
    ['woocommerce', 2.25, 2667],
    ['woocommerce', 3, 2000],
    ['standard', 1.5, 4000],
    ['standard', '0.5', 4000],
    ['standard', 10, 4000],
    ['shopify', 1.5, 4000],
    ['stripe', 1.5, 4000],
    ['youzan', 1.5, 4000],
  ] as const)('is kept and shown as %s sold it: %s', async (shop, amount, each) => {
    await connectShop(house, shop);
    await house.happen(events[shop](amount as number));
    expect(await line()).toEqual({ quantity: Number(amount), each });
    expect(JSON.stringify(await house.cards())).toContain(`${Number(amount)} × Tea`);
  });

  it('is less by what of it went back, without the digits of a float', async () => {
    await connectShop(house, 'shopify');
    await house.happen(events.shopify(0.3));
    const item = { line_item_id: 1, quantity: 0.1, restock_type: 'return', subtotal: '4.00' };
    await house.happen(
      shopifyEvent(
        {
          ...{ id: 9, order_id: 3001, created_at: '2026-11-21T02:00:20Z', refund_line_items: [item] },
          transactions: [{ id: 90, kind: 'refund', status: 'success', amount: '4.00', currency: 'CNY' }],
        },
        'refunds/create',
      ),
    );
    expect(await house.db.sql`select current_quantity as left from order_lines`).toEqual([{ left: 0.2 }]);
  });

  it('is told to other systems with the same amount, and so is what is in stock', async () => {
    await connectShop(house, 'standard');
    await house.happen(events.standard(1.5));
    await house.happen(
      standardEvent('product.updated', { product_id: 'T', title: 'Tea', stock: 2.75, price: '40.00' }),
    );
    const { key } = (await house.act((ctx) => makeApiKey(ctx, 'shop', ['read'])))!;
    const api = await apiOf(house, key);
    expect(JSON.stringify((await api.get('/orders')).body)).toContain('"quantity":1.5');
    expect(JSON.stringify((await api.get('/products')).body)).toContain('"stock":2.75');
    await api.stop();
  });

  it.each(['a lot', '-1', { kg: 1 }])('control: an amount that is none is refused by its name: %j', (qty) => {
    expect(() => standardEvent('order.paid', standardOrder({ items: [{ title: 'Tea', qty }] }))).toThrow(/quantity/);
  });
});
