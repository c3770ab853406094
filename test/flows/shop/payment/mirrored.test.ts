import { beforeEach, describe, expect, it } from 'vitest';
import type { DomainEvent } from '../../../../src/domain/event.ts';
import { testHouse } from '../../../support/house.ts';
import {
  connectThree,
  MIRROR_NUMBER,
  mirrorSays,
  NUMBER,
  PENDING,
  shopSays,
  stripeRefunds,
  stripeSays,
} from '../../../support/shops/one_payment.ts';

const house = await testHouse({ locale: 'en' });
const { sql } = house.db;
const say = async (line: string) => JSON.stringify(await house.say(line));
const orders = () =>
  sql<{ number: string }>`select number, payment, refunded_minor as back, spent_minor as spent from orders order by id`;
const titles = async (mark: string) =>
  (await house.cards()).map(({ title }) => String(title)).filter((one) => one.includes(mark));

beforeEach(house.startingWith(() => connectThree(house)));

describe('an order of a shop that another system mirrors, with the same payment over the same sum', () => {
  it.each<[string, () => DomainEvent[]]>([
    ['the shop first', () => [shopSays(0), mirrorSays('order.paid', 1)]],
    ['the mirror first', () => [mirrorSays('order.paid', 1), shopSays(2)]],
    [
      'the mirror before its payment',
      () => [mirrorSays('order.created', 0, { transaction_id: undefined }), shopSays(1), mirrorSays('order.paid', 2)],
    ],
    [
      'Stripe between the two',
      () => [shopSays(0, PENDING), stripeSays('completed'), mirrorSays('order.paid', 1), shopSays(3)],
    ],
    ['all the other way round', () => [mirrorSays('order.paid', 0), stripeSays('completed'), shopSays(1, PENDING)]],
  ])('is one, counts once, and is found by both numbers: %s', async (_, events) => {
    await house.happen(...events());
    expect(await orders()).toEqual([{ number: NUMBER, payment: 'paid', back: '0', spent: '3100' }]);
    expect(await say('/takings month')).toContain('1 order, €31.00');
    expect(await say(`/order ${MIRROR_NUMBER}`)).toContain(`Order ${NUMBER} ·`);
    expect(await titles('🛒')).toHaveLength(1);
    // what Stripe gives back of it is of that one
    await house.happen(stripeRefunds('re_1', 600, 30));
    expect(await orders()).toMatchObject([{ back: '600' }]);
    await house.happen(mirrorSays('order.partially_refunded', 20, { refunds: [{ id: 'R1', amount: '6.00' }] }));
    expect(await orders()).toMatchObject([{ back: '600' }]);
    expect(await titles('↩️')).toHaveLength(1);
  });

  it.each<[string, () => DomainEvent[]]>([
    [
      'before the shop',
      () => [
        mirrorSays('order.shipped', 1, { shipments: [{ id: 'P1', carrier: 'DHL', tracking: '12345678' }] }),
        shopSays(2),
      ],
    ],
    [
      'after it',
      () => [
        shopSays(0),
        mirrorSays('order.shipped', 1, { shipments: [{ id: 'P1', carrier: 'DHL', tracking: '12345678' }] }),
      ],
    ],
  ])('has the parcels that the mirror sent: told %s', async (_, events) => {
    await house.happen(...events());
    expect(await orders()).toHaveLength(1);
    expect(await say(`/order ${NUMBER}`)).toContain('12345678');
  });

  it('has the parcels that the mirror tells of by themselves, before it names the payment and after', async () => {
    const parcel = (id: string, number: string) =>
      mirrorSays('shipment.created', 2, { shipment_id: id, carrier: 'DHL', number, items: undefined });
    await house.happen(shopSays(0), parcel('P1', '11111111'), mirrorSays('order.paid', 1), parcel('P2', '22222222'));
    expect(await say(`/order ${NUMBER}`)).toMatch(/11111111.*22222222/);
  });

  it.each<[string, object]>([
    ['over another sum', { total: '40.00' }],
    ['in other money', { currency: 'USD' }],
    ['with another payment', { transaction_id: 'pi_8' }],
    ['without one', { transaction_id: undefined }],
    ['for a try', { test: true }],
  ])('is another order %s (control)', async (_, more) => {
    await house.happen(shopSays(0), mirrorSays('order.paid', 1, more));
    expect(await orders()).toHaveLength(2);
  });
});

describe('a mirrored order that its mirror', () => {
  const parcel = { shipments: [{ id: 'P1', carrier: 'DHL', tracking: '12345678' }] };
  it.each<[string, () => DomainEvent[]]>([
    ['after the shop', () => [shopSays(0), mirrorSays('order.shipped', 1, parcel)]],
    ['without a parcel', () => [shopSays(0), mirrorSays('order.paid', 1), mirrorSays('order.shipped', 2)]],
    ['before the shop', () => [mirrorSays('order.paid', 0), mirrorSays('order.shipped', 1, parcel), shopSays(2)]],
    [
      'before the shop, which told it without its payment',
      () => [shopSays(0, { transaction_id: '' }), mirrorSays('order.shipped', 1, parcel), shopSays(2)],
    ],
  ])('has sent is not to be sent again, whatever the shop says of its money: %s', async (_, events) => {
    await house.happen(...events());
    expect(await say('/orders unsent')).not.toContain(NUMBER);
    await house.happen(shopSays(5, { customer_note: 'Thank you' }));
    expect(await say('/orders unsent')).not.toContain(NUMBER);
    expect(await orders()).toHaveLength(1);
  });

  it('has not sent is to be sent (control), also where it takes its word back', async () => {
    await house.happen(shopSays(0), mirrorSays('order.paid', 1));
    expect(await say('/orders unsent')).toContain(NUMBER);
    await house.happen(mirrorSays('order.shipped', 2), mirrorSays('order.updated', 3, { status: 'unfulfilled' }));
    expect(await say('/orders unsent')).toContain(NUMBER);
  });

  it.each<[string, () => DomainEvent[]]>([
    ['after the shop', () => [shopSays(0), mirrorSays('order.paid', 1), mirrorSays('order.cancelled', 2)]],
    ['before it', () => [mirrorSays('order.paid', 1), mirrorSays('order.cancelled', 2), shopSays(3)]],
  ])('has cancelled is told so once, and stays as the shop has it: %s', async (_, events) => {
    await house.happen(...events(), mirrorSays('order.updated', 4, { note: 'x' }));
    expect(await titles('the shop does not')).toHaveLength(1);
    expect(await say('/takings month')).toContain('1 order');
    await house.happen(shopSays(5, { status: 'cancelled' }), mirrorSays('order.cancelled', 6));
    expect(await titles('the shop does not')).toHaveLength(1);
  });
});

it('money that the mirror said came, and then that it had not, is told', async () => {
  await house.happen(shopSays(0, { ...PENDING, status: 'on-hold' }), mirrorSays('order.paid', 1));
  await house.happen(mirrorSays('order.updated', 2, { payment_status: 'unpaid' }));
  expect(await orders()).toMatchObject([{ payment: 'pending', spent: null }]);
  expect(await titles(`The €31.00 for order ${NUMBER} did not come after all`)).toHaveLength(1);
  // once
  await house.happen(mirrorSays('order.updated', 3, { payment_status: 'unpaid' }));
  expect(await titles('after all')).toHaveLength(1);
});

describe('an order of another system that may be another customer’s', () => {
  const BO = { customer: { name: 'Bo Li', email: 'bo@example.org' } };
  const cash = { transaction_id: '1' };
  const both = (shop: object, mirror: object): [string, () => DomainEvent[]][] => [
    ['the shop first', () => [shopSays(0, shop), mirrorSays('order.paid', 1, mirror)]],
    ['the mirror first', () => [mirrorSays('order.paid', 1, mirror), shopSays(2, shop)]],
  ];

  it.each([
    ...both({}, BO).map(([order, events]) => [`with another buyer, ${order}`, events] as const),
    ...both(cash, cash).map(([order, events]) => [`with a payment that no provider named, ${order}`, events] as const),
  ])('stays its own, is told and counted: %s', async (_, events) => {
    await house.happen(...events());
    expect((await orders()).map(({ number }) => number).toSorted()).toEqual([NUMBER, MIRROR_NUMBER]);
    expect(await titles('🛒')).toHaveLength(2);
    expect(await titles('🔗')).toEqual([]);
    expect(await say('/takings month')).toContain('2 orders, €62.00');
  });

  it.each<[string, object]>([
    ['it says no buyer', { customer: undefined }],
    ['it knows them by name alone', { customer: { name: 'ana  RUIZ' } }],
    ['it knows them by their mail', { customer: { name: 'A. R.', email: 'Ana@example.org' } }],
  ])('is the same where %s (control)', async (_, mirror) => {
    await house.happen(shopSays(0), mirrorSays('order.paid', 1, mirror));
    expect(await orders()).toHaveLength(1);
  });

  it('is not joined as the second of its system', async () => {
    await house.happen(shopSays(0), mirrorSays('order.paid', 1), mirrorSays('order.paid', 2, { order_id: 'SO-89' }));
    expect((await orders()).map(({ number }) => number)).toEqual([NUMBER, 'SO-89']);
    await house.happen(shopSays(3));
    expect(await orders()).toHaveLength(2);
  });

  it('is not joined where its payment is for several orders of the shop', async () => {
    await house.happen(shopSays(0), shopSays(1, { id: 999, number: '999' }), mirrorSays('order.paid', 2), shopSays(3));
    expect(await orders()).toHaveLength(3);
  });
});

it.each<[string, () => DomainEvent[]]>([
  ['the mirror’s', () => [mirrorSays('order.updated', 2, { total: '25.00' })]],
  ['the shop’s', () => [shopSays(2, { total: '35.00' }), mirrorSays('order.paid', 3)]],
])('a mirrored order stays one when the sum is another later: %s', async (_, events) => {
  await house.happen(shopSays(0), mirrorSays('order.paid', 1), ...events());
  expect(await orders()).toMatchObject([{ number: NUMBER }]);
  expect(await say('/takings month')).toContain('1 order');
});
