import type { Fragment, Sql, Tx } from '../../db/sql.ts';
import type { Context } from '../context.ts';

/** A doubt of a campaign, as the owner is shown it. */
export interface DoubtfulDelivery {
  contactId: string;
  name: string;
  address: string;
}

/** Nobody knows whether it left, and the owner has not said what to do about it. */
export const isOpen = (sql: Sql, d = sql`campaign_deliveries`): Fragment =>
  sql`(${d}.state = 'unknown' and ${d}.reason is distinct from 'left')`;

export async function doubtsOf(
  tx: Tx,
  campaignId: string,
  most: number,
  offset: number,
): Promise<(DoubtfulDelivery & { total: number })[]> {
  return tx<DoubtfulDelivery & { total: number }>`
    with doubts as materialized (
      select contact_id, address from campaign_deliveries where campaign_id = ${campaignId} and ${isOpen(tx)}
    )
    select d.contact_id as "contactId", c.name, d.address, (select count(*)::int from doubts) as total
    from doubts d join contacts c on c.id = d.contact_id order by d.contact_id limit ${most} offset ${offset}`;
}

/** A campaign with doubts that the owner has not answered. */
export interface DoubtfulCampaign {
  id: string;
  name: string;
  count: number;
  /** When the newest of them left, or was about to. */
  at: Date;
}

export async function doubtfulCampaigns(sql: Sql): Promise<DoubtfulCampaign[]> {
  return sql<DoubtfulCampaign>`
    select c.id, c.name, doubts.count, doubts.at from campaigns c join (
      select campaign_id, count(*)::int as count, coalesce(max(sent_at), max(run_at)) as at
      from campaign_deliveries where ${isOpen(sql)} group by campaign_id
    ) doubts on doubts.campaign_id = c.id order by doubts.at desc, c.id desc`;
}

/** What the owner says of all in doubt: they arrived, they are to be sent again, or nothing is done about them. */
export type Decided = 'arrived' | 'again' | 'left';

/** In a chat its message is no doubt any more either. Gives how many they were. */
export async function decideDoubts(
  { tx, now }: Pick<Context, 'tx' | 'now'>,
  campaignId: string,
  decided: Decided,
): Promise<number> {
  const state = { arrived: 'sent', again: 'queued', left: 'unknown' }[decided];
  const [row] = await tx<{ count: number }>`
    with doubts as (
      select id, outbox_id from campaign_deliveries where campaign_id = ${campaignId} and ${isOpen(tx)} for update
    ), said as (
      update campaign_deliveries d set state = ${state}, reason = ${decided === 'left' ? 'left' : null}, run_at = ${now},
        claimed_by = null, outbox_id = null, sent_at = ${decided === 'again' ? null : tx`sent_at`}
      from doubts where d.id = doubts.id returning doubts.outbox_id
    ), settled as (
      update outbox set state = ${decided === 'arrived' ? 'sent' : 'cancelled'}, locked_until = null,
        sent_at = ${decided === 'arrived' ? tx`coalesce(sent_at, ${now})` : tx`sent_at`}
      where id in (select outbox_id from said) and state = 'unknown'
    )
    select count(*)::int as count from said`;
  return row!.count;
}

/** Whoever has queued them again takes that back: those that have not left since are doubts as before. */
export async function doubtAgain(tx: Tx, campaignId: string): Promise<void> {
  await tx`update campaign_deliveries set state = 'unknown' where campaign_id = ${campaignId} and state = 'queued'`;
}
