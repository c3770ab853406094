import type { FetchMessageObject, FetchQueryObject, ImapFlow, ImapFlowOptions, MailboxObject } from 'imapflow';
import type { InboxEvent } from '../../inbox/event.ts';
import { head } from '../../text/cut.ts';
import { header, headerEnd, readHeaders } from '../mime/headers.ts';
import {
  BEGINNING_BYTES,
  KEY_HEADER,
  MAIL_BYTES,
  OVERSIZE_HEADER,
  RECEIVED_HEADER,
  UID_HEADER,
} from '../read/limits.ts';
import type { MailServer } from '../send/server_url.ts';
import type { MailCursor } from './cursor.ts';
import { mailKeys } from './mail_key.ts';

/** More than the largest mail that is fetched whole; a server that sends more than it announced is cut off. */
const LITERAL_BYTES = 30 * 1024 * 1024;
const DAY_MS = 86_400_000;
/** How many UIDs one command names: servers limit the length of a line. */
const UIDS_AT_ONCE = 500;

/** A mail in the mailbox, not yet fetched. */
export interface ListedMail {
  uid: number;
  /** When the server got it. */
  date?: Date;
}

/** An open connection with the mailbox selected; `broken` rejects when it ends. */
export interface OpenMailbox {
  client: ImapFlow;
  uidValidity: string;
  /** The UID of the newest mail there is, 0 for an empty mailbox. */
  newestUid: number;
  broken: Promise<never>;
  /** How long the server may take to answer. */
  patienceMs: number;
}

/**
 * Connects and selects the mailbox, read-only. A connection is good for one use: after it has ended, a new one is
 * needed.
 * @param changed called when the server says that the mailbox has changed
 * @param patienceMs how long the server may be silent when it owes an answer; after that the connection counts as dead
 * @throws imapflow's error; `authenticationFailed` is set if the sign-in was refused
 */
export async function openMailbox(server: MailServer, changed: () => void, patienceMs: number): Promise<OpenMailbox> {
  const { ImapFlow: Client } = await import('imapflow');
  const client = new Client(options(server, patienceMs));
  const broken = breakage(client); // before connect(): an `error` that nobody handles ends the process
  client.on('exists', changed);
  try {
    await Promise.race([client.connect(), broken]);
    const mailbox = await Promise.race([client.mailboxOpen(server.path || 'INBOX', { readOnly: true }), broken]);
    const newestUid = await Promise.race([findNewestUid(client, mailbox), broken]);
    return { client, uidValidity: String(mailbox.uidValidity), newestUid, broken, patienceMs };
  } catch (error) {
    client.close();
    throw error;
  }
}

/** The newest UID; asks the server if it has sent no UIDNEXT, which RFC 3501 lets it leave out. */
async function findNewestUid(client: ImapFlow, mailbox: MailboxObject): Promise<number> {
  if (mailbox.exists === 0) return 0;
  if (mailbox.uidNext) return mailbox.uidNext - 1;
  const newest = await client.fetchOne('*', { uid: true });
  if (!newest) throw new Error('the server does not say which mail is the newest');
  return newest.uid;
}

function options(server: MailServer, patienceMs: number): ImapFlowOptions {
  return {
    host: server.host,
    port: server.port,
    secure: server.tls === 'implicit',
    ...(server.tls !== 'implicit' && { doSTARTTLS: server.tls === 'starttls' }),
    auth: { user: server.user ?? '', pass: server.pass ?? '' },
    // 163 and 126 refuse SELECT to clients that do not name themselves; imapflow sends this only to servers that know
    // ID, because QQ hangs up otherwise
    clientInfo: { name: 'solo-crm', version: '1', vendor: 'solo-crm', 'support-url': '' },
    logger: false,
    autoIdleDelay: 1000, // by default imapflow waits 15 s after each look before it listens for news again
    // a dead connection must show itself: servers and NATs drop idle ones silently
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    maxIdleTime: 4 * 60_000,
    maxLiteralSize: LITERAL_BYTES,
  };
}

function breakage(client: ImapFlow): Promise<never> {
  const broken = new Promise<never>((_, reject) => {
    client.on('error', reject);
    client.on('close', () => reject(new Error('the connection was closed')));
  });
  broken.catch(() => {}); // nobody may be waiting when it ends
  return broken;
}

/**
 * Mails after the cursor, oldest UID first. Asks only for what a server knows without opening the mails: a single mail
 * that it cannot read would make the whole list fail.
 */
export async function listNew(mailbox: OpenMailbox, { lastUid, since }: MailCursor): Promise<ListedMail[]> {
  const { client, patienceMs } = mailbox;
  await within(patienceMs, client.noop()); // makes the server report what it has not reported yet
  if (selected(client).exists === 0) return [];
  if (since) return listAgain(mailbox, lastUid, new Date(since));
  return (await list(client, `${lastUid + 1}:*`))
    .filter((mail) => mail.uid > lastUid) // `n:*` always names the newest mail, even when its UID is below n
    .sort((a, b) => a.uid - b.uid);
}

/**
 * imapflow's own time-out does not notice a connection that dies between IDLE and the server's "+": every later command
 * would wait for ever.
 */
async function within(ms: number, answer: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('the server is silent'), { code: 'ETIMEOUT' })), ms);
  });
  answer.catch(() => {}); // it may still fail after we stopped waiting
  await Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}

/** Searches by date first: after the cursor there may be years of mail. */
async function listAgain(mailbox: OpenMailbox, lastUid: number, since: Date): Promise<ListedMail[]> {
  const uids = await uidsSince(mailbox, since);
  return listUids(
    mailbox,
    uids.filter((uid) => uid > lastUid),
    since,
  );
}

/**
 * The UIDs of the mails that came since a day, by the server's dates. The server answers from its index, however large
 * the mailbox is. SINCE knows only days, in the server's own time zone (RFC 3501, 6.4.4), so some of these came
 * earlier.
 */
export async function uidsSince({ client }: OpenMailbox, since: Date): Promise<number[]> {
  const found = await client.search({ since: new Date(since.getTime() - DAY_MS) }, { uid: true });
  selected(client);
  if (!found) throw new Error('the server did not search the mailbox');
  return found;
}

/** Those of these mails that came since then, oldest UID first. */
export async function listUids({ client }: OpenMailbox, uids: readonly number[], since: Date): Promise<ListedMail[]> {
  const mails: ListedMail[] = [];
  for (let at = 0; at < uids.length; at += UIDS_AT_ONCE) {
    const range = uids.slice(at, at + UIDS_AT_ONCE).join();
    mails.push(...(await list(client, range)));
  }
  return mails.filter(({ date }) => !date || date >= since).sort((a, b) => a.uid - b.uid);
}

async function list(client: ImapFlow, range: string): Promise<ListedMail[]> {
  const found = await client.fetchAll(range, { uid: true, internalDate: true }, { uid: true });
  selected(client);
  return found.map(listed);
}

/**
 * The mailbox; throws if the connection has ended. imapflow then answers most commands with "nothing found", and if we
 * believed that, every mail not yet fetched would be skipped.
 */
function selected({ mailbox, usable }: ImapFlow): MailboxObject {
  if (!mailbox || !usable) throw new Error('the connection was closed');
  return mailbox;
}

function listed(message: FetchMessageObject): ListedMail {
  const time = message.internalDate ? new Date(message.internalDate).getTime() : Number.NaN;
  return { uid: message.uid, ...(time > 0 && { date: new Date(time) }) };
}

/**
 * Fetches one mail as an inbox event: whole, or only its beginning if it is larger than 25 MB. Undefined if it has been
 * removed from the mailbox meanwhile.
 *
 * Its external id is a hash of its bytes, and its key (mail_key.ts) is the same for every copy of it. So listing a
 * mailbox again (after UIDVALIDITY changed, or because of a copy elsewhere) adds nothing, and two different mails with
 * one Message-ID are both kept.
 */
export async function fetchMail(
  mailbox: OpenMailbox,
  source: string,
  mail: ListedMail,
): Promise<InboxEvent | undefined> {
  const size = (await fetchPart(mailbox.client, mail.uid, { size: true }))?.size;
  if (size === undefined) return undefined;
  const oversize = size > MAIL_BYTES;
  const part = { source: oversize ? { start: 0, maxLength: BEGINNING_BYTES } : true };
  const message = await fetchPart(mailbox.client, mail.uid, part);
  const body = message?.source;
  if (!body) return undefined;
  const keys = await mailKeys(body);
  return {
    source,
    externalId: `sha256:${keys.raw}`,
    lane: `email:${lane(body)}`,
    headers: {
      [UID_HEADER]: `${mailbox.uidValidity}:${mail.uid}`,
      ...(keys.mail && { [KEY_HEADER]: keys.mail }),
      ...(mail.date && { [RECEIVED_HEADER]: mail.date.toISOString() }),
      ...(oversize && { [OVERSIZE_HEADER]: String(size) }),
    },
    body,
  };
}

/** Stands for a mail that the server lists but cannot deliver: parsing it fails, so the owner is told about it. */
export function missingMail(mailbox: OpenMailbox, source: string, mail: ListedMail): InboxEvent {
  const uid = `${mailbox.uidValidity}:${mail.uid}`;
  return { source, externalId: `uid:${uid}`, lane: 'email:', headers: { [UID_HEADER]: uid }, body: Buffer.alloc(0) };
}

async function fetchPart(
  client: ImapFlow,
  uid: number,
  part: FetchQueryObject,
): Promise<FetchMessageObject | undefined> {
  const message = await client.fetchOne(String(uid), part, { uid: true });
  if (message) return message;
  if (await isThere(client, uid)) throw new Error('the server did not hand out a mail');
  return undefined;
}

/** imapflow answers false both for a mail that is gone and for one that it could not get. */
async function isThere(client: ImapFlow, uid: number): Promise<boolean> {
  return (await list(client, String(uid))).some((mail) => mail.uid === uid);
}

/** Only for the order of handling: the sender, as far as a glance shows. */
function lane(raw: Buffer): string {
  const from = header(readHeaders(raw.subarray(0, headerEnd(raw))), 'from');
  const address = /<([^<>]*)>[^<>]*$/.exec(from)?.[1] ?? from;
  const plain = address
    .trim()
    .toLowerCase()
    .replace(/[^\x21-\x7e]/g, '');
  return head(plain, 320);
}
