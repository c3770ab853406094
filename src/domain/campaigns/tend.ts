import { isDeepStrictEqual } from 'node:util';
import { type Act, oneByOne } from '../act.ts';
import type { Context } from '../context.ts';
import { type Campaign, campaignsAtWork, changeCampaign, LOCKED, loadCampaign } from './campaign.ts';
import { gateOf } from './check/gate.ts';
import { lookAhead } from './check/mail_check.ts';
import type { Attempt } from './delivery.ts';
import { looksFailing, whyPause } from './health.ts';
import { beginPlan, planFurther } from './plan/plan.ts';
import { crowdNow } from './preflight.ts';
import { type Crowd, isOther } from './reach/crowd.ts';
import { hasFault } from './reach/lack.ts';
import { type Progress, progressOf } from './report.ts';
import { turnOff } from './sequences/sequence.ts';
import { startKey, tellEnd, tellFault, tellPause, tellProgress } from './told/tell.ts';
import { outcomeOf, settleWinner, watchTrial } from './versions/decide.ts';
import { awaitsWinner } from './versions/texts.ts';

/** A campaign that could not begin for so long asks: at another hour its words may be wrong. */
const LATE_MS = 2 * 3_600_000;

/**
 * What campaigns need besides being sent: they begin, are planned, paused and ended, and their messages say how far they are. Each has
 * transactions of its own; one that fails is paused, and its owner is told. Gives whether there is more to do at once.
 */
export async function tendCampaigns(act: Act, onError: (error: unknown) => void): Promise<boolean> {
  let more = false;
  const further = async (id: string) => {
    if (await act((ctx) => tendOne(ctx, id))) more = (await act((ctx) => plan(ctx, id))) || more;
  };
  await oneByOne(await act(({ tx }) => campaignsToTend(tx)), further, {
    settle: (id) => pauseAtFault(act, id),
    onError,
  });
  return more;
}

/** Those at work, and those whose plan is still being made or is to go. */
async function campaignsToTend(tx: Context['tx']): Promise<string[]> {
  const planned = await tx<{ id: string }>`select campaign_id as id from campaign_plans order by 1`;
  const ids = [...(await campaignsAtWork(tx)), ...planned].map(({ id }) => id);
  return [...new Set(ids)];
}

/** Gives whether its plan is to be taken further. Who would get it now is looked up before its row is held: a halt does not wait for that. */
async function tendOne(ctx: Context, id: string): Promise<boolean> {
  const seen = await loadCampaign(ctx.tx, id);
  const crowd = seen && isDue(seen, ctx.now) && seen.shown ? await crowdNow(ctx, seen) : undefined;
  const campaign = await loadCampaign(ctx.tx, id, ctx.tx`${LOCKED(ctx.tx)} skip locked`);
  if (!campaign || (campaign.state === 'scheduled' && !isDeepStrictEqual(seen, campaign))) return false;
  const now = isDue(campaign, ctx.now) ? await begin(ctx, campaign, crowd) : campaign;
  if (now.state === 'running' && now.plannedAt) await tend(ctx, now);
  else if (now.state === 'running' && (await mayBegin(ctx, now))) await beginPlan(ctx, now);
  // of what was halted the plan goes
  return now.state !== 'scheduled' && !now.plannedAt;
}

const isDue = ({ state, scheduledAt }: Campaign, now: Date): boolean => state === 'scheduled' && scheduledAt! <= now;

/** A step of its plan. Gives whether there are more. */
async function plan(ctx: Context, id: string): Promise<boolean> {
  const planned = await planFurther(ctx, id);
  if (planned.is === 'unclear') await pause(ctx, planned.campaign, 'unclear');
  if (planned.is === 'ready') await tellProgress(ctx, planned.campaign);
  return planned.is === 'more';
}

/** It goes no further until its owner says so, who is told that the fault is ours. */
export async function haltAtFault(ctx: Context, id: string): Promise<void> {
  const campaign = await loadCampaign(ctx.tx, id, LOCKED(ctx.tx));
  if (campaign?.state !== 'running' && campaign?.state !== 'scheduled') return;
  if (campaign.sequenceId) await turnOff(ctx.tx, campaign.sequenceId, 'fault');
  await tellFault(ctx, await changeCampaign(ctx, campaign, { state: 'paused', reason: 'fault' }));
}

/** Its card is written anew by itself: what holds a campaign up may be in counting how far it is. */
async function pauseAtFault(act: Act, id: string): Promise<void> {
  await act((ctx) => haltAtFault(ctx, id));
  await act(async (ctx) => {
    const campaign = await loadCampaign(ctx.tx, id, LOCKED(ctx.tx));
    if (campaign?.reason === 'fault') await tellProgress(ctx, campaign);
  });
}

async function tend(ctx: Context, campaign: Campaign): Promise<void> {
  const open = await isOpen(ctx, campaign);
  const trial = awaitsWinner(campaign) ? await watchTrial(ctx, campaign) : undefined;
  const now = trial?.campaign ?? campaign;
  if ((open || campaign.decideAt) && !trial?.due && !isToTell(now, ctx.now)) return;
  await catchUp(ctx, now);
  const progress = await progressOf(ctx, now);
  const reason = whyPause(progress) ?? (!open && progress.later > 0 ? 'share' : undefined);
  if (reason) return void (await pause(ctx, now, reason, { progress }));
  if (trial?.due && progress.undecided > 0) return decide(ctx, now);
  if (open || progress.undecided > 0) return tellProgress(ctx, now, progress);
  await tellEnd(ctx, await changeCampaign(ctx, now, { state: 'finished', endedAt: ctx.now }), progress);
}

/** The rest get the text that did better; the owner is asked where that cannot be told, or where it was to be hours ago. */
async function decide(ctx: Context, campaign: Campaign): Promise<void> {
  if (ctx.now.getTime() - campaign.decideAt!.getTime() > LATE_MS) return void (await pause(ctx, campaign, 'late'));
  const { comparison } = await outcomeOf(ctx, campaign);
  if (comparison.is !== 'better') return void (await pause(ctx, campaign, 'undecided'));
  await tellProgress(ctx, await settleWinner(ctx, campaign, comparison.version));
}

/** `crowd`: who would get it now, where somebody was shown who would. Gives it as it is then. */
async function begin(ctx: Context, campaign: Campaign, crowd: Crowd | undefined): Promise<Campaign> {
  if (ctx.now.getTime() - campaign.scheduledAt!.getTime() > LATE_MS) return pause(ctx, campaign, 'late');
  if (!(await mayBegin(ctx, campaign))) return campaign;
  if (await hasFault(ctx, campaign)) return pause(ctx, campaign, 'words');
  if (campaign.shown && crowd && isOther(campaign.shown, crowd))
    return pause(ctx, campaign, 'changed', { people: crowd.people });
  return changeCampaign(ctx, campaign, { state: 'running', toldKey: startKey(ctx, campaign) });
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
  const campaign = await loadCampaign(ctx.tx, id, LOCKED(ctx.tx));
  if (campaign?.state !== 'running') return;
  const progress = await progressOf(ctx, campaign);
  const reason = whyPause(progress);
  if (reason) await pause(ctx, campaign, reason, { progress });
}

/**
 * Its words cannot be read any more, as after a field was removed that they ask for: it waits for its owner instead of leaving out everybody.
 * Whoever claimed for it puts that back.
 */
export async function pauseUnreadable(ctx: Context, { id }: Campaign): Promise<void> {
  const campaign = await loadCampaign(ctx.tx, id, LOCKED(ctx.tx));
  if (campaign?.state === 'running' && (await hasFault(ctx, campaign))) await pause(ctx, campaign, 'words');
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
const isToTell = ({ tellAt }: Campaign, now: Date): boolean =>
  !tellAt || tellAt <= now || tellAt.getTime() > now.getTime() + TELL_FURTHEST_MS;

/** It goes no further until the owner says so, who is told why, with what can be done. */
async function pause(
  ctx: Context,
  campaign: Campaign,
  reason: NonNullable<Campaign['reason']>,
  known: { progress?: Progress; people?: number } = {},
): Promise<Campaign> {
  if (campaign.sequenceId) await turnOff(ctx.tx, campaign.sequenceId, reason);
  const paused = await changeCampaign(ctx, campaign, { state: 'paused', reason });
  await tellPause(ctx, paused, known);
  return paused;
}
