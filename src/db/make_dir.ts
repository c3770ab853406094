import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { en, type Texts } from '../text/en/index.ts';

/** Makes a directory and its parents. Node's own `recursive` never returns if a parent takes no directories (/proc). */
export function makeDir(dir: string): void {
  const there = statSync(dir, { throwIfNoEntry: false });
  if (there?.isDirectory()) return;
  if (!there && dirname(dir) !== dir) makeDir(dirname(dir));
  try {
    mkdirSync(dir);
  } catch (error) {
    // somebody else may have made it meanwhile
    if (!statSync(dir, { throwIfNoEntry: false })?.isDirectory()) throw error;
  }
}

const WHY: Readonly<Record<string, keyof Texts['faults']['why']>> = {
  ENOSPC: 'full',
  EDQUOT: 'quota',
  EROFS: 'readOnly',
  EIO: 'broken',
};
/** Error codes of the file system for a directory that cannot hold our files. */
const REFUSALS = ['EACCES', 'EPERM', 'ENOENT', 'ENOTDIR', 'EISDIR', 'EEXIST', 'ELOOP', 'ENAMETOOLONG', 'EINVAL'];

/**
 * One sentence for whoever chose the directory, if a file in it cannot be read or written; undefined for other errors.
 */
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
