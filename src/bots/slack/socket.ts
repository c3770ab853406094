import { setTimeout as sleep } from 'node:timers/promises';
import { onChange } from '../shared/on_change.ts';
import type { SlackSocket } from './api.ts';
import { asObject } from './body.ts';
import { type SlackIntake, takeIn } from './intake.ts';
import { refusalOf } from './outcome.ts';

export interface SlackSocketMode extends SlackIntake {
  /** A fresh client for one connection. */
  open: () => SlackSocket;
  /** Asked before each connection: while it returns true, no connection is made. Default: false. */
  resting?: () => boolean;
  /** Called whenever the state of the connection changes. `detail` is in plain words, without token or address. */
  onState: (state: SocketState) => void;
  /** An envelope could not be stored: it is not acknowledged, so Slack sends it again. */
  onError: (error: unknown) => void;
  signal: AbortSignal;
  random?: () => number;
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

export interface SocketState {
  ok: boolean;
  reason: 'connected' | 'token_refused' | 'unreachable';
  detail: string;
}

/** Slack's envelope, as the client delivers it. */
interface Envelope {
  ack: (response?: object) => Promise<void>;
  body: unknown;
}

const HELLO_MS = 30_000;
const CLOSING_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;
const TOKEN_PAUSE_MS = 5 * 60_000;
const SETTLED_MS = 10_000;
const REST_MS = 1_000;

/**
 * Keeps one Socket Mode connection until the signal aborts. Slack itself ends connections every few hours; each new one
 * gets a new client. Envelopes are acknowledged only after the insert; those that are not come again. `stopped` never
 * rejects.
 */
export function startSlackSocket(options: SlackSocketMode): { stopped: Promise<void> } {
  return { stopped: keepConnected(options) };
}

async function keepConnected(options: SlackSocketMode): Promise<void> {
  const { signal, wait = rest, random = Math.random } = options;
  const report = onChange(options.onState);
  const aborted = whenAborted(signal);
  let failures = 0;
  while (!signal.aborted) {
    if (options.resting?.()) {
      await wait(REST_MS, signal);
      continue;
    }
    const since = performance.now();
    try {
      await connection(options, aborted, () => report({ ok: true, reason: 'connected', detail: '' }));
      failures = performance.now() - since > SETTLED_MS ? 0 : failures + 1;
    } catch (error) {
      const state = troubleOf(error);
      report(state);
      failures = state.reason === 'token_refused' ? Number.POSITIVE_INFINITY : failures + 1;
    }
    const longest = Number.isFinite(failures) ? LONGEST_PAUSE_MS : TOKEN_PAUSE_MS;
    if (failures > 0) await wait(Math.min(longest, 1000 * 2 ** (failures - 1)) * (0.5 + random() / 2), signal);
    if (!Number.isFinite(failures)) failures = 0;
  }
}

/** One connection, from its opening to its end. Rejects if it was never established. */
async function connection(options: SlackSocketMode, aborted: Promise<void>, connected: () => void): Promise<void> {
  const client = options.open();
  const ended = new Promise<void>((resolve) => client.once('disconnected', () => resolve()));
  client.on('error', () => undefined); // 'disconnected' says that it has ended
  client.on('slack_event', (envelope: Envelope) => void take(options, envelope));
  try {
    await within(HELLO_MS, Promise.race([client.start(), aborted]));
    if (options.signal.aborted) return;
    connected();
    await Promise.race([ended, aborted]);
  } finally {
    await Promise.race([client.disconnect(), sleep(CLOSING_MS, undefined, { ref: false })]);
    client.removeAllListeners('slack_event');
  }
}

async function take(options: SlackSocketMode, { ack, body }: Envelope): Promise<void> {
  try {
    await takeIn(options, asObject(body), Buffer.from(JSON.stringify(body)));
  } catch (error) {
    return options.onError(error);
  }
  // a connection that has ended meanwhile cannot carry it: the envelope comes again, and is a duplicate
  await ack().catch(() => undefined);
}

function troubleOf(error: unknown): SocketState {
  const code = refusalOf(error);
  if (code && /auth|token|inactive|scope/.test(code)) {
    const detail = `Slack refuses SLACK_APP_TOKEN (${code}): make a new one under Basic Information, App-Level Tokens`;
    return { ok: false, reason: 'token_refused', detail };
  }
  return { ok: false, reason: 'unreachable', detail: 'Slack cannot be reached by Socket Mode' };
}

/** A connection that is open but never says hello does not count. */
async function within(ms: number, starting: Promise<unknown>): Promise<void> {
  const late = sleep(ms, undefined, { ref: false }).then(() => Promise.reject(new Error('no hello from Slack')));
  await Promise.race([starting, late]);
}

function whenAborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
}

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
