import { countUpTo } from '../../../db/count.ts';
import type { Fragment, Sql } from '../../../db/sql.ts';
import { startOfLocalDay } from '../../../text/when/zone.ts';
import type { Context } from '../../context.ts';
import { isHeardOf } from '../../shown.ts';
import { type Lead, leadColumns, leadsOf } from '../lead.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** When the next step of a lead is due, the soonest first; the days are the owner's. */
export const DUES = ['overdue', 'today', 'week', 'later', 'undated'] as const;
export type Due = (typeof DUES)[number];

/** Where today and the seven days from today on end. */
export interface Ends {
  now: Date;
  today: Date;
  week: Date;
}

export function endsFrom({ now, settings }: Pick<Context, 'now' | 'settings'>): Ends {
  const { timezone } = settings;
  const begins = startOfLocalDay(now, timezone).getTime();
  // noon of a day lies in it, whatever the clocks do
  const after = (days: number) => startOfLocalDay(new Date(begins + days * DAY_MS + 12 * HOUR_MS), timezone);
  return { now, today: after(1), week: after(7) };
}

function dueWithin(sql: Sql, due: Due, { now, today, week }: Ends): Fragment {
  if (due === 'undated') return sql`k.due_at is null`;
  if (due === 'overdue') return sql`k.due_at < ${now}`;
  if (due === 'today') return sql`k.due_at >= ${now} and k.due_at < ${today}`;
  return due === 'week' ? sql`k.due_at >= ${today} and k.due_at < ${week}` : sql`k.due_at >= ${week}`;
}

/** A lead with what is to be done of it. */
export interface LeadStep extends Pick<Lead, 'contactId' | 'contactName' | 'stage' | 'amountMinor' | 'currency'> {
  /** Of the lead, and what that is. */
  id: string;
  title: string;
  taskId: string;
  task: string;
  dueAt: Date | null;
}

/** Steps of open leads, of whoever is not blocked; by the index of what is due, whatever the planner makes of the tables. */
const steps = (sql: Sql, due: Due, ends: Ends): Fragment => sql`
  from tasks k cross join lateral (
    select l.*, c.name from leads l join contacts c on c.id = l.contact_id
    where l.id = k.lead_id and l.closed_at is null and ${isHeardOf(sql, sql`l`)} offset 0
  ) l
  where k.lead_id is not null and k.done_at is null and ${dueWithin(sql, due, ends)}`;

/** What is due then, the soonest first. */
export async function stepsDue(sql: Sql, due: Due, ends: Ends, limit: number, offset = 0): Promise<LeadStep[]> {
  return sql<LeadStep>`
    select l.id, l.contact_id as "contactId", l.name as "contactName", l.title, l.stage, l.amount_minor as "amountMinor", l.currency,
      k.id as "taskId", k.title as task, k.due_at as "dueAt"
    ${steps(sql, due, ends)} order by k.due_at, k.id limit ${limit} offset ${offset}`;
}

/** How many `stepsDue` lists, counted up to `most`. */
export async function countStepsDue(sql: Sql, due: Due, ends: Ends, most: number): Promise<number> {
  const [row] = await sql<{ count: number }>`select ${countUpTo(sql, steps(sql, due, ends), most)} as count`;
  return row!.count;
}

/** Open leads of which nothing is to be done; what is to be done is asked lead by lead, whatever the planner makes of the tables. */
const without = (sql: Sql): Fragment => sql`
  from leads l cross join lateral (
    select from (select (select k.id from tasks k where k.lead_id = l.id and k.done_at is null limit 1) as step) k
    where k.step is null and ${isHeardOf(sql, sql`l`)} offset 0
  ) free
  where l.closed_at is null`;

/** Those without a next step, the one without a change for longest first. */
export async function leadsWithoutStep(sql: Sql, limit: number, offset = 0): Promise<Lead[]> {
  return sql<Lead>`
    with page as materialized (select l.id ${without(sql)} order by l.active_at, l.id limit ${limit} offset ${offset})
    select ${leadColumns(sql)} ${leadsOf(sql)} where l.id = any((select array_agg(id) from page)::bigint[]) order by l.active_at, l.id`;
}

/** How many `leadsWithoutStep` lists, counted up to `most`. */
export async function countWithoutStep(sql: Sql, most: number): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select ${countUpTo(sql, without(sql), most)} as count`;
  return row!.count;
}
