import type { Tx } from '../../../db/sql.ts';

/** An open lead that gets a quote comes to that stage, unless it is as far already, or the owner has removed it. */
export async function moveToQuoted(tx: Tx, leadId: string, now: Date): Promise<void> {
  await tx`
    update leads l set stage = quoted.key, active_at = ${now}
    from stages quoted, stages own
    where l.id = ${leadId} and l.closed_at is null and quoted.key = 'quoted' and quoted.removed_at is null
      and own.key = l.stage and own.position < quoted.position`;
}
