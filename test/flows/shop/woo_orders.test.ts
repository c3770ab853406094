import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type House, testHouse } from '../../support/house.ts';
import { connectShop, expectAnyOrder, shopState } from '../../support/shops/any_order.ts';
import { wooBody, wooEvent, wooOrder } from '../../support/shops/woo_event.ts';

let house: House;
beforeAll(async () => {
  house = await testHouse();
});
beforeEach(async () => {
  await house.reset();
  await connectShop(house, 'woocommerce');
});

const at = (minute: number, more: object) =>
  wooEvent(wooOrder({ date_modified_gmt: `2026-11-20T08:${minute}:00`, ...more }));

describe('an order of WooCommerce', () => {
  it('comes to the same in whatever order its versions are delivered', async () => {
    const state = await expectAnyOrder(house, 'woocommerce', [
      wooEvent(wooBody('customer_updated'), 'customer.updated'),
      at(10, { status: 'pending', date_paid_gmt: null, customer_id: 25 }),
      at(11, { status: 'processing', customer_id: 25 }),
      at(12, { status: 'completed', customer_id: 25 }),
      at(13, { status: 'completed', customer_id: 25, refunds: [{ id: 312, total: '-6.00' }] }),
      at(14, {
        status: 'refunded',
        customer_id: 25,
        refunds: [
          { id: 312, total: '-6.00' },
          { id: 313, total: '-25.00' },
        ],
      }),
    ]);
    expect(state).toMatchObject({
      orders: [{ number: '#311', payment: 'refunded', fulfillment: null, refunded_minor: '3100', name: 'Bea Gil' }],
      refunds: [{ external_id: '312' }, { external_id: '313', minor: '2500' }],
    });
  });

  it('from a guest without mail or phone is an order and a contact of that name all the same', async () => {
    await house.happen(at(10, { billing: { first_name: 'Ana', last_name: 'Ruiz', email: '', phone: '' } }));
    expect(await shopState(house)).toMatchObject({
      orders: [{ number: '#311', payment: 'paid', name: 'Ana Ruiz' }],
      people: [{ name: 'Ana Ruiz', known: ['woocommerce_guest:1/#311'] }],
    });
    expect((await house.cards()).at(-1)?.title).toContain('#311');
  });

  it('that is taken out of the bin counts again', async () => {
    await house.happen(at(10, {}), wooEvent({ id: 311 }, 'order.deleted'));
    expect(await shopState(house)).toMatchObject({ orders: [{ there: false }], spent: [] });
    await house.happen(at(11, {}));
    expect(await shopState(house)).toMatchObject({ orders: [{ there: false }] });
    await house.happen(wooEvent(wooOrder({ date_modified_gmt: '2026-11-20T08:12:00' }), 'order.restored'));
    expect(await shopState(house)).toMatchObject({ orders: [{ there: true }], spent: [{ number: '#311' }] });
  });

  it('that went through the bin stands as the shop left it, in whatever order that comes, however late', async () => {
    const [before, binned, back] = [at(10, {}), at(11, { status: 'trash' }), at(12, {})];
    for (const history of [
      [before, binned, back],
      [before, back, binned],
      [binned, back, before],
      [back, before, binned],
    ]) {
      await house.reset();
      await connectShop(house, 'woocommerce');
      await house.happen(...history);
      expect(await shopState(house)).toMatchObject({ orders: [{ there: true }], spent: [{ number: '#311' }] });
    }
    await house.happen(at(13, { status: 'trash' }));
    expect(await shopState(house)).toMatchObject({ orders: [{ there: false }], spent: [] });
  });
});
