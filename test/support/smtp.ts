import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { TLSSocket } from 'node:tls';

/**
 * Where a dialogue can go wrong. 'body': while the message is being written. 'dot': after the final dot. 'after': once
 * the mail is accepted and its 250 is out, without being asked.
 */
export type Stage =
  | 'greeting'
  | 'EHLO'
  | 'STARTTLS'
  | 'AUTH'
  | 'RSET'
  | 'MAIL'
  | 'RCPT'
  | 'DATA'
  | 'body'
  | 'dot'
  | 'after';

/**
 * 'cut': the connection is dropped. 'hang': silence from then on. 'lost': the mail is accepted, but its 250 never
 * arrives. Otherwise the answer to give.
 */
export type Fault = 'cut' | 'hang' | 'lost' | `${number} ${string}`;

export interface ReceivedMail {
  from: string;
  to: string[];
  raw: Buffer;
}

export interface FakeSmtp {
  /** smtp://…?tls=none, or smtp:// if it offers STARTTLS; without user and password. */
  url: string;
  port: number;
  /** Every mail for which the server took responsibility. */
  mails: ReceivedMail[];
  /** Every command line, including passwords, over all connections. */
  commands: string[];
  /** How many connections there were. */
  connections(): number;
  close(): Promise<void>;
}

export interface FakeSmtpOptions {
  /** Asked at each stage of each connection (the first is 1); undefined: all goes well. */
  fault?: (stage: Stage, connection: number) => Fault | undefined;
  starttls?: boolean;
  pipelining?: boolean;
  /** Accepts addresses in other scripts. */
  utf8?: boolean;
  /** Its answer to certain recipients, whatever else goes well. */
  refuses?: Record<string, string>;
  /** Asks for a text even where it has accepted no recipient, as RFC 2920 allows. */
  takesNobody?: boolean;
  /** The largest mail it says it takes, in bytes. Default 30,000,000. */
  size?: number;
}

/** Self-signed, for localhost and 127.0.0.1. */
export const TLS_FILES = {
  key: readFileSync(new URL('../fixtures/tls/localhost.key', import.meta.url)),
  cert: readFileSync(new URL('../fixtures/tls/localhost.crt', import.meta.url)),
};

/** An SMTP server on the loopback that keeps a journal and fails where it is told to. */
export async function startSmtp(options: FakeSmtpOptions = {}): Promise<FakeSmtp> {
  const fake = { mails: [] as ReceivedMail[], commands: [] as string[] };
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createServer({ noDelay: true }, (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    const connection = ++connections;
    converse(socket, { ...options, fault: (stage) => options.fault?.(stage, connection) }, fake);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    ...fake,
    connections: () => connections,
    port,
    url: `smtp://127.0.0.1:${port}/${options.starttls ? '' : '?tls=none'}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

interface Journal {
  mails: ReceivedMail[];
  commands: string[];
}

interface Manners {
  fault: (stage: Stage) => Fault | undefined;
  starttls?: boolean;
  pipelining?: boolean;
  utf8?: boolean;
  refuses?: Record<string, string>;
  takesNobody?: boolean;
  size?: number;
}

function converse(plain: Socket, options: Manners, journal: Journal): void {
  let socket = plain;
  let secure = false;
  let pending = Buffer.alloc(0);
  let inData = false;
  let gone = false;
  let searched = 0;
  let mail: ReceivedMail | undefined;

  /** Says `reply` unless this stage is to fail; returns how it fails. */
  const failAt = (stage: Stage, reply: string): Fault | undefined => {
    const fault = options.fault(stage);
    const hangsUp = fault?.startsWith('421') === true;
    gone ||= fault === 'cut' || fault === 'lost' || fault === 'hang' || hangsUp;
    if (fault === 'cut' || fault === 'lost') socket.destroy();
    else if (hangsUp) socket.end(`${fault}\r\n`);
    else if (fault !== 'hang' && (fault ?? reply)) socket.write(`${fault ?? reply}\r\n`);
    return fault;
  };
  const answer = (stage: Stage, reply: string): boolean => failAt(stage, reply) === undefined;

  const commands: Record<string, (line: string) => void> = {
    EHLO: () =>
      answer(
        'EHLO',
        [
          '250-fake',
          ...(options.starttls && !secure ? ['250-STARTTLS'] : []),
          ...(options.pipelining ? ['250-PIPELINING'] : []),
          ...(options.utf8 ? ['250-SMTPUTF8'] : []),
          '250-AUTH PLAIN',
          `250 SIZE ${options.size ?? 30_000_000}`,
        ].join('\r\n'),
      ),
    STARTTLS: () => {
      if (answer('STARTTLS', '220 go on')) upgrade();
    },
    AUTH: () => answer('AUTH', '235 welcome'),
    RSET: () => {
      mail = undefined;
      answer('RSET', '250 ok');
    },
    MAIL: (line) => {
      mail = answer('MAIL', '250 ok') ? { from: address(line), to: [], raw: Buffer.alloc(0) } : undefined;
    },
    RCPT: (line) => {
      const refusal = options.refuses?.[address(line)];
      if (!mail) socket.write('503 MAIL first\r\n');
      else if (refusal) socket.write(`${refusal}\r\n`);
      else if (answer('RCPT', '250 ok')) mail.to.push(address(line));
    },
    DATA: () => {
      if (!mail || (mail.to.length === 0 && !options.takesNobody)) return void socket.write('503 RCPT first\r\n');
      inData = answer('DATA', '354 go on');
      if (inData) failInBody(options.fault('body'));
    },
    QUIT: () => socket.end('221 bye\r\n'),
  };

  /** Takes no byte of the message: with a large one, the client cannot have written its dot. */
  const failInBody = (fault: Fault | undefined) => {
    if (!fault) return;
    socket.pause();
    if (fault === 'cut') setTimeout(() => socket.destroy(), 50);
    else if (fault !== 'hang') socket.write(`${fault}\r\n`);
  };

  const finishData = () => {
    const isEmpty = searched === 0 && pending.subarray(0, 3).toString('latin1') === '.\r\n';
    const end = isEmpty ? -2 : pending.indexOf('\r\n.\r\n', searched);
    searched = end === -1 ? Math.max(0, pending.length - 4) : 0;
    if (end === -1) return false;
    const raw = Buffer.from(
      pending
        .subarray(0, end + 2)
        .toString('latin1')
        .replace(/^\.\./gm, '.'),
      'latin1',
    );
    pending = pending.subarray(end + 5);
    inData = false;
    const fault = failAt('dot', '250 2.0.0 taken');
    if (mail && (fault === undefined || fault === 'lost')) journal.mails.push({ ...mail, raw });
    mail = undefined;
    if (fault === undefined) setTimeout(afterwards, 5);
    return true;
  };

  const afterwards = () => {
    if (!socket.destroyed) failAt('after', '');
  };

  const takeLine = () => {
    const end = pending.indexOf('\r\n');
    if (end < 0) return false;
    const line = pending.subarray(0, end).toString('utf8');
    pending = pending.subarray(end + 2);
    journal.commands.push(line);
    const command = commands[line.split(' ')[0]!.toUpperCase()];
    if (command) command(line);
    else socket.write('500 what?\r\n');
    return true;
  };

  const read = (chunk: Buffer) => {
    pending = Buffer.concat([pending, chunk]);
    while (!gone && (inData ? finishData() : takeLine()));
  };

  const upgrade = () => {
    plain.removeAllListeners('data');
    socket = new TLSSocket(plain, { isServer: true, ...TLS_FILES });
    secure = true;
    listen();
  };

  const listen = () => {
    socket.on('data', read);
    socket.on('error', () => {}); // the client may cut too
  };

  listen();
  answer('greeting', '220 fake ESMTP');
}

function address(line: string): string {
  return /<([^>]*)>/.exec(line)?.[1] ?? '';
}
