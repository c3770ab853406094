import { countUpTo } from '../../db/count.ts';
import type { Sql, Tx } from '../../db/sql.ts';
import { lastTimeSince, nextTime, type Repeat } from '../../text/when/repeat/repeat.ts';

/** A follow-up that the owner owes: something to do, perhaps for a contact, perhaps at a time. */
export interface Task {
  id: string;
  contactId: string | null;
  contactName: string | null;
  /** Of which lead it is the next step. */
  leadId: string | null;
  title: string;
  dueAt: Date | null;
  doneAt: Date | null;
  /** If it repeats: `dueAt` is the next time. */
  repeats: Repeat | null;
}

/** What comes back and is not due: there is nothing to be done yet. */
export const isToCome = ({ repeats, dueAt }: Task, now: Date): boolean =>
  repeats !== null && dueAt !== null && dueAt > now;

const columns = (sql: Sql) => sql`
  k.id, k.contact_id as "contactId", c.name as "contactName", k.lead_id as "leadId", k.title, k.due_at as "dueAt", k.done_at as "doneAt",
  k.repeats`;

export async function loadTask(sql: Sql, id: string): Promise<Task | undefined> {
  const [task] = await sql<Task>`
    select ${columns(sql)} from tasks k left join contacts c on c.id = k.contact_id where k.id = ${id}`;
  return task;
}

export async function openTasks(sql: Sql, limit: number, offset = 0): Promise<Task[]> {
  return sql<Task>`
    select ${columns(sql)} from tasks k left join contacts c on c.id = k.contact_id
    where k.done_at is null order by k.due_at nulls last, k.id limit ${limit} offset ${offset}`;
}

/** How many `openTasks` lists, counted up to `most`. */
export async function countOpenTasks(sql: Sql, most: number): Promise<number> {
  const open = sql`from tasks where done_at is null`;
  const [row] = await sql<{ count: number }>`select ${countUpTo(sql, open, most)} as count`;
  return row!.count;
}

/** Open ones whose time is over, the oldest first. */
export async function overdueTasks(sql: Sql, now: Date, limit: number, offset: number): Promise<Task[]> {
  return sql<Task>`
    select ${columns(sql)} from tasks k left join contacts c on c.id = k.contact_id
    where k.done_at is null and k.due_at < ${now} order by k.due_at, k.id limit ${limit} offset ${offset}`;
}

/** How many `overdueTasks` lists, counted up to `most`. */
export async function countOverdueTasks(sql: Sql, now: Date, most: number): Promise<number> {
  const open = sql`from tasks where done_at is null and due_at < ${now}`;
  const [row] = await sql<{ count: number }>`select ${countUpTo(sql, open, most)} as count`;
  return row!.count;
}

export async function openTasksOf(sql: Sql, contactId: string): Promise<Task[]> {
  return sql<Task>`
    select ${columns(sql)} from tasks k left join contacts c on c.id = k.contact_id
    where k.contact_id = ${contactId} and k.done_at is null order by k.due_at nulls last, k.id`;
}

/** Of the tasks of some days so many are looked at. */
const MOST_WITHIN = 200;

/**
 * The open tasks of these days, the soonest first. Where the days begin now, with what is over and not done. What comes back stands at its
 * first time within them.
 */
export async function tasksWithin(
  sql: Sql,
  { from, until }: { from: Date; until: Date },
  now: Date,
  timezone: string,
): Promise<Task[]> {
  const since = from > now ? from : new Date(0);
  const due = sql<Task>`
    select ${columns(sql)} from tasks k left join contacts c on c.id = k.contact_id
    where k.done_at is null and k.due_at between ${since} and ${until} order by k.due_at, k.id limit ${MOST_WITHIN}`;
  const earlier = sql<Task>`
    select ${columns(sql)} from tasks k left join contacts c on c.id = k.contact_id
    where k.repeats is not null and k.done_at is null and k.due_at < ${since} order by k.id limit ${MOST_WITHIN}`;
  const back = (await earlier).flatMap((task) => {
    const at = nextTime(task.repeats!, new Date(from.getTime() - 1), timezone);
    return at <= until ? [{ ...task, dueAt: at }] : [];
  });
  return [...(await due), ...back].sort((one, other) => one.dueAt!.getTime() - other.dueAt!.getTime());
}

/** The first that are due, and how many are due in all. */
export async function tasksDueBefore(sql: Sql, before: Date, limit: number): Promise<{ tasks: Task[]; count: number }> {
  const tasks = await sql<Task>`
    select ${columns(sql)} from tasks k left join contacts c on c.id = k.contact_id
    where k.done_at is null and k.due_at < ${before} order by k.due_at, k.id limit ${limit}`;
  if (tasks.length < limit) return { tasks, count: tasks.length };
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from tasks where done_at is null and due_at < ${before}`;
  return { tasks, count: row!.count };
}

export async function insertTask(
  tx: Tx,
  draft: {
    title: string;
    dueAt?: Date | undefined;
    contactId?: string | undefined;
    userId?: string;
    repeats?: Repeat | undefined;
    leadId?: string;
    /** The message in which it was promised. */
    promisedIn?: string;
    /** Which of the things that were promised there. */
    promiseNth?: number;
  },
): Promise<Task> {
  const [row] = await tx<{ id: string }>`
    insert into tasks (title, due_at, contact_id, user_id, lead_id, promised_in, promise_nth, repeats)
    values (
      ${draft.title}, ${draft.dueAt ?? null}, ${draft.contactId ?? null}, ${draft.userId ?? null},
      ${draft.leadId ?? null}, ${draft.promisedIn ?? null}, ${draft.promiseNth ?? 1}, ${draft.repeats ? tx.json({ ...draft.repeats }) : null}
    )
    returning id`;
  return (await loadTask(tx, row!.id))!;
}

/** The same task for each of these contacts. */
export async function insertTasks(
  tx: Tx,
  draft: { title: string; dueAt?: Date | undefined; userId: string },
  contactIds: string[],
): Promise<void> {
  await tx`
    insert into tasks (title, due_at, contact_id, user_id)
    select ${draft.title}, ${draft.dueAt ?? null}::timestamptz, id, ${draft.userId} from unnest((select ${contactIds}::bigint[])) as id`;
}

/** Done for good: the leads that it was about have moved by it. */
export async function finishTask(tx: Tx, id: string, now: Date): Promise<void> {
  await tx`
    with done as (update tasks set done_at = ${now} where id = ${id} and done_at is null returning *)
    update leads l set active_at = ${now} from done
    where l.closed_at is null and (l.id = done.lead_id or done.lead_id is null and l.contact_id = done.contact_id)`;
}

/** Puts it in other words, and at another time; null: at none. */
export async function changeTask(
  tx: Tx,
  id: string,
  { title, dueAt, repeats }: { title: string; dueAt: Date | null; repeats: Repeat | null },
): Promise<Task> {
  await tx`
    update tasks set title = ${title}, due_at = ${dueAt}, reminded_at = null, repeats = ${repeats ? tx.json({ ...repeats }) : null}
    where id = ${id}`;
  return (await loadTask(tx, id))!;
}

export async function moveTask(tx: Tx, id: string, dueAt: Date): Promise<void> {
  await tx`update tasks set due_at = ${dueAt}, reminded_at = null where id = ${id}`;
}

/** Moves a repeating task to its next time after this one and after now. */
export async function passTask(
  tx: Tx,
  { id, dueAt, repeats }: Task & { repeats: Repeat },
  now: Date,
  timezone: string,
): Promise<Date> {
  const next = nextTime(repeats, dueAt && dueAt > now ? dueAt : now, timezone);
  await moveTask(tx, id, next);
  return next;
}

/** Tasks whose time has come, marked as reminded: each is returned once, a repeating one once each time. */
export async function takeDueTasks(tx: Tx, now: Date, timezone: string): Promise<Task[]> {
  await bringBack(tx, now, timezone);
  const due = await tx<{ id: string }>`
    update tasks set reminded_at = ${now}
    where done_at is null and reminded_at is null and due_at <= ${now} returning id`;
  return tx<Task>`
    select ${columns(tx)} from tasks k left join contacts c on c.id = k.contact_id
    where k.id = any(${due.map((row) => row.id)}) order by k.due_at, k.id`;
}

/**
 * Moves on repeating tasks whose last time nobody has called done or skipped, once their next time has come all the
 * same.
 */
async function bringBack(tx: Tx, now: Date, timezone: string): Promise<void> {
  const rows = await tx<{ id: string; dueAt: Date; repeats: Repeat }>`
    select id, due_at as "dueAt", repeats from tasks
    where repeats is not null and done_at is null and due_at <= ${now} order by id for update`;
  for (const { id, dueAt, repeats } of rows) {
    const last = lastTimeSince(repeats, dueAt, now, timezone);
    if (last) await moveTask(tx, id, last);
  }
}
