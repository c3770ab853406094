import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../support/house.ts';
import { shopifyEvent, shopifyOrder, shopifyRefund } from '../../support/shops/shopify_order.ts';

const HOUR = 3_600_000;

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  }),
);

const tell = (body: object, topic?: string) => house.happen(shopifyEvent(body, topic));
const bought = async () => (await house.say('/contact Anna')).fields?.find(({ label }) => label === '买过')?.value;
const finds = async (filter: string) => (await house.say(`/find ${filter}`)).failed !== true;
/** What the digest of that morning says came in the day before. */
async function takingsOn(morning: Date): Promise<string[]> {
  const before = house.now;
  house.now = morning;
  const reply = await house.say('/digest');
  house.now = before;
  const list = reply.lists?.find(({ title }) => title === '昨天的收款');
  return list?.items.map(({ text }) => text!) ?? [];
}
/** 08:00 in Shanghai on that day of November 2026. */
const eight = (day: number) => new Date(Date.UTC(2026, 10, day));
const titles = async (mark: string) =>
  (await house.cards()).flatMap(({ title }) => (title?.startsWith(mark) ? [title] : []));

const REFUND = shopifyRefund(7, '40.00', '2026-11-22T03:00:00Z', [{ line_item_id: 1, quantity: 1 }]);
const PARTLY = { financial_status: 'partially_refunded', refunds: [REFUND], updated_at: '2026-11-22T03:00:05Z' };
const CANCELLED = { cancelled_at: '2026-11-22T03:00:00Z', updated_at: '2026-11-22T03:00:05Z' };

describe('what somebody has bought', () => {
  it.each([
    ['the shop says what is left', { ...PARTLY, current_total_price: '60.00' }],
    ['the shop lists the refund alone', PARTLY],
    ['the shop’s current total knows nothing of the refund', { ...PARTLY, current_total_price: '100.00' }],
    [
      'an item was taken out of it',
      { current_total_price: '60.00', total_outstanding: '-40.00', updated_at: '2026-11-22T03:00:05Z' },
    ],
    [
      'it was cancelled but for what had been sent',
      { ...PARTLY, ...CANCELLED, current_total_price: '60.00', fulfillment_status: 'partial' },
    ],
    ['only a part of it was paid', { financial_status: 'partially_paid', total_outstanding: '40.00' }],
  ])('is 60 of 100 for card, filters, export and proposals alike, when %s', async (_, more) => {
    await tell(shopifyOrder());
    await tell(shopifyOrder({ ...more, updated_at: '2026-11-22T04:00:00Z' }));
    expect(await bought()).toBe('1 单，¥60.00');
    expect([await finds('spent:=60'), await finds('spent:>=61'), await finds('orders:1')]).toEqual([true, false, true]);
    const { attachments } = await house.say('/export spent:>0');
    expect(attachments).toHaveLength(1);
  });

  it.each([
    ['refunded whole', { financial_status: 'refunded', current_total_price: '0.00' }],
    ['voided', { financial_status: 'voided' }],
    ['cancelled before it was paid', { ...CANCELLED, financial_status: 'pending' }],
    ['cancelled while its payment was only reserved', { ...CANCELLED, financial_status: 'authorized' }],
    [
      'cancelled with all its money given back',
      { ...CANCELLED, ...PARTLY, refunds: [shopifyRefund(7, '100.00', '2026-11-22T03:00:00Z')] },
    ],
    ['not paid yet', { financial_status: 'pending' }],
  ])('is nothing when the order is %s', async (_, more) => {
    await tell(shopifyOrder({ ...more, updated_at: '2026-11-22T04:00:00Z' }));
    expect(await bought()).toBeUndefined();
    expect([await finds('orders:0'), await finds('orders:>0'), await finds('bought:pot')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  it('grows with what is added to an order later', async () => {
    await tell(shopifyOrder());
    await tell(shopifyOrder({ current_total_price: '130.00', updated_at: '2026-11-22T04:00:00Z' }));
    expect(await bought()).toBe('1 单，¥130.00');
  });

  it('is not what was given back: bought: asks for what is left of each line', async () => {
    const lines = (pots: number, cups: number) => ({
      line_items: [
        { id: 1, title: 'Pot', quantity: 2, current_quantity: pots, price: '40.00' },
        { id: 2, title: 'Cup', quantity: 1, current_quantity: cups, price: '20.00' },
      ],
    });
    await tell(shopifyOrder({ ...lines(2, 0), ...PARTLY }));
    expect([await finds('bought:pot'), await finds('bought:cup')]).toEqual([true, false]);
  });

  it('shrinks by a refund that is told alone, once, and the owner hears of it once', async () => {
    await tell(shopifyOrder());
    await tell(REFUND, 'refunds/create');
    await tell(REFUND, 'refunds/create');
    expect(await bought()).toBe('1 单，¥60.00');
    await tell(shopifyOrder({ ...PARTLY, current_total_price: '60.00' }));
    expect(await bought()).toBe('1 单，¥60.00');
    expect(await titles('↩️')).toEqual(['↩️ 订单 #3001 已退款 ¥40.00']);
    expect(await house.db.sql`select quantity, current_quantity from order_lines order by position`).toEqual([
      { quantity: 2, current_quantity: 1 },
      { quantity: 1, current_quantity: 1 },
    ]);
  });

  it('is no news twice when its refund comes before the order: told once, with the shop’s number, and counted later', async () => {
    house.now = new Date('2026-11-22T04:00:00Z');
    await tell(REFUND, 'refunds/create');
    await tell(REFUND, 'refunds/create');
    expect((await house.cards()).filter(({ title }) => title?.startsWith('↩️'))).toEqual([
      expect.objectContaining({
        title: '↩️ 有一笔 ¥40.00 的退款，它的订单这里没有',
        text: '店铺内部的订单编号是 3001。',
      }),
    ]);
    await tell(shopifyOrder(PARTLY));
    expect(await bought()).toBe('1 单，¥60.00');
    expect(await titles('↩️')).toHaveLength(1);
  });

  it.each([
    ['another shop money', [{ line_item_id: 1, quantity: 1 }]],
    ['money apart from the shop’s', [{ subtotal_set: { shop_money: { amount: '40.00', currency_code: 'CNY' } } }]],
  ])('is told of a refund in other money, once: %s', async (_, lines) => {
    house.now = new Date('2026-11-22T04:00:00Z');
    await tell(shopifyOrder());
    const dollars = JSON.parse(
      JSON.stringify(shopifyRefund(7, '5.50', '2026-11-22T03:00:00Z', lines)).replace(
        '"CNY","created',
        '"USD","created',
      ),
    ) as object;
    await tell(dollars, 'refunds/create');
    expect(await titles('↩️')).toEqual(['↩️ 订单 #3001 已退款 US$5.50']);
    await tell(shopifyOrder(PARTLY));
    expect(await bought()).toBe('1 单，¥60.00');
    expect(await titles('↩️')).toHaveLength(1);
  });

  it.each([
    ['that names its articles in both', { amount: '5.60', currency_code: 'USD' }, ['↩️ 订单 #3001 已退款 ¥40.00']],
    ['that says no more of it', null, ['↩️ 订单 #3001 已退款 US$5.60']],
  ])('hears of a refund in the buyer’s money alone %s', async (_, presentment_money, said) => {
    house.now = new Date('2026-11-22T04:00:00Z');
    const both = {
      total_price_set: {
        ...{ shop_money: { amount: '100.00', currency_code: 'CNY' } },
        ...{ presentment_money: { amount: '14.00', currency_code: 'USD' } },
      },
    };
    const shop_money = { amount: '40.00', currency_code: 'CNY' };
    const line = { line_item_id: 1, quantity: 1, subtotal_set: { shop_money, presentment_money } };
    const text = JSON.stringify(shopifyRefund(7, '5.60', '2026-11-22T03:00:00Z', []));
    const refund = { ...JSON.parse(text.replaceAll('"CNY"', '"USD"')), refund_line_items: [line] } as object;
    await tell(shopifyOrder(both));
    await tell(refund, 'refunds/create');
    expect(await titles('↩️')).toEqual(said);
    await tell(shopifyOrder({ ...both, ...PARTLY, refunds: [refund] }));
    expect(await titles('↩️')).toEqual(said);
    expect(await bought()).toBe('1 单，¥60.00');
  });

  it('hears once of a refund in other money that the order had told before', async () => {
    house.now = new Date('2026-11-22T04:00:00Z');
    await tell(shopifyOrder());
    await tell(shopifyOrder(PARTLY));
    const dollars = JSON.stringify(shopifyRefund(7, '5.50', '2026-11-22T03:00:00Z')).replaceAll('"CNY"', '"USD"');
    await tell(JSON.parse(dollars) as object, 'refunds/create');
    expect(await titles('↩️')).toEqual(['↩️ 订单 #3001 已退款 ¥40.00']);
    await tell({ ...(JSON.parse(dollars) as object), id: 8 }, 'refunds/create');
    expect(await titles('↩️')).toEqual(['↩️ 订单 #3001 已退款 ¥40.00', '↩️ 订单 #3001 已退款 US$5.50']);
  });

  it.each([0, 1])(
    'hears once, with its sum, of one refund in money of two kinds (%s told by itself)',
    async (alone) => {
      house.now = new Date('2026-11-22T04:00:00Z');
      const [shop_money, presentment_money] = [
        { amount: '100.00', currency_code: 'CNY' },
        { amount: '14.00', currency_code: 'USD' },
      ];
      const both = { total_price_set: { shop_money, presentment_money } };
      const paid = (id: number, amount: string, currency: string) => ({
        ...{ id, kind: 'refund', status: 'success', amount, currency, created_at: '2026-11-22T03:00:00Z' },
      });
      const refund = { ...REFUND, transactions: [paid(1, '40.00', 'CNY'), paid(2, '2.80', 'USD')] };
      await tell(shopifyOrder(both));
      if (alone) await tell(refund, 'refunds/create');
      await tell(shopifyOrder({ ...both, ...PARTLY, refunds: [refund] }));
      await tell(refund, 'refunds/create');
      const cards = (await house.cards()).flatMap(({ title }) => title ?? []);
      expect(cards.slice(-1)).toEqual(['↩️ 订单 #3001 已退款 ¥60.00']);
      expect(await titles('✏️')).toEqual([]);
    },
  );

  it('hears of a refund in money of two kinds of an order that is not known, each with its currency, once', async () => {
    house.now = new Date('2026-11-22T04:00:00Z');
    const paid = (id: number, amount: string, currency: string) => ({
      ...{ id, kind: 'refund', status: 'success', amount, currency, created_at: '2026-11-22T03:00:00Z' },
    });
    const refund = {
      ...REFUND,
      transactions: [paid(1, '40.00', 'CNY'), paid(2, '2.80', 'USD'), paid(3, '1.20', 'USD')],
    };
    await tell(refund, 'refunds/create');
    await tell(refund, 'refunds/create');
    expect(await titles('↩️')).toEqual(['↩️ 有一笔 ¥40.00 + US$4.00 的退款，它的订单这里没有']);
  });

  it('hears nothing of a refund that moved no money, or is long past', async () => {
    house.now = new Date('2026-12-22T04:00:00Z');
    await tell(REFUND, 'refunds/create');
    await tell({ ...REFUND, id: 8, created_at: '2026-12-22T03:00:00Z', transactions: [] }, 'refunds/create');
    expect(await titles('↩️')).toEqual([]);
  });

  it('changes by a refund when its money has left, not when it was begun', async () => {
    await tell(shopifyOrder());
    const begun = JSON.parse(JSON.stringify(REFUND).replace('success', 'pending')) as object;
    await tell(begun, 'refunds/create');
    expect([await bought(), await titles('↩️')]).toEqual(['1 单，¥100.00', []]);
    await tell(shopifyOrder(PARTLY));
    expect([await bought(), await titles('↩️')]).toEqual(['1 单，¥60.00', ['↩️ 订单 #3001 已退款 ¥40.00']]);
  });

  it('is shown with each order: what was refunded, and that it was cancelled', async () => {
    await tell(shopifyOrder());
    await tell(shopifyOrder({ ...PARTLY, ...CANCELLED }));
    const list = (await house.say('/contact Anna')).lists?.find(({ title }) => title === '订单');
    expect(list?.items[0]).toMatchObject({ text: '#3001 · ¥100.00', detail: '已取消 · 部分退款 · 已退 ¥40.00' });
    expect(await titles('🚫')).toEqual(['🚫 订单 #3001 已取消 · ¥100.00']);
  });
});

describe('the day’s takings', () => {
  it('are those of the day the money came, whenever the order was placed', async () => {
    await tell(
      shopifyOrder({
        financial_status: 'pending',
        created_at: '2026-11-18T02:00:00Z',
        updated_at: '2026-11-18T02:00:10Z',
      }),
    );
    await tell(shopifyOrder({ created_at: '2026-11-18T02:00:00Z', updated_at: '2026-11-21T02:00:00Z' }));
    expect(await takingsOn(eight(19))).toEqual([]);
    expect(await takingsOn(eight(22))).toEqual(['1 单，¥100.00']);
    expect(await takingsOn(eight(23))).toEqual([]);
  });

  it('hold the parts in which an order is paid on their days, and the owner is told of each as it is', async () => {
    const part = { financial_status: 'partially_paid', total_outstanding: '70.00' };
    await tell(
      shopifyOrder({
        financial_status: 'pending',
        updated_at: '2026-11-20T02:00:00Z',
        created_at: '2026-11-20T02:00:00Z',
      }),
    );
    await tell(shopifyOrder({ ...part, updated_at: '2026-11-21T02:00:00Z' }));
    await tell(shopifyOrder({ ...part, updated_at: '2026-11-22T02:00:00Z', tags: 'x' }));
    await tell(shopifyOrder({ total_outstanding: '0.00', updated_at: '2026-11-23T02:00:00Z' }));
    expect([await takingsOn(eight(22)), await takingsOn(eight(23)), await takingsOn(eight(24))]).toEqual([
      ['1 单，¥30.00'],
      [],
      ['1 单，¥70.00'],
    ]);
    expect(await titles('🛒')).toEqual([
      '🛒 订单 #3001 付了一部分 · ¥30.00，共 ¥100.00',
      '🛒 订单 #3001 已付款 · ¥100.00',
    ]);
  });

  it('are less by what was refunded that day, which is said', async () => {
    await tell(shopifyOrder());
    await tell(shopifyOrder(PARTLY));
    await tell(
      shopifyOrder({
        id: 3002,
        name: '#3002',
        total_price: '25.00',
        updated_at: '2026-11-22T05:00:00Z',
        created_at: '2026-11-22T05:00:00Z',
      }),
    );
    expect(await takingsOn(eight(22))).toEqual(['1 单，¥100.00']);
    expect(await takingsOn(eight(23))).toEqual(['1 单，¥25.00 · 退款 ¥40.00 · 实收 -¥15.00']);
  });

  it('of a day with refunds alone say so', async () => {
    await tell(shopifyOrder());
    await tell(shopifyOrder(PARTLY));
    expect(await takingsOn(eight(23))).toEqual(['退款 ¥40.00 · 实收 -¥40.00']);
  });

  it('do not hold a payment that is only reserved, nor what is history when the shop first tells of it', async () => {
    await tell(shopifyOrder({ financial_status: 'authorized' }));
    await tell(shopifyOrder({ id: 3003, created_at: '2026-09-01T00:00:00Z', updated_at: '2026-11-21T02:00:00Z' }));
    expect(await takingsOn(eight(22))).toEqual([]);
    await tell(shopifyOrder({ updated_at: '2026-11-23T02:00:00Z' }));
    expect(await takingsOn(eight(24))).toEqual(['1 单，¥100.00']);
  });

  it.each([
    ['Shanghai, the last minute', 'Asia/Shanghai', '2026-11-21T15:59:59Z', '2026-11-22T00:00:00Z', 1],
    ['Shanghai, the first of the next', 'Asia/Shanghai', '2026-11-21T16:00:00Z', '2026-11-22T00:00:00Z', 0],
    ['Berlin, when the clocks go back', 'Europe/Berlin', '2026-10-25T22:59:59Z', '2026-10-26T07:00:00Z', 1],
    ['Berlin, the first hour of that day', 'Europe/Berlin', '2026-10-24T22:00:00Z', '2026-10-26T07:00:00Z', 1],
    ['Berlin, the day before', 'Europe/Berlin', '2026-10-24T21:59:59Z', '2026-10-26T07:00:00Z', 0],
    ['New York, when the clocks go on', 'America/New_York', '2026-03-09T03:59:59Z', '2026-03-09T12:00:00Z', 1],
    ['New York, the day after', 'America/New_York', '2026-03-09T04:00:00Z', '2026-03-09T12:00:00Z', 0],
  ])('are those of the local day: %s', async (_, zone, at, morning, orders) => {
    await house.say(`/settings timezone ${zone}`);
    house.now = new Date(Date.parse(morning) - 10 * HOUR);
    const created_at = new Date(Date.parse(at) - 48 * HOUR).toISOString();
    await tell(shopifyOrder({ created_at, updated_at: created_at, financial_status: 'pending' }));
    await tell(shopifyOrder({ created_at, updated_at: at }));
    expect(await takingsOn(new Date(morning))).toHaveLength(orders);
  });
});

describe('versions of an order', () => {
  it('of one time: what is paid does not become unpaid', async () => {
    await tell(shopifyOrder());
    await tell(shopifyOrder({ financial_status: 'pending' }), 'orders/create');
    expect(await bought()).toBe('1 单，¥100.00');
    expect(await house.db.sql`select payment from orders`).toEqual([{ payment: 'paid' }]);
  });

  it('come to the same in whatever order they are delivered, late, doubled and of one time', async () => {
    const at = (second: number) => `2026-11-21T02:00:0${second}Z`;
    const versions = [
      shopifyOrder({ financial_status: 'pending', updated_at: at(0) }),
      shopifyOrder({ financial_status: 'authorized', updated_at: at(0) }),
      shopifyOrder({ financial_status: 'paid', updated_at: at(0) }),
      shopifyOrder({ financial_status: 'paid', fulfillment_status: 'partial', updated_at: at(1) }),
      shopifyOrder({ financial_status: 'paid', updated_at: at(1), name: '#3001-B' }),
      shopifyOrder({ ...PARTLY, updated_at: at(1) }),
      shopifyOrder({ ...PARTLY, ...CANCELLED, current_total_price: '60.00', updated_at: at(2) }),
      shopifyOrder({
        ...PARTLY,
        ...CANCELLED,
        current_total_price: '60.00',
        fulfillment_status: 'fulfilled',
        updated_at: at(2),
      }),
    ].map((body) => shopifyEvent(body));
    const state = async () => ({
      order: await house.db.sql`
        select number, payment, fulfillment, current_minor, refunded_minor, cancelled_at, version_at, version_tie from orders`,
      lines: await house.db.sql`select position, title, current_quantity from order_lines order by position`,
      spent: await house.db.sql`select spent_minor from purchases`,
      payments: await house.db.sql`select at, received_minor from order_payments order by at`,
      refunds: await house.db.sql`select external_id, minor, at from order_refunds`,
    });
    await house.happen(...versions);
    const expected = await state();
    expect(expected.spent).toEqual([{ spent_minor: '6000' }]);
    expect(expected.payments.map((one) => one.received_minor)).toEqual(['10000', '10000', '10000']);
    const order = fc.tuple(
      fc.shuffledSubarray(versions, { minLength: versions.length }),
      fc.array(fc.constantFrom(...versions), { maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(order, async ([all, again]) => {
        await house.db.autocommit`delete from orders`;
        await house.happen(...all, ...again);
        expect(await state()).toEqual(expected);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the shop’s record of a customer', () => {
  const record = (more: object) => ({
    ...{
      id: 21,
      email: 'anna@example.com',
      first_name: 'Anna',
      last_name: 'Smith',
      updated_at: '2026-11-02T00:00:00Z',
    },
    ...more,
  });
  const older = record({ default_address: { city: 'Berlin', country_code: 'DE' }, updated_at: '2026-11-01T00:00:00Z' });
  const newer = record({ last_name: 'Jones', default_address: { city: 'Hamburg', country_code: 'DE' } });
  const person = () => house.db.sql`select name, city from contacts`;

  it.each([
    ['in order', [older, newer]],
    ['the other way round', [newer, older]],
    ['with repeats', [newer, older, newer, older]],
  ])('brings the newer name and city: %s', async (_, bodies) => {
    for (const body of bodies) await tell(body, 'customers/update');
    expect(await person()).toEqual([{ name: 'Anna Jones', city: 'Hamburg' }]);
    expect((await house.say('/find Jones')).title).toBe('Anna Jones');
  });

  it.each([[[0, 1]], [[1, 0]]])('is as new as itself, not as the order that carries it: %j', async (order) => {
    const events = [
      shopifyEvent(newer, 'customers/update'),
      shopifyEvent(shopifyOrder({ customer: older, updated_at: '2026-11-21T02:00:00Z' })),
    ];
    await house.happen(...order.map((nth) => events[nth]!));
    expect(await person()).toEqual([{ name: 'Anna Jones', city: 'Hamburg' }]);
  });

  it.each([[[0, 1]], [[1, 0]]])('stands before what an order’s addresses said of them: %j', async (order) => {
    const events = [
      shopifyEvent(newer, 'customers/update'),
      shopifyEvent(
        shopifyOrder({
          customer: record({ first_name: null, last_name: null, updated_at: '2026-11-01T00:00:00Z' }),
          billing_address: { name: 'A. Smith', city: 'Lyon', country_code: 'FR' },
        }),
      ),
    ];
    await house.happen(...order.map((nth) => events[nth]!));
    expect(await person()).toEqual([{ name: 'Anna Jones', city: 'Hamburg' }]);
  });

  it('changes no name that the owner gave', async () => {
    await tell(older, 'customers/update');
    await house.say('/rename c1 Anni');
    await tell(newer, 'customers/update');
    expect(await person()).toEqual([{ name: 'Anni', city: 'Hamburg' }]);
  });
});

const signs = async () =>
  (
    await house.db.sql<{ sign: string }>`
      select concat_ws(' ', 'c' || contact_id, channel, address, source) as sign from contact_signs order by id`
  ).map(({ sign }) => sign);

describe('an order without an account', () => {
  const guest = (more: object = {}) =>
    shopifyOrder({
      ...{ customer: null, email: 'guest5@example.com', phone: '+12025550190' },
      billing_address: { name: 'Gina Guest', phone: '+12025550190', city: 'Kyoto', country_code: 'JP' },
      shipping_address: { name: 'Bob', phone: '+12025550191' },
      ...more,
    });

  it('makes a contact of the mail address, named by the bill, who has bought', async () => {
    await tell(guest());
    expect((await house.say('/find guest5')).title).toBe('Gina Guest');
    expect((await house.say('/find Gina')).fields).toContainEqual({ label: '买过', value: '1 单，¥100.00' });
    expect(await titles('🛒')).toHaveLength(1);
    expect(await house.db.sql`select channel, address from contact_identities`).toEqual([
      { channel: 'email', address: 'guest5@example.com' },
    ]);
  });

  it('is the customer’s who has that mail address, and stays one contact when an account follows', async () => {
    await tell(guest());
    await tell(
      shopifyOrder({ id: 3002, customer: { id: 5, email: 'guest5@example.com', first_name: 'Gina', last_name: 'G' } }),
    );
    await tell(guest({ id: 3003, contact_email: 'guest5@example.com', email: null }));
    expect(await house.db.sql`select count(*)::int as orders, contact_id from orders group by 2`).toEqual([
      { orders: 3, contact_id: '1' },
    ]);
  });

  const noPhone = { phone: null, billing_address: { name: 'Gina Guest' }, shipping_address: null };

  it('shows the phone that was given beside the mail address, as a sign', async () => {
    await tell(guest());
    expect(await signs()).toEqual(['c1 phone +12025550190 order']);
    expect(await house.db.sql`select contact_id from contact_identities where channel <> 'email'`).toEqual([]);
  });

  it.each([
    ['the order', { phone: '+1 202-555-0190', billing_address: { name: 'Gina Guest' } }],
    ['the bill', { phone: null }],
    ['the bill, beside a mail address nobody can read', { phone: '', email: 'not an address' }],
  ])(
    'and with no more than a phone on %s makes one contact of all its orders in this shop, found by it',
    async (_, more) => {
      await tell(guest({ email: null, ...more }), 'orders/create');
      await tell(guest({ email: null, ...more, id: 3002, name: '#3002', updated_at: '2026-11-21T02:10:00Z' }));
      expect(
        await house.db
          .sql`select count(*)::int as orders, c.name from orders o join contacts c on c.id = o.contact_id group by 2`,
      ).toEqual([{ orders: 2, name: 'Gina Guest' }]);
      expect(await signs()).toEqual([expect.stringMatching(/^c1 phone \+12025550190 (order|address)$/)]);
      expect((await house.say('/find +12025550190')).title).toBe('Gina Guest');
    },
  );

  it('and with the phone of somebody we know is theirs only when the owner says so', async () => {
    await house.say('/add Anna +12025550190');
    await tell(guest({ email: null }));
    expect(await house.db.sql`select c.name from orders o join contacts c on c.id = o.contact_id`).toEqual([
      { name: 'Gina Guest' },
    ]);
    await house.say('/merge c1 c2');
    await tell(guest({ email: null, id: 3002, name: '#3002', updated_at: '2026-11-21T02:10:00Z' }));
    expect(await house.db.sql`select distinct contact_id from orders`).toHaveLength(1);
    await tell(shopifyOrder({ id: 3003, email: null, customer: { id: 5, phone: '+12025550190', first_name: 'Anna' } }));
    expect(await house.db.sql`select distinct contact_id from orders`).toHaveLength(1);
  });

  it('is called by its phone where the bill names nobody', async () => {
    await tell(guest({ email: null, billing_address: null, shipping_address: null }));
    expect((await house.say('/find 0190')).title).toBe('+12025550190');
  });

  it.each([[null], [''], ['not an address']])(
    'and without an address (%j) is told, and is of a contact of the name on its bill, of this order alone',
    async (email) => {
      await tell(guest({ email, contact_email: email, ...noPhone }));
      expect(await titles('🛒')).toHaveLength(1);
      expect((await house.say('/find 3001')).title).toContain('#3001');
      await tell(guest({ id: 3009, name: '#3009', email, contact_email: email, ...noPhone }));
      const whose = await house.db
        .sql`select distinct c.name, c.id from orders o join contacts c on c.id = o.contact_id`;
      expect(whose).toMatchObject([{ name: whose[0]!.name }, { name: whose[0]!.name }]);
    },
  );

  it('gets its buyer with a later delivery, even one of the same version', async () => {
    await tell(guest({ email: null, ...noPhone }));
    await tell(shopifyOrder({ email: null }));
    expect(await house.db.sql`select c.name from orders o join contacts c on c.id = o.contact_id`).toEqual([
      { name: 'Anna Smith' },
    ]);
  });
});

describe('a word for an order that we do not know', () => {
  it.each([
    ['its money', { financial_status: 'on_hold' }, 'on_hold'],
    ['its goods', { fulfillment_status: 'lost_at_sea' }, 'lost_at_sea'],
  ])('is told as the shop says it, once, and nothing follows from it: of %s', async (_, more, word) => {
    await house.say('/add Anna anna@example.com');
    await house.say('/lead c1 Pots');
    await tell(shopifyOrder({ financial_status: 'pending' }));
    await tell(shopifyOrder({ financial_status: 'pending', updated_at: '2026-11-21T02:10:00Z', ...more }));
    await tell(shopifyOrder({ financial_status: 'pending', updated_at: '2026-11-21T02:11:00Z', ...more }));
    expect(await titles('❓')).toEqual([`❓ 订单 #3001 · 状态：${word} · ¥100.00`]);
    expect((await house.say('/find #3001')).title).toContain(`状态：${word}`);
    expect(await house.db.sql`select stage from leads`).toEqual([{ stage: 'new' }]);
  });

  it('is shown though every object knows it', async () => {
    await tell(shopifyOrder({ financial_status: 'constructor', fulfillment_status: '__proto__' }));
    expect(await titles('❓')).toEqual(['❓ 订单 #3001 · 状态：constructor, __proto__ · ¥100.00']);
    expect((await house.say('/find #3001')).title).toContain('状态：constructor · 状态：__proto__');
  });

  it('is told of an order that comes in with it', async () => {
    await tell(shopifyOrder({ financial_status: 'on_hold' }));
    expect(await titles('❓')).toHaveLength(1);
  });

  it.each([['PAID'], ['Paid'], [' paid ']])('is none where only the letters differ: %j', async (financial_status) => {
    await tell(shopifyOrder({ financial_status, fulfillment_status: 'FULFILLED' }));
    expect(await titles('❓')).toEqual([]);
    expect(await titles('🛒')).toHaveLength(1);
    expect((await house.say('/find #3001')).title).toContain('已付款 · 已发货');
  });
});

it('an order of thousands of lines is kept whole', async () => {
  const line_items = Array.from({ length: 9000 }, (_, nth) => ({ id: nth + 1, title: 'Pot', quantity: 1, price: '1' }));
  await tell(shopifyOrder({ line_items }));
  expect(await house.db.sql`select count(*)::int as lines from order_lines`).toEqual([{ lines: 9000 }]);
  expect(await titles('🛒')).toHaveLength(1);
});

it('a test order makes nobody, changes nobody and tells nothing, whatever becomes of it', async () => {
  await house.say('/add Anna anna@example.com');
  await house.say('/lead c1 Pots');
  const before = await house.db.sql`select * from contacts`;
  for (const [minute, more] of [{}, { financial_status: 'odd' }, { cancelled_at: '2026-11-21T02:02:00Z' }].entries())
    await tell(shopifyOrder({ test: true, updated_at: `2026-11-21T02:1${minute}:00Z`, ...more }));
  await tell(
    shopifyOrder({
      test: true,
      id: 3002,
      email: 'bogus@example.com',
      customer: { id: 99, email: 'bogus@example.com' },
    }),
  );
  expect(await house.db.sql`select * from contacts`).toEqual(before);
  expect(await house.db.sql`select from contact_identities`).toHaveLength(1);
  expect(await house.db.sql`select stage from leads`).toEqual([{ stage: 'new' }]);
  expect([await bought(), await finds('orders:>0'), await finds('bought:pot')]).toEqual([undefined, false, false]);
  expect((await house.cards()).filter(({ title }) => title?.includes('#300'))).toEqual([]);
});

describe('what else a shop tells', () => {
  it('is a card when it asks for something, once, with the contact', async () => {
    await tell(shopifyOrder());
    const redact = { shop_id: 1, customer: { id: 21, email: 'anna@example.com' }, orders_to_redact: [3001] };
    const dispute = { id: 8, order_id: 3001, type: 'chargeback', evidence_due_by: '2026-12-01T00:00:00Z' };
    for (const body of [redact, redact, dispute]) await tell(body, 'x/y');
    const cards = (await house.cards()).slice(-2);
    expect(cards.map(({ title }) => title)).toEqual([
      '🗑 店铺要求删除 Anna Smith 的资料',
      '⚠️ 有一笔付款收到拒付申诉：Anna Smith',
    ]);
    expect(cards[1]).toMatchObject({
      fields: [{ value: '#3001' }],
      buttons: [[{ command: '/contact c1' }], [{ label: '提醒 11月30日' }]],
    });
  });

  it('can be erased from its card, which asks first, and is a task before the time is over', async () => {
    await tell(shopifyOrder());
    await tell({ shop_id: 1, customer: { id: 21, email: 'anna@example.com' }, orders_to_redact: [3001] }, 'x/y');
    const card = (await house.cards()).at(-1)!;
    expect(buttonsOf(card).map(({ label }) => label)).toEqual(['删除', '查看客户', expect.stringContaining('提醒')]);
    const [erase, , remind] = buttonsOf(card);
    const task = await house.press(remind!);
    expect(task.text).toContain('按店铺要求删除资料');
    expect(await house.db.sql`select contact_id, due_at::date - '2026-11-21'::date as days from tasks`).toMatchObject([
      { contact_id: '1', days: 25 },
    ]);
    await house.press(erase!);
    expect(await house.db.sql`select from contacts`).toHaveLength(1);
  });

  it('is counted when nothing follows from it, and shown with the connection', async () => {
    for (let count = 0; count < 3; count++) await tell({ id: count }, 'products/update');
    await tell({ id: 1 }, 'fulfillments/create');
    expect((await house.say('/connect')).lists?.[0]?.items).toMatchObject([
      {
        text: 'Shopify · 1',
        detail: '最近一次 1 分钟前 · 没有密钥，查不了漏单 · 未使用：products/update (3)、fulfillments/create (1)',
      },
    ]);
  });
});
