import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../support/house.ts';
import { shopifyEvent, shopifyOrder, shopifyRefund } from '../../support/shops/shopify_order.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  }),
);

const refund = (amount: string) => shopifyRefund(7, amount, '2026-11-21T03:00:00Z', []);
const version = (day: number, more: object) =>
  shopifyEvent(shopifyOrder({ updated_at: `2026-11-${day}T03:05:00Z`, ...more }));
const given = (day: number, amount: string) =>
  version(day, { financial_status: 'partially_refunded', refunds: [refund(amount)] });
const placed = version(20, { refunds: [] });
const alone = shopifyEvent(refund('40.00'), 'refunds/create');
const titles = async () =>
  (await house.cards()).flatMap(({ title }) => (title && /^(?:↩️|✏️|⚠️|↪️)/u.test(title) ? [title] : []));
const refunded = async () => (await house.db.sql`select refunded_minor as minor from orders`)[0]?.minor;

describe('a refund that the shop corrects', () => {
  it('to less and to more is told with both sums, and counts as it stands', async () => {
    await house.happen(placed, given(21, '40.00'), given(22, '20.00'));
    expect(await refunded()).toBe('2000');
    expect((await house.say('/find 3001')).title ?? JSON.stringify(await house.say('/find 3001'))).not.toContain(
      '40.00',
    );
    await house.happen(given(23, '45.00'));
    expect(await refunded()).toBe('4500');
    expect(await titles()).toEqual([
      '↩️ 订单 #3001 已退款 ¥40.00',
      '✏️ 订单 #3001 的退款由 ¥40.00 改为 ¥20.00',
      '✏️ 订单 #3001 的退款由 ¥20.00 改为 ¥45.00',
    ]);
  });

  it.each([
    ['late', [placed, given(22, '20.00'), given(21, '40.00'), alone]],
    ['twice', [placed, given(21, '40.00'), alone, given(22, '20.00'), alone, given(22, '20.00'), given(21, '40.00')]],
  ])('counts as its newest version says when others come %s', async (_, events) => {
    await house.happen(...events);
    expect(await refunded()).toBe('2000');
    expect((await titles()).filter((title) => title.includes('改为')).length).toBeLessThan(2);
  });
});
