import { expect, it } from 'vitest';
import { handleOrders } from '../../src/domain/on/index.ts';
import type { OrderUpdated } from '../../src/domain/shop_event.ts';
import { NOON, testHouse } from '../support/house.ts';
import { lookedAt } from '../support/looked_at.ts';
import { connectShop } from '../support/shops/any_order.ts';

const house = await testHouse({ locale: 'en' }, { anew: true });
const TABLES = ['orders', 'order_lines', 'order_payments', 'order_refunds', 'contacts', 'contact_identities', 'outbox'];

/** The nth version of an order of Bea's: each time she takes another piece. */
const version = (nth: number): OrderUpdated => ({
  ...{ kind: 'order.updated', provider: 'shopify', connectionId: '1' },
  order: {
    ...{ externalId: '5', number: '#1042', payment: 'pending', fulfillment: null, currency: 'CNY' },
    ...{ totalMinor: String(100 * nth), test: false, placedAt: NOON, cancelledAt: null },
    lines: [{ externalId: '1', sku: null, title: 'Oolong', quantity: nth, priceMinor: '100' }],
  },
  customer: {
    ...{ externalId: '900', name: 'Bea Stone', email: 'bea@x.example', phone: null, country: 'CN', city: null },
    language: 'en',
  },
  updatedAt: new Date(NOON.getTime() + nth * 1000),
});

/** How many rows are looked at for so many versions, handled together by `together`, each time in one transaction. */
async function costOf(count: number, together: number): Promise<number> {
  await house.reset();
  await connectShop(house, 'shopify');
  const events = Array.from({ length: count }, (_, nth) => version(nth + 1));
  const looked = await lookedAt(house.db, TABLES, async () => {
    for (let at = 0; at < count; at += together)
      await house.act((ctx) => handleOrders(ctx, events.slice(at, at + together)));
  });
  expect(await house.db.sql`select total_minor from orders`).toEqual([{ total_minor: String(100 * count) }]);
  return looked;
}

it('of one order four times as many versions cost four times as much, as the inbox takes them: some at a time', async () => {
  const growth = (await costOf(120, 10)) / (await costOf(30, 10));
  expect(growth).toBeLessThan(7);
  // control: what one transaction has written anew is looked past each time until it ends
  expect((await costOf(120, 120)) / (await costOf(30, 30))).toBeGreaterThan(growth + 0.3);
});
