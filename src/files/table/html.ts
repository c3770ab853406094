import { head } from '../../text/cut.ts';
import { MOST_COLUMNS, MOST_ROWS, type Table, type TableRow, UnreadableTable } from './table.ts';

/** What shop panels save as .xls: a page with a table. */
const BEGINS = /^\s*(?:<!--|<!doctype html|<html|<head|<meta|<body|<style|<table)/i;
const MARKUP = /<!--[\s\S]*?(?:-->|$)|<(script|style)\b[\s\S]*?(?:<\/\1\s*>|$)|<(\/?)(tr|t[dh]|table)\b[^<>]*>/gi;

export const isHtmlTable = (text: string): boolean => BEGINS.test(text) && /<t[rdh]\b/i.test(text);

/** The rows of a page's tables. Never throws for what it says. */
export async function readHtmlTable(text: string): Promise<Table> {
  // few files are pages: the library is read for those alone
  const { compile } = await import('html-to-text');
  const read = compile({ wordwrap: false, selectors: [{ selector: 'a', options: { ignoreHref: true } }] });
  const rows: TableRow[] = [];
  let [cells, from, line] = [[] as string[], -1, 0];
  const endCell = (at: number) => {
    if (from >= 0) cells.push(wordsIn(text.slice(from, at), read));
    from = -1;
  };
  const endRow = () => {
    if (cells.length > MOST_COLUMNS) throw new UnreadableTable('too_wide');
    if (cells.some((cell) => cell !== '')) rows.push({ line, cells });
    if (rows.length > MOST_ROWS) throw new UnreadableTable('too_long');
    cells = [];
  };
  for (const { 0: tag, 2: closes, 3: name, index } of text.matchAll(MARKUP)) {
    if (name === undefined) continue;
    endCell(index);
    if (/^t[dh]$/i.test(name)) from = closes ? -1 : index + tag.length;
    else {
      endRow();
      if (/^tr$/i.test(name) && !closes) line += 1;
    }
  }
  endCell(text.length);
  endRow();
  return { kind: 'html', header: undefined, rows, faults: [] };
}

/** A cell is short: what is longer is no cell of people's. */
const LONGEST_CELL = 20_000;

function wordsIn(html: string, read: (html: string) => string): string {
  const cell = head(html, LONGEST_CELL);
  return (/[<&]/.test(cell) ? read(cell) : cell).replace(/\s+/g, ' ').trim();
}
