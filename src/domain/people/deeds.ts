import type { Fragment, Sql, Tx } from '../../db/sql.ts';

/** What somebody did with what they got of a campaign, or what became of it. */
export type Deed = 'clicked' | 'replied' | 'unsubscribed' | 'bounced' | 'complained' | 'failed';

/**
 * Whether that is so of a delivery. An answer that only says no (退订, STOP, a sentence that asks to be left alone) is none. `d`: an alias of
 * `campaign_deliveries`; never null.
 */
export const didIt: Readonly<Record<Deed, (sql: Sql, d: Fragment) => Fragment>> = {
  clicked: (sql, d) => sql`(${d}.clicked_at is not null)`,
  replied: (sql, d) => sql`(${d}.replied_at is not null and ${d}.declined_at is null and (
    ${d}.unsubscribed_at is null
    or ${d}.unsubscribed_at not between ${d}.replied_at - interval '1 hour' and ${d}.replied_at + interval '1 minute'
  ))`,
  unsubscribed: (sql, d) => sql`(${d}.unsubscribed_at is not null)`,
  bounced: (sql, d) => sql`(${d}.bounced_at is not null)`,
  complained: (sql, d) => sql`(${d}.complained_at is not null)`,
  failed: (sql, d) => sql`(${d}.state = 'failed' and ${d}.bounced_at is null)`,
};

/** What somebody has just written at this address asks only to be left alone: as an answer to a campaign it counts as none. `since`: when they wrote. */
export async function noteDeclined(
  tx: Tx,
  { channel, address }: { channel: string; address: string },
  { since, now }: { since: Date; now: Date },
): Promise<void> {
  await tx`
    update campaign_deliveries set declined_at = ${now}
    where channel = ${channel} and address = ${address} and sent_at is not null and replied_at >= ${since} and declined_at is null`;
}
