import {
  type Complaint,
  type FailedRecipient,
  findOurMessageId,
  readComplaint,
  readDeliveryStatus,
  readFreeBounce,
  returnedMessageId,
} from './bounce.ts';
import type { MailContent } from './content.ts';
import { header, type MailHeaders, readHeaders } from './headers.ts';
import { contentOf, type MimePart, textOf } from './mime.ts';

const REPORT_BYTES = 100_000;

/** Who did not get a mail, by the reports of a bounce, else by its words. */
export function readRecipients(
  content: MailContent,
  headers: MailHeaders,
  ignored: readonly string[],
): FailedRecipient[] {
  const told = reports(content, /delivery-status/).flatMap(readDeliveryStatus);
  return told.length > 0 ? told : readFreeBounce(content.text, header(headers, 'x-failed-recipients'), ignored);
}

/** The header Hotmail's complaints (JMRP) name the complaining reader in, on the mail complained of; there is no report beside it. */
const COMPLAINING = 'x-hmxmroriginalrecipient';

/** Whether an attached mail comes along as one that its reader complained about. */
export function isComplainedOf(attached: MimePart): boolean {
  return readHeaders(contentOf(attached).subarray(0, REPORT_BYTES)).has(COMPLAINING);
}

/** The complaint a mail reports; null when its report is missing. */
export function readComplaintOf(content: MailContent): Complaint | null {
  const told = reports(content, /feedback-report/).map(readComplaint)[0];
  const mail = content.mails.find(isComplainedOf);
  if (told || !mail) return told ?? null;
  const recipient = header(readHeaders(contentOf(mail).subarray(0, REPORT_BYTES)), COMPLAINING);
  return { feedback: 'abuse', recipients: [recipient.trim().toLowerCase()] };
}

/** The Message-ID of the mail that came back: ours wherever it is quoted, else the one in the returned headers. */
export function returnedId(mail: { root: MimePart; content: MailContent; headers: MailHeaders }): string | null {
  const { root, content, headers } = mail;
  const returned = [...content.mails, ...content.reports.filter((part) => part.type === 'text/rfc822-headers')];
  const texts = returned.map((part) => contentOf(part).subarray(0, REPORT_BYTES).toString('latin1'));
  const everything = [
    ...texts,
    content.text,
    ...content.reports.map(textOf),
    root.encoded.subarray(0, REPORT_BYTES).toString('latin1'),
    header(headers, 'in-reply-to'),
    header(headers, 'references'),
  ];
  const quoted = /^\W{0,3}message-id:\s*(<[^<>\s]{1,250}>)/im.exec(content.text)?.[1];
  return everything.map(findOurMessageId).find(Boolean) ?? texts.map(returnedMessageId).find(Boolean) ?? quoted ?? null;
}

function reports(content: MailContent, type: RegExp): string[] {
  return content.reports
    .filter((part) => type.test(part.type))
    .map((part) => contentOf(part).subarray(0, REPORT_BYTES).toString('utf8'));
}
