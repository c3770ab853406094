import type { Options } from 'csv-parse';
import { MOST_COLUMNS, MOST_ROWS, type Table, type TableFault, type TableRow, UnreadableTable } from './table.ts';

const DELIMITERS = [',', ';', '\t', '|', '，', '；'] as const;
/** How much is looked at to see what parts the cells. */
const SAMPLE_CHARACTERS = 20_000;
const SAMPLE_ROWS = 50;

/** The rows of a text whose cells are parted by whatever parts them most evenly. Never throws for what the text says. */
export async function readCsv(text: string): Promise<Table> {
  const { parse } = await import('csv-parse/sync');
  const said = /^(?:\ufeff)?"?sep=(.)"?\r?\n/u.exec(text);
  const body = said ? text.slice(said[0].length) : text;
  const delimiter = said?.[1] ?? delimiterOf(body);
  const skipped = said ? 1 : 0;
  const read = (quote: '"' | false) => rowsOf(parse, body, { delimiter, quote }, skipped);
  try {
    return { kind: 'csv', header: undefined, ...read('"') };
  } catch (error) {
    const line = openQuote(error);
    if (line === undefined) throw error;
    // one that is never closed would swallow all that follows: then quotes mean nothing here
    const { rows, faults } = read(false);
    const bare = rows.map(({ line, cells }) => ({ line, cells: cells.map(withoutQuotes) }));
    return {
      kind: 'csv',
      header: undefined,
      rows: bare,
      faults: [{ line: line + skipped, reason: 'quote' }, ...faults],
    };
  }
}

type Parse = typeof import('csv-parse/sync').parse;

function rowsOf(
  parse: Parse,
  text: string,
  { delimiter, quote }: { delimiter: string; quote: '"' | false },
  skipped: number,
): Pick<Table, 'rows' | 'faults'> {
  const rows: TableRow[] = [];
  const faults: TableFault[] = [];
  const options: Options = {
    ...{ bom: true, delimiter, quote, escape: quote === false ? null : '"' },
    ...{ relax_column_count: true, relax_quotes: true, skip_empty_lines: true },
    record_delimiter: ['\r\n', '\n', '\r'],
    skip_records_with_error: quote === false,
    on_skip: (error) => {
      faults.push({ line: Number(error?.lines ?? 0) + skipped, reason: 'row' });
    },
    on_record: (record: string[], { lines }) => {
      if (record.length > MOST_COLUMNS) throw new UnreadableTable('too_wide');
      if (rows.length >= MOST_ROWS) throw new UnreadableTable('too_long');
      if (record.some((cell) => cell.trim() !== '')) rows.push({ line: lines + skipped, cells: record.map(asText) });
      return null;
    },
  };
  parse(text, options);
  return { rows, faults };
}

/** ="0791" is how a spreadsheet is made to keep figures as text. */
const asText = (cell: string): string => /^\s*="([\s\S]*)"\s*$/u.exec(cell)?.[1]?.replaceAll('""', '"') ?? cell;

/** The line in which a quote was opened that nothing closes. */
function openQuote(error: unknown): number | undefined {
  const { code, lines } = error as { code?: unknown; lines?: unknown };
  return code === 'CSV_QUOTE_NOT_CLOSED' ? Number(lines ?? 0) : undefined;
}

const withoutQuotes = (cell: string): string => cell.replace(/^\s*"|"\s*$/g, '').replaceAll('""', '"');

/** What stands outside of quotes equally often in most rows, and often; a comma where nothing does. */
function delimiterOf(text: string): string {
  const rows = sampleRows(text);
  let best = { delimiter: ',', weight: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = rows.map((row) => row.get(delimiter) ?? 0).filter((count) => count > 0);
    const usual = mostOften(counts);
    const even = counts.filter((count) => count === usual).length;
    const weight = rows.length === 0 ? 0 : (even / rows.length) * (1 + Math.log2(1 + usual) / 4);
    if (usual > 0 && weight > best.weight) best = { delimiter, weight };
  }
  return best.delimiter;
}

/** How often each delimiter stands outside of quotes, for each of the first rows. */
function sampleRows(text: string): ReadonlyMap<string, number>[] {
  const rows: Map<string, number>[] = [new Map()];
  let quoted = false;
  const sample = text.length > SAMPLE_CHARACTERS ? text.substring(0, SAMPLE_CHARACTERS) : text;
  for (const character of sample) {
    if (character === '"') quoted = !quoted;
    else if (quoted) continue;
    else if (character === '\n') {
      if (rows.length === SAMPLE_ROWS) break;
      rows.push(new Map());
    } else if ((DELIMITERS as readonly string[]).includes(character)) {
      const row = rows.at(-1)!;
      row.set(character, (row.get(character) ?? 0) + 1);
    }
  }
  return rows.filter((row, nth) => row.size > 0 || nth === 0);
}

function mostOften(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  let [usual, most] = [0, 0];
  for (const [count, often] of times) if (often > most) [usual, most] = [count, often];
  return usual;
}
