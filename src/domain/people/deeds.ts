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

/**
 * What has just come from this address was written by a machine: nobody has answered a campaign by it, and somebody may yet. What answered before it
 * stays, whatever time the machine's bears: an answer is noted as of when it is handled, or as of the time that it bears itself.
 */
export async function noteNoAnswer(
  tx: Tx,
  { channel, address }: { channel: string; address: string },
  { at, now }: { at: Date; now: Date },
): Promise<void> {
  await tx`
    update campaign_deliveries set replied_at = null
    where channel = ${channel} and address = ${address} and sent_at is not null and replied_at in (${at}, ${now}) and declined_at is null`;
}

/** So long after a message of a campaign in a chat what somebody writes there answers it, as the figures count it (`campaign_answered`). */
const ANSWERS_DAYS = 7;

/** The campaign that somebody answers: their mail names one of it, or it was the last that they got in that chat, and no user has written there since. */
export async function campaignAnswered(
  sql: Sql,
  { channel, address, answers, at }: { channel: string; address: string; answers: readonly string[]; at: Date },
): Promise<{ name: string } | undefined> {
  const since = new Date(at.getTime() - ANSWERS_DAYS * 24 * 3_600_000);
  const [answered] = await sql<{ name: string }>`
    select o.name from (
      select d.campaign_id, d.channel, d.address, d.message_id, d.sent_at from campaign_deliveries d
      where d.message_id = any((select ${[...answers]}::text[])::text[])
      union all (
        select d.campaign_id, d.channel, d.address, d.message_id, d.sent_at from campaign_deliveries d
        where d.channel = ${channel} and d.address = ${address} and d.outbox_id is not null
          and d.sent_at is not null and d.sent_at between ${since} and ${at}
        order by d.sent_at desc limit 1
      )
    ) d join campaigns o on o.id = d.campaign_id
    where not exists (
      select from conversations v join messages m on m.conversation_id = v.id
      where v.channel = d.channel and v.address = d.address and v.thread = coalesce(d.message_id, '')
        and m.direction = 'out' and m.automatic is not true and m.occurred_at > d.sent_at
    )
    order by d.sent_at desc nulls last limit 1`;
  return answered;
}
