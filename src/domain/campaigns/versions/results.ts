import type { Sql } from '../../../db/sql.ts';
import { type Difference, newcombe } from '../../../lib/statistics.ts';
import { didIt } from '../../people/deeds.ts';
import type { Campaign } from '../campaign.ts';
import { boughtAfter } from '../deeds.ts';
import type { Measure, Version } from './version.ts';

/** What became of those who were given one of two texts by chance. */
export interface VersionResult extends Record<Measure, number> {
  version: Version;
  /** It reached them, as far as is known: what the others are a share of. */
  arrived: number;
  bounced: number;
  unsubscribed: number;
}

export type Results = Record<Version, VersionResult>;

/** Of both texts; orders count within `days` of the mail. */
export async function resultsOf(sql: Sql, { id }: Pick<Campaign, 'id'>, days: number): Promise<Results> {
  const rows = await sql<VersionResult>`
    select version, count(*) filter (where state = 'sent')::int as arrived, count(bounced_at)::int as bounced,
      count(*) filter (where state = 'sent' and clicked_at is not null)::int as clicked,
      count(*) filter (where state = 'sent' and ${didIt.replied(sql, sql`d`)})::int as replied,
      count(*) filter (where state = 'sent' and unsubscribed_at is not null)::int as unsubscribed,
      count(*) filter (where state = 'sent' and ${boughtAfter(sql, sql`d`, days)})::int as ordered
    from campaign_deliveries d where campaign_id = ${id} and compared group by version`;
  const none = { arrived: 0, bounced: 0, clicked: 0, replied: 0, unsubscribed: 0, ordered: 0 };
  const of = (version: Version) => rows.find((row) => row.version === version) ?? { version, ...none };
  return { a: of('a'), b: of('b') };
}

/** Fewer who did it, of both texts together, tell nothing. */
export const FEWEST_TO_TELL = 10;

/** Which of two texts did better in one respect: one of them; or it is too close to tell; or too few did it to tell anything. */
export type Comparison =
  | { is: 'better'; version: Version; by: Difference }
  | { is: 'close'; by: Difference }
  | { is: 'few' };

/**
 * The texts by the shares of those whom each reached. One is better where the 95 percent interval of the difference (`newcombe`) has
 * nothing of 0 in it. It is looked at once, when the wait is over: whoever looks again and again finds a difference where there is none.
 */
export function compare({ a, b }: Results, measure: Measure): Comparison {
  if (a.arrived === 0 || b.arrived === 0 || a[measure] + b[measure] < FEWEST_TO_TELL) return { is: 'few' };
  const share = (one: VersionResult) => ({ count: one[measure], of: one.arrived });
  const [ahead, behind] = a[measure] / a.arrived >= b[measure] / b.arrived ? [a, b] : [b, a];
  const by = newcombe(share(ahead), share(behind));
  return by.low > 0 ? { is: 'better', version: ahead.version, by } : { is: 'close', by };
}
