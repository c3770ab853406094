import type { Sql } from '../../../db/sql.ts';
import { type Bounds, wilson } from '../../../lib/statistics.ts';

/**
 * The articles' conversion, in percent: what was won of all that came. 200 of 1,000 is 20. Undefined where nothing came.
 * @param won how many of `of` were won, at most as many.
 */
export const conversionRate = (won: number, of: number): number | undefined => (of > 0 ? (100 * won) / of : undefined);

/** Its sound reading: between which percentages the true share lies with 95 percent confidence (Wilson, see `wilson`). */
export function conversionBounds(won: number, of: number): Bounds | undefined {
  if (of <= 0) return undefined;
  const { low, high } = wilson(won, of);
  return { low: 100 * low, high: 100 * high };
}

/** So many are needed until a share says much: below, its bounds are more than a third apart. */
export const ENOUGH = 30;

/** What became of messages that were taken for leads. */
export interface Converted {
  /** Where they came from: what the owner said (`said`), the network or channel of a post's link (`link`), else the channel. */
  from: 'said' | 'link' | 'channel' | 'unknown';
  source: string | null;
  /** Of which month, in the owner's zone: '2026-11'. */
  month: string;
  count: number;
  won: number;
  open: number;
}

/** Each message counts once, by when its lead was made, from `since` on; sources and months with nothing are left out. */
export async function convertedSince(sql: Sql, since: Date, timezone: string): Promise<Converted[]> {
  return sql<Converted>`
    with filed as materialized (
      select l.id, l.source, l.contact_id, l.message_id, l.stage, l.closed_at, l.created_at
      from leads l where l.message_id is not null and l.created_at >= ${since}
    ), of as (
      select case when f.source is not null then 'said' when link.source is not null then 'link' when v.channel is not null then 'channel' else 'unknown' end as "from",
        coalesce(f.source, link.source, v.channel) as source, to_char(f.created_at at time zone ${timezone}, 'YYYY-MM') as month,
        f.stage, f.closed_at
      from filed f left join messages m on m.id = f.message_id left join conversations v on v.id = m.conversation_id
      left join lateral (
        select p.source from contact_sources s join post_links p on p.code = s.code
        where s.contact_id = f.contact_id and s.was_new order by s.came_at, s.id limit 1
      ) link on true
    )
    select "from", source, month, count(*)::int as count, count(*) filter (where stage = 'won')::int as won,
      count(*) filter (where closed_at is null)::int as open
    from of group by 1, 2, 3 order by 3 desc, count(*) desc, 2`;
}
