import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** Makes a directory and those above it. Node's own `recursive` never comes back where a parent takes no directories (/proc). */
export function makeDir(dir: string): void {
  const there = statSync(dir, { throwIfNoEntry: false });
  if (there?.isDirectory()) return;
  if (!there && dirname(dir) !== dir) makeDir(dirname(dir));
  try {
    mkdirSync(dir);
  } catch (error) {
    // somebody else made it meanwhile
    if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

const WHY: Readonly<Record<string, string>> = {
  ENOSPC: 'its disk is full: free some space',
  EDQUOT: 'the quota of its disk is used up: free some space',
  EROFS: 'its disk is mounted read-only',
  EIO: 'its disk reports errors',
};
/** What the file system says when a directory is no place for our files. */
const REFUSALS = ['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ELOOP', 'ENAMETOOLONG', 'EINVAL'];

/** One sentence for whoever chose the directory, when a file in it cannot be written or read; undefined for other errors. */
export function explainFileError(dir: string, error: unknown): string | undefined {
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException;
  if (
    !(error instanceof Error) ||
    !syscall ||
    ['connect', 'listen', 'spawn', 'getaddrinfo'].includes(syscall.split(' ')[0]!)
  )
    return undefined;
  const why =
    WHY[code] ??
    (REFUSALS.includes(code) ? 'this user may not write there, or a file in it is another user’s' : undefined);
  return (
    why &&
    `The data directory ${dir} cannot be used (${code}), ${why}. Mend that, or set DATA_DIR to another directory.`
  );
}
