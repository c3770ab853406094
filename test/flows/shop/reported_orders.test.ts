import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

  it('that is deleted stays deleted, whenever its other events come', async () => {
    const state = await expectAnyOrder(house, 'standard', [
      standardEvent('order.created', standardOrder(), 1),
      standardEvent('order.paid', { order_id: 'SO-88' }, 2),
      standardEvent('order.deleted', { order_id: 'SO-88' }, 3),
    ]);
    expect(state).toMatchObject({ orders: [{ there: false }], spent: [] });
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
