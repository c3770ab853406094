import { cleanText } from '../../text/normalise.ts';
import { withoutMarks } from '../fetch/marks.ts';
import type { MachineKind } from '../machines/automatic.ts';
import { isFinal } from '../machines/bounce.ts';
import { deliveryReport, reportIn } from '../machines/machine_report.ts';
import type { MailHeaders } from '../mime/headers.ts';
import { addressesIn } from '../send/sender.ts';
import { readAct } from '../words/calendar.ts';
import { eventsIn, readMessage } from './message.ts';
import type { Opened } from './opened.ts';
import type { MailFile, MailReading, ReadOptions } from './reading.ts';
import { readComplaintOf, readDisposition, readOriginal, readRecipients, returnedId } from './returned.ts';

/** Reads what a program wrote: an absence note, a list's mail, an act between calendars, a bounce, a complaint. */
export function readMachine(kind: MachineKind, mail: Opened, options: ReadOptions): MailReading {
  if (kind === 'bounce') return readBounce(mail, options);
  if (kind === 'complaint_report') return readReport(mail);
  const message = { ...readMessage(mail), kind, ...(kind === 'auto_reply' && { report: reportOf(mail) }) };
  if (kind !== 'calendar') return message;
  return { ...message, ...withAct(message.newText, mail) };
}

/** An act between calendars, with the words that came with it. */
function withAct(words: string, mail: Opened): Pick<MailReading, 'newText' | 'calendar'> {
  const events = eventsIn(mail);
  const around = words === events.join('\n\n') ? '' : words;
  const act = readAct(mail.content.calendars, around, mail.sender ?? { name: '', email: null });
  const comment = cleanText(act.comment);
  const untold = events.filter((event) => !words.includes(event.split('\n')[0]!));
  const said = words.includes(comment) ? words : [words, comment].filter(Boolean).join('\n\n');
  return { newText: [...untold, said].filter(Boolean).join('\n\n'), calendar: act.calendar };
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

/** The addressees of a bounce, which goes to whoever sent the mail: so they are not the ones who did not get it. */
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

/** The files without the mail that came back with a report: that is no file of the sender's. */
function withoutMails(files: readonly MailFile[]): MailFile[] {
  return files.filter(({ type }) => !/^message\//.test(type));
}
