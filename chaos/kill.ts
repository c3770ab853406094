import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import postgres from 'postgres';
import type { Connection } from '../src/db/client.ts';
import { findPostmaster } from '../src/db/postgres/postmaster.ts';

type Address = Exclude<Connection, { url: string }>;

/**
 * Terminates the server's processes behind open transactions, two at a time, while `goOn` returns true; returns how
 * many.
 */
export async function terminateBackends(
  address: Address,
  { random, goOn }: { random: () => number; goOn: (terminations: number) => boolean },
): Promise<number> {
  let terminations = 0;
  while (goOn(terminations)) {
    const sql = postgres({ ...address, max: 1, onnotice: () => undefined, connection: { application_name: 'killer' } });
    try {
      while (goOn(terminations)) {
        terminations += await terminateSome(sql);
        await pause(random() * 3);
      }
    } catch {
      // the whole server is being killed too: once it is back, continue with a new connection
      await pause(20);
    }
    await sql.end({ timeout: 0 });
  }
  return terminations;
}

async function terminateSome(sql: postgres.Sql): Promise<number> {
  const killed = await sql<{ done: boolean }[]>`
    select pg_terminate_backend(pid) as done
    from pg_stat_activity
    where datname = current_database() and application_name <> 'killer' and xact_start is not null
      and backend_type = 'client backend'
    order by random()
    limit 2`;
  return killed.filter(({ done }) => done).length;
}

/**
 * Sends SIGKILL to every process of the server at once, so that none can shut down properly. Linux only. Returns the
 * postmaster's id.
 */
export function killServer(cluster: string): number {
  const postmaster = findPostmaster(cluster);
  if (!postmaster) throw new Error('There is no server to kill.');
  const family = [postmaster.pid, ...childrenOf(postmaster.pid)];
  for (const pid of family) process.kill(pid, 'SIGKILL');
  return postmaster.pid;
}

function childrenOf(parent: number): number[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return pids.filter((pid) => parentOf(pid) === parent).map(Number);
}

function parentOf(pid: string): number {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // "pid (name) state ppid ...", and a name may contain anything
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return 0;
  }
}

/** Waits until a server other than `killed` takes connections. */
export async function untilReady(cluster: string, killed: number): Promise<void> {
  for (;;) {
    const postmaster = findPostmaster(cluster);
    if (postmaster?.ready && postmaster.pid !== killed) return;
    await pause(2);
  }
}
