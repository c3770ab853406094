import { domainToASCII } from 'node:url';
import { truncate } from './truncate.ts';

/** Full-width ASCII (ＡＢＣ１２３：／) and the ideographic space as their narrow twins; every index stays the same. */
export function narrow(text: string): string {
  return text.replace(/[\uff01-\uff5e\u3000]/g, (c) =>
    c === '\u3000' ? ' ' : String.fromCharCode(c.charCodeAt(0) - 0xfee0),
  );
}

/** ASCII and Chinese, as most texts are: nothing to clean. */
const PLAIN = /^[\t\n\u0020-\u007e\u3000-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;

/**
 * Text safe to store and show: no control characters but tab and newline (Postgres refuses NUL, terminals obey ESC),
 * CRLF becomes newline, lone surrogates become U+FFFD, and no character carries more than 8 combining marks.
 */
export function cleanText(text: string): string {
  if (PLAIN.test(text)) return text;
  return (
    text
      .toWellFormed()
      .replace(/\r\n?/g, '\n')
      // biome-ignore lint/suspicious/noControlCharactersInRegex: removing them is the point
      .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
      .replace(/(\p{M}{8})\p{M}+/gu, '$1')
  );
}

/** What makes a text read otherwise than it is written (UAX #9): embeddings, overrides, isolates. */
const OVERRIDES = /[\u202a-\u202e\u2066-\u2069]/g;

/** A text that is shown in the order in which it is written: what a program wants done is seen before it is. */
export const asWritten = (text: string): string => text.replace(OVERRIDES, '');

/** Signs nobody sees, in the middle of words or around them: soft hyphens, blanks of no width, marks of direction (UAX #9). */
const UNSEEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]/g;
/** Selectors of a form, and tags: of an emoji they say how it looks. */
const SELECTORS = /[\ufe00-\ufe0f]|[\u{e0000}-\u{e0fff}]/gu;
/** Joiners only behind letters that do without them: an emoji, Persian and Hindi words are made with theirs. */
const JOINED = /(?<=[0-9a-z\u00c0-\u058f\u1e00-\u1fff\u3040-\u9fff\uac00-\ud7af])(?:\u200c|\u200d)+/giu;

/** A text as it is kept, without the signs nobody sees: numbers have them that are copied from a phone or a chat. */
export const visible = (text: string): string => text.replace(UNSEEN, '');

/** A text as it is compared: how an emoji looks makes no difference either. */
export const withoutUnseen = (text: string): string => visible(text).replace(SELECTORS, '').replace(JOINED, '');

/** Words that are clean as they are, one blank between them: letters and signs of ASCII, and Chinese characters, each a grapheme. */
const CLEAN = /^[!-~\u4e00-\u9fff]+(?: [!-~\u4e00-\u9fff]+)*$/;

/** A person's name on one line: cleaned, no direction controls, NFC, single spaces, at most `limit` graphemes. May be ''. */
export function cleanName(name: string, limit = 100): string {
  if (name.length <= limit && CLEAN.test(name)) return name;
  const line = visible(cleanText(name)).replace(/\s+/g, ' ').trim();
  return truncate(line.normalize('NFC'), limit);
}

// RFC 5321 4.1.2 Dot-string (no quoted strings), 4.5.3.1 sizes; RFC 1035 labels.
const localPart = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const label = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/**
 * One mail address as the key we compare by: trimmed, lower-cased, domain in ASCII (xn--). Undefined when it is anything but a
 * plain `local@domain.tld`: spaces, line breaks, quotes, comments, display names, IP literals, a local part outside ASCII.
 */
export function normaliseEmail(text: string): string | undefined {
  const address = asTyped(text).replace('＠', '@').toLowerCase();
  const at = address.lastIndexOf('@');
  const local = address.slice(0, Math.max(at, 0));
  if (address.length > 320 || local.length > 64 || !localPart.test(local)) return undefined;
  const domain = normaliseDomain(address.slice(at + 1));
  if (domain === undefined || local.length + 1 + domain.length > 254) return undefined;
  return `${local}@${domain}`;
}

/** Without what makes no difference to an address: characters nobody sees, needless quotes round the local part, the dot of the root. */
const asTyped = (text: string): string =>
  visible(text)
    .trim()
    .replace(/^"([^"\\\s]{1,64})"(?=[@＠])/u, '$1')
    .replace(/(?<=[\p{L}\p{N}])\.$/u, '');

function normaliseDomain(text: string): string | undefined {
  // domainToASCII follows the URL rules, which forgive more than a mail address may hold.
  if (!/^[\p{L}\p{N}\p{M}.。-]+$/u.test(text)) return undefined;
  const labels = domainToASCII(text).split('.');
  const wellFormed = labels.length >= 2 && labels.every((part) => label.test(part));
  return wellFormed && !/^\d+$/.test(labels.at(-1)!) ? labels.join('.') : undefined;
}
