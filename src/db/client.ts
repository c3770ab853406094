import { Socket } from 'node:net';
import postgres from 'postgres';
import { arrayTypes } from './arrays.ts';

/**
 * Where a PostgreSQL server is: an address in parts, or a `postgres://` URL as in DATABASE_URL. `host` is a name, an IP
 * address, or the directory of a unix socket (then it starts with `/`).
 */
export type Connection =
  | {
      readonly host: string;
      readonly port: number;
      readonly user: string;
      readonly password: string;
      readonly database: string;
    }
  | { readonly url: string };

/** The settings of every session of one pool. `timeoutMs` limits each statement; 0: no limit (migrations). */
export interface Session {
  readonly readOnly: boolean;
  readonly timeoutMs: number;
}

export type Run = (sql: postgres.Sql) => PromiseLike<unknown>;

/** A statement that waits for its turn, and the caller who waits for its result. */
interface Asked {
  statement: Run;
  resolve(result: unknown): void;
  reject(error: unknown): void;
}

/** Where the library wants to connect; `path` is false for TCP. */
interface Target {
  readonly path: string | false;
  readonly host: string[];
  readonly port: number[];
}

/** How much longer than its own statement_timeout we wait for a server that says nothing at all. */
const SILENCE_MS = 2_000;
const CONNECT_TIMEOUT_S = 5;
/** A transaction whose callback never finishes gives its locks back after this long. */
const IDLE_IN_TRANSACTION_MS = 60_000;

/**
 * One connection, used by one caller and one turn of statements at a time, and thrown away when anything is wrong with
 * it.
 *
 * postgres.js 3.4.9 reconnects by itself. It then sends queued or later statements outside the transaction they belong
 * to, hangs, or ends the process with a TypeError when it writes to the closed socket. So each instance of the library
 * gets one connection and never another, and after the first error that the server did not report, nothing is sent
 * through it again.
 */
export class Client {
  gone = false;
  /** Whether the server ever answered: if it never did, it refused the connection. */
  answered = false;
  readonly #sql: postgres.Sql;
  readonly #timeoutMs: number;
  readonly #watchers = new Set<(error: unknown) => void>();
  readonly #asked: Asked[] = [];
  #socket: Socket | undefined;
  #isSending = false;
  #reason: unknown;

  constructor(connection: Connection, session: Session, heard?: (channel: string) => void) {
    this.#timeoutMs = session.timeoutMs;
    const options = {
      ...sessionOptions(session),
      onnotify: heard,
      onclose: () => this.lose(lostConnection()),
      socket: (target: Target) => this.#connect(target),
    };
    const socket = 'url' in connection ? socketOf(connection.url) : connection;
    this.#sql =
      'url' in connection && !socket ? postgres(connection.url, options) : postgres({ ...socket, ...options });
  }

  /**
   * Runs one statement after those before it. Statements asked for in the same moment form one turn: they are sent
   * together, in order, and we wait for the server once. Rejects at once if the connection is lost.
   */
  run(statement: Run): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ statement, resolve, reject });
      if (!this.#isSending) void this.#sendAsked();
    });
  }

  /** Calls `watcher` once, when the connection is lost; the returned function stops watching. */
  onLost(watcher: (error: unknown) => void): () => void {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  }

  /** Gives the connection up: everybody who waits for it gets `error`, and nothing more is sent. */
  lose(error: unknown): void {
    if (this.gone) return;
    this.gone = true;
    this.#reason = error;
    for (const watcher of [...this.#watchers]) watcher(error);
    void this.#sql.end({ timeout: 0 }).finally(() => this.#socket?.destroy());
  }

  /** The library asks for a socket each time it connects. It gets one socket only, because it must never reconnect. */
  #connect({ path, host, port }: Target): Socket {
    if (this.gone || this.#socket) throw lostConnection();
    const socket = Object.assign(new Socket(), { host: host[0] });
    this.#socket = socket;
    // after the library has attached its handlers: a missing unix socket is reported before the next promise settles
    setImmediate(() => (path ? socket.connect(path) : socket.connect(port[0]!, host[0]!)));
    return socket;
  }

  async #sendAsked(): Promise<void> {
    this.#isSending = true;
    while (this.#asked.length > 0) {
      await everybodyElse();
      const turn = this.#asked.splice(0);
      await Promise.all(turn.map(({ statement, resolve, reject }) => this.#send(statement).then(resolve, reject)));
    }
    this.#isSending = false;
  }

  #send(statement: Run): Promise<unknown> {
    if (this.gone) return Promise.reject(this.#reason);
    return new Promise((resolve, reject) => {
      const unwatch = this.onLost(reject);
      const stopClock = this.#startClock();
      const done = () => {
        unwatch();
        stopClock();
      };
      statement(this.#sql).then(
        (result) => {
          done();
          this.answered = true;
          resolve(result);
        },
        (error: unknown) => {
          done();
          if (saidByServer(error)) this.answered = true;
          else this.lose(error);
          reject(error);
        },
      );
    });
  }

  #startClock(): () => void {
    if (this.#timeoutMs === 0) return () => undefined;
    const silent = () => this.lose(codedError('QUERY_TIMEOUT', 'The database did not answer in time.'));
    const clock = setTimeout(silent, this.#timeoutMs + SILENCE_MS);
    return () => clearTimeout(clock);
  }
}

/** Waits until everybody who can go on now has done so. */
const everybodyElse = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));

/**
 * After an error that the server reported about a statement the connection is still usable; after FATAL the server
 * closes it.
 */
function saidByServer(error: unknown): boolean {
  return error instanceof postgres.PostgresError && error.severity === 'ERROR';
}

function lostConnection(): Error {
  return codedError('CONNECTION_CLOSED', 'The connection to the database was lost.');
}

export function codedError(code: string, message: string): Error & { code: string } {
  return Object.assign(new Error(message), { code });
}

/**
 * The library does not know unix sockets in URLs such as `postgres://user:pass@%2Frun%2Fpg/db` and
 * `postgres:///db?host=/run/pg`.
 */
function socketOf(url: string): Partial<Record<'host' | 'user' | 'password' | 'database', string>> | undefined {
  const { hostname, port, username, password, pathname, searchParams } = new URL(url);
  const host = decodeURIComponent(searchParams.get('host') ?? hostname);
  if (!host.startsWith('/')) return undefined;
  const user = decodeURIComponent(username) || searchParams.get('user');
  return {
    host,
    ...(port && { port }),
    ...(user && { user }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(pathname.length > 1 && { database: decodeURIComponent(pathname.slice(1)) }),
  };
}

const keepText = (value: unknown) => value;

function sessionOptions(session: Session) {
  return {
    max: 1,
    idle_timeout: 0,
    max_lifetime: null,
    connect_timeout: CONNECT_TIMEOUT_S,
    // the library reads `date` and `timestamp` as a Date in the machine's time zone: another day for half the world
    types: { ...arrayTypes, day: { to: 1082, from: [1082, 1114], serialize: keepText, parse: keepText } },
    fetch_types: false,
    transform: { undefined: null },
    onnotice: () => undefined,
    connection: {
      application_name: 'solo-crm',
      DateStyle: 'ISO',
      TimeZone: 'UTC',
      // as text, because the library leaves out 0 and false, and the server's own defaults may differ
      statement_timeout: String(session.timeoutMs),
      idle_in_transaction_session_timeout: String(IDLE_IN_TRANSACTION_MS),
      // whatever is asked often has an index; a plan made while a table was empty, or from the statistics of a quiet
      // hour, would read all of it for as long as the connection lives, and compiling such plans costs more than it
      // saves
      enable_seqscan: 'off',
      jit: 'off',
      default_transaction_read_only: session.readOnly ? 'on' : 'off',
    } as Record<string, string>,
  };
}
