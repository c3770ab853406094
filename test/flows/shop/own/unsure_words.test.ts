import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'USD', timezone: 'UTC' });
beforeEach(
  house.startingWith(async () => {
    for (const name of ['Eva Long', 'Bob Ray', 'Ann Lee', '王强']) await house.say(`/add ${name}`);
    await house.say('/order Eva 2 logos $1200 paid and sent');
  }),
);

const sums = () =>
  house.db
    .sql`select number, coalesce(current_minor, total_minor)::text as total_minor, refunded_minor from orders order by id`;
const before = [{ number: 'M-1', total_minor: '120000', refunded_minor: '0' }];
const commands = async (line: string) => buttonsOf(await house.say(line)).map(({ command }) => command);

describe('a figure behind an order that may be a day', () => {
  it.each([
    ['/订单 M-1 11.18付款', '/order o1 11月18日已付'],
    ['/订单 M-1 11.18 付清', '/order o1 11月18日已付'],
    ['/订单 M-1 已付11.18', '/order o1 已付 11.18 USD'],
    ['/订单 M-1 11.18已发', '/order o1 11月18日已发'],
    ['/order M-1 paid 11.18', '/order o1 paid on nov 18'],
    ['/order M-1 paid 11.18', '/order o1 paid 11.18 USD'],
    ['/order M-1 paid friday', '/order o1 paid past friday'],
    ['/order M-1 11.18', '/order o1 ordered on nov 18'],
    ['/order M-1 11.18', '/order o1 total 11.18 USD'],
  ])('is asked about, and is no sum of it: %s', async (line, way) => {
    expect(await commands(line)).toContain(way);
    expect(await sums()).toEqual(before);
  });

  it('is the sum where that was the tap', async () => {
    await house.say('/order M-1 11.18');
    await house.press('/order o1 total 11.18 USD');
    expect(await sums()).toEqual([{ number: 'M-1', total_minor: '1118', refunded_minor: '0' }]);
  });

  it('control: a new sum that is near the one before is taken', async () => {
    await house.say('/order M-1 1100');
    expect(await sums()).toEqual([{ number: 'M-1', total_minor: '110000', refunded_minor: '0' }]);
  });
});

describe('what one of an article costs', () => {
  it.each([
    '$600 each',
    '600 each',
    '单价600',
    '每个600',
    '600/个',
    'logos $600 each',
    'logos at 600',
    'logos 600 each',
  ])('counts for as many of it as there were: %s', async (words) => {
    await house.say('/order Bob 3 logos $900');
    await house.say(`/order M-2 ${words}`);
    expect(
      await house.db
        .sql`select coalesce(current_minor, total_minor)::text as total_minor from orders where number = 'M-2'`,
    ).toEqual([{ total_minor: '180000' }]);
    expect(
      await house.db.sql`
          select title, quantity, price_minor from order_lines l join orders o on o.id = l.order_id where o.number = 'M-2'`,
    ).toEqual([{ title: 'logos', quantity: 3, price_minor: '60000' }]);
  });

  it('is asked of which of several', async () => {
    await house.say('/order Bob 3 logos $900, 2 cards $100');
    const reply = await house.say('/order M-2 $60 each');
    await house.press(buttonsOf(reply)[1]!.command);
    expect(
      await house.db
        .sql`select coalesce(current_minor, total_minor)::text as total_minor from orders where number = 'M-2'`,
    ).toEqual([{ total_minor: '102000' }]);
  });
});

describe('goods of several buyers', () => {
  it.each([
    '/order Eva mug $15\nBob Ray logo $500',
    '/order Eva mug $15, Bob Ray logo $500 paid',
    '/order Eva mug $15; Bob logo $500',
    '/order Eva mug $15\nAnn Lee: logo $500',
    '/order Eva mug $15 and Bob logo $500',
    '/订单 Eva 龙井128元，王强 白茶98元',
  ])('are one order for each, by one tap: %s', async (line) => {
    const reply = await house.say(line);
    expect(await sums()).toEqual(before);
    const [each, all] = buttonsOf(reply);
    expect([each!.label, all!.label]).toEqual(['2 orders, one for each', 'All of it is Eva Long’s']);
    await house.press(each!.command);
    const made = await house.db.sql`
      select c.name from orders o join contacts c on c.id = o.contact_id where o.number <> 'M-1' order by o.id`;
    expect(made.map(({ name }) => name === 'Eva Long')).toEqual([true, false]);
  });

  it('control: an article of several words is no buyer', async () => {
    await house.say('/order Eva mug $15, logo $500');
    expect((await sums()).length).toBe(2);
  });
});
