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
  ownersOf,
  refreshSearchKeys,
  sharedSign,
} from './contact.ts';
import { keepFormerName } from './former_name.ts';
import { isFoundWithout, mayName, STAND_IN } from './name.ts';
import { isOthersByNow, partAccount, withPhones } from './renamed_account.ts';
import { searchKeys } from './search_keys.ts';
import { addSigns, addSignsOf, EMAIL, type Identity, PHONE } from './sign.ts';
import { isAnotherGuest, isAnotherName, isCalledSoToo, whoComes } from './somebody_else.ts';

/** Somebody as they come: `resolveContact` says who they are. */
export interface Visit {
  marks: Marks;
  draft: NewContact;
  /** When they were seen. */
  at: Date;
  /** Their account in a shop, if they come by one. */
  account?: Identity | undefined;
  /** It is said by the record of their account itself. */
  byRecord?: boolean;
}

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
  return (await resolveVisit(tx, { marks, draft, at: now })).contact;
}

/** The same of somebody whose account may be another's, and as whom they came in the end. */
export async function resolveVisit<V extends Visit & { otherwise?: V; alone?: V }>(
  tx: Tx,
  visit: V,
): Promise<{ contact: Resolved; as: V }> {
  const { marks, draft, account, otherwise } = visit;
  const [first, ...more] = marks.identities;
  // if their only identity proves who they are, there is nothing to add: it only has to stay theirs meanwhile
  const [proven] = first && more.length === 0 ? await ownersOf(tx, [first], tx`for no key update`) : [];
  if (!proven) await lockIdentities(tx, [...marks.identities, ...(otherwise?.marks.identities ?? [])]);
  const known = proven ?? (await knownBy(tx, marks.identities));
  if (known && account && (!otherwise || visit.byRecord) && (await isOthersByNow(tx, known, account, draft.name))) {
    const as = { ...visit, marks: await withPhones(tx, known.contact, marks) };
    const [made] = await makeContacts(tx, [as]);
    await partAccount(tx, known.contact, made!, account, marks);
    return { contact: asNew(made!), as };
  }
  if (!account && otherwise && (await isOtherGuest(tx, known, visit, otherwise))) return resolveVisit(tx, otherwise);
  if (known && account && otherwise && known.identity === first) {
    const guest = await guestBy(tx, known, visit, otherwise);
    if (guest === null) return resolveVisit(tx, otherwise);
    if (guest === 'alone') return resolveVisit(tx, visit.alone ?? otherwise);
    if (guest) return { contact: await meet(tx, guest, otherwise), as: otherwise };
  }
  // couples and offices share a phone: by it alone a shop's account is nobody's who is called altogether otherwise
  const isStrange =
    known && account && known.identity.channel === PHONE && (await isAnotherName(tx, known.contact.id, draft.name));
  if (known && !isStrange) return { contact: await meet(tx, known, visit), as: visit };
  const [made] = await makeContacts(tx, [visit]);
  return { contact: asNew(made!), as: visit };
}

/** Whether a guest is not who has the phone by which they come: they came as another one before, also where the two are one by now, or are called otherwise. */
async function isOtherGuest(tx: Tx, known: Known | undefined, { draft }: Visit, otherwise: Visit): Promise<boolean> {
  if ((await ownersOf(tx, otherwise.marks.identities)).length > 0) return true;
  return known !== undefined && isAnotherGuest(tx, known, draft.name);
}

/**
 * Which guest of the account comes by it; null: somebody of their own, undefined: its holder. Whoever came under that name, or by that
 * mail address, is the same again; `alone`: with a mail address, which another of that name has too.
 */
async function guestBy(tx: Tx, known: Known, visit: Visit, guest: Visit): Promise<Known | 'alone' | null | undefined> {
  const { marks, draft } = visit;
  const isReached = [...marks.identities, ...(marks.signs ?? [])].some(
    ({ channel }) => channel === EMAIL || channel === PHONE,
  );
  const [again] =
    draft.name !== '' && !isReached ? await ownersOf(tx, guest.marks.identities, tx`for no key update`) : [];
  if (again) {
    const { id } = again.contact;
    const [mail] = await tx`select from contact_identities where contact_id = ${id} and channel = ${EMAIL} limit 1`;
    if (mail && (await isCalledSoToo(tx, known, draft.name, id))) return 'alone';
    return id === known.contact.id ? undefined : null;
  }
  const id = await whoComes(tx, known, visit);
  if (id === known.contact.id) return undefined;
  if (id === null || (await ownersOf(tx, guest.marks.identities, tx`for no key update`)).length > 0) return null;
  const [contact] = await tx<Contact>`select ${contactColumns(tx)} from contacts c where id = ${id} for no key update`;
  return contact ? { contact, identity: known.identity, closedAt: null } : null;
}

/** Somebody who was made just now. */
export const asNew = (made: Made): Resolved => ({ ...made, changed: true, mayBeClosed: false });

async function meet(tx: Tx, known: Known, { marks, draft, at: now, account }: Visit): Promise<Resolved> {
  const { contact, identity, closedAt } = known;
  const [first] = marks.identities;
  const others = marks.identities.filter((one) => one !== identity);
  // whoever has an account may have given another's mail address: it is theirs, and called as its shop says
  const isSharable = identity.channel === PHONE || (account && identity.channel === EMAIL);
  const added = await addIdentities(tx, contact.id, others, isSharable ? identity : null);
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
  { name = '', nameFrom: source = STAND_IN, renames = false, city = null, billedAt }: Partial<NewContact>,
  now: Date,
): Promise<Contact | undefined> {
  const seenBefore = new Date(now.getTime() - SEEN_MS);
  const isSeen = contact.lastSeenAt !== null && contact.lastSeenAt >= seenBefore;
  if (isSeen && (name === '' || name === contact.name) && (city === null || contact.city !== null)) return undefined;
  const names = mayName(tx, { name, source, renames, billedAt });
  const unseen = tx`(last_seen_at is null or last_seen_at < ${seenBefore})`;
  const [row] = await tx<Contact & { former: string | null }>`
    with before as (
      select id, name, ${isFoundWithout(tx)} as stands_in from contacts c
      where id = ${contact.id} and (city is null and ${city}::text is not null or ${unseen} or ${names}) for update
    )
    update contacts c set
      name = case when ${names} then ${name} else c.name end,
      name_from = case when ${names} then ${source} else name_from end,
      city = case when ${billedAt !== undefined} and ${names} then coalesce(${city}::text, city) else coalesce(city, ${city}::text) end,
      last_seen_at = case when ${unseen} then ${now} else last_seen_at end
    from before b where c.id = b.id
    returning ${contactColumns(tx)}, case when b.name <> c.name and not b.stands_in then b.name end as former`;
  if (!row) return undefined;
  const { former, ...fresh } = row;
  if (former) await keepFormerName(tx, contact.id, former, fresh.name);
  return fresh;
}

export interface Made extends Contact {
  /** All their identities. */
  owns: Identity[];
}

/**
 * Makes contacts of different people, with all their marks, in one statement, and gives them in their order: what somebody else has
 * becomes a sign of theirs, and they are still found by it.
 */
export async function makeContacts(tx: Tx, visits: readonly Visit[]): Promise<Made[]> {
  if (visits.length === 0) return [];
  const people = await Promise.all(visits.map(rowOf));
  const identities = visits.flatMap(({ marks }, nth) => marks.identities.map((one) => ({ ...one, nth })));
  const made = await tx<Contact & { owned: string[] }>`
    with given as materialized (
      select nextval(pg_get_serial_sequence('contacts', 'id')) as id, p.* from (
        select * from jsonb_to_recordset(${tx.json(people)}) as r (
          nth int, name text, name_from text, locale text, locale_from text, city text, tags text[], at timestamptz, keys text[]
        ) order by nth
      ) p
    ), made as (
      insert into contacts (id, name, name_from, locale, locale_from, city, tags, last_seen_at, search_keys) overriding system value
      select id, name, name_from, locale, locale_from, city, tags, at, keys from given order by nth returning *
    ), owned as (
      insert into contact_identities (contact_id, channel, address, claimed)
      select g.id, i.channel, i.address, coalesce(i.claimed, false)
      from rows from (jsonb_to_recordset(${tx.json(identities)}) as (nth int, channel text, address text, claimed boolean))
        with ordinality as i (nth, channel, address, claimed, place)
      join given g using (nth) order by place
      on conflict (channel, address) do nothing returning contact_id, channel, address
    )
    select ${contactColumns(tx)}, array(select channel || ':' || address from owned where contact_id = c.id) as owned
    from made c order by c.id`;
  const all = made.map(({ owned, ...contact }, nth) => {
    const { identities, signs = [] } = visits[nth]!.marks;
    const isOwned = ({ channel, address }: Identity) => owned.includes(`${channel}:${address}`);
    const shared = identities.filter((one) => !isOwned(one)).map(sharedSign);
    return { contact, owns: identities.filter(isOwned), signs: [...shared, ...signs] };
  });
  await addSignsOf(
    tx,
    all.flatMap(({ contact, signs }) => signs.map((sign) => ({ ...sign, contactId: contact.id }))),
  );
  return all.map(({ contact, owns }) => ({ ...contact, owns }));
}

async function rowOf({ marks: { identities, signs = [] }, draft, at }: Visit, nth: number) {
  const { name, nameFrom, locale = null, localeFrom = 'guess', city = null, tags = [] } = draft;
  return {
    ...{ nth, name, name_from: nameFrom ?? STAND_IN, locale, locale_from: localeFrom, city, tags, at },
    keys: await searchKeys({ ...draft, identities: [...identities, ...signs] }),
  };
}
