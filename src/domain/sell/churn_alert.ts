import type { Sql, Tx } from '../../db/sql.ts';
import { isTold, type Money, RULE, type Silent } from './churn.ts';

/** Who buys within so many days of being told of has come back. */
export const BACK_DAYS = 60;
/** Whom the figures are about: who was told of in so many days. */
const FIGURES_DAYS = 365;

/** Keeps what was told of them, once a quarter each: whoever tells of the same person waits, and then sees it. */
export async function noteAlerts(tx: Tx, people: readonly Silent[], now: Date): Promise<void> {
  const ids = people.map(({ contactId }) => contactId);
  await tx`select from contacts where id = any(${ids}::bigint[]) order by id for no key update`;
  await tx`
    insert into churn_alerts (contact_id, at, rule, visits, usual_days, silent_days, limit_days, at_stake)
    select "contactId", ${now}, ${RULE}, visits, "usualDays", "silentDays", "limitDays", "atStake"
    from jsonb_to_recordset(${tx.json(people)}) p (
      "contactId" bigint, visits int, "usualDays" int, "silentDays" int, "limitDays" int, "atStake" jsonb
    )
    where not ${isTold(tx, tx`p."contactId"`, now)}`;
}

/** Whether the owner was told of them in the last quarter. */
export async function wasTold(sql: Sql, contactId: string, now: Date): Promise<boolean> {
  const [row] = await sql<{ told: boolean }>`select ${isTold(sql, sql`${contactId}::bigint`, now)} as told`;
  return row!.told;
}

/** What became of those who were told of in the last year. */
export interface CameBack {
  /** Whose sixty days are over, and how many of them bought within these. */
  over: number;
  overBack: number;
  /** Whose sixty days still run, and how many have bought. */
  running: number;
  runningBack: number;
  /** What all of them bought within their sixty days. */
  bought: Money[];
}

/** Counted by alert. Whether they would have bought anyway nobody knows: there is nobody to compare them with. */
export async function cameBack(sql: Sql, now: Date): Promise<CameBack> {
  const [row] = await sql<CameBack>`
    with told as materialized (
      select id, contact_id, at, at <= ${now}::timestamptz - ${BACK_DAYS} * interval '1 day' as over from churn_alerts
      where at > ${now}::timestamptz - ${FIGURES_DAYS} * interval '1 day'
    ), back as materialized (
      select t.id, t.over, p.currency, p.spent_minor from told t cross join lateral (
        select currency, spent_minor from purchases
        where contact_id = t.contact_id and placed_at > t.at and placed_at <= least(${now}, t.at + ${BACK_DAYS} * interval '1 day')
      ) p
    )
    select (count(*) filter (where over))::int as over, (count(*) filter (where not over))::int as running,
      (select count(distinct id)::int from back where over) as "overBack",
      (select count(distinct id)::int from back where not over) as "runningBack",
      coalesce((
        select jsonb_agg(jsonb_build_object('currency', currency, 'minor', minor::text) order by minor desc, currency)
        from (select currency, sum(spent_minor) as minor from back group by currency) each
      ), '[]') as bought
    from told`;
  return row!;
}
