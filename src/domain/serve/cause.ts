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
