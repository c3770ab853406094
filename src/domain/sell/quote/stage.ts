import type { Tx } from '../../../db/sql.ts';

/** A lead that gets a quote is further along than one that is new. */
export async function moveToQuoted(tx: Tx, leadId: string, now: Date): Promise<void> {
  await tx`
    update leads set stage = 'qualified', active_at = ${now}
    where id = ${leadId} and closed_at is null and stage = 'new'`;
}
