import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Hono } from 'hono';
import { Explained } from '../text/explained.ts';
import { own } from '../text/own.ts';
import type { Texts } from '../text/texts.ts';
import { refusal } from './answer.ts';
import { limitCrowd } from './crowd.ts';

export interface Address {
  readonly host: string;
  /** 0: any free port. */
  readonly port: number;
  /** Connections at once from one address; 0: no limit of its own. Default 100. */
  readonly connectionsPerAddress?: number;
}

export interface HttpServer {
  /** The port it listens on. */
  readonly port: number;
  /** Takes no new connection, lets requests under way finish for up to 10 s, then cuts them. */
  stop(): Promise<void>;
}

/** Protects against deliberately slow senders; Node's own limits are 60 s, 300 s and none. */
const LIMITS = { headersTimeout: 10_000, requestTimeout: 30_000, connectionsCheckingInterval: 5_000 };
const MAX_CONNECTIONS = 500;
const PER_ADDRESS = 100;
const STOP_GRACE_MS = 10_000;

/** Listens. Throws one clear sentence if it cannot. */
export async function serve(
  app: Hono,
  { host, port, connectionsPerAddress = PER_ADDRESS }: Address,
): Promise<HttpServer> {
  const server = createServer(LIMITS, listener(app));
  limitCrowd(server, { all: MAX_CONNECTIONS, perAddress: connectionsPerAddress });
  await listen(server, { host, port });
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) };
}

/** `errorHandler` is for requests that never reach the app: a target that is no URL, or a wrong Host. */
function listener(app: Hono) {
  return getRequestListener(app.fetch, { errorHandler: () => refusal(400, 'The request is malformed.') });
}

function listen(server: Server, { host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) =>
      reject(new Explained((t) => explain(error, { host, port }, t), { cause: error }));
    server.once('error', failed);
    server.listen(port, host, () => {
      server.off('error', failed);
      resolve();
    });
  });
}

function explain({ code = '', message }: NodeJS.ErrnoException, { host, port }: Address, { faults }: Texts): string {
  const sentences: Readonly<Record<string, string>> = {
    EADDRINUSE: faults.portTaken(host, port),
    EACCES: faults.portRefused(port),
    EADDRNOTAVAIL: faults.notOurAddress(host),
    ENOTFOUND: faults.unknownHost(host),
  };
  return own(sentences, code) ?? faults.cannotListen(host, port, message);
}

async function stop(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  const cut = setTimeout(() => server.closeAllConnections(), STOP_GRACE_MS);
  // `close` shuts only the connections that are idle at that moment; the others become idle later, when their requests
  // end
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  await closed;
  clearTimeout(cut);
  clearInterval(sweep);
}
