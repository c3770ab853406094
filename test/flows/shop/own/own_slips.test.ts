import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY' });
const { sql } = house.db;
beforeEach(house.startingWith(() => house.say('/add Anna')));

const said = async (...lines: string[]) => {
  let last = '';
  for (const line of lines) last = JSON.stringify(await house.say(line));
  return last;
};
const unsent = () => said('/orders unsent');
const state = async () =>
  (
    await sql<{ is: string; placed: string; total: string }>`
    select fulfillment as is, to_char(placed_at, 'MM-DD') as placed, total_minor as total from orders`
  )[0];

describe('an order that is paid when it is delivered', () => {
  it.each([
    ['paid by mistake', ['/order M-1 paid', '/order M-1 not paid']],
    ['paid in part by mistake', ['/order M-1 paid 100', '/order M-1 not paid']],
    ['twice', ['/order M-1 paid', '/order M-1 not paid', '/order M-1 paid', '/order M-1 not paid']],
  ])('stays one, and is to be packed: %s', async (_, lines) => {
    await said('/order Anna 2x tea ¥256 cash on delivery', ...lines);
    expect(await unsent()).toContain('M-1');
    expect(await said('/order M-1')).toContain('cash on delivery');
  });

  it('is none where that was never said', async () => {
    await said('/order Anna 2x tea ¥256', '/order M-1 paid', '/order M-1 not paid');
    expect(await unsent()).not.toContain('M-1');
  });
});

describe('a tax or a fee', () => {
  it.each(['+ 10% tax', '+ shipping ¥10', 'add shipping ¥10', '加 运费 10元'])(
    'of an order that has left is nothing to be sent: %s',
    async (words) => {
      await said('/order Anna 2x tea ¥300, 1x cup ¥50 paid', '/order M-1 sent', `/order M-1 ${words}`);
      expect((await state())?.total).not.toBe('35000');
      expect((await state())?.is).toBe('fulfilled');
    },
  );
});

describe('goods that come back', () => {
  beforeEach(() => said('/order Anna 2x tea ¥1200 paid'));

  it.each(['return 1', 'returned 2', '退货 1'])('are no money that goes back unasked: %s', async (words) => {
    expect((await house.say(`/order M-1 ${words}`)).failed).toBe(true);
    expect(await sql`select refunded_minor as back from orders`).toEqual([{ back: '0' }]);
  });

  it.each(['退了1盒 640', '换成白茶 200', 'exchange for mug ¥15', 'swap tea for mug ¥15'])(
    'are no article that is added: %s',
    async (words) => {
      const asked = await house.say(`/order M-1 ${words}`);
      expect(asked.failed).toBe(true);
      expect(JSON.stringify(asked)).not.toMatch(/\/order o1 (?:add|replace)/u);
      expect((await state())?.total).toBe('120000');
    },
  );
});

it('asks for the rate of a tax that is added, with nothing of its words left in front', async () => {
  const asked = await house.say('/order Anna logo ¥500').then(() => house.say('/order M-1 add tax'));
  expect(JSON.stringify(asked)).not.toContain('tatax');
  expect(asked.rest?.before).toMatch(/^\/order o1\s+\+ VAT $/u);
});

describe('what is in an order that has left', () => {
  const sent = ['/order Anna 2x tea ¥300 paid', '/order M-1 sent SF1234567890'];

  it.each([
    ['replaced and put back', ['/order M-1 replace 1x cup ¥300', '/order M-1 replace 2x tea ¥300'], 'fulfilled'],
    [
      'taken out and added again',
      ['/order M-1 add 1x cup ¥20', '/order M-1 remove 2 tea, total 20', '/order M-1 add 2x tea ¥280'],
      'partial',
    ],
    ['replaced', ['/order M-1 replace 1x cup ¥300'], 'partial'],
    ['put back as more', ['/order M-1 replace 1x cup ¥300', '/order M-1 replace 3x tea ¥300'], 'partial'],
    [
      'replaced, sent and put back',
      ['/order M-1 replace 1x cup ¥300', '/order M-1 sent', '/order M-1 replace 2x tea ¥300'],
      'fulfilled',
    ],
    [
      'not sent after all',
      ['/order M-1 replace 1x cup ¥300', '/order M-1 not sent', '/order M-1 replace 2x tea ¥300'],
      'unfulfilled',
    ],
  ])('is known to have left: %s', async (_, lines, is) => {
    await said(...sent, ...lines);
    expect((await state())?.is).toBe(is);
  });
});

describe('a day alone behind an order', () => {
  it.each(['3.11.', '3.11.2026', '03.11.', '11月3日下单', '11月3日', '3 Nov', 'on 3 Nov'])(
    'is when it was ordered: %s',
    async (words) => {
      await said('/order Anna 2x tea ¥300', `/order M-1 ${words}`);
      expect(await state()).toMatchObject({ placed: '11-03', total: '30000' });
    },
  );

  it.each(['yesterday', '昨天', 'yesterday.'])('is when it was ordered: %s', async (words) => {
    await said('/order Anna 2x tea ¥300', `/order M-1 ${words}`);
    const [row] = await sql<{ days: string }>`select (${house.now}::date - placed_at::date)::text as days from orders`;
    expect(row?.days).toBe('1');
  });

  it.each(['31.12.', '¥3.11', '3.11'])('is none, or lies ahead: %s', async (words) => {
    await said('/order Anna 2x tea ¥300', `/order M-1 ${words}`);
    expect((await state())?.placed).not.toBe('11-03');
    // a bare figure that is far from what it came to is asked about
    expect((await state())?.total).toBe(words === '¥3.11' ? '311' : '30000');
  });

  it('stands behind the goods too, and behind an amount is one', async () => {
    await said('/order Anna 2x tea ¥300 3.11.', '/order Anna 2x cups ¥13.11.');
    expect(
      await sql`select to_char(placed_at, 'MM-DD') = '11-03' as is, total_minor as total from orders order by id`,
    ).toEqual([
      { is: true, total: '30000' },
      { is: false, total: '1311' },
    ]);
  });
});
