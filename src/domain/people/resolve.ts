import type { Tx } from '../../db/sql.ts';
import {
  addIdentities,
  type Contact,
  contactColumns,
  type Known,
  knownBy,
  lockIdentities,
  type Marks,
  type NewContact,
  newContactValues,
  ownersOf,
  refreshSearchKeys,
  sharedSign,
} from './contact.ts';
import { keepFormerName } from './former_name.ts';
import { isStandIn, mayName, STAND_IN } from './name.ts';
import { searchKeys } from './search_keys.ts';
import { addSigns, type Identity, PHONE } from './sign.ts';

/** Somebody who has contacted us. */
export interface Resolved extends Contact {
  /** The contact is new, or has a new identity or sign. */
  changed: boolean;
  /** Whether they may have closed to us the chat through which they came. */
  mayBeClosed: boolean;
  /** All their identities, if the contact is new. */
  owns?: Identity[];
}

/**
 * Finds the person with these identities, or makes a contact of them. Identities that nobody has yet are added to the
 * found contact; one that belongs to somebody else stays there and is a sign here, because two people are never merged
 * without asking. A claim changes nothing about a known contact.
 */
export async function resolveContact(tx: Tx, marks: Marks, draft: NewContact, now: Date): Promise<Resolved> {
  const [first, ...more] = marks.identities;
  // if their only identity proves who they are, there is nothing to add: it only has to stay theirs meanwhile
  const [proven] = first && more.length === 0 ? await ownersOf(tx, [first], tx`for no key update`) : [];
  if (proven) return meet(tx, proven, marks, draft, now);
  await lockIdentities(tx, marks.identities);
  const known = await knownBy(tx, marks.identities);
  return known ? meet(tx, known, marks, draft, now) : makeContact(tx, marks, draft, now);
}

async function meet(tx: Tx, known: Known, marks: Marks, draft: NewContact, now: Date): Promise<Resolved> {
  const { contact, identity, closedAt } = known;
  const [first] = marks.identities;
  const others = marks.identities.filter((one) => one !== identity);
  const added = await addIdentities(tx, contact.id, others, identity.channel === PHONE ? PHONE : null);
  const noted = await addSigns(tx, contact.id, marks.signs ?? []);
  const fresh = (await complete(tx, contact, first?.claimed ? {} : draft, now)) ?? contact;
  if (added + noted > 0 || fresh.name !== contact.name) await refreshSearchKeys(tx, contact.id);
  return { ...fresh, changed: added + noted > 0, mayBeClosed: identity !== first || closedAt !== null };
}

/**
 * How exact the time of the last contact is: it only orders what /find shows, and a new time rewrites all of their
 * search keys.
 */
export const SEEN_MS = 15 * 60_000;

/**
 * Stores what they say about themselves if nothing is known yet, their current name, and that they were seen. Undefined
 * if none of it is new.
 */
async function complete(
  tx: Tx,
  contact: Contact,
  { name = '', nameFrom: source = STAND_IN, renames = false, city = null }: Partial<NewContact>,
  now: Date,
): Promise<Contact | undefined> {
  const seenBefore = new Date(now.getTime() - SEEN_MS);
  const isSeen = contact.lastSeenAt !== null && contact.lastSeenAt >= seenBefore;
  if (isSeen && (name === '' || name === contact.name) && (city === null || contact.city !== null)) return undefined;
  const names = mayName(tx, { name, source, renames });
  const unseen = tx`(last_seen_at is null or last_seen_at < ${seenBefore})`;
  const [row] = await tx<Contact & { former: string | null }>`
    with before as (
      select id, name, ${isStandIn(tx)} as stands_in from contacts c
      where id = ${contact.id} and (city is null and ${city}::text is not null or ${unseen} or ${names}) for update
    )
    update contacts c set
      name = case when ${names} then ${name} else c.name end,
      name_from = case when ${names} then ${source} else name_from end,
      city = coalesce(city, ${city}::text),
      last_seen_at = case when ${unseen} then ${now} else last_seen_at end
    from before b where c.id = b.id
    returning ${contactColumns(tx)}, case when b.name <> c.name and not b.stands_in then b.name end as former`;
  if (!row) return undefined;
  const { former, ...fresh } = row;
  if (former) await keepFormerName(tx, contact.id, former, fresh.name);
  return fresh;
}

/**
 * Makes the contact with all their marks in one statement: what somebody else has becomes a sign of theirs, and they
 * are still found by it.
 */
async function makeContact(tx: Tx, { identities, signs = [] }: Marks, draft: NewContact, now: Date): Promise<Resolved> {
  const keys = await searchKeys({ ...draft, identities: [...identities, ...signs] });
  const [made] = await tx<Contact & { owned: string[] }>`
    with made as (
      insert into contacts (name, name_from, locale, locale_from, city, tags, last_seen_at, search_keys)
      values (${newContactValues(tx, draft)}, ${now}, ${keys}::text[]) returning *
    ), owned as (
      insert into contact_identities (contact_id, channel, address, claimed)
      select made.id, i.channel, i.address, coalesce(i.claimed, false)
      from made, jsonb_to_recordset(${tx.json(identities)}) as i (channel text, address text, claimed boolean)
      on conflict (channel, address) do nothing returning channel, address
    )
    select ${contactColumns(tx)}, array(select channel || ':' || address from owned) as owned from made c`;
  const { owned, ...contact } = made!;
  const isOwned = ({ channel, address }: Identity) => owned.includes(`${channel}:${address}`);
  const shared = identities.filter((one) => !isOwned(one));
  await addSigns(tx, contact.id, [...shared.map(sharedSign), ...signs]);
  return { ...contact, changed: true, mayBeClosed: false, owns: identities.filter(isOwned) };
}
