import type { Context } from '../../context.ts';
import { type Term, Unclear } from '../../people/filter/filter.ts';
import { printFilter } from '../../people/filter/filter_parse.ts';
import { filterOf } from '../audience.ts';
import type { Campaign } from '../campaign.ts';

/**
 * Whom a copy is for: of one that was halted on its way, or leaves now, those who have not had it, whatever its words become. Of any other
 * it is the same people, who hear from us again.
 */
export async function withoutServed(
  ctx: Context,
  { id, state, audience, plannedAt }: Campaign,
): Promise<string | null> {
  if (audience === null || !plannedAt || state === 'finished') return audience;
  const filter = await filterOf(ctx, audience);
  if (filter instanceof Unclear) return audience;
  const got: Term = { not: true, test: { kind: 'got', campaign: id } };
  return printFilter({ any: filter.any.map((terms) => [...terms, got]) });
}
