import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { say } from '../../src/cli/say.ts';
import { readConfig } from '../../src/config.ts';
import type { Connection } from '../../src/db/client.ts';
import { type Database, openDatabase } from '../../src/db/open.ts';
import { startEmbedded } from '../../src/db/postgres/embedded.ts';
import { addPeople } from '../../test/support/campaigns.ts';
import { randomFrom } from '../pairs.ts';
import { type App, appFor } from './app.ts';
import { inScratch } from './scratch.ts';
import { type SlowSink, startSlowSink } from './slow_sink.ts';

export interface CampaignRun {
  /** The program to run: the service, or the control. */
  readonly program: readonly string[];
  readonly seed: number;
  readonly recipients: number;
  readonly kills: number;
  /** After so long nobody is killed any more. */
  readonly longestMs: number;
}

export interface CampaignFigures {
  recipients: number;
  kills: number;
  /** Kills while a mail was taken and its answer not out yet. */
  kills_in_sends: number;
  delivered: number;
  /** Not delivered, and not listed as in doubt either. */
  skipped: number;
  /** Deliveries beyond the first. */
  doubled: number;
  /** Said to be sent, and not delivered. */
  lost: number;
  doubts: number;
  doubts_per_kill: number;
  /** Doubts that the owner is not shown. */
  unlisted: number;
  /** Still queued or being sent at the end. */
  stuck: number;
}

const INSTANCES = 3;
const LONGEST_LIFE_MS = 900;
/** This share of the kills comes while the process is still starting. */
const DURING_START = 0.2;
const LONGEST_START_MS = 1_500;
/** What three instances with four connections each need for the campaign, for each kill. */
const MS_PER_KILL = 1_300;
const CONNECTIONS = 4 * INSTANCES;
const DRAIN_PATIENCE_MS = 180_000;

/** Three instances send one campaign and are killed again and again; the mail server's own journal says what arrived. */
export function runCampaign(run: CampaignRun): Promise<CampaignFigures> {
  return inScratch(async (dir) => {
    const server = await startEmbedded(dir);
    const delayMs = Math.min(250, Math.max(5, Math.round((run.kills * MS_PER_KILL * CONNECTIONS) / run.recipients)));
    const sink = await startSlowSink({ delayMs });
    const db = openDatabase(server.connection);
    const apps: App[] = [];
    try {
      const env = environment(dir, server.connection as Exclude<Connection, { url: string }>, sink);
      for (let nth = 0; nth < INSTANCES; nth++)
        apps.push(await appFor({ program: run.program, dataDir: join(dir, `instance${nth}`), env }));
      return await play(run, { apps, db, sink, env: { ...env, DATA_DIR: join(dir, 'instance0') } });
    } finally {
      await Promise.all(apps.map((app) => app.stop()));
      await db.close();
      await sink.close();
      await server.stop();
    }
  });
}

function environment(dir: string, connection: Exclude<Connection, { url: string }>, sink: SlowSink) {
  const { host, port, user, password, database } = connection;
  const place = host.startsWith('/') ? `localhost:${port}` : `${host}:${port}`;
  const socket = host.startsWith('/') ? `?host=${encodeURIComponent(host)}` : '';
  return {
    LOCALE: 'en',
    LOG_LEVEL: 'fatal',
    DATABASE_URL: `postgres://${user}:${encodeURIComponent(password)}@${place}/${database}${socket}`,
    ENCRYPTION_KEY_FILE: join(dir, 'key'),
    PUBLIC_URL: 'https://crm.example.com',
    SMTP_URL: sink.url,
    MAIL_FROM: 'Tea <shop@example.com>',
  };
}

interface Stage {
  apps: App[];
  db: Database;
  sink: SlowSink;
  env: Record<string, string>;
}

async function play(run: CampaignRun, stage: Stage): Promise<CampaignFigures> {
  const { apps, db, sink, env } = stage;
  await apps[0]!.start();
  await db.transaction((tx) => addPeople(tx, run.recipients));
  const config = readConfig(env);
  for (const setting of ['campaign-hours off', 'warm-up off']) await say(config, `/settings ${setting}`);
  await say(config, '/campaign new Spring tea to everybody\nSpring tea\nHello {{ first_name }}, it is here.');
  await Promise.all(apps.slice(1).map((app) => app.start()));
  await say(config, '/campaign 1 holdout 0');
  // everybody gets one of two texts: whoever got both would be doubled
  for (const words of ['b Only until Sunday', 'trial all']) await say(config, `/campaign 1 ${words}`);
  await say(config, `/campaign 1 go ${run.recipients}`);
  const fire = await burn(run, stage);
  const stuck = await drained(db);
  const rows = await db.sql<{ address: string; state: string }>`select address, state from campaign_deliveries`;
  const listed = await listDoubts(config);
  const times = (address: string) => sink.taken.get(address) ?? 0;
  const doubts = rows.filter(({ state }) => state === 'unknown');
  const inDoubt = new Set(doubts.map(({ address }) => address));
  const all = Array.from({ length: run.recipients }, (_, nth) => `p${nth + 1}@example.net`);
  return {
    recipients: run.recipients,
    ...fire,
    delivered: all.filter((address) => times(address) > 0).length,
    skipped: all.filter((address) => times(address) === 0 && !inDoubt.has(address)).length,
    doubled: all.reduce((sum, address) => sum + Math.max(0, times(address) - 1), 0),
    lost: rows.filter(({ address, state }) => state === 'sent' && times(address) === 0).length,
    doubts: doubts.length,
    doubts_per_kill: Math.round((10 * doubts.length) / Math.max(1, fire.kills)) / 10,
    unlisted: doubts.filter(({ address }) => !listed.has(address)).length,
    stuck,
  };
}

/** Kills one of them after the other, at any point, and starts it again. They all run at the end. */
async function burn(
  { seed, kills, longestMs }: CampaignRun,
  { apps, db, sink }: Stage,
): Promise<Pick<CampaignFigures, 'kills' | 'kills_in_sends'>> {
  const random = randomFrom(seed);
  const deadline = performance.now() + longestMs;
  const done = { kills: 0, kills_in_sends: 0 };
  while (done.kills < kills && performance.now() < deadline && (await isRunning(db))) {
    const app = apps[Math.floor(random() * apps.length)]!;
    await pause(random() * LONGEST_LIFE_MS);
    if (sink.underWay() > 0) done.kills_in_sends += 1;
    await app.kill();
    done.kills += 1;
    const ready = app.start();
    if (random() < DURING_START) {
      await pause(random() * LONGEST_START_MS);
      await app.kill();
      done.kills += 1;
      await ready;
      await app.start();
    } else await ready;
  }
  return done;
}

async function isRunning({ sql }: Database): Promise<boolean> {
  const rows = await sql`select from campaigns where state = 'running'`;
  return rows.length > 0;
}

/** Waits until nobody is left to write to; returns how many are. */
async function drained({ sql }: Database): Promise<number> {
  for (const deadline = performance.now() + DRAIN_PATIENCE_MS; ; await pause(200)) {
    const [row] = await sql<{ open: number; running: boolean }>`
      select (select count(*)::int from campaign_deliveries where state in ('queued', 'sending')) as open,
        exists (select from campaigns where state = 'running') as running`;
    if (!row!.running || performance.now() > deadline) return row!.open;
  }
}

/** Whom the owner sees when asking what is in doubt, page by page. */
async function listDoubts(config: ReturnType<typeof readConfig>): Promise<Set<string>> {
  const listed = new Set<string>();
  for (let page = 1; ; page += 1) {
    const { lists = [] } = await say(config, `/campaign 1 doubts ${page}`);
    // behind the last page stands the report, whose lists are of figures
    const items = lists.flatMap((list) => list.items).filter(({ contactId }) => contactId !== undefined);
    if (items.length === 0) return listed;
    for (const { text } of items) listed.add(text.split(' · ').at(-1)!);
  }
}
