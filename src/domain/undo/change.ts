import type { Sql } from '../../db/sql.ts';

/** What an entry did to one row, from before its first change to after its last. */
export interface Change {
  tableName: string;
  key: string;
  /** The journal_changes that hold the row as it was, and as it became. */
  first: string;
  last: string;
  inserted: boolean;
  deleted: boolean;
  columns: string[];
}

/**
 * One change for each row, the most recently changed first: children go before their parents and come back after them.
 * For a row that the entry made, the time of its creation counts: other rows may have been moved to it before its own
 * last change.
 */
export async function changesOf(sql: Sql, journalId: string): Promise<Change[]> {
  return sql<Change>`
    with ends as (
      select table_name, key, min(id) as first, max(id) as last
      from journal_changes where journal_id = ${journalId} group by table_name, key
    ), derived as materialized (
      -- what the database works out of the others comes back with them
      select c.relname, a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid
      where a.attgenerated <> '' and c.relnamespace = 'public'::regnamespace
    )
    select e.table_name as "tableName", e.key, e.first, e.last, f.before is null as inserted, l.after is null as deleted,
      array(
        select k from jsonb_object_keys(coalesce(l.after, '{}')) k where l.after -> k is distinct from f.before -> k
          and (e.table_name, k) not in (select relname, attname from derived)
      ) as columns
    from ends e join journal_changes f on f.id = e.first join journal_changes l on l.id = e.last
    where f.before is distinct from l.after
    order by case when f.before is null then e.first else e.last end desc`;
}

/** Tables to which others point, each after those that it points to itself; a test compares them with the catalogue. */
export const PARENTS: readonly string[] = [
  'users',
  'connections',
  'contacts',
  'organizations',
  'fields',
  'conversations',
  'messages',
  'stages',
  'lost_reasons',
  'leads',
  'causes',
  'tickets',
  'orders',
  'quotes',
  'contracts',
  'invoices',
];

/**
 * Rows removed by a foreign key's cascade are recorded after the row that they depended on. So among the rows that come
 * back, the places are distributed again in the order of their tables.
 */
export function parentsFirst(changes: Change[]): Change[] {
  const rank = ({ tableName }: Change) => (PARENTS.includes(tableName) ? PARENTS.indexOf(tableName) : PARENTS.length);
  const back = changes.filter(({ deleted }) => deleted).sort((one, other) => rank(one) - rank(other));
  return changes.map((change) => (change.deleted ? back.shift()! : change));
}
