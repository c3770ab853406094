import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY' });
const { sql } = house.db;
beforeEach(
  house.startingWith(async () => {
    await house.say('/add Anna');
    await house.say('/order Anna 2x tea ¥900');
  }),
);

const state = async () =>
  (
    await sql<{ paid: string; sent: string; parcels: string[] }>`
    select o.payment as paid, o.fulfillment as sent, array(
      select concat_ws(' ', s.carrier, s.tracking -> 0 ->> 'number') from shipments s
      where s.connection_id = o.connection_id and s.order_external_id = o.external_id order by s.id
    ) as parcels from orders o`
  )[0];

describe('what was done with an order, said in one line', () => {
  it.each([
    ['SF1234567890123 已付', 'paid', ['SF1234567890123']],
    ['SF1234567890123 微信已付', 'paid', ['SF1234567890123']],
    ['1Z999AA10123456784 paid', 'paid', ['1Z999AA10123456784']],
    ['ups 1Z999AA10123456784 paid', 'paid', ['ups 1Z999AA10123456784']],
    ['SF1234567890123 货到付款', 'unpaid', ['SF1234567890123']],
    ['SF1234567890123 SF1234567890124', 'unpaid', ['SF1234567890123', 'SF1234567890124']],
    ['paid, shipped', 'paid', []],
    ['paid shipped', 'paid', []],
    ['paid and sent', 'paid', []],
    ['已付已发', 'paid', []],
    ['已付，已发', 'paid', []],
    ['已付 已发', 'paid', []],
    ['已付 SF1234567890123', 'paid', ['SF1234567890123']],
    ['付清了 已发顺丰SF1234567890123', 'paid', ['顺丰 SF1234567890123']],
    ['已付300 已发', 'partially_paid', []],
    ['paid sent 1Z999AA10123456784', 'paid', ['1Z999AA10123456784']],
    ['paid and shipped via ups 1Z999AA10123456784', 'paid', ['ups 1Z999AA10123456784']],
  ])('is all done: %s', async (words, paid, parcels) => {
    const reply = await house.say(`/order M-1 ${words}`);
    expect(await state()).toEqual({ paid, sent: 'fulfilled', parcels });
    expect(reply.text).toContain('M-1 is sent');
    if (paid !== 'unpaid') expect(reply.text).toContain('💰');
    await house.say('/undo');
    expect(await state()).toEqual({ paid: 'unpaid', sent: 'unfulfilled', parcels: [] });
  });

  it('keeps that it is paid when it is delivered', async () => {
    await house.say('/order M-1 SF1234567890123 货到付款');
    expect(JSON.stringify(await house.say('/orders cod'))).toContain('货到付款');
  });

  it('is done as far as it is sure, and the rest is asked', async () => {
    const reply = await house.say('/order M-1 partly paid, sent');
    expect(await state()).toMatchObject({ sent: 'fulfilled', paid: 'unpaid' });
    expect(reply.failed).toBeUndefined();
  });
});

describe('who brings it', () => {
  it.each([
    ['已发 昨天 顺丰 SF1234567890123', '顺丰 SF1234567890123'],
    ['sent today ups 1Z999AA10123456784', 'ups 1Z999AA10123456784'],
    ['shipped via fedex 123456789012', 'fedex 123456789012'],
    ['sent by Blue Dart 123456789012', 'Blue Dart 123456789012'],
    ['已发 走跨越 KY1234567890', '跨越 KY1234567890'],
    ['已发 日日顺 123456789012', '日日顺 123456789012'],
    ['sent 4PX 123456789012', '4PX 123456789012'],
  ])('is the carrier and no more: %s', async (words, parcel) => {
    await house.say(`/order M-1 ${words}`);
    expect((await state())?.parcels).toEqual([parcel]);
  });

  it.each([
    'sent tomorrow ups 1Z999AA10123456784',
    '已发 明天 顺丰 SF1234567890123',
    'sent this morning ups 1Z999AA10123456784',
  ])('is asked where a day would be its name: %s', async (words) => {
    expect((await house.say(`/order M-1 ${words}`)).failed).toBe(true);
    expect(await state()).toEqual({ paid: 'unpaid', sent: 'unfulfilled', parcels: [] });
  });
});

describe('a parcel that was noted wrong', () => {
  const later = () => {
    house.now = new Date(house.now.getTime() + 60_000);
  };

  it.each([
    ['number should be 1Z999AA10123456785', 'ups 1Z999AA10123456785'],
    ['tracking number is wrong, it is fedex 123456789012', 'fedex 123456789012'],
    ['carrier should be DHL', 'DHL 1Z999AA10123456784'],
    ['单号写错了，是顺丰SF1234567890123', '顺丰 SF1234567890123'],
    ['快递单号改成 SF1234567890123', 'ups SF1234567890123'],
    ['快递公司应该是 中通', '中通 1Z999AA10123456784'],
    ['tracking is 1Z999AA10123456785 not 1Z999AA10123456784', 'ups 1Z999AA10123456785'],
    ['wrong number, 1Z999AA10123456785', 'ups 1Z999AA10123456785'],
    ['应该是1Z999AA10123456785', 'ups 1Z999AA10123456785'],
    ['单号不是1Z999AA10123456784，是1Z999AA10123456785', 'ups 1Z999AA10123456785'],
    ['快递是圆通', '圆通 1Z999AA10123456784'],
  ])('is put right, and stays one: %s', async (words, parcel) => {
    await house.say('/order M-1 sent ups 1Z999AA10123456784');
    later();
    expect((await house.say(`/order M-1 ${words}`)).failed).toBeUndefined();
    expect((await state())?.parcels).toEqual([parcel]);
    await house.say('/undo');
    expect((await state())?.parcels).toEqual(['ups 1Z999AA10123456784']);
  });

  it('is asked which, where there are several', async () => {
    await house.say('/order M-1 SF1234567890123 SF1234567890124');
    later();
    const asked = await house.say('/order M-1 number should be SF1234567890129');
    expect(asked.failed).toBe(true);
    await house.press(buttonsOf(asked)[1]!);
    expect((await state())?.parcels).toEqual(['SF1234567890123', 'SF1234567890129']);
  });

  it('is no parcel where none has left', async () => {
    expect((await house.say('/order M-1 number should be SF1234567890129')).failed).toBe(true);
    expect(await state()).toEqual({ paid: 'unpaid', sent: 'unfulfilled', parcels: [] });
  });
});
