import { createHash, randomBytes } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { type FileHandle, mkdir, open, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { FileRefused } from './fault.ts';
import { removeUnnamed, type Unnamed } from './unnamed.ts';

/**
 * The largest file we keep: mailboxes take no more (Gmail and Outlook 25 MB), and a file is in memory while it is
 * passed on.
 */
export const FILE_BYTES = 25 * 1024 * 1024;

const REF = /^file:([0-9a-f]{64})$/;

/** Files named by their content, in the data directory: the same bytes are kept once, whoever sent them. */
export interface FileStore {
  /**
   * Keeps the bytes and returns their ref, `file:<sha256>`, once they are on disk. Throws FileRefused beyond
   * FILE_BYTES.
   */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes as they were put. Throws FileRefused if nothing intact is kept under the ref. */
  read(ref: string): Promise<Buffer>;
  /** Keeps a file of any size, read piece by piece, and returns its ref. For files that whoever sits at the machine names. */
  putFile(path: string): Promise<string>;
  /** A kept file for reading at any place; its content is not checked. Throws FileRefused if there is none. */
  open(ref: string): Promise<KeptFile>;
  /** Removes files that nothing names any more. Returns how many. */
  removeUnnamed(which: Unnamed): Promise<number>;
}

/** A kept file, open until it is closed. */
export interface KeptFile {
  /** In bytes. */
  size: number;
  /** Exactly `length` bytes from there on, or fewer where the file ends. */
  read(at: number, length: number): Promise<Buffer>;
  close(): Promise<void>;
}

/** Whether a ref belongs to our own store. Only exactly such a ref ever becomes a path. */
export function isKept(ref: string): boolean {
  return REF.test(ref);
}

/**
 * Opens the store in `dir`: `<dir>/ab/ab12…`. A file is written elsewhere, flushed and renamed, so its name holds all
 * of it or nothing. What a crash leaves in `<dir>/incoming` is never read. Makes no directory before the first file.
 */
export function openFileStore(dir: string): FileStore {
  const pathOf = (hash: string) => pathIn(dir, hash);
  return {
    async put(bytes) {
      if (bytes.length > FILE_BYTES) throw new FileRefused('file_too_large', `a file of ${bytes.length} bytes`);
      const hash = sha256(bytes);
      const path = pathOf(hash);
      if (!(await isThere(path, bytes.length))) await write(dir, path, bytes);
      else await utimes(path, new Date(), new Date()); // keeps it from being removed as old
      return `file:${hash}`;
    },
    putFile: (path) => copyIn(dir, path),
    open: async (ref) => keptFile(await open(pathOf(hashIn(ref)), 'r').catch(refuseGone)),
    removeUnnamed: (which) => removeUnnamed(dir, which),
    async read(ref) {
      const hash = hashIn(ref);
      const bytes = await readFile(pathOf(hash)).catch(refuseGone);
      if (sha256(bytes) !== hash) throw new FileRefused('file_gone', 'the file is damaged');
      return bytes;
    },
  };
}

function hashIn(ref: string): string {
  const hash = REF.exec(ref)?.[1];
  if (hash === undefined) throw new FileRefused('file_gone', 'not a file we keep');
  return hash;
}

function refuseGone(error: NodeJS.ErrnoException): never {
  if (error.code === 'ENOENT') throw new FileRefused('file_gone', 'the file is not there', { cause: error });
  throw error;
}

async function keptFile(file: FileHandle): Promise<KeptFile> {
  const { size } = await file.stat();
  return {
    size,
    async read(at, length) {
      const bytes = Buffer.alloc(Math.max(0, Math.min(length, size - at)));
      let done = 0;
      while (done < bytes.length) {
        const { bytesRead } = await file.read(bytes, done, bytes.length - done, at + done);
        if (bytesRead === 0) break;
        done += bytesRead;
      }
      return bytes.subarray(0, done);
    },
    close: () => file.close(),
  };
}

function pathIn(dir: string, hash: string): string {
  return join(dir, hash.slice(0, 2), hash);
}

/** The directory of the file store. */
export function filesDir({ dataDir }: { dataDir: string }): string {
  return join(dataDir, 'files');
}

/**
 * The path of a ref's file in the store of `dir`, for whoever sits at the machine; undefined if the ref is not ours.
 */
export function keptPath(dir: string, ref: string): string | undefined {
  const hash = REF.exec(ref)?.[1];
  return hash && pathIn(dir, hash);
}

/** A file of a different length is damaged and written again. */
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

/** Copies a file under the name that its content gives it. */
async function copyIn(dir: string, from: string): Promise<string> {
  const incoming = join(dir, 'incoming');
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const draft = join(incoming, randomBytes(12).toString('hex'));
  const hash = createHash('sha256');
  try {
    await pipeline(
      createReadStream(from),
      async function* (pieces: AsyncIterable<Buffer>) {
        for await (const piece of pieces) {
          hash.update(piece);
          yield piece;
        }
      },
      createWriteStream(draft, { mode: 0o600, flags: 'wx', flush: true }),
    );
    const name = hash.digest('hex');
    const path = pathIn(dir, name);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    await rename(draft, path);
    await syncDirectory(dirname(path));
    return `file:${name}`;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Without this a power cut may lose the new name. Windows cannot open directories. */
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
