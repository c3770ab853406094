import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from './free_port.ts';

const BINARY = '/usr/sbin/dovecot';

export interface Dovecot {
  /** imap://me:secret@127.0.0.1:port/INBOX?tls=none */
  url: string;
  port: number;
  /** The mailbox of `me`, a Maildir. */
  maildir: string;
  log: string;
  /**
   * Delivers a raw mail, as an MTA would: into the new mail of INBOX or of a folder (made if necessary). `mode`: who
   * may read its file.
   */
  deliver(raw: string | Uint8Array, to?: { folder?: string; mode?: number }): void;
  start(): Promise<void>;
  stop(): Promise<void>;
  /** Sends SIGKILL to every process of the server. */
  kill(): Promise<void>;
  /** Silences it until `thaw`; the kernel still accepts connections. */
  freeze(): void;
  thaw(): void;
  /**
   * Forgets all UIDs of INBOX: from the next second on, a SELECT has another UIDVALIDITY. The server must be stopped.
   */
  forgetUids(): void;
  /** Stops the server and removes its directory. */
  close(): Promise<void>;
}

/**
 * Whether Debian's dovecot-imapd is installed here. In CI, where tests decide whether a change is good, it must be:
 * what is not tested there is tested nowhere.
 */
export function available(): boolean {
  try {
    accessSync(BINARY);
    accessSync('/usr/lib/dovecot/imap');
    return true;
  } catch (cause) {
    if (process.env.CI)
      throw new Error('dovecot-imapd is not installed: its tests cannot be left out here.', { cause });
    return false;
  }
}

/**
 * Starts a Dovecot of its own on the loopback, with user `me` and password `secret`; works as root and as any other
 * user.
 */
export async function startDovecot(): Promise<Dovecot> {
  const root = mkdtempSync(join(tmpdir(), 'crm-dovecot-'));
  const maildir = join(root, 'mail');
  const port = await freePort();
  const owner = mailOwner();
  const makeFolder = (folder: string) => {
    for (const path of [folder, ...['new', 'cur', 'tmp'].map((name) => join(folder, name))]) {
      mkdirSync(path, { recursive: true });
      chownSync(path, owner.uid, owner.gid);
    }
  };
  makeFolder(maildir);
  chownSync(root, owner.uid, owner.gid);
  writeFileSync(join(root, 'dovecot.conf'), config(root, port, owner));
  let child: ChildProcess | undefined;
  let count = 0;
  // the whole group: processes with a client stay otherwise, until the client leaves
  const signal = (name: NodeJS.Signals) => child?.pid && process.kill(-child.pid, name);
  const end = async (name: 'SIGTERM' | 'SIGKILL') => {
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    signal(name);
    signal('SIGCONT'); // a frozen process hears nothing else
    await gone;
    child = undefined;
  };
  const dovecot: Dovecot = {
    url: `imap://me:secret@127.0.0.1:${port}/INBOX?tls=none`,
    port,
    maildir,
    log: join(root, 'log'),
    deliver: (raw, { folder, mode } = {}) => {
      const dir = folder ? join(maildir, `.${folder}`) : maildir;
      if (!existsSync(dir)) makeFolder(dir);
      const name = `${Date.now()}.M${process.pid}_${count++}.localhost`;
      const begun = join(dir, 'tmp', name);
      writeFileSync(begun, raw);
      chownSync(begun, owner.uid, owner.gid);
      if (mode !== undefined) chmodSync(begun, mode);
      // only now the server sees it, complete
      renameSync(begun, join(dir, 'new', name));
    },
    start: async () => {
      child = spawn(BINARY, ['-F', '-c', join(root, 'dovecot.conf')], { stdio: 'ignore', detached: true });
      await listening(port, child, root);
    },
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    forgetUids: () => {
      for (const name of [
        'dovecot-uidlist',
        'dovecot-uidvalidity',
        'dovecot.index',
        'dovecot.index.log',
        'dovecot.index.cache',
      ]) {
        rmSync(join(maildir, name), { force: true });
      }
    },
    close: async () => {
      await dovecot.stop();
      rmSync(root, { recursive: true, force: true });
    },
  };
  await dovecot.start();
  return dovecot;
}

interface Owner {
  user: string;
  uid: number;
  gid: number;
  root: boolean;
}

/** Dovecot refuses to serve mail as root; Debian's package comes with an account for it. */
function mailOwner(): Owner {
  const { username, uid, gid } = userInfo();
  return uid === 0 ? { user: 'dovecot', ...idOf('dovecot'), root: true } : { user: username, uid, gid, root: false };
}

function idOf(user: string): { uid: number; gid: number } {
  const id = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function config(root: string, port: number, owner: Owner): string {
  return `
base_dir = ${root}/run
state_dir = ${root}/state
log_path = ${root}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
auth_failure_delay = 0
imap_id_log = *
mail_location = maildir:${root}/mail
mailbox_idle_check_interval = 1 secs
first_valid_uid = ${owner.uid}
default_internal_user = ${owner.user}
default_login_user = ${owner.root ? 'dovenull' : owner.user}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=${owner.uid} gid=${owner.gid} home=${root}/home
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
`;
}

/** Waits until it greets; rejects if the server has ended because it could not start. */
async function listening(port: number, child: ChildProcess, root: string): Promise<void> {
  for (const end = Date.now() + 60_000; Date.now() < end; await sleep(20)) {
    if (child.exitCode !== null) throw new Error(`dovecot did not start: ${readFileSync(join(root, 'log'), 'utf8')}`);
    if (await greets(port)) return;
  }
  throw new Error('dovecot did not answer within a minute');
}

function greets(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    const end = (answer: boolean) => {
      socket.destroy();
      resolve(answer);
    };
    socket.on('data', (data) => end(data.includes('OK')));
    socket.on('error', () => end(false));
    socket.on('close', () => end(false));
  });
}
