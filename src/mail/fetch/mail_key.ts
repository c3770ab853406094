import { createHash, type Hash } from 'node:crypto';
import { setImmediate as breathe } from 'node:timers/promises';
import { header, headerEnd, readHeaders } from '../mime/headers.ts';

/** What makes a mail this mail. The others are written on its way (Received, Delivered-To …) or may be. */
const OWN_HEADERS = ['message-id', 'from', 'date', 'subject'];
/** So much is hashed at a time: a few milliseconds. */
const STEP_BYTES = 2 * 1024 * 1024;
const LINE_ENDS = new Set([0x0a, 0x0d, 0x20]);

/** By what a mail is known again. */
export interface MailKeys {
  /** The same bytes: 64 hex digits. */
  raw: string;
  /**
   * The same mail by another way: its Message-ID with who sent it, its date, subject and body, so a copied or forged Message-ID
   * over other words is another mail. Undefined for a mail with neither Message-ID nor Date: then nothing but its bytes tells it
   * from the next one of its kind.
   */
  mail?: string;
}

/** Hashes a raw mail (or how it begins, where no more was fetched) without holding up the process. */
export async function mailKeys(raw: Buffer): Promise<MailKeys> {
  const end = headerEnd(raw);
  const headers = readHeaders(raw.subarray(0, end));
  const own = OWN_HEADERS.map((name) => header(headers, name).replace(/\s+/g, ' ').trim());
  const whole = await feed(createHash('sha256'), raw);
  if (!own[0] && !own[2]) return { raw: whole };
  const body = raw.subarray(end, lastByte(raw, end));
  return { raw: whole, mail: await feed(createHash('sha256').update(JSON.stringify(own)), body) };
}

/** The digest of what `hash` has had and these bytes, in hex. */
export async function feed(hash: Hash, bytes: Buffer): Promise<string> {
  for (let at = 0; at < bytes.length; at += STEP_BYTES) {
    if (at > 0) await breathe();
    hash.update(bytes.subarray(at, at + STEP_BYTES));
  }
  return hash.digest('hex');
}

/** Servers differ in the empty lines at the end. */
function lastByte(raw: Buffer, from: number): number {
  let end = raw.length;
  while (end > from && LINE_ENDS.has(raw[end - 1]!)) end--;
  return end;
}
