import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY' });
beforeEach(
  house.startingWith(async () => {
    await house.say('/add Anna');
    await house.say('/order Anna 2x tea ¥1280');
  }),
);
const paid = async () =>
  (await house.db.sql`select total_minor - outstanding_minor as paid, total_minor as total from orders`)[0];

describe('money that comes for an order', () => {
  it.each([
    ['又付200', 20000],
    ['付了50', 5000],
    ['half paid', 64000],
    ['paid half', 64000],
    ['付一半', 64000],
    ['deposit of 300 paid', 30000],
    ['paid 600', 60000],
  ])('is no article and raises no debt: %s', async (words, minor) => {
    const reply = await house.say(`/order M-1 ${words}`);
    expect([reply.failed, await paid()]).toMatchObject([undefined, { paid: String(minor), total: '128000' }]);
  });

  it.each(['balance paid', 'the rest is paid', 'paid the balance', '尾款付了', '余款已收到'])(
    'is all that was owed: %s',
    async (words) => {
      await house.say('/order M-1 paid 300');
      expect((await house.say(`/order M-1 ${words}`)).failed).toBeUndefined();
      expect(await house.db.sql`select payment, total_minor as total from orders`).toEqual([
        { payment: 'paid', total: '128000' },
      ]);
    },
  );

  it.each(['deposit 300', '定金300'])('is asked about where nobody says that it came: %s', async (words) => {
    const asked = await house.say(`/order M-1 ${words}`);
    expect(buttonsOf(asked).map(({ command }) => command)).toEqual(['/order o1 paid 300.00 CNY']);
    expect(await paid()).toMatchObject({ paid: null });
    await house.press(buttonsOf(asked)[0]!);
    expect(await paid()).toMatchObject({ paid: '30000' });
  });

  it('is asked about where half of it is said after some has come', async () => {
    await house.say('/order M-1 paid 300');
    expect((await house.say('/order M-1 half paid')).failed).toBe(true);
    expect(await paid()).toMatchObject({ paid: '30000' });
  });
});

describe('a lead of whose order half has come', () => {
  it.each(['half paid', '50% deposit paid', 'paid 1000'])('is asked about, and not won: %s', async (words) => {
    await house.say('/lead Anna site ¥2000');
    const state = async () => (await house.db.sql`select stage from leads`)[0]!.stage;
    const before = await state();
    await house.say(`/order Anna site ¥2,000 ${words}`);
    expect(await state()).toBe(before);
    await house.say('/order M-2 paid');
    expect(await state()).not.toBe(before);
  });
});
