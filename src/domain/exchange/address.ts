import { foldLetters } from '../../text/fold.ts';
import { type AddressPart, partOfAddress } from '../../text/table/address_words.ts';
import type { Field } from '../people/fields/field.ts';
import { readValue, type TypedAt } from '../people/fields/value.ts';
import type { Column } from './column.ts';
import { addNote, type Draft } from './draft.ts';

/** In which order an address is put together. */
const IN_ORDER: readonly AddressPart[] = ['formatted', 'street', 'more', 'box', 'city', 'region', 'code', 'country'];
/** Without one of these it leads nowhere: a city or country alone is no address. */
const LEADS: readonly AddressPart[] = ['formatted', 'street', 'box'];

/** Columns that together are the address: where none is taken for all of it, and a street or the like is among them. */
export function withAddresses(columns: readonly Column[], fields: readonly Field[]): Column[] {
  const field = fields.find(({ kind }) => kind === 'address');
  if (!field || columns.some((column) => column.field?.id === field.id)) return [...columns];
  const parts = columns.map(({ heading, meaning }) =>
    meaning === 'note' || meaning === 'city' ? partOfAddress(heading) : undefined,
  );
  const led = new Set(parts.flatMap((one) => (one && LEADS.includes(one.part) ? one.of : [])));
  return columns.map((column, nth) => {
    const address = parts[nth];
    if (!address || !led.has(address.of)) return column;
    return column.meaning === 'city' ? { ...column, address } : { ...column, address, meaning: 'field', field };
  });
}

interface Said {
  column: Column;
  value: string;
}

/** Puts the address of a row together from the cells of its columns; of several the first is kept, the others are notes. */
export function takeAddress(draft: Draft, said: readonly Said[], at: TypedAt): void {
  const main = said.find(({ column: { address } }) => address && LEADS.includes(address.part))?.column.address;
  const others = said.filter(({ column: { address } }) => address?.of !== main?.of);
  for (const { column, value } of others) if (column.meaning !== 'city') addNote(draft, column.heading, value);
  const own = IN_ORDER.flatMap((part) =>
    said.filter(({ column: { address } }) => address?.of === main?.of && address?.part === part),
  );
  const field = own.find(({ column }) => column.field)?.column.field;
  const [first] = own;
  if (!first || !field) return;
  const whole = own.reduce(
    (text, { value }) => (holds(text, value) ? text : [text, value].filter(Boolean).join(', ')),
    '',
  );
  const [only] = readValue(field, whole, at);
  const isFree = !draft.fields.some((one) => one.field.id === field.id);
  if (only && isFree) draft.fields.push({ field, to: only, said: `${first.column.heading}: ${whole}` });
  else addNote(draft, first.column.heading, whole);
}

/** Whether an envelope says it already. */
const holds = (text: string, value: string): boolean => text !== '' && ` ${words(text)} `.includes(` ${words(value)} `);
const words = (text: string): string =>
  foldLetters(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
