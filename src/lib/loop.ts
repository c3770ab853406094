/** A loop that works until there is nothing to do, then rests until it is woken or the rest is over. */
export interface Loop {
  /** There may be something to do. Only a hint: the loop looks by itself anyway. */
  wake(): void;
  /** No new round begins; resolves when the current one has ended. */
  stop(): Promise<void>;
}

/**
 * Runs `round`, which returns how many ms to rest; 0 means go on at once. A round that fails is reported and tried
 * again after `restAfterErrorMs` (default 1000): a database that is away for a minute must not end the loop.
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

/** A round that does nothing while `resting`, and looks again every second. */
export function unless(resting: () => boolean, round: () => Promise<number>): () => Promise<number> {
  return async () => (resting() ? 1000 : round());
}
