import { Readable } from 'node:stream';
import type { ConnectionOptions } from 'node:tls';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailServer } from './server_url.ts';

/** How long each phase may take, in ms. */
export interface SmtpTimeouts {
  connectMs: number;
  greetingMs: number;
  /** Silence after which a connection counts as lost. Servers may take 10 minutes after the final dot (RFC 5321, 4.5.3.2.6). */
  silenceMs: number;
}

export interface Envelope {
  from: string;
  to: string;
}

/** What nodemailer tells of a failure; `command` names the step, `responseCode` is there only when the server answered. */
export interface SmtpError extends Error {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

/** How one SMTP dialogue ended. `committed`: the final dot may have reached the server. */
export type Delivery =
  | { accepted: true; serverMessageId?: string }
  | { accepted: false; committed: boolean; error: SmtpError };

const PIECE_BYTES = 16 * 1024;

/**
 * Hands one mail to a server: a connection, a dialogue, no retries. Throws nothing.
 *
 * nodemailer's errors do not say whether the final dot went out: a cut before and after it are both ECONNECTION on CONN.
 * So the message is given as a stream that is read only after the server's 354 and that notes when its last byte was taken:
 * the dot is written by the stream's end and therefore never before that note.
 */
export async function deliver(
  server: MailServer,
  envelope: Envelope,
  raw: Buffer,
  options: { timeouts: SmtpTimeouts; signal: AbortSignal; tls?: ConnectionOptions },
): Promise<Delivery> {
  const { default: Connection } = await import('nodemailer/lib/smtp-connection');
  const connection = new Connection(connectionOptions(server, options.timeouts, options.tls));
  let committed = false;
  const body = Readable.from(pieces(raw, () => (committed = true)));
  try {
    const info = await dialogue(connection, server, { ...envelope, size: raw.length }, body, options.signal);
    connection.quit();
    connection.close(); // writes QUIT and leaves; the answer to it would tell nothing
    return { accepted: true, ...(info.serverMessageId && { serverMessageId: info.serverMessageId }) };
  } catch (error) {
    connection.close();
    return { accepted: false, committed, error: error as SmtpError };
  }
}

function connectionOptions(server: MailServer, timeouts: SmtpTimeouts, tls?: ConnectionOptions) {
  return {
    host: server.host,
    port: server.port,
    secure: server.tls === 'implicit',
    requireTLS: server.tls === 'starttls',
    ignoreTLS: server.tls === 'none',
    connectionTimeout: timeouts.connectMs,
    dnsTimeout: timeouts.connectMs,
    greetingTimeout: timeouts.greetingMs,
    socketTimeout: timeouts.silenceMs,
    socketCloseTimeout: 1000,
    ...(tls && { tls }),
  };
}

async function dialogue(
  connection: SMTPConnection,
  server: MailServer,
  envelope: Envelope & { size: number },
  body: Readable,
  signal: AbortSignal,
): Promise<SMTPConnection.SentMessageInfo> {
  const broken = breakage(connection, signal);
  const step = <T>(run: (done: (error?: Error | null, value?: T) => void) => void) =>
    Promise.race([
      broken,
      new Promise<T>((resolve, reject) => {
        run((error, value) => (error ? reject(error) : resolve(value as T)));
      }),
    ]);
  await step((done) => connection.connect(done));
  if (server.user) await step((done) => connection.login({ user: server.user, pass: server.pass }, done));
  return step<SMTPConnection.SentMessageInfo>((done) => connection.send(envelope, body, done));
}

/** Rejects when the connection ends or the caller gives up. The listeners stay: an `error` nobody hears ends the process. */
function breakage(connection: SMTPConnection, signal: AbortSignal): Promise<never> {
  const broken = new Promise<never>((_, reject) => {
    connection.on('error', reject);
    connection.on('end', () => reject(new Error('Connection ended')));
    const abort = () => reject(new Error('Gave up waiting'));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    connection.on('end', () => signal.removeEventListener('abort', abort));
  });
  broken.catch(() => {}); // it may reject after the dialogue is over, when nobody waits for it any more
  return broken;
}

function* pieces(raw: Buffer, taken: () => void): Generator<Buffer> {
  for (let at = 0; at < raw.length; at += PIECE_BYTES) yield raw.subarray(at, at + PIECE_BYTES);
  taken();
}
