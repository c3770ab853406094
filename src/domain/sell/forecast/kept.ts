import type { Sql, Tx } from '../../../db/sql.ts';
import { isHeardOf } from '../../shown.ts';
import type { Forecast } from './forecast.ts';

/** What was foreseen of a month, and what came. Minor units. */
export interface Kept {
  /** Its first day, ISO 8601. */
  month: string;
  currency: string;
  madeAt: Date;
  learned: boolean;
  p10: string | null;
  p50: string;
  p90: string | null;
  /** Of leads that were open then. */
  came: string;
  /** Of leads that came later. */
  cameNew: string;
}

/** Keeps what is foreseen of its first month; what was kept of that before stays. */
export async function keepForecast(
  tx: Tx,
  month: string,
  { closed, learned, currencies }: Forecast,
  now: Date,
): Promise<void> {
  const rows = currencies.map(({ currency, leads, months: [first] }) => ({
    ...{ currency, leads },
    p10: learned ? Math.round(first!.range!.p10) : null,
    p50: Math.round(learned ? first!.range!.p50 : first!.weighted),
    p90: learned ? Math.round(first!.range!.p90) : null,
  }));
  if (rows.length === 0) return;
  await tx`
    insert into forecasts (month, currency, made_at, learned, p10, p50, p90, leads, closed)
    select ${month}::date, r.currency, ${now}, ${learned}, r.p10, r.p50, r.p90, r.leads, ${closed}
    from jsonb_to_recordset(${tx.json(rows)}) as r (currency text, leads int, p10 bigint, p50 bigint, p90 bigint)
    on conflict (month, currency) do nothing`;
}

/** The last months that are over, the latest first, beside what came in them, by the owner's clock. */
export async function lastForecasts(sql: Sql, before: string, timezone: string, limit: number): Promise<Kept[]> {
  return sql<Kept>`
    select to_char(f.month, 'YYYY-MM-DD') as month, f.currency, f.made_at as "madeAt", f.learned, f.p10, f.p50, f.p90,
      coalesce(w.came, 0)::text as came, coalesce(w.came_new, 0)::text as "cameNew"
    from forecasts f left join lateral (
      select sum(l.amount_minor) filter (where l.created_at <= f.made_at) as came,
        sum(l.amount_minor) filter (where l.created_at > f.made_at) as came_new
      from leads l where l.closed_at >= greatest(f.made_at, f.month::timestamp at time zone ${timezone})
        and l.closed_at < (f.month + interval '1 month') at time zone ${timezone} and l.stage = 'won' and l.currency = f.currency
    ) w on true
    where f.month < ${before}::date order by f.month desc, f.currency limit ${limit}`;
}

/** What was won in each of these months, by the owner's clock, whatever was foreseen of it; a month without anything is left out. */
export async function wonInMonths(
  sql: Sql,
  from: string,
  before: string,
  timezone: string,
): Promise<{ month: string; currency: string; minor: string }[]> {
  return sql<{ month: string; currency: string; minor: string }>`
    select to_char(date_trunc('month', l.closed_at at time zone ${timezone}), 'YYYY-MM-DD') as month, l.currency,
      sum(l.amount_minor)::text as minor
    from leads l
    where l.closed_at >= ${from}::timestamp at time zone ${timezone} and l.closed_at < ${before}::timestamp at time zone ${timezone}
      and l.stage = 'won' and l.amount_minor is not null and l.currency is not null
    group by 1, 2 order by 1, 2`;
}

/** Keeps what is in the pipeline, as the end of this day. @param day ISO 8601. */
export async function keepDay(tx: Tx, day: string): Promise<void> {
  await tx`
    insert into pipeline_days (day, stage, currency, leads, minor)
    select ${day}::date, l.stage, coalesce(l.currency, ''), count(*), coalesce(sum(l.amount_minor), 0)
    from leads l where l.closed_at is null and ${isHeardOf(tx, tx`l`)} group by 2, 3
    on conflict (day, stage, currency) do nothing`;
}

/** What there was in all stages at the end of a day, by currency; nothing where that day was not kept. Minor units. */
export async function pipelineOn(sql: Sql, day: string): Promise<{ currency: string; minor: string }[]> {
  return sql<{ currency: string; minor: string }>`
    select currency, sum(minor)::text as minor from pipeline_days where day = ${day}::date and currency <> '' group by 1 order by 1`;
}
