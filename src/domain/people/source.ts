import type { Sql } from '../../db/sql.ts';
import type { Context } from '../context.ts';
import { postLink } from './links.ts';

/** Somebody came by a link of a post: kept once for each link. `isNew`: nobody knew them before. */
export async function noteSource(
  { tx }: Pick<Context, 'tx'>,
  { contactId, code, at, isNew }: { contactId: string; code: string; at: Date; isNew: boolean },
): Promise<void> {
  if (!(await postLink(tx, code))) return;
  await tx`
    insert into contact_sources (contact_id, code, came_at, was_new) values (${contactId}, ${code}, ${at}, ${isNew})
    on conflict (contact_id, code) do nothing`;
}

/** By what somebody first came, who was new then; undefined: by no link of a post. */
export async function firstSource(
  sql: Sql,
  contactId: string,
): Promise<{ source: string; postId: string } | undefined> {
  const [row] = await sql<{ source: string; postId: string }>`
    select l.source, l.post_id as "postId" from contact_sources s join post_links l on l.code = s.code
    where s.contact_id = ${contactId} and s.was_new order by s.came_at, s.id limit 1`;
  return row;
}
