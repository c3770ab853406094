/**
 * From a shop's webhook to the order as it stands, on the embedded database: ORDERS (600) orders through the real receiver, parser and
 * worker, each with the six webhooks of its first days (`burst`), ROUNDS (3) times; then for SECONDS (4) how many webhooks are stored
 * while nothing else is done, and how many while orders are handled. Goals: 1,500 webhooks a second, and at least 0.7 of the idle rate.
 * Both figures of a ratio are of one run; the last line is JSON. `node_ms` and `server_ms` are CPU time for each webhook, which other
 * users of the machine lengthen only a little; `news` is the share of webhooks of which the owner is told, each by itself.
 * `only_news`: the same for orders of which each single webhook is news, of customers who have bought before; `new_buyers`: of people
 * of whom nothing was known.
 */
import { createSecretKey, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../src/config.ts';
import { type Database, openDatabase } from '../src/db/open.ts';
import { actor } from '../src/domain/act.ts';
import { openFileStore } from '../src/files/store.ts';
import type { InboxEvent } from '../src/inbox/event.ts';
import { createReceiver } from '../src/inbox/receive.ts';
import { startInboxWorker } from '../src/inbox/worker.ts';
import { capabilities } from '../src/service/capabilities.ts';
import { routesOf } from '../src/service/routes.ts';
import { cpuTime, serverPid } from './cpu.ts';
import { CUSTOMERS, eventOf, moveIn, orderBy } from './handling_data.ts';
import { inScratchServer } from './people.ts';
import { burst, WEBHOOKS } from './shop_burst.ts';

const setting = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const orders = setting('ORDERS', 600);
const rounds = setting('ROUNDS', 3);
const seconds = setting('SECONDS', 4);

const CLIENTS = 64;
const PATIENCE_MS = 180_000;

let last = 1;
const next = () => eventOf.orders(last++);
let newcomers = CUSTOMERS;
const nextNewcomer = () => orderBy(newcomers++, last++);
/** New webhooks of as many orders as asked for. */
function nextBurst(count: number): InboxEvent[] {
  const first = last;
  last += count;
  return burst(first, count);
}

/** Handles what is in the inbox, as the service does; nothing is sent. */
function openShop(database: Database) {
  const errors: unknown[] = [];
  const onError = (error: unknown) => errors.push(error);
  const config = readConfig({});
  const lent = capabilities(createSecretKey(randomBytes(32)), config, openFileStore(tmpdir()));
  const act = actor(database, { capabilities: lent, defaults: config.settings, clock: () => new Date() });
  const inbox = startInboxWorker({ db: database, act, handled: () => {}, onError, ...routesOf({}) });
  return {
    wake: () => inbox.wake(),
    async stop() {
      await inbox.stop();
      if (errors.length > 0) throw errors[0];
    },
  };
}

const isDone = async ({ sql }: Database): Promise<boolean> =>
  (await sql`select from inbox where open limit 1`).length === 0;

const countNews = async ({ sql }: Database): Promise<number> =>
  (await sql<{ count: number }>`select count(*)::int as count from outbox`)[0]!.count;

/** Webhooks handled for each second, from the first claim until no order is to change any more. */
async function handled(database: Database, webhooks: InboxEvent[]): Promise<number> {
  const storing = createReceiver(database, { wake: () => {} });
  await storing.receiveAll(webhooks);
  const shop = openShop(database);
  const began = performance.now();
  while (!(await isDone(database))) {
    if (performance.now() - began > PATIENCE_MS) throw new Error('the orders are not handled in time');
    await sleep(20);
  }
  const took = performance.now() - began;
  await shop.stop();
  return (webhooks.length * 1000) / took;
}

interface Cost {
  per_s: number;
  /** CPU time for each webhook. */
  node_ms: number;
  server_ms: number;
}

async function costOf(database: Database, pid: number, webhooks: InboxEvent[]): Promise<Cost> {
  const used = cpuTime(pid);
  const rate = await handled(database, webhooks);
  const now = cpuTime(pid);
  const each = (ms: number) => round(ms / webhooks.length);
  return { per_s: round(rate), node_ms: each(now.node - used.node), server_ms: each(now.server - used.server) };
}

/** Webhooks stored for each second, over so many connections. */
async function stored(database: Database): Promise<number> {
  const receiver = createReceiver(database, { wake: () => {} });
  const until = performance.now() + seconds * 1000;
  let count = 0;
  const began = performance.now();
  const client = async () => {
    while (performance.now() < until) {
      await receiver.receive(next());
      count += 1;
    }
  };
  await Promise.all(Array.from({ length: CLIENTS }, client));
  return (count * 1000) / (performance.now() - began);
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const round = (value: number): number => Math.round(value * 100) / 100;

const figures = await inScratchServer(async (connect) => {
  const connection = await connect('orders');
  const database = openDatabase(connection);
  const pid = 'host' in connection ? serverPid(connection.host) : 0;
  try {
    await moveIn(database);
    await handled(database, nextBurst(Math.max(orders, CUSTOMERS))); // every customer has bought, and what is compiled once is
    const told = await countNews(database);
    const bursts: Cost[] = [];
    for (let nth = 0; nth < rounds; nth += 1) bursts.push(await costOf(database, pid, nextBurst(orders)));
    const news = (await countNews(database)) - told;
    const onlyNews = await costOf(database, pid, Array.from({ length: orders }, next));
    const newBuyers = await costOf(database, pid, Array.from({ length: orders }, nextNewcomer));
    const ratios = [];
    for (let nth = 0; nth < rounds; nth += 1) {
      await database.autocommit`truncate inbox`;
      const idle = await stored(database);
      const shop = openShop(database);
      const busy = await stored(database);
      await shop.stop();
      ratios.push({ idle, busy, ratio: busy / idle });
      console.log(
        `ingest, round ${nth + 1}: ${Math.round(idle)}/s idle, ${Math.round(busy)}/s while orders are handled`,
      );
    }
    const middle = (of: keyof Cost) => round(median(bursts.map((burst) => burst[of])));
    return {
      ...{ orders, rounds, webhooks_per_s: middle('per_s'), goal_per_s: 1500 },
      ...{
        news: round(news / (orders * rounds * WEBHOOKS)),
        node_ms: middle('node_ms'),
        server_ms: middle('server_ms'),
      },
      ...{ only_news: onlyNews, new_buyers: newBuyers },
      ...{ ingest_idle_per_s: Math.round(median(ratios.map(({ idle }) => idle))) },
      ...{ ingest_ratio: round(median(ratios.map(({ ratio }) => ratio))), goal_ratio: 0.7 },
    };
  } finally {
    await database.close();
  }
});
console.log(JSON.stringify(figures));
