import { connect, type Socket } from 'node:net';

/** Posts one body over and over through keep-alive connections, each request under its own id. */
export interface Load {
  readonly port: number;
  readonly path: string;
  readonly signature: string;
  readonly body: string;
  readonly connections: number;
  readonly warmUpSeconds: number;
  readonly seconds: number;
}

export interface LoadResult {
  readonly requests: number;
  /** Answers other than 200, and broken connections. */
  readonly bad: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/**
 * Uses raw sockets, because this process shares two cores with what it measures: a full HTTP client costs as much as
 * the server. It is forked once and told by message what to do.
 */
process.on('message', async (load: Load) => {
  process.send?.(await run(load));
});

async function run(load: Load): Promise<LoadResult> {
  const { latencies, begin, end } = startConnections(load);
  await pause(load.warmUpSeconds);
  begin();
  const startedAt = performance.now();
  await pause(load.seconds);
  const seconds = (performance.now() - startedAt) / 1000;
  const bad = await end();
  latencies.sort((a, b) => a - b);
  const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? 0;
  return { requests: latencies.length, bad, seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
}

function startConnections(load: Load) {
  const [head, tail] = requestAround('@id@', load).split('@id@') as [string, string];
  const name = `${process.pid}-${Date.now()}`;
  const latencies: number[] = [];
  let [sent, bad] = [0, 0];
  let [measuring, running] = [false, true];

  function converse(socket: Socket): void {
    let startedAt = 0;
    let answer = '';
    const next = () => {
      startedAt = performance.now();
      sent += 1;
      socket.write(`${head}${name}-${sent}${tail}`, 'latin1');
    };
    socket.on('connect', next);
    socket.on('data', (chunk) => {
      answer += chunk.toString('latin1');
      if (!answer.endsWith('}')) return;
      if (measuring) latencies.push(performance.now() - startedAt);
      if (!answer.startsWith('HTTP/1.1 200 ')) bad += 1;
      answer = '';
      if (running) next();
      else socket.end();
    });
    socket.on('error', () => {
      bad += 1;
    });
  }

  const sockets = Array.from({ length: load.connections }, () => connect({ port: load.port, noDelay: true }));
  const closed = Promise.all(sockets.map((socket) => new Promise((resolve) => socket.on('close', resolve))));
  sockets.forEach(converse);
  return {
    latencies,
    begin: () => {
      measuring = true;
    },
    end: async () => {
      [measuring, running] = [false, false];
      await closed;
      return bad;
    },
  };
}

function requestAround(id: string, load: Load): string {
  return [
    `POST ${load.path} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json',
    'x-shopify-topic: orders/updated',
    'x-shopify-api-version: 2026-10',
    `x-shopify-hmac-sha256: ${load.signature}`,
    `x-shopify-webhook-id: ${id}`,
    `content-length: ${load.body.length}`,
    '',
    load.body,
  ].join('\r\n');
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1000));
}
