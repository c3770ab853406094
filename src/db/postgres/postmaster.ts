import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Explained } from '../../text/explained.ts';

/** What a running server says of itself in its data directory (PostgreSQL `miscadmin.h`, LOCK_FILE_LINE_*). */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Empty when it listens on TCP only. */
  readonly socketDir: string;
  readonly ready: boolean;
}

/** The server that runs on this cluster directory, starting ones included; undefined when none does. */
export function findPostmaster(cluster: string): Postmaster | undefined {
  const noted = readPidFile(cluster);
  return noted && isPostmasterOf(noted.pid, cluster) ? noted : undefined;
}

/** The server's note, and that of its socket: the second line names the directory. */
const NOTES = /^(postmaster\.pid|\.s\.PGSQL\.\d+\.lock)$/;

/**
 * A directory that was copied while its server ran holds the notes of that server. PostgreSQL would take the living original for one
 * at work here, and tell people to end it. A note names its directory, so copied ones are known, and go.
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
 * A process id alone proves nothing: after a crash another program may have got it. Its command line must name the cluster.
 * That of a zombie, which stays where nobody reaps orphans (a container without init), is empty.
 */
function isPostmasterOf(pid: number, cluster: string): boolean {
  return pid > 0 && commandLine(pid).includes(cluster);
}

function commandLine(pid: number): string[] {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
    return wordsOf(process.platform === 'win32' ? windowsCommandLine(pid) : unixCommandLine(pid));
  } catch {
    // There is no such process.
    return [];
  }
}

/** Our own command line: `postgres -D <cluster> -c ...`, where the cluster's path may hold spaces. */
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

/** Asks the server to end (fast shutdown: sessions are cut, what was committed is written) and waits until it has. */
export async function stopPostmaster(pid: number, cluster: string, patienceMs: number): Promise<void> {
  const deadline = Date.now() + patienceMs;
  if (isPostmasterOf(pid, cluster)) process.kill(pid, 'SIGINT');
  while (isPostmasterOf(pid, cluster)) {
    if (Date.now() > deadline) throw new Explained(({ faults }) => faults.doesNotStop(pid));
    await pause(10);
  }
}
