import { purposesOf } from '../../campaigns/asking/asks.ts';
import type { Campaign } from '../../campaigns/campaign.ts';
import { turn } from '../../campaigns/turn.ts';
import type { Button, Field } from '../../reply.ts';
import type { CommandContext } from '../command.ts';

/** What can be done about those who have not agreed: ask them, or write down that they did elsewhere. */
export function consentButtons({ t }: CommandContext, { id, asks, audience, purpose, channel }: Campaign): Button[] {
  if (asks || audience === null) return [];
  // service asks nobody
  if (purpose === 'service') return [];
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
