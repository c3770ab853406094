import { head } from '../../text/cut.ts';
import { cleanText } from '../../text/normalise.ts';
import { withoutMarks } from '../fetch/marks.ts';
import { type Judgement, judgeMachine, type MachineKind } from '../machines/automatic.ts';
import { isFinal } from '../machines/bounce.ts';
import { deliveryReport, reportIn } from '../machines/machine_report.ts';
import { isNobodys } from '../machines/nobody.ts';
import { decodeWords } from '../mime/encoded.ts';
import { evenLines, header, type MailHeaders } from '../mime/headers.ts';
import { contentOf, type MimePart, readMime } from '../mime/mime.ts';
import { addressesIn, firstAddress, readSender, type Sender } from '../send/sender.ts';
import { isInvitation, readAct, readInvitation } from '../words/calendar.ts';
import { type FormReading, isUnanswerable, readForm } from '../words/contact_form.ts';
import { type Forwarded, type Forwarding, findForwarded, isForwardSubject, isReplySubject } from '../words/forward.ts';
import { isProgramLine } from '../words/program_line.ts';
import { linesOf, ownWords, splitQuoted } from '../words/quote.ts';
import { readRelayed } from '../words/relayed.ts';
import { contentOfMail, LINKED, type MailContent, SEALED, UNREADABLE, WINMAIL } from './content.ts';
import type { MailFile, MailReading, ReadOptions } from './reading.ts';
import {
  isComplainedOf,
  readComplaintOf,
  readDisposition,
  readOriginal,
  readRecipients,
  returnedId,
} from './returned.ts';
import { sentDate } from './sent_date.ts';
import { domainOf, findTricks, judgeTrust, type Trust } from './trust.ts';
import { offsetOf } from './written_date.ts';

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
  const file = contentOfMail(readMime(evenLines(bufferOf(bytes)))).files[Number(first) - 1];
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
  const root = readMime(evenLines(bufferOf(bytes)));
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
  const { kind, signs } = judged(mail);
  return { ...readAs(kind, mail, options, depth), signs };
}

function judged(mail: Opened): Judgement {
  return judgeMachine({
    headers: mail.headers,
    types: [mail.root.type, ...mail.content.reports.map((part) => part.type)],
    from: mail.sender?.email ?? firstAddress(header(mail.headers, 'from'))?.name.toLowerCase() ?? '',
    subject: mail.subject,
    text: withoutMarks(head(mail.content.text, 5000)),
    invitation: mail.content.calendars.some(isInvitation),
    complainedOf: mail.content.mails.some(isComplainedOf),
  });
}

function readAs(kind: MachineKind | undefined, mail: Opened, options: ReadOptions, depth: number): MailReading {
  const mayBePassedOn = kind === undefined || kind === 'list';
  const form = mayBePassedOn && readForm({ ...mail, text: withoutMarks(mail.content.text) }, options.ownerEmails);
  if (form) return readFilledIn(form, mail);
  const author = mayBePassedOn && (readRelayed(mail.headers, mail.sender) ?? readNameless(mail));
  if (author) return { ...readMessage({ ...mail, sender: author }), claimed: true, namedBy: namedBy('group', mail) };
  if (mayBePassedOn && isUnanswerable(mail)) return readFilledIn({ sender: undefined, name: '', phone: '' }, mail);
  if (kind) return readMachine(kind, mail, options);
  const fromOwner = options.ownerEmails.includes(mail.sender?.email ?? '');
  const forward = fromOwner && mail.trust !== 'suspicious' ? readForward(mail, options, depth) : undefined;
  if (forward) return forward;
  const message = (fromOwner ? undefined : readPassedOn(mail, options)) ?? readMessage(mail);
  if (!fromOwner || mail.trust !== 'suspicious') return message;
  return { ...message, warnings: ['claims to be from the owner, but its authentication failed'] };
}

/** A mail that hides its author (RFC 6854: `From: Nobody:;`) may say where answers go. Nobody has proven that, either. */
function readNameless({ headers, sender, trust }: Opened): Sender | undefined {
  if (sender || trust === 'suspicious') return undefined;
  const asked = firstAddress(header(headers, 'reply-to'));
  return asked?.email && !isNobodys(asked.email) ? asked : undefined;
}

function readMessage(mail: Opened): MailReading {
  const { name = '', email } = mail.sender ?? {};
  const author = { name, address: email ?? '' };
  const { text, quoted, aside } = splitQuoted(cleanText(mail.content.text), author, mayAnswer(mail));
  const event = mail.content.text.trim() === '' ? eventIn(mail) : '';
  return { ...frame(mail), newText: text || event, quotedText: quoted, asideText: isOfProgram(text) ? text : aside };
}

/** Nothing but what a phone adds. */
const isOfProgram = (text: string): boolean =>
  text !== '' && linesOf(text).every((line) => line === '' || isProgramLine(line));

/** Whether the mail may hold what was written before: it says that it answers or passes on, or was passed on itself. */
function mayAnswer({ headers, subject }: Opened): boolean {
  if (headers.has('in-reply-to') || headers.has('references') || !headers.has('message-id')) return true;
  return isReplySubject(subject) || isForwardSubject(subject);
}

/** What a customer passes on belongs to what they say ("see what the courier wrote"), unless it is a mail of ours. */
function readPassedOn(mail: Opened, options: ReadOptions): MailReading | undefined {
  const found = findForwarded(cleanText(mail.content.text), { ...forwardingOf(mail), ownerEmails: [], certain: true });
  if (!found || isOurs(found.sender, mail, options)) return undefined;
  const paragraphs = (...parts: string[]) => parts.filter(Boolean).join('\n\n');
  return {
    ...frame(mail),
    newText: paragraphs(found.comment, found.heading, found.text),
    quotedText: paragraphs(found.signature, found.quoted),
    asideText: found.signature,
    forwardedFrom: found.sender,
  };
}

function isOurs({ email }: Sender, { headers }: Opened, { ownerEmails }: ReadOptions): boolean {
  const to = ['to', 'cc', 'delivered-to'].map((name) => header(headers, name).toLowerCase());
  return email !== null && (ownerEmails.includes(email) || to.some((field) => field.includes(email)));
}

function forwardingOf({ headers, sender, subject }: Opened): Omit<Forwarding, 'ownerEmails'> {
  return {
    subject,
    author: { name: sender?.name ?? '', address: sender?.email ?? '' },
    answers: headers.has('in-reply-to'),
    offset: offsetOf(header(headers, 'date')) ?? 0,
  };
}

/** What a form holds is typed by one person: nothing in it is history. */
function readFilledIn({ sender, name, phone }: FormReading, mail: Opened): MailReading {
  const newText = withoutMarks(cleanText(mail.content.text)).trim();
  const reading = { ...frame(mail), newText };
  if (!sender) return { ...reading, visitor: { name, phone } };
  const by = namedBy('form', mail);
  return {
    ...reading,
    sender,
    claimed: true,
    namedBy: by,
    warnings: ['sent by a form; its sender is whoever was typed into it'],
  };
}

function namedBy(what: 'form' | 'group', { sender }: Opened): MailReading['namedBy'] {
  return sender?.email ? { what, from: sender.email } : null;
}

/** What every kind has. */
function frame(mail: Opened): MailReading {
  const { headers, content } = mail;
  const ids = (name: string) =>
    (headers.get(name) ?? []).flatMap((value) => cleanText(value).match(/<[^<>\s]{1,250}>/g) ?? []).slice(-MOST_IDS);
  return {
    kind: 'message',
    strange: mail.root.type === 'multipart/encrypted' ? 'sealed_mail' : strangeIn(content),
    sender: mail.sender ?? null,
    claimed: false,
    namedBy: null,
    byMachine: false,
    visitor: null,
    newText: '',
    quotedText: '',
    asideText: '',
    forwardedFrom: null,
    ownerComment: null,
    subject: mail.subject,
    date: sentDate(headers),
    messageId: cleanText(header(headers, 'message-id')).trim() || null,
    inReplyTo: ids('in-reply-to')[0] ?? null,
    references: ids('references'),
    trust: mail.trust,
    files: content.files.map(fileAt).slice(0, MOST_FILES),
    warnings: [],
    signs: [],
    recipients: [],
    complaint: null,
    calendar: null,
    report: null,
    about: null,
    original: { subject: '', date: null },
  };
}

/** What of a mail nobody could read here; null when all of it was read. */
function strangeIn({ text, warnings }: MailContent): MailReading['strange'] {
  if (warnings.includes(SEALED) || /^-----BEGIN PGP MESSAGE-----$/m.test(text)) return 'sealed_mail';
  if (warnings.includes(LINKED)) return 'linked_pictures';
  if (warnings.includes(UNREADABLE)) return 'unreadable_mail';
  return warnings.includes(WINMAIL) ? 'winmail' : null;
}

function subjectOf(headers: MailHeaders): string {
  const subject = cleanText(decodeWords(header(headers, 'subject')));
  return head(subject.replace(/\s+/g, ' ').trim(), SUBJECT_CHARACTERS);
}

function fileAt(part: MimePart, index: number): MailFile {
  return { name: nameOf(part), type: part.type, bytes: contentOf(part).length, part: String(index + 1) };
}

function nameOf(part: MimePart): string {
  if (part.name !== '')
    return cleanText(part.name)
      .replace(/[\n\t]/g, ' ')
      .trim();
  if (part.type === 'text/calendar') return 'invite.ics';
  if (part.type !== 'message/rfc822') return '';
  return `${head(subjectOf(readMime(contentOf(part)).headers), 100) || 'message'}.eml`;
}

/** The mail an owner forwards: attached as a whole, or written down in the text. */
function readForward(mail: Opened, options: ReadOptions, depth: number): MailReading | undefined {
  const { answers, author, ...forwarding } = forwardingOf(mail);
  const text = cleanText(mail.content.text);
  const attached = mail.content.mails[0];
  if (attached && depth < DEEPEST && !(answers && isReplySubject(mail.subject))) {
    return readAttached(attached, mail, ownWords(linesOf(text), author), options, depth);
  }
  const found = findForwarded(text, { ...forwarding, answers, author, ownerEmails: options.ownerEmails });
  if (!found) return undefined;
  const outer = frame(mail);
  const subject = found.subject || withoutForwardPrefix(mail.subject);
  const inner = readOpened(writtenDown(mail, found, subject), options, DEEPEST);
  return {
    ...outer,
    ...whoseItIs(inner, found.sender),
    newText: found.text,
    quotedText: found.quoted,
    asideText: found.aside,
    ownerComment: found.comment || null,
    subject,
    date: found.date ?? outer.date,
    warnings: found.sender.email ? [] : ['the forwarded mail shows no address of its sender'],
  };
}

/** A forwarded mail as if it had come itself, with the headers its forwarder's program wrote down. */
function writtenDown(mail: Opened, { sender, text }: Forwarded, subject: string): Opened {
  const from = sender.email ? `<${sender.email}>` : sender.name;
  const headers = new Map([
    ['from', [from]],
    ['subject', [subject]],
  ]);
  const content = { text, files: [], mails: [], calendars: [], reports: [], warnings: [] };
  const root = { ...mail.root, headers, type: 'text/plain', encoded: Buffer.alloc(0), children: [] };
  return { root, content, headers, sender: sender.email ? sender : undefined, subject, trust: mail.trust };
}

/**
 * Whose words an owner forwards: what a mail server says of a mail is a bounce here, too, and a program's mail is nobody's, but for
 * the visitor in a form.
 */
function whoseItIs(
  inner: MailReading,
  named: Sender | null,
): Pick<
  MailReading,
  'kind' | 'sender' | 'claimed' | 'byMachine' | 'visitor' | 'recipients' | 'report' | 'about' | 'original'
> {
  const { recipients, report, about, original, visitor } = inner;
  const isBounce = inner.kind === 'bounce';
  const sender = inner.claimed && inner.sender ? inner.sender : named;
  const isProgram = inner.kind === 'complaint_report' || inner.kind === 'list' || isNobodys(sender?.email ?? '');
  return {
    kind: isBounce ? 'bounce' : 'forward',
    ...{ sender, claimed: true, byMachine: !isBounce && visitor === null && isProgram, visitor },
    ...(isBounce ? { recipients, report, about, original } : NO_BOUNCE),
  };
}

const NO_BOUNCE = { recipients: [], report: null, about: null, original: { subject: '', date: null } };

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
    ...whoseItIs(inner, inner.sender),
    newText: inner.newText,
    quotedText: inner.quotedText,
    asideText: inner.asideText,
    ownerComment: comments || null,
    subject: inner.subject,
    date: inner.date ?? outer.date,
    files: [
      ...inner.files.map((file) => ({ ...file, part: `${index}.${file.part}` })),
      ...outer.files.filter((file) => file.part !== String(index)),
    ],
    about: inner.kind === 'bounce' ? inner.about : (inner.about ?? inner.messageId),
    warnings: [
      ...inner.warnings,
      ...(mail.content.mails.length > 1 ? ['several mails are attached; the first was read'] : []),
    ],
  };
}

function readMachine(kind: MachineKind, mail: Opened, options: ReadOptions): MailReading {
  if (kind === 'bounce') return readBounce(mail, options);
  if (kind === 'complaint_report') return readReport(mail);
  const message = { ...readMessage(mail), kind, ...(kind === 'auto_reply' && { report: reportOf(mail) }) };
  if (kind !== 'calendar') return message;
  return { ...message, ...withAct(message.newText, mail) };
}

/** An act between calendars with the words that came along with it. */
function withAct(words: string, mail: Opened): Pick<MailReading, 'newText' | 'calendar'> {
  const event = eventIn(mail);
  const part = mail.content.calendars.find(isInvitation);
  const act = part && readAct(part, words === event ? '' : words, mail.sender ?? { name: '', email: null });
  const comment = cleanText(act?.comment ?? '');
  const isTold = event === '' || words.includes(event.split('\n')[0]!);
  const said = words.includes(comment) ? words : [words, comment].filter(Boolean).join('\n\n');
  return { newText: isTold ? said : [event, said].filter(Boolean).join('\n\n'), calendar: act?.calendar ?? null };
}

function eventIn({ content: { calendars, text } }: Opened): string {
  return cleanText(calendars.map((part) => readInvitation(part, text)).find(Boolean) ?? '');
}

function reportOf({ headers, subject, content }: Opened): MailReading['report'] {
  return reportIn({ headers, subject, text: withoutMarks(content.text), disposition: readDisposition(content) });
}

function readBounce(mail: Opened, options: ReadOptions): MailReading {
  const message = readMessage(mail);
  const ignored = [mail.sender?.email ?? '', ...options.ownerEmails, ...addressees(mail.headers)];
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
    original: readOriginal(mail.content),
    report: isFinal(recipients) ? null : deliveryReport(recipients),
  };
}

/** A bounce goes to whoever sent the mail: they are none of those who did not get it. */
function addressees(headers: MailHeaders): string[] {
  const fields = ['to', 'delivered-to', 'x-original-to'].flatMap((name) => headers.get(name) ?? []);
  return fields.flatMap(addressesIn).flatMap(({ email }) => email ?? []);
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
