import { decodeText } from './charset.ts';
import {
  decodeBase64,
  decodeQuotedPrintable,
  decodeWords,
  isUnnamedBase64,
  isUnnamedQuotedPrintable,
  mayBeBase64,
  readParameters,
} from './encoded.ts';
import { header, headerEnd, type MailHeaders, readHeaders } from './headers.ts';
import { isHtmlType, readContentType } from './media_type.ts';
import { decodeUuencoded, findUuencoded } from './uuencode.ts';

/** One entity of a mail (RFC 2045). A multipart has `children`, everything else content. */
export interface MimePart {
  headers: MailHeaders;
  /** Lower case, e.g. `text/plain`. */
  type: string;
  parameters: ReadonlyMap<string, string>;
  disposition: string;
  /** As the sender says; '' if it has none. */
  name: string;
  children: readonly MimePart[];
  /** The number of children beyond the limit. */
  unopened: number;
  /** Still in its transfer encoding. */
  encoded: Buffer;
}

/** No honest mail goes beyond these limits; what lies deeper or later is kept as one part that nobody opens. */
const DEEPEST = 20;
const MOST_PARTS = 1000;
/** How much of a text is read, in its transfer encoding: more than is ever shown. */
const TEXT_BYTES = 3 * 1024 * 1024;

/**
 * Takes a raw mail apart, in time linear in its size. Our own code instead of a library, for two reasons measured on
 * Chinese mail: libraries decode text before anybody can see that its label is wrong, and they make thousands of parts
 * out of a hostile mail.
 */
export function readMime(raw: Buffer): MimePart {
  return readPart(raw, 0, { parts: 0 });
}

function readPart(raw: Buffer, depth: number, seen: { parts: number }, usual = 'text/plain'): MimePart {
  seen.parts++;
  const end = headerEnd(raw);
  const headers = readHeaders(raw);
  const { type, parameters } = readContentType(header(headers, 'content-type'), usual);
  const disposition = readParameters(header(headers, 'content-disposition'));
  const encoded = raw.subarray(end + lineBreak(raw, end));
  const isMultipart = type.startsWith('multipart/') || isBeginning(type, parameters);
  const pieces = isMultipart && depth < DEEPEST ? piecesIn(type, encoded, parameters) : [];
  const childType = type === 'multipart/digest' ? 'message/rfc822' : 'text/plain';
  const children = pieces.flatMap((piece) =>
    seen.parts < MOST_PARTS ? [readPart(piece, depth + 1, seen, childType)] : [],
  );
  return withUuencoded({
    headers,
    // without its boundary it is read as text; too deep, it is a file
    type: isMultipart && pieces.length === 0 ? (depth < DEEPEST ? 'text/plain' : 'application/octet-stream') : type,
    parameters,
    disposition: disposition.value,
    name: fileName(disposition.parameters.get('filename') ?? parameters.get('name') ?? ''),
    children,
    unopened: pieces.length - children.length,
    encoded,
  });
}

/** The first piece of a mail sent in several holds the head of the whole (RFC 2046, 5.2.2). */
const isBeginning = (type: string, parameters: MimePart['parameters']): boolean =>
  type === 'message/partial' && parameters.get('number') === '1';

const piecesIn = (type: string, encoded: Buffer, parameters: MimePart['parameters']): Buffer[] =>
  isBeginning(type, parameters) ? [encoded] : split(encoded, parameters.get('boundary'));

/**
 * Some programs write a name in percent-encoding where the standard has none; it was meant so only if the result is
 * UTF-8.
 */
function fileName(written: string): string {
  const name = decodeWords(written);
  if (!/%[89a-f][0-9a-f]/i.test(name)) return name;
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A text with files written into it, as before there was MIME, becomes a multipart of them. */
function withUuencoded(part: MimePart): MimePart {
  if (part.type !== 'text/plain' || transferEncoding(part) !== '') return part;
  const found = findUuencoded(part.encoded.subarray(0, TEXT_BYTES).toString('latin1'));
  if (!found) return part;
  const text = { ...part, encoded: Buffer.from(found.text, 'latin1') };
  const files = found.files.map(({ name, encoded }) => ({
    ...part,
    headers: new Map([['content-transfer-encoding', ['x-uuencode']]]),
    type: 'application/octet-stream',
    parameters: new Map<string, string>(),
    disposition: 'attachment',
    name: fileName(name),
    encoded: Buffer.from(encoded, 'latin1'),
  }));
  return { ...part, type: 'multipart/mixed', children: [text, ...files.slice(0, MOST_PARTS)] };
}

/** '' if the content is not encoded. */
function transferEncoding(part: Pick<MimePart, 'headers'>): 'base64' | 'quoted-printable' | 'uuencode' | '' {
  const encoding = header(part.headers, 'content-transfer-encoding').toLowerCase();
  if (encoding.startsWith('base64')) return 'base64';
  if (encoding.startsWith('quoted-printable')) return 'quoted-printable';
  return /^(x-)?uue?(ncoded?)?/.test(encoding) ? 'uuencode' : '';
}

function lineBreak(raw: Buffer, at: number): number {
  if (raw[at] === 0x0a) return 1;
  return raw[at] === 0x0d && raw[at + 1] === 0x0a ? 2 : 0;
}

/**
 * The pieces between the boundary lines. If the declared boundary never comes, we look for one where the first should
 * be.
 */
function split(body: Buffer, declared: string | undefined): Buffer[] {
  const pieces = declared ? piecesOf(body, declared) : [];
  if (pieces.length > 0) return pieces;
  const found = /^--([^\r\n]{1,100}?)[ \t]*\r?\n(?:content-|mime-)/im.exec(
    body.subarray(0, 20_000).toString('latin1'),
  )?.[1];
  return found && found !== declared ? piecesOf(body, found) : [];
}

function piecesOf(body: Buffer, boundary: string): Buffer[] {
  const pieces: Buffer[] = [];
  const mark = Buffer.from(`--${boundary}`);
  let start = -1;
  for (let at = nextMark(body, mark, 0); at >= 0; at = nextMark(body, mark, at + mark.length)) {
    if (start >= 0) pieces.push(body.subarray(start, endOfPiece(body, at)));
    const after = at + mark.length;
    if (body[after] === 0x2d && body[after + 1] === 0x2d) return pieces;
    start = body.indexOf(0x0a, after) + 1 || body.length;
    if (pieces.length > MOST_PARTS) return pieces;
  }
  return start >= 0 ? [...pieces, body.subarray(start)] : pieces;
}

/** The next line that is exactly the boundary: `--b` does not end `--b1`. */
function nextMark(body: Buffer, mark: Buffer, from: number): number {
  for (let at = body.indexOf(mark, from); at >= 0; at = body.indexOf(mark, at + 1)) {
    const next = body[at + mark.length];
    if ((at === 0 || body[at - 1] === 0x0a) && (next === undefined || [0x0a, 0x0d, 0x20, 0x09, 0x2d].includes(next)))
      return at;
  }
  return -1;
}

/** The line break before a boundary belongs to the boundary. */
function endOfPiece(body: Buffer, at: number): number {
  const feed = at > 0 && body[at - 1] === 0x0a ? 1 : 0;
  return at - feed - (feed && body[at - 2] === 0x0d ? 1 : 0);
}

/** The content of a part, decoded from its transfer encoding. */
export function contentOf(part: MimePart): Buffer {
  const encoding = transferEncoding(part);
  if (encoding === '') return part.encoded;
  const text = part.encoded.toString('latin1');
  if (encoding === 'base64') return decodeBase64(text);
  return encoding === 'uuencode' ? decodeUuencoded(text) : decodeQuotedPrintable(text);
}

/**
 * The text of a text part. An HTML part may name its charset itself. Lines of `format=flowed` are joined (RFC 3676).
 */
export function textOf(part: MimePart): string {
  const bytes = bytesOfText({ ...part, encoded: part.encoded.subarray(0, TEXT_BYTES) });
  const charset = part.parameters.get('charset') || (isHtmlType(part.type) ? metaCharset(bytes) : '');
  const text = decodeText(bytes, charset)
    .replace(/^\ufeff/, '')
    .replaceAll('\r\n', '\n');
  const flowed = part.type === 'text/plain' && part.parameters.get('format')?.toLowerCase() === 'flowed';
  return flowed ? unflow(text, part.parameters.get('delsp')?.toLowerCase() === 'yes') : text;
}

/** The decoded bytes: some programs name a transfer encoding and use none, or use one and name none. */
function bytesOfText(part: MimePart): Buffer {
  const encoding = transferEncoding(part);
  if (encoding === 'quoted-printable' || encoding === 'uuencode') return contentOf(part);
  const text = part.encoded.toString('latin1');
  if (encoding === 'base64') return mayBeBase64(text) ? contentOf(part) : part.encoded;
  if (isUnnamedBase64(text)) return decodeBase64(text);
  return isUnnamedQuotedPrintable(text) ? decodeQuotedPrintable(text) : part.encoded;
}

function metaCharset(bytes: Buffer): string {
  return /<meta[^>]{0,200}charset=["']?([\w-]{1,40})/i.exec(bytes.subarray(0, 2000).toString('latin1'))?.[1] ?? '';
}

/** Joins a line that ends in a blank with the next one of the same quote depth; never `-- ` or empty lines. */
function unflow(text: string, deleteBlank: boolean): string {
  const lines: string[] = [];
  let open = -1;
  for (const line of text.split('\n')) {
    const [, quotes = '', rest = ''] = /^(>*)([\s\S]*)$/.exec(line)!;
    const words = rest.replace(/^ /, '');
    const fixed = words.trim() === '' || words === '-- ';
    const shown = deleteBlank && !fixed ? words.replace(/ $/, '') : words;
    if (open === quotes.length && !fixed) lines.push(lines.pop() + shown);
    else lines.push(quotes === '' ? shown : `${quotes} ${shown}`);
    open = !fixed && words.endsWith(' ') ? quotes.length : -1;
  }
  return lines.join('\n');
}
