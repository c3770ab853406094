import { HAN, holds, joinAddress } from '../../text/table/address_join.ts';
import { isWholeAddress, partOfAddress } from '../../text/table/address_words.ts';
import type { Field } from '../people/fields/field.ts';
import { readValue, type TypedAt } from '../people/fields/value.ts';
import type { Column } from './column.ts';
import { addNote, type Draft } from './draft.ts';

type Address = Column['address'];
type Part = NonNullable<Address>['part'];

/** Without one of these it leads nowhere: a city or country alone is no address. */
const LEADS: readonly Part[] = ['whole', 'formatted', 'street', 'detail', 'box'];
/** What a column of addresses may leave to others beside it; with a city alone it is whole. */
const ELSEWHERE: readonly Part[] = ['district', 'region', 'code', 'country'];
const TOWN: readonly Part[] = ['city', 'code'];

/** Columns that together are the address: where a street or the like is among them, or one of all of it has others beside it. */
export function withAddresses(columns: readonly Column[], fields: readonly Field[]): Column[] {
  const field = fields.find(({ kind }) => kind === 'address');
  if (!field) return [...columns];
  const parts = columns.map((column) => partOf(column, field));
  const led = new Set(parts.flatMap((one) => (one && LEADS.includes(one.part) ? one.of : [])));
  const says = (one: Address) => one !== undefined && led.has(one.of) && one.part !== 'whole' && one.part !== 'city';
  if (!parts.some(says)) return [...columns];
  return columns.map((column, nth) => {
    const address = parts[nth];
    if (!address || !led.has(address.of)) return column;
    return column.meaning === 'city' ? { ...column, address } : { ...column, address, meaning: 'field', field };
  });
}

/** Which part of an address a column holds; one that fills in the field and is called no part of it holds all of it. */
function partOf({ heading, meaning, field: own }: Column, field: Field): Address {
  if (own?.id === field.id) return partOfAddress(heading) ?? { of: '', part: 'whole' };
  if (meaning !== 'note' && meaning !== 'city') return undefined;
  // behind its parts the field is taken already
  return partOfAddress(heading) ?? (isWholeAddress(heading) ? { of: '', part: 'whole' } : undefined);
}

interface Said {
  column: Column;
  value: string;
}

/** Puts the address of a row together from the cells of its columns; of several the first is kept, the others are notes. */
export function takeAddress(draft: Draft, said: readonly Said[], at: TypedAt): void {
  const used = saidFirst(said);
  const text = joinAddress(used.map(({ column, value }) => ({ part: column.address!.part, value })));
  for (const { column, value } of said) {
    const isSaid = used.some((one) => one.column === column) || holds(text, value);
    if (!isSaid && column.meaning !== 'city') addNote(draft, column.heading, value);
  }
  const field = used.find(({ column }) => column.field)?.column.field;
  const [first] = used;
  if (!first || !field) return;
  const [only] = readValue(field, text, at);
  const isFree = !draft.fields.some((one) => one.field.id === field.id);
  if (only && isFree) draft.fields.push({ field, to: only, said: `${first.column.heading}: ${text}` });
  else addNote(draft, first.column.heading, text);
}

/** The cells of one address: what is called all of it alone, where others say nothing that it leaves to them. */
function saidFirst(said: readonly Said[]): Said[] {
  const whole = said.find(isPart(['whole']));
  const main = (whole ?? said.find(isPart(LEADS)))?.column.address;
  const own = main ? said.filter(({ column: { address } }) => address?.of === main.of) : [];
  if (!whole) return own;
  const others = own.filter((one) => one !== whole);
  // a Chinese one begins with what its parts say, each once; another one that names its town is written out
  const isAll =
    others.some(isPart(LEADS)) ||
    (!HAN.test(whole.value) && others.filter(isPart(TOWN)).some(({ value }) => holds(whole.value, value)));
  return isAll || !others.some(isPart(ELSEWHERE)) ? [whole] : own;
}

const isPart =
  (parts: readonly Part[]) =>
  ({ column: { address } }: Said): boolean =>
    address !== undefined && parts.includes(address.part);
