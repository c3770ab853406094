import type { Fragment } from '../../../../db/sql.ts';
import { namesOffer } from '../../../../text/money/offer.ts';
import { audienceRows, countAudience } from '../../../campaigns/audience.ts';
import { clocksOf } from '../../../campaigns/clocks.ts';
import type { Filter } from '../../../people/filter/filter.ts';
import { matches } from '../../../people/filter/filter_sql.ts';
import type { CommandContext } from '../../command.ts';

/** A campaign that is not made yet. */
interface ToBe {
  name: string;
  channel: string;
}

/** The first names of some people, and how many they are. */
export interface Some {
  names: string[];
  total: number;
}

/** Who would get it: how many of whom the filter means, the first of them, and the first of those in `all` who else would have. */
export async function reachedBy(
  ctx: CommandContext,
  { name, channel }: ToBe,
  { all, filter }: { all: Filter; filter: Filter },
): Promise<{ meant: number; those: Some; others: Some }> {
  const { tx, now, settings } = ctx;
  const purpose = namesOffer(name) ? ('offers' as const) : ('newsletter' as const);
  const campaign = { id: '0', channel, purpose, asks: false, skipBoughtDays: 0, holdout: 0 };
  const clocks = await clocksOf(tx, channel, settings.timezone);
  const audience = { campaign, clocks, holdout: 0 };
  const { total } = await countAudience(ctx, { ...audience, filter });
  const some = async (rows: Fragment): Promise<Some> => {
    const found = await tx<{ name: string; total: number }>`
      with meant as materialized (${rows})
      select coalesce(nullif(c.name, ''), 'c' || c.id) as name, count(*) over ()::int as total
      from meant join contacts c on c.id = meant.contact_id where meant.why is null
      order by c.last_seen_at desc nulls last, c.id desc limit ${NAMED}`;
    return { names: found.map((one) => one.name), total: found[0]?.total ?? 0 };
  };
  return {
    meant: total,
    those: await some(audienceRows(ctx, { ...audience, filter })),
    others: await some(audienceRows(ctx, { ...audience, filter: all }, tx`not ${matches(tx, filter, now)}`)),
  };
}

/** So many are named. */
const NAMED = 4;
