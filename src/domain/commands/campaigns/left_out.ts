import { filterOf } from '../../campaigns/audience.ts';
import type { Campaign } from '../../campaigns/campaign.ts';
import { type Filter, type Term, Unclear } from '../../people/filter/filter.ts';
import { findMatching } from '../../people/matching.ts';
import type { Field } from '../../reply.ts';
import type { CommandContext } from '../command.ts';

/** So many are named. */
const NAMED = 8;

/** Who is left out because the audience says except: by name, so that a word that leaves out others than meant is seen before it is sent. */
export async function leftOutField(ctx: CommandContext, { audience }: Campaign): Promise<Field[]> {
  const filter = audience ? await filterOf(ctx, audience) : undefined;
  if (!filter || filter instanceof Unclear) return [];
  const out = leftOutOf(filter);
  if (!out) return [];
  const { t } = ctx;
  const { total, people } = await findMatching(ctx.tx, out, ctx.now, NAMED);
  const names = people.map(({ id, name }) => name || `c${id}`);
  return [{ label: t.campaign.labels.except, value: t.campaign.leftOut(total, t.inARow(names), total > names.length) }];
}

/** Whoever fits what a group asks for, and any of what it leaves out. Undefined: nobody is left out, or of several groups another may have them. */
function leftOutOf({ any }: Filter): Filter | undefined {
  const [terms = []] = any;
  const excepted = terms.filter(({ not }) => not);
  if (any.length !== 1 || excepted.length === 0) return undefined;
  const asked = terms.filter(({ not }) => !not);
  return { any: excepted.map(({ test }): Term[] => [...asked, { not: false, test }]) };
}
