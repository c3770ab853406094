import type { Table } from '../../files/table/table.ts';
import { cleanName, narrow, normaliseEmail } from '../../text/normalise.ts';
import type { AddressPart } from '../../text/table/address_words.ts';
import { tellsOfNews } from '../../text/table/consent_words.ts';
import { type Decimal, decimalIn } from '../../text/table/decimal_mark.ts';
import { fieldOfHeading } from '../../text/table/field_words.ts';
import { type Meaning, meaningOfHeading } from '../../text/table/header_words.ts';
import { standsForNothing } from '../../text/table/nothing.ts';
import { type DateOrder, dateOrderIn } from '../../text/when/birthday/birthday.ts';
import { type Field, fieldCalled, type OwnKind } from '../people/fields/field.ts';
import { readValue } from '../people/fields/value.ts';
import { listsTags } from './tags.ts';

/** A column of a file, and what it is taken for. */
export interface Column {
  /** '' where the file does not name it. */
  heading: string;
  meaning: Meaning;
  /** The first values in it, for a user to see what it holds. */
  samples: string[];
  /** The field that it fills in, where it means one. */
  field?: Field;
  /** What a field made of it would be; one without a heading has no name for it. */
  looks?: OwnKind;
  /** In which order its dates stand, where some of them tell. */
  order?: DateOrder;
  /** How its numbers are written, where some of them tell. */
  decimal?: Decimal;
  /** Of tags: some cells hold a list of them. */
  lists?: boolean;
  /** Which part of which address it holds; `whole`: it is called all of it. */
  address?: { of: string; part: AddressPart | 'whole' };
}

const SAMPLE_ROWS = 200;
const SAMPLES = 2;
const LONGEST_SAMPLE = 40;
/** So many of the values must look like it before a column is taken for something by them alone. */
const SURE = 0.6;

const EMAIL_LIKE = /^\S{1,64}@\S{1,250}\.\S{2,24}$/;
const PHONE_LIKE = /^[+＋(（]?\d[\d\s()（）.\-–—/]{5,24}\d$/;
const DATE_LIKE = /^(?:\d{4}\D\d{1,2}\D\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2,4})(?!\d)/;
const NAME_LIKE = /^(?=.{2,40}$)\p{L}[\p{L}\p{M}.'’·-]*(?:[ ,]{1,2}\p{L}[\p{L}\p{M}.'’·-]*){0,3}$/u;

/** How far down the columns may be named: above are the title of an export, its day, how many there are. */
const MOST_ABOVE = 10;

/** What a file's columns mean, by their headings and else by their values; its rows without a heading; and how many lines of a title are above it. */
export function readColumns(table: Table): { columns: Column[]; rows: Table['rows']; titles: number } {
  const above = table.header ? 0 : titleRows(table.rows);
  const own = { ...table, rows: table.rows.slice(above) };
  const heading = table.header ?? headingIn(own);
  const rows = table.header || !heading ? own.rows : own.rows.slice(1);
  const width = Math.max(heading?.length ?? 0, ...rows.slice(0, SAMPLE_ROWS).map(({ cells }) => cells.length));
  const columns = Array.from({ length: width }, (_, at) => columnAt(at, heading?.[at] ?? '', rows));
  return { columns: halfNames(nameFound(columns), rows), rows, titles: above };
}

/** The first row, where it names columns: one is a heading that we know, or nothing in it looks like a value while others do. */
function headingIn({ rows }: Table): string[] | undefined {
  const [first, ...rest] = rows;
  if (!first || rest.length === 0)
    return first?.cells.some(isKnown) && !first.cells.some(isValue) ? [...first.cells] : undefined;
  if (first.cells.some(isValue)) return undefined;
  const known = first.cells.filter(isKnown).length;
  const below = rest.slice(0, SAMPLE_ROWS);
  const words = first.cells.every((cell) => !/\d/.test(cell));
  const others =
    below.some(({ cells }) => cells.some(isValue)) || (words && first.cells.some((_, at) => holdsFigures(below, at)));
  return known > 0 || others ? first.cells.map((cell) => cleanName(cell)) : undefined;
}

/** Whether there is nothing but figures below a cell without one: 金额 above 256. */
function holdsFigures(rows: Table['rows'], at: number): boolean {
  const values = rows.map(({ cells }) => cells[at]?.trim() ?? '').filter(Boolean);
  return values.length > 0 && values.every((value) => FIGURE.test(value));
}

/** How many rows of one cell, which names nobody, stand above one that names two columns or more. */
function titleRows(rows: Table['rows']): number {
  const at = rows.slice(0, MOST_ABOVE).findIndex(({ cells }) => cells.filter(isKnown).length > 1);
  const isTitle = ({ cells }: Table['rows'][number]) =>
    cells.filter((cell) => cell.trim() !== '').length === 1 && !cells.some(isValue);
  return at > 0 && rows.slice(0, at).every(isTitle) ? at : 0;
}

const FIGURE = /^[¥$€£]?\s?\d[\d.,]*$/;
const isKnown = (cell: string): boolean => meaningOfHeading(cell) !== undefined;
const isValue = (cell: string): boolean =>
  [EMAIL_LIKE, PHONE_LIKE, DATE_LIKE].some((like) => like.test(narrow(cell).trim()));

function columnAt(at: number, heading: string, rows: Table['rows']): Column {
  const values = rows.slice(0, SAMPLE_ROWS).flatMap(({ cells }) => {
    const value = cells[at]?.trim() ?? '';
    return standsForNothing(value) ? [] : value;
  });
  const samples = values.slice(0, SAMPLES).map((value) => cleanName(value, LONGEST_SAMPLE));
  const meaning = meaningOf(heading, values);
  // one date far down may be the only one that tells
  const cells = rows.map((row) => row.cells[at] ?? '');
  const [order, decimal] = [dateOrderIn(cells), decimalIn(cells)];
  return {
    ...{ heading, samples, meaning, ...(heading !== '' && { looks: kindBy(values, decimal) }) },
    ...{
      ...(order && { order }),
      ...(decimal && { decimal }),
      ...(meaning === 'tags' && listsTags(cells) && { lists: true }),
    },
  };
}

const NAMING: readonly Meaning[] = ['name', 'given', 'family', 'company'];

/** Where no column says what people are called, those that may (0 is the first): their owner knows. */
export function mayBeNames(columns: readonly Column[]): number[] {
  if (columns.some(({ meaning }) => NAMING.includes(meaning))) return [];
  return columns.flatMap(({ meaning, samples }, at) =>
    meaning === 'note' && samples.length > 0 && samples.every((one) => NAME_LIKE.test(one)) ? at : [],
  );
}

/** What a field of these values would be. Whatever the country and the day: only what is a value of the kind everywhere counts. */
export function kindBy(values: readonly string[], decimal?: Decimal): OwnKind {
  const kinds = ['number', 'yesno', 'date'] as const;
  const reads = (kind: OwnKind) => (value: string) =>
    readValue({ kind, choices: [] }, value, { country: '', today: 0, ...(decimal && { decimal }) }).length === 1;
  return kinds.find((kind) => values.length > 0 && values.every(reads(kind))) ?? 'text';
}

/** Columns that are called as a field is fill it in: the first of each. */
export function withFields(columns: readonly Column[], fields: readonly Field[]): Column[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    const kind = column.meaning === 'note' ? fieldOfHeading(column.heading) : undefined;
    const field = fieldCalled(fields, column.heading) ?? fields.find((one) => kind !== undefined && one.kind === kind);
    if (!field || taken.has(field.id)) return column;
    taken.add(field.id);
    return asField(column, field);
  });
}

/** A column that fills in a field. */
export const asField = (column: Column, field: Field): Column => ({ ...column, meaning: 'field', field });

/** A heading that its values contradict is not believed: a column "Contact" that holds phones. */
function meaningOf(heading: string, values: readonly string[]): Meaning {
  const said = meaningOfHeading(heading);
  if (values.length === 0) return said ?? 'leave';
  const seen = meaningByValues(values);
  const contradicts = (said === 'name' || said === 'phone' || said === 'mail') && (seen === 'phone' || seen === 'mail');
  if (said && !contradicts) return said;
  if (values.every(tellsOfNews)) return 'optin';
  if (seen === 'name') return heading === '' ? 'name' : 'note';
  return seen ?? 'note';
}

function meaningByValues(values: readonly string[]): 'mail' | 'phone' | 'name' | undefined {
  const share = (fits: (value: string) => boolean) => values.filter(fits).length / values.length;
  if (share((value) => normaliseEmail(value) !== undefined) >= SURE) return 'mail';
  if (
    share((value) => {
      const typed = narrow(value);
      return PHONE_LIKE.test(typed) && !DATE_LIKE.test(typed) && typed.replace(/\D/g, '').length >= 7;
    }) >= SURE
  )
    return 'phone';
  return share((value) => NAME_LIKE.test(value)) >= SURE ? 'name' : undefined;
}

/** Of several columns that look like names without a heading only the first is one. */
function nameFound(columns: Column[]): Column[] {
  const named = columns.findIndex(({ meaning }) => meaning === 'name');
  return columns.map((column, at) =>
    column.meaning === 'name' && at !== named && column.heading === '' ? { ...column, meaning: 'note' } : column,
  );
}

/**
 * Name beside Vorname, Nombre beside Apellidos: a column of names is the half that the other one is not, unless it holds
 * the other as well.
 */
function halfNames(columns: Column[], rows: Table['rows']): Column[] {
  const at = (meaning: Meaning) => columns.findIndex((column) => column.meaning === meaning);
  const [name, given, family] = [at('name'), at('given'), at('family')];
  if (name < 0 || given < 0 === family < 0) return columns;
  const [half, meaning] = given < 0 ? [family, 'given' as const] : [given, 'family' as const];
  const both = rows.slice(0, SAMPLE_ROWS).filter(({ cells }) => cells[name]?.trim() && cells[half]?.trim());
  const whole = both.filter(({ cells }) => cells[name]!.toLowerCase().includes(cells[half]!.trim().toLowerCase()));
  if (both.length === 0 || whole.length > 0) return columns;
  return columns.map((column, nth) => (nth === name ? { ...column, meaning } : column));
}
