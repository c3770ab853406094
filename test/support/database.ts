import { randomBytes } from 'node:crypto';
import { inject } from 'vitest';
import type { Connection } from '../../src/db/client.ts';
import { type Database, type DatabaseOptions, openDatabase } from '../../src/db/open.ts';
import { atEndOfFile } from './end_of_file.ts';
import { TEMPLATE } from './global_setup.ts';

/** SQLSTATE: somebody is connected to it. */
const IN_USE = '55006';

export interface TestDatabase {
  readonly db: Database;
  readonly connection: Exclude<Connection, { url: string }>;
  /** Closes the handle and removes the database. */
  drop(): Promise<void>;
}

/** A database of its own: a copy of the migrated template, or an empty one with `template: 'template0'`. */
export async function createDatabase(options: DatabaseOptions & { template?: string } = {}): Promise<TestDatabase> {
  const { template = TEMPLATE, ...handle } = options;
  const name = `test_${randomBytes(6).toString('hex')}`;
  // as files: through the WAL, both making and removing it would cost more
  await onServer(`create database ${name} template ${template} strategy file_copy`);
  const connection = { ...inject('server'), database: name };
  const db = openDatabase(connection, handle);
  const drop = async () => {
    await db.close();
    await dropUnused(name);
  };
  return { db, connection, drop };
}

/**
 * `createDatabase` for a whole test file, at the top level or in a hook; it is removed after the file: `const { db } =
 * await testDatabase();`.
 */
export async function testDatabase(options: DatabaseOptions & { template?: string } = {}): Promise<TestDatabase> {
  const database = await createDatabase(options);
  atEndOfFile(database.drop);
  return database;
}

/** How often we wait for sessions that are ending; the server waits five seconds each time. */
const DROP_TRIES = 6;

/** Removes the database, and fails if somebody was still connected to it: whoever opens a handle must close it. */
async function dropUnused(name: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const error = await onServer(`drop database ${name}`).catch((reason: unknown) => reason);
    if (error === undefined) return;
    if (tries < DROP_TRIES && (error as { code?: string }).code === IN_USE) continue;
    await onServer(`drop database if exists ${name} with (force)`);
    throw new Error('a handle of a test database was left open', { cause: error });
  }
}

/** Runs one statement as superuser, outside every test database. */
export async function onServer(statement: string): Promise<void> {
  const admin = openDatabase(inject('server'), { poolSize: 1, queryTimeoutMs: 60_000 });
  try {
    await admin.autocommit.unsafe(statement);
  } finally {
    await admin.close();
  }
}
