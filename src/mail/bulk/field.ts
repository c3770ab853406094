import { envelopeAddress, parseMailAddress } from '../read/address.ts';
import { Unwritable } from './unwritable.ts';

/** A field of the head: its name, and its value as it is written, folded. */
export interface Field {
  name: string;
  value: string;
}

/** RFC 5322, 2.1.1: a line should not be longer than 78 characters, and must not be longer than 998. */
const FOLD_AT = 76;
const LONGEST_LINE = 990;

/** Whether it can stand as it is: printable ASCII, no blanks that a reader would drop, nothing that looks encoded. */
const PLAIN = /^[!-~]+(?: [!-~]+)*$/;
const LOOKS_ENCODED = /=\?/;

/**
 * A field whose value is free text, such as Subject; beyond ASCII it becomes encoded words (RFC 2047).
 * @throws Unwritable if the value has a line break or a NUL: it would make fields of its own
 */
export function textField(name: string, value: string): Field {
  refuseBreaks(name, value);
  if (value === '') return { name, value: '' };
  const first = FOLD_AT - name.length - 2;
  if (PLAIN.test(value) && !LOOKS_ENCODED.test(value)) {
    const folded = value.length <= first ? value : fold(value, first);
    if (folded !== undefined) return { name, value: folded };
  }
  return { name, value: encodedWords(value, first) };
}

/**
 * A field whose value has a syntax, such as List-Unsubscribe or References: it is folded and nothing else.
 * @throws Unwritable as `textField`, and beyond ASCII or where a word is longer than a line may be
 */
export function syntaxField(name: string, value: string): Field {
  refuseBreaks(name, value);
  if (/[^\t -~]/.test(value)) throw new Unwritable(`${name} has characters beyond ASCII`);
  const folded = fold(value.trim(), FOLD_AT - name.length - 2, LONGEST_LINE);
  if (folded === undefined) throw new Unwritable(`${name} is too long for a line`);
  return { name, value: folded };
}

/** A mailbox as it is written in From or To, and as the envelope has it. */
export interface Mailbox {
  address: string;
  field: Field;
}

/**
 * @param words `a@b.example` or `Name <a@b.example>`
 * @throws Unwritable if it is not one address that mail can be sent to
 */
export function mailboxField(name: string, words: string): Mailbox {
  const parsed = parseMailAddress(words);
  const address = parsed?.address ?? (/[\r\n\0]/.test(words) ? undefined : envelopeAddress(words));
  if (!address) throw new Unwritable(`${name} is not an address mail can be sent to`, 'address_not_tried');
  const phrase = parsed?.name ?? '';
  if (phrase === '') return { address, field: { name, value: address } };
  const shown = phraseOf(phrase, FOLD_AT - name.length - 2);
  const between = shown.length + address.length > FOLD_AT - name.length - 5 ? '\r\n ' : ' ';
  return { address, field: { name, value: `${shown}${between}<${address}>` } };
}

function phraseOf(name: string, first: number): string {
  if (/^[\w!#$%&'*+/=?^`{|}~ -]*$/.test(name) && PLAIN.test(name) && !LOOKS_ENCODED.test(name)) return name;
  if (PLAIN.test(name) && !LOOKS_ENCODED.test(name)) return `"${name.replace(/["\\]/g, '\\$&')}"`;
  return encodedWords(name, first);
}

function refuseBreaks(name: string, value: string): void {
  if (/[\r\n\0]/.test(value)) throw new Unwritable(`${name} has a line break`);
}

/** Breaks lines at blanks; undefined if a word is longer than `longest`, or than a line. */
function fold(value: string, first: number, longest = FOLD_AT - 1): string | undefined {
  if (value.length <= first) return value;
  let [line, room, folded] = ['', first, ''];
  for (const word of value.split(' ')) {
    if (word.length > longest) return undefined;
    if (line !== '' && line.length + 1 + word.length > room) {
      folded += `${line}\r\n `;
      [line, room] = [word, FOLD_AT - 1];
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return folded + line;
}

/** An encoded word has at most 75 characters, 12 of which are not its own: 45 bytes in base64 are 60. */
const WORD_BYTES = 45;

/** RFC 2047: no character is parted, each word stands on a line of its own. */
function encodedWords(value: string, first: number): string {
  const words: string[] = [];
  const rooms = Math.max(9, Math.floor((first - 12) / 4) * 3);
  let [chunk, bytes] = ['', 0];
  const room = () => (words.length === 0 ? Math.min(WORD_BYTES, rooms) : WORD_BYTES);
  const end = () => words.push(`=?UTF-8?B?${Buffer.from(chunk).toString('base64')}?=`);
  for (const character of value) {
    const size = Buffer.byteLength(character);
    if (bytes + size > room()) {
      end();
      [chunk, bytes] = ['', 0];
    }
    chunk += character;
    bytes += size;
  }
  end();
  return words.join('\r\n ');
}
