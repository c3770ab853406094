import { head } from '../../text/cut.ts';
import { cleanText, narrow, normaliseEmail } from '../../text/normalise.ts';
import { companyName } from '../../text/organization/company_name.ts';
import { phonesIn } from '../../text/person/phone.ts';
import { wantsNews, wantsNone } from '../../text/table/consent_words.ts';
import { decimalOf } from '../../text/table/decimal_mark.ts';
import type { Meaning } from '../../text/table/header_words.ts';
import { localeCalled } from '../../text/table/locale_words.ts';
import { cityName } from '../people/city.ts';
import { readValue, type TypedAt } from '../people/fields/value.ts';
import { EMAIL, type Identity, phoneMark, type Sign, type SignSource } from '../people/sign.ts';
import type { Column } from './column.ts';
import { addNote, type Draft, heedNews, LONGEST_NOTE, type Problem } from './draft.ts';
import { tagsIn } from './tags.ts';

const MOST_VALUES = 20;
/** Our own file lists all that somebody has. */
const MOST_ADDRESSES = 500;
const LONGEST_ADDRESS = 200;
/** 1.38E+10: a spreadsheet has rounded the number, and its last digits are lost. */
const ROUNDED = /^\d(?:[.,]\d+)?E\+?\d{1,3}$/i;
const WECHAT = 'wechat';

type Take = (draft: Draft, value: string, of: { column: Column; at: TypedAt }) => void;

/** How a cell is taken, by what its column means; the halves of a name are put together once the row is read. */
export const TAKERS: Partial<Record<Meaning, Take>> = {
  leave: () => undefined,
  since: () => undefined,
  phone(draft, value, { column, at: { country } }) {
    for (const typed of severalIn(draft, column, phonesIn(value))) takePhone(draft, typed, column, country);
  },
  mail(draft, value, { column }) {
    const { bare, names } = withoutNames(narrow(value));
    for (const typed of severalIn(draft, column, bare.split(/[;,、\s]|:::/u))) {
      const address = normaliseEmail(typed.replace(/^<|>$/g, '').replace(/^mailto:/i, ''));
      if (address) addIdentity(draft, { channel: EMAIL, address });
      else refuse(draft, { kind: 'mail', value: typed }, column);
    }
    const called = severalIn(draft, column, names).map((name) => ({ name, heading: column.heading }));
    if (called.length > 0) draft.calledThere = [...(draft.calledThere ?? []), ...called];
  },
  wechat: (draft, value) => addSign(draft, { channel: WECHAT, address: head(value, LONGEST_ADDRESS), source: 'named' }),
  tags: (draft, value, { column }) => {
    draft.tags = [...new Set([...draft.tags, ...tagsIn(value, column)])];
  },
  city: (draft, value) => {
    draft.city ??= cityName(value) || null;
  },
  language: (draft, value) => {
    draft.locale ??= localeCalled(value) ?? null;
  },
  addresses(draft, value) {
    for (const address of addressesIn(value)) addIdentity(draft, address);
  },
  signs(draft, value) {
    for (const { channel, address: said } of addressesIn(value)) {
      const at = said.lastIndexOf('|');
      addSign(draft, { channel, address: said.slice(0, at), source: said.slice(at + 1) as SignSource });
    }
  },
  optin(draft, value, { column }) {
    heedNews(draft, wantsNews(value));
    addNote(draft, column.heading, value);
  },
  optout(draft, value, { column }) {
    heedNews(draft, wantsNone(value));
    addNote(draft, column.heading, value);
  },
  field(draft, value, { column, at }) {
    const { field, heading, order, decimal } = column;
    const written = { ...at, ...(order && { order }), decimal: decimal ?? decimalOf(at.country) };
    const [only, ...others] = field ? readValue(field, value, written) : [];
    const isFree = field && !draft.fields.some((one) => one.field.id === field.id);
    if (only && others.length === 0 && isFree)
      draft.fields.push({ field, to: only, said: `${heading}: ${head(value, LONGEST_NOTE)}` });
    else refuse(draft, { kind: 'field', value }, column);
  },
  company(draft, value, { column }) {
    for (const said of severalIn(draft, column, value.split(/[;；]|:::/u))) {
      const name = companyName(said);
      if (name !== said) addNote(draft, column.heading, said);
      if (/[\p{L}\p{N}]/u.test(name)) draft.companies.push({ name, role: '' });
      else if (name === said) addNote(draft, column.heading, said);
    }
  },
  role(draft, value, { column }) {
    const parts = value.split(/[;；]|:::/u, MOST_VALUES);
    draft.roles.push(...parts.map((part) => ({ heading: column.heading, value: part.trim() })));
  },
  note: (draft, value, { column }) => addNote(draft, column.heading, value),
};

const NAMED_MAIL = /(?:^|(?<=[;,、\n]))([^<>;,、\n@]{1,200})<([^<>\s]{3,320})>/gu;

/** Addresses without the names before them: "Anna Smith" <anna@example.com>. */
function withoutNames(text: string): { bare: string; names: string[] } {
  const names: string[] = [];
  const bare = text.replace(NAMED_MAIL, (_, name: string, address: string) => {
    const called = name.replace(/["“”]/g, '').trim();
    if (called !== '') names.push(called);
    return address;
  });
  return { bare, names };
}

/** The values of a cell that holds several; of more than anybody has the others are a note. */
function severalIn(draft: Draft, { heading }: Column, parts: readonly string[]): string[] {
  const values = parts.map((part) => part.trim()).filter(Boolean);
  const others = values.slice(MOST_VALUES);
  if (others.length > 0) addNote(draft, heading, others.join('; '));
  return values.slice(0, MOST_VALUES);
}

/** 07911 123461 (mum): whose or which number it is stands behind it. */
const WHICH_NUMBER = /^([^()]{1,60}\d)\s{0,3}\(([^()\d]{1,40})\)$/u;

function takePhone(draft: Draft, written: string, column: Column, country: string): void {
  const [, typed = written, which] = WHICH_NUMBER.exec(written) ?? [];
  if (which) addNote(draft, column.heading, written);
  const isNumber = /\d{3}/.test(typed.replace(/[\s().-]/g, ''));
  if (ROUNDED.test(typed)) refuse(draft, { kind: 'rounded', value: typed }, column);
  else if (isNumber) takeNumber(draft, typed, country);
  else addNote(draft, column.heading, typed);
}

function takeNumber(draft: Draft, typed: string, country: string): void {
  const { identity, sign } = phoneMark(typed, country);
  if (identity) addIdentity(draft, identity);
  if (sign) addSign(draft, sign);
  if (sign?.source === 'unread') draft.problems.push({ kind: 'phone', value: typed });
}

function refuse(draft: Draft, problem: Problem, { heading }: Column): void {
  draft.problems.push(problem);
  addNote(draft, heading, problem.value);
}

function addIdentity(draft: Draft, identity: Identity): void {
  if (!draft.identities.some(isSame(identity))) draft.identities.push(identity);
}

function addSign(draft: Draft, sign: Sign): void {
  if (!draft.signs.some(isSame(sign))) draft.signs.push(sign);
}

const isSame = (one: Identity) => (other: Identity) => one.channel === other.channel && one.address === other.address;

/** 'email:anna@example.com telegram:1001', as our own file writes them: what would part them is written %20. */
function addressesIn(value: string): Identity[] {
  return value
    .split(/\s+/u)
    .slice(0, MOST_ADDRESSES)
    .flatMap((one) => {
      const colon = one.indexOf(':');
      const address = head(decoded(one.slice(colon + 1)), LONGEST_ADDRESS);
      return colon > 0 && address ? { channel: one.slice(0, colon), address } : [];
    });
}

function decoded(text: string): string {
  try {
    return cleanText(decodeURIComponent(text));
  } catch {
    return text;
  }
}
