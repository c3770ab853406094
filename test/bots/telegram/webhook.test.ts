import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTelegram } from '../../../src/bots/telegram/api.ts';
import { parseTelegram } from '../../../src/bots/telegram/parse.ts';
import { hookOf, setTelegramWebhook, telegramWebhook } from '../../../src/bots/telegram/webhook.ts';
import { createApp } from '../../../src/http/server.ts';
import type { InboxEvent } from '../../../src/inbox/event.ts';
import { type FakeTelegram, startFakeTelegram } from '../../support/platforms/fake_telegram.ts';

const ANNA = 5_550_001_234;
let telegram: FakeTelegram;
let stored: InboxEvent[];
let failures: number;

beforeEach(async () => {
  telegram = await startFakeTelegram({ unitMs: 2 });
  stored = [];
  failures = 0;
});
afterEach(() => telegram.close());

const app = () =>
  createApp({
    webhooks: async () => 'unknown_hook',
    hooks: {
      '/telegram/:token': telegramWebhook({
        token: telegram.token,
        store: async (event) => {
          if (failures-- > 0) throw Object.assign(new Error('database away'), { code: '57P01' });
          stored.push(event);
        },
      }),
    },
    readHealth: () => Promise.reject(new Error('not asked for')),
    onError: () => {},
  });

const body = readFileSync(new URL('../../fixtures/telegram/odd_characters.json', import.meta.url));

function post(options: { token?: string; secret?: string | null; body?: Buffer | string } = {}): Promise<Response> {
  const hook = hookOf(telegram.token);
  const { secret = hook.secret } = options;
  return Promise.resolve(
    app().request(`/telegram/${options.token ?? hook.token}`, {
      method: 'POST',
      headers: secret === null ? {} : { 'X-Telegram-Bot-Api-Secret-Token': secret },
      body: options.body ?? body,
    }),
  );
}

describe('an update that Telegram posts', () => {
  test('is stored byte for byte, then acknowledged', async () => {
    expect((await post()).status).toBe(200);
    expect(stored).toHaveLength(1);
    const [event] = stored;
    expect(Buffer.from(event!.body).equals(body)).toBe(true);
    expect(event).toMatchObject({ source: 'telegram', lane: `telegram:${ANNA}` });
    expect(event!.externalId).toMatch(/^110201543:\d+$/);
  });

  test.each([
    ['without the secret', { secret: null }, 401],
    ['with a wrong secret', { secret: 'a'.repeat(64) }, 401],
    ['with a secret of another length', { secret: 'a' }, 401],
    ['to another path', { token: 'f'.repeat(32) }, 404],
    ['that is no JSON', { body: '{"update_id": 1' }, 400],
    ['that is no update', { body: '[1]' }, 400],
    ['without an id', { body: '{"message":{}}' }, 400],
    ['with an id JSON cannot hold', { body: '{"update_id":9007199254740993}' }, 400],
  ])('%s is refused and not stored', async (_name, options, status) => {
    expect((await post(options)).status).toBe(status);
    expect(stored).toEqual([]);
  });

  test('is not acknowledged while it cannot be stored', async () => {
    failures = 1;
    expect((await post()).status).toBe(503);
  });
});

test('Telegram is told a path and a secret that do not show the token', async () => {
  const api = await openTelegram({ token: telegram.token, apiRoot: telegram.root });
  await setTelegramWebhook(api, 'https://crm.example.com');
  const { url, secret_token } = telegram.calls('setWebhook')[0]!.payload as Record<string, string>;
  expect(url).toMatch(/^https:\/\/crm\.example\.com\/telegram\/[0-9a-f]{32}$/);
  expect(secret_token).toMatch(/^[\w-]{1,256}$/);
  expect(`${url}${secret_token}`).not.toContain(telegram.token.split(':')[1]);
  expect(telegram.calls('setWebhook')[0]!.payload.allowed_updates).toContain('message');
});

test('everything people write arrives through a webhook that fails now and then, each chat in its order', async () => {
  const server = serve({ fetch: app().fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((resolve) => server.once('listening', resolve));
  try {
    failures = 4;
    const api = await openTelegram({ token: telegram.token, apiRoot: telegram.root });
    await setTelegramWebhook(api, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
    for (let n = 0; n < 20; n++) telegram.customerWrites(ANNA + (n % 3), `message ${n}`);
    await telegram.until(() => telegram.pending === 0);
    const texts = stored.map(({ body: raw }) => {
      const event = parseTelegram({ body: Buffer.from(raw) });
      return event.kind === 'message.received' ? [Number(event.chat) - ANNA, Number(event.text.split(' ')[1])] : [];
    });
    expect(texts).toHaveLength(20);
    for (const chat of [0, 1, 2]) {
      const numbers = texts.filter(([of]) => of === chat).map(([, n]) => n!);
      expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    }
  } finally {
    server.close();
  }
});
