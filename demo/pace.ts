import { setTimeout as sleep } from 'node:timers/promises';

/** How fast a story is told. */
export interface Pace {
  /** Lets read what stands there. */
  pause(ms: number): Promise<void>;
  /** Shows this key by key, as somebody types it. */
  type(text: string, write: (key: string) => void): Promise<void>;
}

const KEY_MS = 35;
/** Longer words are typed faster. */
const LONGEST_TYPING_MS = 900;

/** How time passes: in ms since the program began. */
export interface Clock {
  now(): number;
  sleep(ms: number): Promise<unknown>;
}

const REAL: Clock = { now: () => performance.now(), sleep };

/**
 * Ends `budgetMs` after the program began, whatever the machine needs meanwhile: `plannedMs` is what all that is waited for would take,
 * and waits get shorter as the time left for it does.
 */
export function paceWithin(budgetMs: number, plannedMs: number, clock: Clock = REAL): Pace {
  let planned = plannedMs;
  const wait = async (ms: number) => {
    const share = Math.min(1, (budgetMs - clock.now()) / Math.max(planned, ms));
    planned -= ms;
    if (share > 0) await clock.sleep(ms * share);
  };
  return {
    pause: wait,
    async type(text, write) {
      const keys = [...new Intl.Segmenter().segment(text)].map(({ segment }) => segment);
      for (const key of keys) {
        write(key);
        await wait(Math.min(KEY_MS, LONGEST_TYPING_MS / keys.length));
      }
    },
  };
}

/** All at once. */
export const atOnce: Pace = {
  pause: async () => {},
  type: async (text, write) => write(text),
};
