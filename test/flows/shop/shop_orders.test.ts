import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../support/house.ts';
import { shopifyEvent, shopifyOrder, shopifyRefund } from '../../support/shops/shopify_order.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  }),
);

const at = (minute: number) => `2026-11-21T02:${String(minute).padStart(2, '0')}:00Z`;
const order = (minute: number, more: object = {}) => shopifyOrder({ updated_at: at(minute), ...more });
const tell = async (...bodies: object[]) => {
  for (const body of bodies) await house.happen(shopifyEvent(body));
};
/** Cards about the shop, in order; not what commands answered. */
const told = async () => (await house.cards()).filter(({ title }) => /^\p{Extended_Pictographic}/u.test(title ?? ''));
const titles = async () => (await told()).map(({ title }) => title);
const leads = () => house.db.sql`select title, stage, amount_minor from leads order by id`;
const owners = () => house.db.sql`
  select o.number, c.name from orders o left join contacts c on c.id = o.contact_id order by o.id`;
const spentBy = () => house.db.sql`
  select c.name, spent_minor as spent from purchases p join contacts c on c.id = p.contact_id order by c.name`;
/** What the digest of the next morning says came in on the 21st, or on another day of November. */
async function takingsOn(day = 21): Promise<string[]> {
  const before = house.now;
  house.now = new Date(Date.UTC(2026, 10, day + 1));
  const reply = await house.say('/digest');
  house.now = before;
  return reply.lists?.find(({ title }) => title === '昨天的收款')?.items.map(({ text }) => text!) ?? [];
}

const bob = { id: 22, email: 'bob@example.com', first_name: 'Bob', last_name: 'Jones', updated_at: at(0) };
const forBob = { customer: bob, email: 'bob@example.com' };
const carl = { customer: null, email: 'anna@example.com', billing_address: { name: 'Carl Berg' } };

describe('an order that the shop gives to another customer', () => {
  it('is theirs with what it came to, its lines and its lead; the first’s lead is open again as it was', async () => {
    await tell(order(0, { financial_status: 'pending' }));
    await tell(order(0, { ...forBob, id: 3002, name: '#3002', financial_status: 'pending' }));
    await house.say('/lead c1 Pots');
    await house.say('/lead c2 Cups');
    house.now = new Date('2026-11-21T05:00:00Z');
    await tell(order(40));
    expect(await leads()).toMatchObject([{ stage: 'won', amount_minor: '10000' }, { stage: 'new' }]);
    await house.db.autocommit`update leads set created_at = '2026-11-21T02:10:00Z'`;
    await tell(order(50, forBob));
    expect(await owners()).toEqual([
      { number: '#3001', name: 'Bob Jones' },
      { number: '#3002', name: 'Bob Jones' },
    ]);
    expect(await spentBy()).toEqual([{ name: 'Bob Jones', spent: '10000' }]);
    expect((await house.say('/find bought:pot')).title).toBe(
      (await house.say('/find spent:=100')).title?.replace(/：.*/, '：买过:pot'),
    );
    expect(await leads()).toEqual([
      { title: 'Pots', stage: 'new', amount_minor: null },
      { title: 'Cups', stage: 'won', amount_minor: '10000' },
    ]);
    expect((await told()).at(-1)).toMatchObject({
      title: '🔁 订单 #3001 现在属于 Bob Jones · ¥100.00',
      text: '店铺把它改到了别人名下，原来属于 Anna Smith。',
      hint: '意向重新打开：Pots\n意向成交：Cups',
      buttons: [
        [{ command: '/contact c2' }, { command: '/contact c1' }, { command: '/order o1' }],
        [{ command: expect.stringMatching(/^\/undo \d+$/) }],
      ],
    });
  });

  it.each([
    ['a guest’s, then an account’s', { ...carl, email: 'carl@example.com' }, forBob, 'Bob Jones'],
    ['an account’s, then a guest’s', forBob, { ...carl, email: 'carl@example.com' }, 'Carl Berg'],
    ['an account’s, then nobody’s', forBob, { customer: null, email: null }, 'Bob Jones'],
    ['nobody’s, then an account’s', { customer: null, email: null }, forBob, 'Bob Jones'],
  ])('counts as the newest version that names a buyer says: %s', async (_, first, then, name) => {
    await tell(order(1, first), order(2, then));
    expect(await spentBy()).toEqual([{ name, spent: '10000' }]);
  });

  it('is not given back by a late version, nor told twice', async () => {
    await tell(order(1), order(3, forBob), order(2), order(4, forBob));
    expect(await owners()).toEqual([{ number: '#3001', name: 'Bob Jones' }]);
    expect((await titles()).filter((title) => title?.startsWith('🔁'))).toHaveLength(1);
  });

  it('stays where the owner’s merge brought it, while the shop names the same buyer', async () => {
    await tell(order(1), order(1, { ...forBob, id: 3002, name: '#3002' }));
    await house.say('/merge c1 c2');
    const merged = await owners();
    await tell(order(2), order(2, { ...forBob, id: 3002, name: '#3002' }));
    expect(await owners()).toEqual(merged);
    expect(new Set(merged.map(({ name }) => name)).size).toBe(1);
  });

  it('goes with its buyer when the owner takes two accounts of a shop apart again', async () => {
    await tell(order(1), order(1, { ...forBob, id: 3002, name: '#3002' }));
    await house.say('/merge c1 c2');
    const [left] = await house.db.sql<{ id: string }>`select id from contacts`;
    const split = await house.say(`/split c${left!.id}`);
    const command = split.lists?.[0]?.items
      .flatMap(({ buttons }) => buttons ?? [])
      .concat(split.buttons?.flat() ?? [])
      .find(({ label, command: line }) => /1\/22/.test(`${label} ${line}`))?.command;
    expect(command).toBeDefined();
    await house.say(command!);
    expect(
      await house.db.sql`
      select o.number, i.address from orders o join contact_identities i on i.contact_id = o.contact_id
      where i.channel = 'shopify' order by 1`,
    ).toEqual([
      { number: '#3001', address: '1/21' },
      { number: '#3002', address: '1/22' },
    ]);
  });

  it('that was moved after a merge stays moved when the merge is taken back', async () => {
    await tell(order(1), order(1, { ...forBob, id: 3002, name: '#3002' }));
    await house.say('/merge c1 c2');
    const eve = { customer: { ...bob, id: 23, email: 'eve@example.com', first_name: 'Eve' }, email: 'eve@example.com' };
    await tell(order(2, eve), order(3, { ...forBob, id: 3003, name: '#3003' }));
    expect((await house.say('/undo')).failed).toBeUndefined();
    expect(await owners()).toEqual([
      { number: '#3001', name: 'Eve Jones' },
      { number: '#3002', name: 'Bob Jones' },
      { number: '#3003', name: 'Bob Jones' },
    ]);
  });

  it('comes to the same in whatever order its versions, its refund and its deletion are delivered', async () => {
    const versions = [
      shopifyEvent(order(0, { financial_status: 'authorized' })),
      shopifyEvent(order(1)),
      shopifyEvent(order(2, forBob), 'orders/updated', '2026-11-21T02:02:00.100Z'),
      shopifyEvent(order(2, { ...carl, email: 'carl@example.com' }), 'orders/updated', '2026-11-21T02:02:00.200Z'),
      shopifyEvent(order(3, { customer: null, email: null })),
      shopifyEvent(order(4, { financial_status: 'refunded', customer: null, email: null })),
    ];
    const gone = shopifyEvent({ id: 3001 }, 'orders/delete');
    const state = async () => ({
      order: await house.db.sql`
        select o.number, payment, refunded_minor, version_at, buyer, buyer_at, buyer_tie, c.name, deleted_at is null as there
        from orders o left join contacts c on c.id = o.contact_id`,
      spent: await spentBy(),
      payments: await house.db.sql`select at, received_minor, returned_minor from order_payments order by at`,
    });
    for (const all of [versions, [...versions, gone]]) {
      await house.db.autocommit`delete from orders`;
      await house.db.autocommit`delete from deleted_orders`;
      await house.happen(...all);
      const expected = await state();
      await fc.assert(
        fc.asyncProperty(fc.shuffledSubarray(all, { minLength: all.length }), async (shuffled) => {
          await house.db.autocommit`delete from orders`;
          await house.db.autocommit`delete from deleted_orders`;
          await house.happen(...shuffled);
          expect(await state()).toEqual(expected);
        }),
        { numRuns: 15 },
      );
    }
  });
});

describe('a payment that is only reserved', () => {
  const reserved = (minute: number) => order(minute, { financial_status: 'authorized' });

  it('is told as that, wins no lead, is not spent and not taken in', async () => {
    await tell(order(0, { financial_status: 'pending' }));
    await house.say('/lead c1 Pots');
    await tell(reserved(1));
    expect((await titles()).filter((title) => title?.includes('#3001'))).toEqual([
      '🆕 新订单 #3001 · ¥100.00 · 还没付款',
      '🔒 订单 #3001 已预授权 ¥100.00，尚未扣款',
    ]);
    expect(await leads()).toMatchObject([{ stage: 'new' }]);
    expect([await spentBy(), await takingsOn()]).toEqual([[], []]);
    expect((await house.say('/find 3001')).title).toContain('已预授权，尚未扣款');
  });

  it.each([
    ['captured', [], []],
    ['expired and captured', ['expired'], ['⚠️ 订单 #3001 的预授权已过期，没有扣款 · ¥100.00']],
    ['voided and paid anew', ['voided'], ['🔓 订单 #3001 的预授权已解除，没有扣款 · ¥100.00']],
    [
      'expired, reserved again and captured',
      ['expired', 'authorized'],
      ['⚠️ 订单 #3001 的预授权已过期，没有扣款 · ¥100.00'],
    ],
  ])('is told as paid once when it is %s, and wins the lead then', async (_, between, told) => {
    await tell(order(0, { financial_status: 'pending' }));
    await house.say('/lead c1 Pots');
    await tell(reserved(1));
    for (const [nth, financial_status] of between.entries()) await tell(order(2 + nth, { financial_status }));
    await tell(order(8), order(9, { tags: 'x' }));
    expect((await titles()).filter((title) => title?.includes('#3001'))).toEqual([
      '🆕 新订单 #3001 · ¥100.00 · 还没付款',
      '🔒 订单 #3001 已预授权 ¥100.00，尚未扣款',
      ...told,
      '🛒 订单 #3001 已付款 · ¥100.00',
    ]);
    expect(await leads()).toMatchObject([{ stage: 'won' }]);
    expect(await takingsOn()).toEqual(['1 单，¥100.00']);
  });

  it('is told when its order is cancelled', async () => {
    await tell(reserved(1), order(2, { financial_status: 'voided', cancelled_at: at(2) }));
    expect((await titles()).at(-1)).toBe('🚫 订单 #3001 已取消 · ¥100.00');
  });
});

describe('an order changed after it was paid', () => {
  it('upward says what is still to be paid, and each time it is paid in full', async () => {
    const part = (total: string, open: string) => ({
      financial_status: 'partially_paid',
      current_total_price: total,
      total_outstanding: open,
    });
    await tell(order(1, { total_outstanding: '0.00' }), order(2, part('150.00', '50.00')));
    await tell(order(3, { ...part('150.00', '50.00'), tags: 'x' }));
    await tell(order(4, { current_total_price: '150.00', total_outstanding: '0.00' }));
    await tell(
      order(5, part('170.00', '20.00')),
      order(6, { current_total_price: '170.00', total_outstanding: '0.00' }),
    );
    expect(await titles()).toEqual([
      '🛒 订单 #3001 已付款 · ¥100.00',
      '💰 订单 #3001 有改动，还需补付 ¥50.00',
      '🛒 订单 #3001 已付款 · ¥150.00',
      '💰 订单 #3001 有改动，还需补付 ¥20.00',
      '🛒 订单 #3001 已付款 · ¥170.00',
    ]);
    expect(await takingsOn()).toEqual(['1 单，¥170.00']);
  });

  it.each([
    [{ total_outstanding: '50.00', current_total_price: '150.00' }, '还需补付 ¥50.00'],
    [{ total_outstanding: '-40.00', current_total_price: '60.00' }, '应退还 ¥40.00'],
    [{ financial_status: 'partially_paid' }, '还需补付一部分'],
  ])('says the difference: %j', async (more, words) => {
    await tell(order(1), order(2, more));
    expect((await titles()).at(-1)).toBe(`💰 订单 #3001 有改动，${words}`);
  });

  it('and partly paid before is not said to be paid in full by a refund of a part', async () => {
    const part = { financial_status: 'partially_paid', total_outstanding: '40.00' };
    await tell(
      order(1, part),
      order(2, { ...part, financial_status: 'partially_refunded', refunds: [shopifyRefund(7, '10.00', at(2))] }),
    );
    expect((await titles()).slice(1)).toEqual(['↩️ 订单 #3001 已退款 ¥10.00']);
  });
});

describe('a refund of which the shop lists no sum', () => {
  it.each([
    ['whole', { financial_status: 'refunded' }, '¥100.00', []],
    [
      'whole, of an order worth nothing now',
      { financial_status: 'refunded', current_total_price: '0.00', total_outstanding: '0.00' },
      '¥100.00',
      [],
    ],
    [
      'whole, with a refund that has no transactions',
      { financial_status: 'refunded', refunds: [{ id: 7, created_at: at(2), transactions: [] }] },
      '¥100.00',
      [],
    ],
    [
      'in part',
      { financial_status: 'partially_refunded', current_total_price: '60.00' },
      '¥40.00',
      [{ name: 'Anna Smith', spent: '6000' }],
    ],
  ])('is the difference, on the day it was told: %s', async (_, more, amount, spent) => {
    await tell(order(1), order(2, { ...more, updated_at: '2026-11-23T02:00:00Z' }));
    await tell(order(3, { ...more, tags: 'x', updated_at: '2026-11-24T02:00:00Z' }));
    expect((await titles()).slice(1)).toEqual([`↩️ 订单 #3001 已退款 ${amount}`]);
    expect(await spentBy()).toEqual(spent);
    expect([await takingsOn(21), await takingsOn(23), await takingsOn(24)]).toEqual([
      ['1 单，¥100.00'],
      [`退款 ${amount} · 实收 -${amount}`],
      [],
    ]);
  });

  it('is on the day of its own when it is listed after all, and neither told nor counted twice', async () => {
    const refunded = { financial_status: 'refunded', current_total_price: '0.00' };
    const listed = { ...refunded, refunds: [shopifyRefund(7, '100.00', '2026-11-22T02:00:00Z')] };
    await tell(order(1), order(2, { ...refunded, updated_at: '2026-11-23T02:00:00Z' }));
    await tell(order(3, { ...listed, updated_at: '2026-11-24T02:00:00Z' }));
    expect((await titles()).slice(1)).toEqual(['↩️ 订单 #3001 已退款 ¥100.00']);
    expect([await takingsOn(22), await takingsOn(23), await takingsOn(24)]).toEqual([
      ['退款 ¥100.00 · 实收 -¥100.00'],
      [],
      [],
    ]);
  });

  it('and not even a difference is told without a sum', async () => {
    await tell(order(1), order(2, { financial_status: 'partially_refunded' }));
    expect((await titles()).at(-1)).toBe('↩️ 订单 #3001 有退款，店铺没有提供金额');
  });

  it('is not told before its money has left', async () => {
    const begun = JSON.parse(JSON.stringify(shopifyRefund(7, '40.00', at(2))).replace('success', 'pending')) as object;
    const partly = { financial_status: 'partially_refunded', current_total_price: '60.00' };
    await tell(order(1), order(2, { ...partly, refunds: [begun] }));
    expect(await titles()).toHaveLength(1);
    await tell(order(3, { ...partly, refunds: [shopifyRefund(7, '40.00', at(2))] }));
    expect((await titles()).slice(1)).toEqual(['↩️ 订单 #3001 已退款 ¥40.00']);
  });

  it('is no news of an old order that the shop only now tells of', async () => {
    await tell(order(1, { financial_status: 'refunded', created_at: '2026-09-01T00:00:00Z' }));
    expect([await titles(), await takingsOn()]).toEqual([[], []]);
  });
});

describe('an order that the shop has deleted', () => {
  it('counts nothing, is marked, is said once, and no late version brings it back', async () => {
    await tell(order(1));
    for (let times = 0; times < 2; times++) await house.happen(shopifyEvent({ id: 3001 }, 'orders/delete'));
    await tell(order(2), order(3, { cancelled_at: at(3), financial_status: 'refunded' }));
    expect(await titles()).toEqual(['🛒 订单 #3001 已付款 · ¥100.00', '🗑 店铺删除了订单 #3001 · ¥100.00']);
    expect([await spentBy(), await takingsOn()]).toEqual([[], []]);
    expect((await house.say('/find 3001')).title).toContain('店铺已删除');
  });
});

describe('a deletion whose topic is all that calls it one of an order', () => {
  const isThere = async () => !(await house.say('/find 3001')).title?.includes('店铺已删除');

  it.each([
    ['a product', shopifyEvent({ id: 3001 }, 'products/delete')],
    ['a customer', shopifyEvent({ ...bob, id: 3001 }, 'customers/update')],
  ])('is not believed where %s has that number: the topic is not signed', async (_, event) => {
    await tell(order(1));
    await house.happen(event, shopifyEvent({ id: 3001 }, 'orders/delete'));
    expect(await isThere()).toBe(true);
    expect(await house.db.sql`select topic from unused_topics`).toEqual([{ topic: 'orders/delete (?)' }]);
  });

  it('is believed otherwise, and where the body says that it was one (control)', async () => {
    await tell(order(1));
    await house.happen(shopifyEvent({ id: 3001 }, 'orders/delete'));
    expect(await isThere()).toBe(false);
    await tell(order(1, { id: 3002, name: '#3002' }));
    const named = { id: 3002, admin_graphql_api_id: 'gid://shopify/Order/3002' };
    await house.happen(shopifyEvent({ id: 3002 }, 'products/delete'), shopifyEvent(named, 'orders/delete'));
    expect((await house.say('/find 3002')).title).toContain('店铺已删除');
  });
});

it('an order that the shop describes after it was deleted is there again, with its money', async () => {
  await tell(order(1));
  await house.happen(shopifyEvent({ id: 3001 }, 'orders/delete'));
  const later = new Date(house.now.getTime() + 3_600_000).toISOString();
  await tell(shopifyOrder({ updated_at: later }));
  expect((await house.say('/find 3001')).title).not.toContain('店铺已删除');
  expect(await spentBy()).not.toEqual([]);
});

describe('a guest’s order at a known mail address, billed to somebody else', () => {
  it('says so, and nobody is renamed', async () => {
    await tell(order(1), order(2, { ...carl, id: 3002, name: '#3002' }));
    expect((await told()).at(-1)).toMatchObject({
      title: '🛒 订单 #3002 已付款 · ¥100.00',
      text: '账单姓名 Carl Berg（用的是 Anna Smith 的邮箱）',
    });
    expect(await house.db.sql`select name from contacts`).toEqual([{ name: 'Anna Smith' }]);
    expect(JSON.stringify((await house.say('/find 3002')).fields)).toContain('Carl Berg');
  });

  it.each([['Anna Smith'], ['ANNA SMITH'], ['Anna'], ['Smith Anna'], ['']])(
    'but not of their own name: %s',
    async (name) => {
      await tell(order(1), order(2, { ...carl, id: 3002, name: '#3002', billing_address: { name } }));
      expect((await told()).at(-1)?.text).toBe('Anna Smith');
    },
  );
});

it('keeps another mail address of an order as a sign: found by it, and no proof', async () => {
  await tell(order(1, { email: 'office@example.org' }));
  expect((await house.say('/find office@example.org')).title).toBe('Anna Smith');
  expect(await house.db.sql`select address from contact_identities where channel = 'email'`).toEqual([
    { address: 'anna@example.com' },
  ]);
});

describe('a dispute', () => {
  const dispute = (more: object) => ({ id: 8, order_id: 3001, type: 'chargeback', evidence_due_by: null, ...more });

  it('is told of in each of its states, each once, with the time until which to answer', async () => {
    await tell(order(1));
    const states = ['needs_response', 'under_review', 'won', 'lost', 'accepted', 'charge_refunded', 'frozen'];
    for (const status of states.flatMap((one) => [one, one])) {
      await tell(dispute({ status, ...(status === 'needs_response' && { evidence_due_by: '2026-12-01T18:30:00Z' }) }));
    }
    const cards = (await told()).slice(1);
    expect(cards).toHaveLength(states.length);
    expect(new Set(cards.map(({ title }) => title)).size).toBe(states.length);
    expect(new Set(cards.map(({ text }) => text)).size).toBe(states.length);
    // 02:30 of the next day in Shanghai
    expect(cards[0]?.text).toBe('买家的银行要求退回这笔钱。请在 12月2日 02:30 前到店铺后台回应。');
    expect(cards.at(-1)?.title).toContain('frozen');
    for (const card of cards) expect(card).toMatchObject({ fields: [{ value: '#3001' }] });
  });

  it('that is only an inquiry does not say that the money is asked back', async () => {
    await tell(order(1), dispute({ type: 'inquiry', status: 'needs_response' }));
    expect((await told()).at(-1)?.text).toContain('在询问这笔付款');
  });
});

it('says of a merge of customers that it failed, and of each merge into one customer', async () => {
  const merge = (gone: number, status: string) => ({
    admin_graphql_api_customer_kept_id: 'gid://shopify/Customer/21',
    admin_graphql_api_customer_deleted_id: `gid://shopify/Customer/${gone}`,
    status,
  });
  await tell(order(1));
  await tell(merge(22, 'failed'), merge(22, 'in_progress'), merge(22, 'completed'), merge(23, 'completed'));
  expect((await titles()).slice(1)).toEqual([
    '⚠️ 店铺没能合并客户：Anna Smith',
    '👥 店铺合并了客户：Anna Smith',
    '👥 店铺合并了客户：Anna Smith',
  ]);
});
