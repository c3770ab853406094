import type { Sql, Tx } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import { isRoleAddress } from '../../text/public_mail.ts';
import { isStandIn } from '../people/name.ts';
import { sameName } from '../people/same_name.ts';
import { type Identity, PHONE } from '../people/sign.ts';
import { type Draft, type FilledField, heedNews, isNobody } from './draft.ts';

/** Somebody of a file, or of several lines of it. */
export interface Person {
  /** Absent: they are new. */
  known?: KnownPerson | undefined;
  /** Their lines in one. */
  draft: Draft;
  /** Whose addresses they gave as well, though these are called otherwise: perhaps one and the same. */
  alike: { contactId?: string; person?: Person; identity: Identity }[];
}

export interface KnownPerson {
  id: string;
  name: string;
  standsIn: boolean;
  city: string | null;
  locale: Locale | null;
  localeFrom: string;
  tags: string[];
  /** An earlier line of the file made them. */
  ofThisFile?: boolean;
}

/** Why a line is left out. */
export type LeftOut = 'nobody' | 'own';

export interface Plan {
  people: Person[];
  leftOut: { line: number; reason: LeftOut }[];
  /** Lines that say more of somebody in an earlier one. */
  joined: number;
}

/** Who has an address, and who else was said to have it. */
interface Known {
  holders: ReadonlyMap<string, KnownPerson>;
  sharers: ReadonlyMap<string, readonly KnownPerson[]>;
}

/** Who holds an address in lines before, by `channel:address`. */
export type Seen = Map<string, Person>;

const keyOf = ({ channel, address }: Identity): string => `${channel}:${address}`;

/**
 * Who of the drafts is new, who is known and who has been before. An equal mail address is the same person as somebody here;
 * of two lines, or where it is a phone or a mailbox of a firm, it is not where the names differ: then they are new, and who
 * they may be is kept in `alike`. Who shared an address so in an earlier run is known by it and the name.
 */
export async function planOf(
  sql: Sql,
  drafts: readonly Draft[],
  { seen, ownEmails, journalId = null }: { seen: Seen; ownEmails: readonly string[]; journalId?: string | null },
): Promise<Plan> {
  const plan: Plan = { people: [], leftOut: [], joined: 0 };
  const identities = identitiesOf(drafts);
  const known = { holders: await holdersOf(sql, identities, journalId), sharers: await sharersOf(sql, identities) };
  for (const written of drafts) {
    const draft = copyOf(written);
    const own = draft.identities.some(({ address }) => ownEmails.includes(address));
    if (own || isNobody(draft)) plan.leftOut.push({ line: draft.line, reason: own ? 'own' : 'nobody' });
    else await place(plan, draft, known, seen);
  }
  return plan;
}

/** Later lines add to it, and an act may run again: what was read of the file stays as it was. */
const copyOf = (draft: Draft): Draft => ({
  ...draft,
  identities: [...draft.identities],
  signs: [...draft.signs],
  tags: [...draft.tags],
  fields: [...draft.fields],
  companies: [...draft.companies],
  notes: [...draft.notes],
  problems: [...draft.problems],
});

async function place(plan: Plan, draft: Draft, { holders, sharers }: Known, seen: Seen): Promise<void> {
  const alike: Person['alike'] = [];
  let person: Person | undefined;
  for (const identity of draft.identities) {
    const known = holders.get(keyOf(identity));
    const before = seen.get(keyOf(identity)) ?? (known && seen.get(`c${known.id}`));
    const holder = before ?? (known && { known, draft: { ...draft, name: known.name }, alike: [] });
    if (!holder) continue;
    const isNamedSo = draft.name === holder.draft.name;
    const shares = person || isNamedSo ? undefined : await namedSo(draft.name, sharers.get(keyOf(identity)) ?? []);
    if (person || shares || (await isAnother(identity, draft.name, holder))) {
      const same = person && (person === before || (known && person.known?.id === known.id));
      if (!same) alike.push({ identity, ...(known ? { contactId: known.id } : { person: holder }) });
      if (shares) person = seen.get(`c${shares.id}`) ?? { known: shares, draft, alike: [] };
    } else if (before) {
      person = before;
    } else person = { known: known!, draft, alike: [] };
  }
  if (person && person.draft !== draft) {
    merge(person.draft, draft);
    plan.joined++;
  } else {
    person ??= { draft, alike: [] };
    plan.people.push(person);
  }
  person.alike.push(...alike);
  const shared = new Set(alike.map(({ identity }) => keyOf(identity)));
  for (const identity of draft.identities) if (!shared.has(keyOf(identity))) seen.set(keyOf(identity), person);
  if (person.known) seen.set(`c${person.known.id}`, person);
}

async function isAnother({ channel, address }: Identity, name: string, holder: Person): Promise<boolean> {
  // a mail address is somebody's own, unless the file itself gives it to two
  if (channel !== PHONE && !isRoleAddress(address) && holder.known && !holder.known.ofThisFile) return false;
  const { name: called } = holder.draft;
  if (name === '' || called === '' || holder.known?.standsIn || name === called) return false;
  return !(await sameName(name, called));
}

/** A later line fills in what the earlier left out; another value is kept as a note. */
function merge(first: Draft, later: Draft): void {
  const other = later.name !== '' && first.name !== '' && later.name !== first.name ? [later.name] : [];
  first.name ||= later.name;
  first.city ??= later.city;
  first.locale ??= later.locale;
  heedNews(first, later.news);
  first.tags = [...new Set([...first.tags, ...later.tags])];
  for (const list of ['identities', 'signs'] as const) {
    const had = new Set(first[list].map(keyOf));
    (first[list] as Identity[]).push(...later[list].filter((one) => !had.has(keyOf(one))));
  }
  first.companies.push(...later.companies);
  const had = (one: FilledField) => first.fields.find(({ field }) => field.id === one.field.id);
  const otherwise = later.fields.filter((one) => had(one) && had(one)!.to.value !== one.to.value);
  first.fields.push(...later.fields.filter((one) => !had(one)));
  first.notes.push(
    ...[...other, ...otherwise.map(({ said }) => said), ...later.notes].filter((note) => !first.notes.includes(note)),
  );
  first.problems.push(...later.problems);
  first.searchKeys = undefined;
}

const columns = (sql: Sql) => sql`
  c.id, c.name, c.city, c.locale, c.locale_from as "localeFrom", c.tags, ${isStandIn(sql)} as "standsIn"`;

/**
 * Locks those who are known, and brings what is known of them up to date: somebody may have changed them since the plan was made. Who is
 * gone by then is made anew of their line, and nobody is asked whether they are one with somebody who is gone.
 */
export async function lockKnown(tx: Tx, people: readonly Person[]): Promise<void> {
  const known = people.flatMap((person) => person.known ?? []);
  const ids = [
    ...known.map(({ id }) => id),
    ...people.flatMap(({ alike }) => alike.flatMap((one) => one.contactId ?? [])),
  ];
  if (ids.length === 0) return;
  await tx`select from contacts where id = any(${ids}::bigint[]) order by id for update`;
  // whether a name only stands in for one hangs on other rows: those are read once nobody is waited for
  const rows = await tx<KnownPerson>`
    select ${columns(tx)} from contacts c where c.id = any((select ${ids}::bigint[])::bigint[]) order by c.id`;
  const now = new Map(rows.map((row) => [row.id, row]));
  for (const person of people) {
    if (person.known && !now.has(person.known.id)) person.known = undefined;
    if (person.known) Object.assign(person.known, now.get(person.known.id));
    person.alike = person.alike.filter(({ contactId }) => contactId === undefined || now.has(contactId));
  }
}

async function namedSo(name: string, people: readonly KnownPerson[]): Promise<KnownPerson | undefined> {
  for (const one of people) if (name !== '' && (name === one.name || (await sameName(name, one.name)))) return one;
  return undefined;
}

function identitiesOf(drafts: readonly Draft[]): Identity[] {
  const byKey = new Map(drafts.flatMap((draft) => draft.identities.map((one) => [keyOf(one), one] as const)));
  return [...byKey.values()];
}

/** So many who share an address are looked at. */
const MOST_SHARERS = 20;

/** Who was said to have these addresses besides those whose they are. */
async function sharersOf(sql: Sql, all: readonly Identity[]): Promise<Map<string, KnownPerson[]>> {
  const rows = await sql<KnownPerson & Identity>`
    select a.channel, a.address, ${columns(sql)}
    from unnest((select ${all.map((one) => one.channel)}::text[]), (select ${all.map((one) => one.address)}::text[])) a (channel, address)
    cross join lateral (
      select contact_id from contact_signs
      where channel = a.channel and address = a.address and source = 'shared' order by id + 0 limit ${MOST_SHARERS}
    ) s
    cross join lateral (select * from contacts where id = s.contact_id limit 1) c`;
  const byKey = new Map<string, KnownPerson[]>();
  for (const { channel, address, ...known } of rows) {
    const key = keyOf({ channel, address });
    byKey.set(key, [...(byKey.get(key) ?? []), known]);
  }
  return byKey;
}

/**
 * Who has these addresses, by `channel:address`. `journalId`: the entry under which the file has been taken in so far; of that
 * only these people are looked up (`offset 0`), or each batch would read all that was recorded before it.
 */
async function holdersOf(
  sql: Sql,
  all: readonly Identity[],
  journalId: string | null,
): Promise<Map<string, KnownPerson>> {
  const rows = await sql<KnownPerson & Identity>`
    select a.channel, a.address, ${columns(sql)}, exists (
      select from journal_changes made join journal part on part.id = made.journal_id
      where made.table_name = 'contacts' and made.key = c.id::text and made.before is null and part.part_of = ${journalId}::bigint offset 0
    ) as "ofThisFile"
    from unnest((select ${all.map((one) => one.channel)}::text[]), (select ${all.map((one) => one.address)}::text[])) a (channel, address)
    cross join lateral (
      select contact_id from contact_identities where channel = a.channel and address = a.address limit 1
    ) i
    cross join lateral (select * from contacts where id = i.contact_id limit 1) c`;
  return new Map(rows.map(({ channel, address, ...known }) => [keyOf({ channel, address }), known]));
}
