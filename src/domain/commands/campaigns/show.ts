import type { Campaign } from '../../campaigns/campaign.ts';
import { effectOf } from '../../campaigns/effect.ts';
import { effectFields } from '../../campaigns/effect_shown.ts';
import { type Progress, progressOf, salesOf } from '../../campaigns/report.ts';
import { progressReply, reportReply } from '../../campaigns/shown.ts';
import type { Reply } from '../../reply.ts';
import type { CommandContext } from '../command.ts';
import { shown } from '../words/moment.ts';
import { draftReply } from './draft.ts';

/** A campaign as it stands. */
export async function show(ctx: CommandContext, one: Campaign): Promise<Reply> {
  if (one.state === 'draft') return draftReply(ctx, one);
  const progress = await progressOf(ctx, one);
  const reply = progressReply(ctx.t, one, progress);
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
  return reportReply(ctx.t, ctx.locale, { ...so, sales, days, effect: fields });
}
