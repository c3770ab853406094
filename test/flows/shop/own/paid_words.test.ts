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
  (
    await house.db
      .sql`select case payment when 'paid' then total_minor else total_minor - outstanding_minor end as paid, total_minor as total from orders`
  )[0];

describe('money that comes for an order', () => {
  it.each([
    ['又付200', 20000],
    ['付了50', 5000],
    ['half paid', 64000],
    ['paid half', 64000],
    ['付一半', 64000],
    ['deposit of 300 paid', 30000],
    ['paid 600', 60000],
    ['got 200', 20000],
    ['another 200 paid', 20000],
    ['paid 200 more', 20000],
    ['received ¥200 by check', 20000],
    ['200 came in', 20000],
    ['the customer has transferred 200', 20000],
    ['paid by check 1021', 128000],
    ['到账200', 20000],
    ['收到微信200', 20000],
    ['微信收到1280', 128000],
    ['补了200', 20000],
    ['收到尾款', 128000],
    ['收到尾款980', 98000],
    ['客户用支付宝转来了200', 20000],
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

  it.each([
    ['还欠980', 'paid 300.00 CNY'],
    ['balance ¥980', 'paid 300.00 CNY'],
  ])('is what is no longer owed: %s', async (words, command) => {
    const asked = await house.say(`/order M-1 ${words}`);
    expect(buttonsOf(asked).map((one) => one.command)).toEqual([`/order o1 ${command}`]);
    await house.press(buttonsOf(asked)[0]!);
    expect(await paid()).toMatchObject({ paid: '30000' });
    expect((await house.say(`/order M-1 ${words}`)).unchanged).toBe(true);
  });

  it.each(['paid 300 back', '300 paid back', '退还给客户300'])('went back: %s', async (words) => {
    await house.say('/order M-1 paid');
    await house.say(`/order M-1 ${words}`);
    expect(await house.db.sql`select refunded_minor as back from orders`).toEqual([{ back: '30000' }]);
  });

  it('is no article where a new sum is said', async () => {
    await house.say('/order M-1 is now ¥1,000');
    expect(
      await house.db.sql`select total_minor, (select count(*)::int from order_lines) as lines from orders`,
    ).toEqual([{ total_minor: '100000', lines: 1 }]);
  });

  it.each(['没收到', '还没收到', '没有收到呢', '客户没收到'])(
    'is not taken back unasked where the parcel may be meant: %s',
    async (words) => {
      await house.say('/order M-1 paid');
      await house.say('/order M-1 sent');
      const asked = await house.say(`/order M-1 ${words}`);
      expect([asked.failed, await paid()]).toEqual([true, { paid: '128000', total: '128000' }]);
      const [parcel, money] = buttonsOf(asked).map((one) => one.command!);
      await house.press(parcel!);
      expect([await paid(), await house.db.sql`select words -> 0 ->> 'text' as note from orders`]).toEqual([
        { paid: '128000', total: '128000' },
        [{ note: 'the parcel has not arrived' }],
      ]);
      await house.press(money!);
      expect(await house.db.sql`select payment from orders`).toEqual([{ payment: 'unpaid' }]);
    },
  );

  it.each(['没收到款', '钱没收到', '款还没到账'])('has not come where it is named: %s', async (words) => {
    await house.say('/order M-1 paid');
    await house.say(`/order M-1 ${words}`);
    expect(await house.db.sql`select payment from orders`).toEqual([{ payment: 'unpaid' }]);
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

describe('an order that is off', () => {
  it.each([
    ['cancelled by her', null],
    ['she cancelled', null],
    ['the customer has cancelled', null],
    ['客户取消', null],
    ['客户不要了', null],
    ['取消了，不要了', '不要了'],
    ['cancelled, changed her mind', 'changed her mind'],
    ['cancelled because of the delay', 'of the delay'],
    ['客户取消了，因为太慢', '太慢'],
  ])('is cancelled, with why it is: %s', async (words, why) => {
    await house.say(`/order M-1 ${words}`);
    expect(
      await house.db.sql`select cancelled_at is not null as off, words -> 0 ->> 'text' as why from orders`,
    ).toEqual([{ off: true, why }]);
  });

  it.each(['cancel tea', '取消 tea', '不要 tea', 'tea 不要了'])(
    'is not where one of its articles is named: %s',
    async (words) => {
      expect((await house.say(`/order M-1 ${words}`)).failed).toBe(true);
      expect(await house.db.sql`select 1 from orders where cancelled_at is not null`).toEqual([]);
    },
  );
});

describe('a deposit of what nobody has said the price of', () => {
  const orders = () =>
    house.db.sql`
      select payment, total_minor::text as total, outstanding_minor::text as open from orders where number = 'M-2'`;

  it.each([
    ['2 mugs, paid 40 deposit', '/order c1 2 mugs ', ', paid 40'],
    ['2 mugs, deposit 40 paid', '/order c1 2 mugs ', ', paid 40'],
    ['2 mugs deposit of 40', '/order c1 2 mugs ', ', deposit of 40'],
    ['2斤碧螺春，付了40定金', '/order c1 2斤碧螺春 ', ', paid 40'],
    ['2斤碧螺春付了40元定金', '/order c1 2斤碧螺春 ', ', paid 40元'],
    ['2斤碧螺春，定金40', '/order c1 2斤碧螺春 ', ', 定金40'],
  ])('asks what all of it costs, and is noted as so much of that: %s', async (words, before, after) => {
    const asked = await house.say(`/order Anna ${words}`);
    expect([asked.rest?.before, asked.rest?.after, await orders()]).toEqual([before, after, []]);
    const noted = await house.say(`${before}80${after}`);
    if (noted.failed) await house.press(buttonsOf(noted)[0]!);
    expect(await orders()).toEqual([{ payment: 'partially_paid', total: '8000', open: '4000' }]);
  });

  it.each(['2 mugs ¥80, paid 40 deposit', '2斤碧螺春 80，付了40定金', '2 mugs 80, deposit 40 paid'])(
    'is a part of the price that is said: %s',
    async (words) => {
      await house.say(`/order Anna ${words}`);
      expect(await orders()).toEqual([{ payment: 'partially_paid', total: '8000', open: '4000' }]);
    },
  );

  it('is all of it where no deposit is said', async () => {
    await house.say('/order Anna 2 mugs, paid 40');
    expect(await orders()).toMatchObject([{ payment: 'paid', total: '4000' }]);
  });
});
