import { type Client, codedError } from './client.ts';

const FIRST_PAUSE_MS = 25;
const LONGEST_PAUSE_MS = 100;

interface Waiter {
  resolve(client: Promise<Client>): void;
  reject(error: Error): void;
}

/**
 * At most `size` connections, each given to one caller at a time and replaced when it is lost. While the server
 * refuses, new connections are spaced out (25 ms, doubling to 100 ms), so that retries do not become a storm, and yet
 * the first statement after the server's return connects within that time.
 */
export class Pool {
  readonly #make: () => Client;
  readonly #size: number;
  readonly #clients = new Set<Client>();
  readonly #idle: Client[] = [];
  readonly #waiting: Waiter[] = [];
  #promised = 0;
  #refusals = 0;
  #notBefore = 0;
  #closed = false;
  /** How many connections have been lost so far. */
  lost = 0;

  constructor(size: number, make: () => Client) {
    this.#size = size;
    this.#make = make;
  }

  /** Runs `work` with a connection that nobody else uses meanwhile. */
  async use<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const client = await this.take();
    try {
      return await work(client);
    } finally {
      this.give(client);
    }
  }

  async take(): Promise<Client> {
    if (this.#closed) throw closedError();
    const client = this.#idle.pop();
    if (client) return client;
    if (this.#clients.size + this.#promised < this.#size) return this.#open();
    return new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }));
  }

  give(client: Client): void {
    if (this.#closed) client.lose(closedError());
    if (!client.gone) this.#passOn(client);
  }

  /** Gives the callers that hold a connection `graceMs` to finish, then takes it away from them. */
  async close(graceMs: number): Promise<void> {
    this.#closed = true;
    for (const waiter of this.#waiting.splice(0)) waiter.reject(closedError());
    for (const client of this.#idle.splice(0)) client.lose(closedError());
    const deadline = Date.now() + graceMs;
    while (this.#clients.size > 0 && Date.now() < deadline) await pause(10);
    for (const client of [...this.#clients]) client.lose(closedError());
  }

  #passOn(client: Client): void {
    const waiter = this.#waiting.shift();
    if (waiter) waiter.resolve(Promise.resolve(client));
    else this.#idle.push(client);
  }

  async #open(): Promise<Client> {
    this.#promised += 1;
    await pause(this.#notBefore - Date.now());
    this.#promised -= 1;
    if (this.#closed) throw closedError();
    const client = this.#make();
    this.#clients.add(client);
    client.onLost(() => this.#forget(client));
    return client;
  }

  #forget(client: Client): void {
    this.lost += 1;
    this.#clients.delete(client);
    const index = this.#idle.indexOf(client);
    if (index >= 0) this.#idle.splice(index, 1);
    this.#refusals = client.answered ? 0 : this.#refusals + 1;
    if (this.#refusals > 0) this.#notBefore = Date.now() + pauseAfter(this.#refusals);
    if (!this.#closed) this.#waiting.shift()?.resolve(this.#open());
  }
}

function pauseAfter(refusals: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** (refusals - 1));
}

function pause(ms: number): Promise<void> {
  return ms > 0 ? new Promise((resolve) => setTimeout(resolve, ms)) : Promise.resolve();
}

function closedError(): Error {
  return codedError('CONNECTION_ENDED', 'The database handle is closed.');
}
