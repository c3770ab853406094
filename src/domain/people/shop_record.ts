import type { Tx } from '../../db/sql.ts';
import { normaliseEmail } from '../../text/normalise.ts';
import type { ShopCustomer } from '../shop_event.ts';
import { cityName } from './city.ts';
import { type Contact, changeCity, refreshSearchKeys, rename } from './contact.ts';
import { isWrittenFrom } from './identity.ts';
import { addSigns, dropOwnSigns, EMAIL, type Identity } from './sign.ts';

interface Told {
  name: string | null;
  city: string | null;
  email: string | null;
}

/**
 * The shop's record of a customer has changed. A name or city that came from the shop itself, even through an order's
 * address, gives way to its newer one, in whatever order the two arrive; one from anybody else stays.
 */
export async function followRecord(
  tx: Tx,
  contact: Contact,
  identity: Identity,
  { record, ...shown }: ShopCustomer,
): Promise<void> {
  if (!record) return;
  const { email, emailFrom } = shown;
  const now = told({ ...record, email: emailFrom ? null : email });
  const before = await noteRecord(tx, identity, { now, shown: told(shown) }, record.updatedAt);
  if (!before) return;
  if (now.email !== before.email) await followAddresses(tx, identity, [before.email, now.email]);
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
async function followAddresses(tx: Tx, account: Identity, addresses: (string | null)[]): Promise<void> {
  for (const address of addresses) {
    const move = address && (await movedTo(tx, account, address));
    if (move) await moveAddress(tx, address, move);
  }
}

interface Move {
  from: string;
  to: string;
}

/**
 * Who has an address that their own accounts in this shop have given up (they name another one now), and who has the
 * account that names it today. Undefined if it has not moved.
 */
async function movedTo(tx: Tx, account: Identity, address: string): Promise<Move | undefined> {
  const ofShop = tx`a.channel = ${account.channel} and split_part(a.address, '/', 1) = ${account.address.split('/')[0]!}`;
  const [move] = await tx<Move>`
    select h.contact_id as "from", taker.contact_id as "to"
    from contact_identities h cross join lateral (
      select a.contact_id from contact_identities a
      where a.told_email = h.address and ${ofShop} order by a.told_at desc, a.id limit 1
    ) taker
    where h.channel = ${EMAIL} and h.address = ${address} and taker.contact_id <> h.contact_id
      and exists (
        select from contact_identities a where a.contact_id = h.contact_id and ${ofShop} and a.told_email is not null
      ) and not exists (
        select from contact_identities a where a.contact_id = h.contact_id and ${ofShop} and a.told_email = h.address
      )`;
  return move;
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
  await addSigns(tx, from, [{ ...email, source: 'shared' }]);
  await dropOwnSigns(tx, to);
  await refreshSearchKeys(tx, [from, to]);
}

/**
 * Keeps the newest record. Returns what was known before, or undefined if this one is not newer; of two with the same
 * time, the greater text counts as newer.
 */
async function noteRecord(
  tx: Tx,
  { channel, address }: Identity,
  { now: { name, city, email }, shown }: { now: Told; shown: Told },
  at: Date,
): Promise<(Told & { contactId: string }) | undefined> {
  const [before] = await tx<Told & { contactId: string }>`
    with was as (
      select id, contact_id, told_name, told_city, told_email from contact_identities
      where channel = ${channel} and address = ${address} and (told_at is null
        or (told_at, coalesce(told_name, ''), coalesce(told_city, ''), coalesce(told_email, ''))
          < (${at}, ${name ?? ''}::text, ${city ?? ''}::text, ${email ?? ''}::text))
      for update
    )
    update contact_identities i
    set told_at = ${at}, told_name = coalesce(${name}::text, i.told_name, ${shown.name}::text),
      told_city = coalesce(${city}::text, i.told_city, ${shown.city}::text), told_email = coalesce(${email}::text, i.told_email)
    from was where i.id = was.id
    returning was.contact_id as "contactId", was.told_name as name, was.told_city as city, was.told_email as email`;
  return before;
}
