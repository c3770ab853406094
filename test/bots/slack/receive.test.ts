import { beforeEach, describe, expect, test } from 'vitest';
import { type SlackHooks, slackHooks } from '../../../src/bots/slack/receive.ts';
import { isSigned } from '../../../src/bots/slack/signature.ts';
import { createApp } from '../../../src/http/server.ts';
import type { InboxEvent } from '../../../src/inbox/event.ts';
import { commandOf, eventOf, messageEventOf } from '../../support/platforms/fake_slack.ts';

const SECRET = 'slack-test-secret-01';
const NOW = 1_763_700_000;
let stored: InboxEvent[];
let failures: number;

beforeEach(() => {
  stored = [];
  failures = 0;
});

const options: Omit<SlackHooks, 'signingSecret'> = {
  clock: () => new Date(NOW * 1000),
  deskChannel: 'C0DESK',
  person: async (id) => (id === 'U0ANN' ? { name: 'Ann', language: 'en-GB' } : undefined),
  store: async (event) => {
    if (failures-- > 0) throw Object.assign(new Error('database away'), { code: '57P01' });
    stored.push(event);
  },
};

const app = () =>
  createApp({
    webhooks: async () => 'unknown_hook',
    hooks: slackHooks({ ...options, signingSecret: SECRET }),
    readHealth: () => Promise.reject(new Error('not asked for')),
    onError: () => {},
  });

async function post(path: string, body: string, options: { at?: number; secret?: string; tamper?: string } = {}) {
  const { createHmac } = await import('node:crypto');
  const time = String(options.at ?? NOW);
  const digest = createHmac('sha256', options.secret ?? SECRET)
    .update(`v0:${time}:${body}`)
    .digest('hex');
  const headers = { 'x-slack-request-timestamp': time, 'x-slack-signature': `v0=${digest}` };
  return app().request(path, { method: 'POST', headers, body: body + (options.tamper ?? '') });
}

const words = JSON.stringify(eventOf(messageEventOf('U0ANN', 'hello', '1763700000.000100'), 'Ev1'));

describe('what Slack posts', () => {
  test('is stored byte for byte with the name of who wrote, then acknowledged with nothing', async () => {
    const answer = await post('/slack/events', words);
    expect([answer.status, await answer.text()]).toEqual([200, '']);
    expect(stored.map((event) => ({ ...event, body: Buffer.from(event.body) }))).toEqual([
      {
        source: 'slack',
        externalId: 'message:D0ANN:1763700000.000100',
        lane: 'slack:D0ANN',
        sender: 'U0ANN',
        headers: { 'person-name': 'Ann', 'person-language': 'en-GB' },
        body: Buffer.from(words),
      },
    ]);
  });

  test('and cannot be stored is not acknowledged: Slack comes again', async () => {
    failures = 1;
    expect((await post('/slack/events', words)).status).toBe(503);
    expect((await post('/slack/events', words)).status).toBe(200);
    expect(stored).toHaveLength(1);
  });

  test.each([
    ['another secret', { secret: 'slack-test-secret-02' }],
    ['bytes that were changed', { tamper: ' ' }],
    ['a time more than five minutes ago', { at: NOW - 301 }],
    ['a time more than five minutes ahead', { at: NOW + 301 }],
  ])('with %s is refused and not stored', async (_, options) => {
    for (const path of ['/slack/events', '/slack/commands', '/slack/interactivity']) {
      expect((await post(path, words, options)).status).toBe(401);
    }
    expect(stored).toEqual([]);
  });

  test('without any signature is refused', async () => {
    expect((await app().request('/slack/events', { method: 'POST', body: words })).status).toBe(401);
  });

  test('within five minutes on either side is taken', async () => {
    for (const at of [NOW - 300, NOW + 300]) expect((await post('/slack/events', words, { at })).status).toBe(200);
  });

  test('signed but not what Slack sends is malformed', async () => {
    expect((await post('/slack/events', '{"type"')).status).toBe(400);
  });

  test('as a challenge is answered with it', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc', token: 'x' });
    expect(await (await post('/slack/events', body)).json()).toEqual({ challenge: 'abc' });
    expect((await post('/slack/events', body, { secret: 'wrong-secret' })).status).toBe(401);
    expect(stored).toEqual([]);
  });

  test('as an ssl check is answered, and whatever comes with it is nothing', async () => {
    const form = new URLSearchParams({ ...(commandOf('U0OWNER', 'leads') as Record<string, string>), ssl_check: '1' });
    expect((await app().request('/slack/commands', { method: 'POST', body: form.toString() })).status).toBe(200);
    expect(stored).toEqual([]);
  });

  test('unsigned is never looked into beyond the length of an ssl check, and not read when it says how long it is', async () => {
    const body = `ssl_check=1&${'x=y&'.repeat(300)}`;
    expect((await post('/slack/commands', body, { secret: 'slack-test-secret-02' })).status).toBe(401);
    const hook = slackHooks({ ...options, signingSecret: SECRET })['/slack/commands']!;
    const read = () => Promise.reject(new Error('read'));
    const ask = (headers: Record<string, string>) => hook({ name: '', token: '', headers: new Headers(headers), read });
    const time = String(NOW);
    expect(await ask({ 'content-length': '1025' })).toBe('not_signed');
    const malformed = { 'content-length': '2000', 'x-slack-request-timestamp': time, 'x-slack-signature': 'v0=zz' };
    expect(await ask(malformed)).toBe('not_signed');
    const old = { ...malformed, 'x-slack-signature': `v0=${'0'.repeat(64)}`, 'x-slack-request-timestamp': '1' };
    expect(await ask(old)).toBe('not_signed');
    await expect(ask({ 'content-length': '100' })).rejects.toThrow('read');
  });

  test('of our own words, or of other channels, is not kept', async () => {
    const own = eventOf(messageEventOf('UBOT', 'card', '1.000001', { bot_id: 'B1' }));
    const elsewhere = eventOf(
      messageEventOf('U0ANN', 'lunch?', '1.000002', { channel: 'C9', channel_type: 'channel' }),
    );
    const desk = eventOf(messageEventOf('U0ANN', 'yes', '1.000003', { channel: 'C0DESK', channel_type: 'channel' }));
    for (const body of [own, elsewhere, desk]) await post('/slack/events', JSON.stringify(body));
    expect(stored.map(({ externalId }) => externalId)).toEqual(['message:C0DESK:1.000003']);
  });

  test('under another path or method is nothing here', async () => {
    expect((await post('/slack/other', words)).status).toBe(404);
    expect((await app().request('/slack/events')).status).toBe(405);
  });
});

test('a signature is the one Slack’s own verifier accepts', () => {
  const body = Buffer.from('token=x&command=%2Flead&text=hello');
  const headers = new Headers({
    'x-slack-request-timestamp': '1700000000',
    'x-slack-signature': 'v0=effc5f804822029c317b0111c4aabbb83009af8af2d3add9e22ea7f4c14217d7',
  });
  const now = new Date(1_700_000_000_000);
  expect(isSigned(body, headers, SECRET, now)).toBe(true);
  expect(isSigned(body, headers, `${SECRET}x`, now)).toBe(false);
});
