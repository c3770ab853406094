import { Readable } from 'node:stream';
import type { ConnectionOptions } from 'node:tls';
import type SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { MailServer } from './server_url.ts';

/** How long each phase may take, in ms. */
export interface SmtpTimeouts {
  connectMs: number;
  greetingMs: number;
  /**
   * The silence after which a connection counts as lost. Servers may take 10 minutes after the final dot (RFC 5321,
   * 4.5.3.2.6).
   */
  silenceMs: number;
}

export interface SmtpOptions {
  timeouts: SmtpTimeouts;
  /** For a server with its own certificate. */
  tls?: ConnectionOptions;
}

export interface Envelope {
  /** '' means the empty sender. */
  from: string;
  to: string;
  /** Further recipients. */
  copies?: readonly string[];
}

/**
 * What nodemailer says about a failure; `command` names the step, and `responseCode` is set only if the server
 * answered.
 */
export interface SmtpError extends Error {
  code?: string;
  originalCode?: string;
  command?: string;
  response?: string;
  responseCode?: number;
}

/** How handing over one mail ended. `committed`: the final dot may have reached the server. */
export type Delivery =
  /** `refused`: the server accepted the mail, but not for these recipients. */
  | { accepted: true; serverMessageId?: string; refused: Refused[] }
  | { accepted: false; committed: boolean; error: SmtpError };

/** A recipient that the server refused, and its answer. */
export interface Refused {
  address: string;
  error: SmtpError;
}

type Done<T> = (error?: Error | null, value?: T) => void;

const PIECE_BYTES = 16 * 1024;

/** One connection to a server, signed in. It carries one mail after another until something goes wrong. */
export class SmtpSession {
  readonly #connection: SMTPConnection;
  readonly #broken: Promise<never>;
  #open = true;
  #carried = 0;

  constructor(connection: SMTPConnection) {
    this.#connection = connection;
    this.#broken = breakage(connection);
    connection.on('end', () => {
      this.#open = false;
    });
  }

  /**
   * Connects and signs in.
   * @throws SmtpError; nothing of any mail was sent then
   */
  static async open(server: MailServer, options: SmtpOptions, signal: AbortSignal): Promise<SmtpSession> {
    const { default: Connection } = await import('nodemailer/lib/smtp-connection');
    const connection = new Connection(connectionOptions(server, options));
    const session = new SmtpSession(connection);
    try {
      await session.#step(signal, (done) => connection.connect(done));
      const { user, pass } = server;
      if (user) await session.#step(signal, (done) => connection.login({ user, pass }, done));
      return session;
    } catch (error) {
      session.close();
      throw error;
    }
  }

  /** Whether another mail may go over it. */
  get isOpen(): boolean {
    return this.#open;
  }

  /** How many mails it was given so far. */
  get carried(): number {
    return this.#carried;
  }

  /**
   * Hands over one mail; no retries. Never throws.
   *
   * nodemailer's errors do not say whether the final dot went out: a cut before it and a cut after it are both
   * ECONNECTION on CONN. So we give the message as a stream that is read only after the server's 354 and that notes
   * when its last byte was taken. The end of the stream writes the dot, so the dot never leaves before that note.
   */
  async deliver(envelope: Envelope, raw: Buffer, signal: AbortSignal): Promise<Delivery> {
    let committed = false;
    const body = Readable.from(pieces(raw, () => (committed = true)));
    this.#carried += 1;
    try {
      const info = await this.#step<SMTPConnection.SentMessageInfo>(signal, (done) =>
        this.#connection.send({ from: envelope.from, to: recipientsOf(envelope), size: raw.length }, body, done),
      );
      const errors = (info.rejectedErrors ?? []) as SmtpError[];
      const refused = (info.rejected ?? []).map((address, nth) => ({ address, error: errors[nth]! }));
      return { accepted: true, refused, ...(info.serverMessageId && { serverMessageId: info.serverMessageId }) };
    } catch (error) {
      if (!wasRefusedWhole(error as SmtpError)) this.close();
      return { accepted: false, committed, error: error as SmtpError };
    }
  }

  /**
   * Clears what an earlier mail left behind (RSET); this also shows whether the server is still there.
   * @throws SmtpError
   */
  async reset(signal: AbortSignal): Promise<void> {
    await this.#step(signal, (done) => this.#connection.reset(done));
  }

  /** Writes QUIT and closes; the answer would tell us nothing. */
  quit(): void {
    if (this.#open) this.#connection.quit();
    this.close();
  }

  close(): void {
    this.#open = false;
    this.#connection.close();
  }

  /** One step of the dialogue; rejects if the connection ends or the caller gives up first. */
  #step<T>(signal: AbortSignal, run: (done: Done<T>) => void): Promise<T> {
    let giveUp = () => {};
    const ended = new Promise<T>((resolve, reject) => {
      giveUp = () => reject(new Error('Gave up waiting'));
      signal.addEventListener('abort', giveUp, { once: true });
      this.#broken.catch(reject);
      if (signal.aborted) giveUp();
      else run((error, value) => (error ? reject(error) : resolve(value as T)));
    });
    return ended.finally(() => signal.removeEventListener('abort', giveUp));
  }
}

const recipientsOf = ({ to, copies = [] }: Envelope): string[] => [to, ...copies];

/**
 * Whether an answer refused the mail before any byte of the message was asked for: then both sides agree where they are
 * in the dialogue.
 */
function wasRefusedWhole({ code, responseCode }: SmtpError): boolean {
  return code === 'EENVELOPE' && responseCode !== undefined && responseCode !== 421; // 421: the server hangs up
}

function connectionOptions(server: MailServer, { timeouts, tls }: SmtpOptions) {
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

/** Rejects when the connection ends. The listeners stay, because an `error` that nobody hears ends the process. */
function breakage(connection: SMTPConnection): Promise<never> {
  const broken = new Promise<never>((_, reject) => {
    connection.on('error', reject);
    connection.on('end', () => reject(new Error('Connection ended')));
  });
  broken.catch(() => {}); // it may end while nobody waits for it
  return broken;
}

function* pieces(raw: Buffer, taken: () => void): Generator<Buffer> {
  for (let at = 0; at < raw.length; at += PIECE_BYTES) yield raw.subarray(at, at + PIECE_BYTES);
  taken();
}
