import type { Campaign } from '../../campaigns/campaign.ts';
import type { Preflight } from '../../campaigns/preflight.ts';
import { waysOn } from '../../campaigns/shown.ts';
import { turn } from '../../campaigns/turn.ts';
import { isByPhone } from '../../channel.ts';
import type { Button, Field } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { shown } from '../words/moment.ts';

/** Below this a first part says nothing. */
const FEWEST_FOR_PARTS = 40;

/** Of what has a time: when that is, and when it may begin in fact. */
export function leavesField(
  ctx: CommandContext,
  { state, scheduledAt }: Campaign,
  found: Preflight | undefined,
): Field[] {
  if (!scheduledAt || state === 'draft') return [];
  const { t } = ctx;
  const isLater = found && scheduledAt > ctx.now && found.opensAt > scheduledAt;
  const value = isLater
    ? t.campaign.thenOpens(shown(ctx, scheduledAt), shown(ctx, found.opensAt))
    : shown(ctx, scheduledAt);
  return [{ label: t.campaign.labels.scheduled, value }];
}

/** What makes it leave, as it stands: a draft at a tap or a time, anything else as it was meant. */
export function sendButtons({ t }: CommandContext, campaign: Campaign, found: Preflight | undefined): Button[][] {
  const { id, state, channel } = campaign;
  const reached = found && found.fault === undefined ? found.counts.reached : 0;
  const { button } = t.campaign;
  const test: Button = {
    ...{ label: button.test, command: `/campaign ${id} test` },
    ...(isByPhone(channel) && { asks: true as const }),
  };
  if (state !== 'draft') {
    return [waysOn(t, campaign, reached > 0), reached > 0 ? [test] : []].filter((row) => row.length > 0);
  }
  if (reached === 0) return [];
  return [
    [turn(button.send(reached), `/campaign ${id} send`, 'primary')],
    [
      ...(reached >= FEWEST_FOR_PARTS ? [turn(button.first, `/campaign ${id} first`)] : []),
      { label: button.schedule, command: `/campaign ${id} at`, asks: true },
      test,
    ],
  ];
}
