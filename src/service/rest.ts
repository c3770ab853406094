import type { Database } from '../db/open.ts';
import { type Doubt, isResting } from '../domain/owner/site.ts';
import { startLoop } from '../lib/loop.ts';
import type { OwnSite } from './data.ts';

/** Tells whether this process rests because it works on a copy. */
export interface Rest {
  /** The reason, while it rests. */
  doubt(): Doubt | undefined;
  stop(): Promise<void>;
}

/** The notification may get lost, and the owner is waiting, so we look ourselves this often. */
const LOOK_MS = 1_000;
const DAY_MS = 86_400_000;

/** Rests while the site is in doubt and calls `over` when the owner says go. */
export async function startRest(
  db: Database,
  { id, doubt }: OwnSite,
  over: () => void,
  onError: (error: unknown) => void,
): Promise<Rest> {
  if (!doubt) return { doubt: () => undefined, stop: async () => {} };
  let why: Doubt | undefined = doubt;
  const loop = startLoop(async () => {
    if (!why) return DAY_MS;
    if (await isResting(db.sql, id)) return LOOK_MS;
    why = undefined;
    over();
    return DAY_MS;
  }, onError);
  const unlisten = await db.listen('sites', loop.wake);
  return {
    doubt: () => why,
    stop: async () => {
      await unlisten();
      await loop.stop();
    },
  };
}
