import type { Context } from '../../context.ts';
import { Unclear } from '../../people/filter.ts';
import { printFilter } from '../../people/filter_parse.ts';
import { filterOf } from '../audience.ts';
import type { Campaign } from '../campaign.ts';

/**
 * Whom a copy is for: of one that was halted on its way, those who have not had it yet, whatever its words become. Of any other it is
 * the same people, who hear from us again.
 */
export async function withoutServed(
  ctx: Context,
  { id, state, audience, plannedAt }: Campaign,
): Promise<string | null> {
  if (audience === null || !plannedAt || (state !== 'cancelled' && state !== 'paused')) return audience;
  const [served] = await ctx.tx`
    select from campaign_deliveries where campaign_id = ${id} and state in ('sending', 'sent', 'unknown') limit 1`;
  const filter = served && (await filterOf(ctx, audience));
  if (!filter || filter instanceof Unclear) return audience;
  return printFilter({
    any: filter.any.map((terms) => [...terms, { not: true, test: { kind: 'got', campaign: id } }]),
  });
}
