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

/** `m`: what came of `c` in [from, until) (sql). Whoever wrote then was seen since, so only they are looked at. */
const wrote = (sql: Sql, { from, until }: Span): Fragment => sql`
  from contacts c cross join lateral (
    select count(*)::int as count, max(m.occurred_at) as at from conversations v join messages m on m.conversation_id = v.id
    where v.contact_id = c.id and m.direction = 'in' and m.occurred_at >= ${from} and m.occurred_at < ${until} and ${isHeard(sql)}
  ) m
  where c.last_seen_at >= ${from} and m.count > 0`;

/** Whose messages came in [from, until) and how many, who wrote last first. */
export const receivedIn = (sql: Sql, span: Span, limit: number, offset: number) => sql<Received>`
  select c.id as "contactId", c.name, m.count, m.at
  ${wrote(sql, span)} order by m.at desc, c.id desc limit ${limit} offset ${offset}`;

/** How many messages `receivedIn` counts in all, and of how many people. */
export async function sumReceived(sql: Sql, span: Span): Promise<{ messages: number; people: number }> {
  const [row] = await sql<{ messages: number; people: number }>`
    select coalesce(sum(m.count), 0)::int as messages, count(*)::int as people ${wrote(sql, span)}`;
  return row!;
}
