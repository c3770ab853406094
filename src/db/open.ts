import { en, type Texts } from '../text/en/index.ts';
import { Explained } from '../text/explained.ts';
import { Client, type Connection } from './client.ts';
import { wasLost } from './errors.ts';
import { type Dispatch, front, replay } from './front.ts';
import { openListener } from './listen.ts';
import { Pool } from './pool.ts';
import type { Fragment, Row, Sql, Tx } from './sql.ts';
import { transaction } from './transaction.ts';

export type { Connection } from './client.ts';
export { explainDatabaseError } from './errors.ts';

const DEFAULT_POOL_SIZE = 8;
const DEFAULT_QUERY_TIMEOUT_MS = 15_000;
const CLOSE_GRACE_MS = 5_000;
const OLDEST_SERVER = 16;

/** The only way to the database. */
export interface Database {
  /** For reading. A write fails with SQLSTATE 25006; a read whose connection was lost is repeated once. */
  readonly sql: Sql;
  /**
   * For single statements that commit by themselves (a batch of inserts, a claim). They are never repeated
   * automatically.
   */
  readonly autocommit: Sql;
  /**
   * Commits when `work` returns. Any failure, including a lost connection, rolls everything back and rejects. `first`:
   * queries without parameters that cost no turn of their own, because they are sent with the begin; `work` gets the
   * rows of each. `last`: a statement that is sent with the commit; if it fails, everything is rolled back.
   */
  transaction<T>(
    work: (tx: Tx, rows: Row[][]) => Promise<T>,
    first?: readonly string[],
    last?: (tx: Tx, result: T) => Fragment,
  ): Promise<T>;
  /**
   * Gives every listener of `channel`, in every process, a hint. Inside a transaction use `select pg_notify(...)`
   * instead.
   */
  notify(channel: string): Promise<void>;
  /** Calls `heard` for each hint, and once after a lost connection is back. The returned function ends that. */
  listen(channel: string, heard: () => void): Promise<() => Promise<void>>;
  /** Shows the other processes that this one, number `instance`, lives: its session holds a lock. */
  present(instance: number): Promise<void>;
  /** How many connections were lost so far. After a loss, a commit that did not wait for the disk may be gone. */
  losses(): number;
  /** Gives running work up to 5 s to finish. */
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** The number of connections for reading and transactions; `autocommit` has as many again. Default 8. */
  readonly poolSize?: number;
  /** The server ends a statement that takes longer (SQLSTATE 57014). Default 15,000 ms. */
  readonly queryTimeoutMs?: number;
}

/** Connects to nothing yet: connections are made when they are needed. */
export function openDatabase(connection: Connection, options: DatabaseOptions = {}): Database {
  const { poolSize = DEFAULT_POOL_SIZE, queryTimeoutMs: timeoutMs = DEFAULT_QUERY_TIMEOUT_MS } = options;
  const readers = new Pool(poolSize, () => new Client(connection, { readOnly: true, timeoutMs }));
  const writers = new Pool(poolSize, () => new Client(connection, { readOnly: false, timeoutMs }));
  const listener = openListener(connection, timeoutMs);
  const sql = front(retriedOnce(through(readers)));
  return {
    sql,
    autocommit: front(through(writers)),
    transaction: (work, first, last) => transaction(readers, work, first, last),
    notify: async (channel) => {
      await sql`select pg_notify(${channel}, '')`;
    },
    listen: (channel, heard) => listener.listen(channel, heard),
    present: (instance) => listener.present(instance),
    losses: () => readers.lost + writers.lost,
    close: async () => {
      listener.close();
      await Promise.all([readers.close(CLOSE_GRACE_MS), writers.close(CLOSE_GRACE_MS)]);
    },
  };
}

function through(pool: Pool): Dispatch {
  return (statement) => pool.use((client) => client.run((sql) => replay(sql, statement)));
}

/** Repeats a read once. That is harmless unless the caller has already received rows the first time. */
function retriedOnce(dispatch: Dispatch): Dispatch {
  return (statement) =>
    dispatch(statement).catch((error: unknown) => {
      if (!wasLost(error) || statement.forEachFn || statement.cursorFn) throw error;
      return dispatch(statement);
    });
}

/** Throws one clear sentence if the server is older than the SQL of this program needs. */
export async function checkServer(database: Database): Promise<void> {
  const [row] = await database.sql<{ version: string; number: number }>`
    select current_setting('server_version') as version, current_setting('server_version_num')::int as number`;
  if (row && row.number < OLDEST_SERVER * 10_000) throw new Explained((t) => tooOld(row.version, t));
}

export function tooOld(version: string, { faults }: Pick<Texts, 'faults'> = en): string {
  return faults.tooOld(version.split(' ')[0]!, OLDEST_SERVER);
}
