import { setImmediate } from 'node:timers/promises';
import type { TableRow } from '../../files/table/table.ts';
import { unguarded } from '../../text/csv.ts';
import { head } from '../../text/cut.ts';
import { fold } from '../../text/fold.ts';
import { cleanName, cleanText } from '../../text/normalise.ts';
import type { Meaning } from '../../text/table/header_words.ts';
import { joinedName } from '../../text/table/joined_name.ts';
import { isNoAddress, isTotalRow, standsForNothing } from '../../text/table/nothing.ts';
import type { TypedAt } from '../people/fields/value.ts';
import { LONGEST_ROLE } from '../people/organization/membership.ts';
import { EMAIL, type Identity } from '../people/sign.ts';
import { takeAddress } from './address.ts';
import type { Column } from './column.ts';
import { addNote, type Draft, keysOf } from './draft.ts';
import { TAKERS } from './take_cell.ts';

/** What keeps the zeros of '02101 in a table. */
const AS_TEXT = /^'(?=[\d+][\d\s()+/.-]*$)/u;

/** Reads a row by what its columns mean. The country reads phones without + or 00. */
export function draftOf({ line, cells }: TableRow, columns: readonly Column[], at: TypedAt): Draft {
  const draft: Draft = {
    line,
    name: '',
    identities: [],
    signs: [],
    tags: [],
    city: null,
    locale: null,
    fields: [],
    companies: [],
    roles: [],
    notes: [],
    problems: [],
    unknown: 0,
  };
  const parts: Partial<Record<Meaning, string>> = {};
  const addresses: { column: Column; value: string }[] = [];
  for (const [nth, column] of columns.entries()) {
    const value = cleanText(unguarded(cells[nth] ?? ''))
      .trim()
      .replace(AS_TEXT, '');
    if (saysNothing(value, column)) {
      if (value !== '' && column.meaning !== 'leave') draft.unknown += 1;
      continue;
    }
    if (column.address) addresses.push({ column, value });
    if (column.address && column.meaning === 'field') continue;
    const take = TAKERS[column.meaning];
    if (take) take(draft, value, { column, at });
    else parts[column.meaning] ??= value;
  }
  takeAddress(draft, addresses, at);
  draft.name = cleanName(parts.name ?? joinedName(parts));
  nameByMail(draft);
  // a list of companies names no people: each is a contact of its own name
  if (draft.name === '') draft.name = cleanName(draft.companies[0]?.name ?? '');
  placeRoles(draft);
  if (draft.identities.length === 0 && isTotalRow(cells)) return { ...draft, name: '', signs: [], problems: [] };
  draft.identities.sort((one, other) => rank(one) - rank(other));
  return draft;
}

/** So many rows are read in one go: others have their turn in between. */
const AT_ONCE = 50;

/** Reads rows, in order, and lets others have their turn meanwhile. `toWrite`: makes what writing them will need, too. */
export async function draftsOf(
  rows: readonly TableRow[],
  columns: readonly Column[],
  { at, toWrite = false }: { at: TypedAt; toWrite?: boolean },
): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    if (from > 0) await setImmediate();
    for (const row of rows.slice(from, from + AT_ONCE)) {
      const draft = draftOf(row, columns, at);
      if (toWrite) draft.searchKeys = await keysOf(draft);
      drafts.push(draft);
    }
  }
  return drafts;
}

/** A name is believed unless it has no letters; what fills in a field may be a word that the owner chose. */
function saysNothing(value: string, { meaning, field }: Column): boolean {
  if (meaning === 'optin') return value === '';
  if (meaning === 'phone' || meaning === 'mail' || meaning === 'wechat') return isNoAddress(value);
  if (NAMES.includes(meaning))
    return value === '' || (standsForNothing(value) && !/^(?:\p{L}{3,}|\p{Script=Han}+)$/u.test(value));
  if (field?.choices.includes(value)) return false;
  return standsForNothing(value);
}

const NAMES: readonly Meaning[] = ['name', 'family', 'given', 'middle'];

const rank = ({ channel }: Identity): number => (channel === EMAIL ? 0 : 1);

/** Where no column names them, the name beside their address does; another one there is a note. */
function nameByMail(draft: Draft): void {
  for (const { name, heading } of draft.calledThere ?? []) {
    // a list of companies names no people: each is a contact of its own name
    if (draft.name === '') draft.name = cleanName(name);
    else if (!fold(draft.name).includes(fold(name))) addNote(draft, heading, name);
  }
}

/** What somebody does stands with where they are: in the same order, or one for all of it. Where that is not said, it is a note. */
function placeRoles(draft: Draft): void {
  for (const [nth, { heading, value }] of draft.roles.entries()) {
    const company = draft.companies[nth];
    if (company) company.role = head(value, LONGEST_ROLE);
    if (value !== '' && (!company || value.length > LONGEST_ROLE)) addNote(draft, heading, value);
  }
}
