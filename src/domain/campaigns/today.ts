import { isoDay, wallTime } from '../../text/when/zone.ts';
import type { Context } from '../context.ts';
import { mostOnDay } from './estimate.ts';
import { rulesFor } from './rules.ts';
import { senderOf } from './sender.ts';

type Asking = Pick<Context, 'tx' | 'now' | 'settings' | 'ownAddresses'>;

/** Which day of sending to many today is for whoever sends on a channel, from 1, and how many it has sent today. */
export async function sentToday(ctx: Asking, channel: string): Promise<{ nth: number; sent: number }> {
  const { tx, now, settings } = ctx;
  const today = isoDay(wallTime(now, settings.timezone).day);
  const [sender] = await tx<{ nth: number; sent: number }>`
    select days + (sent > 0 and day < ${today})::int as nth, case when day < ${today} then 0 else sent end as sent
    from campaign_senders where channel = ${channel} and address = ${senderOf(ctx, channel)}`;
  return sender ?? { nth: 1, sent: 0 };
}

/** So many that were claimed have not left after all: today has as many left for others. */
export async function giveBack(ctx: Asking, channel: string, count: number): Promise<void> {
  if (count === 0) return;
  const { tx, now, settings } = ctx;
  await tx`
    update campaign_senders set sent = greatest(0, sent - ${count})
    where channel = ${channel} and address = ${senderOf(ctx, channel)} and day = ${isoDay(wallTime(now, settings.timezone).day)}`;
}

/** How many have left today, where no more may; undefined: more may. */
export async function fullToday(ctx: Asking, channel: string): Promise<number | undefined> {
  const { nth, sent } = await sentToday(ctx, channel);
  return sent >= mostOnDay(nth, await rulesFor(ctx, channel)) ? sent : undefined;
}
