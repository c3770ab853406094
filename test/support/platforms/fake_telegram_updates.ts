import { setTimeout as sleep } from 'node:timers/promises';

export type Update = { update_id: number } & Record<string, unknown>;

export interface Webhook {
  url: string;
  secret_token?: string;
}

/**
 * Updates that wait for the bot, kept as Telegram does: until a getUpdates with an offset behind them, or a 2xx of the
 * webhook. In each queue (chat, presser) one update is posted at a time; failures come again at once, then after 2, 4,
 * 8 … units, at most 60.
 */
export class PendingUpdates {
  readonly #pending: Update[] = [];
  readonly #busy = new Set<string>();
  readonly #stopped = new AbortController();
  readonly #unitMs: number;
  #nextId: number;
  #webhook: Webhook | undefined;
  #poll: { resolve: (answer: Update[] | 'terminated') => void; wake: () => void } | undefined;

  /** `unitMs`: how long a second of the webhook's retry schedule lasts. */
  constructor(unitMs: number, firstId = 1000) {
    this.#unitMs = unitMs;
    this.#nextId = firstId;
  }

  get webhook(): Webhook | undefined {
    return this.#webhook;
  }

  get count(): number {
    return this.#pending.length;
  }

  set webhook(webhook: Webhook | undefined) {
    this.#webhook = webhook;
    this.#poll?.resolve('terminated');
    this.#deliver();
  }

  push(member: Record<string, unknown>): number {
    const update = { update_id: this.#nextId++, ...member };
    this.#pending.push(update);
    this.#poll?.wake();
    this.#deliver();
    return update.update_id;
  }

  /** After a week of silence Telegram continues from a random number. */
  restartIdsAt(id: number): void {
    this.#nextId = id;
  }

  /**
   * Forgets what lies before the offset, then returns what waits, or waits for news up to `timeoutMs` or until `gone`.
   */
  take(offset: number, limit: number, timeoutMs: number, gone: AbortSignal): Promise<Update[] | 'terminated'> {
    this.#poll?.resolve('terminated');
    while (this.#pending[0] && this.#pending[0].update_id < offset) this.#pending.shift();
    const batch = () => this.#pending.filter((update) => update.update_id >= offset).slice(0, limit);
    if (this.#pending.length > 0 || timeoutMs <= 0) return Promise.resolve(batch());
    return new Promise((settle) => {
      const end = (answer: Update[] | 'terminated') => {
        clearTimeout(timer);
        this.#poll = undefined;
        settle(answer);
      };
      const timer = setTimeout(() => end([]), timeoutMs);
      // updates sent together arrive together, as at Telegram
      const wake = () => setImmediate(() => this.#poll === poll && end(batch()));
      const poll = { resolve: end, wake };
      this.#poll = poll;
      gone.addEventListener('abort', () => this.#poll === poll && end([]), { once: true });
    });
  }

  stop(): void {
    this.#stopped.abort();
    this.#poll?.resolve([]);
  }

  #deliver(): void {
    if (!this.#webhook) return;
    for (const update of this.#pending) {
      const queue = queueOf(update);
      if (this.#busy.has(queue)) continue;
      this.#busy.add(queue);
      void this.#post(update, queue);
    }
  }

  /** Errors end nothing here: anything but a 2xx is posted again while the webhook stands. */
  async #post(update: Update, queue: string): Promise<void> {
    for (let failures = 0; this.#webhook && !this.#stopped.signal.aborted; failures++) {
      const pause = await postOnce(this.#webhook, update, this.#stopped.signal);
      if (pause === 'taken') {
        this.#pending.splice(this.#pending.indexOf(update), 1);
        break;
      }
      const units = pause ?? (failures === 0 ? 0 : Math.min(60, 2 ** failures));
      await sleep(units * this.#unitMs, undefined, { signal: this.#stopped.signal }).catch(() => undefined);
    }
    this.#busy.delete(queue);
    if (!this.#stopped.signal.aborted) this.#deliver();
  }
}

/** 'taken', or the Retry-After that the other side asks for (units), or undefined for "by the schedule". */
async function postOnce(webhook: Webhook, update: Update, signal: AbortSignal): Promise<'taken' | number | undefined> {
  try {
    const answer = await fetch(webhook.url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(webhook.secret_token && { 'x-telegram-bot-api-secret-token': webhook.secret_token }),
      },
      body: JSON.stringify(update),
      signal,
    });
    await answer.arrayBuffer();
    if (answer.ok) return 'taken';
    const asked = answer.headers.get('retry-after');
    return asked === null ? undefined : Math.min(3600, Number(asked));
  } catch {
    return undefined;
  }
}

type Known = { chat?: { id: number }; from?: { id: number } };

function queueOf(update: Update): string {
  const [kind, value] = Object.entries(update).find(([key]) => key !== 'update_id') ?? ['', {}];
  const { chat, from } = value as Known;
  return kind === 'callback_query' ? `press ${from?.id}` : `${kind === 'my_chat_member' ? kind : ''} ${chat?.id}`;
}
