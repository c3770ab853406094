import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { findCluster } from './postgres/cluster.ts';
import type { Sql } from './sql.ts';

/** The facts that identify a site, by name; a copy differs in at least one of them. Unknown facts are left out. */
type Facts = Record<string, string>;

/** Parts of a cluster that are made once, so a copy has its own. */
const MADE_ONCE = ['PG_VERSION', 'base', 'global', 'pg_wal'];
/** These exist in a container, whose machine id belongs to its image. */
const CONTAINER_SIGNS = ['/.dockerenv', '/run/.containerenv', '/var/run/secrets/kubernetes.io'];

/**
 * The facts of the built-in database in `dataDir`: where it is, on which machine, and which files exactly. No host
 * name: containers change it.
 */
export function embeddedFacts(dataDir: string): Facts {
  const cluster = findCluster(realpathSync(dataDir));
  const made = cluster && MADE_ONCE.map((name) => origin(join(cluster.dir, name))).join(' ');
  return known({ path: realpathSync(dataDir), storage: made && digest(made), ...machineFacts() });
}

/**
 * The facts of a given database: which server, under which address, and (if we may ask) when its files were made. Other
 * processes may use it from anywhere, so our own place counts only if the server is on the same machine.
 */
export async function serverFacts(sql: Sql, url: string): Promise<Facts> {
  const { host, port, pathname } = new URL(url);
  const near = /^(localhost|127\.|\[::1\]|$|%2F)/i.test(host);
  return known({
    address: digest(`${host}:${port}${pathname}`),
    server: await ask(
      sql`select system_identifier || ':' || (select oid from pg_database where datname = current_database()) as answer from pg_control_system()`,
    ),
    storage: await ask(sql`select (pg_stat_file('PG_VERSION')).change::text as answer`),
    ...(near && machineFacts()),
  });
}

/** The facts of a data directory, whatever it holds. */
export function directoryFacts(dataDir: string): Facts {
  return known({ path: realpathSync(dataDir), directory: origin(dataDir), ...machineFacts() });
}

function machineFacts(): Record<string, string | undefined> {
  const inContainer = CONTAINER_SIGNS.some((path) => existsSync(path));
  return {
    machine: inContainer ? undefined : digestOf('/etc/machine-id'),
    hardware: digestOf('/sys/class/dmi/id/product_uuid'),
  };
}

/**
 * A file's inode and time of birth, which stay the same for as long as it lives; a copy has others. Some file systems
 * know no birth and say 0.
 */
function origin(path: string): string {
  const { ino, birthtimeNs } = statSync(path, { bigint: true });
  return `${ino}:${birthtimeNs}`;
}

function digestOf(path: string): string | undefined {
  try {
    const text = readFileSync(path, 'utf8').trim();
    return text ? digest(text) : undefined;
  } catch {
    return undefined;
  }
}

/** The server's answer, if it gives one: not every server answers, and not everybody may ask. */
async function ask(question: PromiseLike<{ answer?: string }[]>): Promise<string | undefined> {
  try {
    return (await question)[0]?.answer;
  } catch {
    return undefined;
  }
}

/** A digest, because machine ids must not be passed on in the clear (machine-id(5)). */
function digest(text: string): string {
  return createHash('sha256').update(`solo-crm ${text}`).digest('hex').slice(0, 32);
}

function known(facts: Record<string, string | undefined>): Facts {
  return Object.fromEntries(Object.entries(facts).filter((pair): pair is [string, string] => pair[1] !== undefined));
}
