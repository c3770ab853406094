import { expect, it } from 'vitest';
import type { Test } from '../../../src/domain/people/filter/filter.ts';
import { matches } from '../../../src/domain/people/filter/filter_sql.ts';
import { testDatabase } from '../../support/database.ts';

const { db } = await testDatabase();
const NOW = new Date('2026-11-21T04:00:00Z');

it('who bought how much is read where it is kept for each contact, who did so of late in an index that holds what a purchase is', async () => {
  await db.autocommit.unsafe(`
    insert into connections (provider, token, secret) values ('shopify', 'plan', '');
    insert into contacts (name) select 'Nr ' || n from generate_series(1, 2000) n;
    insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
    select (select min(id) from connections), id::text, id, id::text, 'paid', 'CNY', 1000, now(), now() from contacts`);
  await db.autocommit.unsafe('vacuum analyze orders, contacts, contact_purchases');
  const tests: Test[] = [
    { kind: 'orders', is: '>=', count: 2 },
    { kind: 'spent', is: '>=', minor: '500', currency: 'CNY' },
    { kind: 'last', is: '>', days: 60 },
  ];
  const ofOrders = async (test: Test) => {
    const plan = await db.sql<{ 'QUERY PLAN': string }>`
      explain (costs off) select count(*) from contacts c where ${matches(db.sql, { any: [[{ not: false, test }]] }, NOW)}`;
    return plan.map((row) => row['QUERY PLAN'].trim().replace(/^->\s+/, '')).filter((line) => / on orders/.test(line));
  };
  for (const test of tests) expect(await ofOrders(test)).toEqual([]);
  expect(await ofOrders({ kind: 'frequency', level: 'high', some: 5, many: 10 })).toEqual([
    'Index Only Scan using orders_bought on orders',
  ]);
  // control: what the index does not hold
  const plan = await db.sql<{
    'QUERY PLAN': string;
  }>`explain (costs off) select sum(tax_minor) from orders o where contact_id > 0`;
  expect(plan.map((row) => row['QUERY PLAN']).join('\n')).not.toContain('Index Only Scan');
});
