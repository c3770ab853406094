import type { Campaign } from '../../campaigns/campaign.ts';
import { effectOf } from '../../campaigns/effect.ts';
import { effectFields } from '../../campaigns/effect_shown.ts';
import { campaignPicture } from '../../campaigns/picture.ts';
import { estimateFor } from '../../campaigns/preflight.ts';
import { type Progress, progressOf, salesOf } from '../../campaigns/report.ts';
import { leftOf, progressReply, reportReply } from '../../campaigns/shown.ts';
import { resultsOf } from '../../campaigns/versions/results.ts';
import type { Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { momentOf, shown } from '../words/moment.ts';
import { draftReply } from './draft.ts';
import { comparison } from './versions.ts';

/** A campaign as it stands. */
export async function show(ctx: CommandContext, one: Campaign): Promise<Reply> {
  if (one.state === 'draft') return draftReply(ctx, one);
  const progress = await progressOf(ctx, one);
  const { estimate: rest } = await estimateFor(ctx, one, leftOf(progress));
  const reply = progressReply(ctx.t, one, progress, { clock: { ...momentOf(ctx), now: ctx.now }, rest });
  if (one.state === 'scheduled') {
    const leaves = { label: ctx.t.campaign.labels.scheduled, value: shown(ctx, one.scheduledAt!) };
    return { ...reply, fields: [leaves, ...(reply.fields ?? [])] };
  }
  return one.plannedAt ? report(ctx, one, { reply, progress }) : reply;
}

async function report(ctx: CommandContext, one: Campaign, so: { reply: Reply; progress: Progress }): Promise<Reply> {
  const days = ctx.settings.campaignDays;
  const sales = await salesOf(ctx.tx, one, days);
  const effect = await effectOf(ctx.tx, one, days);
  const fields = effect
    ? effectFields(ctx.t, ctx.locale, effect, { until: shown(ctx, effect.until), over: effect.until <= ctx.now })
    : [];
  const versions = await comparison(ctx, one);
  return reportReply(ctx.t, ctx.locale, { ...so, sales, days, effect: fields, versions });
}

/** What came of it as a picture. */
export async function picture(ctx: CommandContext, one: Campaign): Promise<Reply> {
  if (!one.plannedAt)
    return { ...(await show(ctx, one)), failed: true, text: ctx.t.campaign.notNow(ctx.t.campaign.state[one.state]) };
  const days = ctx.settings.campaignDays;
  const progress = await progressOf(ctx, one);
  const sales = await salesOf(ctx.tx, one, days);
  const results = one.second ? await resultsOf(ctx.tx, one, days) : undefined;
  const bytes = campaignPicture(ctx.t, { progress, sales }, results);
  const ref = await ctx.keepFile(bytes);
  const name = `${ctx.t.campaign.table.fileName}-${one.id}.png`;
  return {
    text: ctx.t.campaign.pictureOf(one.name),
    attachments: [{ kind: 'photo', name, type: 'image/png', bytes: bytes.length, ref }],
  };
}
