import type { Fragment, Sql } from '../../db/sql.ts';
import { type Deed, didIt } from '../people/deeds.ts';
import type { Campaign } from './campaign.ts';

/** What a campaign's people are listed by. */
export const LISTED = ['clicked', 'replied', 'ordered', 'unsubscribed', 'bounced', 'complained', 'failed'] as const;
export type Listed = (typeof LISTED)[number];

/** Whether somebody who got it has bought within `days` of it. `d`: an alias of `campaign_deliveries`. */
export const boughtAfter = (sql: Sql, d: Fragment, days: number): Fragment => sql`exists (
  select from purchases b where b.contact_id = ${d}.contact_id and b.placed_at >= ${d}.sent_at
    and b.placed_at < ${d}.sent_at + ${days} * interval '1 day'
)`;

/** Somebody of a campaign, and when that was. */
export interface Doer {
  contactId: string;
  name: string;
  address: string;
  at: Date | null;
  /** Why it failed. */
  reason: string | null;
}

const WHEN: Readonly<Record<Deed, (sql: Sql) => Fragment>> = {
  clicked: (sql) => sql`d.clicked_at`,
  replied: (sql) => sql`d.replied_at`,
  unsubscribed: (sql) => sql`d.unsubscribed_at`,
  bounced: (sql) => sql`d.bounced_at`,
  complained: (sql) => sql`d.complained_at`,
  failed: (sql) => sql`null::timestamptz`,
};

/** A page of those who did it, the latest first, and how many there are. Orders count within `days` of the message. */
export async function doersOf(
  sql: Sql,
  { id }: Pick<Campaign, 'id'>,
  what: Listed,
  { days, most, offset }: { days: number; most: number; offset: number },
): Promise<{ total: number; people: Doer[] }> {
  const did =
    what === 'ordered' ? sql`d.state = 'sent' and ${boughtAfter(sql, sql`d`, days)}` : didIt[what](sql, sql`d`);
  const at =
    what === 'ordered'
      ? sql`(
          select min(b.placed_at) from purchases b where b.contact_id = d.contact_id and b.placed_at >= d.sent_at
        )`
      : WHEN[what](sql);
  const rows = await sql<Doer & { total: number }>`
    with doers as materialized (
      select d.contact_id, d.address, d.reason, ${at} as at from campaign_deliveries d where d.campaign_id = ${id} and ${did}
    )
    select d.contact_id as "contactId", c.name, d.address, d.at, d.reason, (select count(*)::int from doers) as total
    from doers d join contacts c on c.id = d.contact_id
    order by d.at desc nulls last, d.contact_id limit ${most} offset ${offset}`;
  return { total: rows[0]?.total ?? 0, people: rows.map(({ total: _, ...person }) => person) };
}
