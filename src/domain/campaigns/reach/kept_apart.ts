import type { Fragment, Sql } from '../../../db/sql.ts';

/**
 * A campaign, its copies and theirs: who has one of them gets no other, in either direction. What makes them one is a row: whoever got the
 * first is left out of a copy by its audience ('-got:12'). An owner who wants somebody to get two takes that out.
 */
const LEFT_OUT = String.raw`(?:^|\s)-got:(\d+)(?=\s|$)`;

/** States of a delivery by which somebody has it, or may have it. */
export const HAVE = ['sending', 'sent', 'unknown'];

/** The others of its family, as an array of ids; asked once for a whole statement. */
export const familyOf = (sql: Sql, id: string): Fragment => sql`(
  select coalesce(array_agg(o.id), '{}') from campaigns self join campaigns o on o.id <> self.id and o.sequence_id is null
  cross join lateral (select array(select m[1] from regexp_matches(self.audience, ${LEFT_OUT}, 'g') m) as ids) mine
  cross join lateral (select array(select m[1] from regexp_matches(o.audience, ${LEFT_OUT}, 'g') m) as ids) theirs
  where self.id = ${id} and self.sequence_id is null
    and (o.id::text = any(mine.ids) or self.id::text = any(theirs.ids) or mine.ids && theirs.ids)
)`;

/** Whether somebody has another one of its family. */
export function hasAnother(sql: Sql, id: string, contactId: Fragment): Fragment {
  const family = familyOf(sql, id);
  return sql`(${family} <> '{}' and exists (
    select from campaign_deliveries f
    where f.campaign_id = any(${family}::bigint[]) and f.contact_id = ${contactId} and f.state = any(${HAVE})
  ))`;
}
