import type { Worker } from 'node:worker_threads';
import { ROOT } from '../../lib/root.ts';
import { newWorker } from '../../lib/thread.ts';
import type { BulkMail, BulkResult, BulkSender } from '../../outbox/bulk.ts';
import type { BulkSettings } from './dispatch.ts';
import { signerOf } from './dkim.ts';
import { Packer, type Parcel, type Receipt } from './parcel.ts';

export interface BulkOptions extends BulkSettings {
  /** The program of the thread. Default: bulk_thread, as TypeScript or as built. */
  program?: URL;
}

/** Beside this file, or wherever the build puts it. */
const PROGRAM = import.meta.url.endsWith('.ts')
  ? new URL('bulk_thread.ts', import.meta.url)
  : new URL('dist/bulk_thread.js', ROOT);

/**
 * A sender in a thread of its own, so that chats are answered while thousands of mails are composed and signed. The
 * thread starts with the first batch. Should it die, what it had is `unknown`; of a large batch that is a part.
 * @throws Error if a DKIM key cannot be used
 */
export function openBulk({ program = PROGRAM, ...settings }: BulkOptions): BulkSender {
  for (const key of settings.dkim ?? []) signerOf(key); // says at once what the thread could only say by dying
  let thread: BulkThread | undefined;
  let closed = false;
  return {
    send(batch) {
      if (closed) return Promise.resolve(batch.map(() => CLOSED));
      if (!thread?.isAlive)
        thread = new BulkThread(newWorker(program, { workerData: settings, resourceLimits: YOUNG }));
      return thread.send(batch);
    },
    async close() {
      closed = true;
      await thread?.close();
    },
  };
}

const CLOSED: BulkResult = { state: 'retry', detail: 'closing', scope: 'channel', unreached: true };
const DIED: BulkResult = { state: 'unknown', detail: 'thread_died' };
const NOT_BEGUN: BulkResult = {
  state: 'retry',
  detail: 'thread_died',
  scope: 'channel',
  unreached: true,
};

/** What composing throws away is collected early: otherwise it takes 50 MB of memory and no less time. */
const YOUNG = { maxYoungGenerationSizeMb: 12 };

/** More than mails under way are given; then the thread hangs. */
const CLOSE_MS = 15_000;

/**
 * How many mails go to the thread at once, and how many such parcels it has at a time: enough for all connections, and
 * no more are in doubt should it die, or lie there in memory.
 */
const PARCEL = 50;
const PARCELS = 8;

/** A part of a batch on its way. */
interface Part {
  mails: readonly BulkMail[];
  settle(results: readonly BulkResult[]): void;
}

class BulkThread {
  isAlive = true;
  readonly #worker: Worker;
  readonly #packer = new Packer();
  readonly #waiting: Part[] = [];
  readonly #there = new Map<number, Part>();
  #last = 0;
  readonly #ended: Promise<void>;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.unref();
    worker.on('message', ({ batch, results }: Receipt) => this.#settle(batch, results));
    worker.on('error', () => undefined); // the end follows
    this.#ended = new Promise((resolve) => {
      worker.on('exit', () => {
        this.isAlive = false;
        for (const [number, { mails }] of this.#there)
          this.#settle(
            number,
            mails.map(() => DIED),
          );
        this.#endWaiting(NOT_BEGUN);
        resolve();
      });
    });
  }

  send(batch: readonly BulkMail[]): Promise<BulkResult[]> {
    return new Promise((resolve) => {
      const results: BulkResult[] = new Array(batch.length);
      let open = batch.length;
      if (open === 0) resolve(results);
      for (let at = 0; at < batch.length; at += PARCEL) {
        const settle = (part: readonly BulkResult[]) => {
          for (const [nth, result] of part.entries()) results[at + nth] = result;
          open -= part.length;
          if (open === 0) resolve(results);
        };
        this.#waiting.push({ mails: batch.slice(at, at + PARCEL), settle });
      }
      this.#tellMore();
    });
  }

  async close(): Promise<void> {
    this.#endWaiting(CLOSED);
    if (!this.isAlive) return;
    this.#worker.ref();
    this.#tell({ close: true });
    const patience = setTimeout(() => this.#worker.terminate(), CLOSE_MS);
    await this.#ended;
    clearTimeout(patience);
  }

  #endWaiting(result: BulkResult): void {
    for (const { mails, settle } of this.#waiting.splice(0)) settle(mails.map(() => result));
  }

  #tellMore(): void {
    while (this.isAlive && this.#there.size < PARCELS) {
      const part = this.#waiting.shift();
      if (!part) return;
      const number = ++this.#last;
      this.#there.set(number, part);
      this.#worker.ref();
      this.#tell(this.#packer.pack(number, part.mails));
    }
  }

  #tell(parcel: Parcel): void {
    this.#worker.postMessage(parcel);
  }

  #settle(number: number, results: readonly BulkResult[]): void {
    const part = this.#there.get(number);
    this.#there.delete(number);
    part?.settle(results);
    const unreached = results.find((result) => result.unreached);
    if (unreached) this.#endWaiting(unreached); // asked again at once, a wrong password would soon lock the account
    this.#tellMore();
    if (this.#there.size === 0) this.#worker.unref();
  }
}
