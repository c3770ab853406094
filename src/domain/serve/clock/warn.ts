import type { Tx } from '../../../db/sql.ts';
import { isHeardOf } from '../../shown.ts';
import { type Ticket, ticketColumns } from '../ticket.ts';

/** Whose target ends soon, or has ended, and of which the owner was not warned yet: the nearest first. `count`: how many there are. */
export async function dueSoon(tx: Tx, now: Date, limit: number): Promise<{ rows: Ticket[]; count: number }> {
  const due = tx`
    from ticket_clocks k join tickets t on t.id = k.ticket_id join contacts c on c.id = t.contact_id
    where k.line = 0 and k.warn_at <= ${now} and k.warned_of is distinct from k.due_at
      and k.warned_of is distinct from 'infinity' and ${isHeardOf(tx, tx`t`)}`;
  const rows = await tx<Ticket & { count: number }>`
    select ${ticketColumns(tx)}, (count(*) over ())::int as count ${due} order by k.due_at, k.ticket_id limit ${limit}`;
  return { rows: rows.map(({ count: _, ...row }) => row), count: rows[0]?.count ?? 0 };
}

/** The owner is told now of what is due soon: once for each target. */
export async function noteWarned(tx: Tx, now: Date): Promise<void> {
  await tx`
    update ticket_clocks set warned_of = due_at
    where line = 0 and warn_at <= ${now} and warned_of is distinct from due_at and warned_of is distinct from 'infinity'`;
}
