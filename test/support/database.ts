import { randomBytes } from 'node:crypto';
import { afterAll, inject } from 'vitest';
import type { Connection } from '../../src/db/client.ts';
import { type Database, type DatabaseOptions, openDatabase } from '../../src/db/open.ts';
import { TEMPLATE } from './global_setup.ts';

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
  await onServer(`create database ${name} template ${template}`);
  const connection = { ...inject('server'), database: name };
  const db = openDatabase(connection, handle);
  const drop = async () => {
    await db.close();
    await onServer(`drop database ${name} with (force)`);
  };
  return { db, connection, drop };
}

/** `createDatabase` for a whole test file, removed after it: `const { db } = await testDatabase();` at the top level. */
export async function testDatabase(options: DatabaseOptions & { template?: string } = {}): Promise<TestDatabase> {
  const database = await createDatabase(options);
  afterAll(database.drop);
  return database;
}

/** Runs one statement as superuser, outside every test database. */
export async function onServer(statement: string): Promise<void> {
  const admin = openDatabase(inject('server'), { poolSize: 1 });
  await admin.autocommit.unsafe(statement);
  await admin.close();
}
