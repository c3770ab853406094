import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import type { Locale } from '../../text/locale.ts';
import type { LanguageSource } from './contact_language.ts';
import { keepFormerName } from './former_name.ts';
import { BY_USER, isFoundWithout, mayName, type NameSource, STAND_IN } from './name.ts';
import { type Searchable, searchKeys } from './search.ts';
import { addSigns, dropOwnSigns, EMAIL, type Identity, PHONE, type Sign } from './sign.ts';

export interface Contact {
  id: string;
  name: string;
  locale: Locale | null;
  /** How that language is known. */
  localeFrom: LanguageSource;
  city: string | null;
  tags: string[];
  lastSeenAt: Date | null;
  /** Since when a user no longer wants to hear from them. */
  blockedAt: Date | null;
}

/** The marks that somebody comes with. */
export interface Marks {
  /** Strongest first: the channel's own id, then what the channel or shop vouches for. */
  identities: Identity[];
  /** Addresses that may be theirs and prove nothing. */
  signs?: Sign[];
}

export interface NewContact {
  name: string;
  /** Default: nobody; the name only stands in for one. */
  nameFrom?: NameSource;
  /** Of a name that stands on a bill: when that was made out. */
  billedAt?: Date;
  /** It is the name that they use there now: an earlier one gives way to it. */
  renames?: boolean;
  locale?: Locale | null;
  /** Default: a guess. */
  localeFrom?: LanguageSource;
  /** As cityName returns it. */
  city?: string | null;
  tags?: string[];
}

export const contactColumns = (sql: Sql) => sql`
  c.id, c.name, c.locale, c.locale_from as "localeFrom", c.city, c.tags, c.last_seen_at as "lastSeenAt",
  c.blocked_at as "blockedAt"`;

export async function loadContact(sql: Sql, id: string): Promise<Contact | undefined> {
  const [contact] = await sql<Contact>`select ${contactColumns(sql)} from contacts c where c.id = ${id}`;
  return contact;
}

/** Those of them that there are, by their ids. */
export async function loadContacts(sql: Sql, ids: readonly string[]): Promise<Map<string, Contact>> {
  if (ids.length === 0) return new Map();
  const contacts = await sql<Contact>`
    select ${contactColumns(sql)} from contacts c where c.id = any(${[...new Set(ids)]}::bigint[])`;
  return new Map(contacts.map((contact) => [contact.id, contact]));
}

/** An identity with its state. */
export interface OwnIdentity extends Identity {
  /** When they closed this chat to us. */
  closedAt: Date | null;
  /** When mail to it came back for good. */
  bouncedAt: Date | null;
  bounceReason: string | null;
  /** When they reported us as spam. */
  complainedAt: Date | null;
  /** When a user said not to write there first. */
  refusedAt: Date | null;
  /** The name of whoever had it before a merge brought it here. */
  knownAs: string | null;
}

export async function identitiesOf(sql: Sql, contactId: string): Promise<OwnIdentity[]> {
  return sql<OwnIdentity>`
    select channel, address, claimed, blocked_at as "closedAt", bounced_at as "bouncedAt",
      bounce_reason as "bounceReason", complained_at as "complainedAt", refused_at as "refusedAt", known_as as "knownAs"
    from contact_identities where contact_id = ${contactId} order by id`;
}

/** The contact that the strongest of these identities proves. */
export async function contactByIdentity(sql: Sql, identities: Identity[]): Promise<Contact | undefined> {
  return (await knownBy(sql, identities))?.contact;
}

export interface Known {
  contact: Contact;
  identity: Identity;
  /** When they closed that chat to us. */
  closedAt: Date | null;
}

/** Who has the strongest of these identities that belongs to anybody, and which one that is. */
export async function knownBy(sql: Sql, identities: Identity[]): Promise<Known | undefined> {
  const owners = await ownersOf(sql, identities);
  for (const [rank, identity] of identities.entries()) {
    const known = owners.find((one) => one.identity === identity);
    if (known && !(await isContradicted(sql, known.contact.id, identity, identities.slice(0, rank)))) return known;
  }
  return undefined;
}

/** The owners of these identities, as far as they have any. */
export async function ownersOf(sql: Sql, identities: readonly Identity[], locked = sql``): Promise<Known[]> {
  const [channels, addresses] = [identities.map((one) => one.channel), identities.map((one) => one.address)];
  const rows = await sql<Contact & { closedAt: Date | null; nth: number }>`
    select ${contactColumns(sql)}, i.blocked_at as "closedAt", a.nth::int as nth
    from unnest((select ${channels}::text[]), (select ${addresses}::text[])) with ordinality a (channel, address, nth)
    -- one by one: while the tables are small the planner would rather read them whole, and keeps to it
    cross join lateral (
      select * from contact_identities where channel = a.channel and address = a.address limit 1 ${locked}
    ) i
    cross join lateral (select * from contacts where id = i.contact_id limit 1) c`;
  return rows.map(({ closedAt, nth, ...contact }) => ({ contact, identity: identities[nth - 1]!, closedAt }));
}

/**
 * Which of the stronger identities may show that this one no longer belongs to its holder. For a phone, any of them:
 * couples and offices share one, and phones change hands. A mail address can change hands too, if a shop gives it to
 * another of its accounts.
 */
function contradicting({ channel }: Identity, stronger: Identity[]): Identity[] {
  if (channel === PHONE) return stronger;
  return channel === EMAIL ? stronger.filter(({ address }) => address.includes('/')) : [];
}

/**
 * Whether the contact, who has `one`, has another mail address, chat or account in the same shop (`<shop>/<customer>`) than these: then
 * they are not the person with them, or only the owner can tell.
 */
export async function isContradicted(sql: Sql, contactId: string, one: Identity, all: Identity[]): Promise<boolean> {
  const identities = contradicting(one, all);
  if (identities.length === 0) return false;
  const rows = await sql`
    select from unnest((select ${identities.map((one) => one.channel)}::text[]), (select ${identities.map((one) => one.address)}::text[])) a (channel, address)
    join contact_identities i on i.contact_id = ${contactId} and i.channel = a.channel and not i.claimed
    where i.address <> a.address
      and (position('/' in a.address) = 0 or split_part(i.address, '/', 1) = split_part(a.address, '/', 1))
    limit 1`;
  return rows.length > 0;
}

export async function insertContact(tx: Tx, draft: NewContact): Promise<Contact> {
  const [contact] = await tx<Contact>`
    insert into contacts as c (name, name_from, locale, locale_from, city, tags) values (${newContactValues(tx, draft)})
    returning ${contactColumns(tx)}`;
  return contact!;
}

/** The values of name, name_from, locale, locale_from, city and tags. */
const newContactValues = (tx: Tx, draft: NewContact): Fragment => tx`
  ${draft.name}, ${draft.nameFrom ?? STAND_IN}, ${draft.locale ?? null}, ${draft.localeFrom ?? 'guess'},
  ${draft.city ?? null}, ${draft.tags ?? []}::text[]`;

/** The sign for an address that is somebody else's here. */
export const sharedSign = ({ channel, address }: Identity): Sign => ({ channel, address, source: 'shared' });

/**
 * Adds the identities that nobody has yet; one that somebody else has becomes a sign. Returns how many are new to the
 * contact. `through`: the address that alone says they are the contact's, though somebody else may go by them.
 */
export async function addIdentities(
  tx: Tx,
  contactId: string,
  identities: Identity[],
  through: Identity | null = null,
): Promise<number> {
  let added = 0;
  for (const { channel, address, claimed } of identities) {
    const { count } = await tx`
      insert into contact_identities (contact_id, channel, address, claimed, joined_by, joined_through)
      values (${contactId}, ${channel}, ${address}, ${claimed ?? false}, ${through?.channel ?? null}, ${through?.address ?? null})
      on conflict (channel, address) do nothing`;
    added += count || (await addSigns(tx, contactId, [sharedSign({ channel, address })]));
  }
  if (added > 0) await dropOwnSigns(tx, contactId);
  return added;
}

/**
 * Gives a contact the name that they have now at `source` (a channel, a shop, BY_USER). A name that a user has chosen
 * stays, and so does one from another source, unless it only stands in for a name. The previous name is kept as a
 * former one, because others may have it. True if the name has changed.
 */
export async function rename(tx: Tx, contactId: string, name: string, source: NameSource): Promise<boolean> {
  if (name === '') return false;
  const changes =
    source === BY_USER
      ? tx`(c.name <> ${name} or c.name_from is distinct from ${BY_USER})`
      : mayName(tx, { name, source, renames: true });
  const [row] = await tx<{ former: string; renamed: boolean; stoodIn: boolean }>`
    with before as (select id, name, ${isFoundWithout(tx)} as stands_in from contacts c where id = ${contactId} for update)
    update contacts c set name = ${name}, name_from = ${source} from before b
    where c.id = b.id and ${changes}
    returning b.name as former, b.name <> c.name as renamed, b.stands_in as "stoodIn"`;
  if (!row?.renamed) return false;
  if (!row.stoodIn) await keepFormerName(tx, contactId, row.former, name);
  await refreshSearchKeys(tx, contactId);
  return true;
}

/** They have been known at least since then. */
export async function knowSince(tx: Tx, contactId: string, at: Date): Promise<void> {
  await tx`update contacts set created_at = ${at} where id = ${contactId} and created_at > ${at}`;
}

/** null: unknown. */
export async function changeCity(tx: Tx, contactId: string, city: string | null): Promise<void> {
  await tx`update contacts set city = ${city} where id = ${contactId}`;
}

export async function changeTags(tx: Tx, contactId: string, add: string[], remove: string[]): Promise<string[]> {
  const [row] = await tx<{ tags: string[] }>`
    update contacts
    set tags = array(
      select distinct tag from unnest(tags || ${add}::text[]) tag where tag <> all (${remove}::text[]) order by tag
    )
    where id = ${contactId} returning tags`;
  await refreshSearchKeys(tx, contactId);
  return row!.tags;
}

/** The same for many contacts, in one statement. Returns how many it changed. */
export async function changeTagsOf(tx: Tx, contactIds: string[], add: string[], remove: string[]): Promise<number> {
  const people = await searchablesOf(tx, contactIds);
  const tagged = people.map((one) => ({ ...one, tags: withTags(one.tags, add, remove), had: one.tags }));
  const changed = tagged.filter(({ tags, had }) => tags.join(' ') !== had.join(' '));
  const rows = await Promise.all(
    changed.map(async (one) => ({ id: one.id, tags: one.tags, keys: await searchKeys(one) })),
  );
  await tx`
    update contacts c set tags = r.tags, search_keys = r.keys
    from jsonb_to_recordset(${tx.json(rows)}) as r (id bigint, tags text[], keys text[]) where c.id = r.id`;
  return rows.length;
}

/**
 * Rewrites the search keys. They are derived from name, identities and tags, so this is needed whenever one of these
 * changes.
 */
export async function refreshSearchKeys(tx: Tx, contactIds: string | string[]): Promise<void> {
  const people = await searchablesOf(tx, [contactIds].flat());
  const rows = await Promise.all(people.map(async (one) => ({ id: one.id, keys: await searchKeys(one) })));
  const [one, ...more] = rows;
  if (one && more.length === 0) return writeKeys(tx, one);
  await tx`
    update contacts c set search_keys = r.keys
    from jsonb_to_recordset(${tx.json(rows)}) as r (id bigint, keys text[])
    where c.id = r.id and c.search_keys <> r.keys`;
}

/**
 * Writes them one person at a time, by primary key: a join of a list with people may have been planned when there were
 * few, and would then read all of them.
 */
async function writeKeys(tx: Tx, { id, keys }: { id: string; keys: string[] }): Promise<void> {
  await tx`
    update contacts set search_keys = ${keys}::text[] where id = ${id} and search_keys <> ${keys}::text[]`;
}

interface SearchableContact extends Searchable {
  id: string;
  tags: string[];
}

function searchablesOf(sql: Sql, contactIds: string[]): Promise<SearchableContact[]> {
  return sql<SearchableContact>`
    select c.id, c.name, c.tags, coalesce((
      select jsonb_agg(jsonb_build_object('channel', i.channel, 'address', i.address))
      from (
        select channel, address from contact_identities where contact_id = c.id
        union all select channel, address from contact_signs where contact_id = c.id
        union all select 'name', known_as from contact_identities where contact_id = c.id and known_as is not null
      ) i
    ), '[]') as identities
    from contacts c where c.id = any(${contactIds}::bigint[])`;
}

function withTags(tags: string[], add: string[], remove: string[]): string[] {
  return [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag)).sort();
}

/**
 * A new person often arrives twice at the same moment (with an order and with the customer webhook): the second waits
 * and finds them.
 */
export async function lockIdentities(tx: Tx, identities: Identity[]): Promise<void> {
  const keys = identities.map(({ channel, address }) => `${channel}:${address}`).sort();
  await tx`select pg_advisory_xact_lock(hashtextextended(key, 0)) from unnest((select ${keys}::text[])) with ordinality k (key, nth) order by nth`;
}

/** Two users may add the same person at the same moment: the second sees what the first has made. */
export async function lockName(tx: Tx, name: string): Promise<void> {
  if (name) await tx`select pg_advisory_xact_lock(hashtextextended('name:' || fold_text(${name}), 0))`;
}
