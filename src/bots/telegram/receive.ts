import { setTimeout as sleep } from 'node:timers/promises';
import type { Api } from 'grammy';
import type { InboxEvent } from '../../inbox/event.ts';
import { codeOf } from '../../lib/net_fault.ts';
import { onChange } from '../shared/on_change.ts';
import { botIdOf, grammySignal } from './api.ts';
import { isRefusal, type Refusal } from './outcome.ts';
import { ALLOWED_UPDATES, toInboxEvent } from './update.ts';

/** The state of the connection to Telegram. */
export interface TelegramState {
  ok: boolean;
  reason: 'connected' | 'token_refused' | 'conflict' | 'slow_down' | 'unreachable' | 'not_stored';
  /** In plain words, with the next step; contains no token and no address. */
  detail: string;
}

export interface TelegramPolling {
  api: Api;
  /** Commits the batch in its order, including repeats, or throws. Only then are the updates confirmed to Telegram. */
  store: (events: InboxEvent[]) => Promise<unknown>;
  /** Asked before each poll: does this process poll? A poll takes up to 60 s. Default: yes. */
  lease?: () => Promise<boolean>;
  /** Called on every change of state, not on every try. */
  onState: (state: TelegramState) => void;
  signal: AbortSignal;
  random?: () => number;
  /** Rests for this many ms, or until the signal. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

/** Bot API servers hold a getUpdates for at most 50 s. */
const POLL_SECONDS = 30;
const BATCH = 100;
const LEASE_PAUSE_MS = 5_000;
const TOKEN_PAUSE_MS = 5 * 60_000;
const LONGEST_PAUSE_MS = 60_000;
const CONNECTED: TelegramState = { ok: true, reason: 'connected', detail: '' };

/**
 * Polls until the signal aborts. A batch is stored first; only the next request, whose offset lies behind the batch's
 * last update, makes Telegram forget it. Updates that were stored but not confirmed come again and are duplicates.
 * `stopped` never rejects.
 */
export function startTelegramPolling(options: TelegramPolling): { stopped: Promise<void> } {
  return { stopped: poll(options) };
}

async function poll(options: TelegramPolling): Promise<void> {
  const { signal, wait = rest, random = Math.random } = options;
  const report = onChange(options.onState);
  let round: Round = { offset: undefined, webhookDeleted: false, pollSeconds: 0 };
  let failures = 0;
  // if two programs poll, each one's request ends the other's; a poll that does not wait always gets through
  let conflicting = false;
  while (!signal.aborted) {
    try {
      const mayPoll = options.lease ? await options.lease() : true;
      if (!mayPoll) await wait(LEASE_PAUSE_MS, signal);
      else {
        const waited = round.pollSeconds > 0;
        round = await pollOnce(options, round);
        failures = 0;
        if (waited || !conflicting) report(CONNECTED);
        conflicting &&= !waited;
      }
    } catch (error) {
      if (signal.aborted) return;
      const { state, pauseMs } = troubleOf(error, failures++, random);
      report(state);
      conflicting ||= state.reason === 'conflict';
      // the first poll after a failure does not wait for news, so we know at once that all is well again
      round = { ...round, pollSeconds: 0 };
      await wait(pauseMs, signal);
    }
  }
}

interface Round {
  /** Confirms everything before it; undefined: there is nothing to confirm. */
  offset: number | undefined;
  webhookDeleted: boolean;
  pollSeconds: number;
}

async function pollOnce({ api, store, signal }: TelegramPolling, round: Round): Promise<Round> {
  if (!round.webhookDeleted) await api.deleteWebhook({}, grammySignal(signal));
  const updates = await api.getUpdates(
    {
      ...(round.offset !== undefined && { offset: round.offset }),
      limit: BATCH,
      timeout: round.pollSeconds,
      allowed_updates: ALLOWED_UPDATES,
    },
    grammySignal(signal),
  );
  const botId = botIdOf(api.token);
  if (updates.length > 0) await store(updates.map((update) => toInboxEvent(botId, update)));
  // an offset is used once: after a week of silence ids start anew anywhere, and an old offset could skip updates
  const last = updates.at(-1);
  return { offset: last && last.update_id + 1, webhookDeleted: true, pollSeconds: POLL_SECONDS };
}

interface Trouble {
  state: TelegramState;
  pauseMs: number;
}

function troubleOf(error: unknown, failures: number, random: () => number): Trouble {
  const backOff = Math.min(LONGEST_PAUSE_MS, 1000 * 2 ** Math.min(failures, 10)) * (0.5 + random() / 2);
  if (isRefusal(error)) return refusedPoll(error, backOff);
  if (error instanceof Error && error.name === 'HttpError') {
    return trouble('unreachable', `Telegram cannot be reached (${codeOf(error)})`, backOff);
  }
  return trouble(
    'not_stored',
    `messages could not be stored (${codeOf(error)}); Telegram keeps them for 24 hours`,
    backOff,
  );
}

function refusedPoll({ error_code: status, description, parameters }: Refusal, backOff: number): Trouble {
  // 404: this was never a token
  if (status === 401 || status === 404) {
    return trouble('token_refused', 'Telegram refuses the bot token: get a new one from @BotFather', TOKEN_PAUSE_MS);
  }
  if (status === 409) return trouble('conflict', conflict(description), Math.max(backOff, LEASE_PAUSE_MS));
  if (status === 429)
    return trouble('slow_down', 'Telegram asks to poll less often', (parameters.retry_after ?? 5) * 1000);
  return trouble('unreachable', `Telegram has trouble of its own (${status})`, backOff);
}

function conflict(description: string): string {
  return /webhook/i.test(description)
    ? 'another program has set a webhook for this bot: stop it, or give this one a bot of its own'
    : 'another program polls with this bot token: stop it, or give this one a bot of its own';
}

const trouble = (reason: TelegramState['reason'], detail: string, pauseMs: number): Trouble => ({
  state: { ok: false, reason, detail },
  pauseMs,
});

async function rest(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => undefined);
}
