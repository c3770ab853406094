import type { Database } from '../db/open.ts';
import type { Tx } from '../db/sql.ts';
import { type Health, readHealth } from './health.ts';

/** Whether we can do our work: rows can be written, and what is due is taken up. */
export interface Readiness {
  /** Rejects when nothing can be stored. It asks the database at most once a second and says the same in between. */
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
/** If something has been due for so long and nothing was finished, the workers stand still. A single event may take a minute. */
const STANDING_SECONDS = 90;
const PROBE_ROWS = 3;

export function createReadiness({ db, now = () => performance.now() }: ReadinessOptions): Readiness {
  let movedAt = now();
  let asked: { until: number; health: Promise<Health> } | undefined;

  async function ask(): Promise<Health> {
    const [health] = await Promise.all([readHealth(db.sql), probeWrite(db)]);
    return health;
  }

  /** A silent database is not asked again and again: an answer stands until a second after it came. */
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

/** Asks the disk for new pages, as a day's events would, and gives them back: an update in place succeeds on a full disk. */
async function probeWrite(db: Pick<Database, 'transaction'>): Promise<void> {
  const work = async (tx: Tx) => {
    await tx`insert into write_probes select repeat(md5(n::text), 240) from generate_series(1, ${PROBE_ROWS}::int) n`;
    throw new Probed();
  };
  await db.transaction(work).catch((error: unknown) => {
    if (!(error instanceof Probed)) throw error;
  });
}
