import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { TestProject } from 'vitest/node';
import { plan } from '../../scripts/build.ts';
import { fingerprint, isBuilt, noteBuilt } from '../../scripts/fingerprint.mjs';
import type { Connection } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { findCluster } from '../../src/db/postgres/cluster.ts';
import { startEmbedded } from '../../src/db/postgres/embedded.ts';
import { hold } from '../../src/db/postgres/lock.ts';
import { findPostmaster, stopPostmaster } from '../../src/db/postgres/postmaster.ts';
import { prepareBeginning } from './begin_again.ts';

const PREFIX = 'solo-crm-test-';
const SURELY_OVER_MS = 60 * 60_000;

/** Linux keeps its content in memory: making a database of some hundred files takes a fifth of the time there. */
const IN_MEMORY = '/dev/shm';
/** Far more than a run ever needs. */
const ROOM_BYTES = 4 * 2 ** 30;

const SETTINGS = {
  // nobody needs a test's data after a power cut; commits stay synchronous, so a killed server still loses nothing
  fsync: 'off',
  full_page_writes: 'off',
  max_wal_size: '256MB',
  // fifty for each worker; a file closes its own (`database.ts` checks that)
  max_connections: '250',
  // for passwords set from now on: otherwise each of some thousand connections would compute its hash 4096 times, on
  // both sides
  scram_iterations: '1',
  // tests of plans say themselves what statistics there are; gathered by itself in a long run, others come in between, and the
  // plan of a full table was measured with those of half of it (80,011 rows looked at, twice in whole runs and never alone)
  autovacuum: 'off',
};

/** The name of the migrated database of which each test file gets a copy. */
export const TEMPLATE = 'template_solo_crm';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's server, as superuser. */
    server: Exclude<Connection, { url: string }>;
  }
}

/**
 * One PostgreSQL for the whole run, in a temporary directory that is removed with it; and the built program, for the
 * tests that start it.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  await buildProgram();
  const dir = temporaryDir();
  const remove = () => rmSync(dir, { recursive: true, force: true });
  try {
    const server = await startEmbedded(dir, SETTINGS);
    const connection = server.connection as Exclude<Connection, { url: string }>;
    await makeTemplate(connection);
    project.provide('server', connection);
    return async () => {
      await server.stop();
      remove();
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Builds as a start would, if the sources have changed. */
async function buildProgram(): Promise<void> {
  if (isBuilt()) return;
  const print = fingerprint();
  await build(plan);
  noteBuilt(print);
}

/** A directory of its own that the server's account may enter, with a path short enough for a socket. */
export function temporaryDir(): string {
  const dir = mkdtempSync(join(hasRoom(IN_MEMORY) ? IN_MEMORY : tmpdir(), PREFIX));
  chmodSync(dir, 0o755);
  return dir;
}

function hasRoom(dir: string): boolean {
  const { bavail, bsize } = existsSync(dir) ? statfsSync(dir) : { bavail: 0, bsize: 0 };
  return bavail * bsize >= ROOM_BYTES;
}

async function makeTemplate(connection: Exclude<Connection, { url: string }>): Promise<void> {
  const admin = openDatabase(connection);
  await admin.autocommit.unsafe(`alter role ${connection.user} password '${connection.password}'`);
  await admin.autocommit.unsafe(`create database ${TEMPLATE}`);
  await admin.close();
  await migrate({ ...connection, database: TEMPLATE });
  const template = openDatabase({ ...connection, database: TEMPLATE });
  await prepareBeginning(template);
  await template.close();
}

/** Removes the servers of runs that were killed: they would stay for ever. */
async function sweep(): Promise<void> {
  const dirs = [tmpdir(), IN_MEMORY].filter(existsSync);
  const left = dirs.flatMap((dir) =>
    readdirSync(dir).flatMap((name) => (name.startsWith(PREFIX) ? [join(dir, name)] : [])),
  );
  for (const dir of left) {
    await removeIfOver(dir).catch((error: NodeJS.ErrnoException) => {
      // another run removes its own, or was quicker
      if (error.code !== 'ENOENT') throw error;
    });
  }
}

async function removeIfOver(dir: string): Promise<void> {
  if (Date.now() - statSync(dir).mtimeMs < SURELY_OVER_MS) return;
  const lock = await hold(dir, 'postgres');
  if (!lock) return;
  const cluster = findCluster(dir);
  const orphan = cluster && findPostmaster(cluster.dir);
  if (orphan) await stopPostmaster(orphan.pid, cluster.dir, 5_000);
  rmSync(dir, { recursive: true, force: true });
  await lock.release();
}
