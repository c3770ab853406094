import { createSecretKey } from 'node:crypto';
import type { Hono } from 'hono';
import { WEB_FORM } from '../../src/domain/webforms/web_form.ts';
import { serve } from '../../src/http/serve.ts';
import { createApp } from '../../src/http/server.ts';
import { createReceiver } from '../../src/inbox/receive.ts';
import { open, seal } from '../../src/vault/seal.ts';
import { mountWebForms } from '../../src/webforms/mount.ts';
import { parseWebForm } from '../../src/webforms/parse.ts';
import { atEndOfFile } from './end_of_file.ts';
import type { House } from './house.ts';

const PUBLIC_URL = 'https://crm.example.com';

/** A visitor's browser. */
export interface Browser {
  get(path: string, headers?: Record<string, string>): Promise<Seen>;
  /** The status of a HEAD, as scanners ask. */
  head(path: string): Promise<number>;
  /** Sends these fields as a form does; `from`: the network's address. */
  post(path: string, fields: Record<string, string> | string, headers?: Record<string, string>): Promise<Seen>;
  /** Sends a body as it stands. */
  send(path: string, body: NonNullable<RequestInit['body']>, headers?: Record<string, string>): Promise<Seen>;
}

export interface Seen {
  status: number;
  headers: Headers;
  html: string;
}

/** The pages for visitors of this house, on a real port; what comes in is handled with everything else. */
export async function webFormsOf(house: House): Promise<Browser> {
  const key = createSecretKey(Buffer.alloc(32, 7));
  const act = house.act;
  // the house's own seal forgets what it seals
  house.act = (work, last) => act((ctx) => work({ ...ctx, seal: (plain, about) => seal(key, plain, about) }), last);
  const { routeOf } = house.worker;
  house.worker.routeOf = (source) => (source.startsWith(`${WEB_FORM}:`) ? parseWebForm : routeOf(source));
  const errors: unknown[] = [];
  const app: Hono = createApp({
    webhooks: async () => 'unknown_hook',
    readHealth: async () => ({}) as never,
    onError: (error) => errors.push(error),
  });
  const { settings, linkKey } = await house.act(async (ctx) => ctx);
  mountWebForms(app, {
    ...{ db: house.db, act: (...asked) => house.act(...asked), clock: () => house.now, publicUrl: PUBLIC_URL },
    receiver: createReceiver(house.db, { wake: () => {} }),
    open: (sealed, context) => open(key, sealed, context),
    linkKey,
    defaults: settings,
  });
  const server = await serve(app, { host: '127.0.0.1', port: 0, connectionsPerAddress: 0 });
  atEndOfFile(() => server.stop());
  const ask = async (path: string, init: RequestInit): Promise<Seen> => {
    const url = `http://127.0.0.1:${server.port}${path.replace(PUBLIC_URL, '')}`;
    const response = await fetch(url, { redirect: 'manual', ...init });
    const html = await response.text();
    if (errors.length > 0) throw errors[0];
    await house.handleAll();
    return { status: response.status, headers: response.headers, html };
  };
  const send: Browser['send'] = (path, body, headers = {}) => ask(path, { method: 'POST', body, headers });
  return {
    get: (path, headers = {}) => ask(path, { headers }),
    head: async (path) => (await ask(path, { method: 'HEAD' })).status,
    send,
    post: (path, fields, headers) => send(path, new URLSearchParams(fields), headers),
  };
}

/** The fields of a form as a browser would send them when nothing is typed. */
export function fieldsIn(html: string): Record<string, string> {
  const inputs = [...html.matchAll(/<(?:input|textarea)[^>]*name="([^"]+)"[^>]*>/g)];
  const untyped = inputs.filter(([tag]) => !tag.includes('type="checkbox"'));
  return Object.fromEntries(untyped.map(([tag, name]) => [name, / value="([^"]*)"/.exec(tag)?.[1] ?? '']));
}
