/** A loop that works until there is nothing to do, then rests until it is woken or its rest is over. */
export interface Loop {
  /** There may be something to do. A hint: the loop looks by itself anyway. */
  wake(): void;
  /** No new round begins; resolves when the current one has ended. */
  stop(): Promise<void>;
}

/**
 * `round` gives the milliseconds to rest, 0 for "go on at once". A round that fails is reported and tried again after
 * `restAfterErrorMs` (default 1000): a database that is away for a minute must not end the loop.
 */
export function startLoop(
  round: () => Promise<number>,
  onError: (error: unknown) => void,
  restAfterErrorMs = 1000,
): Loop {
  let running = true;
  let woken = false;
  let rise: () => void = () => {};

  async function rest(ms: number): Promise<void> {
    if (woken || !running) return;
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms);
      rise = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async function run(): Promise<void> {
    while (running) {
      woken = false;
      let pause = restAfterErrorMs;
      try {
        pause = await round();
      } catch (error) {
        onError(error);
      }
      if (pause > 0) await rest(pause);
    }
  }

  const ended = run();
  return {
    wake() {
      woken = true;
      rise();
    },
    stop() {
      running = false;
      rise();
      return ended;
    },
  };
}

/** A round that waits, looking every second, while `resting`. */
export function unless(resting: () => boolean, round: () => Promise<number>): () => Promise<number> {
  return async () => (resting() ? 1000 : round());
}
