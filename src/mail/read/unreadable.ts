import type { Attachment } from '../../domain/attachment.ts';
import type { RowTrouble } from '../../domain/row_event.ts';
import type { InboxRow } from '../../inbox/event.ts';
import { head, headWords } from '../../text/cut.ts';
import { cleanText } from '../../text/normalise.ts';
import { decodeWords } from '../mime/encoded.ts';
import { header, readHeaders } from '../mime/headers.ts';
import { readSender } from '../send/sender.ts';
import { RAW_PART } from './files.ts';

const SUBJECT_CHARACTERS = 200;

/** What its header lines say about an unreadable mail, and the mail itself, to be opened elsewhere. */
export function describeUnreadable(row: InboxRow): Pick<RowTrouble, 'from' | 'subject' | 'attachments'> {
  const headers = readHeaders(row.body);
  const { sender } = readSender(headers);
  const words = cleanText(decodeWords(headWords(header(headers, 'subject'), 2000)));
  const subject = head(words.replace(/\s+/g, ' ').trim(), SUBJECT_CHARACTERS);
  return {
    ...(sender?.email && { from: { address: sender.email, name: sender.name } }),
    ...(subject && { subject }),
    attachments: row.body.length > 0 ? [rawMail(row)] : [],
  };
}

/** The mail itself, as a file. */
export const rawMail = ({ id, body }: InboxRow): Attachment => ({
  kind: 'document',
  name: 'mail.eml',
  type: 'message/rfc822',
  bytes: body.length,
  ref: `part:${id}:${RAW_PART}`,
});
