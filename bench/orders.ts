/**
 * From a shop's webhook to the order as it stands, on the embedded database: ORDERS (600) paid orders through the real receiver, parser
 * and worker, ROUNDS (3) times; then for SECONDS (4) how many webhooks are stored while nothing else is done, and how many while orders
 * are handled. Goals: 1,500 orders a second, and at least 0.7 of the idle rate. Both figures of a ratio are of one run; the last line is
 * JSON. `node_ms` and `server_ms` are CPU time for each order, which other users of the machine lengthen only a little.
 */
import { createSecretKey, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { readConfig } from '../src/config.ts';
import { type Database, openDatabase } from '../src/db/open.ts';
import { actor } from '../src/domain/act.ts';
import { openFileStore } from '../src/files/store.ts';
import { createReceiver } from '../src/inbox/receive.ts';
import { startInboxWorker } from '../src/inbox/worker.ts';
import { capabilities } from '../src/service/capabilities.ts';
import { routesOf } from '../src/service/routes.ts';
import { cpuTime, serverPid } from './cpu.ts';
import { eventOf, moveIn } from './handling_data.ts';
import { inScratchServer } from './people.ts';

const setting = (name: string, otherwise: number) => Number(process.env[name] ?? otherwise);
const orders = setting('ORDERS', 600);
const rounds = setting('ROUNDS', 3);
const seconds = setting('SECONDS', 4);

const CLIENTS = 64;
const PATIENCE_MS = 180_000;

let last = 1;
const next = () => eventOf.orders(last++);

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

const countOrders = async ({ sql }: Database): Promise<number> =>
  (await sql<{ count: number }>`select count(*)::int as count from orders`)[0]!.count;

/** Orders as they stand at the end, for each second. */
async function handled(database: Database): Promise<number> {
  const before = await countOrders(database);
  const storing = createReceiver(database, { wake: () => {} });
  await storing.receiveAll(Array.from({ length: orders }, next));
  const shop = openShop(database);
  const began = performance.now();
  while ((await countOrders(database)) < before + orders) {
    if (performance.now() - began > PATIENCE_MS) throw new Error('the orders are not handled in time');
    await sleep(5);
  }
  const took = performance.now() - began;
  await shop.stop();
  return (orders * 1000) / took;
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
    await handled(database); // every customer has bought, and what is compiled once is
    const used = cpuTime(pid);
    const rates = [];
    for (let nth = 0; nth < rounds; nth += 1) rates.push(await handled(database));
    const now = cpuTime(pid);
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
    const each = (one: number) => round(one / (orders * rounds));
    return {
      ...{ orders, rounds, orders_per_s: round(median(rates)), goal_per_s: 1500 },
      ...{ node_ms: each(now.node - used.node), server_ms: each(now.server - used.server) },
      ...{ ingest_idle_per_s: Math.round(median(ratios.map(({ idle }) => idle))) },
      ...{ ingest_ratio: round(median(ratios.map(({ ratio }) => ratio))), goal_ratio: 0.7 },
    };
  } finally {
    await database.close();
  }
});
console.log(JSON.stringify(figures));
