import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onRowGivenUp } from '../../../src/domain/on/given_up.ts';
import type { InboxRow } from '../../../src/inbox/event.ts';
import { remedyFor, Unreadable } from '../../../src/inbox/failure.ts';
import { routesOf } from '../../../src/service/routes.ts';
import { FieldError } from '../../../src/webhooks/shared/shapes.ts';
import { type House, testHouse } from '../../support/house.ts';
import { connectShop, expectAnyOrder, shopState } from '../../support/shops/any_order.ts';
import { standardEvent, standardOrder } from '../../support/shops/standard_event.ts';
import { youzanEvent, youzanTrade } from '../../support/shops/youzan_event.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
});

describe('an order of an own system', () => {
  it('comes to the same in whatever order its events come, though each says only a part', async () => {
    const state = await expectAnyOrder(house, 'standard', [
      standardEvent('customer.updated', { external_id: 'C-7', name: '李雷', email: 'x@example.cn', city: '杭州' }, 0),
      standardEvent('order.created', standardOrder(), 1),
      standardEvent('order.paid', { order_id: 'SO-88' }, 2),
      standardEvent('order.shipped', { order_id: 'SO-88', tracking: [{ carrier: 'SF', number: 'SF1000' }] }, 3),
      standardEvent('order.refunded', { order_id: 'SO-88', currency: 'CNY', refunds: [{ id: 'R1', amount: 50 }] }, 4),
      standardEvent('order.updated', standardOrder({ note: '周末送' }), 5),
    ]);
    expect(state).toMatchObject({
      orders: [
        {
          external_id: 'SO-88',
          payment: 'partially_refunded',
          fulfillment: 'fulfilled',
          refunded_minor: '5000',
          name: '李雷',
        },
      ],
      lines: [{ title: '龙井', price_minor: '19900' }],
      spent: [{ spent_minor: '14900' }],
    });
  });

  it('comes to the same where its currency is put right after a refund, in whatever order that comes', async () => {
    const state = await expectAnyOrder(house, 'standard', [
      standardEvent('order.paid', standardOrder({ currency: 'USD', total: '100' }), 1),
      standardEvent('order.refunded', { order_id: 'SO-88', currency: 'USD', refunds: [{ id: 'R1', amount: '50' }] }, 2),
      standardEvent('order.updated', { order_id: 'SO-88', currency: 'CNY', total: '700' }, 3),
    ]);
    expect(state).toMatchObject({
      orders: [{ currency: 'CNY', total_minor: '70000', refunded_minor: '0' }],
      spent: [{ spent_minor: '70000' }],
    });
  });

  it.each([
    ['a refund', { refunds: [{ id: 'r1', amount: '50' }] }, 'USD', /50\.00/],
    ['the sum of its refunds', { refunded_total: '1000' }, 'JPY', /1,000/],
    ['a discount', { discount: '10' }, 'JPY', /10/],
    ['its articles', { items: [{ title: '龙井', qty: 1, price: '30' }] }, 'USD', /USD/],
  ])(
    'keeps its currency where %s comes in another one, which is not counted and told',
    async (_, sums, currency, said) => {
      const events = [
        standardEvent('order.paid', standardOrder(), 1),
        standardEvent('order.updated', { order_id: 'SO-88', currency, ...sums }, 2),
      ];
      const state = await expectAnyOrder(house, 'standard', events);
      expect(state).toMatchObject({
        orders: [{ currency: 'CNY', total_minor: '19900', refunded_minor: '0', payment: 'paid', discount_minor: null }],
        lines: [{ price_minor: '19900' }],
        spent: [{ spent_minor: '19900' }],
      });
      expect((await house.cards()).map(({ title }) => title)).toContainEqual(expect.stringMatching(said));
      expect((await house.cards()).at(-1)).toMatchObject({ hint: expect.stringContaining('CNY') });
    },
  );

  it('is in one currency, however that is called', async () => {
    const state = await expectAnyOrder(house, 'standard', [
      standardEvent('order.paid', standardOrder({ currency: 'RMB' }), 1),
      standardEvent('order.refunded', { order_id: 'SO-88', currency: 'cny', refunds: [{ id: 'R1', amount: '50' }] }, 2),
    ]);
    expect(state).toMatchObject({ orders: [{ currency: 'CNY', refunded_minor: '5000' }] });
  });

  it.each(['total', 'total_price'])('is refused with less than nothing as its %s', (field) => {
    expect(() => standardEvent('order.paid', { order_id: 'SO-88', currency: 'CNY', [field]: '-5.00' }, 1)).toThrow();
  });

  it('has another currency once a new total comes in it', async () => {
    const state = await expectAnyOrder(house, 'standard', [
      standardEvent('order.paid', standardOrder({ discount: '5' }), 1),
      standardEvent('order.updated', standardOrder({ currency: 'USD', total: '28' }), 2),
    ]);
    expect(state).toMatchObject({ orders: [{ currency: 'USD', total_minor: '2800', discount_minor: null }] });
  });

  it('that is deleted stays deleted, whenever its other events come', async () => {
    const state = await expectAnyOrder(house, 'standard', [
      standardEvent('order.created', standardOrder(), 1),
      standardEvent('order.paid', { order_id: 'SO-88' }, 2),
      standardEvent('order.deleted', { order_id: 'SO-88' }, 3),
    ]);
    expect(state).toMatchObject({ orders: [{ there: false }], spent: [] });
  });

  it('is there again when it is described later than it was deleted', async () => {
    await connectShop(house, 'standard');
    await house.happen(standardEvent('order.created', standardOrder(), 1));
    await house.happen(standardEvent('order.deleted', { order_id: 'SO-88' }, 3));
    house.now = new Date('2026-11-21T06:00:00Z');
    const later = standardEvent('order.paid', { order_id: 'SO-88' }, 4);
    await house.happen({ ...later, at: new Date('2026-11-21T05:00:00Z') } as typeof later);
    expect(await shopState(house)).toMatchObject({ orders: [{ there: true }] });
  });

  it('is there again whenever the later word comes, and an older word does not bring it back', async () => {
    const made = standardEvent('order.created', standardOrder(), 1);
    const [gone, back] = [3, 4].map((minute) =>
      standardEvent(minute === 3 ? 'order.deleted' : 'order.paid', { order_id: 'SO-88' }, minute),
    ) as [typeof made, typeof made];
    for (const [history, there] of [
      [[made, gone, back], true],
      [[made, back, gone], true],
      [[made, gone, standardEvent('order.paid', { order_id: 'SO-88' }, 2)], false],
    ] as const) {
      await house.reset();
      await connectShop(house, 'standard');
      await house.happen(...history);
      expect(await shopState(house)).toMatchObject({ orders: [{ there }] });
    }
  });

  it.each([
    ['in the refund itself', { order_id: 'SO-88', refunds: [{ id: 'r1', amount: '50', currency: 'CNY' }] }],
    ['beside the order', { order: { order_id: 'SO-88' }, currency: 'CNY', refunds: [{ id: 'r1', amount: '50' }] }],
    [
      'beside the order, one alone',
      { order: { id: 'SO-88' }, refund: { id: 'r1', amount: '50', currency_code: 'CNY' } },
    ],
  ])('is refunded as much as is said, with its currency %s', async (_, data) => {
    await connectShop(house, 'standard');
    await house.happen(standardEvent('order.paid', standardOrder(), 1), standardEvent('order.refunded', data, 2));
    expect(await shopState(house)).toMatchObject({
      orders: [{ payment: 'partially_refunded', refunded_minor: '5000' }],
    });
  });

  it.each([
    ['none', { order: { order_id: 'SO-88' }, refunds: [{ id: 'r1', amount: '50' }] }, /currency/],
    ['two', { order_id: 'SO-88', currency: 'CNY', refunds: [{ id: 'r1', amount: '5', currency: 'USD' }] }, /currency/],
  ])('is refused with the name of what is wrong where a refund has %s of the currencies', (_, data, name) => {
    expect(() => standardEvent('order.refunded', data, 2)).toThrow(name);
  });

  it('waits as it is until something says what it comes to', async () => {
    await connectShop(house, 'standard');
    await house.happen(standardEvent('order.paid', { order_id: 'SO-88' }, 2));
    expect(await shopState(house)).toMatchObject({ orders: [] });
    await house.happen(standardEvent('order.created', standardOrder(), 1));
    expect(await shopState(house)).toMatchObject({ orders: [{ payment: 'paid' }] });
    expect((await house.cards()).at(-1)?.title).toContain('SO-88');
  });
});

describe('an event that lacks something', () => {
  it('is kept, told with the names of its fields, and can be handled again', async () => {
    const body = { type: 'order.created', timestamp: '2026-11-20T02:00:00Z', data: { order_id: 1, total: '1' } };
    const row: InboxRow = {
      ...{ id: '5', source: 'standard:1', externalId: 'm', lane: 'l', attempts: 1, headers: null },
      ...{ receivedAt: house.now, body: Buffer.from(JSON.stringify(body)) },
    };
    const trouble = await routesOf().describe(row);
    expect(trouble).toMatchObject({ channel: 'standard', wrongFields: ['currency'] });
    await house.act((ctx) => onRowGivenUp(ctx, { kind: 'row.given_up', ...trouble }));
    expect((await house.cards()).at(-1)).toMatchObject({
      title: expect.stringContaining('自有系统'),
      fields: [{}, { label: '缺少或有误', value: 'currency' }],
      buttons: [[{ command: '/retry i5' }, { command: '/drop i5' }]],
    });
    expect(remedyFor(new Unreadable('x', { cause: new FieldError('order', ['currency']) }))).toBe('nothing');
  });
});

describe('a trade of Youzan', () => {
  it('comes to the same in whatever order its pushes come', async () => {
    const refund = {
      tid: 'E20261120000001',
      refund_id: 'R1',
      refunded_fee: '56.00',
      update_time: '2026-11-20 11:00:00',
    };
    const state = await expectAnyOrder(house, 'youzan', [
      youzanEvent('trade_TradeCreate', youzanTrade('WAIT_BUYER_PAY', 0)),
      youzanEvent('trade_TradePaid', youzanTrade('TRADE_PAID', 5)),
      youzanEvent('trade_TradeSellerShip', { tid: 'E20261120000001', update_time: '2026-11-20 10:20:00' }),
      youzanEvent('trade_refund_RefundSuccess', refund),
    ]);
    expect(state).toMatchObject({
      orders: [{ number: 'E20261120000001', payment: 'partially_refunded', fulfillment: 'fulfilled', name: '小红' }],
      spent: [{ spent_minor: '20000' }],
    });
  });
});

describe('a trade of Youzan whose money the courier takes', () => {
  const TID = 'E20261120000001';
  const onDelivery = (status: string, minute: number) => youzanTrade(status, minute, { pay_type: 9 });
  const sent = youzanEvent('trade_TradeSellerShip', { tid: TID, update_time: '2026-11-20 10:09:00' });

  it('is told as placed, and is paid only when it is there', async () => {
    await connectShop(house, 'youzan');
    await house.happen(
      youzanEvent('trade_TradeCreate', onDelivery('WAIT_SELLER_SEND_GOODS', 0)),
      youzanEvent('trade_TradePaid', onDelivery('WAIT_SELLER_SEND_GOODS', 1)),
      sent,
    );
    expect((await house.cards()).map(({ title }) => title)).toEqual([expect.stringContaining('货到付款')]);
    expect(await shopState(house)).toMatchObject({
      orders: [{ payment: 'pending', fulfillment: 'fulfilled' }],
      spent: [],
    });
    await house.happen(youzanEvent('trade_TradeSuccess', { tid: TID, update_time: '2026-11-20 18:00:00' }));
    expect(await shopState(house)).toMatchObject({ orders: [{ payment: 'paid', fulfillment: 'fulfilled' }] });
  });

  it('comes to the same in whatever order its pushes come', async () => {
    const state = await expectAnyOrder(house, 'youzan', [
      youzanEvent('trade_TradeCreate', onDelivery('WAIT_SELLER_SEND_GOODS', 0)),
      youzanEvent('trade_TradePaid', onDelivery('WAIT_SELLER_SEND_GOODS', 1)),
      sent,
    ]);
    expect(state).toMatchObject({ orders: [{ payment: 'pending', fulfillment: 'fulfilled' }] });
  });

  it('control: one that is paid otherwise is paid from the start', async () => {
    await connectShop(house, 'youzan');
    await house.happen(
      youzanEvent('trade_TradePaid', youzanTrade('WAIT_SELLER_SEND_GOODS', 1, { pay_type: 10 })),
      sent,
    );
    expect(await shopState(house)).toMatchObject({ orders: [{ payment: 'paid', fulfillment: 'fulfilled' }] });
  });
});

describe('what an own system says of its refunds', () => {
  const told = async () => (await house.cards()).map(({ title }) => title ?? '');

  it.each([
    ['how much in all', { order_id: 'SO-88', refunded_total: '50.00', currency: 'CNY' }, '¥50.00'],
    ['each of them', { order_id: 'SO-88', currency: 'CNY', refunds: [{ id: 'R1', amount: 50 }] }, '¥50.00'],
    ['only that there was one', { order_id: 'SO-88' }, '退款'],
  ])('is told where it says %s', async (_, data, sum) => {
    await connectShop(house, 'standard');
    await house.happen(
      standardEvent('order.created', standardOrder(), 0),
      standardEvent('order.paid', { order_id: 'SO-88' }, 5),
      standardEvent('order.delivered', { order_id: 'SO-88' }, 8),
    );
    const before = (await told()).length;
    await house.happen(standardEvent('order.refunded', data, 9));
    expect((await told()).slice(before)).toEqual([expect.stringContaining(sum)]);
  });
});
