import { isoDay, wallTime } from '../../../text/when/zone.ts';
import { type Campaign, hasNotBegun } from '../../campaigns/campaign.ts';
import { campaignPicture } from '../../campaigns/picture.ts';
import { progressOf, salesOf } from '../../campaigns/report.ts';
import { moneyOf } from '../../campaigns/shown.ts';
import { campaignReport } from '../../campaigns/told/report_shown.ts';
import { resultsOf } from '../../campaigns/versions/results.ts';
import type { Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { momentOf } from '../words/moment.ts';
import { draftReply } from './draft.ts';

/** A campaign as it stands. */
export async function show(ctx: CommandContext, one: Campaign): Promise<Reply> {
  if (hasNotBegun(one)) return draftReply(ctx, one);
  const clock = { ...momentOf(ctx), now: ctx.now };
  return campaignReport(ctx, { t: ctx.t, locale: ctx.locale, clock }, one, await progressOf(ctx, one));
}

/** What came of it as a picture. */
export async function picture(ctx: CommandContext, one: Campaign): Promise<Reply> {
  if (!one.plannedAt)
    return { ...(await show(ctx, one)), failed: true, text: ctx.t.campaign.notNow(ctx.t.campaign.state[one.state]) };
  const days = ctx.settings.campaignDays;
  const progress = await progressOf(ctx, one);
  const sales = await salesOf(ctx.tx, one, days);
  const results = one.second ? await resultsOf(ctx.tx, one, days) : undefined;
  const head = {
    ...{ id: one.id, name: one.name, sentOn: isoDay(wallTime(one.plannedAt, ctx.settings.timezone).day) },
    revenue: moneyOf(sales, ctx.locale),
  };
  const bytes = campaignPicture(ctx.t, { head, progress, sales }, results);
  const ref = await ctx.keepFile(bytes);
  const name = `${ctx.t.campaignTable.fileName}-${one.id}.png`;
  return {
    text: ctx.t.campaign.pictureOf(one.name),
    attachments: [{ kind: 'photo', name, type: 'image/png', bytes: bytes.length, ref }],
  };
}
