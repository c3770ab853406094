import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import { LETTERS } from '../channel.ts';
import { identitiesOf, refreshSearchKeys } from './contact.ts';
import { EMAIL, signsOf } from './sign.ts';
import { isAnotherName } from './somebody_else.ts';

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

/**
 * The identities that `own` (an array of numbers) says, and what came by these very addresses alone: a shop's account, what came with it, and what
 * came by that in turn. Each with the `root` that it goes back to. `where`: which identity `j` is meant.
 */
export const cameWith = (sql: Sql, own: Fragment, where: Fragment) => sql`(
  with recursive came as (
    select id as root, id, channel, address, told_name from contact_identities where id = any(${own})
    union
    select b.root, j.id, j.channel, j.address, j.told_name from came b join contact_identities j on ${where}
      and j.id > b.id and j.joined_by = b.channel and j.joined_through = b.address
      and (b.channel <> ${EMAIL} or j.told_email is null or j.told_email = b.address)
  ) select * from came
)`;

/** The number of this address, as an array. */
export const numberOf = (sql: Sql, contactId: string, { channel, address }: Address) => sql`array(
  select id from contact_identities where contact_id = ${contactId} and channel = ${channel} and address = ${address}
)`;

/** Whether an account of whoever is not surely they came to them by this address: without it, it would stay with them all the same. */
export async function broughtAnother(sql: Sql, contactId: string, one: Address): Promise<boolean> {
  const accounts = await sql<{ name: string | null }>`
    select told_name as name from ${cameWith(sql, numberOf(sql, contactId, one), sql`j.contact_id = ${contactId}`)} came
    where id <> root and channel in (select provider from connections)`;
  for (const { name } of accounts) if (name === null || (await isAnotherName(sql, contactId, name))) return true;
  return false;
}
