import { namesOffer, offerWordsIn } from '../../../text/money/offer.ts';
import { typedMeanings } from '../../../text/typed.ts';
import { audienceOf, countAudience } from '../../campaigns/audience.ts';
import type { Campaign } from '../../campaigns/campaign.ts';
import { turn } from '../../campaigns/turn.ts';
import { PURPOSES, type Purpose } from '../../people/consent.ts';
import { Unclear } from '../../people/filter/filter.ts';
import type { Button, Field, Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { splitFirst } from '../words/words.ts';

const WORDS = typedMeanings<Purpose>(({ consent }) => consent.purpose);

/** '优惠', 'offers', and what is to be done then: 'offers send', 'news at tomorrow 9am'. */
export function purposeIn(words: string): { purpose: Purpose | undefined; then: string } {
  const [first, then] = splitFirst(words);
  return { purpose: WORDS.get(first.toLowerCase()), then };
}

/** How it is typed on a button. */
const typed = ({ t }: CommandContext, purpose: Purpose): string => t.typed.consent.purpose[purpose][0]!;

/** What it is, as the card shows it: only those who agreed to that get it. */
export const purposeField = ({ t }: CommandContext, { purpose }: Campaign): Field => ({
  label: t.campaign.labels.purpose,
  value: t.campaign.only(t.consent.purpose[purpose]),
});

/** What else it may be. */
export const purposeButtons = (ctx: CommandContext, { id, purpose }: Campaign): Button[] =>
  PURPOSES.filter((one) => one !== purpose).map((one) =>
    turn(ctx.t.campaign.button.about(ctx.t.consent.purpose[one]), `/campaign ${id} about ${typed(ctx, one)}`),
  );

/**
 * Where its words read like an offer and nobody has said that it is none: asks which of both it is, with how many would get it, before
 * `then` is done. Somebody who let us send them news may have refused offers.
 */
export async function askPurpose(ctx: CommandContext, one: Campaign, then: string): Promise<Reply | undefined> {
  if (one.purpose !== 'newsletter' || one.purposeSaid) return undefined;
  const offer = wordsOf(one).map(offerWordsIn).find(Boolean);
  if (offer === undefined) return undefined;
  const { t } = ctx;
  const buttons = [];
  for (const purpose of ['offers', 'newsletter'] as const) {
    const reached = await reachedAs(ctx, one, purpose);
    const label = t.campaign.button.isAbout(t.consent.purpose[purpose], reached);
    buttons.push([turn(label, `/campaign ${one.id} about ${typed(ctx, purpose)} ${then}`)]);
  }
  return {
    undecided: true,
    title: t.campaign.readsLikeOffer(offer),
    text: t.campaign.whyPurpose,
    buttons: [...buttons, [turn(t.campaign.button.back, `/campaign ${one.id}`)]],
  };
}

/** Whether what it is called or says reads like an offer. */
export const isOffer = (one: Campaign): boolean =>
  namesOffer(one.name) || wordsOf(one).some((words) => offerWordsIn(words) !== undefined);

const wordsOf = ({ variants, second }: Campaign): string[] =>
  [variants, second].flatMap((all) => Object.values(all?.of ?? {})).flatMap(({ subject, body }) => [subject, body]);

async function reachedAs(ctx: CommandContext, one: Campaign, purpose: Purpose): Promise<number> {
  const audience = await audienceOf(ctx, { ...one, purpose });
  return audience instanceof Unclear ? 0 : (await countAudience(ctx, audience)).reached;
}
