/** Spreadsheets take a file for UTF-8 only when it begins with this; otherwise Chinese comes out as something else. */
const BOM = '\ufeff';

/**
 * A cell that begins so is run as a formula by Excel, LibreOffice and Google Sheets (OWASP, CSV Injection); what cannot be seen before
 * it may be cut off on the way in.
 */
const FORMULA = /^[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|^\p{Cc}/u;
/** What a quote was put before, and what would seem so: it gets one more, so that taking one off always gives back the text. */
const GUARDED = /^'+/;

/** A text cell; a number is written as it is. */
export type Cell = string | number;

/** Rows as a file spreadsheets open: RFC 4180, UTF-8 with a byte order mark; text that would be a formula gets a quote before it. */
export function csv(rows: readonly (readonly Cell[])[]): Buffer {
  return Buffer.from(BOM + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join(''));
}

function cell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  const text = FORMULA.test(value.replace(GUARDED, '')) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text of a cell as it was before `csv` made it safe. */
export function unguarded(cell: string): string {
  return cell.startsWith("'") && FORMULA.test(cell.replace(GUARDED, '')) ? cell.slice(1) : cell;
}
