import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../src/domain/event.ts';
import { testHouse } from '../../support/house.ts';
import { shopifyEvent, shopifyOrder, shopifyRefund } from '../../support/shops/shopify_order.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  }),
);

const refund = (id: number, amount: string, day = 21, lines: object[] = []) =>
  shopifyRefund(id, amount, `2026-11-${day}T03:00:00Z`, lines);
const version = (day: number, more: object = {}) =>
  shopifyEvent(shopifyOrder({ updated_at: `2026-11-${day}T03:05:00Z`, ...more }));
const PARTLY = { financial_status: 'partially_refunded' };
const alone = (one: object) => shopifyEvent(one, 'refunds/create');
const titles = async (mark: string) =>
  (await house.cards()).flatMap(({ title }) => (title?.startsWith(mark) ? [title] : []));
const spent = async () => (await house.db.sql`select spent_minor as spent from purchases`)[0]?.spent;
/** What came in and went back on that day of November. */
async function takings(day: number): Promise<string[]> {
  const before = house.now;
  house.now = new Date(Date.UTC(2026, 10, day + 1));
  const reply = await house.say('/digest');
  house.now = before;
  return reply.lists?.find(({ title }) => title === '昨天的收款')?.items.map(({ text }) => text!) ?? [];
}
const BACK = '退款 ¥40.00 · 实收 -¥40.00';
const GONE = '↪️ 订单 #3001 的退款 ¥40.00 在店铺里已撤销';

const placed = version(20, { refunds: [] });
const given = version(21, { ...PARTLY, refunds: [refund(7, '40.00')] });
const retracted = version(22, { refunds: [] });

/** Every order of these. */
function permutations<T>(some: readonly T[]): T[][] {
  if (some.length < 2) return [[...some]];
  return some.flatMap((one, nth) => permutations(some.toSpliced(nth, 1)).map((rest) => [one, ...rest]));
}

describe('a refund that the shop lists no more', () => {
  it('is told once, and counts nowhere', async () => {
    await house.happen(placed, given);
    expect([await spent(), await takings(20), await takings(21)]).toEqual(['6000', ['1 单，¥100.00'], [BACK]]);
    await house.happen(retracted, retracted, given, version(23, { refunds: [], tags: 'x' }));
    expect([await titles('↩️'), await titles('↪️')]).toEqual([['↩️ 订单 #3001 已退款 ¥40.00'], [GONE]]);
    expect([await titles('⚠️'), await titles('✏️')]).toEqual([[], []]);
    expect([await spent(), await takings(20), await takings(21)]).toEqual(['10000', ['1 单，¥100.00'], []]);
  });

  it.each(permutations([placed, given, retracted]).map((events) => [events] as [DomainEvent[]]))(
    'comes to the same in whatever order its versions come: %#',
    async (events) => {
      await house.happen(...events);
      expect([await spent(), await takings(20), await takings(21)]).toEqual(['10000', ['1 单，¥100.00'], []]);
      expect(await titles('↪️')).toHaveLength((await titles('↩️')).length);
    },
  );

  it('is told where the order was cancelled too', async () => {
    const gone = { cancelled_at: '2026-11-21T02:00:00Z' };
    await house.happen(placed, version(21, { ...PARTLY, ...gone, refunds: [refund(7, '40.00')] }));
    await house.happen(version(22, { ...gone, refunds: [] }));
    expect(await titles('↪️')).toEqual([GONE]);
  });

  it('leaves the others, and one that is given in its place is told', async () => {
    await house.happen(placed, version(21, { ...PARTLY, refunds: [refund(7, '40.00'), refund(8, '10.00')] }));
    await house.happen(version(22, { ...PARTLY, refunds: [refund(8, '10.00'), refund(9, '30.00', 22)] }));
    expect(await titles('↪️')).toEqual([GONE]);
    expect((await titles('↩️')).at(-1)).toBe('↩️ 订单 #3001 已退款 ¥30.00');
    expect(await spent()).toBe('6000');
    expect(await takings(21)).toEqual(['退款 ¥10.00 · 实收 -¥10.00']);
    expect(await takings(22)).toEqual(['退款 ¥30.00 · 实收 -¥30.00']);
  });

  it('counts again when it is listed again, and that is told', async () => {
    await house.happen(placed, given, retracted, version(23, { ...PARTLY, refunds: [refund(7, '40.00')] }));
    expect([await titles('↪️'), (await titles('↩️')).length, await spent()]).toEqual([[GONE], 2, '6000']);
  });

  it('puts back what it had given back', async () => {
    const back = refund(7, '40.00', 21, [{ line_item_id: 1, quantity: 1 }]);
    await house.happen(placed, alone(back), version(21, { ...PARTLY, refunds: [back] }), retracted);
    const card = await house.say('/find #3001');
    expect(card.lists?.[0]?.items[0]).toEqual({ text: '2 × Pot' });
  });

  it.each([
    ['a version says nothing of refunds', [given, version(22, { tags: 'x', ...PARTLY })]],
    ['none has listed it yet', [alone(refund(7, '40.00')), version(22, { refunds: [] })]],
    ['an older version comes late', [given, version(20, { refunds: [], tags: 'x' })]],
  ])('is not retracted where %s', async (_, events) => {
    await house.happen(placed, ...events);
    expect([await titles('↪️'), (await titles('↩️')).length, await spent()]).toEqual([[], 1, '6000']);
  });
});

describe('what goes back in parts', () => {
  it('counts each part on its day, and a cancellation takes the rest', async () => {
    await house.happen(placed, given);
    const rest = [refund(7, '40.00'), refund(8, '60.00', 23)];
    const cancelled = { financial_status: 'refunded', cancelled_at: '2026-11-23T03:00:00Z', refunds: rest };
    await house.happen(version(23, { ...cancelled, current_total_price: '0.00' }));
    expect(await titles('↩️')).toEqual(['↩️ 订单 #3001 已退款 ¥40.00', '↩️ 订单 #3001 已退款 ¥60.00']);
    expect(await titles('🚫')).toHaveLength(1);
    expect([await takings(21), await takings(23)]).toEqual([[BACK], ['退款 ¥60.00 · 实收 -¥60.00']]);
    expect(await spent()).toBeUndefined();
  });

  it('is only the shipping, where only that is given back: nothing of the articles', async () => {
    await house.happen(placed, version(21, { ...PARTLY, current_total_price: '96.00', refunds: [refund(7, '4.00')] }));
    expect(await titles('↩️')).toEqual(['↩️ 订单 #3001 已退款 ¥4.00']);
    expect([await spent(), await titles('✏️')]).toEqual(['9600', []]);
  });

  it('is no money where goods were only put back: told as what is not to be sent, once', async () => {
    const restock = { id: 7, order_id: 3001, created_at: '2026-11-21T03:00:00Z', transactions: [] };
    const back = { ...restock, refund_line_items: [{ line_item_id: 2, quantity: 1 }] };
    await house.happen(placed, version(21, { refunds: [back] }), version(22, { refunds: [back], tags: 'x' }));
    expect([await titles('↩️'), (await titles('✏️')).length, await spent()]).toEqual([[], 1, '10000']);
    await house.happen(version(23, { refunds: [] }));
    expect([await titles('↪️'), (await titles('✏️')).length]).toEqual([[], 2]);
  });
});
