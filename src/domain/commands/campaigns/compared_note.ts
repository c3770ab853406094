import type { Campaign } from '../../campaigns/campaign.ts';
import { comparingWith } from '../../campaigns/reach/same_words.ts';
import { turn } from '../../campaigns/turn.ts';
import type { Button } from '../../reply.ts';
import type { CommandContext } from '../command.ts';

/** Who is left out of a campaign because another one compares with them, and how to write to them all the same. */
export async function comparedNote(
  ctx: CommandContext,
  one: Campaign,
  count: number,
): Promise<{ text: string[]; buttons: Button[][] }> {
  if (count === 0) return { text: [], buttons: [] };
  const names = (await comparingWith(ctx, one)).map(({ name }) => name);
  const { campaign: t } = ctx.t;
  return {
    text: [t.comparedNote(ctx.t.inARow(names), count)],
    buttons: [[turn(t.button.endComparison, `/campaign ${one.id} holdout end`)]],
  };
}
