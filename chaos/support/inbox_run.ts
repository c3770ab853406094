import { setTimeout as pause } from 'node:timers/promises';
import { connectionOfRunning } from '../../src/db/embedded.ts';
import { openDatabase } from '../../src/db/open.ts';
import type { Sql } from '../../src/db/sql.ts';
import { readConfig } from '../../src/config.ts';
import { say } from '../../src/say.ts';
import { type FakeTelegram, startFakeTelegram } from '../../test/support/fake_telegram.ts';
import { randomFrom } from '../pairs.ts';
import { type App, appFor } from './app.ts';
import { compare, effectsIn, effectsOf } from './effects.ts';
import { setFire } from './fire.ts';
import { letWrite } from './people.ts';
import { deliverAll } from './postman.ts';
import { inScratch } from './scratch.ts';
import { SECRET, shopEvents } from './shop.ts';

const PEOPLE = 60;
const DRAIN_PATIENCE_MS = 60_000;

export interface InboxRun {
  readonly program: readonly string[];
  readonly seed: number;
  /** At least so many, and at least so many kills: whichever takes longer. */
  readonly events: number;
  readonly kills: number;
  /** Deaths of the whole database server, spread over the run. */
  readonly serverKills: number;
}

export interface InboxFigures {
  acknowledged: number;
  attempts: number;
  doubled_on_purpose: number;
  kills: number;
  server_kills: number;
  recovery_ms: number[];
  /** Acknowledged events without their row or their effect. */
  lost: number;
  /** Effects nobody asked for. */
  doubled: number;
  /** Rows neither handled nor given up in the end, and rows given up. */
  stuck: number;
  failed: number;
  /** Answers other than 2xx and 503. */
  refused: number;
  examples: string[];
}

/** Sends events to a service that is killed all the time, and compares what was acknowledged with what came of it. */
export async function runInbox(run: InboxRun): Promise<InboxFigures> {
  const telegram = await startFakeTelegram();
  try {
    return await inScratch(async (dataDir) => {
      const env = { LOCALE: 'en', LOG_LEVEL: 'fatal', TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root };
      const app = await appFor({ program: run.program, dataDir, env });
      try {
        return await underFire(run, app, telegram, dataDir);
      } finally {
        await app.stop();
      }
    });
  } finally {
    await telegram.close();
  }
}

async function underFire(run: InboxRun, app: App, telegram: FakeTelegram, dataDir: string): Promise<InboxFigures> {
  const random = randomFrom(run.seed);
  const hook = await connectShop(app, dataDir);
  const progress = { kills: 0, events: 0 };
  const burning = () => progress.kills < run.kills || progress.events < run.events;
  const events = shopEvents(randomFrom(run.seed + 1));
  const serverKillsAfter = Array.from({ length: run.serverKills }, (_, index) =>
    Math.round(((index + 1) * run.kills) / (run.serverKills + 1)),
  );
  const [damage, journal, written] = await Promise.all([
    setFire(app, dataDir, {
      random,
      serverKillsAfter,
      goOn: (kills) => {
        progress.kills = kills;
        return burning();
      },
    }),
    deliverAll({
      hook,
      random: randomFrom(run.seed + 2),
      next: () => {
        progress.events += 1;
        return burning() ? events.next().value : undefined;
      },
    }),
    letWrite(telegram, {
      people: PEOPLE,
      random: randomFrom(run.seed + 3),
      goOn: () => {
        progress.events += 1;
        return burning();
      },
    }),
  ]);
  console.error('fire over', performance.now());
  await telegram.until(() => telegram.pending === 0, DRAIN_PATIENCE_MS);
  console.error('polled', performance.now());
  const acknowledged = [...journal.acknowledged.values()];
  const { lost, doubled, ...rows } = await readBack(dataDir, async (sql) => {
    const rest = await drained(sql);
    console.error('drained', performance.now());
    return { ...rest, ...compare(effectsOf(acknowledged, written), await effectsIn(sql)) };
  });
  return {
    acknowledged: acknowledged.length + written.length,
    attempts: journal.attempts,
    doubled_on_purpose: journal.doubled,
    kills: damage.kills,
    server_kills: damage.recoveryMs.length,
    recovery_ms: damage.recoveryMs,
    lost: lost.length,
    doubled: doubled.length,
    ...rows,
    refused: Object.values(journal.refused).reduce((sum, count) => sum + count, 0),
    examples: [...lost.map((line) => `- ${line}`), ...doubled.map((line) => `+ ${line}`)].slice(0, 8),
  };
}

/** Gives the hook's URL, as the owner would paste it into the shop. */
async function connectShop(app: App, dataDir: string): Promise<string> {
  await app.start();
  const reply = await say(readConfig({ DATA_DIR: dataDir, LOCALE: 'en' }), `/connect shopify ${SECRET}`);
  await app.kill();
  const [path] = /\/hooks\/shopify\/\w+/.exec(reply.text ?? '') ?? [];
  if (!path) throw new Error('The shop could not be connected.');
  return `${app.url}${path}`;
}

async function readBack<T>(dataDir: string, read: (sql: Sql) => Promise<T>): Promise<T> {
  const db = openDatabase((await connectionOfRunning(dataDir))!);
  try {
    return await read(db.sql);
  } finally {
    await db.close();
  }
}

/** Waits until every row has been handled or given up; gives what has not, in the end. */
async function drained(sql: Sql): Promise<{ stuck: number; failed: number }> {
  for (const deadline = performance.now() + DRAIN_PATIENCE_MS; ; await pause(100)) {
    const [rows] = await sql<{ stuck: number; failed: number }>`
      select count(*) filter (where processed_at is null and failed_at is null)::int as stuck,
        count(*) filter (where failed_at is not null)::int as failed
      from inbox`;
    if (rows!.stuck === 0 || performance.now() > deadline) return rows!;
  }
}
