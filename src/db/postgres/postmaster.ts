import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Explained } from '../../text/explained.ts';

/** What a running server says of itself in its data directory (PostgreSQL `miscadmin.h`, LOCK_FILE_LINE_*). */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Empty if it listens on TCP only. */
  readonly socketDir: string;
  readonly ready: boolean;
}

/** The server that runs on this cluster directory, even if it is still starting; undefined if none does. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const noted = readPidFile(cluster);
  return noted && isPostmasterOf(noted.pid, cluster) ? noted : undefined;
}

/** The lock files of the server and of its socket; their second line names the directory. */
const NOTES = /^(postmaster\.pid|\.s\.PGSQL\.\d+\.lock)$/;

/**
 * A directory that was copied while its server ran holds that server's lock files. PostgreSQL would think that the
 * original server works here and tell people to end it. A lock file names its directory, so we can recognize copied
 * ones and remove them.
 */
export function dropCopiedNotes(cluster: string): void {
  for (const name of readdirSync(cluster).filter((one) => NOTES.test(one))) {
    const noted = readFileSync(join(cluster, name), 'utf8').split('\n')[1]?.trim() ?? '';
    if (noted && noted !== cluster && noted !== realpathSync(cluster)) rmSync(join(cluster, name));
  }
}

function readPidFile(cluster: string): Postmaster | undefined {
  let lines: string[];
  try {
    lines = readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n');
  } catch {
    return undefined;
  }
  const [pid, , , port, socketDir = '', , , status = ''] = lines.map((line) => line.trim());
  return { pid: Number(pid), port: Number(port), socketDir, ready: status === 'ready' };
}

/**
 * Checks the command line, which must name the cluster: a process id alone proves nothing, because after a crash
 * another program may have got it. The command line of a zombie is empty; zombies stay where nobody reaps orphans (a
 * container without init).
 */
function isPostmasterOf(pid: number, cluster: string): boolean {
  return pid > 0 && commandLine(pid).includes(cluster);
}

function commandLine(pid: number): string[] {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return wordsOf(process.platform === 'win32' ? windowsCommandLine(pid) : unixCommandLine(pid));
  } catch {
    // there is no such process
    return [];
  }
}

/** The words of our own command line, `postgres -D <cluster> -c ...`; the cluster's path may hold spaces. */
function wordsOf(line: string): string[] {
  return [line.match(/ -D "?(.*?)"? "?-c /)?.[1] ?? ''];
}

function unixCommandLine(pid: number): string {
  return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
}

function windowsCommandLine(pid: number): string {
  const query = `(Get-CimInstance Win32_Process -Filter 'ProcessId=${pid}').CommandLine`;
  return execFileSync('powershell', ['-NoProfile', '-Command', query], { encoding: 'utf8' });
}

/** Asks the server to end (fast shutdown: sessions are cut, committed data are written) and waits until it has. */
export async function stopPostmaster(pid: number, cluster: string, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  if (isPostmasterOf(pid, cluster)) process.kill(pid, 'SIGINT');
  while (isPostmasterOf(pid, cluster)) {
    if (Date.now() > deadline) throw new Explained(({ faults }) => faults.doesNotStop(pid));
    await pause(10);
  }
}
