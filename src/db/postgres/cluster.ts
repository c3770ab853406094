import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Explained, type Sentence } from '../../text/explained.ts';
import { makeDir } from '../make_dir.ts';

const MAJOR_VERSION = '18';
const USER = 'postgres';
const SHARED_DIR = '/var/lib/solo-crm';

/** The account that the server runs as, if not this process's own: PostgreSQL refuses to run as root. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/** The files of one embedded server in one place. */
export interface Cluster {
  readonly dir: string;
  readonly passwordFile: string;
  readonly log: string;
}

function clusterAt(dir: string): Cluster {
  return { dir, passwordFile: `${dir}.password`, log: `${dir}.log` };
}

/** Makes the data directory and returns its real path. Throws one clear sentence if it is not writable. */
export function prepareDataDir(dataDir: string): string {
  try {
    makeDir(dataDir);
    accessSync(dataDir, constants.W_OK | constants.X_OK);
    return realpathSync(dataDir);
  } catch (cause) {
    throw new Explained(({ faults }) => faults.cannotWrite(dataDir), { cause });
  }
}

/**
 * The cluster of a data directory, found through the link that `placeCluster` may have made; undefined if it has none.
 */
export function findCluster(dataDir: string): Cluster | undefined {
  const dir = join(dataDir, 'postgres');
  const there = lstatSync(dir, { throwIfNoEntry: false });
  if (!there) return undefined;
  return clusterAt(there.isSymbolicLink() ? readlinkSync(dir) : dir);
}

/**
 * Where a new cluster goes: into the data directory, unless the server's account cannot get there (for example below
 * /root). Then it goes to /var/lib/solo-crm, with a link in the data directory that is the only record of it.
 */
export function placeCluster(dataDir: string, account: Account | undefined): Cluster {
  const dir = join(dataDir, 'postgres');
  if (!barrier(dataDir, account)) return clusterAt(dir);
  const home = sharedDir(randomBytes(6).toString('hex'));
  symlinkSync(join(home, 'postgres'), dir);
  return clusterAt(join(home, 'postgres'));
}

/** A directory below /var/lib/solo-crm that every account may enter. */
export function sharedDir(name: string): string {
  for (const dir of [SHARED_DIR, join(SHARED_DIR, name)]) {
    makeDir(dir);
    // whatever the umask says
    chmodSync(dir, 0o755);
  }
  return join(SHARED_DIR, name);
}

/** The owner of an existing cluster, else `postgres`, else `nobody`; undefined if this process is not root. */
export function serverAccount(existing: Cluster | undefined): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const owner = existing && statSync(existing.dir, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const users = readFileSync('/etc/passwd', 'utf8').split('\n');
  const line = users.find((user) => user.startsWith('postgres:')) ?? users.find((user) => user.startsWith('nobody:'));
  const [, , uid, gid] = (line ?? '').split(':');
  if (!uid || !gid) throw new Explained(({ faults }) => faults.noAccount);
  return { uid: Number(uid), gid: Number(gid) };
}

/**
 * Files that this process has copied here as root belong to root: the server's account gets what it must be able to
 * read.
 */
export function handOver(cluster: Cluster, account: Account | undefined): void {
  if (!account) return;
  const isTheirs = (path: string) => lstatSync(path, { throwIfNoEntry: false })?.uid === account.uid;
  const telling = ['', 'PG_VERSION', 'postgresql.conf', 'global', 'base'].map((name) => join(cluster.dir, name));
  if (telling.every(isTheirs)) return;
  for (const path of [cluster.dir, ...within(cluster.dir), cluster.passwordFile, cluster.log])
    if (existsSync(path)) lchownSync(path, account.uid, account.gid);
}

const within = (dir: string): string[] =>
  readdirSync(dir, { recursive: true, encoding: 'utf8' }).map((name) => join(dir, name));

/** The first directory on the way to `path`, starting from its end, that the account may not enter. */
export function barrier(path: string, account: Account | undefined): string | undefined {
  if (!account) return undefined;
  for (let dir = path; dir !== dirname(dir); dir = dirname(dir)) {
    const { mode, uid, gid } = statSync(dir);
    const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return dir;
  }
  return undefined;
}

/** A cluster of another major version cannot be opened by this program's server. */
export function checkVersion(cluster: Cluster): void {
  const version = readFileSync(join(cluster.dir, 'PG_VERSION'), 'utf8').trim();
  if (version !== MAJOR_VERSION)
    throw new Explained(({ faults }) => faults.otherVersion(cluster.dir, version, MAJOR_VERSION));
}

/**
 * Makes a new cluster in another place and renames it when complete, so that an interrupted attempt leaves nothing half
 * made. LC_CTYPE must not be C: with it pg_trgm finds no letters in Chinese text.
 */
export async function createCluster(cluster: Cluster, program: string, account: Account | undefined): Promise<void> {
  const fresh = `${cluster.dir}.new`;
  rmSync(fresh, { recursive: true, force: true });
  mkdirSync(fresh, { mode: 0o700 });
  writeFileSync(cluster.passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (account) for (const path of [fresh, cluster.passwordFile]) chownSync(path, account.uid, account.gid);
  const locale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8';
  await initdb(program, account, [
    ['-D', fresh, '-U', USER, '-E', 'UTF8', `--locale=${locale}`],
    ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--data-checksums'],
    ['--auth=scram-sha-256', `--pwfile=${cluster.passwordFile}`],
  ]);
  renameSync(fresh, cluster.dir);
}

async function initdb(program: string, account: Account | undefined, args: string[][]): Promise<void> {
  try {
    await promisify(execFile)(program, args.flat(), { ...account, env: serverEnvironment(), cwd: '/' });
  } catch (cause) {
    const said = String((cause as { stderr?: string }).stderr ?? cause);
    throw new Explained(explainInitdb(said), { cause });
  }
}

function explainInitdb(said: string): Sentence {
  if (/No space left on device/i.test(said)) return ({ faults }) => faults.noRoom;
  const reason = said.match(/^initdb: error: (.*)$/m)?.[1] ?? said.trim().split('\n').at(-1)!;
  return ({ faults }) => faults.notCreated(reason);
}

/** The environment without the variables that steer PostgreSQL's own programs (PGDATA, PGPORT, ...). */
export function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  return { ...Object.fromEntries(kept), LANG: 'C' };
}

export function readPassword(cluster: Cluster): string {
  return readFileSync(cluster.passwordFile, 'utf8').trim();
}
