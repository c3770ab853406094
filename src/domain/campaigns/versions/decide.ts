import type { Context } from '../../context.ts';
import { type Campaign, changeCampaign, type PauseReason } from '../campaign.ts';
import { byChance, versionAt } from '../plan/draw.ts';
import { type Comparison, compare, type Results, resultsOf } from './results.ts';
import { measureOf } from './texts.ts';
import type { Winner } from './version.ts';

const MINUTE_MS = 60_000;

/** What the end of a trial comes to. */
export interface Outcome {
  results: Results;
  comparison: Comparison;
}

export async function outcomeOf(ctx: Context, campaign: Campaign): Promise<Outcome> {
  const results = await resultsOf(ctx.tx, campaign, ctx.settings.campaignDays);
  return { results, comparison: compare(results, measureOf(ctx, campaign)) };
}

/** Whether everybody of the trial has been written to, those too who waited for its owner; whose server asks for another try holds up nobody. */
async function isTrialOut({ tx }: Pick<Context, 'tx'>, { id }: Campaign): Promise<boolean> {
  const [row] = await tx<{ out: boolean }>`
    select not exists (
      select from campaign_deliveries
      where campaign_id = ${id} and state = 'queued' and version is not null and attempts = 0
    ) and not exists (
      select from campaign_deliveries where campaign_id = ${id} and state = 'sending'
    ) as out`;
  return row!.out;
}

/**
 * Where a trial is under way: the wait begins when the last of it has left, which is noted in the campaign. `due`: the wait is over.
 * The campaign is locked.
 */
export async function watchTrial(ctx: Context, campaign: Campaign): Promise<{ campaign: Campaign; due: boolean }> {
  if (campaign.decideAt) return { campaign, due: campaign.decideAt <= ctx.now };
  if (!(await isTrialOut(ctx, campaign))) return { campaign, due: false };
  const decideAt = new Date(ctx.now.getTime() + campaign.trialMinutes * MINUTE_MS);
  return { campaign: await changeCampaign(ctx, campaign, { decideAt }), due: false };
}

/** What a choice answers: a campaign that waits for it goes on with it. */
const ASKS: readonly (PauseReason | null)[] = ['undecided', 'late'];

/**
 * The rest get it, in the winner's words. Of a campaign that was halted the choice is noted alone: whoever lets it go on gives it to them.
 * What waits for its owner's word goes on waiting. The campaign is locked.
 */
export async function settleWinner(ctx: Context, campaign: Campaign, winner: Winner): Promise<Campaign> {
  const isHalted = campaign.state === 'paused' && !ASKS.includes(campaign.reason);
  if (isHalted && campaign.reason !== 'share') return changeCampaign(ctx, campaign, { winner, decideAt: null });
  await giveRest(ctx, campaign, winner);
  const goesOn = isHalted ? {} : ({ state: 'running', reason: null } as const);
  return changeCampaign(ctx, campaign, { ...goesOn, winner, decideAt: null });
}

/** Whether the rest wait for their owner's word behind a first part: so does whoever is of the trial and not of that part. */
async function waitsForWord(tx: Context['tx'], { id, reason }: Campaign): Promise<boolean> {
  if (reason === 'share') return true;
  const rows = await tx`
    select from campaign_deliveries
    where campaign_id = ${id} and state = 'queued' and run_at = 'infinity' and version is not null limit 1`;
  return rows.length > 0;
}

/**
 * Gives the rest the winner's words; of the trial, too, whoever waits still behind a first part. Of both, each half gets one: they are
 * compared as well.
 */
export async function giveRest({ tx, now }: Context, campaign: Campaign, winner: Winner): Promise<void> {
  const runAt = (await waitsForWord(tx, campaign)) ? tx`'infinity'::timestamptz` : tx`${now}::timestamptz`;
  const waiting = tx`campaign_id = ${campaign.id} and state = 'queued' and run_at = 'infinity'`;
  await (winner === 'both'
    ? tx`
        update campaign_deliveries d set version = ${versionAt(tx)}, compared = true, run_at = ${runAt}
        from (
          select contact_id as who, row_number() over (order by ${byChance(tx, campaign)}) as nth
          from campaign_deliveries where ${waiting} and version is null
        ) r
        where d.campaign_id = ${campaign.id} and d.contact_id = r.who`
    : tx`update campaign_deliveries set version = ${winner}, compared = false, run_at = ${runAt} where ${waiting}`);
}
