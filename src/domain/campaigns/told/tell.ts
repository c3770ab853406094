import { loadTold, rewrite } from '../../../outbox/rewrite.ts';
import { texts } from '../../../text/texts.ts';
import { type Context, clockOf, localeOf } from '../../context.ts';
import { tellOwner } from '../../desk/tell.ts';
import { sayAt } from '../../owner/say.ts';
import { type Campaign, changeCampaign } from '../campaign.ts';
import { estimateFor } from '../preflight.ts';
import { type Progress, progressOf } from '../report.ts';
import { leftOf, pausedCard, progressReply } from '../shown.ts';
import { outcomeOf } from '../versions/decide.ts';
import { undecidedCard } from '../versions/shown.ts';
import { measureOf } from '../versions/texts.ts';
import { campaignReport } from './report_shown.ts';

/** Its message is written anew so often; of a large one less often, because counting takes longer. */
const TELL_MS = 5_000;
const TELL_LARGE_MS = 30_000;
const LARGE = 100_000;
/** While a trial waits to be decided. */
const TELL_TRIAL_MS = 10 * 60_000;

/** Under which key it is told that it begins: a message of its own, because where it was scheduled may be days up. */
export const startKey = ({ now }: Pick<Context, 'now'>, { id }: Campaign): string =>
  `campaign:${id}:begun:${now.getTime()}`;

/** It has paused by itself. `people`: how many would get it now, where others would than were shown. */
export async function tellPause(
  ctx: Context,
  campaign: Campaign,
  { progress: known, people }: { progress?: Progress; people?: number } = {},
): Promise<void> {
  const progress = known ?? (await progressOf(ctx, campaign));
  await tellProgress(ctx, campaign, progress);
  const outcome = campaign.reason === 'undecided' ? await outcomeOf(ctx, campaign) : undefined;
  await tellOwner(
    ctx,
    `campaign:${campaign.id}:${campaign.reason}:${ctx.now.getTime()}`,
    (t) =>
      outcome
        ? undecidedCard(t, campaign, outcome, measureOf(ctx, campaign))
        : pausedCard(t, campaign, progress, people),
    { notice: { kind: 'campaign' }, asked: true },
  );
}

/** An error of ours has paused it: told without its figures, because it may lie in counting them. */
export async function tellFault(ctx: Context, campaign: Campaign): Promise<void> {
  await tellOwner(ctx, `campaign:${campaign.id}:fault:${ctx.now.getTime()}`, (t) => pausedCard(t, campaign), {
    notice: { kind: 'campaign' },
    asked: true,
  });
}

/** Nobody is left to write to: one new message has the figures, because the one that told how far it is may be days up. */
export async function tellEnd(ctx: Context, campaign: Campaign, progress: Progress): Promise<void> {
  await tellProgress(ctx, campaign, progress);
  if (campaign.sequenceId) return;
  await tellOwner(
    ctx,
    `campaign:${campaign.id}:finished:${ctx.now.getTime()}`,
    (t, locale) => campaignReport(ctx, { t, locale, clock: clockOf(ctx, locale) }, campaign, progress),
    { notice: { kind: 'campaign' } },
  );
}

/** Writes the message anew that tells how far it is, or says it where the campaign was made. */
export async function tellProgress(ctx: Context, campaign: Campaign, known?: Progress): Promise<void> {
  const tellAt = (pause: number) => new Date(ctx.now.getTime() + pause);
  // who has put a sequence on is not told of each of its people
  if (campaign.sequenceId) return void (await changeCampaign(ctx, campaign, { tellAt: tellAt(TELL_MS) }));
  const user = ctx.users.find(({ id }) => id === campaign.userId);
  const progress = known ?? (await progressOf(ctx, campaign));
  const locale = localeOf(ctx, user);
  const { estimate: rest } = await estimateFor(ctx, campaign, leftOf(progress));
  const shown = progressReply(texts(locale), campaign, progress, { clock: clockOf(ctx, locale), rest });
  // what can be done with its figures stands below them, in the message that has them all
  const { buttons: _, ...figures } = shown;
  const reply = campaign.state === 'finished' ? figures : shown;
  const key = `campaign:${campaign.id}:${ctx.now.getTime()}`;
  const [row] = await ctx.tx<{ id: string }>`select id from outbox where idempotency_key = ${campaign.toldKey}`;
  const told = row && (await loadTold(ctx.tx, row.id));
  if (told) await rewrite(ctx.tx, ctx.random, told, { reply }, { key });
  else await sayAt(ctx, campaign.place, { key, reply });
  const pause = campaign.decideAt ? TELL_TRIAL_MS : progress.queued + progress.sent > LARGE ? TELL_LARGE_MS : TELL_MS;
  await changeCampaign(ctx, campaign, { tellAt: tellAt(pause), ...(!told && { toldKey: key }) });
}
