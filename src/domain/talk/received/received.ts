import type { Sql } from '../../../db/sql.ts';
import { isHeard } from '../../shown.ts';

/** Somebody who wrote, and how many messages of theirs came. */
export interface Received {
  contactId: string;
  name: string;
  count: number;
  at: Date;
}

/** Whose messages came in [from, until) and how many, who wrote last first. Whoever did was seen since, so only they are looked at. */
export async function receivedIn(sql: Sql, { from, until }: { from: Date; until: Date }): Promise<Received[]> {
  return sql<Received>`
    select c.id as "contactId", c.name, sum(m.count)::int as count, max(m.at) as at
    from contacts c join conversations v on v.contact_id = c.id cross join lateral (
      select count(*)::int as count, max(m.occurred_at) as at from messages m
      where m.conversation_id = v.id and m.direction = 'in' and m.occurred_at >= ${from} and m.occurred_at < ${until} and ${isHeard(sql)}
    ) m
    where c.last_seen_at >= ${from} and m.count > 0
    group by c.id, c.name order by max(m.at) desc, c.id desc`;
}
