import { randomBytes } from 'node:crypto';
import { readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** How many files we ask about at once. */
const ASKED_AT_ONCE = 200;
const FILE = /^[0-9a-f]{64}$/;

export interface Unnamed {
  /** Only files kept before this time: a younger one may be named by an act that has not committed yet. */
  before: Date;
  /** The most files to remove. */
  most: number;
  /** Those of these refs that something still names. */
  named: (refs: string[]) => Promise<readonly string[]>;
}

/**
 * Removes files from the store in `dir` that nothing names any more, and files that a crash left half written. Returns
 * how many.
 */
export async function removeUnnamed(dir: string, { before, most, named }: Unnamed): Promise<number> {
  let removed = await removeDrafts(join(dir, 'incoming'), before, most);
  for (const directory of (await namesIn(dir)).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
    const hashes = (await namesIn(join(dir, directory))).filter((name) => FILE.test(name));
    for (let at = 0; at < hashes.length && removed < most; at += ASKED_AT_ONCE) {
      const old = await olderOf(join(dir, directory), hashes.slice(at, at + ASKED_AT_ONCE), before);
      const kept = new Set(old.length > 0 ? await named(old.map((hash) => `file:${hash}`)) : []);
      const free = old.filter((hash) => !kept.has(`file:${hash}`)).slice(0, most - removed);
      for (const hash of free) if (await remove(join(dir, directory, hash), before)) removed += 1;
    }
  }
  return removed;
}

async function removeDrafts(incoming: string, before: Date, most: number): Promise<number> {
  const old = (await olderOf(incoming, await namesIn(incoming), before)).slice(0, most);
  for (const name of old) await rm(join(incoming, name), { force: true });
  return old.length;
}

/** Renames the file first and then looks at its time again: one that was kept anew in this moment goes back. */
async function remove(path: string, before: Date): Promise<boolean> {
  const aside = join(dirname(path), `${randomBytes(8).toString('hex')}.gone`);
  await rename(path, aside);
  if (!(await isOlder(aside, before))) {
    await rename(aside, path);
    return false;
  }
  await rm(aside, { force: true });
  return true;
}

async function olderOf(dir: string, names: readonly string[], before: Date): Promise<string[]> {
  const old: string[] = [];
  for (const name of names) if (await isOlder(join(dir, name), before)) old.push(name);
  return old;
}

async function isOlder(path: string, before: Date): Promise<boolean> {
  const found = await stat(path).catch(() => undefined);
  return found !== undefined && found.mtime < before;
}

/** Empty if there is no such directory. */
async function namesIn(dir: string): Promise<string[]> {
  return (await readdir(dir).catch(() => [])).sort();
}
