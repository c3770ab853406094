import { setTimeout as sleep } from 'node:timers/promises';
import { isAway } from './errors.ts';

/**
 * A restarting server is back in seconds. If it stays away longer than this, the leases take care of what was not
 * written down.
 */
const TRIES = 200;
const PAUSE_MS = 500;

/**
 * Writes down what must be written down as soon as the database is there, so that a restart in between loses nothing
 * that was done.
 * @throws any other error at once, and the error of a database that stays away for about 100 seconds
 */
export async function whenBack<T>(work: () => Promise<T>, pauseMs = PAUSE_MS): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      if (!isAway(error) || tries === TRIES) throw error;
      await sleep(pauseMs);
    }
  }
}
