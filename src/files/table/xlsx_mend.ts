import type { Unzipped } from '../unzip.ts';
import { zipOf } from '../zip.ts';

/**
 * What ECMA-376 allows and the library reads wrongly: a character above U+FFFF written by its number (it keeps the last 16
 * bits of it), and a cell that does not say its place (it stands behind the one before).
 */
const SHEET = /^xl\/worksheets\/[^/]+\.xml$/;
const TEXTS = /^xl\/(?:worksheets\/[^/]+|sharedStrings)\.xml$/;
const REFERENCE = /&#(?:x([0-9a-f]{1,8})|(\d{1,10}));/gi;
const HIGH = /&#(?:x0{0,3}(?:[1-9a-f]|10)[0-9a-f]{4}|0{0,3}[1-9]\d{4,6});/i;
const TAG = /<((?:[\w.-]{1,40}:)?)(row|c)(?=[\s/>])([^<>]*)>/g;
const PLACE = /(?:^|\s)r\s{0,20}=\s{0,20}["']([A-Z]{0,3})(\d{1,7})["']/;
const UNPLACED = /<(?:[\w.-]{1,40}:)?c(?=[\s/>])(?![^<>]{0,2000}\sr\s{0,20}=)/;
/** A tag that begins in one piece may end in the next. */
const OVERLAP = 2048;

/** The same workbook as the library reads it rightly; undefined: it does so already. */
export async function mended(zip: Unzipped): Promise<Buffer | undefined> {
  const wrong = new Set<string>();
  for (const name of zip.entries.keys()) if (TEXTS.test(name) && (await isWrong(zip, name))) wrong.add(name);
  if (wrong.size === 0) return undefined;
  const pieces: Buffer[] = [];
  for await (const piece of zipOf(entriesOf(zip, wrong))) pieces.push(piece);
  return Buffer.concat(pieces);
}

async function isWrong(zip: Unzipped, name: string): Promise<boolean> {
  let before = '';
  for await (const piece of zip.read(name)) {
    const text = before + piece.toString('latin1');
    if (HIGH.test(text) || (SHEET.test(name) && UNPLACED.test(text.slice(0, endOfTags(text))))) return true;
    before = text.slice(-OVERLAP);
  }
  return false;
}

/** What is behind it may be half a tag. */
const endOfTags = (text: string): number => text.lastIndexOf('>') + 1;

async function* entriesOf(zip: Unzipped, wrong: ReadonlySet<string>) {
  for (const name of zip.entries.keys())
    yield { name, pieces: wrong.has(name) ? mendedText(zip, name) : zip.read(name) };
}

async function* mendedText(zip: Unzipped, name: string): AsyncGenerator<string> {
  const pieces: Buffer[] = [];
  for await (const piece of zip.read(name)) pieces.push(piece);
  const text = Buffer.concat(pieces).toString('utf8').replace(REFERENCE, characterOf);
  yield SHEET.test(name) ? placed(text) : text;
}

/** The others are the library's: & and < are markup where they stand as they are. */
function characterOf(reference: string, hex: string | undefined, decimal: string | undefined): string {
  const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
  return code > 0xffff && code <= 0x10ffff ? String.fromCodePoint(code) : reference;
}

/** Gives each cell its place. */
function placed(text: string): string {
  let [row, column] = [0, 0];
  return text.replace(TAG, (tag, prefix: string, name: string, attributes: string) => {
    const [, letters = '', digits] = PLACE.exec(attributes) ?? [];
    if (name === 'row') [row, column] = [digits ? Number(digits) : row + 1, 0];
    else if (letters && digits) [row, column] = [Number(digits), columnNumber(letters)];
    else {
      column += 1;
      return `<${prefix}c r="${lettersOf(column)}${row}"${attributes}>`;
    }
    return tag;
  });
}

/** 'A' is 1, 'XFD' 16384. */
export const columnNumber = (letters: string): number =>
  [...letters].reduce((sum, one) => 26 * sum + one.charCodeAt(0) - 64, 0);

const lettersOf = (column: number): string =>
  column === 0 ? '' : lettersOf(Math.floor((column - 1) / 26)) + String.fromCharCode(65 + ((column - 1) % 26));
