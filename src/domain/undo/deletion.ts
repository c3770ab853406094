import type { Sql } from '../../db/sql.ts';
import { fold } from '../../text/fold.ts';
import { UNDO_DAYS } from '../owner/journal.ts';

/** So many of a user's newest acts are looked through. */
const MOST_ACTS = 50;

/** What a user did last that deleted somebody called so, and can be taken back. */
export async function deletionOf(
  sql: Sql,
  userId: string,
  now: Date,
  called: string,
): Promise<{ id: string; name: string } | undefined> {
  const name = fold(called).trim();
  const [found] = await sql<{ id: string; name: string }>`
    select j.id, c.before ->> 'name' as name
    from (
      select id from journal
      where user_id = ${userId} and undone_at is null and not by_itself
        and created_at > ${now}::timestamptz - ${UNDO_DAYS} * interval '1 day'
      order by id desc limit ${MOST_ACTS}
    ) j
    join journal_changes c on c.journal_id = j.id
    where c.table_name = 'contacts' and c.after is null
      and (fold_text(c.before ->> 'name') = ${name} or starts_with(fold_text(c.before ->> 'name'), ${`${name} `}))
    order by j.id desc limit 1`;
  return found;
}
