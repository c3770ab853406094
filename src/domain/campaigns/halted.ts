import type { Sql } from '../../db/sql.ts';
import type { Context } from '../context.ts';
import { type Campaign, type CampaignState, changeCampaign, LOCKED, loadCampaign } from './campaign.ts';

/** A campaign that an act halted and that is still halted. */
export interface Halted {
  campaign: Campaign;
  /** What it was before. */
  was: CampaignState;
}

/** What an entry of the journal paused, stopped or cancelled, and that nobody has changed since. */
export async function haltedBy(sql: Sql, entryId: string): Promise<Halted[]> {
  const rows = await sql<{ id: string; was: CampaignState }>`
    select c.id, first.before ->> 'state' as was
    from (
      select key, min(id) as first, max(id) as last from journal_changes
      where journal_id = ${entryId} and table_name = 'campaigns' group by key
    ) e
    join journal_changes first on first.id = e.first join journal_changes last on last.id = e.last
    join campaigns c on c.id = e.key::bigint and c.state = last.after ->> 'state'
    where first.before ->> 'state' in ('scheduled', 'running') and c.state in ('paused', 'cancelled') and c.sequence_id is null
    order by c.id`;
  const halted: Halted[] = [];
  for (const { id, was } of rows) halted.push({ campaign: (await loadCampaign(sql, id, LOCKED(sql)))!, was });
  return halted;
}

/** Whether it would leave at once if it were again what it was. */
export const leavesAtOnce = ({ campaign, was }: Halted, now: Date): boolean =>
  was === 'running' || campaign.scheduledAt === null || campaign.scheduledAt <= now;

/** After an undo: what would leave at once waits for its owner's word instead. */
export async function keepWaiting(ctx: Pick<Context, 'tx' | 'now'>, halted: readonly Halted[]): Promise<Campaign[]> {
  const after: Campaign[] = [];
  for (const one of halted) {
    const campaign = (await loadCampaign(ctx.tx, one.campaign.id))!;
    after.push(
      leavesAtOnce(one, ctx.now) ? await changeCampaign(ctx, campaign, { state: 'paused', reason: 'asked' }) : campaign,
    );
  }
  return after;
}
