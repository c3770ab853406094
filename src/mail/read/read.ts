import type { NamedBy } from '../../domain/event.ts';
import { head } from '../../text/cut.ts';
import { isNobodys } from '../../text/nobody.ts';
import { cleanText } from '../../text/normalise.ts';
import { withoutMarks } from '../fetch/marks.ts';
import { type Judgement, judgeMachine, type MachineKind } from '../machines/automatic.ts';
import { evenLines, header } from '../mime/headers.ts';
import { contentOf, readMime } from '../mime/mime.ts';
import { firstAddress, readSender, type Sender } from '../send/sender.ts';
import { isInvitation } from '../words/calendar.ts';
import { type FormReading, isUnanswerable, readForm } from '../words/contact_form.ts';
import { readListed, readRelayed } from '../words/relayed.ts';
import { readTold } from '../words/service_sentence.ts';
import { contentOfMail } from './content.ts';
import { type InnerReader, readForward } from './forwarded.ts';
import { readMachine } from './machine.ts';
import { readMessage, readPassedOn } from './message.ts';
import { frame, nameOf, type Opened, subjectOf } from './opened.ts';
import type { MailReading, ReadOptions } from './reading.ts';
import { isComplainedOf } from './returned.ts';
import { domainOf, findTricks, judgeTrust } from './trust.ts';

const DEEPEST = 5;

/**
 * Reads a raw mail (RFC 5322 bytes; an mbox `From ` line above it is skipped like any line that is no header). Never
 * throws: `warnings` names what could not be read. A pure function of its arguments, linear in the size of the mail.
 */
export function readMail(bytes: Uint8Array, options: ReadOptions): MailReading {
  return readAt(bytes, options, 0);
}

/** The bytes of one of the mail's files; undefined if there is no such part. */
export function readPart(bytes: Uint8Array, part: string): { name: string; type: string; content: Buffer } | undefined {
  const [first = '', ...inner] = part.split('.');
  const file = contentOfMail(readMime(evenLines(bufferOf(bytes)))).files[Number(first) - 1];
  if (!file) return undefined;
  const content = contentOf(file);
  return inner.length > 0 ? readPart(content, inner.join('.')) : { name: nameOf(file), type: file.type, content };
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
  const form = mayBePassedOn && readPassing({ ...mail, text: withoutMarks(mail.content.text) }, options.ownerEmails);
  if (form) return readFilledIn(form, mail);
  const claimed = mayBePassedOn && readClaimed(kind, mail, options);
  if (claimed) return { ...readMessage({ ...mail, sender: claimed.author }), claimed: true, namedBy: claimed.by };
  if (mayBePassedOn && isUnanswerable(mail))
    return readFilledIn({ sender: undefined, name: '', phone: '', unusable: '', words: undefined, others: [] }, mail);
  if (kind) return readMachine(kind, mail, options);
  const fromOwner = options.ownerEmails.includes(mail.sender?.email ?? '');
  const forward =
    fromOwner && mail.trust !== 'suspicious' ? readForward(mail, options, readerAt(depth, options)) : undefined;
  if (forward) return forward;
  const message = (fromOwner ? undefined : readPassedOn(mail, options)) ?? readMessage(mail);
  if (!fromOwner || mail.trust !== 'suspicious') return message;
  return { ...message, warnings: ['claims to be from the owner, but its authentication failed'] };
}

/** What a program says in somebody's name: in the fields of a form, or in a sentence. */
const readPassing = (mail: Parameters<typeof readForm>[0], ownerEmails: readonly string[]): FormReading | undefined =>
  readForm(mail, ownerEmails) ?? readTold(mail, ownerEmails);

/** Reads mails attached to attached mails down to a certain depth; a mail written into the text holds no other. */
function readerAt(depth: number, options: ReadOptions): InnerReader {
  const { ownerEmails } = options;
  return {
    attached: depth < DEEPEST ? (bytes) => readAt(bytes, { ownerEmails }, depth + 1) : undefined,
    written: (mail) => readOpened(mail, options, DEEPEST),
  };
}

/**
 * The author, if the mail came from another address or from none. What counts as a list's mail has only an author that
 * it names.
 */
function readClaimed(
  kind: MachineKind | undefined,
  mail: Opened,
  { ownerEmails }: ReadOptions,
): { author: Sender; by: MailReading['namedBy'] } | undefined {
  const { headers, sender } = mail;
  const isListed = kind === undefined && !ownerEmails.includes(sender?.email ?? '');
  const passedOn = readRelayed(headers, sender) ?? (isListed ? readListed(headers, sender) : undefined);
  if (passedOn) return { author: passedOn, by: namedBy('group', mail) };
  const nameless = readNameless(mail);
  return nameless && { author: nameless, by: namedBy('reply_to', mail) };
}

/** A mail that hides its author (RFC 6854: `From: Nobody:;`) may say where answers go. That, too, is unproven. */
function readNameless({ headers, sender, trust }: Opened): Sender | undefined {
  if (sender || trust === 'suspicious') return undefined;
  const asked = firstAddress(header(headers, 'reply-to'));
  return asked?.email && !isNobodys(asked.email) ? asked : undefined;
}

/** One person typed what a form holds: nothing in it is history. */
function readFilledIn({ sender, name, phone, unusable, words, others, asks }: FormReading, mail: Opened): MailReading {
  const newText = withoutMarks(cleanText(mail.content.text)).trim();
  const theirs = (said: string): string => withoutMarks(cleanText(said)).trim();
  const reading = {
    ...{ ...frame(mail), newText },
    ...(words && { formWords: theirs(words.words), asideText: theirs(words.perhaps) }),
  };
  if (!sender) return { ...reading, visitor: { name, phone, unusable } };
  return {
    ...reading,
    sender,
    claimed: true,
    namedBy: { ...namedBy('form', mail), ...(asks && { asks }) },
    others,
    warnings: ['sent by a form; its sender is whoever was typed into it'],
  };
}

function namedBy(what: NamedBy['what'], { sender }: Opened): NamedBy {
  return { what, from: sender?.email ?? '' };
}
