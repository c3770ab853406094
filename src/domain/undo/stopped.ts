import type { Tx } from '../../db/sql.ts';
import type { Change } from './change.ts';

/** What stayed in the outbox does not leave by itself, whatever is taken back: its user is still told that it stayed. */
export async function keepStopped(tx: Tx, changes: Change[]): Promise<void> {
  const reminders = changes.filter(({ tableName, inserted }) => tableName === 'invoice_reminders' && !inserted);
  if (reminders.length === 0) return;
  await tx`
    update invoice_reminders r set stopped_at = o.failed_at, why = substring(o.last_error from '^stopped: ([a-z]+) meanwhile$')
    from outbox o
    where r.id = any(${reminders.map(({ key }) => key)}::bigint[]) and r.stopped_at is null
      and o.message_id = r.message_id and o.audience = 'customer' and o.state = 'failed' and o.last_error ~ '^stopped: [a-z]+ meanwhile$'`;
}
