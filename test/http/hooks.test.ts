import { createHmac, createSecretKey, randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';
import {
  connectionContext,
  createConnection,
  disableConnection,
  listConnections,
  rotateSecret,
} from '../../src/domain/sell/connection.ts';
import { readHealth } from '../../src/http/health.ts';
import { type AppOptions, createApp } from '../../src/http/server.ts';
import { createReceiver } from '../../src/inbox/receive.ts';
import { open, seal } from '../../src/vault/seal.ts';
import { createConnections } from '../../src/webhooks/connections.ts';
import { providers } from '../../src/webhooks/providers.ts';
import { webhookReceiver } from '../../src/webhooks/receive.ts';
import { testDatabase } from '../support/database.ts';

const { db } = await testDatabase();
const key = createSecretKey(randomBytes(32));
const now = new Date('2026-11-21T00:00:00Z');
const SECRET = 'shpss_test_0001';
const ORDER = readFileSync(new URL('../fixtures/shopify/order_paid.json', import.meta.url), 'utf8');

const errors: unknown[] = [];
const connections = createConnections({ sql: db.sql, open: (sealed, about) => open(key, sealed, about) });
const receiver = createReceiver(db, { wake: () => {} });
const app = createApp({
  webhooks: webhookReceiver({ providers, connections, receiver, clock: () => now }),
  readHealth: () => readHealth(db.sql),
  onError: (error) => errors.push(error),
});

let id = '';
let token = '';
let delivery = 0;
beforeEach(async () => {
  token = randomBytes(10).toString('hex');
  errors.length = 0;
  ({ id } = await connect(token));
});

const connect = (name: string, secret = SECRET) =>
  db.transaction((tx) =>
    createConnection(tx, { provider: 'shopify', token: name, secret: seal(key, secret, connectionContext(name)) }),
  );
const sign = (body: string | Uint8Array, secret = SECRET) => createHmac('sha256', secret).update(body).digest('base64');
const signed = (body: string | Uint8Array, webhookId = `w${++delivery}`): Record<string, string> => ({
  'X-Shopify-Hmac-Sha256': sign(body),
  'X-Shopify-Webhook-Id': webhookId,
  'X-Shopify-Topic': 'orders/paid',
});
const post = (
  body: string | Uint8Array<ArrayBuffer>,
  headers: Record<string, string> | [string, string][] = signed(body),
  path = `/hooks/shopify/${token}`,
) => app.request(path, { method: 'POST', body, headers });
const json = async (answer: Response) => (await answer.json()) as { error?: { code: string } };
const rows = () => db.sql<{ externalId: string; lane: string; headers: object; body: Buffer }>`
  select external_id as "externalId", lane, headers, body from inbox where source = ${`shopify:${id}`} order by id`;

describe('a signed webhook', () => {
  it('is stored byte by byte with what its parser needs, then acknowledged', async () => {
    const answer = await post(ORDER, signed(ORDER, 'w-first'));
    expect([answer.status, await answer.json()]).toEqual([200, { ok: true }]);
    const [row] = await rows();
    expect(row).toEqual({
      externalId: 'w-first',
      lane: `shopify:${id}:order:5600000000001`,
      headers: { 'x-shopify-topic': 'orders/paid' },
      body: Buffer.from(ORDER),
    });
  });

  it.each(['X-Shopify-Triggered-At', 'Shopify-Triggered-At'])('is stored with its %s', async (name) => {
    const at = '2026-11-21T02:00:10.877041743Z';
    await post(ORDER, { ...signed(ORDER), [name]: at });
    expect((await rows())[0]?.headers).toMatchObject({ [name.toLowerCase()]: at });
  });

  it('is one row however often it is sent', async () => {
    const headers = signed(ORDER);
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(ORDER, headers)));
    expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([200]));
    expect((await post(ORDER, headers)).status).toBe(200);
    expect(await rows()).toHaveLength(1);
  });

  it('is kept apart from the same delivery of another shop', async () => {
    const other = await connect(`${token}-2`);
    const headers = signed(ORDER);
    expect((await post(ORDER, headers)).status).toBe(200);
    expect((await post(ORDER, headers, `/hooks/shopify/${token}-2`)).status).toBe(200);
    const both = [`shopify:${id}`, `shopify:${other.id}`];
    expect(await db.sql`select id from inbox where source = any(${both})`).toHaveLength(2);
  });

  it('may hold anything that is JSON', async () => {
    const bodies = [
      '{"name":"\\u0000 \\ud800 \u202e 你好"}',
      '{"__proto__":{"x":1},"id":1e999}',
      `{"x":${'['.repeat(9000)}${']'.repeat(9000)}}`,
    ];
    const invalidUtf8 = Uint8Array.from([...Buffer.from('{"name":"'), 0xff, 0xfe, ...Buffer.from('"}')]);
    for (const body of [...bodies, invalidUtf8]) expect((await post(body)).status).toBe(200);
    expect((await rows()).map((row) => row.body)).toEqual([...bodies, invalidUtf8].map((body) => Buffer.from(body)));
  });

  it('keeps a webhook id of any length', async () => {
    expect((await post(ORDER, signed(ORDER, 'w'.repeat(15_000)))).status).toBe(200);
    expect(await rows()).toHaveLength(1);
  });

  it.each(['{"id":', 'null', '[]', '', 'id=1', '\0'])('is refused when it is no JSON object: %j', async (body) => {
    expect((await post(body)).status).toBe(400);
    expect(await rows()).toHaveLength(0);
  });
});

describe('what shops do in their own ways', () => {
  const connectTo = (provider: string, name: string, secret: string | null) =>
    db.transaction((tx) =>
      createConnection(tx, {
        provider,
        token: name,
        secret: secret === null ? null : seal(key, secret, connectionContext(name)),
      }),
    );
  const send = (path: string, body: string, headers: Record<string, string> = {}) =>
    app.request(path, { method: 'POST', body, headers });
  const stored = async () => (await db.sql`select from inbox`).length;

  it('WooCommerce asks unsigned if anybody is there, and nothing comes of that; nothing else passes unsigned', async () => {
    const path = `/hooks/woocommerce/${token}-w`;
    await connectTo('woocommerce', `${token}-w`, 'woo');
    const before = await stored();
    expect((await send(path, 'webhook_id=12')).status).toBe(200);
    expect((await send(`/hooks/shopify/${token}`, 'webhook_id=12')).status).toBe(401);
    expect((await send(`${path}x`, 'webhook_id=12')).status).toBe(404);
    for (const body of ['webhook_id=12&x=1', 'webhook_id=', '{"id":1}'])
      expect((await send(path, body)).status).toBe(401);
    expect(await stored()).toBe(before);
  });

  it('Youzan hears the word that it waits for', async () => {
    await connectTo('youzan', `${token}-y`, 'csec');
    const body = JSON.stringify({
      client_id: 'cid',
      msg: '%7B%22a%22%3A1%7D',
      sign: 'c56d4b3fb2319ca76d2abda983138899',
    });
    const answer = await send(`/hooks/youzan/${token}-y`, body);
    expect([answer.status, await answer.json()]).toEqual([200, { code: 0, msg: 'success' }]);
  });

  it('Stripe’s thin events are refused in words', async () => {
    await connectTo('stripe', `${token}-s`, 'whsec_1');
    const body = JSON.stringify({ id: 'evt_1', object: 'v2.core.event' });
    const t = String(now.getTime() / 1000);
    const v1 = createHmac('sha256', 'whsec_1').update(`${t}.${body}`).digest('hex');
    const answer = await send(`/hooks/stripe/${token}-s`, body, { 'stripe-signature': `t=${t},v1=${v1}` });
    expect([answer.status, await answer.text()]).toEqual([400, expect.stringContaining('thin event')]);
  });

  it('a shop that has not shown its secret yet is not believed', async () => {
    await connectTo('shopify', `${token}-n`, null);
    expect((await post(ORDER, signed(ORDER), `/hooks/shopify/${token}-n`)).status).toBe(401);
  });

  it('what was signed with the secret before passes for a day after a new one was made', async () => {
    const of = (secret: string) => ({ ...signed(ORDER), 'X-Shopify-Hmac-Sha256': sign(ORDER, secret) });
    await db.transaction((tx) =>
      rotateSecret(tx, { id, provider: 'shopify', token }, seal(key, 'new', connectionContext(token)), new Date()),
    );
    connections.refresh();
    expect((await post(ORDER, of('new'))).status).toBe(200);
    expect((await post(ORDER, of(SECRET))).status).toBe(200);
    await db.autocommit`update connections set previous_until = now() - interval '1 second' where id = ${id}`;
    connections.refresh();
    expect((await post(ORDER, of(SECRET))).status).toBe(401);
    expect((await post(ORDER, of('new'))).status).toBe(200);
  });
});

describe('a webhook that is not signed', () => {
  const headersOf = (signature: string): [string, string][] => [
    ['x-shopify-hmac-sha256', signature],
    ['x-shopify-webhook-id', 'w'],
  ];

  it.each<[string, (body: string) => Record<string, string> | [string, string][]]>([
    ['nothing', () => ({})],
    ['another secret', (body) => headersOf(sign(body, 'other'))],
    ['an empty secret', (body) => headersOf(sign(body, ''))],
    ['another body', () => headersOf(sign('{}'))],
    ['half a signature', (body) => headersOf(sign(body).slice(0, 22))],
    ['two signatures', (body) => [...headersOf(sign(body)), ...headersOf(sign(body))]],
  ])('is refused without repeating it: %s', async (_, headers) => {
    const body = '{"id":1,"note":"canary 你好"}';
    const answer = await post(body, headers(body));
    const text = await answer.text();
    expect(answer.status).toBe(401);
    expect(JSON.parse(text).error.code).toBe('not_signed');
    expect(text).not.toContain('canary');
    expect(await rows()).toHaveLength(0);
  });

  it('never learns whether its body would have been right', async () => {
    expect((await post('{"id":', { 'x-shopify-hmac-sha256': 'x' })).status).toBe(401);
  });
});

describe('a hook', () => {
  it('accepts the secret before the current one', async () => {
    const sealed = seal(key, 'older', connectionContext(token));
    await db.autocommit`update connections set previous_secret = ${sealed} where id = ${id}`;
    connections.refresh();
    expect((await post(ORDER, { ...signed(ORDER), 'X-Shopify-Hmac-Sha256': sign(ORDER, 'older') })).status).toBe(200);
    expect((await post(ORDER)).status).toBe(200);
  });

  it.each(['/hooks/shopify/nobody', '/hooks/unheard/nobody', '/hooks/shopify', '/hooks', '/'])(
    'is unknown: %s',
    async (path) => {
      const answer = await post(ORDER, signed(ORDER), path);
      expect([answer.status, (await json(answer)).error?.code]).toEqual([404, 'not_found']);
    },
  );

  it('works from the moment its connection is made', async () => {
    const later = `${token}-later`;
    expect((await post(ORDER, signed(ORDER), `/hooks/shopify/${later}`)).status).toBe(404);
    await connect(later);
    expect((await post(ORDER, signed(ORDER), `/hooks/shopify/${later}`)).status).toBe(200);
  });

  it('is unknown from the moment its connection is disabled', async () => {
    const stop = await db.listen('connections', connections.refresh);
    expect((await post(ORDER)).status).toBe(200);
    expect(await db.transaction((tx) => disableConnection(tx, id, now))).toBe(true);
    expect(await db.transaction((tx) => disableConnection(tx, id, now))).toBe(false);
    await expect.poll(async () => (await post(ORDER)).status).toBe(404);
    await stop();
    expect((await listConnections(db.sql)).find((one) => one.id === id)?.disabledAt).toEqual(now);
  });

  it('is unknown soon after that even where nobody heard of it', async () => {
    const impatient = createConnections({
      sql: db.sql,
      open: (sealed, about) => open(key, sealed, about),
      maxAgeMs: 1,
    });
    expect(await impatient.find('shopify', token)).toMatchObject({ id, secrets: [SECRET] });
    await db.transaction((tx) => disableConnection(tx, id, now));
    await expect.poll(() => impatient.find('shopify', token)).toBeUndefined();
  });

  it('costs no query while nothing has changed', async () => {
    let queries = 0;
    const counting = new Proxy(db.sql, {
      apply: (sql, self, args) => {
        queries += 1;
        return Reflect.apply(sql as never, self, args);
      },
    });
    const cached = createConnections({
      sql: counting,
      open: (sealed, about) => open(key, sealed, about),
      maxAgeMs: 60_000,
    });
    await Promise.all(Array.from({ length: 20 }, () => cached.find('shopify', token)));
    await cached.find('shopify', token);
    expect(queries).toBe(1);
    await Promise.all(Array.from({ length: 20 }, () => cached.find('shopify', 'nobody')));
    expect(queries).toBe(2);
  });

  it('whose secret cannot be opened does not close the others', async () => {
    const broken = `${token}-broken`;
    await db.transaction((tx) =>
      createConnection(tx, { provider: 'shopify', token: broken, secret: seal(key, SECRET, 'connection:elsewhere') }),
    );
    const answer = await post(ORDER, signed(ORDER), `/hooks/shopify/${broken}`);
    expect(answer.status).toBe(503);
    expect(errors).toEqual([expect.objectContaining({ message: expect.stringContaining('ENCRYPTION_KEY_FILE') })]);
    expect((await post(ORDER)).status).toBe(200);
  });
});

describe('an app whose database is away', () => {
  const away = (error: Error): AppOptions => ({
    webhooks: () => Promise.reject(error),
    readHealth: () => Promise.reject(error),
    onError: (unexpected) => errors.push(unexpected),
  });
  const coded = (code: string) => Object.assign(new Error('secret'), { code });

  it.each(['ECONNREFUSED', 'CONNECTION_CLOSED', 'QUERY_TIMEOUT', '57P01', '57014', '53100', '08006', '25006'])(
    'asks the sender to come again, and says so in /readyz (%s)',
    async (code) => {
      const without = createApp(away(coded(code)));
      const answer = await without.request('/hooks/shopify/x', { method: 'POST', body: '{}' });
      expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
      expect((await without.request('/readyz')).status).toBe(503);
      expect((await without.request('/healthz')).status).toBe(200);
      expect(errors).toEqual([]);
    },
  );

  it('is told from a fault of ours, which gets an id and tells nothing', async () => {
    const answer = await createApp(away(coded('42703'))).request('/hooks/shopify/x', { method: 'POST', body: '{}' });
    const text = await answer.text();
    expect(answer.status).toBe(500);
    expect(text).not.toContain('secret');
    expect(errors).toHaveLength(1);
  });
});

it('a hook whose secret was sealed with a key that is not here is asked to come again', async () => {
  const other = createSecretKey(randomBytes(32));
  const shut = createConnections({ sql: db.sql, open: (sealed, about) => open(other, sealed, about) });
  const without = createApp({
    webhooks: webhookReceiver({ providers, connections: shut, receiver, clock: () => now }),
    readHealth: () => readHealth(db.sql),
    onError: (error) => errors.push(error),
  });
  const answer = await without.request(`/hooks/shopify/${token}`, {
    method: 'POST',
    body: ORDER,
    headers: signed(ORDER),
  });
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '5']);
  expect(errors).toHaveLength(1);
  expect(await rows()).toEqual([]);
});
