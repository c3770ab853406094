import type { InboxEvent } from '../inbox/event.ts';
import { bell } from './bell.ts';
import type { MailCursor } from './cursor.ts';
import { fetchMail, type ListedMail, listNew, missingMail, type OpenMailbox, openMailbox } from './imap.ts';
import { parseMailServer } from './server_url.ts';

/**
 * What a mailbox says of itself when that changes. `lost`: a connection ended, as connections do; it is being replaced.
 * `unreachable`: that has failed for about a minute. `login_refused` is final until the service starts again.
 */
export interface MailboxState {
  ok: boolean;
  reason: 'connected' | 'lost' | 'unreachable' | 'login_refused';
  /** For the log; holds no address, no password. */
  detail: string;
}

export interface MailboxOptions {
  /** IMAP_URL: imaps://user:pass@host:993/INBOX */
  url: string;
  /** Where reading goes on; undefined for a mailbox never read before. */
  cursor: (source: string) => Promise<MailCursor | undefined>;
  /** Keeps the mail and the cursor in one transaction, or throws. Without an event it keeps the cursor. */
  store: (event: InboxEvent | undefined, cursor: MailCursor) => Promise<unknown>;
  /** Called on every change of state, not on every try. */
  onState: (state: MailboxState) => void;
  /** Asked before each look into the mailbox: is this process the one that reads it? Default: yes. */
  lease?: () => Promise<boolean>;
  signal: AbortSignal;
  now?: () => Date;
  random?: () => number;
  /** A look every so often, whatever the server says of new mail. Default 60,000 ms. */
  pollMs?: number;
  /** First wait after a lost connection; doubles up to 5 minutes. Default 1,000 ms. */
  backoffMs?: number;
}

const LONGEST_WAIT_MS = 5 * 60_000;
const RESCAN_DAYS = 30;
const MAIL_TRIES = 5;
const UNREACHABLE_TRIES = 6;

/** The source of a mailbox's inbox rows and cursor: `email:<user>@<host>/<mailbox>`. */
export function mailboxSource(url: string): string {
  const server = parseMailServer(url, 'imap');
  return `email:${server.user ?? ''}@${server.host}/${server.path || 'INBOX'}`;
}

/**
 * Reads one mailbox until `signal` aborts: new mail goes to `store`, which also moves the cursor, so a mail is never passed over
 * unless it is kept. A connection that fails is replaced by a new one after a wait; a refused sign-in ends it (mail providers
 * lock accounts that go on knocking). A mailbox seen for the first time starts with the mail that comes from now on.
 * @throws Error at once, in plain words, when the URL cannot be used
 */
export function startMailbox(options: MailboxOptions): { stopped: Promise<void> } {
  return { stopped: supervise(options, mailboxSource(options.url)) };
}

async function supervise(options: MailboxOptions, source: string): Promise<void> {
  const { signal, pollMs = 60_000, backoffMs = 1000, random = Math.random } = options;
  const wakeUp = bell();
  signal.addEventListener('abort', wakeUp.ring, { once: true });
  const report = onChange(options.onState);
  const failures = new Map<number, number>();
  let lost = 0;
  const up = () => {
    lost = 0;
    report({ ok: true, reason: 'connected', detail: 'connected' });
  };
  while (!signal.aborted) {
    try {
      if (await mayRead(options)) await session(options, source, failures, up);
      await wakeUp.wait(pollMs);
    } catch (error) {
      if (signal.aborted) return;
      if (isLoginRefused(error))
        return report({ ok: false, reason: 'login_refused', detail: 'the mail server refused the user or password' });
      report({ ok: false, reason: lost < UNREACHABLE_TRIES ? 'lost' : 'unreachable', detail: describe(error) });
      await wakeUp.wait(Math.min(LONGEST_WAIT_MS, backoffMs * 2 ** lost++) * (0.5 + random() / 2));
    }
  }
}

/** One connection, from opening to its end. Returns when the lease is lost, throws when anything else ends it. */
async function session(
  options: MailboxOptions,
  source: string,
  failures: Map<number, number>,
  up: () => void,
): Promise<void> {
  const { signal, pollMs = 60_000 } = options;
  const news = bell();
  const mailbox = await openMailbox(parseMailServer(options.url, 'imap'), news.ring);
  const close = () => mailbox.client.close();
  signal.addEventListener('abort', close, { once: true });
  try {
    let cursor = await startingPoint(options, source, mailbox);
    while (!signal.aborted && (await mayRead(options))) {
      cursor = await Promise.race([readNew(options, mailbox, cursor, failures), mailbox.broken]);
      up();
      await Promise.race([news.wait(pollMs), mailbox.broken]);
    }
  } finally {
    signal.removeEventListener('abort', close);
    close();
    news.ring(); // ends the wait's timer
  }
}

/** Under a new UIDVALIDITY every UID is another mail: the last 30 days are listed again and what is known already adds nothing. */
async function startingPoint(options: MailboxOptions, source: string, mailbox: OpenMailbox): Promise<MailCursor> {
  const { uidValidity } = mailbox;
  const known = await options.cursor(source);
  if (known?.uidValidity === uidValidity) return known;
  const now = options.now?.() ?? new Date();
  const cursor: MailCursor = known
    ? { source, uidValidity, lastUid: 0, since: new Date(now.getTime() - RESCAN_DAYS * 86_400_000).toISOString() }
    : { source, uidValidity, lastUid: mailbox.newestUid };
  await options.store(undefined, cursor);
  return cursor;
}

async function readNew(
  options: MailboxOptions,
  mailbox: OpenMailbox,
  from: MailCursor,
  failures: Map<number, number>,
): Promise<MailCursor> {
  let cursor = from;
  for (const mail of await listNew(mailbox, from)) {
    const event = await take(mailbox, from.source, mail, failures);
    cursor = { ...cursor, lastUid: mail.uid };
    await options.store(event, cursor);
  }
  return cursor.since ? finishRescan(options, cursor, mailbox) : cursor;
}

/**
 * A mail the server cannot hand out must not stop those behind it for ever: after five connections that ended at this mail it is
 * kept as missing. (Dovecot hangs up on a mail it cannot read, so this looks no different from a network that fails.)
 */
async function take(mailbox: OpenMailbox, source: string, mail: ListedMail, failures: Map<number, number>) {
  const tries = failures.get(mail.uid) ?? 0;
  if (tries >= MAIL_TRIES) return missingMail(mailbox, source, mail);
  failures.set(mail.uid, tries + 1);
  const event = await fetchMail(mailbox, source, mail);
  failures.delete(mail.uid);
  return event;
}

async function finishRescan(
  options: MailboxOptions,
  { since, ...cursor }: MailCursor,
  mailbox: OpenMailbox,
): Promise<MailCursor> {
  const done = { ...cursor, lastUid: Math.max(cursor.lastUid, mailbox.newestUid) };
  await options.store(undefined, done);
  return done;
}

function mayRead(options: MailboxOptions): Promise<boolean> | boolean {
  return options.lease ? options.lease() : true;
}

function onChange(report: (state: MailboxState) => void): (state: MailboxState) => void {
  let last: MailboxState['reason'] | undefined;
  return (state) => {
    if (state.reason !== last) report(state);
    last = state.reason;
  };
}

/** UNAVAILABLE (RFC 5530) is the server's own trouble, not a wrong password. */
function isLoginRefused(error: unknown): boolean {
  const { authenticationFailed, serverResponseCode } = error as {
    authenticationFailed?: boolean;
    serverResponseCode?: string;
  };
  return authenticationFailed === true && !/^(UNAVAILABLE|INUSE|LIMIT)$/.test(serverResponseCode ?? '');
}

function describe(error: unknown): string {
  const { code, serverResponseCode, message } = error as {
    code?: string;
    serverResponseCode?: string;
    message?: string;
  };
  return String(serverResponseCode ?? code ?? message)
    .replace(/\S+@\S+/g, '…')
    .slice(0, 200);
}
