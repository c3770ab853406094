import type { Sql } from '../../../db/sql.ts';

/** A campaign of which something is leaving: of how many people how many have had it. */
export interface Leaving {
  name: string;
  sent: number;
  all: number;
}

/** Within which what has just left is still on its sender's mind. */
const LATELY_MS = 10 * 60_000;

/** The campaigns that began lately or of which something left lately, and that go on. */
export async function leavingNow(sql: Sql, now: Date): Promise<Leaving[]> {
  const since = new Date(now.getTime() - LATELY_MS);
  return sql<Leaving>`
    select c.name, d.sent, d.all from campaigns c cross join lateral (
      select count(*) filter (where state in ('sending', 'sent', 'unknown'))::int as sent, count(*) filter (where state <> 'skipped')::int as all,
        max(sent_at) as last
      from campaign_deliveries where campaign_id = c.id
    ) d
    where c.state = 'running' and c.sequence_id is null and (coalesce(c.planned_at, ${now}) >= ${since} or d.last >= ${since})
    order by c.id`;
}
