import type { Database } from '../db/open.ts';
import type { Tx } from '../db/sql.ts';
import { type Health, readHealth } from './health.ts';

/** Whether we can do our work: rows can be written, and what is due is taken up. */
export interface Readiness {
  /** Rejects when nothing can be stored. At most once a second it asks the database; in between it says the same. */
  check(): Promise<Health & { standing: boolean }>;
  /** A worker has finished something, well or badly. */
  moved(): void;
}

export interface ReadinessOptions {
  db: Pick<Database, 'sql' | 'transaction'>;
  /** By a clock that only goes forward, in ms. */
  now?: () => number;
}

const SAME_MS = 1_000;
/** Something is due for so long and nothing was finished: the workers stand. A single event may take a minute. */
const STANDING_SECONDS = 90;
const PROBE_ROWS = 3;

export function createReadiness({ db, now = () => performance.now() }: ReadinessOptions): Readiness {
  let movedAt = now();
  let asked: { until: number; health: Promise<Health> } | undefined;

  async function ask(): Promise<Health> {
    const [health] = await Promise.all([readHealth(db.sql), probeWrite(db)]);
    return health;
  }

  /** A database that is silent is not asked again and again: the answer stands until a second after it came. */
  function question() {
    const mine = { until: Number.POSITIVE_INFINITY, health: ask() };
    const ends = () => {
      mine.until = now() + SAME_MS;
    };
    mine.health.then(ends, ends);
    return mine;
  }

  return {
    moved() {
      movedAt = now();
    },
    async check() {
      if (!asked || now() > asked.until) asked = question();
      const health = await asked.health;
      const idleSeconds = (now() - movedAt) / 1000;
      return { ...health, standing: Math.min(idleSeconds, health.inboxDueSeconds ?? 0) > STANDING_SECONDS };
    },
  };
}

class Probed extends Error {}

/** New pages are asked of the disk, as a day's events would, and given back: an update in place succeeds on a full one. */
async function probeWrite(db: Pick<Database, 'transaction'>): Promise<void> {
  const work = async (tx: Tx) => {
    await tx`insert into write_probes select repeat(md5(n::text), 240) from generate_series(1, ${PROBE_ROWS}::int) n`;
    throw new Probed();
  };
  await db.transaction(work).catch((error: unknown) => {
    if (!(error instanceof Probed)) throw error;
  });
}
