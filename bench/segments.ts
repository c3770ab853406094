import { type Connection, type Database, openDatabase } from '../src/db/open.ts';
import { type FilterWords, Unclear } from '../src/domain/people/filter/filter.ts';
import { parseFilter } from '../src/domain/people/filter/filter_parse.ts';
import { matches } from '../src/domain/people/filter/filter_sql.ts';
import { countMatching } from '../src/domain/people/matching.ts';
import { cpuTime, serverPid } from './cpu.ts';
import { inScratchServer } from './people.ts';

const contacts = Number(process.env.CONTACTS ?? 1_000_000);
const rounds = Number(process.env.ROUNDS ?? 5);
/** Shows each plan. */
const plans = process.env.PLANS === '1';
const now = new Date('2026-11-21T12:00:00Z');

/** What owners ask for; the last two of two things at once. */
const FILTERS = [
  ...['', '#vip', 'city:上海', 'lang:zh', 'since:30d', 'quiet:90d', 'new:30d', 'channel:email', 'reach:email'],
  ...[
    'consent:newsletter',
    'orders:>=2',
    'orders:0',
    'spent:>=1000',
    'last>60',
    'last:30d',
    'bought:龙井',
    'age:young',
  ],
  ...['age:middle', 'frequency:high', 'frequency:low', 'power:high', 'power:low', 'segment:regulars'],
  ...['got:1', '-got:1', 'clicked:1', 'replied:1', 'bounced:1', 'unmailed:30d'],
  ...['reach:email consent:newsletter -#vip', '#vip orders:>=2 last>60'],
];

const typedIn: FilterWords = {
  currency: 'CNY',
  channels: ['email'],
  fields: [],
  stages: [],
  campaigns: ['1'],
  segments: [{ id: '1', name: 'regulars', filter: 'orders:>=2 reach:email' }],
  bounds: { age: [30, 50], frequency: [5, 10], power: [500, 1000] },
  at: { country: 'CN', today: 20_778 },
};

/** What no filter asks, and what makes loading slow: left out. */
const NOT_ASKED = [
  'orders_digits',
  'orders_joined',
  'orders_number',
  'orders_words',
  'contacts_name',
  'consents_asked',
];
const WORDS_OF_LINES =
  'create index order_lines_words on order_lines using gin (word_keys(title)) with (fastupdate = off)';

/** A million contacts, each with an address, and as many orders, of which a few people have most: made by the server, without triggers. */
const LOAD = [
  'set session_replication_role = replica',
  ...[...NOT_ASKED, 'order_lines_words'].map((index) => `drop index ${index}`),
  `insert into connections (id, provider, token, secret) overriding system value values (1, 'shopify', 'bench', '')`,
  `insert into contacts (name, city, locale, tags, last_seen_at, created_at)
    select 'c' || n, case n % 5 when 0 then '上海' when 1 then 'Berlin' end, case n % 3 when 0 then 'zh-CN' when 1 then 'en' end,
      case when n % 20 = 0 then array['vip'] else '{}'::text[] end,
      '${now.toISOString()}'::timestamptz - (n::bigint * 7919 % 400) * interval '1 day', '${now.toISOString()}'::timestamptz - (n % 900) * interval '1 day'
    from generate_series(1, ${contacts}) n`,
  `insert into contact_identities (contact_id, channel, address, bounced_at)
    select n, 'email', 'c' || n || '@example.com', case when n % 50 = 0 then now() end from generate_series(1, ${contacts}) n`,
  `insert into consents (contact_id, channel, address, purpose, token, locale, words, source, asked_at, confirmed_at)
    select n, 'email', 'c' || n || '@example.com', 'newsletter', 't' || n, 'en', '', 'form:1', now(), case when n % 4 > 0 then now() end
    from generate_series(1, ${contacts}, 2) n`,
  `insert into field_values (contact_id, field_id, value, key)
    select n, -1, (1940 + n % 70) || '-05-12', '05-12' from generate_series(1, ${contacts}, 3) n`,
  `insert into orders (connection_id, external_id, contact_id, number, payment, currency, total_minor, placed_at, version_at)
    select 1, n::text, 1 + (power(random(), 3) * ${contacts / 2})::bigint, n::text, 'paid', 'CNY', 1000 + (random() * 40000)::int,
      '${now.toISOString()}'::timestamptz - random() * 700 * interval '1 day', now() from generate_series(1, ${contacts}) n`,
  `insert into order_lines (order_id, position, title, quantity, price_minor)
    select id, 0, case when id % 10 = 0 then '西湖龙井茶' else 'tea ' || id % 100 end, 1, 1000 from orders`,
  WORDS_OF_LINES,
  `insert into campaigns (id, name, channel, variants, told_channel, told_address, told_key, created_at) overriding system value
    values (1, 'tea', 'email', '{}', 'console', '1', 'tea', now())`,
  `insert into campaign_deliveries (
      campaign_id, contact_id, channel, address, locale, timezone, state, run_at, sent_at, clicked_at, replied_at, bounced_at
    ) select 1, n, 'email', 'c' || n || '@example.com', 'en', 'UTC', case when n % 53 = 0 then 'failed' else 'sent' end, now(),
      '${now.toISOString()}'::timestamptz - (n % 60) * interval '1 day', case when n % 9 = 0 then now() end,
      case when n % 41 = 0 then now() end, case when n % 53 = 0 then now() end
    from generate_series(1, ${contacts}) n where n % 10 > 0`,
  `insert into products (connection_id, external_id, title, published, categories, version_at, version_tie)
    select 1, n::text, 'tea ' || n, true, case when n < 20 then '{green}'::text[] else '{}' end, now(), '' from generate_series(0, 99) n`,
  'insert into contact_purchases select * from contact_purchases_counted order by contact_id, currency',
  'vacuum analyze',
];

async function load(connection: Connection): Promise<void> {
  // the first of them holds for one connection: all of them go by it
  const one = openDatabase(connection, { queryTimeoutMs: 1_800_000, poolSize: 1 });
  for (const statement of LOAD) {
    const began = performance.now();
    await one.autocommit.unsafe(statement);
    console.log(`${Math.round(performance.now() - began)} ms: ${statement.slice(0, 60)}`);
  }
  await one.close();
}

const median = (all: number[]): number => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)]!;

interface Figure {
  /** By the clock, the median of the rounds. */
  ms: number;
  /** CPU time of the server for one count, which other programs on the machine lengthen only a little; null where it cannot be read. */
  cpu_ms: number | null;
  found: number;
}

/** What it costs to count each filter, warm. `server`: its first process. */
async function measure(database: Database, server: number | undefined): Promise<Record<string, Figure>> {
  const figures: Record<string, Figure> = {};
  const cpuMs = () => (server === undefined ? 0 : cpuTime(server).server);
  for (const words of FILTERS) {
    const filter = parseFilter(words, typedIn);
    if (filter instanceof Unclear) throw new Error(words);
    let found = await countMatching(database.sql, filter, now);
    const times: number[] = [];
    const before = cpuMs();
    for (let round = 0; round < rounds; round += 1) {
      const began = performance.now();
      found = await countMatching(database.sql, filter, now);
      times.push(performance.now() - began);
    }
    const cpu = server === undefined ? null : Math.round((cpuMs() - before) / rounds);
    figures[words || '(everybody)'] = { ms: Math.round(median(times)), cpu_ms: cpu, found };
    if (!plans) continue;
    const plan = await database.sql<{ 'QUERY PLAN': string }>`
      explain (analyze, costs off, timing off) select count(*)::int from contacts c where ${matches(database.sql, filter, now)}`;
    console.log(`\n${words}\n${plan.map((row) => row['QUERY PLAN']).join('\n')}`);
  }
  return figures;
}

console.log('seed: none, the server makes the people');
const figures = await inScratchServer(async (connect) => {
  const connection = await connect('bench');
  await load(connection);
  const database = openDatabase(connection, { queryTimeoutMs: 600_000 });
  try {
    return await measure(database, 'host' in connection ? serverPid(connection.host) : undefined);
  } finally {
    await database.close();
  }
});
console.table(figures);
console.log(JSON.stringify({ contacts, rounds, figures }));
