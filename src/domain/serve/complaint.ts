import type { Tx } from '../../db/sql.ts';
import { texts } from '../../text/texts.ts';
import { fromWallTime, wallTime } from '../../text/when/zone.ts';
import type { Context } from '../context.ts';
import { calendarOf, dueAt } from './clock/open.ts';
import { hoursOf } from './clock/tend.ts';

/** What is asked about a complaint: whether it has been solved, and once it was, how it is. */
type Asks = 'solved' | 'how';

/** So many days after it was resolved. */
const HOW_AFTER_DAYS = 3;
/** What was complained of longer ago was never asked about, and is not begun with now. */
const LATELY_DAYS = 7;
const MOST = 50;
/** Where nobody says when it is open. */
const MORNING_MINUTES = 9 * 60;

interface Row {
  ticketId: string;
  number: string;
  contactId: string;
  name: string;
  resolvedAt: Date | null;
  /** It is no complaint any more, or goes on with another. */
  over: boolean;
  taskId: string | null;
}

/**
 * Keeps one task for each complaint: the next working morning whether it has been solved; three days after it was resolved, how it is. The task is
 * gone when the ticket is no complaint after all. `ticketId`: only of this one.
 */
export async function tendComplaints(ctx: Pick<Context, 'tx' | 'now' | 'settings'>, ticketId?: string): Promise<void> {
  for (const row of await changed(ctx.tx, ctx.now, ticketId)) {
    const asks: Asks = row.resolvedAt ? 'how' : 'solved';
    if (row.over) await ctx.tx`delete from tasks where id = ${row.taskId} and done_at is null`;
    if (row.over) await ctx.tx`update tasks set complaint_id = null, complaint_asks = null where id = ${row.taskId}`;
    else await ask(ctx, row, asks);
  }
}

async function ask({ tx, now, settings }: Pick<Context, 'tx' | 'now' | 'settings'>, row: Row, asks: Asks) {
  const { ticketId, number, contactId, name, resolvedAt } = row;
  const title = texts(settings.locale).complaint[asks](name || `c${contactId}`, number);
  const at = resolvedAt ? morning(settings, resolvedAt, HOW_AFTER_DAYS) : morning(settings, now, 1);
  await tx`
    insert into tasks (contact_id, title, due_at, complaint_id, complaint_asks) values (${contactId}, ${title}, ${at}, ${ticketId}, ${asks})
    on conflict (complaint_id) where complaint_id is not null do update set
      title = excluded.title, due_at = excluded.due_at, complaint_asks = excluded.complaint_asks, reminded_at = null, done_at = null
    where tasks.complaint_asks <> excluded.complaint_asks`;
}

/** When it opens on the first day of work that is so many days later. */
function morning(settings: Context['settings'], from: Date, days: number): Date {
  const { timezone } = settings;
  const day = wallTime(from, timezone).day + days;
  const start = fromWallTime({ day, minutes: 0 }, timezone);
  const open = dueAt(
    calendarOf(hoursOf(settings), timezone),
    [{ from: start.getTime(), to: Number.POSITIVE_INFINITY }],
    0,
  );
  return open === undefined ? fromWallTime({ day, minutes: MORNING_MINUTES }, timezone) : new Date(open);
}

/** Complaints without their task, and those whose task asks what is not to be asked any more. */
async function changed(tx: Tx, now: Date, ticketId: string | undefined): Promise<Row[]> {
  const since = new Date(now.getTime() - LATELY_DAYS * 24 * 3_600_000);
  const only = ticketId === undefined ? tx`` : tx`and t.id = ${ticketId}`;
  return tx<Row>`
    select t.id as "ticketId", t.number, t.contact_id as "contactId", c.name, t.resolved_at as "resolvedAt",
      t.kind <> 'complaint' or t.merged_into_id is not null as over, k.id as "taskId"
    from (
      select t.id, null::bigint as task from tickets t
      where t.kind = 'complaint' and t.resolved_at is null and t.created_at > ${since} ${only}
        and not exists (select from tasks k where k.complaint_id = t.id)
      union all
      select t.id, k.id from tasks k join tickets t on t.id = k.complaint_id
      where (k.complaint_asks = 'solved' or k.complaint_asks = 'how' and k.done_at is null) ${only} and (
        t.kind <> 'complaint' or t.merged_into_id is not null or (t.resolved_at is null) <> (k.complaint_asks = 'solved')
      )
    ) found join tickets t on t.id = found.id join contacts c on c.id = t.contact_id left join tasks k on k.id = found.task
    order by t.id limit ${MOST}`;
}
