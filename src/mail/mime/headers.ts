import { decodeText } from './charset.ts';

/** A mail's top-level headers by lower-case name, unfolded, in order; encoded words are left as they are. */
export type MailHeaders = ReadonlyMap<string, readonly string[]>;

/** No honest mail has more headers than this; the rest is not looked at. */
const HEADER_BYTES = 1024 * 1024;
/** Where we look for the charset of the mail's parts: parts begin early. */
const CHARSET_BYTES = 64 * 1024;

/** Where we look for odd line ends. */
const FIRST_BYTES = 4096;

/**
 * The mail with proper line ends. Some gateways write two returns, single returns, or empty lines above the headers:
 * read as it is, such a mail would have no text or no sender.
 */
export function evenLines(raw: Buffer): Buffer {
  const start = raw.findIndex((byte) => byte !== 0x0a && byte !== 0x0d);
  const body = start > 0 ? raw.subarray(start) : raw;
  const isDoubled = body.subarray(0, FIRST_BYTES).includes('\r\r\n');
  if (!isDoubled && (body.includes(0x0a) || !body.includes(0x0d))) return body;
  return Buffer.from(body.toString('latin1').replace(isDoubled ? /\r\r\n/g : /\r/g, '\n'), 'latin1');
}

/**
 * Where the headers of a raw mail end: just before the empty line, or if there is none, before the first line that
 * cannot be a header.
 */
export function headerEnd(raw: Uint8Array): number {
  if (raw[0] === 0x0a || (raw[0] === 0x0d && raw[1] === 0x0a)) return 0;
  const limit = Math.min(raw.length, HEADER_BYTES);
  for (let at = 0; at < limit; at++) {
    if (raw[at] !== 0x0a) continue;
    if (raw[at + 1] === 0x0a || (raw[at + 1] === 0x0d && raw[at + 2] === 0x0a)) return at + 1;
  }
  return limit < raw.length ? limit : endWithoutGap(raw);
}

const FIELD = /^[\x21-\x39\x3b-\x7e]{1,200}[ \t]{0,9}:|^[ \t]|^\r?$/;
/** Above these, every line belongs to the headers, whatever it is. */
const KNOWN =
  /^(content-[\w-]{1,40}|mime-version|from|to|cc|subject|date|received|message-id|return-path|x-[\w-]{1,60}):/i;

/** Where the headers end if no empty line follows: at the first lines that are no headers. */
function endWithoutGap(raw: Uint8Array): number {
  let end = raw.length;
  let at = 0;
  for (const line of Buffer.from(raw).toString('latin1').split('\n')) {
    if (KNOWN.test(line)) end = raw.length;
    else if (end === raw.length && at > 0 && !FIELD.test(line)) end = at;
    at += line.length + 1;
  }
  return end;
}

/** Reads the headers of a raw mail (RFC 5322, 2.2). Lines that are no header are skipped. */
export function readHeaders(raw: Uint8Array): MailHeaders {
  const headers = new Map<string, string[]>();
  for (const field of fields(decode(raw, raw.subarray(0, headerEnd(raw))))) {
    const colon = field.indexOf(':');
    const name = field.slice(0, Math.max(colon, 0)).trim().toLowerCase();
    if (!/^[\x21-\x7e]+$/.test(name)) continue;
    headers.set(name, [...(headers.get(name) ?? []).slice(0, 99), field.slice(colon + 1).trim()]);
  }
  return headers;
}

/** The first value of a header, or ''. */
export function header(headers: MailHeaders, name: string): string {
  return headers.get(name)?.[0] ?? '';
}

/**
 * Decodes raw 8-bit headers, which are against the rules and common: lines that are not UTF-8 are in the charset of the
 * mail's own parts, else in the one that their bytes suggest.
 */
function decode(raw: Uint8Array, head: Uint8Array): string {
  const own = ownCharset(raw);
  const lines = Buffer.from(head).toString('latin1').split('\n');
  return lines.map((line) => decodeText(Buffer.from(line, 'latin1'), '', own)).join('\n');
}

/** The first charset that the mail names for one of its own parts. */
function ownCharset(raw: Uint8Array): string {
  const start = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.byteLength, CHARSET_BYTES)).toString('latin1');
  return /charset\s{0,9}=\s{0,9}"?([\w.:+-]{1,40})/i.exec(start)?.[1] ?? '';
}

/** Joins folded lines: a line that starts with white space belongs to the one before. */
function fields(head: string): string[] {
  const unfolded: string[][] = [];
  for (const line of head.split(/\r?\n/)) {
    const continued = /^[ \t]/.test(line) ? unfolded.at(-1) : undefined;
    if (continued) continued.push(line.trim());
    else unfolded.push([line]);
  }
  return unfolded.map((lines) => lines.join(' '));
}
