import { beforeEach, describe, expect, it } from 'vitest';
import { texts } from '../../../../src/text/texts.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY' });
const t = texts('en');
beforeEach(
  house.startingWith(async () => {
    await house.say('/add Anna');
    await house.say('/order Anna 2x tea, 1x cup ¥380');
  }),
);

const order = async () =>
  (
    await house.db.sql`
      select payment, fulfillment, total_minor as total, refunded_minor as refunded, cancelled_at is not null as gone
      from orders where number = 'M-1'`
  )[0];
const commands = (reply: Parameters<typeof buttonsOf>[0]) => buttonsOf(reply).map(({ command }) => command);

describe('what is done daily with an order written down by hand', () => {
  it.each([
    ['paid in full', { payment: 'paid' }],
    ['付清了', { payment: 'paid' }],
    ['收到200', { payment: 'partially_paid' }],
    ['received 200', { payment: 'partially_paid' }],
    ['delivered', { fulfillment: 'fulfilled' }],
    ['已签收', { fulfillment: 'fulfilled' }],
    ['tracking 1Z999AA10123456784', { fulfillment: 'fulfilled' }],
    ['单号 SF1234567', { fulfillment: 'fulfilled' }],
    ['单号 SF999', { fulfillment: 'fulfilled' }],
    ['sent SF999', { fulfillment: 'fulfilled' }],
  ])('%s', async (words, after) => {
    expect((await house.say(`/order M-1 ${words}`)).failed).toBeUndefined();
    expect(await order()).toMatchObject(after);
  });

  it.each([
    ['全退', '38000'],
    ['refund everything', '38000'],
    ['退50', '5000'],
  ])('%s, once it is paid', async (words, refunded) => {
    await house.say('/order M-1 paid');
    await house.say(`/order M-1 ${words}`);
    expect(await order()).toMatchObject({ refunded });
  });

  it.each(['refund half', '退一半'])('%s is asked with both sums, and refunds nothing by itself', async (words) => {
    await house.say('/order M-1 paid');
    const asked = await house.say(`/order M-1 ${words}`);
    expect(commands(asked)).toEqual(['/order o1 refund 380.00 CNY', '/order o1 refund 190.00 CNY']);
    expect(await order()).toMatchObject({ refunded: '0' });
  });

  it('of which nothing is booked as paid was paid before it goes back, or is off, each one tap away', async () => {
    const before = await house.state();
    const asked = await house.say('/order M-1 refund 80');
    expect(commands(asked)).toEqual(['/order o1 paid\n/order o1 refund 80.00 CNY', '/order o1 cancel']);
    expect(buttonsOf(asked).map(({ label }) => label)).toEqual([
      'CN¥380.00 was paid, and CN¥80.00 went back',
      'Cancel M-1 · CN¥380.00',
    ]);
    expect(await house.state()).toEqual(before);
    for (const line of commands(asked)[0]!.split('\n')) await house.say(line);
    expect(await order()).toMatchObject({ payment: 'partially_refunded', refunded: '8000' });
    await house.say('/order M-1 refund all');
    // once all of it went back nothing more does
    expect(commands(await house.say('/order M-1 refund'))).toEqual(['/order o1']);
  });

  it.each(['改地址 上海市', 'swap cup for mug', 'delivered next week', 'paid someday', '补差价 20', '少收了'])(
    'names what it cannot do, and offers what can be done and a note: %s',
    async (words) => {
      const before = await order();
      const reply = await house.say(`/order M-1 ${words}`);
      const said = reply.text!.match(/“(.*)”/)![1]!;
      expect([reply.failed, words.endsWith(said)]).toEqual([true, true]);
      expect(commands(reply)).toEqual([
        `/order o1 note: ${said}`,
        '/order o1 paid',
        '/order o1 sent',
        '/order o1 cancel',
      ]);
      expect(await order()).toEqual(before);
    },
  );

  it('still asks only for the price of what is counted', async () => {
    expect((await house.say('/order M-1 2x cup')).text).toContain(t.need.amount);
  });

  it('does nothing more with one that is cancelled, and shows it', async () => {
    await house.say('/order M-1 cancel');
    const before = await order();
    for (const words of ['paid 20', 'unpaid', 'sent', 'shipping ¥8']) {
      const reply = await house.say(`/order M-1 ${words}`);
      expect(reply).toMatchObject({ failed: true, text: t.order.alreadyCancelled('M-1') });
      expect(commands(reply)).toEqual(['/order o1']);
    }
    expect(await order()).toEqual(before);
  });
});

describe('what was noted of an order by mistake', () => {
  const shipments = async () => (await house.db.sql`select state from shipments`).map(({ state }) => state);

  it.each(['unpaid', 'not paid', '没付', '还没付款'])(
    'is not paid by %s, and what it brought in is gone',
    async (words) => {
      await house.say('/order M-1 paid');
      await house.say(`/order M-1 ${words}`);
      expect(await order()).toMatchObject({ payment: 'unpaid' });
      expect((await house.say('/takings today')).text).toBe(t.takings.none);
      expect(await house.say(`/order M-1 ${words}`)).toMatchObject({ unchanged: true });
      await house.say('/undo');
      expect(await order()).toMatchObject({ payment: 'paid' });
    },
  );

  it('is asked about where money went back', async () => {
    await house.say('/order M-1 paid');
    await house.say('/order M-1 refund 80');
    expect((await house.say('/order M-1 unpaid')).failed).toBe(true);
    expect(await order()).toMatchObject({ payment: 'partially_refunded' });
  });

  it('is not sent, and neither is its parcel', async () => {
    await house.say('/order M-1 sent UPS 1Z999AA10123456784');
    await house.say('/order M-1 not sent');
    expect([await order(), await shipments()]).toMatchObject([{ fulfillment: 'unfulfilled' }, ['cancelled']]);
    house.now = new Date(house.now.getTime() + 60_000);
    await house.say('/order M-1 sent UPS 1Z999AA10123456784');
    expect([await order(), await shipments()]).toMatchObject([{ fulfillment: 'fulfilled' }, ['in_transit']]);
  });

  it('keeps the number of a carrier that nobody listed on its button', async () => {
    const reply = await house.say('/order M-1 跨越 KY1234567890');
    expect(commands(reply)).toContain('/order o1 sent 跨越 KY1234567890');
    await house.press('/order o1 sent 跨越 KY1234567890');
    expect(await order()).toMatchObject({ fulfillment: 'fulfilled' });
  });
});

describe('a refund that was noted by mistake', () => {
  beforeEach(() => house.say('/order M-1 paid'));

  it.each(['not refunded', 'undo refund', 'unrefund', '没退', '没退款', '撤销退款'])(
    'is none after %s, and the money is here',
    async (words) => {
      await house.say('/order M-1 refund 80');
      expect((await house.say(`/order M-1 ${words}`)).text).toContain('80');
      expect(await order()).toMatchObject({ payment: 'paid', refunded: '0' });
      expect(JSON.stringify(await house.say('/takings today'))).not.toContain('refunded');
      expect(await house.say(`/order M-1 ${words}`)).toMatchObject({ unchanged: true });
      await house.say('/undo');
      expect(await order()).toMatchObject({ payment: 'partially_refunded', refunded: '8000' });
    },
  );

  it('is asked about where there are several', async () => {
    await house.say('/order M-1 refund 80');
    await house.say('/order M-1 refund 20');
    const asked = commands(await house.say('/order M-1 not refunded'));
    expect(asked.slice(0, 2)).toEqual(['/order o1 not refunded r1', '/order o1 not refunded r2']);
    await house.press(asked[0]!);
    expect(await order()).toMatchObject({ refunded: '2000' });
    // the next is another one than that which stayed
    await house.say('/order M-1 refund 30');
    expect(await order()).toMatchObject({ refunded: '5000' });
    await house.say('/order M-1 not refunded all');
    expect(await order()).toMatchObject({ payment: 'paid', refunded: '0' });
  });
});

describe('what was done with an order on an earlier day', () => {
  const takings = async (of: string) => JSON.stringify((await house.say(`/takings ${of}`)).lists ?? []);

  it.each(['paid yesterday', 'yesterday paid', '已付 昨天', '昨天已付', '昨天付的', '昨天付款了'])(
    'counts on that day: %s',
    async (words) => {
      expect((await house.say(`/order M-1 ${words}`)).text).toContain('(yesterday)');
      expect(await order()).toMatchObject({ payment: 'paid' });
      expect(await takings('yesterday')).toContain('380');
      expect(await takings('today')).not.toContain('380');
      await house.say('/undo');
      expect(await order()).toMatchObject({ payment: 'unpaid' });
      expect(await takings('yesterday')).not.toContain('380');
    },
  );

  it('counts in parts, whichever was noted first', async () => {
    await house.say('/order M-1 paid 100');
    await house.say('/order M-1 paid 80 yesterday');
    expect(await takings('yesterday')).toContain('80.00');
    expect(await takings('today')).toContain('100.00');
    await house.say('/order M-1 rest paid');
    expect(await order()).toMatchObject({ payment: 'paid' });
    expect(await takings('today')).toContain('300.00');
  });

  it.each(['sent yesterday', 'shipped on Nov 20', '昨天发货', '昨天发的货', '已发货 昨天'])(
    'has left on that day: %s',
    async (words) => {
      expect((await house.say(`/order M-1 ${words}`)).text).toContain('(yesterday)');
      expect(await order()).toMatchObject({ fulfillment: 'fulfilled' });
      house.now = new Date(house.now.getTime() + 60_000);
      await house.say('/order M-1 SF1234567890123');
      const parcels = await house.db.sql`
        select state, tracking->0->>'number' as number, (shipped_at at time zone 'Asia/Shanghai')::date::text as day from shipments`;
      expect(parcels).toEqual([{ state: 'in_transit', number: 'SF1234567890123', day: '2026-11-20' }]);
    },
  );

  it('went back on that day, or was called off', async () => {
    await house.say('/order M-1 paid');
    expect((await house.say('/order M-1 refund 80 yesterday')).text).toContain('(yesterday)');
    expect(await order()).toMatchObject({ refunded: '8000' });
    await house.say('/order M-1 cancelled yesterday');
    expect(await order()).toMatchObject({ gone: true });
  });

  it('control: nothing is done of what lies ahead, nor on a day alone', async () => {
    for (const words of ['paid Dec 24', 'sent on Dec 24'])
      expect((await house.say(`/order M-1 ${words}`)).failed).toBe(true);
    expect(await order()).toMatchObject({ payment: 'unpaid', fulfillment: 'unfulfilled' });
    expect((await house.say('/order M-1 paid today')).text).toBe(t.order.isPaid('M-1'));
  });
});

describe('when an order was placed', () => {
  const placed = async () =>
    (
      await house.db.sql`select (placed_at at time zone 'Asia/Shanghai')::date::text as day from orders order by id`
    ).map(({ day }) => day);

  it('is the day that was said, and its money came then', async () => {
    await house.say('/order Anna 2x tea ¥256 yesterday, paid');
    expect(await placed()).toEqual(['2026-11-21', '2026-11-20']);
    expect((await house.say('/takings today')).text).toBe(t.takings.none);
    expect((await house.say('/takings yesterday')).text).not.toBe(t.takings.none);
  });

  it('can be changed, and a day that lies ahead is a note', async () => {
    await house.say('/order M-1 date Nov 3');
    expect(await placed()).toEqual(['2026-11-03']);
    await house.say('/order Anna mug ¥15 Dec 24');
    expect(await placed()).toEqual(['2026-11-03', '2026-11-21']);
    expect((await house.say('/order M-2')).quote).toContain('Dec 24');
  });
});

describe('what an order comes to', () => {
  const total = async () =>
    (await house.db.sql`select total_minor as minor from orders order by id desc limit 1`)[0]!.minor;

  it.each([
    ['set price to 25', '2500'],
    ['change total to 30', '3000'],
    ['改价 300', '30000'],
    ['价格改成 88', '8800'],
  ])('is set by %s', async (words, minor) => {
    await house.say(`/order M-1 ${words}`);
    expect(await total()).toBe(minor);
  });

  it('holds a tax on top as a line of its own, whose rate is asked where it was not said', async () => {
    await house.say('/order Anna logo ¥500 + VAT 19%');
    expect(await total()).toBe('59500');
    const asked = await house.say('/order Anna logo ¥100 + VAT');
    expect([asked.failed, asked.rest?.before]).toEqual([true, '/order c1 logo ¥100 + VAT ']);
    await house.say('/order c1 logo ¥100 + VAT 7%');
    expect(await total()).toBe('10700');
    await house.press(buttonsOf(asked)[0]!);
    expect(await total()).toBe('10000');
  });

  it('is for each page by a tap', async () => {
    const reply = await house.say('/order Anna 3 pages website ¥400');
    expect(await total()).toBe('40000');
    await house.press(buttonsOf(reply)[0]!);
    expect(await total()).toBe('120000');
  });
});

describe('a note', () => {
  it('is kept with an order by its word', async () => {
    await house.say('/order M-1 note weekend delivery');
    expect((await house.say('/order M-1')).quote).toContain('weekend delivery');
    await house.say('/order M-1 备注：先打电话');
    expect((await house.say('/order M-1')).quote).toContain('先打电话');
  });
});

describe('goods in front of their buyer', () => {
  it.each(['2x oolong ¥256 Anna', '2盒龙井 256 Anna'])('make nobody of %s: the buyer is offered', async (words) => {
    const reply = await house.say(`/order ${words}`);
    expect(reply.text).toBe(t.order.forWhom(words));
    expect(commands(reply)).toEqual([`/order c1 ${words.replace(' Anna', '')}`]);
  });

  it.each(['256元龙井两盒 张大民', '2盒新茶 256 张大民'])(
    'whom nobody is called like are asked for: %s',
    async (words) => {
      const reply = await house.say(`/order ${words}`);
      expect([reply.text, commands(reply)]).toEqual([t.order.forWhom(words), []]);
    },
  );

  it('are no goods where a customer is called so', async () => {
    await house.say('/add 3C数码');
    expect((await house.say('/order 3C数码 键盘 ¥300')).text).toBe(t.order.made('M-2'));
  });

  it.each(['for Anna 2 tea ¥30', 'new Anna 2 tea ¥30', '给Anna 2 tea ¥30'])('%s is hers', async (words) => {
    expect((await house.say(`/order ${words}`)).text).toBe(t.order.made('M-2'));
    expect(await house.db.sql`select name from contacts`).toHaveLength(1);
  });
});
