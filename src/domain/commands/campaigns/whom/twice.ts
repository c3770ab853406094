import { filterOf } from '../../../campaigns/audience.ts';
import type { Campaign } from '../../../campaigns/campaign.ts';
import { gotIn, waitingTwice, withoutThem, withThem } from '../../../campaigns/reach/family.ts';
import { turn } from '../../../campaigns/turn.ts';
import { type Filter, Unclear } from '../../../people/filter/filter.ts';
import { printFilter } from '../../../people/filter/filter_parse.ts';
import { countMatching } from '../../../people/matching.ts';
import type { Button, Reply } from '../../../reply.ts';
import type { CommandContext } from '../../command.ts';
import { SURE } from '../../people/how_agreed.ts';

/** Behind 'resume': whoever has a copy of it gets it as well. */
export const TWICE = 'twice';

/** Before the rest of a campaign leaves, where some of them have a copy of it by now. Undefined: nobody has, or its owner has said it. */
export async function askTwice(ctx: CommandContext, one: Campaign, said: string): Promise<Reply | undefined> {
  if (said === SURE || said === TWICE) return undefined;
  const { left, have, names } = await waitingTwice(ctx, one);
  if (have === 0) return undefined;
  const { t } = ctx;
  const { family, button } = { family: t.whom.family, button: t.campaign.button };
  return {
    undecided: true,
    oneOf: true,
    title: family.title(have, left),
    text: family.have(t.inARow(names)),
    buttons: [
      ...(left > have ? [[turn(family.others(left - have), `/campaign ${one.id} resume ${SURE}`, 'primary')]] : []),
      [turn(family.all(left, have), `/campaign ${one.id} resume ${TWICE}`)],
      [turn(button.back, `/campaign ${one.id}`)],
    ],
  };
}

/** Other people for a copy: still without those who have what it was made of, unless that is said. */
export async function keptApart(
  ctx: CommandContext,
  { audience }: Campaign,
  chosen: string,
  sure: boolean,
): Promise<string> {
  const [before, after] = [audience ? await filterOf(ctx, audience) : undefined, await filterOf(ctx, chosen)];
  if (sure || !before || before instanceof Unclear || after instanceof Unclear) return chosen;
  const got = gotIn(before);
  return got.length === 0 ? chosen : printFilter(withoutThem(after, got));
}

/** On the card of a copy: that those who have what it was made of get it as well, with how many these are. */
export async function twiceButtons(ctx: CommandContext, { id, audience }: Campaign): Promise<Button[][]> {
  const filter = audience ? await filterOf(ctx, audience) : undefined;
  if (!filter || filter instanceof Unclear || gotIn(filter).length === 0) return [];
  const all: Filter = withThem(filter);
  const have = (await countMatching(ctx.tx, all, ctx.now)) - (await countMatching(ctx.tx, filter, ctx.now));
  if (have === 0) return [];
  return [[turn(ctx.t.whom.family.these(have), `/campaign ${id} to ${SURE} ${printFilter(all) || 'everybody'}`)]];
}
