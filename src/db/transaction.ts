import type { Client } from './client.ts';
import { codedError } from './client.ts';
import { wasLost } from './errors.ts';
import { type Dispatch, front, replay } from './front.ts';
import type { Pool } from './pool.ts';
import type { Row, Tx } from './sql.ts';

/** How a transaction stands: what its handle may still do, and the first statement that failed in it. */
interface Course {
  over: boolean;
  failure?: unknown;
}

/**
 * Runs `work` in one read-write transaction and commits when it returns; any failure rolls everything back and rejects.
 *
 * When the connection is lost, the transaction rejects at once and `work` stays for ever at the statement where it stands:
 * its handle does not settle any more, so nothing it does next can be taken for a part of a transaction that is gone.
 * Lost during commit, it rejects too: whether the server had committed is then unknown, so what must happen once needs a key.
 * `first`: a query without parameters that is sent along with the begin; its rows are given to `work`.
 */
export async function transaction<T>(
  pool: Pool,
  work: (tx: Tx, rows: Row[]) => Promise<T>,
  first?: string,
): Promise<T> {
  const { client, rows } = await begin(pool, first);
  const course: Course = { over: false };
  try {
    const result = await unlessLost(client, work(front(within(client, course)) as Tx, rows));
    await commit(client, course);
    return result;
  } catch (error) {
    await rollback(client);
    throw error;
  } finally {
    course.over = true;
    pool.give(client);
  }
}

/** An idle connection may have died unnoticed. Nothing has happened before `begin` is answered, so that is tried once more. */
async function begin(pool: Pool, first?: string): Promise<Begun> {
  try {
    return await beginOnce(pool, first);
  } catch (error) {
    if (!wasLost(error)) throw error;
    return await beginOnce(pool, first);
  }
}

interface Begun {
  client: Client;
  /** Of the query sent along. */
  rows: Row[];
}

async function beginOnce(pool: Pool, first = ''): Promise<Begun> {
  const client = await pool.take();
  try {
    // of several statements the library gives a list of results, of one its rows
    const results = await client.run((sql) => sql.unsafe(`begin read write;${first}`));
    return { client, rows: first ? (results as Row[][])[1]! : [] };
  } catch (error) {
    // it may have begun even though what came along failed
    await rollback(client);
    pool.give(client);
    throw error;
  }
}

function within(client: Client, course: Course): Dispatch {
  return (statement) =>
    new Promise((resolve, reject) => {
      if (course.over && !client.gone)
        reject(codedError('TRANSACTION_OVER', 'A query came after its transaction had ended.'));
      if (course.over || client.gone) return;
      client
        .run((sql) => replay(sql, statement))
        .then(resolve, (error: unknown) => {
          course.failure ??= error;
          if (!client.gone) reject(error);
        });
    });
}

function unlessLost<T>(client: Client, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const unwatch = client.onLost(reject);
    work.then(resolve, reject).finally(unwatch);
  });
}

/** The server answers `commit` with ROLLBACK when a statement had failed, even if the callback caught that error. */
async function commit(client: Client, course: Course): Promise<void> {
  const { command } = (await client.run((sql) => sql.unsafe('commit'))) as { command: string };
  if (command !== 'COMMIT') throw course.failure ?? codedError('ROLLED_BACK', 'The transaction was rolled back.');
}

/** A connection that cannot even roll back is given up: the server then rolls back by itself. */
async function rollback(client: Client): Promise<void> {
  if (!client.gone) await client.run((sql) => sql.unsafe('rollback')).catch((error: unknown) => client.lose(error));
}
