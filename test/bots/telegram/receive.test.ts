import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Api } from 'grammy';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openTelegram } from '../../../src/bots/telegram/api.ts';
import { parseTelegram } from '../../../src/bots/telegram/parse.ts';
import { startTelegramPolling, type TelegramPolling, type TelegramState } from '../../../src/bots/telegram/receive.ts';
import type { InboxEvent } from '../../../src/inbox/event.ts';
import { type FakeTelegram, refusals, startFakeTelegram } from '../../support/platforms/fake_telegram.ts';

const ANNA = 5_550_001_234;
const BO = 6_660_002_222;

let telegram: FakeTelegram;
let ending: AbortController;
let stopped: Promise<void>[];

beforeEach(async () => {
  telegram = await startFakeTelegram();
  ending = new AbortController();
  stopped = [];
});
afterEach(async () => {
  ending.abort();
  await Promise.all(stopped);
  await telegram.close();
});

/** An inbox with a unique key that can be broken. */
class Inbox {
  readonly rows = new Map<string, InboxEvent>();
  fails = 0;
  store = async (events: InboxEvent[]): Promise<void> => {
    if (this.fails > 0) {
      this.fails -= 1;
      throw new Error('database away');
    }
    for (const event of events) if (!this.rows.has(event.externalId)) this.rows.set(event.externalId, event);
  };
  get texts(): string[] {
    return [...this.rows.values()].map(({ body }) => {
      const event = parseTelegram({ body: Buffer.from(body) });
      return event.kind === 'message.received' ? event.text : event.kind;
    });
  }
}

interface Polling {
  inbox: Inbox;
  states: TelegramState[];
  waits: number[];
}

async function startPolling(options: Partial<TelegramPolling> = {}): Promise<Polling> {
  const polling: Polling = { inbox: new Inbox(), states: [], waits: [] };
  const api = await openTelegram({ token: telegram.token, apiRoot: telegram.root });
  const running = startTelegramPolling({
    api,
    store: polling.inbox.store,
    onState: (state) => polling.states.push(state),
    signal: ending.signal,
    random: () => 1,
    wait: async (ms) => {
      polling.waits.push(ms);
      await new Promise((resolve) => setTimeout(resolve, 5));
    },
    ...options,
  });
  stopped.push(running.stopped);
  return polling;
}

const settled = () => telegram.until(() => telegram.pending === 0);

describe('polling', () => {
  test('stores what people write and only then lets Telegram forget it', async () => {
    const { inbox, states } = await startPolling();
    telegram.customerWrites(ANNA, 'one');
    telegram.customerWrites(BO, 'two');
    telegram.customerWrites(ANNA, 'three');
    await settled();
    expect(inbox.texts).toEqual(['one', 'two', 'three']);
    expect([...inbox.rows.values()][0]).toMatchObject({
      source: 'telegram',
      externalId: '110201543:1000',
      lane: `telegram:${ANNA}`,
    });
    expect(states.map(({ reason }) => reason)).toEqual(['connected']);
  });

  test('takes a webhook away first, once, and asks for the kinds of updates we know', async () => {
    telegram.customerWrites(ANNA, 'before');
    await (await openTelegram({ token: telegram.token, apiRoot: telegram.root })).setWebhook(`${telegram.root}/nobody`);
    await startPolling();
    await settled();
    expect(telegram.calls('deleteWebhook')).toHaveLength(1);
    expect(telegram.calls('getUpdates')[0]!.payload).toMatchObject({
      limit: 100,
      allowed_updates: expect.arrayContaining(['message', 'callback_query', 'my_chat_member', 'business_message']),
    });
  });

  test('loses nothing while storing fails, and says so', async () => {
    const polling = await startPolling();
    polling.inbox.fails = 3;
    telegram.customerWrites(ANNA, 'one');
    telegram.customerWrites(ANNA, 'two');
    await settled();
    expect(polling.inbox.texts).toEqual(['one', 'two']);
    expect(polling.waits).toEqual([1000, 2000, 4000]);
    expect(polling.states.map(({ reason }) => reason).slice(-2)).toEqual(['not_stored', 'connected']);
  });

  test('control: a poller that confirms before it has stored loses what came while storing failed', async () => {
    const inbox = new Inbox();
    inbox.fails = 1;
    telegram.customerWrites(ANNA, 'one');
    const api = await openTelegram({ token: telegram.token, apiRoot: telegram.root });
    await pollConfirmingFirst(api, inbox);
    telegram.customerWrites(ANNA, 'two');
    await pollConfirmingFirst(api, inbox);
    expect(telegram.pending).toBe(0);
    expect(inbox.texts).toEqual(['two']);
  });

  test('takes what was stored but never confirmed again as the repeat it is', async () => {
    const { inbox } = await startPolling();
    telegram.customerWrites(ANNA, 'one');
    await telegram.until(() => inbox.rows.size === 1);
    ending.abort();
    await Promise.all(stopped);
    ending = new AbortController();
    telegram.customerWrites(ANNA, 'two');
    await startPolling({ store: inbox.store });
    await settled();
    expect(inbox.texts).toEqual(['one', 'two']);
  });

  test('does not pass over updates whose ids start anew after a week of silence', async () => {
    await telegram.close();
    telegram = await startFakeTelegram({ longestPollMs: 10 });
    telegram.restartIdsAt(900_000_000);
    const { inbox } = await startPolling();
    telegram.customerWrites(ANNA, 'old');
    await settled();
    const polls = telegram.calls('getUpdates').length;
    await telegram.until(() => telegram.calls('getUpdates').length > polls + 1);
    telegram.restartIdsAt(17);
    telegram.customerWrites(ANNA, 'new');
    await telegram.until(() => inbox.texts.includes('new'));
    expect(inbox.texts).toEqual(['old', 'new']);
  });

  test('takes more than one batch', async () => {
    for (let n = 0; n < 250; n++) telegram.customerWrites(ANNA, `message ${n}`);
    const { inbox } = await startPolling();
    await settled();
    expect(inbox.texts).toEqual(Array.from({ length: 250 }, (_, n) => `message ${n}`));
  });
});

describe('stopping', () => {
  test('ends a poll that waits for news at once', async () => {
    await startPolling();
    await telegram.until(() => telegram.calls('getUpdates').length >= 2);
    ending.abort();
    await Promise.all(stopped);
  });

  test('ends a rest at once', async () => {
    telegram.fail('getUpdates', { refuse: refusals.unauthorized });
    const api = await openTelegram({ token: telegram.token, apiRoot: telegram.root });
    const signal = ending.signal;
    const { stopped: ended } = startTelegramPolling({
      api,
      store: async () => {},
      onState: () => ending.abort(),
      signal,
    });
    await ended;
  });
});

describe('trouble', () => {
  test('of the network is met with growing waits, and its end is told', async () => {
    telegram.fail('getUpdates', { cut: 'before' }, { status: 502 }, { refuse: refusals.internal }, { cut: 'before' });
    const { inbox, states, waits } = await startPolling();
    telegram.customerWrites(ANNA, 'one');
    await settled();
    expect(inbox.texts).toEqual(['one']);
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
    expect(states.map(({ reason }) => reason)).toEqual(['unreachable', 'connected']);
  });

  test('with the token is told once and tried again every five minutes', async () => {
    const revoked = { refuse: refusals.unauthorized };
    telegram.fail('deleteWebhook', revoked, revoked, { refuse: refusals.notFound });
    const { states, waits } = await startPolling();
    await telegram.until(() => states.length === 2);
    expect(waits).toEqual([300_000, 300_000, 300_000]);
    expect(states[0]).toMatchObject({
      ok: false,
      reason: 'token_refused',
      detail: expect.stringContaining('BotFather'),
    });
    expect(states[1]).toMatchObject({ ok: true });
  });

  test('of speed is obeyed', async () => {
    telegram.fail('getUpdates', { refuse: refusals.tooMany(17) });
    const { states, waits } = await startPolling();
    await telegram.until(() => states.length === 2);
    expect(waits).toEqual([17_000]);
  });

  test('with a second poller is explained', async () => {
    const { states } = await startPolling();
    await telegram.until(() => telegram.calls('getUpdates').length >= 2);
    const api = await openTelegram({ token: telegram.token, apiRoot: telegram.root });
    await api.getUpdates({ timeout: 0 });
    await telegram.until(() => states.some(({ reason }) => reason === 'conflict'));
    expect(states.find(({ reason }) => reason === 'conflict')!.detail).toContain('another program polls');
  });

  test('with a webhook somebody sets meanwhile is explained, and it is not torn away from them', async () => {
    const { states } = await startPolling();
    await telegram.until(() => telegram.calls('getUpdates').length >= 2);
    const api = await openTelegram({ token: telegram.token, apiRoot: telegram.root });
    await api.setWebhook(`${telegram.root}/elsewhere`);
    await telegram.until(
      () => states.some(({ detail }) => detail.includes('webhook')) || telegram.calls('getUpdates').length > 4,
    );
    await telegram.until(() => telegram.calls('getUpdates').length > 6);
    expect(telegram.calls('deleteWebhook')).toHaveLength(1);
  });

  test.each([
    ['never answers', (response: ServerResponse) => void response],
    ['never ends its answer', (response: ServerResponse) => void response.write('{"ok":true,"result":[')],
  ])('of a Telegram that %s: the poll is given up and begun anew', async (_how, hang) => {
    let polls = 0;
    const server = createServer((request, response) => {
      const isPoll = request.url!.endsWith('/getUpdates');
      if (isPoll && ++polls === 1) hang(response);
      else response.end(JSON.stringify({ ok: true, result: isPoll ? [] : true }));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const apiRoot = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const api = await openTelegram({ token: telegram.token, apiRoot, timeoutSeconds: 0.2 });
    const reasons: string[] = [];
    await new Promise<void>((resolve) => {
      const onState = ({ reason }: TelegramState) => {
        reasons.push(reason);
        if (reason === 'connected') resolve();
      };
      void startPolling({ api, onState });
    });
    expect(reasons).toEqual(['unreachable', 'connected']);
    ending.abort();
    await Promise.all(stopped);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  test('is told without the token', async () => {
    telegram.fail('getUpdates', { cut: 'before' }, { refuse: refusals.unauthorized }, { refuse: refusals.internal });
    const { states } = await startPolling();
    await telegram.until(() => states.length >= 4);
    expect(JSON.stringify(states)).not.toContain(telegram.token.split(':')[1]);
  });
});

test('without the lease nobody polls, and with it the waiting process takes over', async () => {
  let mine = false;
  const { inbox, waits } = await startPolling({ lease: async () => mine });
  telegram.customerWrites(ANNA, 'one');
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(telegram.journal).toEqual([]);
  expect(waits[0]).toBe(5000);
  mine = true;
  await settled();
  expect(inbox.texts).toEqual(['one']);
});

/** What our poller must not do. */
async function pollConfirmingFirst(api: Api, inbox: Inbox): Promise<void> {
  const updates = await api.getUpdates({ timeout: 0 });
  await api.getUpdates({ offset: updates.at(-1)!.update_id + 1, timeout: 0 });
  const events = updates.map((update) => ({
    source: 'telegram',
    externalId: String(update.update_id),
    lane: 'x',
    body: Buffer.from(JSON.stringify(update)),
  }));
  await inbox.store(events).catch(() => undefined);
}
