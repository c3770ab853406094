import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { guessCharset } from '../../../text/charset/guess.ts';
import type { Property } from './lines.ts';

/** The value as it was meant: decoded, its escapes still in it. */
export function decoded({ params, value }: Property): string {
  const encoding = params.get('ENCODING')?.[0]?.toUpperCase() ?? '';
  const charset = params.get('CHARSET')?.[0] ?? '';
  if (encoding === 'QUOTED-PRINTABLE') return inCharset(unquoted(value), charset);
  if (encoding === 'B' || encoding === 'BASE64') return inCharset(Buffer.from(value, 'base64'), charset);
  return value;
}

function inCharset(bytes: Buffer, charset: string): string {
  if (charset && !/^utf-?8$/i.test(charset) && iconv.encodingExists(charset)) return iconv.decode(bytes, charset);
  if (isUtf8(bytes)) return bytes.toString('utf8');
  return iconv.decode(
    bytes,
    guessCharset(bytes, (some, name) => iconv.decode(Buffer.from(some), name)),
  );
}

/** What is not quoted stays as it is; a sign that begins nothing stands for itself. */
function unquoted(value: string): Buffer {
  const pieces: Buffer[] = [];
  for (const [part] of value.matchAll(/(?:=[0-9a-f]{2})+|[^=]+|=/giu))
    pieces.push(/^=[0-9a-f]{2}/i.test(part) ? Buffer.from(part.replaceAll('=', ''), 'hex') : Buffer.from(part, 'utf8'));
  return Buffer.concat(pieces);
}

/** The parts between semicolons that are not escaped: of a name, an address, an organisation. */
export const fieldsOf = (value: string): string[] => apart(value, ';').map(unescaped);

/** The values between commas that are not escaped: categories. */
export const listOf = (value: string): string[] => apart(value, ',').map(unescaped);

export const unescaped = (value: string): string =>
  value.replace(/\\(.)/gsu, (_, sign: string) => (sign === 'n' || sign === 'N' ? '\n' : sign)).trim();

function apart(value: string, mark: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < value.length; at++) {
    if (value[at] === '\\') at++;
    else if (value[at] === mark) {
      parts.push(value.slice(from, at));
      from = at + 1;
    }
  }
  return [...parts, value.slice(from)];
}
