import { openZip, type Unzipped } from '../unzip.ts';
import { MOST_ROWS, type Table, UnreadableTable } from './table.ts';
import { refuseVast } from './xlsx_extent.ts';
import { mended } from './xlsx_mend.ts';

/** A sheet unpacks to many times its size: no file of ours says more than this. */
const MOST_UNPACKED = 400 * 1024 * 1024;

type Cell = string | number | boolean | Date | null | undefined;

/** The first sheet with anything in it. Dates come as YYYY-MM-DD, numbers as they are shown, never in powers of ten. */
export async function readXlsx(bytes: Buffer): Promise<Table> {
  if (unpackedSize(bytes) > MOST_UNPACKED) throw new UnreadableTable('too_long');
  const whole = await mendedBook(bytes);
  await refuseVast(await opened(whole));
  const { default: readSheets } = await import('read-excel-file/node');
  const sheets = await readSheets(whole).catch((cause: unknown) => {
    throw new UnreadableTable('not_a_table', { cause });
  });
  const full = sheets.find(({ data }) => data.some((row) => row.some((cell) => cell !== null && cell !== '')));
  const data = (full?.data ?? []) as Cell[][];
  // an empty row is left out before it is copied: Excel's last row may hold a stray note
  const rows = data.flatMap((row, at) => {
    const cells = row.some((cell) => cell !== null && cell !== '') ? row.map(asText) : [];
    return cells.some((cell) => cell !== '') ? [{ line: at + 1, cells }] : [];
  });
  if (rows.length > MOST_ROWS) throw new UnreadableTable('too_long');
  return { kind: 'xlsx', header: undefined, rows, faults: [] };
}

function opened(bytes: Buffer): Promise<Unzipped> {
  const file = { size: bytes.length, read: async (at: number, length: number) => bytes.subarray(at, at + length) };
  return openZip(file).catch((cause: unknown) => {
    throw new UnreadableTable('not_a_table', { cause });
  });
}

async function mendedBook(bytes: Buffer): Promise<Buffer> {
  const zip = await opened(bytes);
  const book = await mended(zip).catch((cause: unknown) => {
    throw new UnreadableTable('not_a_table', { cause });
  });
  return book ?? bytes;
}

function asText(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return numberText(cell);
  if (!(cell instanceof Date)) return String(cell).trim();
  if (Number.isNaN(cell.getTime())) return '';
  // a time is a part of a day: 00:30 comes out a thousandth of a second short
  const [day = '', time = ''] = new Date(Math.round(cell.getTime() / 1000) * 1000).toISOString().split('T');
  return time.startsWith('00:00:00') ? day : `${day} ${time.substring(0, 5)}`;
}

/** A phone kept as a number has all its digits up to 2^53; beyond that they are lost, and the power of ten says so. */
function numberText(value: number): string {
  return Number.isInteger(value) && Number.isSafeInteger(value) ? BigInt(value).toString() : String(value);
}

const ENTRY = Buffer.from('PK\x01\x02', 'latin1');
const SIZE_AT = 24;

/** What the directory of a zip says its entries unpack to, in bytes. */
function unpackedSize(bytes: Buffer): number {
  let size = 0;
  for (let at = bytes.indexOf(ENTRY); at >= 0; at = bytes.indexOf(ENTRY, at + 4))
    if (at + SIZE_AT + 4 <= bytes.length) size += bytes.readUInt32LE(at + SIZE_AT);
  return size;
}
