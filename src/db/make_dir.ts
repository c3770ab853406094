import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { en, type Texts } from '../text/en/index.ts';

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

const WHY: Readonly<Record<string, keyof Texts['faults']['why']>> = {
  ENOSPC: 'full',
  EDQUOT: 'quota',
  EROFS: 'readOnly',
  EIO: 'broken',
};
/** What the file system says when a directory is no place for our files. */
const REFUSALS = ['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ELOOP', 'ENAMETOOLONG', 'EINVAL'];

/** One sentence for whoever chose the directory, when a file in it cannot be written or read; undefined for other errors. */
export function explainFileError(dir: string, error: unknown, { faults }: Texts = en): string | undefined {
  const { code = '', syscall = '' } = error as NodeJS.ErrnoException;
  if (
    !(error instanceof Error) ||
    !syscall ||
    ['connect', 'listen', 'spawn', 'getaddrinfo'].includes(syscall.split(' ')[0]!)
  )
    return undefined;
  const why = WHY[code] ?? (REFUSALS.includes(code) ? 'refused' : undefined);
  return why && faults.cannotUse(dir, code, faults.why[why]);
}
