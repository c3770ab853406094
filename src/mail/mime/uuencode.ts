const BEGIN = /^begin (?:-?base64 )?[0-7]{3,4} +(\S.{0,200}?)\s*$/;

/** A text that has uuencoded files in it (POSIX uuencode). */
export interface Uuencoded {
  /** The text without the files. */
  text: string;
  files: { name: string; encoded: string }[];
}

/** Undefined if there is no file. A `begin` whose lines have the wrong lengths stays text. */
export function findUuencoded(text: string): Uuencoded | undefined {
  if (!/^begin /m.test(text)) return undefined;
  const lines = text.split(/\r?\n/);
  const kept: string[] = [];
  const files: Uuencoded['files'] = [];
  for (let at = 0; at < lines.length; at++) {
    const name = BEGIN.exec(lines[at]!)?.[1];
    const end = name === undefined ? -1 : endOf(lines, at + 1);
    if (name === undefined || end < 0) kept.push(lines[at]!);
    else {
      files.push({ name, encoded: lines.slice(at + 1, end).join('\n') });
      at = end;
    }
  }
  return files.length > 0 ? { text: kept.join('\n'), files } : undefined;
}

/** The `end` line of the file whose lines begin at `from`; -1 if a line before it is not one of a file. */
function endOf(lines: readonly string[], from: number): number {
  for (let at = from; at < lines.length; at++) {
    if (lines[at]!.trim() === 'end') return at;
    if (!isData(lines[at]!.trimEnd())) return -1;
  }
  return -1;
}

/**
 * Whether a line is one of a file: its first character counts its bytes; blanks at its end may have been lost on the
 * way.
 */
function isData(line: string): boolean {
  if (!/^[ -`]{0,87}$/.test(line)) return false;
  return line.length - 1 <= Math.ceil(bytesIn(line) / 3) * 4 + 2;
}

function bytesIn(line: string): number {
  return line === '' ? 0 : (line.charCodeAt(0) - 0x20) & 0x3f;
}

/** The bytes of a file's lines, with or without `begin` and `end` around them. */
export function decodeUuencoded(text: string): Buffer {
  const lines = text.split(/\r?\n/).filter((line) => !BEGIN.test(line) && line.trim() !== 'end');
  return Buffer.concat(lines.filter((line) => isData(line.trimEnd())).map(decodeLine));
}

function decodeLine(line: string): Buffer {
  const size = bytesIn(line);
  const data = line.slice(1).padEnd(Math.ceil(size / 3) * 4, ' ');
  const bytes = Buffer.alloc(Math.ceil(size / 3) * 3);
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b, c, d] = [0, 1, 2, 3].map((nth) => (data.charCodeAt((at / 3) * 4 + nth) - 0x20) & 0x3f) as Quad;
    bytes.writeUIntBE((a << 18) | (b << 12) | (c << 6) | d, at, 3);
  }
  return bytes.subarray(0, size);
}

type Quad = [number, number, number, number];
