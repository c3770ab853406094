/** A line of a table: its cells as text, and where it stands in the file, for people. */
export interface TableRow {
  /** The first line of the file is 1; of a list of cards the first card. */
  line: number;
  cells: readonly string[];
}

/** What could not be read, and where. */
export interface TableFault {
  line: number;
  reason: 'quote' | 'row' | 'card' | 'group';
}

/** What a file of people holds, whatever it was written in. */
export interface Table {
  kind: 'csv' | 'xlsx' | 'html' | 'vcard' | 'list';
  /** Rows of a csv or xlsx may begin with one that only names the columns; cards and lists have their own names. */
  header: readonly string[] | undefined;
  rows: TableRow[];
  faults: TableFault[];
}

/** Why nothing can be read of a file. */
export type Unreadable = 'empty' | 'not_a_table' | 'old_excel' | 'too_wide' | 'too_long' | 'too_heavy' | 'deals';

export class UnreadableTable extends Error {
  readonly reason: Unreadable;
  constructor(reason: Unreadable, options?: ErrorOptions) {
    super(`the file cannot be read as a table (${reason})`, options);
    this.reason = reason;
  }
}

/** No file that people keep by hand has more columns, or more people. */
export const MOST_COLUMNS = 500;
export const MOST_ROWS = 1_000_000;
