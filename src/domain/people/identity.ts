import type { Sql, Tx } from '../../db/sql.ts';
import { LETTERS } from '../channel.ts';
import { identitiesOf, refreshSearchKeys } from './contact.ts';
import { signsOf } from './sign.ts';

/** An address of a contact that can be removed. */
export interface Address {
  channel: string;
  address: string;
}

/** All addresses of a contact, proven or not. */
export async function addressesOf(sql: Sql, contactId: string): Promise<Address[]> {
  return [...(await identitiesOf(sql, contactId)), ...(await signsOf(sql, contactId))];
}

/**
 * Whether they write from there. Then it is more than an entry: without it, whoever writes from there next would be a
 * stranger. It does not count that only we have written there.
 */
export async function isWrittenFrom(sql: Sql, contactId: string, { channel, address }: Address): Promise<boolean> {
  const rows = await sql`
    select from conversations v join contact_identities i on i.contact_id = v.contact_id and i.channel = v.channel
    where v.contact_id = ${contactId} and v.channel = ${channel} and i.address = ${address}
      and (v.address = i.address or v.address like '%/' || i.address)
      and (
        v.channel <> all(${LETTERS}) or v.waiting_since is not null
        or exists (select from messages m where m.conversation_id = v.id and m.direction = 'in')
      )
    limit 1`;
  return rows.length > 0;
}

export async function removeAddress(tx: Tx, contactId: string, { channel, address }: Address): Promise<void> {
  for (const table of ['contact_identities', 'contact_signs']) {
    await tx`
      delete from ${tx(table)} where contact_id = ${contactId} and channel = ${channel} and address = ${address}`;
  }
  await refreshSearchKeys(tx, contactId);
}
