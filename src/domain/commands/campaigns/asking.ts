import { questionIn } from '../../campaigns/asking/asks.ts';
import { type Campaign, makeCampaign } from '../../campaigns/campaign.ts';
import type { Reply } from '../../reply.ts';
import { type CommandContext, Incomplete } from '../command.ts';
import { draftReply } from './draft.ts';
import { show } from './show.ts';
import { madeHere } from './way.ts';

/** Whoever it is for and has not agreed is asked to confirm that they do, by a campaign of its own. */
export async function confirm(ctx: CommandContext, one: Campaign): Promise<Reply | Incomplete> {
  const { channel, audience, purpose, name } = one;
  if (one.asks || one.sequenceId) return show(ctx, one);
  if (audience === null) return new Incomplete('audience');
  const asking = await makeCampaign(ctx, {
    ...{ ...madeHere(ctx), name: ctx.t.asking.name(name), channel, audience, purpose, purposeSaid: true },
    ...{ variants: questionIn(ctx, one), asks: true, holdout: 0 },
  });
  return draftReply(ctx, asking);
}

/** What a campaign that asks says is ours. */
export async function wordsAreOurs(ctx: CommandContext, one: Campaign): Promise<Reply> {
  return { ...(await show(ctx, one)), failed: true, text: ctx.t.asking.wordsAreOurs };
}
