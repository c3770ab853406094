import { existsSync } from 'node:fs';

/** The program's directory: it holds `assets`, `sql` and either `src` or `dist`, where this file is. */
export const ROOT = above(new URL('.', import.meta.url));

function above(directory: URL): URL {
  if (existsSync(new URL('package.json', directory))) return directory;
  const next = new URL('..', directory);
  if (next.href === directory.href) throw new Error('package.json is missing: solo-crm runs from its own directory.');
  return above(next);
}
