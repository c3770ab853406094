import { setTimeout as pause } from 'node:timers/promises';
import { say } from '../../src/cli/say.ts';
import { readConfig } from '../../src/config.ts';
import type { Sql } from '../../src/db/sql.ts';
import { endFile } from '../../test/support/end_of_file.ts';
import type { FakeShop } from '../../test/support/shops/api/fake_shop.ts';
import { fakeShopify } from '../../test/support/shops/api/fake_shopify.ts';
import { shopifyOrder } from '../../test/support/shops/shopify_order.ts';
import { randomFrom } from '../pairs.ts';
import { SECRET } from './shop.ts';
import { onStage, type Stage, withDatabase } from './stage.ts';

const HOUR_MS = 3_600_000;
const PER_PAGE = 10;
/** A dead process holds the right to ask the shops for 20 s. */
const PATIENCE_MS = 60_000;
const DONE_PATIENCE_MS = 180_000;

export interface PullRun {
  /** The program to run. */
  readonly program: readonly string[];
  readonly seed: number;
  readonly orders: number;
  readonly kills: number;
}

export interface PullFigures {
  /** Kills that came while the history was being read. */
  amid: number;
  /** Pages that the shop was asked for, and how many there are. */
  asked: number;
  pages: number;
  /** Orders that are not there, and rows too many of orders and people. */
  lost: number;
  doubled: number;
  /** Cards about them. */
  told: number;
  /** How many orders the owner is told to have been read. */
  counted: number;
}

/** Kills the service again and again while it reads the history of a shop. */
export async function runPull(run: PullRun): Promise<PullFigures> {
  const shop = await fakeShopify();
  shop.perPage = PER_PAGE;
  shop.orders.push(...Array.from({ length: run.orders }, (_, nth) => orderOf(nth + 1)));
  try {
    const plan = { program: run.program, env: { HOOK_ALLOW_HOSTS: '127.0.0.1' } };
    return await onStage(plan, (stage) => underFire(run, stage, shop));
  } finally {
    await endFile();
  }
}

/** Each by somebody of their own, hours apart, the newest two days old. */
function orderOf(nth: number): ReturnType<typeof shopifyOrder> {
  const at = new Date(Date.now() - (48 + nth) * HOUR_MS).toISOString();
  const customer = { id: 70_000 + nth, email: `buyer${nth}@example.com`, first_name: 'Buyer', last_name: String(nth) };
  return shopifyOrder({
    ...{ id: 50_000 + nth, name: `#${nth}`, created_at: at, processed_at: at, updated_at: at },
    ...{ email: customer.email, customer: { ...customer, updated_at: at } },
  });
}

async function underFire({ seed, kills }: PullRun, stage: Stage, shop: FakeShop): Promise<PullFigures> {
  const random = randomFrom(seed);
  const config = readConfig({ DATA_DIR: stage.dataDir, LOCALE: 'en' });
  await stage.app.start();
  await say(config, `/connect shopify ${SECRET}`);
  await say(config, `/connect key 1 ${shop.typed}`);
  let amid = 0;
  for (let nth = 0; nth < kills; nth++) {
    await untilAsked(shop, historyPages(shop) + 1 + Math.floor(random() * 4));
    await pause(random() * 30);
    await stage.app.kill();
    await stage.app.start();
    const [pull] = await withDatabase(stage, ({ sql }) => pulls(sql));
    if (pull?.state === 'running') amid += 1;
  }
  return withDatabase(stage, ({ sql }) => figuresOf(sql, { amid, shop }));
}

const historyPages = (shop: FakeShop): number =>
  shop.asked.filter(({ url }) => url.pathname.endsWith('/orders.json') && !url.searchParams.has('updated_at_min'))
    .length;

async function untilAsked(shop: FakeShop, pages: number): Promise<void> {
  for (const deadline = performance.now() + PATIENCE_MS; historyPages(shop) < pages; await pause(2))
    if (performance.now() > deadline) throw new Error('The shop is not asked any more.');
}

const pulls = (sql: Sql) =>
  sql<{ state: string; counts: { orders?: number } }>`select state, counts from pulls where span = 'history'`;

async function figuresOf(sql: Sql, { amid, shop }: { amid: number; shop: FakeShop }): Promise<PullFigures> {
  const isDone = async () => (await pulls(sql))[0]?.state === 'done';
  const waits = async () => (await sql`select from inbox where processed_at is null limit 1`).length > 0;
  for (const deadline = performance.now() + DONE_PATIENCE_MS; !(await isDone()) || (await waits()); await pause(100))
    if (performance.now() > deadline) throw new Error('The history does not come to its end.');
  const orders = await sql<{ id: string }>`select external_id as id from orders`;
  const there = new Set(orders.map(({ id }) => id));
  const [rows] = await sql<{ people: number; told: number }>`
    select (select count(*)::int from contacts) as people,
      (select count(*)::int from outbox where shows_kind = 'order') as told`;
  const [pull] = await pulls(sql);
  return {
    ...{ amid, asked: historyPages(shop), pages: Math.ceil(shop.orders.length / PER_PAGE) },
    lost: shop.orders.filter(({ id }) => !there.has(String(id))).length,
    doubled: orders.length - there.size + Math.max(0, rows!.people - shop.orders.length),
    ...{ told: rows!.told, counted: pull?.counts.orders ?? 0 },
  };
}
