import type { Fragment, Sql } from '../../db/sql.ts';

/** What somebody did with what they got of a campaign, or what became of it. */
export type Deed = 'clicked' | 'replied' | 'unsubscribed' | 'bounced' | 'complained' | 'failed';

/**
 * Whether that is so of a delivery. An answer that only says no (退订, STOP) is none: it is counted as unsubscribing. `d`: an alias of
 * `campaign_deliveries`; never null.
 */
export const didIt: Readonly<Record<Deed, (sql: Sql, d: Fragment) => Fragment>> = {
  clicked: (sql, d) => sql`(${d}.clicked_at is not null)`,
  replied: (sql, d) => sql`(${d}.replied_at is not null and (
    ${d}.unsubscribed_at is null
    or ${d}.unsubscribed_at not between ${d}.replied_at - interval '1 hour' and ${d}.replied_at + interval '1 minute'
  ))`,
  unsubscribed: (sql, d) => sql`(${d}.unsubscribed_at is not null)`,
  bounced: (sql, d) => sql`(${d}.bounced_at is not null)`,
  complained: (sql, d) => sql`(${d}.complained_at is not null)`,
  failed: (sql, d) => sql`(${d}.state = 'failed')`,
};
