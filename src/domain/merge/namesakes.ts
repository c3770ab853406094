import type { Sql } from '../../db/sql.ts';
import { STAND_IN } from '../people/name.ts';
import type { Proposal } from './proposal.ts';

/** How many of the newest contacts are looked at: with a million, walking through all names would take seconds. */
const NEWEST = 2000;

/**
 * Pairs of contacts with exactly the same name, or of whom one has only the first word of the other's (Bea Stone, Bea);
 * each with an older contact, the newest first. Weak evidence: it is listed, and never told unasked. Pairs that a user
 * has decided on, or is already being asked about, are left out.
 */
export async function namesakePairs(sql: Sql, limit: number, offset = 0): Promise<Omit<Proposal, 'id'>[]> {
  const rows = await sql<{ firstId: string; secondId: string; name: string; short: boolean }>`
    with newest as materialized (
      select id, name from contacts where name <> '' and name_from is distinct from ${STAND_IN} order by id desc limit ${NEWEST}
    )
    select least(o.id, n.id) as "firstId", greatest(o.id, n.id) as "secondId", n.name, o.short
    from newest n cross join lateral (
      (
        select c.id, false as short from contacts c
        where fold_text(c.name) = fold_text(n.name) and c.id < n.id and ${isUnsettled(sql)}
        limit 1
      ) union all (
        select c.id, true as short from contacts c
        where n.name ~ '^[[:alpha:]]{2,} +[[:alpha:]]' and fold_text(c.name) = fold_text(split_part(n.name, ' ', 1))
          and ${isUnsettled(sql)}
        limit 1
      )
    ) o
    order by n.id desc, o.short limit ${limit} offset ${offset}`;
  return rows.map(({ firstId, secondId, name, short }) => ({
    firstId,
    secondId,
    evidence: [{ kind: short ? 'short' : 'name', by: secondId, value: name }],
  }));
}

const isUnsettled = (sql: Sql) => sql`not exists (
  select from merge_proposals p where p.first_id = least(c.id, n.id) and p.second_id = greatest(c.id, n.id)
)`;
