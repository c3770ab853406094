import { existsSync } from 'node:fs';

/** Where the program lies: `assets` and `sql` are there, and `src` or `dist`, in which this file is. */
export const ROOT = above(new URL('.', import.meta.url));

function above(directory: URL): URL {
  if (existsSync(new URL('package.json', directory))) return directory;
  const next = new URL('..', directory);
  if (next.href === directory.href) throw new Error('package.json is missing: solo-crm runs from its own directory.');
  return above(next);
}
