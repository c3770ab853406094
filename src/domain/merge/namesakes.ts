import type { Sql } from '../../db/sql.ts';
import { STAND_IN } from '../people/name.ts';
import type { Proposal } from './proposal.ts';

/** So many of the newest contacts are looked at: of a million, a walk through all names would take seconds. */
const NEWEST = 2000;

/**
 * Contacts of exactly one name, each with an older one, the newest first: weak evidence, listed and never told unasked. Pairs a
 * user has settled, or is asked about already, are none.
 */
export async function namesakePairs(sql: Sql, limit: number, offset = 0): Promise<Omit<Proposal, 'id'>[]> {
  const rows = await sql<{ firstId: string; secondId: string; name: string }>`
    with newest as materialized (
      select id, name from contacts where name <> '' and name_from is distinct from ${STAND_IN} order by id desc limit ${NEWEST}
    )
    select o.id as "firstId", n.id as "secondId", n.name
    from newest n cross join lateral (
      select c.id from contacts c
      where fold_text(c.name) = fold_text(n.name) and c.id < n.id and not exists (
        select from merge_proposals p where p.first_id = c.id and p.second_id = n.id
      )
      limit 1
    ) o
    order by n.id desc limit ${limit} offset ${offset}`;
  return rows.map(({ firstId, secondId, name }) => ({
    firstId,
    secondId,
    evidence: [{ kind: 'name', by: secondId, value: name }],
  }));
}
