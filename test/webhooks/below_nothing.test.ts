import { describe, expect, it } from 'vitest';
import { shopifyEvent, shopifyOrder } from '../support/shops/shopify_order.ts';
import { standardEvent, standardOrder } from '../support/shops/standard_event.ts';
import { stripeEvent, stripeSession } from '../support/shops/stripe_event.ts';
import { wooEvent, wooOrder } from '../support/shops/woo_event.ts';
import { youzanEvent, youzanTrade } from '../support/shops/youzan_event.ts';

const youzanOver = (payment: string) =>
  youzanEvent('trade_TradePaid', {
    full_order_info: {
      ...(youzanTrade('TRADE_PAID', 1) as Record<'full_order_info', object>).full_order_info,
      pay_info: { payment },
    },
  });

describe('an order that comes to less than nothing', () => {
  it.each([
    ['Shopify', (sum: string) => shopifyEvent(shopifyOrder({ total_price: sum }))],
    ['WooCommerce', (sum: string) => wooEvent(wooOrder({ total: sum }))],
    [
      'Stripe',
      (sum: string) => stripeEvent('checkout.session.completed', stripeSession({ amount_total: Number(sum) * 100 })),
    ],
    ['an own system', (sum: string) => standardEvent('order.paid', standardOrder({ total: sum }))],
    ['Youzan', youzanOver],
  ])('cannot be read, and control: one over nothing can: %s', (_, event) => {
    expect(() => event('-5.00')).toThrow(/cannot be read/);
    expect(event('0.00')).toMatchObject({ kind: expect.stringMatching(/^order\./) });
  });
});
