import type { Sql, Tx } from '../../../db/sql.ts';
import { EMAIL, MAIL_GROUP } from '../../people/sign.ts';

/**
 * Why an answer to an address is not sent unasked: only somebody else has named it, a whole group reads there, mail to it came back
 * for good, nobody reads there (`instead`: whom the mail names), or it would be the first word between them and us.
 */
export type Objection =
  | { why: 'claimed' | 'group' | 'first' }
  | { why: 'bounced'; reason: string }
  | { why: 'nobody'; instead: string[] };

interface Address {
  channel: string;
  address: string;
  /** Whom it is to reach there, where that is known: they may only write through a group of that address. */
  contactId?: string;
}

/** What stands against addresses, whether they are a contact's or nobody's. */
const objections = (sql: Sql, channel: string, addresses: readonly string[]) => sql`
  select address, claimed, bounced_at, bounce_reason, complained_at, blocked_at as closed_at from contact_identities
  where channel = ${channel} and address = any(${addresses})
  union all
  select address, false, bounced_at, bounce_reason, complained_at, null from objections
  where channel = ${channel} and address = any(${addresses})`;

/** By which of a contact's identities this is a group's address: they have no other there. */
const inGroup = (sql: Sql, { address, contactId }: Address) => sql`
  contact_id = ${contactId ?? null}::bigint and channel = ${MAIL_GROUP} and starts_with(address, ${`${address}/`})`;

/** What speaks against writing to this address; undefined when nothing does. */
export async function objectionTo(sql: Sql, to: Address): Promise<Objection | undefined> {
  const [row] = await sql<{ claimed: boolean; bouncedAt: Date | null; reason: string | null; isGroup: boolean }>`
    select claimed, bounced_at as "bouncedAt", bounce_reason as reason, is_group as "isGroup" from (
      select *, false as is_group from (${objections(sql, to.channel, [to.address])}) known
      union all
      select address, claimed, null, null, null, null, true from contact_identities where ${inGroup(sql, to)}
    ) o
    order by bounced_at nulls last, claimed desc, is_group desc limit 1`;
  if (row?.bouncedAt) return { why: 'bounced', reason: row.reason ?? '' };
  if (row?.claimed && row.isGroup) return { why: 'group' };
  return row?.claimed ? { why: 'claimed' } : undefined;
}

/** Whether nothing automatic may go there: it is not proven theirs, mail to it came back, they reported us as spam or have closed it to us; nor to a group, ever. */
export async function refusesMachines(sql: Sql, to: Address): Promise<boolean> {
  const rows = await sql`
    select from (${objections(sql, to.channel, [to.address])}) o
    where claimed or bounced_at is not null or complained_at is not null or closed_at is not null
    union all
    select from contact_identities where ${inGroup(sql, to)}
    limit 1`;
  return rows.length > 0;
}

/** Whether it is the address of somebody a user has blocked. */
export async function isBlockedAddress(sql: Sql, { channel, address }: Address): Promise<boolean> {
  const rows = await sql`
    select from contact_identities i join contacts c on c.id = i.contact_id
    where i.channel = ${channel} and i.address = ${address} and c.blocked_at is not null`;
  return rows.length > 0;
}

/** Of these mail addresses those that get a copy unasked: not whose mail comes back, who reported us, or whom a user has blocked. */
export async function mayGetCopies(sql: Sql, addresses: string[]): Promise<string[]> {
  if (addresses.length === 0) return [];
  const refused = await sql<{ address: string }>`
    select address from (${objections(sql, EMAIL, addresses)}) o
    where bounced_at is not null or complained_at is not null
    union all
    select i.address from contact_identities i join contacts c on c.id = i.contact_id
    where i.channel = ${EMAIL} and i.address = any(${addresses}) and c.blocked_at is not null`;
  return addresses.filter((address) => !refused.some((one) => one.address === address));
}

/** A user says that the address is right, or whoever has it wrote from it. */
export async function clearObjections(tx: Tx, to: Address): Promise<void> {
  const { channel, address } = to;
  await tx`
    update contact_identities set claimed = false, bounced_at = null, bounce_reason = null, refused_at = null
    where channel = ${channel} and address = ${address} and (claimed or bounced_at is not null or refused_at is not null)`;
  if (to.contactId) await tx`update contact_identities set claimed = false where ${inGroup(tx, to)} and claimed`;
  await tx`
    update objections set bounced_at = null, bounce_reason = null
    where channel = ${channel} and address = ${address} and bounced_at is not null`;
}

/** A user says that they are not written to there first. */
export async function refuseFirst(tx: Tx, { channel, address }: Address, now: Date): Promise<void> {
  await tx`
    update contact_identities set refused_at = coalesce(refused_at, ${now})
    where channel = ${channel} and address = ${address}`;
}

/** Mail to this address comes back for good. */
export async function markBounced(tx: Tx, { channel, address }: Address, reason: string, now: Date): Promise<void> {
  const { count } = await tx`
    update contact_identities set bounced_at = coalesce(bounced_at, ${now}),
      bounce_reason = case when bounced_at is null then ${reason} else bounce_reason end
    where channel = ${channel} and address = ${address}`;
  if (count > 0) return;
  await tx`
    insert into objections as o (channel, address, bounced_at, bounce_reason)
    values (${channel}, ${address}, ${now}, ${reason})
    on conflict (channel, address) do update set bounced_at = excluded.bounced_at, bounce_reason = excluded.bounce_reason
    where o.bounced_at is null`;
}

/** The owner knows that a report was a mistake: it counts no more, unless another one comes. False: there was none. */
export async function clearComplaint(tx: Tx, { channel, address }: Address, now: Date): Promise<boolean> {
  for (const table of ['contact_identities', 'objections'])
    await tx`
      update ${tx(table)} set complained_at = null
      where channel = ${channel} and address = ${address} and complained_at is not null`;
  await tx`
    delete from suppressions s using suppression_keys k, contact_identities i join contact_identities o on o.contact_id = i.contact_id
    where i.channel = ${channel} and i.address = ${address} and s.reason = 'complained' and s.inherited
      and s.hash = suppression_hash(k.inner_pad, k.outer_pad, o.channel, o.address)`;
  const [said] = await tx<{ lifted: boolean }>`
    select lift_suppressions(${channel}, ${address}, every_purpose(), array['complained'], array['person'], ${now}) as lifted`;
  return said!.lifted;
}

/** Whoever reads there has reported us as spam. */
export async function markComplained(tx: Tx, { channel, address }: Address, now: Date): Promise<void> {
  const { count } = await tx`
    update contact_identities set complained_at = coalesce(complained_at, ${now})
    where channel = ${channel} and address = ${address}`;
  if (count > 0) return;
  await tx`
    insert into objections as o (channel, address, complained_at) values (${channel}, ${address}, ${now})
    on conflict (channel, address) do update set complained_at = coalesce(o.complained_at, excluded.complained_at)`;
}
