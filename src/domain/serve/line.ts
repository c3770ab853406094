import type { Sql, Tx } from '../../db/sql.ts';

/** What is noted with a ticket: words for ourselves, or a step that is ticked when it is done. */
export interface TicketLine {
  id: string;
  kind: 'note' | 'step';
  text: string;
  doneAt: Date | null;
  createdAt: Date;
}

/** Of more than these the oldest are shown no more. */
const MOST_LINES = 30;

/** The latest lines of a kind, in the order in which they were noted. */
export async function linesOf(sql: Sql, ticketId: string, kind: TicketLine['kind']): Promise<TicketLine[]> {
  const rows = await sql<TicketLine>`
    select id, kind, text, done_at as "doneAt", created_at as "createdAt" from ticket_lines
    where ticket_id = ${ticketId} and kind = ${kind} order by id desc limit ${MOST_LINES}`;
  return rows.reverse();
}

export async function addLines(
  tx: Tx,
  ticketId: string,
  kind: TicketLine['kind'],
  texts: readonly string[],
  now: Date,
): Promise<void> {
  await tx`
    insert into ticket_lines (ticket_id, kind, text, created_at)
    select ${ticketId}, ${kind}, text, ${now} from unnest((select ${[...texts]}::text[])) with ordinality said (text, nth) order by nth`;
}

/** Ticks a step, or takes the tick away. */
export async function setDone(tx: Tx, id: string, doneAt: Date | null): Promise<void> {
  await tx`update ticket_lines set done_at = ${doneAt} where id = ${id} and (done_at is null) = ${doneAt !== null}`;
}

export async function dropLine(tx: Tx, id: string): Promise<void> {
  await tx`delete from ticket_lines where id = ${id}`;
}
