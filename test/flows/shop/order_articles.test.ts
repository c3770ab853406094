import { beforeEach, describe, expect, it } from 'vitest';
import { pastSpan } from '../../../src/text/when/past_span.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY' });
beforeEach(
  house.startingWith(async () => {
    await house.say('/add Anna');
    await house.say('/order Anna 2x龙井 ¥256, 1x cup ¥124 paid');
  }),
);

const lines = async () =>
  (
    await house.db.sql<{ line: string }>`
      select quantity || ' × ' || title as line from order_lines order by order_id, position`
  ).map(({ line }) => line);
const order = async () =>
  (
    await house.db.sql`
      select coalesce(current_minor, total_minor) as total, payment, cancelled_at is not null as gone from orders order by id limit 1`
  )[0];
const labels = (reply: Parameters<typeof buttonsOf>[0]) => buttonsOf(reply).map(({ label }) => label);

describe('an article of an order that was written down by hand', () => {
  it.each([
    'remove cup',
    'delete the cup',
    'cancel cup',
    'remove 1 cup',
    'take out cups',
    '删 cup',
    '去掉cup',
    '不要cup了',
    '取消 cup',
    'cup 不要了',
    '把cup去掉',
  ])('is taken out alone: %s', async (words) => {
    const reply = await house.say(`/order M-1 ${words}`);
    expect(await lines(), JSON.stringify(reply)).toEqual(['2 × 龙井']);
    expect(await order()).toEqual({ total: '25600', payment: 'paid', gone: false });
    expect(reply.text).toContain('They have paid CN¥124.00 too much');
    await house.say('/undo');
    expect(await lines()).toEqual(['2 × 龙井', '1 × cup']);
  });

  it.each(['remove 1 龙井', '去掉一盒龙井', 'remove 1x龙井'])('is taken out in part: %s', async (words) => {
    await house.say(`/order M-1 ${words}`);
    expect(await lines()).toEqual(['1 × 龙井', '1 × cup']);
    expect(await order()).toMatchObject({ total: '25200' });
  });

  it.each(['remove mug', 'cancel she changed her mind', '取消 客户改主意了', 'remove 3 龙井'])(
    'that is not clear is asked about, with a way to cancel: %s',
    async (words) => {
      await house.type(`/order M-1 ${words}`);
      expect(await order()).toMatchObject({ gone: false, total: '38000' });
      const asked = (await house.cards()).at(-1)!;
      expect(labels(asked)).toEqual(expect.arrayContaining(['Take out 2 × 龙井', 'Take out 1 × cup', 'Cancel order']));
      await house.press('Take out 1 × cup');
      expect(await lines()).toEqual(['2 × 龙井']);
    },
  );

  it.each(['delete', 'cancel order', 'cancel it', '取消订单', '删除 整单', '不要了'])(
    'the control: %s cancels the order',
    async (words) => {
      await house.say(`/order M-1 ${words}`);
      expect(await order()).toMatchObject({ gone: true });
    },
  );

  it('that is the last one is not taken out, and what has no price of its own asks for the sum', async () => {
    await house.say('/order M-1 remove cup');
    expect(labels(await house.say('/order M-1 remove 龙井'))).toContain('Cancel order');
    await house.say('/order Anna 2x tea, 1x pot ¥300');
    const { rest } = await house.say('/order M-2 remove pot');
    await house.say(`${rest!.before}200`);
    expect(await lines()).toEqual(['2 × 龙井', '2 × tea']);
    expect(await house.db.sql`select total_minor from orders where number = 'M-2'`).toEqual([{ total_minor: '20000' }]);
  });
});

describe('what is added to an order', () => {
  it.each([
    ['加一盒龙井 128', '1 × 龙井', '50800'],
    ['加 1x白茶 ¥60', '1 × 白茶', '44000'],
    ['运费 12', '1 × 运费', '39200'],
    ['再加两盒白茶 ¥120', '2 × 白茶', '50000'],
    ['add 1 cup ¥12', '1 × cup', '39200'],
    ['plus shipping 8', '1 × shipping', '38800'],
    ['add 2x mug ¥30', '2 × mug', '41000'],
    ['＋ 1x白茶 ￥６０', '1 × 白茶', '44000'],
  ])('leaves what it had: %s', async (words, line, total) => {
    const reply = await house.say(`/order M-1 ${words}`);
    expect(await lines(), JSON.stringify(reply)).toEqual(['2 × 龙井', '1 × cup', line]);
    expect(await order()).toEqual({ total, payment: 'partially_paid', gone: false });
    await house.say('/undo');
    expect(await order()).toEqual({ total: '38000', payment: 'paid', gone: false });
  });

  it('is counted with the article that it is more of, at the same price', async () => {
    await house.say('/order M-1 add 1x龙井 ¥128');
    expect(await lines()).toEqual(['3 × 龙井', '1 × cup']);
    expect(await order()).toMatchObject({ total: '50800' });
  });

  it('without a name is asked about', async () => {
    await house.type('/订单 M-1 再加一罐 88元');
    expect(await order()).toMatchObject({ total: '38000' });
    await house.press('More 龙井');
    expect(await lines()).toEqual(['2 × 龙井', '1 × cup', '1 × 龙井']);
    expect(await order()).toMatchObject({ total: '46800' });
  });

  it('by no word for it may be instead of what it had: both are a tap away', async () => {
    await house.type('/order M-1 3x白茶 ¥90');
    expect(await order()).toMatchObject({ total: '38000' });
    await house.press('Add: CN¥470.00 in all');
    expect(await order()).toMatchObject({ total: '47000' });
    await house.say('/undo');
    await house.type('/order M-1 3x白茶 ¥90');
    await house.press('Replace all: CN¥90.00');
    expect(await lines()).toEqual(['3 × 白茶']);
  });

  it.each(['3x龙井 ¥384, 1x cup ¥124', 'replace with 3x龙井 ¥384', '换成 3x龙井 ¥384'])(
    'the control: what names the same articles, or says that it replaces them, does: %s',
    async (words) => {
      await house.say(`/order M-1 ${words}`);
      expect((await lines())[0]).toBe('3 × 龙井');
    },
  );
});

describe('the time that /orders and /takings are asked for', () => {
  it.each(['november', 'nov 2026', '11月', '2026年11月', 'q4', '2026', '第四季度', '2026 Q4'])('%s', (words) => {
    const now = new Date('2026-11-20T09:00:00Z');
    const span = pastSpan(words, { now, timezone: 'UTC', locale: 'en' as const, country: 'US' } as Parameters<
      typeof pastSpan
    >[1]);
    expect(span!.from <= new Date('2026-11-10') && span!.until > new Date('2026-11-11'), words).toBe(true);
  });

  it('is the last one that has begun, where no year is said', () => {
    const now = new Date('2026-02-20T09:00:00Z');
    const context = { now, timezone: 'UTC', locale: 'en' as const, country: 'US' };
    expect(pastSpan('november', context)!.from.toISOString()).toBe('2025-11-01T00:00:00.000Z');
    expect(pastSpan('13月', context)).toBeUndefined();
  });
});

describe('what is said to the buyer', () => {
  beforeEach(async () => {
    await house.happen(telegramMessage('hello', { chat: '7', from: { address: '7', name: 'Bo' } }));
    await house.say('/order Bo 1x tea ¥100 paid');
  });

  it('of an order whose money all went back is that it did, and of a cancelled one that it is', async () => {
    const say = async () => labels(await house.say('/order M-2 tell')).filter((label) => label.startsWith('Say'));
    await house.say('/order M-2 refund 10');
    await house.say('/order M-2 cancel');
    expect((await say()).sort()).toEqual(['Say: cancelled', 'Say: refunded']);
    await house.say('/undo');
    await house.say('/order M-2 refund 90');
    expect(await say()).toEqual(['Say: refunded']);
  });

  it('and no money is taken for a cancelled one', async () => {
    await house.say('/order Bo 1x pot ¥100');
    await house.say('/order M-3 paid 20');
    await house.say('/order M-3 cancel');
    expect(await house.say('/order M-3 paid 20')).toMatchObject({ failed: true });
    expect(JSON.stringify(await house.say('/order M-3'))).not.toContain('Still to be paid');
  });
});

it.each(['2x龙井，¥256', '龙井×２，￥２５６'])('a sum behind a comma is no article: %s', async (words) => {
  await house.say(`/order Anna ${words}`);
  expect((await lines()).slice(2)).toEqual(['2 × 龙井']);
});

describe('a small figure with goods behind it', () => {
  it.each(['1 mugs ¥30 Anna', '1 mug ¥30 for anna', '1 mugs ¥30 给 Anna'])(
    'is no order’s number, and whose it is is a tap away: %s',
    async (words) => {
      await house.type(`/order ${words}`);
      expect(await lines()).toEqual(['2 × 龙井', '1 × cup']);
      await house.press('New order for Anna');
      expect(await order()).toMatchObject({ total: '38000' });
      expect(await house.db.sql`select total_minor from orders where number = 'M-2'`).toEqual([
        { total_minor: '3000' },
      ]);
    },
  );

  it.each(['1 cancel', '1 remove cup', '1 total 450', '1 450元'])(
    'the control: before what is done with it, it is one: %s',
    async (words) => {
      await house.say(`/order ${words}`);
      expect(await order()).not.toEqual({ total: '38000', payment: 'paid', gone: false });
    },
  );
});
