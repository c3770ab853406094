import type { Sql, Tx } from '../db/sql.ts';
import type { Locale } from '../text/locale.ts';
import type { LanguageSource } from './contact_language.ts';
import { type Searchable, searchKeys } from './search.ts';

export interface Contact {
  id: string;
  name: string;
  locale: Locale | null;
  /** How that language is known. */
  localeFrom: LanguageSource;
  city: string | null;
  tags: string[];
  lastSeenAt: Date | null;
}

/** Where a contact can be reached or is known. Addresses are normalised before they come here. */
export interface Identity {
  channel: string;
  address: string;
  /** Named by somebody else: not proven to be this person's. */
  claimed?: boolean;
}

export interface NewContact {
  name: string;
  locale?: Locale | null;
  /** Default: a guess. */
  localeFrom?: LanguageSource;
  /** As cityName writes it. */
  city?: string | null;
  tags?: string[];
}

export async function loadContact(sql: Sql, id: string): Promise<Contact | undefined> {
  const [contact] = await sql<Contact>`
    select id, name, locale, locale_from as "localeFrom", city, tags, last_seen_at as "lastSeenAt" from contacts where id = ${id}`;
  return contact;
}

/** As it stands with us. */
export interface OwnIdentity extends Identity {
  blockedAt: Date | null;
  /** Mail to it comes back for good. */
  bouncedAt: Date | null;
  bounceReason: string | null;
  /** They have reported us as spam. */
  complainedAt: Date | null;
}

export async function identitiesOf(sql: Sql, contactId: string): Promise<OwnIdentity[]> {
  return sql<OwnIdentity>`
    select channel, address, claimed, blocked_at as "blockedAt", bounced_at as "bouncedAt",
      bounce_reason as "bounceReason", complained_at as "complainedAt"
    from contact_identities where contact_id = ${contactId} order by id`;
}

/** The contact who owns the first of these identities that anybody owns. */
export async function contactByIdentity(sql: Sql, identities: Identity[]): Promise<Contact | undefined> {
  for (const { channel, address } of identities) {
    const [contact] = await sql<Contact>`
      select c.id, c.name, c.locale, c.locale_from as "localeFrom", c.city, c.tags, c.last_seen_at as "lastSeenAt"
      from contacts c join contact_identities i on i.contact_id = c.id
      where i.channel = ${channel} and i.address = ${address}`;
    if (contact) return contact;
  }
  return undefined;
}

/**
 * Finds the person behind these identities, strongest first, or makes a contact of them. Identities nobody owns yet are
 * added to the found contact; one that belongs to somebody else stays there: two people are never merged by themselves.
 * `changed`: the contact is new, or has got an identity.
 */
export async function resolveContact(
  tx: Tx,
  identities: Identity[],
  draft: NewContact,
  now: Date,
): Promise<Contact & { changed: boolean }> {
  await lockIdentities(tx, identities);
  const contact = (await contactByIdentity(tx, identities)) ?? (await insertContact(tx, draft));
  const added = await addIdentities(tx, contact.id, identities);
  // an address stands in for a name only until there is one
  const stopgaps = ['', ...identities.map((identity) => identity.address)];
  await tx`
    update contacts set
      name = case when name = any(${stopgaps}) and ${draft.name} <> '' then ${draft.name} else name end,
      locale = coalesce(locale, ${draft.locale ?? null}),
      city = coalesce(city, ${draft.city ?? null}::text)
    where id = ${contact.id} and (locale is null or (city is null and ${draft.city ?? null}::text is not null) or name = any(${stopgaps}))`;
  await markSeen(tx, contact.id, now);
  await refreshSearchKeys(tx, contact.id);
  return { ...(await loadContact(tx, contact.id))!, changed: added > 0 };
}

/** To the quarter of an hour: a new time rewrites all of the contact's search keys, and only orders what /find shows. */
async function markSeen(tx: Tx, contactId: string, now: Date): Promise<void> {
  await tx`
    update contacts set last_seen_at = ${now}
    where id = ${contactId} and (last_seen_at is null or last_seen_at < ${now}::timestamptz - interval '15 minutes')`;
}

export async function insertContact(tx: Tx, draft: NewContact): Promise<Contact> {
  const [row] = await tx<{ id: string }>`
    insert into contacts (name, locale, locale_from, city, tags)
    values (${draft.name}, ${draft.locale ?? null}, ${draft.localeFrom ?? 'guess'}, ${draft.city ?? null}, ${draft.tags ?? []})
    returning id`;
  return (await loadContact(tx, row!.id))!;
}

/** Those nobody owns yet; gives how many they were. */
export async function addIdentities(tx: Tx, contactId: string, identities: Identity[]): Promise<number> {
  let added = 0;
  for (const { channel, address, claimed } of identities) {
    const { count } = await tx`
      insert into contact_identities (contact_id, channel, address, claimed)
      values (${contactId}, ${channel}, ${address}, ${claimed ?? false})
      on conflict (channel, address) do nothing`;
    added += count;
  }
  return added;
}

export async function renameContact(tx: Tx, contactId: string, name: string): Promise<void> {
  await tx`update contacts set name = ${name} where id = ${contactId}`;
  await refreshSearchKeys(tx, contactId);
}

/** null: not known. */
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

/** The same for many, in one statement; gives how many were changed by it. */
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

/** Keys are derived from name, identities and tags: written again whenever one of them changed. */
export async function refreshSearchKeys(tx: Tx, contactIds: string | string[]): Promise<void> {
  const people = await searchablesOf(tx, [contactIds].flat());
  const rows = await Promise.all(people.map(async (one) => ({ id: one.id, keys: await searchKeys(one) })));
  await tx`
    update contacts c set search_keys = r.keys
    from jsonb_to_recordset(${tx.json(rows)}) as r (id bigint, keys text[])
    where c.id = r.id and c.search_keys <> r.keys`;
}

interface SearchableContact extends Searchable {
  id: string;
  tags: string[];
}

function searchablesOf(sql: Sql, contactIds: string[]): Promise<SearchableContact[]> {
  return sql<SearchableContact>`
    select c.id, c.name, c.tags, coalesce((
      select jsonb_agg(jsonb_build_object('channel', i.channel, 'address', i.address) order by i.id)
      from contact_identities i where i.contact_id = c.id
    ), '[]') as identities
    from contacts c where c.id = any(${contactIds}::bigint[])`;
}

function withTags(tags: string[], add: string[], remove: string[]): string[] {
  return [...new Set([...tags, ...add])].filter((tag) => !remove.includes(tag)).sort();
}

/** A new person often arrives on two roads at once (order and customer webhook): the second waits and finds them. */
async function lockIdentities(tx: Tx, identities: Identity[]): Promise<void> {
  const keys = identities.map(({ channel, address }) => `${channel}:${address}`).sort();
  for (const key of keys) await tx`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}
