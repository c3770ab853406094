import { createSecretKey, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { beforeAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config.ts';
import { actor } from '../../src/domain/act.ts';
import { runCommand } from '../../src/domain/commands/run.ts';
import { addUserIdentity, ensureOwner, findUser } from '../../src/domain/owner/user.ts';
import { takings } from '../../src/domain/sell/order_money.ts';
import { openFileStore } from '../../src/files/store.ts';
import { prunings } from '../../src/jobs/prune.ts';
import { capabilities } from '../../src/service/capabilities.ts';
import { testDatabase } from '../support/database.ts';
import { lookedAt } from '../support/looked_at.ts';

/** One connection each: what its statements read is what is counted. */
const { db } = await testDatabase({ poolSize: 1, queryTimeoutMs: 120_000 });
const config = readConfig({ LOCALE: 'zh-CN' });
const act = actor(db, {
  capabilities: capabilities(createSecretKey(randomBytes(32)), config, openFileStore(tmpdir())),
  defaults: config.settings,
  clock: () => new Date(),
});

const ROWS = 20_000;

const fill = [
  `drop index messages_words, tickets_words`,
  `alter table leads disable trigger words_made`,
  `insert into contacts (name, search_keys, last_seen_at) select 'Buyer ' || n, array['=buyer ' || n, '@shop' || n || '.com'], now() - n * interval '1 min' from generate_series(1, ${ROWS}) n`,
  `update contacts set blocked_at = now() where id % 100 = 0`,
  `insert into contact_identities (contact_id, channel, address) select id, 'email', 'buyer' || id || '@shop' || id || '.com' from contacts`,
  `insert into contact_identities (contact_id, channel, address) select id, 'telegram', id::text from contacts`,
  `insert into contact_signs (contact_id, channel, address, source) select id, 'phone', '+86138' || lpad(id::text, 8, '0'), 'shop' from contacts`,
  `insert into conversations (contact_id, channel, address, last_message_at, waiting_since) select id, 'telegram', id::text, now(), now() - id * interval '1 min' from contacts`,
  `insert into messages (conversation_id, direction, external_id, text, occurred_at, withheld) select v.id, 'in', n::text, 'where is my tea ' || v.id, now(), case when v.id % 1000 = 0 then true end from conversations v, generate_series(1, 2) n`,
  `insert into tickets (contact_id, conversation_id, title, state, snoozed_until) select contact_id, id, 'ticket ' || id, case when id % 2 = 0 then 'snoozed' else 'open' end, case when id % 2 = 0 then now() + interval '1 day' end from conversations`,
  `update ticket_clocks set stale = false, due_at = case when line = 0 then now() + ticket_id * interval '1 min' end`,
  `vacuum ticket_clocks`,
  `insert into leads (contact_id, conversation_id, title, active_at) select contact_id, id, 'lead ' || id, now() - id * interval '1 s' from conversations`,
  `alter table leads enable trigger words_made`,
  `insert into tasks (contact_id, title, due_at) select id, 'call ' || id, now() + id * interval '1 min' from contacts`,
  `insert into connections (provider, token, secret) values ('shopify', 't', '')`,
  `insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at) select 1, id::text, id, '#EN-' || id || '-B', 'paid', 'CNY', 100, now() - interval '2 days', now() from contacts`,
  `insert into order_payments (order_id, at, received_minor) select id, placed_at, 100 from orders`,
  `insert into automatic_mails (address, kind, subject, external_id, event, received_at) select 'news' || n || '@x.example', 'list', 'Sale', n::text, '{}', now() - interval '2 days' from generate_series(1, ${ROWS}) n`,
  `insert into merge_proposals (first_id, second_id, state, created_at) select id, id + 1, case when id % 1000 = 0 then 'proposed' else 'refused' end, now() from contacts where id < ${ROWS}`,
  `insert into outbox (channel, address, audience, idempotency_key, payload, state) select 'telegram', '42', 'owner', 'old ' || n, '{"kind":"message","reply":{"text":"x"}}', 'sent' from generate_series(1, ${ROWS}) n`,
  `insert into outbox (channel, address, audience, idempotency_key, payload) select 'telegram', '43', 'owner', 'new ' || n, '{"kind":"message","reply":{"text":"x"}}' from generate_series(1, ${ROWS}) n`,
  `insert into outbox (channel, address, audience, idempotency_key, payload, state, conversation_id) select 'telegram', id::text, 'customer', 'bad ' || id, '{"kind":"message","reply":{"text":"x"}}', 'failed', id from conversations`,
  `insert into inbox (source, external_id, lane, body, processed_at) select 'telegram', n::text, n::text, '', now() from generate_series(1, ${ROWS}) n`,
  `insert into inbox (source, external_id, lane, body) select 'telegram', 'open ' || n, n::text, '' from generate_series(1, ${ROWS}) n`,
  `create index messages_words on messages using gin (word_keys(text))`,
];

beforeAll(async () => {
  await act(async ({ tx }) => {
    const owner = await ensureOwner(tx, 'owner');
    await addUserIdentity(tx, owner.id, 'telegram', '42');
  });
}, 120_000);

const type = (line: string) =>
  act(async (ctx) => {
    const user = (await findUser(ctx.tx, 'telegram', '42'))!;
    return runCommand(ctx, user, line, { channel: 'telegram', address: '42' }, undefined);
  });

/** What is looked at for each, whatever the size of the house. */
const FEW = 1_000;
const lines = [
  ...[
    '/tickets',
    '/tickets 3',
    '/tickets late',
    '/ticket 5',
    '/automatic',
    '/blocked',
    '/unsent',
    '/unsent 3',
    '/inbox',
    '/leads',
    '/tasks',
  ],
  ...[
    '/find Buyer 77',
    '/find #EN-77-B',
    '/find buyers:en-77-b,en-78-b',
    '/reopen 5',
    '/find 770',
    '/find +8613800000077',
    '/find buyer77@shop77.com',
    '/contact c77',
  ],
  ...['/add Buyer 78', '/add Newcomer x@shop9.com', '/edit c77 phone 13800138000', '/note c77 hi', '/tag c77 #vip'],
  ...['/timeline c77', '/message 77', '/audit', '/scheduled', '/later c77 tomorrow 10:00 hi', '/reply c79 hi'],
  ...[
    '/lead c77 5000 tea',
    '/task tomorrow call c77',
    '/won 5',
    '/resolve 5',
    '/city c77 Lyon',
    '/block c98',
    '/merge c1 c2',
  ],
  // nobody wrote, bought or won anything in these days
  ...['/leads won 上上个月', '/leads lost', '/leads new 上上个月', '/tickets 上上个月'],
  ...['/takings 上上个月', '/takings products 上上个月', '/takings customers 上上个月', '/takings days 上上个月'],
  ...['/takings newcomers 上上个月', '/orders 上上个月', '/tasks overdue', '/contracts', '/unpaid'],
  ...['/promise', '/feedback', '/csat', '/quotes', '/campaign', '/post'],
];

describe('with twenty thousand of everything', () => {
  let tables: string[] = [];
  const rowsFor = (work: () => Promise<unknown>) => lookedAt(db, tables, work);

  beforeAll(async () => {
    // the statements are prepared, and their plans settled upon, while the tables are empty
    for (let times = 0; times < 6; times += 1) {
      for (const line of [...lines, '/status', '/duplicates']) await type(line);
    }
    await db.autocommit.unsafe(
      'truncate contacts, merge_proposals, connections, inbox, outbox, automatic_mails restart identity cascade',
    );
    for (const statement of fill) await db.autocommit.unsafe(statement);
    await db.autocommit.unsafe('analyze');
    tables = (await db.sql<{ name: string }>`select relname as name from pg_stat_user_tables`).map(({ name }) => name);
  }, 240_000);

  it.each(lines)('%s looks at few rows', async (line) => {
    expect(await rowsFor(() => type(line))).toBeLessThan(FEW);
  });

  it('/status counts no queue and no table whole', async () => {
    expect(await rowsFor(() => type('/status'))).toBeLessThan(3 * 10_001 + 2 * 10_001 + FEW);
    const values = (await type('/status')).fields?.map(({ value }) => value);
    expect(values).toEqual([
      '超过 10,000',
      '超过 10,000',
      '超过 10,000',
      expect.stringMatching(/^约 20,\d{3}$/),
      '90 天',
    ]);
  });

  it('/duplicates looks for each of the newest people by their name', async () => {
    expect(await rowsFor(() => type('/duplicates'))).toBeLessThan(4 * 2_000 + FEW);
  });

  it('takings of a day look at the payments of that day', async () => {
    const hours = (ago: number) => new Date(Date.now() - ago * 3_600_000);
    const takingsOf = (from: Date, to: Date) => rowsFor(() => act(({ tx }) => takings(tx, from, to)));
    await takingsOf(hours(24), hours(0));
    expect(await takingsOf(hours(24), hours(0))).toBeLessThan(FEW);
  });

  it.each(Object.keys(prunings))(
    '%s: a turn of pruning looks at what it takes away, wherever the others are',
    async (name) => {
      const later = new Date(Date.now() + 800 * 86_400_000);
      expect(await rowsFor(() => act((ctx) => prunings[name]!({ ...ctx, now: later })))).toBeLessThan(12 * 1_000);
    },
  );

  it('control: one walk through the contacts would be seen', async () => {
    expect(await rowsFor(() => db.sql`select from contacts where name like '%er 77'`)).toBeGreaterThanOrEqual(ROWS);
  });
});
