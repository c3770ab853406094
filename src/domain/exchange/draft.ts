import { setImmediate } from 'node:timers/promises';
import type { TableRow } from '../../files/table/table.ts';
import { unguarded } from '../../text/csv.ts';
import { head } from '../../text/cut.ts';
import { fold } from '../../text/fold.ts';
import type { Locale } from '../../text/locale.ts';
import { cleanName, cleanText, narrow, normaliseEmail } from '../../text/normalise.ts';
import { phonesIn } from '../../text/person/phone.ts';
import { type SaidOfNews, wantsNews, wantsNone } from '../../text/table/consent_words.ts';
import { isNoteHeading, type Meaning } from '../../text/table/header_words.ts';
import { localeCalled } from '../../text/table/locale_words.ts';
import { isNoAddress, isTotalRow, standsForNothing } from '../../text/table/nothing.ts';
import { cityName } from '../people/city.ts';
import type { Field } from '../people/fields/field.ts';
import { type FieldValue, readValue, type TypedAt } from '../people/fields/value.ts';
import { EMAIL, type Identity, phoneMark, type Sign, type SignSource } from '../people/sign.ts';
import type { Column } from './column.ts';

/** What of a row was not understood: it is kept as a note, and said. */
export interface Problem {
  kind: 'phone' | 'rounded' | 'mail' | 'field';
  value: string;
}

/** What one row says of a person. */
export interface Draft {
  line: number;
  /** '' when none was said. */
  name: string;
  /** Mail first: a phone is sooner shared. */
  identities: Identity[];
  signs: Sign[];
  tags: string[];
  city: string | null;
  locale: Locale | null;
  fields: FilledField[];
  /** What has no place of its own, a line for each, under its heading. */
  notes: string[];
  /** What they are called beside a mail address: Anna Smith <anna@example.com>. */
  calledThere?: { name: string; heading: string }[];
  problems: Problem[];
  /** How many cells say that nothing is known. */
  unknown: number;
  /** What the file itself says of whether they want news; absent: nothing. */
  news?: SaidOfNews;
}

/** What stands in a field, and how the file says it. */
export interface FilledField {
  field: Field;
  to: FieldValue;
  /** As a note it reads so: 'Shoe size: 38'. */
  said: string;
}

const MOST_VALUES = 20;
/** Our own file lists all that somebody has. */
const MOST_ADDRESSES = 500;
const LONGEST_NOTE = 4000;
const LONGEST_TAG = 40;
const LONGEST_ADDRESS = 200;
/** 1.38E+10: a spreadsheet has rounded the number, and its last digits are lost. */
const ROUNDED = /^\d(?:[.,]\d+)?E\+?\d{1,3}$/i;
const WECHAT = 'wechat';
const HAN = /^\p{Script=Han}+$/u;

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
    notes: [],
    problems: [],
    unknown: 0,
  };
  const parts: Partial<Record<Meaning, string>> = {};
  for (const [nth, column] of columns.entries()) {
    const value = cleanText(unguarded(cells[nth] ?? '')).trim();
    if (saysNothing(value, column)) {
      if (value !== '' && column.meaning !== 'leave') draft.unknown += 1;
      continue;
    }
    const take = TAKERS[column.meaning];
    if (take) take(draft, value, { column, at });
    else parts[column.meaning] ??= value;
  }
  draft.name = cleanName(parts.name ?? nameOf(parts));
  nameByMail(draft);
  if (draft.name === '') nameByCompany(draft, columns, cells);
  if (draft.identities.length === 0 && isTotalRow(cells)) return { ...draft, name: '', signs: [], problems: [] };
  draft.identities.sort((one, other) => rank(one) - rank(other));
  return draft;
}

/** So many rows are read in one go: others have their turn in between. */
const AT_ONCE = 50;

/** Reads rows, in order, and lets others have their turn meanwhile. */
export async function draftsOf(rows: readonly TableRow[], columns: readonly Column[], at: TypedAt): Promise<Draft[]> {
  const drafts: Draft[] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) {
    if (from > 0) await setImmediate();
    for (const row of rows.slice(from, from + AT_ONCE)) drafts.push(draftOf(row, columns, at));
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
    if (draft.name === '') draft.name = cleanName(name);
    else if (!fold(draft.name).includes(fold(name))) addNote(draft, heading, name);
  }
}

/** A list of companies names no people: each is a contact of its own name. */
function nameByCompany(draft: Draft, columns: readonly Column[], cells: readonly string[]): void {
  const at = columns.findIndex(({ meaning }, nth) => meaning === 'company' && (cells[nth] ?? '').trim() !== '');
  if (at < 0) return;
  const company = cleanText(unguarded(cells[at]!)).trim();
  draft.name = cleanName(company);
  const noted = draft.notes.indexOf(`${columns[at]!.heading}: ${head(company, LONGEST_NOTE)}`);
  if (noted >= 0 && draft.name === company) draft.notes.splice(noted, 1);
}

/** 张 and 三 are 张三, Anna and Smith are Anna Smith. */
function nameOf({ family = '', given = '', middle = '' }: Partial<Record<Meaning, string>>): string {
  if (HAN.test(family) && HAN.test(given)) return family + middle + given;
  return [given, middle, family].filter(Boolean).join(' ');
}

/** Whether there is nobody in it. */
export const isNobody = ({ name, identities, signs }: Draft): boolean =>
  name === '' && identities.length + signs.length === 0;

/** Of two words that a file says of one person a no counts before a doubt, and a doubt before a yes. */
export function heedNews(draft: Draft, also: SaidOfNews | undefined): void {
  const said = (['no', 'unsure', 'yes'] as const).find((one) => one === draft.news || one === also);
  if (said) draft.news = said;
}

type Take = (draft: Draft, value: string, of: { column: Column; at: TypedAt }) => void;

const TAKERS: Partial<Record<Meaning, Take>> = {
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
  tags: (draft, value) => {
    draft.tags = [...new Set([...draft.tags, ...tagsIn(value)])];
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
    const { field, heading, order } = column;
    const [only, ...others] = field ? readValue(field, value, { ...at, ...(order && { order }) }) : [];
    const isFree = field && !draft.fields.some((one) => one.field.id === field.id);
    if (only && others.length === 0 && isFree)
      draft.fields.push({ field, to: only, said: `${heading}: ${head(value, LONGEST_NOTE)}` });
    else refuse(draft, { kind: 'field', value }, column);
  },
  company: (draft, value, { column }) => addNote(draft, column.heading, value),
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

function addNote(draft: Draft, heading: string, value: string): void {
  const kept = head(value, LONGEST_NOTE);
  draft.notes.push(isNoteHeading(heading) ? kept : `${heading}: ${kept}`);
}

const BETWEEN_TAGS = /[,，;；、|｜\n]|:::|[\]】]\s{0,3}[[【]/u;

/** What Google puts everybody into, as its files and its cards write it: it says nothing of anybody. */
const SYSTEMS_OWN = /^(?:\*|my ?contacts$|starred$)/iu;

/** Tags that people wrote with blanks within get a hyphen there: ours are single words. */
function tagsIn(value: string): string[] {
  const isWhole = BETWEEN_TAGS.test(value) || SYSTEMS_OWN.test(value.trim());
  const parted = isWhole ? value.split(BETWEEN_TAGS) : value.split(/\s+/u);
  return parted.flatMap((one) => {
    if (SYSTEMS_OWN.test(one.trim())) return [];
    const word = one
      .replace(/^[#＃]/u, '')
      .trim()
      .replace(/\s+/gu, '-')
      .replace(/[^\p{L}\p{N}_-]/gu, '');
    return word === '' ? [] : head(word, LONGEST_TAG);
  });
}

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
