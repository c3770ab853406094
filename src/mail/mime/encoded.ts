import { isUtf8 } from 'node:buffer';
import { head } from '../../text/cut.ts';
import { decodePieces, decodeText } from './charset.ts';

/** Up to this many characters of base64 an ordinary word may look like it. */
const UNNAMED = 40;
/** No word is this long. */
const NO_WORD = 16;
const BASE64_LINE = /^[A-Za-z0-9+/=!*-]*$/;
/** As a line of base64 in the alphabet for addresses of the web is written. */
const WEB_LINE = /^[_-]*[A-Za-z0-9][A-Za-z0-9_-]*={0,2}$/;

/**
 * RFC 2047, but tolerant: blanks in the word, and in a Q word question marks, even one before an encoded byte (`?=20`).
 */
const ENCODED_WORD =
  /=\?([^?\s]{1,60})\?(?:b\?([^?]*)|q\?((?:[^?=]|=(?!\?)|\?(?!=)|\?(?==[0-9A-F]{2}[^\s?]{0,200}\?=))*))\?=/gi;
/** White space between two encoded words does not count (RFC 2047, 6.2). */
const BETWEEN_WORDS = /(\?=)\s+(?==\?[^?\s]{1,60}\?[bq]\?)/gi;

/**
 * Decodes the encoded words of a header value. Many senders split a character across neighbouring words of one charset,
 * so these are decoded together.
 */
export function decodeWords(value: string): string {
  const words = value.replace(BETWEEN_WORDS, '$1');
  let [text, label, end] = ['', '', 0];
  let run: (Buffer | string)[] = [];
  for (const word of words.matchAll(ENCODED_WORD)) {
    const base64 = word[2] === undefined ? undefined : wordBase64(word[2]);
    // what is no base64 stays as it stands
    if (base64 === '') continue;
    const between = words.slice(end, word.index);
    const own = word[1]!.split('*')[0]!.toLowerCase();
    if (between !== '' || own !== label) {
      text += decodePieces(run.map(bytesOf), label) + between;
      run = [];
    }
    const last = run.at(-1);
    if (base64 === undefined) run.push(decodeQuotedPrintable(word[3]!.replaceAll('_', ' ')));
    // some senders cut base64 anywhere: characters beyond a multiple of four belong to the next word
    else if (typeof last === 'string' && last.length % 4 !== 0 && !last.endsWith('=')) run.push(run.pop() + base64);
    else run.push(base64);
    [label, end] = [own, word.index + word[0].length];
  }
  return text + decodePieces(run.map(bytesOf), label) + words.slice(end);
}

/** What servers on the way put into long lines, and programs into short ones. */
const PUT_IN = /[\s!*]+/g;

/** The base64 of an encoded word, in the usual alphabet; '' if it is none. */
function wordBase64(written: string): string {
  const text = usualAlphabet(written.replace(PUT_IN, ''));
  return /^[A-Za-z0-9+/=]{2,}$/.test(text) ? text : '';
}

/** Base64 in the alphabet for addresses of the web, in the usual one. */
const usualAlphabet = (text: string): string => text.replaceAll('-', '+').replaceAll('_', '/');

const bytesOf = (piece: Buffer | string) => (typeof piece === 'string' ? decodeBase64(piece) : piece);

/** Quoted-printable (RFC 2045, 6.7), but tolerant: blanks after a soft break, a stray `=`, lower-case hex. */
export function decodeQuotedPrintable(text: string): Buffer {
  const bytes = Buffer.allocUnsafe(text.length);
  let length = 0;
  for (let at = 0; at < text.length; at++) {
    const escaped = text.charCodeAt(at) === EQUALS ? escapeAt(text, at) : undefined;
    if (!escaped || escaped.byte !== undefined) bytes[length++] = escaped?.byte ?? text.charCodeAt(at);
    at += escaped?.skip ?? 0;
  }
  return bytes.subarray(0, length);
}

const EQUALS = 0x3d;
const SOFT_BREAK = /=[ \t]{0,20}(?:\r?\n|$)/y;

/** What an `=` begins: a byte, or a line break to leave out. Undefined: it stands for itself. */
function escapeAt(text: string, at: number): { byte?: number; skip: number } | undefined {
  const hex = text.slice(at + 1, at + 3);
  if (/^[0-9a-f]{2}$/i.test(hex)) return { byte: Number.parseInt(hex, 16), skip: 2 };
  SOFT_BREAK.lastIndex = at;
  const length = SOFT_BREAK.exec(text)?.[0].length;
  return length === undefined ? undefined : { skip: length - 1 };
}

/**
 * Whether a text may be base64: its first line is a long run of it, or more of the text is in lines that can be base64
 * than in others.
 */
export function mayBeBase64(text: string): boolean {
  if (webLines(text)) return true;
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const good = lines.filter((line) => line !== '' && BASE64_LINE.test(line));
  const first = lines.find((line) => line !== '');
  if (first !== undefined && first === good[0] && first.length >= NO_WORD) return true;
  const length = (all: readonly string[]) => all.reduce((sum, line) => sum + line.length, 0);
  return length(good) * 2 >= length(lines);
}

/** Whether a text is base64 although it names no encoding: it consists of lines of it and decodes to readable text. */
export function isUnnamedBase64(text: string): boolean {
  const bare = text.trim().replace(/\r?\n/g, '');
  if (bare.length < UNNAMED || bare.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(bare)) return false;
  if (!/[a-z]/.test(bare) || !/[A-Z]/.test(bare) || !/\d|[+/=]/.test(bare)) return false;
  const words = Buffer.from(bare, 'base64');
  return isUtf8(words) && !/[^\P{C}\t\r\n\p{Cf}]/u.test(words.toString()) && /\s|\p{Lo}/u.test(words.toString());
}

/**
 * Whether a text is quoted-printable although it names no encoding: it has encoded bytes, and every `=` belongs to one.
 */
export function isUnnamedQuotedPrintable(text: string): boolean {
  const isBroken = /=[89A-F][0-9A-F]/.test(text) && /=[ \t]{0,20}\r?\n/.test(text);
  const isWritten = (text.match(/=[C-F][0-9A-F]=[89AB][0-9A-F]/g)?.length ?? 0) >= 2;
  return (isBroken || isWritten) && !/=(?!(?:[0-9A-F]{2}|[ \t]{0,20}\r?(?:\n|$)))/.test(text);
}

/**
 * Base64, but tolerant: lines that cannot be base64 (a footer added by a list) are skipped, and padding may stand in
 * the middle.
 */
export function decodeBase64(text: string): Buffer {
  if (/^[A-Za-z0-9+/\r\n]*={0,2}\s{0,10}$/.test(text)) return Buffer.from(text, 'base64');
  const lines = webLines(text) ?? text.split(/\r?\n/).map((line) => line.trim());
  const good = lines.filter((line) => BASE64_LINE.test(line)).join('');
  const runs = good.replace(/[^A-Za-z0-9+/=]/g, '').split(/=+/);
  return Buffer.concat(runs.map((run) => Buffer.from(run, 'base64')));
}

/** The lines of a body that is all in the alphabet for addresses of the web, in the usual one. */
function webLines(text: string): string[] | undefined {
  const lines = text.trim().split(/\s+/);
  const isWeb = /[A-Za-z0-9][-_]+[A-Za-z0-9]/.test(text) && lines.every((line) => WEB_LINE.test(line));
  return isWeb ? lines.map(usualAlphabet) : undefined;
}

/**
 * Reads a structured header: `text/plain; charset=utf-8; name*0*=utf-8''%E5` becomes its value and its parameters (RFC
 * 2231). Tolerant: the semicolon before a parameter may be missing, and single quotes count as quotes.
 */
export function readParameters(field: string): { value: string; parameters: ReadonlyMap<string, string> } {
  const [first = '', ...pieces] = splitParameters(head(field, 20_000));
  const [, value = first, glued = ''] = /^(\s*[^\s=]+)\s+([\w*-]{1,40}\s*=[\s\S]*)$/.exec(first) ?? [];
  const raw = new Map<string, string>();
  for (const piece of [glued, ...pieces]) {
    for (const [name, text] of parametersIn(piece)) if (!raw.has(name)) raw.set(name, text);
  }
  return { value: value.trim().toLowerCase(), parameters: joinContinued(raw) };
}

/** The parameters in a piece: usually one, but what follows a closing quote without a semicolon is the next. */
function* parametersIn(piece: string): Generator<[name: string, text: string]> {
  for (let rest = piece; rest !== ''; ) {
    const at = rest.indexOf('=');
    if (at <= 0) return;
    const text = rest.slice(at + 1).trim();
    const quoted = /^"((?:\\.|[^"\\])*)"?/.exec(text) ?? /^'([^']*)'(?=\s*$)/.exec(text);
    yield [rest.slice(0, at).trim().toLowerCase(), quoted ? quoted[1]!.replace(/\\(["\\])/g, '$1') : text];
    rest = quoted ? text.slice(quoted[0].length).trim() : '';
  }
}

function splitParameters(field: string): string[] {
  return field.match(/(?:"(?:\\.|[^"\\])*"?|[^;"])+/g) ?? [];
}

function joinContinued(raw: ReadonlyMap<string, string>): Map<string, string> {
  const parameters = new Map<string, string>();
  for (const [key, value] of raw) {
    const name = /^[^*]+/.exec(key)?.[0] ?? key;
    if (parameters.has(name)) continue;
    if (key === name)
      parameters.set(name, decodeWords(raw.has(`${name}*`) ? decodeExtended(raw.get(`${name}*`)!) : value));
    else if (key === `${name}*`) parameters.set(name, decodeExtended(value));
    else parameters.set(name, decodeExtended(sections(raw, name)));
  }
  return parameters;
}

/** Joins `name*0*`, `name*1`, …: only sections whose name ends in a star are percent-encoded. */
function sections(raw: ReadonlyMap<string, string>, name: string): string {
  let joined = '';
  for (let index = 0; index < 100; index++) {
    const encoded = raw.get(`${name}*${index}*`);
    const plain = raw.get(`${name}*${index}`);
    if (encoded === undefined && plain === undefined) break;
    joined += encoded ?? encodeURIComponent(plain!.toWellFormed());
  }
  return raw.has(`${name}*0*`) ? joined : `utf-8''${joined}`;
}

function decodeExtended(value: string): string {
  const [, label = '', encoded = value] = /^([^']*)'[^']*'([\s\S]*)$/.exec(value) ?? [];
  const bytes = Buffer.from(encoded).toString('latin1');
  const plain = bytes.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return decodeText(Buffer.from(plain, 'latin1'), label || 'utf-8');
}
