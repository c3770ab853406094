import type { Tx } from '../../db/sql.ts';
import { type Contact, type Known, type Marks, refreshSearchKeys, sharedSign } from './contact.ts';
import { dropOwnSigns, EMAIL, type Identity, PHONE } from './sign.ts';
import { isAnotherName } from './somebody_else.ts';
import { followOrders } from './with_orders.ts';

/**
 * Whether their shop calls somebody altogether otherwise by now whose account came to this contact by a phone alone: as if it had said so
 * at once, they are another. Whoever has no name but the one that this account gave them goes on with it.
 */
export async function isOthersByNow(tx: Tx, known: Known, account: Identity, name: string): Promise<boolean> {
  const { contact, identity } = known;
  const isAccount = identity.channel === account.channel && identity.address === account.address;
  if (!isAccount || name === '' || name === contact.name) return false;
  const [byPhone] = await tx`
    select from contact_identities i join contacts c on c.id = i.contact_id
    where i.channel = ${account.channel} and i.address = ${account.address} and i.joined_by = ${PHONE}
      and c.name_from is distinct from ${account.channel}`;
  return byPhone !== undefined && isAnotherName(tx, contact.id, name);
}

/** What is shared with whoever had the account is the phone, whether it is told again or not. */
export async function withPhones(tx: Tx, { id }: Contact, { identities, signs = [] }: Marks): Promise<Marks> {
  const phones = await tx<Identity>`
    select channel, address from contact_identities where contact_id = ${id} and channel = ${PHONE} order by id`;
  return { identities, signs: [...signs, ...phones.map(sharedSign)] };
}

/**
 * Gives the account to the contact that was made for it, with what has come by it: its orders, and the mail addresses that it names and
 * that the phone alone brought along, unless the one who had it writes from there.
 */
export async function partAccount(
  tx: Tx,
  from: Contact,
  made: Contact,
  account: Identity,
  marks: Marks,
): Promise<void> {
  const mails = marks.identities.filter(({ channel }) => channel === EMAIL).map(({ address }) => address);
  const moved = await tx<{ address: string }>`
    update contact_identities i set contact_id = ${made.id}, joined_by = null
    where contact_id = ${from.id} and (
      channel = ${account.channel} and address = ${account.address}
      or joined_by = ${PHONE} and channel = ${EMAIL} and address = any(${mails}::text[]) and not exists (
        select from conversations v where v.contact_id = ${from.id} and v.channel = i.channel and v.address = i.address
      )
    ) returning address`;
  const [shop] = account.address.split('/');
  const addresses = moved.map(({ address }) => address);
  const orders = await tx<{ id: string }>`
    update orders set contact_id = ${made.id}
    where contact_id = ${from.id} and connection_id::text = ${shop!} and buyer = any(${addresses}::text[]) returning id`;
  await followOrders(tx, { from: from.id, to: made.id, orders: orders.map(({ id }) => id), addresses });
  await dropOwnSigns(tx, made.id);
  await refreshSearchKeys(tx, [from.id, made.id]);
}
