import type { Context } from '../context.ts';

/** Fewer found orders than these may have been late. */
const LEAST_FOUND = 2;
/** So many of the shop's usual pauses between orders without a webhook are silence. */
const PAUSES = 3;
/** How far back its rhythm is heard, in days, and the shortest silence, in hours. */
const RHYTHM_DAYS = 30;
const SHORTEST_HOURS = 2;

/**
 * Whether a shop's webhooks are silent: its own rhythm says that they should have come, and orders were found that they had not told of.
 */
export async function isSilent({ tx, now }: Pick<Context, 'tx' | 'now'>, connectionId: string): Promise<boolean> {
  const [row] = await tx<{ silent: boolean }>`
    select coalesce(
      n.found >= ${LEAST_FOUND}
      and ${now} - n.heard > greatest(interval '1 hour' * ${SHORTEST_HOURS}, interval '1 day' * ${RHYTHM_DAYS} / greatest(n.orders, 1) * ${PAUSES}::int)
    , false) as silent
    from (
      select coalesce(c.last_event_at, c.created_at) as heard,
        (select count(*) from orders o where o.connection_id = c.id and o.placed_at > ${now}::timestamptz - interval '1 day' * ${RHYTHM_DAYS}) as orders,
        (select count(*) from orders o where o.connection_id = c.id and o.found_at is not null
          and o.placed_at > coalesce(c.last_event_at, c.created_at)) as found
      from connections c where c.id = ${connectionId}
    ) n`;
  return row?.silent ?? false;
}
