import { beforeEach, describe, expect, it } from 'vitest';
import { handle } from '../../../src/domain/on/index.ts';
import { testHouse } from '../../support/house.ts';
import { mailMessage } from '../../support/letters/mail_message.ts';
import { connectShop } from '../../support/shops/any_order.ts';
import { shopifyEvent, shopifyOrder } from '../../support/shops/shopify_order.ts';
import { standardEvent, standardOrder } from '../../support/shops/standard_event.ts';

const house = await testHouse({ locale: 'en', timezone: 'Europe/Berlin', currency: 'EUR', country: 'DE' });
beforeEach(
  house.startingWith(async () => {
    for (const shop of ['shopify', 'standard']) await connectShop(house, shop);
  }),
);

const order = (customer: object, nth: number) =>
  standardEvent('order.paid', standardOrder({ order_id: `B${nth}`, customer: { id: 'till-2', ...customer } }), nth);
const bought = (...customers: object[]) =>
  customers.reduce<Promise<unknown>>(
    (before, one, nth) => before.then(() => house.happen(order(one, nth + 1))),
    Promise.resolve(),
  );
/** Everybody with the addresses that are theirs, and what they have bought. */
const people = async () => {
  const rows = await house.db.sql<{ name: string; owns: string | null; orders: number }>`
    select c.name, (select string_agg(address, ' ' order by id) from contact_identities where contact_id = c.id and channel = 'email') as owns,
      (select count(*)::int from orders where contact_id = c.id) as orders
    from contacts c order by id`;
  return rows.map(({ name, owns, orders }) => [name, owns ?? '', orders]);
};
const asked = async () => (await house.cards()).filter(({ title }) => /Same person/.test(title ?? ''));

const ann = { name: 'Ann One', email: 'ann@one.example' };
const ben = { name: 'Ben Two', email: 'ben@two.example' };

describe('an own system’s account by which several buy', () => {
  it('is its first buyer’s, and of another name and address somebody else is asked about', async () => {
    await bought(ann, ben, ann, ben);
    expect(await people()).toEqual([
      ['Ann One', 'ann@one.example', 2],
      ['Ben Two', 'ben@two.example', 2],
    ]);
    expect(await asked()).toHaveLength(1);
  });

  it('is one person’s where several buy in the same moment', async () => {
    const cleo = { name: 'Cleo Three', phone: '+49 30 1234567' };
    const orders = [ann, ben, cleo].map((one, nth) => order(one, nth + 1));
    await Promise.all(orders.map((one) => house.act((ctx) => handle(ctx, one))));
    expect((await people()).sort()).toEqual([
      ['Ann One', 'ann@one.example', 1],
      ['Ben Two', 'ben@two.example', 1],
      ['Cleo Three', '', 1],
    ]);
  });

  it('is asked about once: by whom three come, nobody is known', async () => {
    const others = Array.from({ length: 6 }, (_, nth) => ({ name: `Guest No${nth}`, email: `g${nth}@three.example` }));
    await bought(ann, ben, ...others, ben, ...others);
    expect(await people()).toHaveLength(8);
    expect(await asked()).toHaveLength(1);
  });

  it.each<[string, object, object]>([
    ['the other has no name', ann, { email: ben.email }],
    ['neither has a name', { email: ann.email }, { email: ben.email }],
    ['the name is the address', ann, { name: ben.email, email: ben.email }],
    ['the first has no address', { name: ann.name }, ben],
    ['both are called Guest', { ...ann, name: 'Guest' }, { ...ben, name: 'Guest' }],
    ['both are called Retail Customer', { ...ann, name: 'Retail Customer' }, { ...ben, name: 'Retail Customer' }],
    ['both are called Counter 2', { ...ann, name: 'Counter 2' }, { ...ben, name: 'Counter 2' }],
    ['both are called 门店顾客', { ...ann, name: '门店顾客' }, { ...ben, name: '门店顾客' }],
    ['both have one first name', { ...ann, name: 'Maria' }, { ...ben, name: 'Maria' }],
    ['one is a family name', { ...ann, name: 'Smith' }, { ...ben, name: 'John Smith' }],
    ['both have the shop’s phone', { ...ann, phone: '+49 30 901820' }, { ...ben, phone: '+49 30 901820' }],
    ['both are called Front Desk', { ...ann, name: 'Front Desk' }, { ...ben, name: 'Front Desk' }],
    ['both are called 王先生', { ...ann, name: '王先生' }, { ...ben, name: '王先生' }],
    ['both are called so by chance', ann, { ...ann, email: ben.email }],
    [
      'both have the shop’s phone and no name',
      { email: ann.email, phone: '+49 30 901820' },
      { email: ben.email, phone: '+49 30 901820' },
    ],
    ['the other has no address', ann, { name: 'Ben Two' }],
    ['the other is of the family, without an address', ann, { name: 'Tom One' }],
    ['the other has the family name, without an address', { ...ann, name: '王伟' }, { name: '王芳' }],
    ['the other name begins alike', { ...ann, name: 'Ann Berg' }, { name: 'Anna Bergmann' }],
    ['the other name goes on', { ...ann, name: '张三' }, { name: '张三丰' }],
    ...[
      ['王伟', '王太太'],
      ['王伟', '王伟太太'],
      ['张伟', '张伟明先生'],
      ['Jean Dupont', 'Jean-Paul Dupont'],
      ['Jean-Paul Dupont', 'Jean Dupont'],
      ['Ann Berg', 'Ann Berg jr'],
      ['Ann Berg', 'Mrs Berg'],
      ['Mr Berg', 'Mrs Berg'],
      ['Ann Berg', 'Ann & Tom Berg'],
      ['Ann Berg', 'Ann Berg Stein'],
    ].map(([one, other]): [string, object, object] => [
      `${one} is not ${other}`,
      { ...ann, name: one },
      { name: other },
    ]),
    ['a Guest has no address', ann, { name: 'Guest' }],
    [
      'another name comes with the shop’s phone',
      { ...ann, phone: '+49 30 901820' },
      { name: 'Ben Two', phone: '+49 30 901820' },
    ],
    ['a phone without a name', { ...ann, phone: '+49 170 1234567' }, { phone: '+49 170 7654321' }],
  ])('is one person’s where %s', async (_, one, other) => {
    await bought(one, other);
    expect(await people()).toHaveLength(2);
    expect(new Set((await people()).map(([, owns]) => owns)).size).toBe(2);
    expect(await asked()).toHaveLength(1);
  });

  it('takes nothing from whoever has written themselves', async () => {
    await house.happen(mailMessage('ben@two.example', 'Where is my cup?'));
    await bought(ann, { email: ben.email }, ben);
    expect(await people()).toEqual([
      ['ben', 'ben@two.example', 2],
      ['Ann One', 'ann@one.example', 1],
    ]);
  });

  it.each([
    ['a phone alone', { name: '李雷', phone: '+49 170 1234567' }, { name: '韩梅', phone: '+49 170 7654321' }],
    ['a record', ann, ben],
  ])('tells them apart by %s', async (by, one, other) => {
    await bought(one);
    await house.happen(
      by === 'a record' ? standardEvent('customer.updated', { id: 'till-2', ...other }, 2) : order(other, 2),
    );
    expect((await people()).map(([name]) => name)).toEqual([one.name, other.name]);
    expect(await asked()).toHaveLength(1);
  });
});

describe('an own system’s account', () => {
  it.each([
    ['another name, the same address', { ...ben, email: ann.email }],
    ['no address, a part of the name', { name: 'Ann' }],
    ['no address, an initial', { name: 'A. One' }],
    ['no address, an initial more', { name: 'Ann M. One' }],
    ['no address, a form of address before it', { name: 'Frau Dr. Ann One' }],
    ['no address and no name', {}],
    ['no name, the same address', { email: ann.email }],
  ])('stays one person’s: %s', async (_, other) => {
    await bought(ann, other);
    expect(await people()).toHaveLength(1);
    expect(await asked()).toEqual([]);
  });

  it.each([
    ['another address', { ...ann, email: 'ann@new.example' }],
    ['the name turned round', { name: 'ONE, Ann', email: 'ann@new.example' }],
    ['a longer name', { name: 'Ann Maria One', email: 'ann@new.example' }],
  ])('stays one person’s where its own record says so: %s', async (_, now) => {
    await bought(ann);
    await house.happen(standardEvent('customer.updated', { id: 'till-2', ...now }, 2));
    await house.happen(order(now, 3));
    expect(await people()).toHaveLength(1);
    expect(await asked()).toEqual([]);
  });

  it('has the address that comes after a name', async () => {
    await bought({ name: ann.name }, ann);
    expect(await people()).toEqual([['Ann One', 'ann@one.example', 2]]);
  });

  it('is of whom only the phone was known whoever has a name with it', async () => {
    const phone = '+49 170 1234567';
    await bought({ phone }, { ...ann, phone });
    expect(await people()).toEqual([['Ann One', 'ann@one.example', 2]]);
  });

  it('stays whose it is after they are called otherwise, by the shop or by the owner', async () => {
    await bought(ann);
    await house.happen(standardEvent('customer.updated', { id: 'till-2', ...ann, name: 'Ann Berg' }, 2));
    await house.say('/edit c1 name The tea lady');
    await house.happen(
      standardEvent('customer.updated', { id: 'till-2', name: 'Ann Berg', email: 'berg@new.example' }, 3),
    );
    expect((await people()).map(([name]) => name)).toEqual(['The tea lady']);
  });

  it('is theirs again once the owner has said that they are one', async () => {
    await bought(ann, ben);
    await house.say('/merge c1 c2');
    await house.happen(order({ ...ben, name: 'Ben T. Two' }, 3));
    expect(await people()).toEqual([['Ann One', 'ann@one.example ben@two.example', 3]]);
  });
});

/** Whose the orders are, by their numbers. */
const owners = async () =>
  Object.fromEntries(
    (
      await house.db.sql<{ number: string; name: string }>`
        select o.external_id as number, c.name from orders o join contacts c on c.id = o.contact_id order by 1`
    ).map(({ number, name }) => [number, name]),
  );
const again = (nth: number, customer: object, version: number) =>
  standardEvent(
    'order.updated',
    standardOrder({ order_id: `B${nth}`, customer: { id: 'till-2', ...customer } }),
    version,
  );

describe('an order that gives no name', () => {
  const unnamed = ['', '', 1];

  it.each<[string, object[], unknown[]]>([
    ['two have come', [ann, { name: 'Ben Two' }, {}], [['Ann One', ann.email, 1], ['Ben Two', '', 1], unnamed]],
    [
      'two have come by mail',
      [ann, ben, {}, {}],
      [['Ann One', ann.email, 1], ['Ben Two', ben.email, 1], unnamed, unnamed],
    ],
  ])('is nobody’s of them where %s', async (_, customers, expected) => {
    await bought(...customers);
    expect(await people()).toEqual(expected);
    expect(await asked()).toHaveLength(1);
  });

  it.each([
    ['with a mail address', ben],
    ['with a name alone', { name: ben.name }],
  ])('is not theirs whose account is called otherwise by its own record, %s', async (_, record) => {
    await house.happen(mailMessage(ann.email, 'Hello', { from: { address: ann.email, name: ann.name } }));
    await bought(ann);
    await house.happen(standardEvent('customer.updated', { id: 'till-2', ...record }, 2), order({}, 3));
    expect((await people()).map(([name, , orders]) => [name, orders])).toEqual([
      ['Ann One', 1],
      ['Ben Two', 0],
      ['', 1],
    ]);
    expect(await asked()).toHaveLength(1);
  });

  it.each<[string, object]>([
    ['the same', ann],
    ['of the holder alone, who is called otherwise by it now', { ...ann, name: 'Ann Berg' }],
    ['without a name', {}],
  ])('is the holder’s where the record is %s', async (_, record) => {
    await bought(ann);
    await house.happen(standardEvent('customer.updated', { id: 'till-2', ...record }, 2), order({}, 3));
    expect((await people()).map(([, owns, orders]) => [owns, orders])).toEqual([[ann.email, 2]]);
  });

  it('stays whose it was when it is told again after others have come', async () => {
    await bought(ann, {}, { name: 'Ben Two' }, {});
    await house.happen(again(2, {}, 5), again(4, {}, 6));
    expect(await people()).toEqual([['Ann One', ann.email, 2], ['Ben Two', '', 1], unnamed]);
  });
});

describe('an order that came by such an account', () => {
  it('goes to the buyer that it names when it is told again', async () => {
    await bought(ann, ann);
    await house.happen(again(2, ben, 3));
    expect(await owners()).toEqual({ B1: 'Ann One', B2: 'Ben Two' });
  });

  it('stays with the guest whose it is where it is told again by the id alone', async () => {
    await bought(ann, ben);
    await house.happen(again(2, {}, 3));
    expect(await owners()).toEqual({ B1: 'Ann One', B2: 'Ben Two' });
  });

  it('is one person’s under one name without an address', async () => {
    await bought(ann, { name: 'Ben Two' }, { name: 'Ben Two' });
    expect(await people()).toEqual([
      ['Ann One', 'ann@one.example', 1],
      ['Ben Two', '', 2],
    ]);
  });

  it.each([
    ['with the address first', [ben, { name: 'Ben Two' }]],
    ['without it first', [{ name: 'Ben Two' }, ben]],
  ])('is one guest’s who gives an address only sometimes, %s', async (_, his) => {
    await bought(ann, ...his);
    expect(await people()).toEqual([
      ['Ann One', 'ann@one.example', 1],
      ['Ben Two', 'ben@two.example', 2],
    ]);
  });

  const [h, g] = ['h@one.example', 'g@two.example'];
  it.each([
    ['Ann Berg', 'Ann Berg Stein', 'Ann Berg Stein'],
    ['John Smith', 'John A. Smith', 'Smith, John A.'],
    ['John Smith', 'John Smith Jr', 'John Smith jr.'],
    ['Ann Berg', 'A. Berg', 'A. Berg'],
    ['Maria Lopez', 'Maria', 'Maria'],
    ['Ann Lee Berg', 'Ann Berg', 'Mrs Ann Berg'],
    ['王伟', 'Wang Wei', 'Wang Wei'],
    ['张伟', '张伟明', '张伟明先生'],
    ['Ann Berg', 'Berg Ann Maria', 'Ann Maria Berg'],
  ])(
    'is the guest’s who is called exactly so, though it may be the holder’s: %s, %s, {%s}',
    async (one, other, name) => {
      await bought({ name: one, email: h }, { name: other, email: g }, { name });
      expect(await people()).toEqual([
        [one, h, 1],
        [other, g, 2],
      ]);
    },
  );

  it.each([
    ['Ann Berg', 'Anton Berg', 'A. Berg'],
    ['Ann Berg', 'Anton Berg', 'Berg'],
    ['Ann Lee Berg', 'Ann Maria Berg', 'Ann Berg'],
    ['王伟', '王卫', 'Wang Wei'],
    ['李雷', '李丽', '李女士'],
    ['张伟', '张伟明', '张先生'],
    ['Ann Berg', 'Ann Berg', 'Ann Berg'],
  ])('is nobody’s of two whom the name fits: %s, %s, {%s}', async (one, other, name) => {
    await bought({ name: one, email: h }, { name: other, email: g }, { name });
    expect(await people()).toEqual([
      [one, h, 1],
      [other, g, 1],
      [name, '', 1],
    ]);
  });

  it('is nobody’s of two guests of one name, of whom one has bought under it alone', async () => {
    const other = { ...ben, email: 'ben@other.example' };
    await bought(ann, ben, { name: ben.name }, other, { name: ben.name });
    expect((await people()).map(([, owns, orders]) => [owns, orders])).toEqual([
      ['ann@one.example', 1],
      ['ben@two.example', 2],
      ['ben@other.example', 1],
      ['', 1],
    ]);
  });

  it.each([
    ['by mail, called otherwise there', () => house.happen(mailMessage(g, 'Where is my cup?')), 'Ben Two'],
    ['whom the owner calls otherwise now', () => house.say('/edit c2 name Benny'), 'Ben Two'],
    ['whom the owner calls otherwise now, in Chinese', () => house.say('/edit c2 name 李姐'), '李丽'],
  ])('is a known guest’s %s', async (how, known, name) => {
    if (how.startsWith('by mail')) await known();
    await bought({ ...ann, name: '王五' }, { name, email: g });
    if (!how.startsWith('by mail')) await known();
    await house.happen(order({ name }, 3));
    expect((await people()).filter(([, owns]) => owns === g)).toEqual([[expect.anything(), g, 2]]);
  });

  it('goes back to whom it names, without an address as well, when they are two people again', async () => {
    await bought(ann, { name: 'Ben Two' });
    await house.say('/merge c1 c2');
    await house.happen(order({ name: 'Ben Two' }, 3));
    await house.say('/undo');
    expect(await owners()).toEqual({ B1: 'Ann One', B2: 'Ben Two', B3: 'Ben Two' });
  });

  const parted: [string, () => Promise<unknown>][] = [
    ['by /undo', () => house.say('/undo')],
    ['by /split', () => house.say('/split c1 email:ben@two.example')],
  ];
  it.each(parted)(
    'goes to whom it names who had come by mail alone, when they are two people again %s',
    async (_, part) => {
      await bought(ann);
      await house.happen(mailMessage(ben.email, 'Where is my cup?', { from: { address: ben.email, name: ben.name } }));
      await house.say('/merge c1 c2');
      await house.happen(order({ name: 'Ben Two' }, 2), order({ name: 'Ann One' }, 3), order({}, 4));
      await house.happen(mailMessage(ben.email, 'Hello?', { from: { address: ben.email, name: ben.name } }));
      expect(Object.values(await owners())).toEqual(Array(4).fill('Ann One'));
      await part();
      expect(await owners()).toEqual({ B1: 'Ann One', B2: 'Ben Two', B3: 'Ann One', B4: 'Ann One' });
    },
  );

  it('goes back to whose mail it names when they are two people again', async () => {
    await bought(ann, ben);
    await house.say('/merge c1 c2');
    await house.happen(order(ben, 3));
    await house.say('/undo');
    expect(await owners()).toEqual({ B1: 'Ann One', B2: 'Ben Two', B3: 'Ben Two' });
  });
});

describe('a phone that only the owner has typed', () => {
  const phone = '+49 170 1234567';
  type Who = { name?: string; email?: string; phone?: string };
  const platform = ({ name = '', ...more }: Who) => {
    const [first_name = null, ...rest] = name === '' ? [] : name.split(' ');
    const last_name = rest.join(' ') || null;
    return { ...{ id: 70, first_name, last_name, email: null, updated_at: '2026-11-20T00:00:00Z' }, ...more };
  };
  const ofPlatform = (who: Who, nth: number) =>
    shopifyEvent(
      shopifyOrder({
        id: nth,
        name: `#${nth}`,
        email: null,
        ...(who.email && { email: who.email }),
        customer: platform(who),
      }),
    );
  const byShop = {
    own: [order, (who: Who) => standardEvent('customer.updated', { id: 'till-2', ...who }, 1)],
    platform: [ofPlatform, (who: Who) => shopifyEvent(platform(who), 'customers/update')],
  } as const;

  it.each([
    ['an order of an own system', 'own', 0, 'Ann Berg', 'Ben Two'],
    ['the record of an own system', 'own', 1, 'Ann Berg', 'Ben Two'],
    ['an order of a platform', 'platform', 0, 'Ann Berg', 'Ben Two'],
    ['the record of a platform', 'platform', 1, 'Ann Berg', 'Ben Two'],
    ['the record of one of the family', 'platform', 1, 'Ann Berg', 'Tom Berg'],
    ['an order of a platform, in Chinese', 'platform', 0, '王芳', '李强'],
  ] as const)('makes nobody one who is called altogether otherwise, by %s', async (_, shop, told, holder, name) => {
    await house.say(`/add ${holder} ${phone} ann@one.example`);
    await house.happen(byShop[shop][told]({ name, phone }, 1));
    await house.happen(byShop[shop][0]({ name, email: 'ben@two.example' }, 2));
    const bought = told === 0 ? 2 : 1;
    expect(await people()).toEqual([
      [holder, 'ann@one.example', 0],
      [name, 'ben@two.example', bought],
    ]);
    expect(await asked()).toHaveLength(1);
  });

  it.each(
    (['own', 'platform'] as const).flatMap((shop) =>
      [0, 1].flatMap((told) => ['Ann', 'A. Berg', 'Berg, Ann', ''].map((name) => [name, shop, told] as const)),
    ),
  )('is theirs who may be called so: %s (%s, %i)', async (name, shop, told) => {
    await house.say(`/add Ann Berg ${phone} ann@one.example`);
    await house.happen(byShop[shop][told]!({ ...(name && { name }), phone }, 1));
    expect(await people()).toEqual([['Ann Berg', 'ann@one.example', 1 - told]]);
    expect(await asked()).toEqual([]);
  });

  it.each(
    (['own', 'platform'] as const).flatMap((shop) =>
      (
        [
          ['Ann Berg', 'Berg'],
          ['Ann Berg', 'Ann Berg jr'],
          ['Ann Berg', 'Ann & Tom Berg'],
          ['Ann Berg', 'Ann & T. Berg'],
          ['Ann Berg', 'Ann Berg Ltd'],
          ['Ann Berg', 'Ann Berg 2'],
          ['Ann Berg', 'Ann Berg c/o'],
          ['Ann Berg', 'Mrs Berg'],
          ['Ann', 'Ann Berg Bakery'],
          ['Berg', 'Ann Berg'],
          ['Ann Berg jr', 'Ann Berg'],
          ['王伟', '王伟（代）'],
          ['王伟', '王伟 公司'],
          ['王红', '王红 李强'],
          ['王伟', '王'],
        ] as const
      ).map(([holder, name]) => [holder, name, shop] as const),
    ),
  )('makes %s nobody of a name that says more, or no more than a family name: %s (%s)', async (holder, name, shop) => {
    await house.say(`/add ${phone}`);
    await house.say(`/rename c1 ${holder}`);
    await house.happen(byShop[shop][0]({ name, phone }, 1));
    expect((await people()).map(([, , orders]) => orders)).toEqual([0, 1]);
    expect(await asked()).toHaveLength(1);
  });

  it.each([
    ['Ann', 'Ann Berg'],
    ['Ann Berg', 'Ann B. Berg'],
    ['王伟', 'Wang Wei'],
  ])('is %s’s who is called so, or whose first name alone is known: %s', async (holder, name) => {
    await house.say(`/add ${phone}`);
    await house.say(`/rename c1 ${holder}`);
    await house.happen(byShop.own[0]({ name, phone }, 1));
    expect(await people()).toEqual([[holder, '', 1]]);
  });

  it('is asked about once by a platform, and theirs when the owner says so', async () => {
    await house.say(`/add Ann Berg ${phone} ann@one.example`);
    await house.happen(ofPlatform({ name: 'Ben Two', phone }, 1));
    await house.happen(ofPlatform({ name: 'Ben Two', phone }, 2));
    expect(await asked()).toHaveLength(1);
    await house.press('/merge c1 c2');
    await house.happen(ofPlatform({ name: 'Ben Two', phone }, 3));
    expect(await people()).toEqual([['Ann Berg', 'ann@one.example', 3]]);
    expect(await asked()).toHaveLength(1);
  });
});

it.each([
  ['the owner’s own', 'me@example.com'],
  ['the one that we write from', 'Shop@Example.com'],
])('an address that is %s is no buyer’s', async (_, email) => {
  await bought({ name: 'Ann Berg', email });
  await house.happen(
    standardEvent('order.paid', standardOrder({ order_id: 'B2', customer: { name: 'Zoe Fu', email } }), 2),
  );
  expect((await people()).map(([name, owns]) => [name, owns])).toEqual([
    ['Ann Berg', ''],
    ['Zoe Fu', ''],
  ]);
});

it('a mail address in the place of a name is an address', async () => {
  await bought(ann, ben, { name: ben.email });
  expect(await people()).toEqual([
    ['Ann One', 'ann@one.example', 1],
    ['Ben Two', 'ben@two.example', 2],
  ]);
});

it('a platform vouches for its accounts: another name and address are the same customer’s', async () => {
  for (const [nth, { name, email }] of [ann, ben].entries()) {
    const [first_name, last_name] = name.split(' ');
    const customer = { id: 70, first_name, last_name, email };
    await house.happen(shopifyEvent(shopifyOrder({ id: nth + 1, name: `#${nth}`, customer, email })));
  }
  expect(await people()).toHaveLength(1);
});

describe('an account that gave somebody’s mail address', () => {
  const hello = (name: string) => house.happen(mailMessage(ann.email, 'Hello', { from: { address: ann.email, name } }));
  const platform = (name: string, email: string | null, nth: number) => {
    const [first_name, last_name] = name.split(' ');
    const customer = { id: 70, first_name, last_name, email, updated_at: '2026-11-20T00:00:00Z' };
    return shopifyEvent(shopifyOrder({ id: nth, name: `#${nth}`, customer, email }));
  };
  const own = (name: string, email: string | null, nth: number) => order({ name, ...(email && { email }) }, nth);
  const texts = async () =>
    (await house.cards()).filter(({ title }) => /paid/.test(title ?? '')).map(({ text }) => text);

  it.each([
    ['own', own],
    ['platform', platform],
  ])('is theirs, and the card names the buyer: %s', async (_, by) => {
    await hello('Ann One');
    await house.happen(by('Ben Two', ann.email, 1), by('Ben Two', ann.email, 2));
    expect(await texts()).toEqual(Array(2).fill('billed to Ben Two (Ann One’s mail)'));
    expect(await people()).toEqual([['Ann One', ann.email, 2]]);
  });

  it.each([
    ['own', 'Ann One', own],
    ['own', 'A. One', own],
    ['own', 'Ann', own],
    ['own', 'Guest', own],
    ['platform', 'One Ann', platform],
    ['platform', 'Ann', platform],
  ])('of the same name is told as ever: %s, %s', async (_, name, by) => {
    await hello('Ann One');
    await house.happen(by(name, ann.email, 1));
    expect(await texts()).toEqual(['Ann One']);
  });

  it.each([
    ['own', own],
    ['platform', platform],
  ])('of whoever the owner calls otherwise is told as ever: %s', async (_, by) => {
    await house.happen(by('Ann One', ann.email, 1));
    await house.say('/edit c1 name The tea lady');
    await house.happen(by('Ann One', ann.email, 2));
    expect((await texts()).at(-1)).toBe('The tea lady');
  });

  it('without the address is the buyer’s own, and it is asked', async () => {
    await hello('Ann One');
    await house.happen(own('Ben Two', ann.email, 1), own('Ben Two', null, 2));
    expect(await people()).toEqual([
      ['Ann One', ann.email, 1],
      ['Ben Two', '', 1],
    ]);
    expect(await asked()).toHaveLength(1);
  });

  it('without the address is theirs whose name it says in full', async () => {
    await hello('Ann');
    await house.happen(own('Ann One', ann.email, 1), own('Ann One', null, 2));
    expect(await people()).toEqual([['Ann', ann.email, 2]]);
  });
});
