import type { Unzipped } from '../unzip.ts';
import { MOST_COLUMNS, UnreadableTable } from './table.ts';
import { columnNumber } from './xlsx_mend.ts';

/** What is read is a table from the first cell to the last: one cell far out would take all the memory there is. */
const MOST_CELLS = 20_000_000;
/** The last cell of a sheet is XFD1048576 (ECMA-376, part 1, 18.3.1.73; Excel's limits). */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 16_384;

/** The library finds a sheet wherever the workbook says it lies, and unpacks what is called so. */
const READ = /\.xml(?:\.rels)?$/;
/** A row or a cell, under whatever prefix; the parts of a tag that may hold any character are only those in quotes. */
const BEGIN = /^(?:[^\s<>/]*:)?(row|c)(?=[\s/>])/;
/** Another tag, whose name has ended. */
const OTHER = /^<(?!(?:[^\s<>/]*:)?(?:row|c)[\s/>])[^\s<>/]*[\s/>]/;
const ATTRIBUTE = /\s*([^\s<>/="']+)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y;
const END = /\s*(\/?)>/y;
const PLACE = { row: /^()(\d{1,7})$/, c: /^([A-Z]{1,3})(\d{1,7})$/ };
/** No program writes a longer tag; the longest has a dozen attributes. */
const LONGEST_TAG = 64 * 1024;

interface Extent {
  width: number;
  height: number;
}

/**
 * Refuses a workbook by the places of its cells, before the library sees it: that makes an array up to the place that a cell
 * names, and one that grows beyond V8's largest ends the whole process, whichever thread it is in. So each row and cell must
 * name a place that a sheet has, in capital letters and digits; what is written otherwise is no table.
 * @throws UnreadableTable 'too_wide', 'too_long' or 'not_a_table'
 */
export async function refuseVast(zip: Unzipped): Promise<void> {
  for (const name of zip.entries.keys()) {
    if (!READ.test(name)) continue;
    const { width, height } = await extentOf(zip.read(name));
    if (width > MOST_COLUMNS) throw new UnreadableTable('too_wide');
    if (width * height > MOST_CELLS) throw new UnreadableTable('too_long');
  }
}

async function extentOf(pieces: AsyncIterable<Buffer>): Promise<Extent> {
  const extent = { width: 0, height: 0 };
  let rest = '';
  try {
    for await (const piece of pieces) {
      const text = rest + piece.toString('latin1');
      const last = text.lastIndexOf('<');
      rest = last < 0 ? '' : text.slice(last);
      if (rest.length > LONGEST_TAG && OTHER.test(rest)) rest = '';
      if (rest.length > LONGEST_TAG) throw new UnreadableTable('not_a_table');
      measure(last < 0 ? '' : text.slice(0, last), extent, text.startsWith('</', last));
    }
    measure(rest, extent, false);
  } catch (cause) {
    throw cause instanceof UnreadableTable ? cause : new UnreadableTable('not_a_table', { cause });
  }
  return extent;
}

/** `endsBehind`: whether the end of an element follows. */
function measure(text: string, extent: Extent, endsBehind: boolean): void {
  const parts = text.split('<').slice(1);
  for (const [at, part] of parts.entries()) {
    const kind = BEGIN.exec(part);
    if (!kind) continue;
    const { places, filled } = placesIn(part, kind[0].length);
    const isEmpty = !filled || (part.endsWith('>') && (parts[at + 1]?.startsWith('/') ?? endsBehind));
    for (const place of places) take(place, kind[1] as keyof typeof PLACE, isEmpty, extent);
  }
}

/** What a tag says of its place, and whether something can be in it. */
function placesIn(part: string, from: number): { places: string[]; filled: boolean } {
  const places: string[] = [];
  let at = from;
  for (;;) {
    ATTRIBUTE.lastIndex = at;
    const [whole = '', name = '', double, single] = ATTRIBUTE.exec(part) ?? [];
    if (whole === '') break;
    at += whole.length;
    if (name === 'r' || (name.endsWith(':r') && name !== 'xmlns:r')) places.push(double ?? single ?? '');
  }
  END.lastIndex = at;
  const end = END.exec(part);
  // a quote that does not end, or a sign that may not stand in a tag: two readers would see two things in it
  if (!end) throw new UnreadableTable('not_a_table');
  return { places, filled: end[1] === '' };
}

function take(place: string, kind: keyof typeof PLACE, isEmpty: boolean, extent: Extent): void {
  const [, letters = '', digits] = PLACE[kind].exec(place) ?? [];
  const [column, row] = [columnNumber(letters), Number(digits)];
  if (!digits || row < 1) throw new UnreadableTable('not_a_table');
  if (column > LAST_COLUMN) throw new UnreadableTable('too_wide');
  if (row > LAST_ROW) throw new UnreadableTable('too_long');
  if (kind === 'row' || isEmpty) return;
  extent.width = Math.max(extent.width, column);
  extent.height = Math.max(extent.height, row);
}
