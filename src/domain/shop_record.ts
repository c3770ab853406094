import type { Tx } from '../db/sql.ts';
import { cityName } from './city.ts';
import { type Contact, changeCity, type Identity, rename } from './contact.ts';
import type { ShopCustomer } from './shop_event.ts';

interface Told {
  name: string | null;
  city: string | null;
}

/**
 * The shop's record of a customer has changed: a name or city that the shop had told, be it by an order's address, gives way to its
 * newer one, whatever the order in which they come; one that anybody else gave stays.
 */
export async function followRecord(
  tx: Tx,
  contact: Contact,
  identity: Identity,
  { record, ...shown }: ShopCustomer,
): Promise<void> {
  if (!record) return;
  const now = told(record);
  const before = await noteRecord(tx, identity, { now, shown: told(shown) }, record.updatedAt);
  if (!before || before.contactId !== contact.id) return;
  if (now.name) await rename(tx, contact.id, now.name, identity.channel);
  if (now.city && now.city !== contact.city && contact.city === before.city) await changeCity(tx, contact.id, now.city);
}

function told({ name, city }: { name: string | null; city: string | null }): Told {
  return { name, city: cityName(city ?? '') || null };
}

/** Keeps the newest; gives what was known before, or undefined when this is no newer. Of one time the greater text is the newer. */
async function noteRecord(
  tx: Tx,
  { channel, address }: Identity,
  { now: { name, city }, shown }: { now: Told; shown: Told },
  at: Date,
): Promise<(Told & { contactId: string }) | undefined> {
  const [before] = await tx<Told & { contactId: string }>`
    with was as (
      select id, contact_id, told_name, told_city from contact_identities
      where channel = ${channel} and address = ${address} and (told_at is null
        or (told_at, coalesce(told_name, ''), coalesce(told_city, '')) < (${at}, ${name ?? ''}::text, ${city ?? ''}::text))
      for update
    )
    update contact_identities i
    set told_at = ${at}, told_name = coalesce(${name}::text, i.told_name, ${shown.name}::text),
      told_city = coalesce(${city}::text, i.told_city, ${shown.city}::text)
    from was where i.id = was.id
    returning was.contact_id as "contactId", was.told_name as name, was.told_city as city`;
  return before;
}
