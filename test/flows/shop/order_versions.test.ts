import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { testHouse } from '../../support/house.ts';
import { shopifyEvent, shopifyOrder } from '../../support/shops/shopify_order.ts';

const house = await testHouse({ locale: 'en', currency: 'CNY', country: 'GB', timezone: 'Europe/London' });
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
  }),
);

const pot = { id: 1, title: 'Pot', sku: 'POT', quantity: 2, price: '40.00' };
const cup = { id: 2, title: 'Cup', sku: 'CUP', quantity: 1, price: '20.00' };
const home = (street: string) => ({
  shipping_address: { name: 'Anna Smith', address1: street, city: 'Leeds', zip: 'LS1 4AP', country_code: 'GB' },
});
const customer = (id: number, first_name: string) => ({
  customer: { id, first_name, email: `${id}@example.com`, updated_at: '2026-11-01T00:00:00Z' },
  email: `${id}@example.com`,
});
/** All of one second. `ms`: when in it the shop told of this one. */
const version = (more: object, ms?: number) =>
  shopifyEvent(
    shopifyOrder({ ...home('1 High St'), ...more }),
    'orders/updated',
    ms === undefined ? undefined : `2026-11-21T02:00:10.${String(ms).padStart(3, '0')}041743Z`,
  );
const state = async () => ({
  orders: await house.db.sql`
    select number, words, delivery, payment, c.name from orders o left join contacts c on c.id = o.contact_id`,
  lines: await house.db.sql`select title, quantity from order_lines order by position`,
});
const changes = async () => (await house.cards()).filter(({ title }) => /changed|has a new note/.test(title ?? ''));

const CHANGES: [string, (nth: number) => object][] = [
  ['address', (nth) => home(`${nth} Low Rd`)],
  ['quantity', (nth) => ({ line_items: [{ ...pot, quantity: 10 + nth }, cup] })],
  ['note', (nth) => ({ note: `Ring ${nth} times` })],
];
const TIMES = [...Array(10).keys()];

describe('two versions of an order of one second', () => {
  it.each(CHANGES)('are taken and told as they come where nothing else tells them apart: %s', async (_, change) => {
    await house.happen(version({}));
    for (const nth of TIMES) {
      await house.happen(version(change(nth)));
      expect(await changes()).toHaveLength(nth + 1);
    }
    const stored = JSON.stringify(await state());
    expect(stored).toMatch(/9 Low Rd|"quantity":19|Ring 9 times/);
  });

  it.each(CHANGES)('change nothing when one of them comes again: %s', async (_, change) => {
    await house.happen(version({}), version(change(1)), version(change(2)));
    const [before, told] = [await state(), await house.cards()];
    await house.happen(version({}), version(change(2)), version(change(1)), version({}));
    expect(await state()).toEqual(before);
    expect(await house.cards()).toHaveLength(told.length);
  });

  it.each(CHANGES)(
    'are in the order in which the shop told of them, and the stale one is no news: %s',
    async (_, change) => {
      for (const nth of TIMES) {
        const id = 5000 + nth;
        const one = { id, name: `#${id}` };
        await house.happen(version(one, 100), version({ ...one, ...change(nth) }, 300));
        const known = (await changes()).length;
        expect(known).toBe(nth + 1);
        await house.happen(version({ ...one, ...change(nth + 20) }, 200));
        expect(await changes()).toHaveLength(known);
      }
    },
  );

  it('belong to whom the later one names', async () => {
    await house.happen(version(customer(31, 'Bob')), version(customer(32, 'Carl')), version(customer(31, 'Bob')));
    expect((await state()).orders).toMatchObject([{ name: 'Carl' }]);
  });

  it('go by the time they have, then by when the shop told of them, then by how far they have got', async () => {
    await house.happen(version({ financial_status: 'paid' }, 200), version({ financial_status: 'pending' }, 300));
    expect((await state()).orders).toMatchObject([{ payment: 'pending' }]);
    await house.happen(version({ financial_status: 'paid' }, 300), version({ financial_status: 'authorized' }, 300));
    expect((await state()).orders).toMatchObject([{ payment: 'paid' }]);
    await house.happen(version({ financial_status: 'pending', updated_at: '2026-11-21T02:00:09Z' }, 900));
    expect((await state()).orders).toMatchObject([{ payment: 'paid' }]);
  });

  it('come to the same in whatever order they are delivered, doubled too, where the shop says when it told of them', async () => {
    const versions = [
      version({ ...home('2 Low Rd'), ...customer(31, 'Bob') }, 10),
      version({ ...home('3 Low Rd'), ...customer(32, 'Carl') }, 20),
      version({ note: 'Ring twice', financial_status: 'pending' }, 30),
      version({ line_items: [cup], ...customer(31, 'Bob') }, 40),
      version({ ...home('2 Low Rd'), ...customer(32, 'Carl') }, 50),
    ];
    await house.happen(...versions);
    const expected = await state();
    expect(expected.orders).toMatchObject([
      { name: 'Carl', delivery: { address: expect.stringContaining('2 Low Rd') } },
    ]);
    const order = fc.tuple(
      fc.shuffledSubarray(versions, { minLength: versions.length }),
      fc.array(fc.constantFrom(...versions), { maxLength: 3 }),
    );
    await fc.assert(
      fc.asyncProperty(order, async ([all, again]) => {
        await house.db.autocommit`delete from orders`;
        await house.happen(...all, ...again);
        expect(await state()).toEqual(expected);
      }),
      { numRuns: 15 },
    );
  });
});

describe('a time of telling that is none', () => {
  it.each(['', 'yesterday', '2026-11-21T02:00:10Z, 2026-11-21T02:00:11Z', '\u0000'])('is left out: %j', (header) => {
    expect(shopifyEvent(shopifyOrder(), 'orders/updated', header)).not.toHaveProperty('triggeredAt');
  });
});
