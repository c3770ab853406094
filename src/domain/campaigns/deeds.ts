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

/** Between which moments lies what was bought within some days of a campaign by those who got it; undefined: nobody says. */
interface Span {
  first?: Date;
  end?: Date;
}

/** Asked first: only with it the planner knows how few of the purchases ever made these are, and needs not read them all. */
export async function spanOf(sql: Sql, { id }: Pick<Campaign, 'id'>, days: number): Promise<Span> {
  const [row] = await sql<{ first: Date | null; end: Date | null }>`
    select min(sent_at) as first,
      -- to its microsecond; without an end while more of it may leave
      case when bool_and(state in ('sent', 'failed', 'skipped')) then max(sent_at) + ${days} * interval '1 day' + interval '1 ms' end as end
    from campaign_deliveries where campaign_id = ${id}`;
  const { first, end } = row!;
  return { ...(first && { first }), ...(end && { end }) };
}

/** What was bought within `days` of it by those who got it, for `from`: `d` is the delivery, `b` the purchase. `span`: of `spanOf`. */
export const boughtOf = (sql: Sql, { id }: Pick<Campaign, 'id'>, days: number, { first, end }: Span): Fragment => sql`
  campaign_deliveries d join purchases b on b.contact_id = d.contact_id and d.campaign_id = ${id} and d.state = 'sent'
    and b.placed_at >= d.sent_at and b.placed_at < d.sent_at + ${days} * interval '1 day'
    ${first ? sql`and b.placed_at >= ${first}` : sql``} ${end ? sql`and b.placed_at < ${end}` : sql``}`;

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
  const span = what === 'ordered' ? await spanOf(sql, { id }, days) : {};
  const doers =
    what === 'ordered'
      ? sql`
          select d.contact_id, d.address, d.reason, min(b.placed_at) as at from ${boughtOf(sql, { id }, days, span)}
          group by d.contact_id, d.address, d.reason`
      : sql`
          select d.contact_id, d.address, d.reason, ${WHEN[what](sql)} as at from campaign_deliveries d
          where d.campaign_id = ${id} and ${didIt[what](sql, sql`d`)}`;
  const rows = await sql<Doer & { total: number }>`
    with doers as materialized (${doers})
    select d.contact_id as "contactId", c.name, d.address, d.at, d.reason, (select count(*)::int from doers) as total
    from doers d join contacts c on c.id = d.contact_id
    order by d.at desc nulls last, d.contact_id limit ${most} offset ${offset}`;
  return { total: rows[0]?.total ?? 0, people: rows.map(({ total: _, ...person }) => person) };
}
