import { codedError } from '../db/client.ts';

/** A clock that counts our own time and stops while somebody else is slow. */
export interface Patience {
  /** Resolves as the work does. Rejects like a silent database if the clock runs out first; the work itself goes on. */
  within<T>(work: Promise<T>): Promise<T>;
  /** Stops the clock until `wait` ends. */
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
  out.catch(() => undefined); // perhaps nobody waits for it any more

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
