import type { Fragment, Sql, Tx } from '../../../db/sql.ts';
import { type Lead, loadLead, loseLead, reopenLead, winLead } from '../lead.ts';
import type { Stage } from './stage.ts';

/**
 * Brings a lead to a stage: there it is won or lost as by any other way, and one that was closed is open again. In the stage where it is
 * nothing changes.
 */
export async function moveLead(tx: Tx, id: string, to: Pick<Stage, 'key' | 'ends'>, now: Date): Promise<Lead> {
  if (to.ends === 'won') return winLead(tx, id, undefined, now);
  if (to.ends === 'lost') return loseLead(tx, id, undefined, now);
  const lead = await loadLead(tx, id);
  if (lead?.stage === 'won' || lead?.stage === 'lost') await reopenLead(tx, id, now);
  await tx`
    update leads set stage = ${to.key}, stage_at = ${now}, active_at = ${now}
    where id = ${id} and closed_at is null and stage <> ${to.key}`;
  return (await loadLead(tx, id))!;
}

/**
 * The stage in which a lead `l` was at a moment (sql): the last into which it came until then; null before it was made. Of leads from
 * before stages were noted it is where leads begin.
 */
export const stageOn = (sql: Sql, at: Fragment): Fragment => sql`coalesce((
  select h.stage from stage_changes h where h.lead_id = l.id and h.at <= ${at} order by h.at desc, h.id desc limit 1
), case when l.created_at <= ${at} then 'new' end)`;

/** A stage into which a lead came. */
export interface StageChange {
  stage: string;
  stageName: string | null;
  at: Date;
  /** Who moved it; null: it was moved by itself. */
  by: string | null;
}

/** The stages into which a lead came, the last first, at most `limit`. */
export async function stageChangesOf(sql: Sql, leadId: string, limit: number): Promise<StageChange[]> {
  return sql<StageChange>`
    select h.stage, g.name as "stageName", h.at, u.name as by
    from stage_changes h join stages g on g.key = h.stage left join users u on u.id = h.user_id
    where h.lead_id = ${leadId} order by h.at desc, h.id desc limit ${limit}`;
}
