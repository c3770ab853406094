import { expect, it } from 'vitest';
import { operations } from '../../../src/api/operations.ts';
import { readConfig } from '../../../src/config.ts';
import type { CommandContext } from '../../../src/domain/commands/command.ts';
import { testDatabase } from '../../support/database.ts';
import { lookedAt } from '../../support/looked_at.ts';

const { db } = await testDatabase({ poolSize: 1 });
const ROWS = 5_000;
/** A page, what stands on it, and the rows of one contact. */
const FEW = 600;
const NOW = new Date('2026-11-21T04:00:00Z');
const TABLES = [
  ...['contacts', 'contact_identities', 'conversations', 'messages', 'outbox', 'leads', 'tickets', 'tasks', 'orders'],
  ...['order_lines', 'products', 'feedback', 'ratings'],
];

/** Statement by statement, because each has a time limit. */
const fill = async () => {
  for (const statement of FILLING.split(';')) await db.autocommit.unsafe(statement);
};
const FILLING = `
    insert into connections (provider, token, secret) values ('shopify', 't', '');
    insert into contacts (name, tags) select 'Nr ' || n, case when n % 1000 = 0 then array['rare'] else '{}' end from generate_series(1, ${ROWS}) n;
    insert into contact_identities (contact_id, channel, address) select id, 'email', id || '@x.example' from contacts;
    insert into conversations (contact_id, channel, address) select id, 'email', id || '@x.example' from contacts;
    insert into messages (conversation_id, direction, text, occurred_at) select id, 'in', 'x', now() from conversations;
    insert into leads (contact_id, title, active_at) select id, 'x', now() from contacts;
    insert into tickets (contact_id, title) select id, 'x' from contacts;
    insert into feedback (contact_id, kind, text) select id, 'praise', 'x' from contacts;
    insert into ratings (contact_id, ticket_id, resolved_at, ask_at, asked_at) select contact_id, id, now(), now(), now() from tickets;
    insert into tasks (contact_id, title, done_at) select id, 'x', now() from contacts;
    insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
      select 1, id, id, '#' || id, 'paid', 'CNY', 1, now(), now() from contacts;
    insert into products (connection_id, external_id, title, published, version_at, version_tie)
      select 1, id, case when id % 1000 = 0 then 'rare' else 'tea' end, true, now(), '' from contacts`;

const PAGE = { limit: 50, sort: '-id' } as const;
/** By the name of the operation, what it is asked. */
const ASKED: [name: string, query: object][] = [
  ...(
    ['listConversations', 'listMessages', 'listNotes', 'listLeads', 'listTickets', 'listTasks', 'listOrders'] as const
  ).map((name): [string, object] => [name, { contact: '7' }]),
  ...['listContacts', 'listConversations', 'listMessages', 'listLeads', 'listTickets', 'listTasks', 'listOrders'].map(
    (name): [string, object] => [name, {}],
  ),
  ['listNotes', {}],
  ['listFeedback', {}],
  ['listFeedback', { contact: '7' }],
  ['listRatings', {}],
  ['listRatings', { contact: '7' }],
  ['listProducts', {}],
  ['listProducts', { title: 'rare' }],
  ['listContacts', { filter: '#rare' }],
  ['listMessages', { conversation: '7' }],
  ['listContacts', { cursor: 'p7ps' }],
];

const list = (name: string, query: object) => async () => {
  const { run } = operations.find((one) => one.name === name)!;
  await db.transaction(async (tx) => {
    const act = {
      tx,
      now: NOW,
      settings: readConfig({}).settings,
      providers: [],
    } as unknown as CommandContext;
    await run(act, { params: {}, query: { ...PAGE, ...query } as never, body: undefined });
  });
};

it('a page of the API is found among few rows, however many there are', async () => {
  // the statements are prepared while the tables are empty
  for (const [name, query] of ASKED) for (let times = 0; times < 6; times += 1) await list(name, query)();
  await fill();
  const expectFew = async () => {
    for (const [name, query] of ASKED)
      expect(await lookedAt(db, TABLES, list(name, query)), `${name} ${JSON.stringify(query)}`).toBeLessThan(FEW);
  };
  await expectFew();
  await db.autocommit.unsafe(TABLES.map((table) => `analyze ${table}`).join(';'));
  await expectFew();
  // control: a look without an index
  const byName = () => db.sql`select from contacts where name || '' = 'Nr 1'`;
  expect(await lookedAt(db, TABLES, byName)).toBeGreaterThan(ROWS / 2);
});
