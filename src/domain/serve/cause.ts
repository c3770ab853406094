import type { Sql, Tx } from '../../db/sql.ts';

/** Why people ask for help, as the owner calls it. */
export interface Cause {
  id: string;
  name: string;
  /** How many tickets have it, those that were merged into another not counted. */
  tickets: number;
}

const counted = (sql: Sql, since: Date | null) => sql`(
  select count(*)::int from tickets t
  where t.cause_id = c.id and t.merged_into_id is null and t.created_at >= coalesce(${since}, '-infinity'::timestamptz)
)`;

/** All causes, the most frequent first. `since`: of tickets made since then. */
export async function listCauses(sql: Sql, limit: number, since: Date | null = null): Promise<Cause[]> {
  return sql<Cause>`
    select * from (select c.id, c.name, ${counted(sql, since)} as tickets from causes c) counted
    order by tickets desc, name limit ${limit}`;
}

/** The one of this name, made if there is none; letters of either case are the same. */
export async function causeNamed(tx: Tx, name: string, now: Date): Promise<string> {
  const [cause] = await tx<{ id: string }>`
    with known as (select id from causes where fold_text(name) = fold_text(${name})), made as (
      insert into causes (name, created_at) select ${name}, ${now} where not exists (select from known)
      on conflict do nothing returning id
    )
    select id from known union all select id from made`;
  return cause?.id ?? causeNamed(tx, name, now);
}

/** Null: nobody says why. */
export async function setCause(tx: Tx, ticketId: string, causeId: string | null): Promise<void> {
  await tx`update tickets set cause_id = ${causeId} where id = ${ticketId}`;
}

/** A cause with how many of its tickets are open, and how many were made in each month ('2026-11'). */
export interface CauseByMonth extends Cause {
  open: number;
  months: Record<string, number>;
}

/** All causes, the most frequent first; by month since then. */
export async function causesByMonth(
  sql: Sql,
  { from, timezone, limit }: { from: Date; timezone: string; limit: number },
): Promise<CauseByMonth[]> {
  return sql<CauseByMonth>`
    select c.id, c.name, count(t.id)::int as tickets, (count(t.id) filter (where t.resolved_at is null))::int as open, coalesce((
      select jsonb_object_agg(month, number) from (
        select to_char(m.created_at at time zone ${timezone}, 'YYYY-MM') as month, count(*) as number
        from tickets m where m.cause_id = c.id and m.merged_into_id is null and m.created_at >= ${from} group by 1
      ) by_month
    ), '{}') as months
    from causes c left join tickets t on t.cause_id = c.id and t.merged_into_id is null
    group by c.id, c.name order by tickets desc, c.name limit ${limit}`;
}

/** Complaints that are not resolved. */
export async function countComplaints(sql: Sql): Promise<number> {
  const [row] = await sql<{ count: number }>`
    select count(*)::int as count from tickets where kind = 'complaint' and resolved_at is null`;
  return row!.count;
}
