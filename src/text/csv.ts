/** Spreadsheets take a file for UTF-8 only when it begins with this; otherwise Chinese comes out as something else. */
const BOM = '\ufeff';

/**
 * A cell that begins so is run as a formula by Excel, LibreOffice and Google Sheets (OWASP, CSV Injection); what cannot be seen before
 * it may be cut off on the way in.
 */
const FORMULA = /^[\s\u200b-\u200f\u2060\ufeff]*[=+\-@＝＋－＠]|^\p{Cc}/u;
const BLANK = '[^\\S;|\\t\\r\\n]|[\\u200b-\\u200f\\u2060\\ufeff]';
/** A list has a hyphen and a blank: only who divides at other marks makes a formula of what stands behind one. */
const SIGN = '(?=[=@＝＠]|[+\\-＋－](?! ))';
/**
 * Spreadsheets of many countries divide at a semicolon, whatever the file does, and then quotation marks around the whole cell do not
 * help: what stands behind such a mark would be a cell of its own.
 */
const INNER = new RegExp(`([;|\\t\\r\\n](?:${BLANK})*'*)${SIGN}`, 'gu');
const INNER_GUARDED = new RegExp(`([;|\\t\\r\\n](?:${BLANK})*'*)'${SIGN}`, 'gu');
/** What a quote was put before, and what would seem so: it gets one more, so that taking one off always gives back the text. */
const GUARDED = /^'+/;

/** A decimal with all its digits, more than a number here may hold: -5.5. */
export interface Figure {
  figure: string;
}

/** A text cell; a number is written as it is, below zero too: it is no formula. */
export type Cell = string | number | Figure;

/** Rows as a file spreadsheets open: RFC 4180, UTF-8 with a byte order mark; text that would be a formula gets a quote before it. */
export function csv(rows: readonly (readonly Cell[])[]): Buffer {
  return Buffer.from(BOM + rows.map((row) => `${row.map(cell).join(',')}\r\n`).join(''));
}

function cell(value: Cell): string {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'object') return value.figure;
  const within = value.replace(INNER, "$1'");
  const text = FORMULA.test(within.replace(GUARDED, '')) ? `'${within}` : within;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** The text of a cell as it was before `csv` made it safe. */
export function unguarded(cell: string): string {
  const within = cell.startsWith("'") && FORMULA.test(cell.replace(GUARDED, '')) ? cell.slice(1) : cell;
  return within.replace(INNER_GUARDED, '$1');
}
