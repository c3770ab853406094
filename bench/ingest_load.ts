import { connect, type Socket } from 'node:net';
import { argv } from 'node:process';

/**
 * Posts one body over and over through keep-alive connections, each request under an id of its own, and prints
 * {requests, bad, seconds, p50Ms, p99Ms}. Raw sockets, because it shares two cores with what it measures: a full HTTP client
 * costs as much as the server.
 */
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
  /** Answers other than 200. */
  readonly bad: number;
  readonly seconds: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

const load = JSON.parse(argv[2]!) as Load;
const run = `${process.pid}-${Date.now()}`;
const [head, tail] = requestAround('@id@').split('@id@') as [string, string];
const tailBytes = Buffer.from(tail);

function requestAround(id: string): string {
  return [
    `POST ${load.path} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json',
    'x-shopify-topic: orders/updated',
    'x-shopify-api-version: 2026-10',
    `x-shopify-hmac-sha256: ${load.signature}`,
    `x-shopify-webhook-id: ${id}`,
    `content-length: ${Buffer.byteLength(load.body)}`,
    '',
    load.body,
  ].join('\r\n');
}

const latencies: number[] = [];
let sent = 0;
let bad = 0;
let measuring = false;
let running = true;

function startConnection(): void {
  const socket = connect({ port: load.port, host: '127.0.0.1', noDelay: true });
  let startedAt = 0;
  let answer = '';
  const next = () => {
    startedAt = performance.now();
    sent += 1;
    socket.write(Buffer.concat([Buffer.from(`${head}${run}-${sent}`), tailBytes]));
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
  socket.on('error', () => fail(socket));
}

function fail(socket: Socket): void {
  bad += 1;
  socket.destroy();
}

const pause = (seconds: number) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

for (let count = 0; count < load.connections; count += 1) startConnection();
await pause(load.warmUpSeconds);
measuring = true;
const startedAt = performance.now();
await pause(load.seconds);
measuring = false;
const seconds = (performance.now() - startedAt) / 1000;
running = false;
latencies.sort((a, b) => a - b);
const at = (share: number) => latencies[Math.floor((latencies.length - 1) * share)] ?? 0;
const result: LoadResult = { requests: latencies.length, bad, seconds, p50Ms: at(0.5), p99Ms: at(0.99) };
process.stdout.write(JSON.stringify(result));
