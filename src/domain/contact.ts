import type { Sql, Tx } from '../db/sql.ts';
import type { Locale } from '../text/locale.ts';
import { searchKeys } from './search.ts';

export interface Contact {
  id: string;
  name: string;
  locale: Locale | null;
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
  tags?: string[];
}

export async function loadContact(sql: Sql, id: string): Promise<Contact | undefined> {
  const [contact] = await sql<Contact>`
    select id, name, locale, tags, last_seen_at as "lastSeenAt" from contacts where id = ${id}`;
  return contact;
}

export async function identitiesOf(sql: Sql, contactId: string): Promise<(Identity & { blockedAt: Date | null })[]> {
  return sql<Identity & { blockedAt: Date | null }>`
    select channel, address, claimed, blocked_at as "blockedAt"
    from contact_identities where contact_id = ${contactId} order by id`;
}

/** The contact who owns the first of these identities that anybody owns. */
export async function contactByIdentity(sql: Sql, identities: Identity[]): Promise<Contact | undefined> {
  for (const { channel, address } of identities) {
    const [contact] = await sql<Contact>`
      select c.id, c.name, c.locale, c.tags, c.last_seen_at as "lastSeenAt"
      from contacts c join contact_identities i on i.contact_id = c.id
      where i.channel = ${channel} and i.address = ${address}`;
    if (contact) return contact;
  }
  return undefined;
}

/**
 * Finds the person behind these identities, strongest first, or makes a contact of them. Identities nobody owns yet are
 * added to the found contact; one that belongs to somebody else stays there: two people are never merged by themselves.
 */
export async function resolveContact(tx: Tx, identities: Identity[], draft: NewContact, now: Date): Promise<Contact> {
  await lockIdentities(tx, identities);
  const contact = (await contactByIdentity(tx, identities)) ?? (await insertContact(tx, draft));
  await addIdentities(tx, contact.id, identities);
  // an address stands in for a name only until there is one
  const stopgaps = ['', ...identities.map((identity) => identity.address)];
  await tx`
    update contacts set
      name = case when name = any(${stopgaps}) and ${draft.name} <> '' then ${draft.name} else name end,
      locale = coalesce(locale, ${draft.locale ?? null})
    where id = ${contact.id} and (locale is null or name = any(${stopgaps}))`;
  await markSeen(tx, contact.id, now);
  await refreshSearchKeys(tx, contact.id);
  return (await loadContact(tx, contact.id))!;
}

/** To the quarter of an hour: a new time rewrites all of the contact's search keys, and only orders what /find shows. */
async function markSeen(tx: Tx, contactId: string, now: Date): Promise<void> {
  await tx`
    update contacts set last_seen_at = ${now}
    where id = ${contactId} and (last_seen_at is null or last_seen_at < ${now}::timestamptz - interval '15 minutes')`;
}

export async function insertContact(tx: Tx, draft: NewContact): Promise<Contact> {
  const [row] = await tx<{ id: string }>`
    insert into contacts (name, locale, tags) values (${draft.name}, ${draft.locale ?? null}, ${draft.tags ?? []})
    returning id`;
  return (await loadContact(tx, row!.id))!;
}

export async function addIdentities(tx: Tx, contactId: string, identities: Identity[]): Promise<void> {
  for (const { channel, address, claimed } of identities) {
    await tx`
      insert into contact_identities (contact_id, channel, address, claimed)
      values (${contactId}, ${channel}, ${address}, ${claimed ?? false})
      on conflict (channel, address) do nothing`;
  }
}

export async function renameContact(tx: Tx, contactId: string, name: string): Promise<void> {
  await tx`update contacts set name = ${name} where id = ${contactId}`;
  await refreshSearchKeys(tx, contactId);
}

export async function changeLanguage(tx: Tx, contactId: string, locale: Locale): Promise<void> {
  await tx`update contacts set locale = ${locale} where id = ${contactId}`;
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

/** Keys are derived from name, identities and tags: written again whenever one of them changed. */
export async function refreshSearchKeys(tx: Tx, contactId: string): Promise<void> {
  const contact = (await loadContact(tx, contactId))!;
  const identities = await identitiesOf(tx, contactId);
  const keys = await searchKeys({ name: contact.name, identities, tags: contact.tags });
  await tx`update contacts set search_keys = ${keys} where id = ${contactId} and search_keys <> ${keys}`;
}

/** A new person often arrives on two roads at once (order and customer webhook): the second waits and finds them. */
async function lockIdentities(tx: Tx, identities: Identity[]): Promise<void> {
  const keys = identities.map(({ channel, address }) => `${channel}:${address}`).sort();
  for (const key of keys) await tx`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
}
