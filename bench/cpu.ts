import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second (USER_HZ). */
const MS_A_TICK = 10;

/** CPU time used so far, in ms. Other programs on the machine lengthen it only a little. */
export interface CpuTime {
  /** Of this process. */
  node: number;
  /** Of all processes of the server, including ended ones; 0 if there is no /proc. */
  server: number;
}

/** `pid`: the server's first process. */
export function cpuTime(pid: number): CpuTime {
  const { user, system } = process.cpuUsage();
  return { node: (user + system) / 1000, server: serverTicks(pid) * MS_A_TICK };
}

function serverTicks(pid: number): number {
  if (process.platform !== 'linux') return 0;
  const running = readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  return running.reduce((sum, name) => sum + ticksOf(Number(name), pid), 0);
}

/**
 * proc_pid_stat(5): fields 14 and 15 are the process's own ticks, 16 and 17 those of the children it has waited for; 4
 * is its parent.
 */
function ticksOf(pid: number, server: number): number {
  const fields = statOf(pid);
  if (fields.length === 0) return 0;
  const [parent, own, ended] = [Number(fields[1]), ticks(fields, 11), ticks(fields, 13)];
  if (pid === server) return own + ended;
  return parent === server ? own : 0;
}

const ticks = (fields: readonly string[], at: number): number => Number(fields[at]) + Number(fields[at + 1]);

/** The fields from the third on: the second is a name that may contain anything. */
function statOf(pid: number): string[] {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return []; // it has ended meanwhile
  }
}

/** The first process of the server whose socket is in `host`. */
export function serverPid(host: string): number {
  return Number(readFileSync(`${host}/postmaster.pid`, 'utf8').split('\n')[0]);
}
