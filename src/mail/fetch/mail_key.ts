import { createHash, type Hash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { header, headerEnd, readHeaders } from '../mime/headers.ts';

/** The headers that make a mail this mail. The others are written on its way (Received, Delivered-To …), or may be. */
const OWN_HEADERS = ['message-id', 'from', 'date', 'subject'];
/** How much is hashed in one go: a few milliseconds' worth. */
const STEP_BYTES = 2 * 1024 * 1024;
const LINE_ENDS = new Set([0x0a, 0x0d, 0x20]);

/** How a mail is recognized when it comes again. */
export interface MailKeys {
  /** The same bytes: 64 hex digits. */
  raw: string;
  /**
   * The same mail, whichever way it came: its Message-ID together with sender, date, subject and body, so a copied or
   * forged Message-ID over other words makes another mail. Undefined for a mail with neither Message-ID nor Date: only
   * its bytes distinguish it from the next one like it.
   */
  mail?: string;
}

/** Hashes a raw mail (or its beginning, if no more was fetched) without blocking the process. */
export async function mailKeys(raw: Buffer): Promise<MailKeys> {
  const end = headerEnd(raw);
  const headers = readHeaders(raw.subarray(0, end));
  const own = OWN_HEADERS.map((name) => header(headers, name).replace(/\s+/g, ' ').trim());
  const whole = await feed(createHash('sha256'), raw);
  if (!own[0] && !own[2]) return { raw: whole };
  const body = raw.subarray(end, lastByte(raw, end));
  return { raw: whole, mail: await feed(createHash('sha256').update(JSON.stringify(own)), body) };
}

/** The digest, in hex, of everything `hash` has received and these bytes. */
export async function feed(hash: Hash, bytes: Buffer): Promise<string> {
  for (let at = 0; at < bytes.length; at += STEP_BYTES) {
    if (at > 0) await breathe();
    hash.update(bytes.subarray(at, at + STEP_BYTES));
  }
  return hash.digest('hex');
}

/** Where the mail ends without its empty last lines, in which servers differ. */
function lastByte(raw: Buffer, from: number): number {
  let end = raw.length;
  while (end > from && LINE_ENDS.has(raw[end - 1]!)) end--;
  return end;
}
