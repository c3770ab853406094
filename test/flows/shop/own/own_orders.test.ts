import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, telegramMessage, testHouse } from '../../../support/house.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY' });
beforeEach(
  house.startingWith(async () => {
    await house.happen(telegramMessage('你好', { chat: '7', from: { address: '7', name: 'Anna', language: 'zh' } }));
    await house.say('/add 小美');
  }),
);

const orders = () =>
  house.db.sql`
    select o.number, c.name, o.payment, o.fulfillment, o.currency, o.total_minor, o.refunded_minor, cancelled_at is not null as gone
    from orders o left join contacts c on c.id = o.contact_id order by o.id`;
const lines = () =>
  house.db.sql`select title, variant, quantity, price_minor from order_lines order by order_id, position`;
const labels = (reply: Parameters<typeof buttonsOf>[0]) => buttonsOf(reply).map(({ label }) => label);

describe('an order that is written down by hand', () => {
  it.each([
    [
      '/order Anna 2x龙井 ¥256',
      { name: 'Anna', currency: 'CNY', total_minor: '25600', payment: 'unpaid' },
      ['龙井', 2, '12800'],
    ],
    [
      '/order 小美 龙井x2 256元',
      { name: '小美', currency: 'CNY', total_minor: '25600', payment: 'unpaid' },
      ['龙井', 2, '12800'],
    ],
    [
      '/order Anna website ¥3,000',
      { name: 'Anna', currency: 'CNY', total_minor: '300000', payment: 'unpaid' },
      ['website', 1, '300000'],
    ],
    [
      '/order Anna website 500 USD paid',
      { currency: 'USD', total_minor: '50000', payment: 'paid' },
      ['website', 1, '50000'],
    ],
    ['/order Anna 3x tea JPY 3000', { currency: 'JPY', total_minor: '3000' }, ['tea', 3, '1000']],
    ['/order Anna cup KWD 1.250', { currency: 'KWD', total_minor: '1250' }, ['cup', 1, '1250']],
    [
      '/订单 小美 2盒龙井 每盒128，已付款',
      { name: '小美', total_minor: '25600', payment: 'paid' },
      ['龙井', 2, '12800'],
    ],
  ])('%s', async (line, order, [title, quantity, price]) => {
    const reply = await house.say(line);
    expect(reply.failed, JSON.stringify(reply)).toBeUndefined();
    expect(await orders()).toMatchObject([{ number: 'M-1', ...order }]);
    expect(await lines()).toMatchObject([{ title, quantity, price_minor: price }]);
    expect(reply.text).toContain('M-1');
  });

  it('holds several articles with their sums, or one sum for all of them', async () => {
    await house.say('/order Anna 2x tea 128 each, 1x cup ¥50');
    await house.say('/order Anna 2x tea, 1x cup ¥300');
    expect(await orders()).toMatchObject([
      { number: 'M-1', total_minor: '30600' },
      { number: 'M-2', total_minor: '30000' },
    ]);
  });

  it('asks about what cannot be read in one way, and writes nothing down', async () => {
    for (const words of ['2x tea ¥128 each, 1x cup', 'tea', '2x tea $30, 1x cup ¥50']) {
      const reply = await house.say(`/order Anna ${words}`);
      expect(reply.failed, words).toBe(true);
    }
    expect(await orders()).toEqual([]);
  });

  it('notes payment and parcel that stand behind the articles', async () => {
    const reply = await house.say('/订单 Anna 2x龙井 ¥256 微信付的，顺丰SF1234567890');
    expect(await orders()).toMatchObject([{ payment: 'paid', fulfillment: 'fulfilled', total_minor: '25600' }]);
    expect(await lines()).toMatchObject([{ title: '龙井', quantity: 2 }]);
    expect(JSON.stringify(reply)).toContain('SF1234567890');
    const before = await house.state();
    await house.say('/undo');
    expect(await orders()).toEqual([]);
    await house.say('/order Anna 2x龙井 ¥256');
    await house.say('/order M-1 2x龙井 ¥256 顺丰SF1234567890');
    expect(await orders()).toMatchObject([{ payment: 'unpaid', fulfillment: 'fulfilled' }]);
    expect(before).not.toEqual(await house.state());
  });

  it('offers a reading of a bare figure, with the buyer still there', async () => {
    await house.type('/order Anna mug 45');
    expect(await orders()).toEqual([]);
    await house.press('mug 45.00 CNY');
    expect(await orders()).toMatchObject([{ name: 'Anna', total_minor: '4500' }]);
  });

  it.each([
    ['/order M1 shipped UPS 1Z999AA10123456784', { fulfillment: 'fulfilled' }],
    ['/订单 m1 发货了', { fulfillment: 'fulfilled' }],
    ['/订单 1 付款了', { payment: 'paid' }],
    ['/order #1 paid', { payment: 'paid' }],
    ['/order M-1 delete', { gone: true }],
    ['/订单 M-1 不要了', { gone: true }],
    ['/order M-1 discount 10%', { total_minor: '23040' }],
    ['/order M-1 $5 off', { total_minor: '25600' }],
    ['/order M-1 ¥5.60 off', { total_minor: '25040' }],
    ['/订单 M-1 打九折', { total_minor: '23040' }],
    ['/订单 M-1 优惠56', { total_minor: '20000' }],
    ['/订单 M-1 优惠560', { total_minor: '25600' }],
  ])('knows its number and what is done with it as people type it: %s', async (line, expected) => {
    await house.say('/order Anna 2x龙井 ¥256');
    await house.say(line);
    expect(await orders()).toMatchObject([{ number: 'M-1', ...expected }]);
    expect(await lines()).toMatchObject([{ title: '龙井', quantity: 2 }]);
    expect(await house.say('/order 1')).toMatchObject({ title: expect.stringContaining('M-1') });
    await house.type(line);
    const changed = (await house.cards()).at(-1)!;
    if ('total_minor' in expected && !changed.failed) expect(labels(changed)).toContain('Undo');
  });

  it('asks nothing of what was said to be for all', async () => {
    expect(labels(await house.say('/订单 Anna 2罐龙井 共256元'))).not.toContain('CN¥256.00 each: CN¥512.00 in all');
  });

  it('takes an amount for the price of each by one tap', async () => {
    await house.type('/order Anna 2x龙井 ¥256');
    await house.press('CN¥256.00 each: CN¥512.00 in all');
    expect(await orders()).toMatchObject([{ number: 'M-1', total_minor: '51200' }]);
  });

  it('takes it so where nobody said of what', async () => {
    await house.type('/order Anna 10 x ¥8');
    await house.press('CN¥8.00 each: CN¥80.00 in all');
    expect(await orders()).toMatchObject([{ number: 'M-1', total_minor: '8000' }]);
    expect(await lines()).toMatchObject([{ quantity: 10 }]);
  });

  it('is paid, sent, refunded and cancelled by buttons and by words', async () => {
    await house.type('/order Anna 2x龙井 ¥256');
    await house.press('Paid');
    expect(await orders()).toMatchObject([{ payment: 'paid' }]);
    expect((await house.say('/order M-1 paid')).unchanged).toBe(true);
    const sent = await house.say('/order M-1 sent 顺丰 SF1234567890');
    expect(sent.fields).toContainEqual({ label: 'Parcel', value: '顺丰 · SF1234567890 · on its way' });
    expect(await orders()).toMatchObject([{ payment: 'paid', fulfillment: 'fulfilled' }]);
    expect(await house.say('/order M-1 refund')).toMatchObject({ failed: true });
    await house.say('/order M-1 refund 56');
    expect(await orders()).toMatchObject([{ payment: 'partially_refunded', refunded_minor: '5600' }]);
    expect((await house.say('/order M-1 refund 300')).failed).toBe(true);
    await house.say('/order M-1 refund all');
    expect(await orders()).toMatchObject([{ payment: 'refunded', refunded_minor: '25600' }]);
    await house.say('/order M-1 cancel');
    expect(await orders()).toMatchObject([{ gone: true }]);
  });

  it('takes a part of the money, and then the rest', async () => {
    await house.say('/order Anna website ¥3,000');
    await house.say('/order M-1 paid 1000');
    expect(await orders()).toMatchObject([{ payment: 'partially_paid' }]);
    expect(await house.say('/order M-1')).toMatchObject({
      fields: expect.arrayContaining([{ label: 'Still to be paid', value: 'CN¥2,000.00' }]),
    });
    await house.say('/order M-1 paid');
    expect(await orders()).toMatchObject([{ payment: 'paid' }]);
  });

  it('wins a lead by the rest of the money where the first part did not', async () => {
    await house.say('/lead Anna website ¥3000');
    await house.say('/order Anna website ¥3,000');
    expect((await house.say('/order M-1 paid 500')).hint).toContain('Only CN¥500.00');
    const before = await house.state();
    expect((await house.say('/order M-1 paid')).hint).toContain('Lead won');
    await house.say('/undo');
    expect(await house.state()).toEqual(before);
  });

  it('is refused where its sum is beyond what can be kept', async () => {
    expect(await house.say('/order Anna 999999x gold 999999999999 each')).toMatchObject({ failed: true });
    expect(await orders()).toEqual([]);
  });

  it('can be taken back exactly, act by act', async () => {
    await house.say('/order Anna cup ¥5');
    await house.say('/undo');
    const states = [];
    for (const line of [
      '2x龙井 ¥256',
      'M-1 paid',
      'M-1 sent 顺丰 SF1234567890',
      'M-1 refund 56',
      'M-1 3x龙井 ¥384',
      'M-1 cancel',
    ]) {
      states.push(await house.state());
      const reply = await house.say(`/order ${line.startsWith('M') ? '' : 'Anna '}${line}`);
      expect(reply.failed, line).toBeUndefined();
    }
    for (const before of states.reverse()) {
      await house.say('/undo');
      expect(await house.state()).toEqual(before);
    }
  });

  it('counts in takings, filters, the contact card and wins the lead it is for', async () => {
    await house.say('/lead Anna 龙井 ¥256');
    const reply = await house.say('/order Anna 2x龙井 ¥256 paid');
    expect(reply.hint).toContain('Lead won');
    expect(JSON.stringify(await house.say('/takings today'))).toContain('CN¥256.00');
    expect(JSON.stringify(await house.say('/find bought:龙井'))).toContain('Anna');
    expect(JSON.stringify(await house.say('/contact Anna'))).toContain('M-1');
    expect(JSON.stringify(await house.say('/timeline Anna'))).toContain('M-1');
    await house.say('/undo');
    expect(JSON.stringify(await house.say('/leads'))).toContain('龙井');
    expect(JSON.stringify(await house.say('/takings today'))).not.toContain('256');
  });

  it('is not shown among the shops that are connected', async () => {
    await house.say('/order Anna cup ¥5');
    expect(JSON.stringify(await house.say('/connect'))).not.toContain('"own');
  });

  it('is told the customer in their own language, and only by a tap', async () => {
    await house.say('/order Anna 2x龙井 ¥256 paid');
    await house.type('/order M-1 sent 顺丰 SF1234567890');
    const sent = (await house.outbox()).length;
    const offered = await house.type('/order M-1 tell').then(() => house.say('/order M-1 tell'));
    expect(JSON.stringify(offered.lists)).toContain('您好，订单 M-1 已发货。\\n顺丰 · SF1234567890');
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toHaveLength(0);
    expect(sent).toBeGreaterThan(0);
    await house.press('Say: sent');
    expect((await house.outbox()).filter(({ audience }) => audience === 'customer')).toHaveLength(1);
  });

  it('offers what can still be done, and nothing else', async () => {
    expect(labels(await house.say('/order Anna cup ¥5'))).toEqual(
      expect.arrayContaining(['Paid', 'Sent', 'Cancel order', 'Tell customer', 'Note', 'Task']),
    );
    const paid = labels(await house.say('/order M-1 paid'));
    expect(paid).toContain('Refund …');
    expect(paid).not.toContain('Paid');
  });
});

describe('/orders', () => {
  it('lists them by how they stand, by day, article, buyer and number', async () => {
    await house.say('/order Anna tea ¥5 paid');
    await house.say('/order 小美 cup ¥6');
    await house.say('/order 小美 pot ¥7 paid');
    await house.say('/order M-3 sent');
    const shown = async (words: string) =>
      ((await house.say(`/orders ${words}`)).lists ?? []).flatMap(({ items }) =>
        items.map(({ text }) => text.slice(0, 3)),
      );
    expect(await shown('')).toEqual(['M-3', 'M-2', 'M-1']);
    expect(await shown('unpaid')).toEqual(['M-2']);
    expect(await shown('unsent')).toEqual(['M-1']);
    expect(await shown('未完成')).toEqual(['M-2', 'M-1']);
    expect(await shown('today')).toEqual(['M-3', 'M-2', 'M-1']);
    expect(await shown('yesterday')).toEqual([]);
    expect(await shown('cup')).toEqual(['M-2']);
    expect(await shown('小美')).toEqual(['M-3', 'M-2']);
    expect(await shown('M-2')).toEqual(['M-2']);
    expect(await shown('nothing of the kind')).toEqual([]);
  });

  it('shows pages, and how many there are', async () => {
    for (let nth = 0; nth < 10; nth += 1) await house.say(`/order Anna cup ¥${nth + 1}`);
    const first = await house.say('/orders unpaid');
    expect(first.title).toContain('10');
    const next = buttonsOf(first).find(({ turns }) => turns)!;
    expect((await house.say(next.command)).lists![0]!.items).toHaveLength(2);
  });

  it('asks which order of somebody is meant', async () => {
    await house.say('/order Anna cup ¥5');
    await house.say('/order Anna pot ¥6');
    const asked = await house.say('/order Anna paid');
    expect(asked).toMatchObject({ failed: true, text: 'Which order?' });
    expect(labels(asked)).toHaveLength(2);
    expect((await house.say('/order Anna')).lists![0]!.items).toHaveLength(2);
    expect(await house.say('/order 99')).toMatchObject({ failed: true, text: 'There is no order 99.' });
  });
});

describe('what is asked about orders without a slash', () => {
  it.each([
    ['how much did we sell this month', 'Takings', 'CN¥5.00'],
    ['takings today', 'Takings', 'CN¥5.00'],
    ['本月卖了多少', 'Takings', 'CN¥5.00'],
    ['昨天卖了多少钱', 'Takings', 'Nothing came in'],
    ['unsent orders', 'Orders', 'M-1'],
    ['未付款的订单有哪些', 'Orders', 'M-2'],
    ['今天的订单', 'Orders', 'M-2'],
  ])('%s', async (words, title, holds) => {
    await house.say('/order Anna cup ¥5 paid');
    await house.say('/order Anna pot ¥7');
    await house.type(words);
    const shown = (await house.cards()).at(-1)!;
    expect(shown.title).toContain(title);
    expect(JSON.stringify(shown)).toContain(holds);
  });
});

describe('a sum that is typed for an order', () => {
  it.each([
    ['total 450', '2 × green tea', '45000'],
    ['change to $40', '2 × green tea', '4000'],
    ['改成 300', '2 × green tea', '30000'],
    ['总共256', '2 × green tea', '25600'],
    // the control: what says that it replaces takes the place of all there was
    ['replace with 3x mugs $45', '3 × mugs', '4500'],
  ])(
    '%s changes what it comes to, and only other articles take the place of what was bought',
    async (words, line, minor) => {
      await house.reset();
      await house.say('/add Anna');
      await house.say('/order Anna 2x green tea $30');
      await house.say(`/order M-1 ${words}`);
      const lines = await house.db.sql<{ line: string }>`select quantity || ' × ' || title as line from order_lines`;
      expect(lines).toEqual([{ line }]);
      expect(await house.db.sql`select total_minor as minor from orders`).toMatchObject([{ minor }]);
    },
  );
});

it('what was changed since is undone from its end: the button names the last change, and the next one goes on', async () => {
  await house.reset();
  await house.say('/add Anna');
  const made = await house.say('/order Anna 2x green tea $30');
  await house.say('/order M-1 paid');
  const [first] = await house.db.sql<{
    id: string;
  }>`select id from journal where command like '/order Anna%' order by id limit 1`;
  const stuck = await house.say(`/undo ${first!.id}`);
  expect(made.failed).toBeUndefined();
  const [button] = stuck.buttons!.flat();
  expect(button!.label).toContain('M-1');
  await house.say(button!.command);
  expect((await house.say(`/undo ${first!.id}`)).failed).toBeUndefined();
  expect(await house.db.sql`select from orders`).toEqual([]);
});

describe('/orders as people type it', () => {
  beforeEach(async () => {
    await house.say('/order Anna 2x tea ¥30 paid');
  });

  it.each(['not shipped', 'not shipped yet', 'to be sent', '还没发货', '没发'])(
    '%s lists what is to be sent',
    async (words) => {
      expect((await house.say(`/orders ${words}`)).lists?.[0]?.items).toHaveLength(1);
    },
  );

  it('says that words are no state where they name nothing, and offers the states', async () => {
    const reply = await house.say('/orders whatever');
    expect(reply.text).toContain('“whatever”');
    expect(buttonsOf(reply).map(({ command }) => command)).toEqual([
      '/orders unpaid',
      '/orders unsent',
      '/orders refunded',
      '/orders cancelled',
      '/orders',
    ]);
  });
});
