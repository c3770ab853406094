/** A mail's top-level headers by lower-case name, unfolded, in order; encoded words are left as they are. */
export type MailHeaders = ReadonlyMap<string, readonly string[]>;

/** Beyond this no honest mail has headers; the rest is not looked at. */
const HEADER_BYTES = 1024 * 1024;
const gb18030 = new TextDecoder('gb18030');
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Where the headers of a raw mail end: the offset just before the empty line, or the end when there is none. */
export function headerEnd(raw: Uint8Array): number {
  if (raw[0] === 0x0a || (raw[0] === 0x0d && raw[1] === 0x0a)) return 0;
  const limit = Math.min(raw.length, HEADER_BYTES);
  for (let at = 0; at < limit; at++) {
    if (raw[at] !== 0x0a) continue;
    if (raw[at + 1] === 0x0a || (raw[at + 1] === 0x0d && raw[at + 2] === 0x0a)) return at + 1;
  }
  return limit;
}

/** Reads the headers of a raw mail (RFC 5322, 2.2). Lines that are no header are skipped. */
export function readHeaders(raw: Uint8Array): MailHeaders {
  const headers = new Map<string, string[]>();
  for (const field of fields(decode(raw.subarray(0, headerEnd(raw))))) {
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

/** Some Chinese senders write raw 8-bit GBK into headers: lines that are not valid UTF-8 are read as GB18030. */
function decode(head: Uint8Array): string {
  if (isUtf8(head)) return utf8.decode(head);
  const lines = Buffer.from(head).toString('latin1').split('\n');
  return lines.map((line) => decodeLine(Buffer.from(line, 'latin1'))).join('\n');
}

function decodeLine(line: Uint8Array): string {
  return isUtf8(line) ? utf8.decode(line) : gb18030.decode(line);
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    utf8.decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** Folded lines joined: a line that starts with white space belongs to the one before. */
function fields(head: string): string[] {
  const unfolded: string[][] = [];
  for (const line of head.split(/\r?\n/)) {
    const continued = /^[ \t]/.test(line) ? unfolded.at(-1) : undefined;
    if (continued) continued.push(line.trim());
    else unfolded.push([line]);
  }
  return unfolded.map((lines) => lines.join(' '));
}
