import { textOf } from '../files/table/charset.ts';

/** What a browser sends of a form: the fields by their names, the first of each, and the names of files. */
export interface FormBody {
  fields: ReadonlyMap<string, string>;
  files: string[];
}

/** No form of ours has as many fields. */
const MOST_FIELDS = 100;

/** Reads what a browser sends of a form; undefined if it is none. Rejects never. */
export async function readFormBody(raw: Uint8Array, contentType: string): Promise<FormBody | undefined> {
  const type = contentType.split(';', 1)[0]!.trim().toLowerCase();
  if (type === 'application/x-www-form-urlencoded') return readEncoded(raw);
  return type === 'multipart/form-data' ? readParts(raw, contentType) : undefined;
}

/** In whichever charset the page had: what is not UTF-8 is read by its letters. */
function readEncoded(raw: Uint8Array): FormBody {
  const fields = new Map<string, string>();
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1');
  for (const pair of text.split('&', MOST_FIELDS)) {
    const at = pair.indexOf('=');
    const [name, value] = (at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]).map(decoded);
    if (name && !fields.has(name)) fields.set(name, value!);
  }
  return { fields, files: [] };
}

/** `%C4%E3+` to its bytes, and these to text. No browser sends a NUL: it would make the rest look like UTF-16. */
function decoded(written: string): string {
  const plain = written
    .replaceAll('+', ' ')
    .replaceAll('\0', '')
    .replaceAll('%00', '')
    .replace(/%[\da-f]{2}/gi, (code) => String.fromCharCode(parseInt(code.slice(1), 16)));
  return textOf(Buffer.from(plain, 'latin1'));
}

async function readParts(raw: Uint8Array, contentType: string): Promise<FormBody | undefined> {
  const fields = new Map<string, string>();
  const files: string[] = [];
  try {
    const body = new Response(new Uint8Array(raw), { headers: { 'content-type': contentType } });
    for (const [name, value] of await body.formData()) {
      if (typeof value !== 'string') files.push(value.name);
      else if (!fields.has(name) && fields.size < MOST_FIELDS) fields.set(name, value);
    }
    // a field for a file that was left empty is sent without a name
    return { fields, files: files.filter(Boolean) };
  } catch {
    return undefined;
  }
}

/** Around the two words mail programs put a form, parts, JSON or nothing, in whatever case. */
const ONE_CLICK = /list-unsubscribe["'\s]{0,9}[=:]\s{0,9}["']?one-click(?![\w-])/i;
const ONE_CLICK_PART =
  /name="?list-unsubscribe"?[^\S\n]{0,9}\n(?:[\w-]{1,40}:[^\n]{0,200}\n){0,9}\s{0,9}one-click(?![\w-])/i;

/** Whether a mail program's own button was pressed (RFC 8058): what its reader was shown as done has to be done, however it is dressed. */
export function saysOneClick(raw: Uint8Array): boolean {
  const text = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength).toString('latin1').replaceAll('\r\n', '\n');
  return ONE_CLICK.test(text.replaceAll(/%2d/gi, '-').replaceAll(/%3d/gi, '=')) || ONE_CLICK_PART.test(text);
}
