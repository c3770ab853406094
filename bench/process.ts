import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../test/support/free_port.ts';
import { temporaryDir } from '../test/support/global_setup.ts';
import { startFakeTelegram } from '../test/support/platforms/fake_telegram.ts';

const STARTS = 5;
/** By then the garbage of the start has been collected, as far as V8 ever will while idle. */
const IDLE_MS = 5000;

export interface ProcessFigures {
  /** From spawning node to a 200 of /readyz, with an existing database; the median. */
  warm_start_ms: number;
  stop_ms: number;
  /** Resident memory of the Node process, idle, with Telegram on. */
  idle_rss_mb: number;
}

/**
 * The built service as a process: how fast it starts and stops, and how much memory it takes. Needs `npm run build`
 * first.
 */
export async function benchProcess(): Promise<ProcessFigures> {
  const telegram = await startFakeTelegram();
  const dataDir = temporaryDir();
  const environment = { TELEGRAM_BOT_TOKEN: telegram.token, TELEGRAM_API_ROOT: telegram.root, DATA_DIR: dataDir };
  const starts: number[] = [];
  const stops: number[] = [];
  let rss = 0;
  try {
    for (let run = 0; run <= STARTS; run++) {
      const app = await start(environment);
      if (run === STARTS) {
        await sleep(IDLE_MS);
        rss = residentMb(app.pid);
      }
      const stopMs = await app.stop();
      // the first one makes the database
      if (run > 0) {
        starts.push(app.readyMs);
        stops.push(stopMs);
      }
    }
  } finally {
    await telegram.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
  return { warm_start_ms: median(starts), stop_ms: median(stops), idle_rss_mb: rss };
}

async function start(environment: Record<string, string>) {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, ['dist/main.js'], {
    env: { ...process.env, ...environment, PORT: String(port) },
    stdio: 'ignore',
  });
  while (!(await ready(port))) {
    if (child.exitCode !== null) throw new Error('the service did not start; is it built?');
    await sleep(5);
  }
  const readyMs = performance.now() - began;
  const stop = async () => {
    const from = performance.now();
    child.kill('SIGTERM');
    if (child.exitCode === null) await once(child, 'exit');
    return performance.now() - from;
  };
  return { pid: child.pid!, readyMs, stop };
}

async function ready(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/readyz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

function residentMb(pid: number): number {
  return Math.round(Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)]).toString()) / 1024);
}

const median = (values: number[]): number =>
  Math.round(values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]!);

if (import.meta.url === `file://${process.argv[1]}`) console.log(JSON.stringify(await benchProcess()));
