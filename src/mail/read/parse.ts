import { createHash, type KeyObject } from 'node:crypto';
import type { Attachment } from '../../domain/attachment.ts';
import type { Party } from '../../domain/channel.ts';
import type { Remark } from '../../domain/delivery.ts';
import type { DomainEvent, MessageReceived } from '../../domain/event.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { headWords } from '../../text/cut.ts';
import { cleanName, cleanText, normaliseEmail } from '../../text/normalise.ts';
import { own } from '../../text/own.ts';
import { feed } from '../fetch/mail_key.ts';
import { isFinal } from '../machines/bounce.ts';
import { evenLines, header, headerEnd, type MailHeaders, readHeaders } from '../mime/headers.ts';
import { firstAddress, readSender } from '../send/sender.ts';
import { isForwardSubject } from '../words/forward.ts';
import { readCopied, readReplyTos } from './copied.ts';
import { partRef } from './files.ts';
import { MAIL_BYTES, OVERSIZE_HEADER, RECEIVED_HEADER } from './limits.ts';
import { isOurMessageId } from './message_id.ts';
import type { MailReader } from './reader.ts';
import type { MailFile, MailReading } from './reading.ts';
import { readReplyToken } from './reply_token.ts';
import { rawMail } from './unreadable.ts';

const ID_CHARACTERS = 250;
const ANSWERS = 50;
const ADDRESS_CHARACTERS = 10_000;
/** Some mail servers name themselves without an address (`MAILER-DAEMON <>`): there is nothing to answer to. */
const NOBODY = 'mailer-daemon';

/** The settings that decide whose word counts. */
export interface MailHouse {
  ownerEmails: readonly string[];
  /** The address we write from. */
  mailFrom?: string | undefined;
  mailAuthservId?: string | undefined;
  /** This installation's secret, which signs the addresses that we ask for answers at. */
  key: KeyObject | string;
  reader: Pick<MailReader, 'read'>;
}

/**
 * Reads a stored mail (raw RFC 5322 bytes). Its chat is the address of whoever wrote it: a Reply-To proves nothing, and
 * an answer must not go to a stranger from whom the visible sender never wrote.
 * @throws Error if no single sender can be found: the row is kept and shown as unreadable
 */
export async function parseMail(row: InboxRow, house: MailHouse): Promise<DomainEvent> {
  if (row.body.length === 0)
    throw new Error('the mail server could not hand out this mail; it is still in the mailbox');
  const body = evenLines(row.body);
  const headers = readHeaders(body);
  if (isOurMessageId(header(headers, 'message-id'), house.key))
    return { kind: 'ignored', reason: 'a copy of a mail sent by this service' };
  const declaredBytes = Number(row.headers?.[OVERSIZE_HEADER] ?? 0);
  const oversize = declaredBytes > 0 || row.body.length > MAIL_BYTES;
  const raw = oversize ? body.subarray(0, headerEnd(body)) : body;
  const { ownerEmails, mailAuthservId: authservId } = house;
  const reading = withAddress(await house.reader.read(raw, { ownerEmails, authservId }), headers, ownerEmails);
  const from = party(reading, headers);
  const { quotedText, asideText, forwardedFrom: other, nameless, byMachine } = reading;
  const conversation = readReplyToken(recipients(headers), house.key);
  return {
    kind: 'message.received',
    channel: 'email',
    chat: from.address,
    private: false,
    from,
    externalId: await externalId(reading, headers, raw),
    text: reading.newText,
    ...(quotedText && { quotedText }),
    ...(asideText && { asideText }),
    ...(reading.answeredText && {
      answered: { text: reading.answeredText, ...(reading.saysAnswered && { inside: true as const }) },
    }),
    ...(reading.subject && { subject: reading.subject }),
    attachments: oversize
      ? [unfetched(declaredBytes || row.body.length)]
      : [
          ...reading.files.map((file) => attachment(file, row.id)),
          ...(reading.strange === 'unreadable_mail' ? [rawMail(row)] : []),
        ],
    answers: answers(reading),
    ...(conversation && { conversation }),
    ...(nameless !== undefined && { forwardedFrom: { name: nameless, ...(byMachine && { bot: true as const }) } }),
    ...(other && { forwardedFrom: { name: other.name || (other.email ?? '') } }),
    ...machine(reading),
    ...(reading.signs.length > 0 && { noAutoAnswer: true as const }),
    ...(reading.claimed && { claimed: true as const }),
    ...(reading.calendar && { calendar: reading.calendar }),
    ...(reading.namedBy && { namedBy: reading.namedBy }),
    ...(reading.strange && { strange: reading.strange }),
    ...(reading.visitor && { visitor: reading.visitor }),
    ...(reading.formWords !== null && { formWords: reading.formWords }),
    ...reach(reading, headers, house),
    ...(reading.ownerComment && { ownerComment: reading.ownerComment }),
    trust: reading.trust,
    sentAt: sentAt(reading.date, arrival(row)),
  };
}

interface Owned extends MailReading {
  /** Who wrote the mail that the owner passes on, if no contact is made for them. */
  nameless?: string;
}

/**
 * A forward that shows only a name (Foxmail writes them so) reaches nobody: it stays the owner's own mail, with all its
 * words. So does one that only its subject gives away, and a program's mail: only the owner can say whose it is.
 */
function withAddress(reading: MailReading, headers: MailHeaders, ownerEmails: readonly string[]): Owned {
  const isOwners = reading.kind === 'message' && ownerEmails.includes(reading.sender?.email ?? '');
  if (isOwners && isForwardSubject(reading.subject)) return { ...reading, nameless: '' };
  if (reading.kind !== 'forward' || (reading.sender?.email && !reading.byMachine)) return reading;
  const sender = readSender(headers).sender ?? null;
  const newText = [reading.ownerComment, reading.newText].filter(Boolean).join('\n\n');
  return { ...reading, sender, claimed: false, ownerComment: null, newText, nameless: nameOf(reading.sender) };
}

function nameOf(sender: MailReading['sender']): string {
  return sender?.name || (sender?.email ?? '');
}

/**
 * Whom an answer would reach besides the sender. If the sender is not trusted nobody, except the addresses in a form.
 */
function reach(
  { claimed, trust, kind, sender, others }: MailReading,
  headers: MailHeaders,
  house: MailHouse,
): Pick<MessageReceived, 'copied' | 'replyTo' | 'replyToOthers'> {
  if (trust === 'suspicious' || kind === 'bounce' || !sender?.email) return {};
  const copied = claimed ? [] : readCopied(headers, sender.email, house);
  const [replyTo, ...replyToOthers] = claimed ? others : readReplyTos(headers, sender.email, house);
  return {
    ...(copied.length > 0 && { copied }),
    ...(replyTo && { replyTo }),
    ...(replyToOthers.length > 0 && { replyToOthers }),
  };
}

/** Every address to which the mail was sent, wherever a mail server may have noted it. */
function recipients(headers: MailHeaders): string[] {
  const names = ['to', 'cc', 'delivered-to', 'x-original-to', 'envelope-to'];
  const fields = names.flatMap((name) => headers.get(name) ?? []).map((field) => headWords(field, ADDRESS_CHARACTERS));
  return fields.flatMap((field) => field.split(/[,;]/));
}

function party({ kind, sender, claimed, warnings }: MailReading, headers: MailHeaders): Party {
  if (!sender?.email && kind === 'bounce')
    return { address: NOBODY, name: firstAddress(header(headers, 'from'))?.name ?? '' };
  if (!sender?.email)
    throw new Error(`the mail names no sender${warnings.length > 0 ? ` (${warnings.join(', ')})` : ''}`);
  const language = claimed
    ? undefined
    : /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.exec(header(headers, 'content-language'))?.[0];
  return { address: sender.email, name: sender.name, ...(language && { language }) };
}

/** The Message-ID, else a hash of the mail. An id that is too long for an index is hashed as well. */
async function externalId({ messageId }: MailReading, headers: MailHeaders, raw: Buffer): Promise<string> {
  if (messageId !== null && messageId.length <= ID_CHARACTERS) return messageId;
  // only these headers: servers on the way add their own, and a second copy must be recognized
  const named = ['message-id', 'date', 'from', 'subject'].map((name) => header(headers, name)).join('\0');
  return `sha256:${await feed(createHash('sha256').update(named), raw.subarray(headerEnd(raw)))}`;
}

/** Who complained, if the report says so: many hide it. */
function complainedBy(complaint: MailReading['complaint']): Pick<MessageReceived, 'returned'> {
  const addresses = (complaint?.recipients ?? []).flatMap((address) => normaliseEmail(address) ?? []);
  return addresses.length > 0 ? { returned: addresses.map((address) => ({ address, action: '', status: '' })) } : {};
}

/** Feedback types (RFC 5965 7.3, RFC 6430, RFC 6591) that are no complaint; whatever else is not `abuse` may be anything. */
const REMARKS: Readonly<Record<string, Remark>> = {
  'not-spam': 'not_spam',
  'auth-failure': 'authentication',
  dkim: 'authentication',
  fraud: 'fraud',
  virus: 'virus',
  'opt-out': 'opt_out',
  'opt-out-list': 'opt_out',
};

function remarkOf(complaint: MailReading['complaint']): Pick<MessageReceived, 'remark'> {
  const type = complaint?.feedback ?? '';
  return type === 'abuse' ? {} : { remark: own(REMARKS, type) ?? 'other' };
}

/** A mail that is only late is no bounce for the domain: it has not come back. */
function machine(
  reading: MailReading,
): Pick<MessageReceived, 'automatic' | 'report' | 'returned' | 'original' | 'remark'> {
  const { kind, recipients, complaint } = reading;
  if (kind === 'message' || kind === 'forward') return {};
  if (kind === 'complaint_report')
    return { automatic: 'complaint', ...complainedBy(complaint), ...remarkOf(complaint) };
  const report = reading.report && { report: reading.report };
  if (kind !== 'bounce') return { automatic: kind, ...report };
  const returned = recipients.map(({ address, action, status }) => ({
    address: address.toLowerCase(),
    action,
    status,
  }));
  return {
    automatic: isFinal(recipients) ? 'bounce' : 'auto_reply',
    ...report,
    ...(returned.length > 0 && { returned }),
    ...originalOf(reading),
  };
}

function originalOf({ original: { subject, date } }: MailReading): Pick<MessageReceived, 'original'> {
  if (!subject && !date) return {};
  return { original: { ...(subject && { subject: cleanText(subject) }), ...(date && { sentAt: date }) } };
}

function attachment({ name, type, bytes, part }: MailFile, inboxId: string): Attachment {
  const shown = cleanName(name, 200);
  return {
    kind: kindOf(type),
    ...(shown && { name: shown }),
    type: cleanName(type),
    bytes,
    ref: partRef(inboxId, part),
  };
}

function kindOf(type: string): Attachment['kind'] {
  if (type.startsWith('image/')) return 'photo';
  if (type.startsWith('audio/')) return 'audio';
  return type.startsWith('video/') ? 'video' : 'document';
}

/** A mail over the limit: only its beginning was stored, the rest is still in the mailbox. */
function unfetched(bytes: number): Attachment {
  return { kind: 'other', type: 'message/rfc822', bytes, ref: 'mailbox' };
}

/**
 * The mails that this one answers: In-Reply-To, then References from the right. A bounce answers only the mail that it
 * quotes; a forward belongs to the owner's own thread.
 */
function answers({ kind, claimed, about, inReplyTo, references }: MailReading): string[] {
  if (kind === 'bounce' && about !== null) return [about];
  if (claimed) return [];
  const all = [about, inReplyTo, ...references.toReversed()].filter((id) => id !== null);
  return [...new Set(all)].slice(0, ANSWERS);
}

/** When the mail server received it; after an outage that is long before it was stored. */
function arrival(row: InboxRow): Date {
  const time = Date.parse(row.headers?.[RECEIVED_HEADER] ?? '');
  return time > 0 && time < row.receivedAt.getTime() ? new Date(time) : row.receivedAt;
}

/** The Date header, if it makes sense: nobody writes in the future. */
function sentAt(date: Date | null, receivedAt: Date): Date {
  const time = date?.getTime() ?? Number.NaN;
  return time > 0 && time < receivedAt.getTime() ? new Date(time) : receivedAt;
}
