import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { Explained, type Sentence } from '../../text/explained.ts';
import { type Account, type Cluster, serverEnvironment } from './cluster.ts';
import { dropCopiedNotes, findPostmaster, stopPostmaster } from './postmaster.ts';

/** The processes of a killed server, or its unreaped remains, hold its lock for a moment. */
const LOCK_PATIENCE_MS = 5_000;
/** Recovery after a crash takes its time; a server that takes longer than this will not come up. */
const START_PATIENCE_MS = 300_000;
const STOP_PATIENCE_MS = 30_000;
const LONGEST_LOG_BYTES = 10_000_000;
const RESTART_PAUSE_MS = 50;
const LONGEST_RESTART_PAUSE_MS = 5_000;

export interface ServerPlan {
  readonly cluster: Cluster;
  readonly program: string;
  readonly account: Account | undefined;
  readonly settings: Readonly<Record<string, string>>;
}

/** A running server that is started again whenever it dies, until `stop`. */
export interface Server {
  stop(): Promise<void>;
}

/**
 * Starts the server and waits until it accepts connections. Throws the server's own last words if it does not start.
 */
export async function runServer(plan: ServerPlan): Promise<Server> {
  const orphan = findPostmaster(plan.cluster.dir);
  if (orphan) await stopPostmaster(orphan.pid, plan.cluster.dir, STOP_PATIENCE_MS);
  dropCopiedNotes(plan.cluster.dir);
  const stopped = new AbortController();
  const running: { child: ChildProcess } = { child: await startPatiently(plan) };
  // if this process has to exit at once, it at least tells its server to end, which then ends properly on its own
  const hurry = () => isRunning(running.child) && running.child.kill('SIGINT');
  process.on('exit', hurry);
  const kept = keepRunning(plan, running, stopped.signal).finally(() => process.off('exit', hurry));
  return {
    stop: () => {
      stopped.abort();
      return kept;
    },
  };
}

async function keepRunning(plan: ServerPlan, running: { child: ChildProcess }, stopped: AbortSignal): Promise<void> {
  let waitMs = RESTART_PAUSE_MS;
  while (!stopped.aborted) {
    await Promise.race([ended(running.child), once(stopped, 'abort')]);
    await pause(waitMs, undefined, { signal: stopped }).catch(() => undefined);
    if (stopped.aborted) break;
    // tries for ever: nobody else could start it, and callers learn from their statements that the database is away
    const next = await start(plan).catch(() => undefined);
    waitMs = next ? RESTART_PAUSE_MS : Math.min(waitMs * 2, LONGEST_RESTART_PAUSE_MS);
    if (next) running.child = next;
  }
  const { child } = running;
  if (!isRunning(child)) return;
  // until now the child did not keep this process alive; now we must not miss its end
  child.ref();
  await stopPostmaster(child.pid!, plan.cluster.dir, STOP_PATIENCE_MS);
  await ended(child);
}

async function startPatiently(plan: ServerPlan): Promise<ChildProcess> {
  const deadline = Date.now() + LOCK_PATIENCE_MS;
  for (;;) {
    try {
      return await start(plan);
    } catch (error) {
      if (!isLockHeld(error) || Date.now() > deadline) throw error;
      await pause(100);
    }
  }
}

function isLockHeld(error: unknown): boolean {
  return error instanceof Error && /lock file .* already exists|shared memory block .* in use/s.test(error.message);
}

async function start(plan: ServerPlan): Promise<ChildProcess> {
  const log = openSync(plan.cluster.log, 'a', 0o600);
  if (statSync(plan.cluster.log).size > LONGEST_LOG_BYTES) truncateSync(plan.cluster.log);
  const logged = statSync(plan.cluster.log).size;
  const child = spawnServer(plan, log);
  closeSync(log);
  const deadline = Date.now() + START_PATIENCE_MS;
  while (!isReady(plan.cluster, child)) {
    if (!isRunning(child))
      throw new Explained(explainStart(readFileSync(plan.cluster.log).subarray(logged).toString()));
    if (Date.now() > deadline) throw new Explained(({ faults }) => faults.notReady(plan.cluster.log));
    await pause(10);
  }
  return child;
}

/**
 * Starts the server detached: Ctrl-C in the terminal must reach only us, or the database would be gone before our own
 * work is put away.
 */
function spawnServer(plan: ServerPlan, log: number): ChildProcess {
  const settings = Object.entries(plan.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(plan.program, ['-D', plan.cluster.dir, ...settings], {
    ...plan.account,
    env: serverEnvironment(),
    cwd: '/',
    detached: true,
    stdio: ['ignore', log, log],
  });
  // a failed start shows as a child without a process id, which isRunning() sees
  child.on('error', () => undefined);
  child.unref();
  return child;
}

function isReady(cluster: Cluster, child: ChildProcess): boolean {
  const postmaster = findPostmaster(cluster.dir);
  return postmaster?.ready === true && postmaster.pid === child.pid;
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null;
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => (isRunning(child) ? child.once('exit', () => resolve()) : resolve()));
}

function explainStart(said: string): Sentence {
  if (/No space left on device/i.test(said)) return ({ faults }) => faults.diskFull;
  const reason = said.match(/^.*FATAL: {2}(.*(?:\n(?:.*HINT|.*DETAIL): .*)*)$/m)?.[1] ?? said.trim().split('\n').at(-1);
  return ({ faults }) => faults.notStarted(reason ?? '');
}
