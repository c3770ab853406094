import { execFileSync } from 'node:child_process';
import {
  accessSync,
  chmodSync,
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { connect } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { freePort } from './free_port.ts';

export interface Postfix {
  port: number;
  /** Message-IDs of the mails in its mailbox. */
  delivered(): string[];
  stop(): void;
}

/** Whether Debian's postfix is installed, and we are root, as whom alone it starts. */
export function postfixIsHere(): boolean {
  try {
    accessSync('/usr/lib/postfix/sbin/master');
    return userInfo().uid === 0;
  } catch {
    return false;
  }
}

const FIXTURES = fileURLToPath(new URL('../fixtures/tls/', import.meta.url));
/** Only what an incoming mail passes. */
const SERVICES = [
  'cleanup unix n - n - 0 cleanup',
  'qmgr unix n - n 300 1 qmgr',
  'tlsmgr unix - - n 1000? 1 tlsmgr',
  'rewrite unix - - n - - trivial-rewrite',
  'bounce unix - - n - 0 bounce',
  'defer unix - - n - 0 bounce',
  'trace unix - - n - 0 bounce',
  'verify unix - - n - 1 verify',
  'flush unix n - n 1000? 0 flush',
  'proxymap unix - - n - - proxymap',
  'error unix - - n - - error',
  'virtual unix - n n - - virtual',
  'anvil unix - - n - 1 anvil',
  'postlog unix-dgram n - n - 1 postlogd',
];

/**
 * A Postfix of its own on the loopback that offers STARTTLS and PIPELINING. It takes mail for `known…@local.test` into a
 * mailbox and knows nobody else.
 */
export async function startPostfix(): Promise<Postfix> {
  const root = mkdtempSync(join(tmpdir(), 'crm-postfix-'));
  chmodSync(root, 0o755);
  const [config, mail, data, queue] = ['config', 'mail', 'data', 'queue'].map((name) => join(root, name)) as [
    string,
    string,
    string,
    string,
  ];
  for (const folder of [config, mail, data, queue]) mkdirSync(folder);
  execFileSync('chown', ['postfix:postfix', mail, data]);
  const port = await freePort();
  for (const file of ['localhost.key', 'localhost.crt']) copyFileSync(join(FIXTURES, file), join(config, file));
  writeFileSync(join(config, 'known'), '/^known.*@local\\.test$/ inbox/\n');
  writeFileSync(join(config, 'main.cf'), mainCf({ config, mail, data, queue }));
  writeFileSync(join(config, 'master.cf'), [`127.0.0.1:${port} inet n - n - - smtpd`, ...SERVICES, ''].join('\n'));
  execFileSync('postfix', ['-c', config, 'start'], { stdio: 'ignore' });
  await answering(port);
  const inbox = join(mail, 'inbox/new');
  return {
    port,
    delivered: () =>
      filesIn(inbox).map((file) => /^Message-ID: (.*)$/im.exec(readFileSync(join(inbox, file), 'latin1'))![1]!),
    stop() {
      execFileSync('postfix', ['-c', config, 'stop'], { stdio: 'ignore' });
      rmSync(root, { recursive: true, force: true });
    },
  };
}

interface Folders {
  config: string;
  mail: string;
  data: string;
  queue: string;
}

function mainCf({ config, mail, data, queue }: Folders): string {
  const settings = {
    compatibility_level: '3.6',
    myhostname: 'mail.local.test',
    inet_interfaces: '127.0.0.1',
    inet_protocols: 'ipv4',
    mydestination: '',
    mynetworks: '',
    queue_directory: queue,
    data_directory: data,
    command_directory: '/usr/sbin',
    daemon_directory: '/usr/lib/postfix/sbin',
    mail_owner: 'postfix',
    setgid_group: 'postdrop',
    alias_maps: '',
    local_recipient_maps: '',
    virtual_mailbox_domains: 'local.test',
    virtual_mailbox_maps: `regexp:${config}/known`,
    virtual_mailbox_base: mail,
    virtual_uid_maps: `static:${ofPostfix('-u')}`,
    virtual_gid_maps: `static:${ofPostfix('-g')}`,
    virtual_minimum_uid: '1',
    smtpd_relay_restrictions: 'reject_unauth_destination',
    smtpd_tls_security_level: 'may',
    smtpd_tls_cert_file: `${config}/localhost.crt`,
    smtpd_tls_key_file: `${config}/localhost.key`,
    maillog_file: `${data}/log`,
    maillog_file_prefixes: data,
  };
  return Object.entries(settings)
    .map(([name, value]) => `${name} = ${value}\n`)
    .join('');
}

const ofPostfix = (what: '-u' | '-g'): string => execFileSync('id', [what, 'postfix']).toString().trim();

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return []; // nothing has been delivered yet
  }
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 400; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect({ host: '127.0.0.1', port });
      socket.once('data', () => resolve(true)).once('error', () => resolve(false));
      socket.once('data', () => socket.destroy());
    });
    if (open) return;
    await sleep(25);
  }
  throw new Error('Postfix does not answer.');
}
