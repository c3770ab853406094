import { lease } from '../db/lease.ts';
import type { Database } from '../db/open.ts';
import { startLoop, unless } from '../lib/loop.ts';
import { type Key, open as unseal } from '../vault/seal.ts';
import type { PullerHouse } from '../webhooks/pull/house.ts';
import { puller } from '../webhooks/pull/puller.ts';

export interface PullsOptions extends Omit<PullerHouse, 'sql' | 'open'> {
  db: Database;
  key: Key;
  /** Names this process and no other. */
  holder: string;
  resting(): boolean;
  onError(error: unknown): void;
}

/** How often a process looks whether the one that asks the shops is gone, in ms. */
const STANDBY_MS = 10_000;

/** Asks the shops what they have; of several processes one does. */
export async function startPulls({
  db,
  key,
  holder,
  resting,
  onError,
  ...house
}: PullsOptions): Promise<{ stop(): Promise<void> }> {
  const mine = lease(db, 'pulls', holder);
  const round = puller({ ...house, sql: db.sql, open: (sealed, context) => unseal(key, sealed, context) });
  const loop = startLoop(
    unless(resting, async () => ((await mine.hold()) ? round() : STANDBY_MS)),
    onError,
  );
  const unlisten = await db.listen('pulls', loop.wake);
  return {
    async stop() {
      await unlisten();
      await loop.stop();
      await mine.release();
    },
  };
}
