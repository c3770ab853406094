import type { Sql } from '../../db/sql.ts';
import type { Context } from '../context.ts';
import { didIt } from '../people/deeds.ts';
import type { Campaign } from './campaign.ts';
import { boughtOf, spanOf } from './deeds.ts';
import { fullToday } from './today.ts';
import { awaitsWinner } from './versions/texts.ts';

/** What has become of a campaign's people so far. */
export interface Progress {
  queued: number;
  /** Of these: wait for the owner, because only a part was to be sent. */
  later: number;
  /** Of these: wait until it is known which of two texts does better. */
  undecided: number;
  sending: number;
  /** It left and has not come back. */
  sent: number;
  /** It was sent, whatever became of it then: what came back, or was refused for its address, was sent, too. */
  left: number;
  /** It did not arrive, and did not come back either. */
  failed: number;
  /** Of these: it was not even sent. */
  notSent: number;
  unknown: number;
  /** Of these: the owner has not said what to do about them. */
  doubts: number;
  /** Of those sent: the carrier says that it arrived, where it says so at all. */
  delivered: number;
  skipped: number;
  bounced: number;
  complained: number;
  unsubscribed: number;
  replied: number;
  /** People who followed a link of it, and others of whose mail only programs did. */
  clicked: number;
  scanned: number;
  /** Left within the last minute. */
  lastMinute: number;
  /** When the next of them may leave, where none has been tried yet that may leave now: their hours begin then. */
  opensAt?: Date;
  /** So many have left its address today, and today no more may; absent: more may. */
  full?: number;
  /** Why people were skipped, or it failed, and how many. */
  reasons: { state: 'skipped' | 'failed'; reason: string; count: number }[];
}

export async function progressOf(
  ctx: Pick<Context, 'tx' | 'now' | 'settings' | 'ownAddresses'>,
  campaign: Pick<Campaign, 'id' | 'channel' | 'state' | 'second' | 'trial' | 'winner'>,
): Promise<Progress> {
  const { tx: sql } = ctx;
  const undecided = awaitsWinner(campaign) ? sql`(version is null)` : sql`false`;
  const minute = new Date(ctx.now.getTime() - 60_000);
  const full = campaign.state === 'running' ? await fullToday(ctx, campaign.channel) : undefined;
  const rows = await sql<
    Omit<Progress, 'reasons' | 'full' | 'opensAt' | 'left'> & {
      state: string;
      reason: string | null;
      count: number;
      nextAt: Date | null;
      cameBack: number;
    }
  >`
    select state, case when state in ('skipped', 'failed') then reason end as reason, count(*)::int as count,
      count(*) filter (where state = 'queued' and run_at = 'infinity' and not ${undecided})::int as later,
      count(*) filter (where state = 'queued' and run_at = 'infinity' and ${undecided})::int as undecided,
      count(*) filter (where state = 'unknown' and reason is distinct from 'left')::int as doubts,
      count(*) filter (where state = 'failed' and sent_at is null and bounced_at is null)::int as "notSent",
      count(*) filter (where state = 'failed' and bounced_at is not null)::int as "cameBack",
      count(delivered_at)::int as delivered, count(bounced_at)::int as bounced, count(complained_at)::int as complained,
      count(unsubscribed_at)::int as unsubscribed, count(*) filter (where ${didIt.replied(sql, sql`d`)})::int as replied, count(clicked_at)::int as clicked,
      count(scanned_at) filter (where clicked_at is null)::int as scanned,
      count(*) filter (where state = 'sent' and sent_at > ${minute})::int as "lastMinute",
      min(run_at) filter (where state = 'queued' and run_at < 'infinity' and attempts = 0) as "nextAt"
    from campaign_deliveries d where campaign_id = ${campaign.id} group by 1, 2`;
  const sum = (pick: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + pick(row), 0);
  const inState = (state: string) => sum((row) => (row.state === state ? row.count : 0));
  const notSent = sum((row) => row.notSent);
  const nextAt = rows.find((row) => row.state === 'queued')?.nextAt;
  return {
    queued: inState('queued'),
    later: sum(({ later }) => later),
    undecided: sum((row) => row.undecided),
    sending: inState('sending'),
    sent: inState('sent'),
    left: inState('sent') + inState('failed') - notSent,
    failed: inState('failed') - sum(({ cameBack }) => cameBack),
    notSent,
    unknown: inState('unknown'),
    doubts: sum(({ doubts }) => doubts),
    delivered: sum(({ delivered }) => delivered),
    skipped: inState('skipped'),
    bounced: sum(({ bounced }) => bounced),
    complained: sum(({ complained }) => complained),
    unsubscribed: sum(({ unsubscribed }) => unsubscribed),
    replied: sum(({ replied }) => replied),
    clicked: sum(({ clicked }) => clicked),
    scanned: sum(({ scanned }) => scanned),
    lastMinute: sum(({ lastMinute }) => lastMinute),
    ...(full !== undefined && { full }),
    ...(nextAt && nextAt > ctx.now && { opensAt: nextAt }),
    reasons: rows
      .flatMap(({ state, reason, count }) =>
        reason && (state === 'skipped' || state === 'failed') ? [{ state, reason, count } as const] : [],
      )
      .sort((one, other) => other.count - one.count),
  };
}

/** What was bought by those who got it, within `days` of their mail. Sums in minor units by currency. */
export interface Sales {
  buyers: number;
  orders: number;
  sums: { currency: string; minor: string }[];
  /** Answered or bought. */
  responded: number;
}

export async function salesOf(sql: Sql, { id }: Pick<Campaign, 'id'>, days: number): Promise<Sales> {
  const span = await spanOf(sql, { id }, days);
  const [row] = await sql<Sales>`
    with bought as materialized (
      select d.contact_id, b.currency, b.spent_minor from ${boughtOf(sql, { id }, days, span)}
    ), sums as (
      select currency, sum(spent_minor)::text as minor from bought group by currency
    )
    select (select count(distinct contact_id)::int from bought) as buyers, (select count(*)::int from bought) as orders,
      (select coalesce(jsonb_agg(sums order by currency), '[]') from sums) as sums, (
        select count(*)::int from campaign_deliveries d where d.campaign_id = ${id} and d.state = 'sent'
          and (${didIt.replied(sql, sql`d`)} or d.contact_id in (select contact_id from bought))
      ) as responded`;
  return row!;
}
