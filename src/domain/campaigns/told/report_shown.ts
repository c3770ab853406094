import type { Locale } from '../../../text/locale.ts';
import type { Texts } from '../../../text/texts.ts';
import { formatWhen } from '../../../text/when/format_when.ts';
import type { WhenContext } from '../../../text/when/when.ts';
import type { Context } from '../../context.ts';
import type { Reply } from '../../reply.ts';
import { countAgreed } from '../asking/asks.ts';
import type { Campaign } from '../campaign.ts';
import { effectOf } from '../effect.ts';
import { effectFields } from '../effect_shown.ts';
import { estimateFor } from '../preflight.ts';
import { type Progress, salesOf } from '../report.ts';
import { leftOf, progressReply, reportReply } from '../shown.ts';
import { resultsOf } from '../versions/results.ts';
import { resultLists, verdictField } from '../versions/shown.ts';
import { measureOf } from '../versions/texts.ts';

/** For whom it is written: in which words, and by which clock its times are. */
interface Reader {
  t: Texts;
  locale: Locale;
  clock: WhenContext;
}

/** How far a campaign is, and what has come of it so far. */
export async function campaignReport(
  ctx: Context,
  { t, locale, clock }: Reader,
  one: Campaign,
  progress: Progress,
): Promise<Reply> {
  const { estimate: rest } = await estimateFor(ctx, one, leftOf(progress));
  const reply = progressReply(t, one, progress, { clock, rest });
  if (!one.plannedAt) return reply;
  if (one.asks) {
    const agreed = t.campaign.of(await countAgreed(ctx.tx, one), progress.left);
    return { ...reply, fields: [...(reply.fields ?? []), { label: t.asking.agreed, value: agreed }] };
  }
  const days = ctx.settings.campaignDays;
  const sales = await salesOf(ctx.tx, one, days);
  const effect = await effectOf(ctx.tx, one, days);
  const fields = effect
    ? effectFields(t, locale, effect, { until: formatWhen(effect.until, clock), over: effect.until <= ctx.now })
    : [];
  const versions = await comparison(ctx, t, one);
  return reportReply(t, locale, { reply, progress, sales, days, effect: fields, versions });
}

/** How both texts compare. */
async function comparison(ctx: Context, t: Texts, one: Campaign): Promise<Pick<Reply, 'fields' | 'lists'>> {
  if (!one.second) return {};
  const results = await resultsOf(ctx.tx, one, ctx.settings.campaignDays);
  return {
    fields: [verdictField(t, one, results, measureOf(ctx, one))],
    lists: resultLists(t, one, results),
  };
}
