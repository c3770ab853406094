import { expect, it } from 'vitest';
import type { Fragment } from '../../../src/db/sql.ts';
import type { Test } from '../../../src/domain/people/filter/filter.ts';
import { matches } from '../../../src/domain/people/filter/filter_sql.ts';
import { testDatabase } from '../../support/database.ts';

const { db } = await testDatabase();
const NOW = new Date('2026-11-21T04:00:00Z');
/** More than fit into the memory that a plan gets here. */
const PEOPLE = 5000;

const OPPOSITES: Test[] = [
  { kind: 'got', campaign: '1' },
  { kind: 'clicked', campaign: '1' },
  { kind: 'channel', channel: 'email' },
  { kind: 'consent', purpose: 'newsletter' },
  { kind: 'orders', is: '>=', count: 1 },
  { kind: 'frequency', level: 'low', some: 5, many: 10 },
  { kind: 'bought', word: 'tea' },
];

/** How the server asks it, where sets of that size do not fit into memory. */
const planOf = (condition: Fragment): Promise<string> =>
  db.transaction(async (tx) => {
    await tx`set local work_mem = '64kB'`;
    await tx`set local hash_mem_multiplier = 1`;
    const plan = await tx<{ 'QUERY PLAN': string }>`
      explain (costs off) select count(*) from contacts c where ${condition}`;
    return plan.map((row) => row['QUERY PLAN']).join('\n');
  });

it('who is not among very many is found by joining the two, not by comparing each with all', async () => {
  await db.autocommit.unsafe(`
    insert into connections (provider, token, secret) values ('shopify', 'plan', '');
    insert into contacts (name) select 'Nr ' || n from generate_series(1, ${PEOPLE}) n;
    insert into contact_identities (contact_id, channel, address) select id, 'email', 'nr' || id || '@x.example' from contacts;
    insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
    select (select min(id) from connections), id::text, id, id::text, 'paid', 'CNY', 1000, now(), now() from contacts;
    insert into order_lines (order_id, position, title, quantity, price_minor) select id, 0, 'tea', 1, 1000 from orders;
    insert into campaigns (id, name, channel, variants, told_channel, told_address, told_key, created_at) overriding system value
    values (1, 'tea', 'email', '{}', 'console', '1', 'tea', now());
    insert into campaign_deliveries (campaign_id, contact_id, channel, address, locale, timezone, state, run_at, sent_at, clicked_at)
    select 1, id, 'email', '', 'en', 'UTC', 'sent', now(), now(), now() from contacts`);
  await db.autocommit.unsafe(
    'vacuum analyze orders, order_lines, contacts, contact_identities, consents, campaign_deliveries',
  );
  for (const test of OPPOSITES)
    expect
      .soft(await planOf(matches(db.sql, { any: [[{ not: true, test }]] }, NOW)), test.kind)
      .not.toContain('SubPlan');
  expect(
    await planOf(matches(db.sql, { any: [[{ not: false, test: { kind: 'unmailed', days: 30 } }]] }, NOW)),
  ).not.toContain('SubPlan');
  // control: as a list
  expect(await planOf(db.sql`not (c.id in (select d.contact_id from campaign_deliveries d))`)).toContain('SubPlan');
});
