import type { Tx } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';
import { type Campaign, type CampaignState, changeCampaign, LOCKED, loadCampaign } from '../campaign.ts';
import { lockClaims } from '../claim.ts';
import { doubtAgain } from '../doubt.ts';
import type { Winner } from '../versions/version.ts';

/** A campaign that an entry of the journal changed, as the entry found it and as it left it. */
export interface Acted {
  campaign: Campaign;
  was: CampaignState;
  became: CampaignState;
  /** The text that the entry chose for the rest. */
  chose: Winner | null;
  /** Nobody had been given it when the entry found it. */
  fresh: boolean;
  /** Its first part was out then, and the rest waited for a word. */
  partOut: boolean;
  /** When the entry was made. */
  at: Date;
}

/** The campaigns of this entry. While it may be taken back nobody claims from them: whether any of them has left stays as it is seen here. */
export async function actedOn(tx: Tx, entryId: string): Promise<Acted[]> {
  const rows = await tx<{ id: string } & Omit<Acted, 'campaign'>>`
    select e.key as id, first.before ->> 'state' as was, last.after ->> 'state' as became,
      first.before ->> 'planned_at' is null as fresh, coalesce(first.before ->> 'reason' = 'share', false) as "partOut",
      (select created_at from journal where id = ${entryId}) as at,
      case when first.before ->> 'winner' is null then last.after ->> 'winner' end as chose
    from (
      select key, min(id) as first, max(id) as last from journal_changes
      where journal_id = ${entryId} and table_name = 'campaigns' group by key
    ) e join journal_changes first on first.id = e.first join journal_changes last on last.id = e.last
    where first.before is not null and last.after is not null
    order by e.key::bigint`;
  if (rows.length > 0) await lockClaims(tx);
  const acted: Acted[] = [];
  for (const { id, ...row } of rows) {
    const campaign = await loadCampaign(tx, id, LOCKED(tx));
    if (campaign?.sequenceId === null) acted.push({ campaign, ...row });
  }
  return acted;
}

/**
 * The campaign that this entry made, or changed before it had begun, and of which something has left since: its record says what left, so that is not
 * changed by an undo. A follow-up's step keeps its own words.
 */
export async function saidSince(tx: Tx, entryId: string): Promise<Campaign | undefined> {
  const [row] = await tx<{ id: string }>`
    select e.key as id from (
      select key, min(id) as first from journal_changes where journal_id = ${entryId} and table_name = 'campaigns' group by key
    ) e join journal_changes first on first.id = e.first
    where (first.before is null or first.before ->> 'planned_at' is null) and exists (
      select from campaign_deliveries d where d.campaign_id = e.key::bigint and d.state not in ('queued', 'skipped')
    )
    order by e.key::bigint limit 1`;
  const campaign = row && (await loadCampaign(tx, row.id, LOCKED(tx)));
  return campaign?.sequenceId === null ? campaign : undefined;
}

/** Whether the entry sent it, or chose what the rest get, and it is under way since. */
const hasBegun = ({ campaign, became, chose, fresh }: Acted): boolean =>
  campaign.state === 'running' &&
  became === 'running' &&
  campaign.plannedAt !== null &&
  (chose ? campaign.winner === chose : fresh);

/** Whether the entry let it go on, and it does since. */
const wentOn = ({ campaign, was, became, chose, fresh }: Acted): boolean =>
  campaign.state === 'running' && was === 'paused' && became === 'running' && !fresh && !chose;

/**
 * Of those that the entry sent, let go on, or chose a text for: the ones of which something has left since. They are paused: whoever takes back a
 * send wants no more of it to leave, and what has left cannot be taken back.
 */
export async function pauseLeft(ctx: Context, acted: readonly Acted[]): Promise<Campaign[]> {
  const paused: Campaign[] = [];
  for (const one of acted)
    if ((hasBegun(one) || wentOn(one)) && (await hasLeft(ctx.tx, one)))
      paused.push(await changeCampaign(ctx, one.campaign, { state: 'paused', reason: 'asked' }));
  return paused;
}

/** Of a text that was chosen: whether any of those has left who got it by that. Where each half gets one they cannot be told from the trial's. */
async function hasLeft(tx: Tx, { campaign, chose, fresh, at }: Acted): Promise<boolean> {
  if (chose === 'both') return true;
  if (!chose && !fresh) {
    const since = await tx`
      select from campaign_deliveries
      where campaign_id = ${campaign.id} and (state = 'sending' or sent_at >= ${at} or state = 'unknown' and sent_at is null) limit 1`;
    return since.length > 0;
  }
  const rows = await tx`
    select from campaign_deliveries
    where campaign_id = ${campaign.id} and state not in ('queued', 'skipped') ${chose ? tx`and version is not null and not compared` : tx``}
    limit 1`;
  return rows.length > 0;
}

/**
 * After the entry has been taken back: a plan that has not begun to leave is thrown away, so that the next send asks anew whom it is for;
 * the rest waits again for a choice; doubts that were to be sent once more are doubts again; and nothing leaves because of an undo: what would leave at once waits for its owner instead. Gives those
 * that wait so.
 */
export async function settleUndone(ctx: Context, acted: readonly Acted[]): Promise<Campaign[]> {
  const waiting: Campaign[] = [];
  for (const one of acted) {
    const { was, became, chose } = one;
    // only the doubts of a finished campaign can be queued
    if (was === 'finished' && became === 'running') await doubtAgain(ctx.tx, one.campaign.id);
    if (hasBegun(one)) await (chose ? waitForChoice(ctx.tx, one.campaign) : throwPlanAway(ctx.tx, one.campaign));
    if (wentOn(one) && one.partOut) await holdRest(ctx.tx, one.campaign);
    const campaign = await loadCampaign(ctx.tx, one.campaign.id);
    if (!campaign) continue;
    const unplanned = hasBegun(one) && !chose ? { plannedAt: null, decideAt: null, winner: null } : {};
    const isDue = campaign.state === 'scheduled' && campaign.scheduledAt !== null && campaign.scheduledAt <= ctx.now;
    const waits = ((was === 'running' && became !== 'running') || isDue) && campaign.state === was;
    const after = await changeCampaign(ctx, campaign, {
      ...unplanned,
      ...(waits && { state: 'paused', reason: 'asked' }),
    });
    if (waits) waiting.push(after);
  }
  return waiting;
}

async function throwPlanAway(tx: Tx, { id }: Campaign): Promise<void> {
  await tx`delete from campaign_deliveries where campaign_id = ${id}`;
}

/** Whoever had not got the first part waits for a word again. */
async function holdRest(tx: Tx, { id }: Campaign): Promise<void> {
  await tx`update campaign_deliveries set run_at = 'infinity' where campaign_id = ${id} and state = 'queued'`;
}

async function waitForChoice(tx: Tx, { id }: Campaign): Promise<void> {
  await tx`
    update campaign_deliveries set version = null, run_at = 'infinity'
    where campaign_id = ${id} and state = 'queued' and version is not null and not compared`;
}
