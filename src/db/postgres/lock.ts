import { createHash, randomBytes } from 'node:crypto';
import { existsSync, linkSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Explained } from '../../text/explained.ts';

export type LockRole = 'service' | 'cli';

/** Another process works on this data directory. */
export class DataDirBusy extends Explained {
  override readonly name = 'DataDirBusy';
  /** 0 if the other process could not be identified. */
  readonly pid: number;
  readonly role: LockRole;

  constructor(dataDir: string, pid: number, role: LockRole) {
    super(({ faults }) => (role === 'service' ? faults.running : faults.commandAtWork)(dataDir, pid));
    this.pid = pid;
    this.role = role;
  }
}

export interface Lock {
  release(): Promise<void>;
}

/**
 * Takes the data directory for this process until the process ends, however it ends, or releases it. Throws
 * DataDirBusy.
 */
export async function lockDataDir(dataDir: string, role: LockRole): Promise<Lock> {
  const note = join(dataDir, 'lock');
  const held = await hold(dataDir, 'data');
  if (!held) {
    const holder = readHolder(note);
    throw new DataDirBusy(dataDir, holder.pid, holder.role);
  }
  writeFileSync(note, `${process.pid} ${role}\n`);
  return {
    release: async () => {
      rmSync(note, { force: true });
      await held.release();
    },
  };
}

/** Whether a service works on this data directory, as far as one look can tell. */
export async function serviceRuns(dataDir: string): Promise<boolean> {
  const note = join(dataDir, 'lock');
  return existsSync(note) && readHolder(note).role === 'service' && answers(socketName(dataDir, 'data'));
}

/**
 * A lock that the kernel drops when the process dies, so it never becomes stale: a listening socket whose name stands
 * for the directory (by device and inode, so links and mounts do not matter). Undefined if somebody else has it.
 */
export async function hold(dir: string, purpose: string): Promise<Lock | undefined> {
  const name = socketName(dir, purpose);
  const server = (await listenOn(name)) ?? (await takeOver(name));
  if (!server) return undefined;
  server.unref();
  return { release: () => new Promise((resolve) => server.close(() => resolve())) };
}

/**
 * Linux: an abstract socket. Windows: a pipe. Elsewhere a socket file, which can be left behind. Anybody on the machine
 * could take such a name, so it includes a secret that is known only to those who may read the directory's files.
 */
function socketName(dir: string, purpose: string): string {
  const { dev, ino } = statSync(dir, { bigint: true });
  const id = createHash('sha256')
    .update(`${dev}:${ino}:${purpose}:${secretOf(dir)}`)
    .digest('hex')
    .slice(0, 24);
  if (process.platform === 'linux') return `\0solo-crm-${id}`;
  return process.platform === 'win32' ? `\\\\.\\pipe\\solo-crm-${id}` : join(tmpdir(), `solo-crm-${id}`);
}

/**
 * The first process makes the secret. It writes it elsewhere and then links it, so that two which come at once read the
 * same one.
 */
function secretOf(dir: string): string {
  const file = join(dir, 'lock.secret');
  const read = () => readFileSync(file, 'utf8');
  try {
    return read();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  writeFileSync(draft, randomBytes(24).toString('hex'), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return read();
}

function listenOn(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy());
    server.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(name, () => resolve(server));
  });
}

async function takeOver(name: string): Promise<Server | undefined> {
  const leftBehind = name.startsWith('/') && !(await answers(name));
  if (!leftBehind) return undefined;
  rmSync(name, { force: true });
  return listenOn(name);
}

function answers(name: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(name, () => resolve(true)).once('error', () => resolve(false));
    socket.once('close', () => socket.destroy());
  });
}

function readHolder(note: string): { pid: number; role: LockRole } {
  try {
    const [pid, role] = readFileSync(note, 'utf8').trim().split(' ');
    return { pid: Number(pid), role: role === 'cli' ? 'cli' : 'service' };
  } catch {
    // the other process has the lock but has not written its note yet
    return { pid: 0, role: 'service' };
  }
}
