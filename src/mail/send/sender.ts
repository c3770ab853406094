import addressparser from 'nodemailer/lib/addressparser';
import { headWords } from '../../text/cut.ts';
import { cleanName, cleanText } from '../../text/normalise.ts';
import { decodeWords } from '../mime/encoded.ts';
import { header, type MailHeaders } from '../mime/headers.ts';
import { parseMailAddress } from '../read/address.ts';

/** Somebody whom a mail names. */
export interface Sender {
  name: string;
  /** Lower case; null if only a name is written. */
  email: string | null;
}

const FIELD_CHARACTERS = 5000;

/**
 * Who wrote, according to From, then Sender, then Return-Path; if From has several authors, the one who sent it. From
 * headers with different addresses are a forgery: each reader would name a different sender, so this one names none.
 */
export function readSender(headers: MailHeaders): { sender: Sender | undefined; forged: boolean } {
  const written = (headers.get('from') ?? []).map((value) => firstAddress(value)?.email ?? value.toLowerCase());
  if (new Set(written).size > 1) return { sender: undefined, forged: true };
  const [from, by, back] = ['from', 'sender', 'return-path'].map((name) => firstAddress(header(headers, name)));
  const authors = addressesIn(header(headers, 'from'));
  const candidates = [authors.find(({ email }) => email !== null && email === by?.email) ?? from, by, back];
  const sender = candidates.find((candidate) => candidate?.email);
  const name = candidates[0]?.name || sender?.name || '';
  return { sender: sender && { ...sender, name: name.toLowerCase() === sender.email ? '' : name }, forged: false };
}

/** The first mailbox of an address field, with its name decoded. */
export function firstAddress(field: string): Sender | undefined {
  const all = addressesIn(field);
  const first = all.find(({ email }) => email) ?? all[0];
  if (first?.email || !(field.includes('@') || ENCODED.test(field))) return first;
  // an open quotation mark, or everything in one encoded word: the address is there nevertheless
  const written = readWrittenSender(decodeWords(headWords(field, FIELD_CHARACTERS)));
  return written.email ? written : first;
}

const ENCODED = /=\?[^?\s]+\?[bq]\?/i;

/** The mailboxes of an address field, as far as it follows the rules, with their names decoded. */
export function addressesIn(field: string): Sender[] {
  const mailboxes = addressparser(headWords(field, FIELD_CHARACTERS), { flatten: true });
  return mailboxes.map(({ name, address }) => ({
    name: cleanName(bareName(decodeWords(name ?? ''))),
    email: identity(address?.replace(/^<?mailto:/i, '').replace(/^'(.*)'$/, '$1')) ?? null,
  }));
}

/**
 * The name without quotation marks and brackets around all of it; those around a part stay: `'Kim' via Sales`, `Kim
 * <Sales>`.
 */
function bareName(name: string): string {
  const bare = name.trim().replace(/\[\s*\]/g, '');
  const [, whole] = /^["'<]+([^"'<>]*)["'>]*$/.exec(bare) ?? /^([^"'<>]*)["'>]+$/.exec(bare) ?? [];
  return whole ?? bare;
}

/** A quoted local part may hold nearly anything, even another address. */
const LOOSE = /^(?:[^\s<>"]{1,64}|"[^"\\\r\n]{1,62}")@[^\s<>@]{1,255}$/;

/**
 * The address as the key of a person. Even what the strict check refuses (quoted or non-ASCII local parts) names
 * somebody.
 */
export function identity(address: string | undefined): string | undefined {
  const strict = parseMailAddress(address ?? '')?.address;
  const loose = cleanText(address ?? '')
    .trim()
    .toLowerCase();
  return strict ?? (LOOSE.test(loose) ? loose : undefined);
}

/**
 * A sender as mail programs write it in a header block: `"Mei" <mei@x>;`, `Mei [mailto:mei@x]`, `Mei
 * <mei@x<mailto:mei@x>>`, `bot@y on behalf of Mei <mei@x>`, or only a name.
 */
export function readWrittenSender(value: string): Sender {
  const words = headWords(value, FIELD_CHARACTERS).replace(/^.{0,300}(?:on behalf of|代表|im auftrag von)\s+/i, '');
  const address = /[^\s<>[\]()"'“”,;:：；，|*]{1,64}@[^\s<>[\]()"'“”,;；，|*]{1,255}/.exec(words);
  const before = address ? words.slice(0, address.index) : words;
  const name = cleanName(
    decodeWords(before.replace(/(mailto:|[<([]|["“”*|])/gi, ' ').replace(/^[\s']+|[\s';；,，\-–]+$/g, '')),
  );
  const behind = address ? words.slice(address.index + address[0].length) : '';
  const email = identity(address?.[0].replace(/[.。]+$/, '')) ?? null;
  return { name: name || nameBehind(behind), email };
}

/** `mei@x (Mei)` */
function nameBehind(words: string): string {
  return cleanName(/^>?\s*[(（](?!\w{1,20}:\/\/)([^()（）@]{1,100})[)）]/.exec(words)?.[1] ?? '');
}
