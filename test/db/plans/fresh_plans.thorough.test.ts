import { expect, it } from 'vitest';
import { notePair } from '../../../src/domain/merge/proposal.ts';
import { journaled } from '../../../src/domain/owner/journal.ts';
import { calledAs } from '../../../src/domain/people/called.ts';
import { countStopQuestions, listStopQuestions } from '../../../src/domain/people/preferences/stop_question.ts';
import { refusalsOf } from '../../../src/domain/people/suppression.ts';
import { countWithoutStep, leadsWithoutStep, stepsDue } from '../../../src/domain/sell/follow/steps.ts';
import { ordersNumbered } from '../../../src/domain/sell/order_number.ts';
import { keepReport } from '../../../src/domain/sell/order_report.ts';
import { undo } from '../../../src/domain/undo/undo.ts';
import { testDatabase } from '../../support/database.ts';
import { lookedAt } from '../../support/looked_at.ts';

const { db } = await testDatabase({ poolSize: 1 });
const ROWS = 20_000;
const FEW = 200;
const NOW = new Date('2026-11-21T04:00:00Z');

const start = [
  "insert into users (name, role) values ('I', 'owner')",
  "insert into connections (provider, secret, token) values ('shopify', '', 't')",
  "insert into contacts (name) values ('A'), ('B')",
];
const numbers = `generate_series(1001, ${1000 + ROWS}) n`;
/** A contact's keys are those of the name 'Buyer <n>', as far as they are asked for. */
const fill = [
  `insert into contacts (id, name, search_keys) overriding system value
   select n, 'Buyer ' || n, array['=buyer', '=' || n] from ${numbers}`,
  `insert into contact_identities (contact_id, channel, address) select n, 'email', 'nr' || n || '@x.example' from ${numbers}`,
  `insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
   select 1, n::text, n, '#' || n, 'paid', 'CNY', 100, now(), now() from ${numbers}`,
  `insert into merge_proposals (first_id, second_id, evidence, state, created_at)
   select n, n + 1, '[]', 'proposed', now() from ${numbers} where n < ${1000 + ROWS}`,
  `insert into order_reports (connection_id, names, body, at, rank, says)
   select 1, array['pi_' || n, 'cs_' || n], n::text, now(), 0, '{}' from ${numbers}`,
  `insert into journal_changes (journal_id, table_name, key, before, after)
   select (select max(id) from journal), 'contacts', n::text, '{"name":"a"}', '{"name":"b"}' from ${numbers}`,
  // nearly all are over, each with steps that were done; of those that are open every other one has a step
  `set session_replication_role = replica;
   insert into leads (id, contact_id, title, stage, closed_at, active_at, created_at) overriding system value
   select n, n, 'x', case when n > 1020 then 'won' else 'new' end, case when n > 1020 then now() end, now() - n * interval '1 min', now() from ${numbers};
   insert into tasks (lead_id, contact_id, title, done_at)
   select n, n, 'step', case when n > 1020 or n % 2 = 0 or nth > 1 then now() end from ${numbers}, generate_series(1, 3) nth;
   set session_replication_role = origin`,
];
const TABLES = [
  'leads',
  'tasks',
  'contacts',
  'contact_identities',
  'orders',
  'order_reports',
  'merge_proposals',
  'journal_changes',
];

let count = 0;
const named = (said: string) => ({ name: said, said, initials: [], isSurname: false });

/** What is asked with a handful of keys, of which the planner does not know how few they are. */
const WORK: Record<string, () => Promise<unknown>> = {
  'the orders of a number': async () => {
    for (const number of ['#7007', '70-07', 'no. 19 999']) await ordersNumbered(db.sql, number, 5);
  },
  'what is reported of an order': () =>
    db.transaction((tx) =>
      keepReport(tx, {
        ...{ kind: 'order.reported', provider: 'stripe', connectionId: '1', says: {}, at: NOW },
        names: ['pi_7007', `ch_${++count}`],
      }),
    ),
  'whether two may be asked about': () => db.transaction((tx) => notePair({ tx, now: NOW }, '1', '2', [])),
  'who is called so': () => calledAs(db.sql, [named('7007'), named('Buyer 9009'), named('Nobody')]),
  'of whom it is not decided whether they asked to stop': () => listStopQuestions(db.sql, 5),
  'how many these are': () => countStopQuestions(db.sql),
  'which leads have no next step': async () => {
    const found = await leadsWithoutStep(db.sql, 5);
    if (found.length > 0) expect([found[0]!.id, await countWithoutStep(db.sql, 201)]).toEqual(['1020', 10]);
  },
  'how many leads have no next step': () => countWithoutStep(db.sql, 201),
  'what is to be done of leads': () => stepsDue(db.sql, 'undated', { now: NOW, today: NOW, week: NOW }, 5),
  'what stands against writing to somebody': () => refusalsOf(db.sql, '7007', NOW),
  'what an undo takes back': async () => {
    const entry = { userId: '1', command: '/add', now: NOW };
    await db.transaction((tx) => journaled(tx, entry, () => tx`insert into contacts (name) values ('made')`));
    const { result } = await db.transaction((tx) => undo(tx, '1', undefined, NOW));
    expect(result).toBe('undone');
  },
};

it('what is asked with a few keys is found among few rows, however many there are', async () => {
  for (const statement of start) await db.autocommit.unsafe(statement);
  // the statements are prepared while the tables are empty
  for (const work of Object.values(WORK)) for (let times = 0; times < 8; times += 1) await work();
  await db.autocommit`insert into journal (user_id, command, created_at) values ('1', '/old', ${new Date(0)})`;
  for (const statement of fill) await db.autocommit.unsafe(statement);
  const measured = async () => {
    const looked: [string, number][] = [];
    for (const [what, work] of Object.entries(WORK)) looked.push([what, await lookedAt(db, TABLES, work)]);
    return looked.filter(([, rows]) => rows >= FEW);
  };
  expect(await measured()).toEqual([]);
  for (const table of TABLES) await db.autocommit.unsafe(`analyze ${table}`);
  expect(await measured()).toEqual([]);
  // control: a look without an index
  const byName = () => db.sql`select from contacts where name || '' = 'Buyer 7007'`;
  expect(await lookedAt(db, TABLES, byName)).toBeGreaterThan(ROWS / 2);
});
