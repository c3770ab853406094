import { readFileSync } from 'node:fs';
import { type MailReader, openMailReader } from '../mail/read/reader.ts';
import type { MailReading, ReadOptions } from '../mail/read/reading.ts';

/** A command without network must not wait long. */
const DNS_MS = 2000;

/** Writes one line for each mail (`-` is stdin) and returns whether all could be read. */
export async function mailLines(
  files: string[],
  options: ReadOptions,
  write: (line: string) => void,
): Promise<boolean> {
  const reader = openMailReader({ dnsMs: DNS_MS, dnsInAllMs: DNS_MS });
  let all = true;
  for (const file of files) {
    const { line, read } = await mailLine(file, options, reader);
    all &&= read;
    write(line);
  }
  await reader.close();
  return all;
}

/**
 * One line of JSON for a mail, read by the same function as the service's. Triage judges by the words alone: there is
 * no database.
 * @param file as given on the command line; `-` is stdin
 */
export async function mailLine(
  file: string,
  options: ReadOptions,
  reader: Pick<MailReader, 'read'>,
): Promise<{ line: string; read: boolean }> {
  const { bytes, error } = bytesOf(file);
  const { date, files, claimed, ...reading } = await reader.read(bytes, options);
  const shown = {
    file,
    kind: reading.kind,
    sender: reading.sender,
    claimed,
    newText: reading.newText,
    quotedText: reading.quotedText,
    ownerComment: reading.ownerComment,
    subject: reading.subject,
    date: date?.toISOString() ?? null,
    messageId: reading.messageId,
    inReplyTo: reading.inReplyTo,
    references: reading.references,
    trust: reading.trust,
    attachments: files.map(({ name, type, bytes: size }) => ({ name, type, bytes: size })),
    warnings: error ? [error] : reading.warnings,
    ...details(reading),
  };
  return { line: JSON.stringify(shown), read: error === undefined };
}

/** The fields that only bounces and complaints have. */
function details({ recipients, complaint, about }: Pick<MailReading, 'recipients' | 'complaint' | 'about'>): object {
  return { ...(recipients.length > 0 && { recipients }), ...(complaint && { complaint }), ...(about && { about }) };
}

function bytesOf(file: string): { bytes: Buffer; error?: string } {
  try {
    return { bytes: readFileSync(file === '-' ? 0 : file) };
  } catch (error) {
    return { bytes: Buffer.alloc(0), error: `cannot be read: ${(error as NodeJS.ErrnoException).code ?? 'unknown'}` };
  }
}
