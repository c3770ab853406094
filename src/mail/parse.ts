import { createHash } from 'node:crypto';
import type { AddressObject, Attachment as MimePart, ParsedMail } from 'mailparser';
import type { Attachment } from '../domain/attachment.ts';
import type { DomainEvent, MessageReceived, Party } from '../domain/event.ts';
import type { InboxRow } from '../inbox/event.ts';
import { cleanName, cleanText } from '../text/normalise.ts';
import { parseMailAddress } from './address.ts';
import { automaticKind } from './automatic.ts';
import { findOurMessageId, readDeliveryStatus } from './bounce.ts';
import { header, headerEnd, type MailHeaders, readHeaders, repairHeaders } from './headers.ts';
import { htmlToText } from './html.ts';
import { MAIL_BYTES, OVERSIZE_HEADER, RECEIVED_HEADER } from './limits.ts';
import { isOwnMessageIdForm } from './message_id.ts';
import { splitQuoted } from './quote.ts';

const TEXT_CHARACTERS = 200_000;
const ID_CHARACTERS = 250;
const ANSWERS = 50;
const ATTACHMENTS = 100;

/**
 * Reads a stored mail (raw RFC 5322 bytes). Its chat is the From address: a Reply-To is not proof of anything, and an answer must
 * not go to a stranger whom the visible sender never wrote from.
 * @throws Error when no single sender can be found or the MIME structure is beyond reading: the row is kept and shown as unreadable
 */
export async function parseMail(row: InboxRow): Promise<DomainEvent> {
  if (row.body.length === 0)
    throw new Error('the mail server could not hand out this mail; it is still in the mailbox');
  const raw = repairHeaders(row.body);
  const headers = readHeaders(raw);
  if (isOwnMessageIdForm(header(headers, 'message-id')))
    return { kind: 'ignored', reason: 'a copy of a mail sent by this service' };
  const declaredBytes = Number(row.headers?.[OVERSIZE_HEADER] ?? 0);
  const oversize = declaredBytes > 0 || raw.length > MAIL_BYTES;
  const mail = await readMime(oversize ? raw.subarray(0, headerEnd(raw)) : raw);
  const from = sender(mail, headers);
  const subject = cleanText(mail.subject ?? '')
    .trim()
    .slice(0, 1000);
  const automatic = automaticKind({ headers, from: from.address, subject });
  return {
    kind: 'message.received',
    channel: 'email',
    chat: from.address,
    private: false,
    from,
    externalId: externalId(mail, headers),
    ...(await content(mail, automatic === 'bounce')),
    ...(subject && { subject }),
    attachments: oversize
      ? [unfetched(declaredBytes || row.body.length)]
      : mail.attachments.slice(0, ATTACHMENTS).flatMap(attachment),
    answers: answers(headers, automatic === 'bounce' ? raw : undefined),
    ...(automatic && { automatic }),
    sentAt: sentAt(mail.date, arrival(row)),
  };
}

async function readMime(raw: Buffer): Promise<ParsedMail> {
  const { simpleParser } = await import('mailparser');
  const options = {
    skipHtmlToText: true,
    skipTextToHtml: true,
    skipImageLinks: true,
    keepCidLinks: true,
    keepDeliveryStatus: true,
  };
  return simpleParser(raw, options);
}

/** Two different From headers are a forgery: each reader would name another sender, so this one names none. */
function sender(mail: ParsedMail, headers: MailHeaders): Party {
  const written = new Set(headers.get('from')?.map((value) => value.toLowerCase()));
  if (written.size > 1) throw new Error('the mail has several different From headers');
  const first = mail.from?.value[0]?.group?.[0] ?? mail.from?.value[0];
  const address = [first?.address, ...fallbackSenders(mail, headers)].map(identity).find(Boolean);
  if (!address) throw new Error('the mail names no sender');
  const name = cleanName(first?.name ?? '');
  const language = /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.exec(header(headers, 'content-language'))?.[0];
  return { address, name: name.toLowerCase() === address ? '' : name, ...(language && { language }) };
}

function fallbackSenders(mail: ParsedMail, headers: MailHeaders): (string | undefined)[] {
  const named = mail.headers.get('sender') as AddressObject | undefined;
  return [named?.value?.[0]?.address, header(headers, 'return-path').replace(/^<|>$/g, '')];
}

/** The address as the key of a person. What the strict check refuses (quoted or non-ASCII local parts) still names somebody. */
function identity(address: string | undefined): string | undefined {
  const strict = parseMailAddress(address ?? '')?.address;
  const loose = cleanText(address ?? '')
    .trim()
    .toLowerCase();
  return strict ?? (/^[^\s<>]{1,64}@[^\s<>@]{1,255}$/.test(loose) ? loose : undefined);
}

/** Message-ID, else a hash of what makes a mail this mail. An id too long to be indexed is hashed as well. */
function externalId(mail: ParsedMail, headers: MailHeaders): string {
  const id = cleanText(header(headers, 'message-id')).trim();
  if (id !== '' && id.length <= ID_CHARACTERS) return id;
  const parts = [
    id,
    header(headers, 'date'),
    header(headers, 'from'),
    header(headers, 'subject'),
    mail.text ?? '',
    mail.html || '',
  ];
  return `sha256:${createHash('sha256').update(parts.join('\0')).digest('hex')}`;
}

async function content(mail: ParsedMail, bounce: boolean): Promise<Pick<MessageReceived, 'text' | 'quotedText'>> {
  const body = mail.text?.trim() ? mail.text : await htmlToText(mail.html || '');
  const { text, quoted } = splitQuoted(cleanText(body.slice(0, TEXT_CHARACTERS)));
  const status = bounce ? deliveryStatus(mail.attachments) : '';
  const quotedText = [status, quoted].filter(Boolean).join('\n\n');
  return { text, ...(quotedText && { quotedText }) };
}

function deliveryStatus(parts: MimePart[]): string {
  return parts
    .filter((part) => part.contentType === 'message/delivery-status')
    .flatMap((part) => readDeliveryStatus(part.content.subarray(0, 100_000).toString('utf8')))
    .map(({ address, action, status, diagnostic }) =>
      cleanText([address, action, status, diagnostic].filter(Boolean).join(' ')),
    )
    .join('\n');
}

/** `part:<n>` counts the parts that are not the text, from 1, in the order the parser gives them. */
function attachment(part: MimePart, index: number): Attachment[] {
  if (/^(message\/delivery-status|text\/rfc822-headers)$/.test(part.contentType)) return [];
  const name = cleanName(part.filename ?? '', 200);
  return [
    {
      kind: kindOf(part.contentType),
      ...(name && { name }),
      type: cleanName(part.contentType),
      bytes: part.size,
      ref: `part:${index + 1}`,
    },
  ];
}

function kindOf(type: string): Attachment['kind'] {
  if (type.startsWith('image/')) return 'photo';
  if (type.startsWith('audio/')) return 'audio';
  return type.startsWith('video/') ? 'video' : 'document';
}

/** A mail over the limit: only its headers were stored, the rest is still in the mailbox. */
function unfetched(bytes: number): Attachment {
  return { kind: 'other', type: 'message/rfc822', bytes, ref: 'mailbox' };
}

/** In-Reply-To, then References from the right. A bounce answers the mail of ours it quotes. */
function answers(headers: MailHeaders, bounce: Buffer | undefined): string[] {
  const ids = (name: string) =>
    (headers.get(name) ?? []).flatMap((value) => cleanText(value).match(/<[^<>\s]{1,250}>/g) ?? []);
  const bounced = bounce && findOurMessageId(bounce);
  const all = [...(bounced ? [bounced] : []), ...ids('in-reply-to'), ...ids('references').reverse()];
  return [...new Set(all)].slice(0, ANSWERS);
}

/** When the mail server got it; after an outage that is long before it was stored. */
function arrival(row: InboxRow): Date {
  const time = Date.parse(row.headers?.[RECEIVED_HEADER] ?? '');
  return time > 0 && time < row.receivedAt.getTime() ? new Date(time) : row.receivedAt;
}

/** The Date header, if it makes sense; nobody writes in the future. */
function sentAt(date: Date | undefined, receivedAt: Date): Date {
  const time = date?.getTime() ?? Number.NaN;
  return time > 0 && time < receivedAt.getTime() ? new Date(time) : receivedAt;
}
