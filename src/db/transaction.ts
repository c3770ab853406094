import type { Client } from './client.ts';
import { codedError } from './client.ts';
import { wasLost } from './errors.ts';
import { type Dispatch, front, replay, type Statement } from './front.ts';
import type { Pool } from './pool.ts';
import type { Fragment, Row, Tx } from './sql.ts';

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
 * `first`: queries without parameters that are sent along with the begin; the rows of each are given to `work`. `last` makes the
 * statement that is sent along with the commit; when it fails, so does the transaction.
 */
export async function transaction<T>(
  pool: Pool,
  work: (tx: Tx, rows: Row[][]) => Promise<T>,
  first: readonly string[] = [],
  last?: (tx: Tx, result: T) => Fragment,
): Promise<T> {
  const { client, rows } = await begin(pool, first);
  const course: Course = { over: false };
  const tx = front(within(client, course)) as Tx;
  try {
    const result = await unlessLost(client, work(tx, rows));
    // what still runs beside it may send nothing more: behind the end it would run outside of any transaction
    course.over = true;
    await commit(client, course, last?.(tx, result));
    return result;
  } catch (error) {
    course.over = true;
    await rollback(client);
    throw error;
  } finally {
    pool.give(client);
  }
}

/** An idle connection may have died unnoticed. Nothing has happened before `begin` is answered, so that is tried once more. */
async function begin(pool: Pool, first: readonly string[]): Promise<Begun> {
  try {
    return await beginOnce(pool, first);
  } catch (error) {
    if (!wasLost(error)) throw error;
    return await beginOnce(pool, first);
  }
}

interface Begun {
  client: Client;
  /** Of each query sent along. */
  rows: Row[][];
}

/** Kept by the server, as any other query is: what is not would be planned anew each time. */
const PREPARED = { prepare: true, simple: false };

async function beginOnce(pool: Pool, first: readonly string[]): Promise<Begun> {
  const client = await pool.take();
  try {
    const begun = client.run((sql) => sql.unsafe('begin read write'));
    const asked = first.map((query) => client.run((sql) => sql.unsafe(query, [], PREPARED)));
    const [, ...rows] = await Promise.all([begun, ...asked]);
    return { client, rows: rows as Row[][] };
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
async function commit(client: Client, course: Course, last: Fragment | undefined): Promise<void> {
  const failed = (error: unknown) => {
    course.failure ??= error;
  };
  const closing = last && client.run((sql) => replay(sql, last as unknown as Statement)).catch(failed);
  const { command } = (await client.run((sql) => sql.unsafe('commit'))) as { command: string };
  await closing;
  if (command !== 'COMMIT') throw course.failure ?? codedError('ROLLED_BACK', 'The transaction was rolled back.');
}

/** A connection that cannot even roll back is given up: the server then rolls back by itself. */
async function rollback(client: Client): Promise<void> {
  if (!client.gone) await client.run((sql) => sql.unsafe('rollback')).catch((error: unknown) => client.lose(error));
}
