import type { SmtpError } from '../send/smtp.ts';
import type { Letter } from './letter.ts';
import { Watch } from './line.ts';
import { BulkSession, type SessionOptions, type Supply } from './session.ts';
import { type SignOn, signOn } from './sign_on.ts';

export interface BulkPoolOptions extends SignOn, SessionOptions {
  /** Most connections at once. */
  connections: number;
}

/** Mails that wait for a connection. */
export interface Queue {
  /** The next one; undefined: none is ready. */
  take(): Letter | undefined;
  /** Puts one first again. */
  putBack(letter: Letter): void;
  /** How many could be taken. */
  readonly ready: number;
  /** The server cannot be reached: whatever waits ends with this. */
  failAll(fault: SmtpError): void;
}

/** How long fewer connections are opened after a server has refused one. */
const FEWER_MS = 60_000;
const WATCH_MS = 1000;

/**
 * Connections to one server. The first one has to be signed in before others are opened: a wrong password is tried once
 * and not by all. A server that refuses a further one is given what the open ones can carry.
 */
export class BulkPool implements Supply {
  readonly #options: BulkPoolOptions;
  readonly #queue: Queue;
  readonly #watch: Watch;
  readonly #sessions = new Set<BulkSession>();
  readonly #idle = new Set<BulkSession>();
  #opening = 0;
  #fewerUntil = 0;
  #closed = false;
  #emptied: (() => void) | undefined;

  constructor(queue: Queue, options: BulkPoolOptions) {
    const { connectMs, greetingMs, silenceMs } = options.timeouts;
    this.#queue = queue;
    this.#options = options;
    this.#watch = new Watch(Math.max(10, Math.min(WATCH_MS, connectMs / 5, greetingMs / 5, silenceMs / 5)));
  }

  /** There may be mails to take. */
  wake(): void {
    for (const session of this.#idle) {
      if (this.#queue.ready === 0) return;
      this.#idle.delete(session);
      session.next();
    }
    this.#grow();
  }

  take(): Letter | undefined {
    return this.#closed ? undefined : this.#queue.take();
  }

  giveBack(letter: Letter): void {
    this.#queue.putBack(letter);
  }

  idle(session: BulkSession): void {
    if (this.#closed) session.quit();
    else this.#idle.add(session);
  }

  over(session: BulkSession): void {
    this.#sessions.delete(session);
    this.#idle.delete(session);
    this.#leave();
    queueMicrotask(() => this.wake());
  }

  /**
   * Takes no more mails and closes; a mail that is under way has so many ms to come to its end.
   * @returns once no connection is left
   */
  close(graceMs: number): Promise<void> {
    this.#closed = true;
    for (const session of [...this.#sessions]) if (session.isIdle) session.quit();
    const grace = setTimeout(() => {
      for (const session of [...this.#sessions]) session.drop();
    }, graceMs);
    return new Promise<void>((resolve) => {
      this.#emptied = resolve;
      this.#leave();
    }).then(() => clearTimeout(grace));
  }

  /** The last one to go turns off the light. */
  #leave(): void {
    if (!this.#emptied || this.#sessions.size + this.#opening > 0) return;
    this.#watch.close();
    this.#emptied();
  }

  #grow(): void {
    const { connections } = this.#options;
    while (!this.#closed && this.#queue.ready > this.#opening) {
      const open = this.#sessions.size;
      const most = performance.now() < this.#fewerUntil ? Math.max(1, open) : connections;
      if (open + this.#opening >= most || this.#opening >= Math.max(1, open)) return;
      this.#opening += 1;
      this.#open().catch(() => undefined);
    }
  }

  async #open(): Promise<void> {
    try {
      const ready = await signOn(this.#options, this.#watch);
      this.#opening -= 1;
      const session = new BulkSession(ready, this, this.#options);
      this.#sessions.add(session);
      session.next();
      this.wake();
      if (this.#closed) session.drop();
    } catch (error) {
      this.#opening -= 1;
      this.#refused(error as SmtpError);
      this.#leave();
    }
  }

  #refused(fault: SmtpError): void {
    if (this.#sessions.size > 0) this.#fewerUntil = performance.now() + FEWER_MS;
    else if (this.#opening === 0) this.#queue.failAll(fault);
  }
}
