import type { Fragment, Sql } from '../../../db/sql.ts';
import type { Context } from '../../context.ts';
import type { Settings } from '../../settings.ts';
import type { Priority } from '../kind.ts';
import { type Clock, clockOf, type StateSince } from './clock.ts';
import { type Hours, readOwnDays, readWeek } from './hours.ts';
import { officialIn } from './official.ts';
import { calendarOf, type Run } from './open.ts';
import { readTargets } from './target.ts';

/** So many clocks are set before a list is shown; the others by their job. */
const BEFORE_A_LIST = 50;
const MINUTE_MS = 60_000;

/** When the business is open, as its settings say. */
export function hoursOf(settings: Pick<Settings, 'hours' | 'ownDays' | 'holidays' | 'country'>): Hours {
  const country = holidayCountry(settings);
  return {
    week: readWeek(settings.hours),
    own: readOwnDays(settings.ownDays),
    official: (day) => (country ? officialIn(country, day)?.is : undefined),
  };
}

/** Whose official days off hold here; undefined: nobody's. */
export const holidayCountry = ({ holidays, country }: Pick<Settings, 'holidays' | 'country'>): string | undefined => {
  if (holidays === 'off') return undefined;
  return holidays === 'auto' ? country : holidays;
};

interface Row {
  id: string;
  priority: Priority;
  from: Date;
  states: { state: StateSince['state']; at: string }[];
}

/**
 * Sets the clocks of which something has changed since they were set, at most so many. Gives how many there were. Whoever lists or counts by
 * them calls it before.
 */
export async function tendClocks(ctx: Pick<Context, 'tx' | 'settings'>, most = BEFORE_A_LIST): Promise<number> {
  const { tx, settings } = ctx;
  const rows = await tx<Row>`
    with stale as materialized (
      select ticket_id from ticket_clocks where stale order by ticket_id limit ${most} for update skip locked
    )
    select t.id, t.priority, t.created_at as "from", (
      select coalesce(json_agg(json_build_object('state', s.state, 'at', s.at) order by s.at, s.id), '[]') from ticket_states s where s.ticket_id = t.id
    ) as states
    from stale join tickets t on t.id = stale.ticket_id order by t.id`;
  if (rows.length === 0) return 0;
  const away = await awayRuns(tx, rows);
  const calendar = calendarOf(hoursOf(settings), settings.timezone);
  const targets = readTargets(settings.ticketTargets);
  const set = rows.map((row) => {
    const target = targets[row.priority];
    const states = row.states.map(({ state, at }) => ({ state, at: Date.parse(at) }));
    const warnMs = settings.ticketWarn * MINUTE_MS;
    const clock = clockOf({ from: row.from.getTime(), states }, { calendar, away, target, warnMs });
    return columnsOf(row.id, clock, target);
  });
  await tx`
    update ticket_clocks k set stale = false,
      answered_at = s.answered_at, answer_due_at = s.answer_due_at, resolve_due_at = s.resolve_due_at,
      due_at = least(s.answer_due_at, s.resolve_due_at), warn_at = s.warn_at,
      answer_ms = s.answer_ms, resolve_ms = s.resolve_ms, answer_met = s.answer_met, resolve_met = s.resolve_met
    from json_to_recordset((select ${tx.json(set)}::json)) s (
      id bigint, answered_at timestamptz, answer_due_at timestamptz, resolve_due_at timestamptz, warn_at timestamptz,
      answer_ms bigint, resolve_ms bigint, answer_met boolean, resolve_met boolean
    ) where k.ticket_id = s.id`;
  return rows.length;
}

const iso = (at: number | undefined): string | null => (at === undefined ? null : new Date(at).toISOString());

function columnsOf(id: string, clock: Clock, target: { answer: number; resolve: number }) {
  const met = (ms: number | undefined, minutes: number) => (ms === undefined ? null : ms <= minutes * MINUTE_MS);
  return {
    id,
    answered_at: iso(clock.answeredAt),
    answer_due_at: iso(clock.answerDueAt),
    resolve_due_at: iso(clock.resolveDueAt),
    warn_at: iso(clock.warnAt),
    answer_ms: clock.answerMs ?? null,
    resolve_ms: clock.resolveMs ?? null,
    answer_met: met(clock.answerMs, target.answer),
    resolve_met: met(clock.resolveMs, target.resolve),
  };
}

/** When the owner was, is and will be away, since the oldest of these. */
async function awayRuns(sql: Sql, rows: readonly Row[]): Promise<Run[]> {
  const since = new Date(Math.min(...rows.map(({ from }) => from.getTime())));
  const absences = await sql<{ from: Date; to: Date }>`
    select starts_at as "from", coalesce(back_at, until) as "to" from absences
    where coalesce(back_at, until) > ${since} and coalesce(back_at, until) > starts_at order by starts_at`;
  return absences.map(({ from, to }) => ({ from: from.getTime(), to: to.getTime() }));
}

/** Whether a ticket `k` (its clock) is late by now. */
export const isLate = (sql: Sql, k: Fragment, now: Date): Fragment => sql`(${k}.line = 0 and ${k}.due_at <= ${now})`;
