import { headWords } from '../../text/cut.ts';
import {
  type Complaint,
  type FailedRecipient,
  findOurMessageId,
  readComplaint,
  readDeliveryStatus,
  readFreeBounce,
  returnedMessageId,
} from '../machines/bounce.ts';
import { certaintyOf } from '../machines/bounce_certainty.ts';
import { saysUndelivered } from '../machines/bounce_words.ts';
import { decodeWords } from '../mime/encoded.ts';
import { header, type MailHeaders, readHeaders } from '../mime/headers.ts';
import { contentOf, type MimePart, textOf } from '../mime/mime.ts';
import type { MailContent } from './content.ts';
import { sentDate } from './sent_date.ts';

const REPORT_BYTES = 100_000;
const SUBJECT_CHARACTERS = 2000;

/** Who did not get a mail, according to the reports of a bounce, else to its words. */
export function readRecipients(
  content: MailContent,
  headers: MailHeaders,
  ignored: readonly string[],
): FailedRecipient[] {
  const told = reports(content, /delivery-status/).flatMap(readDeliveryStatus);
  const subject = decodeWords(headWords(header(headers, 'subject'), SUBJECT_CHARACTERS));
  const said = { subject, text: content.text };
  if (told.length === 0) return readFreeBounce(said, header(headers, 'x-failed-recipients'), ignored);
  return told.map((one) => (one.action === '' ? { ...one, action: actionIn(said, one) } : one));
}

/** What a report means that leaves the action out. */
function actionIn(
  { subject, text }: { subject: string; text: string },
  { status, diagnostic }: FailedRecipient,
): string {
  if (status.startsWith('2')) return 'delivered';
  return certaintyOf(subject, `${status} ${diagnostic}\n\n${text}`, saysUndelivered({ subject, text }));
}

/** What a receipt reports (RFC 8098); '' if there is no receipt. */
export function readDisposition(content: MailContent): string {
  return reports(content, /disposition-notification/).join('\n');
}

/**
 * The header in which Hotmail's complaints (JMRP) name the complaining reader, on the mail complained of; there is no
 * report beside it.
 */
const COMPLAINING = 'x-hmxmroriginalrecipient';

/** Whether an attached mail is one that its reader complained about. */
export function isComplainedOf(attached: MimePart): boolean {
  return readHeaders(contentOf(attached).subarray(0, REPORT_BYTES)).has(COMPLAINING);
}

/** The complaint that a mail reports; null if its report is missing. */
export function readComplaintOf(content: MailContent): Complaint | null {
  const told = reports(content, /feedback-report/).map(readComplaint)[0];
  const mail = content.mails.find(isComplainedOf);
  if (told || !mail) return told ?? null;
  const recipient = header(readHeaders(contentOf(mail).subarray(0, REPORT_BYTES)), COMPLAINING);
  return { feedback: 'abuse', recipients: [recipient.trim().toLowerCase()] };
}

/**
 * The Message-ID of the mail that came back. An id of ours may stand anywhere (relays that give a mail another id keep
 * ours in a header of their own), but not in a header that names an answered mail: when the owner writes into our
 * thread from another program, our id stands there.
 */
export function returnedId(mail: { root: MimePart; content: MailContent; headers: MailHeaders }): string | null {
  const { root, content, headers } = mail;
  const texts = returnedHeads(content);
  const shown = [...texts, content.text, ...content.reports.map(textOf)].map(withoutThread);
  const quoted = /^\W{0,3}message-id:\s*(<[^<>\s]{1,250}>)/im.exec(content.text)?.[1];
  const own = shown.map(findOurMessageId).find(Boolean);
  const named = own ?? texts.map(returnedMessageId).find(Boolean) ?? quoted;
  if (named) return named;
  const raw = withoutThread(root.encoded.subarray(0, REPORT_BYTES).toString('latin1'));
  return (
    [raw, header(headers, 'in-reply-to'), header(headers, 'references')].map(findOurMessageId).find(Boolean) ?? null
  );
}

/** Subject and date of the mail that came back, from its headers or as a bounce in free text quotes them. */
export function readOriginal(content: MailContent): { subject: string; date: Date | null } {
  const [head] = returnedHeads(content);
  if (head === undefined)
    return { subject: QUOTED_SUBJECT.exec(headWords(content.text, QUOTED_CHARACTERS))?.[1] ?? '', date: null };
  const headers = readHeaders(Buffer.from(head, 'latin1'));
  return { subject: decodeWords(header(headers, 'subject')).trim(), date: sentDate(headers) };
}

const QUOTED_CHARACTERS = 20_000;
const QUOTED_SUBJECT =
  /^[ \t>*|]{0,8}(?:subject|betreff|objet|asunto|oggetto|onderwerp|主[题題旨]|邮件主题|件名)[ \t]?[:：][ \t]*(\S.{0,500})$/im;
const THREAD = /^[ \t>]{0,3}(?:references|in-reply-to):.*(?:\r?\n[ \t]+.*){0,100}/gim;

const withoutThread = (head: string): string => head.replace(THREAD, '');

/** The headers of the mails that came back, as bytes. */
function returnedHeads({ mails, reports }: MailContent): string[] {
  const parts = [...mails, ...reports.filter((part) => /^text\/rfc822-headers$/.test(part.type))];
  return parts.map((part) => {
    const text = contentOf(part).subarray(0, REPORT_BYTES).toString('latin1').trimStart();
    return text.split(/\r?\n\r?\n/, 1)[0]!;
  });
}

function reports(content: MailContent, type: RegExp): string[] {
  return content.reports
    .filter((part) => type.test(part.type))
    .map((part) => contentOf(part).subarray(0, REPORT_BYTES).toString('utf8'));
}
