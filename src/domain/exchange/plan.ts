import type { Sql, Tx } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import { isRoleAddress } from '../../text/public_mail.ts';
import { isStandIn } from '../people/name.ts';
import { sameName } from '../people/same_name.ts';
import { type Identity, PHONE } from '../people/sign.ts';
import { type Draft, type FilledField, isNobody } from './draft.ts';

/** Somebody of a file, or of several lines of it. */
export interface Person {
  /** Absent: they are new. */
  known?: KnownPerson;
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
}

/** Why a line is left out. */
export type LeftOut = 'nobody' | 'own';

export interface Plan {
  people: Person[];
  leftOut: { line: number; reason: LeftOut }[];
  /** Lines that say more of somebody in an earlier one. */
  joined: number;
}

/** Who holds an address in lines before, by `channel:address`. */
export type Seen = Map<string, Person>;

const keyOf = ({ channel, address }: Identity): string => `${channel}:${address}`;

/**
 * Who of the drafts is new, who is known and who has been before. An equal mail address is the same person; an equal phone,
 * or a mailbox of a firm, is not where the names differ: then they are new, and who they may be is kept in `alike`.
 */
export async function planOf(
  sql: Sql,
  drafts: readonly Draft[],
  { seen, ownEmails }: { seen: Seen; ownEmails: readonly string[] },
): Promise<Plan> {
  const plan: Plan = { people: [], leftOut: [], joined: 0 };
  const holders = await holdersOf(sql, drafts);
  for (const draft of drafts) {
    const own = draft.identities.some(({ address }) => ownEmails.includes(address));
    if (own || isNobody(draft)) plan.leftOut.push({ line: draft.line, reason: own ? 'own' : 'nobody' });
    else await place(plan, draft, holders, seen);
  }
  return plan;
}

async function place(plan: Plan, draft: Draft, holders: ReadonlyMap<string, KnownPerson>, seen: Seen): Promise<void> {
  const alike: Person['alike'] = [];
  let person: Person | undefined;
  for (const identity of draft.identities) {
    const known = holders.get(keyOf(identity));
    const before = seen.get(keyOf(identity)) ?? (known && seen.get(`c${known.id}`));
    const holder = before ?? (known && { known, draft: { ...draft, name: known.name }, alike: [] });
    if (!holder) continue;
    if (person || (await isAnother(identity, draft.name, holder))) {
      const same = person && (person === before || (known && person.known?.id === known.id));
      if (!same) alike.push({ identity, ...(known ? { contactId: known.id } : { person: holder }) });
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
  if (channel !== PHONE && !isRoleAddress(address)) return false;
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
  first.tags = [...new Set([...first.tags, ...later.tags])];
  for (const list of ['identities', 'signs'] as const) {
    const had = new Set(first[list].map(keyOf));
    (first[list] as Identity[]).push(...later[list].filter((one) => !had.has(keyOf(one))));
  }
  const had = (one: FilledField) => first.fields.find(({ field }) => field.id === one.field.id);
  const otherwise = later.fields.filter((one) => had(one) && had(one)!.to.value !== one.to.value);
  first.fields.push(...later.fields.filter((one) => !had(one)));
  first.notes.push(
    ...[...other, ...otherwise.map(({ said }) => said), ...later.notes].filter((note) => !first.notes.includes(note)),
  );
  first.problems.push(...later.problems);
}

const columns = (sql: Sql) => sql`
  c.id, c.name, c.city, c.locale, c.locale_from as "localeFrom", c.tags, ${isStandIn(sql)} as "standsIn"`;

/** Locks those who are known, and brings what is known of them up to date: somebody may have changed them since the plan was made. */
export async function lockKnown(tx: Tx, people: readonly Person[]): Promise<void> {
  const known = people.flatMap((person) => person.known ?? []);
  if (known.length === 0) return;
  const rows = await tx<KnownPerson>`
    select ${columns(tx)} from contacts c where c.id = any((select ${known.map(({ id }) => id)}::bigint[])::bigint[])
    order by c.id for update`;
  const now = new Map(rows.map((row) => [row.id, row]));
  for (const one of known) Object.assign(one, now.get(one.id));
}

/** Who has these addresses, by `channel:address`. */
async function holdersOf(sql: Sql, drafts: readonly Draft[]): Promise<Map<string, KnownPerson>> {
  const identities = new Map(drafts.flatMap((draft) => draft.identities.map((one) => [keyOf(one), one] as const)));
  const all = [...identities.values()];
  const rows = await sql<KnownPerson & Identity>`
    select a.channel, a.address, ${columns(sql)}
    from unnest((select ${all.map((one) => one.channel)}::text[]), (select ${all.map((one) => one.address)}::text[])) a (channel, address)
    cross join lateral (
      select contact_id from contact_identities where channel = a.channel and address = a.address limit 1
    ) i
    cross join lateral (select * from contacts where id = i.contact_id limit 1) c`;
  return new Map(rows.map(({ channel, address, ...known }) => [keyOf({ channel, address }), known]));
}
