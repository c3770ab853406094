import type { Campaign } from '../../campaigns/campaign.ts';
import type { Preflight } from '../../campaigns/preflight.ts';
import { waysOn } from '../../campaigns/shown.ts';
import { turn } from '../../campaigns/turn.ts';
import { isByPhone } from '../../channel.ts';
import type { Button, Field } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { exactly, shown } from '../words/moment.ts';

/** Below this a first part says nothing. */
const FEWEST_FOR_PARTS = 40;

/** Of what has a time: when that is, and when it may begin in fact. */
export function leavesField(
  ctx: CommandContext,
  { state, scheduledAt }: Campaign,
  found: Preflight | undefined,
): Field[] {
  const { t } = ctx;
  if (!scheduledAt || (state === 'draft' && scheduledAt <= ctx.now)) return [];
  if (state === 'draft')
    return [{ label: t.campaign.labels.scheduled, value: t.campaign.proposed(shown(ctx, scheduledAt)) }];
  const isLater = found && scheduledAt > ctx.now && found.opensAt > scheduledAt;
  const value = isLater
    ? t.campaign.thenOpens(shown(ctx, scheduledAt), shown(ctx, found.opensAt))
    : shown(ctx, scheduledAt);
  return [{ label: t.campaign.labels.scheduled, value }];
}

/** What makes it leave, as it stands: a draft at a tap or a time, anything else as it was meant. */
export function sendButtons(ctx: CommandContext, campaign: Campaign, found: Preflight | undefined): Button[][] {
  const { t } = ctx;
  const { id, state, channel, scheduledAt } = campaign;
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
  const at = scheduledAt && scheduledAt > ctx.now ? scheduledAt : undefined;
  return [
    // when its owner said, before all at once
    ...(at ? [[turn(button.scheduleAt(shown(ctx, at)), `/campaign ${id} at ${exactly(ctx, at)}`, 'primary')]] : []),
    [turn(button.send(reached), `/campaign ${id} send`, at ? undefined : 'primary')],
    [
      ...(reached >= FEWEST_FOR_PARTS ? [turn(button.first, `/campaign ${id} first`)] : []),
      { label: button.schedule, command: `/campaign ${id} at`, asks: true },
      test,
    ],
  ];
}
