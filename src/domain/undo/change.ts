import type { Sql } from '../../db/sql.ts';

/** What an entry did to one row, from how it was before the first change to how it was after the last. */
export interface Change {
  tableName: string;
  key: string;
  /** journal_changes that hold the row as it was, and as it became. */
  first: string;
  last: string;
  inserted: boolean;
  deleted: boolean;
  columns: string[];
}

/**
 * One change for each row, the last changed first: children go before their parents and come back after them. For a row the entry made,
 * the time it was made counts: other rows may have been moved to it before it was last changed itself.
 */
export async function changesOf(sql: Sql, journalId: string): Promise<Change[]> {
  return sql<Change>`
    with ends as (
      select table_name, key, min(id) as first, max(id) as last
      from journal_changes where journal_id = ${journalId} group by table_name, key
    )
    select e.table_name as "tableName", e.key, e.first, e.last, f.before is null as inserted, l.after is null as deleted,
      array(
        select k from jsonb_object_keys(coalesce(l.after, '{}')) k where l.after -> k is distinct from f.before -> k
      ) as columns
    from ends e join journal_changes f on f.id = e.first join journal_changes l on l.id = e.last
    where f.before is distinct from l.after
    order by case when f.before is null then e.first else e.last end desc`;
}

/** The tables others point to, each after those it points to itself; a test compares them with the catalogue. */
export const PARENTS: readonly string[] = [
  'users',
  'connections',
  'contacts',
  'conversations',
  'messages',
  'leads',
  'orders',
];

/**
 * Rows that a foreign key's cascade took along are recorded after the row they hung on. So those that come back share all their places
 * out anew, in the order of their tables.
 */
export function parentsFirst(changes: Change[]): Change[] {
  const rank = ({ tableName }: Change) => (PARENTS.includes(tableName) ? PARENTS.indexOf(tableName) : PARENTS.length);
  const back = changes.filter(({ deleted }) => deleted).sort((one, other) => rank(one) - rank(other));
  return changes.map((change) => (change.deleted ? back.shift()! : change));
}
