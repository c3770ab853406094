import type { Sql } from '../../../db/sql.ts';
import { type Entry, zipOf } from '../../../files/zip.ts';
import { csv } from '../../../text/csv.ts';
import type { Texts } from '../../../text/texts.ts';
import { labelOf, loadFields } from '../../people/fields/field.ts';
import { jsonValue } from '../../people/fields/value.ts';
import { cellsOf, contactRows } from './contacts.ts';
import { columnsOf, NOUNS, type Noun, rowsOf } from './noun.ts';

/** All that we know, as a zip with a table and the same as JSON for each noun, and a note on what they hold. */
export function exportAll(sql: Sql, t: Texts): AsyncGenerator<Buffer> {
  const each = NOUNS.flatMap((noun): Entry[] => [
    { name: `${noun.file}.csv`, pieces: asCsv(sql, noun) },
    { name: `${noun.file}.json`, pieces: asJson(sql, noun) },
  ]);
  return zipOf([
    { name: 'README.txt', pieces: noteOn(sql, t) },
    { name: 'contacts.csv', pieces: contactsAsCsv(sql, t) },
    { name: 'contacts.json', pieces: contactsAsJson(sql, t) },
    ...each,
  ]);
}

async function* noteOn(sql: Sql, t: Texts): AsyncGenerator<string> {
  const { note, files, columns } = t.exportAll;
  yield `\ufeff${note}\n\ncontacts — ${files.contacts}\n  ${columns.join(', ')}\n`;
  for (const noun of NOUNS)
    yield `\n${noun.file} — ${files[noun.file as keyof typeof files]}\n  ${(await columnsOf(sql, noun)).join(', ')}\n`;
}

/** Only the first piece of a file begins with the mark of its charset. */
const lines = (rows: readonly (readonly string[])[]): string => csv(rows).toString().slice(1);

async function* contactsAsCsv(sql: Sql, t: Texts): AsyncGenerator<string> {
  const fields = await loadFields(sql);
  yield csv([[...t.exportAll.columns, ...fields.map((field) => labelOf(t, field))]]).toString();
  for await (const rows of contactRows(sql)) yield lines(rows.map((row) => cellsOf(row, fields)));
}

async function* asCsv(sql: Sql, noun: Noun): AsyncGenerator<string> {
  const columns = await columnsOf(sql, noun);
  yield csv([columns]).toString();
  for await (const rows of rowsOf(sql, noun))
    yield lines(rows.map((row) => columns.map((column) => cell(row[column]))));
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

async function* contactsAsJson(sql: Sql, t: Texts): AsyncGenerator<string> {
  const fields = await loadFields(sql);
  const named = (has: Record<string, string>) =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const value = has[field.id];
        return value === undefined ? [] : [[labelOf(t, field), jsonValue(field, value)]];
      }),
    );
  yield* array(contactRows(sql), (key, value) => (key === 'fields' ? named(value as Record<string, string>) : value));
}

async function* asJson(sql: Sql, noun: Noun): AsyncGenerator<string> {
  const left = noun.without ?? [];
  yield* array(rowsOf(sql, noun), (key, value) => (left.includes(key) ? undefined : value));
}

async function* array(
  batches: AsyncIterable<readonly object[]>,
  replacer?: (key: string, value: unknown) => unknown,
): AsyncGenerator<string> {
  let before = '[\n';
  for await (const rows of batches) {
    yield before + rows.map((row) => JSON.stringify(row, replacer)).join(',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
