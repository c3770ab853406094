import type { Sql } from '../../../db/sql.ts';

/** How tickets went in a span of time. Those that were merged into another do not count. */
export interface Served {
  /** First answers that were given in it, by the median of the open time until then, and how many were in time. */
  answered: Share;
  /** The same of resolutions. */
  resolved: Share;
  /** How many were opened anew. */
  reopened: number;
}

export interface Share {
  n: number;
  /** In ms of open time; null: there is none. */
  medianMs: number | null;
  met: number;
}

const DAYS = 7;

/** The seven days up to now, and the seven before. The clocks are set by then (`tendClocks`). */
export async function servedByWeek(sql: Sql, now: Date): Promise<{ week: Served; before: Served }> {
  const rows = await sql<Served>`
    select json_build_object('n', a.n, 'medianMs', a.median, 'met', a.met) as answered,
      json_build_object('n', r.n, 'medianMs', r.median, 'met', r.met) as resolved, o.n as reopened
    from generate_series(0, 1) nth
    cross join lateral (select ${now}::timestamptz - (nth + 1) * make_interval(days => ${DAYS}) as since, ${now}::timestamptz - nth * make_interval(days => ${DAYS}) as until) w
    cross join lateral (
      select count(*)::int as n, percentile_cont(0.5) within group (order by k.answer_ms) as median,
        (count(*) filter (where k.answer_met))::int as met
      from ticket_clocks k join tickets t on t.id = k.ticket_id
      where k.answered_at > w.since and k.answered_at <= w.until and t.merged_into_id is null
    ) a
    cross join lateral (
      select count(*)::int as n, percentile_cont(0.5) within group (order by k.resolve_ms) as median,
        (count(*) filter (where k.resolve_met))::int as met
      from tickets t join ticket_clocks k on k.ticket_id = t.id
      where t.resolved_at > w.since and t.resolved_at <= w.until and t.merged_into_id is null
    ) r
    cross join lateral (
      select count(*)::int as n from tickets t where t.reopened_at > w.since and t.reopened_at <= w.until
    ) o order by nth`;
  return { week: rows[0]!, before: rows[1]! };
}
