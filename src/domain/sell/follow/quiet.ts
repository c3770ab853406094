import type { Fragment, Sql, Tx } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';
import { isHeardOf } from '../../shown.ts';
import { type Lead, leadColumns } from '../lead.ts';
import { limits, type StaleBefore, staleBefore } from '../pipeline/board.ts';
import { boardStages } from '../pipeline/stage.ts';

/** Until then nobody is told that it is quiet. */
export async function hushLead(tx: Tx, id: string, until: Date): Promise<void> {
  await tx`update leads set hushed_until = ${until} where id = ${id}`;
}

/**
 * Open leads that have been quiet for longer than their stage allows, and as long again since that was told. Not those that are hushed, of
 * whoever is blocked, or whose next step lies ahead.
 */
const untold = (sql: Sql, now: Date): Fragment => sql`
  l.closed_at is null and greatest(l.active_at, l.nudged_at) < q.at and (l.hushed_until is null or l.hushed_until <= ${now})
  and ${isHeardOf(sql, sql`l`)}
  and not exists (select from tasks k where k.lead_id = l.id and k.done_at is null and k.due_at > ${now})`;

/** Takes those that are to be told of, the quietest first, and how many there are in all: each is told of once. */
export async function takeQuiet(
  ctx: Pick<Context, 'tx' | 'now'>,
  limit: number,
): Promise<{ leads: Lead[]; count: number }> {
  const { tx, now } = ctx;
  const before = await staleBefore(ctx, await boardStages(tx));
  if (before.size === 0) return { leads: [], count: 0 };
  const leads = await quietLeads(tx, before, now, limit);
  if (leads.length === 0) return { leads, count: 0 };
  const { count } = await tx`
    update leads l set nudged_at = ${now}, hushed_until = null from ${limits(tx, before)} where l.stage = q.key and ${untold(tx, now)}`;
  return { leads, count };
}

/** Stage by stage: each begins with its quietest. */
const quietLeads = (tx: Tx, before: StaleBefore, now: Date, limit: number): Promise<Lead[]> =>
  tx<Lead>`
    select ${leadColumns(tx)} from ${limits(tx, before)} cross join lateral (
      select * from leads l where l.stage = q.key and ${untold(tx, now)} order by greatest(l.active_at, l.nudged_at) limit ${limit}
    ) l join contacts c on c.id = l.contact_id join stages g on g.key = l.stage order by l.active_at limit ${limit}`;
