import type { InboxEvent } from '../../inbox/event.ts';
import { bell } from '../../lib/bell.ts';
import type { MailCursor } from '../fetch/cursor.ts';
import {
  fetchMail,
  type ListedMail,
  listNew,
  listUids,
  missingMail,
  type OpenMailbox,
  openMailbox,
  uidsSince,
} from '../fetch/imap.ts';
import { parseMailServer } from './server_url.ts';

/** What reading one mailbox needs from the rest of the service. */
export interface Reading {
  /** imaps://user:pass@host:993/INBOX */
  url: string;
  /** Where reading continues; undefined for a mailbox that was never read. */
  cursor: (source: string) => Promise<MailCursor | undefined>;
  /** Keeps the mail and the cursor in one transaction, or throws. Without an event it keeps only the cursor. */
  store: (event: InboxEvent | undefined, cursor: MailCursor) => Promise<unknown>;
  /** Those of these UIDs that were never stored. */
  notStored: (cursor: MailCursor, uids: readonly number[]) => Promise<number[]>;
  /** Asked before each look into the mailbox: does this process read it? Default: yes. */
  lease?: () => Promise<boolean>;
  signal: AbortSignal;
  now?: () => Date;
  /**
   * How often we look, whatever the server says about new mail. Default 20,000 ms: even with the time that a silent
   * server gets and a new connection, a mail is seen within a minute, though the line died silently.
   */
  pollMs?: number;
}

/** What one connection knows about those before it. */
export interface History {
  source: string;
  /** How many connections ended at a mail, by its UID. */
  failures: Map<number, number>;
  /** How long the server may take to answer. */
  patienceMs: number;
  /** A mail was stored: the connection works, however much there is still to read. */
  alive: () => void;
  /** The mailbox has been read to its end. */
  up: () => void;
}

export const POLL_MS = 20_000;
const DAY_MS = 86_400_000;
/** How far back a mailbox is listed again after its UIDs have changed, and checked every day. */
const REACH_DAYS = 30;
/** Mail servers keep whole seconds, and their own clocks. */
const CLOCKS_APART_MS = 3_600_000;
const MAIL_TRIES = 5;

/** One connection, from opening to its end. Returns if the lease is lost, throws if anything else ends it. */
export async function readMailbox(given: Reading, history: History): Promise<void> {
  const { source, failures, patienceMs, alive, up } = history;
  const { signal, pollMs = POLL_MS } = given;
  const reading: Reading = { ...given, store: (event, cursor) => given.store(event, cursor).then(alive) };
  const news = bell();
  const mailbox = await openMailbox(parseMailServer(reading.url, 'imap'), news.ring, patienceMs);
  const close = () => mailbox.client.close();
  signal.addEventListener('abort', close, { once: true });
  let looking: Promise<MailCursor> | undefined;
  try {
    const take = (mail: ListedMail) => takeOne(mailbox, source, mail, failures);
    const look = async (from: MailCursor) =>
      checkByDate(reading, mailbox, await readOn(reading, mailbox, from, take), take);
    let cursor = await startingPoint(reading, source, mailbox);
    while (!signal.aborted && (await mayRead(reading))) {
      const looked = look(cursor);
      looking = looked;
      cursor = await Promise.race([looked, mailbox.broken]);
      up();
      await Promise.race([news.wait(pollMs), mailbox.broken]);
    }
  } finally {
    signal.removeEventListener('abort', close);
    close();
    news.ring(); // ends the timer of the wait
    await Promise.allSettled([looking]); // no look may run beside that of the next connection
  }
}

export function mayRead({ lease }: Reading): Promise<boolean> | boolean {
  return lease ? lease() : true;
}

/**
 * Under a new UIDVALIDITY every UID means another mail: the last 30 days are listed again, and what we know already
 * adds nothing.
 */
async function startingPoint(reading: Reading, source: string, { uidValidity, newestUid }: OpenMailbox) {
  const now = timeOf(reading);
  const known = await reading.cursor(source);
  if (known?.uidValidity === uidValidity) return known.startedAt ? known : { ...known, ...begun(now, known.lastUid) };
  const cursor: MailCursor = known
    ? {
        ...begun(now),
        ...known,
        uidValidity,
        lastUid: 0,
        startedAfter: 0,
        checkedFrom: 0,
        since: earliest(known, now).toISOString(),
      }
    : { source, uidValidity, lastUid: newestUid, ...begun(now, newestUid) };
  await reading.store(undefined, cursor);
  return cursor;
}

function begun(now: Date, startedAfter = 0): Pick<MailCursor, 'startedAt' | 'startedAfter' | 'checkedAt'> {
  return { startedAt: now.toISOString(), startedAfter, checkedAt: now.toISOString() };
}

type Take = (mail: ListedMail) => Promise<InboxEvent | undefined>;

async function readOn(reading: Reading, mailbox: OpenMailbox, from: MailCursor, take: Take): Promise<MailCursor> {
  let cursor = from;
  for (const mail of await listNew(mailbox, from)) {
    const event = await take(mail);
    cursor = { ...cursor, lastUid: mail.uid };
    await reading.store(event, cursor);
  }
  return cursor.since ? finishRescan(reading, cursor, mailbox) : cursor;
}

async function finishRescan(reading: Reading, { since, ...cursor }: MailCursor, { newestUid }: OpenMailbox) {
  const done = { ...cursor, lastUid: Math.max(cursor.lastUid, newestUid) };
  await reading.store(undefined, done);
  return done;
}

/**
 * Once a day, compares the mail of the last 30 days with what was stored. A server may show a mail only after one with
 * a higher UID (a slow delivery, a mailbox being restored), and then the cursor has skipped it.
 */
async function checkByDate(
  reading: Reading,
  mailbox: OpenMailbox,
  cursor: MailCursor,
  take: Take,
): Promise<MailCursor> {
  const now = timeOf(reading);
  if (now.getTime() - Date.parse(cursor.checkedAt ?? '') < DAY_MS) return cursor;
  const since = earliest(cursor, now);
  const { lastUid, startedAfter = 0 } = cursor;
  const passed = (await uidsSince(mailbox, since)).filter((uid) => uid > startedAfter && uid <= lastUid);
  const missed = await reading.notStored(cursor, passed);
  for (const mail of await listUids(mailbox, missed, since)) {
    const event = await take(mail);
    if (event) await reading.store(event, cursor);
  }
  const checked = { ...cursor, checkedAt: now.toISOString(), checkedFrom: lowest(passed, lastUid) };
  await reading.store(undefined, checked);
  return checked;
}

function lowest(uids: readonly number[], otherwise: number): number {
  return uids.reduce((least, uid) => Math.min(least, uid), otherwise);
}

/** From when on mail is looked at again: 30 days back, but not before the first look, by the server's clock. */
function earliest({ startedAt }: MailCursor, now: Date): Date {
  const reach = now.getTime() - REACH_DAYS * DAY_MS;
  return new Date(startedAt ? Math.max(Date.parse(startedAt) - CLOCKS_APART_MS, reach) : reach);
}

/**
 * A mail that the server cannot deliver must not block those behind it for ever: after five connections that ended at
 * this mail, it is kept as missing. (Dovecot hangs up on a mail that it cannot read, which looks just like a failing
 * network.)
 */
async function takeOne(mailbox: OpenMailbox, source: string, mail: ListedMail, failures: Map<number, number>) {
  const tries = failures.get(mail.uid) ?? 0;
  if (tries >= MAIL_TRIES) return missingMail(mailbox, source, mail);
  failures.set(mail.uid, tries + 1);
  const event = await fetchMail(mailbox, source, mail);
  failures.delete(mail.uid);
  return event;
}

function timeOf({ now }: Reading): Date {
  return now?.() ?? new Date();
}
