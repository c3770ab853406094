import type { Context } from '../../context.ts';
import { type Filter, type Term, Unclear } from '../../people/filter/filter.ts';
import { printFilter } from '../../people/filter/filter_parse.ts';
import { filterOf } from '../audience.ts';
import { type Campaign, changeCampaign, LOCKED, loadCampaign } from '../campaign.ts';
import { familyOf, HAVE } from './kept_apart.ts';

/** Of those who are still to get it: how many they are, how many have another one of its family, and how these are called. */
export async function waitingTwice(
  { tx }: Pick<Context, 'tx'>,
  { id }: Pick<Campaign, 'id'>,
): Promise<{ left: number; have: number; names: string[] }> {
  const [row] = await tx<{ left: number; have: number; names: string[] | null }>`
    with family as materialized (select unnest(${familyOf(tx, id)}) as id),
      waiting as (select contact_id from campaign_deliveries where campaign_id = ${id} and state = 'queued'),
      had as (
        select distinct f.campaign_id, f.contact_id from campaign_deliveries f join waiting using (contact_id)
        where f.campaign_id in (select id from family) and f.state = any(${HAVE})
      )
    select (select count(*)::int from waiting) as left, (select count(distinct contact_id)::int from had) as have,
      (select array_agg(name order by id) from campaigns where id in (select campaign_id from had)) as names`;
  return { left: row!.left, have: row!.have, names: row!.names ?? [] };
}

const isGot = ({ not, test }: Term): boolean => not && test.kind === 'got';

/** Whom it leaves out because they have another one: so many conditions of its audience; none: it is nobody's copy. */
export const gotIn = ({ any }: Filter): Term[] =>
  any.every((terms) => terms.some(isGot)) ? (any[0] ?? []).filter(isGot) : [];

/** A filter without whom it leaves out because they have another one. */
export const withThem = ({ any }: Filter): Filter => ({
  any: any.map((terms) => terms.filter((term) => !isGot(term))),
});

/** A filter with those left out whom a copy leaves out. */
export const withoutThem = ({ any }: Filter, got: readonly Term[]): Filter => ({
  any: any.map((terms) => [...terms.filter((term) => !isGot(term)), ...got]),
});

/** Its owner wants whoever has a copy of it to get this one as well: they are no longer kept apart. */
export async function partFrom(ctx: Context, one: Campaign): Promise<Campaign> {
  const rows = await ctx.tx<{ id: string }>`select unnest(${familyOf(ctx.tx, one.id)}) as id order by 1`;
  for (const { id } of rows) {
    const other = (await loadCampaign(ctx.tx, id, LOCKED(ctx.tx)))!;
    await takeOut(ctx, other, ({ test }) => test.kind === 'got' && test.campaign === one.id);
  }
  return takeOut(ctx, one, isGot);
}

async function takeOut(ctx: Context, one: Campaign, goes: (term: Term) => boolean): Promise<Campaign> {
  const filter = one.audience ? await filterOf(ctx, one.audience) : undefined;
  if (!filter || filter instanceof Unclear || !filter.any.flat().some((term) => term.not && goes(term))) return one;
  const any = filter.any.map((terms) => terms.filter((term) => !term.not || !goes(term)));
  return changeCampaign(ctx, one, { audience: printFilter({ any }) });
}
