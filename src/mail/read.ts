import { head } from '../text/cut.ts';
import { cleanText } from '../text/normalise.ts';
import { type MachineKind, machineKind } from './automatic.ts';
import { isInvitation, readInvitation } from './calendar.ts';
import { readFormSender } from './contact_form.ts';
import { contentOfMail, type MailContent } from './content.ts';
import { decodeWords } from './encoded.ts';
import { findForwarded, isForwardSubject, isReplySubject } from './forward.ts';
import { header, type MailHeaders } from './headers.ts';
import { withoutMarks } from './marks.ts';
import { contentOf, type MimePart, readMime } from './mime.ts';
import { linesOf, ownWords, splitQuoted } from './quote.ts';
import type { MailFile, MailReading, ReadOptions } from './reading.ts';
import { readComplaintOf, readRecipients, returnedId } from './returned.ts';
import { readSender, type Sender } from './sender.ts';
import { domainOf, findTricks, judgeTrust, type Trust } from './trust.ts';
import { offsetOf, readWrittenDate } from './written_date.ts';

const SUBJECT_CHARACTERS = 1000;
const MOST_FILES = 100;
const MOST_IDS = 100;
const DEEPEST = 5;

/**
 * Reads a raw mail (RFC 5322 bytes; an mbox `From ` line above it is passed over, as any line that is no header). Never throws:
 * what cannot be read is named in `warnings`. A pure function of its arguments,
 * in time linear in the size of the mail.
 */
export function readMail(bytes: Uint8Array, options: ReadOptions): MailReading {
  return readAt(bytes, options, 0);
}

/** The bytes of one of the mail's files; undefined when there is no such part. */
export function readPart(bytes: Uint8Array, part: string): { name: string; type: string; content: Buffer } | undefined {
  const [first = '', ...inner] = part.split('.');
  const file = contentOfMail(readMime(bufferOf(bytes))).files[Number(first) - 1];
  if (!file) return undefined;
  const content = contentOf(file);
  return inner.length > 0 ? readPart(content, inner.join('.')) : { name: nameOf(file), type: file.type, content };
}

interface Opened {
  root: MimePart;
  content: MailContent;
  headers: MailHeaders;
  sender: Sender | undefined;
  subject: string;
  trust: Trust;
}

function readAt(bytes: Uint8Array, options: ReadOptions, depth: number): MailReading {
  const root = readMime(bufferOf(bytes));
  const headers = root.headers;
  const content = contentOfMail(root);
  const { sender, forged } = readSender(headers);
  const address = sender?.email ?? '';
  const tricks = findTricks({ name: sender?.name ?? '', address }, headers, options.ownerEmails);
  const judged = judgeTrust(headers, domainOf(address), options);
  const trust = forged || tricks.attack ? 'suspicious' : judged;
  const mail: Opened = { root, content, headers, sender, subject: subjectOf(headers), trust };
  const reading = readOpened(mail, options, depth);
  const warnings = [
    ...(forged ? ['several different From headers'] : []),
    ...content.warnings,
    ...tricks.warnings,
    ...reading.warnings,
  ];
  return { ...reading, warnings: sender || forged ? warnings : [...warnings, 'no sender'] };
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function readOpened(mail: Opened, options: ReadOptions, depth: number): MailReading {
  const kind = machineKind({
    headers: mail.headers,
    types: [mail.root.type, ...mail.content.reports.map((part) => part.type)],
    from: mail.sender?.email ?? '',
    subject: mail.subject,
    text: head(mail.content.text, 5000),
    invitation: mail.content.calendars.some(isInvitation),
  });
  const asker =
    kind && kind !== 'list' ? undefined : readFormSender({ ...mail, text: mail.content.text }, options.ownerEmails);
  if (asker) return readForm(asker, mail);
  if (kind) return readMachine(kind, mail, options);
  const fromOwner = options.ownerEmails.includes(mail.sender?.email ?? '');
  const forward = fromOwner && mail.trust !== 'suspicious' ? readForward(mail, options, depth) : undefined;
  if (forward) return forward;
  const message = readMessage(mail);
  if (!fromOwner || mail.trust !== 'suspicious') return message;
  return { ...message, warnings: ['claims to be from the owner, but its authentication failed'] };
}

function readMessage(mail: Opened): MailReading {
  const { name = '', email } = mail.sender ?? {};
  const { text, quoted } = splitQuoted(cleanText(mail.content.text), { name, address: email ?? '' });
  return { ...frame(mail), newText: text, quotedText: quoted };
}

/** What a form holds is typed by one person: nothing in it is history. */
function readForm(asker: Sender, mail: Opened): MailReading {
  const newText = withoutMarks(cleanText(mail.content.text)).trim();
  const warnings = ['sent by a form; its sender is whoever was typed into it'];
  return { ...frame(mail), sender: asker, claimed: true, newText, warnings };
}

/** What every kind has. */
function frame(mail: Opened): MailReading {
  const { headers, content } = mail;
  const ids = (name: string) =>
    (headers.get(name) ?? []).flatMap((value) => cleanText(value).match(/<[^<>\s]{1,250}>/g) ?? []).slice(-MOST_IDS);
  return {
    kind: 'message',
    sender: mail.sender ?? null,
    claimed: false,
    newText: '',
    quotedText: '',
    ownerComment: null,
    subject: mail.subject,
    date: dateOf(header(headers, 'date')),
    messageId: cleanText(header(headers, 'message-id')).trim() || null,
    inReplyTo: ids('in-reply-to')[0] ?? null,
    references: ids('references'),
    trust: mail.trust,
    files: content.files.map(fileAt).slice(0, MOST_FILES),
    warnings: [],
    recipients: [],
    complaint: null,
    about: null,
  };
}

function subjectOf(headers: MailHeaders): string {
  const subject = cleanText(decodeWords(header(headers, 'subject')));
  return head(subject.replace(/\s+/g, ' ').trim(), SUBJECT_CHARACTERS);
}

function dateOf(field: string): Date | null {
  const date = new Date(field.slice(0, 100));
  return Number.isNaN(date.getTime()) ? (readWrittenDate(field, 0) ?? null) : date;
}

function fileAt(part: MimePart, index: number): MailFile {
  return { name: nameOf(part), type: part.type, bytes: contentOf(part).length, part: String(index + 1) };
}

function nameOf(part: MimePart): string {
  if (part.name !== '')
    return cleanText(part.name)
      .replace(/[\n\t]/g, ' ')
      .trim();
  if (part.type !== 'message/rfc822') return '';
  return `${head(subjectOf(readMime(contentOf(part)).headers), 100) || 'message'}.eml`;
}

/** The mail an owner forwards: attached as a whole, or written down in the text. */
function readForward(mail: Opened, options: ReadOptions, depth: number): MailReading | undefined {
  const answers = mail.headers.has('in-reply-to');
  const author = { name: mail.sender?.name ?? '', address: mail.sender?.email ?? '' };
  const text = cleanText(mail.content.text);
  const attached = mail.content.mails[0];
  if (attached && depth < DEEPEST && !(answers && isReplySubject(mail.subject))) {
    return readAttached(attached, mail, ownWords(linesOf(text), author), options, depth);
  }
  const offset = offsetOf(header(mail.headers, 'date')) ?? 0;
  const found = findForwarded(text, {
    subject: mail.subject,
    author,
    ownerEmails: options.ownerEmails,
    answers,
    offset,
  });
  if (!found) return undefined;
  const outer = frame(mail);
  return {
    ...outer,
    kind: 'forward',
    sender: found.sender,
    claimed: true,
    newText: found.text,
    quotedText: found.quoted,
    ownerComment: found.comment || null,
    subject: found.subject || withoutForwardPrefix(mail.subject),
    date: found.date ?? outer.date,
    warnings: found.sender.email ? [] : ['the forwarded mail shows no address of its sender'],
  };
}

function withoutForwardPrefix(subject: string): string {
  return isForwardSubject(subject) ? subject.replace(/^[^:：\]】]*[:：\]】]\s*/, '') : subject;
}

/** The attached mail read as if it had come itself; if the owner had forwarded that one too, what is in it. */
function readAttached(part: MimePart, mail: Opened, comment: string, options: ReadOptions, depth: number): MailReading {
  const outer = frame(mail);
  const index = mail.content.files.indexOf(part) + 1;
  const inner = readAt(contentOf(part), { ownerEmails: options.ownerEmails }, depth + 1);
  const comments = [comment, inner.ownerComment].filter(Boolean).join('\n\n');
  return {
    ...outer,
    kind: 'forward',
    claimed: true,
    sender: inner.sender,
    newText: inner.newText,
    quotedText: inner.quotedText,
    ownerComment: comments || null,
    subject: inner.subject,
    date: inner.date ?? outer.date,
    files: [
      ...inner.files.map((file) => ({ ...file, part: `${index}.${file.part}` })),
      ...outer.files.filter((file) => file.part !== String(index)),
    ],
    about: inner.about ?? inner.messageId,
    warnings: [
      ...inner.warnings,
      ...(mail.content.mails.length > 1 ? ['several mails are attached; the first was read'] : []),
    ],
  };
}

function readMachine(kind: MachineKind, mail: Opened, options: ReadOptions): MailReading {
  if (kind === 'bounce') return readBounce(mail, options);
  if (kind === 'complaint_report') return readReport(mail);
  const message = { ...readMessage(mail), kind };
  if (kind !== 'calendar') return message;
  const event = mail.content.calendars.map(readInvitation).find(Boolean) ?? '';
  const isTold = event === '' || message.newText.includes(event.split('\n')[0]!);
  return { ...message, newText: isTold ? message.newText : [event, message.newText].filter(Boolean).join('\n\n') };
}

function readBounce(mail: Opened, options: ReadOptions): MailReading {
  const message = readMessage(mail);
  const ignored = [mail.sender?.email ?? '', ...options.ownerEmails];
  const recipients = readRecipients(mail.content, mail.headers, ignored);
  const lines = recipients.map(({ address, action, status, diagnostic }) =>
    [address, action, status, diagnostic].filter(Boolean).join(' '),
  );
  return {
    ...message,
    kind: 'bounce',
    quotedText: [cleanText(lines.join('\n')), message.quotedText].filter(Boolean).join('\n\n'),
    files: withoutMails(message.files),
    recipients,
    about: returnedId(mail),
  };
}

function readReport(mail: Opened): MailReading {
  const message = readMessage(mail);
  const complaint = readComplaintOf(mail.content);
  return {
    ...message,
    kind: 'complaint_report',
    files: withoutMails(message.files),
    complaint,
    about: returnedId(mail),
  };
}

/** What came back with a report is no file of its sender's. */
function withoutMails(files: readonly MailFile[]): MailFile[] {
  return files.filter(({ type }) => !/^message\//.test(type));
}
