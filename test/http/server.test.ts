import { Agent, createServer, get } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type Health, readHealth } from '../../src/http/health.ts';
import type { Hook, HookAnswer } from '../../src/http/hook.ts';
import { createReadiness } from '../../src/http/readiness.ts';
import { serve } from '../../src/http/serve.ts';
import { type AppOptions, createApp } from '../../src/http/server.ts';
import { testDatabase } from '../support/database.ts';

const { db } = await testDatabase();
const MB = 1024 * 1024;

/** A service on a real port; `hooks` is what it was handed. */
async function start(options: Partial<AppOptions> = {}) {
  const hooks: (Hook & { raw: Uint8Array })[] = [];
  const app = createApp({
    webhooks: async (hook) => {
      hooks.push({ ...hook, raw: await hook.read() });
      return 'stored';
    },
    readHealth: () => readHealth(db.sql),
    onError: (error) => {
      throw error;
    },
    ...options,
  });
  const server = await serve(app, { host: '127.0.0.1', port: 0 });
  onTestFinished(() => server.stop());
  return { hooks, server, url: `http://127.0.0.1:${server.port}` };
}

/** Sends text as it is and gives all that comes back until the server closes. */
function raw(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    socket.on('data', (chunk) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', (error: NodeJS.ErrnoException) => (answer ? resolve(answer) : reject(error)));
  });
}

function chunked(bytes: number): ReadableStream<Uint8Array> {
  let left = bytes;
  return new ReadableStream({
    pull(controller) {
      if (left <= 0) return controller.close();
      controller.enqueue(new Uint8Array(Math.min(left, 65_536)).fill(32));
      left -= 65_536;
    },
  });
}

describe('a body', () => {
  it.each([0, 1, 3000, MB])('of %i bytes arrives whole, announced or chunked', async (size) => {
    const { hooks, url } = await start();
    const body = Buffer.alloc(size, 32);
    expect((await fetch(`${url}/hooks/shopify/t`, { method: 'POST', body })).status).toBe(200);
    const stream = { method: 'POST', body: chunked(size), duplex: 'half' } as RequestInit;
    expect((await fetch(`${url}/hooks/shopify/t`, stream)).status).toBe(200);
    expect(hooks.map((hook) => Buffer.from(hook.raw).equals(body))).toEqual([true, true]);
  });

  it('over 1 MB is refused, announced or chunked, and never handed on', async () => {
    const { hooks, server, url } = await start();
    const announced = await raw(
      server.port,
      `POST /hooks/shopify/t HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-length: ${MB + 1}\r\n\r\n`,
    );
    expect(announced).toMatch(/^HTTP\/1\.1 413 /);
    expect(announced).toContain('"too_large"');
    const stream = { method: 'POST', body: chunked(MB + 1), duplex: 'half' } as RequestInit;
    expect((await fetch(`${url}/hooks/shopify/t`, stream)).status).toBe(413);
    expect(hooks).toEqual([]);
  });

  it('that ends too early is never handed on', async () => {
    const { hooks, server } = await start();
    const socket = connect(server.port, '127.0.0.1', () => {
      socket.write('POST /hooks/shopify/t HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n{"half":');
      socket.end();
    });
    await new Promise((resolve) => socket.on('close', resolve).resume());
    expect(hooks).toEqual([]);
  });
});

describe('a request', () => {
  it.each([
    ['GET', '/hooks/shopify/t', 'POST'],
    ['DELETE', '/hooks/shopify/t', 'POST'],
    ['POST', '/healthz', 'GET, HEAD'],
    ['PUT', '/readyz', 'GET, HEAD'],
  ])('with a method that means nothing here is refused: %s %s', async (method, path, allow) => {
    const { url } = await start();
    const answer = await fetch(url + path, { method });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow]);
    expect(((await answer.json()) as { error: { code: string } }).error.code).toBe('method_not_allowed');
  });

  it.each([
    ['a target that is no URL', 'POST http:// HTTP/1.1\r\nhost: a\r\n'],
    ['a host that is none', 'POST /hooks/shopify/t HTTP/1.1\r\nhost: a b/c\r\n'],
    ['two lengths', 'POST /hooks/shopify/t HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n'],
  ])('that is malformed is refused: %s', async (_, head) => {
    const { server, hooks } = await start();
    expect(await raw(server.port, `${head}connection: close\r\n\r\n`)).toMatch(/^HTTP\/1\.1 400 /);
    expect(hooks).toEqual([]);
  });

  it('to Telegram’s hook is taken only where it is wanted', async () => {
    const post = { method: 'POST', body: '{}' };
    const { url } = await start();
    expect((await fetch(`${url}/telegram/abc`, post)).status).toBe(404);
    const asked: string[] = [];
    const telegram = async ({ token }: Hook): Promise<HookAnswer> => {
      asked.push(token);
      return 'not_signed';
    };
    const wanted = await start({ hooks: { '/telegram/:token': telegram } });
    expect((await fetch(`${wanted.url}/telegram/abc`, post)).status).toBe(401);
    expect(asked).toEqual(['abc']);
  });

  it('is answered with headers that a browser cannot misuse, refusals too', async () => {
    const { url } = await start();
    for (const path of ['/healthz', '/readyz', '/nowhere', '/hooks/shopify/t']) {
      const { headers } = await fetch(url + path);
      expect(Object.fromEntries(headers)).toMatchObject({
        'cache-control': 'no-store',
        'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
        'content-type': 'application/json; charset=utf-8',
        'x-content-type-options': 'nosniff',
      });
    }
  });
});

describe('/readyz', () => {
  it('tells how long things wait and how many went wrong', async () => {
    const { url } = await start();
    const health = async () => (await (await fetch(`${url}/readyz`)).json()) as { ok: boolean } & Health;
    expect(await health()).toEqual({
      ok: true,
      inboxAgeSeconds: null,
      inboxDueSeconds: null,
      outboxAgeSeconds: null,
      inboxFailed: 0,
      outboxFailed: 0,
      outboxUnknown: 0,
    });
    await db.autocommit`
      insert into inbox (source, external_id, lane, body, received_at, failed_at, processed_at) values
        ('t', '1', 't', '', now() - interval '90 s', null, null),
        ('t', '2', 't', '', now() - interval '1 hour', now(), null),
        ('t', '3', 't', '', now() - interval '2 hours', null, now())`;
    await db.autocommit`
      insert into outbox (channel, address, audience, idempotency_key, payload, state, run_at) values
        ('c', 'a', 'owner', '1', '{}', 'queued', now() - interval '30 s'),
        ('c', 'a', 'owner', '2', '{}', 'queued', now() + interval '1 hour'),
        ('c', 'a', 'owner', '3', '{}', 'failed', now()),
        ('c', 'a', 'owner', '4', '{}', 'unknown', now()),
        ('c', 'a', 'owner', '5', '{}', 'sent', now() - interval '1 day')`;
    const { inboxAgeSeconds, outboxAgeSeconds, ...rest } = await health();
    expect(inboxAgeSeconds).toBeGreaterThanOrEqual(90);
    expect(inboxAgeSeconds).toBeLessThan(3600);
    expect(outboxAgeSeconds).toBeGreaterThanOrEqual(30);
    expect(outboxAgeSeconds).toBeLessThan(3600);
    expect(rest.inboxDueSeconds).toBeLessThan(90);
    expect(rest).toMatchObject({ ok: true, inboxFailed: 1, outboxFailed: 1, outboxUnknown: 1 });
  });

  it('does not wait for a database that says nothing', async () => {
    const { url } = await start({ readHealth: () => new Promise(() => {}) });
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
  });
});

describe('the server', () => {
  it('says in one sentence that its port is taken', async () => {
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    const app = createApp({ webhooks: async () => 'stored', readHealth: () => readHealth(db.sql), onError: () => {} });
    await expect(serve(app, { host: '127.0.0.1', port })).rejects.toThrow(`Port ${port} is in use`);
    await expect(serve(app, { host: '192.0.2.1', port: 0 })).rejects.toThrow('set HOST');
  });

  it('finishes what is under way when it stops, and takes nothing new', async () => {
    let finish: (answer: HookAnswer) => void = () => {};
    let entered: () => void = () => {};
    const underWay = new Promise<void>((resolve) => {
      entered = resolve;
    });
    const webhooks = () =>
      new Promise<HookAnswer>((resolve) => {
        finish = resolve;
        entered();
      });
    const { server, url } = await start({ webhooks });
    const slow = fetch(`${url}/hooks/shopify/t`, { method: 'POST', body: '{}' });
    await underWay;
    const stopped = server.stop();
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();
    finish('stored');
    expect((await slow).status).toBe(200);
    await stopped;
  });

  it('is not kept from stopping by a sender that keeps its connection busy', async () => {
    const { server } = await start();
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    let answered = 0;
    const ended = new Promise<void>((resolve) => {
      const ask = () => {
        get({ port: server.port, path: '/healthz', agent }, (answer) => {
          answered += 1;
          answer.resume().on('end', ask);
        }).on('error', () => resolve());
      };
      ask();
    });
    await expect.poll(() => answered).toBeGreaterThan(10);
    await server.stop();
    await ended;
    agent.destroy();
  });
});

describe('whoever holds the door', () => {
  /** Opens connections that announce a body, send half of it and say nothing more; gives how many are still open. */
  function slowSenders(port: number, count: number) {
    const sockets = Array.from({ length: count }, () => {
      const socket = connect(port, '127.0.0.1');
      socket.on('error', () => undefined);
      socket.write('POST /hooks/shopify/t HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n{');
      return socket;
    });
    onTestFinished(() => {
      for (const socket of sockets) socket.destroy();
    });
    return () => sockets.filter(({ closed }) => !closed).length;
  }

  it('keeps nobody else out, though they come from the same address', async () => {
    const { url, server } = await start();
    const open = slowSenders(server.port, 700);
    await expect.poll(open).toBeLessThanOrEqual(100);
    for (let nth = 0; nth < 20; nth++) {
      const answer = await fetch(`${url}/hooks/shopify/t`, {
        method: 'POST',
        body: '{}',
        headers: { connection: 'close' },
      });
      expect(answer.status).toBe(200);
    }
    expect(open()).toBeGreaterThan(50);
  });

  it('is never cut while it waits for our answer: then the next of the same address is refused', async () => {
    const finish: (() => void)[] = [];
    const webhooks = () => new Promise<HookAnswer>((resolve) => finish.push(() => resolve('stored')));
    const app = createApp({ webhooks, readHealth: () => readHealth(db.sql), onError: () => {} });
    const server = await serve(app, { host: '127.0.0.1', port: 0, connectionsPerAddress: 2 });
    onTestFinished(() => server.stop());
    const post = () => fetch(`http://127.0.0.1:${server.port}/hooks/shopify/t`, { method: 'POST', body: '{}' });
    const waiting = [post(), post()];
    await expect.poll(() => finish.length).toBe(2);
    await expect(post()).rejects.toThrow();
    for (const end of finish) end();
    expect((await Promise.all(waiting)).map(({ status }) => status)).toEqual([200, 200]);
  });

  it('is told at once that its hook is unknown, before it has sent its body', async () => {
    const { server } = await start({ webhooks: async () => 'unknown_hook' });
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(server.port, '127.0.0.1');
      socket.write('POST /hooks/shopify/t HTTP/1.1\r\nHost: x\r\nContent-Length: 900000\r\n\r\n{');
      socket.once('data', (chunk) => {
        resolve(String(chunk));
        socket.destroy();
      });
    });
    expect(answer).toMatch(/^HTTP\/1.1 404 /);
  });
});

describe('a sender', () => {
  it('hears within three seconds that it has to come again, wherever the database hangs', async () => {
    const { url } = await start({ webhooks: () => new Promise(() => {}) });
    const late = sleep(20_000, 'much later, even for a busy machine', { ref: false });
    const answer = fetch(`${url}/hooks/shopify/t`, { method: 'POST', body: '{}' });
    expect(await Promise.race([answer, late])).toMatchObject({ status: 503 });
  });

  it('that is slow itself has as much patience from us as a quick one', async () => {
    const { hooks, server } = await start();
    const socket = connect(server.port, '127.0.0.1');
    socket.write('POST /hooks/shopify/t HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\n{');
    setTimeout(() => socket.end('}'), 3_200);
    await expect.poll(() => hooks.length).toBe(1);
  });
});

describe('/readyz of a service', () => {
  it('says no when nothing can be written, though everything can be read', async () => {
    const readiness = createReadiness({ db });
    const { url } = await start({ readHealth: readiness.check });
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    await db.autocommit.unsafe(`
      create function disk_full() returns trigger language plpgsql as
        $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
      create trigger full_disk before insert on write_probes execute function disk_full()`);
    const status = async () => (await fetch(`${url}/readyz`)).status;
    await expect.poll(status).toBe(503);
    await db.autocommit.unsafe('drop trigger full_disk on write_probes');
    await expect.poll(status).toBe(200);
    expect(await db.sql`select from write_probes`).toEqual([]);
  });

  it('says no when what is due is not taken up, but not for what waits behind something, nor after a long night', async () => {
    let now = 0;
    const readiness = createReadiness({ db, now: () => now });
    const { url } = await start({ readHealth: readiness.check });
    const status = async () => {
      now += 200_000;
      return (await fetch(`${url}/readyz`)).status;
    };
    await db.autocommit`delete from inbox`;
    await db.autocommit`
      insert into inbox (source, external_id, lane, body, run_at, locked_until) values
        ('t', '1', 't', '', now() - interval '1 hour', now() + interval '1 minute'),
        ('t', '2', 't', '', now() - interval '1 hour', null)`;
    expect(await status()).toBe(200);
    await db.autocommit`update inbox set locked_until = null`;
    expect(await status()).toBe(503);
    now += 2_000;
    readiness.moved();
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    expect(await status()).toBe(503);
    await db.autocommit`update inbox set processed_at = now()`;
    expect(await status()).toBe(200);
  });
});
