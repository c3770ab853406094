import { countUpTo } from '../../db/count.ts';
import type { Fragment, Sql } from '../../db/sql.ts';
import { isHeardOf } from '../shown.ts';
import { isLate } from './clock/tend.ts';
import type { Priority, TicketKind, TicketState } from './kind.ts';
import { type Ticket, ticketColumns } from './ticket.ts';

/** Which tickets are meant; what is left out means all. */
export interface Which {
  kind?: TicketKind;
  priority?: Priority;
  /** Left out: those that are not resolved. */
  state?: TicketState;
  late?: true;
  /** The resolved ones too. */
  all?: true;
  /** Of those days: without the resolved ones. */
  unresolved?: true;
  /** Its next target ends before that. */
  dueBefore?: Date;
  /** Words of its title, or its customer's name. */
  words?: string;
  /** It came in [from, until), whatever became of it; of resolved ones: it was resolved then. */
  during?: { from: Date; until: Date };
}

const listed = (sql: Sql, which: Which, now: Date): Fragment => {
  const { kind, priority, state, late, all, dueBefore, words, during, unresolved } = which;
  const at = state === 'resolved' ? sql`t.resolved_at` : sql`t.created_at`;
  const isAny = all || (during && !late && !unresolved);
  const lines = { open: 0, pending: 1, snoozed: 2, resolved: 3 };
  return sql`
    from ticket_clocks k join tickets t on t.id = k.ticket_id ${words ? sql`join contacts c on c.id = t.contact_id` : sql``}
    where ${state === undefined ? (isAny ? sql`k.line <= 3` : sql`k.line < 3`) : sql`k.line = ${lines[state]}`} and ${isHeardOf(sql, sql`t`)}
      ${kind ? sql`and t.kind = ${kind}` : sql``} ${priority ? sql`and t.priority = ${priority}` : sql``}
      ${late ? sql`and ${isLate(sql, sql`k`, now)}` : sql``}
      ${during ? sql`and ${at} >= ${during.from} and ${at} < ${during.until}` : sql``}
      ${dueBefore ? sql`and k.line = 0 and k.due_at < ${dueBefore}` : sql``}
      ${words ? sql`and (word_keys(t.title) @> word_keys(${words}, true) or position(fold_text(${words}) in fold_text(c.name)) > 0)` : sql``}`;
};

/**
 * What is due first comes first, then what waits for the customer, snoozed ones last; of resolved ones the latest. Those of blocked contacts are left
 * out.
 */
export async function listTickets(sql: Sql, now: Date, which: Which, limit: number, offset = 0): Promise<Ticket[]> {
  const order =
    which.state === 'resolved'
      ? sql`t.resolved_at desc, t.id desc`
      : which.during
        ? sql`t.created_at desc, t.id desc`
        : sql`k.line, k.due_at, k.ticket_id`;
  // what is shown of them is asked of one page alone
  return sql<Ticket>`
    with page as materialized (
      select t.id as ticket_id, row_number() over (order by ${order}) as nth
      ${listed(sql, which, now)} order by ${order} limit ${limit} offset ${offset}
    )
    select ${ticketColumns(sql)} from page join tickets t on t.id = page.ticket_id join contacts c on c.id = t.contact_id
    order by page.nth`;
}

/** How many `listTickets` lists, counted up to `most`; null: all. */
export async function countTickets(sql: Sql, now: Date, which: Which, most: number | null): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select ${countUpTo(sql, listed(sql, which, now), most)} as count`;
  return row!.count;
}

/** How many `listTickets` lists in all, and how many of these are still open. */
export async function ticketsCounted(sql: Sql, now: Date, which: Which): Promise<{ count: number; open: number }> {
  const [row] = await sql<{ count: number; open: number }>`
    select count(*)::int as count, (count(*) filter (where k.line < 3))::int as open ${listed(sql, which, now)}`;
  return row!;
}

/** Those that are open and not snoozed: `listTickets` lists them first. */
export async function countAwakeTickets(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from ticket_clocks k join tickets t on t.id = k.ticket_id
    where k.line < 2 and ${isHeardOf(sql, sql`t`)}`;
  return row!.count;
}
