import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { CONSOLE_OWNER } from '../bots/console/parse.ts';
import type { Config } from '../config.ts';
import { releaseLeases } from '../db/lease.ts';
import { explainFileError, makeDir } from '../db/make_dir.ts';
import { migrate } from '../db/migrate.ts';
import { type Connection, checkServer, type Database, explainDatabaseError, openDatabase } from '../db/open.ts';
import { startEmbedded } from '../db/postgres/embedded.ts';
import { type LockRole, lockDataDir } from '../db/postgres/lock.ts';
import { noteLocale, readStartNote, writeStartNote } from '../db/postgres/start_note.ts';
import { embeddedFacts, serverFacts } from '../db/site.ts';
import { type Doubt, noteStart } from '../domain/owner/site.ts';
import { addUserIdentity, ensureOwner } from '../domain/owner/user.ts';
import { keepFirst, loadSettings, type Settings } from '../domain/settings.ts';
import { type FileStore, filesDir, openFileStore } from '../files/store.ts';
import { en, type Texts } from '../text/en/index.ts';
import { Explained } from '../text/explained.ts';
import { type Key, loadKey } from '../vault/seal.ts';
import { askEach } from './channels.ts';
import type { OnStep } from './progress.ts';

/** How long we wait for the database when stopping. */
const NOTING_MS = 500;

/** The opened data that this process works on. */
export interface DataDir {
  db: Database;
  key: Key;
  files: FileStore;
  /** The database is our own, so no other process can be using it. */
  alone: boolean;
  site: OwnSite;
  close(): Promise<void>;
}

/** Where this process is at work. */
export interface OwnSite {
  /** The id of the data directory. */
  id: string;
  /** The name of this process; no other process has it. */
  holder: string;
  /** Why this process must not send or fetch anything before the owner says go. */
  doubt: Doubt | undefined;
}

interface OpenOptions {
  onStep?: OnStep;
  /** What was chosen at the very first start; settings that are already saved stay. */
  chosen?: Partial<Settings>;
}

/** Takes the data directory, starts or reaches the database and migrates it. Throws one clear sentence if it cannot. */
export async function openData(config: Config, role: LockRole, options: OpenOptions = {}): Promise<DataDir> {
  makeDataDir(config.dataDir);
  const closes: (() => Promise<void>)[] = [];
  const close = async () => {
    for (const end of closes.splice(0).reverse()) await end();
  };
  try {
    const lock = await lockDataDir(config.dataDir, role);
    closes.push(() => lock.release());
    const server = await reachServer(config, options.onStep);
    closes.push(server.stop);
    const db = openDatabase(server.connection);
    closes.push(() => db.close());
    await checkServer(db);
    await migrate(server.connection, undefined, options.onStep);
    await settleIn(db, config, options.chosen);
    const key = await loadKey(config.encryptionKeyFile);
    const files = openFileStore(filesDir(config));
    const site = await settleDown(db, config, role);
    if (role === 'service') closes.push(() => noteLanguage(db, config));
    return { db, key, files, alone: config.databaseUrl === undefined, site, close };
  } catch (error) {
    await close();
    throw explained(config.dataDir, error);
  }
}

function explained(dir: string, cause: unknown): unknown {
  const sentence = (t: Texts) => explainFileError(dir, cause, t) ?? explainDatabaseError(cause, t);
  return sentence(en) ? new Explained((t) => sentence(t)!, { cause }) : cause;
}

async function reachServer(
  config: Config,
  onStep?: OnStep,
): Promise<{ connection: Connection; stop: () => Promise<void> }> {
  if (config.databaseUrl) return { connection: { url: config.databaseUrl }, stop: async () => {} };
  return startEmbedded(config.dataDir, {}, onStep);
}

function makeDataDir(dir: string): void {
  try {
    makeDir(dir);
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    throw new Explained(({ faults }) => faults.cannotMake(dir, code), { cause: error });
  }
}

/**
 * Notes a service's start in the database and beside it, and frees the leases that the previous process of this
 * directory held.
 */
async function settleDown(db: Database, config: Config, role: LockRole): Promise<OwnSite> {
  const { id, starts, dead } = readStartNote(config.dataDir);
  // machine and process are for whoever looks for it; in containers both may be the same, so random bytes follow
  const holder = `${hostname()}:${process.pid}:${randomBytes(6).toString('hex')}`;
  if (role !== 'service') return { id, holder, doubt: undefined };
  const facts = config.databaseUrl ? await serverFacts(db.sql, config.databaseUrl) : embeddedFacts(config.dataDir);
  const noted = await db.transaction((tx) => noteStart(tx, { id, starts, facts }, new Date()));
  if (dead) await releaseLeases(db, dead);
  const { locale } = await loadSettings(db.sql, config.settings);
  writeStartNote(config.dataDir, { id, starts: noted.starts, holder, locale });
  return { id, holder, doubt: noted.doubt };
}

/** Notes which language the owner has chosen meanwhile. Does not wait for a database that is away. */
async function noteLanguage({ sql }: Database, { dataDir, settings }: Config): Promise<void> {
  const noting = loadSettings(sql, settings).then(({ locale }) => noteLocale(dataDir, locale));
  await Promise.race([noting.catch(() => undefined), sleep(NOTING_MS, undefined, { ref: false })]);
}

/**
 * Whoever can open the data directory is the owner; an owner whom the environment names needs no pairing on that
 * channel.
 */
async function settleIn(db: Database, config: Config, chosen: Partial<Settings> = {}): Promise<void> {
  await db.transaction(async (tx) => {
    await keepFirst(tx, chosen);
    const owner = await ensureOwner(tx, 'owner');
    await addUserIdentity(tx, owner.id, 'console', CONSOLE_OWNER);
    const named = askEach(config.channels, (channel, own) => channel.owner?.(own));
    for (const [channel, address] of named) await addUserIdentity(tx, owner.id, channel, address);
  });
}
