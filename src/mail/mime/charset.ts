import iconv from 'iconv-lite';
import { type Guessable, guessCharset, lostIn } from '../../text/charset/guess.ts';
import { head } from '../../text/cut.ts';
import { wholePieces } from './charset_switch.ts';
import { switched } from './switched_text.ts';

/**
 * Labels that say nothing: senders put them on text of any kind. Under them, Western text is windows-1252 (WHATWG
 * Encoding, 4.2).
 */
const VAGUE =
  /^((us-?)?ascii|ansi(_?x3\.4-19\d\d)?|iso-?8859-?1|iso_8859-1(:1987)?|l(atin-?)?1|(windows-?|cp-?|ibm-?)1252|default|none|null|unknown(-?8bit)?|user-defined|8bit|7bit|binary)?$/;

/** Those among them that name the charset: text is believed to be in it, unless what it would be then is no text. */
const LATIN_1 = /^(iso[-_]?8859-?1(:1987)?|l(atin-?)?1|(windows-?|cp-?|ibm-?)1252)$/;

/** Labels that are another name for a charset, or stand for the larger charset that is really sent under them. */
const ALIASES: readonly (readonly [RegExp, string])[] = [
  [/^(utf-?8.*|unicode-1-1-utf-8|cp65001)$/, 'utf-8'],
  [/^(unicode-1-1-)?utf-?7$/, 'utf-7'],
  // every mail program means GB18030 when it names one of its subsets
  [/^((cs)?gb_?-?(2312|k|18030).*|(cp|ms|windows-?|ibm)936|euc-?cn|chinese|csiso58gb231280|iso-ir-58)$/, 'gb18030'],
  [/^(hz|hz-gb-?2312)$/, 'hz'],
  [/^(cn-)?(cs)?big-?5.*$|^(cp|ms|windows-?)950$/, 'big5-hkscs'],
  [/^(cs)?(shift|s)[-_]?jis.*$|^(ms_kanji|csshiftjis|windows-31j|cp-?(932|943)c?)$/, 'shift_jis'],
  [/^(cs)?euc-?jp.*$|^(cp51932|ujis|csEUCPkdFmtJapanese)$/i, 'euc-jp'],
  [/^(cs)?(ks_?c|ksc|euc-?kr|uhc|korean|(cp|ms|windows-)949).*$/, 'cp949'],
  [/^(cs)?iso-?2022-?jp.*$/, 'iso-2022-jp'],
  [/^(cs)?iso-?2022-?kr$/, 'iso-2022-kr'],
  // text labelled with the standard is written in Microsoft's larger set, and browsers read it so as well
  [/^(iso-?8859-?9|latin-?5)$/, 'windows-1254'],
  [/^(iso-?8859-?11|tis-?620)$/, 'windows-874'],
  [/^iso-?8859-?8.*$/, 'windows-1255'],
];

/** These charsets switch as they go, so each piece is read from its own beginning. */
const ESCAPE = 0x1b;
const STATEFUL = /^(iso-2022-|hz|utf-7)/;

const nameOf = (label: string): string =>
  head(label, 60)
    .trim()
    .toLowerCase()
    .replace(/^charset=/, '')
    .replace(/^["']+|["']+$/g, '')
    .replace(/^x-(?=.)/, '')
    .trim();

/** The one name of a charset; '' if the label says nothing or names an unknown one. */
export function charsetOf(label: string): string {
  const name = nameOf(label);
  if (VAGUE.test(name)) return '';
  const alias = ALIASES.find(([pattern]) => pattern.test(name))?.[1];
  return alias ?? (iconv.encodingExists(name) && !/^(base64|hex|internal)$/.test(name) ? name : '');
}

/**
 * Text of a mail part. What its label says counts first, then what the rest of the mail is written in (`own`, a label), then the bytes
 * themselves. Bytes that are valid UTF-8 with Chinese in it are UTF-8 whatever the label says: by chance that does not happen.
 * What switches charsets as it goes tells so itself, whatever the label (`switched`). Decoded by iconv-lite, not by TextDecoder: Node 20 reads 0x80–0x9F of windows-1252 as control characters, so every € was lost there.
 */
export function decodeText(bytes: Uint8Array, label = '', own = ''): string {
  const charset = charsetOf(label);
  // eight-bit bytes and no escape at all: the label belongs to another charset
  const isMislabelled = /^iso-2022-/.test(charset) && !bytes.includes(ESCAPE) && !isAscii(bytes);
  if (isMislabelled) return decodeText(bytes, '', own);
  if (STATEFUL.test(charset)) return decodeAs(bytes, charset);
  return switched(isAscii(bytes) ? latin1(bytes) : decodeEightBits(bytes, label, own));
}

function decodeEightBits(bytes: Uint8Array, label: string, own: string): string {
  const charset = charsetOf(label);
  const utf8 = asUtf8(bytes) ?? asUtf8(withoutSurrogates(bytes));
  if (utf8 !== undefined && (charset === '' || charset === 'utf-8' || isHardlyChance(utf8))) return utf8;
  if (charset !== '' && charset !== 'utf-8') return decodeAs(bytes, charset);
  return mixedUtf8(bytes, charset === 'utf-8') ?? brokenUtf8(bytes) ?? guess(bytes, label, own);
}

/**
 * Decodes neighbouring pieces with the same label: they are usually cut anywhere, even within a character. With a
 * charset that switches each piece should be whole; one that is not is read together with the next.
 */
export function decodePieces(pieces: readonly Uint8Array[], label: string): string {
  const joined = decodeText(Buffer.concat(pieces), label);
  const charset = charsetOf(label);
  if (pieces.length === 1 || charset === '') return joined;
  const whole = STATEFUL.test(charset) ? wholePieces(pieces, charset) : pieces;
  const apart = whole.map((piece) => decodeText(piece, label)).join('');
  const margin = STATEFUL.test(charset) ? 0 : 1;
  return lostIn(apart) + margin <= lostIn(joined) ? apart : joined;
}

function guess(bytes: Uint8Array, label: string, own: string): string {
  const said = label.trim() === '' ? own : label;
  const western = LATIN_1.test(nameOf(said))
    ? 'named'
    : label.trim() === '' || charsetOf(label) !== ''
      ? undefined
      : 'vague';
  const hint = charsetOf(own);
  if (hint && hint !== 'utf-8' && !STATEFUL.test(hint)) {
    const text = decodeAs(bytes, hint);
    if (lostIn(text) === 0) return text;
  }
  return decodeAs(bytes, guessCharset(bytes, decodeAs, { western }));
}

/** UTF-8 with a few broken characters (cut by a gateway) stays UTF-8, and so does text that was cut at its end. */
function brokenUtf8(bytes: Uint8Array): string | undefined {
  const text = decodeAs(bytes, 'utf-8');
  const whole = text.replace(/\ufffd{1,3}$/, '');
  const foreign = whole.match(/[^\0-\x7f]/g)?.length ?? 0;
  return foreign > 0 && lostIn(whole) * 5 <= foreign ? text : undefined;
}

const UTF8_TWO = /[\xc2-\xc9\xcd-\xd1\xd7-\xdb][\x80-\xbf]/.source;
const UTF8_MORE =
  /\xe0[\xa0-\xbf][\x80-\xbf]|[\xe1-\xec\xee\xef][\x80-\xbf]{2}|\xed[\x80-\x9f][\x80-\xbf]|[\xf0-\xf4][\x80-\xbf]{3}/
    .source;
/** A character of the alphabets that people write mails in. */
const UTF8_CHARACTER = new RegExp(`${UTF8_TWO}|${UTF8_MORE}`, 'g');
/**
 * The pieces of such text: sound characters, the rest of a character that was cut (or the first byte of one at the very
 * end), and everything else.
 */
const PIECE = new RegExp(
  `((?:${UTF8_TWO}|${UTF8_MORE})+)|([\\xc2\\xc3\\xce-\\xd1](?![A-Za-z\\x80-\\xff])|[\\xe2-\\xef][\\x80-\\xbf](?![\\x80-\\xbf])|[\\xf0-\\xf4][\\x80-\\xbf]{1,2}(?![\\x80-\\xbf])|(?<=[\\xe3-\\xed][\\x80-\\xbf]{2})[\\xe3-\\xf4]$)|[\\0-\\x7f]+|[\\x80-\\xff]`,
  'g',
);

/**
 * UTF-8 mixed with pieces of windows-1252, as programs paste them together: mostly sound characters, the rest decoded
 * byte by byte.
 */
function mixedUtf8(bytes: Uint8Array, declared: boolean): string | undefined {
  const text = latin1(bytes);
  if (!isMostlyUtf8(text, declared)) return undefined;
  return text.replace(PIECE, (piece: string, sound?: string, cut?: string) => {
    if (cut !== undefined) return '\ufffd';
    return decodeAs(Buffer.from(piece, 'latin1'), sound === undefined ? 'windows-1252' : 'utf-8');
  });
}

/**
 * Whether nearly all bytes over 127 spell UTF-8. Words in which all of them do count most: in other charsets hardly any
 * word comes out so. If UTF-8 is declared, one character in a sound word makes up for four stray bytes.
 */
function isMostlyUtf8(text: string, declared: boolean): boolean {
  const words = text.match(/[\x80-\xff]+/g) ?? [];
  const size = (parts: readonly string[]) => parts.reduce((sum, part) => sum + part.length, 0);
  const sound = text.match(UTF8_CHARACTER) ?? [];
  const strays = size(words) - size(sound);
  if (sound.filter((character) => character.length > 2).length >= 2 && size(sound) >= strays * 2) return true;
  if (sound.length >= 3 && size(sound) >= strays * 4) return true;
  const whole = size(words.filter((word) => size(word.match(UTF8_CHARACTER) ?? []) === word.length));
  if (!declared) return whole >= 4 && whole >= strays * 2;
  // in Asian charsets a character has two bytes
  const isPaired = words.every((word) => word.length % 2 === 0);
  return (whole > 0 && whole * 2 >= strays) || (strays <= 3 && size(sound) >= (isPaired ? strays * 2 : strays));
}

/**
 * Two characters of three bytes (Han, kana, full-width marks), or a good many of two: no other charset spells these by
 * chance.
 */
function isHardlyChance(text: string): boolean {
  const start = head(text, 20_000);
  return /[\u2e80-\uffee][\s\S]*?[\u2e80-\uffee]/.test(start) || (start.match(/[\u0080-\u07ff]/g)?.length ?? 0) >= 8;
}

function decodeAs(bytes: Uint8Array, charset: Guessable | string): string {
  if (charset === 'iso-2022-jp') return decodeIso2022Jp(bytes);
  if (charset === 'iso-2022-kr') return decodeIso2022Kr(bytes);
  if (charset === 'hz') return decodeHz(bytes);
  return iconv.decode(bytes, charset);
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true });

function asUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * CESU-8 (UTR 26), which old databases and Java write: characters beyond U+FFFF as two surrogates of three bytes each.
 */
function withoutSurrogates(bytes: Uint8Array): Uint8Array {
  if (!bytes.includes(0xed)) return bytes;
  const repaired = latin1(bytes).replace(
    /\xed([\xa0-\xaf])([\x80-\xbf])\xed([\xb0-\xbf])([\x80-\xbf])/g,
    (...groups: string[]) => {
      const [first, second, third, fourth] = groups.slice(1, 5).map((group) => group.charCodeAt(0)) as Quad;
      const pair = [0xd000 | ((first & 0x3f) << 6) | (second & 0x3f), 0xd000 | ((third & 0x3f) << 6) | (fourth & 0x3f)];
      return Buffer.from(String.fromCharCode(...pair)).toString('latin1');
    },
  );
  return Buffer.from(repaired, 'latin1');
}

type Quad = [number, number, number, number];

function isAscii(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte < 0x80);
}

/**
 * What an escape sequence of ISO-2022-JP (RFC 1468 and its successors) switches to, expressed as how EUC-JP marks the
 * same bytes.
 */
const JAPANESE_SETS: readonly (readonly [string, 'ascii' | 'kana' | 'two' | 'three'])[] = [
  ['(B', 'ascii'],
  ['(J', 'ascii'],
  ['(I', 'kana'],
  ['$@', 'two'],
  ['$B', 'two'],
  ['$(B', 'two'],
  ['$(D', 'three'],
];

function decodeIso2022Jp(bytes: Uint8Array): string {
  const [first = '', ...runs] = latin1(bytes).split('\x1b');
  const raw = runs.map((run) => {
    const [mark, set] = JAPANESE_SETS.find(([sequence]) => run.startsWith(sequence)) ?? ['', 'ascii'];
    const letters = run.slice(mark.length);
    if (set === 'ascii') return letters;
    // a line break ends the set (RFC 1468), whether or not the sender wrote the escape
    const [line = '', ...rest] = letters.split(/(?=[\r\n])/);
    return eucJp(line, set) + rest.join('');
  });
  return iconv.decode(Buffer.from(first + raw.join(''), 'latin1'), 'euc-jp');
}

function eucJp(letters: string, set: 'kana' | 'two' | 'three'): string {
  const size = set === 'kana' ? 1 : 2;
  const mark = { kana: '\x8e', two: '', three: '\x8f' }[set];
  const whole = letters.slice(0, letters.length - (letters.length % size));
  return (
    whole.replace(size === 1 ? /[!-~]/g : /[!-~]{2}/g, (pair) => mark + high(pair)) + '?'.repeat(letters.length % size)
  );
}

/** RFC 1557: KS C 5601 in seven bits between SO and SI. */
function decodeIso2022Kr(bytes: Uint8Array): string {
  const [first = '', ...runs] = latin1(bytes).replaceAll('\x1b$)C', '').split('\x0e');
  const eight = runs.map((run) => {
    const [letters = '', ...after] = run.split('\x0f');
    return high(letters) + after.join('');
  });
  return iconv.decode(Buffer.from(first + eight.join(''), 'latin1'), 'cp949');
}

/** RFC 1843: GB2312 in seven bits between ~{ and ~}. */
function decodeHz(bytes: Uint8Array): string {
  const text = latin1(bytes).replace(/~\r?\n/g, '');
  const eight = text.replace(/~\{((?:[!-}][!-~]|[^!-~])*[!-}]?)(?:~\}|$)/g, (_, run: string) => high(run));
  return iconv.decode(Buffer.from(eight.replaceAll('~~', '~'), 'latin1'), 'gb18030');
}

function high(letters: string): string {
  return letters.replace(/[!-~]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) | 0x80));
}

function latin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}
