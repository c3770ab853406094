import { createHash } from 'node:crypto';
import type { FetchMessageObject, FetchQueryObject, ImapFlow, ImapFlowOptions, MailboxObject } from 'imapflow';
import type { InboxEvent } from '../inbox/event.ts';
import type { MailCursor } from './cursor.ts';
import { header, headerEnd, readHeaders } from './headers.ts';
import { MAIL_BYTES, OVERSIZE_HEADER, RECEIVED_HEADER, UID_HEADER } from './limits.ts';
import type { MailServer } from './server_url.ts';

/** Above the largest mail that is fetched whole; a server that sends more than it announced is cut off. */
const LITERAL_BYTES = 30 * 1024 * 1024;

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
}

/**
 * Connects and selects the mailbox, read-only. A connection serves once: after its end a new one is needed.
 * @param changed called when the server says that the mailbox has changed
 * @throws imapflow's error; `authenticationFailed` is set when the sign-in was refused
 */
export async function openMailbox(server: MailServer, changed: () => void): Promise<OpenMailbox> {
  const { ImapFlow: Client } = await import('imapflow');
  const client = new Client(options(server));
  const broken = breakage(client); // before connect(): an `error` nobody hears ends the process
  client.on('exists', changed);
  try {
    await Promise.race([client.connect(), broken]);
    const mailbox = await Promise.race([client.mailboxOpen(server.path || 'INBOX', { readOnly: true }), broken]);
    const newestUid = await Promise.race([findNewestUid(client, mailbox), broken]);
    return { client, uidValidity: String(mailbox.uidValidity), newestUid, broken };
  } catch (error) {
    client.close();
    throw error;
  }
}

/** UIDNEXT is what RFC 3501 lets a server leave out. */
async function findNewestUid(client: ImapFlow, mailbox: MailboxObject): Promise<number> {
  if (mailbox.exists === 0) return 0;
  if (mailbox.uidNext) return mailbox.uidNext - 1;
  const newest = await client.fetchOne('*', { uid: true });
  if (!newest) throw new Error('the server does not say which mail is the newest');
  return newest.uid;
}

function options(server: MailServer): ImapFlowOptions {
  return {
    host: server.host,
    port: server.port,
    secure: server.tls === 'implicit',
    ...(server.tls !== 'implicit' && { doSTARTTLS: server.tls === 'starttls' }),
    auth: { user: server.user ?? '', pass: server.pass ?? '' },
    clientInfo: { name: 'solo-crm' }, // 163 and 126 refuse SELECT to clients that do not name themselves
    logger: false,
    autoIdleDelay: 1000, // the default waits 15 s after each look before it listens for news again
    // A dead connection must show itself: servers and NATs drop idle ones without a word.
    socketTimeout: 60_000,
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
 * What came after the cursor, oldest UID first. Asks for no more than a server knows without opening the mails: one mail it
 * cannot read would fail the list.
 */
export async function listNew({ client }: OpenMailbox, cursor: MailCursor): Promise<ListedMail[]> {
  await client.noop(); // makes the server tell what it has not told yet
  if (!client.mailbox || client.mailbox.exists === 0) return [];
  const since = cursor.since ? Date.parse(cursor.since) : 0;
  const found = await client.fetchAll(`${cursor.lastUid + 1}:*`, { uid: true, internalDate: true }, { uid: true });
  return found
    .map(listed)
    .filter((mail) => mail.uid > cursor.lastUid) // `n:*` always names the newest mail, even when its UID is below n
    .filter((mail) => !mail.date || mail.date.getTime() >= since)
    .sort((a, b) => a.uid - b.uid);
}

function listed(message: FetchMessageObject): ListedMail {
  const time = message.internalDate ? new Date(message.internalDate).getTime() : Number.NaN;
  return { uid: message.uid, ...(time > 0 && { date: new Date(time) }) };
}

/**
 * Fetches one mail as an inbox event: whole, or its headers only when it is larger than 25 MB. Undefined when it has been removed
 * from the mailbox meanwhile.
 *
 * Its external id is a hash of its bytes, so listing a mailbox again (after UIDVALIDITY changed, or a copy in another place)
 * adds nothing; two different mails with one Message-ID are both kept.
 */
export async function fetchMail(
  mailbox: OpenMailbox,
  source: string,
  mail: ListedMail,
): Promise<InboxEvent | undefined> {
  const size = (await fetchPart(mailbox.client, mail.uid, { size: true }))?.size;
  if (size === undefined) return undefined;
  const part = size > MAIL_BYTES ? { headers: true } : { source: true };
  const message = await fetchPart(mailbox.client, mail.uid, part);
  const body = message?.source ?? message?.headers;
  if (!body) return undefined;
  return {
    source,
    externalId: `sha256:${createHash('sha256').update(body).digest('hex')}`,
    lane: `email:${lane(body)}`,
    headers: {
      [UID_HEADER]: `${mailbox.uidValidity}:${mail.uid}`,
      ...(mail.date && { [RECEIVED_HEADER]: mail.date.toISOString() }),
      ...(part.headers && { [OVERSIZE_HEADER]: String(size) }),
    },
    body,
  };
}

/** Stands for a mail that the server lists but cannot hand out: parsing it fails, so the owner is told of it. */
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

/** imapflow answers false both for a mail that is gone and for one it could not get. */
async function isThere(client: ImapFlow, uid: number): Promise<boolean> {
  const found = await client.fetchAll(String(uid), { uid: true }, { uid: true });
  return found.some((message) => message.uid === uid);
}

/** Only for the order of handling: who wrote, as far as a glance tells. */
function lane(raw: Buffer): string {
  const from = header(readHeaders(raw.subarray(0, headerEnd(raw))), 'from');
  const address = /<([^<>]*)>[^<>]*$/.exec(from)?.[1] ?? from;
  return address
    .trim()
    .toLowerCase()
    .replace(/[^\x21-\x7e]/g, '')
    .slice(0, 320);
}
