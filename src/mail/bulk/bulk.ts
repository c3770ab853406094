import type { Worker } from 'node:worker_threads';
import { ROOT } from '../../lib/root.ts';
import { newWorker } from '../read/reader_worker.ts';
import type { BulkSettings } from './dispatch.ts';
import { signerOf } from './dkim.ts';
import type { BulkMail, BulkResult } from './mail.ts';
import { Packer, type Parcel, type Receipt } from './parcel.ts';

/** The way out of a campaign's mails. */
export interface BulkSender {
  /**
   * Hands over mails; several batches may be under way at once, and it is best when there are two: one is being sent
   * while the caller writes down the results of the other.
   * @returns what became of each, in the order of the batch; never rejects
   */
  send(batch: readonly BulkMail[]): Promise<BulkResult[]>;
  /** What has not begun ends as `retry`; what is under way has ten seconds, then its end is unknown. */
  close(): Promise<void>;
}

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
 * thread starts with the first batch. Should it die, whatever it had is `unknown`.
 * @throws Error if a DKIM key cannot be used
 */
export function openBulk({ program = PROGRAM, ...settings }: BulkOptions): BulkSender {
  for (const key of settings.dkim ?? []) signerOf(key); // says at once what the thread could only say by dying
  let thread: BulkThread | undefined;
  let closed = false;
  return {
    send(batch) {
      if (closed) return Promise.resolve(batch.map(() => CLOSED));
      if (!thread?.isAlive) thread = new BulkThread(newWorker(program, { workerData: settings }));
      return thread.send(batch);
    },
    async close() {
      closed = true;
      await thread?.close();
    },
  };
}

const CLOSED: BulkResult = { state: 'retry', detail: 'We are closing', scope: 'channel' };
const DIED: BulkResult = { state: 'unknown', detail: 'The thread that was sending has died' };

/** More than mails under way are given; then the thread hangs. */
const CLOSE_MS = 15_000;

interface Open {
  mails: number;
  resolve(results: BulkResult[]): void;
}

class BulkThread {
  isAlive = true;
  readonly #worker: Worker;
  readonly #packer = new Packer();
  readonly #open = new Map<number, Open>();
  #last = 0;
  readonly #ended: Promise<void>;

  constructor(worker: Worker) {
    this.#worker = worker;
    worker.unref();
    worker.on('message', ({ batch, results }: Receipt) => this.#end(batch, results));
    worker.on('error', () => undefined); // the end follows
    this.#ended = new Promise((resolve) => {
      worker.on('exit', () => {
        this.isAlive = false;
        for (const [batch, { mails }] of this.#open) this.#end(batch, new Array<BulkResult>(mails).fill(DIED));
        resolve();
      });
    });
  }

  send(mails: readonly BulkMail[]): Promise<BulkResult[]> {
    return new Promise((resolve) => {
      const batch = ++this.#last;
      this.#open.set(batch, { mails: mails.length, resolve });
      this.#worker.ref();
      this.#tell(this.#packer.pack(batch, mails));
    });
  }

  async close(): Promise<void> {
    this.#worker.ref();
    this.#tell({ close: true });
    const patience = setTimeout(() => this.#worker.terminate(), CLOSE_MS);
    await this.#ended;
    clearTimeout(patience);
  }

  #tell(parcel: Parcel): void {
    this.#worker.postMessage(parcel);
  }

  #end(batch: number, results: BulkResult[]): void {
    this.#open.get(batch)?.resolve(results);
    this.#open.delete(batch);
    if (this.#open.size === 0) this.#worker.unref();
  }
}
