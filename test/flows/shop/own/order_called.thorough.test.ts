import { beforeEach, describe, expect, it } from 'vitest';
import { saidLater } from '../../../../src/text/money/order/order_later.ts';
import { readOrder } from '../../../../src/text/money/order/ordered_lines.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';
import { growsTooFast, repeated } from '../../../support/linear.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY' });
beforeEach(
  house.startingWith(async () => {
    await house.say('/add Anna');
    await house.say('/order Anna 2x tea, 1x cup ¥380');
    await house.say('/order M-1 paid');
    await house.say('/order Anna 1x pot ¥90');
  }),
);

const commands = (reply: Parameters<typeof buttonsOf>[0]) => buttonsOf(reply).map(({ command }) => command);
const orders = async () =>
  house.db.sql`select number, total_minor as total, cancelled_at is not null as gone from orders order by id`;

describe('what is done about an order, behind a slash', () => {
  it.each([
    ['/cancel order M-1', '/order o1 cancel'],
    ['/cancel M-1', '/order o1 cancel'],
    ['/取消订单 M-1', '/order o1 cancel'],
    ['/refund M-1', '/order o1 refund'],
    ['/refund M-1 50', '/order o1 refund 50'],
    ['/退款 M-1 50', '/order o1 refund 50'],
    ['/发货 M-2 顺丰 SF1234567', '/order o3 sent 顺丰 SF1234567'],
    ['/paid M-2', '/order o3 paid'],
    ['/refund order 2', '/order o3 refund'],
  ])('%s is one tap away, and does nothing by itself', async (line, command) => {
    const before = await house.state();
    const reply = await house.say(line);
    expect([reply.failed, commands(reply)[0]]).toEqual([true, command]);
    expect(commands(reply).some((one) => one?.startsWith('/undo'))).toBe(false);
    expect(await house.state()).toEqual(before);
  });

  it('is what it says once it is tapped', async () => {
    const [button] = buttonsOf(await house.say('/cancel order M-1'));
    expect(button!.label).toBe('Cancel M-1');
    await house.press(button!);
    expect((await orders())[0]).toMatchObject({ number: 'M-1', gone: true });
  });

  it('is none of it where no order is named', async () => {
    expect(commands(await house.say('/refund Anna')).join()).not.toContain('/order o');
    expect(commands(await house.say('/cancel M-77')).join()).not.toContain('/order o');
  });
});

describe('an order that is said in one line', () => {
  it.each([
    ['2 tea ¥30 and 1 cup ¥12', '4200', 2],
    ['logo ¥500 and banner ¥200', '70000', 2],
    ['龙井两盒256加运费12', '26800', 2],
    ['2x tea ¥30 and 1x cup ¥12', '4200', 2],
    ['salt and pepper set ¥30', '3000', 1],
    ['1x cup and saucer ¥30', '3000', 1],
  ])('%s', async (words, total, lines) => {
    expect((await house.say(`/order Anna ${words}`)).failed).toBeUndefined();
    const [made] = await house.db.sql`
      select total_minor as total, (select count(*)::int from order_lines where order_id = o.id) as lines
      from orders o where number = 'M-3'`;
    expect(made).toEqual({ total, lines });
  });

  it.each([
    ['2x tea ¥30, 10% off', '10% off', '2x tea ¥30'],
    ['龙井 ¥256 减20', '减20', '龙井 ¥256'],
    ['龙井 256元 打9折', '打9折', '龙井 256元'],
  ])('%s: what it takes later is named, and the goods are a tap away', async (words, later, goods) => {
    const reply = await house.say(`/order Anna ${words}`);
    expect([reply.failed, commands(reply)]).toEqual([true, [`/order c1 ${goods}`]]);
    expect(reply.text).toContain(`“${later}”`);
    expect(reply.hint).toContain('/order M-1');
    expect(await orders()).toHaveLength(2);
    await house.press(buttonsOf(reply)[0]!);
    expect(await orders()).toHaveLength(3);
  });

  it.each(['logo - ¥500', 'discount card ¥30', '龙井2盒128', 'A4纸 ¥30'])('%s is what is bought', async (words) => {
    expect((await house.say(`/order Anna ${words}`)).failed).toBeUndefined();
  });

  it('is read in time that grows with its length', () => {
    for (const unit of [', ', 'deposit ', '10% ', 'and 1 ', '加 ', '12 and a ', '减', '12加', '单号', 'tracking 1'])
      expect(growsTooFast((text) => [saidLater(text), readOrder(text, 'CNY')], repeated(unit))).toBeUndefined();
  });
});

it.each(['龙井 ¥256 单号 SF999', 'tea ¥30, tracking 12345'])('%s is sent with it', async (words) => {
  await house.say(`/order Anna ${words}`);
  expect(await house.db.sql`select fulfillment from orders where number = 'M-3'`).toEqual([
    { fulfillment: 'fulfilled' },
  ]);
});

describe('/orders', () => {
  const listed = async (words: string) => {
    const reply = await house.say(`/orders ${words}`);
    const items = (reply.lists ?? []).flatMap(({ items }) => items);
    return reply.failed ? 'asked' : items.flatMap(({ buttons = [] }) => buttons.map(({ label }) => label)).sort();
  };
  it.each([
    ['all', ['M-1', 'M-2']],
    ['all orders', ['M-1', 'M-2']],
    ['全部', ['M-1', 'M-2']],
    ['refunded', ['M-1']],
    ['refunded orders', ['M-1']],
    ['退款', ['M-1']],
    ['有退款的订单', ['M-1']],
    ['cancelled', ['M-2']],
    ['取消的', ['M-2']],
    ['unpaid orders', []],
    ['没付款的', []],
    ['over 100', ['M-1']],
    ['over ¥100', ['M-1']],
    ['100以上', ['M-1']],
    ['under 100', ['M-2']],
    ['over $100', []],
  ])('%s', async (words, numbers) => {
    await house.say('/order M-1 refund 50');
    await house.say('/order M-2 cancel');
    expect(await listed(words)).toEqual(numbers);
  });

  it('still finds an article that is called so', async () => {
    expect(await listed('pot')).toEqual(['M-2']);
    expect(await listed('nothing such')).toBe('asked');
  });
});
