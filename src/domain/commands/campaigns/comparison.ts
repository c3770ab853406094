import { typedWords } from '../../../text/typed.ts';
import { type Campaign, changeCampaign, LOCKED, loadCampaign } from '../../campaigns/campaign.ts';
import { comparingWith } from '../../campaigns/reach/same_words.ts';
import type { Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { show } from './show.ts';

const END = typedWords(({ campaign }) => campaign.endComparison);

/** '/campaign 12 holdout end' */
export const endsComparison = (words: string): boolean => END.has(words.trim().toLowerCase());

/** The owner ends the comparison of a campaign, or, of one that has not begun, those that leave people out of it. */
export async function endComparison(ctx: CommandContext, one: Campaign): Promise<Reply> {
  const ending = one.plannedAt ? [one] : await comparingWith(ctx, one);
  for (const { id } of ending) {
    const campaign = (await loadCampaign(ctx.tx, id, LOCKED(ctx.tx)))!;
    if (!campaign.comparisonEndedAt) await changeCampaign(ctx, campaign, { comparisonEndedAt: ctx.now });
  }
  const after = (await loadCampaign(ctx.tx, one.id))!;
  const reply = await show(ctx, after);
  if (ending.length === 0) return { ...reply, unchanged: true };
  return { ...reply, text: [ctx.t.campaign.comparisonEnded, reply.text].filter(Boolean).join('\n') };
}

/** The copy of a cancelled campaign goes to the people held out of that as well, so it compares nobody any more. `reply`: the copy's card. */
export async function endedByRest(ctx: CommandContext, one: Campaign, reply: Reply): Promise<Reply> {
  const [heldOut] = await ctx.tx`
    select from campaign_deliveries where campaign_id = ${one.id} and arm = 'held_out' limit 1`;
  if (!heldOut || one.state !== 'cancelled' || one.comparisonEndedAt) return reply;
  await changeCampaign(ctx, one, { comparisonEndedAt: ctx.now });
  return { ...reply, text: [ctx.t.campaign.comparisonEnded, reply.text].filter(Boolean).join('\n') };
}
