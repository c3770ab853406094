import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

// Plain JavaScript, because it runs at every start, before anything is built.
const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NOTE = join(ROOT, 'dist/built_from');
/** What the program is built from. */
const MADE_OF = ['package-lock.json', 'scripts/build.ts', 'src'];

/**
 * A fingerprint of every file that goes into the build, by path, size and time of change: reading them all would take
 * longer than the start.
 */
export function fingerprint() {
  const print = createHash('sha256');
  const files = MADE_OF.flatMap(filesIn).map((path) => {
    const { size, mtimeMs } = statSync(join(ROOT, path));
    return `${path} ${size} ${mtimeMs}`;
  });
  return print.update(files.join('\n')).digest('hex');
}

/**
 * Notes what `dist` was built from. The fingerprint is taken before the build, so that changes meanwhile are built next
 * time.
 */
export function noteBuilt(print) {
  writeFileSync(NOTE, print);
}

/** Whether `dist` is up to date; without sources there is nothing to compare, so it is. */
export function isBuilt() {
  if (!existsSync(join(ROOT, 'src'))) return true;
  return existsSync(NOTE) && readFileSync(NOTE, 'utf8') === fingerprint();
}

function filesIn(path) {
  const stat = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return stat ? [path] : [];
  return within(path).sort();
}

function within(dir) {
  return readdirSync(join(ROOT, dir), { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? within(`${dir}/${entry.name}`) : [`${dir}/${entry.name}`],
  );
}
