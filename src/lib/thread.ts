import { Worker } from 'node:worker_threads';

/** A thread for work that may never end or eat all memory: then only the thread dies. */
export interface Thread {
  /**
   * Hands over a job and waits for the answer; jobs are done one after the other.
   * @param transfer buffers that the thread takes over instead of copying
   * @throws Error if the job failed, took too long or took too much memory; the next job gets a new thread
   */
  run(job: object, transfer: readonly ArrayBuffer[]): Promise<unknown>;
  close(): Promise<void>;
}

export interface Limits {
  /** For one job, in ms. */
  patienceMs: number;
  /** Of the heap; V8 does not count the bytes of buffers. */
  memoryMb: number;
}

/** What a thread says; its first word is that it is ready. */
export type ThreadWord = { ready: true } | { answer: unknown } | { fault: string };

/** Loading the program is not the job's fault: on a machine that swaps it may take this long. */
const START_MS = 60_000;

/**
 * Starts nothing yet: the thread begins with the first job and then stays. It delays neither the start nor the end of
 * the process.
 */
export function openThread(program: URL, limits: Limits): Thread {
  let worker: Promise<Worker> | undefined;
  let turn: Promise<unknown> = Promise.resolve();
  let closed = false;

  async function work(job: object, transfer: readonly ArrayBuffer[]): Promise<unknown> {
    if (closed) throw new Error('the thread was ended');
    worker ??= start(program, limits.memoryMb, () => {
      worker = undefined;
    });
    try {
      const thread = await worker;
      thread.ref();
      const answered = nextWord(thread, limits.patienceMs);
      thread.postMessage(job, transfer);
      const word = await answered;
      thread.unref();
      return word;
    } catch (error) {
      await end();
      throw error;
    }
  }

  async function end(): Promise<void> {
    const ending = worker;
    worker = undefined;
    await ending?.then(
      (thread) => thread.terminate(),
      () => undefined,
    );
  }

  return {
    run(job, transfer) {
      const mine = turn.then(() => work(job, transfer)).then(answerOf);
      turn = mine.catch(() => undefined);
      return mine;
    },
    async close() {
      closed = true;
      await end();
    },
  };
}

/** Whether a job took more time or memory than it may. */
export const isTooMuch = (error: unknown): boolean =>
  error instanceof TookTooLong || (error as { code?: unknown }).code === 'ERR_WORKER_OUT_OF_MEMORY';

class TookTooLong extends Error {}

function answerOf(word: unknown): unknown {
  const { answer, fault } = word as { answer?: unknown; fault?: string };
  if (fault !== undefined) throw new Error(fault);
  return answer;
}

async function start(program: URL, memoryMb: number, onExit: () => void): Promise<Worker> {
  // what a library prints does not belong in our output
  const options = { resourceLimits: { maxOldGenerationSizeMb: memoryMb }, stdout: true };
  const worker = program.pathname.endsWith('.ts')
    ? new Worker(fromSource(program), { ...options, eval: true })
    : new Worker(program, options);
  worker.stdout.resume();
  // an error without a job concerns nobody; the job's own listener hears the others
  worker.on('error', () => undefined).on('exit', onExit);
  await nextWord(worker, START_MS).catch(async (error: unknown) => {
    await worker.terminate();
    throw error;
  });
  worker.unref();
  return worker;
}

/**
 * For development: Node 20 cannot run TypeScript, and hooks of the main thread (tsx, vitest) do not reach into a
 * thread.
 */
function fromSource(program: URL): string {
  return `import('tsx/esm/api').then(({ register }) => { register(); return import(${JSON.stringify(program.href)}); });`;
}

function nextWord(worker: Worker, ms: number): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const clock = setTimeout(() => over(() => reject(new TookTooLong(`no answer within ${ms} ms`))), ms);
    const over = (settle: () => void) => {
      clearTimeout(clock);
      worker.off('message', heard).off('error', failed).off('exit', ended);
      settle();
    };
    const heard = (word: unknown) => over(() => resolve(word));
    const failed = (error: unknown) => over(() => reject(error));
    const ended = () => over(() => reject(new Error('the thread has ended')));
    worker.on('message', heard).on('error', failed).on('exit', ended);
  });
}
