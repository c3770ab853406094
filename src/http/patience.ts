import { codedError } from '../db/client.ts';

/** A clock that runs while we work and stands still while somebody else is slow. */
export interface Patience {
  /** What the work gives. Rejects as a silent database does if the clock runs out first; the work itself goes on. */
  within<T>(work: Promise<T>): Promise<T>;
  /** The clock stands still until this ends. */
  paused<T>(wait: Promise<T>): Promise<T>;
}

export function startPatience(ms: number): Patience {
  let leftMs = ms;
  let startedAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let giveUp: (error: unknown) => void = () => {};
  const out = new Promise<never>((_, reject) => {
    giveUp = reject;
  });
  out.catch(() => undefined); // perhaps nobody is waiting any more

  function run(): void {
    startedAt = performance.now();
    timer = setTimeout(giveUp, leftMs, codedError('QUERY_TIMEOUT', 'The database did not answer in time.'));
  }

  function stop(): void {
    clearTimeout(timer);
    leftMs -= performance.now() - startedAt;
  }

  run();
  return {
    within: (work) => Promise.race([work, out]).finally(() => clearTimeout(timer)),
    paused: async (wait) => {
      stop();
      try {
        return await wait;
      } finally {
        run();
      }
    },
  };
}
