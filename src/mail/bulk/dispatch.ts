import type { BulkForm, BulkMail, BulkResult } from '../../outbox/bulk.ts';
import type { MailServer } from '../send/server_url.ts';
import type { SmtpError, SmtpTimeouts } from '../send/smtp.ts';
import { type Composed, type Composer, composerOf, composeWritten } from './compose.ts';
import { type DkimKey, type Sign, signerOf } from './dkim.ts';
import { Job } from './job.ts';
import type { Letter } from './letter.ts';
import { smtpFault } from './line.ts';
import { BulkPool, type Queue } from './pool.ts';
import type { SignOn } from './sign_on.ts';

/** How a campaign's mail is handed over; plain data, because it goes to a thread. */
export interface BulkSettings {
  /** As SMTP_URL says (`parseMailServer`). */
  server: MailServer;
  /** Signs in by XOAUTH2 instead of the password. */
  accessToken?: string;
  /**
   * Most connections at once. Default 5, which providers accept; more are worth it where the server is far away. A
   * server that refuses one gets fewer for a minute.
   */
  connections?: number;
  /** How many mails go over one connection. Default 100; then a new one is opened. */
  mailsEach?: number;
  /** How long a connection waits for more mail, in ms. Default 5,000. */
  idleMs?: number;
  /** Default: as for single mails, ten minutes of silence at the most. */
  timeouts?: SmtpTimeouts;
  /** For a server with its own certificate. */
  tls?: SignOn['tls'];
  /** Each adds a signature. Default none: most providers sign what they relay. */
  dkim?: readonly DkimKey[];
}

const TIMEOUTS: SmtpTimeouts = { connectMs: 30_000, greetingMs: 60_000, silenceMs: 630_000 };
const CONNECTIONS = 5;
const MAILS_EACH = 100;
const IDLE_MS = 5000;
/** How long mails under way have at the end of the house. */
const GRACE_MS = 10_000;

/** Takes batches of mails, composes them and has them handed over; several batches may be under way at once. */
export class Dispatch implements Queue {
  readonly #pool: BulkPool;
  readonly #signs: readonly Sign[];
  /** How many mails are signed ahead of the connections. */
  readonly #ahead: number;
  readonly #composers = new WeakMap<BulkForm, Composer>();
  #waiting: Job[] = [];
  /** Where in `waiting` the next one is. */
  #at = 0;
  /** Written, or given back by a connection. */
  readonly #written: Job[] = [];
  #signing = 0;
  /** Why the latest of those that waited were not reached: what was being signed then ends with them. */
  #fault: SmtpError | undefined;
  #closed = false;

  /** @throws Error if a DKIM key cannot be used */
  constructor(settings: BulkSettings) {
    const { connections = CONNECTIONS, mailsEach = MAILS_EACH, idleMs = IDLE_MS, timeouts = TIMEOUTS } = settings;
    this.#ahead = connections * 4;
    this.#signs = (settings.dkim ?? []).map(signerOf);
    this.#pool = new BulkPool(this, { ...settings, connections, mailsEach, idleMs, timeouts });
  }

  /** @returns what became of each mail, in the order of the batch; never rejects */
  send(batch: readonly BulkMail[]): Promise<BulkResult[]> {
    if (batch.length === 0) return Promise.resolve([]);
    return new Promise((resolve) => {
      const results: BulkResult[] = new Array(batch.length);
      let open = batch.length;
      for (const [nth, mail] of batch.entries()) {
        const settle = (result: BulkResult) => {
          results[nth] = result;
          if (--open === 0) resolve(results);
        };
        this.#waiting.push(new Job(mail, settle));
      }
      if (this.#closed) return this.failAll(closedFault());
      this.#signAhead();
      this.#pool.wake();
    });
  }

  /** What has not begun ends as to be tried again; what is under way gets ten seconds. */
  close(): Promise<void> {
    this.#closed = true;
    this.failAll(closedFault());
    return this.#pool.close(GRACE_MS);
  }

  get ready(): number {
    return this.#written.length + (this.#signs.length === 0 ? this.#waiting.length - this.#at : 0);
  }

  take(): Letter | undefined {
    const written = this.#written.shift();
    if (this.#signs.length > 0) {
      if (written) this.#signAhead();
      return written;
    }
    if (written) return written;
    for (let job = this.#next(); job; job = this.#next()) {
      const composed = this.#compose(job);
      if (!composed) continue;
      job.write(composed, []);
      return job;
    }
    return undefined;
  }

  putBack(letter: Letter): void {
    if (this.#closed) letter.refused(closedFault(), false);
    else this.#written.unshift(letter as Job);
  }

  failAll(fault: SmtpError): void {
    this.#fault = fault;
    const all = this.#written.splice(0);
    for (let job = this.#next(); job; job = this.#next()) all.push(job);
    for (const job of all) job.unreached(fault);
  }

  #next(): Job | undefined {
    const job = this.#waiting[this.#at];
    if (job) this.#at += 1;
    if (this.#at >= this.#waiting.length || this.#at > MOST_DONE) {
      this.#waiting = this.#waiting.slice(this.#at);
      this.#at = 0;
    }
    return job;
  }

  #compose(job: Job): Composed | undefined {
    const { mail } = job;
    try {
      if (!('form' in mail)) return composeWritten(mail, new Date());
      const known = this.#composers.get(mail.form);
      const composer = known ?? composerOf(mail.form);
      if (!known) this.#composers.set(mail.form, composer);
      return composer.compose(mail, new Date());
    } catch (error) {
      job.unwritable(error);
      return undefined;
    }
  }

  #signAhead(): void {
    if (this.#signs.length === 0) return;
    while (this.#written.length + this.#signing < this.#ahead) {
      const job = this.#next();
      if (!job) return;
      this.#signing += 1;
      this.#sign(job).catch((error: unknown) => job.unwritable(error));
    }
  }

  async #sign(job: Job): Promise<void> {
    const before = this.#fault;
    try {
      const composed = this.#compose(job);
      if (!composed) return;
      const { fields, body } = composed;
      const now = new Date();
      const signatures = await Promise.all(this.#signs.map((sign) => sign(fields, body, now)));
      job.write(composed, signatures);
      if (this.#fault && this.#fault !== before) return job.unreached(this.#fault);
      this.#written.push(job);
    } finally {
      this.#signing -= 1;
    }
    this.#pool.wake();
  }
}

/** Beyond this many, those that are done are cut off the queue. */
const MOST_DONE = 4096;

const closedFault = (): SmtpError => smtpFault('We are closing', { code: 'ECONNECTION' });
