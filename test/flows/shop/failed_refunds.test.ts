import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../support/house.ts';
import { shopifyEvent, shopifyOrder } from '../../support/shops/shopify_order.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  }),
);

const PARTLY = 'partially_refunded';
const refund = (...statuses: string[]) => ({
  ...{ id: 7, order_id: 3001, created_at: '2026-11-21T03:00:00Z', refund_line_items: [] },
  transactions: statuses.map((status, nth) => ({
    ...{ id: 70 + nth, kind: 'refund', status, amount: '40.00', currency: 'CNY', created_at: '2026-11-21T03:00:00Z' },
  })),
});
const order = (minute: number, financial_status: string, statuses: string[], more: object = {}) =>
  shopifyEvent(
    shopifyOrder({
      ...{ financial_status, refunds: statuses.length > 0 ? [refund(...statuses)] : [] },
      ...{ updated_at: `2026-11-21T03:0${minute}:00Z`, ...more },
    }),
  );
const alone = (...statuses: string[]) => shopifyEvent(refund(...statuses), 'refunds/create');
const placed = order(0, 'paid', []);
const titles = async (mark: string) =>
  (await house.cards()).flatMap(({ title }) => (title?.startsWith(mark) ? [title] : []));
const spent = async () => (await house.db.sql`select spent_minor as spent from purchases`)[0]?.spent;
async function takings(): Promise<string[]> {
  const before = house.now;
  house.now = new Date(Date.UTC(2026, 10, 22));
  const reply = await house.say('/digest');
  house.now = before;
  return reply.lists?.find(({ title }) => title === '昨天的收款')?.items.map(({ text }) => text!) ?? [];
}
const FAILED = '⚠️ 订单 #3001 的退款 ¥40.00 没有成功';

describe('a refund that does not go through', () => {
  it.each([
    ['begun, then failed', [order(1, 'paid', ['pending']), order(2, 'paid', ['failure'])], 0],
    ['failed at once', [order(1, 'paid', ['error'])], 0],
    ['told alone as begun, then as failed', [alone('pending'), alone('failure')], 0],
    ['told alone as begun, then with its order', [alone('pending'), order(2, 'paid', ['FAILURE'])], 0],
    ['told as done before', [order(1, PARTLY, ['success']), order(2, 'paid', ['failure'])], 1],
    ['told alone as done before', [alone('success'), alone('failure')], 1],
    ['told as done after', [order(2, 'paid', ['failure']), order(1, PARTLY, ['success']), alone('success')], 0],
    ['tried again in vain', [order(1, 'paid', ['failure']), order(2, 'paid', ['failure', 'failure'])], 0],
    ['failed though the order says refunded', [order(1, 'refunded', ['failure']), order(2, 'paid', ['failure'])], 0],
  ])('is told once with its amount, and counts nowhere: %s', async (_, events, done) => {
    await house.happen(placed, ...events, ...events);
    expect(await titles('⚠️')).toEqual([FAILED]);
    expect(await titles('↩️')).toHaveLength(done);
    expect([await spent(), await takings()]).toEqual(['10000', ['1 单，¥100.00']]);
  });

  it('is told of a cancelled order too', async () => {
    const gone = { cancelled_at: '2026-11-21T03:00:00Z' };
    await house.happen(placed, order(1, PARTLY, ['success'], gone), order(2, 'paid', ['failure'], gone));
    expect(await titles('⚠️')).toEqual([FAILED]);
    expect(await house.db.sql`select refunded_minor from orders`).toEqual([{ refunded_minor: '0' }]);
  });

  it('is told of an order that is heard of with it', async () => {
    await house.happen(order(1, 'paid', ['failure']));
    expect(await titles('⚠️')).toEqual([FAILED]);
  });

  it('counts again when it is tried again and goes through, and that is told', async () => {
    const events = [
      order(1, PARTLY, ['success']),
      order(2, 'paid', ['failure']),
      order(3, PARTLY, ['failure', 'success']),
    ];
    await house.happen(placed, ...events, ...events);
    expect([await titles('⚠️'), (await titles('↩️')).length, await spent()]).toEqual([[FAILED], 2, '6000']);
  });

  it.each([
    ['in the next version', [order(1, 'paid', ['failure']), order(2, PARTLY, ['success'])]],
    [
      'after it had been told as begun',
      [order(1, 'paid', ['pending']), order(2, 'paid', ['failure']), order(3, PARTLY, ['success'])],
    ],
    ['told alone, and then with its order', [alone('failure'), alone('success'), order(3, PARTLY, ['success'])]],
    ['told alone as failed, then with its order', [alone('failure'), order(3, PARTLY, ['success'])]],
  ])('counts when the same payment goes through after all, and that is told with its amount: %s', async (_, events) => {
    await house.happen(placed, ...events, ...events);
    expect(await titles('⚠️')).toEqual([FAILED]);
    expect(await titles('↩️')).toEqual(['↩️ 订单 #3001 已退款 ¥40.00']);
    expect([await spent(), await house.db.sql`select refunded_minor from orders`]).toEqual([
      '6000',
      [{ refunded_minor: '4000' }],
    ]);
  });

  it('of which only an older version says that it is done stays failed', async () => {
    await house.happen(placed, order(2, 'paid', ['failure']), order(1, PARTLY, ['success']));
    expect([await titles('↩️'), await spent()]).toEqual([[], '10000']);
  });

  it('hides no other that does', async () => {
    const other = { ...refund('success'), id: 8 };
    await house.happen(placed, order(1, PARTLY, ['success']));
    await house.happen(order(2, PARTLY, [], { refunds: [refund('failure'), other] }));
    expect([(await titles('⚠️')).length, (await titles('↩️')).length, await spent()]).toEqual([1, 2, '6000']);
  });

  it('is told where the shop never listed it', async () => {
    await house.happen(placed, order(1, 'refunded', []), order(2, 'paid', []));
    expect(await titles('⚠️')).toEqual(['⚠️ 订单 #3001 的退款 ¥100.00 没有成功']);
    expect([await spent(), await takings()]).toEqual(['10000', ['1 单，¥100.00']]);
  });
});
