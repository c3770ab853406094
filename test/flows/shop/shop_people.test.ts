import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, NOON, telegramMessage, testHouse } from '../../support/house.ts';
import { shopifyEvent, shopifyOrder, shopifyRefund } from '../../support/shops/shopify_order.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  }),
);

const at = (minute: number) => `2026-11-21T03:${String(minute).padStart(2, '0')}:00Z`;
const order = (minute: number, more: object = {}) => shopifyOrder({ updated_at: at(minute), ...more });
const tell = async (...bodies: object[]) => {
  for (const body of bodies) await house.happen(shopifyEvent(body));
};
const told = async () => (await house.cards()).filter(({ title }) => /^\p{Extended_Pictographic}/u.test(title ?? ''));
const titles = async () => (await told()).map(({ title }) => title);
const lastCard = async () => (await told()).at(-1)!;
const leads = () => house.db.sql`select title, stage, amount_minor as amount from leads order by id`;
const sent = async () =>
  (await house.outbox()).filter(({ audience }) => audience === 'customer').map(({ address }) => address);
/** A mail from Anna's old address, under this name. */
const mail = (name: string) =>
  house.happen(
    telegramMessage('Where is it?', {
      ...{ channel: 'email', chat: 'anna@example.com', from: { address: 'anna@example.com', name } },
    }),
  );
const owners = () => house.db.sql`
  select i.channel, i.address, c.name, i.claimed from contact_identities i join contacts c on c.id = i.contact_id
  where i.channel in ('shopify', 'email') order by i.channel desc, i.address`;

const anna = {
  id: 21,
  email: 'anna@example.com',
  first_name: 'Anna',
  last_name: 'Smith',
  updated_at: '2026-11-01T00:00:00Z',
};
const moved = { ...anna, email: 'bo@example.com', updated_at: '2026-11-20T00:00:00Z' };
const greg = {
  id: 22,
  email: 'anna@example.com',
  first_name: 'Greg',
  last_name: 'Miller',
  updated_at: '2026-11-20T01:00:00Z',
};
const gregs = (minute: number) => order(minute, { id: 3010, name: '#3010', customer: greg });

describe('a mail address that the shop gives to another of its customers', () => {
  it.each([
    ['the former holder’s record first', [order(1), moved, gregs(2)]],
    ['the new holder’s order first', [order(1), gregs(2), moved]],
  ])('is theirs, and nobody is merged: %s', async (_, events) => {
    await tell(...events);
    expect(await owners()).toEqual([
      { channel: 'shopify', address: '1/21', name: 'Anna Smith', claimed: false },
      { channel: 'shopify', address: '1/22', name: 'Greg Miller', claimed: false },
      { channel: 'email', address: 'anna@example.com', name: 'Greg Miller', claimed: false },
      { channel: 'email', address: 'bo@example.com', name: 'Anna Smith', claimed: false },
    ]);
    const cards = JSON.stringify(await house.cards());
    expect(cards).toContain('Greg Miller');
    expect(cards).toContain('/merge c1 c2');
    await mail('Greg Miller');
    await house.say('/reply c1 Only for Anna');
    expect(await sent()).toEqual([]);
    await house.say('/reply c2 Only for Greg');
    expect(await sent()).toEqual(['anna@example.com']);
  });

  it('that the former holder’s record still names stays with them; the other account is a contact of its own', async () => {
    await tell(order(1), gregs(2));
    expect(await owners()).toMatchObject([
      { address: '1/21', name: 'Anna Smith' },
      { address: '1/22', name: 'Greg Miller' },
      { address: 'anna@example.com', name: 'Anna Smith' },
    ]);
    expect(JSON.stringify(await house.cards())).toContain('/merge c1 c2');
  });

  it('and from which the former holder has written stays in their thread, and is asked about before an answer', async () => {
    await mail('Anna Smith');
    await tell(order(1), moved, gregs(2));
    expect(await owners()).toContainEqual({
      ...{ channel: 'email', address: 'anna@example.com', name: 'Anna Smith', claimed: true },
    });
    await house.say('/reply v1 A secret');
    expect(await sent()).toEqual([]);
  });

  it('goes to a second account that another shop knows by it, as before', async () => {
    await house.say('/connect shopify another 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');
    await tell(order(1));
    const event = shopifyEvent(order(2, { id: 9, name: '#9', customer: greg }));
    await house.happen({ ...event, connectionId: '2' } as typeof event);
    expect(await house.db.sql`select from contacts`).toHaveLength(1);
  });
});

const mother = {
  id: 22,
  email: null,
  phone: '13800138000',
  first_name: '妈',
  last_name: '何',
  updated_at: '2026-11-20T00:00:00Z',
};
const mothers = (minute: number, more: object = {}) =>
  order(minute, { id: 3010, name: '#3010', email: null, customer: mother, ...more });

it.each([
  ['何妈', false],
  ['小何', true],
])(
  'the order of a new account with a known phone alone is theirs only if it is called so: %s',
  async (name, isTheirs) => {
    await house.say('/add 小何 13800138000');
    await house.say('/lead c1 茶礼 ¥3000');
    await tell(mothers(1, { total_price: '3000.00', customer: { ...mother, first_name: name, last_name: '' } }));
    expect((await lastCard()).text).toBe(name);
    expect(await leads()).toMatchObject([{ stage: isTheirs ? 'won' : 'new' }]);
    expect(JSON.stringify(await house.cards()).includes('/merge c1 c2')).toBe(!isTheirs);
  },
);

describe('the order of an account that came by a known phone before it had a name', () => {
  beforeEach(async () => {
    await house.say('/add 小何 13800138000');
    await house.say('/lead c1 茶礼 ¥3000');
    await tell({ ...mother, first_name: null, last_name: null, updated_at: '2026-11-19T00:00:00Z' });
  });

  const bothAsked = async () => JSON.stringify(await house.cards()).split('"/merge c1 c2"').length - 1;

  it.each([[1], [2]])('is another’s: it wins no lead, and it is asked once: order %i', async (count) => {
    for (let nth = 1; nth <= count; nth++) await tell(mothers(nth, { id: 3010 + nth, name: `#${3010 + nth}` }));
    expect(await leads()).toEqual([{ title: '茶礼', stage: 'new', amount: '300000' }]);
    const card = await lastCard();
    expect(card.text).toBe('何妈');
    expect(buttonsOf(card).map(({ command }) => command)).toEqual(['/contact c2', `/order o${count}`]);
    expect(await bothAsked()).toBe(1);
  });

  it('is theirs once the owner says that they are one', async () => {
    await tell(mothers(1));
    await house.press('/merge c1 c2');
    await tell(mothers(2, { id: 3011, name: '#3011' }));
    expect((await lastCard()).text).toBe('小何');
    expect(await house.db.sql`select distinct contact_id::int as id from orders`).toEqual([{ id: 1 }]);
  });

  it('of the same name wins it as ever', async () => {
    await tell(mothers(1, { total_price: '3000.00', customer: { ...mother, first_name: '小何', last_name: '' } }));
    expect(await leads()).toMatchObject([{ stage: 'won' }]);
    expect((await lastCard()).text).toBe('小何');
  });
});

describe('an account that came by a phone alone, and whose shop calls it otherwise later', () => {
  const ben = { id: 22, email: null, phone: '+447400123456', first_name: 'Ann', last_name: null, updated_at: at(1) };
  const of = (nth: number, customer: object) =>
    shopifyEvent(order(nth, { id: 3010 + nth, name: `#${3010 + nth}`, email: null, customer }));
  const record = (customer: object) => shopifyEvent(customer, 'customers/update');
  const whose = () => house.db.sql`
    select c.name, string_agg(i.channel, ' ' order by i.id) as by,
      (select count(*)::int from orders o where o.contact_id = c.id) as orders
    from contacts c left join contact_identities i on i.contact_id = c.id group by c.id order by c.id`;
  const ann = { name: 'Ann Berg', by: 'telegram phone', orders: 0 };
  const bens = (by: string, orders: number) => ({ name: 'Ben Hill', by, orders });

  beforeEach(async () => {
    await house.happen(telegramMessage('Where is it?', { chat: '7', from: { address: '7', name: 'Ann Berg' } }));
    await house.say('/edit c1 +44 7400 123456');
  });

  it.each<[string, object[], object[]]>([
    [
      'its record',
      [of(1, ben), record({ ...ben, first_name: 'Ben', last_name: 'Hill', updated_at: at(2) })],
      [ann, bens('shopify', 1)],
    ],
    [
      'its next order',
      [of(1, ben), of(2, { ...ben, first_name: 'Ben', last_name: 'Hill', updated_at: at(2) })],
      [ann, bens('shopify', 2)],
    ],
    [
      'a record without the phone, with a mail address',
      [
        of(1, ben),
        record({
          ...ben,
          phone: null,
          email: 'ben@x.example',
          first_name: 'Ben',
          last_name: 'Hill',
          updated_at: at(2),
        }),
      ],
      [ann, bens('shopify email', 1)],
    ],
    [
      'a record, with the mail address that it brought',
      [
        of(1, { ...ben, email: 'ben@x.example' }),
        record({ ...ben, email: 'ben@x.example', first_name: 'Ben', last_name: 'Hill', updated_at: at(2) }),
      ],
      [ann, bens('shopify email', 1)],
    ],
  ])('is somebody of their own by then, and it is asked: by %s', async (_, events, expected) => {
    await house.happen(...(events as Parameters<typeof house.happen>));
    expect(await whose()).toEqual(expected);
    expect(JSON.stringify(await house.cards())).toContain('/merge c1 c2');
    await house.say('/reply 3011 Your order is ready');
    expect(await sent()).toEqual([]);
  });

  it.each([
    ['the whole name', { first_name: 'Ann', last_name: 'Berg' }],
    ['another short form', { first_name: 'A.', last_name: 'Berg' }],
    ['no name', { first_name: null, last_name: null }],
  ])('stays theirs by %s', async (_, name) => {
    await house.happen(of(1, ben), of(2, { ...ben, ...name, updated_at: at(2) }));
    expect(await whose()).toEqual([{ ...ann, by: 'telegram phone shopify', orders: 2 }]);
  });

  it('stays with whoever has no name but the one that it gave them', async () => {
    await house.say('/add +44 7400 999999');
    const theirs = { ...ben, id: 23, phone: '+447400999999' };
    await house.happen(of(1, theirs), of(2, { ...theirs, first_name: 'Ben', last_name: 'Hill', updated_at: at(2) }));
    expect((await whose()).at(-1)).toEqual(bens('phone shopify', 2));
  });
});

it.each([
  ['+44 20 7946 0018', 'Bob Jones'],
  ['+44 20 7946 0019', '+442079460018'],
])('a guest who left a phone alone is called as the parcel calls whoever has it: sent to %s', async (phone, name) => {
  const guest = { customer: null, email: null, contact_email: null, billing_address: null, phone: '+442079460018' };
  await tell(
    order(0, { ...guest, shipping_address: { name: 'Bob Jones', address1: '1 High St', city: 'Leeds', phone } }),
  );
  expect(await house.db.sql`select name from contacts`).toEqual([{ name }]);
});

it('a guest’s order billed to somebody else wins no lead by itself', async () => {
  await house.say('/add Anna Smith anna@example.com');
  await house.say('/lead c1 Pots');
  await tell(order(1, { customer: null, billing_address: { name: 'Carl Berg' } }));
  expect(await leads()).toMatchObject([{ stage: 'new' }]);
  expect(buttonsOf(await lastCard()).map(({ command }) => command)).toContain('/won 1');
});

describe('a lead won by an order', () => {
  beforeEach(async () => {
    await tell(order(0, { financial_status: 'pending' }));
    await house.say('/lead c1 50 boxes');
  });

  it('is as it was after Undo on the card, and not won again by the order’s next version', async () => {
    const before = await house.state();
    await tell(order(1));
    expect(await leads()).toMatchObject([{ stage: 'won', amount: '10000' }]);
    await house.press('撤销');
    expect((await house.state()).leads).toEqual(before.leads);
    await tell(order(2, { fulfillment_status: 'fulfilled' }));
    expect(await leads()).toEqual([{ title: '50 boxes', stage: 'new', amount: null }]);
  });

  it('is taken back by its own button, never by a bare /undo, and stands in the audit as done by itself', async () => {
    await house.say('/rename c1 Anna S.');
    await tell(order(1));
    const won = (await house.cards())
      .flatMap((card) => buttonsOf(card))
      .findLast(({ command }) => command.startsWith('/undo'))!;
    await house.say('/undo');
    expect(await leads()).toMatchObject([{ stage: 'won' }]);
    await house.press(won.command);
    expect(await leads()).toMatchObject([{ stage: 'new' }]);
    expect(JSON.stringify(await house.say('/audit'))).toContain('自动：/won 1');
    expect(await house.db.sql`select name from contacts where name = 'Anna S.'`).toEqual([]);
  });

  const gone: [string, object, string?][] = [
    ['refunded', order(2, { financial_status: 'refunded', refunds: [shopifyRefund(7, '100.00', at(2))] })],
    ['refunded with no sum listed', order(2, { financial_status: 'refunded' })],
    [
      'refunded in part',
      order(2, { financial_status: 'partially_refunded', refunds: [shopifyRefund(7, '40.00', at(2))] }),
    ],
    ['cancelled', order(2, { cancelled_at: at(2) })],
    ['deleted', { id: 3001 }, 'orders/delete'],
    ['lost to a dispute', { id: 8, order_id: 3001, type: 'chargeback', status: 'lost', evidence_due_by: null }],
  ];
  it.each(gone)('is asked about when its order is %s', async (_, body, topic) => {
    await tell(order(1));
    await house.happen(shopifyEvent(body, topic));
    const card = await lastCard();
    expect(card.hint).toContain('50 boxes');
    expect(await leads()).toMatchObject([{ stage: 'won' }]);
    await house.press('/reopen 1');
    expect(await leads()).toEqual([{ title: '50 boxes', stage: 'new', amount: null }]);
  });

  it('is not asked about when the owner had undone or closed it otherwise', async () => {
    await tell(order(1));
    await house.say('/lost 1');
    await tell(order(2, { cancelled_at: at(2) }));
    expect((await lastCard()).hint).toBe('款已经付了，还没有退。');
  });
});

it('a lead that is won or lost by hand is open again as it was, by number or by name', async () => {
  await house.say('/add Anna Smith anna@example.com');
  await house.say('/lead c1 Pots ¥50');
  await house.say('/lost 1 too dear');
  await house.say('/reopen c1');
  expect(await leads()).toEqual([{ title: 'Pots', stage: 'new', amount: '5000' }]);
  await house.say('/won 1');
  await house.say('/lost 1');
  await house.say('/reopen 1');
  expect(await leads()).toMatchObject([{ stage: 'new' }]);
  await house.say('/undo');
  expect(await leads()).toMatchObject([{ stage: 'lost' }]);
});

describe('of an order never heard of that was placed long ago', () => {
  const old = (days: number, more: object) =>
    order(30, { created_at: new Date(NOON.getTime() - days * 24 * 3_600_000).toISOString(), ...more });
  const refund = shopifyRefund(7, '30.00', at(29));
  const longAgo = shopifyRefund(7, '30.00', '2026-10-29T00:00:00Z');

  it.each([
    ['cancelled now', { cancelled_at: at(29), financial_status: 'refunded' }, ['🚫 订单 #3001 已取消 · ¥100.00']],
    [
      'refunded in part now',
      { financial_status: 'partially_refunded', refunds: [refund] },
      ['↩️ 订单 #3001 已退款 ¥30.00'],
    ],
    ['refunded now', { financial_status: 'refunded', refunds: [refund] }, ['↩️ 订单 #3001 已退款 ¥30.00']],
    ['voided now', { financial_status: 'voided' }, ['🔓 订单 #3001 的预授权已解除，没有扣款 · ¥100.00']],
    ['only changed now', {}, []],
    ['sent now', { fulfillment_status: 'fulfilled' }, []],
    ['cancelled long ago', { cancelled_at: '2026-10-29T00:00:00Z' }, []],
    ['refunded long ago', { financial_status: 'partially_refunded', refunds: [longAgo] }, []],
    ['as it was', { financial_status: 'voided', updated_at: '2026-10-29T00:00:00Z' }, []],
  ])('is told what is new, and nothing else: %s', async (_, more, expected) => {
    await tell(old(40, more));
    expect(await titles()).toEqual(expected);
  });

  it.each([
    [9, 'orders/paid', '2026-11-21T03:50:00Z'],
    [9, 'orders/updated', '2026-11-21T03:50:00Z'],
    [60, 'orders/paid', '2026-11-21T03:50:00Z'],
  ])(
    'its payment is, %i days later (%s): it is a card, wins the lead and is taken in',
    async (days, topic, updated_at) => {
      await house.say('/add Anna Smith anna@example.com');
      await house.say('/lead c1 Pots');
      const paid = old(days, { updated_at });
      await house.happen(shopifyEvent(paid, topic));
      await tell(paid);
      expect(await titles()).toEqual(['🛒 订单 #3001 已付款 · ¥100.00']);
      expect(await leads()).toMatchObject([{ stage: 'won' }]);
      house.now = new Date('2026-11-22T01:00:00Z');
      expect(JSON.stringify(await house.say('/digest'))).toContain('1 单，¥100.00');
    },
  );

  it('the same version as a mere update first makes its payment no less news', async () => {
    const paid = old(60, {});
    await tell(paid);
    expect(await titles()).toEqual([]);
    for (let times = 0; times < 2; times++) await house.happen(shopifyEvent(paid, 'orders/paid'));
    expect(await titles()).toEqual(['🛒 订单 #3001 已付款 · ¥100.00']);
  });

  it('nothing is said when a shop’s history comes in as it was', async () => {
    for (let nth = 1; nth <= 10; nth++) {
      await tell(old(8 + nth, { id: nth, name: `#${nth}`, updated_at: '2026-11-12T00:00:00Z' }));
    }
    expect(await titles()).toEqual([]);
  });
});

it('of a lead in a thread of another channel nothing is said by an order of a stranger', async () => {
  await house.happen(telegramMessage('hello', { chat: '7', from: { address: '7', name: 'Bea' } }));
  await house.say('/lead c1 Cups');
  await tell(order(1));
  expect(await leads()).toMatchObject([{ stage: 'new' }]);
  expect((await lastCard()).hint).toBeUndefined();
});

it('a dispute about an order that is not known here says what can be looked up, and of nobody', async () => {
  await tell({ id: 8, order_id: 4711, type: 'chargeback', status: 'needs_response', evidence_due_by: null });
  const { title, fields, buttons } = await lastCard();
  expect(title).toBe('⚠️ 有一笔付款收到拒付申诉');
  expect(fields).toEqual([{ label: '订单', value: '这里没有（店铺内部编号 4711）' }]);
  expect(buttons).toBeUndefined();
});
