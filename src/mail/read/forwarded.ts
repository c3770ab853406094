import { isNobodys } from '../../text/nobody.ts';
import { cleanText } from '../../text/normalise.ts';
import { contentOf, type MimePart } from '../mime/mime.ts';
import type { Sender } from '../send/sender.ts';
import { type Forwarded, findForwarded, isForwardSubject, isReplySubject } from '../words/forward.ts';
import { linesOf } from '../words/lines.ts';
import { ownWords } from '../words/quote.ts';
import { forwardingOf, readPassedOn } from './message.ts';
import { frame, type Opened } from './opened.ts';
import type { MailReading, ReadOptions } from './reading.ts';

/** How a mail within a mail is read. */
export interface InnerReader {
  /** Reads a mail that is attached; undefined if it lies too deep. */
  attached: ((bytes: Uint8Array) => MailReading) | undefined;
  written: (mail: Opened) => MailReading;
}

/** The mail that an owner forwards: attached, or written into the text. */
export function readForward(mail: Opened, options: ReadOptions, reads: InnerReader): MailReading | undefined {
  const { answers, author, ...forwarding } = forwardingOf(mail);
  const text = cleanText(mail.content.text);
  const attached = mail.content.mails[0];
  if (attached && reads.attached && !(answers && isReplySubject(mail.subject))) {
    const inner = reads.attached(contentOf(attached));
    return readAttached(attached, mail, ownWords(linesOf(text), author), inner);
  }
  const found = findForwarded(text, { ...forwarding, answers, author, ownerEmails: options.ownerEmails });
  if (!found) return undefined;
  const outer = frame(mail);
  const subject = found.subject || withoutForwardPrefix(mail.subject);
  const within = writtenDown(mail, found, subject);
  const inner = reads.written(within);
  return {
    ...outer,
    ...whoseItIs(inner, found.sender),
    ...wordsOf(within, found, options),
    ownerComment: found.comment || null,
    subject,
    date: found.date ?? outer.date,
    warnings: found.sender.email ? [] : ['the forwarded mail shows no address of its sender'],
  };
}

/**
 * The author's words. What they pass on in turn ("see what the courier wrote") belongs to these, because the owner
 * reads both, unless it is a mail of ours.
 */
function wordsOf(
  mail: Opened,
  { text, quoted, aside, whole }: Forwarded,
  options: ReadOptions,
): Pick<MailReading, 'newText' | 'quotedText' | 'asideText' | 'forwardedFrom'> {
  const further = readPassedOn({ ...mail, content: { ...mail.content, text: whole } }, options);
  if (!further) return { newText: text, quotedText: quoted, asideText: aside, forwardedFrom: null };
  const { newText, quotedText, asideText, forwardedFrom } = further;
  return { newText, quotedText, asideText, forwardedFrom };
}

/** A mail written into the text as if it had come itself, with the headers that the forwarder's program wrote down. */
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
 * Whose words an owner forwards: what a mail server says about a mail is a bounce here, too, and a program's mail is
 * nobody's, except for the visitor in a form.
 */
function whoseItIs(
  inner: MailReading,
  named: Sender | null,
): Pick<
  MailReading,
  | 'kind'
  | 'sender'
  | 'claimed'
  | 'byMachine'
  | 'visitor'
  | 'formWords'
  | 'others'
  | 'recipients'
  | 'report'
  | 'about'
  | 'original'
> {
  const { recipients, report, about, original, visitor, formWords, others } = inner;
  const isBounce = inner.kind === 'bounce';
  const sender = inner.claimed && inner.sender ? inner.sender : named;
  const isProgram = inner.kind === 'complaint_report' || inner.kind === 'list' || isNobodys(sender?.email ?? '');
  return {
    kind: isBounce ? 'bounce' : 'forward',
    ...{ sender, claimed: true, byMachine: !isBounce && visitor === null && isProgram, visitor },
    ...{ formWords, others },
    ...(isBounce ? { recipients, report, about, original } : NO_BOUNCE),
  };
}

const NO_BOUNCE = { recipients: [], report: null, about: null, original: { subject: '', date: null } };

function withoutForwardPrefix(subject: string): string {
  return isForwardSubject(subject) ? subject.replace(/^[^:：\]】]*[:：\]】]\s*/, '') : subject;
}

/** The attached mail, read as if it had come itself; if the owner had forwarded that one too, the mail in it. */
function readAttached(part: MimePart, mail: Opened, comment: string, inner: MailReading): MailReading {
  const outer = frame(mail);
  const index = mail.content.files.indexOf(part) + 1;
  const comments = [comment, inner.ownerComment].filter(Boolean).join('\n\n');
  return {
    ...outer,
    ...whoseItIs(inner, inner.sender),
    forwardedFrom: inner.forwardedFrom,
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
