import { beforeEach, describe, expect, it } from 'vitest';
import type { CustomerUpdated, OrderUpdated, ShopCustomer } from '../../../src/domain/shop_event.ts';
import { NOON, telegramMessage, testHouse } from '../../support/house.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  }),
);

const minutes = (count: number) => new Date(NOON.getTime() + count * 60_000);
const anna: ShopCustomer = {
  externalId: '900',
  name: 'Anna Smith',
  email: 'Anna@Example.com',
  phone: '138 0013 8000',
  country: 'CN',
  city: '上海市',
  language: 'zh-CN',
};
const customer = (more: Partial<ShopCustomer> = {}, at = NOON): CustomerUpdated => ({
  kind: 'customer.updated',
  provider: 'shopify',
  connectionId: '1',
  customer: { ...anna, ...more },
  updatedAt: at,
});
const order = (
  more: Partial<OrderUpdated['order']> = {},
  at = NOON,
  who: ShopCustomer | null = anna,
): OrderUpdated => ({
  kind: 'order.updated',
  provider: 'shopify',
  connectionId: '1',
  order: {
    externalId: '5001',
    number: '#1042',
    payment: 'pending',
    fulfillment: null,
    currency: 'CNY',
    totalMinor: '128000',
    test: false,
    placedAt: NOON,
    cancelledAt: null,
    lines: [{ sku: 'LJ', title: '龙井', quantity: 1, priceMinor: '128000' }],
    ...more,
  },
  customer: who,
  updatedAt: at,
});
const orders = () => house.db.sql`select number, payment, contact_id from orders`;
const leads = () => house.db.sql`select title, stage, amount_minor from leads order by id`;
const paidCards = async () => (await house.cards()).filter((card) => card.title?.startsWith('🛒'));

describe('a shop', () => {
  it('tells of a customer: a contact, known by shop id, mail and phone', async () => {
    await house.happen(customer());
    const identities = await house.db.sql`select channel, address from contact_identities order by channel`;
    expect(identities).toEqual([
      { channel: 'email', address: 'anna@example.com' },
      { channel: 'phone', address: '+8613800138000' },
      { channel: 'shopify', address: '1/900' },
    ]);
    expect((await house.say('/find 8000')).title).toBe('Anna Smith');
  });

  it('tells of an order before its customer, and the name comes later', async () => {
    await house.happen(order({}, NOON, { ...anna, name: null }), customer({}, minutes(1)));
    expect(await house.db.sql`select name from contacts`).toEqual([{ name: 'Anna Smith' }]);
    expect(await orders()).toEqual([{ number: '#1042', payment: 'pending', contact_id: '1' }]);
  });

  it('tells versions out of order: the newest stands, lines and all', async () => {
    const more = [{ sku: null, title: '茶罐', quantity: 2, priceMinor: '5000' }];
    await house.happen(order({ payment: 'paid', lines: more }, minutes(5)), order({ payment: 'pending' }, minutes(1)));
    expect(await orders()).toEqual([{ number: '#1042', payment: 'paid', contact_id: '1' }]);
    expect(await house.db.sql`select title from order_lines`).toEqual([{ title: '茶罐' }]);
    expect(await house.db.sql`select outcome from inbox order by id desc limit 1`).toEqual([
      { outcome: 'older than what is stored' },
    ]);
  });

  it('tells of a new person twice at once: still one contact', async () => {
    for (let round = 0; round < 8; round++) {
      const who = { ...anna, externalId: `n${round}`, email: `n${round}@example.com`, phone: `1380013${1000 + round}` };
      const events = [customer(who), order({ externalId: `o${round}` }, NOON, who), customer(who, minutes(1))];
      await house.store(
        ...events.map((event, nth) => ({
          source: 'test',
          externalId: `${round}-${nth}`,
          lane: `lane-${nth}`,
          body: Buffer.from(JSON.stringify(event)),
        })),
      );
      await house.handleAll();
      expect(await house.db.sql`select from contacts`).toHaveLength(round + 1);
    }
  });

  it('the paid order wins the open lead with its total, and is told once', async () => {
    await house.happen(customer());
    await house.say('/lead c1 龙井一斤');
    await house.happen(
      order(),
      order({ payment: 'paid' }, minutes(1)),
      order({ payment: 'paid', fulfillment: 'fulfilled', totalMinor: '999' }, minutes(2)),
    );
    expect(await leads()).toEqual([{ title: '龙井一斤', stage: 'won', amount_minor: '128000' }]);
    expect(await paidCards()).toHaveLength(1);
    expect((await paidCards())[0]).toMatchObject({
      title: '🛒 订单 #1042 已付款 · ¥1,280.00',
      text: 'Anna Smith',
      hint: '意向成交：龙井一斤',
    });
  });

  it('a lead opened after the order was paid is not won by its next version', async () => {
    await house.happen(order({ payment: 'paid' }, minutes(1)));
    await house.say('/lead c1 第二单');
    await house.happen(order({ payment: 'paid' }, minutes(2)), order({ payment: 'partially_refunded' }, minutes(3)));
    expect(await leads()).toEqual([{ title: '第二单', stage: 'new', amount_minor: null }]);
    expect(await paidCards()).toHaveLength(1);
  });

  it('an old order that the shop only now tells of wins nothing and is no news', async () => {
    await house.happen(customer());
    await house.say('/lead c1 新单');
    await house.happen(order({ payment: 'paid', placedAt: new Date(NOON.getTime() - 60 * 24 * 3_600_000) }));
    expect(await leads()).toEqual([{ title: '新单', stage: 'new', amount_minor: null }]);
    expect(await paidCards()).toEqual([]);
  });

  it('keeps the amount the owner had named', async () => {
    await house.happen(customer());
    await house.say('/lead c1 龙井 ¥1000');
    await house.happen(order({ payment: 'paid' }));
    expect(await leads()).toEqual([{ title: '龙井', stage: 'won', amount_minor: '100000' }]);
  });

  it.each([
    ['¥640', 'won'],
    ['¥2560', 'won'],
    ['¥639.99', 'new'],
    ['¥2560.01', 'new'],
    ['$180', 'new'],
    ['$1280', 'new'],
  ])('an order of ¥1280 and a lead of %s: %s', async (amount, stage) => {
    await house.happen(customer());
    await house.say(`/lead c1 婚礼 ${amount}`);
    await house.happen(order({ payment: 'paid' }));
    expect(await leads()).toMatchObject([{ stage }]);
  });

  it('asks whether an order is for a lead that is worth far more, with both amounts', async () => {
    await house.happen(customer());
    await house.say('/lead c1 婚礼 ¥30000');
    await house.happen(order({ payment: 'paid' }));
    expect((await paidCards())[0]).toMatchObject({
      hint: '还有意向在谈：婚礼 · ¥30,000.00。这个 ¥1,280.00 的订单是它的吗？',
    });
    await house.press('成交 · ¥1,280.00');
    expect(await leads()).toEqual([{ title: '婚礼', stage: 'won', amount_minor: '128000' }]);
    await house.say('/undo');
    await house.press('成交 · ¥30,000.00');
    expect(await leads()).toEqual([{ title: '婚礼', stage: 'won', amount_minor: '3000000' }]);
  });

  it('shows what a lead that is won counts for, where the owner had named it', async () => {
    await house.happen(customer());
    await house.say('/lead c1 龙井 ¥1000');
    await house.happen(order({ payment: 'paid' }));
    expect((await paidCards())[0]).toMatchObject({ hint: '意向成交：龙井 · ¥1,000.00' });
  });

  it.each([{ test: true }, { cancelledAt: NOON }, { payment: 'voided' as const }, { payment: 'refunded' as const }])(
    'an order with %o wins nothing and is not told',
    async (more) => {
      await house.happen(customer());
      await house.say('/lead c1 龙井');
      await house.happen(order({ payment: 'paid', ...more }));
      expect(await leads()).toMatchObject([{ stage: 'new' }]);
      expect(await paidCards()).toEqual([]);
    },
  );

  it('an order without a customer is told without a name', async () => {
    await house.happen(order({ payment: 'paid' }, NOON, null));
    expect((await paidCards())[0]?.text).toBe('店铺没有提供客户姓名');
  });

  it('a message that names one’s own order number is a ticket, whatever else it says', async () => {
    await house.happen(
      customer({ phone: '+8613800138000' }),
      order({ payment: 'paid' }),
      telegramMessage('hello 1042 broken?', { from: { address: '1001', name: 'Anna', phone: '+8613800138000' } }),
      telegramMessage('hello 1042 broken?', { chat: '2', from: { address: '2', name: 'Eve' } }),
    );
    const tickets = await house.db.sql`select contact_id, title from tickets`;
    expect(tickets).toEqual([{ contact_id: '1', title: 'hello 1042 broken?' }]);
  });
});
