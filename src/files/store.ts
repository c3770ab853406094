import { createHash, randomBytes } from 'node:crypto';
import { mkdir, open, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FileRefused } from './fault.ts';
import { removeUnnamed, type Unnamed } from './unnamed.ts';

/** What one file may hold: mailboxes take no more (Gmail and Outlook 25 MB), and a file is in memory while it is passed on. */
export const FILE_BYTES = 25 * 1024 * 1024;

const REF = /^file:([0-9a-f]{64})$/;

/** Files by their content, under the data directory: the same bytes are kept once, whoever sent them. */
export interface FileStore {
  /** Keeps the bytes and gives their ref, `file:<sha256>`; on disk when it resolves. Throws FileRefused beyond FILE_BYTES. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes as they were put. Throws FileRefused when nothing, or nothing intact, is kept under the ref. */
  read(ref: string): Promise<Buffer>;
  /** Removes files that nothing names any more. Gives how many. */
  removeUnnamed(which: Unnamed): Promise<number>;
}

/** Whether a ref belongs to our own store; what is not exactly such a ref never becomes a path. */
export function isKept(ref: string): boolean {
  return REF.test(ref);
}

/**
 * The store in `dir`: `<dir>/ab/ab12…`. A file is written aside, flushed and renamed, so under its name is all of it or nothing;
 * nobody can read what a crash leaves in `<dir>/incoming`. Makes no directory before the first file.
 */
export function openFileStore(dir: string): FileStore {
  const pathOf = (hash: string) => pathIn(dir, hash);
  return {
    async put(bytes) {
      if (bytes.length > FILE_BYTES) throw new FileRefused('file_too_large', `a file of ${bytes.length} bytes`);
      const hash = sha256(bytes);
      const path = pathOf(hash);
      if (!(await isThere(path, bytes.length))) await write(dir, path, bytes);
      else await utimes(path, new Date(), new Date()); // as young as one just written
      return `file:${hash}`;
    },
    removeUnnamed: (which) => removeUnnamed(dir, which),
    async read(ref) {
      const hash = REF.exec(ref)?.[1];
      if (hash === undefined) throw new FileRefused('file_gone', 'not a file we keep');
      const bytes = await readFile(pathOf(hash)).catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') throw new FileRefused('file_gone', 'the file is not there', { cause: error });
        throw error;
      });
      if (sha256(bytes) !== hash) throw new FileRefused('file_gone', 'the file is damaged');
      return bytes;
    },
  };
}

function pathIn(dir: string, hash: string): string {
  return join(dir, hash.slice(0, 2), hash);
}

/** The store of a data directory. */
export function filesDir({ dataDir }: { dataDir: string }): string {
  return join(dataDir, 'files');
}

/** Where a ref's file lies in the store of `dir`, for whoever sits at the machine; undefined when it is not a file of ours. */
export function keptPath(dir: string, ref: string): string | undefined {
  const hash = REF.exec(ref)?.[1];
  return hash && pathIn(dir, hash);
}

/** A file of another length is a damaged one: it is written again. */
async function isThere(path: string, bytes: number): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() === true && found.size === bytes;
}

async function write(dir: string, path: string, bytes: Uint8Array): Promise<void> {
  const incoming = join(dir, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = join(incoming, randomBytes(12).toString('hex'));
  try {
    await writeFile(draft, bytes, { mode: 0o600, flag: 'wx', flush: true });
    await rename(draft, path);
    await syncDirectory(dirname(path));
  } finally {
    await rm(draft, { force: true });
  }
}

/** Without it a power cut may forget the new name. Windows opens no directories. */
async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const directory = await open(path);
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
