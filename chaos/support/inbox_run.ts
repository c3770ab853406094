import { setTimeout as pause } from 'node:timers/promises';
import { say } from '../../src/cli/say.ts';
import { readConfig } from '../../src/config.ts';
import type { Sql } from '../../src/db/sql.ts';
import { randomFrom } from '../pairs.ts';
import { compare, effectsIn, effectsOf } from './effects.ts';
import { setFire } from './fire.ts';
import { askForQuote, type Written } from './people.ts';
import { deliverAll, type Journal, newJournal } from './postman.ts';
import { SECRET, shopEvents } from './shop.ts';
import { onStage, type Stage, withDatabase } from './stage.ts';

/** The share of events; the others are webhooks. */
const FROM_TELEGRAM = 0.3;
const DRAIN_PATIENCE_MS = 120_000;
/** The longest life of a service that acknowledges nothing. */
const LONGEST_LIFE_MS = 5_000;

export interface InboxRun {
  /** The program to run: the service, or the control. */
  readonly program: readonly string[];
  readonly seed: number;
  /** At least this many events and kills, whichever takes longer, but no longer than `longestMs`. */
  readonly events: number;
  readonly kills: number;
  readonly longestMs: number;
  /** How often the whole database server is killed, spread over the run. */
  readonly serverKills: number;
  /** Each life ends as soon as it has acknowledged something; otherwise at random. */
  readonly aimed?: boolean;
}

export interface InboxFigures {
  acknowledged: number;
  attempts: number;
  /** Sent twice on purpose. */
  repeated: number;
  kills: number;
  server_kills: number;
  /** From each death of the server until the service answered with data from it again. */
  recovery_ms: number[];
  /** Missing rows and effects of acknowledged events. */
  lost: number;
  /** Effects that occurred once too often, or that nothing asked for. */
  doubled: number;
  /** Rows still open at the end, and rows given up. */
  stuck: number;
  failed: number;
  /** Answers other than 2xx and 503. */
  refused: number;
  examples: string[];
}

/** Sends events to a service that is killed again and again, and compares what was acknowledged with its effects. */
export function runInbox(run: InboxRun): Promise<InboxFigures> {
  return onStage({ program: run.program }, (stage) => underFire(run, stage));
}

async function underFire(run: InboxRun, stage: Stage): Promise<InboxFigures> {
  const hook = await connectShop(stage);
  const { damage, journal, written } = await burn(run, stage, hook);
  // Telegram forgets what was confirmed, so it counts as acknowledged
  await stage.telegram.until(() => stage.telegram.pending === 0, DRAIN_PATIENCE_MS);
  const acknowledged = [...journal.acknowledged.values()];
  const { lost, doubled, ...rows } = await withDatabase(stage, async ({ sql }) => {
    const rest = await drained(sql);
    return { ...rest, ...compare(effectsOf(acknowledged, written), await effectsIn(sql)) };
  });
  return {
    acknowledged: acknowledged.length + written.length,
    attempts: journal.attempts,
    repeated: journal.repeated,
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

async function burn(run: InboxRun, stage: Stage, hook: string) {
  const random = randomFrom(run.seed + 1);
  const deadline = performance.now() + run.longestMs;
  const events = shopEvents(randomFrom(run.seed));
  const written: Written[] = [];
  const journal = newJournal();
  let kills = 0;
  let webhooks = 0;
  const burning = () => (kills < run.kills || webhooks + written.length < run.events) && performance.now() < deadline;
  const next = () => {
    if (!burning()) return undefined;
    if (random() < FROM_TELEGRAM) written.push(askForQuote(stage.telegram, random, written.length + 1));
    webhooks += 1;
    return events.next().value;
  };
  const goOn = (done: number) => {
    kills = done;
    return burning();
  };
  const serverKillsAfter = spread(run.serverKills, run.kills);
  const aimed = run.aimed && { moment: () => untilAcknowledged(journal) };
  const [damage] = await Promise.all([
    setFire(stage, { random: randomFrom(run.seed + 2), serverKillsAfter, goOn, ...aimed }),
    deliverAll({ hook, random, next }, journal),
  ]);
  return { damage, journal, written };
}

async function untilAcknowledged({ acknowledged }: Journal): Promise<void> {
  const before = acknowledged.size;
  for (const deadline = performance.now() + LONGEST_LIFE_MS; acknowledged.size === before; await pause(2))
    if (performance.now() > deadline) return;
}

/** `count` positions between the ends of a run of `length`. */
function spread(count: number, length: number): number[] {
  return Array.from({ length: count }, (_, index) => Math.round(((index + 1) * length) / (count + 1)));
}

/** Returns the hook's URL, as the owner would paste it into the shop. */
async function connectShop({ app, dataDir }: Stage): Promise<string> {
  await app.start();
  const reply = await say(readConfig({ DATA_DIR: dataDir, LOCALE: 'en' }), `/connect shopify ${SECRET}`);
  await app.kill();
  const [path] = /\/hooks\/shopify\/\w+/.exec(reply.text ?? '') ?? [];
  if (!path) throw new Error('The shop could not be connected.');
  return `${app.url}${path}`;
}

/** Waits until every row has been handled or given up; returns how many still are not, and how many were given up. */
async function drained(sql: Sql): Promise<{ stuck: number; failed: number }> {
  for (const deadline = performance.now() + DRAIN_PATIENCE_MS; ; await pause(100)) {
    const [rows] = await sql<{ stuck: number; failed: number }>`
      select count(*) filter (where processed_at is null and failed_at is null)::int as stuck,
        count(*) filter (where failed_at is not null)::int as failed
      from inbox`;
    if (rows!.stuck === 0 || performance.now() > deadline) return rows!;
  }
}
