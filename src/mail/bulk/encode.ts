const SOFT_BREAK = '=\r\n';
const LONGEST_LINE = 76;
/** RFC 2045, 6.7: with the `=` of a soft break a line has at most 76 characters. */
const LINE = 75;
const DOT = 0x2e;
const HEX = Array.from({ length: 256 }, (_, byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`);

/**
 * Words as quoted-printable (RFC 2045, 6.7); the last line has no end. Beyond what must be encoded, runs of blanks and
 * tabs are too: so the text is its own relaxed canonical form (RFC 6376, 3.4.4) and is signed as it stands. So are dots
 * at the beginning of lines: none has to be doubled on its way (RFC 5321, 4.5.2).
 * @param words with `\n` at line ends
 */
export function quotedPrintable(words: string): string {
  const lines = words.split('\n');
  for (let nth = 0; nth < lines.length; nth++) lines[nth] = softly(lines[nth]!);
  return lines.join('\r\n');
}

/** Words that stand within a line that others begin and end: they get lines of their own, joined by soft breaks. */
export function quotedPrintableWithin(words: string): string {
  const encoded = quotedPrintable(words);
  return encoded === '' ? '' : `${encoded}${SOFT_BREAK}`;
}

const PLAIN = /^[!-<>-~]*(?: [!-<>-~]+)*$/;
const SPECIAL = /[^ -<>-~]+|(?<= ) | $|=/g;

function softly(line: string): string {
  const encoded = PLAIN.test(line) ? line : line.replace(SPECIAL, quoted);
  let broken = '';
  let at = 0;
  for (;;) {
    const dot = encoded.charCodeAt(at) === DOT;
    const room = dot ? LINE - 2 : LINE;
    const isLast = encoded.length - at <= room + 1;
    const end = isLast ? encoded.length : uncut(encoded, at + room);
    broken += dot ? `=2E${encoded.slice(at + 1, end)}` : encoded.slice(at, end);
    if (isLast) return broken;
    broken += SOFT_BREAK;
    at = end;
  }
}

/** Where a line may end at the latest without parting an escape. */
function uncut(encoded: string, end: number): number {
  if (encoded.charCodeAt(end - 1) === 0x3d) return end - 1;
  return encoded.charCodeAt(end - 2) === 0x3d ? end - 2 : end;
}

function quoted(words: string): string {
  if (words === '=') return '=3D';
  if (words === ' ') return '=20';
  let encoded = '';
  for (const byte of Buffer.from(words)) encoded += HEX[byte]!;
  return encoded;
}

/** Bytes as base64 in lines of 76 characters; the last line has no end. */
export function base64Lines(bytes: Buffer): string {
  const all = bytes.toString('base64');
  let lines = '';
  for (let at = 0; at < all.length; at += LONGEST_LINE) {
    if (at > 0) lines += '\r\n';
    lines += all.slice(at, at + LONGEST_LINE);
  }
  return lines;
}

/** Whether so much of it is beyond ASCII that base64 is the shorter and, for a spam filter, the usual form. */
export function isMostlyForeign(words: string): boolean {
  const bytes = Buffer.byteLength(words);
  return (bytes - words.length) * 8 > bytes; // each Chinese character has two bytes more than it has units
}

/** Line ends as `\n`, whatever they were. */
export function plainLineEnds(words: string): string {
  return words.includes('\r') ? words.replace(/\r\n?/g, '\n') : words;
}
