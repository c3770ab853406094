import type { Tx } from '../../db/sql.ts';
import { normaliseEmail } from '../../text/normalise.ts';
import type { ShopCustomer } from '../shop_event.ts';
import { cityName } from './city.ts';
import { type Contact, changeCity, refreshSearchKeys, rename } from './contact.ts';
import { keepFormerName } from './former_name.ts';
import { isWrittenFrom } from './identity.ts';
import { addSigns, dropOwnSigns, EMAIL, type Identity } from './sign.ts';

interface Told {
  name: string | null;
  city: string | null;
  email: string | null;
}

/** What a shop says of one of its customers, whose account in the shop is this identity. */
export interface RecordTold {
  contact: Contact;
  identity: Identity;
  customer: ShopCustomer;
}

/**
 * The shops' records of different customers have changed. A name or city that came from the shop itself, even through an order's
 * address, gives way to its newer one, in whatever order the two arrive; one from anybody else stays.
 */
export async function followRecords(tx: Tx, all: readonly RecordTold[]): Promise<void> {
  const records = all.flatMap(({ contact, identity, customer: { record, ...shown } }): Noted[] => {
    if (!record) return [];
    const { email, emailFrom } = shown;
    const now = told({ ...record, email: emailFrom ? null : email });
    return [{ contact, identity, now, shown: told(shown), at: record.updatedAt }];
  });
  const before = [...(await noteRecords(tx, records))].map(([nth, was]) => ({ ...records[nth]!, nth, was }));
  const moves = await movesOf(
    tx,
    before.flatMap(({ identity, now, was }) =>
      addressesTold(now, was).map((address) => ({ account: identity, address })),
    ),
  );
  const older = records.filter((_, nth) => !before.some((one) => one.nth === nth));
  for (const one of older) await keepOlderName(tx, one);
  // one move may bring about another; where there is none, nothing else that is told here brings about any
  for (const one of before) await followNoted(tx, one, moves.length > 0);
}

/** What an account was called by an older record that comes later is a former name, as if it had come in time. */
async function keepOlderName(tx: Tx, { contact, identity: { channel }, now: { name } }: Noted): Promise<void> {
  if (!name || name === contact.name) return;
  const [named] = await tx<{ name: string }>`
    select name from contacts c where id = ${contact.id} and name_from = ${channel} and name <> ${name} and (
      select count(*) from contact_identities where contact_id = c.id and channel = ${channel}
    ) < 2`;
  if (!named) return;
  await keepFormerName(tx, contact.id, name, named.name);
  await refreshSearchKeys(tx, [contact.id]);
}

interface Noted extends Omit<RecordTold, 'customer'> {
  /** What the record says, and what else the shop says of them. */
  now: Told;
  shown: Told;
  at: Date;
}

/** Of which mail addresses a record says something new. */
const addressesTold = (now: Told, was: Told): string[] =>
  now.email === was.email ? [] : [was.email, now.email].filter((address) => address !== null);

async function followNoted(
  tx: Tx,
  { contact, identity, now, was: before }: Noted & { was: Told & { contactId: string } },
  moves: boolean,
) {
  if (moves) await followAddresses(tx, identity, addressesTold(now, before));
  if (before.contactId !== contact.id) return;
  if (now.name && now.name !== contact.name) await rename(tx, contact.id, now.name, identity.channel);
  if (now.city && now.city !== contact.city && contact.city === before.city) await changeCity(tx, contact.id, now.city);
}

function told({ name, city, email }: { name: string | null; city: string | null; email?: string | null }): Told {
  return { name, city: cityName(city ?? '') || null, email: (email && normaliseEmail(email)) || null };
}

/**
 * Handles mail addresses about which the shop's records say something new: each belongs to the account that names it
 * now, in whatever order we hear of it.
 */
async function followAddresses(tx: Tx, account: Identity, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    const [move] = await movesOf(tx, [{ account, address }]);
    if (move) await moveAddress(tx, address, move);
  }
}

interface Move {
  from: string;
  to: string;
}

/**
 * Who has an address that their own accounts in the shop of this one have given up (they name another one now), and who has the
 * account that names it today. Nothing for what has not moved.
 */
async function movesOf(tx: Tx, asked: readonly { account: Identity; address: string }[]): Promise<Move[]> {
  if (asked.length === 0) return [];
  const rows = asked.map(({ account: { channel, address: at }, address }) => ({
    channel,
    shop: at.split('/')[0]!,
    address,
  }));
  const ofShop = tx`a.channel = g.channel and split_part(a.address, '/', 1) = g.shop`;
  return tx<Move>`
    select h.contact_id as "from", taker.contact_id as "to"
    from jsonb_to_recordset(${tx.json(rows)}) as g (channel text, shop text, address text)
    cross join lateral (
      select contact_id from contact_identities where channel = ${EMAIL} and address = g.address limit 1
    ) h
    cross join lateral (
      select a.contact_id from contact_identities a
      where a.told_email = g.address and ${ofShop} order by a.told_at desc, a.id limit 1
    ) taker
    -- looked at one by one: of many that are asked at once, the opposite of a join would compare each with all accounts
    cross join lateral (
      select from contact_identities a where a.contact_id = h.contact_id and ${ofShop} and a.told_email is not null
      having not bool_or(a.told_email = g.address)
    ) given_up
    where taker.contact_id <> h.contact_id`;
}

/**
 * Gives the address to the new holder; for the former one it is then only a sign. If there is a thread with the former
 * holder, it stays theirs but is no longer proven: before an answer goes there, the owner is asked.
 */
async function moveAddress(tx: Tx, address: string, { from, to }: Move): Promise<void> {
  const email = { channel: EMAIL, address };
  if (await isWrittenFrom(tx, from, email)) {
    await tx`update contact_identities set claimed = true where channel = ${EMAIL} and address = ${address}`;
    return;
  }
  await tx`
    update contact_identities set contact_id = ${to}, joined_by = null where channel = ${EMAIL} and address = ${address}`;
  await tx`select inherit_noes(${to}, ${EMAIL}, ${address})`;
  await addSigns(tx, from, [{ ...email, source: 'shared' }]);
  await dropOwnSigns(tx, to);
  await refreshSearchKeys(tx, [from, to]);
}

/**
 * Keeps the newest records. Returns what was known before, by their numbers in the list; those that are not newer are left out. Of two
 * with the same time, the greater text counts as newer.
 */
async function noteRecords(tx: Tx, records: readonly Noted[]): Promise<Map<number, Told & { contactId: string }>> {
  if (records.length === 0) return new Map();
  const rows = records.map(({ identity: { channel, address }, now, shown, at }, nth) => ({
    ...{ nth, channel, address, at, name: now.name, city: now.city, email: now.email },
    ...{ shown_name: shown.name, shown_city: shown.city },
  }));
  const before = await tx<Told & { contactId: string; nth: number }>`
    with told as materialized (
      select * from jsonb_to_recordset(${tx.json(rows)}) as r (
        nth int, channel text, address text, at timestamptz, name text, city text, email text, shown_name text, shown_city text
      )
    ), was as (
      select i.id, i.contact_id, i.told_name, i.told_city, i.told_email, told.* from told cross join lateral (
        select * from contact_identities i where i.channel = told.channel and i.address = told.address and (told_at is null
          or (told_at, coalesce(told_name, ''), coalesce(told_city, ''), coalesce(told_email, ''))
            < (told.at, coalesce(told.name, ''), coalesce(told.city, ''), coalesce(told.email, '')))
        limit 1 for update
      ) i
    )
    update contact_identities i
    set told_at = was.at, told_name = coalesce(was.name, i.told_name, was.shown_name),
      told_city = coalesce(was.city, i.told_city, was.shown_city), told_email = coalesce(was.email, i.told_email)
    from was where i.id = was.id
    returning was.nth, was.contact_id as "contactId", was.told_name as name, was.told_city as city, was.told_email as email`;
  return new Map(before.map(({ nth, ...was }) => [nth, was]));
}
