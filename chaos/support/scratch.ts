import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findCluster } from '../../src/db/postgres/cluster.ts';
import { findPostmaster, stopPostmaster } from '../../src/db/postgres/postmaster.ts';

const STOP_PATIENCE_MS = 10_000;

/**
 * Runs `work` in a data directory. Afterwards it is removed, together with the server that a killed service left on it.
 */
export async function inScratch<T>(work: (dataDir: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'solo-crm-fault-'));
  // the server's own account must be able to enter
  chmodSync(dataDir, 0o755);
  const atExit = () => clearAtOnce(dataDir);
  process.once('SIGINT', interrupted).once('SIGTERM', interrupted).once('exit', atExit);
  try {
    return await work(dataDir);
  } finally {
    await clear(dataDir);
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted).off('exit', atExit);
  }
}

function interrupted(): void {
  process.exit(130);
}

async function clear(dataDir: string): Promise<void> {
  const cluster = findCluster(dataDir);
  const orphan = cluster && findPostmaster(cluster.dir);
  if (orphan) await stopPostmaster(orphan.pid, cluster.dir, STOP_PATIENCE_MS);
  rmSync(dataDir, { recursive: true, force: true });
}

/** For a process that must not wait any longer. */
function clearAtOnce(dataDir: string): void {
  const cluster = findCluster(dataDir);
  const orphan = cluster && findPostmaster(cluster.dir);
  if (orphan) process.kill(orphan.pid, 'SIGQUIT');
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
