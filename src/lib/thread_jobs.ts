import { parentPort } from 'node:worker_threads';
import type { ThreadWord } from './thread.ts';

/** The side of a thread that `openThread` has begun: answers each job that comes to it. `transfer`: buffers of an answer that are handed over instead of copied. */
export function serveJobs<Job, Answer>(
  work: (job: Job) => Promise<Answer>,
  transfer: (answer: Answer) => ArrayBuffer[] = () => [],
): void {
  const say = (word: ThreadWord, buffers: ArrayBuffer[] = []) => parentPort?.postMessage(word, buffers);
  parentPort?.on('message', (job: Job) => {
    work(job).then(
      (answer) => say({ answer }, transfer(answer)),
      (error: unknown) => say({ fault: error instanceof Error ? error.message : 'unknown' }),
    );
  });
  say({ ready: true });
}
