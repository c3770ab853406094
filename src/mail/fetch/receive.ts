import { bell } from '../../lib/bell.ts';
import { head, headWords } from '../../text/cut.ts';
import { mailboxSource } from '../send/server_url.ts';
import { mayRead, POLL_MS, type Reading, readMailbox } from '../send/session.ts';

/**
 * What a mailbox reports when its state changes. `lost`: a connection ended, as connections do; it is being replaced.
 * `unreachable`: replacing it has failed for about a minute. `login_refused`: not tried again until the owner says so.
 */
export interface MailboxState {
  ok: boolean;
  reason: 'connected' | 'lost' | 'unreachable' | 'login_refused';
  /** For the log; contains no address and no password. */
  detail: string;
}

export interface MailboxOptions extends Reading {
  /** Called on every change of state, not on every try. */
  onState: (state: MailboxState) => void;
  random?: () => number;
  /**
   * First wait after a lost connection; it doubles up to 30 s, or up to 5 minutes while the server itself refuses.
   * Default 1,000 ms.
   */
  backoffMs?: number;
  /**
   * How long a silent server gets. If it is silent again and again it may only be slow, so it gets up to four times
   * that. Default 15,000 ms.
   */
  patienceMs?: number;
}

/** A mailbox that is being read. */
export interface Mailbox {
  /** Resolves after `signal` has aborted. */
  stopped: Promise<void>;
  /** Tries a refused sign-in once more; does nothing if it is not refused. */
  signInAgain(): void;
}

/** A server that is back is noticed within the minute that mail may take. */
const LONGEST_WAIT_MS = 30_000;
/** Servers that say "too many" or "later" count how often they are asked. */
const LONGEST_WAIT_FOR_LEAVE_MS = 5 * 60_000;
const UNREACHABLE_TRIES = 6;
/** How often we ask whether another process still reads the mailbox. */
const LEASE_PAUSE_MS = 5_000;
const PATIENCE_MS = 15_000;
const MOST_PATIENCE = 4;
/** The longest a timer can run: 24 days. */
const UNTIL_ASKED_MS = 2 ** 31 - 1;

/**
 * Reads one mailbox until `signal` aborts. New mail goes to `store`, which also moves the cursor, so a mail is never
 * skipped unless it is kept. A connection that fails is replaced after a wait. A refused sign-in is not repeated before
 * `signInAgain`, because mail providers lock accounts that keep trying. A mailbox seen for the first time starts with
 * the mail that comes from now on.
 * @throws Error at once, in plain words, if the URL cannot be used
 */
export function startMailbox(options: MailboxOptions): Mailbox {
  const source = mailboxSource(options.url);
  const wakeUp = bell();
  const states = changes(options.onState);
  const signInAgain = () => {
    if (states.last() !== 'login_refused') return;
    states.forget();
    wakeUp.ring();
  };
  options.signal.addEventListener('abort', wakeUp.ring, { once: true });
  return { stopped: supervise(options, source, wakeUp.wait, states.report), signInAgain };
}

async function supervise(
  options: MailboxOptions,
  source: string,
  wait: (ms: number) => Promise<void>,
  report: (state: MailboxState) => void,
): Promise<void> {
  const { signal, pollMs = POLL_MS, patienceMs = PATIENCE_MS, random = Math.random } = options;
  const failures = new Map<number, number>();
  let lost = 0;
  let silent = 0;
  const alive = () => {
    lost = 0;
    silent = 0;
  };
  const up = () => {
    alive();
    report({ ok: true, reason: 'connected', detail: 'connected' });
  };
  while (!signal.aborted) {
    try {
      const patience = patienceMs * Math.min(MOST_PATIENCE, 2 ** Math.max(0, silent - 1));
      if (await mayRead(options)) await readMailbox(options, { source, failures, patienceMs: patience, alive, up });
      await wait(Math.min(pollMs, LEASE_PAUSE_MS));
    } catch (error) {
      if (signal.aborted) return;
      silent += isSilence(error) ? 1 : 0;
      if (isLoginRefused(error)) {
        report({ ok: false, reason: 'login_refused', detail: 'the mail server refused the user or password' });
        await wait(UNTIL_ASKED_MS);
      } else {
        report({ ok: false, reason: lost < UNREACHABLE_TRIES ? 'lost' : 'unreachable', detail: describe(error) });
        await wait(pauseAfter(error, lost++, options.backoffMs) * (0.5 + random() / 2));
      }
    }
  }
}

function pauseAfter(error: unknown, lost: number, backoffMs = 1000): number {
  const { serverResponseCode } = error as { serverResponseCode?: string };
  return Math.min(serverResponseCode ? LONGEST_WAIT_FOR_LEAVE_MS : LONGEST_WAIT_MS, backoffMs * 2 ** lost);
}

function isSilence(error: unknown): boolean {
  return SILENCE.test((error as ImapError).code ?? '');
}

interface ImapError {
  authenticationFailed?: boolean;
  responseStatus?: string;
  serverResponseCode?: string;
  response?: string | false;
  code?: string;
}

/** Codes of imapflow for a server that does not answer: on connecting, greeting, or later. */
const SILENCE = /^(CONNECT_TIMEOUT|GREETING_TIMEOUT|UPGRADE_TIMEOUT|ETIMEOUT|ETIMEDOUT)$/;
const MAY_PASS = /\b(UNAVAILABLE|INUSE|LIMIT)\b|too many|simultaneous|try again|temporar/i;

/** Passes on a state only if it differs from the last one. */
function changes(report: (state: MailboxState) => void) {
  let last: MailboxState['reason'] | undefined;
  return {
    report: (state: MailboxState) => {
      if (state.reason !== last) report(state);
      last = state.reason;
    },
    last: () => last,
    forget: () => {
      last = undefined;
    },
  };
}

/**
 * Whether the server refused this user and password, or accepts no sign-in at all. imapflow marks a connection that
 * breaks during the sign-in in the same way; UNAVAILABLE and its like (RFC 5530) and "too many connections" are the
 * server's own trouble.
 */
function isLoginRefused(error: unknown): boolean {
  const { authenticationFailed, responseStatus, serverResponseCode, response, code } = error as ImapError;
  if (!authenticationFailed || code) return false;
  if (responseStatus) return responseStatus === 'NO' && !MAY_PASS.test(`${serverResponseCode ?? ''} ${response ?? ''}`);
  return (error as Error).constructor.name === 'AuthenticationFailure';
}

function describe(error: unknown): string {
  const { code, serverResponseCode, message } = error as {
    code?: string;
    serverResponseCode?: string;
    message?: string;
  };
  return head(headWords(String(serverResponseCode ?? code ?? message), 2000).replace(/\S+@\S+/g, '…'), 200);
}
