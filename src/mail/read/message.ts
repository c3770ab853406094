import { cleanText } from '../../text/normalise.ts';
import { header } from '../mime/headers.ts';
import type { Sender } from '../send/sender.ts';
import { saysAnswersInside } from '../words/answers_inside.ts';
import { readInvitation } from '../words/calendar.ts';
import { type Forwarding, findForwarded, isForwardSubject, isReplySubject } from '../words/forward.ts';
import { linesOf } from '../words/lines.ts';
import { isProgramLine } from '../words/program_line.ts';
import { splitQuoted } from '../words/quote.ts';
import { frame, type Opened } from './opened.ts';
import type { MailReading, ReadOptions } from './reading.ts';
import { offsetOf } from './written_date.ts';

/** Reads a mail as its sender's words, whatever they are. */
export function readMessage(mail: Opened): MailReading {
  const { name = '', email } = mail.sender ?? {};
  const author = { name, address: email ?? '' };
  const { text, quoted, aside, answered } = splitQuoted(cleanText(mail.content.text), author, mayAnswer(mail));
  const event = mail.content.text.trim() === '' ? eventsIn(mail).join('\n\n') : '';
  return {
    ...frame(mail),
    newText: text || event,
    quotedText: quoted,
    asideText: isOfProgram(text) ? text : aside,
    answeredText: answered,
    saysAnswered: answered !== '' && saysAnswersInside(text),
  };
}

/** Whether a text is only what a phone adds. */
const isOfProgram = (text: string): boolean =>
  text !== '' && linesOf(text).every((line) => line === '' || isProgramLine(line));

/** Whether the mail may hold earlier words: it says that it answers or forwards, or was forwarded itself. */
function mayAnswer({ headers, subject }: Opened): boolean {
  if (headers.has('in-reply-to') || headers.has('references') || !headers.has('message-id')) return true;
  return isReplySubject(subject) || isForwardSubject(subject);
}

/** What a customer passes on belongs to what they say ("see what the courier wrote"), unless it is a mail of ours. */
export function readPassedOn(mail: Opened, options: ReadOptions): MailReading | undefined {
  const found = findForwarded(cleanText(mail.content.text), { ...forwardingOf(mail), ownerEmails: [], certain: true });
  if (!found || isOurs(found.sender, mail, options)) return undefined;
  const paragraphs = (...parts: string[]) => parts.filter(Boolean).join('\n\n');
  return {
    ...frame(mail),
    newText: paragraphs(found.comment, found.heading, found.text),
    quotedText: paragraphs(found.signature, found.quoted),
    asideText: paragraphs(found.signature, found.text),
    forwardedFrom: found.sender,
  };
}

function isOurs({ email }: Sender, { headers }: Opened, { ownerEmails }: ReadOptions): boolean {
  const to = ['to', 'cc', 'delivered-to'].map((name) => header(headers, name).toLowerCase());
  return email !== null && (ownerEmails.includes(email) || to.some((field) => field.includes(email)));
}

export function forwardingOf({ headers, sender, subject }: Opened): Omit<Forwarding, 'ownerEmails'> {
  return {
    subject,
    author: { name: sender?.name ?? '', address: sender?.email ?? '' },
    answers: headers.has('in-reply-to'),
    offset: offsetOf(header(headers, 'date')) ?? 0,
  };
}

/** The events in words. */
export function eventsIn({ content: { calendars, text } }: Opened): string[] {
  const events = calendars.flatMap((part) => readInvitation(part, text)).map(cleanText);
  return [...new Set(events)].filter(Boolean);
}
