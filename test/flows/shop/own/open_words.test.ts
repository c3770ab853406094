import { beforeEach, describe, expect, it } from 'vitest';
import { texts } from '../../../../src/text/texts.ts';
import { buttonsOf, type House, testHouse } from '../../../support/house.ts';

const house: House = await testHouse({ locale: 'en', currency: 'USD' });
const t = texts('en').order;
beforeEach(
  house.startingWith(async () => {
    await house.say('/add Eva');
    await house.say('/add Bob');
    await house.say('/add 李明');
    await house.say('/order Eva logo $1,200');
  }),
);

const commands = async (line: string) => buttonsOf(await house.say(line)).map(({ command }) => command);
const lines = () => house.db.sql`
  select title, quantity, price_minor from order_lines l join orders o on o.id = l.order_id where o.number = 'M-1' order by position`;

describe('words behind an order that leave open what is meant', () => {
  it.each([
    ['/order M-1 another 200', ['/order o1 paid 200.00 USD', '/order o1 add Order 200.00 USD']],
    ['/订单 M-1 再200', ['/order o1 paid 200.00 USD', '/order o1 add Order 200.00 USD']],
    ['/order M-1 qty 3', ['/order o1 replace 3x logo 1200.00 USD each', '/order o1 replace 3x logo 1200.00 USD']],
    ['/订单 M-1 改成3盒', ['/order o1 replace 3x logo 1200.00 USD each', '/order o1 replace 3x logo 1200.00 USD']],
    ['/order Eva same again', ['/order c1 1x logo 1200.00 USD']],
    ['/订单 M-1 2盒', ['/order o1 replace 2x logo 1200.00 USD each', '/order o1 replace 2x logo 1200.00 USD']],
    ['/order M-1 2x logo', ['/order o1 replace 2x logo 1200.00 USD each', '/order o1 replace 2x logo 1200.00 USD']],
    ['/订单 M-1 送茶杯1个', ['/order o1 note: 送茶杯1个']],
    ['/order M-1 -1 logo', ['/order o1 cancel']],
    ['/order Eva -1 mug $15', ['/order c1 return 1 mug $15']],
    ['/订单 M-1 再来一单', ['/order c1 1x logo 1200.00 USD']],
    ['/order M-1 is for Bob', ['/order c2 1x logo 1200.00 USD', '/order o1 cancel']],
    ['/订单 M-1 是李明的', ['/order c3 1x logo 1200.00 USD', '/order o1 cancel']],
  ])('%s has each way as a tap', async (line, ways) => {
    expect(await commands(line)).toEqual(expect.arrayContaining(ways));
    expect(await lines()).toEqual([{ title: 'logo', quantity: 1, price_minor: '120000' }]);
  });

  it('are done as the tap says', async () => {
    await house.say('/order M-1 qty 3');
    await house.press('/order o1 replace 3x logo 1200.00 USD each');
    expect(await lines()).toEqual([{ title: 'logo', quantity: 3, price_minor: '120000' }]);
  });
});

describe('a small figure behind an article', () => {
  it.each([
    ['/order Eva white tea $98', '/order Eva white tea 98'],
    ['/订单 李明 白茶 98 USD', '/订单 李明 白茶 98'],
    ['/order Eva 2x white tea $98 each', '/order M-1 add white tea 98'],
    ['/订单 李明 白茶 98 USD', '/订单 M-1 换成 白茶 98'],
  ])('is its price where it is known to cost that: %s, then %s', async (first, then) => {
    expect((await house.say(then)).failed).toBe(true);
    await house.say(first);
    expect((await house.say(then)).failed).toBeFalsy();
    expect((await house.db.sql`select 1 from order_lines where lower(title) in ('white tea', '白茶')`).length).toBe(2);
  });

  it('control: is asked about where another price is known, or another currency', async () => {
    await house.say('/order Eva white tea $97');
    await house.say('/order Eva white tea €98');
    expect(await commands('/order Eva white tea 98')).toContain('/order c1 white tea 98.00 USD');
  });
});

describe('goods that come back', () => {
  it.each(['/order Eva return mug $15', '/订单 Eva 退 mug 15 USD'])(
    'are of the order that had them: %s',
    async (line) => {
      expect((await house.say(line)).text).toBe(t.noneWith('Eva', 'mug'));
      await house.say('/order Eva mug $15 paid');
      expect(await commands(line)).toEqual(['/order o2 refund 15.00 USD']);
      await house.press('/order o2 refund 15.00 USD');
      expect(await house.db.sql`select refunded_minor from orders order by id`).toEqual([
        { refunded_minor: '0' },
        { refunded_minor: '1500' },
      ]);
    },
  );

  it('control: money alone goes back of the order that there is', async () => {
    await house.say('/order M-1 paid');
    expect((await house.say('/order Eva refund $5')).failed).toBeFalsy();
  });
});

describe('a tax on an order that is there', () => {
  it.each(['+ 8% tax', 'add tax 8%', '加税8%'])('%s comes on top of it', async (words) => {
    await house.say(`/order M-1 ${words}`);
    expect(await house.db.sql`select total_minor from orders`).toEqual([{ total_minor: '129600' }]);
    expect(await lines()).toHaveLength(2);
  });

  it('is asked for its rate, and never for an amount', async () => {
    expect((await house.say('/order M-1 + tax')).text).toBe(t.whichTax('+ tax'));
  });
});

it('an order that was given back since is written down first', async () => {
  expect(await commands('/order Eva mug $15, refunded')).toEqual(['/order c1 mug $15']);
});
