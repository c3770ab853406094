import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSlack } from '../../../src/bots/slack/api.ts';
import { type SocketState, startSlackSocket } from '../../../src/bots/slack/socket.ts';
import type { InboxEvent } from '../../../src/inbox/event.ts';
import {
  commandOf,
  eventOf,
  type FakeSlack,
  messageEventOf,
  startFakeSlack,
} from '../../support/platforms/fake_slack.ts';

let slack: FakeSlack;
let stored: InboxEvent[];
let states: SocketState[];
let failures: number;
let waits: number[];
let ending: AbortController;
let stopped: Promise<void> | undefined;

beforeEach(async () => {
  slack = await startFakeSlack();
  [stored, states, waits, failures] = [[], [], [], 0];
  ending = new AbortController();
});
afterEach(async () => {
  ending.abort();
  await stopped;
  await slack.close();
});

async function connect(): Promise<void> {
  const { openSocket } = await openSlack({ botToken: slack.botToken, apiUrl: slack.apiUrl });
  const socket = startSlackSocket({
    open: () => openSocket(slack.appToken),
    store: async (event) => {
      if (failures-- > 0) throw new Error('database away');
      stored.push(event);
    },
    person: async () => undefined,
    deskChannel: undefined,
    onState: (state) => states.push(state),
    onError: () => undefined,
    signal: ending.signal,
    wait: async (ms) => void waits.push(ms),
  });
  stopped = socket.stopped;
}

const connection = (count: number) => slack.until(() => slack.sockets.length === count && slack.sockets[count - 1]);
const envelope = (id: string, type: string, payload: object) => ({
  envelope_id: id,
  type,
  payload,
  accepts_response_payload: true,
});
const said = (ts: string) => eventOf(messageEventOf('U0ANN', 'hello', ts));

describe('by Socket Mode', () => {
  test('events, commands and presses are stored, each acknowledged by its envelope after that', async () => {
    await connect();
    const socket = (await connection(1))!;
    socket.send(envelope('e1', 'events_api', said('1.000001')));
    socket.send(envelope('e2', 'slash_commands', commandOf('U0OWNER', 'leads')));
    socket.send(envelope('e3', 'interactive', { type: 'block_actions', trigger_id: 't1', user: { id: 'U1' } }));
    await slack.until(() => socket.received.length === 3);
    expect(stored.map(({ lane }) => lane)).toEqual(['slack:D0ANN', 'slack:press:U0OWNER', 'slack:press:U1']);
    expect(socket.received.map(({ envelope_id: id }) => id)).toEqual(['e1', 'e2', 'e3']);
    expect(states).toEqual([{ ok: true, reason: 'connected', detail: '' }]);
  });

  test('what cannot be stored is not acknowledged, and is stored when it comes again', async () => {
    failures = 1;
    await connect();
    const socket = (await connection(1))!;
    socket.send(envelope('e1', 'events_api', said('1.000001')));
    socket.send(envelope('e2', 'events_api', said('1.000002')));
    await slack.until(() => socket.received.length === 1);
    expect(socket.received.map(({ envelope_id: id }) => id)).toEqual(['e2']);
    socket.send(envelope('e1', 'events_api', said('1.000001')));
    await slack.until(() => socket.received.length === 2);
    expect(stored).toHaveLength(2);
  });

  test('a connection that is cut is followed by another', async () => {
    await connect();
    (await connection(1))!.cut();
    const second = (await connection(2))!;
    second.send(envelope('e1', 'events_api', said('1.000001')));
    await slack.until(() => second.received.length === 1);
    expect(stored).toHaveLength(1);
  });

  test('a connection that Slack ends is followed by another', async () => {
    await connect();
    (await connection(1))!.send({ type: 'disconnect', reason: 'refresh_requested' });
    await connection(2);
  });

  test('an app token that is refused is reported, and tried again much later', async () => {
    slack.fail('apps.connections.open', { error: 'invalid_auth' }, { status: 500 }, { cut: 'before' });
    await connect();
    await connection(1);
    await slack.until(() => states.some(({ ok }) => ok));
    expect(states.map(({ reason }) => reason)).toEqual(['token_refused', 'unreachable', 'connected']);
    expect(states[0]?.detail).toContain('SLACK_APP_TOKEN');
    expect(waits[0]).toBeGreaterThan(waits[1]!);
  });
});
