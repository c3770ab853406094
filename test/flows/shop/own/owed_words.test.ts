import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY' });
beforeEach(house.startingWith(() => house.say('/add Anna')));

const order = async () =>
  (
    await house.db.sql<{ paid: string; titles: string[]; note: string | null }>`
      select coalesce((select max(received_minor) from order_payments p where p.order_id = o.id), 0)::text as paid,
        array(select title from order_lines l where l.order_id = o.id order by position) as titles, o.words -> 0 ->> 'text' as note
      from orders o`
  )[0];

describe('how much is still owed', () => {
  it.each([
    ['logo ¥500 balance ¥400', '10000', null],
    ['logo ¥500 still owes ¥400', '10000', null],
    ['logo ¥500 with ¥400 outstanding', '10000', null],
    ['logo ¥500 balance ¥400 due nov 30', '10000', 'due nov 30'],
    ['龙井 128 欠28', '10000', null],
    ['龙井 1280 尾款 280', '100000', null],
    ['龙井 1280 先付500 余款下周', '50000', '余款下周'],
  ])('is asked, and what was meant is a tap away: %s', async (words, paid, note) => {
    const asked = await house.say(`/order Anna ${words}`);
    expect(asked.failed).toBe(true);
    expect(await order()).toBeUndefined();
    await house.press(buttonsOf(asked)[0]!.command!);
    expect(await order()).toEqual({ paid, titles: [words.startsWith('logo') ? 'logo' : '龙井'], note });
  });

  it.each([
    ['logo ¥1200 paid ¥600 yesterday rest on delivery', '60000', 'rest on delivery'],
    ['logo ¥1200 half paid, balance on completion', '60000', 'balance on completion'],
    ['logo ¥1000 deposit 500 paid, rest on delivery', '50000', 'rest on delivery'],
    ['龙井 1280 只付了1000', '100000', null],
    ['龙井 1280 只付了1000 还欠280', '100000', null],
    ['龙井 1280 已付500 余款货到付', '50000', '余款货到付'],
    ['龙井 1280 余款 500 已付', '128000', null],
    ['龙井 1280 11月20日已付 今天发', '128000', '今天发'],
  ])('is what has not come: %s', async (words, paid, note) => {
    await house.say(`/order Anna ${words}`);
    expect(await order()).toEqual({ paid, titles: [words.startsWith('logo') ? 'logo' : '龙井'], note });
  });

  it('is asked where both sums do not fit what it comes to', async () => {
    expect((await house.say('/order Anna 龙井 1280 只付了1000 还欠200')).failed).toBe(true);
    expect(await order()).toBeUndefined();
  });

  it.each(['balance bike ¥40', 'rest pillow ¥40', 'open mug ¥40'])('is no part of a name: %s', async (words) => {
    await house.say(`/order Anna ${words}`);
    expect(await order()).toEqual({ paid: '0', titles: [words.replace(' ¥40', '')], note: null });
  });
});
