import { existsSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { Explained } from '../../text/explained.ts';
import type { Connection } from '../client.ts';
import { findBinaries } from './binaries.ts';
import {
  type Cluster,
  checkVersion,
  createCluster,
  findCluster,
  handOver,
  placeCluster,
  prepareDataDir,
  readPassword,
  serverAccount,
} from './cluster.ts';
import { hold, type Lock } from './lock.ts';
import { findPostmaster } from './postmaster.ts';
import { runServer } from './server.ts';

/** sockaddr_un holds 107 bytes on Linux and 103 on macOS. */
const LONGEST_SOCKET_PATH = 100;
const SOCKET_PORT = 5432;

const SETTINGS: Readonly<Record<string, string>> = {
  shared_buffers: '128MB',
  max_connections: '100',
  // below FATAL the server would write statements, and with them what customers wrote, into its log
  log_min_messages: 'fatal',
  log_min_error_statement: 'panic',
};

export interface Embedded {
  readonly connection: Connection;
  /** Ends the server: sessions are cut, committed data stay. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on `dataDir` (made on first use) and keeps it running: a server that dies is started again, and one
 * that a killed parent left behind is stopped first. `settings` are PostgreSQL settings that override ours. Throws one
 * clear sentence if that is not possible.
 */
export async function startEmbedded(
  dataDir: string,
  settings: Readonly<Record<string, string>> = {},
  onStep: (step: 'making' | 'database') => void = () => {},
): Promise<Embedded> {
  const realDir = prepareDataDir(dataDir);
  const locks: Lock[] = [];
  const release = async () => {
    for (const lock of locks.splice(0)) await lock.release();
  };
  await take(locks, realDir);
  try {
    const { server, connection } = await startIn(realDir, settings, locks, onStep);
    const stop = async () => {
      await server.stop();
      await release();
    };
    return { connection, stop };
  } catch (error) {
    await release();
    throw error;
  }
}

async function take(locks: Lock[], dir: string): Promise<void> {
  const lock = await hold(dir, 'postgres');
  if (!lock) throw new Explained(({ faults }) => faults.databaseInUse(dir));
  locks.push(lock);
}

async function startIn(
  dataDir: string,
  settings: Readonly<Record<string, string>>,
  locks: Lock[],
  onStep: (step: 'making' | 'database') => void,
) {
  const existing = findCluster(dataDir);
  onStep(existing ? 'database' : 'making');
  const account = serverAccount(existing);
  const binaries = findBinaries(account);
  const cluster = existing ?? placeCluster(dataDir, account);
  // the data directory may link to a cluster elsewhere; a copy of it links to the same one, so that one is locked as
  // well
  const home = dirname(cluster.dir);
  if (home !== dataDir && existsSync(home)) await take(locks, home);
  if (existsSync(cluster.dir)) {
    checkVersion(cluster);
    handOver(cluster, account);
  } else await createCluster(cluster, binaries.initdb, account);
  const address = await chooseAddress(cluster);
  const all = { ...SETTINGS, ...addressSettings(address), ...settings };
  const server = await runServer({ cluster, program: binaries.postgres, account, settings: all });
  return { server, connection: connectionTo(cluster, address) };
}

/** Where the server runs that another process has started on `dataDir`; undefined if there is none. */
export async function connectionOfRunning(dataDir: string): Promise<Connection | undefined> {
  const cluster = existsSync(dataDir) ? findCluster(realpathSync(dataDir)) : undefined;
  const postmaster = cluster && findPostmaster(cluster.dir);
  if (!postmaster?.ready) return undefined;
  return connectionTo(cluster!, { host: postmaster.socketDir || '127.0.0.1', port: postmaster.port });
}

interface Address {
  /** The directory of the socket, or 127.0.0.1. */
  readonly host: string;
  readonly port: number;
}

/**
 * A unix socket inside the cluster needs no port and admits only its owner and root; if its path is too long, we use
 * TCP.
 */
async function chooseAddress(cluster: Cluster): Promise<Address> {
  const path = join(cluster.dir, `.s.PGSQL.${SOCKET_PORT}`);
  const fits = process.platform !== 'win32' && Buffer.byteLength(path) <= LONGEST_SOCKET_PATH;
  return fits ? { host: cluster.dir, port: SOCKET_PORT } : { host: '127.0.0.1', port: await freePort() };
}

function addressSettings({ host, port }: Address): Record<string, string> {
  if (host === '127.0.0.1') return { listen_addresses: host, unix_socket_directories: '', port: String(port) };
  return { listen_addresses: '', unix_socket_directories: host, unix_socket_permissions: '0700', port: String(port) };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });
}

function connectionTo(cluster: Cluster, address: Address): Connection {
  return { ...address, user: 'postgres', password: readPassword(cluster), database: 'postgres' };
}
