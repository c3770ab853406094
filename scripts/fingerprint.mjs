import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';

// Plain JavaScript: it is asked at every start, before anything is built.
const ROOT = new URL('..', import.meta.url);
const NOTE = new URL('dist/built_from', ROOT);
/** What the program is made of. */
const MADE_OF = ['package-lock.json', 'scripts/build.ts', 'src'];

/** Stands for every file that is built from, by path, size and time of change: reading them all would take longer than the start. */
export function fingerprint() {
  const print = createHash('sha256');
  for (const path of MADE_OF.flatMap(filesIn)) {
    const { size, mtimeMs } = statSync(new URL(path, ROOT));
    print.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return print.digest('hex');
}

/** Notes what `dist` was built from; taken before the build, so that what changes meanwhile is built next time. */
export function noteBuilt(print) {
  writeFileSync(NOTE, print);
}

/** Whether `dist` is what the sources would give; where there are no sources, it is what there is. */
export function isBuilt() {
  if (!existsSync(new URL('src', ROOT))) return true;
  return existsSync(NOTE) && readFileSync(NOTE, 'utf8') === fingerprint();
}

function filesIn(path) {
  const url = new URL(path, ROOT);
  if (!existsSync(url) || !statSync(url).isDirectory()) return existsSync(url) ? [path] : [];
  return readdirSync(url)
    .sort()
    .flatMap((name) => filesIn(`${path}/${name}`));
}
