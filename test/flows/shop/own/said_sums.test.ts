import { beforeEach, describe, expect, it } from 'vitest';
import { texts } from '../../../../src/text/texts.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'USD' });
const t = texts('en');
beforeEach(
  house.startingWith(async () => {
    await house.say('/add Eva');
  }),
);

const orders = () =>
  house.db.sql`
    select o.payment, o.total_minor as total, o.outstanding_minor as open, order_text(o.words) as note, o.strange_payment as later,
      (select string_agg(quantity || ' ' || title, ', ' order by position) from order_lines where order_id = o.id) as lines
    from orders o order by o.id`;
const commands = (reply: Parameters<typeof buttonsOf>[0]) => buttonsOf(reply).map(({ command }) => command);

describe('a part of the money, said when an order is written down', () => {
  it.each([
    ['logo $1,200 half paid', '60000'],
    ['logo $1,200 50% deposit paid', '60000'],
    ['logo $1,200 paid 200', '100000'],
    ['logo 1280 付了一半', '64000'],
    ['logo $1,200，定金300已付', '90000'],
  ])('is all that has come: %s', async (words, open) => {
    const reply = await house.say(`/order Eva ${words}`);
    expect(reply.failed, JSON.stringify(reply)).toBeUndefined();
    expect(await orders()).toMatchObject([{ payment: 'partially_paid', open, lines: '1 logo' }]);
  });

  it('is asked for where how much, or whether it has come, is left open', async () => {
    const asked = await house.say('/order Eva logo $1,200 50% deposit');
    expect(await orders()).toEqual([]);
    expect(commands(asked)).toEqual(['/order c1 logo $1,200, paid 600.00 USD', '/order c1 logo $1,200, unpaid']);
    await house.say(commands(asked)[0]!);
    await house.say(commands(asked)[1]!);
    await house.say('/order Eva logo $1,200 deposit paid');
    await house.say('/order Eva logo $1,200 paid 2000');
    expect(await orders()).toMatchObject([
      { payment: 'partially_paid', open: '60000', lines: '1 logo' },
      { payment: 'unpaid', lines: '1 logo' },
    ]);
  });

  it('is none where the order is paid in full', async () => {
    await house.say('/order Eva logo $1,200 paid');
    expect(await orders()).toMatchObject([{ payment: 'paid', total: '120000' }]);
  });
});

describe('a total that is typed with the lines', () => {
  it('is no article, and checks them', async () => {
    await house.say('/order Eva\n- logo 500\n- stationery 120\n- total 620');
    expect(await orders()).toMatchObject([{ total: '62000', lines: '1 logo, 1 stationery' }]);
  });

  it('is asked about where the lines come to another sum', async () => {
    const asked = await house.say('/order Eva 2 mugs $30, shipping $8, total $40, paid');
    expect(asked.text).toBe(t.order.totalDiffers('$38.00', '$40.00'));
    expect(await orders()).toEqual([]);
    for (const command of commands(asked)) await house.say(command!);
    expect(await orders()).toMatchObject([
      { total: '3800', lines: '2 mugs, 1 shipping', payment: 'paid' },
      { total: '4000', lines: '2 mugs, 1 shipping', payment: 'paid' },
    ]);
  });
});

describe('what is said besides', () => {
  it.each([
    ['mug $15 note: gift', 'gift'],
    ['mug $15 ship to 5 Main St, Springfield', 'ship to 5 Main St, Springfield'],
    ['mug $15 will pay friday', 'will pay friday'],
    ['mug 15元 送货到上海市南京路1号', '送货到上海市南京路1号'],
    ['mug 15元 下周付', '下周付'],
  ])('is kept with the order, and no part of a name: %s', async (words, note) => {
    await house.say(`/order Eva ${words}`);
    expect(await orders()).toMatchObject([{ total: expect.any(String), lines: '1 mug', payment: 'unpaid', note }]);
    await house.say('/order M-1 paid');
    expect(await orders()).toMatchObject([{ payment: 'paid', note }]);
  });

  it.each(['mug $15 cash on delivery', 'mug $15, COD', 'mug 15元 货到付款'])(
    'names an order that is paid when it is delivered, which is to be sent: %s',
    async (words) => {
      await house.say('/order Eva other $9');
      const made = await house.say(`/order Eva ${words}`);
      expect((await orders())[1]).toMatchObject({ payment: 'unpaid', lines: '1 mug' });
      const later = (await orders())[1]!.later as string;
      expect(words.endsWith(later)).toBe(true);
      expect(JSON.stringify(made)).toContain(later);
      expect(JSON.stringify(await house.say('/orders unsent'))).toMatch(/M-2/);
      expect(JSON.stringify(await house.say('/orders unsent'))).not.toMatch(/M-1/);
    },
  );
});

describe('what is owed back', () => {
  it.each([
    ['minus $20', '$20.00'],
    ['discount 10%', '$8.00'],
    ['打九折', '$8.00'],
    ['price $25', '$55.00'],
    ['replace with cup $15', '$65.00'],
    ['cancel', '$80.00'],
  ])('is said when a paid order comes to less, and noted by one tap: %s', async (words, sum) => {
    await house.say('/order Eva mug $80 paid');
    const reply = await house.say(`/order M-1 ${words}`);
    expect(reply.text).toContain(sum);
    const [refund] = commands(reply);
    expect(refund).toMatch(/^\/order o1 refund \d+\.00 USD$/);
    const after = await house.say(refund!);
    expect(after.failed).toBeUndefined();
    expect((await house.say('/order M-1')).text ?? '').not.toContain(sum);
  });

  it('is nothing where no more than that was paid', async () => {
    await house.say('/order Eva mug $80 paid 50');
    const reply = await house.say('/order M-1 minus $20');
    expect(commands(reply).some((one) => one?.includes('refund '))).toBe(false);
  });
});

describe('what is said of an order afterwards', () => {
  it('pays back, where it is said to be paid back', async () => {
    await house.say('/order Eva mug $80 paid');
    await house.say('/order M-1 paid back 30');
    expect(await house.db.sql`select refunded_minor from orders`).toEqual([{ refunded_minor: '3000' }]);
    expect((await house.say('/order M-1 paid')).text).toBe(t.order.paidAndBack('M-1', '$30.00'));
  });

  it('asks whether a lead is still won once half of it went back, and not before or again', async () => {
    await house.say('/lead Eva mug $80');
    await house.say('/order Eva mug $80 paid');
    const asked = [];
    for (const sum of ['10', '40', '10'])
      asked.push(JSON.stringify(await house.say(`/order M-1 refund ${sum}`)).includes('Still won?'));
    expect(asked).toEqual([false, true, false]);
  });

  it.each([
    ['顺丰 SF1234567890123', 'fulfilled'],
    ['UPS 1Z999AA10123456784', 'fulfilled'],
  ])('has left with a parcel that is named alone: %s', async (words, fulfillment) => {
    await house.say('/order Eva mug $80');
    await house.say(`/order M-1 ${words}`);
    expect(await house.db.sql`select fulfillment from orders`).toEqual([{ fulfillment }]);
    expect(await house.db.sql`select external_id from shipments`).toEqual([{ external_id: words.split(' ')[1] }]);
  });

  it.each([
    ['sent', 'not sent'],
    ['sent', '没发货'],
    ['cancel', 'uncancel'],
    ['cancel', '恢复'],
  ])('takes back that it is %s: %s', async (act, back) => {
    await house.say('/order Eva mug $80');
    await house.say(`/order M-1 ${act}`);
    expect((await house.say(`/order M-1 ${back}`)).failed).toBeUndefined();
    expect(await house.db.sql`select fulfillment, cancelled_at from orders`).toEqual([
      { fulfillment: 'unfulfilled', cancelled_at: null },
    ]);
  });

  it('says how many more there are of somebody', async () => {
    for (let nth = 0; nth < 8; nth += 1) await house.say('/order Eva mug $80');
    const reply = await house.say('/order Eva');
    expect(reply.hint).toBe(t.order.newestOf(6, 8, false));
    expect(JSON.stringify(await house.say(commands(reply).at(-1)!))).toContain('M-1"');
  });
});
