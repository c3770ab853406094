import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Sql, Tx } from '../../../src/db/sql.ts';
import { recountPurchases } from '../../../src/jobs/purchases.ts';
import { buttonsOf, testHouse } from '../../support/house.ts';
import { shopifyEvent, shopifyOrder, shopifyRefund } from '../../support/shops/shopify_order.ts';

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

  it('follows refunds, cancellations, deletions, merges and their undo, and is what /contact and filters say', async () => {
    const at = (minute: number) => `2026-11-21T02:${String(minute).padStart(2, '0')}:00Z`;
    const bob = { id: 22, email: 'bob@example.com', first_name: 'Bob', last_name: 'Jones', updated_at: at(0) };
    const buy = (id: number, minute: number, more: object = {}) =>
      shopifyEvent(shopifyOrder({ id, name: `#${id}`, updated_at: at(minute), ...more }));
    const undo = async (reply: Awaited<ReturnType<typeof house.say>>) =>
      house.say(buttonsOf(reply).find(({ command }) => command.startsWith('/undo '))!.command);
    const all = async (after: string) => (await expectTrue(house.db.sql, after)).filter((row) => row.currency === '*');

    await house.happen(buy(1, 1), buy(2, 2), buy(3, 3, { customer: bob, email: bob.email }));
    expect(await all('bought')).toMatchObject([{ orders: 2 }, { orders: 1 }]);
    await house.happen(
      buy(2, 4, { refunds: [shopifyRefund(5, '30.00', at(4))], financial_status: 'partially_refunded' }),
    );
    await all('refunded');
    await house.happen(buy(1, 5, { cancelled_at: at(5), financial_status: 'voided' }));
    await all('cancelled');
    await house.say('/order Anna 3 mugs ¥90 paid');
    await house.say('/order Bob tea ¥50 paid');
    await house.say('/order Bob cup EUR 20');
    const before = await all('own orders');
    const merged = await house.say('/merge Anna Bob');
    const yes = buttonsOf(merged).find(({ command }) => command.startsWith('/merge') && command !== '/merge Anna Bob');
    const done = yes ? await house.say(yes.command) : merged;
    await all('merged');
    await undo(done);
    expect(await all('merge undone')).toEqual(before);
    const gone = await house.say('/disconnect shopify');
    await all('disconnected');
    const sure = buttonsOf(gone).find(({ command }) => command.startsWith('/disconnect'));
    const off = sure ? await house.say(sure.command) : gone;
    await all('shop gone');
    if (buttonsOf(off).some(({ command }) => command.startsWith('/undo '))) await undo(off);
    expect(await all('shop back')).toEqual(before);
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
