import type { Socket } from 'node:net';
import type { SmtpError } from '../send/smtp.ts';
import { type Reply, ReplyReader } from './reply.ts';

/** An error that says what nodemailer's do: the step, and the server's answer if there was one. */
export function smtpFault(
  message: string,
  facts: { code: string; command?: string; reply?: Reply; originalCode?: string },
): SmtpError {
  const { reply, ...rest } = facts;
  return Object.assign(new Error(message), rest, reply && { response: reply.text, responseCode: reply.code });
}

/** Looks after the time of many lines with one timer: setting one for each step of each mail would cost too much. */
export class Watch {
  readonly #lines = new Set<Line>();
  readonly #timer: NodeJS.Timeout;

  constructor(everyMs: number) {
    this.#timer = setInterval(() => this.#look(), everyMs).unref();
  }

  add(line: Line): void {
    this.#lines.add(line);
  }

  delete(line: Line): void {
    this.#lines.delete(line);
  }

  close(): void {
    clearInterval(this.#timer);
  }

  #look(): void {
    const now = performance.now();
    for (const line of this.#lines) if (line.dueAt <= now) line.onDue();
  }
}

/** A connection to a mail server: whole replies come in, commands go out. */
export class Line {
  /** When the next step has to have happened, by `performance.now()`. */
  dueAt = Number.POSITIVE_INFINITY;
  /** Whoever uses the line at the moment. What comes while nobody listens is kept in `unheard`. */
  onReply: ((reply: Reply) => void) | undefined;
  readonly unheard: Reply[] = [];
  onEnd: (fault: SmtpError) => void = () => {};
  onDue: () => void = () => {};

  readonly #watch: Watch;
  #socket: Socket;
  #reader = new ReplyReader();
  #ended = false;

  constructor(socket: Socket, watch: Watch) {
    this.#socket = socket;
    this.#watch = watch;
    watch.add(this);
    this.#listen();
  }

  /** Under another socket (TLS) from now on. */
  over(socket: Socket): void {
    this.#socket.removeAllListeners('data').removeAllListeners('close');
    this.#socket = socket;
    this.#listen();
  }

  get socket(): Socket {
    return this.#socket;
  }

  get isOpen(): boolean {
    return !this.#ended;
  }

  /** Whether nothing has arrived that nobody has heard yet. */
  get isQuiet(): boolean {
    return this.#reader.isEmpty && this.unheard.length === 0;
  }

  /** The next step has to happen within so many ms. */
  within(ms: number): void {
    this.dueAt = performance.now() + ms;
  }

  /** Writes words whose characters are bytes, or others as UTF-8. */
  write(words: string, encoding: 'latin1' | 'utf8' = 'latin1', written?: () => void): void {
    if (!this.#ended) this.#socket.write(words, encoding, written);
  }

  /** Whether something written has not been taken by the system yet. */
  get isWriting(): boolean {
    return this.#socket.writableLength > 0;
  }

  /** Writes bytes, which must stay as they are while it `isWriting`. */
  writeBytes(bytes: Buffer): void {
    if (!this.#ended) this.#socket.write(bytes);
  }

  /** Drops the connection. Nobody is told. */
  close(): void {
    this.#ended = true;
    this.#watch.delete(this);
    this.#socket.destroy();
  }

  /** Says goodbye and closes; the answer would tell us nothing. */
  quit(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#watch.delete(this);
    this.#socket.end('QUIT\r\n');
    setTimeout(() => this.#socket.destroy(), 1000).unref();
  }

  /** Ends the line because of a fault. */
  fail(fault: SmtpError): void {
    if (this.#ended) return;
    this.close();
    this.onEnd(fault);
  }

  #listen(): void {
    const socket = this.#socket;
    socket.on('data', (bytes: Buffer) => this.#hear(bytes));
    socket.on('error', (error: NodeJS.ErrnoException) => this.fail(faultOf(error)));
    socket.on('close', () => this.fail(smtpFault('Connection closed', { code: 'ECONNECTION' })));
  }

  #hear(bytes: Buffer) {
    let replies: Reply[];
    try {
      replies = this.#reader.take(bytes);
    } catch (error) {
      return this.fail(smtpFault((error as Error).message, { code: 'EPROTOCOL' }));
    }
    for (const reply of replies) {
      if (this.#ended) return;
      if (this.onReply) this.onReply(reply);
      else this.unheard.push(reply);
    }
  }
}

const OF_TLS = /^(ERR_SSL|ERR_TLS|CERT_|DEPTH_ZERO|SELF_SIGNED|UNABLE_TO_|EPROTO)/;

function faultOf(error: NodeJS.ErrnoException): SmtpError {
  const originalCode = error.code ?? 'unknown';
  return smtpFault(error.message, { code: OF_TLS.test(originalCode) ? 'ETLS' : 'ESOCKET', originalCode });
}
