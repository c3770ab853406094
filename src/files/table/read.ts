import { head } from '../../text/cut.ts';
import { textOf } from './charset.ts';
import { readCsv } from './csv.ts';
import { isHtmlTable, readHtmlTable } from './html.ts';
import { readList } from './list.ts';
import { type Table, UnreadableTable } from './table.ts';
import { isVcard, readVcards } from './vcard/vcard.ts';
import { readXlsx } from './xlsx.ts';

const ZIP = Buffer.from('PK\x03\x04', 'latin1');
const OLD_OFFICE = Buffer.from('d0cf11e0', 'hex');
/** More of these than a text has: a picture or a program. */
const CONTROL = /(?![\t\n\r])\p{Cc}/gu;
const SAMPLE_CHARACTERS = 4000;
/** A few strayed into a name. */
const STRAY_CONTROLS = 4;
/** A name with a number or a mail address beside it. */
const PERSON = /\p{L}[\s:：,，].{0,200}(?:\d{5}|@)|(?:\d{5}|@\S{1,100})\s{1,5}\p{L}/u;
const LINE_READ = 300;
const SAMPLE_ROWS = 50;

/**
 * A file of people as a table, by what its bytes say it is and never by its name. `country` reads the phones of lists.
 * Throws UnreadableTable, and nothing else, whatever the bytes are.
 */
export async function readTable(bytes: Buffer, country: string): Promise<Table> {
  if (bytes.length === 0) throw new UnreadableTable('empty');
  if (bytes.subarray(0, 4).equals(ZIP)) return full(await readXlsx(bytes));
  if (bytes.subarray(0, 4).equals(OLD_OFFICE)) throw new UnreadableTable('old_excel');
  const text = textOf(bytes);
  if (isBinary(text)) throw new UnreadableTable('not_a_table');
  if (isVcard(text)) return full(readVcards(text));
  if (isHtmlTable(text)) return full(await readHtmlTable(text));
  const table = await readCsv(text).catch((cause: unknown) => {
    throw cause instanceof UnreadableTable ? cause : new UnreadableTable('not_a_table', { cause });
  });
  return full(isList(table) ? readList(text, country) : table);
}

function full(table: Table): Table {
  if (table.rows.length === 0) throw new UnreadableTable('empty');
  return table;
}

/** Rows of one cell, or of now one and now another number of cells, are lines that somebody wrote. */
function isList({ rows }: Table): boolean {
  const sample = rows.slice(0, SAMPLE_ROWS);
  const narrow = sample.filter(({ cells }) => cells.length === 1).length;
  return narrow * 2 > sample.length && sample.some(({ cells }) => PERSON.test(head(cells[0] ?? '', LINE_READ)));
}

function isBinary(text: string): boolean {
  const sample = text.substring(0, SAMPLE_CHARACTERS);
  const controls = sample.match(CONTROL)?.length ?? 0;
  return controls > STRAY_CONTROLS && controls * 50 > sample.length;
}
