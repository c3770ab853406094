import type { Sql, Tx } from '../db/sql.ts';

/** Why an answer to an address is not sent unasked: only somebody else has named it, or mail to it came back for good. */
export type Objection = { why: 'claimed' } | { why: 'bounced'; reason: string };

interface Address {
  channel: string;
  address: string;
}

/** What speaks against writing to this address; undefined when nothing does. */
export async function objectionTo(sql: Sql, { channel, address }: Address): Promise<Objection | undefined> {
  const [row] = await sql<{ claimed: boolean; bouncedAt: Date | null; reason: string | null }>`
    select claimed, bounced_at as "bouncedAt", bounce_reason as reason from contact_identities
    where channel = ${channel} and address = ${address}`;
  if (row?.bouncedAt) return { why: 'bounced', reason: row.reason ?? '' };
  return row?.claimed ? { why: 'claimed' } : undefined;
}

/** Whether nothing automatic may go there: it is not proven theirs, mail to it came back, or they reported us as spam. */
export async function refusesMachines(sql: Sql, { channel, address }: Address): Promise<boolean> {
  const rows = await sql`
    select from contact_identities
    where channel = ${channel} and address = ${address}
      and (claimed or bounced_at is not null or complained_at is not null)`;
  return rows.length > 0;
}

/** A user says that the address is right, or whoever has it wrote from it. */
export async function clearObjections(tx: Tx, { channel, address }: Address): Promise<void> {
  await tx`
    update contact_identities set claimed = false, bounced_at = null, bounce_reason = null
    where channel = ${channel} and address = ${address} and (claimed or bounced_at is not null)`;
}

/** Mail to this address comes back for good. */
export async function markBounced(tx: Tx, { channel, address }: Address, reason: string, now: Date): Promise<void> {
  await tx`
    update contact_identities set bounced_at = ${now}, bounce_reason = ${reason}
    where channel = ${channel} and address = ${address} and bounced_at is null`;
}

/** Whoever reads there has reported us as spam. */
export async function markComplained(tx: Tx, { channel, address }: Address, now: Date): Promise<void> {
  await tx`
    update contact_identities set complained_at = coalesce(complained_at, ${now})
    where channel = ${channel} and address = ${address}`;
}
