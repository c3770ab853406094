import { expect, it } from 'vitest';
import { type Churn, findSilent } from '../../../src/domain/sell/churn.ts';
import { cameBack, noteAlerts } from '../../../src/domain/sell/churn_alert.ts';
import { testDatabase } from '../../support/database.ts';
import { lookedAt } from '../../support/looked_at.ts';
import { turnsOf } from '../../support/statements.ts';

const { db } = await testDatabase({ poolSize: 1, queryTimeoutMs: 120_000 });
const NOW = new Date('2026-11-21T04:00:00Z');
const AT = { now: NOW, settings: { timezone: 'Asia/Shanghai', currency: 'CNY' } };
const PEOPLE = 20_000;
/** A hundred thousand. */
const ORDERS = 5 * PEOPLE;

/** Everybody bought five times in a rhythm of their own; whoever's number is small is silent by now. */
const FILL = [
  // what finds an order by its number or words only makes writing them slow
  'drop index orders_digits, orders_joined, orders_number, orders_words',
  `insert into connections (provider, token, secret) values ('shopify', 't', '')`,
  `set session_replication_role = replica;
   insert into contacts (name) select 'Buyer ' || n from generate_series(1, ${PEOPLE}) n;
   set session_replication_role = origin`,
  // no trigger and no foreign key is what is measured here
  `set session_replication_role = replica;
   insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
   select 1, id || '-' || n, id, '#' || id || n, 'paid', 'CNY', id,
     timestamptz '2026-11-20 04:00Z' - (n * (10 + id % 50) + case when id <= 1000 then 130 else 0 end) * interval '1 day', now()
   from contacts, generate_series(0, 4) n;
   set session_replication_role = origin`,
  'analyze contacts; analyze orders',
];

it('looks at each order once, by an index and in one statement, however many there are', async () => {
  const find = () => db.transaction((tx) => findSilent(tx, AT, { limit: 3, untold: true }));
  // the statement is prepared while the tables are empty
  for (let times = 0; times < 6; times += 1) expect(await find()).toMatchObject({ result: 'not_enough' });
  for (const statement of FILL) await db.autocommit.unsafe(statement);
  let found: Churn | undefined;
  const turns = await turnsOf(async () => {
    found = await find();
  });
  expect(turns.filter((turn) => turn.includes('select'))).toHaveLength(1);
  expect(found).toMatchObject({ result: 'found', total: 1000 });
  const tables = ['contacts', 'orders', 'churn_marks', 'churn_alerts', 'conversations', 'tickets', 'leads'];
  const looked = await lookedAt(db, tables, find);
  expect(looked).toBeGreaterThanOrEqual(ORDERS);
  expect(looked).toBeLessThan(1.3 * ORDERS);
  const walked = async () => {
    const [row] = await db.sql<{ scans: number }>`
      select sum(seq_scan)::int as scans from pg_stat_user_tables where relname = 'orders'`;
    return row!.scans;
  };
  const before = await walked();
  await find();
  expect(await walked()).toBe(before);
  if (found?.result !== 'found') throw new Error('nobody was found');
  const { people } = found;
  await db.transaction((tx) => noteAlerts(tx, people, NOW));
  expect(await lookedAt(db, tables, () => cameBack(db.sql, NOW))).toBeLessThan(100);
}, 120_000);
