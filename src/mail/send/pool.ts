import type { MailServer } from './server_url.ts';
import { type Delivery, type Envelope, type SmtpError, type SmtpOptions, SmtpSession } from './smtp.ts';

export interface PoolOptions extends SmtpOptions {
  /**
   * How long a connection waits for the next mail, in ms. Default 5,000; servers hang up after at least half a minute.
   */
  idleMs?: number;
  /** How many mails go over one connection. Default 100, which servers accept; 1: a connection for each mail. */
  mailsEach?: number;
}

/** Enough for a burst; servers count connections, even idle ones. */
const MOST_IDLE = 2;
/** A server that does not answer RSET within this time has forgotten the connection. */
const RESET_MS = 10_000;

/**
 * Connections to one server, kept for later mails. We know as much about a mail's fate as with a connection of its own:
 * if a kept connection turns out dead, it has carried nothing of the mail, which goes over a new one at once.
 */
export class SmtpPool {
  readonly #server: MailServer;
  readonly #options: PoolOptions;
  readonly #idle = new Map<SmtpSession, NodeJS.Timeout>();
  #closed = false;

  constructor(server: MailServer, options: PoolOptions) {
    this.#server = server;
    this.#options = options;
  }

  /** Hands one mail to the server; no retries. Never throws. */
  async deliver(envelope: Envelope, raw: Buffer, signal: AbortSignal): Promise<Delivery> {
    const kept = await this.#takeIdle(signal);
    if (kept) {
      const delivery = await this.#deliverOver(kept, envelope, raw, signal);
      if (signal.aborted || !isWornOut(delivery)) return delivery;
    }
    try {
      const session = await SmtpSession.open(this.#server, this.#options, signal);
      return await this.#deliverOver(session, envelope, raw, signal);
    } catch (error) {
      return { accepted: false, committed: false, error: error as SmtpError };
    }
  }

  /** Closes the idle connections, and later those that become idle. */
  close(): void {
    this.#closed = true;
    for (const session of [...this.#idle.keys()]) this.#leave(session);
  }

  async #deliverOver(session: SmtpSession, envelope: Envelope, raw: Buffer, signal: AbortSignal): Promise<Delivery> {
    const delivery = await session.deliver(envelope, raw, signal);
    this.#keep(session);
    return delivery;
  }

  /**
   * A connection that answers. The most recently used is tried first, because the server is least likely to have
   * dropped it.
   */
  async #takeIdle(signal: AbortSignal): Promise<SmtpSession | undefined> {
    for (;;) {
      const session = [...this.#idle.keys()].at(-1);
      if (!session) return undefined;
      this.#forget(session);
      try {
        const patience = Math.min(RESET_MS, this.#options.timeouts.silenceMs);
        await session.reset(AbortSignal.any([signal, AbortSignal.timeout(patience)]));
        return session;
      } catch {
        session.close(); // no part of a mail was on it: the next one is tried, then a new one
      }
    }
  }

  #keep(session: SmtpSession): void {
    const { idleMs = 5000, mailsEach = 100 } = this.#options;
    if (!session.isOpen) return;
    if (this.#closed || session.carried >= mailsEach || this.#idle.size >= MOST_IDLE) session.quit();
    else this.#idle.set(session, setTimeout(() => this.#leave(session), idleMs).unref());
  }

  #leave(session: SmtpSession): void {
    this.#forget(session);
    session.quit();
  }

  #forget(session: SmtpSession): void {
    clearTimeout(this.#idle.get(session));
    this.#idle.delete(session);
  }
}

/**
 * Whether a kept connection broke, or the server closed it (421, "too many messages over this connection"), before the
 * final dot. That says nothing about the server or the mail, which certainly has not left.
 */
function isWornOut(delivery: Delivery): boolean {
  if (delivery.accepted || delivery.committed) return false;
  const { code = '', responseCode } = delivery.error;
  return responseCode === 421 || (responseCode === undefined && !/^(ETIMEDOUT|EMESSAGE|EENVELOPE)$/.test(code));
}
