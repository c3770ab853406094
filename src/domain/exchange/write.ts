import type { Tx } from '../../db/sql.ts';
import type { Context } from '../context.ts';
import { refreshSearchKeys } from '../people/contact.ts';
import { fillFields } from '../people/fields/contact_fields.ts';
import { BY_USER, STAND_IN } from '../people/name.ts';
import type { Identity, Sign } from '../people/sign.ts';
import { noteAgreed, noteDeclined } from './agreed.ts';
import { joinCompanies } from './companies.ts';
import { keysOf, nameToGive } from './draft.ts';
import type { Import } from './imports.ts';
import { type KnownPerson, lockKnown, type Person, type Plan } from './plan.ts';

/** Which file it is, who gave it, and how its people agreed to get news. */
type OfFile = Pick<Import, 'id' | 'userId' | 'agreed'>;

/** What became of the people of a plan. */
export interface Written {
  created: number;
  updated: number;
  unchanged: number;
  /** Questions whether two are one person. */
  alike: number;
  /** Of whom it is new that they agreed to get news. */
  agreed: number;
}

/** Writes a plan: a few statements, however many people. What somebody else has by then becomes a sign. */
export async function writePlan(ctx: Context, one: OfFile, { people }: Plan): Promise<Written> {
  const { tx } = ctx;
  await lockKnown(tx, people);
  const fresh = people.filter(({ known }) => !known);
  const known = people.filter((person): person is Person & { known: KnownPerson } => person.known !== undefined);
  const ids = new Map(known.map((person) => [person as Person, person.known.id]));
  for (const [at, id] of (await insertContacts(tx, fresh)).entries()) ids.set(fresh[at]!, id);
  const changed = await fillIn(tx, known);
  const added = await addAddresses(tx, people, ids);
  for (const id of added) changed.add(id);
  const { filled, others } = await fillFieldsOf(tx, people, ids);
  for (const id of filled) changed.add(id);
  for (const id of await joinCompanies(ctx, people, ids)) changed.add(id);
  const notes = people
    .map((person) => ({
      contactId: ids.get(person)!,
      text: [notesOf(person), ...otherwise(person, ids.get(person)!, others)].filter(Boolean).join('\n'),
    }))
    .filter(({ text }) => text);
  const noted = await keepNotes(ctx, one.userId, notes);
  const touched = known.filter(({ known: { id } }) => changed.has(id));
  if (touched.length > 0)
    await refreshSearchKeys(
      tx,
      touched.map(({ known: { id } }) => id),
    );
  const updated = known.filter(({ known: { id } }) => changed.has(id) || noted.has(id)).length;
  const alike = await askAlike(ctx, people, ids);
  await noteDeclined(ctx, one, people);
  const agreed = await noteAgreed(ctx, one, people, ids);
  return { created: fresh.length, updated, unchanged: known.length - updated, alike, agreed };
}

/** What the file says of fields; what somebody known has otherwise stays. */
function fillFieldsOf(tx: Tx, people: readonly Person[], ids: ReadonlyMap<Person, string>) {
  const values = people.flatMap((person) =>
    person.draft.fields.map(({ field, to }) => ({ contact_id: ids.get(person)!, field_id: field.id, ...to })),
  );
  return fillFields(tx, values);
}

const otherwise = (
  { draft }: Person,
  id: string,
  others: readonly { contactId: string; fieldId: string }[],
): string[] =>
  draft.fields.flatMap(({ field, said }) =>
    others.some(({ contactId, fieldId }) => contactId === id && fieldId === field.id) ? said : [],
  );

/** Stands in no key: `cleanText` leaves no such sign. The server reads one long text in half the time that it takes for forty short ones. */
const BETWEEN_KEYS = '\u001f';

/** Gives their ids, in order. */
async function insertContacts(tx: Tx, people: readonly Person[]): Promise<string[]> {
  if (people.length === 0) return [];
  const ids = await tx<{ id: string }>`
    select nextval(pg_get_serial_sequence('contacts', 'id')) as id from generate_series(1, ${people.length}::int)`;
  const rows = await Promise.all(
    people.map(async ({ draft }, at) => {
      return {
        ...{
          id: ids[at]!.id,
          name: nameToGive(draft),
          name_from: draft.name ? BY_USER : STAND_IN,
          city: draft.city,
          tags: draft.tags.sort(),
        },
        ...{ locale: draft.locale, locale_from: draft.locale ? 'owner' : 'guess' },
        search_keys: (await keysOf(draft)).join(BETWEEN_KEYS),
      };
    }),
  );
  await tx`
    insert into contacts (id, name, name_from, city, tags, locale, locale_from, search_keys) overriding system value
    select id, name, name_from, city, tags, locale, locale_from, string_to_array(search_keys, ${BETWEEN_KEYS})
    from jsonb_to_recordset(${tx.json(rows)}) as r (
      id bigint, name text, name_from text, city text, tags text[], locale text, locale_from text, search_keys text
    )`;
  return ids.map(({ id }) => id);
}

/** Only what is empty is filled in, and tags are added, to people who are locked. Gives the ids of whom that changed. */
async function fillIn(tx: Tx, people: readonly (Person & { known: KnownPerson })[]): Promise<Set<string>> {
  const rows = people.flatMap(({ known, draft }) => {
    const takesName = known.standsIn && draft.name !== '' && draft.name !== known.name;
    const tags = [...new Set([...known.tags, ...draft.tags])].sort();
    const takesLocale = draft.locale !== null && known.localeFrom !== 'owner' && draft.locale !== known.locale;
    const city = known.city ?? draft.city;
    if (!takesName && !takesLocale && city === known.city && tags.length === known.tags.length) return [];
    return { id: known.id, name: takesName ? draft.name : null, city, tags, locale: takesLocale ? draft.locale : null };
  });
  if (rows.length === 0) return new Set();
  await tx`
    update contacts c set name = coalesce(r.name, c.name), name_from = case when r.name is null then c.name_from else ${BY_USER} end,
      city = coalesce(c.city, r.city), tags = r.tags,
      locale = coalesce(r.locale, c.locale), locale_from = case when r.locale is null then c.locale_from else 'owner' end
    from jsonb_to_recordset(${tx.json(rows)}) as r (id bigint, name text, city text, tags text[], locale text)
    where c.id = r.id`;
  return new Set(rows.map(({ id }) => id));
}

/** Gives the ids of whom that added one to. */
async function addAddresses(tx: Tx, people: readonly Person[], ids: ReadonlyMap<Person, string>): Promise<string[]> {
  const identities = people.flatMap((person) => {
    const shared = person.alike.map(({ identity }) => identity);
    const own = person.draft.identities.filter(
      ({ channel, address }) => !shared.some((one) => one.channel === channel && one.address === address),
    );
    return own.map((identity) => ({ contact_id: ids.get(person)!, ...identity }));
  });
  const signs = people.flatMap((person) => {
    const shared = person.alike.map(({ identity }): Sign => ({ ...identity, source: 'shared' }));
    return [...shared, ...person.draft.signs].map((sign) => ({ contact_id: ids.get(person)!, ...sign }));
  });
  const added = await tx<{ id: string }>`
    with given as (
      select * from jsonb_to_recordset(${tx.json(identities)}) as r (contact_id bigint, channel text, address text)
    ), owned as (
      insert into contact_identities (contact_id, channel, address) select contact_id, channel, address from given
      on conflict (channel, address) do nothing returning contact_id, channel, address
    )
    select contact_id as id from owned`;
  const noted = await tx<{ id: string }>`
    insert into contact_signs (contact_id, channel, address, source)
    select r.contact_id, r.channel, r.address, r.source
    from (
      select contact_id, channel, address, source from jsonb_to_recordset(${tx.json(signs)}) as s (contact_id bigint, channel text, address text, source text)
      union all
      select contact_id, channel, address, 'shared' from jsonb_to_recordset(${tx.json(identities)}) as g (contact_id bigint, channel text, address text)
    ) r
    where not exists (
      select from contact_identities i where i.channel = r.channel and i.address = r.address and i.contact_id = r.contact_id
    )
    on conflict (contact_id, channel, address) do nothing returning contact_id as id`;
  return [...added, ...noted].map(({ id }) => id);
}

/** What has no place of its own; of somebody known also what is otherwise there. */
function notesOf({ known, draft }: Person): string {
  const otherName = known && !known.standsIn && draft.name && draft.name !== known.name ? [draft.name] : [];
  const otherCity = known?.city && draft.city && draft.city !== known.city ? [draft.city] : [];
  return [...otherName, ...otherCity, ...draft.notes].join('\n');
}

/** A note that stands there already is not kept twice: a file may come again. Gives the ids of whom one is new to. */
async function keepNotes(
  { tx, now }: Context,
  userId: string | null,
  notes: { contactId: string; text: string }[],
): Promise<Set<string>> {
  if (notes.length === 0) return new Set();
  const conversations = await tx<{ contactId: string; id: string }>`
    insert into conversations (contact_id, channel, address)
    select id, 'note', 'c' || id from unnest((select ${notes.map(({ contactId }) => contactId)}::bigint[])) id
    on conflict (channel, address, thread) do update set state = 'open'
    returning contact_id as "contactId", id`;
  const placeOf = new Map(conversations.map(({ contactId, id }) => [contactId, id]));
  const rows = notes.flatMap(({ contactId, text }) => ({ conversation_id: placeOf.get(contactId), text }));
  const kept = await tx<{ conversationId: string }>`
    insert into messages (conversation_id, direction, text, user_id, automatic, occurred_at)
    select r.conversation_id, 'note', r.text, ${userId}, false, ${now}
    from jsonb_to_recordset(${tx.json(rows)}) as r (conversation_id bigint, text text)
    where r.conversation_id is not null and not exists (
      select from messages m where m.conversation_id = r.conversation_id and m.direction = 'note' and m.text = r.text
    )
    returning conversation_id as "conversationId"`;
  const contactOf = new Map(conversations.map(({ contactId, id }) => [id, contactId]));
  return new Set(kept.map(({ conversationId }) => contactOf.get(conversationId)!));
}

/** Two who share an address and are called otherwise may be one: that is asked in /duplicates. */
async function askAlike(
  { tx, now }: Context,
  people: readonly Person[],
  ids: ReadonlyMap<Person, string>,
): Promise<number> {
  const pairs = people.flatMap((person) =>
    person.alike.flatMap(
      ({ contactId, person: other, identity }: { contactId?: string; person?: Person; identity: Identity }) => {
        const [one, another] = [ids.get(person)!, contactId ?? (other && ids.get(other))];
        if (!another || one === another) return [];
        const [first, second] = BigInt(one) < BigInt(another) ? [one, another] : [another, one];
        return {
          first,
          second,
          evidence: [{ kind: 'held', by: one, value: identity.address, channel: identity.channel }],
        };
      },
    ),
  );
  if (pairs.length === 0) return 0;
  const { count } = await tx`
    insert into merge_proposals (first_id, second_id, evidence, state, created_at)
    select distinct on (first, second) first, second, evidence, 'proposed', ${now}::timestamptz
    from jsonb_to_recordset(${tx.json(pairs)}) as r (first bigint, second bigint, evidence jsonb)
    order by first, second
    on conflict (first_id, second_id) do nothing`;
  return count;
}
