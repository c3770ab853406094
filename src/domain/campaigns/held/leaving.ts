import type { Fragment, Sql } from '../../../db/sql.ts';
import { whyNot, whyUnasked } from '../../people/suppression.ts';
import { dayThere, whyGone, whyOver } from '../claim.ts';

/**
 * What stands against a campaign's message leaving a chat channel's outbox now, as a row or none: the delivery's id, `why` it is not sent at
 * all, and `again`: when it is to be claimed anew; null: as soon as its campaign goes on. It was claimed before it waited there, so the
 * statement that lets it leave asks once more what the claim of mails asks: whose address it is, consent and blocks, what ends a sequence,
 * whether its campaign is running, and the hour. One without a delivery (its person was merged into
 * another who gets it, or deleted) is nobody's and does not leave: its id is 0. `message`: an alias of a row of the outbox with `of_campaign`
 * and the `hours` of its payload.
 */
export function whatHolds(sql: Sql, message: Fragment, now: Date): Fragment {
  const delivery = {
    contactId: sql`delivery.contact_id`,
    channel: sql`delivery.channel`,
    address: sql`delivery.address`,
  };
  const purpose = sql`campaign.purpose`;
  const bound = (end: 'from' | 'to') => sql`(${message}.hours ->> ${end}::text)::int`;
  return sql`
    select * from (
      select delivery.id, campaign.state <> 'running' as halted, coalesce(day.is_day, true) as is_day,
        coalesce(${whyGone(sql)}, case when campaign.asks
          then ${whyUnasked(sql, { ...delivery, now }, { purpose, source: sql`'campaign:' || campaign.id`, now })}
          else ${whyNot(sql, { ...delivery, now }, purpose)} end, ${whyOver(sql, now)}) as why,
        case when campaign.state = 'running' and not day.is_day then day.opens end as again
      from campaign_deliveries delivery join campaigns campaign on campaign.id = delivery.campaign_id
      cross join lateral (${dayThere(sql, now, { from: bound('from'), to: bound('to') })}) day
      where ${message}.of_campaign and delivery.outbox_id = ${message}.id and delivery.state = 'sending'
      union all
      select 0, true, true, 'no_address', null
      where ${message}.of_campaign and not exists (select from campaign_deliveries where outbox_id = ${message}.id)
    ) asked where why is not null or halted or not is_day`;
}

/** They do not leave, and are no messages of their conversations: a delivery is skipped, or waits to be claimed anew. `held`: rows of `whatHolds` with `kept` for its id. */
export const settleHeld = (sql: Sql, held: Fragment): Fragment => sql`
  settled as (
    update campaign_deliveries d set state = case when ${held}.why is null then 'queued' else 'skipped' end, reason = ${held}.why,
      run_at = coalesce(${held}.again, d.run_at), outbox_id = null, sent_at = null, locked_until = null
    from ${held} where d.id = ${held}.kept and d.state = 'sending'
  ), unsaid as (
    delete from messages m using ${held} where ${held}.kept is not null and m.id = ${held}.message_id
  )`;
