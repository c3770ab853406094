import type { Hono } from 'hono';
import { mountApi } from '../../src/api/mount.ts';
import { serve } from '../../src/http/serve.ts';
import { createApp } from '../../src/http/server.ts';
import type { House } from './house.ts';

interface Asked {
  key?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array<ArrayBuffer>;
}

interface Answered {
  status: number;
  headers: Headers;
  /** The JSON that came, whatever it holds. */
  body: ReturnType<typeof JSON.parse>;
}

/** The API of this house on a real port; `key` is what it is asked with where no other is named. */
export async function apiOf(house: House, key: string, { requestsPerMinute = 100_000 } = {}) {
  const errors: unknown[] = [];
  const app: Hono = createApp({
    webhooks: async () => 'unknown_hook',
    readHealth: async () => ({}) as never,
    onError: (error) => errors.push(error),
  });
  const { sha256 } = await house.act(async (ctx) => ctx);
  mountApi(
    app,
    {
      ...{ db: house.db, act: house.act, clock: () => house.now, sha256, wake: () => {} },
      onError: (error) => errors.push(error),
    },
    requestsPerMinute,
  );
  const server = await serve(app, { host: '127.0.0.1', port: 0, connectionsPerAddress: 0 });
  const url = `http://127.0.0.1:${server.port}`;

  async function ask(
    method: string,
    path: string,
    { key: own = key, headers = {}, body }: Asked = {},
  ): Promise<Answered> {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        authorization: `Bearer ${own}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body }),
    });
    const text = await response.text();
    // a fault of ours is never what a test is about
    if (errors.length > 0) throw errors[0];
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
  }
  const withBody =
    (method: string) =>
    (path: string, body: unknown, asked: Asked = {}) =>
      ask(method, path, { ...asked, body: JSON.stringify(body) });

  return {
    url,
    ask,
    raw: (path: string, init?: RequestInit) => fetch(`${url}${path}`, init),
    get: (path: string, asked?: Asked) => ask('GET', path, asked),
    delete: (path: string, asked?: Asked) => ask('DELETE', path, asked),
    put: (path: string, asked?: Asked) => ask('PUT', path, asked),
    post: withBody('POST'),
    patch: withBody('PATCH'),
    stop: () => server.stop(),
  };
}
