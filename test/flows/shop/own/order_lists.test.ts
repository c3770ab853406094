import { beforeEach, describe, expect, it } from 'vitest';
import { texts } from '../../../../src/text/texts.ts';
import { buttonsOf, type House, testHouse } from '../../../support/house.ts';

const house: House = await testHouse({ locale: 'en', currency: 'CNY' });
const t = texts('en');
beforeEach(
  house.startingWith(async () => {
    await house.say('/add Anna Smith');
    await house.say('/add Bob Jones');
    await house.say('/order Anna 2x tea ¥30');
    await house.say('/order Anna 1x pot ¥90 paid');
    await house.say('/order Bob 1x cup ¥12');
    await house.say('/order Bob mug ¥15, 2026-01-05');
  }),
);

const numbers = (reply: Awaited<ReturnType<House['say']>>): string[] =>
  (reply.lists?.[0]?.items ?? []).map(({ text }) => text.split(' ')[0]!);
const commands = (reply: Parameters<typeof buttonsOf>[0]) => buttonsOf(reply).map(({ command }) => command);

describe('a list of orders', () => {
  it.each(['/orders Cleo Park', '/orders c3', '/订单列表 Cleo'])('of whoever has none says so: %s', async (line) => {
    await house.say('/add Cleo Park');
    const reply = await house.say(line);
    expect(reply.text).toBe(t.order.noneOf('Cleo Park'));
    expect(commands(reply)).toEqual(['/contact c3']);
  });

  it.each([
    ['/orders Anna unpaid', ['M-1']],
    ['/orders unpaid Anna', ['M-1']],
    ['/订单列表 Bob 未付', ['M-3', 'M-4']],
    ['/orders unpaid this week', ['M-3', 'M-1']],
    ['/订单列表 本周 未付款', ['M-3', 'M-1']],
    ['/orders owed', ['M-3', 'M-1', 'M-4']],
    ['/order unpaid', ['M-3', 'M-1', 'M-4']],
    ['/订单 今天', ['M-3', 'M-2', 'M-1']],
    ['/订单 未付 超过7天', ['M-4']],
    ['/order unpaid older than 7 days', ['M-4']],
    ['/order unpaid this week', ['M-3', 'M-1']],
    ['/订单 未付 5以上', ['M-3', 'M-1', 'M-4']],
    ['/order this week paid', ['M-2']],
    ['/orders tea unpaid', ['M-1']],
    ['/orders Anna this month', ['M-2', 'M-1']],
    ['/orders this month Anna', ['M-2', 'M-1']],
    ['/订单列表 Anna 本月 未付', ['M-1']],
    ['/orders Anna unpaid this week', ['M-1']],
    ['/订单列表 本月 tea', ['M-1']],
    ['/orders mug this month', []],
    ['/orders paid', ['M-2']],
    ['/订单列表 已付', ['M-2']],
    ['/orders Anna paid', ['M-2']],
    ['/orders Anna not paid', ['M-1']],
    ['/orders unpaid older than 7 days', ['M-4']],
    ['/orders older than 2 weeks', ['M-4']],
    ['/订单列表 超过7天未付', ['M-4']],
    ['/订单列表 未付 两周以上', ['M-4']],
    ['/orders overdue', ['M-4']],
    ['/订单列表 逾期', ['M-4']],
    ['/orders partly paid', []],
    ['/订单列表 货到付款', []],
    ['/orders jan 5', ['M-4']],
    ['/orders on jan 5', ['M-4']],
    ['/订单列表 1月5日', ['M-4']],
    ['/orders before feb 1', ['M-4']],
    ['/订单列表 2月1日之前', ['M-4']],
    ['/orders since feb 1', ['M-3', 'M-2', 'M-1']],
    ['/orders Anna since feb 1', ['M-2', 'M-1']],
    ['/orders unpaid before feb 1', ['M-4']],
    ['/orders Bob mug', ['M-4']],
    ['/订单列表 mug Bob', ['M-4']],
    ['/orders Bob Jones cup unpaid', ['M-3']],
  ])('%s', async (line, expected) => {
    expect(numbers(await house.say(line))).toEqual(expected);
  });

  it.each([
    '/orders unpaid older than 1000 days',
    '/orders unpaid older than 12 months',
    '/订单列表 未付 超过1000天',
    '/订单列表 超过999天没付',
    '/orders unpaid over 5000',
    '/orders unpaid under 10',
    '/订单列表 未付 5000以上',
    '/orders paid over 500',
    '/orders open older than 12 months',
  ])('says of %s only that there is none of these', async (line) => {
    const { text } = await house.say(line);
    expect(text).toContain(line.split(' ').slice(1).join(' '));
    expect(Object.values(t.order.noneState)).not.toContain(text);
  });

  it('says that all are paid where all are', async () => {
    for (const one of ['M-1', 'M-3', 'M-4']) await house.say(`/order ${one} paid`);
    expect((await house.say('/orders unpaid')).text).toBe(t.order.noneState.unpaid);
  });

  it('has those that are paid in part, and those that are paid on delivery', async () => {
    await house.say('/order M-1 paid 10');
    await house.say('/order Bob pen ¥9 cash on delivery');
    for (const words of ['partly paid', '部分付款', 'Anna partly paid'])
      expect(numbers(await house.say(`/orders ${words}`))).toEqual(['M-1']);
    for (const words of ['cod', '货到付款', 'Bob on delivery'])
      expect(numbers(await house.say(`/orders ${words}`))).toEqual(['M-5']);
  });

  it('has those of a parcel, and of whom a mail address is', async () => {
    await house.say('/order M-2 sent UPS 1Z999AA10123456784');
    await house.say('/edit Bob email bob@example.com');
    for (const words of ['1Z999AA10123456784', '1z999aa10123456784'])
      expect(numbers(await house.say(`/orders ${words}`))).toEqual(['M-2']);
    expect(numbers(await house.say('/orders bob@example.com'))).toEqual(['M-3', 'M-4']);
  });

  it('has by figures that may be a day an order that is numbered so', async () => {
    expect(numbers(await house.say('/orders 01-05'))).toEqual(['M-4']);
    await house.db.autocommit`update orders set number = '01-05' where number = 'M-2'`;
    expect(numbers(await house.say('/orders 01-05'))).toEqual(['01-05']);
  });

  it('says how long overdue is', async () => {
    expect((await house.say('/orders overdue')).title).toBe(t.order.overdue(14));
  });

  it('says that somebody known has none that stand so', async () => {
    await house.say('/order M-1 paid');
    expect(await house.say('/orders Anna unpaid')).toMatchObject({ text: t.order.noneLike('Anna unpaid') });
  });

  it('has the newest alone by its word', async () => {
    expect((await house.say('/order last')).title).toContain('M-3');
  });

  it('is none of it where somebody is called so', async () => {
    await house.say('/add Today');
    expect(numbers(await house.say('/order Today'))).toEqual([]);
  });
});

describe('what is typed plainly of an order', () => {
  it.each([
    ['paid M-1', '/order o1 paid'],
    ['退款 M-2 50', '/order o2 退款 50'],
    ['Anna logo ¥500 paid', '/order c1 logo ¥500 paid'],
    ['Anna 2盒龙井 256 微信付', '/order c1 2盒龙井 CN¥256 微信付款'],
  ])('is one tap away: %s', async (words, command) => {
    expect(commands(await house.say(words))).toContain(command);
  });
});

describe('/churn', () => {
  it.each([
    ['/churn off', '/settings churn off'],
    ['/流失 关', '/settings churn off'],
    ['/churn monday 8am', '/settings churn mon 08:00'],
    ['/churn every monday 8am', '/settings churn mon 08:00'],
    ['/流失 每周一 8点', '/settings churn mon 08:00'],
    ['/churn Anna', '/contact c1'],
  ])('%s names what is meant', async (line, command) => {
    expect(commands(await house.say(line))).toContain(command);
  });

  it.each(['谁很久没来了', 'who stays away'])('is meant by %s', async (words) => {
    expect((await house.say(words)).hint).toContain('/churn');
  });
});

describe('words behind a slash', () => {
  it.each([
    ['/客户列表', '/find'],
    ['/发票 Anna', '/quote Anna'],
    ['/收款', '/takings'],
    ['/收款 本月', '/takings 本月'],
    ['/payments this month', '/takings this month'],
  ])('%s', async (line, command) => {
    expect(commands(await house.say(line))).toContain(command);
  });

  it.each(['/connectstripe', '/连接stripe'])('a shop glued to its command is connected: %s', async (line) => {
    expect((await house.say(line)).failed).toBeUndefined();
  });

  it('keeps the secret of a shop glued to its command nowhere', async () => {
    const secret = 'shpss_0123456789abcdef0123456789abcdef';
    expect((await house.say(`/连接shopify ${secret}`)).failed).toBeUndefined();
    expect(JSON.stringify(await house.db.sql`select * from outbox, journal`)).not.toContain(secret);
    expect(JSON.stringify(await house.db.sql`select encode(body, 'escape') as body from inbox`)).not.toContain(secret);
  });
});

describe('a field', () => {
  it('gets a choice by its name in front, and a number in thousands', async () => {
    await house.say('/field add tier choice gold, silver');
    await house.say('/field tier add bronze');
    await house.say('/field add budget number');
    for (const [typed, value] of [
      ['5k', '5000'],
      ['$5,000', '5000'],
      ['1.5万', '15000'],
    ]) {
      await house.say(`/edit Anna budget ${typed}`);
      expect(await house.db.sql`select value from field_values where contact_id = 1`).toEqual([{ value }]);
    }
    expect((await house.db.sql`select choices from fields where name = 'tier'`)[0]!.choices).toEqual([
      'gold',
      'silver',
      'bronze',
    ]);
  });
});

describe('a question about what was sold', () => {
  it.each([
    ['/orders latest', ['M-3']],
    ['/orders Anna latest', ['M-2']],
    ['/订单列表 最新', ['M-3']],
    ['/takings products this month', ['pot', 'tea', 'cup']],
    ['/takings best sellers', ['pot', 'tea', 'cup']],
    ['/收入 商品 本月', ['pot', 'tea', 'cup']],
    ['/takings products teas', ['tea']],
    ['/收入 商品 mug', ['mug']],
    ['/takings products mug this month', []],
    ['/orders c1', ['M-2', 'M-1']],
    ['/takings customers', ['Anna']],
    ['/takings customers last month', []],
    ['/takings days this year', ['today', '5']],
    // who bought for the first time then; Bob had in January, and is no newcomer of November
    ['/takings newcomers this month', ['Anna']],
    ['/收入 新客户 今年', ['Anna', 'Bob']],
    ['/takings newcomers january', ['Bob']],
  ])('is answered with these and no others: %s', async (line, names) => {
    const reply = await house.say(line);
    expect(numbers(reply)).toEqual(names);
    expect(reply.failed).toBeUndefined();
  });

  it('says of new customers how many came to be known, too', async () => {
    await house.say('/add Cleo Park');
    await house.db.autocommit`update contacts set created_at = ${house.now}`;
    const { fields } = await house.say('/takings newcomers this month');
    expect(fields).toEqual([
      { label: 'Total', value: '1' },
      { label: 'First known then, with or without an order', value: '3' },
    ]);
  });

  it('counts nothing as sold that was paid back whole, and it is sold again when that is undone', async () => {
    await house.say('/order M-2 refund 90');
    const all = async () => [
      ...[numbers(await house.say('/takings products')), numbers(await house.say('/takings customers'))],
      ...[(await house.say('/takings days')).lists?.[0]?.items[0]?.detail],
      ...[(await house.say('/orders this month')).fields?.[0]?.value],
    ];
    expect(await all()).toEqual([['tea', 'cup'], [], expect.anything(), '3 orders, CN¥42.00']);
    expect((await house.say('/orders refunded')).fields?.[0]?.value ?? '1 order, CN¥90.00').toContain('CN¥90.00');
    await house.say('/undo');
    expect((await all()).slice(0, 2)).toEqual([['pot', 'tea', 'cup'], ['Anna']]);
  });

  it('of an article counts every kind of it, and says how many are not shown', async () => {
    for (let nth = 1; nth <= 12; nth += 1) await house.say(`/order Anna 2x soap no ${'abcdefghijkl'[nth - 1]} at 5`);
    const reply = await house.say('/takings products soap');
    expect(reply.lists?.[0]?.items).toHaveLength(10);
    const detailOf = async (goods: string) =>
      (await house.say(`/takings products ${goods}`)).lists?.[0]?.items[0]?.detail;
    expect(await detailOf('tea')).toBe('2 sold · CN¥30.00 · CN¥30.00 of it not paid in full yet');
    expect(await detailOf('pot')).toBe('1 sold · CN¥90.00');
    // what somebody bought is said beside it
    expect((await house.say('/orders Bob')).lists?.[0]?.items[0]?.detail).toMatch(/^1 × cup · /u);
    expect([reply.fields?.[0]?.value, reply.hint]).toEqual(['24 sold', '… and 2 more']);
  });

  it('of all that is overdue is one answer: tasks, tickets, invoices, and orders that are not paid for long', async () => {
    await house.say('/task tomorrow call Bob');
    await house.db.autocommit`update tasks set due_at = ${new Date(house.now.getTime() - 3_600_000)}`;
    await house.say('/order Anna paid 30');
    const all = await house.say('/digest overdue');
    expect(all.title).toBe('Overdue');
    expect(all.lists?.map(({ title, items }) => [title, items.map(({ text }) => text)])).toEqual([
      [t.asked.overdueTasks, ['call Bob']],
      [t.order.overdue(14), ['M-4 · Bob Jones · CN¥15.00']],
    ]);
    expect(commands(all)).toContain('/order o4');
    await house.type('is anything overdue?');
    expect((await house.cards()).at(-1)!.title).toBe('Overdue');
    await house.say('/done call Bob');
    await house.say('/order M-4 paid');
    expect((await house.say('/日报 过期')).text).toBe('Nothing is overdue: no task, ticket, invoice or order.');
  });

  it('has its sum, and what it was before, beside it', async () => {
    const orders = await house.say('/orders this month');
    expect(orders.fields).toEqual([{ label: 'Total', value: '3 orders, CN¥132.00' }]);
    const takings = await house.say('/takings this month');
    expect([takings.lists![0]!.items[0]!.text, takings.hint]).toEqual([
      '1 order, CN¥90.00',
      'Before that, 1 Oct – 21 Oct: nothing',
    ]);
    expect(buttonsOf(takings).every(({ turns }) => turns)).toBe(true);
    expect((await house.say('/contact Anna')).fields![0]!.value).toBe('1 order, CN¥90.00');
  });
});

it('keeps a note with a shop’s order by its word, and offers it for other words', async () => {
  const [order] = await house.db.sql`select id from orders where number = 'M-1'`;
  await house.db.autocommit`update connections set provider = 'standard' where provider = 'own'`;
  const asked = await house.say('/order M-1 call first');
  expect(asked).toMatchObject({ failed: true, text: t.order.ofShop('M-1') });
  await house.press(`/order o${order!.id} note: call first`);
  await house.say('/order M-1 note ring twice');
  expect(await house.db.sql`select text from messages where direction = 'note' order by id`).toEqual([
    { text: 'M-1: call first' },
    { text: 'M-1: ring twice' },
  ]);
});
