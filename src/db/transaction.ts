import type { Client } from './client.ts';
import { codedError } from './client.ts';
import { wasLost } from './errors.ts';
import { type Dispatch, front, replay, type Statement } from './front.ts';
import type { Pool } from './pool.ts';
import type { Fragment, Row, Tx } from './sql.ts';

/** The state of a transaction: what its handle may still do, and the first statement that failed in it. */
interface Course {
  over: boolean;
  failure?: unknown;
}

/**
 * Runs `work` in one read-write transaction and commits when it returns; any failure rolls everything back and rejects.
 *
 * If the connection is lost, the transaction rejects at once and `work` stays for ever at its current statement: the
 * handle does not settle any more, so nothing `work` does next can be mistaken for a part of the lost transaction. If
 * the connection is lost during commit, it rejects too; nobody knows then whether the server has committed, so what
 * must happen only once needs a key. `first`: queries without parameters that are sent with the begin; `work` gets the
 * rows of each. `last` makes the statement that is sent with the commit; if it fails, so does the transaction.
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
    // whatever still runs may send nothing more: it would run outside of any transaction
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

/** An idle connection may have died unnoticed. Nothing has happened before `begin` is answered, so we try once more. */
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
  /** The rows of each query that was sent along. */
  rows: Row[][];
}

/** Prepared, as any other query is: otherwise the server would plan it anew each time. */
const PREPARED = { prepare: true, simple: false };

async function beginOnce(pool: Pool, first: readonly string[]): Promise<Begun> {
  const client = await pool.take();
  try {
    const begun = client.run((sql) => sql.unsafe('begin read write'));
    const asked = first.map((query) => client.run((sql) => sql.unsafe(query, [], PREPARED)));
    const [, ...rows] = await Promise.all([begun, ...asked]);
    return { client, rows: rows as Row[][] };
  } catch (error) {
    // the begin may have succeeded though a query sent with it failed
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

/**
 * Commits, or throws if the server answers ROLLBACK: it does so if a statement had failed, even if the callback caught
 * that error.
 */
async function commit(client: Client, course: Course, last: Fragment | undefined): Promise<void> {
  const failed = (error: unknown) => {
    course.failure ??= error;
  };
  const closing = last && client.run((sql) => replay(sql, last as unknown as Statement)).catch(failed);
  const { command } = (await client.run((sql) => sql.unsafe('commit'))) as { command: string };
  await closing;
  if (command !== 'COMMIT') throw course.failure ?? codedError('ROLLED_BACK', 'The transaction was rolled back.');
}

/** Rolls back. If even that fails, we give the connection up and the server rolls back by itself. */
async function rollback(client: Client): Promise<void> {
  if (!client.gone) await client.run((sql) => sql.unsafe('rollback')).catch((error: unknown) => client.lose(error));
}
