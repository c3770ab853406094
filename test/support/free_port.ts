import { createServer } from 'node:net';

/** Below what systems give to whoever asks for any port, so that nobody is given ours between the probe and its use. */
const LOWEST = 10_000;
const EACH = 100;
const PROCESSES = 200;

const first = LOWEST + (process.pid % PROCESSES) * EACH;
let next = 0;

/** A port that nobody uses just now, and that this process has not given to anybody else lately. */
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
