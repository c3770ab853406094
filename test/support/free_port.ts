import { createServer } from 'node:net';

/**
 * Below the ports that systems give to whoever asks for any, so that nobody gets ours between the probe and its use.
 */
const LOWEST = 10_000;
const EACH = 100;
const PROCESSES = 200;

const first = LOWEST + (process.pid % PROCESSES) * EACH;
let next = 0;

/** A port that nobody uses now, and that this process has not recently given to anybody else. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < EACH; tries += 1) {
    const port = first + (next++ % EACH);
    if (await isFree(port)) return port;
  }
  throw new Error(`none of the ports from ${first} on is free`);
}

function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}
