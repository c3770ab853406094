import { head } from '../../text/cut.ts';
import { cleanText } from '../../text/normalise.ts';
import { decodeWords } from '../mime/encoded.ts';
import { header, type MailHeaders } from '../mime/headers.ts';
import { contentOf, type MimePart, readMime } from '../mime/mime.ts';
import type { Sender } from '../send/sender.ts';
import { LINKED, type MailContent, SEALED, UNREADABLE, WINMAIL } from './content.ts';
import type { MailFile, MailReading } from './reading.ts';
import { sentDate } from './sent_date.ts';
import type { Trust } from './trust.ts';

const SUBJECT_CHARACTERS = 1000;
const MOST_FILES = 100;
const MOST_IDS = 100;

/** A mail taken apart, before anything has judged what it is. */
export interface Opened {
  root: MimePart;
  content: MailContent;
  headers: MailHeaders;
  sender: Sender | undefined;
  subject: string;
  trust: Trust;
}

/** The fields that every kind of mail has. */
export function frame(mail: Opened): MailReading {
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
    formWords: null,
    others: [],
    newText: '',
    quotedText: '',
    asideText: '',
    answeredText: '',
    saysAnswered: false,
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

/** What of a mail could not be read here; null if all of it was read. */
function strangeIn({ text, warnings }: MailContent): MailReading['strange'] {
  if (warnings.includes(SEALED) || /^-----BEGIN PGP MESSAGE-----$/m.test(text)) return 'sealed_mail';
  if (warnings.includes(LINKED)) return 'linked_pictures';
  if (warnings.includes(UNREADABLE)) return 'unreadable_mail';
  return warnings.includes(WINMAIL) ? 'winmail' : null;
}

export function subjectOf(headers: MailHeaders): string {
  const subject = cleanText(decodeWords(header(headers, 'subject')));
  return head(subject.replace(/\s+/g, ' ').trim(), SUBJECT_CHARACTERS);
}

function fileAt(part: MimePart, index: number): MailFile {
  return { name: nameOf(part), type: part.type, bytes: contentOf(part).length, part: String(index + 1) };
}

export function nameOf(part: MimePart): string {
  if (part.name !== '')
    return cleanText(part.name)
      .replace(/[\n\t]/g, ' ')
      .trim();
  if (part.type === 'text/calendar') return 'invite.ics';
  if (part.type !== 'message/rfc822') return '';
  return `${head(subjectOf(readMime(contentOf(part)).headers), 100) || 'message'}.eml`;
}
