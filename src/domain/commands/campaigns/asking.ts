import { purposesOf, questionIn } from '../../campaigns/asks.ts';
import { type Campaign, makeCampaign } from '../../campaigns/campaign.ts';
import { turn } from '../../campaigns/turn.ts';
import type { Button, Field, Reply } from '../../reply.ts';
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
    ...{ variants: questionIn(ctx), asks: true, holdout: 0 },
  });
  return draftReply(ctx, asking);
}

/** What a campaign that asks says is ours. */
export async function wordsAreOurs(ctx: CommandContext, one: Campaign): Promise<Reply> {
  return { ...(await show(ctx, one)), failed: true, text: ctx.t.asking.wordsAreOurs };
}

/** What can be done about those who have not agreed: ask them, or write down that they did elsewhere. */
export function consentButtons({ t }: CommandContext, { id, asks, audience, purpose, channel }: Campaign): Button[] {
  if (asks || audience === null) return [];
  const what = t.typed.consent.purpose[purpose][0]!;
  const where = audience === '' ? `reach:${channel}` : audience;
  const both = purpose === 'offers' ? `${t.typed.consent.purpose.newsletter[0]} ${what}` : what;
  return [
    turn(t.asking.button.ask, `/campaign ${id} confirm`),
    { label: t.asking.button.agreed, command: `/consentall ${channel} ${both} where ${where}`, asks: true },
  ];
}

/** To what it asks people to agree. */
export const askedField = ({ t }: CommandContext, one: Campaign): Field => ({
  label: t.campaign.labels.purpose,
  value: t.asking.what(t.consent.list(purposesOf(one).map((purpose) => t.consent.purpose[purpose]))),
});
