import type { Database } from '../db/open.ts';
import type { Tx } from '../db/sql.ts';
import { type Health, readHealth } from './health.ts';

/** Tells whether we can do our work: rows can be written and due work gets done. */
export interface Readiness {
  /** Rejects if nothing can be stored. Asks the database at most once a second and repeats its answer in between. */
  check(): Promise<Health & { standing: boolean }>;
  /** A worker has finished something, well or badly. */
  moved(): void;
}

export interface ReadinessOptions {
  db: Pick<Database, 'sql' | 'transaction'>;
  /** A monotonic clock, in ms. */
  now?: () => number;
}

const SAME_MS = 1_000;
/**
 * If work has been due for this long and none was finished, the workers stand still. A single event may take a minute.
 */
const STANDING_SECONDS = 90;
const PROBE_ROWS = 3;

export function createReadiness({ db, now = () => performance.now() }: ReadinessOptions): Readiness {
  let movedAt = now();
  let asked: { until: number; health: Promise<Health> } | undefined;

  async function ask(): Promise<Health> {
    const [health] = await Promise.all([readHealth(db.sql), probeWrite(db)]);
    return health;
  }

  /** Keeps an answer until a second after it came, so that a silent database is not asked over and over. */
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

/**
 * Asks the disk for new pages, as a day's events would, and rolls back. An update in place would not do: it succeeds on
 * a full disk.
 */
async function probeWrite(db: Pick<Database, 'transaction'>): Promise<void> {
  const work = async (tx: Tx) => {
    await tx`insert into write_probes select repeat(md5(n::text), 240) from generate_series(1, ${PROBE_ROWS}::int) n`;
    throw new Probed();
  };
  await db.transaction(work).catch((error: unknown) => {
    if (!(error instanceof Probed)) throw error;
  });
}
