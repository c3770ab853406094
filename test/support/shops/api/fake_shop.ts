import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { atEndOfFile } from '../../end_of_file.ts';

export type Json = Record<string, unknown>;

/** A question that a shop was asked. */
export interface Asked {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: string;
}

export interface Answer {
  status?: number;
  headers?: Record<string, string>;
  json?: unknown;
}

/** A shop's API: it has lists, counts what it is asked, and may refuse for a while. */
export interface FakeShop {
  /** Where it is asked. */
  url: string;
  /** What is typed behind `/connect key 1`. */
  typed: string;
  /** The key as it is kept. */
  key: string;
  orders: Json[];
  customers: Json[];
  products: Json[];
  /** What it would post, and where to. */
  webhooks: Json[];
  /** So many things stand on a page at most, whatever is asked for. */
  perPage: number;
  asked: Asked[];
  /** What it answers to the next questions instead. */
  instead: Answer[];
  /** Lists that the key may not read. */
  forbidden: string[];
  /** Paths of what it was asked, without their queries. */
  paths(): string[];
}

/** How one of the systems answers what it is asked. */
export type Protocol = (shop: FakeShop, asked: Asked) => Answer;

export async function fakeShop(protocol: Protocol, key: string): Promise<FakeShop> {
  const shop: FakeShop = {
    ...{ url: '', typed: '', key, orders: [], customers: [], products: [], webhooks: [], perPage: 100 },
    ...{ asked: [], instead: [], forbidden: [] },
    paths: () => shop.asked.map(({ url }) => url.pathname),
  };
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const { method = '', headers } = request;
    const asked = { method, headers, url: new URL(request.url!, shop.url), body: Buffer.concat(chunks).toString() };
    shop.asked.push(asked);
    const { status = 200, headers: more, json = {} } = shop.instead.shift() ?? protocol(shop, asked);
    response.writeHead(status, { 'content-type': 'application/json', ...more }).end(JSON.stringify(json));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  atEndOfFile(() => {
    server.closeAllConnections();
    server.close();
  });
  shop.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  shop.typed = `${shop.url} ${key}`;
  return shop;
}

/** Whether a time lies within what was asked for; a bound that was not named is none. */
export function isWithin(at: unknown, from: string | null, to: string | null): boolean {
  const time = timeOf(at);
  return (!from || time >= timeOf(from)) && (!to || time <= timeOf(to));
}

export function timeOf(at: unknown): number {
  if (typeof at === 'number') return at * 1000;
  const text = String(at);
  return Date.parse(/Z|[+-]\d\d:\d\d$/.test(text) ? text : `${text}Z`);
}

export const newestFirst = (items: readonly Json[], field: string): Json[] =>
  items.toSorted((a, b) => timeOf(b[field]) - timeOf(a[field]));
