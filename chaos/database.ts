/**
 * The database handle under fire: server processes are terminated inside transactions, and the whole server is killed
 * under load. Afterwards, in a process of its own, the same happens to postgres.js as its documentation shows it
 * (`--handle plain`): that control must fail, or the run proves nothing. SEED comes from the environment.
 */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Connection } from '../src/db/client.ts';
import { openDatabase } from '../src/db/open.ts';
import { findCluster } from '../src/db/postgres/cluster.ts';
import { startEmbedded } from '../src/db/postgres/embedded.ts';
import { killServer, terminateBackends, untilReady } from './kill.ts';
import { audit, CREATE_PAIRS, ourHandle, plainPool, randomFrom, type Subject, writePairs } from './pairs.ts';
import { conclude } from './support/settings.ts';

const BETWEEN_KILLS_MS = 1_500;

const { values: options } = parseArgs({
  options: {
    handle: { type: 'string', default: 'ours' },
    transactions: { type: 'string', default: '2000' },
    terminations: { type: 'string', default: '1200' },
    'server-kills': { type: 'string', default: '3' },
    seed: { type: 'string', default: process.env.SEED ?? String(Date.now() % 1_000_000) },
  },
});
const plain = options.handle === 'plain';
/** The plain pool hangs before long, and then nothing more can be learnt from it. */
const LONGEST_RUN_MS = plain ? 20_000 : 150_000;
const PATIENCE_MS = plain ? 1_000 : 10_000;
const random = randomFrom(Number(options.seed));
const inTime = () => performance.now() < LONGEST_RUN_MS;

/** Errors that escape from the handle would have ended the service. */
let crashed = 0;
process.on('uncaughtException', (error) => {
  console.error(String(error));
  crashed += 1;
});

console.log(`seed ${options.seed}`);
const dataDir = mkdtempSync(join(tmpdir(), 'solo-crm-chaos-'));
chmodSync(dataDir, 0o755);
const server = await startEmbedded(dataDir);
let figures: Awaited<ReturnType<typeof underFire>>;
try {
  figures = await underFire(server.connection as Exclude<Connection, { url: string }>);
} finally {
  await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
if (plain) {
  console.log(JSON.stringify(figures));
  // what the plain pool left hanging must not keep the process alive
  process.exit();
}
const control = runControl();
console.log('the control, postgres.js as it comes', control);
const clean = control && faultsOf(control) === 0;
conclude({ ...figures, control }, [
  ...(faultsOf(figures) > 0 ? ['The handle lost, mixed up or hung something.'] : []),
  ...(clean ? ['The control came through unharmed: this run proves nothing.'] : []),
]);

/** A control that ends without figures has failed as clearly as one can. */
function runControl(): Record<string, unknown> | undefined {
  const args = [...process.execArgv, process.argv[1]!, '--handle', 'plain', '--seed', options.seed];
  const { stdout } = spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 3 * LONGEST_RUN_MS });
  const last = stdout.trim().split('\n').at(-1) ?? '';
  return last.startsWith('{') ? (JSON.parse(last) as Record<string, unknown>) : undefined;
}

function faultsOf(run: Record<string, unknown>): number {
  return ['hung', 'crashed', 'lost', 'partial'].reduce((sum, name) => sum + Number(run[name] ?? 0), 0);
}

async function underFire(address: Exclude<Connection, { url: string }>) {
  await createPairs(address);
  const subject = plain ? plainPool(address) : ourHandle(address);
  let firing = true;
  const fire = openFire(subject, address).finally(() => {
    firing = false;
  });
  const goOn = (transactions: number) => (firing || transactions < Number(options.transactions)) && inTime();
  const tally = await writePairs(subject, { random, writers: 12, patienceMs: PATIENCE_MS, goOn });
  const { recovered, terminated } = await fire;
  const stored = await audit(address, tally);
  await subject.close();
  const { transactions, rejected, hung, committed } = tally;
  return {
    handle: options.handle,
    seed: options.seed,
    transactions,
    committed: committed.size,
    rejected,
    terminations: terminated,
    server_kills: recovered.length,
    kills: terminated + recovered.length,
    ...stored,
    hung,
    crashed,
    recovery_ms: recovered.map(({ recoveryMs }) => recoveryMs),
    outage_ms: recovered.map(({ outageMs }) => outageMs),
  };
}

async function createPairs(address: Connection): Promise<void> {
  const db = openDatabase(address);
  await db.autocommit.unsafe(CREATE_PAIRS);
  await db.close();
}

/** One after the other, so that the recovery is not measured while processes are being terminated. */
async function openFire(subject: Subject, address: Exclude<Connection, { url: string }>) {
  const recovered = await killServerOften(subject);
  const goOn = (done: number) => done < Number(options.terminations) && inTime();
  return { recovered, terminated: await terminateBackends(address, { random, goOn }) };
}

async function killServerOften(subject: Subject) {
  const recoveries: { recoveryMs: number; outageMs: number }[] = [];
  while (recoveries.length < Number(options['server-kills']) && inTime()) {
    await pause(BETWEEN_KILLS_MS);
    recoveries.push(await killAndRecover(subject));
  }
  return recoveries;
}

/** How long after the server's return, and after its death, a transaction goes through again. */
async function killAndRecover(subject: Subject): Promise<{ recoveryMs: number; outageMs: number }> {
  const cluster = findCluster(dataDir)!.dir;
  const killedAt = performance.now();
  const killed = killServer(cluster);
  let readyAt = 0;
  const ready = untilReady(cluster, killed).then(() => {
    readyAt = performance.now();
  });
  const answered = untilAnswered(subject);
  const [, answeredAt] = await Promise.all([ready, answered]);
  return { recoveryMs: Math.round(answeredAt - readyAt), outageMs: Math.round(answeredAt - killedAt) };
}

async function untilAnswered(subject: Subject): Promise<number> {
  while (inTime()) {
    try {
      await subject.transaction(async (tx) => {
        await tx`select 1`;
      });
      return performance.now();
    } catch {
      // still away
      await pause(1);
    }
  }
  return Number.NaN;
}
