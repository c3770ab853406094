import { beforeEach, describe, expect, it } from 'vitest';
import { numbersAmong, numbersCalled, ordersNamedIn } from '../../../../src/domain/sell/order_number.ts';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';
import { growsTooFast } from '../../../support/linear.ts';
import { shopifyEvent, shopifyOrder } from '../../../support/shops/shopify_order.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    await house.happen(
      shopifyEvent(shopifyOrder()),
      shopifyEvent(
        shopifyOrder({
          ...{ id: 2, name: 'EN-1001-B', email: 'bo@example.com' },
          customer: { id: 22, email: 'bo@example.com', first_name: 'Bo', last_name: 'Berg' },
        }),
      ),
      shopifyEvent(shopifyOrder({ id: 3, name: '#3009', customer: null, email: null })),
    );
  }),
);

describe('the number of an order', () => {
  it.each([
    ['/find #3001', 'Anna Smith'],
    ['/find 3001', 'Anna Smith'],
    ['/find ＃３００１', 'Anna Smith'],
    ['/find 订单3001', 'Anna Smith'],
    ['/find 订单 #3001', 'Anna Smith'],
    ['/find order no. 3001', 'Anna Smith'],
    ['/find EN-1001-B', 'Bo Berg'],
    ['/find en-1001-b', 'Bo Berg'],
    ['/find #EN-1001-B', 'Bo Berg'],
    ['/find 1001', 'Bo Berg'],
    ['#3001', 'Anna Smith'],
    ['3001', 'Anna Smith'],
    ['EN-1001-B', 'Bo Berg'],
  ])('finds the order and whoever bought it: %s', async (line, buyer) => {
    const card = await house.say(line);
    expect(card.title).toMatch(/^订单 .+ · ¥100\.00 · 已付款$/);
    expect(card.fields).toContainEqual({ label: '买家', value: buyer });
    expect(card.lists?.[0]?.items).toEqual([{ text: '2 × Pot' }, { text: '1 × Cup' }]);
    expect(buttonsOf(card).map(({ command }) => command)).toContain(
      buyer === 'Bo Berg' ? '/contact c2' : '/contact c1',
    );
  });

  it.each([
    ['/contact #3001', 'Anna Smith'],
    ['/contact 3001', 'Anna Smith'],
    ['/contact EN-1001-B', 'Bo Berg'],
  ])('names its buyer to every command that asks for a person: %s', async (line, name) => {
    expect((await house.say(line)).title).toBe(name);
  });

  it('of nobody known shows the order', async () => {
    for (const line of ['/find 3009', '/contact #3009', '#3009']) {
      expect(await house.say(line)).toMatchObject({ title: expect.stringContaining('#3009') });
    }
  });

  it('stands before what was said of it', async () => {
    await house.happen(telegramMessage('my order 3001 is broken'));
    const { lists } = await house.say('/search 3001');
    expect(lists).toHaveLength(2);
    expect(lists?.[0]).toMatchObject({ title: '订单', items: [{ text: '#3001 · Anna Smith · ¥100.00' }] });
    expect((await house.say('/search EN-1001-B')).lists?.[0]?.items[0]?.text).toContain('Bo Berg');
  });

  it('that is the end of a phone number or a tag too shows both', async () => {
    await house.say('/add Cara +8613800133001');
    const { lists } = await house.say('/find 3001');
    expect(lists?.map(({ items }) => items.map(({ text }) => text))).toEqual([
      ['#3001 · Anna Smith · ¥100.00'],
      ['Cara'],
    ]);
    const asked = await house.say('/contact 3001');
    expect(buttonsOf(asked).map(({ command }) => command)).toEqual(['/contact c1', '/contact c3']);
    await house.say('/tag c3 #3001');
    expect((await house.say('/find #3001')).lists).toHaveLength(2);
  });

  it('that nobody has leaves the words as they were: a tag, a name, a note', async () => {
    await house.say('/tag c1 #2026');
    expect((await house.say('/find #2026')).title).toContain('1');
    expect((await house.say('/find 9999')).failed).toBe(true);
    expect((await house.say('买 2 斤茶')).quote).toBe('买 2 斤茶');
  });
});

describe('a number among other words', () => {
  it.each([
    ['#3001', 'Where is order3001?'],
    ['#3001', '订单3001号还没到'],
    ['#3001', '订单＃３００１ 坏了'],
    ['#3001', 'No.3001 came broken'],
    ['#3001', 'It is 3001.Please look'],
    ['#3001', 'both 3009/3001 are late'],
    ['#3001', 'order 30 01 is late'],
    ['EN-1001-B', 'the en1001b one'],
    ['EN-1001-B', 'my EN 1001 B is late'],
    ['EN-1001-B', '我的EN_1001_B呢'],
  ])('finds the order %s: %s', async (number, text) => {
    const [owner] = await house.db.sql<{ id: string }>`select contact_id as id from orders where number = ${number}`;
    const found = await ordersNamedIn(house.db.sql, owner!.id, text);
    expect(found.map((order) => order.number)).toEqual([number]);
  });

  it.each(['order 30012', 'order 13001', 'order 3001-A', 'order EU-3001', 'order A3001', '订单 3001B 号'])(
    'is not found in a longer one: %s',
    async (text) => {
      const [anna] = await house.db.sql<{ id: string }>`select contact_id as id from orders where number = '#3001'`;
      expect(await ordersNamedIn(house.db.sql, anna!.id, text)).toEqual([]);
    },
  );

  it('is looked for in time that grows no faster than the words', () => {
    for (const words of ['a1 ', 'ra ', '12-', '3001/'])
      expect(growsTooFast(numbersAmong, (size) => words.repeat(size / words.length))).toBeUndefined();
  });
});

describe('a number that is grouped otherwise', () => {
  const ways = ['RA-123-456-DE', 'RA123456DE', 'ra 123 456 de', 'RA 123-456 DE', 'RA123‑456DE', 'ＲＡ１２３４５６ＤＥ'];
  const pairs = ways.flatMap((written) => ways.map((asked) => [written, asked]));

  it.each(pairs)('finds the order %s when %s is typed', async (written, asked) => {
    await house.happen(shopifyEvent(shopifyOrder({ id: 9, name: written })));
    expect((await house.say(`/find ${asked}`)).title).toMatch(/ · ¥100\.00 · 已付款$/);
    expect((await house.say(`/search ${asked}`)).lists?.[0]?.title).toBe('订单');
  });

  it.each(['RA-123-456-DE', 'ra123456de', '#RA-123456-DE'])(
    'is asked about by a namesake of its buyer: %s',
    async (asked) => {
      const customer = { id: 23, email: 'kim@example.com', first_name: 'Kim', last_name: 'Novak' };
      await house.happen(shopifyEvent(shopifyOrder({ id: 9, name: 'RA123-456-DE', email: customer.email, customer })));
      await house.happen(
        telegramMessage(`Where is ${asked}?`, { chat: '8', from: { address: '8', name: 'Kim Novak' } }),
      );
      const proposed = await house.db.sql`select from merge_proposals where state = 'proposed'`;
      expect(proposed).toHaveLength(1);
    },
  );

  it.each(pairs)('finds what was said: %s when %s is typed', async (written, asked) => {
    await house.happen(
      telegramMessage(`Where is my parcel ${written}? I paid 20`),
      telegramMessage('Mine is RA-123-457-DE, not XX123456YY'),
    );
    const said = (await house.say(`/search ${asked}`)).lists?.flatMap(({ items }) => items) ?? [];
    expect(said.filter(({ ref }) => ref?.startsWith('m'))).toHaveLength(1);
  });

  it.each([
    ['ORD/2026/117', '2026-117'],
    ['1Z 999 AA1 01 2345 6784', '1Z999AA10123456784'],
    ['1Z999AA10123456784', '1Z 999 AA1 01 2345 6784'],
    ['4006-381-333', '4006381333'],
  ])('of other kinds too: %s by %s', async (written, asked) => {
    await house.happen(telegramMessage(`It is ${written}`));
    const items = (await house.say(`/search ${asked}`)).lists?.[0]?.items ?? [];
    expect(items.filter(({ ref }) => ref?.startsWith('m'))).toHaveLength(1);
  });
});

describe('a number that a text says to be an order’s', () => {
  it.each([
    ['where is order 1002?', '1002'],
    ['Order: 1002', '1002'],
    ['parcel of order 1002', '1002'],
    ['order TEA1003 please', 'tea1003'],
    ['order SHOP-1004', 'shop-1004'],
    ['Bestellung SHOP-1004', 'shop-1004'],
    ['Wo ist meine Bestellung 1002?', '1002'],
    ['Bestellnummer: 1002', '1002'],
    ['Auftrag Nr. 1002 fehlt', '1002'],
    ['SHOP-1004', 'shop-1004'],
    ['EU-1001-DE', 'eu-1001-de'],
    ['Where is EU-1001-DE?', 'eu-1001-de'],
    ['order #ORD-2026/311', 'ord-2026/311'],
    ['orders 1001 and order 1002', '1002'],
    ['order 1002/1003', '1003'],
    ['order no. TEA1003', 'tea1003'],
    ['订单 TEA1003', 'tea1003'],
  ])('is read wherever it stands: %s', (text, number) => {
    expect(numbersCalled(text)).toContain(number);
  });

  it.each([
    'I want to order 200 cups',
    'We’d like to order 1002',
    'can I order 200?',
    'Please order 300',
    'mail me at ab1234@example.com',
    'see shop.ab1234.example',
    'I have 1002 of them',
  ])('is none where it counts or names something else: %s', (text) => {
    expect(numbersCalled(text)).toEqual([]);
  });

  it('is the order so called, before it is a contact of ours', async () => {
    await house.happen(shopifyEvent(shopifyOrder({ id: 9, name: 'c2', customer: null, email: null })));
    expect((await house.say('/order c2')).title).toContain('c2');
    expect((await house.say('/order C7')).title).toBeUndefined();
    expect((await house.say('/order c1')).title).toContain('3001');
  });
});
