import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { testHouse } from '../../support/house.ts';
import { expectAnyOrder } from '../../support/shops/any_order.ts';
import { shopifyEvent, shopifyOrder, shopifyRefund } from '../../support/shops/shopify_order.ts';

const house = await testHouse();
const at = (minute: number) => `2026-11-21T02:${String(minute).padStart(2, '0')}:00Z`;
const order = (minute: number, more: object = {}) => shopifyEvent(shopifyOrder({ updated_at: at(minute), ...more }));
const fulfilment = JSON.parse(
  readFileSync(new URL('../../fixtures/shopify/fulfillment_create.json', import.meta.url), 'utf8'),
);

it('an order of Shopify comes to the same in whatever order its versions, refunds and parcels are delivered', async () => {
  const refund = shopifyRefund(91, '20.00', at(4), [{ line_item_id: 2, quantity: 1 }]);
  const refunded = { financial_status: 'partially_refunded', refunds: [refund], current_total_price: '80.00' };
  const state = await expectAnyOrder(house, 'shopify', [
    order(0, { financial_status: 'pending' }),
    order(1),
    order(2, { fulfillment_status: 'fulfilled', fulfillments: [{ ...fulfilment, order_id: 3001 }] }),
    shopifyEvent({ ...fulfilment, order_id: 3001 }, 'fulfillments/create'),
    shopifyEvent(refund, 'refunds/create'),
    order(4, { ...refunded, fulfillment_status: 'fulfilled' }),
    shopifyEvent({ id: 21, email: 'anna@example.com', first_name: 'Anna', last_name: 'Smith', updated_at: at(5) }),
  ]);
  expect(state).toMatchObject({
    orders: [{ number: '#3001', payment: 'partially_refunded', fulfillment: 'fulfilled', refunded_minor: '2000' }],
    spent: [{ spent_minor: '8000' }],
  });
});
