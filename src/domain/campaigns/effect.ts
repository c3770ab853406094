import type { Sql } from '../../db/sql.ts';
import { type Difference, type Sample, welch } from '../../lib/statistics.ts';
import type { Campaign } from './campaign.ts';

/**
 * Of fewer buyers on either side an interval around a mean says nothing: most people buy nothing, and the usual rule asks that at least
 * so many do.
 */
export const FEWEST_BUYERS = 5;

const DAY_MS = 24 * 3_600_000;

/** What a campaign brought beyond what would have come anyway. */
export interface Effect {
  /** How many were meant to get it, and how many were held out. */
  people: { treated: number; heldOut: number };
  buyers: { treated: number; heldOut: number };
  /** Orders of both sides count from when it began until then. */
  until: Date;
  /** More orders for each of those who were meant to get it; absent: too few have bought. */
  orders?: Difference;
  /** More revenue for each of them, in minor units, of each currency in which enough have bought. */
  sums: ({ currency: string } & Difference)[];
}

interface Side extends Sample {
  /** Null: its orders, in whatever currency. */
  currency: string | null;
  heldOut: boolean;
  buyers: number;
}

/**
 * Compares those who were meant to get a campaign with those who were held out. All count on the side where they were put when it began,
 * whether it reached them or not, and for the same days: from its beginning until `days` after its last mail. Only so nothing but the
 * campaign tells the sides apart ("intention to treat"). Where its owner has ended the comparison they count until then. Who still waits for the owner's word is on neither side. Intervals by `welch`.
 * Undefined: nobody was held out, or nothing has left.
 */
export async function effectOf(
  sql: Sql,
  { id, plannedAt, comparisonEndedAt }: Pick<Campaign, 'id' | 'plannedAt' | 'comparisonEndedAt'>,
  days: number,
): Promise<Effect | undefined> {
  const [last] = await sql<{ at: Date | null; heldOut: boolean }>`
    select max(sent_at) as at, coalesce(bool_or(arm = 'held_out'), false) as "heldOut"
    from campaign_deliveries where campaign_id = ${id} and arm is not null`;
  if (!last?.at || !last.heldOut || !plannedAt) return undefined;
  const own = new Date(last.at.getTime() + days * DAY_MS);
  const until = comparisonEndedAt && comparisonEndedAt < own ? comparisonEndedAt : own;
  const sides = await sidesOf(sql, id, plannedAt, until);
  const [treated, heldOut] = pairOf(sides, null);
  if (!treated || !heldOut) return undefined;
  const orders = compared(treated, heldOut);
  const currencies = [...new Set(sides.flatMap(({ currency }) => currency ?? []))];
  return {
    people: { treated: treated.count, heldOut: heldOut.count },
    buyers: { treated: treated.buyers, heldOut: heldOut.buyers },
    until,
    ...(orders && { orders }),
    sums: currencies.flatMap((currency) => {
      const [one, other] = pairOf(sides, currency);
      const difference = one && other && compared(one, other);
      return difference ? [{ currency, ...difference }] : [];
    }),
  };
}

const pairOf = (sides: readonly Side[], currency: string | null): [Side | undefined, Side | undefined] => [
  sides.find((side) => side.currency === currency && !side.heldOut),
  sides.find((side) => side.currency === currency && side.heldOut),
];

function compared(treated: Side, heldOut: Side): Difference | undefined {
  return Math.min(treated.buyers, heldOut.buyers) < FEWEST_BUYERS ? undefined : welch(treated, heldOut);
}

/** Each side's orders a person, and revenue a person of each currency: whoever bought nothing counts as 0. */
async function sidesOf(sql: Sql, id: string, from: Date, until: Date): Promise<Side[]> {
  return sql<Side>`
    with people as materialized (
      select contact_id, arm = 'held_out' as held_out from campaign_deliveries
      where campaign_id = ${id} and arm is not null and not (state = 'queued' and run_at = 'infinity')
    ), bought as materialized (
      select b.contact_id, b.currency, count(*)::float8 as orders, sum(b.spent_minor)::float8 as minor
      from people join purchases b using (contact_id) where b.placed_at >= ${from} and b.placed_at < ${until} group by 1, 2
    ), totals as (
      select currency, contact_id, minor as value from bought
      union all select null, contact_id, sum(orders) from bought group by contact_id
    ), wanted as (
      select distinct currency from bought union select null
    )
    select wanted.currency, people.held_out as "heldOut", count(*)::int as count, count(value)::int as buyers,
      avg(coalesce(value, 0)) as mean, coalesce(var_samp(coalesce(value, 0)), 0) as variance
    from wanted cross join people
    left join totals on totals.contact_id = people.contact_id and totals.currency is not distinct from wanted.currency
    group by 1, 2 order by 1, 2`;
}
