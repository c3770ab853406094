import { beforeEach, describe, expect, it } from 'vitest';
import { buttonsOf, type Reply } from '../../../src/domain/reply.ts';
import { testHouse } from '../../support/house.ts';
import { shopifyEvent, shopifyOrder, shopifyRefund } from '../../support/shops/shopify_order.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY', country: 'GB', timezone: 'Europe/London' });
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  }),
);

const home = {
  ...{ name: 'Anna Smith', address1: '1 High St', address2: 'Flat 2', city: 'Leeds', province: 'West Yorkshire' },
  ...{ zip: 'LS1 4AP', country: 'United Kingdom', country_code: 'GB', phone: '+44 20 7946 0018' },
};
const pot = { id: 1, title: 'Pot', variant_title: 'Blue / L', sku: 'POT', quantity: 2, price: '40.00' };
const cup = { id: 2, title: 'Cup', sku: 'CUP', quantity: 1, price: '20.00' };
const first = {
  shipping_address: home,
  shipping_lines: [{ title: 'Standard', price: '4.00' }],
  note: 'Ring twice',
  line_items: [pot, cup],
};
const version = (minute: number, more: object = {}) =>
  shopifyEvent(shopifyOrder({ ...first, updated_at: `2026-11-21T03:${String(minute).padStart(2, '0')}:00Z`, ...more }));
const order = (minute: number, more: object = {}) => house.happen(version(minute, more));
const told = async (since = 0): Promise<Reply[]> => (await house.cards()).slice(since);
const words = ({ title, text, quote, hint, fields = [], lists = [] }: Reply): string =>
  [title, text, quote, hint, ...fields.map(({ label, value }) => `${label}: ${value}`)]
    .concat(lists.flatMap(({ items }) => items.map((item) => item.text)))
    .filter(Boolean)
    .join('\n');
const moved = { shipping_address: { ...home, address1: '9 Low Rd', zip: 'LS2 9JT' } };

/** Every order of these. */
function permutations(some: number[]): number[][] {
  if (some.length < 2) return [some];
  return some.flatMap((one) => permutations(some.filter((other) => other !== one)).map((rest) => [one, ...rest]));
}

/** What may change in an order after it was told, and what the owner has to read of it. */
const CHANGES: [string, object, string][] = [
  [
    'address',
    moved,
    'Address: 1 High St, Flat 2, Leeds, West Yorkshire, LS1 4AP, United Kingdom → 9 Low Rd, Flat 2, Leeds',
  ],
  ['town', { shipping_address: { ...home, city: 'York' } }, 'York'],
  [
    'flat',
    { shipping_address: { ...home, address2: 'Flat 12' } },
    'Flat 2, Leeds, West Yorkshire, LS1 4AP, United Kingdom → 1 High St, Flat 12',
  ],
  ['company', { shipping_address: { ...home, company: 'Acme Ltd' } }, '→ Acme Ltd, 1 High St'],
  ['recipient', { shipping_address: { ...home, name: 'Bob Stone' } }, 'Deliver to: Anna Smith → Bob Stone'],
  ['phone', { shipping_address: { ...home, phone: '+44 20 7946 0099' } }, 'Phone: +44 20 7946 0018 → +44 20 7946 0099'],
  ['no address any more', { shipping_address: null }, 'Deliver to: Anna Smith → —'],
  ['shipping method', { shipping_lines: [{ title: 'Express' }] }, 'Shipping: Standard → Express'],
  [
    'a method that was taken out for another',
    { shipping_lines: [{ title: 'Standard', is_removed: true }, { title: 'Collect at the shop' }] },
    'Shipping: Standard → Collect at the shop',
  ],
  ['more of an article', { line_items: [{ ...pot, quantity: 3 }, cup] }, '2 → 3 × Pot · Blue / L'],
  ['fewer of an article', { line_items: [{ ...pot, current_quantity: 1 }, cup] }, '2 → 1 × Pot · Blue / L'],
  ['an article taken out', { line_items: [pot, { ...cup, current_quantity: 0 }] }, '− 1 × Cup'],
  [
    'all taken out',
    {
      line_items: [
        { ...pot, current_quantity: 0 },
        { ...cup, current_quantity: 0 },
      ],
    },
    '− 2 × Pot · Blue / L',
  ],
  ['an article put in', { line_items: [pot, cup, { ...cup, id: 3, title: 'Tray' }] }, '+ 1 × Tray'],
  [
    'another kind of an article',
    { line_items: [{ ...pot, current_quantity: 0 }, { ...pot, id: 4, variant_title: 'Red / L' }, cup] },
    '+ 2 × Pot · Red / L',
  ],
  ['another note', { note: 'STOP, do not ship' }, 'STOP, do not ship'],
  ['a note taken out', { note: '' }, 'Removed: Ring twice'],
  ['a note of null', { note: null }, 'Removed: Ring twice'],
  ['a gift text', { note_attributes: [{ name: 'Gift text', value: 'With love' }] }, 'Gift text: With love'],
];

/** How the two versions of an order, 5 and 10 minutes past, may come in. */
const ARRIVALS: [string, (change: object) => Promise<void>][] = [
  ['in order', async (change) => void (await order(10, change))],
  [
    'twice',
    async (change) => {
      await order(10, change);
      await order(10, change);
    },
  ],
  [
    'before a late older one',
    async (change) => {
      await order(10, change);
      await order(5);
      await order(7, { fulfillment_status: 'partial' });
      await order(10, change);
    },
  ],
  [
    'and again with what is newer and says the same',
    async (change) => {
      await order(10, change);
      await order(20, { ...change, tags: 'x' });
    },
  ],
];

describe('the card of a new order', () => {
  it.each([
    ['is paid', {}],
    ['is reserved', { financial_status: 'authorized' }],
    ['is paid in part', { financial_status: 'partially_paid', total_outstanding: '40.00' }],
  ])('says what is in it, where it goes to and how to reach whoever ordered, when it %s', async (_, more) => {
    await order(0, { ...more, total_discounts: '5.00', phone: '+44 20 7946 0099' });
    const [card] = (await told()).slice(-1);
    const said = words(card!);
    for (const expected of [
      '2 × Pot · Blue / L',
      '1 × Cup',
      'Deliver to: Anna Smith',
      'Address: 1 High St, Flat 2, Leeds, West Yorkshire, LS1 4AP, United Kingdom',
      'Shipping: Standard',
      'Discount: CN¥5.00',
      'Mail address on the order: anna@example.com',
      'Phone on the order: +44 20 7946 0099',
      'Ring twice',
    ])
      expect(said).toContain(expected);
  });

  it('says where it is collected, and no address where there is none', async () => {
    const card = { title: 'Gift card', quantity: 1, price: '100.00', variant_title: '100', gift_card: true };
    await order(0, { shipping_address: null, shipping_lines: [{ title: 'Collect at the shop' }], line_items: [card] });
    const said = words((await told()).at(-1)!);
    expect(said).toContain('Shipping: Collect at the shop');
    expect(said).toContain('1 × Gift card · 100');
    expect(said).not.toContain('Address');
  });

  it('says what is left in it, not what has been taken out', async () => {
    await order(0, {
      line_items: [
        { ...pot, current_quantity: 1 },
        { ...cup, current_quantity: 0 },
      ],
    });
    const { lists } = (await told()).at(-1)!;
    expect(lists?.flatMap(({ items }) => items.map(({ text }) => text))).toEqual(['1 × Pot · Blue / L']);
  });
});

describe('what is changed in an order after it was told', () => {
  it('says its new number beside the one it had, where that alone is otherwise', async () => {
    await order(0);
    const known = (await told()).length;
    await order(5, { name: '#4001' });
    await order(6, { name: '#4001', tags: 'x' });
    const cards = await told(known);
    expect(cards.map(words)).toEqual([expect.stringContaining('Number: #3001 → #4001')]);
    expect(cards[0]).toMatchObject({ title: '✏️ Order #4001 was changed' });
  });

  for (const [how, arrive] of ARRIVALS) {
    it.each(CHANGES)(`is told once when it comes ${how}: %s`, async (_, change, expected) => {
      await order(0);
      const known = (await told()).length;
      await arrive(change);
      const cards = await told(known);
      expect(cards.map(words).filter((text) => text.includes(expected))).toHaveLength(1);
      expect(cards).toHaveLength(1);
      expect(cards[0]).toMatchObject({ title: expect.stringContaining('#3001') });
    });
  }

  it('is the same at last, in whatever order its versions come', async () => {
    const versions = [
      version(0),
      version(5, moved),
      version(10, { ...moved, note: 'Gate code 12', line_items: [pot] }),
    ];
    const states: string[] = [];
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
      [1, 2, 0],
      [2, 0, 1],
      [0, 2, 1, 2],
    ]) {
      await house.reset();
      await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
      for (const nth of order) await house.happen(versions[nth]!);
      states.push(words(await house.say('/find #3001')));
    }
    expect(new Set(states).size).toBe(1);
    expect(states[0]).toContain('9 Low Rd');
  });

  it.each([
    ['the same in other letters', { shipping_address: { ...home, city: 'LEEDS', address1: '1  High  St' } }],
    ['the same phone grouped otherwise', { shipping_address: { ...home, phone: '+442079460018' } }],
    ['coordinates', { shipping_address: { ...home, latitude: 53.8, longitude: -1.5 } }],
    ['tags and what is sent', { tags: 'vip', fulfillment_status: 'fulfilled' }],
    [
      'an article taken out and put in again',
      { line_items: [{ ...pot, current_quantity: 0 }, { ...pot, id: 9 }, cup] },
    ],
    ['articles in another order', { line_items: [cup, pot] }],
    ['an address no longer shown of what was sent', { shipping_address: null, fulfillment_status: 'fulfilled' }],
  ])('is no news where nothing has to be done: %s', async (_, more) => {
    await order(0);
    const known = (await told()).length;
    await order(10, more);
    expect(await told(known)).toEqual([]);
  });

  it('is all on one card, with what the buyer owes now', async () => {
    await order(0);
    const known = (await told()).length;
    const more = {
      line_items: [{ ...pot, quantity: 3 }, cup],
      current_total_price: '140.00',
      total_outstanding: '40.00',
    };
    await order(10, { ...moved, ...more, note: 'Gate code 12' });
    const cards = await told(known);
    expect(cards).toHaveLength(1);
    expect(cards[0]!.title).toContain('CN¥40.00 still to be paid');
    for (const part of ['9 Low Rd', '2 → 3 × Pot', 'Gate code 12', 'Removed: Ring twice'])
      expect(words(cards[0]!)).toContain(part);
  });

  it.each([
    ['fulfilled', 'It has been sent already.'],
    ['partial', 'A part of it has been sent already.'],
  ])('says when the goods have left: %s', async (status, hint) => {
    await order(0, { fulfillment_status: status });
    const known = (await told()).length;
    await order(10, { ...moved, fulfillment_status: status });
    expect(await told(known)).toMatchObject([{ title: '✏️ Order #3001 was changed', hint }]);
  });

  it('is told beside the payment where the order was told before it was paid', async () => {
    await order(0, { financial_status: 'pending' });
    await order(10, { ...moved, note: 'Gate code 12' });
    const cards = (await told()).filter(({ title }) => title?.includes('#3001'));
    expect(cards).toMatchObject([
      { title: expect.stringMatching(/^🆕/) },
      { title: expect.stringMatching(/^🛒.*paid/), quote: 'Gate code 12' },
      {
        title: expect.stringMatching(/^✏️/),
        fields: [{ label: 'Address', value: expect.stringContaining('→ 9 Low Rd') }, { label: 'Removed' }],
      },
    ]);
    expect(words(await house.say('/find #3001'))).toContain('Address: 9 Low Rd, Flat 2, Leeds');
  });

  it('is told beside the payment where it was reserved before', async () => {
    await order(0, { financial_status: 'authorized' });
    await order(10, moved);
    const cards = (await told()).map(words).filter((text) => text.includes('#3001'));
    expect(cards).toHaveLength(3);
    expect(cards.filter((text) => text.includes('9 Low Rd'))).toHaveLength(1);
  });

  it.each([{ cancelled_at: '2026-11-21T03:09:00Z' }])('is not told of a cancelled order: %j', async (more) => {
    await order(0);
    const known = (await told()).length;
    await order(10, { ...moved, ...more, line_items: [{ ...pot, current_quantity: 0 }] });
    expect((await told(known)).map(({ title }) => title)).toEqual([expect.stringContaining('cancelled')]);
  });

  it.each([
    [null, ''],
    ['PARTIALLY_FULFILLED', 'A part of it has been sent already. '],
    ['fulfilled', 'It has been sent already. '],
  ])('that is its cancellation says whether the goods have left and whose the money is: %s', async (status, sent) => {
    await order(0, { fulfillment_status: status });
    const known = (await told()).length;
    await order(10, { cancelled_at: '2026-11-21T03:09:00Z', fulfillment_status: status });
    const cards = await told(known);
    expect(cards.map(({ hint }) => hint)).toEqual([`${sent}It was paid, and nothing has been refunded yet.`]);
    expect(buttonsOf(cards[0]!).map(({ label }) => label)).toContain('Tell customer');
  });

  it('that is its cancellation says how much of the money went back, and nothing where all did', async () => {
    const refunds = [shopifyRefund(7, '40.00', '2026-11-21T03:08:00Z', [])];
    const gone = { cancelled_at: '2026-11-21T03:09:00Z' };
    await order(0);
    await order(10, { ...gone, financial_status: 'partially_refunded', refunds });
    expect((await told()).at(-1)?.hint).toBe('It was paid, and only CN¥40.00 has been refunded so far.');
    const other = { ...gone, id: 3009, name: '#3009' };
    await order(0, { id: 3009, name: '#3009' });
    await order(10, { ...other, financial_status: 'refunded', refunds: [{ ...refunds[0], order_id: 3009, id: 8 }] });
    const last = (await told()).filter(({ title }) => title === '🚫 Order #3009 cancelled · CN¥100.00').at(-1);
    expect(last?.hint).toBeUndefined();
  });

  it('to nothing shows what it comes to now', async () => {
    await order(0);
    const gone = [pot, cup].map((line) => ({ ...line, current_quantity: 0 }));
    await order(10, { current_total_price: '0.00', total_outstanding: '-100.00', line_items: gone });
    expect((await told()).at(-1)?.title).toContain('CN¥100.00 to be paid back');
    expect((await house.say('/find #3001')).title).toBe('Order #3001 · CN¥100.00 · now CN¥0.00 · paid');
  });

  it('writes an address as where it goes to writes it', async () => {
    await order(0);
    const place = { address1: '高新南 2 道', city: '深圳', province: '广东', zip: 518000 };
    await order(10, { shipping_address: { ...place, name: '李梅', country: '中国', country_code: 'CN' } });
    expect(words((await told()).at(-1)!)).toContain('→ 中国 广东 深圳 高新南 2 道 518000');
  });

  it('waits for the owner’s return: the list of that would not say it', async () => {
    await order(0);
    await house.say('/away 2d');
    await order(10, moved);
    const rows = await house.db.sql`select quiet from outbox where payload::text like '%9 Low Rd%'`;
    expect(rows).toEqual([{ quiet: true }]);
  });

  it('goes with the buyer when they are deleted, and comes back with them', async () => {
    await order(0);
    await house.say('/delete Anna Smith !');
    expect(words(await house.say('/find #3001'))).not.toContain('High St');
    await house.say('/undo');
    expect(words(await house.say('/find #3001'))).toContain('1 High St');
  });

  it('is not made up of an order that was stored before addresses and kinds were read', async () => {
    await order(0);
    await house.db.autocommit`update orders set delivery = null`;
    await house.db.autocommit`update order_lines set variant = null`;
    const known = (await told()).length;
    await order(10, { fulfillment_status: 'fulfilled' });
    expect(await told(known)).toEqual([]);
    await order(20, moved);
    expect(await told(known)).toHaveLength(1);
  });
});

describe('an article that is given back', () => {
  const refund = (more: object[] = [{ line_item_id: 1, quantity: 1 }]) =>
    shopifyEvent(shopifyRefund(71, '40.00', '2026-11-21T03:10:00Z', more), 'refunds/create');
  const withRefund = {
    financial_status: 'partially_refunded',
    line_items: [{ ...pot, current_quantity: 1 }, cup],
    refunds: [shopifyRefund(71, '40.00', '2026-11-21T03:10:00Z', [{ line_item_id: 1, quantity: 1 }])],
  };
  const noMoney = { id: 72, order_id: 3001, created_at: '2026-11-21T03:10:00Z', transactions: [] };
  const takenOut = { ...noMoney, refund_line_items: [{ line_item_id: 2, quantity: 1 }] };
  const withoutCup = { line_items: [pot, { ...cup, current_quantity: 0 }], refunds: [takenOut] };

  it.each([
    ['the refund first', [refund(), version(11, withRefund)]],
    ['the order first', [version(11, withRefund), refund()]],
    ['with an older version after it', [refund(), version(5), version(11, withRefund)]],
    ['twice', [refund(), refund(), version(11, withRefund), version(11, withRefund)]],
  ])('stands on the card of the refund, once: %s', async (_, events) => {
    await order(0);
    const known = (await told()).length;
    await house.happen(...events);
    const cards = (await told(known)).map(words);
    expect(cards).toHaveLength(1);
    expect(cards[0]).toContain('CN¥40.00 refunded');
    expect(cards[0]).toContain('2 → 1 × Pot · Blue / L');
    expect(words(await house.say('/find #3001'))).toContain('1 × Pot');
  });

  it.each([
    ['the refund first', [shopifyEvent(takenOut, 'refunds/create'), version(11, withoutCup)]],
    ['the order first', [version(11, withoutCup), shopifyEvent(takenOut, 'refunds/create')]],
    ['an older version between', [shopifyEvent(takenOut, 'refunds/create'), version(5), version(11, withoutCup)]],
  ])('for no money is told by itself, once: %s', async (_, events) => {
    await order(0);
    const known = (await told()).length;
    await house.happen(...events);
    expect((await told(known)).map(words).filter((text) => text.includes('− 1 × Cup'))).toHaveLength(1);
    expect(await told(known)).toHaveLength(1);
    const card = words(await house.say('/find #3001'));
    expect(card).toContain('2 × Pot');
    expect(card).not.toContain('Cup');
  });

  it('leaves the same in the order, in whatever order it and the versions come', async () => {
    const pieces = [{ line_item_id: 1, quantity: 1 }];
    const eventsOf = (id: number) => {
      const back = { ...shopifyRefund(71, '40.00', '2026-11-21T03:10:00Z', pieces), order_id: id };
      const one = { id, name: `#${id}` };
      return [
        version(0, one),
        version(5, { ...one, note: 'Gate code 12' }),
        shopifyEvent(back, 'refunds/create'),
        version(11, { ...one, ...withRefund, note: 'Gate code 12', refunds: [back] }),
      ];
    };
    const states = new Set<string>();
    for (const [nth, turns] of permutations([0, 1, 2, 3]).entries()) {
      const id = 4001 + nth;
      for (const turn of turns) await house.happen(eventsOf(id)[turn]!);
      states.add(words(await house.say(`/find #${id}`)).replaceAll(String(id), 'ID'));
    }
    expect(states.size).toBe(1);
    expect([...states][0]).toContain('1 × Pot');
  });

  it('of which one was taken out for no money is not taken out twice', async () => {
    const one = { ...noMoney, refund_line_items: [{ line_item_id: 1, quantity: 1 }] };
    await order(0);
    await order(11, { line_items: [{ ...pot, current_quantity: 1 }, cup], refunds: [one] });
    await house.happen(shopifyEvent(one, 'refunds/create'));
    expect(words(await house.say('/find #3001'))).toContain('1 × Pot');
  });

  it('with all the others needs no list', async () => {
    await order(0);
    const known = (await told()).length;
    const all = [
      { line_item_id: 1, quantity: 2 },
      { line_item_id: 2, quantity: 1 },
    ];
    await house.happen(shopifyEvent(shopifyRefund(71, '100.00', '2026-11-21T03:10:00Z', all), 'refunds/create'));
    expect((await told(known)).map(words)).toEqual(['↩️ Order #3001: CN¥100.00 refunded\nAnna Smith']);
  });
});
