import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import type { Connection } from '../../src/db/client.ts';
import { migrate } from '../../src/db/migrate.ts';
import { openDatabase } from '../../src/db/open.ts';
import { findCluster } from '../../src/db/postgres/cluster.ts';
import { startEmbedded } from '../../src/db/postgres/embedded.ts';
import { hold } from '../../src/db/postgres/lock.ts';
import { findPostmaster, stopPostmaster } from '../../src/db/postgres/postmaster.ts';

const PREFIX = 'solo-crm-test-';
const SURELY_OVER_MS = 60 * 60_000;

/** The name of the migrated database that each test file gets a copy of. */
export const TEMPLATE = 'template_solo_crm';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's server, as superuser. */
    server: Exclude<Connection, { url: string }>;
  }
}

/** One PostgreSQL for the whole run, in a temporary directory that goes with it. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await sweep();
  const dir = temporaryDir();
  const remove = () => rmSync(dir, { recursive: true, force: true });
  try {
    // Nobody needs a test's data after a power cut. Commits stay synchronous, so a killed server still loses nothing.
    // Connections: fifty for each worker; a file closes its own (`database.ts` looks).
    const server = await startEmbedded(dir, { fsync: 'off', max_connections: '200' });
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

/** A directory of its own that the server's account may enter, with a path short enough for a socket. */
export function temporaryDir(): string {
  const dir = mkdtempSync(join(tmpdir(), PREFIX));
  chmodSync(dir, 0o755);
  return dir;
}

async function makeTemplate(connection: Exclude<Connection, { url: string }>): Promise<void> {
  const admin = openDatabase(connection);
  await admin.autocommit.unsafe(`create database ${TEMPLATE}`);
  await admin.close();
  await migrate({ ...connection, database: TEMPLATE });
}

/** Servers of runs that were killed would stay for ever. */
async function sweep(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((entry) => entry.startsWith(PREFIX))) {
    await removeIfOver(join(tmpdir(), name)).catch((error: NodeJS.ErrnoException) => {
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
