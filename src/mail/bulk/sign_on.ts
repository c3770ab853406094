import { connect, isIP } from 'node:net';
import { hostname } from 'node:os';
import { type ConnectionOptions, connect as connectTls } from 'node:tls';
import type { MailServer } from '../send/server_url.ts';
import type { SmtpTimeouts } from '../send/smtp.ts';
import { Line, smtpFault, type Watch } from './line.ts';
import type { Reply } from './reply.ts';

export interface SignOn {
  server: MailServer;
  /** Signs in by XOAUTH2 instead of the password. */
  accessToken?: string;
  timeouts: SmtpTimeouts;
  /** For a server with its own certificate. */
  tls?: ConnectionOptions | undefined;
}

/** What a server offers (RFC 5321, 2.2). */
export interface Offers {
  pipelining: boolean;
  eightBit: boolean;
  utf8: boolean;
  /** The largest mail in bytes; undefined: it does not say. 0: no limit of its own. */
  size: number | undefined;
}

/** A line over which mail can be handed over. */
export interface Ready {
  line: Line;
  offers: Offers;
}

/**
 * Connects, encrypts and signs in.
 * @throws SmtpError; nothing of any mail was sent then
 */
export async function signOn(options: SignOn, watch: Watch): Promise<Ready> {
  const { server, timeouts } = options;
  const line = new Line(open(options), watch);
  try {
    await connected(line, server, timeouts.connectMs);
    expect2(await step(line, 'CONN', timeouts.greetingMs), 'CONN', 'EPROTOCOL');
    let keywords = await greet(line, timeouts.silenceMs);
    if (server.tls === 'starttls') {
      await encrypt(line, keywords, options);
      keywords = await greet(line, timeouts.silenceMs);
    }
    if (server.user) await signIn(line, keywords, options);
    return { line, offers: offersOf(keywords) };
  } catch (error) {
    line.close();
    throw error;
  }
}

function open({ server, tls }: SignOn) {
  const { host, port } = server;
  const socket =
    server.tls === 'implicit' ? connectTls({ host, port, ...nameOf(server), ...tls }) : connect({ host, port });
  return socket.setNoDelay(true);
}

/** An address has no name that a certificate could be asked for. */
function nameOf({ host }: MailServer): { servername?: string } {
  return isIP(host) ? {} : { servername: host };
}

function connected(line: Line, server: MailServer, ms: number): Promise<void> {
  return new Promise((resolve, reject) => {
    line.within(ms);
    line.onEnd = reject;
    line.onDue = () => line.fail(smtpFault('No connection in time', { code: 'ETIMEDOUT', command: 'CONN' }));
    line.socket.once(server.tls === 'implicit' ? 'secureConnect' : 'connect', resolve);
  });
}

/** The next reply. */
function step(line: Line, command: string, ms: number): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const early = line.unheard.shift();
    if (early) return resolve(early);
    line.within(ms);
    line.onReply = (reply) => {
      line.onReply = undefined;
      resolve(reply);
    };
    line.onEnd = (fault) => reject(Object.assign(fault, { command }));
    line.onDue = () => line.fail(smtpFault('No answer in time', { code: 'ETIMEDOUT', command }));
  });
}

function ask(line: Line, words: string, command: string, ms: number): Promise<Reply> {
  const answer = step(line, command, ms);
  line.write(`${words}\r\n`);
  return answer;
}

function expect2(reply: Reply, command: string, code: string): void {
  if (reply.code >= 300) throw smtpFault('Refused', { code, command, reply });
}

type Keywords = ReadonlyMap<string, string>;

async function greet(line: Line, ms: number): Promise<Keywords> {
  const reply = await ask(line, `EHLO ${ownName(line)}`, 'EHLO', ms);
  expect2(reply, 'EHLO', 'EPROTOCOL');
  const lines = reply.text.split('\n').slice(1);
  return new Map(
    lines.map((one) => {
      const [, keyword = '', values = ''] = /^\d{3}[ -]([\w-]+)[ =]?(.*)$/.exec(one) ?? [];
      return [keyword.toUpperCase(), values.trim().toUpperCase()];
    }),
  );
}

/** Who has no name of the public net names its address (RFC 5321, 4.1.3). */
function ownName(line: Line): string {
  const name = hostname();
  if (/^[\w-]+(\.[\w-]+)+$/.test(name)) return name;
  const { localAddress = '127.0.0.1' } = line.socket;
  return isIP(localAddress) === 6 ? `[IPv6:${localAddress}]` : `[${localAddress}]`;
}

async function encrypt(line: Line, keywords: Keywords, { server, timeouts, tls }: SignOn): Promise<void> {
  if (!keywords.has('STARTTLS'))
    throw smtpFault('The server does not offer STARTTLS', {
      ...{ code: 'ETLS', originalCode: 'ETLS', command: 'STARTTLS' },
    });
  const reply = await ask(line, 'STARTTLS', 'STARTTLS', timeouts.silenceMs);
  expect2(reply, 'STARTTLS', 'ETLS');
  // whatever came in clear text behind the answer may be anybody's (CVE-2011-0411)
  if (!line.isQuiet) throw smtpFault('Words before the encryption', { code: 'ETLS', command: 'STARTTLS' });
  const plain = line.socket;
  plain.removeAllListeners('data');
  const secure = connectTls({ socket: plain, ...nameOf(server), ...tls });
  line.over(secure);
  await new Promise<void>((resolve, reject) => {
    line.within(timeouts.connectMs);
    line.onReply = () => line.fail(smtpFault('Words before the encryption', { code: 'ETLS' }));
    line.onEnd = (fault) => reject(Object.assign(fault, { command: 'STARTTLS' }));
    line.onDue = () => line.fail(smtpFault('No encryption in time', { code: 'ETIMEDOUT', command: 'STARTTLS' }));
    secure.once('secureConnect', () => {
      line.onReply = undefined;
      resolve();
    });
  });
}

const base64 = (words: string): string => Buffer.from(words).toString('base64');

/** By the token if there is one; by PLAIN, or by LOGIN where only that is offered (RFC 4954). */
async function signIn(line: Line, keywords: Keywords, { server, accessToken, timeouts }: SignOn): Promise<void> {
  const { user = '', pass = '' } = server;
  const say = (words: string, command: string) => ask(line, words, command, timeouts.silenceMs);
  const offered = (keywords.get('AUTH') ?? '').split(' ');
  if (accessToken !== undefined) {
    const token = base64(`user=${user}\x01auth=Bearer ${accessToken}\x01\x01`);
    const first = await say(`AUTH XOAUTH2 ${token}`, 'AUTH XOAUTH2');
    // 334 brings what is wrong, in base64; an empty answer brings the refusal
    const reply = first.code === 334 ? await say('', 'AUTH XOAUTH2') : first;
    return expect2(reply, 'AUTH XOAUTH2', 'EAUTH');
  }
  if (offered.includes('LOGIN') && !offered.includes('PLAIN')) {
    const asked = await say('AUTH LOGIN', 'AUTH LOGIN');
    if (asked.code !== 334) throw smtpFault('Refused', { code: 'EAUTH', command: 'AUTH LOGIN', reply: asked });
    const named = await say(base64(user), 'AUTH LOGIN');
    const reply = named.code === 334 ? await say(base64(pass), 'AUTH LOGIN') : named;
    return expect2(reply, 'AUTH LOGIN', 'EAUTH');
  }
  expect2(await say(`AUTH PLAIN ${base64(`\0${user}\0${pass}`)}`, 'AUTH PLAIN'), 'AUTH PLAIN', 'EAUTH');
}

function offersOf(keywords: Keywords): Offers {
  const size = keywords.get('SIZE');
  return {
    pipelining: keywords.has('PIPELINING'),
    eightBit: keywords.has('8BITMIME'),
    utf8: keywords.has('SMTPUTF8'),
    size: size === undefined ? undefined : Number(/^\d{1,15}/.exec(size)?.[0] ?? 0),
  };
}
