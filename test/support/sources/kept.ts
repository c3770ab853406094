import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { importsOf, textOf } from './imports.ts';

const DIR = fileURLToPath(new URL('../../../node_modules/.cache/tests/', import.meta.url));

/**
 * What `make` makes with these sources, which decide it together with what they import and the files they name as URLs.
 * It is kept between runs below node_modules, and made again once any of them has changed, or a library or Node.
 */
export function kept(name: string, sources: readonly string[], make: () => string): string {
  const print = createHash('sha256').update(process.version);
  for (const file of [...withAllTheyRead(sources), 'package-lock.json']) print.update(`${file}\n${textOf(file)}`);
  const path = `${DIR}${name}_${print.digest('hex').slice(0, 32)}`;
  if (existsSync(path)) return readFileSync(path, 'utf8');
  const made = make();
  mkdirSync(DIR, { recursive: true });
  writeFileSync(`${path}.${process.pid}`, made);
  renameSync(`${path}.${process.pid}`, path);
  return made;
}

export function withAllTheyRead(sources: readonly string[]): Set<string> {
  const all = new Set(sources);
  // a set that grows is gone through to its new end
  for (const file of all) {
    if (!/\.ts$/.test(file)) continue;
    const named = [...textOf(file).matchAll(/new URL\('([^']+\.\w+)', import\.meta\.url\)/g)];
    for (const [, path] of named) all.add(join(dirname(file), path!));
    for (const { to } of importsOf(file)) all.add(to);
  }
  return all;
}
