import type { Sql } from '../../../db/sql.ts';
import { type Entry, zipOf } from '../../../files/zip.ts';
import { type Cell, csv } from '../../../text/csv.ts';
import type { Texts } from '../../../text/texts.ts';
import type { Context } from '../../context.ts';
import { labelOf, loadFields } from '../../people/fields/field.ts';
import { cellsOf, contactRows } from './contacts.ts';
import { type FileRoom, fileEntries, LEFT_OUT_FILES, type LeftOutFile } from './files.ts';
import { FORMAT, knownBy, MANIFEST, type Manifest } from './manifest.ts';
import { noteOn } from './note.ts';
import type { Noun } from './noun.ts';
import { NOUNS } from './nouns.ts';
import { columnsOf, rowsOf, type TableColumn } from './rows.ts';

interface ExportHow extends FileRoom {
  now: Date;
  sha256: Context['sha256'];
}

/** All that we know, as a zip with a table and the same as JSON for each noun, the files we keep, and a note on what they hold. */
export function exportAll(sql: Sql, t: Texts, how: ExportHow): AsyncGenerator<Buffer> {
  return zipOf(entriesOf(sql, t, how));
}

/** Children before their parents: whoever is added meanwhile has all that they are part of in the files behind. */
async function* entriesOf(sql: Sql, t: Texts, how: ExportHow): AsyncGenerator<Entry> {
  const rows: Manifest['rows'] = {};
  const leftOut: LeftOutFile[] = [];
  yield* fileEntries(sql, how, leftOut);
  yield { name: LEFT_OUT_FILES, pieces: leftOutAsCsv(leftOut) };
  for (const noun of [...NOUNS].reverse()) {
    yield { name: `${noun.file}.json`, pieces: counted(asJson(sql, noun), (count) => (rows[noun.file] = count)) };
    yield { name: `${noun.file}.csv`, pieces: noun.table === 'contacts' ? contactsAsCsv(sql, t) : asCsv(sql, noun) };
  }
  yield { name: 'README.txt', pieces: noteOn(sql, t) };
  yield { name: MANIFEST, pieces: manifestOf(sql, how, rows) };
}

async function* manifestOf(sql: Sql, { now, sha256 }: ExportHow, rows: Manifest['rows']): AsyncGenerator<string> {
  const known = await knownBy(sql, sha256);
  const manifest: Manifest = { format: 'solo-crm', version: FORMAT, ...known, madeAt: now.toISOString(), rows };
  yield `${JSON.stringify(manifest, undefined, 2)}\n`;
}

/** Only the first piece of a file begins with the mark of its charset. */
const lines = (rows: readonly (readonly Cell[])[]): string => csv(rows).toString().slice(1);

async function* contactsAsCsv(sql: Sql, t: Texts): AsyncGenerator<string> {
  const fields = await loadFields(sql);
  yield csv([[...t.exportAll.columns, ...fields.map((field) => labelOf(t, field))]]).toString();
  for await (const rows of contactRows(sql)) yield lines(rows.map((row) => cellsOf(row, fields)));
}

async function* leftOutAsCsv(files: readonly LeftOutFile[]): AsyncGenerator<string> {
  yield csv([['message_id', 'name', 'bytes', 'where'], ...files]).toString();
}

async function* asCsv(sql: Sql, noun: Noun): AsyncGenerator<string> {
  const columns = await columnsOf(sql, noun);
  yield csv([columns.map(({ name }) => name)]).toString();
  for await (const rows of rowsOf(sql, noun)) {
    const objects = rows.map((row) => JSON.parse(row) as Record<string, unknown>);
    yield lines(objects.map((row) => columns.map((column) => cellOf(row[column.name], column))));
  }
}

/** The types of columns that hold numbers: they are no formulas, below zero neither. */
const NUMBERS = ['smallint', 'integer', 'bigint', 'numeric', 'real', 'double precision'];

function cellOf(value: unknown, { type }: TableColumn): Cell {
  if (value === null || value === undefined) return '';
  if (NUMBERS.includes(type) && typeof value !== 'object') return { figure: String(value) };
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** A row on each line, so that it can be read line by line. */
async function* asJson(sql: Sql, noun: Noun): AsyncGenerator<{ text: string; rows: number }> {
  let before = '[\n';
  for await (const rows of rowsOf(sql, noun)) {
    yield { text: before + rows.join(',\n'), rows: rows.length };
    before = ',\n';
  }
  yield { text: before === '[\n' ? '[]\n' : '\n]\n', rows: 0 };
}

async function* counted(
  pieces: AsyncIterable<{ text: string; rows: number }>,
  tell: (rows: number) => void,
): AsyncGenerator<string> {
  let count = 0;
  for await (const { text, rows } of pieces) {
    count += rows;
    yield text;
  }
  tell(count);
}
