import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { ROOT } from '../lib/root.ts';
import { Explained } from '../text/explained.ts';
import { Client, type Connection } from './client.ts';

const SQL_DIR = new URL('sql/', ROOT);
/** Any number will do, if it is the same for every instance: "solo-crm" in ASCII, first 7 bytes. */
const LOCK_KEY = '32492075310789229';

interface Migration {
  readonly name: string;
  readonly body: string;
  readonly sha256: string;
}

/**
 * Brings the database up to this program's schema and returns the names of the files it ran, in order. Several
 * instances may do so at once: one works, the others wait. Each file runs in a transaction of its own, except a file
 * that begins with `-- no-transaction` (for `create index concurrently`); that one must be repeatable. Throws one clear
 * sentence if the database is newer than the program or its history differs from the files.
 */
export async function migrate(
  connection: Connection,
  directory: URL = SQL_DIR,
  onStep: (step: 'migrating') => void = () => {},
): Promise<string[]> {
  const client = new Client(connection, { readOnly: false, timeoutMs: 0 });
  try {
    await run(client, `select pg_advisory_lock(${LOCK_KEY})`);
    await run(
      client,
      'create table if not exists migrations (name text primary key, sha256 text not null, ran_at timestamptz not null default now())',
    );
    const known = readMigrations(directory);
    const done = await client.run((sql) => sql`select name, sha256 from migrations order by name`);
    const pending = pendingOf(known, done as { name: string; sha256: string }[]);
    if (pending.length > 0) onStep('migrating');
    for (const migration of pending) await apply(client, migration).catch(named(migration));
    return pending.map(({ name }) => name);
  } finally {
    client.lose(new Error('The migration is over.'));
  }
}

function readMigrations(directory: URL): Migration[] {
  const names = readdirSync(directory).filter((name) => /^\d{4}_.*\.sql$/.test(name));
  return names.sort().map((name) => {
    // a checkout with CRLF line endings is still the same file
    const body = readFileSync(new URL(name, directory), 'utf8').replaceAll('\r\n', '\n');
    return { name, body, sha256: createHash('sha256').update(body).digest('hex') };
  });
}

function pendingOf(known: readonly Migration[], done: readonly { name: string; sha256: string }[]): Migration[] {
  const byName = new Map(known.map((migration) => [migration.name, migration]));
  for (const { name, sha256 } of done) {
    const migration = byName.get(name);
    if (!migration) throw new Explained(({ faults }) => faults.newer(name));
    if (migration.sha256 !== sha256) throw new Explained(({ faults }) => faults.changed(name));
  }
  const ran = new Set(done.map(({ name }) => name));
  return known.filter(({ name }) => !ran.has(name));
}

async function apply(client: Client, { name, body, sha256 }: Migration): Promise<void> {
  const inTransaction = !body.startsWith('-- no-transaction');
  if (inTransaction) await run(client, 'begin');
  await run(client, body);
  await client.run((sql) => sql`insert into migrations (name, sha256) values (${name}, ${sha256})`);
  if (inTransaction) await run(client, 'commit');
}

/** Adds the name of the file to an error of the server, which means nothing without it. */
function named({ name, body }: Migration): (error: unknown) => never {
  return (error) => {
    if (!(error instanceof Error) || error.name !== 'PostgresError') throw error;
    const { position } = error as { position?: string };
    const before = position && [...body].slice(0, Number(position) - 1).join('');
    const lines = before?.split('\n').length;
    const told = new Explained(
      ({ faults }) => faults.cannotRun(`${name}${lines ? faults.line(lines) : ''}`, error.message),
      { cause: error },
    );
    throw Object.assign(told, { code: (error as { code?: string }).code });
  };
}

function run(client: Client, text: string): Promise<unknown> {
  return client.run((sql) => sql.unsafe(text));
}
