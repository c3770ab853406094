import type { Context } from '../context.ts';
import { type Campaign, campaignsAtWork, changeCampaign, loadCampaign } from './campaign.ts';
import { gateOf } from './check/gate.ts';
import { lookAhead } from './check/mail_check.ts';
import type { Attempt } from './delivery.ts';
import { looksFailing, whyPause } from './health.ts';
import { planCampaign } from './plan/plan.ts';
import { crowdNow } from './preflight.ts';
import { isOther } from './reach/crowd.ts';
import { hasFault } from './reach/lack.ts';
import { type Progress, progressOf } from './report.ts';
import { turnOff } from './sequences/sequence.ts';
import { startKey, tellEnd, tellPause, tellProgress } from './told/tell.ts';
import { outcomeOf, settleWinner, watchTrial } from './versions/decide.ts';
import { awaitsWinner } from './versions/texts.ts';

/** A campaign that could not begin for so long asks: at another hour its words may be wrong. */
const LATE_MS = 2 * 3_600_000;
/** What campaigns need besides being sent: they begin, are planned, paused and ended, and their messages say how far they are. */
export async function tendCampaigns(ctx: Context): Promise<void> {
  for (const { id } of await campaignsAtWork(ctx.tx)) {
    const campaign = await loadCampaign(ctx.tx, id, ctx.tx`for update skip locked`);
    if (campaign) await tend(ctx, campaign);
  }
}

async function tend(ctx: Context, campaign: Campaign): Promise<void> {
  if (campaign.state === 'scheduled') return begin(ctx, campaign);
  if (campaign.state !== 'running') return;
  if (!campaign.plannedAt) {
    if (!(await mayBegin(ctx, campaign))) return;
    const planned = await planCampaign(ctx, campaign);
    return planned.state === 'paused' ? tellPause(ctx, planned) : tellProgress(ctx, planned);
  }
  const open = await isOpen(ctx, campaign);
  const trial = awaitsWinner(campaign) ? await watchTrial(ctx, campaign) : undefined;
  const now = trial?.campaign ?? campaign;
  if ((open || campaign.decideAt) && !trial?.due && !isDue(now, ctx.now)) return;
  await catchUp(ctx, now);
  const progress = await progressOf(ctx, now);
  const reason = whyPause(progress) ?? (!open && progress.later > 0 ? 'share' : undefined);
  if (reason) return pause(ctx, now, reason, { progress });
  if (trial?.due && progress.undecided > 0) return decide(ctx, now);
  if (open || progress.undecided > 0) return tellProgress(ctx, now, progress);
  await tellEnd(ctx, await changeCampaign(ctx, now, { state: 'finished', endedAt: ctx.now }), progress);
}

/** The rest get the text that did better; the owner is asked where that cannot be told, or where it was to be hours ago. */
async function decide(ctx: Context, campaign: Campaign): Promise<void> {
  if (ctx.now.getTime() - campaign.decideAt!.getTime() > LATE_MS) return pause(ctx, campaign, 'late');
  const { comparison } = await outcomeOf(ctx, campaign);
  if (comparison.is !== 'better') return pause(ctx, campaign, 'undecided');
  await tellProgress(ctx, await settleWinner(ctx, campaign, comparison.version));
}

async function begin(ctx: Context, campaign: Campaign): Promise<void> {
  const late = ctx.now.getTime() - campaign.scheduledAt!.getTime();
  if (late < 0) return;
  if (late > LATE_MS) return pause(ctx, campaign, 'late');
  if (!(await mayBegin(ctx, campaign))) return;
  if (await hasFault(ctx, campaign)) return pause(ctx, campaign, 'words');
  const crowd = campaign.shown && (await crowdNow(ctx, campaign));
  if (campaign.shown && crowd && isOther(campaign.shown, crowd))
    return pause(ctx, campaign, 'changed', { people: crowd.people });
  await tend(ctx, await changeCampaign(ctx, campaign, { state: 'running', toldKey: startKey(ctx, campaign) }));
}

/** Whether its mails can arrive: where nobody has looked it waits for that, and where something is wrong for its owner. */
async function mayBegin(ctx: Context, campaign: Campaign): Promise<boolean> {
  const gate = await gateOf(ctx, campaign.channel);
  if (gate.is === 'open') return true;
  if (gate.is === 'unlooked') await lookAhead(ctx);
  else await pause(ctx, campaign, 'check');
  return false;
}

/** Whether anybody is still to get it, by the indexes of what waits and of what is under way. */
async function isOpen({ tx }: Context, { id }: Campaign): Promise<boolean> {
  const [row] = await tx<{ open: boolean }>`
    select exists (
      select from campaign_deliveries where campaign_id = ${id} and state = 'queued' and run_at < 'infinity'
    ) or exists (
      select from campaign_deliveries where campaign_id = ${id} and state = 'sending'
    ) as open`;
  return row!.open;
}

/** As a batch has been written down: where too many of it failed its campaign is counted, and goes no further if too many of all did. */
export async function pauseIfFailing(ctx: Context, id: string, attempts: readonly Attempt[]): Promise<void> {
  if (!looksFailing(attempts)) return;
  const campaign = await loadCampaign(ctx.tx, id, ctx.tx`for update`);
  if (campaign?.state !== 'running') return;
  const progress = await progressOf(ctx, campaign);
  const reason = whyPause(progress);
  if (reason) await pause(ctx, campaign, reason, { progress });
}

/** Nobody waits longer than for another try and their morning behind it. */
const FURTHEST_MS = 3 * 24 * 3_600_000;

/** Whoever was put off by a clock that was ahead has their turn now. A step of a sequence may be far off rightly. */
async function catchUp({ tx, now }: Context, { id, sequenceId }: Campaign): Promise<void> {
  if (sequenceId) return;
  await tx`
    update campaign_deliveries set run_at = ${now}
    where campaign_id = ${id} and state = 'queued' and run_at > ${new Date(now.getTime() + FURTHEST_MS)} and run_at < 'infinity'`;
}

/** Longer than any message of a campaign stays as it is. */
const TELL_FURTHEST_MS = 3_600_000;

/** Whether its message is to be written anew; a time further ahead than any pause was set by a clock that was. */
const isDue = ({ tellAt }: Campaign, now: Date): boolean =>
  !tellAt || tellAt <= now || tellAt.getTime() > now.getTime() + TELL_FURTHEST_MS;

/** It goes no further until the owner says so, who is told why, with what can be done. */
async function pause(
  ctx: Context,
  campaign: Campaign,
  reason: NonNullable<Campaign['reason']>,
  known: { progress?: Progress; people?: number } = {},
): Promise<void> {
  if (campaign.sequenceId) await turnOff(ctx.tx, campaign.sequenceId, reason);
  await tellPause(ctx, await changeCampaign(ctx, campaign, { state: 'paused', reason }), known);
}
