import { headWords } from '../../text/cut.ts';
import { type HeaderBlock, isMoment } from '../mime/header_block.ts';
import { FIELD_OF, type Field } from './field_names.ts';

/** Longer lines are always text. */
const LINE_LIMIT = 200;
const MOST_LINES = 20;
const MOST_TABLE_LINES = 60;

/**
 * How Lotus Notes begins a quotation: sender and date on lines of their own, then `To`, `cc` and `Subject`, each with
 * its value on the same line or the next; or all of it in a table drawn with `|` and `>---`. Undefined for anything
 * else.
 */
export function readNotesBlock(lines: readonly string[], start: number): HeaderBlock | undefined {
  const first = lines[start]!;
  if (first.length > LINE_LIMIT) return undefined;
  return /^\|-{5,}>$/.test(first) ? readTable(lines, start) : readHeading(lines, start);
}

function readHeading(lines: readonly string[], start: number): HeaderBlock | undefined {
  const date = lines[start + 1] ?? '';
  if (!isPerson(lines[start]!) || !isDateAlone(date)) return undefined;
  const fields: HeaderBlock['fields'] = { from: lines[start]!, date };
  const end = collect(lines, start + 2, fields);
  return fields.to !== undefined && fields.subject !== undefined ? { fields, end } : undefined;
}

/** `Mei Lin <mei@x>`, `Mei Lin/Shop/US`. */
function isPerson(line: string): boolean {
  return /\S@\S/.test(line) || /^[^\s\d][^\d/]{1,60}\/[^\s/]/.test(line);
}

/** A day and a time and nothing else: the only letters besides are `AM` and the name of a zone or day. */
function isDateAlone(line: string): boolean {
  if (line.length > 60 || !isMoment(line) || !/^[\d\p{L}]/u.test(line)) return false;
  return (line.match(/\p{L}+/gu) ?? []).length <= 5 && !/[@?!<>]/.test(line);
}

/** Collects labels and values until something else comes, and returns where that is. */
function collect(lines: readonly string[], from: number, fields: HeaderBlock['fields']): number {
  let open: Field | undefined;
  let end = from;
  for (let at = from; at < lines.length && at < from + MOST_LINES; at++) {
    const line = headWords(lines[at]!, LINE_LIMIT).trim();
    const [, name = '', value = ''] = /^([^:：]{1,24}?)\s*(?:[:：]\s*(.*))?$/u.exec(line) ?? [];
    const field = FIELD_OF.get(name.toLowerCase());
    if (field && fields[field] === undefined) {
      fields[field] = value;
      open = value === '' ? field : undefined;
      end = at + 1;
    } else if (line !== '' && open) {
      fields[open] = line;
      open = undefined;
      end = at + 1;
    } else if (line !== '') break;
    if (fields.subject) break;
  }
  return end;
}

function readTable(lines: readonly string[], start: number): HeaderBlock | undefined {
  const fields: HeaderBlock['fields'] = {};
  let open: Field | undefined;
  let end = start;
  for (; end < lines.length && end < start + MOST_TABLE_LINES; end++) {
    const line = lines[end]!;
    if (line.length > LINE_LIMIT || !/^\s*[|>]/.test(line)) break;
    const cell = line.replace(/^[\s|>-]+|[\s|>-]+$/g, '');
    const field = FIELD_OF.get(cell.replace(/\s?[:：]$/, '').toLowerCase());
    if (field && /[:：]$/.test(cell)) open = field;
    else if (cell !== '' && open) fields[open] ??= cell;
  }
  const { from, date, to, subject } = fields;
  return from && (date ?? to ?? subject) ? { fields, end } : undefined;
}
