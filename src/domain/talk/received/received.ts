import type { Fragment, Sql } from '../../../db/sql.ts';
import { isHeard } from '../../shown.ts';

interface Span {
  from: Date;
  until: Date;
}

/** Somebody who wrote, and how many messages of theirs came. */
export interface Received {
  contactId: string;
  name: string;
  count: number;
  at: Date;
}

/** `m`: what came in [from, until) in each conversation `v` of `c` (sql). Whoever wrote then was seen since, so only they are looked at. */
const wrote = (sql: Sql, { from, until }: Span): Fragment => sql`
  from contacts c join conversations v on v.contact_id = c.id cross join lateral (
    select count(*)::int as count, max(m.occurred_at) as at from messages m
    where m.conversation_id = v.id and m.direction = 'in' and m.occurred_at >= ${from} and m.occurred_at < ${until} and ${isHeard(sql)}
  ) m
  where c.last_seen_at >= ${from} and m.count > 0`;

/** Whose messages came in [from, until) and how many, who wrote last first. */
export const receivedIn = (sql: Sql, span: Span, limit: number, offset: number) => sql<Received>`
  select c.id as "contactId", c.name, sum(m.count)::int as count, max(m.at) as at
  ${wrote(sql, span)} group by c.id, c.name order by max(m.at) desc, c.id desc limit ${limit} offset ${offset}`;

/** How many messages `receivedIn` counts in all, and of how many people. */
export async function sumReceived(sql: Sql, span: Span): Promise<{ messages: number; people: number }> {
  const [row] = await sql<{ messages: number; people: number }>`
    select coalesce(sum(m.count), 0)::int as messages, count(distinct c.id)::int as people ${wrote(sql, span)}`;
  return row!;
}
