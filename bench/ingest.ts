import { type ChildProcess, execFile, fork } from 'node:child_process';

import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Connection } from '../src/db/client.ts';
import { migrate } from '../src/db/migrate.ts';
import { type Database, openDatabase } from '../src/db/open.ts';
import { startEmbedded } from '../src/db/postgres/embedded.ts';
import type { Tx } from '../src/db/sql.ts';
import { type HttpServer, serve } from '../src/http/serve.ts';
import { createApp } from '../src/http/server.ts';
import { createReceiver, insertInbox, type Receiver } from '../src/inbox/receive.ts';
import { providers } from '../src/webhooks/providers.ts';
import { webhookReceiver } from '../src/webhooks/receive.ts';
import type { Inserts } from './ingest_insert.ts';
import type { Load, LoadResult } from './ingest_load.ts';

const CLIENTS = 64;
const ROUNDS = 5;
const WARM_UP_SECONDS = 0.5;
const SECONDS = 3;
const SECRET = 'shpss_bench_secret';
const TOKEN = 'benchbenchbench1';
const BODY = orderBody();

type Parts = Exclude<Connection, { url: string }>;

interface Figures {
  readonly perSecond: number;
  readonly p99Ms: number;
}

export interface IngestFigures {
  /** Who made the one-row inserts: pgbench, or Node if that is not installed. */
  readonly reference: string;
  /**
   * Our rate divided by theirs, and our p99 by theirs; medians of the ratios of each round. Goals: at least 0.6, at
   * most 2.
   */
  readonly rateToInserts: number;
  readonly p99ToInserts: number;
  /**
   * With a commit that takes 2 ms: our rate divided by that of our own path with one row a commit. Goal: at least 1.5.
   */
  readonly rateToSingle: number;
  readonly rate: number;
  readonly bad: number;
}

const run = promisify(execFile);
let bad = 0;

/** A signed webhook of 3 KB: committed, then answered 200, over 64 connections; takes about 80 s. */
export async function benchIngest(): Promise<IngestFigures> {
  const dir = mkdtempSync(join(tmpdir(), 'solo-crm-bench-'));
  chmodSync(dir, 0o755);
  const server = await startEmbedded(dir);
  const connection = server.connection as Parts;
  await migrate(connection);
  const db = openDatabase(connection);
  try {
    return await compare(db, connection);
  } finally {
    await db.close();
    await server.stop();
    rmSync(dir, { recursive: true, force: true });
  }
}

async function compare(db: Database, connection: Parts): Promise<IngestFigures> {
  const ours = await startIngest(createReceiver(db, { wake: () => {} }));
  const single = await startIngest(oneRowPerCommit(db));
  const loader = forked('./ingest_load.ts');
  const drive = (server: HttpServer) => () => driven(loader, server.port);
  const reference = await bareInserts(connection);
  try {
    for (const warmUp of [drive(ours), drive(single), reference.run]) await warmUp();
    const fast = await rounds(db, `fast commit, ours against ${reference.name}`, drive(ours), reference.run);
    await setCommitDelay(db, 2000);
    const slow = await rounds(db, '2 ms commit, ours against one row a commit', drive(ours), drive(single));
    return {
      reference: reference.name,
      rateToInserts: medianRatio(fast, 'perSecond'),
      p99ToInserts: medianRatio(fast, 'p99Ms'),
      rateToSingle: medianRatio(slow, 'perSecond'),
      rate: Math.round(median(fast.map(([us]) => us.perSecond))),
      bad,
    };
  } finally {
    loader.kill();
    reference.stop();
    await Promise.all([ours.stop(), single.stop()]);
  }
}

function forked(script: string): ChildProcess {
  return fork(fileURLToPath(new URL(script, import.meta.url)), { execArgv: ['--import', 'tsx'] });
}

interface Reference {
  readonly name: string;
  run(): Promise<Figures>;
  stop(): void;
}

/** The same row, one in each transaction, without HTTP: by pgbench, which is written in C, if it is installed. */
async function bareInserts(connection: Parts): Promise<Reference> {
  const found = await run('pgbench', ['--version']).catch(() => undefined);
  if (found) return { name: 'pgbench', run: () => pgbench(connection), stop: () => {} };
  const inserter = forked('./ingest_insert.ts');
  const inserts: Inserts = { connection, connections: CLIENTS, seconds: SECONDS, row: ROW };
  return { name: 'inserts from Node', run: () => told(inserter, inserts), stop: () => inserter.kill() };
}

function startIngest(receiver: Pick<Receiver, 'receive'>): Promise<HttpServer> {
  const connections = { find: async () => ({ id: '1', provider: 'shopify', secrets: [SECRET] }) };
  const webhooks = webhookReceiver({ providers, connections, receiver, clock: () => new Date() });
  const app = createApp({ webhooks, readHealth: () => Promise.reject(new Error('not asked')), onError: console.error });
  return serve(app, { host: '127.0.0.1', port: 0 });
}

/** The simple way, with which we compare our batches if a commit is slow. */
function oneRowPerCommit(db: Database): Pick<Receiver, 'receive'> {
  return { receive: (event) => insertInbox(db.autocommit as Tx, event) };
}

async function rounds(
  db: Database,
  title: string,
  first: () => Promise<Figures>,
  second: () => Promise<Figures>,
): Promise<[Figures, Figures][]> {
  const all: [Figures, Figures][] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    await emptyInbox(db);
    const a = await first();
    await emptyInbox(db);
    const b = await second();
    all.push([a, b]);
    console.log(
      `${title}, round ${round}: ${shown(a)}  against ${shown(b)}  ratio ${(a.perSecond / b.perSecond).toFixed(2)}`,
    );
  }
  return all;
}

async function emptyInbox(db: Database): Promise<void> {
  await db.autocommit`truncate inbox`;
  await db.autocommit`checkpoint`;
}

async function setCommitDelay(db: Database, microseconds: number): Promise<void> {
  await db.autocommit.unsafe(`alter system set commit_delay = ${microseconds}`);
  await db.autocommit`alter system set commit_siblings = 0`;
  await db.autocommit`select pg_reload_conf()`;
}

function driven(loader: ChildProcess, port: number): Promise<Figures> {
  const load: Load = {
    port,
    path: `/hooks/shopify/${TOKEN}`,
    signature: createHmac('sha256', SECRET).update(BODY).digest('base64'),
    body: BODY,
    connections: CLIENTS,
    warmUpSeconds: WARM_UP_SECONDS,
    seconds: SECONDS,
  };
  return told(loader, load);
}

async function told(child: ChildProcess, task: Load | Inserts): Promise<Figures> {
  child.send(task);
  const [result] = (await once(child, 'message')) as [LoadResult];
  bad += result.bad;
  return { perSecond: result.requests / result.seconds, p99Ms: result.p99Ms };
}

async function pgbench({ host, port, user, password, database }: Parts): Promise<Figures> {
  const dir = mkdtempSync(join(tmpdir(), 'solo-crm-pgbench-'));
  writeFileSync(join(dir, 'insert.sql'), INSERT);
  const options = ['-n', '-M', 'prepared', '-c', `${CLIENTS}`, '-j', '2', '-T', `${SECONDS}`, '-l', '-f', 'insert.sql'];
  const variables = Object.entries(ROW).flatMap(([name, value]) => ['-D', `${name}=${value}`]);
  const where = ['-h', host, '-p', `${port}`, '-U', user, ...variables, database];
  const { stdout } = await run('pgbench', [...options, ...where], {
    cwd: dir,
    env: { ...process.env, PGPASSWORD: password },
  });
  const p99Ms = p99OfLogs(dir);
  rmSync(dir, { recursive: true });
  return { perSecond: Number(/tps = ([\d.]+)/.exec(stdout)?.[1]), p99Ms };
}

/** pgbench takes any `:word` for a variable, even within quotes, so values with a colon are passed as variables. */
const INSERT = `\\set id random(1, 9000000000000000000)
insert into inbox (source, external_id, lane, headers, body)
values (:source::text, 'bench-' || :id::text, :lane::text, :headers::text::jsonb, convert_to(:body::text, 'UTF8'))
on conflict (source, external_id) do nothing;
`;
const ROW = {
  source: 'shopify:1',
  lane: 'shopify:1:order:5600000000001',
  headers: '{"x-shopify-topic":"orders/updated","x-shopify-webhook-id":"bench","x-shopify-api-version":"2026-10"}',
  body: BODY,
};

/** Reads lines of pgbench -l: client, transaction, time in µs, … */
function p99OfLogs(dir: string): number {
  const logs = readdirSync(dir).filter((name) => name.startsWith('pgbench_log'));
  const lines = logs.flatMap((name) => readFileSync(join(dir, name), 'utf8').trim().split('\n'));
  const times = lines.map((one) => Number(one.split(' ')[2])).sort((a, b) => a - b);
  return times[Math.floor((times.length - 1) * 0.99)]! / 1000;
}

function medianRatio(all: [Figures, Figures][], figure: keyof Figures): number {
  return Number(median(all.map(([a, b]) => a[figure] / b[figure])).toFixed(2));
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]!;
}

function shown({ perSecond, p99Ms }: Figures): string {
  return `${Math.round(perSecond)}/s p99 ${p99Ms.toFixed(1)} ms`;
}

/** An order of the size shops send, about 3 KB. */
function orderBody(): string {
  const line = (n: number) => ({
    id: 7100000000000 + n,
    product_id: 9100000000000 + n,
    variant_id: 9200000000000 + n,
    sku: `TEA-OOL-${n}00`,
    title: `Oolong ${n}00 g`,
    quantity: n,
    price: '24.00',
    total_discount: '0.00',
    requires_shipping: true,
    taxable: true,
    gift_card: false,
    properties: [],
    vendor: 'Example Teas',
    fulfillment_status: null,
    tax_lines: [],
  });
  const address = {
    name: 'Mei Lin',
    address1: '1 rue Exemple',
    city: 'Lyon',
    country_code: 'FR',
    zip: '69001',
    phone: null,
  };
  return JSON.stringify({
    id: 5600000000001,
    admin_graphql_api_id: 'gid://shopify/Order/5600000000001',
    name: '#1042',
    order_number: 1042,
    email: 'mei@example.net',
    created_at: '2026-11-20T09:15:00+08:00',
    updated_at: '2026-11-20T09:16:10+08:00',
    financial_status: 'paid',
    fulfillment_status: null,
    currency: 'USD',
    total_price: '50.00',
    test: false,
    line_items: [1, 2, 3, 4, 5, 6, 7].map(line),
    customer: { id: 8800000000002, email: 'mei@example.net', first_name: 'Mei', last_name: 'Lin', phone: null },
    shipping_address: address,
    billing_address: address,
    refunds: [],
    fulfillments: [],
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) console.log(JSON.stringify(await benchIngest()));
