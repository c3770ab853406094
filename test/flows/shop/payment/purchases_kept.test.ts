import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Sql, Tx } from '../../../../src/db/sql.ts';
import { recountPurchases } from '../../../../src/jobs/purchases.ts';
import { buttonsOf, testHouse } from '../../../support/house.ts';
import { shopifyEvent, shopifyOrder, shopifyRefund } from '../../../support/shops/shopify_order.ts';

const house = await testHouse();
beforeEach(
  house.startingWith(async () => {
    await house.say('/connect shopify shpss_0123456789abcdef0123456789abcdef');
    for (const name of ['Anna', 'Bob', 'Carl', 'Dora']) await house.say(`/add ${name} ${name}@example.com`);
  }),
);

const kept = (sql: Sql) => sql`select * from contact_purchases order by contact_id, currency`;
const counted = (sql: Sql) => sql`select * from contact_purchases_counted order by contact_id, currency`;

/** That what is kept is what counting gives; returns it. */
async function expectTrue(sql: Sql, after = '') {
  const rows = await kept(sql);
  expect([after, rows]).toEqual([after, await counted(sql)]);
  return rows;
}

const PAYMENTS = ['paid', 'pending', 'partially_paid', 'partially_refunded', 'refunded', 'voided'];
const order = fc.record({
  external_id: fc.integer({ min: 1, max: 8 }).map(String),
  contact_id: fc.option(fc.integer({ min: 1, max: 4 })),
  payment: fc.constantFrom(...PAYMENTS, 'paid', 'paid'),
  fulfillment: fc.constantFrom(null, 'partial', 'fulfilled'),
  currency: fc.constantFrom('CNY', 'CNY', 'EUR'),
  total_minor: fc.constantFrom(0, 100, 250, 9_000_000_000_000_000),
  current_minor: fc.option(fc.constantFrom(0, 80, 300)),
  outstanding_minor: fc.option(fc.constantFrom(0, 60)),
  refunded_minor: fc.constantFrom(0, 0, 50, 250),
  test: fc.constantFrom(false, false, false, true),
  placed_at: fc.integer({ min: 1, max: 28 }).map((day) => new Date(Date.UTC(2026, 9, day)).toISOString()),
  cancelled_at: fc.constantFrom(null, null, '2026-11-01T00:00:00Z'),
  deleted_at: fc.constantFrom(null, null, null, '2026-11-02T00:00:00Z'),
});
const some = fc.array(fc.integer({ min: 1, max: 8 }).map(String), { minLength: 1, maxLength: 4 });
const contact = fc.integer({ min: 1, max: 4 });

/** What one statement does to orders; some do it to several, and some leave most of what counts as it was. */
const statement = fc.oneof(
  fc
    .uniqueArray(order, { minLength: 1, maxLength: 5, selector: (one) => one.external_id })
    .map((rows) => ({ does: 'upsert' as const, rows })),
  fc.record({ does: fc.constant('change' as const), of: some, to: order }),
  fc.record({ does: fc.constant('move' as const), from: contact, to: fc.option(contact) }),
  fc.record({ does: fc.constant('tell' as const), of: some }),
  fc.record({ does: fc.constant('delete' as const), of: some }),
);
type Statement = typeof statement extends fc.Arbitrary<infer T> ? T : never;

async function run(tx: Tx, one: Statement): Promise<void> {
  if (one.does === 'move') await tx`update orders set contact_id = ${one.to} where contact_id = ${one.from}`;
  else if (one.does === 'tell') await tx`update orders set told_at = now() where external_id = any(${one.of})`;
  else if (one.does === 'delete') await tx`delete from orders where external_id = any(${one.of})`;
  else if (one.does === 'change') {
    const { external_id: _, ...to } = one.to;
    await tx`update orders set ${tx(to)} where external_id = any(${one.of})`;
  } else {
    const rows = one.rows.map((row) => ({
      ...row,
      connection_id: 1,
      number: row.external_id,
      version_at: row.placed_at,
    }));
    const columns = Object.keys(rows[0]!);
    const [first, ...rest] = columns.map((column) => tx`${tx(column)} = excluded.${tx(column)}`);
    await tx`
      insert into orders (${tx(columns)}) select ${tx(columns)} from jsonb_populate_recordset(null::orders, ${tx.json(rows)})
      on conflict (connection_id, external_id) do update set ${rest.reduce((all, next) => tx`${all}, ${next}`, first!)}`;
  }
}

describe('what is kept of a contact’s purchases', () => {
  it('is what counting them gives, whatever statements do to orders', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(statement, { minLength: 1, maxLength: 12 }), async (statements) => {
        const undone = house.act(async ({ tx }) => {
          for (const one of statements) {
            await run(tx, one);
            await expectTrue(tx, one.does);
          }
          throw new Error('enough');
        });
        await expect(undone).rejects.toThrow('enough');
      }),
      { numRuns: 60 },
    );
  });

  const at = (minute: number) => `2026-11-21T02:${String(minute).padStart(2, '0')}:00Z`;
  const bob = { id: 22, email: 'bob@example.com', first_name: 'Bob', last_name: 'Jones', updated_at: at(0) };
  const tell = (id: number, minute: number, more: object = {}) =>
    house.happen(shopifyEvent(shopifyOrder({ id, name: `#${id}`, updated_at: at(minute), ...more })));
  const undo = async (reply: Awaited<ReturnType<typeof house.say>>) =>
    house.say(buttonsOf(reply).find(({ command }) => command.startsWith('/undo '))!.command);
  /** How many orders each has, in all. */
  const orders = async (after: string) =>
    Object.fromEntries(
      (await expectTrue(house.db.sql, after))
        .filter(({ currency }) => currency === '*')
        .map(({ contact_id, orders }) => [contact_id, orders]),
    );

  it('follows refunds, edits, cancellations, merges, deletions and the undo of each', async () => {
    await tell(1, 1);
    await tell(2, 2);
    await tell(3, 3, { customer: bob, email: bob.email });
    expect(await orders('bought')).toEqual({ 1: 2, 2: 1 });
    const refunds = [shopifyRefund(5, '30.00', at(4))];
    await tell(2, 4, { refunds, financial_status: 'partially_refunded' });
    expect((await kept(house.db.sql)).find(({ currency }) => currency === 'EUR' || currency === 'CNY')).toMatchObject({
      spent_minor: '17000',
    });
    await tell(1, 5, { cancelled_at: at(5), financial_status: 'voided' });
    expect(await orders('cancelled')).toEqual({ 1: 1, 2: 1 });
    const own = await house.say('/order Anna 3 mugs ¥90 paid');
    await house.say('/order Bob cup EUR 20 paid');
    const before = await orders('own orders');
    expect(before).toEqual({ 1: 2, 2: 2 });

    await undo(await house.say('/order M-2 cancel'));
    expect(await orders('cancelled and undone')).toEqual(before);
    await undo(own);
    expect(await orders('an own order undone')).toEqual({ 1: 1, 2: 2 });
    await house.say('/order Anna 3 mugs ¥90 paid');

    const merged = await house.say('/merge Anna Bob');
    expect(await orders('merged')).toEqual({ 1: 4 });
    await tell(4, 6, { customer: bob, email: bob.email });
    await undo(merged);
    expect(await orders('merge undone')).toEqual({ 1: 2, 2: 3 });

    const gone = await house.say('/delete Bob !');
    expect(await orders('deleted')).toEqual({ 1: 2 });
    await undo(gone);
    expect(await orders('deletion undone')).toEqual({ 1: 2, 2: 3 });
    await house.db.autocommit`delete from orders where external_id = '3'`;
    expect(await orders('an order gone')).toEqual({ 1: 2, 2: 2 });
  });

  it('is what /contact and a filter say', async () => {
    await tell(1, 1);
    await house.say('/order Anna 3 mugs ¥90 paid');
    await house.say('/order Bob cup EUR 20 paid');
    const found = async (filter: string) =>
      (await house.say(`/find ${filter}`)).lists?.flatMap(({ items }) => items.map(({ text }) => text)) ?? [];
    expect((await house.say('/contact Anna')).fields).toContainEqual({ label: '买过', value: '2 单，¥190.00' });
    expect([await found('orders:2'), await found('spent:190'), await found('spent:>190')]).toEqual([
      ['Anna'],
      ['Anna'],
      [],
    ]);
    expect((await found('orders:0')).sort()).toEqual(['Carl', 'Dora']);
    expect((await found('spent:<=190')).sort()).toEqual(['Anna', 'Bob', 'Carl', 'Dora']);
    expect((await found('last:7d')).sort()).toEqual(['Anna', 'Bob']);
  });

  it('holds where two add and take away at the same moment', async () => {
    const add = (tx: Tx, id: number, day: number) => tx`
      insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
      values (1, ${`r${id}`}, 1, ${`r${id}`}, 'paid', 'CNY', 100, ${new Date(Date.UTC(2026, 9, day))}, now())`;
    await house.act(({ tx }) => add(tx, 0, 1));
    const acts = Array.from({ length: 12 }, (_, nth) =>
      house.act(async ({ tx }) => {
        await add(tx, nth + 1, nth + 2);
        if (nth % 3 === 0) await tx`delete from orders where external_id = ${`r${nth}`}`;
        if (nth % 3 === 1) await tx`update orders set placed_at = '2026-09-01' where external_id = ${`r${nth + 1}`}`;
      }),
    );
    await Promise.all(acts);
    await expectTrue(house.db.sql);
  });

  it('control: what is wrong is found, counted and put right', async () => {
    await house.say('/order Anna 3 mugs ¥90 paid');
    expect(await house.act(recountPurchases)).toBe(0);
    await house.db.autocommit`update contact_purchases set orders = orders + 1`;
    await house.db.autocommit`
      insert into contact_purchases (contact_id, currency, orders, spent_minor, last_at) values (3, 'CNY', 1, 1, now())`;
    await expect(expectTrue(house.db.sql)).rejects.toThrow();
    expect(await house.act(recountPurchases)).toBe(3);
    expect(await expectTrue(house.db.sql)).toMatchObject([{ orders: 1 }, { orders: 1 }]);
  });
});
