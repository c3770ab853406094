import { beforeAll, describe, expect, it } from 'vitest';
import { sumOrders } from '../../../src/domain/sell/order_list.ts';
import { bestBuyers, bestSold, busiestDays, newcomers } from '../../../src/domain/sell/ranking/ranking.ts';
import { countTickets, listTickets, ticketsCounted } from '../../../src/domain/serve/list.ts';
import { receivedIn, sumReceived } from '../../../src/domain/talk/received/received.ts';
import { countOverdueTasks, overdueTasks } from '../../../src/domain/tasks/task.ts';
import { testDatabase } from '../../support/database.ts';
import { lookedAt } from '../../support/looked_at.ts';

const { db } = await testDatabase({ poolSize: 1, queryTimeoutMs: 120_000 });
const { sql } = db;
const NOW = new Date('2026-11-21T04:00:00Z');
/** One of each came in each hour. */
const HOURS = 6_000;
const WITHIN = 24;
const OVERDUE = 60;
const hours = (count: number) => new Date(NOW.getTime() - count * 3_600_000);
const SPAN = { from: hours(WITHIN), until: NOW };
const ALWAYS = { from: hours(HOURS + 1), until: NOW };
const TABLES = ['contacts', 'conversations', 'messages', 'orders', 'order_lines', 'tasks', 'tickets', 'ticket_clocks'];

const at = `timestamptz '2026-11-21 04:00Z' - n * interval '1 hour'`;
const FILL = `
  set session_replication_role = replica;
  insert into contacts (name, created_at, last_seen_at) select 'Buyer ' || n, ${at}, ${at} from generate_series(1, ${HOURS}) n;
  insert into conversations (contact_id, channel, address) select id, 'telegram', id::text from contacts;
  insert into messages (conversation_id, direction, external_id, text, occurred_at)
    select n, 'in', n::text, 'tea', ${at} from generate_series(1, ${HOURS}) n;
  insert into connections (provider, token, secret) values ('shopify', 't', '');
  insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
    select 1, n::text, n, '#' || n, 'paid', 'CNY', 100, ${at}, ${at} from generate_series(1, ${HOURS}) n;
  insert into order_lines (order_id, position, title, quantity, price_minor) select id, 0, 'tea ' || id % 20, 1, 100 from orders;
  insert into tasks (contact_id, title, due_at, done_at)
    select n, 'call', ${at}, case when n > ${OVERDUE} then ${at} end from generate_series(1, ${HOURS}) n;
  insert into tasks (contact_id, title, due_at)
    select n, 'call', timestamptz '2026-11-21 04:00Z' + n * interval '1 hour' from generate_series(1, ${HOURS}) n;
  insert into tickets (contact_id, conversation_id, title, created_at, state_since, state, resolved_at)
    select n, n, 'ticket ' || n, ${at}, ${at}, case when n % 2 = 0 then 'resolved' else 'open' end, case when n % 2 = 0 then ${at} end
    from generate_series(1, ${HOURS}) n;
  insert into ticket_clocks (ticket_id, line, stale) select id, case when state = 'resolved' then 3 else 0 end, false from tickets;
  set session_replication_role = origin;
  analyze ${TABLES.join(', ')}`;

type Span = typeof SPAN;
const ASKED: Record<string, (span: Span) => Promise<unknown>> = {
  'what sold best': (span) => bestSold(sql, span, 10),
  'who bought most': (span) => bestBuyers(sql, span, 10),
  'the busiest days': (span) => busiestDays(sql, span, 'Asia/Shanghai', 10),
  'who is new': (span) => newcomers(sql, span, 10),
  'what orders come to': (span) => sumOrders(sql, span),
  'who wrote': (span) => receivedIn(sql, span, 9, 0),
  'how many wrote': (span) => sumReceived(sql, span),
  'how many tickets are still open': (span) => ticketsCounted(sql, NOW, { during: span }),
  'what was resolved': (span) => ticketsCounted(sql, NOW, { during: span, state: 'resolved' }),
};
/** They stop at what fits, however many there are. */
const STOPS: Record<string, (span: Span) => Promise<unknown>> = {
  tickets: (span) => listTickets(sql, NOW, { during: span }, 9, 0),
  'how many tickets': (span) => countTickets(sql, NOW, { during: span }, 201),
};
const OVERDUE_ASKED: Record<string, () => Promise<unknown>> = {
  'what is overdue': () => overdueTasks(sql, NOW, 9, 0),
  'how much is overdue': () => countOverdueTasks(sql, NOW, 201),
};

beforeAll(async () => {
  // the statements are prepared while the tables are empty
  for (let times = 0; times < 6; times += 1) {
    for (const ask of [ASKED, STOPS, OVERDUE_ASKED].flatMap(Object.values<(span: Span) => Promise<unknown>>))
      await ask(SPAN);
  }
  await db.autocommit.unsafe(FILL);
}, 120_000);

describe('what is asked of some days', () => {
  it.each(Object.keys(ASKED))('%s: what came in them is looked at, and not all there is', async (name) => {
    await ASKED[name]!(SPAN);
    // some looks at each
    expect(await lookedAt(db, TABLES, () => ASKED[name]!(SPAN))).toBeLessThan(12 * WITHIN);
  });

  it.each(Object.keys(STOPS))('%s: only so many are looked at', async (name) => {
    await STOPS[name]!(ALWAYS);
    expect(await lookedAt(db, TABLES, () => STOPS[name]!(SPAN))).toBeLessThan(12 * WITHIN);
    expect(await lookedAt(db, TABLES, () => STOPS[name]!(ALWAYS))).toBeLessThan(4 * 201);
  });

  it.each(Object.keys(OVERDUE_ASKED))('%s: what is done or lies ahead is not looked at', async (name) => {
    await OVERDUE_ASKED[name]!();
    expect(await lookedAt(db, TABLES, () => OVERDUE_ASKED[name]!())).toBeLessThan(6 * OVERDUE);
  });

  it.each(Object.keys(ASKED))('control: %s of always would be seen', async (name) => {
    expect(await lookedAt(db, TABLES, () => ASKED[name]!(ALWAYS))).toBeGreaterThanOrEqual(HOURS);
  });

  it('pages of those who wrote make up what is counted', async () => {
    const pages = await Promise.all([0, 10, 20].map((offset) => receivedIn(sql, SPAN, 10, offset)));
    const all = pages.flat();
    const sums = { messages: all.reduce((sum, { count }) => sum + count, 0), people: all.length };
    expect(sums).toEqual({ messages: WITHIN, people: WITHIN });
    expect(await sumReceived(sql, SPAN)).toEqual(sums);
    expect(all.map(({ name }) => name).slice(0, 2)).toEqual(['Buyer 1', 'Buyer 2']);
    expect(await sumReceived(sql, { from: NOW, until: NOW })).toEqual({ messages: 0, people: 0 });
  });
});
